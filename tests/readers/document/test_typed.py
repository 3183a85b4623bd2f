"""Formulas as people type them: names of functions without a backslash, back quotes inside of dollars, accents put above; and
moments that "with mean ... and variance ..." gives."""

from __future__ import annotations

from functools import partial

import pytest

from tests import document_says
from tests.readers.shown import shown_formula

verdicts = partial(document_says.verdicts, budget=4.0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("log(ab)", r"\log(ab)"),
        ("2klog(u)", r"2k\log(u)"),
        ("ln 5", r"\ln 5"),
        (r"sin\theta", r"\sin\theta"),
        ("cos^2(t)", r"\cos^2(t)"),
        (r"exp\left(c + d\right)", r"\exp\left(c + d\right)"),
        ("det(M)", r"\det(M)"),
        ("tr(M)", r"\operatorname{tr}(M)"),
        (r"tr(\mathbf{M})", r"\operatorname{tr}(\mathbf{M})"),
        ("Cov(U, W)", r"\operatorname{Cov}(U, W)"),
        ("Profit = 3", r"\mathrm{Profit} = 3"),
        (r"\overset{\wedge}{q}", r"\hat{q}"),
        ("h^{} + k", "h + k"),
        ("g(a, b; c)", "g(a, b, c)"),
    ],
)
def test_what_is_typed_plainly_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert shown_formula(typed) == shown_formula(meant)


@pytest.mark.parametrize(
    ("letters", "factors"),
    [
        ("tr(1 + s)", "t r(1 + s)"),  # a time and a rate
        ("abc(d + k)", "a b c(d + k)"),
        ("ln = 6", "l n = 6"),  # a length and a number
        ("tan", "t a n"),
        ("Mix", "M i x"),
        ("Profit x", "P r o f i t x"),
    ],
)
def test_letters_side_by_side_are_factors(letters: str, factors: str) -> None:
    assert shown_formula(letters).replace(" (", "(") == shown_formula(factors).replace(" (", "(")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $u > 0$ and $w > 0$.\n\n$ln(uw^2) = ln(u) + 2 ln(w)$", ["proved"]),
        ("Let $u > 0$ and $w > 0$.\n\n$ln(uw^2) = ln(u) + ln(2w)$", ["refuted"]),
        ("For all real $a$ and $b$:\n\n$`\n(a - b)^2 = a^2 - 2ab + b^2\n`$", ["proved"]),
        ("For all real $a$ and $b$:\n\n$`\n(a - b)^2 = a^2 - 2ab - b^2\n`$", ["refuted"]),
        (
            "Let $W$ be a random variable with mean $E(W) = \\nu = 4$ and variance $Var(W) = \\tau^2 = 9$.\n\n"
            "Then $E(W^2) = Var(W) + E(W)^2$.",
            ["proved"],
        ),
        (
            "Let $W$ be a random variable with mean $E(W) = \\nu = 4$ and variance $Var(W) = \\tau^2 = 9$.\n\n"
            "Then $3 \\nu + 1 = 12$.",
            ["refuted"],
        ),
    ],
)
def test_what_is_typed_plainly_is_checked(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_value_in_a_part_of_the_domain_is_no_definition() -> None:
    """The integral of a density that is 0 for negative numbers was read as 0."""
    text = "Let $h$ be a density, with $h(t) = 0$ for $t < 0$. Therefore $\\int_0^1 h(t)\\,dt = 0$."
    assert "proved" not in verdicts(text)
    assert verdicts("Define $h(t) = t^2$ for $t > 0$. Then $h(3) = 9$.") == ["proved"]
