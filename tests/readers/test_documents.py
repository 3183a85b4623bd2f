"""Documents of twenty kinds, read whole: the slips in them are found, and nothing that is right is refuted."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from symproof.readers.document.answer import Answer, answer_file

FOLDER = Path(__file__).parent / "documents"
BUDGET = 0.6
"""Processor seconds for a step: with half of them each document still comes out as expected."""
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".md", ".tex", ".ipynb"))


def plain(latex: str) -> str:
    return "".join(latex.split())


def is_in(slip: str, latex: str) -> bool:
    """Whether a slip stands in a step; between ^ and $ it is the whole step."""
    return latex == slip[1:-1] if slip.startswith("^") and slip.endswith("$") else slip in latex


def read(path: Path) -> tuple[Answer, dict[str, object]]:
    expected = tomllib.loads(path.with_name(f"{path.stem}.expect.toml").read_text())
    return answer_file(path, budget=BUDGET), expected


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_slips_are_found_and_nothing_right_is_refuted(path: Path) -> None:
    answer, expected = read(path)
    slips = [plain(slip) for slip in expected["slips"]]  # type: ignore[attr-defined]
    refuted = [plain(each.step.latex) for each in answer.steps if each.judged.verdict == "refuted"]

    assert [latex for latex in refuted if not any(is_in(slip, latex) for slip in slips)] == []
    assert [slip for slip in slips if not any(is_in(slip, latex) for latex in refuted)] == []
    proved, unknown = (
        answer.count("proved"),
        answer.count("unknown"),
    )  # of a comparison with `answer`, pytest shows all of it
    assert proved >= expected["proved"]
    assert unknown <= expected.get("unknown", 99)  # type: ignore[operator]
    assert not any(
        is_in(slip, plain(each.step.latex))
        for each in answer.steps
        if each.judged.verdict == "proved"
        for slip in slips
    )
