"""Polynomial inequalities by cases of order and by squares: each rule, and the neighbour that it must not prove."""

from __future__ import annotations

import pytest

from symproof import real
from symproof.engines.deadline import Deadline
from symproof.engines.logic.logic import ordered
from symproof.engines.polynomials.halves import bars
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.problem import problem
from symproof.engines.polynomials.ring import ring
from symproof.engines.polynomials.roots import roots
from symproof.engines.polynomials.sos import sos
from symproof.engines.search import Engine, Search
from symproof.kernel import check, facts_of
from symproof.prove import read
from symproof.trusted.certificate import Certificate
from tests.kernel_says import follow_again

POSITIVE = ("a > 0", "b > 0", "c > 0")
WEAK = ("a >= 0", "b >= 0", "c >= 0")
UNIT = (*WEAK, "a <= 1", "b <= 1", "c <= 1")


def found(engine: Engine, claim: str, given: tuple[str, ...]) -> Certificate | None:
    """A certificate by one engine, which the kernel accepts, and so does the re-checker."""
    statement = read(claim, given)
    search = Search(
        Deadline.now().after(20), (("ring", ring), ("", positivity), ("", engine), ("", sos), ("", ordered))
    )
    certificate = search.prove(facts_of(statement.given), statement.claim)
    if certificate is not None:
        assert check(statement, certificate).trusts == frozenset()
        follow_again(statement, certificate)
    return certificate


