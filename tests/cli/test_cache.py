"""Results kept between runs: used where nothing has changed, and only there."""

from __future__ import annotations

import json
import os
import pickle
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import AGREES, DISAGREES, Ended, Run
from srccheck.cache import Cache
from srccheck.lint import LintResult

Lint = Callable[..., Ended]


@pytest.fixture
def lint(srccheck: Run, tmp_path_factory: pytest.TempPathFactory) -> Lint:
    """Run ``srccheck lint`` with a cache of its own, and tell whether anything was linted anew."""
    cache = tmp_path_factory.mktemp("cache")
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(
        "import sys, srccheck.lint as step\n"
        "whole = step.lint\n"
        "def lint(data, path, *others):\n"
        "    print('anew:', path, file=sys.stderr)\n"
        "    return whole(data, path, *others)\n"
        "step.lint = lint\n",
        encoding="utf-8",
    )
    source = str(Path(__file__).resolve().parent.parent.parent / "src")
    env = {
        "SRCCHECK_CACHE_DIR": str(cache),
        "PYTHONPATH": os.pathsep.join((str(folder), source)),
    }

    def run(*arguments: str | Path) -> Ended:
        return srccheck("lint", *arguments, env=env)

    return run


def anew(ended: Ended) -> list[str]:
    return [line.removeprefix("anew: ") for line in ended.err.splitlines()]


def test_what_has_not_changed_is_not_linted(lint: Lint, folder: Path) -> None:
    first = lint(".", "--format=json")
    assert anew(first) == ["bad.md", "good.md"]
    second = lint(".", "--format=json")
    assert anew(second) == []
    assert (second.code, second.out) == (first.code, first.out)
    assert lint(".").out == lint(".", "--no-cache").out
    (folder / "good.md").write_text(DISAGREES, encoding="utf-8")
    third = lint(".", "--format=json")
    assert anew(third) == ["good.md"]
    assert len(json.loads(third.out)["diagnostics"]) == 2
    assert anew(lint(".", "--no-cache")) == ["bad.md", "good.md"]


def test_settings_are_part_of_it(lint: Lint, folder: Path) -> None:
    lint("bad.md")
    assert anew(lint("bad.md", "--select=CIT002")) == ["bad.md"]
    (folder / "srccheck.toml").write_text("severity = { CIT002 = 'info' }", encoding="utf-8")
    changed = lint("bad.md")
    assert (anew(changed), changed.code) == (["bad.md"], 0)
    assert anew(lint("bad.md")) == []
    (folder / "srccheck.toml").write_text("fail-level = 'info'", encoding="utf-8")
    back = lint("bad.md")  # what fails is no part of a result
    assert (anew(back), back.code) == ([], 1)


@pytest.mark.parametrize("named", [True, False])
def test_a_bibliography_is_part_of_it(lint: Lint, folder: Path, named: bool) -> None:
    entry = "@book{gaiduk, author={Gaiduk, Ilya}, title={The War}, year={%s}, publisher={Dee}}\n"
    bib, text = folder / "refs.bib", "He complained (Gaiduk 2010, pp. 8–9).\n"
    front = "---\nbibliography: refs.bib\n---\n\n" if named else ""
    (folder / "a.md").write_text(front + text, encoding="utf-8")
    bib.write_text(entry % 2010, encoding="utf-8")
    command = ("a.md", "--select=CIT", *(() if named else ("--bib", "refs.bib")))
    assert lint(*command).code == 0
    assert anew(lint(*command)) == []
    bib.write_text(entry % 1996, encoding="utf-8")
    changed = lint(*command)
    assert (anew(changed), changed.code) == (["a.md"], 1)
    assert "CIT002" in changed.out
    if named:
        bib.unlink()
        assert anew(lint(*command)) == ["a.md"]
        bib.write_text(entry % 2010, encoding="utf-8")
        assert lint(*command).code == 0


def test_a_pipe_is_read_once(lint: Lint, folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    writer = threading.Thread(
        target=(folder / "pipe.md").write_text, args=(DISAGREES, "utf-8"), daemon=True
    )
    writer.start()
    ended = lint("pipe.md", "--select=CIT002", "--format=concise")
    writer.join()
    assert (ended.code, anew(ended)) == (1, ["pipe.md"])


def test_what_changes_meanwhile_is_not_kept(srccheck: Run, folder: Path, root: Path) -> None:
    (folder / "sitecustomize.py").write_text(
        "import srccheck.lint as step, pathlib\n"
        "whole = step.lint\n"
        "def lint(data, path, *others):\n"
        "    pathlib.Path('good.md').write_bytes(pathlib.Path('bad.md').read_bytes())\n"
        "    return whole(pathlib.Path('good.md').read_bytes(), path, *others)\n"
        "step.lint = lint\n",
        encoding="utf-8",
    )
    cache = {"SRCCHECK_CACHE_DIR": str(folder / "cache")}
    source = os.pathsep.join((str(folder), str(root / "src")))
    assert srccheck("lint", "good.md", env={**cache, "PYTHONPATH": source}).code == 1
    (folder / "good.md").write_text(AGREES, encoding="utf-8")
    assert srccheck("lint", "good.md", env=cache).code == 0


def test_a_cache_that_cannot_be_used_is_none(srccheck: Run, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    for place in (os.devnull, "file", "file/below"):
        ended = srccheck("lint", "bad.md", env={"SRCCHECK_CACHE_DIR": place})
        assert (ended.code, ended.err) == (1, "")


def test_damaged_and_hostile_results_are_not_read(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    result = LintResult("a.md", "markdown", "notes", 1, 2, ())
    key = "ab" + "0" * 62
    cache.put(key, result)
    assert cache.get(key) == result

    class Hostile:
        def __reduce__(self) -> tuple[object, ...]:
            return (os.mkdir, (str(tmp_path / "made"),))

    for data in (b"", b"\x80", pickle.dumps(({}, Hostile())), pickle.dumps(({}, [result]))):
        cache._path(key).write_bytes(data)
        assert cache.get(key) is None
    assert not (tmp_path / "made").exists()


def test_old_results_are_thrown_away(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    result = LintResult("a.md", "markdown", "notes", 1, 2, ())
    for name in ("old", "new"):
        cache.put("ab" + name, result)
    os.utime(cache._path("abold"), (1, 1))
    cache.prune()
    assert (cache.get("abold"), cache.get("abnew")) == (None, result)


def test_a_clean_manuscript_stays_clean(lint: Lint, folder: Path) -> None:
    (folder / "bad.md").write_text(AGREES, encoding="utf-8")
    assert [lint(".").code for _ in range(2)] == [0, 0]
