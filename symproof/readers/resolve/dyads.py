r"""Linear maps of vectors that are made of outer products, `\sum_i x_i x_i^\top`, `u v^\top`, `I - 2 v v^\top`.

A vector letter has no entries here, so neither has such a map: it is known by what it makes of any vector, and by what its
transpose does. Two are equal where both make the same of every vector.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from symproof import symbols
from symproof import term as tm
from symproof.statement import Prop, each
from symproof.substitution import substitute

ANY = tm.VectorVariable(r"\cdot")
"""Any vector: a letter that no text has."""


def of_every_vector(prop: Prop) -> Prop:
    """What is known of two maps holds for every vector, not just for the letter that stands for any."""
    return each(ANY, prop) if ANY in prop.free else prop


def _linear(image: tm.Vector, vector: tm.Vector) -> tm.Vector:
    """What a map makes of a vector; a number before the vector goes out of what nothing else says to be linear."""
    match vector:
        case tm.Scale(factor, inner) if image.mentions(tm.GradientAt):
            return factor * _linear(image, inner)
        case tm.VectorNeg(inner) if image.mentions(tm.GradientAt):
            return -_linear(image, inner)
    return substitute(image, {ANY: vector})


@dataclass(frozen=True, slots=True)
class Dyads:
    """What a map makes of any vector, what its transpose makes of it, and its trace where that is known."""

    image: tm.Vector
    turned: tm.Vector
    trace: tm.Scalar | None = None

    @classmethod
    def outer(cls, left: tm.Vector, right: tm.Vector) -> Dyads:
        """`x y^\\top`."""
        return cls(tm.Inner(right, ANY) * left, tm.Inner(left, ANY) * right, tm.Inner(left, right))

    @classmethod
    def unit(cls, factor: tm.Scalar) -> Dyads:
        """A number times the identity, of which the trace is not known."""
        image = tm.ZeroVector() if factor == tm.ZERO else ANY if factor == tm.ONE else factor * ANY
        return cls(image, image, tm.ZERO if factor == tm.ZERO else None)

    def of(self, vector: tm.Vector) -> tm.Vector:
        """What it makes of a vector, which stands behind it."""
        return _linear(self.image, vector)

    def under(self, vector: tm.Vector) -> tm.Vector:
        """What its transpose makes of a vector: of a row that stands before it."""
        return _linear(self.turned, vector)

    @property
    def transposed(self) -> Dyads:
        """The transpose."""
        return Dyads(self.turned, self.image, self.trace)

    def scaled(self, factor: tm.Scalar) -> Dyads:
        """A multiple."""
        return Dyads(factor * self.image, factor * self.turned, None if self.trace is None else factor * self.trace)

    def over(self, factor: tm.Scalar) -> Dyads:
        """A quotient by a number."""
        return Dyads(self.image / factor, self.turned / factor, None if self.trace is None else self.trace / factor)

    def summed(self, letter: tm.Variable, low: tm.Scalar, high: tm.Scalar) -> Dyads:
        """The sum over a letter."""
        return self._each(lambda part: symbols.total(part, letter, low, high))

    def _each(self, make: Callable[[Any], Any]) -> Dyads:
        image, turned = make(self.image), make(self.turned)
        trace = None if self.trace is None else make(self.trace)
        assert isinstance(image, tm.Vector) and isinstance(turned, tm.Vector)
        assert trace is None or isinstance(trace, tm.Scalar)
        return Dyads(image, turned, trace)

    def __neg__(self) -> Dyads:
        return Dyads(-self.image, -self.turned, None if self.trace is None else -self.trace)

    def __add__(self, other: Dyads) -> Dyads:
        traces = self.trace, other.trace
        trace = None if traces[0] is None or traces[1] is None else traces[0] + traces[1]
        return Dyads(self.image + other.image, self.turned + other.turned, trace)

    def __matmul__(self, other: Dyads) -> Dyads:
        return Dyads(self.of(other.image), other.under(self.turned))
