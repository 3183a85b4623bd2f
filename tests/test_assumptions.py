"""The page of assumed lemmas lists what the derivations assume, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

from symproof.readers.module import find_files, load

ROOT = Path(__file__).parents[1]


def test_the_page_lists_what_is_assumed() -> None:
    page = (ROOT / "docs" / "assumptions.md").read_text()
    derivations = [each for file in find_files([ROOT / "derivations"]) for each in load(file)]

    assumed = {
        (str(step.by.args[0]), each.name)
        for each in derivations
        for step in each.steps
        if step.by is not None and step.by.name == "assumed"
    }

    listed = re.findall(r"^\| (.+?) \| `[^`]+`, `(\w+)` \|", page, re.MULTILINE)
    assert set(listed) == assumed
    claims = sum(each.expect == "proved" for each in derivations)
    assert f"Of the {claims}\nclaims" in page
