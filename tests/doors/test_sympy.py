"""The SymPy door: what is read, what is written, what is refused, and the traps that SymPy sets."""

import subprocess
import sys
import time
from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as some

import symproof as sf
from symproof import term as tm
from symproof.doors.sympy import NoCounterpart, closed_antidifference, from_sympy, simplifies_to_zero, to_sympy
from symproof.errors import BoundIndexError, NameClash, SortError
from symproof.evaluation.evaluate import NoValue, holds, value
from symproof.point import Point, SequenceValue
from symproof.statement import Each, Relation, describe, relation

x, y = sp.symbols("x y")
k = sp.Symbol("k")
i, j = sp.symbols("i j", integer=True)
n = sp.Symbol("n", integer=True, nonnegative=True)
A, F = sp.IndexedBase("A"), sp.Function("f")


# Letters --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "declared"),
    [
        ({}, "real"),
        ({"real": True}, "real"),
        ({"finite": True}, "real"),
        ({"positive": True}, "positive real"),
        ({"nonnegative": True}, "nonnegative real"),
        ({"negative": True}, "negative real"),
        ({"nonzero": True}, "nonzero real"),
        ({"zero": False}, "nonzero real"),
        ({"rational": True}, "rational"),
        ({"rational": True, "positive": True}, "positive rational"),
        ({"integer": True}, "integer"),
        ({"integer": True, "negative": True}, "negative integer"),
        ({"integer": True, "nonnegative": True}, "natural >= 0"),
        ({"integer": True, "positive": True}, "natural >= 1"),
    ],
)
def test_a_symbols_assumptions_become_its_declaration(facts: dict[str, bool], declared: str) -> None:
    assert describe(from_sympy(sp.Symbol("x", **facts))) == declared


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"even": True}, "even=True"),
        ({"prime": True}, "prime=True"),
        ({"nonpositive": True}, "nonpositive=True"),
        ({"irrational": True}, "irrational=True"),
        ({"imaginary": True}, "imaginary=True"),
        ({"zero": True}, "zero=True"),
        ({"infinite": True}, "infinite=True"),
        ({"commutative": False}, "commutative=False"),
        ({"complex": True}, "complex"),
        ({"extended_real": True}, "extended real"),
    ],
)
def test_an_assumption_that_no_declaration_says_is_never_dropped(facts: dict[str, bool], named: str) -> None:
    """(-1)**k >= 1 holds for even k: read as any integer, a true claim would be refuted."""
    with pytest.raises(SortError, match=named):
        from_sympy(sp.Symbol("x", **facts))


def test_two_symbols_of_one_name_are_not_taken_for_one() -> None:
    with pytest.raises(NameClash, match="x"):
        from_sympy(sp.Symbol("x") - sp.Symbol("x", real=True))


def test_dummies_of_one_name_stay_apart_and_each_is_the_same_in_two_readings() -> None:
    one, other = sp.Dummy("d"), sp.Dummy("d")

    assert from_sympy(one) != from_sympy(other)
    assert from_sympy(one + 1).free == from_sympy(one).free
    assert from_sympy(one) != from_sympy(sp.Symbol("d"))


