"""Formulas in LaTeX: all of them, each at its place, and nothing that is a comment or verbatim."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.finding.items import Break


def found(text: str) -> list[str]:
    return [formula.latex.text for formula in document_of(text.encode(), "latex").formulas]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        (r"Let $x > 0$ and \(y\).", ["x > 0", "y"]),
        ("\\[ a = b \\]", [" a = b "]),
        ("$$a$$", ["a"]),
        ("\\begin{equation}\\label{e} a = b\\end{equation}", ["\\label{e} a = b"]),
        ("\\begin{gather*} a \\\\ b\\end{gather*}", [" a \\\\ b"]),
        ("\\begin{multline} a \\\\ = b\\end{multline}", [" a \\\\ = b"]),
        ("\\[\\begin{cases} a & b \\\\ c & d\\end{cases}\\]", ["\\begin{cases} a & b \\\\ c & d\\end{cases}"]),
        (
            "\\begin{equation}\\begin{split} a &= b \\\\ &= c\\end{split}\\end{equation}",
            ["\\begin{split} a &= b \\\\ &= c\\end{split}"],
        ),
        ("\\begin{theorem}[Big] If $x$ then $y$.\\end{theorem}", ["x", "y"]),
        ("preamble $no$ \\begin{document} $yes$ \\end{document} $no$", ["yes"]),
        ("$a \\text{ if $b$ holds}$", ["a \\text{ if $b$ holds}"]),
        ("\\begin{align} a &= b % a remark with $x$\n \\\\ &= c \\end{align}", [" a &= b \\\\ &= c "]),
    ],
)
def test_formulas_are_found(text: str, formulas: list[str]) -> None:
    assert found(text) == formulas


@pytest.mark.parametrize(
    "text",
    [
        r"It costs \$5 and \$6.",
        "% a remark with $x$\ntext",
        "\\begin{verbatim}$x$\\end{verbatim} \\verb|$y$| \\begin{comment} $z$ \\end{comment}",
        "\\iffalse $x$ \\ifdraft $y$ \\fi $z$ \\fi \\caption{For $x > 1$.} \\sout{Let $y$.}",
        r"\newcommand{\R}{$\mathbb{R}$} text \label{eq:$x$}",
    ],
)
def test_what_is_no_formula_is_not_found(text: str) -> None:
    assert found(text) == []


def test_a_place_after_a_remark_is_that_of_the_file() -> None:
    document = document_of(b"\\[ a % remark\n  = b \\]", "latex")
    (formula,) = document.formulas

    assert document.source.place(formula.latex.origin(formula.latex.text.index("b"))) == (2, 5)


@pytest.mark.parametrize(
    "text", ["\\[ a = b\n\n$c$", "\\begin{align} a = b\n\n$c$", "\\[ a \\begin{cases} b\n\n$c$", "$a = b\n\n$c$"]
)
def test_a_formula_without_an_end_costs_its_paragraph(text: str) -> None:
    first, second = document_of(text.encode(), "latex").formulas

    assert "never closed" in first.problem
    assert (second.latex.text, second.problem) == ("c", "")


def test_theorems_and_sections_are_told() -> None:
    text = b"\\newtheorem{satz}{Satz}\\begin{document}\\section{One}\\begin{satz}$x$\\end{satz}\\begin{enumerate}\\item A\\end{enumerate}\\end{document}"
    breaks = [(item.kind, item.name) for item in document_of(text, "latex").items if isinstance(item, Break)]

    assert breaks == [
        ("heading", "One"), ("environment", "satz"), ("environment", "end satz"), ("item", ""), ("close", "")
    ]  # fmt: skip


def test_front_matter_is_a_comment() -> None:
    document = document_of(b"% +++\n% [names]\n% x = 'vector'\n% +++\n$x$", "latex")

    assert document.front.table == {"names": {"x": "vector"}}
