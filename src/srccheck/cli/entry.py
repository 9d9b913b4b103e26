"""The entry point: runs a command, and turns whatever stops it into a sentence."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from srccheck.cli.app import app
from srccheck.cli.output import complain
from srccheck.errors import SrccheckError

INTERRUPTED = 130  # 128 and the number of SIGINT, as a shell has it


def main() -> NoReturn:
    """Run the command line of this process and end it with the command's exit code."""
    gc.set_threshold(100_000)  # a run keeps what it makes: looking for cycles cost it 5 %
    try:
        app(prog_name="srccheck")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 2
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SrccheckError as error:
        complain(error)
        code = error.exit_code
    except Exception as error:
        from srccheck.batch import DEBUG, internal_error

        if os.environ.get(DEBUG):
            raise
        complain(internal_error(error))
        code = 2
    if code == INTERRUPTED:  # typer makes an exit of most interrupts
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> NoReturn:
    """End at once: what Python does at its exit may complain of workers that were stopped."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