# Terms ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (x**2 + 2 * x * y + y**2 - 1, "x**2 + 2*x*y + y**2 - 1"),
        (1 - x, "1 - x"),
        (x - 3, "x - 3"),
        (3 * x / (2 * y), "3*x/(2*y)"),
        ((x + 1) ** 2 / (2 * y), "(x + 1)**2/(2*y)"),
        (1 / x, "1/x"),
        (x**-2, "1/x**2"),
        (sp.sqrt(x), "sqrt(x)"),
        (sp.tan(x) + 1, "sin(x)/cos(x) + 1"),
        (sp.tanh(2 * x), "(exp(2*x) - exp(-(2*x)))/(exp(2*x) + exp(-(2*x)))"),
        (1 / sp.sqrt(x), "1/sqrt(x)"),
        (x ** sp.Rational(3, 2), "sqrt(x)**3"),
        (sp.E, "exp(1)"),
        (sp.exp(-x) * y, "y*exp(-x)"),
        (sp.Rational(-1, 2), "-1/2"),
        (sp.log(x) + sp.sin(x) * sp.cos(y), "log(x) + sin(x)*cos(y)"),
        (sp.Abs(x) + sp.Min(x, y), "abs(x) + min(x, y)"),
        (sp.Max(x, y, 1), "max(1, max(x, y))"),
        (sp.Sum(k**2, (k, 1, n)), "sum(k**2, k, 1, n)"),
        (sp.Product(k, (k, 1, n)), "product(k, k, 1, n)"),
        (sp.Sum(i * j, (i, 1, j), (j, 1, n)), "sum(sum(i*j, i, 1, j), j, 1, n)"),
        (sp.Derivative(x**3, x, 2), "derivative(derivative(x**3, x), x)"),
        (A[i + 1] - A[i], "A[i + 1] - A[i]"),
        (F(x + 1), "f(x + 1)"),
        (sp.KroneckerDelta(i, j), "delta(i - j)"),
        (sp.KroneckerDelta(i, 0), "delta(i)"),
        (sp.UnevaluatedExpr(x + 1) * y, "y*(x + 1)"),
    ],
)
def test_an_expression_is_read_as_sympy_shows_it(expression: sp.Basic, text: str) -> None:
    assert str(from_sympy(expression)) == text


@pytest.mark.parametrize("text", ["x/x", "0*1/x", "x + x", "b + a", "(x - 1)/(x - 1)", "x**0"])
def test_what_is_written_with_evaluate_false_is_kept(text: str) -> None:
    assert str(from_sympy(sp.sympify(text, evaluate=False))) == text


def test_a_symbolic_exponent_does_not_go_below_the_line() -> None:
    """0**(-n) is 1 at n = 0, and so is 1/0**n; but at n = -1 only the first has a value."""
    read = from_sympy(x ** (-i))

    assert value(read, Point({from_sympy(x): Fraction(0), from_sympy(i): Fraction(-1)})) == 0


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        (sp.I, "ImaginaryUnit"),
        (sp.sqrt(-2), "ImaginaryUnit"),
        (sp.oo, "Infinity"),
        (sp.zoo, "ComplexInfinity"),
        (sp.nan, "NaN"),
        (sp.Float("0.1") * x, "Float"),
        (sp.asin(x), "asin"),
        (sp.gamma(x), "gamma"),
        (sp.factorial(x), "not known to be an integer"),
        (sp.Integral(x, x), "Integral"),
        (sp.Integral(x, (x, 0, 1)), "Integral"),
        (sp.Limit(x, x, 0), "Limit"),
        (sp.Piecewise((x, x > 0), (1, True)), "Piecewise"),
        (sp.Poly(x), "Poly"),
        (sp.conjugate(x), "conjugate"),
        (sp.Matrix([1]), "Matrix"),
        (F, "apply it"),
        (F(x, y), "one real argument"),
        (sp.Function("g", positive=True)(x), "positive=True"),
        (A[x], "not known to be an integer"),
        (A[i, j], "no member of a sequence"),
        (sp.Sum(k, (k, 1, x)), "integer=True"),
        (sp.Sum(1, (k, 1, sp.oo)), "Infinity"),  # an infinite sum stands alone on one side of an equation
        (sp.Derivative(F(x), F(x)), "in a letter"),
        (sp.Wild("w"), "pattern"),
    ],
)
def test_what_the_language_cannot_say_is_refused_by_its_name(expression: object, named: str) -> None:
    with pytest.raises(SortError, match=named):
        from_sympy(expression)


def test_a_function_of_the_authors_is_not_the_elementary_one_of_its_name() -> None:
    read = from_sympy(sp.Function("exp")(x))

    assert read == sf.function("exp", on=sf.real)(sf.real("x"))


def test_a_member_out_of_range_is_refused() -> None:
    with pytest.raises(BoundIndexError, match="A"):
        from_sympy(A[-1])


