"""Which request may go next, by a clock that stands still until it is moved."""

from __future__ import annotations

import threading

import pytest

from srccheck.links.queue import RequestQueue, Turn


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def queue_of(clock: Clock, *, per_site: int = 2, interval: float = 1.0) -> RequestQueue[str]:
    return RequestQueue(per_site=per_site, interval=interval, clock=clock)


def due(queue: RequestQueue[str]) -> list[str]:
    """Take what is due now; closes the queue, which then gives no more."""
    taken: list[str] = []

    def work() -> None:
        while (each := queue.take()) is not None:
            taken.append(each[1])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(0.2)
    queue.close()
    thread.join(5)
    assert not thread.is_alive()
    return taken


def test_sites_take_turns_and_none_is_asked_by_three(clock: Clock) -> None:
    queue = queue_of(clock, interval=0.0)
    for name in ("a1", "a2", "a3", "b1"):
        queue.put(name[0], name)
    assert sorted(due(queue)) == ["a1", "a2", "b1"]


def test_a_second_passes_between_two_requests(clock: Clock) -> None:
    queue = queue_of(clock)
    for name in ("a1", "a2"):
        queue.put("a", name)
    assert queue.take() == ("a", "a1")
    queue.done("a")
    clock.now += 1.0
    assert queue.take() == ("a", "a2")


def test_what_is_not_due_lets_others_go_first(clock: Clock) -> None:
    queue = queue_of(clock, interval=0.0)
    queue.put("a", "later", at=clock.now + 3600)
    queue.put("a", "now")
    queue.put("b", "too")
    assert sorted(due(queue)) == ["now", "too"]


def test_a_site_that_asked_for_patience(clock: Clock) -> None:
    queue = queue_of(clock, interval=0.0)
    queue.put("a", "a1")
    queue.put("b", "b1")
    queue.defer("a", clock.now + 60)
    assert queue.take() == ("b", "b1")
    clock.now += 60
    assert queue.take() == ("a", "a1")


def test_one_at_a_time_where_it_was_asked_for(clock: Clock) -> None:
    queue = queue_of(clock, interval=0.0)
    queue.defer("a", 0.0, alone=True)
    for name in ("a1", "a2"):
        queue.put("a", name)
    assert due(queue) == ["a1"]


def test_a_site_that_is_left(clock: Clock) -> None:
    queue = queue_of(clock)
    for name in ("a1", "a2", "a3"):
        queue.put("a", name)
    assert queue.drop("a") == ["a1", "a2", "a3"]
    queue.put("b", "b1")
    assert due(queue) == ["b1"]


def test_a_closed_queue_lets_everyone_go(clock: Clock) -> None:
    queue = queue_of(clock)
    assert due(queue) == []
    queue.put("a", "a1")
    assert queue.take() is None


def test_what_has_begun_waits_for_new_links_unless_it_is_hurried(clock: Clock) -> None:
    queue = queue_of(clock, per_site=9, interval=0.0)
    queue.put("a", "redirect", turn=Turn.BEGUN)
    queue.put("a", "probe", turn=Turn.BEGUN)
    for name in ("new 1", "new 2"):
        queue.put("a", name)
    queue.hurry("a", "probe")
    assert due(queue) == ["probe", "new 1", "new 2", "redirect"]


def test_what_must_wait_is_not_hurried(clock: Clock) -> None:
    queue = queue_of(clock, per_site=9, interval=0.0)
    queue.put("a", "later", at=clock.now + 5)
    queue.put("a", "now")
    queue.hurry("a", "later")
    assert due(queue) == ["now"]
