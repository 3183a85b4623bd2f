"""Where a quadratic function of a vector is least, from the hypothesis that a letter minimizes it."""

from __future__ import annotations

import pytest

from symproof import eq, inner, minimizer, norm, prove, real, vectors
from symproof.statement import Prop

w, p, u, v = vectors("w p u v")
q = real("q")
MODEL = minimizer(p, inner(w - u, v) + q / 2 * norm(w - u) ** 2, w)
DISTANCES = minimizer(p, norm(w - u) ** 2 + norm(w - v) ** 2, w)


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(p, u - v / q), (MODEL, q > 0)),
        (eq(q * (p - u), -v), (MODEL, q > 0)),
        (eq(2 * p, u + v), (DISTANCES,)),
        (norm(p - u) <= norm(u - v), (DISTANCES,)),
    ],
)
def test_a_point_that_minimizes_is_known(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert prove(claim, given=given).status == "proved"


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(p, u + v / q), (MODEL, q > 0)),
        (eq(p, u - 2 * v / q), (MODEL, q > 0)),
        (eq(p, u + v), (DISTANCES,)),
    ],
)
def test_another_point_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = prove(claim, given=given)
    assert verdict.status == "refuted", verdict


def test_without_the_sign_of_the_square_nothing_is_known() -> None:
    assert prove(eq(q * (p - u), v), given=(MODEL,), budget=1.0).status != "proved"
