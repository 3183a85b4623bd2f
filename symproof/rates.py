"""Rates: `big_o(term, bound, n)` says that `term` is at most a constant times `bound` once `n` is large.

There are a constant c, free of n, and a start N with |term| <= c * bound for every n >= N of its declared domain; both
have values there. Nothing is said of what comes before N. `bound` is meant to be nonnegative.
"""

from __future__ import annotations

from symproof.errors import SortError
from symproof.statement import And, Each, Implies, Prop, Relation
from symproof.term import Neg, Scalar, Variable, as_letter, is_integer, node, scalar


@node
class BigO(Prop):
    """`term` is of the order of `bound`, as `variable` grows without end."""

    binders = ("variable",)
    scope = ("term", "bound")
    term: Scalar
    bound: Scalar
    variable: Variable

    def __post_init__(self) -> None:
        if not isinstance(self.variable, Variable) or self.variable.sign == "negative":
            raise SortError(f"{self.variable} does not grow without end; give the real or integer letter that does")

    def within(self, constant: Scalar, start: Scalar) -> Each:
        """The statement that |term| <= constant * bound from `start` on.

        Raises:
            SortError: the constant or the start speaks of the variable.

        >>> from symproof import natural
        >>> n = natural("n")
        >>> big_o(3 * n, n, n).within(scalar(3), scalar(1))
        (-(3*n) <= 3*n and 3*n <= 3*n) for each n in 1..
        """
        n = self.variable
        if n in constant.free | start.free:
            raise SortError(f"the constant {constant} and the start {start} of a rate in {n} may not depend on {n}")
        limit = constant * self.bound
        both = And((Relation("<=", Neg(limit), self.term), Relation("<=", self.term, limit)))
        if is_integer(n):
            return Each(n, both, start)
        return Each(n, Implies(Relation(">=", n, start), both))


def big_o(term: object, bound: object, variable: object) -> BigO:
    """The statement that |term| <= c * bound for some constant c and every large value of `variable`.

    Other letters are fixed: c may depend on them.

    Raises:
        SortError: a variable that is no letter, or a negative one.

    >>> from symproof import natural
    >>> n = natural("n")
    >>> big_o(3 * n**2 + n, n**2, n)
    3*n**2 + n = O(n**2) for large n
    """
    letter = as_letter(variable)
    if not isinstance(letter, Variable):
        raise SortError(f"{variable} is no letter that grows; give the real or integer letter of the rate")
    return BigO(scalar(term), scalar(bound), letter)
