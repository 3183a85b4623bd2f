"""Whatever bytes a document holds, reading it ends soon, in an answer whose complaints have places."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import DocumentError, document_of
from symproof.readers.document.finding.items import Formula
from symproof.readers.document.steps.walk import Walk, read_steps
from symproof.readers.document.words import outline
from symproof.readers.document.words.prose import Announcement

FOLDER = Path(__file__).parents[1] / "documents"
SOURCES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".md", ".tex", ".ipynb"))
KINDS = {".md": "markdown", ".tex": "latex", ".ipynb": "notebook"}
PIECES = (
    "{", "}", "$", "$$", "\\", "\\left(", "\\right", "\\begin{align}", "\\end{cases}", "&", "\\\\", "^", "_", "#", "%",
    "\\frac", "\\sqrt[", "\\foo", "\\newcommand{\\a}{\\a}", "≤", "∑", "𝔼", "‖", "\u202e", "\x00", "=", "=>", "\\pm", "\\implies", "```",
)  # fmt: skip
PIECES_READ = 12


def read(data: bytes, kind: str) -> Walk | None:
    try:
        return read_steps(document_of(data, kind), {})
    except DocumentError as refused:  # a notebook that is none
        assert kind == "notebook"
        assert str(refused)
        return None


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A piece of a document with some of its characters replaced, doubled or taken out."""
    low = chance.randrange(len(data))
    piece = bytearray(data[low : low + chance.randrange(20, 1500)])
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(piece))
        piece[at : at + chance.randrange(3)] = chance.choice(PIECES).encode()
    return bytes(piece)


@pytest.mark.parametrize("seed", range(3))
def test_a_document_that_is_torn_or_changed_is_read_to_its_end(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(PIECES_READ):
        path = chance.choice(SOURCES)
        walk = read(mutated(path.read_bytes(), chance), KINDS[path.suffix])
        for heard in walk.heard if walk is not None else ():
            assert heard.line >= 1
            assert not heard.problem or heard.problem_line >= 1


@pytest.mark.parametrize(
    "text",
    [
        "$" + "{" * 5000 + "x" + "}" * 5000 + "$",
        "$" + "(" * 5000 + "$",
        "$$" + r"\frac{1}{" * 900 + "x" + "}" * 900 + " = 1$$",
        "$" + "x + " * 60_000 + "x = 1$",
        "x" * 250_000 + "$1 + 1 = 2$",
        "$" + "ab" * 125_000 + " = 1$",
        r"\begin{align} x &= 1 \\ y",
        "$$x = 1",
        "\ufeff$∑_{k=1}^n k ≤ n² ⇒ ‖x‖ ≥ 0$ \udce9".encode("utf-8", "surrogateescape").decode("latin-1"),
        "> " * 300 + "$1 + 1 = 2$",
        "* " * 300 + "$1 + 1 = 2$",
        "$1 + 1 = 2$" + "|\n" * 10_000 + "$1 + 1 = 2$",
        "$1 + 1 = 2$" + " " * 10_000 + "$1 + 1 = 2$",
        "$1 + 1 = 2$" + ", " * 5_000 + "$1 + 1 = 2$",
        "$1 + 1 = 2$" + "*" * 10_000 + "$1 + 1 = 2$",
        "$1 + 1 = 2$" + "2x + " * 1_000 + "$1 + 1 = 2$",
    ],
    ids=range(16),
)
def test_no_shape_of_a_document_is_too_much(text: str) -> None:
    began = time.process_time()
    for kind in ("markdown", "latex"):
        walk = read(text.encode("utf-8", "replace"), kind)
        assert walk is not None
        assert all(heard.problem_line >= 1 for heard in walk.heard if heard.problem)
    assert time.process_time() - began < 4


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read_or_complained_of(encoding: str) -> None:
    walk = read("Größe: $1 + 1 = 2$ und so.".encode(encoding), "markdown")
    assert walk is not None


def test_a_mistake_in_reading_words_costs_one_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    said = outline._said

    def broken(now: Any, after: str, formula: Formula) -> Announcement:
        if "z" in formula.latex.text:
            raise IndexError("list index out of range")
        return said(now, after, formula)

    monkeypatch.setattr(outline, "_said", broken)
    answer = answer_document(document_of(b"Then $1 + 1 = 2$. So $z = 3$. Hence $2 + 2 = 5$.", "markdown"), {})
    assert [step.judged.verdict for step in answer.steps] == ["proved", "refuted"]
    assert [heard.problem[:14] for heard in answer.heard if heard.problem] == ["internal error"]
