"""What is written is what is read: trees of notation, places, and that no input breaks the reader."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from symproof.readers.notation import parse
from symproof.readers.notation.bars import _has_double_bars
from symproof.readers.notation.commands import COMMANDS, SIGNS
from symproof.readers.notation.tree import Node, NotUnderstood
from tests.readers.shown import shown_formula

TABLE = Path(__file__).with_name("notation.txt").read_text().splitlines()
PAIRS = [(TABLE[k], TABLE[k + 1].strip()) for k in range(0, len(TABLE), 2)]


@pytest.mark.parametrize(("latex", "tree"), PAIRS, ids=[latex for latex, _ in PAIRS])
def test_the_tree_of_a_formula(latex: str, tree: str) -> None:
    assert shown_formula(latex) == tree


@pytest.mark.parametrize(
    ("latex", "position", "token"),
    [
        (r"a + \foo b = c", 4, r"\foo"), (r"a = b + ) c", 8, ")"), (r"\frac{a}{b", 10, ""), ("x^12 = y", 2, "12"),
        ("(a + b = c", 10, ""), ("x = \u2603", 4, "\u2603"), (r"x = \left( a", 12, ""), ("x^2^3", 3, "^"),
        (r"y = \operatorname{erf} x", 4, r"\operatorname{erf}"),
    ],
)  # fmt: skip
def test_what_is_not_understood_has_its_place(latex: str, position: int, token: str) -> None:
    problem = parse(latex).problems[0]

    assert (problem.start, problem.token) == (position, token)


def test_a_member_that_fails_leaves_the_others() -> None:
    clause = parse(r"a = \foo(b, c) + 1 \le d").clauses[0]

    assert [isinstance(member, NotUnderstood) for member in clause.members] == [False, True, False]


def _inside(node: Node, low: int, high: int) -> None:
    assert low <= node.start <= node.end <= high
    for child in node.children():
        _inside(child, node.start, node.end)


@pytest.mark.parametrize("latex", [latex for latex, tree in PAIRS if "?" not in tree and "underset" not in latex])
def test_a_piece_lies_within_the_whole(latex: str) -> None:
    for clause in parse(latex).clauses:
        for member in clause.members:
            _inside(member, 0, len(latex))


def test_no_input_breaks_the_reader() -> None:
    """Random tokens: each formula ends in members that lie in it, or in a place where it fails."""
    draw = random.Random(5)
    pool = [*COMMANDS, *SIGNS, *"abxyTt0129", *("{}()[]|_^" * 8), r"\begin{cases}", r"\end{cases}", r"\text{if}", "\x00",
            r"\begin{aligned}", r"\end{aligned}", r"\operatorname{argmin}", r"\underset{x}{\min}", "&", "\\", "\u00b2", "\u03b1"]  # fmt: skip
    for _ in range(1500):
        latex = "".join(draw.choice(pool) + draw.choice(("", " ")) for _ in range(draw.randint(1, 40)))
        for clause in parse(latex).clauses:
            assert len(clause.members) in (0, len(clause.relations) + 1)
            assert all(0 <= member.start <= member.end <= len(latex) for member in clause.members)


@pytest.mark.parametrize(
    "piece",
    ["(", "{", "x^{", r"\frac", r"\sum", r"\text{", "|", "a+", "a/", r"\left(", r"\lnot", "'", "!", r"\begin{pmatrix}",
     r"\mathbf", r"\hat", r"\sin", "|(a", r"\underset{a}{", "x,", "a=b,", r"\\-a", "&+a"],
)  # fmt: skip
def test_a_long_row_of_anything_ends_with_an_answer(piece: str) -> None:
    formula = parse(piece * (20_000 // len(piece)))

    assert formula.rows or not formula.problems


def test_a_formula_is_looked_through_once_for_bars_with_a_size() -> None:
    """The time would grow with the square of its length, were it done at each of them."""
    _has_double_bars.cache_clear()
    parse(r"\bigl||x\bigr| + " * 100)

    assert _has_double_bars.cache_info().misses == 1
