"""Vectors of a real inner product space whose dimension is never named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.errors import SortError
from symproof.term.scalar import ZERO, Scalar, ScalarLike, Variable, scalar
from symproof.term.sums import check_range
from symproof.term.tree import Term, is_sympy, join, node, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from symproof.term.residue import Residue
    from symproof.term.sequence import Function, Sequence


class Vector(Term):
    """An element of a real inner product space; its dimension is never named."""

    __slots__ = ()

    def __add__(self, other: Vector) -> Vector:
        return join(VectorAdd, self, vector_term(other))

    def __radd__(self, other: int) -> Vector:  # sum() starts at 0
        return join(VectorAdd, vector_term(other), self)

    def __sub__(self, other: Vector) -> Vector:
        return join(VectorAdd, self, VectorNeg(vector_term(other)))

    def __neg__(self) -> Vector:
        return VectorNeg(self)

    def __mul__(self, other: ScalarLike) -> Vector:
        return Scale(scalar(other), self)

    def __rmul__(self, other: ScalarLike) -> Vector:
        return Scale(scalar(other), self)

    def __truediv__(self, other: ScalarLike) -> Vector:
        return VectorDiv(self, scalar(other))

    def __pow__(self, exponent: object) -> Scalar:
        raise SortError(
            f"{self}**{exponent}: a vector has no powers; write norm({self})**{exponent} or inner({self}, {self})"
        )

    def __abs__(self) -> Scalar:
        raise SortError(f"abs({self}): {self} is a vector; write norm({self})")

    def __bool__(self) -> bool:
        raise SortError(f"{self} is a vector and has no truth value; compare with eq(a, b)")

    def _repr_latex_(self) -> str:
        from symproof.writers.latex import latex

        return f"${latex(self)}$"


@node
class VectorVariable(Vector):
    """A vector letter."""

    name: str

    def _collect_free(self) -> Iterator[Term]:
        yield self


@node
class ZeroVector(Vector):
    """The zero vector."""


@node
class VectorAdd(Vector):
    """A sum of two or more vectors; a difference is the sum with a `VectorNeg`."""

    args: tuple[Vector, ...]


@node
class VectorNeg(Vector):
    """The opposite of a vector."""

    arg: Vector


@node
class Scale(Vector):
    """A scalar times a vector."""

    factor: Scalar
    vector: Vector


@node
class VectorDiv(Vector):
    """A vector divided by a scalar; has a value where the scalar is not zero."""

    vector: Vector
    denominator: Scalar


@node
class VectorAt(Vector):
    """A member of a sequence of vectors."""

    sequence: Sequence
    index: Scalar | Residue


@node
class GradientAt(Vector):
    """The gradient of a function given by hypotheses only, at a point."""

    function: Function
    arg: Vector


@node
class Gradient(Vector):
    """The gradient of a scalar term with respect to a vector letter, at that letter."""

    body: Scalar
    variable: VectorVariable

    def __post_init__(self) -> None:
        if not isinstance(self.variable, VectorVariable):
            raise SortError(
                f"a gradient is taken in a vector letter, not in {self.variable}; declare it with vector(name)"
            )


@node
class VectorSum(Vector):
    """The sum of a vector `body` for the integer `index` from `low` to `high`; 0 when `high < low`."""

    binders = ("index",)
    scope = ("body",)
    body: Vector
    index: Variable
    low: Scalar
    high: Scalar

    def __post_init__(self) -> None:
        check_range(self.index, self.low, self.high)


def vector_term(value: object) -> Vector:
    """`value` as a vector: a vector, or 0 for the zero vector."""
    if isinstance(value, Vector):
        return value
    if is_sympy(value) or (isinstance(value, int) and not isinstance(value, bool)):
        value = scalar(value)
    if value == ZERO:
        return ZeroVector()
    raise SortError(f"{value!r} is {sort_of(value)} where a vector is needed")
