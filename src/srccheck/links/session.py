"""A check with its store: what is known is not asked for, what is found is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from srccheck.links.check import Checked, check
from srccheck.links.cited import Cited, Use, digest
from srccheck.links.options import Options
from srccheck.values import dataclass
from srccheck.verdicts import BAD, State, Verdict

if TYPE_CHECKING:
    from srccheck.links.store import Store


class Ask(StrEnum):
    """What is asked for over the network."""

    STALE = "stale"  # what the store has no good verdict on
    ALL = "all"  # everything
    NOTHING = "nothing"  # nothing: the store alone answers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a session gives: the verdicts, those before it, and how the run ended."""

    verdicts: Mapping[str, Verdict]
    before: Mapping[str, Verdict]
    offline: bool = False
    interrupted: bool = False
    out_of_time: bool = False

    def has_changed(self, canonical: str) -> bool:
        """Tell whether a link's state is another than last time; a new link, whether it is bad."""
        verdict = self.verdicts[canonical]
        last = self.before.get(canonical)
        if verdict.state in (State.OFFLINE, State.SKIPPED):
            return False
        return verdict.state in BAD if last is None else verdict.state is not last.state


def hold(
    uses: Sequence[Use],
    options: Options,
    store: Store | None,
    *,
    ask: Ask = Ask.STALE,
    told: Callable[[Verdict], None] | None = None,
    ticked: Callable[[], None] | None = None,
) -> Outcome:
    """Give a verdict on every link of ``uses``. See :func:`check` for ``told`` and ``ticked``."""
    digests = _digests(uses) if store is not None else {}
    before = store.last(list(digests)) if store is not None else {}
    known: dict[str, Verdict] = {}
    if store is not None and ask is Ask.STALE:
        known = store.fresh(digests)
    elif ask is Ask.NOTHING:
        every = dict.fromkeys(use.canonical for use in uses)
        known = {each: before.get(each) or _unknown(each) for each in every}

    def tell(verdict: Verdict) -> None:
        if store is not None and verdict.canonical not in known:
            store.keep(verdict, digests[verdict.canonical])
        if told is not None:
            told(verdict)

    def tick() -> None:
        if store is not None:
            store.tick()
        if ticked is not None:
            ticked()

    checked: Checked = check(uses, options, known=known, told=tell, ticked=tick)
    if store is not None:
        _keep_copies(store, checked, known, digests)
        store.flush()
    return Outcome(
        checked.verdicts, before, checked.offline, checked.interrupted, checked.out_of_time
    )


def _keep_copies(
    store: Store, checked: Checked, known: Mapping[str, Verdict], digests: Mapping[str, str]
) -> None:
    """Keep again the verdicts that have been given their archived copies since."""
    for canonical, verdict in checked.verdicts.items():
        if canonical not in known and verdict.archive_asked:
            store.keep(verdict, digests[canonical])


def _digests(uses: Sequence[Use]) -> dict[str, str]:
    cited: dict[str, dict[Cited, None]] = {}
    for use in uses:
        cited.setdefault(use.canonical, {})[use.cited] = None
    return {canonical: digest(each) for canonical, each in cited.items()}


def _unknown(canonical: str) -> Verdict:
    return Verdict(canonical, State.SKIPPED, reason="the store has no verdict on it")
