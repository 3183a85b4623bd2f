"""Words for a reader: text is escaped, and only formulas that surely compile are set as formulas."""

from __future__ import annotations

import pytest

from symproof.writers.prose import plain_prose, prose_html, prose_latex, prose_width, segments


def test_mathematics_and_code_are_told_from_text() -> None:
    found = [(segment.kind, segment.text) for segment in segments(r"since $\eta > 0$, by `ring`.")]

    assert found == [("text", "since "), ("math", r"\eta > 0"), ("text", ", by "), ("code", "ring"), ("text", ".")]


@pytest.mark.parametrize("text", ["costs $5 or $6", r"$\undefined$", "$x^{$", r"$\input{file}$", "$50%$"])
def test_what_only_looks_like_mathematics_stays_text(text: str) -> None:
    assert [segment.kind for segment in segments(text)] == ["text"]


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("50% of {a} & b_1 #2 ~ ^", r"50\% of \{a\} \& b\_1 \#2 \textasciitilde{} \textasciicircum{}"),
        ("a \\ b", r"a \textbackslash{} b"),
        ("x < y", "x $<$ y"),
        ("\u03bb \u2265 0", r"$\lambda$ $\ge$ 0"),
        ("na\u00efve", "na\u00efve"),
        ("\u4e2d", "[U+4E2D]"),
        ("bell\x07", "bell"),
        ('`"x"`', r"\texttt{\char34{}x\char34{}}"),
    ],
)
def test_text_is_escaped_for_latex(text: str, latex: str) -> None:
    assert prose_latex(text) == latex


def test_text_is_escaped_for_html() -> None:
    assert prose_html("<b> & `<i>`") == "&lt;b&gt; &amp; <code>&lt;i&gt;</code>"


def test_a_formula_is_mathml_on_the_page_and_words_in_a_title() -> None:
    assert prose_html("$a < b$") == "<math><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>"
    assert plain_prose("the $a$ of `b`") == "the a of b"


def test_a_formula_counts_by_what_is_seen_of_it() -> None:
    assert prose_width(r"$\mathbf{\lambda}$") < prose_width("mathbf lambda")
