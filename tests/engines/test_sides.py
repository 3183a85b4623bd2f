"""Norm inequalities of the second degree, and forms under bounds of lengths; beside neighbours that fail for some vectors."""

from __future__ import annotations

import pytest

from symproof import Proved, Refuted, inner, norm, prove, vector
from symproof.statement import Prop, Relation
from symproof.term import scalar
from tests import kernel_says
from tests.kernel_says import settled

u, v, w, x, y, z = map(vector, "uvwxyz")
UNITS = tuple(Relation("=", norm(each), scalar(1)) for each in (u, v, w))
SHORT = tuple(norm(each) <= 1 for each in (u, v, w))
PAIRS = inner(u, v) + inner(v, w) + inner(w, u)
GAPS = norm(u - v) ** 2 + norm(v - w) ** 2 + norm(w - u) ** 2
SUMS = norm(u + v) + norm(v + w) + norm(w + u)

HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (SUMS <= norm(u) + norm(v) + norm(w) + norm(u + v + w), ()),
    (norm(w) * norm(u - v) <= norm(u) * norm(v - w) + norm(v) * norm(u - w), ()),
    (norm(w) * norm(u + v) <= norm(u) * norm(v + w) + norm(v) * norm(u - w), ()),
    (norm(x - y) * norm(z - w) <= norm(x - z) * norm(y - w) + norm(x - w) * norm(y - z), ()),
    (PAIRS >= -scalar(3) / 2, UNITS),
    (GAPS <= 9, SHORT),
    (norm(u + v + w) ** 2 <= 9, UNITS),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (SUMS <= norm(u) + norm(v) + norm(w), ()),
    (SUMS + norm(u - v) <= norm(u) + norm(v) + norm(w) + norm(u + v + w), ()),
    (norm(w) * norm(u - v) <= norm(u) * norm(v - w) + norm(v) * norm(u + w), ()),
    (norm(x - y) * norm(z - w) <= norm(x - z) * norm(y - w) + norm(x - w) * norm(y + z), ()),
    (norm(x - y) * norm(z - w) < norm(x - z) * norm(y - w) + norm(x - w) * norm(y - z), ()),
    (PAIRS >= -1, UNITS),
    (GAPS <= 8, UNITS),
    (inner(u, v) ** 2 + inner(v, w) ** 2 + inner(w, u) ** 2 >= 1, UNITS),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(prove(claim, given=given), Refuted)


def test_what_no_rational_vectors_refute_is_not_proved() -> None:
    assert not isinstance(settled(PAIRS > -scalar(3) / 2, given=UNITS, budget=0.3), Proved)
