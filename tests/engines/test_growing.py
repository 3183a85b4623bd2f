"""Claims that grow with a natural number and need more than their own induction; each with a neighbour that is false.

The re-checker follows each proof, too.
"""

from __future__ import annotations

from typing import Any

import pytest

from symproof import (
    binomial,
    each,
    eq,
    factorial,
    harmonic,
    index,
    log,
    natural,
    ne,
    norm,
    positive,
    product,
    prove,
    rational,
    real,
    sequence,
    sqrt,
    total,
    vector,
)  # fmt: skip
from symproof.engines.deadline import Deadline
from symproof.engines.integers.induct import step
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.search import Search
from symproof.statement import Prop
from symproof.trusted.facts import Facts
from tests import kernel_says
from tests.kernel_says import settled

x, a, b = real("x"), positive("a"), positive("b")
k, m, n = index("k"), natural("m"), natural("n")
F, s, u, v = sequence("F"), sequence("s"), sequence("u"), sequence("v", of=vector)
fibonacci = (each(k, eq(F[k + 2], F[k + 1] + F[k])), eq(F[0], 0), eq(F[1], 1))
golden = (eq(s[0], 1), each(k, eq(s[k + 1], 1 + 1 / s[k])))
root_of_two = (eq(s[0], 2), each(k, eq(s[k + 1], (s[k] + 2 / s[k]) / 2)))
moebius = (eq(s[0], 1), each(k, eq(s[k + 1], (3 * s[k] + 4) / (2 * s[k] + 3))))
sylvester = (eq(s[0], 2), each(k, eq(s[k + 1], s[k] ** 2 - s[k] + 1)))
means = (eq(s[0], 4), each(k, eq(s[k + 1], (s[k] + u[k]) / 2)), eq(u[0], 1), each(k, eq(u[k + 1], sqrt(s[k] * u[k]))))

quarters = (eq(s[0], 8), each(k, eq(s[k + 1], s[k] - s[k] / 4)))

