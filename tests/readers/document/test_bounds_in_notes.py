"""Notes on convergence and bounds: constants that are chosen behind a claim, step sizes with an index, rules for powers of two,
examples behind cases, the least number that a bound allows."""

from __future__ import annotations

import pytest

from tests.document_says import tells

CLAIMED = "Let $s > 0$. We claim $u \\le C$ for $C = \\max\\{u, 4s\\}$. For $k = 0$ this holds since $u \\le C$. Then $C \\ge %s$."
STEPS = "Suppose that $a_k \\ge 0$ satisfies $a_{k+1} \\le (1 - \\gamma) a_k$ with $0 < \\gamma < 1$.%s If $k \\ge 1$, then %s"
EXAMPLE = "Let $s > 0$. For $x > s$ we have $x - s > 0$. For $x \\le 0$ we have $x - s < 0$.%s For instance, with $s = 2$ we get %s"
RULE = "Let $T(1) = 1$ and $T(n) = 2 T(n/2) + n$ for $n = 2^m$. Put $t_m = T(2^m)$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the reason for a claim ends no condition
        (CLAIMED % "4s", "ppp"),
        (CLAIMED % "5s", "ppr"),
        # a letter that has an index from here on
        (STEPS % (" Choose $\\gamma_k = \\frac{1}{k+1}$.", "$a_{k+1} \\le \\frac{k}{k+1} a_k$."), "?"),
        (STEPS % (" Choose $\\gamma_k = \\frac{1}{k+1}$.", "$\\gamma_k = \\frac{1}{k}$."), "r"),
        # an example is no more one of the cases before it
        (EXAMPLE % ("\n\n", "$x = 5 - 2 = 3$."), "pp?p"),
        (EXAMPLE % ("\n\n", "$5 - s = 4$."), "ppr"),
        # a rule for the powers of two holds for each
        (RULE + "Then $t_0 = 1$ and $t_m = m + 1$.", "p?"),
        ("Let $T(n) = 2 T(n/2) + n$ for $n = 4$. Then $T(4) = 2 T(2) + 4$.", "p"),
        ("Let $T(n) = 2 T(n/2) + n$ for $n = 4$. Then $T(8) = 2 T(4) + 8$.", "?"),
        # the first whole number within a bound may be chosen
        ("So $m \\ge 99.03$, hence $m = 100$.", "??"),
        ("So $m \\ge 99.03$, hence $m = 99$.", "?r"),
        ("So $m \\ge 99.03$, hence $m = 101$.", "?r"),
        ("So $m < 7.5$, hence $m = 7$.", "??"),
        ("So $m < 7.5$, hence $m = 8$.", "?r"),
        # a multiple of e, or a number as code prints one
        ("So $\\frac{10e+20}{e+1} \\approx 12.69$ and $3e+2 \\approx 10.15$.", "pp"),
        ("So $\\frac{10e+20}{e+1} \\approx 13.69$ and $3e+2 = 300$.", "rr"),
        ("So $1e+20 = 10^{20}$ and $2.5e+03 = 2500$ and $1e-3 = 0.001$.", "ppp"),
        # powers of numbers below 1 that are added up inside of a term
        ("So $\\sum_{n=0}^\\infty (\\frac23)^n + \\sum_{n=1}^\\infty \\frac{1}{3^n} = 3 + \\frac12$.", "p"),
        ("So $\\sum_{n=0}^\\infty (\\frac23)^n + \\sum_{n=1}^\\infty \\frac{1}{3^n} = 3 + \\frac32$.", "r"),
        ("So $\\sum_{n=0}^\\infty 2^n + \\sum_{n=1}^\\infty \\frac{1}{3^n} = -1 + \\frac12$.", "?"),
        # a diameter is not negative
        ("Let $K$ be a set with diameter at most $D$, and $G > 0$. Then $D G \\ge 0$.", "p"),
        ("Let $K$ be a set with diameter at most $D$, and $G > 0$. Then $D G \\ge G$.", "r"),
    ],
)  # fmt: skip
def test_bounds(text: str, expected: str) -> None:
    tells(text, expected.replace("?", "u"))
