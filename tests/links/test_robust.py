"""The archived copy beside an address in a bibliography."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from srccheck.links.store import Store
from srccheck.verdicts import Archived, State, Verdict

BIB = """\
@online{codd2015,
  author = {Codd, Anna},
  title = {The Parcel},
  date = {2015},
  url = {http://example.org/parcel},
}

@online{date2016,
  author = {Date, Bert},
  title = {The Other Parcel},
  date = {2016},
  url = {http://example.org/other},
}
"""
COPY = "https://web.archive.org/web/20170509214411/http://example.org/parcel"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    store = Store(tmp_path / "srccheck" / "links.sqlite3", print)
    copy = Archived(COPY, "20170509214411")
    store.keep(Verdict("http://example.org/parcel", State.DEAD, archived=copy), "x")
    store.keep(Verdict("http://example.org/other", State.OK), "x")
    store.close()
    return tmp_path


@pytest.mark.parametrize("form", ["biblatex", "csl-json"])
def test_a_copy_stands_beside_its_address(
    srccheck: Run, tmp_path: Path, cache: Path, form: str
) -> None:
    (tmp_path / "a.bib").write_text(BIB, encoding="utf-8")
    env = {"XDG_CACHE_HOME": str(cache)}
    ended = srccheck("bib", "a.bib", "--archived", "--to", form, env=env)
    assert ended.code == 0, ended.err
    assert ended.out.count(COPY) == 1
    assert ended.out.count("2017-05-09") == 1
    assert COPY not in srccheck("bib", "a.bib", "--to", form, env=env).out