RIGHT: list[tuple[Prop, tuple[Prop, ...]]] = [
    (ne(s[n], 6 * rational("3/4") ** n), quarters),  # lies above it all along
    (total(1 / k**2, k, 1, n) < rational("5/3"), ()),
    (total(1 / factorial(k), k, 0, n) <= 3 - 1 / 2**n, ()),  # whose step holds from 3 on
    (3 + 2 * total(1 / (k + 1) ** 2, k, 0, n) <= 8, ()),
    (total(1 / (k**2 + 1), k, 1, n) <= 2, ()),
    (total(1 / factorial(k), k, 0, n) < 3, ()),
    (F[n] <= 2**n, fibonacci),
    (eq(s[n], 2**n + 3**n), (each(k, eq(s[k + 2], 5 * s[k + 1] - 6 * s[k])), eq(s[0], 2), eq(s[1], 5))),
    (eq(total(s[k], k, 0, n - 1), n * (2 * s[0] + (n - 1) * x) / 2), (each(k, eq(s[k + 1], s[k] + x)),)),
    (eq((x - 1) * total(s[k], k, 0, n), s[0] * (x ** (n + 1) - 1)), (each(k, eq(s[k + 1], x * s[k])),)),
    (product(1 + s[k], k, 0, n) >= 1 + total(s[k], k, 0, n), (each(k, s[k] >= 0),)),
    (total(s[k], k, 0, n) * total(1 / s[k], k, 0, n) >= (n + 1) ** 2, (each(k, s[k] > 0),)),
    (abs(s[n] - s[0]) <= 2, (each(k, abs(s[k + 1] - s[k]) <= 1 / 2**k),)),
    (s[n] <= 3, (eq(s[0], 2), each(k, eq(s[k + 1], sqrt(6 + s[k]))))),
    (norm(total(v[k], k, 1, n)) <= total(norm(v[k]), k, 1, n), ()),
    (norm(total(s[k] * v[k], k, 1, n)) <= total(abs(s[k]) * norm(v[k]), k, 1, n), ()),
    (n**2 <= factorial(n), (n >= 4,)),
    (factorial(n) <= n**n, (n >= 1,)),
    (factorial(n) <= ((n + 1) / 2) ** n, (n >= 1,)),
    (factorial(n) < n ** (n - 1), (n >= 3,)),
    (x**m <= x**n, (x >= 1, m <= n)),
    (x**m >= x**n, (0 < x, x <= 1, m <= n)),
    (((a + b) / 2) ** n <= (a**n + b**n) / 2, ()),
    ((a**n + b**n) * (a + b) <= 2 * (a ** (n + 1) + b ** (n + 1)), ()),
    (total(1 / k, k, 1, n) <= 1 + log(n), (n >= 1,)),
    (a**n - b**n <= n * a ** (n - 1) * (a - b), (0 < b, b < a, n >= 1)),
    (a**n - b**n >= n * b ** (n - 1) * (a - b), (0 < b, b < a, n >= 1)),
    (s[n] <= 2, golden),  # as 1 <= s[k] <= 2 for each k
    (s[n + 1] <= s[n], root_of_two),
    (s[n] ** 2 < 2, moebius),
    (eq(total(1 / s[k], k, 0, n), 1 - 1 / (s[n + 1] - 1)), sylvester),
    (u[n + 1] >= u[n], means),
    (harmonic(2**n) >= 1 + n / 2, ()),  # what comes from 2**n + 1 to 2**(n + 1) is at least 1/2
    (harmonic(2**n) <= n + 1, ()),
    (2**n * (1 + a ** (n + 1)) >= (1 + a) ** (n + 1), ()),
    (a**n * (1 - a) <= 1 / (n + 1), ()),
    (s[n] <= s[0] + 2, (each(k, s[k + 1] <= s[k] + 1 / 2**k),)),
    (s[n] <= s[0] + 1, (each(k, s[k + 1] <= s[k] + 1 / ((k + 1) * (k + 2))),)),
    (binomial(n, m) <= 2**n, ()),
    (binomial(n + m, m) <= 2 ** (n + m), ()),
    (binomial(n, m) * 2**m <= 3**n, ()),
    (binomial(n + m, m) >= 1 + n * m, ()),
    (binomial(n, m) * factorial(m) <= n**m, ()),
    (factorial(m) * factorial(n - m) <= factorial(n), (m <= n,)),
    ((1 + a) ** n >= 1 + n * a + binomial(n, 2) * a**2 + binomial(n, 3) * a**3, ()),
]

