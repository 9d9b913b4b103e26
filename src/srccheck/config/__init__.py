"""A project's configuration: srccheck.toml, or [tool.srccheck] in pyproject.toml.

Takes the folder of a manuscript and what the command line says; gives the settings of a run, and
for every key the file and line it was set in. Where there is no such file next to nothing is read.
"""

from srccheck.config.model import Command, Config, ConfigError
from srccheck.config.project import Project
from srccheck.config.walking import Walk

__all__ = ["Command", "Config", "ConfigError", "Project", "Walk"]
