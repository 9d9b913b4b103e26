"""Archives: the registry of who they are, and the grammar of references to what they hold.

Takes a text and the data in refs/; gives references, mentions of archives, and canonical forms.
"""

from srccheck.archives.find import find_references, read_files, read_levels
from srccheck.archives.labelled import RANK
from srccheck.archives.mentions import find_mentions
from srccheck.archives.model import (
    ArchivalReference,
    Archive,
    ArchiveMention,
    FormerName,
    Level,
    LevelName,
    LevelWord,
    Notation,
    Slip,
)
from srccheck.archives.own import OwnArchives, read_own, registry_with
from srccheck.archives.registry import Registry, load_registry
from srccheck.archives.render import Style, canonical, render
from srccheck.archives.told_apart import told_apart

__all__ = [
    "RANK",
    "ArchivalReference",
    "Archive",
    "ArchiveMention",
    "FormerName",
    "Level",
    "LevelName",
    "LevelWord",
    "Notation",
    "OwnArchives",
    "Registry",
    "Slip",
    "Style",
    "canonical",
    "find_mentions",
    "find_references",
    "load_registry",
    "read_files",
    "read_levels",
    "read_own",
    "registry_with",
    "render",
    "told_apart",
]
