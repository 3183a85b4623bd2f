"""Values of bound letters, squares of integers, and goals that two simpler ones make."""

from __future__ import annotations

import pytest

from symproof import (
    and_,
    cos,
    each,
    eq,
    exists,
    exp,
    implies,
    inner,
    integer,
    log,
    maximum,
    minimum,
    natural,
    nonnegative,
    norm,
    real,
    sin,
    sqrt,
    vectors,
)
from symproof import statement as st
from symproof.term import scalar
from tests.kernel_says import accepts, settled

a, b, c, e, x, y, z, t = (real(name) for name in "abcexyzt")
k, n = integer("k"), natural("n")
u, v = vectors("u v")
m = nonnegative("m")

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (and_(eq(a, -7), eq(b, 10)), (each(x, eq((x - 2) * (x - 5), x**2 + a * x + b)),)),
    (and_(eq(a, 0), eq(b, 0), eq(c, 0)), (each(x, eq(a * x**2 + b * x + c, 0)),)),
    (b >= 0, (each(x, x**2 + a * x + b >= 0),)),
    (x <= y, (each(e, implies(e > 0, x < y + e)),)),
    (exists(y, y > x), ()),
    (exists(z, and_(x < z, z < y)), (x < y,)),
    (exists(y, eq(y**2, x)), (x >= 0,)),
    (exists(x, eq(a * x + b, 0)), (st.Relation("!=", a, scalar(0)),)),
    (exists(y, and_(y > a, y > b)), ()),
    (exists(y, eq(exp(y), x)), (x > 0,)),
    (k**2 >= k, ()),
    (n * (n - 1) * x**3 >= 0, (x >= 0,)),
    ((1 + x) ** n >= 1 + n * x + n * (n - 1) / 2 * x**2, (x >= 0,)),
    (eq(cos(t), scalar(4) / 5), (eq(5 * sin(t), 3), cos(t) > 0)),
    (log(1 + exp(x)) >= maximum(x, 0), ()),
    (x - 1 <= minimum(x, x + 1), ()),
    (abs(x) <= sqrt(x**2 + y**2), ()),
    (
        exists(x, eq(u, x * v)),
        (eq(inner(u, v) ** 2, inner(u, u) * inner(v, v)), st.Relation("!=", norm(v), scalar(0))),
    ),
    (exists(x, eq(inner(u - x * v, v), 0)), (norm(v) > 0,)),
    (eq(sqrt(x), sqrt(y)), (x >= 0, y >= 0, eq(x**2, y**2))),
    (eq(inner(u, v), 0), (each(t, norm(v + t * u) ** 2 >= norm(v) ** 2),)),
    (eq(x, y), (each(e, implies(e > 0, abs(x - y) < e)),)),
    (y <= x, (each(z, implies(x < z, y < z)),)),
    (eq(b, 0), (each(x, a * x**2 - b * x >= 0),)),
    (z < 0, (x < y, abs(x - y) < (y - x) / 2)),
    (eq(x, 0), (each(e, implies(e > 0, x**2 <= 3 * e)),)),
    (b >= 0, (each(m, m**2 + a * m + b >= 0),)),
    (c**2 - 6 * c <= x**2 - 6 * x, (each(t, (c - 3) ** 2 <= (t - 3) ** 2),)),
    (4 * a * c >= b**2, (a > 0, each(x, a * x**2 + b * x + c >= 0))),
    (4 * a * c > b**2, (a > 0, each(x, a * x**2 + b * x + c > 0))),
    (a >= 0, (each(x, a * x**2 + b * x + c >= 0),)),
    (b**2 <= 4 * a * c, (each(x, a * x**2 + b * x + c >= 0),)),
    (eq(inner(u, v), 0), (each(t, norm(v) <= norm(v + t * u)),)),
    (exists(z, and_(z > 0, z < a, z < b)), (a > 0, b > 0)),
    (exists(z, and_(x <= z, y <= z, z < a, z < b)), (x < a, x < b, y < a, y < b)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (b >= 1, (each(x, x**2 + a * x + b >= 0),)),
    (c**2 - 6 * c <= x**2 - 7 * x, (each(t, (c - 3) ** 2 <= (t - 3) ** 2),)),
    (exists(z, and_(x < z, z < y)), (x <= y,)),
    (exists(y, eq(y**2, x)), ()),
    (exists(x, eq(a * x + b, 0)), ()),
    (exists(y, eq(exp(y), x)), (x >= 0,)),
    (exists(y, and_(y > a, y < b)), ()),
    (k**2 >= k + 1, ()),
    (x**2 >= x, ()),
    ((1 + x) ** n >= 1 + n * x + n * (n - 1) / 2 * x**2, (x >= -1,)),
    (eq(cos(t), scalar(4) / 5), (eq(5 * sin(t), 3),)),
    (log(1 + exp(x)) >= maximum(x, 1), ()),
    (x - 1 < minimum(x, -x), ()),
    (
        exists(x, eq(v, x * u)),
        (eq(inner(u, v) ** 2, inner(u, u) * inner(v, v)), st.Relation("!=", norm(v), scalar(0))),
    ),
    (exists(x, eq(u - x * v, 0)), (norm(v) > 0,)),
    (eq(sqrt(x), sqrt(y)), (x >= 0, y >= 0, eq(x**2, 2 * y**2))),
    (eq(inner(u, v), 0), (each(t, norm(v + t * u) ** 2 >= norm(v) ** 2 - 1),)),
    (y < x, (each(z, implies(x < z, y < z)),)),
    (eq(x, y), (each(e, implies(e > 1, abs(x - y) < e)),)),
    (eq(a, 0), (each(x, a * x**2 - b * x >= 0),)),
    (z < 0, (x < y, abs(x - y) < 2 * (y - x))),
    (eq(x, 0), (each(e, implies(e > 1, x**2 <= 3 * e)),)),
    (4 * b >= a**2, (each(m, m**2 + a * m + b >= 0),)),
    (4 * a * c > b**2, (a > 0, each(x, a * x**2 + b * x + c >= 0))),
    (a > 0, (each(x, a * x**2 + b * x + c >= 0),)),
    (b**2 < 4 * a * c, (each(x, a * x**2 + b * x + c >= 0),)),
    (eq(inner(u, v), 0), (each(t, norm(v) <= 2 * norm(v + t * u)),)),
    (exists(z, and_(z > 0, z < a, z < b)), (a > 0, b >= 0)),
    (exists(z, and_(x <= z, y <= z, z < a, z < b)), (x < a, x < b, y < a)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT)
def test_a_claim_is_proved_by_the_kernel_alone(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG)
def test_its_neighbour_is_not(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given, budget=0.5).status != "proved"
