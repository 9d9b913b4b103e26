"""``srccheck extract --register``: several manuscripts, lines by a pipe, its three forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from conftest import Run


def test_several_manuscripts_make_one_register(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("He knew (RGASPI, f. 17, op. 3, d. 9, ll. 6–7).\n", "utf-8")
    (tmp_path / "b.md").write_text("Он знал (РГАСПИ. Ф. 17. Оп. 3. Д. 9. Л. 8 об.).\n", "utf-8")
    ended = srccheck("extract", "--register", "a.md", "b.md")
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "RGASPI  Russian State Archive of Socio-Political History, Moscow",
        "  fond 17",
        "    opis 3",
        "      delo 9, leaves 6–7, 8v",
        "        a.md:1; b.md:1",
    ]
    rows = list(csv.DictReader(io.StringIO(srccheck("extract", ".", "--register", "-fcsv").out)))
    assert [(row["archive"], row["delo"], row["leaves"]) for row in rows] == [
        ("rgaspi", "9", "6–7, 8v")
    ]


def test_lines_from_a_pipe_have_their_numbers(srccheck: Run) -> None:
    lines = "no archive\nRGASPI, f. 17, op. 3, d. 9, l. 6\n\nRGASPI, f. 17, op. 3, d. 9, l. 9\n"
    ended = srccheck("extract", "--register", "--format=json", stdin=lines)
    document = json.loads(ended.out)
    (file,) = document["archives"][0]["files"]
    assert document["version"] == 1
    assert [each["location"]["line"] for each in file["cited"]] == [2, 4]
    assert file["leaves"] == "6, 9"


def test_what_does_not_go_together(srccheck: Run, folder: Path) -> None:
    for arguments in (["--format=csv"], ["--format=text"], ["--register", "--kind=ibid"]):
        ended = srccheck("extract", "good.md", *arguments)
        assert (ended.code, ended.out) == (2, "")
        assert "register" in ended.err
