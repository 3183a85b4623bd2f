"""Which sizes of matrices are one."""

from __future__ import annotations

from collections.abc import Iterable

ONE = "1"

Shape = tuple[str, str]
"""The names of the number of rows and of columns, of which several may stand for one size."""


class Sizes:
    """Sizes that have names, and such that nothing names yet: "?1"."""

    def __init__(self) -> None:
        self.same: dict[str, str] = {ONE: ONE}
        """For each size one that it equals; what stands for all of them stands for itself."""
        self.fresh = 0
        self.larger: set[str] = set()
        """Sizes that are not 1: the rows of columns and of matrices."""

    def new(self, *, larger: bool = False) -> str:
        """A size of which nothing is known, or no more than that it is not 1."""
        self.fresh += 1
        size = f"?{self.fresh}"
        if larger:
            self.larger.add(size)
        return size

    def root(self, size: str) -> str:
        """What stands for a size."""
        while self.same.setdefault(size, size) != size:
            size = self.same[size]
        return size

    def equal(self, left: str, right: str) -> None:
        """Two sizes are one; where both have names of their own, or one is 1 and the other is not, they are left apart."""
        left, right = self.root(left), self.root(right)
        if left == right or (ONE in (left, right) and self.larger & {left, right}):
            return
        if not left.startswith("?"):
            left, right = right, left
        if left.startswith("?"):
            self.same[left] = right
            if left in self.larger:
                self.larger.add(right)

    def alike(self, shapes: Iterable[Shape | None]) -> Shape | None:
        """Shapes that are one; the first of them."""
        found = [shape for shape in shapes if shape is not None]
        for shape in found[1:]:
            self.equal(found[0][0], shape[0])
            self.equal(found[0][1], shape[1])
        return found[0] if found else None
