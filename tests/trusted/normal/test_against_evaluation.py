"""The normal form, ranges and definedness against exact evaluation, on random terms at random points."""

from __future__ import annotations

from fractions import Fraction as Q

from hypothesis import given
from hypothesis import strategies as some

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.evaluation.evaluate import NoValue, Undecided, holds, value
from symproof.point import Point, SequenceValue
from symproof.symbols import index, inner, natural, norm, positive, real, sequence, total, vectors
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer

x, y, p = real("x"), real("y"), positive("p")
T, t, s = natural("T"), index("t"), index("s")
u, v = vectors("u v")
a = sequence("a")

LEAVES = [
    x,
    y,
    p,
    T,
    a[T],
    a[T + 1],
    a[2],
    inner(u, v),
    norm(u) ** 2,
    norm(u - p * v) ** 2,
    tm.scalar(2),
    tm.scalar(-1),
]
terms = some.recursive(
    some.sampled_from(LEAVES),
    lambda inside: some.one_of(
        some.tuples(inside, inside).map(lambda pair: pair[0] + pair[1]),
        some.tuples(inside, inside).map(lambda pair: pair[0] - pair[1]),
        some.tuples(inside, inside).map(lambda pair: pair[0] * pair[1]),
        some.tuples(inside, inside).map(lambda pair: pair[0] / pair[1]),
        inside.map(lambda arg: arg**2),
        inside.map(lambda arg: arg**0),
        inside.map(abs),
        inside.map(lambda arg: total(arg * a[t], t, 1, T)),
        inside.map(lambda arg: total(arg * t, t, T, 2)),
        inside.map(lambda arg: total(total(arg + a[s], s, 0, t), t, 1, T + 1)),
    ),
    max_leaves=7,
)
small = some.fractions(-3, 3, max_denominator=3)
points = some.builds(
    lambda n, b, c, d, e, f, g: Point(
        {
            x: b, y: c, p: abs(d) + Q(1, 2), T: Q(n), u: (e, Q(1)), v: (f, c),
            a: SequenceValue(dict(enumerate(g)), Q(1)),
        },
        2,
    ),
    some.integers(0, 3), small, small, small, small, small, some.lists(small, min_size=4, max_size=6),
)  # fmt: skip


def exact(term: tm.Scalar, point: Point) -> Q | None:
    """The term's value where it has one and it is rational."""
    try:
        found = value(term, point)
    except (NoValue, Undecided):
        return None
    return found if isinstance(found, Q) else None


@given(terms, points)
def test_a_term_and_its_normal_form_are_worth_the_same(term: tm.Scalar, point: Point) -> None:
    normalizer = Normalizer()
    try:
        normal = Readback(normalizer).scalar(normalizer.scalar(term))
    except NOT_NORMAL:
        return

    before, after = exact(term, point), exact(normal, point)

    if before is not None and after is not None:
        assert before == after


@given(terms, points)
def test_a_range_holds_the_value(term: tm.Scalar, point: Point) -> None:
    facts = [
        fact for fact in (x >= 0, y > x, T >= 1, x * y <= 2, a[2] > 1, tm.scalar(0) != x) if isinstance(fact, st.Prop)
    ]
    known = []
    for fact in facts:
        try:
            known += [fact] if holds(fact, point) else []
        except (NoValue, Undecided):
            continue

    bounds, found = Facts(known).range(term), exact(term, point)

    if found is not None:
        assert bounds.low is None or found > bounds.low or (found == bounds.low and not bounds.low_open)
        assert bounds.high is None or found < bounds.high or (found == bounds.high and not bounds.high_open)
        assert found != 0 or not bounds.excludes_zero


@given(terms, points)
def test_a_term_has_a_value_exactly_where_its_definedness_holds(term: tm.Scalar, point: Point) -> None:
    try:
        value(term, point)
        has_value = True
    except NoValue:
        has_value = False
    except Undecided:
        return
    try:
        defined = all(holds(condition, point) for condition in definedness(term))
    except NoValue:
        defined = False
    except Undecided:
        return

    assert defined == has_value
