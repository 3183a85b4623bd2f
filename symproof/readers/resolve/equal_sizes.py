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

    def new(self) -> str:
        """A size of which nothing is known."""
        self.fresh += 1
        return f"?{self.fresh}"

    def root(self, size: str) -> str:
        """What stands for a size."""
        while self.same.setdefault(size, size) != size:
            size = self.same[size]
        return size

    def equal(self, left: str, right: str) -> None:
        """Two sizes are one; where both have names of their own, they are left apart."""
        left, right = self.root(left), self.root(right)
        if left != right:
            if left.startswith("?"):
                self.same[left] = right
            elif right.startswith("?"):
                self.same[right] = left

    def alike(self, shapes: Iterable[Shape | None]) -> Shape | None:
        """Shapes that are one; the first of them."""
        found = [shape for shape in shapes if shape is not None]
        for shape in found[1:]:
            self.equal(found[0][0], shape[0])
            self.equal(found[0][1], shape[1])
        return found[0] if found else None
