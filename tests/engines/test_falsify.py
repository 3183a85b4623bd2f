"""The falsifier: it finds small exact points for false claims, and none for their true neighbours."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import symproof
from symproof import (
    column,
    cyclic,
    delta,
    derivative,
    each,
    eq,
    exists,
    exp,
    function,
    grad,
    gradient,
    iff,
    implies,
    index,
    inner,
    integer,
    log,
    matrix,
    maximum,
    minimizer,
    natural,
    ne,
    norm,
    not_,
    positive,
    rational,
    real,
    sequence,
    sqrt,
    total,
    tr,
    vector,
    vectors,
)  # fmt: skip
from symproof.engines.refute.falsify import find_admissible, find_failure, shrink
from symproof.engines.refute.shrink import weigh
from symproof.evaluation.evaluate import NotAFailure, admissible, failure
from symproof.point import Point, SequenceValue
from symproof.statement import Prop, Statement

x, y, z = map(real, "xyz")
a, b, c = map(positive, "abc")
first, second = column("first", 3), column("second", 3)
L, eta, lam = positive("L"), positive("eta"), real("lambda")
u, v, star, now, after = vectors("u v w* w_t w_n")
w, g, s = sequence("w", of=vector), sequence("g", of=vector), sequence("s")
t, k, T = index("t"), index("k"), natural("T")
n, q = natural("n", at_least=1), integer("q")
Z = cyclic(n)
al = sequence("al", over=Z)
i, j = index("i", over=Z), index("j", over=Z)
S, C = matrix("S", Z, lambda p, q: delta(p - q - 1)), matrix("C", Z, lambda p, q: al[p - q])
A, B = matrix("A", n), matrix("B", n)
f, h = function("f"), function("h", on=real)
ZERO, ONE = Fraction(0), Fraction(1)

UPDATE = each(t, eq(w[t + 1], w[t] - eta * g[t]))
START = eq(w[1], 0)

col = column("c", n)
SEMIDEFINITE = (each(col, inner(col, A @ col) >= 0),)


def distance(place: Any) -> Any:
    return norm(w[place] - star) ** 2


TELESCOPED = total((distance(t) - distance(t + 1)) / (2 * eta), t, 1, T)
REGRET, ENERGY = total(inner(w[t] - star, g[t]), t, 1, T), total(norm(g[t]) ** 2, t, 1, T)
MODEL = f(now) + inner(v - now, grad(f)(now)) + lam / 2 * norm(v - now) ** 2

# Each false claim stands beside its true neighbour.
PAIRS: dict[str, tuple[tuple[Prop, ...], Prop, Prop]] = {
    "polynomial": ((), x**2 + y**2 > 2 * x * y, x**2 + y**2 >= 2 * x * y),
    "narrow valley": ((), x**4 - 3 * x**2 + Fraction(22499, 10000) >= 0, x**4 - 3 * x**2 + Fraction(9, 4) >= 0),
    "rational": ((), a / b + b / a > 2, a / b + b / a >= 2),
    "bounds": ((x >= 0, x <= 1, y <= x), x * y <= y**2, x * y <= x**2 + y**2),
    "far bounds": ((x >= 100, x <= 101), x * (201 - x) <= 10050, x * (201 - x) <= 10101),
    "linear equation": ((eq(x + y, 10),), x * y <= 24, x * y <= 25),
    "circle": ((eq(x**2 + y**2, 1),), x + y <= 1, x + y <= 2),
    "defining equation": ((eq(eta, 1 / L),), eta * L < 1, eq(eta * L, 1)),
    "root": ((x >= 0,), sqrt(x) <= x, sqrt(x) <= x + 1),
    "root of a square": ((), eq(sqrt(x**2), x), eq(sqrt(x**2), abs(x))),
    "absolute value": ((), abs(x + y) >= abs(x) + abs(y), abs(x + y) <= abs(x) + abs(y)),
    "maximum": ((), maximum(x, y) <= x, maximum(x, y) >= x),
    "exponential": ((), exp(x) >= 1 + x + x**2 / 2, exp(x) >= 1 + x),
    "near zero": ((), exp(x) >= 1 + x + x**2 / 2 + x**3 / rational("5.9"), exp(x) >= 1 + x),
    "logarithm": ((x > 0,), log(x) < x - 1, log(x) <= x - 1),
    "large": ((), x**2 <= 10**6, x**2 >= -(10**6)),
    "inner product": ((), inner(u, v) < norm(u) * norm(v), inner(u, v) ** 2 <= norm(u) ** 2 * norm(v) ** 2),
    "orthogonal": ((eq(inner(u, v), 0),), eq(u, 0), eq(norm(u + v) ** 2, norm(u) ** 2 + norm(v) ** 2)),
    "dimension two": ((), eq(norm(u) ** 2 * norm(v) ** 2, inner(u, v) ** 2), norm(u) ** 2 * norm(v) ** 2 >= inner(u, v) ** 2),
    "gradient": ((), eq(gradient(norm(u) ** 2, u), u), eq(gradient(norm(u) ** 2, u), 2 * u)),
    "derivative": ((), eq(derivative(x**3, x), 2 * x**2), eq(derivative(x**3, x), 3 * x**2)),
    "one step": (
        (UPDATE,),
        eq(inner(w[t] - star, g[t]), (distance(t) - distance(t + 1)) / (2 * eta) - eta / 2 * norm(g[t]) ** 2),
        eq(inner(w[t] - star, g[t]), (distance(t) - distance(t + 1)) / (2 * eta) + eta / 2 * norm(g[t]) ** 2),
    ),
    "telescope": (
        (UPDATE, START),
        eq(TELESCOPED, (distance(1) - distance(T)) / (2 * eta)),
        eq(TELESCOPED, (distance(1) - distance(T + 1)) / (2 * eta)),
    ),
    "regret": (
        (UPDATE, START),
        norm(star) ** 2 / (2 * eta) + eta / 4 * ENERGY >= REGRET,
        norm(star) ** 2 / (2 * eta) + eta / 2 * ENERGY >= REGRET,
    ),
    "start of a telescope": (
        (),
        eq(total(s[t + 1] - s[t], t, 2, T), s[T + 1] - s[1]),
        eq(total(s[t + 1] - s[t], t, 2, T + 2), s[T + 3] - s[2]),
    ),
    "closed form": ((), eq(total(k**2, k, 1, T), T * (T + 1) / 2), eq(total(k, k, 1, T), T * (T + 1) / 2)),
    "closed form that holds below four": (
        (),
        eq(total(k, k, 1, T), T * (T + 1) / 2 + T * (T - 1) * (T - 2) * (T - 3)),
        eq(total(k, k, 0, T), T * (T + 1) / 2),
    ),
    "monotone sequence": ((each(t, s[t + 1] >= s[t]),), s[T] >= s[0] + 1, s[T] >= s[0]),
    "bounded members": ((each(t, norm(g[t]) <= L), UPDATE), norm(w[t + 1] - w[t]) <= L, norm(w[t + 1] - w[t]) <= eta * L),
    "semidefinite": (SEMIDEFINITE, eq(A, A.T), tr(A) >= 0),
    "product of semidefinite matrices": (SEMIDEFINITE, tr(A @ A) >= 0, tr(A @ A.T) >= 0),
    "semidefinite without a trace": ((*SEMIDEFINITE, eq(tr(A), 0)), eq(A, A.T), eq(A + A.T, A.T + A)),
    "shift": ((), eq(S @ C, C @ S.T), eq(S @ C, C @ S)),
    "entry of a circulant": ((), eq((S @ C)[i, j], al[i - j + 1]), eq((S @ C)[i, j], al[i - j - 1])),
    "plain shift": (
        (),
        eq(matrix("P", n, lambda p, q: delta(p - q - 1)) @ A, A @ matrix("P", n, lambda p, q: delta(p - q - 1))),
        eq((A @ B).T, B.T @ A.T),
    ),
    "matrix given by another": ((eq(B, 2 * A),), eq(A @ B, 3 * A @ A), eq(A @ B, B @ A)),
    "minimizer at a negative lambda": ((lam < 0,), minimizer(now - grad(f)(now) / lam, MODEL, v), lam < 1),
    "minimizer without a sign": ((ne(lam, 0),), minimizer(now - grad(f)(now) / lam, MODEL, v), ne(lam**2, 0)),
    "minimizer with a wrong sign": (
        (lam > 0,),
        minimizer(now + grad(f)(now) / lam, MODEL, v),
        minimizer(now - grad(f)(now) / lam, MODEL, v, unique=True),
    ),
    "only one of many": ((lam >= 0,), minimizer(now, lam * norm(v - now) ** 2, v, unique=True), minimizer(now, lam * norm(v - now) ** 2, v)),
    "descent for every function": (
        (lam > 0, eq(after, now - grad(f)(now) / lam)),
        f(after) <= f(now),
        eq(after - now, -grad(f)(now) / lam),
    ),
    "function on reals": ((), h(x) + h(y) >= h(x + y), eq(h(x) + h(y), h(y) + h(x))),
    "implication": ((), implies(x > y, x**2 > y**2), implies(x > y, x**3 > y**3)),
    "equivalence": ((), iff(eq(x**2, y**2), eq(x, y)), iff(eq(x**2, y**2), eq(abs(x), abs(y)))),
    "equivalence by zero": ((), iff(eq(x * z, y * z), eq(x, y)), iff(eq(x + z, y + z), eq(x, y))),
    "columns that are zero": (
        (),
        abs(first[1] * second[1]) < norm(first) * norm(second),
        abs(first[1] * second[1]) < norm(first) * norm(second) + 1,
    ),
    "difference": ((), ne(x * y, 6), ne(x**2, -6)),
    "negation": ((), not_(eq(x + y, 7)), not_(x**2 < 0)),
    "remainder": ((exists(q, eq(T, 8 * q + 7)),), exists(q, eq(T + 5, 8 * q + 3)), exists(q, eq(T + 5, 8 * q + 4))),
    "two remainders": (
        (exists(q, eq(T, 2 * q)), exists(q, eq(T, 7 * q))),
        exists(q, eq(T, 28 * q)),
        exists(q, eq(T, 14 * q)),
    ),
    "for each index": ((), each(k, k**2 <= 8, 0, T), each(k, k**2 <= T**2, 0, T)),
    "for each real": ((), each(x, x**2 + x * y + 1 > 0), each(x, x**2 + x * y + y**2 >= 0)),
    "index in a range": ((t >= 3, t <= T), t * (T - t) >= 1, t * (T - t) >= 0),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_a_false_claim_is_refuted(name: str) -> None:
    hypotheses, false, _ = PAIRS[name]
    statement = Statement(hypotheses, false)

    point = find_failure(statement, 1.0)

    assert point is not None
    failure(statement, point)  # raises where it is not one


@pytest.mark.parametrize("name", PAIRS)
def test_its_true_neighbour_is_not(name: str) -> None:
    hypotheses, _, true = PAIRS[name]

    assert find_failure(Statement(hypotheses, true), 0.1) is None
    assert find_failure(Statement(hypotheses, true), 0.1, glance=True) is None


def test_what_fails_for_larger_numbers_alone_is_seen_at_a_glance() -> None:
    """(1 + 1/n)**n is below 5/2 up to n = 5: no proof by induction need be looked for."""
    n = natural("n", at_least=1)
    point = find_failure(Statement((), (1 + 1 / n) ** n < rational("5/2")), 0.3, glance=True)

    assert point is not None
    assert find_failure(Statement((), (1 + 1 / n) ** n < 3), 0.3, glance=True) is None


def test_most_of_what_is_false_fails_at_a_glance() -> None:
    seen = [find_failure(Statement(given, false), 0.3, glance=True) for given, false, _ in PAIRS.values()]

    assert sum(point is not None for point in seen) > 0.9 * len(PAIRS)


@pytest.mark.parametrize("name", PAIRS)
def test_a_point_is_shrunk_and_still_fails(name: str) -> None:
    hypotheses, false, _ = PAIRS[name]
    statement = Statement(hypotheses, false)
    point = find_failure(statement, 1.0)
    assert point is not None

    smaller = shrink(statement, point)

    failure(statement, smaller)
    assert weigh(smaller)[:2] <= weigh(point)[:2]


class TestShrunk:
    """What a reader sees."""

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("telescope", "T = 1, eta = 1, w[1] = (0), g[1] = (1), w* = (0)"),
            ("polynomial", "x = 0, y = 0"),
            ("circle", "x = 3/5, y = 4/5"),
            ("start of a telescope", "T = 1, s[1] = 1, s[2] = 0"),
            ("closed form that holds below four", "T = 4"),
            ("plain shift", "n = 2"),
            ("defining equation", "eta = 1, L = 1"),
        ],
    )
    def test_points_are_small(self, name: str, shown: str) -> None:
        hypotheses, false, _ = PAIRS[name]
        statement = Statement(hypotheses, false)
        point = find_failure(statement, 1.0)
        assert point is not None

        text = str(shrink(statement, point))

        assert text == shown or (name == "plain shift" and text.startswith(shown))

    def test_a_point_that_is_no_failure_stays_as_it_is(self) -> None:
        point = Point({x: ONE})

        assert shrink(Statement((), x > 0), point) is point

    def test_letters_that_play_no_part_are_dropped(self) -> None:
        point = Point({x: Fraction(-7), y: Fraction(5), u: (ONE,)})

        assert shrink(Statement((), x > 0), point) == Point({x: ZERO})

    def test_a_large_dimension_is_cut(self) -> None:
        statement = Statement((), eq(inner(u, v), 0))
        point = Point({u: (ONE, ZERO, Fraction(7, 3)), v: (Fraction(5), ONE, ONE)}, 3)

        smaller = shrink(statement, point)

        assert smaller.dimension == 1
        assert smaller == Point({u: (ONE,), v: (ONE,)})

    def test_cyclic_tables_follow_the_size(self) -> None:
        statement = Statement((), eq(al[i], 0))
        point = Point({n: Fraction(4), i: 3, al: SequenceValue({k: Fraction(k) for k in range(4)}, ZERO)})

        smaller = shrink(statement, point)

        size, table = smaller.values[n], smaller.values[al]
        assert isinstance(table, SequenceValue)
        assert size in (1, 2)
        assert sorted(table.table) == list(range(int(size)))


class TestEffort:
    @pytest.mark.parametrize("name", ["polynomial", "closed form", "inner product", "regret", "shift"])
    def test_a_true_claim_is_given_up_within_its_budget(self, name: str) -> None:
        hypotheses, _, true = PAIRS[name]
        start = time.process_time()

        find_failure(Statement(hypotheses, true), 0.2)

        assert time.process_time() - start < 0.25

    @pytest.mark.parametrize(
        "statement",
        [
            Statement((each(u, f(u) >= norm(u)),), f(v) >= 1),
            Statement((each(x, h(x) ** 3 <= h(x + 1)),), h(y) >= 0),
            Statement((), exists(x, eq(x**2, 2))),
        ],
    )
    def test_what_exact_evaluation_cannot_decide_is_given_up_at_once(self, statement: Statement) -> None:
        start = time.process_time()

        assert find_failure(statement, 5.0) is None
        assert time.process_time() - start < 0.1

    def test_the_same_statement_gives_the_same_point_whatever_the_hash_seed(self) -> None:
        program = (
            "from symproof import *; from symproof.statement import Statement; from symproof.engines.refute.falsify import *;"
            "x, y, z = map(real, 'xyz'); u, v = vectors('u v');"
            "s = Statement((x > y, eq(z, x * y), norm(u) <= x), inner(u, v) * z <= y + norm(v));"
            "p = find_failure(s, 5.0); print(p, shrink(s, p, 5.0))"
        )
        shown = {
            subprocess.run(
                [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60,
                env={**os.environ, "PYTHONHASHSEED": seed},
            ).stdout
            for seed in ("1", "2", "3")
        }  # fmt: skip

        assert len(shown) == 1


class TestAdmissible:
    def test_a_point_where_the_hypotheses_hold(self) -> None:
        hypotheses = (UPDATE, START, eta < 1, norm(star) <= L, eq(L, 3))

        point = find_admissible(hypotheses, 1.0)

        assert point is not None
        assert admissible(hypotheses, point)

    @pytest.mark.parametrize(
        "hypotheses",
        [
            (x > 1, x < 0),
            (eq(s[0], 1), eq(s[0], 2)),
            (eq(x, 1 / y), eq(y, 0)),
            (each(t, eq(s[t], s[t] + 1)),),
            (a < 0,),
        ],
    )
    def test_hypotheses_that_contradict_each_other_have_none(self, hypotheses: tuple[Prop, ...]) -> None:
        assert find_admissible(hypotheses, 0.2) is None


class TestPitfalls:
    """True claims that a careless evaluator refutes."""

    @pytest.mark.parametrize(
        ("hypotheses", "claim"),
        [
            ((), eq(total(1, k, 1, T - 4), maximum(T - 4, 0))),
            ((T >= 4,), eq(total(k, k, 5 - T, 0), -(T - 5) * (T - 4) / 2)),
            ((), eq(total(1, k, T, T - 3), 0)),
            ((), eq(x / x, 1)),
            ((), eq(0 * (1 / x), 0)),
            ((), eq(x**0, 1)),
            ((), eq(sqrt(x) ** 2, x)),
            ((), eq((x - y) / (x - y), 1)),
            ((1 / x > 0,), x > 0),
            ((sqrt(x) >= 0,), x >= 0),
            ((log(x) > 0,), x > 1),
            ((), eq(norm(u) * norm(u), inner(u, u))),
            ((), eq(sqrt(a) * sqrt(b), sqrt(a * b))),
            ((), eq(derivative(abs(x), x) * abs(x), x)),
            ((), eq(gradient(norm(u), u), u / norm(u))),
            ((eq(i, j),), eq(al[i - j], al[0])),
            ((), eq(total(al[i], i), total(al[1 - i], i))),
            ((), eq(total(delta(i - 3), i), 1)),
            ((), eq(delta(i - i), 1)),
        ],
    )
    def test_a_claim_is_not_refuted_where_it_has_no_value_or_holds(self, hypotheses: Any, claim: Any) -> None:
        assert find_failure(Statement(hypotheses, claim), 0.2) is None

    def test_a_contradictory_recurrence_refutes_nothing(self) -> None:
        loop = each(t, eq(s[t], s[t] + 1))
        hidden = each(t, eq(s[t + 1], 1 / (t - 5)))

        assert find_failure(Statement((loop,), eq(1, 2)), 0.2) is None
        assert find_failure(Statement((hidden,), eq(1, 2)), 0.2) is None

    def test_one_is_two_by_dividing_by_zero(self) -> None:
        """a = b gives a*a - b*b = a*b - b*b; dividing by a - b is refuted nowhere, since it has no value anywhere."""
        step = eq((x**2 - y**2) / (x - y), (x * y - y**2) / (x - y))

        assert find_failure(Statement((eq(x, y),), step), 0.2) is None
        assert find_failure(Statement((), step), 0.2) is not None

    def test_a_plain_delta_is_no_cyclic_shift(self) -> None:
        """The corner is lost on plain integers; n = 1 is a case of its own."""
        m = natural("m", at_least=2)
        plain = matrix("P", m, lambda p, q: delta(p - q - 1))
        ring = matrix("R", m, lambda p, q: delta(p - q - 1) + delta(p - q + m - 1))
        statement = Statement((), eq(plain, ring))

        point = find_failure(statement, 0.5)

        assert point is not None
        assert str(shrink(statement, point)) == "m = 2"


# Properties -------------------------------------------------------------------------------------------

leaves = some.sampled_from([x, y, a]) | some.integers(-3, 3).map(lambda number: x * 0 + number)


def joined(children: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    pairs = some.tuples(children, children)
    return (
        pairs.map(lambda pair: pair[0] + pair[1])
        | pairs.map(lambda pair: pair[0] - pair[1])
        | pairs.map(lambda pair: pair[0] * pair[1])
        | pairs.map(lambda pair: pair[0] / (1 + pair[1] ** 2))
        | pairs.map(lambda pair: maximum(pair[0], pair[1]))
        | children.map(abs)
        | children.map(lambda child: child**2)
    )


terms = some.recursive(leaves, joined, max_leaves=6)


@given(terms, terms, some.sampled_from(["<=", "<", "=", "!=", ">="]))
def test_every_point_found_is_a_failure_and_stays_one_when_shrunk(left: Any, right: Any, kind: str) -> None:
    from symproof.statement import Relation

    statement = Statement((x + y >= -2,), Relation(kind, left, right))
    point = find_failure(statement, 0.1)

    if point is not None:
        failure(statement, point)
        smaller = shrink(statement, point, 0.1)
        failure(statement, smaller)
        assert weigh(smaller) <= weigh(Point({k: point.values[k] for k in smaller.values}, point.dimension))


@given(terms, terms)
def test_what_holds_by_the_laws_of_a_ring_is_never_refuted(one: Any, other: Any) -> None:
    for claim in (
        eq((one + other) ** 2, one**2 + 2 * one * other + other**2),
        one**2 + other**2 >= 2 * one * other,
        eq((one + other) * (one - other), one**2 - other**2),
    ):
        assert find_failure(Statement((), claim), 0.02) is None


@given(terms, some.fractions(min_value=-2, max_value=2, max_denominator=9).filter(bool))
def test_what_is_off_by_a_constant_is_always_refuted(one: Any, off: Fraction) -> None:
    assert find_failure(Statement((), eq(one * (x + 1), one * x + one + off)), 0.1) is not None


@given(some.integers(-5, 5), some.integers(-5, 5), some.fractions(max_denominator=7))
def test_a_point_that_is_no_failure_is_refused(p: int, q: int, r: Fraction) -> None:
    """The trusted side, whatever a search proposes."""
    point = Point({x: Fraction(p), y: Fraction(q), z: r})

    with pytest.raises(NotAFailure):
        failure(Statement((), x**2 + y**2 + z**2 >= x * y + y * z + z * x), point)


def test_integers_stay_integers() -> None:
    q = integer("q")

    assert find_failure(Statement((), ne(2 * q, 1)), 0.2) is None
    assert find_failure(Statement((), ne(2 * q, 6)), 0.2) is not None


def test_recurrences_are_properties_of_sequences_that_stay_as_they_are() -> None:
    """Where another hypothesis speaks of all members too, no recurrence can be unrolled; sequences of one number show the edge."""
    steps, bound, q = each(t, eq(w[t + 1], w[t] - a * g[t])), each(t, norm(w[t] - u) <= b), sequence("q")

    assert find_failure(Statement((steps, bound), norm(w[T] - u) < b), 0.5) is not None
    assert find_failure(Statement((steps, each(t, norm(g[t]) <= 0)), norm(w[T]) < norm(w[0])), 0.5) is not None
    assert find_failure(Statement((steps, bound), norm(w[T] - u) <= b), 0.2) is None
    falling = each(t, eq(s[t + 1], s[t] - q[t])), each(t, q[t] >= 0), each(t, s[t] >= 0)
    assert find_failure(Statement(falling, s[T] >= s[0]), 0.5) is not None
    assert find_failure(Statement(falling, s[T] <= s[0]), 0.2) is None
    rising = each(t, eq(s[t + 1], s[t] + 1))
    point = Point({s: SequenceValue({}, Fraction(0)), T: Fraction(1)})
    with pytest.raises(NotAFailure):
        failure(Statement((rising, each(t, s[t] <= 0)), s[T] < 0), point)


def test_that_no_multiple_of_a_vector_is_another_one_is_decided_at_a_point() -> None:
    claim = exists(x, eq(u, x * v))

    for true in (exists(x, eq(x * v, 0 * u)), exists(k, eq(k * T, 6 * T)), exists(a, eq(y - y, a * (y - y)))):
        assert find_failure(Statement((), true), 0.2) is None
    for false in (claim, exists(a, eq(u, a * u - v)), exists(k, eq(T, 2 * k)), exists(x, eq(x * y, z))):
        assert find_failure(Statement((), false), 0.5) is not None
    one, two = (Fraction(1), Fraction(2)), (Fraction(2), Fraction(4))
    with pytest.raises(NotAFailure):
        failure(Statement((), claim), Point({u: two, v: one}, 2))
    assert failure(Statement((), claim), Point({u: (Fraction(2), Fraction(3)), v: one}, 2)) is not None


def test_an_equation_of_matrices_without_rows_is_solved_for_nothing() -> None:
    """It has no entries: the search ended with an error there."""
    m, n = symproof.natural("m"), symproof.natural("n")
    A, B = symproof.matrix("A", (n, n)), symproof.matrix("B", (m, n))
    assert isinstance(symproof.prove(symproof.eq(B @ A, 3 * B), given=[symproof.eq(B @ A, 2 * B)]), symproof.Refuted)