PAIRS = {
    bars: (
        (
            "Abs(a*b - c*d) <= Abs(c)*t + Abs(d)*s + s*t",
            ("Abs(a - c) <= s", "Abs(b - d) <= t"),
            "Abs(a*b - c*d) <= Abs(c)*t + Abs(d)*s",
        ),
        (
            "Abs(a*b - c*d) <= Abs(a - c) + Abs(b - d)*Abs(c)",
            ("Abs(a) <= 1", "Abs(b) <= 1"),
            "Abs(a*b - c*d) <= Abs(a - c) + Abs(b - d)*Abs(d)",
        ),
    ),
    orderings: (
        ("a*(a-b)*(a-c) + b*(b-a)*(b-c) + c*(c-a)*(c-b) >= 0", WEAK, "a*(a-b)*(a-c) + b*(b-a)*(b-c) >= 0"),
        ("a/(b+c) + b/(c+a) + c/(a+b) >= 3/2", POSITIVE, "a/(b+c) + b/(c+a) + c/(a+b) >= 3/2 + 1/1000"),
        ("a**3 + b**3 + c**3 > a*b*c", POSITIVE, "a**3 + b**3 + c**3 > 3*a*b*c"),
        ("a + b + c >= 3", (*POSITIVE, "1/a + 1/b + 1/c == 3"), "a + b + c > 3"),
        ("1/(a-1) + 1/(b-1) + 1/(c-1) >= 3/2", (*POSITIVE, "1/a + 1/b + 1/c == 1"), "1/(a-1) + 1/(b-1) + 1/(c-1) > 3/2"),
        ("s**3 > 3*s - 2", ("s != 1", "s > -2"), "s**3 > 3*s - 3/2"),
        ("a*b + 1 >= a + b", ("a >= 1", "b >= 1"), "a*b + 1 >= a + b + 1/9"),
        ("a**2 + b**2 >= 1/2", ("a > 0", "b > 0", "a + b == 1"), "a**2 + b**2 >= 51/100"),
        ("a*b <= 1/4", ("a >= 0", "b >= 0", "a + b == 1"), "a*b <= 6/25"),
        ("a + b >= 2", ("a > 0", "b > 0", "a*b == 1"), "a + b > 2"),
        ("a*b*c >= (a+b-c)*(b+c-a)*(c+a-b)", ("a < b + c", "b < c + a", "c < a + b"), "a*b*c > (a+b-c)*(b+c-a)*(c+a-b)"),
        ("a/(2+b*c) + b/(2+c*a) + c/(2+a*b) <= 1", UNIT, "a/(2+b*c) + b/(2+c*a) + c/(2+a*b) < 1"),
        ("a*(1-b) + b*(1-c) + c*(1-a) <= 1", UNIT, "a*(1-b) + b*(1-c) + c*(1-a) <= 9/10"),
        ("(a+b)*(1/a+1/b) <= 9/2", ("a >= 1", "b >= 1", "a <= 2", "b <= 2"), "(a+b)*(1/a+1/b) < 9/2"),
        ("a*b <= 1/8", ("a >= 0", "b >= 0", "2*a + b <= 1"), "a*b <= 1/9"),
    ),
    roots: (
        ("x + y <= sqrt(2*(x**2 + y**2))", (), "x + y < sqrt(2*(x**2 + y**2))"),
        ("sqrt(a**2 + b**2) <= a + b", WEAK, "sqrt(a**2 + b**2) < a + b"),
        ("sqrt(a + b) < a + b + 1", ("a >= 0", "b >= 0"), "sqrt(a + b) < a + b + 1/4"),
        ("sqrt(x**2 + 1) > x", (), "sqrt(x**2 - x + 1) > x"),
        ("sqrt(x**2 + y**2)*sqrt(u**2 + v**2) >= x*u - y*v", (), "sqrt(x**2 + y**2)*sqrt(u**2 + v**2) > x*u - y*v"),
        ("sqrt((x-u)**2 + y**2) + sqrt(u**2 + v**2) >= sqrt(x**2 + (y-v)**2)", (), "sqrt((x-u)**2 + y**2) + sqrt(u**2 + v**2) > sqrt(x**2 + (y-v)**2)"),
        ("sqrt(x**2 + y**2 + z**2) + sqrt(u**2 + v**2 + w**2) >= sqrt((x+u)**2 + (y+v)**2 + (z+w)**2)", (), "sqrt(x**2 + y**2) + sqrt(u**2 + v**2) >= sqrt((x+u)**2 + (y+v)**2 + 1)"),
    ),
    sos: (
        ("x**4*y**2 + x**2*y**4 + z**6 >= 3*x**2*y**2*z**2", (), "x**4*y**2 + x**2*y**4 + z**6 >= 4*x**2*y**2*z**2"),
        ("(x**2+y**2+z**2)**2 >= 3*(x**3*y + y**3*z + z**3*x)", (), "(x**2+y**2+z**2)**2 >= 3*(x**3*y + y**3*z + z**3*x) + z**4/99"),
        ("a**2 + b**2 >= a*b*c", (*POSITIVE, "c <= 2", "c > 1"), "a**2 + b**2 >= 2*a*b*c"),
        ("x**4 - 4*x + 4 > 0", (), "x**4 - 4*x + 3 > 0"),
        ("a**2*(1 - a) <= 4/27", ("a >= 0",), "a**2*(1 - a) <= 14/100"),
        ("a + b + c <= 3", ("a**2 + b**2 + c**2 == 3",), "a + b + c < 3"),
        ("sqrt(a) + sqrt(b) >= sqrt(a + b)", ("a >= 0", "b >= 0"), "sqrt(a) + sqrt(b) > sqrt(a + b)"),
        ("4*x**3 - 3*x <= 1", ("-1 <= x", "x <= 1"), "4*x**3 - 3*x < 1"),
        ("a**4 + b**4 + c**4 + d**4 >= 4*a*b*c*d", (), "a**4 + b**4 + c**4 + d**4 >= 4*a*b*c*d + d**4/99"),
        ("a/(a**2 - a*b + b**2) > 0", ("a > 0", "b > 0"), "a/(a**2 - 2*a*b + b**2) > 0"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("engine", "claim", "given"),
    [(engine, claim, given) for engine, rows in PAIRS.items() for claim, given, _ in rows],
)
def test_the_claim_is_proved(engine: Engine, claim: str, given: tuple[str, ...]) -> None:
    assert found(engine, claim, given) is not None


@pytest.mark.parametrize(
    ("engine", "claim", "given"),
    [(engine, claim, given) for engine, rows in PAIRS.items() for _, given, claim in rows],
)
def test_its_neighbour_is_not(engine: Engine, claim: str, given: tuple[str, ...]) -> None:
    assert found(engine, claim, given) is None


def test_a_power_in_the_thousands_is_no_problem_for_squares() -> None:
    """A mutant of exp(1/125) - exp(1/250)**7164 kept FLINT busy for minutes, where no signal is heard."""
    facts = facts_of((read("x >= 1"),))
    x, y = real("x"), real("y")

    assert problem(facts, facts.normalizer.scalar(x**7164 * y - y), False) is None
    assert problem(facts, facts.normalizer.scalar(x**4 * y - y), False) is not None


@pytest.mark.parametrize("engine", [orderings, sos])
def test_a_number_below_zero_is_none_above_it(engine: Engine) -> None:
    """0 <= -3 was shown by the weight 1 as soon as there was an equation; the kernel did not accept it, and no other engine was asked."""
    search, given = Search(Deadline.now().after(5), ()), ("a > 0", "a**2 + b**2 == 1")

    assert engine(search, facts_of(read("0 <= -3", given).given), read("0 <= -3").claim) is None
