"""Many files at once: one function over all of them, in their order, on every core."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from srccheck.errors import SrccheckError
from srccheck.files import Failure, Source, read
from srccheck.values import dataclass

T = TypeVar("T")

POOL_FROM = 400_000
"""Bytes from which other processes pay for their start."""

DEBUG = "SRCCHECK_DEBUG"
"""Set in the environment, it lets a fault of srccheck's own end in a traceback."""


class InternalError(SrccheckError):
    """A fault of srccheck's own, told as a sentence."""


def internal_error(error: Exception, path: str = "") -> InternalError:
    """Give the sentence for an exception that nobody foresaw."""
    detail = " ".join(str(error).split())[:200]
    return InternalError(
        f"srccheck made a mistake here ({type(error).__name__}: {detail})",
        where=path,
        advice=f"Please report it, with the file if you may; {DEBUG}=1 shows where it happened",
    )


def run(
    work: Callable[[bytes, str], T],
    found: Sequence[Source | Failure],
    jobs: int = 0,
    *,
    apart_from: int = 0,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[T | Failure]:
    """Give what ``work`` makes of the bytes and the path of each file found, in their order.

    A file that cannot be read gives a Failure and does not stop the others. From POOL_FROM bytes
    on every core is used, or ``jobs`` processes where that is not 0; ``work`` and its results have
    to be picklable. ``apart_from``: from that many bytes on the files are read in another process
    even where one is enough, so that the memory it takes is given back. ``meanwhile`` is called
    once while other processes read; where there are none it is not.
    """
    sources = [each for each in found if isinstance(each, Source)]
    results = _run(_Task(work), sources, jobs or _cores(), apart_from, meanwhile)
    for each in found:
        yield each if isinstance(each, Failure) else next(results)


@dataclass(frozen=True, slots=True)
class _Task(Generic[T]):
    """What is done with one file, as a value that another process can be given."""

    work: Callable[[bytes, str], T]

    def __call__(self, source: Source) -> T | Failure:
        try:
            return self.work(read(source), source.path)
        except SrccheckError as error:
            return Failure(source.path, source.named, error)
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            return Failure(source.path, source.named, internal_error(error, source.path))


def _run(
    task: _Task[T],
    sources: Sequence[Source],
    jobs: int,
    apart_from: int,
    meanwhile: Callable[[], None] | None,
) -> Iterator[T | Failure]:
    workers = min(jobs, len(sources))
    size = sum(source.size for source in sources)
    if apart_from and size >= apart_from:
        return _run_in_pool(task, sources, max(workers, 1), meanwhile)
    if workers < 2 or size < POOL_FROM:
        return map(task, sources)
    return _run_in_pool(task, sources, workers, meanwhile)


def _run_in_pool(
    task: _Task[T],
    sources: Sequence[Source],
    workers: int,
    meanwhile: Callable[[], None] | None,
) -> Iterator[T | Failure]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    share = max(1, min(16, len(sources) // (workers * 4)))
    with ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            results = pool.map(task, sources, chunksize=share)
            if meanwhile is not None:
                meanwhile()
            yield from results
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()  # what it works on is not wanted any more
            raise


def _leave_interrupts_to_the_parent() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
