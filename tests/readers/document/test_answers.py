"""Answers to problem sets: logarithms to another base, gradients in a letter at one of its members, rows after what was not read."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # logarithms to another base, and to none of the usual ones
        ("$-\\frac12 \\log \\frac12 - \\frac12 \\log \\frac12 = 1$", "u"),
        ("$-\\frac14 \\log\\frac14 - \\frac34\\log\\frac34 = 0.811$", "u"),
        ("$-\\frac14 \\log\\frac14 - \\frac34\\log\\frac34 = 0.911$", "r"),
        ("$-\\frac12 \\ln \\frac12 - \\frac12 \\ln \\frac12 = 1$", "r"),
        # a member of the family of the letter in which the gradient is taken, and another letter
        ("Let $f$ be convex. Then $f(w_1) \\ge f(w_2) + \\langle \\nabla_w f(w_2), w_1 - w_2 \\rangle$.", "p"),
        ("Let $f$ be convex. Then $f(w_1) \\ge f(w_2) + \\langle \\nabla_u f(w_2), w_1 - w_2 \\rangle$.", "n"),
    ],
)
def test_what_answers_write(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_line_whose_parts_were_not_understood_leads_to_no_crash() -> None:
    text = (
        "We show $x = 1 \\implies \\foo(x) = x - 1$: $\\log(x) = 0$.\n\nNext $\\log(x) = x - 1 \\implies x = 1$:\n\n"
        "$\\log(x) = x - 1$\n\n$x = e^{x - 1}$"
    )

    assert "refuted" not in verdicts(text)
