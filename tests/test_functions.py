"""The table of elementary functions, its laws and identities: what the kernel proves alone, and what it must not."""

from __future__ import annotations

import importlib
from fractions import Fraction as Q

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as some

from symproof import (
    Prop,
    cos,
    derivative,
    eq,
    exp,
    iff,
    integer,
    log,
    maximum,
    minimum,
    natural,
    ne,
    nonnegative,
    pi,
    positive,
    prove,
    rational,
    real,
    sigma,
    sin,
    sqrt,
)  # fmt: skip
from symproof.evaluation.balls import Ball
from symproof.evaluation.evaluate import NoValue, Undecided, holds, value
from symproof.functions import FUNCTIONS
from symproof.kernel import check
from symproof.point import Point
from symproof.statement import Relation, Statement
from symproof.substitution import substitute
from symproof.term import Elementary, Number, Variable
from symproof.trusted.calculus import differentiate, smooth
from symproof.trusted.certificate import Evident, Law
from symproof.trusted.laws import LAWS, LETTERS
from symproof.trusted.rejected import Rejected
from symproof.writers.latex import latex
from tests.kernel_says import settled

x, y, z = real("x"), real("y"), real("z")
p, q = positive("p"), positive("q")
u, v = nonnegative("u"), nonnegative("v")
n, m, T = integer("n"), natural("m"), natural("T", at_least=1)
B, rho = positive("B"), positive(r"\rho")
half = rational("1/2")
eta = sqrt(B**2 / (rho**2 * T))

