"""The author's macros are expanded, and what comes of them keeps its place."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.located import Located, Source, join
from symproof.readers.document.finding.macros import EndlessMacro, expand, find_definitions


def expanded(formula: str, definitions: str) -> str:
    macros = {macro.name: macro for macro in find_definitions(definitions)}
    return expand(Located.copy(formula, 0), macros).text


@pytest.mark.parametrize(
    ("definitions", "formula", "result"),
    [
        (r"\newcommand{\R}{\mathbb{R}}", r"x \in \R", r"x \in \mathbb{R}"),
        (r"\newcommand\norm[1]{\|#1\|}", r"\norm{x+y}^2", r"\|x+y\|^2"),
        (r"\newcommand{\p}[2][2]{\|#2\|_{#1}}", r"\p{x} \p[1]{y}", r"\|x\|_{2} \|y\|_{1}"),
        (r"\def\ip#1#2{\langle #1, #2\rangle}", r"\ip ab", r"\langle a, b\rangle"),
        (r"\DeclareMathOperator{\tr}{tr} \DeclareMathOperator*{\am}{arg\,min}", r"\tr A \am_x", r"\operatorname{tr} A \operatorname*{arg\,min}_x"),
        (r"\newcommand{\a}{\b}\newcommand{\b}{c}", r"\a", "c"),
        (r"\newcommand{\e}{\eta}", r"\e x", r"\eta x"),
        (r"\let\eps\varepsilon", r"\eps > 0", r"\varepsilon > 0"),
        (r"\newcommand{\w}{\mathbf{w}}", r"\w_{t+1} = \w_t", r"\mathbf{w}_{t+1} = \mathbf{w}_t"),
        (r"\renewcommand{\phi}{\varphi}", r"\phi", r"\varphi"),
    ],
)  # fmt: skip
def test_macros_are_expanded(definitions: str, formula: str, result: str) -> None:
    assert expanded(formula, definitions) == result


@pytest.mark.parametrize(
    "definitions",
    [
        r"\def\a{\a\a}\let\b\a",
        r"\newcommand{\a}{x\a}",
        r"\def\a{\b\b\b\b}\def\b{\c\c\c\c\c\c}\def\c{\d\d\d\d\d\d}\def\d{\f\f\f\f\f\f\f}\def\f{\g\g\g\g\g\g}\def\g{xxxxxxxxxxxxxxx}",
    ],
)
def test_a_macro_without_end_is_told_with_its_place(definitions: str) -> None:
    with pytest.raises(EndlessMacro) as caught:
        expanded(r"1 + \a", definitions)

    assert caught.value.offset == 4


def test_what_an_argument_was_keeps_its_place() -> None:
    macros = {macro.name: macro for macro in find_definitions(r"\newcommand{\sq}[1]{(#1)^2}")}
    text = expand(Located.copy(r"a + \sq{bc} + d", 100), macros)

    assert text.text == "a + (bc)^2 + d"
    assert text.origin(text.text.index("b")) == 108
    assert text.origin(text.text.index("d")) == 114
    assert text.origin(text.text.index("^")) == 104


def test_pieces_of_located_text() -> None:
    text = join([Located.copy("abc", 10), Located.whole("xyz", 20), Located.copy("de", 30)])

    assert [text[k : k + 1].origin(0) for k in range(8)] == [10, 11, 12, 20, 20, 20, 30, 31]
    assert (text[1:7].text, text[1:7].origin(5), text[2:2].text) == ("bcxyzd", 30, "")


def test_lines_and_columns() -> None:
    source = Source("ab\n\ncd\n")

    assert [source.place(offset) for offset in (0, 2, 3, 5)] == [(1, 1), (1, 3), (2, 1), (3, 2)]
    assert [source.line(k) for k in (1, 2, 3, 4)] == ["ab", "", "cd", ""]
