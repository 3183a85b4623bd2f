"""The order of the engines: whoever is asked before any point is looked at comes first, and what is proved there takes no look."""

from __future__ import annotations

import pytest

from symproof import eq, prove, reals
from symproof.engines.portfolio import _Looks
from symproof.engines.stages import FIRST, STEPS

a, b = reals("a b")
GIVEN = (eq(a * b, 180), eq(2 * (a + b), 54))


class Looked(Exception):
    """A point was looked for."""


def test_no_engine_stands_among_those_that_come_before_a_look() -> None:
    """One that did would call for the look, and every proof behind it would wait for that."""
    assert STEPS[: len(FIRST)] == FIRST


def test_what_follows_from_equations_is_proved_without_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """The false neighbour takes one."""

    def looked(_: _Looks) -> None:
        raise Looked

    monkeypatch.setattr(_Looks, "first", looked)
    assert prove(eq(a**2 + b**2, 369), given=GIVEN).status == "proved"
    with pytest.raises(Exception, match="Looked"):
        prove(eq(a**2 + b**2, 370), given=GIVEN)
