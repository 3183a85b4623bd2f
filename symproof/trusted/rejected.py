"""How the kernel says no."""

from __future__ import annotations

from symproof.statement import Prop


class Rejected(Exception):
    """A certificate does not prove its goal. `needs` is a condition that would mend it, where one is known."""

    def __init__(self, why: str, needs: Prop | None = None) -> None:
        super().__init__(why)
        self.needs = needs
