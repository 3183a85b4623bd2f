"""Exact evaluation: what has a value, what has none, and what is left undecided."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from symproof import (
    and_,
    cos,
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
    interval,
    log,
    matrix,
    maximum,
    minimizer,
    natural,
    ne,
    norm,
    not_,
    or_,
    positive,
    product,
    real,
    sequence,
    sin,
    sqrt,
    total,
    vector,
    vectors,
)  # fmt: skip
from symproof.evaluation.evaluate import NotAFailure, NoValue, Undecided, admissible, failure, holds, value
from symproof.point import MatrixValue, Point, QuadraticFunction, SequenceValue
from symproof.statement import Statement
from symproof.term import Entry, ResidueNumber

x, y, z = real("x"), real("y"), real("z")
u, v = vectors("u v")
t, k, T = index("t"), index("k"), natural("T")
n = natural("n", at_least=1)
Z = cyclic(n)
i, j = index("i", over=Z), index("j", over=Z)
a, s = sequence("a", over=Z), sequence("s")
w, g = sequence("w", of=vector), sequence("g", of=vector)
f = function("f")
REAL = function("h", on=real)
ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)


def at(dimension: int = 1, **values: Any) -> Point:
    """A point from names: numbers, tuples of numbers, dictionaries of members (with a tail of zeros)."""
    letters = {letter.name: letter for letter in (x, y, z, u, v, t, k, T, n, i, j, a, s, w, g, f)}
    return Point({letters[name]: exact(val, dimension) for name, val in values.items()}, dimension)


def exact(val: Any, dimension: int) -> Any:
    if isinstance(val, dict):
        members = {place: exact(member, dimension) for place, member in val.items()}
        vectors_inside = any(isinstance(member, tuple) for member in members.values())
        return SequenceValue(members, (ZERO,) * dimension if vectors_inside else ZERO)
    if isinstance(val, tuple):
        return tuple(map(Fraction, val))
    return Fraction(val) if isinstance(val, (int, str)) and not isinstance(val, bool) else val


class TestScalars:
    """Partial operations have no value outside of their domain, even where a factor is zero."""

    @pytest.mark.parametrize(
        "term",
        [
            x / x, 0 * (1 / x), (1 / x) ** 0, x**-1, sqrt(x - 1), log(x), x ** Fraction(1, 2), (x - 1) ** Fraction(1, 3),
            exp(1 / x) - exp(1 / x), maximum(1, 1 / x), total(1 / k, k, 0, 1), inner(u / x, u), norm(u / x) ** 2,
            sqrt(x - 1) ** 2, (1 / x) * 0,
        ],
    )  # fmt: skip
    def test_no_value_at_zero(self, term: Any) -> None:
        with pytest.raises(NoValue):
            value(term, at(x=0, u=(0,)))

    def test_the_term_without_a_value_is_named(self) -> None:
        with pytest.raises(NoValue, match=r"y/x has no value: it divides by zero") as caught:
            value(1 + y / x, at(x=0, y=1))

        assert caught.value.term == y / x

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            (x**0, 1), (x / (x + 1), 0), (sqrt(x + Fraction(9, 4)), Fraction(3, 2)), (norm(u), 5), (norm(u / 2) ** 2, Fraction(25, 4)),
            (inner(u, u - 2 * u), -25), (abs(x - 3), 3), (exp(x) + cos(x) + sin(x), 2), (log(x + 1), 0),
            ((x + 8) ** Fraction(2, 3), 4), (maximum(x, -1), 0), (sqrt(x + 2) ** 4, 4),
        ],
    )  # fmt: skip
    def test_values_are_fractions_wherever_they_can_be(self, term: Any, expected: Fraction) -> None:
        assert value(term, at(2, x=0, u=(3, 4))) == expected

    def test_the_square_of_an_irrational_norm_is_exact(self) -> None:
        assert value(norm(u) ** 2, at(2, u=(1, 1))) == 2
        assert holds(eq(norm(u) ** 4 / 2, 2), at(2, u=(1, 1)))

    def test_an_irrational_equation_that_is_true_is_undecided(self) -> None:
        with pytest.raises(Undecided):
            holds(eq(norm(u) * norm(v), 4), at(2, u=(1, 1), v=(2, 2)))

    def test_an_irrational_comparison_that_separates_is_decided(self) -> None:
        near = Fraction(1, 10**30)

        assert holds(exp(x) > 1 + x, Point({x: near}))
        assert not holds(eq(exp(x), 1 + x), Point({x: near}))
        assert holds(ne(sqrt(x + 2), Fraction(141421356, 10**8)), at(x=0))

    @pytest.mark.parametrize("term", [total(k, k, 1, 10**6), (x + 2) ** (10**6), (x + 2) ** (10**5) ** 2])
    def test_what_is_too_large_is_undecided(self, term: Any) -> None:
        with pytest.raises(Undecided):
            value(term, at(x=0))

    def test_a_term_nested_too_deeply_is_undecided(self) -> None:
        term: Any = x
        for _ in range(300):
            term = abs(term) + 1  # each level is a few calls deep, and Python allows a thousand
        with pytest.raises(Undecided):
            value(term, at(x=0))

    def test_a_letter_without_a_value_is_undecided(self) -> None:
        with pytest.raises(Undecided, match="gives no value to y"):
            value(x + y, at(x=1))

    @pytest.mark.parametrize("wrong", [0.5, True, "1", None, (ZERO,), 1 + 2j])
    def test_a_value_that_is_no_exact_number_is_refused(self, wrong: Any) -> None:
        with pytest.raises(Undecided):
            value(x, Point({x: wrong}))

    def test_coordinates_of_another_dimension_are_refused(self) -> None:
        with pytest.raises(Undecided):
            value(norm(u), Point({u: (ZERO, ZERO)}, 3))
        with pytest.raises(Undecided):
            value(norm(u), Point({u: ()}, 0))


class TestSums:
    """Empty sums, and letters that are bound twice."""

    @pytest.mark.parametrize(("low", "high", "expected"), [(1, -3, 0), (1, 0, 0), (1, 1, 1), (-2, 2, 0), (0, 3, 6)])
    def test_a_sum_is_empty_below_its_lower_bound(self, low: int, high: int, expected: int) -> None:
        assert value(total(k, k, low, high), at()) == expected

    def test_an_empty_product_is_one(self) -> None:
        assert value(product(k, k, 1, 0), at()) == 1
        assert value(product(k, k, 1, 4), at()) == 24

    def test_an_inner_sum_has_its_own_index(self) -> None:
        assert value(total(total(k, k, 1, 2) * k, k, 1, 3), at()) == 18

    def test_a_free_letter_of_the_same_name_is_hidden_inside(self) -> None:
        assert value(k + total(k, k, 1, 2), at(k=10)) == 13

    def test_the_bounds_are_read_outside(self) -> None:
        assert value(total(total(1, t, k, T), k, 1, T), at(T=3)) == 6

    def test_a_sum_of_vectors(self) -> None:
        assert value(total(k * u, k, 1, 3), at(2, u=(1, 2))) == (6, 12)
        assert value(total(k * u, k, 1, 0), at(2, u=(1, 2))) == (0, 0)

    def test_a_sum_over_residues(self) -> None:
        assert value(total(a[i] * a[-i], i), at(n=3, a={0: 1, 1: 2, 2: 5})) == 1 + 10 + 10


class TestSequences:
    def test_a_member_before_the_start_has_no_value(self) -> None:
        with pytest.raises(NoValue):
            value(s[t - 1], at(t=0, s={0: 7}))
        assert value(s[t - 1], at(t=1, s={0: 7})) == 7

    def test_members_beyond_the_table_are_the_tail(self) -> None:
        assert value(s[T], Point({T: Fraction(50), s: SequenceValue({0: ZERO}, HALF)})) == HALF

    def test_an_index_that_is_no_integer_has_no_value(self) -> None:
        with pytest.raises(NoValue):
            value(s[T], at(T="1/2", s={}))


class TestResidues:
    """Z/n: the corner of the shift, n = 1, and n = 0."""

    def test_the_shift_has_its_corner_modulo_n_only(self) -> None:
        cyclic_shift = matrix("S", Z, lambda p, q: delta(p - q - 1))
        plain_shift = matrix("P", interval(0, n - 1), lambda p, q: delta(p - q - 1))

        assert value(cyclic_shift, at(n=3)) == ((0, 0, 1), (1, 0, 0), (0, 1, 0))
        assert value(plain_shift, at(n=3)) == ((0, 0, 0), (1, 0, 0), (0, 1, 0))

    def test_modulo_one_everything_is_zero(self) -> None:
        point = Point({n: ONE, i: 0, a: SequenceValue({0: Fraction(4)}, ZERO)})

        assert value(delta(i - 5), point) == 1
        assert holds(eq(a[i], a[i + 1]), point)

    def test_there_is_no_residue_modulo_zero(self) -> None:
        m = integer("m")
        with pytest.raises(NoValue):
            value(total(1, index("r", over=cyclic(m))), Point({m: ZERO}))

    def test_residues_are_compared_modulo_n(self) -> None:
        point = Point({n: Fraction(3), i: 4, j: 1})

        assert holds(eq(i, j), point)
        assert not holds(eq(i + 1, j), point)
        assert value(i + 1, point) == 2


class TestMatrices:
    A, B = matrix("A", n), matrix("B", n)
    point = Point(
        {
            n: Fraction(2),
            A: MatrixValue(((Fraction(1), Fraction(2)), (Fraction(3), Fraction(4)))),
            B: MatrixValue(((Fraction(0), Fraction(1)), (Fraction(1), Fraction(0)))),
        }
    )

    def test_products_sums_and_transposes(self) -> None:
        assert value(self.A @ self.B, self.point) == ((2, 1), (4, 3))
        assert value((self.A - 2 * self.B).T, self.point) == ((1, 1), (0, 4))
        assert value((self.A @ self.B @ self.A)[2, 1], self.point) == 13

    def test_an_index_outside_of_the_index_set_has_no_value(self) -> None:
        with pytest.raises(NoValue):
            value(self.A[0, 1], self.point)
        with pytest.raises(NoValue):
            value(self.A.T[1, n + 1], self.point)

    def test_an_entry_of_a_product_needs_all_of_it(self) -> None:
        law = matrix("D", n, lambda p, q: 1 / (p - 1))

        with pytest.raises(NoValue):
            value((law @ self.A)[2, 1], self.point)
        assert value(law[2, 1], self.point) == 1

    def test_a_table_of_another_size_is_refused(self) -> None:
        with pytest.raises(Undecided):
            value(self.A[1, 1], Point({n: Fraction(3), self.A: self.point.values[self.A]}))

    def test_matrices_of_no_size_are_equal(self) -> None:
        m = natural("m")
        empty = matrix("E", m)
        assert holds(eq(empty @ empty, empty), Point({m: ZERO, empty: MatrixValue(())}))

    def test_the_entry_that_differs_is_reported(self) -> None:
        found = failure(Statement((), eq(self.A @ self.B, self.B @ self.A)), self.point)

        assert (found.left, found.right, found.difference) == (2, 3, -1)
        assert str(found.relation) == "(A @ B)[1, 1] = (B @ A)[1, 1]"

    def test_cyclic_places_are_residues(self) -> None:
        ones = matrix("O", Z, lambda p, q: 1)
        shift = matrix("S", Z, lambda p, q: delta(p - q - 1))
        found = failure(Statement((), eq(ones, shift)), at(n=2))

        assert isinstance(found.relation.left, Entry)
        assert found.relation.left.row == ResidueNumber(0, Z)


class TestDerivatives:
    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            (derivative(x**3 - y * x, x), 11), (derivative(derivative(x**3, x), x), 12), (derivative(1 / x, x), Fraction(-1, 4)),
            (derivative(x * derivative(x**2, x), x), 8), (derivative(sqrt(2 * x), x), HALF), (derivative(abs(-x), x), 1),
            (derivative(total(x**k, k, 0, 3), x), 1 + 4 + 12), (derivative(y, x), 0), (derivative(maximum(x, y), x), 1),
            (derivative(norm(x * u), x), 5), (derivative(REAL(x), x), 6),
        ],
    )  # fmt: skip
    def test_derivatives_at_two(self, term: Any, expected: Fraction) -> None:
        point = at(2, x=2, y=1, u=(3, 4))

        assert value(term, Point({**point.values, REAL: QuadraticFunction(ONE, (ZERO,), Fraction(3))}, 2)) == expected

    def test_a_varying_exponent(self) -> None:
        """The derivative of x**(x - 1) at 2 is 1 + 2 log 2."""
        rest = derivative(x ** (x - 1), x) - 2 * log(x)

        assert holds(and_(rest > 1 - Fraction(1, 10**9), rest < 1 + Fraction(1, 10**9)), at(x=2))

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            (gradient(norm(u) ** 2, u), (6, 8)), (gradient(norm(u), u), (Fraction(3, 5), Fraction(4, 5))),
            (gradient(inner(u, v) ** 2, u), (-2, 2)), (gradient(inner(grad(f)(u), v), u), (2, -2)),
            (gradient(f(u), u), (7, 8)), (grad(f)(2 * u), (13, 16)), (gradient(x * norm(v), u), (0, 0)),
        ],
    )  # fmt: skip
    def test_gradients(self, term: Any, expected: tuple[Fraction, ...]) -> None:
        point = at(2, x=1, u=(3, 4), v=(1, -1), f=QuadraticFunction(HALF, (Fraction(1), ZERO), Fraction(2)))
        assert value(term, point) == expected

    @pytest.mark.parametrize(
        "term",
        [
            derivative(abs(x), x), derivative(sqrt(x), x), derivative(sqrt(x**2), x), derivative(maximum(x, -x), x),
            derivative(x ** Fraction(3, 2), x), derivative(sqrt(x) ** 2, x), derivative(1 / x, x), derivative(log(x), x),
        ],
    )  # fmt: skip
    def test_no_derivative_at_zero(self, term: Any) -> None:
        with pytest.raises(NoValue):
            value(term, at(x=0))

    def test_the_norm_has_no_gradient_at_zero_and_its_square_has(self) -> None:
        with pytest.raises(NoValue):
            value(gradient(norm(u), u), at(2, u=(0, 0)))
        assert value(gradient(norm(u) ** 2, u), at(2, u=(0, 0))) == (0, 0)

    def test_a_sequence_does_not_vary_with_a_letter_of_its_recurrence(self) -> None:
        c = real("c")
        statement = Statement((each(t, eq(s[t + 1], c * s[t])),), eq(derivative(c * s[1], c), 0))
        point = Point({c: Fraction(3), s: SequenceValue({0: Fraction(2)}, ZERO)})

        assert failure(statement, point).left == 6


class TestStatements:
    def test_a_conjunction_stops_at_what_is_false(self) -> None:
        assert not holds(and_(ne(x, 0), 1 / x > 0), at(x=0))
        with pytest.raises(NoValue):
            holds(and_(1 / x > 0, ne(x, 0)), at(x=0))

    def test_a_disjunction_needs_all_of_its_parts(self) -> None:
        with pytest.raises(NoValue):
            holds(or_(eq(x, 0), 1 / x > 0), at(x=0))

    def test_an_implication_claims_nothing_where_its_premise_is_false(self) -> None:
        assert holds(implies(x > 0, log(x) < 5), at(x=-1))
        with pytest.raises(NoValue):
            holds(implies(x < 0, log(x) < 5), at(x=-1))

    def test_a_negation_of_what_has_no_value_has_none(self) -> None:
        with pytest.raises(NoValue):
            holds(not_(1 / x > 0), at(x=0))

    def test_quantifiers_over_ranges(self) -> None:
        assert holds(each(k, k**2 <= 9, 0, 3), at())
        assert not holds(each(k, k**2 <= 8, 0, 3), at())
        assert holds(exists(k, eq(k**2, 9), 0, 3), at())
        assert holds(each(k, eq(1, 2), 3, 1), at())
        assert holds(each(i, eq(a[i], a[-i])), at(n=3, a={0: 5, 1: 2, 2: 2}))

    def test_an_instance_without_a_value_is_not_passed_over(self) -> None:
        with pytest.raises(NoValue):
            holds(each(k, 1 / (k - 2) < -5, 0, 3), at())
        with pytest.raises(NoValue):
            holds(exists(k, 1 / (k - 2) < 0, 0, 3), at())

    @pytest.mark.parametrize("prop", [each(x, x**3 >= 0), exists(x, x > 0), each(k, k >= 0), minimizer(0, x**4, x)])
    def test_an_unbounded_quantifier_is_undecided(self, prop: Any) -> None:
        with pytest.raises(Undecided):
            holds(prop, at())

    def test_a_range_below_the_letters_domain_is_undecided(self) -> None:
        with pytest.raises(Undecided):
            holds(each(k, k >= 0, -2, 2), at())


class TestFailure:
    def test_the_telescoped_sum_that_stops_one_term_too_early(self) -> None:
        """The point that the design shows."""
        eta = positive("eta")
        update = each(t, eq(w[t + 1], w[t] - eta * g[t]))
        gap = (norm(w[t] - u) ** 2 - norm(w[t + 1] - u) ** 2) / (2 * eta)
        claim = eq(total(gap, t, 1, T), (norm(w[1] - u) ** 2 - norm(w[T] - u) ** 2) / (2 * eta))
        point = Point(
            {
                T: Fraction(1), eta: Fraction(1), u: (ZERO,),
                w: SequenceValue({1: (ZERO,)}, (ZERO,)), g: SequenceValue({1: (Fraction(1),)}, (ZERO,)),
            }
        )  # fmt: skip

        found = failure(Statement((update, eq(w[1], 0)), claim), point)

        assert (found.relation, found.difference) == (claim, -HALF)
        with pytest.raises(NotAFailure):
            failure(Statement((update, eq(w[1], 0)), claim), Point({**point.values, T: ZERO, g: point.values[w]}))

    def test_a_claim_without_a_value_is_not_refuted(self) -> None:
        with pytest.raises(NotAFailure, match="has no value"):
            failure(Statement((), eq(x / x, 1)), at(x=0))

    def test_a_hypothesis_without_a_value_does_not_hold(self) -> None:
        with pytest.raises(NotAFailure, match="has no value"):
            failure(Statement((1 / x >= 0,), x > 5), at(x=0))
        assert not admissible((1 / x >= 0,), at(x=0))

    @pytest.mark.parametrize(
        ("letter", "wrong"),
        [
            (positive("p"), 0), (positive("p"), -1), (natural("m"), -1), (natural("m"), HALF), (integer("q"), HALF),
            (natural("m", at_least=2), 1),
        ],
    )  # fmt: skip
    def test_a_declaration_counts_as_a_hypothesis(self, letter: Any, wrong: Any) -> None:
        with pytest.raises(NotAFailure, match="does not hold"):
            failure(Statement((), letter > 100), Point({letter: Fraction(wrong)}))

    def test_a_declaration_holds_for_each_member_and_for_the_tail(self) -> None:
        b = sequence("b", of=positive)

        for members, tail in (({0: Fraction(1)}, ZERO), ({0: ZERO}, Fraction(1)), ({-1: Fraction(1)}, Fraction(1))):
            with pytest.raises(NotAFailure):
                failure(Statement((), b[0] > 100), Point({b: SequenceValue(members, tail)}))
        assert failure(Statement((), b[0] > 100), Point({b: SequenceValue({}, Fraction(1))})).left == 1

    def test_every_free_letter_needs_a_value(self) -> None:
        with pytest.raises(NotAFailure, match="gives no value to y"):
            failure(Statement((y > 0,), x > 0), at(x=-1))

    def test_the_innermost_relation_is_named(self) -> None:
        claim = each(x, implies(x > 1, and_(x > 0, x**2 > 2 * x)))

        found = failure(Statement((), claim), at(x=2))

        assert found.relation == (x**2 > 2 * x)
        assert found.difference == 0

    def test_an_instance_outside_of_its_range_is_no_failure(self) -> None:
        claim = each(k, k <= 3, 0, 3)

        with pytest.raises(NotAFailure):
            failure(Statement((), claim), at(k=4))
        assert failure(Statement((), each(k, k <= 3, 0, 4)), at(k=4)).difference == 1
        assert failure(Statement((), each(k, k <= 3, 0, 4)), at()).difference == 1

    def test_an_instance_outside_of_its_domain_is_no_failure(self) -> None:
        p = positive("p")
        with pytest.raises(NotAFailure):
            failure(Statement((), each(p, p > 0)), Point({p: ZERO}))

    def test_iff_and_not_and_or(self) -> None:
        assert failure(Statement((), iff(eq(x**2, y**2), eq(x, y))), at(x=1, y=-1)).difference == 2
        assert failure(Statement((), not_(x > 0)), at(x=1)).difference is None
        assert failure(Statement((), or_(x > 0, y > 0)), at(x=0, y=0)).difference is None
        with pytest.raises(NotAFailure):
            failure(Statement((), or_(x > 0, y > 0)), at(x=0, y=1))

    def test_residues_and_vectors(self) -> None:
        assert failure(Statement((), eq(i, 0)), Point({n: Fraction(2), i: 1})).difference is None
        assert failure(Statement((), eq(u, v)), at(2, u=(1, 2), v=(1, 0))).difference == (0, 2)
        with pytest.raises(NotAFailure):
            failure(Statement((), ne(u, v)), at(2, u=(1, 2), v=(1, 0)))

    def test_an_undecided_hypothesis_is_no_failure(self) -> None:
        with pytest.raises(NotAFailure):
            failure(
                Statement((each(u, f(u) ** 3 >= 0),), x > 0),
                Point({x: ZERO, f: QuadraticFunction(ZERO, (ZERO,), ZERO)}),
            )


class TestMinimizer:
    def test_a_competitor_beats_a_point_that_is_no_minimizer(self) -> None:
        found = failure(Statement((), minimizer(1, x**2, x)), at(x=0))

        assert (found.left, found.right) == (1, 0)
        with pytest.raises(NotAFailure):
            failure(Statement((), minimizer(1, x**2, x)), at(x=2))

    def test_uniqueness_falls_with_an_equal_competitor_only(self) -> None:
        flat = minimizer(v, x * norm(u - v) ** 2, u, unique=True)

        assert failure(Statement((), flat), at(x=0, u=(1,), v=(0,))).difference == 0
        with pytest.raises(NotAFailure):
            failure(Statement((), flat), at(x=0, u=(0,), v=(0,)))
        with pytest.raises(NotAFailure):
            failure(Statement((), minimizer(v, x * norm(u - v) ** 2, u)), at(x=0, u=(1,), v=(0,)))

    def test_a_competitor_without_a_value_beats_nothing(self) -> None:
        with pytest.raises(NotAFailure, match="has no value"):
            failure(Statement((), minimizer(1, 1 / x, x)), at(x=0))

    def test_a_competitor_keeps_to_the_variables_sign(self) -> None:
        p = positive("p")
        with pytest.raises(NotAFailure):
            failure(Statement((), minimizer(1, p**3, p)), Point({p: Fraction(-1)}))


def test_flint_is_not_imported_for_rational_points() -> None:
    program = (
        "import sys; from fractions import Fraction as F; from symproof import *; from symproof.evaluation.evaluate import *;"
        "from symproof.point import Point; x = real('x');"
        "assert holds(sqrt(x) + abs(x) > 0, Point({x: F(9, 4)}));"
        "assert 'flint' not in sys.modules; holds(sqrt(x) > 1, Point({x: F(2)})); assert 'flint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


# Two ways to a derivative: dual numbers here, the rules of `derivative` there ------------------------------

scalars = some.sampled_from([x, y]) | some.integers(-3, 3).map(lambda number: number + 0 * y)
smooth = some.recursive(
    scalars,
    lambda part: (
        some.tuples(part, part).map(lambda pair: pair[0] * pair[1])
        | some.tuples(part, part).map(lambda pair: pair[0] - pair[1])
        | some.tuples(part, part).map(lambda pair: pair[0] / (pair[1] ** 2 + 1))
        | some.tuples(part, some.integers(-2, 3)).map(lambda pair: pair[0] ** pair[1])
        | part.map(abs)
        | part.map(lambda inside: sqrt(inside**2))
        | part.map(lambda inside: total(inside * k, k, 1, 3))
    ),
    max_leaves=6,
)


@given(smooth, some.fractions(-3, 3, max_denominator=5), some.fractions(-3, 3, max_denominator=5))
def test_dual_numbers_agree_with_the_symbolic_rules(term: Any, p: Fraction, q: Fraction) -> None:
    from symproof.trusted.calculus import differentiate

    point = Point({x: p, y: q})
    with suppress(NoValue, Undecided):
        by_duals = value(derivative(term, x), point)
        assert by_duals == value(differentiate(term, x), point)


@given(some.lists(some.fractions(-3, 3, max_denominator=5), min_size=4, max_size=4))
def test_gradients_by_duals_agree_with_the_symbolic_rules(numbers: list[Fraction]) -> None:
    from symproof.trusted.calculus import gradient_of

    point = Point({u: tuple(numbers[:2]), v: tuple(numbers[2:]), x: numbers[0]}, 2)
    for term in (
        norm(u - x * v) ** 2,
        inner(u, v) * norm(u) ** 2 / (1 + inner(v, u) ** 2),
        norm(u - v) ** 2 * x + inner(v, 3 * u),
    ):
        assert value(gradient(term, u), point) == value(gradient_of(term, u), point)