WRONG: list[tuple[Prop, tuple[Prop, ...]]] = [
    (total(1 / k**2, k, 1, n) <= rational("1.64"), ()),  # 203 are, of pi**2/6
    (3 + 2 * total(1 / (k + 1) ** 2, k, 0, n) <= 6, ()),
    (total(1 / factorial(k), k, 0, n) <= rational("2.75") - 1 / 2**n, (n >= 1,)),
    (F[n] <= n**2, fibonacci),  # F[13] = 233
    (eq(s[n], 2**n + 3**n), (each(k, eq(s[k + 2], 5 * s[k + 1] - 6 * s[k])), eq(s[0], 2))),
    (eq(total(s[k], k, 0, n - 1), n * (2 * s[0] + n * x) / 2), (each(k, eq(s[k + 1], s[k] + x)),)),
    (eq((x - 1) * total(s[k], k, 0, n), s[0] * (x**n - 1)), (each(k, eq(s[k + 1], x * s[k])),)),
    (product(1 + s[k], k, 1, n) >= 1 + total(s[k], k, 1, n), (each(k, s[k] >= -2),)),
    (norm(total(v[k], k, 1, n)) >= total(norm(v[k]), k, 1, n), ()),
    (total(s[k], k, 0, n) * total(1 / s[k], k, 0, n) >= (n + 1) ** 2 + 1, (each(k, s[k] > 0),)),
    (norm(total(s[k] * v[k], k, 1, n)) <= total(s[k] * norm(v[k]), k, 1, n), ()),
    (n**2 <= factorial(n), (n >= 3,)),
    (factorial(n) < n**n, (n >= 1,)),
    (factorial(n) < ((n + 1) / 2) ** n, (n >= 1,)),
    (factorial(n) < n ** (n - 1), (n >= 2,)),
    (x**m <= x**n, (x >= 0, m <= n)),
    (x**m >= x**n, (x <= 1, m <= n)),
    (((x + b) / 2) ** n <= (x**n + b**n) / 2, ()),
    ((a**n + b**n) * (x + b) <= 2 * (a ** (n + 1) + b ** (n + 1)), (x >= a,)),
    (total(1 / sqrt(k), k, 1, n) >= 2 * sqrt(n), ()),
    (total(1 / k, k, 1, n) <= log(n), (n >= 1,)),
    (a**n - b**n < n * a ** (n - 1) * (a - b), (0 < b, b < a, n >= 1)),
    (s[n] <= rational("3/2"), golden),
    (s[n + 1] >= s[n], golden),
    (s[n + 1] >= s[n], root_of_two),
    (s[n] ** 2 < rational("199/100"), moebius),
    (eq(total(1 / s[k], k, 0, n), 1 - 1 / s[n + 1]), sylvester),
    (u[n + 1] > s[n], means),
    (harmonic(2**n) >= 1 + 3 * n / 4, ()),
    (harmonic(2**n) <= 1 + n / 2, ()),
    (2**n * (1 + a ** (n + 1)) >= 2 * (1 + a) ** (n + 1), ()),
    (a**n * (1 - a) <= 1 / (n + 2), ()),
    (s[n] <= s[0] + rational("3/2"), (each(k, s[k + 1] <= s[k] + 1 / 2**k),)),
    (s[n] <= s[0] + rational("1/2"), (each(k, s[k + 1] <= s[k] + 1 / ((k + 1) * (k + 2))),)),
    (binomial(n, m) < 2**n, ()),
    (binomial(n + m, m) <= 2**n, ()),
    (binomial(n, m) * 3**m <= 3**n, ()),
    (binomial(n + m, m) >= 1 + n * m + m, ()),
    (factorial(m) * factorial(n - m) < factorial(n), (m <= n,)),
    ((1 + a) ** n >= 1 + n * a + binomial(n, 2) * a**2 + n**3 * a**3, ()),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_it_is_proved_and_the_re_checker_follows(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=list(given), budget=40))


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given=list(given), budget=5).status == "refuted"


@pytest.mark.parametrize(("c", "follows"), [(2, True), (1, False)])
def test_the_step_from_n_to_n_plus_1_takes_one_term_out_of_each_sum(c: int, follows: bool) -> None:
    """AdaGrad's sum: under the roots a sum to n >= 1 would give its own last term up too."""
    some, j, d = natural("p", at_least=1), index("j"), sequence("d", of=positive)

    def claim(high: Any) -> Any:
        return total(d[k] / sqrt(total(d[j], j, 1, k)), k, 1, high) <= c * sqrt(total(d[k], k, 1, high))

    search = Search(Deadline.now().after(10), (("orderings", orderings),))

    assert (step(search, Facts([claim(some)]), claim(some + 1)) is not None) == follows


@pytest.mark.parametrize("budget", [1.4, 4.0])
def test_what_was_spent_on_points_leaves_time_for_an_induction(budget: float) -> None:
    z, q = sequence("z"), real("q")
    given = (q > 0, q < 1, z[0] >= 0, each(k, z[k + 1] <= q * z[k]))
    verdict = settled(z[n] <= q**n * z[0], given, budget)
    assert (verdict.status, verdict.by) == ("proved", "induction")