def test_a_tree_that_is_too_deep_is_refused_and_not_a_crash() -> None:
    deep = x
    for _ in range(2000):
        deep = sp.Add(sp.Mul(deep, y, evaluate=False), 1, evaluate=False)

    with pytest.raises(SortError, match="nested too deeply"):
        from_sympy(deep)


def test_numbers_beyond_floats_are_read() -> None:
    assert from_sympy(10**400 * x + 1).free == {sf.real("x")}


# Sums -----------------------------------------------------------------------------------------------


def test_a_sum_binds_its_index_whatever_the_index_is_declared() -> None:
    read = from_sympy(sp.Sum(k * x, (k, 1, n)) + k)

    assert read.free == {sf.real("x"), sf.real("k"), sf.natural("n")}


def test_a_free_letter_is_not_captured_by_an_index_of_its_name() -> None:
    """`k` alone and `k` as an integer would both be the integer k inside of the sum."""
    with pytest.raises(NameClash, match="k"):
        from_sympy(sp.Sum(k * sp.Symbol("k", integer=True), (k, 1, 3)))


def test_an_index_in_its_own_range_is_refused() -> None:
    with pytest.raises(BoundIndexError, match="i"):
        from_sympy(sp.Sum(i, (i, 1, i)))


@pytest.mark.parametrize("high", [0, -1, -3])
def test_an_empty_sum_is_zero_though_sympy_says_otherwise(high: int) -> None:
    """SymPy 1.14: Sum(k, (k, 1, -3)).doit() is 3, Sum(1, (k, 1, -3)).doit() is -3."""
    for body in (k, sp.Integer(1)):
        assert value(from_sympy(sp.Sum(body, (k, 1, high))), Point({})) == 0


def test_an_index_that_starts_below_zero_takes_all_its_values() -> None:
    assert value(from_sympy(sp.Sum(n, (n, -2, 0))), Point({})) == -3


# Statements -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (sp.Eq(x, y), "x = y"),
        (sp.Ne(x, 1), "x != 1"),
        (sp.Ge(x**2 + y**2, 2 * x * y), "x**2 + y**2 >= 2*x*y"),
        (x < y, "x < y"),
        (sp.And(x > 0, y > 0), "x > 0 and y > 0"),
        (sp.Or(x > 0, y <= 0), "y <= 0 or x > 0"),
        (sp.Not(sp.And(x > 0, y > 0), evaluate=False), "not (x > 0 and y > 0)"),
        (sp.Implies(x > 1, x**2 > 1), "x > 1 implies x**2 > 1"),
        (sp.Equivalent(x > 0, y > 0), "x > 0 iff y > 0"),
    ],
)
def test_a_statement_is_read_as_sympy_shows_it(statement: sp.Basic, text: str) -> None:
    assert str(from_sympy(statement)) == text


@pytest.mark.parametrize("decided", [sp.Eq(x / x, 1), sp.Eq(x, x), sp.Gt(1, 2), sp.true, sp.false])
def test_a_relation_that_sympy_has_decided_is_no_statement(decided: sp.Basic) -> None:
    """Eq(x/x, 1) is True to SymPy, with x = 0 forgotten."""
    with pytest.raises(SortError, match="decided"):
        from_sympy(decided)


def test_the_same_relation_unevaluated_keeps_its_condition() -> None:
    read = from_sympy(sp.Eq(sp.sympify("x/x", evaluate=False), 1, evaluate=False))

    assert isinstance(read, Relation)
    with pytest.raises(NoValue):
        value(read.left, Point({sf.real("x"): Fraction(0)}))


@pytest.mark.parametrize(
    "statement", [sp.Xor(x > 0, y > 0), sp.Q.positive(x), sp.And(x, y), sp.Eq(x > 1, y > 1), sp.Contains(x, sp.S.Reals)]
)
def test_logic_without_counterpart_is_refused(statement: sp.Basic) -> None:
    with pytest.raises(SortError):
        from_sympy(statement)


# To SymPy -------------------------------------------------------------------------------------------

