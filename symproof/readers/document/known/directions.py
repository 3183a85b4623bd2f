"""Parts of a text that stand beside each other without a heading: two directions of a proof, an example and what is general."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.document.words.beginning import (
    begins_example,
    begins_statement,
    ends_example,
    tells_a_direction,
)
from symproof.readers.document.words.outline import Display
from symproof.statement import Prop

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge


class Directions:
    """What is supposed in one direction ends where the other begins, and what is in an example where a theorem does."""

    def __init__(self) -> None:
        self.part, self.before = -1, set[Prop]()  # the part in which a direction began, and what was known there
        self.example = -1  # the part that is an example

    def cross(self, display: Display, known: Knowledge) -> None:
        """End what a paragraph before a formula ends."""
        if tells_a_direction(display):
            if self.part != known.part:
                self.part, self.before = known.part, {each.prop for each in known.facts}
            known.drop([each for each in known.facts if each.kind != "declared" and each.prop not in self.before])
        over = self.example == known.part and ends_example(display)
        if begins_example(display):
            known.state_another()
            self.example = known.part
        elif over or begins_statement(display):
            known.state_another()
