"""Factorials, binomial coefficients and products of symbolic length: what has one normal form, and what must not."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from symproof import binomial, eq, factorial, harmonic, index, integer, natural, real, total
from symproof import product as prod
from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.evaluate import NoValue, Undecided, value
from symproof.point import Point
from symproof.substitution import substitute
from symproof.trusted.certificate import Evident
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.verdict import Proved, Refuted
from tests.kernel_says import both_reject, settled

n, m, k = natural("n"), integer("m"), index("k")
one = natural("n", at_least=1)
x, y = real("x"), real("y")

EQUAL: list[tuple[tm.Scalar, tm.Scalar, list[st.Prop]]] = [
    (factorial(n + 1), (n + 1) * factorial(n), []),
    (n * factorial(n - 1), factorial(n), []),  # n >= 1, or the left side has no value
    (factorial(2 * n + 2), (2 * n + 2) * (2 * n + 1) * factorial(2 * n), []),
    (factorial(m + 1), (m + 1) * factorial(m), [m >= 0]),
    (factorial(n - k + 1), (n - k + 1) * factorial(n - k), [k <= n]),
    (binomial(n, 2), n * (n - 1) / 2, []),
    (binomial(n, k), factorial(n) / (factorial(k) * factorial(n - k)), [k <= n]),
    (binomial(n, n), tm.ONE, []),
    (binomial(n, -1), tm.ZERO, []),
    (binomial(x, k + 1) * (k + 1), binomial(x, k) * (x - k), []),
    (binomial(x, n - k + 1) * (n - k + 1), binomial(x, n - k) * (x - n + k), [k <= n]),
    (binomial(2 * n + 2, n + 1), binomial(2 * n, n) * 2 * (2 * n + 1) / (n + 1), []),
    (total(binomial(n, k), k, 0, n), total(factorial(n) / factorial(k) / factorial(n - k), k, 0, n), []),
    (prod(k, k, 1, n), factorial(n), []),
    (prod(1 + 1 / k, k, 1, n), n + 1, []),
    (prod(1 - 1 / (k + 1) ** 2, k, 1, n), (n + 2) / (2 * (n + 1)), []),
    (prod(2 * k + 1, k, 0, n), (2 * n + 1) * prod(2 * k + 1, k, 0, n - 1), []),
    (prod(-2 * k, k, 1, n), (-2) ** n * factorial(n), []),
    (prod(k - Fraction(3, 2), k, 0, one), (one - Fraction(3, 2)) * prod(k - Fraction(3, 2), k, 0, one - 1), []),
    (1 / tm.scalar(-1) ** n, tm.scalar(-1) ** n, []),
    (tm.scalar(-1) ** (2 * n), tm.ONE, []),
    (x ** (n - k + 1), x * x ** (n - k), [k <= n]),
    (harmonic(n), total(1 / k, k, 1, n), []),
    (total(1 / (k * (k + 1)), k, 1, n), total(1 / k, k, 1, n) - total(1 / (k + 1), k, 1, n), []),
    (total(k / (n - k + 1), k, 0, n), (n + 1) * total(1 / (n - k + 1), k, 0, n) - n - 1, []),
]
APART: list[tuple[tm.Scalar, tm.Scalar, list[st.Prop]]] = [
    (factorial(m + 1), (m + 1) * factorial(m), [m >= -1]),
    (factorial(n - k + 1), (n - k + 1) * factorial(n - k), [k <= n + 1]),
    (binomial(n, k), factorial(n) / (factorial(k) * factorial(n - k)), []),
    (binomial(x, m + 1) * (m + 1), binomial(x, m) * (x - m), []),
    (binomial(x, n - k + 1) * (n - k + 1), binomial(x, n - k) * (x - n + k), [k <= n + 1]),
    (binomial(n, n + 1), tm.ONE, []),
    (prod(k, k, 0, n), factorial(n), []),
    (prod(k - 2, k, 0, n), factorial(n - 2), []),
    (prod(2, k, 0, m), tm.scalar(2) ** (m + 1), []),
    (prod(k + 1, k, 0, n - 2), factorial(n - 1), []),  # an empty product at n = 0, where (n - 1)! has no value
    (tm.scalar(-1) ** (n + 1), tm.scalar(-1) ** n, []),
    (x ** (n - k + 1), x * x ** (n - k), []),
    (x**m / x, x ** (m - 1), []),
    (harmonic(n + 1), harmonic(n), []),
    (
        total(1 / ((k + x) * (k + y)), k, 0, n),
        (total(1 / (k + x), k, 0, n) - total(1 / (k + y), k, 0, n)) / (y - x),
        [],
    ),
]
PEELED: list[tuple[tm.Scalar, tm.Scalar, list[st.Prop], bool]] = [
    (total(x**k, k, 0, n), total(x**k, k, 0, n - 1) + x**n, [], True),
    (total(x**k, k, 0, n - 1), total(x**k, k, 0, n - 2) + x ** (n - 1), [], False),  # at n = 0 the sums are empty
    (total(x**k, k, 0, n - 1), total(x**k, k, 0, n - 2) + x ** (n - 1), [n >= 1], True),
    (total(x**k, k, 0, m), total(x**k, k, 0, m - 1) + x**m, [], False),
    (harmonic(n + 2), harmonic(n) + 1 / (n + 1) + 1 / (n + 2), [], True),
    (prod(x + k, k, 0, n), prod(x + k, k, 0, n - 1) * (x + n), [], True),
    (prod(x + k, k, 0, m), prod(x + k, k, 0, m - 1) * (x + m), [], False),
]


def same(left: tm.Scalar, right: tm.Scalar, given: list[st.Prop]) -> bool:
    normalizer = Facts(given).normalizer
    return normalizer.ring.is_zero(normalizer.difference(left, right))


@pytest.mark.parametrize(("left", "right", "given"), EQUAL, ids=str)
def test_what_has_one_normal_form(left: tm.Scalar, right: tm.Scalar, given: list[st.Prop]) -> None:
    assert same(left, right, given)


@pytest.mark.parametrize(("left", "right", "given"), APART, ids=str)
def test_what_has_not(left: tm.Scalar, right: tm.Scalar, given: list[st.Prop]) -> None:
    assert not same(left, right, given)


PRODUCTS: list[tuple[tm.Scalar, tm.Scalar, bool]] = [
    (prod((2 * k + 1) ** 2, k, 2, n), prod(2 * k + 1, k, 2, n) ** 2, True),  # n - 1 places, or none at n = 0
    (prod((n - k) * (n - k), k, m, n), prod(n - k, k, m, n) ** 2, True),
    (prod(-3 * x * k, k, m, n) * prod(-2 * x * (k + 1), k, m, n), prod(6 * x**2 * k * (k + 1), k, m, n), True),
    (
        prod((k + n) / (2 * k + n), k, 2, n),
        prod(k + n, k, 2, n) / prod(2 * k + n, k, 2, n),
        True,
    ),
    (prod(x**2 * (k + 1), k, 1, n), prod(x, k, 1, n) * prod(x * (k + 1), k, 1, n), True),
    (prod(x**2 * (k + 1), k, 1, n), prod(x * (k + 1), k, 1, n), False),  # the re-checker lost the square
    (prod(x**2 * k, k, m, n), prod(x * k, k, m, n), False),
    (prod(4 * (k + y), k, m, n), prod(2 * (k + y), k, m, n), False),
    (prod(2 * (k + y), k, m, n), 2 ** (n - m + 1) * prod(k + y, k, m, n), False),
    (prod(-k, k, 2, n) * prod(-k, k, 2, n), prod(-(k**2), k, 2, n), False),
    (prod(2, k, 2, n), 2**n / tm.scalar(2), False),  # 1 at n = 0
]


@pytest.mark.parametrize(("left", "right", "equal"), PRODUCTS, ids=str)
def test_products_over_ranges_that_may_be_empty_are_taken_apart_alike_by_the_re_checker(
    left: tm.Scalar, right: tm.Scalar, equal: bool
) -> None:
    assert both_reject(eq(left, right), Evident()) != equal


@pytest.mark.parametrize(("left", "right", "given", "equal"), PEELED, ids=str)
def test_last_terms_are_taken_out_of_sums_that_have_one(
    left: tm.Scalar, right: tm.Scalar, given: list[st.Prop], equal: bool
) -> None:
    normalizer = Facts(given).peeled().normalizer

    assert normalizer.ring.is_zero(normalizer.difference(left, right)) == equal


def test_normal_forms_agree_with_exact_values() -> None:
    """Every pair of terms with one normal form has one value wherever both have one, at n, k in 0..4, m in -2..3."""
    shifts = (-2, -1, 0, 1, 2)
    terms: list[tm.Scalar] = [
        *(f for c in shifts for f in (factorial(n + c), (n + c) * factorial(n - 1), n * factorial(n + c))),
        *(f for c in shifts for f in (factorial(m + c), (m + c) * factorial(m), factorial(n - k + c))),
        *(f for c in shifts for f in (binomial(n + c, k), binomial(n, k + c), binomial(n + c, n), binomial(m, n + c))),
        *(binomial(n, k) * (n - k + c) / (k + 1) for c in (0, 1)),
        *(prod(k + c, k, 1, n) for c in shifts),
        *(prod(k + Fraction(c, 2), k, 0, n + d) for c in (-3, -1, 1, 3) for d in (-2, -1, 0, 1)),
        *(prod(c * k + 2, k, 0, n - 1) for c in (-1, 1, 2, 3)),
        *(prod(c * m * (k + 1), k, d, n) for c in (-2, 1) for d in (1, 2)),
        *(prod(c * m * (k + 1), k, m, n) for c in (-2, 1, 4)),
        *(tm.scalar(-1) ** (n + c) for c in (0, 1, 2)),
        *(tm.scalar(-1) ** (m - c) for c in (0, 1, 2)),
        *(total(binomial(n, k), k, 0, n + c) for c in shifts),
        *(total(factorial(k) * factorial(n - k), k, 0, n + c) for c in (-1, 0, 1)),
        *(x ** (n - k + c) * x**d for c in (0, 1) for d in (0, 1)),
        *(m ** (n + c) for c in (-1, 0, 1)),
    ]
    for given in ([], [m >= 0], [k <= n], [n >= 1, m >= 1], [k <= n, m >= 2]):
        _check(given, terms)


def test_normal_forms_of_sums_agree_with_exact_values() -> None:
    """Likewise of sums: as they are written, and with their last terms taken out."""
    bodies: list[tm.Scalar] = [
        1 / (k + 1), 1 / (k + 2), 1 / ((k + 1) * (k + 2)), k / (k + 1), k**2 / (k + 1) ** 2, 1 / (n - k + 1), k / (n - k + 1),
        1 / ((k + 1) ** 2 * (2 * k + 1)), 1 / ((k + 1) * (n - k + 1)), k**2 / (n + k + 1), 1 / (m * k + 1), (k + 3) / (k**2 + 1),
        x**k, x ** (n - k), k * m**k, binomial(n, k) / (n - k + 1), factorial(k) / (k + 1), 1 / ((n + k + 1) * (n + k + 2)),
        total(1 / (index("j") + k + 1), index("j"), 0, k), prod(index("j") + k, index("j"), 1, n - k),
    ]  # fmt: skip
    ends = ((0, 0), (0, 1), (0, -1), (1, 0), (1, -1), (2, 2))
    for first, second in list(zip(bodies, bodies[1:] + bodies[:1], strict=True))[::4]:  # all of them take a minute
        terms: list[tm.Scalar] = [
            total(body, k, low, n + c) for body in (first, second, first + second) for low, c in ends
        ]
        terms += [total(first, k, low, n + c) + total(second, k, low, n + c) for low, c in ends]
        terms += [total(first, k, 0, n - 1) + substitute(first, {k: n}), (n + 1) * total(first / (n + 1), k, 0, n)]
        for given in ([], [n >= 1, m >= 0]):
            _check(given, terms)
            _check(given, terms, peels=True)


def _check(given: list[st.Prop], terms: list[tm.Scalar], *, peels: bool = False) -> None:
    normalizer = Facts(given, peels=peels).normalizer
    groups: dict[object, list[tm.Scalar]] = {}
    for term in terms:
        try:
            groups.setdefault(normalizer.ring.freeze(normalizer.scalar(term)), []).append(term)
        except NOT_NORMAL:
            continue
    bound = all(k not in term.free for term in terms)
    points = [
        {n: Fraction(a), k: Fraction(b), m: Fraction(c), x: Fraction(0)}
        for a, b, c in product(range(5), *(((0,), (-1, 2)) if bound else (range(5), range(-2, 4))))
    ]
    points = [point for point in points if all(_holds(prop, point) for prop in given)]
    for group in groups.values():
        first, *others = dict.fromkeys(group)
        for left, right in ((first, other) for other in others):
            for point in points:
                a, b = _value(left, point), _value(right, point)
                assert a is None or b is None or a == b, (left, right, point, given)


def _holds(prop: st.Prop, point: dict[tm.Variable, Fraction]) -> bool:
    from symproof.evaluation.evaluate import holds

    return holds(prop, Point(dict(point)))


def _value(term: tm.Scalar, point: dict[tm.Variable, Fraction]) -> object:
    try:
        return value(term, Point(dict(point)))
    except (NoValue, Undecided):
        return None


@pytest.mark.parametrize(
    ("term", "at", "expected"),
    [
        (factorial(n), 5, 120), (binomial(n, 2), 5, 10), (binomial(n, n + 1), 3, 0), (binomial(-n, 2), 3, 6),
        (binomial(n / 2, 2), 1, Fraction(-1, 8)), (harmonic(n), 3, Fraction(11, 6)), (binomial(n, n - 4), 3, 0),
    ],
    ids=str,
)  # fmt: skip
def test_exact_values(term: tm.Scalar, at: int, expected: int | Fraction) -> None:
    assert value(term, Point({n: Fraction(at)})) == expected


def test_a_factorial_of_a_negative_number_has_no_value() -> None:
    with pytest.raises(NoValue):
        value(factorial(n - 2), Point({n: Fraction(1)}))

    assert not isinstance(settled(eq(factorial(n - 1) * n, factorial(n))), (Proved, Refuted))
    assert isinstance(settled(eq(factorial(n - 1) * n, factorial(n)), given=[n >= 1]), Proved)


def test_a_multiple_of_two_is_not_odd() -> None:
    assert isinstance(settled(st.Relation("!=", 2 * m - 1, tm.ZERO)), Proved)
    assert isinstance(settled(st.Relation("!=", 6 * m - 3 * k + 1, tm.ZERO)), Proved)
    assert isinstance(settled(st.Relation("!=", 2 * m - 4, tm.ZERO)), Refuted)
    assert isinstance(settled(st.Relation("!=", 2 * x - 1, tm.ZERO)), Refuted)
