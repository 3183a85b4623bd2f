"""The Python blocks of the documents run, each document from top to bottom, and the first examples come to what is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from symproof.cli import main

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md", "docs/writing-claims.md", "docs/certificates.md"])
def test_the_examples_run(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = BLOCK.findall((ROOT / name).read_text())
    names: dict[str, object] = {"__name__": "document"}

    for block in blocks:
        exec(compile(block, name, "exec"), names)

    assert blocks
    shown = capsys.readouterr().out
    if name == "docs/tutorial.md":
        assert shown.strip() in (ROOT / name).read_text()


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_the_first_example_comes_to_what_the_page_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / name).read_text()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/sums.py").write_text(BLOCK.findall(text)[0])
    monkeypatch.chdir(tmp_path)

    shown = CliRunner().invoke(main, ["check", "claims"]).output

    said = re.search(r"^```\n(claims/sums\.py:.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert said is not None and said[1] in shown


def test_the_gallery_that_the_tutorial_names_is_there() -> None:
    named = re.findall(r"`((?!claims/)\w+/\w+\.py)`", (ROOT / "docs/tutorial.md").read_text())

    assert named
    assert [file for file in named if not (ROOT / "derivations" / file).is_file()] == []
