"""Sine and cosine at multiples of pi: every rule of the normal form against what floating point says, and the re-checker's form."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import pytest

from symproof import cos, eq, integer, natural, pi, prove, rational, real, sin, sqrt
from symproof.recheck import facts as recheck_facts
from symproof.recheck.build import read
from symproof.statement import Prop
from symproof.term import Scalar
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from tests.kernel_says import settled

x, y = real("x"), real("y")
n, m, a = natural("n"), natural("m"), integer("a")
FUNCTIONS, FLOATS = {"sin": sin, "cos": cos}, {"sin": math.sin, "cos": math.cos}
TURNS = sorted({Fraction(top, bottom) for bottom in (4, 6, 10, 12) for top in range(-2 * bottom, 2 * bottom)})


OURS, THEIRS = Facts(()).normalizer, recheck_facts.Facts(()).normal


def agree(left: Scalar, right: Scalar) -> tuple[bool, bool]:
    """Whether two scalars have one normal form: the kernel's, and the re-checker's."""
    ours, theirs = OURS, THEIRS
    return (
        ours.ring.is_zero(ours.difference(left, right)),
        not theirs.difference(read(ct.to_data(left)), read(ct.to_data(right))).num,
    )


def test_each_multiple_of_pi_is_that_of_an_angle_up_to_a_quarter_of_pi() -> None:
    small = [turn for turn in TURNS if 0 <= turn <= Fraction(1, 4)]
    ways = [(sign, name, turn) for sign in (1, -1) for name in FUNCTIONS for turn in small]
    for name, turn in product(FUNCTIONS, TURNS):
        here, there = FUNCTIONS[name](rational(str(turn)) * pi), FLOATS[name](turn * math.pi)
        same = [way for way in ways if abs(way[0] * FLOATS[way[1]](way[2] * math.pi) - there) < 1e-9]
        assert same
        for sign, other, angle in ways:
            equal = (sign, other, angle) in same
            assert agree(here, sign * FUNCTIONS[other](rational(str(angle)) * pi)) == (equal, equal), (name, turn)


RIGHT: list[Prop] = [
    eq(sin(pi / 6), rational("1/2")),
    eq(cos(pi / 6), sqrt(3) / 2),
    eq(sin(pi / 4), cos(pi / 4)),
    eq(cos(2 * pi / 3), -rational("1/2")),
    eq(sin(x + pi / 2), cos(x)),
    eq(cos(x + pi / 2), -sin(x)),
    eq(sin(pi - x), sin(x)),
    eq(cos(pi / 3 - x), sin(pi / 6 + x)),
    eq(sin(x - 7 * pi / 2), cos(x)),
    eq(sin(n * pi), 0),
    eq(cos(a * pi), (-1) ** a),
    eq(cos(2 * n * m * pi + x), cos(x)),
    eq(sin(x - n * pi), (-1) ** n * sin(x)),
    eq(sin(n * pi + pi / 2), (-1) ** n),
    eq(sin(pi * x + pi), -sin(pi * x)),
]
WRONG: list[Prop] = [
    eq(sin(pi / 6), rational("1/3")),
    eq(cos(pi / 6), sqrt(2) / 2),
    eq(cos(2 * pi / 3), rational("1/2")),
    eq(sin(x + pi / 2), -cos(x)),
    eq(cos(x + pi / 2), sin(x)),
    eq(sin(pi - x), -sin(x)),
    eq(cos(pi / 3 - x), sin(pi / 6 - x)),
    eq(sin(x - 7 * pi / 2), -cos(x)),
    eq(sin(n * pi / 2), 0),
    eq(cos(a * pi), 1),
    eq(cos(n * m * pi + x), cos(x)),
    eq(sin(x - n * pi), sin(x)),
    eq(sin(x * pi), 0),
    eq(sin(n), 0),
    eq(sin(pi * pi), 0),
    eq(cos(1 + pi), cos(1)),
    eq(sin(pi / (n + 1)), 0),
]


@pytest.mark.parametrize("claim", RIGHT, ids=str)
def test_what_is_right_has_one_form(claim: Prop) -> None:
    verdict = prove(claim)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())
    assert agree(claim.left, claim.right) == (True, True)  # type: ignore[attr-defined]  # an equation


@pytest.mark.parametrize("claim", WRONG, ids=str)
def test_what_is_wrong_has_not(claim: Prop) -> None:
    assert agree(claim.left, claim.right) == (False, False)  # type: ignore[attr-defined]  # an equation
    assert settled(claim, budget=0.5).status != "proved"
