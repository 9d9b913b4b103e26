"""What a user reads when srccheck cannot do the job."""

from __future__ import annotations


class SrccheckError(Exception):
    """A failure that is told to the user in a sentence, never as a traceback.

    ``what`` says what happened, ``where`` names the file or place, ``advice`` says what to do.
    ``exit_code`` is the process's exit status (2: the job could not be done).
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.advice}" if self.advice else head

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.advice))


class UnreadableFileError(SrccheckError):
    """A file that is missing, binary, empty, too large or in an unknown encoding (SRC001)."""


class UsageError(SrccheckError):
    """An argument or setting that makes no sense."""


class DataFileError(SrccheckError):
    """A file in refs/, or an archive a project adds, that does not keep the schema."""


def _rebuild(cls: type[SrccheckError], what: str, where: str, advice: str) -> SrccheckError:
    return cls(what, where=where, advice=advice)