X, N, K, M = sf.real("x"), sf.natural("n"), sf.integer("k"), sf.integer("m")
SEQUENCE = sf.sequence("a")
LEAVES = some.one_of(
    some.integers(-3, 3).map(tm.scalar),
    some.sampled_from([tm.scalar(Fraction(1, 2)), X, N, M, SEQUENCE[N], SEQUENCE[N + 1]]),
)


def _larger(parts: some.SearchStrategy[tm.Scalar]) -> some.SearchStrategy[tm.Scalar]:
    pairs = some.tuples(parts, parts)
    return some.one_of(
        pairs.map(lambda p: p[0] + p[1]),
        pairs.map(lambda p: p[0] - p[1]),
        pairs.map(lambda p: p[0] * p[1]),
        pairs.map(lambda p: p[0] / p[1]),
        pairs.map(lambda p: sf.maximum(*p)),
        pairs.map(lambda p: sf.minimum(*p)),
        parts.map(abs),
        parts.map(lambda p: -p),
        parts.map(lambda p: p**2),
        parts.map(lambda p: sf.total(p * K, K, 1, N)),
        parts.map(lambda p: sf.product(p + K, K, M, N)),
        some.just(sf.delta(N - M)),
    )


TERMS = some.recursive(LEAVES, _larger, max_leaves=6)
NUMBERS = some.fractions(-3, 3, max_denominator=3)


@given(TERMS, NUMBERS, some.integers(0, 3), some.integers(-2, 3))
def test_what_goes_to_sympy_and_back_has_the_same_value(term: tm.Scalar, at: Fraction, n_at: int, m_at: int) -> None:
    """Where the term has a value; SymPy's may have one in more places."""
    try:
        back = from_sympy(to_sympy(term))
    except NoCounterpart:  # SymPy saw a division by zero
        return
    members = SequenceValue({place: Fraction(place * place - 2) for place in range(6)}, Fraction(1))
    point = Point({X: at, N: Fraction(n_at), M: Fraction(m_at), SEQUENCE: members})
    try:
        expected = value(term, point)
    except NoValue:
        return

    assert value(back, point) == expected


@pytest.mark.parametrize(
    "term", [sf.exp(X) + sf.log(N + 1), sf.sin(X) * sf.cos(X), sf.sqrt(N), X**N, sf.function("f", on=sf.real)(X)]
)
def test_elementary_terms_come_back_as_they_were(term: tm.Scalar) -> None:
    assert from_sympy(to_sympy(term)) == term


def test_sigma_goes_as_its_definition() -> None:
    symbol = sp.Symbol("x", real=True)

    assert to_sympy(sf.sigma(X)) == 1 / (1 + sp.exp(-symbol))


@pytest.mark.parametrize("kind", ["=", "!=", "<", "<=", ">", ">="])
def test_relations_come_back_even_where_sympy_could_decide(kind: str) -> None:
    for claim in (relation(kind, X, X), relation(kind, 1, 2), relation(kind, X / X, 1)):
        back = from_sympy(to_sympy(claim))
        assert holds(back, Point({X: Fraction(2)})) == holds(claim, Point({X: Fraction(2)}))


def test_logic_comes_back() -> None:
    one, other = X > 0, sf.eq(N, 2)
    for claim in (
        sf.and_(one, other),
        sf.or_(one, other),
        sf.not_(one),
        sf.implies(one, other),
        sf.iff(one, other),
        sf.and_(one, sf.not_(one)),
    ):
        back = from_sympy(to_sympy(claim))
        for at in (-1, 1):
            for number in (2, 3):
                point = Point({X: Fraction(at), N: Fraction(number)})
                assert holds(back, point) == holds(claim, point)


def test_a_bound_index_gives_way_to_a_free_letter_of_its_name() -> None:
    """Two naturals k, >= 2 and >= 3, are one positive integer to SymPy: the free one would be captured."""
    bound, free = sf.natural("k", at_least=3), sf.natural("k", at_least=2)
    written = to_sympy(sf.total(bound * free, bound, 1, 3))

    assert written.free_symbols == {sp.Symbol("k", integer=True, positive=True)}
    assert sp.simplify(written.doit() - 6 * sp.Symbol("k", integer=True, positive=True)) == 0


