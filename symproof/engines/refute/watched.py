"""An interpretation that tells which members of sequences a relation asks for."""

from __future__ import annotations

from typing import Any

from symproof import term as tm
from symproof.evaluation.interpretation import Interpretation
from symproof.point import Point


class Watched(Interpretation):
    """An interpretation that remembers which members of sequences were asked for, and which of them directly."""

    def __init__(self, point: Point) -> None:
        super().__init__(point)
        self.touched: dict[tm.Sequence, dict[int, bool]] = {}
        self.nested = 0

    def member(self, sequence: tm.Sequence, place: int, term: tm.Term) -> Any:
        """The member, remembered."""
        seen = self.touched.setdefault(sequence, {})
        seen[place] = seen.get(place, False) or self.nested == 0
        self.nested += 1
        try:
            return super().member(sequence, place, term)
        finally:
            self.nested -= 1
