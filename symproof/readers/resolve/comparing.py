"""What is known of the sizes of what an event compares: its mean, and a variance by which Chebyshev bounds its probability."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.values import Refused

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

NOT_LINEAR = (tm.Elementary, tm.Apply, tm.GradientAt, tm.Norm, tm.Inner)


class Compared(NamedTuple):
    """What an event U < t, U <= t or U = t compares. The mean of U is known where it is read and t is no random number; the mean
    and the variance of V are, where U is V or |V|, and V is linear in random letters."""

    left: tm.Scalar
    right: tm.Scalar
    mean: tm.Scalar | None = None
    centre: tm.Scalar | None = None
    variance: tm.Scalar | None = None


def compared(names: Names, node: t.Node, left: tm.Scalar, right: tm.Scalar) -> Compared:
    """What is known of what an event compares; its two sides where nothing is."""
    from symproof.readers.resolve.expectations import moments_of  # which reads probabilities

    found = Compared(left, right)
    with suppress(Refused):
        inner = left.args[0] if isinstance(left, tm.Elementary) and left.function == "abs" else left
        moments = moments_of(names, node, (inner, left, right))
        inner, whole, bound = map(tm.scalar, moments.sides)
        if moments.fixed(whole) or not moments.fixed(bound):
            return found
        with suppress(Refused):
            found = found._replace(mean=tm.scalar(moments.mean(whole)))
        if not inner.mentions(*NOT_LINEAR):
            return found._replace(centre=moments.mean(inner), variance=moments.value("Var", inner))
    return found
