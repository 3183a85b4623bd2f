"""Means with weights, and sums of angles."""

from __future__ import annotations

import pytest

from symproof import Scalar, cos, eq, exp, log, natural, ne, pi, positive, rational, real, sin, sqrt
from symproof import statement as st
from tests.kernel_says import accepts, settled

a, b, c, d = map(positive, "abcd")
m = natural("m", at_least=1)
x, y, t, p = real("x"), real("y"), real("t"), real("p")
UNIT = (t >= 0, t <= 1)


def tan(angle: Scalar) -> Scalar:
    """The tangent, which the language writes as a quotient."""
    return sin(angle) / cos(angle)


TRIANGLE = (eq(x + y + t, pi), ne(cos(x), 0), ne(cos(y), 0), ne(cos(t), 0))
RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (a**t * b ** (1 - t) <= t * a + (1 - t) * b, UNIT),
    (a * b <= a**p / p + b ** (p / (p - 1)) * (p - 1) / p, (p > 1,)),
    (exp(t * x + (1 - t) * y) <= t * exp(x) + (1 - t) * exp(y), UNIT),
    (log(t * a + (1 - t) * b) >= t * log(a) + (1 - t) * log(b), UNIT),
    (a**x * b**y <= x * a + y * b, (x > 0, y > 0, eq(x + y, 1))),
    (((a + b) / 2) ** p <= (a**p + b**p) / 2, (p >= 1,)),
    (((a + 3 * c) / 4) ** t >= (a**t + 3 * c**t) / 4, UNIT),
    (((a**x + b**x) / 2) ** (y / x) <= (a**y + b**y) / 2, (x > 0, y > x)),
    (eq(tan(x + y), (tan(x) + tan(y)) / (1 - tan(x) * tan(y))), (ne(cos(x), 0), ne(cos(y), 0), ne(cos(x + y), 0))),
    (eq(tan(2 * x), 2 * tan(x) / (1 - tan(x) ** 2)), (ne(cos(x), 0), ne(cos(2 * x), 0))),
    (cos(x) + cos(y) + cos(x + y) >= rational("-3/2"), ()),
    (cos(x - y) >= cos(x) * cos(y) - 1, ()),
    (cos(x) + cos(y) + cos(t) <= rational("3/2"), (eq(x + y + t, pi),)),
    (eq(sin(2 * x) + sin(2 * y) + sin(2 * t), 4 * sin(x) * sin(y) * sin(t)), (eq(x + y + t, pi),)),
    (exp(x) * exp(y) >= 1 + x + y, ()),
    (eq(tan(x) + tan(y) + tan(t), tan(x) * tan(y) * tan(t)), TRIANGLE),
    (eq(tan(x) + 1 / tan(x), 2 / sin(2 * x)), (ne(sin(x), 0), ne(cos(x), 0), ne(sin(2 * x), 0))),
    ((1 + 1 / m) ** m <= (1 + 1 / (m + 1)) ** (m + 1), ()),
    (a * log(1 + 1 / a) <= (a + 1) * log(1 + 1 / (a + 1)), ()),
    (sin(a) + sin(b) + sin(c) <= 3 * sqrt(3) / 2, (eq(a + b + c, pi),)),
    (a * exp(a) + b * exp(b) + c * exp(c) >= exp(rational("1/3")), (eq(a + b + c, 1),)),
    (a * log(a / c) + b * log(b / d) >= (a + b) * log((a + b) / (c + d)), ()),
    (a * b <= a * log(a) - a + exp(b), ()),
    (a**a * b**b * c**c >= rational("1/3"), (eq(a + b + c, 1),)),
    (a**b * b**a <= a**a * b**b, ()),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (a**t * b ** (1 - t) <= t * a + (1 - t) * b, (t <= 1,)),
    (a**t * b ** (1 - t) < t * a + (1 - t) * b, UNIT),
    (a**t * b ** (1 - t) <= (1 - t) * a + t * b, UNIT),
    (a * b <= a**p / p + b ** (p / (p - 1)) * (p - 1) / p, (p > 0, p < 1)),
    (log(t * a + (1 - t) * b) <= t * log(a) + (1 - t) * log(b), UNIT),
    (a**x * b**y <= x * a + y * b, (x > 0, y > 0, eq(x + y, rational("1/2")))),
    (((a + b) / 2) ** p <= (a**p + b**p) / 2, (p > 0,)),
    (((a + b) / 2) ** p < (a**p + b**p) / 2, (p > 1,)),
    (((a + 2 * b) / 3) ** p <= (2 * a**p + b**p) / 3, (p > 1,)),
    (((a**x + b**x) / 2) ** (y / x) <= (a**y + b**y) / 2, (x > 0, y > 0)),
    (eq(tan(x + y), (tan(x) + tan(y)) / (1 + tan(x) * tan(y))), (ne(cos(x), 0), ne(cos(y), 0), ne(cos(x + y), 0))),
    (cos(x) + cos(y) + cos(x + y) > rational("-3/2"), ()),
    (cos(x - y) >= cos(x) * cos(y) - rational("1/2"), ()),
    (cos(x) + cos(y) + cos(t) <= rational("7/5"), (eq(x + y + t, pi),)),
    (eq(sin(2 * x) + sin(2 * y) + sin(2 * t), 4 * cos(x) * cos(y) * cos(t)), (eq(x + y + t, pi),)),
    (exp(x) * exp(y) >= 1 + 2 * x + y, ()),
    (eq(tan(x) + tan(y) + tan(t), tan(x) * tan(y)), TRIANGLE),
    (eq(tan(x) + tan(y) + tan(t), tan(x) * tan(y) * tan(t)), TRIANGLE[1:]),
    ((1 + 1 / m) ** m >= (1 + 1 / (m + 1)) ** (m + 1), ()),
    (a * log(1 + 1 / a) <= (a - 1) * log(1 + 1 / (a + 1)), ()),
    (sin(a) + sin(b) + sin(c) <= rational("5/2"), (eq(a + b + c, pi),)),
    (sin(a) + sin(b) + sin(c) <= 3 * sqrt(3) / 2, (eq(a + b + c, 4),)),
    (a * exp(a) + b * exp(b) + c * exp(c) >= rational("3/2"), (eq(a + b + c, 1),)),
    (a * log(a / c) + b * log(b / d) >= (a + b) * log((a + b) / (c + d)) + rational("1/100"), ()),
    (a * log(a / c) + b * log(b / d) <= (a + b) * log((a + b) / (c + d)), ()),
    (a * b <= a * log(a) - a + exp(b) - rational("1/100"), ()),
    (a**a * b**b * c**c >= rational("2/5"), (eq(a + b + c, 1),)),
    (a**b * b**a < a**a * b**b, ()),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT)
def test_it_is_proved(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG)
def test_a_neighbour_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given).status == "refuted"
