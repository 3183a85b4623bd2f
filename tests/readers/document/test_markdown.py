"""Formulas in Markdown: all of them, each at its place, and nothing else."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.finding.items import Break, Formula, Trouble, Words


def found(text: str) -> list[str]:
    return [formula.latex.text for formula in document_of(text.encode(), "markdown").formulas]


def places(text: str) -> list[tuple[int, int]]:
    document = document_of(text.encode(), "markdown")
    return [document.source.place(formula.start) for formula in document.formulas]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("Let $x > 0$ and $y$.", ["x > 0", "y"]),
        ("A display $$a = b$$ in a line.", ["a = b"]),
        ("$$\na = b\n$$", ["\na = b\n"]),
        ("$$a = b$$ (1)\n\nText", ["a = b"]),
        (r"With \(x\) and \[ y = 1 \] so.", ["x", " y = 1 "]),
        ("\\begin{align}\na &= b \\\\\n  &= c\n\\end{align}\n", ["\na &= b \\\\\n  &= c\n"]),
        ("```math\na = b\n```\n", ["a = b\n"]),
        ("- item $a_1$\n- item $*b*$ and $c*d$\n", ["a_1", "*b*", "c*d"]),
        ("> quoted\n> $$a\n> = b$$\n", ["a\n= b"]),
        ("$$\na\n\n= b\n$$\n", ["\na\n\n= b\n"]),
        ("$$x\n= y\n- z$$\n", ["x\n= y\n- z"]),
        ("## Heading with $n$ ##\n", ["n"]),
        ("| a | b |\n|---|---|\n| $x$ | $\\|y\\|$ |\n", ["x", "\\|y\\|"]),
        (r"$a \text{ if } b$ and $\text{for $x$ in} S$", [r"a \text{ if } b", r"\text{for $x$ in} S"]),
        ("( $x$ ) and $ y = 2 $.", ["x", " y = 2 "]),
    ],
)
def test_formulas_are_found(text: str, formulas: list[str]) -> None:
    assert found(text) == formulas


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $6.",
        "From $5 to $10, or $3.50/kg.",
        r"An escaped \$x\$ dollar.",
        "Code `$x$` and\n\n```\n$y$\n```\n\n    $$z$$\n",
        "<!-- $x = 1$ -->\n\ntext <!-- $y$ --> more",
        "US$5, CA$7, $HOME and $PATH",
        "one $ sign",
        r"a list \[not a formula but words\] here",
    ],
)
def test_what_is_no_formula_is_not_found(text: str) -> None:
    assert found(text) == []


def test_places_are_those_of_the_file() -> None:
    text = "# $a$\n\n- x\n  - deep $b$\n\n> q $c$\n> $$d$$\n\n| h |\n|---|\n| $e$ and $e$ |\n"

    assert places(text) == [(1, 3), (4, 10), (6, 5), (7, 3), (11, 3), (11, 11)]


def test_a_place_inside_of_a_quoted_display_is_that_of_the_file() -> None:
    document = document_of(b"> $$a\n>   = b$$\n", "markdown")
    (formula,) = document.formulas

    at = formula.latex.text.index("b")

    assert document.source.place(formula.latex.origin(at)) == (2, 7)


@pytest.mark.parametrize(
    "text", ["Text $$a = b\n\nMore $c$.", "So \\[ a = b\n\nMore $c$.", "\\begin{align} a = b\n\nMore $c$."]
)
def test_a_display_without_an_end_costs_its_paragraph(text: str) -> None:
    first, second = document_of(text.encode(), "markdown").formulas

    assert "never closed" in first.problem
    assert second.latex.text == "c"
    assert not second.problem


def test_windows_ends_of_lines_and_marks_keep_the_places() -> None:
    plain = places("a\n\n$x$ b\n$y$\n")

    document = document_of(b"\xef\xbb\xbfa\r\n\r\n$x$ b\r\n$y$\r\n", "markdown")

    assert [document.source.place(formula.start) for formula in document.formulas] == plain


def test_bytes_that_are_no_utf8_are_read() -> None:
    document = document_of("Für alle $x$".encode("latin-1"), "markdown")

    assert document.source.decoded == "latin-1"
    assert [formula.latex.text for formula in document.formulas] == ["x"]


def test_front_matter_is_read_and_is_no_prose() -> None:
    document = document_of(b"+++\n[names]\nx = 'vector'\n+++\n\nText $x$.\n", "markdown")

    assert document.front.table == {"names": {"x": "vector"}}
    assert document.source.place(document.formulas[0].start) == (6, 6)
    assert not any(isinstance(item, Words) and "names" in item.text.text for item in document.items)


@pytest.mark.parametrize(
    "text", ["---\ntitle: A\nsymproof: |\n  [names]\n  x = 'vector'\n---\n$x$", "---\nnames = {x = 'vector'}\n---\n$x$"]
)
def test_front_matter_between_dashes(text: str) -> None:
    assert document_of(text.encode(), "markdown").front.table == {"names": {"x": "vector"}}


def test_front_matter_that_is_no_toml_is_told() -> None:
    document = document_of(b"+++\nnames = \n+++\n$x$", "markdown")

    assert isinstance(document.items[0], Trouble)
    assert len(document.formulas) == 1


def test_a_rule_across_the_page_is_no_front_matter() -> None:
    assert found("---\nText with $x$ here.\n---\n$y$") == ["x", "y"]


def test_paragraphs_items_and_headings_are_told_apart() -> None:
    kinds = [item.kind for item in document_of(b"# A\n\none\n\n- two\n", "markdown").items if isinstance(item, Break)]

    assert kinds == ["heading", "paragraph", "paragraph", "item", "paragraph", "close"]


def test_a_notebook_is_read_cell_by_cell() -> None:
    text = '{"cells": [{"cell_type": "code", "source": ["x = \\"$no$\\""]}, {"cell_type": "markdown", "source": ["# A\\n", "$$a"]}, {"cell_type": "markdown", "source": "one\\n$b$"}]}'
    document = document_of(text.encode(), "notebook")

    where = [(document.source.cell(each.start), *document.source.place(each.start)) for each in document.formulas]

    assert where == [(2, 2, 1), (3, 2, 1)]
    assert isinstance(document.formulas[0], Formula)
