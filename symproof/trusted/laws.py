"""Laws of elementary functions that are no equality of normal forms: each is a statement about all values of its letters.

A proof uses a law at values of its choice (`certificate.Law`). Trusted; each law is a test, on random numbers and on
the neighbours that it must not give. Those of increasing functions are made from the table of functions.

Source: any calculus text. exp and -log are convex, so they lie above their tangents; |sin'| <= 1 and sin(0) = 0; integrate
sin(x) <= x for 1 - cos(x) <= x**2/2. The sine is positive between 0 and pi, the first of its zeros above 0. 0 < arctan' <= 1,
and for -pi < y < pi the tangent of y/2 is sin(y)/(1 + cos(y)). The arctangents of x and y add up to less than a quarter of a
turn where x y < 1, and lie above it where x > 0 and x y > 1.
"""

from __future__ import annotations

from fractions import Fraction

from symproof.functions import FUNCTIONS, ElementaryFunction, arctan, cos, exp, log, pi, sin
from symproof.statement import Prop, Relation, Statement
from symproof.term import ONE, ZERO, Binomial, Div, Elementary, Floor, Neg, Number, Variable

x, y = Variable("x"), Variable("y")
k = Variable("k", "integer")
HALF_TURN = Div(pi, Number(Fraction(2)))
LETTERS = (x, y, k)
"""The letters of the laws, in the order in which a certificate gives their values."""


def _laws_of_increasing(row: ElementaryFunction) -> dict[str, Statement]:
    """x < y gives f(x) < f(y), both ways, for an increasing function."""
    at_x, at_y = Elementary(row.name, (x,)), Elementary(row.name, (y,))
    domain = tuple(Relation(kind, term, ZERO) for letter in (x, y) for term, kind in row.domain(letter))
    rules: dict[str, tuple[Prop, Prop]] = {
        "increasing": (Relation("<=", x, y), Relation("<=", at_x, at_y)),
        "strictly_increasing": (Relation("<", x, y), Relation("<", at_x, at_y)),
        "reflects": (Relation("<=", at_x, at_y), Relation("<=", x, y)),
        "reflects_strictly": (Relation("<", at_x, at_y), Relation("<", x, y)),
        "injective": (Relation("=", at_x, at_y), Relation("=", x, y)),
    }
    return {f"{row.name}_{name}": Statement((*domain, given), claim) for name, (given, claim) in rules.items()}


LAWS: dict[str, Statement] = {
    "abs_above": Statement((), Relation(">=", abs(x), x)),
    "abs_above_opposite": Statement((), Relation(">=", abs(x), Neg(x))),
    "floor_below": Statement((), Relation("<=", Floor(x), x)),
    "floor_above": Statement((), Relation("<", x, Floor(x) + ONE)),
    "exp_above_tangent": Statement((), Relation(">=", exp(x), ONE + x)),
    "log_below_tangent": Statement((x > 0,), Relation("<=", log(x), x - ONE)),
    "exp_strictly_above_tangent": Statement((Relation("!=", x, ZERO),), Relation(">", exp(x), ONE + x)),
    "log_strictly_below_tangent": Statement((x > 0, Relation("!=", x, ONE)), Relation("<", log(x), x - ONE)),
    "exp_above_tangent_at": Statement((), Relation(">=", exp(x), exp(y) * (ONE + x - y))),
    "log_below_tangent_at": Statement((x > 0, y > 0), Relation("<=", log(x), log(y) + x / y - ONE)),
    "sin_of_sum": Statement((), Relation("=", sin(x + y), sin(x) * cos(y) + cos(x) * sin(y))),
    "cos_of_sum": Statement((), Relation("=", cos(x + y), cos(x) * cos(y) - sin(x) * sin(y))),
    "sin_below_angle": Statement((), Relation("<=", abs(sin(x)), abs(x))),
    "sin_strictly_below_angle": Statement((x > 0,), Relation("<", sin(x), x)),
    "pascal": Statement((), Relation("=", Binomial(x + 1, k + 1), Binomial(x, k) + Binomial(x, k + 1))),
    "binomial_of_more": Statement((), Relation("=", (x + 1 - k) * Binomial(x + 1, k), (x + 1) * Binomial(x, k))),
    "cos_above_parabola": Statement((), Relation(">=", cos(x), ONE - x**2 * Number(Fraction(1, 2)))),
    "arctan_below_quarter": Statement((), Relation("<", arctan(x), HALF_TURN)),
    "arctan_above_quarter": Statement((), Relation(">", arctan(x), Neg(HALF_TURN))),
    "arctan_below_tangent": Statement((x >= 0,), Relation("<=", arctan(x), x)),
    "arctan_strictly_below_tangent": Statement((x > 0,), Relation("<", arctan(x), x)),
    "arctan_of_half": Statement(
        (y > Neg(pi), y < pi, Relation("=", sin(y), x * (ONE + cos(y)))), Relation("=", arctan(x), y / 2)
    ),
    "arctan_of_sum": Statement((x * y < ONE,), Relation("=", arctan(x) + arctan(y), arctan((x + y) / (ONE - x * y)))),
    "arctan_of_large_sum": Statement(
        (x > ZERO, x * y > ONE), Relation("=", arctan(x) + arctan(y), arctan((x + y) / (ONE - x * y)) + pi)
    ),
    "sin_positive": Statement((x > 0, x < pi), Relation(">", sin(x), ZERO)),
    "sin_nonnegative": Statement((x >= 0, x <= pi), Relation(">=", sin(x), ZERO)),
    "cos_positive": Statement((x > Neg(HALF_TURN), x < HALF_TURN), Relation(">", cos(x), ZERO)),
    "cos_nonnegative": Statement((x >= Neg(HALF_TURN), x <= HALF_TURN), Relation(">=", cos(x), ZERO)),
}
for _row in FUNCTIONS.values():
    if _row.increasing:
        LAWS |= _laws_of_increasing(_row)
