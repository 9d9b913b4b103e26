"""What ``srccheck links`` shows while it runs, and at its end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from srccheck.cli.output import lines, look_of_stdout, write, write_parts
from srccheck.report.links import (
    by_address,
    concise_link,
    is_quiet,
    links_to_json,
    render_gone,
    render_link,
    sum_up_links,
)
from srccheck.verdicts import State, Verdict

if TYPE_CHECKING:
    from srccheck.cli.linking import Choices
    from srccheck.links.cited import Use
    from srccheck.links.session import Outcome

_EVERY = 0.2  # seconds between two drawings of the progress line


class Progress:
    """A line on a terminal's standard error: done, rate, time left, states."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._counts: Counter[State] = Counter()
        self._started = time.monotonic()
        self._drawn = 0.0
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def told(self, verdict: Verdict) -> None:
        """Count a verdict."""
        self._counts[verdict.state] += 1
        self.ticked()

    def ticked(self) -> None:
        """Draw the line anew, some times a second."""
        now = time.monotonic()
        if not self._shown or now - self._drawn < _EVERY:
            return
        self._drawn = now
        done = self._counts.total()
        rate = done / max(now - self._started, 0.001)
        left = f"{(self._total - done) / rate:.0f} s left" if done else "…"
        states = " ".join(
            f"{state.value} {self._counts[state]}" for state in State if self._counts[state]
        )
        sys.stderr.write(f"\r\x1b[K{done}/{self._total} links, {rate:.1f}/s, {left}  {states}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._shown and self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = 0.0


class Reporter:
    """Streams results to standard output, and progress to a terminal's standard error.

    JSON, a report in a file and the changes since last time are written at the end.
    """

    def __init__(self, choices: Choices, uses: Sequence[Use]) -> None:
        self._choices = choices
        self._uses = uses
        self._places = by_address(uses)
        self._look = look_of_stdout(choices.output)
        self._streams = choices.form != "json" and choices.output is None and not choices.changed
        self._progress = Progress(len(self._places))

    def told(self, verdict: Verdict) -> None:
        """Show a verdict, unless it is shown with others of its host at the end."""
        if self._streams and verdict.state is not State.HOST_GONE and self._is_shown(verdict):
            self._progress.clear()
            write(lines(self._lines(verdict)))
        self._progress.told(verdict)

    def ticked(self) -> None:
        """Draw the progress line anew."""
        self._progress.ticked()

    def end(self, outcome: Outcome) -> None:
        """Write what was not shown while the links came in."""
        self._progress.clear()
        verdicts = [outcome.verdicts[each] for each in self._places if each in outcome.verdicts]
        if self._choices.changed:
            verdicts = [each for each in verdicts if outcome.has_changed(each.canonical)]
        match self._choices.form:
            case "json":
                wanted = {each.canonical: each for each in verdicts}
                write_parts(links_to_json(self._uses, wanted), self._choices.output)
            case _ if self._streams:
                rest = [each for each in verdicts if each.state is State.HOST_GONE]
                write(lines((*self._gone(rest), *self._summary(verdicts))))
            case _:
                write(lines(self._everything(verdicts)), self._choices.output)

    def _everything(self, verdicts: Sequence[Verdict]) -> Iterable[str]:
        for verdict in verdicts:
            if verdict.state is not State.HOST_GONE and self._is_shown(verdict):
                yield from self._lines(verdict)
        yield from self._gone([each for each in verdicts if each.state is State.HOST_GONE])
        yield from self._summary(verdicts)

    def _is_shown(self, verdict: Verdict) -> bool:
        return self._choices.show_all or not is_quiet(verdict)

    def _lines(self, verdict: Verdict) -> Iterable[str]:
        places = self._places.get(verdict.canonical, [])
        if self._choices.form == "concise":
            return concise_link(verdict, places)
        return (*render_link(verdict, places, self._look), "")

    def _gone(self, verdicts: Sequence[Verdict]) -> Iterable[str]:
        """Give the hosts that are gone, each once with its links."""
        if self._choices.form == "concise":
            for verdict in verdicts:
                yield from concise_link(verdict, self._places[verdict.canonical])
            return
        from srccheck.links.address import read_address

        hosts: dict[str, list[tuple[Verdict, Sequence[Use]]]] = {}
        for verdict in verdicts:
            address = read_address(verdict.canonical)
            site = address.site if address else verdict.canonical
            hosts.setdefault(site, []).append((verdict, self._places[verdict.canonical]))
        for site, gone in hosts.items():
            yield from render_gone(site, gone, self._look)
            yield ""

    def _summary(self, verdicts: Sequence[Verdict]) -> Iterable[str]:
        if self._choices.form == "text":
            changed = "changed: " if self._choices.changed else ""
            yield f"{changed}{sum_up_links(verdicts)}"