RIGHT: list[tuple[Prop, list[Prop]]] = [
    (eq(exp(x + y), exp(x) * exp(y)), []),
    (eq(exp(0), 1), []),
    (eq(exp(-x), 1 / exp(x)), []),
    (eq(exp(n * x), exp(x) ** n), []),
    (eq(exp(x / 2) ** 2, exp(x)), []),
    (eq(sqrt(exp(x)), exp(x / 2)), []),
    (eq(log(1), 0), []),
    (eq(log(p * q), log(p) + log(q)), []),
    (eq(log(x * y), log(x) + log(y)), [x > 0, y > 0]),
    (eq(log(x * y), log(-x) + log(-y)), [x < 0, y < 0]),
    (eq(log(2 * x), log(2) + log(x)), [x > 0]),
    (eq(log(p / q), log(p) - log(q)), []),
    (eq(log(8), 3 * log(2)), []),
    (eq(log(p**n), n * log(p)), []),
    (eq(log(p**m), m * log(p)), []),
    (eq(log(sqrt(p)), log(p) / 2), []),
    (eq(log(exp(x)), x), []),
    (eq(exp(log(x)), x), [x > 0]),
    (eq(exp(2 * log(x)), x**2), [x > 0]),
    (eq(-log(sigma(x)), log(1 + exp(-x))), []),
    (eq(log(exp(x) + exp(y)), x + log(1 + exp(y - x))), []),
    (eq(p**x, exp(x * log(p))), []),
    (eq(p ** (x + y), p**x * p**y), []),
    (eq(p ** (-x), 1 / p**x), []),
    (eq((p * q) ** x, p**x * q**x), []),
    (eq((p**x) ** y, p ** (x * y)), []),
    (eq((x * y) ** m, x**m * y**m), []),
    (eq(p ** (n - 1) * p, p**n), []),
    (eq(p**half, sqrt(p)), []),
    (eq(sin(x) ** 2 + cos(x) ** 2, 1), []),
    (eq(sin(x + y), sin(x) * cos(y) + cos(x) * sin(y)), []),
    (eq(cos(x - y), cos(x) * cos(y) + sin(x) * sin(y)), []),
    (eq(sin(2 * x), 2 * sin(x) * cos(x)), []),
    (eq(sin(x + y + z), sin(x) * cos(y + z) + cos(x) * sin(y + z)), []),
    (eq(sqrt(x) ** 2, x), [x >= 0]),
    (eq(sqrt(x * y), sqrt(x) * sqrt(y)), [x >= 0, y >= 0]),
    (eq(sqrt(u / p), sqrt(u) / sqrt(p)), []),
    (eq(sqrt(x**2), abs(x)), []),
    (eq(sqrt(8), 2 * sqrt(2)), []),
    (eq(sqrt(6), sqrt(2) * sqrt(3)), []),
    (eq(1 / sqrt(p), sqrt(p) / p), []),
    (eq(eta, B / (rho * sqrt(T))), []),
    (eq(B**2 / (2 * eta * T) + eta * rho**2 / 2, B * rho / sqrt(T)), []),
    (eq(abs(x * y), abs(x) * abs(y)), []),
    (eq(abs(x) ** 2, x**2), []),
    (abs(x + y) <= abs(x) + abs(y), []),
    (eq(maximum(x, y), (x + y + abs(x - y)) / 2), []),
    (eq(maximum(x, y) + minimum(x, y), x + y), []),
    (eq(maximum(x, 0) - maximum(-x, 0), x), []),
    (eq(derivative(sigma(x), x), sigma(x) * (1 - sigma(x))), []),
    (eq(derivative(maximum(x, 0), x), 1), [x > 0]),
    (eq(derivative(maximum(x, 0), x), 0), [x < 0]),
    (eq(derivative(minimum(x**2, y), x), 2 * x), [x**2 < y]),
    (eq(sigma(-x), 1 - sigma(x)), []),
    (eq(sigma(x), 1 / (1 + exp(-x))), []),
    (eq(exp(x) / (exp(x) + exp(y)), sigma(x - y)), []),
    (exp(x) >= 1 + x, []),
    (log(x) <= x - 1, [x > 0]),
    (log(1 + x) <= x, [x > -1]),
    (log(x) >= 1 - 1 / x, [x > 0]),
    (1 / (1 - x) >= exp(x), [x < 1]),
    (abs(sin(x)) <= 1, []),
    (abs(sin(x)) <= abs(x), []),
    (cos(x) >= 1 - x**2 / 2, []),
    (exp(x) < exp(y), [x < y]),
    (eq(x, y), [eq(exp(x), exp(y))]),
    (log(x) <= log(y), [x > 0, x <= y]),
    (sqrt(x) < sqrt(y), [x >= 0, x < y]),
    (sigma(x) <= sigma(y), [x <= y]),
    (1 / y <= 1 / x, [x > 0, x <= y]),
    (exp(p) > 1, []),
    (log(1 + p) > 0, []),
    (sqrt(T) >= 1, []),
    (sqrt(p * q) <= (p + q) / 2, []),
]
WRONG: list[tuple[Prop, list[Prop]]] = [
    (eq(exp(x * y), exp(x) * exp(y)), []),
    (eq(exp(x + y), exp(x) + exp(y)), []),
    (eq(log(x * y), log(x) + log(y)), [x * y > 0]),
    (eq(log(x**2), 2 * log(x)), [ne(x, 0)]),
    (eq(log(p + q), log(p) + log(q)), []),
    (eq(exp(log(x)), x), []),
    (eq(p ** (x * y), p**x * p**y), []),
    (eq(x ** (n - 1) * x, x**n), []),
    (eq((x**2) ** half, x), [ne(x, 0)]),
    (eq(x**n * x ** (-n), 1), []),
    (eq(sin(x + y), sin(x) + sin(y)), []),
    (eq(sin(2 * x), 2 * sin(x)), []),
    (eq(sqrt(x**2), x), []),
    (eq(sqrt(x) ** 2, x), []),
    (eq(sqrt(x * y), sqrt(x) * sqrt(y)), [x * y >= 0]),
    (eq(sqrt(p + q), sqrt(p) + sqrt(q)), []),
    (eq(abs(x + y), abs(x) + abs(y)), []),
    (eq(maximum(x, y), x), []),
    (eq(derivative(maximum(x, 0), x), 1), [x >= 0]),  # at 0 there is none
    (eq(derivative(abs(x), x), 1), [x >= 0]),
    (eq(sigma(-x), sigma(x)), []),
    (eq(B**2 / (2 * eta * T) + eta * rho**2 / 2, B * rho / T), []),
    (exp(x) > 1 + x, []),
    (exp(x) >= 2 + x, []),
    (log(x) < x - 1, [x > 0]),
    (log(x) <= x - 1, []),
    (exp(x) < exp(y), [x <= y]),
    (log(x) <= log(y), [x <= y]),
    (sqrt(x) < sqrt(y), [x >= 0, x <= y]),
    (sin(x) <= sin(y), [x <= y]),
    (abs(x) <= abs(y), [x <= y]),
    (1 / y <= 1 / x, [ne(x, 0), ne(y, 0), x <= y]),
    (exp(u) > 1, []),
    (sqrt(T) > 1, []),
    (sqrt(p * q) <= (p + q) / 3, []),
    (sin(x) <= x, []),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_an_identity_rests_on_the_kernel_alone(claim: Prop, given: list[Prop]) -> None:
    verdict = prove(claim, given=given)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_is_not_proved(claim: Prop, given: list[Prop]) -> None:
    assert settled(claim, given=given, budget=0.5).status != "proved"


def test_an_integer_is_known_by_its_form_in_a_power() -> None:
    """Once `0 = 1` could be had from x**x = -1, which holds at x = -1 once -1 is put for x, while powers to a real exponent
    were taken > 0: x**x is asked to have x > 0, and nothing follows from it that it is written."""
    assert prove(x**x > 0, given=[x > 0]).status == "proved"
    assert settled(eq(x, y), given=[eq(x**x, -1)], budget=0.5).status == "unknown"
    assert settled(eq(x, y), given=[eq(x**n, -1)]).status == "refuted"
    with pytest.raises(NoValue):
        value(x**x, Point({x: Q(-1)}))
    assert value(x**n, Point({x: Q(-1), n: Q(-1)})) == -1


def test_facts_that_contradict_each_other_divide_by_nothing() -> None:
    """x > 0 and x <= 0 left a range whose upper end is 0, and 1/x divided by it."""
    assert settled(eq(1 / x, y), given=[x > 0, x <= 0]).status in ("proved", "unknown")


# The table ----------------------------------------------------------------------------------------

inside = some.fractions(-3, 3, max_denominator=4)


@pytest.mark.parametrize("name", FUNCTIONS)
@given_by(one=inside, other=inside)
def test_a_derivative_is_the_one_of_dual_numbers(name: str, one: Q, other: Q) -> None:
    """Structural and exact differentiation know the table's functions each for itself."""
    row = FUNCTIONS[name]
    term = Elementary(name, (x, y)[: row.arity])
    point = Point({x: one, y: other})
    try:
        if not all(holds(condition, point) for condition in smooth(term, x)):
            return
        exact = value(derivative(term, x), point)
        structural = value(differentiate(term, x), point)
    except NoValue:
        return

    gap = exact - structural  # type: ignore[operator]  # numbers, as the terms are scalars
    assert gap.arb.contains(0) if isinstance(gap, Ball) else gap == 0


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_row_is_complete(name: str) -> None:
    row = FUNCTIONS[name]

    assert row.latex.startswith("\\")
    assert len(row.derivative(*(x, y)[: row.arity])) == row.arity
    assert hasattr(importlib.import_module("sympy"), row.sympy) or name == "sigma"  # written as 1/(1 + exp(-x))
    assert row.enclosure is not None or row.arity == 2
    for at, worth in row.landmarks:
        assert value(Elementary(name, (Number(at),)), Point({})) == worth


# The laws -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
@given_by(one=inside, other=inside, place=some.integers(-3, 6))
def test_a_law_holds_at_random_numbers(name: str, one: Q, other: Q, place: int) -> None:
    point = Point(dict(zip(LETTERS, (one, other, Q(place)), strict=True)))
    try:
        if all(holds(condition, point) for condition in LAWS[name].given):
            assert holds(LAWS[name].claim, point)
    except (NoValue, Undecided):
        return  # a side without a value, or two numbers that do not come apart


def test_a_law_at_a_value_of_ones_own() -> None:
    goal = exp(x - 1) >= x
    proof = Law("exp_above_tangent", (x - 1,), Evident())

    assert check(Statement((), goal), proof).status == "proved"


@pytest.mark.parametrize(
    ("given", "name", "values"),
    [
        ((), "log_below_tangent", (x,)),  # x > 0 is not known
        ((x >= 0,), "log_below_tangent", (x,)),
        ((x <= y,), "exp_strictly_increasing", (x, y)),
        ((x < y,), "exp_strictly_increasing", (y, x)),
        ((x < y,), "log_increasing", (x, y)),  # nor that they have logarithms
        ((), "exp_above_tangent", (1 / x,)),  # a value that may not exist
        ((), "exp_above_tangent", (x, y)),
        ((), "exp_below_tangent", (x,)),
    ],
)
def test_a_law_asks_for_its_hypotheses(given: tuple[Prop, ...], name: str, values: tuple[Variable, ...]) -> None:
    claim = substitute(LAWS[name].claim, dict(zip(LETTERS, values, strict=False))) if name in LAWS else exp(x) <= 1 + x

    with pytest.raises(Rejected):
        check(Statement(given, claim), Law(name, values, Evident()))


def test_no_law_is_about_a_relation_of_other_letters() -> None:
    for law in LAWS.values():
        assert isinstance(law.claim, Relation)
        assert law.free <= set(LETTERS)


# pi -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (pi > Q(314159, 100000), pi > Q(31416, 10000)),
        (eq(2 * (pi * x) / (2 * pi), x), eq(2 * (pi * x) / pi, x)),
        (iff(eq(x + (pi - y), pi), eq(x, y)), iff(eq(x + (pi - y), pi), eq(x, -y))),
        (pi**2 < 10, pi**2 < Q(98, 10)),
        (ne(pi, Q(22, 7)), eq(pi, Q(22, 7))),
        (eq(derivative(pi * x**2, x), 2 * pi * x), eq(derivative(pi * x**2, x), 2 * x)),
        (sqrt(2 * pi) > 0, sqrt(2 * pi) < 0),
    ],
)
def test_pi_is_a_number_between_its_digits(right: Prop, wrong: Prop) -> None:
    assert prove(right).status == "proved"
    assert settled(wrong).status == "refuted"


def test_pi_is_read_and_written() -> None:
    """As a name it is the number, unless it is declared as a letter."""
    sympy = importlib.import_module("sympy")

    assert sympy.sympify(pi / 2) == sympy.pi / 2
    assert prove(sympy.Gt(sympy.pi, 3, evaluate=False)).status == "proved"
    assert prove("2*pi > 6").status == "proved"
    assert settled("2*pi > 6", given=["pi: real"]).status == "refuted"
    assert str(pi) == "pi"
    assert latex(pi * x) == r"\pi\,x"
