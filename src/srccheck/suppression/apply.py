"""Takes out the diagnostics that comments and exemptions name, and reports on the comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from srccheck.errors import UsageError
from srccheck.rules import Diagnostic, Rule, all_rules, select_rules
from srccheck.rules.input.unknown_rule import unknown_rule
from srccheck.rules.input.unused_suppression import UnusedSuppression, unused_suppression
from srccheck.suppression.comments import Comment, Word, comments_of
from srccheck.suppression.removal import without
from srccheck.text import SourceFile
from srccheck.values import dataclass

UNUSED = UnusedSuppression.code
LISTS = frozenset({"bibtex", "csl-json", "ris"})


@dataclass(frozen=True, slots=True)
class Exemption:
    """A finding that a project's configuration lives with: an [[ignore]] with a path.

    ``codes`` are rules; ``quote`` the words it is about, white space folded, or "" for any.
    ``exact`` tells that its path names one file and is no pattern.
    """

    codes: frozenset[str]
    quote: str
    reason: str
    file: str
    line: int
    exact: bool

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether this is the finding meant."""
        if diagnostic.code not in self.codes:
            return False
        texts = (diagnostic.excerpt, diagnostic.raw)
        return not self.quote or any(self.quote in " ".join(text.split()) for text in texts)


@dataclass(frozen=True, slots=True)
class Left:
    """The diagnostics that are left, how many were taken out, and the exemptions that did so."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: int = 0
    exemptions: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class _Active:
    """A word of a comment that names rules, and where it holds."""

    path: str
    comment: Comment
    word: Word
    codes: frozenset[str]

    def covers(self, diagnostic: Diagnostic) -> bool:
        return (
            diagnostic.code in self.codes
            and diagnostic.path == self.path
            and diagnostic.location.line <= self.comment.last
            and diagnostic.end_location.line >= self.comment.first
        )


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What the comments of a manuscript's files and a project's exemptions leave out."""

    files: tuple[SourceFile, ...]
    active: tuple[_Active, ...] = ()
    wrong: tuple[Diagnostic, ...] = ()
    exemptions: tuple[Exemption, ...] = ()

    @classmethod
    def of(cls, files: Sequence[SourceFile], exemptions: Sequence[Exemption] = ()) -> Suppressions:
        """Read the comments of ``files``."""
        active: list[_Active] = []
        wrong: list[Diagnostic] = []
        for file in files:
            for comment in comments_of(file):
                words, errors = _read(file, comment)
                active += words
                wrong += errors
        return cls(tuple(files), tuple(active), tuple(wrong), tuple(exemptions))

    def to_run(self, chosen: Sequence[Rule]) -> list[Rule]:
        """Give the rules that have to be run to judge the comments: those they name as well."""
        if not any(rule.code == UNUSED for rule in chosen):
            return list(chosen)
        named = {code for each in self.active for code in each.codes}
        return [rule for rule in all_rules() if rule in chosen or rule.code in named]

    def apply(self, diagnostics: Sequence[Diagnostic], chosen: Iterable[Rule]) -> Left:
        """Take out what is covered, and what ``chosen`` did not ask for; report on the comments."""
        wanted = {rule.code for rule in chosen}
        used: set[int] = set()
        at_work: set[Exemption] = set()
        kept: list[Diagnostic] = []
        taken = 0
        for diagnostic in diagnostics:
            covering = [n for n, each in enumerate(self.active) if each.covers(diagnostic)]
            exempting = [each for each in self.exemptions if each.covers(diagnostic)]
            used.update(covering)
            at_work.update(exempting)
            if diagnostic.code not in wanted:
                continue
            if covering or exempting:
                taken += 1
            else:
                kept.append(diagnostic)
        about = [*self.wrong, *self._unused(used)]
        kept += [each for each in about if each.code in wanted]
        return Left(
            self._in_order(kept), taken, tuple(each for each in self.exemptions if each in at_work)
        )

    def _unused(self, used: set[int]) -> Iterator[Diagnostic]:
        """Report the words that took nothing out."""
        files = {file.path: file for file in self.files}
        idle = [
            each
            for number, each in enumerate(self.active)
            if number not in used and _is_judged(self._of_interest(each.codes))
        ]
        for comment, path in dict.fromkeys((each.comment, each.path) for each in idle):
            words = [each.word for each in idle if each.comment == comment and each.path == path]
            named = ", ".join(word.text for word in words)
            edit = without(files[path], comment, words)
            yield unused_suppression(files[path], comment.start, comment.end, named, edit)

    def _of_interest(self, codes: frozenset[str]) -> frozenset[str]:
        """Leave out the rules on citations for a bibliography alone: it has none."""
        if self.files[0].format not in LISTS:
            return codes
        return frozenset(code for code in codes if not code.startswith("CIT"))

    def _in_order(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        order = {file.path: number for number, file in enumerate(self.files)}
        return tuple(
            sorted(
                diagnostics,
                key=lambda each: (order[each.path], each.location, each.end_location, each.code),
            )
        )


def _is_judged(codes: frozenset[str]) -> bool:
    """Tell whether a manuscript is judged by one of these rules (and not by what else is done)."""
    return any(rule.judges for rule in all_rules() if rule.code in codes)


def _read(file: SourceFile, comment: Comment) -> tuple[list[_Active], list[Diagnostic]]:
    """Give the words of a comment that name rules, and a diagnostic for each that does not."""
    if not comment.known:
        what = f"'{comment.verb}' is no word of srccheck's"
        advice = "ignore, ignore-file, ignore-start and ignore-end are"
        return [], [unknown_rule(file, comment.start, comment.end, f"{what}; {advice}")]
    if not comment.words:
        what = f"no rule is named; write {comment.verb}[CIT002]"
        return [], [unknown_rule(file, comment.start, comment.end, what)]
    found: list[_Active] = []
    wrong: list[Diagnostic] = []
    for word in comment.words:
        try:
            codes = frozenset(rule.code for rule in select_rules([word.text]))
        except UsageError as error:
            what = f"{error.what}. {error.advice}".rstrip(". ")
            wrong.append(unknown_rule(file, word.start, word.end, what))
        else:
            found.append(_Active(file.path, comment, word, codes))
    return found, wrong
