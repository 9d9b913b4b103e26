"""What became of a citation, as the page shows it: eight states, each with a colour and a line."""

from __future__ import annotations

from enum import StrEnum

from srccheck.citations import Kind
from srccheck.resolve import Outcome, Resolved


class State(StrEnum):
    """The states; the value is the class of the page's style sheet."""

    MATCHED = "ok"
    DIFFERS = "df"
    MISSING = "ms"
    ARCHIVAL = "ar"
    IBID = "ib"
    FULL = "fu"
    UNLISTED = "un"
    UNREAD = "ur"


LABELS = {
    State.MATCHED: "matched",
    State.DIFFERS: "differs",
    State.MISSING: "missing",
    State.ARCHIVAL: "archival",
    State.IBID: "ibid",
    State.FULL: "in full",
    State.UNLISTED: "not looked up",
    State.UNREAD: "not read",
}
MEANINGS = {
    State.MATCHED: "one entry of the list fits",
    State.DIFFERS: "an entry is near, and not the same",
    State.MISSING: "leads to no source",
    State.ARCHIVAL: "a file in an archive",
    State.IBID: "stands for the citation before it",
    State.FULL: "names its source in full, and no list has it",
    State.UNLISTED: "nothing to compare it with",
    State.UNREAD: "looks like a citation and could not be read",
}

_STATES = {
    Outcome.MATCHED: State.MATCHED,
    Outcome.FILE: State.ARCHIVAL,
    Outcome.MISSING: State.MISSING,
    Outcome.YEAR: State.DIFFERS,
    Outcome.SUFFIX: State.DIFFERS,
    Outcome.TITLE: State.DIFFERS,
    Outcome.AMBIGUOUS: State.DIFFERS,
    Outcome.NO_ANTECEDENT: State.MISSING,
    Outcome.IMPLAUSIBLE: State.MISSING,
    Outcome.UNPARSED: State.UNREAD,
    Outcome.UNLISTED: State.UNLISTED,
}


def state_of(resolved: Resolved) -> State:
    """Give the state of a citation."""
    state = _STATES.get(resolved.outcome, State.UNLISTED)
    if resolved.citation.kind is Kind.IBID and state in (State.MATCHED, State.ARCHIVAL):
        return State.IBID
    if resolved.citation.kind is Kind.FULL_NOTE and state is State.UNLISTED:
        return State.FULL
    if state is State.MATCHED and (resolved.differences or resolved.coauthors_differ):
        return State.DIFFERS
    return state