u, v = sf.vectors("u v")
ring = sf.cyclic(sf.natural("n", at_least=1))


@pytest.mark.parametrize(
    ("term", "named"),
    [
        (sf.inner(u, v), "Inner"),
        (u, "VectorVariable"),
        (sf.eq(u, v), "Relation"),
        (X * sf.norm(u), "Norm"),
        (sf.each(X, X > 0), "Each"),
        (sf.minimizer(0, X**2, X), "Minimizer"),
        (sf.delta(sf.index("i", over=ring)), "Delta"),
        (sf.sequence("a", over=ring)[sf.index("i", over=ring)], "ScalarAt"),
        (sf.matrix("B", N)[1, 1], "Entry"),
        (tm.ONE / 0, "no real number"),
        (sf.sqrt(-2), "no real number"),
    ],
)
def test_a_term_without_counterpart_says_which_part_has_none(term: tm.Term, named: str) -> None:
    with pytest.raises(SortError, match=named):
        to_sympy(term)


def test_a_power_that_fills_all_memory_is_left_to_stand() -> None:
    assert str(to_sympy(sf.rational(10) ** 10_000_000)) == "10**10000000"


# Operators ------------------------------------------------------------------------------------------


def test_ours_wins_on_either_side_of_an_operator() -> None:
    symbol = sp.Symbol("x", real=True)

    for made in (X + y, y + X, symbol - X, symbol * X, symbol / X, symbol**X, sp.Rational(1, 2) * X, 2 * symbol * X):
        assert isinstance(made, tm.Scalar)
    assert symbol / X == X / X
    assert symbol * sf.inner(u, v) == X * sf.inner(u, v)
    assert symbol * u == X * u
    assert str(symbol <= X + 1) == "x + 1 >= x"


def test_sympy_does_not_cancel_what_ours_divides_by() -> None:
    symbol = sp.Symbol("x", real=True)

    assert str(symbol * (1 / X)) == "x*(1/x)"
    assert str(sp.Integer(0) * (1 / X)) == "0*(1/x)"


def test_sympify_takes_terms_and_statements() -> None:
    symbol = sp.Symbol("x", real=True)

    assert sp.sympify(X**2 + 1) == symbol**2 + 1
    assert sp.exp(X) == sp.exp(symbol)
    assert sp.diff(sp.sympify(X**2), symbol) == 2 * symbol
    assert sp.sympify(sf.eq(X, 1)) == sp.Eq(symbol, 1)
    with pytest.raises(sp.SympifyError, match="Inner"):
        sp.sympify(sf.inner(u, v))


def test_symproofs_words_take_sympys_letters() -> None:
    t, T = sp.symbols("t T", integer=True, nonnegative=True)

    assert sf.total(t**2, t, 1, T) == sf.total(sf.index("t") ** 2, sf.index("t"), 1, sf.natural("T"))
    assert sf.product(t, t, 1, T) == sf.product(sf.index("t"), sf.index("t"), 1, sf.natural("T"))
    assert sf.derivative(x**2, x) == sf.derivative(X**2, X)
    assert sf.minimizer(sp.Integer(0), x**2, x) == sf.minimizer(0, X**2, X)
    assert sf.eq(sf.vector("w"), sp.Integer(0)) == sf.eq(sf.vector("w"), 0)
    assert tm.scalar(F(x)) == sf.function("f", on=sf.real)(X)
    assert sf.and_(x < y, X > 0) == sf.and_(X < sf.real("y"), X > 0)
    claim = sf.each(t, sp.Eq(A[t + 1], A[t]))
    assert isinstance(claim, Each)
    assert claim.symbol == sf.index("t")


def test_an_index_that_is_not_declared_an_integer_is_refused_by_total() -> None:
    with pytest.raises(SortError, match="k runs over a range and is declared real"):
        sf.total(k, k, 1, n)


