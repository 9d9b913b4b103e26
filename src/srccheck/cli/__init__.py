"""The command line takes arguments and gives an exit code: one module a command.

0: nothing at or above ``--fail-level``. 1: findings. 2: the job could not be done.
"""

from srccheck.cli.entry import main

__all__ = ["main"]
