"""The Python blocks of the documents run, each document from top to bottom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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


def test_the_gallery_that_the_tutorial_names_is_there() -> None:
    named = re.findall(r"`((?!claims/)\w+/\w+\.py)`", (ROOT / "docs/tutorial.md").read_text())

    assert named
    assert [file for file in named if not (ROOT / "derivations" / file).is_file()] == []
