"""What is counted: factorials, binomial coefficients, and the whole part of a number."""

from __future__ import annotations

from symproof.term.scalar import Neg, Scalar, Variable
from symproof.term.sums import check_integer, is_integer, is_natural
from symproof.term.tree import node


@node
class Factorial(Scalar):
    """n! for an integer n; has a value for n >= 0."""

    arg: Scalar

    def __post_init__(self) -> None:
        check_integer(self.arg)

    def is_whole(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """Wherever it has a value."""
        return True

    def is_count(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """Wherever it has a value."""
        return True


@node
class Binomial(Scalar):
    """The coefficient of x**k in (1 + x)**n: n (n - 1) ... (n - k + 1)/k! for any real n and an integer k >= 0, and 0
    for k < 0."""

    top: Scalar
    bottom: Scalar

    def __post_init__(self) -> None:
        check_integer(self.bottom)

    def is_whole(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """Where the upper number is an integer."""
        return is_integer(self.top, wide)

    def is_count(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """Where the upper number is a natural."""
        return is_natural(self.top, wide)


@node
class Floor(Scalar):
    """The largest integer that is not above a real number. It has a value wherever its argument has one, and no derivative
    here: it is no row of the table of elementary functions, which are continuous."""

    arg: Scalar

    def is_whole(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """Of whatever number."""
        return True


def is_ceiling(term: object) -> bool:
    """Whether a term is -floor(-x), which is written ceil(x)."""
    return isinstance(term, Neg) and isinstance(term.arg, Floor) and isinstance(term.arg.arg, Neg)
