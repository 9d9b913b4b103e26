"""Results kept from one run to the next, by everything that they depend on.

That is: the manuscript's path and bytes, the settings, the day, the version of srccheck, of its
data and of Python; and the files that the manuscript was read with or that were looked for beside
it, which are looked at again. A file that cannot be read or written is a result that is not kept:
nothing here stops a run.

What is read back can only be the values of a result: a cache folder is not trusted with code.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import importlib.util
import io
import os
import pickle
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from srccheck import __version__
from srccheck.lint import LintResult, Settings
from srccheck.resources import refs_path
from srccheck.user_cache import user_cache

FOLDER = "SRCCHECK_CACHE_DIR"
"""Names the folder, in the environment."""

KEPT = 30 * 24 * 3600  # seconds a result is kept without being used
PRUNED = "pruned"  # a file that tells when old results were last thrown away

OPTIONAL = ("pycrfsuite", "pypdfium2")
"""Libraries with which more is read, where they are installed; PANDOC is a program of the kind."""

PANDOC = "pandoc"

_ALLOWED = {
    "srccheck.lint": {"LintResult"},
    "srccheck.rules.diagnostic": {
        *("Diagnostic", "DiagnosticEdit", "DiagnosticFix", "DiagnosticRelated"),
    },
    "srccheck.rules.base": {"Severity"},
    "srccheck.text.manuscript": {"Location", "Place"},
    "srccheck.suppression.apply": {"Exemption"},
    "builtins": {"frozenset"},
}


class Cache:
    """The results in one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or default_folder()
        self._settings: dict[int, bytes] = {}

    def key(self, data: bytes, path: str, settings: Settings) -> str:
        """Give the name of a result: a digest of all that is known before it is made."""
        if id(settings) not in self._settings:
            self._settings[id(settings)] = repr(_plain(settings)).encode(errors="surrogatepass")
        digest = hashlib.sha256(_stamp())
        for part in (os.fsencode(path), self._settings[id(settings)], data):
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.hexdigest()

    def get(self, key: str) -> LintResult | None:
        """Give the result of a key, unless another file it depends on has changed."""
        path = self._path(key)
        try:
            kept = _Unpickler(io.BytesIO(path.read_bytes())).load()
            others, result = kept
            if not isinstance(result, LintResult) or others != _states(others):
                return None
            if time.time() - path.stat().st_mtime > KEPT / 30:
                os.utime(path)
        except Exception:  # whatever is wrong with a kept result, it is made anew
            return None
        return result

    def put(self, key: str, result: LintResult) -> None:
        """Keep a result, whole or not at all."""
        path = self._path(key)
        try:
            data = pickle.dumps((_states(result.consulted), result), pickle.HIGHEST_PROTOCOL)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial = path.with_suffix(f".{os.getpid()}")
            partial.write_bytes(data)
            partial.replace(path)
        except (OSError, pickle.PicklingError):
            return

    def prune(self) -> None:
        """Throw away what was not used for a month; looked after once a day."""
        mark = self.folder / PRUNED
        now = time.time()
        try:
            if mark.exists() and now - mark.stat().st_mtime < KEPT / 30:
                return
            for each in self.folder.glob("??/*"):
                if now - each.stat().st_mtime > KEPT:
                    each.unlink(missing_ok=True)
            mark.touch()
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def default_folder() -> Path:
    """Give $SRCCHECK_CACHE_DIR, or a folder in the system's place for caches."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    return user_cache() / "results"


@cache
def _stamp() -> bytes:
    """Give a digest of the program, its data, Python, and the day (rules know what is future)."""
    others = [name for name in OPTIONAL if importlib.util.find_spec(name) is not None]
    told = f"{__version__} {sys.version} {datetime.date.today()} {others} {shutil.which(PANDOC)}"
    digest = hashlib.sha256(told.encode(errors="surrogateescape"))
    second_reader = (
        find_spec("pycrfsuite") is not None
    )  # what reads beside the rules, if it is there
    digest.update(f"{second_reader}\n".encode())
    package = Path(__file__).resolve().parent
    for root in (package, refs_path()):
        for path in sorted(_files(root)):
            status = path.stat()
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.digest()


def _files(root: Path) -> Iterable[Path]:
    for here, folders, names in os.walk(root):
        folders[:] = [each for each in folders if each not in ("__pycache__", "_compiled")]
        yield from (Path(here, name) for name in names if not name.endswith(".pyc"))


def _states(paths: Iterable[str]) -> dict[str, bytes | None]:
    """Give the digest of each file, None where it is not there."""
    found: dict[str, bytes | None] = {}
    for path in paths:
        try:
            found[path] = hashlib.sha256(Path(path).read_bytes()).digest()
        except (OSError, ValueError):
            found[path] = None
    return found


def _plain(value: Any) -> Any:
    """Give settings as plain values whose ``repr`` is the same in every process."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return type(value).__name__, [
            (each.name, _plain(getattr(value, each.name))) for each in fields
        ]
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, Mapping):
        return sorted((_plain(key), _plain(each)) for key, each in value.items())
    if isinstance(value, frozenset | set):
        return sorted(map(_plain, value))
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


class _Unpickler(pickle.Unpickler):
    """Reads the values of results, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if name not in _ALLOWED.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a result")
        return super().find_class(module, name)
