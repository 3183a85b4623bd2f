"""A row and the one before it, from which it is to follow: what the rules about rows are asked about."""

from __future__ import annotations

from typing import NamedTuple

from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Prop


class Inference(NamedTuple):
    """That a `claim`, as a step makes it, follows from the `row` before it under what is `given` beside that."""

    step: Step
    claim: Prop
    given: tuple[Prop, ...]
    row: Fact

    @property
    def before(self) -> Prop:
        """What the row before says."""
        return self.row.prop

    def premises(self, *others: Prop) -> tuple[Prop, ...]:
        """What is given, the row before, and others."""
        return (*self.given, self.row.prop, *others)