# Questions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "zero",
    [
        sf.sin(X) ** 2 + sf.cos(X) ** 2 - 1,
        sf.sigma(X) + sf.sigma(-X) - 1,
        sf.exp(X) * sf.exp(-X) - 1,
        sf.derivative(X**2, X) - 2 * X,
        sf.total(K, K, 1, N) * 2 - (sf.total(K, K, 1, N) + sf.total(K, K, 1, N)),
    ],
)
def test_sympy_is_believed_where_it_simplifies_to_zero(zero: tm.Scalar) -> None:
    assert simplifies_to_zero(zero, 30)


@pytest.mark.parametrize(
    "term",
    [
        sf.sin(X) ** 2 + sf.cos(X) ** 2,
        sf.sqrt(X**2) - X,
        sf.log(X**2) - 2 * sf.log(X),
        sf.total(K, K, 1, M) - M * (M + 1) / 2,
        sf.total(1, K, 1, -3) + 3,
        sf.total(K, K, 1, M) + sf.total(K, K, M + 1, N) - sf.total(K, K, 1, N),
        sf.derivative(sf.total(X * K, K, 1, M), X),
        sf.inner(u, v) - sf.inner(u, v),
        sf.delta(sf.index("i", over=ring)) - sf.delta(sf.index("i", over=ring)),
    ],
)
def test_sympy_is_not_asked_or_does_not_agree(term: tm.Scalar) -> None:
    """Its sums are not ours: k = 1..m sums to m(m + 1)/2 for m = -3 too, to SymPy."""
    assert not simplifies_to_zero(term, 30)


def test_without_time_no_step_is_begun() -> None:
    assert not simplifies_to_zero(X - X + sf.sin(X) - sf.sin(X), -1)


R = sf.real("r")


@pytest.mark.parametrize(
    "body",
    [
        K,
        K**2,
        K**30,
        (K + X) ** 12,
        (K * X + R) ** 3,
        tm.scalar(5),
        R**K,
        K * R**K,
        1 / (K * (K + 1)),
        K + tm.scalar(2) ** K,
        X,
        X * K - 1,
    ],
)
def test_an_antidifference_differs_by_the_body(body: tm.Scalar) -> None:
    found = closed_antidifference(body, K)

    assert found is not None
    for at in (2, 3, 5):
        here, there = (Point({K: Fraction(place), R: Fraction(3), X: Fraction(7)}) for place in (at, at + 1))
        assert value(found, there) - value(found, here) == value(body, here)  # type: ignore[operator]


@pytest.mark.parametrize("body", [1 / K, SEQUENCE[K], sf.total(M, M, 1, K), sf.inner(u, v), sf.sin(K)])
def test_where_there_is_no_antidifference_none_is_proposed(body: tm.Scalar) -> None:
    assert closed_antidifference(body, K) is None


@pytest.mark.parametrize("body", [K**10_000, R**K * K**50, 1 / (K**2 + X) ** 9, sf.sin(K**3) * R**K])
def test_an_antidifference_that_would_take_long_is_not_looked_for(body: tm.Scalar) -> None:
    """Gosper's algorithm takes 35 s for r**k * k**12."""
    start = time.monotonic()

    assert closed_antidifference(body, K) is None
    assert time.monotonic() - start < 5


def test_an_antidifference_is_written_in_the_letters_of_the_body() -> None:
    """A natural >= 3 is only positive to SymPy, and must come back as declared."""
    index, least = sf.natural("k", at_least=3), sf.natural("m", at_least=2)
    found = closed_antidifference(index * least, index)

    assert found is not None
    assert found.free == {index, least}


# The door itself ------------------------------------------------------------------------------------


def test_the_door_stays_shut_until_it_is_used() -> None:
    code = (
        "import sys, symproof as s; s.eq(s.real('x') + 1, 2); from symproof.readers.expression import read_claim;"
        " read_claim('x > 0'); print('sympy' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("m", [-3, -2, 2, 3])
def test_whole_parts_and_remainders_are_those_of_sympy(m: int) -> None:
    n = sp.Symbol("n", integer=True)
    for written in (sp.floor(n / m), sp.ceiling(n / m), sp.Mod(n, m)):
        term = from_sympy(written)
        for k in range(-7, 8):
            assert value(term, Point({sf.integer("n"): Fraction(k)})) == int(written.subs(n, k))
