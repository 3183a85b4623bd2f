"""Orders by the sign of a derivative, and by logarithms: what is proved, the neighbour that is not, and what the kernel and the
re-checker say of certificates that are not quite right."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as Q

import pytest

from symproof import cos, exp, function, log, minimizer, natural, ne, nonnegative, pi, positive, prove, real, sin, sqrt
from symproof.engines.functions import probe
from symproof.statement import Prop, Relation
from symproof.term import ONE, ZERO, Number, Variable
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from symproof.trusted.laws import LAWS
from tests import kernel_says
from tests.kernel_says import both_reject, settled

x, y, z = real("x"), real("y"), nonnegative("z")
p, q, c = positive("p"), positive("q"), positive("c")
n = natural("n", at_least=1)

PAIRS: list[tuple[Prop, list[Prop], Prop, list[Prop]]] = [
    (exp(p) > 1 + p + p**2 / 2, [], exp(x) >= 1 + x + x**2 / 2, []),
    (exp(x) <= 1 + x + x**2 / 2, [x <= 0], exp(x) <= 1 + x + x**2 / 2, []),
    (log(1 + z) >= z - z**2 / 2, [], log(1 + z) >= z - z**2 / 3, []),
    (log(1 + p) > 2 * p / (2 + p), [], log(1 + p) > 3 * p / (3 + p), []),
    (sin(z) >= z - z**3 / 6, [], sin(z) >= z - z**3 / 7, []),
    (cos(z) <= 1 - z**2 / 2 + z**4 / 24, [], cos(x) <= 1 - x**2 / 2 + x**4 / 25, []),
    (p * log(p) >= -exp(-1), [], p * log(p) > -exp(-1) + real("k"), [real("k") > 0]),
    ((1 + p) ** c <= 1 + c * p, [c <= 1], (1 + p) ** c <= 1 + c * p, []),
    (c * log(p) + (1 - c) * log(q) <= log(c * p + (1 - c) * q), [c <= 1], log(p) + log(q) <= log(p + q), []),
    (p**c * q ** (1 - c) <= c * p + (1 - c) * q, [c <= 1], p**c * q ** (1 - c) <= c * p + (1 - c) * q, []),
    ((1 + 1 / p) ** p <= exp(1), [], (1 + 1 / p) ** p < 2, []),
    (minimizer(0, exp(x) - x, x, unique=True), [], minimizer(1, exp(x) - x, x), []),
    (sqrt(1 + z) <= 1 + z / 2, [], sqrt(1 + z) <= 1 + z / 3, []),
    (exp(x) >= 2 * x, [], exp(x) >= 3 * x, []),
    (
        sin(z) <= sqrt(3) / 2 + (z - pi / 3) / 2,
        [z <= pi],
        sin(z) <= sqrt(3) / 2 + (z - pi / 3) / 3,
        [z <= pi],
    ),
    (exp(z) <= 1 + z + z**2, [z <= 1], exp(z) <= 1 + z + z**2, []),
    (sin(z) >= 2 * z / pi, [z <= pi / 2], sin(z) > 2 * z / pi, [z <= pi / 2]),
    (cos(x) <= 1 - 2 * x**2 / pi**2, [abs(x) <= pi], cos(x) <= 1 - 2 * x**2 / pi**2, [abs(x) <= 7]),
    (sin(p) > 0, [p < pi], sin(p) > 0, [p <= 4]),
    (cos(z) > cos(p), [z < p, p <= pi], cos(z) > cos(p), [z < p, p <= 7]),
    (abs(sin(x) - sin(y)) <= abs(x - y), [], abs(sin(x) - sin(y)) <= abs(x - y) / 2, []),
    (p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)) >= 2 * (p - q) ** 2, [p < 1, q < 1],
     p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)) >= 3 * (p - q) ** 2, [p < 1, q < 1]),
    ((1 + 1 / p) ** p < exp(1), [], (1 + 1 / p) ** p < exp(1) - Q(1, 10), []),
    ((1 + 1 / n) ** n < 3, [], (1 + 1 / n) ** n < Q(5, 2), []),
    ((1 + 1 / n) ** n >= 2, [], (1 + 1 / n) ** n > 2, []),
    ((exp(x) + exp(-x)) / 2 <= exp(x**2 / 2), [], (exp(x) + exp(-x)) / 2 <= exp(x**2 / 3), []),
    (log(p) / (p - 1) <= 1 / sqrt(p), [ne(p, 1)], log(p) / (p - 1) <= 1 / p, [ne(p, 1)]),
    (sin(p) / cos(p) > p, [p < pi / 2], sin(p) / cos(p) > p, [p < 2, ne(cos(p), 0)]),
    (cos(p) > 1 - p**2 / 2, [], cos(p) > 1 - p**2 / 3, []),
    (p * log(1 + 1 / p) < log(3), [], p * log(1 + 1 / p) < log(2), []),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "given"), [row[:2] for row in PAIRS], ids=[str(row[0]) for row in PAIRS])
def test_it_is_proved_and_checked_again(claim: Prop, given: list[Prop]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), [row[2:] for row in PAIRS], ids=[str(row[2]) for row in PAIRS])
def test_its_neighbour_is_refuted(claim: Prop, given: list[Prop]) -> None:
    assert settled(claim, given=given).status == "refuted"


t = Variable("t")
EVIDENT = ct.Evident()
TANGENT = exp(z) - z >= 1
RISES = Relation(">=", exp(t) - 1, ZERO)
PROOF = ct.MeanValue(
    z,
    ZERO,
    t,
    False,
    value=EVIDENT,
    base=EVIDENT,
    smooth=EVIDENT,
    slope=ct.Have(
        RISES,
        ct.Law("exp_above_tangent", (t,), ct.Combination((ct.Piece(ONE, (2,)), ct.Piece(ONE, (0,))))),
        ct.Combination((ct.Piece(ONE, (2,)),)),
    ),
)


def test_what_the_mean_value_theorem_needs() -> None:
    assert not both_reject(TANGENT, PROOF)
    assert both_reject(exp(x) - x >= 1, replace(PROOF, variable=x))  # 0 is not known to be on one side of x
    assert both_reject(TANGENT, replace(PROOF, place=z))
    assert both_reject(TANGENT, replace(PROOF, place=log(ZERO)))
    assert both_reject(TANGENT, replace(PROOF, letter=Variable("t", "integer")))
    assert both_reject(TANGENT, replace(PROOF, letter=Variable("t", sign="positive")))
    assert both_reject(TANGENT, replace(PROOF, letter=Variable("z")))
    assert both_reject(TANGENT, PROOF, (t >= 5,))  # spoken of already
    assert both_reject(TANGENT, replace(PROOF, steep=True))  # 0 < z is not known
    assert both_reject(exp(z) - z > 1, PROOF)  # at 0 it is an equation
    assert both_reject(exp(z) - z <= 1, PROOF)
    assert both_reject(exp(z) - 2 * z >= 1, PROOF)  # the slope is negative at 0


def test_what_jumps_is_not_continuous() -> None:
    f = function("f", on=real)
    steps = Variable("z", "integer", least=0)
    for claim, letter in ((f(z) >= f(0), z), ((-1) ** steps >= -1, steps)):
        flat = ct.MeanValue(letter, ZERO, t, False, EVIDENT, EVIDENT, EVIDENT, EVIDENT)
        assert both_reject(claim, flat)
    hole = replace(PROOF, value=EVIDENT, slope=EVIDENT)
    assert both_reject(-1 / (z - 1) >= 1, hole, (ne(z, 1),))  # 1/(1 - t) rises up to 1, and there it has no value


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("sin_positive", (0 < x, x < pi)),
        ("sin_nonnegative", (0 <= x, x <= pi)),
        ("cos_positive", (-pi / 2 < x, x < pi / 2)),
        ("cos_nonnegative", (-pi / 2 <= x, x <= pi / 2)),
        ("cos_positive", (x > -1, x < 1)),
        ("sin_nonnegative", (x >= 0, x <= 3)),
    ],
)
def test_the_signs_of_sine_and_cosine(name: str, given: tuple[Prop, ...]) -> None:
    law = ct.Law(name, (x,), EVIDENT)
    claim = LAWS[name].claim
    assert not both_reject(claim, law, given)
    assert all(both_reject(claim, law, part) for part in (given[:1], given[1:]))  # a bound is left out
    if "positive" in name:
        wider = (given[0], Relation("<=", x, pi + Number(Q(1, 10**6))))
        assert both_reject(claim, law, wider)
        assert not both_reject(claim, ct.Have(claim, law, EVIDENT), given)


def test_tangents_touch_at_one_place() -> None:
    for name, claim, place in (
        ("exp_strictly_above_tangent", exp(x) > 1 + x, 0),
        ("log_strictly_below_tangent", log(p) < p - 1, 1),
    ):
        letter = x if place == 0 else p
        law = ct.Law(name, (letter,), EVIDENT)
        assert not both_reject(claim, law, (ne(letter, place),))
        assert both_reject(claim, law)
        assert both_reject(claim, law, (letter >= place,))


def test_the_sine_is_below_its_angle_from_0_on() -> None:
    law = ct.Law("sin_strictly_below_angle", (x,), EVIDENT)
    assert not both_reject(sin(x) < x, law, (x > 0,))
    assert both_reject(sin(x) < x, law, (x >= 0,))
    assert both_reject(sin(x) < x, law, (ne(x, 0),))


def test_a_probe_tells_what_is_not_so() -> None:
    assert probe.fails(Facts((z < p, p < y, y <= 1)), exp(z) >= 2)
    assert not probe.fails(Facts((z < p, p < y, y <= 1)), exp(z) <= 3)
    assert not probe.fails(Facts((x < y, y < x)), x > 0)  # where nothing is, nothing fails
    assert not probe.fails(Facts(()), function("f", real)(x) > 0)
