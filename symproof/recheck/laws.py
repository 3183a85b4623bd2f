"""The laws of elementary functions, as the kernel's table has them."""

from __future__ import annotations

from fractions import Fraction

from .calculus import FUNCTIONS, apply, relation
from .terms import ONE, TWO, ZERO, Node, minus, number, plus, times

F = Fraction


def _laws() -> dict[str, tuple[tuple[Node, ...], Node]]:
    x, y, k = LAW_LETTERS
    more, next_ = plus(x, ONE), plus(k, ONE)
    sin_x, cos_x, sin_y, cos_y = (apply(name, z) for z in (x, y) for name in ("sin", "cos"))
    square = ("Pow", x, TWO)
    laws = {
        "abs_above": ((), relation(">=", apply("abs", x), x)),
        "abs_above_opposite": ((), relation(">=", apply("abs", x), ("Neg", x))),
        "floor_below": ((), relation("<=", ("Floor", x), x)),
        "floor_above": ((), relation("<", x, plus(("Floor", x), ONE))),
        "exp_above_tangent": ((), relation(">=", apply("exp", x), plus(ONE, x))),
        "log_below_tangent": ((relation(">", x, ZERO),), relation("<=", apply("log", x), minus(x, ONE))),
        "exp_strictly_above_tangent": ((relation("!=", x, ZERO),), relation(">", apply("exp", x), plus(ONE, x))),
        "log_strictly_below_tangent": (
            (relation(">", x, ZERO), relation("!=", x, ONE)),
            relation("<", apply("log", x), minus(x, ONE)),
        ),
        "exp_above_tangent_at": (
            (),
            relation(">=", apply("exp", x), times(apply("exp", y), minus(plus(ONE, x), y))),
        ),
        "log_below_tangent_at": (
            (relation(">", x, ZERO), relation(">", y, ZERO)),
            relation("<=", apply("log", x), minus(plus(apply("log", y), ("Div", x, y)), ONE)),
        ),
        "sin_of_sum": ((), relation("=", apply("sin", plus(x, y)), plus(times(sin_x, cos_y), times(cos_x, sin_y)))),
        "cos_of_sum": ((), relation("=", apply("cos", plus(x, y)), minus(times(cos_x, cos_y), times(sin_x, sin_y)))),
        "sin_below_angle": ((), relation("<=", apply("abs", sin_x), apply("abs", x))),
        "sin_strictly_below_angle": ((relation(">", x, ZERO),), relation("<", sin_x, x)),
        "pascal": ((), relation("=", ("Binomial", more, next_), plus(("Binomial", x, k), ("Binomial", x, next_)))),
        "binomial_of_more": (
            (),
            relation("=", times(minus(more, k), ("Binomial", more, k)), times(more, ("Binomial", x, k))),
        ),
        "cos_above_parabola": ((), relation(">=", cos_x, minus(ONE, times(square, number(F(1, 2)))))),
    }
    half = ("Div", apply("pi"), TWO)
    arctan_x = apply("arctan", x)
    both = plus(arctan_x, apply("arctan", y))
    together = apply("arctan", ("Div", plus(x, y), minus(ONE, times(x, y))))
    laws |= {
        "arctan_below_quarter": ((), relation("<", arctan_x, half)),
        "arctan_above_quarter": ((), relation(">", arctan_x, ("Neg", half))),
        "arctan_below_tangent": ((relation(">=", x, ZERO),), relation("<=", arctan_x, x)),
        "arctan_strictly_below_tangent": ((relation(">", x, ZERO),), relation("<", arctan_x, x)),
        "arctan_of_half": (
            (
                relation(">", y, ("Neg", apply("pi"))),
                relation("<", y, apply("pi")),
                relation("=", sin_y, times(x, plus(ONE, cos_y))),
            ),
            relation("=", arctan_x, ("Div", y, TWO)),
        ),
        "arctan_of_sum": ((relation("<", times(x, y), ONE),), relation("=", both, together)),
        "arctan_of_large_sum": (
            (relation(">", x, ZERO), relation(">", times(x, y), ONE)),
            relation("=", both, plus(together, apply("pi"))),
        ),
    }
    for name, value, low, high in (("sin", sin_x, ZERO, apply("pi")), ("cos", cos_x, ("Neg", half), half)):
        for word, over, under in (("positive", ">", "<"), ("nonnegative", ">=", "<=")):
            laws[f"{name}_{word}"] = ((relation(over, x, low), relation(under, x, high)), relation(over, value, ZERO))
    for name, row in FUNCTIONS.items():
        if not row.increasing:
            continue
        at_x, at_y = apply(name, x), apply(name, y)
        domain = tuple(relation(row.domain, z, ZERO) for z in (x, y) if row.domain)
        for word, kind, forth in (
            ("increasing", "<=", True),
            ("strictly_increasing", "<", True),
            ("reflects", "<=", False),
            ("reflects_strictly", "<", False),
            ("injective", "=", False),
        ):
            inside, outside = relation(kind, x, y), relation(kind, at_x, at_y)
            given, claim = (inside, outside) if forth else (outside, inside)
            laws[f"{name}_{word}"] = ((*domain, given), claim)
    return laws


LAW_LETTERS: tuple[Node, ...] = (
    ("Variable", "x", "real", "", None), ("Variable", "y", "real", "", None), ("Variable", "k", "integer", "", None),
)  # fmt: skip
LAWS = _laws()
