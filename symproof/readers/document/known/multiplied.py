"""Equations that nobody solves: one side multiplies out to the other, with a slip, (x^2)^3 = x^5, or nothing solves them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.document.known.likeness import is_expanded, multiplied_out
from symproof.statement import Relation
from symproof.term import Term, Variable
from symproof.trusted.facts import NOT_NORMAL
from symproof.trusted.normal import Normalizer

if TYPE_CHECKING:
    from flint import fmpq

    from symproof.trusted.polynomial import Monomial


def differ_by_a_number(statement: Relation) -> bool:
    """Whether the sides of an equation differ by a number other than 0 wherever they have values: nothing solves it.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> [differ_by_a_number(eq(*each)) for each in ((x*(1/(3*x)), 1/(x/x + 1)), (x/x, 1), (x, 2))]
    [True, False, False]
    """
    left, right = statement.left, statement.right
    if statement.kind != "=" or not isinstance(left, tm.Scalar) or not isinstance(right, tm.Scalar):
        return False
    normalizer = Normalizer()
    try:
        return bool(normalizer.ring.as_constant(normalizer.scalar(left - right)))
    except NOT_NORMAL:
        return False


def is_slip_in_one_letter(statement: Relation) -> bool:
    """Whether the sides of an equation are a product and what it multiplies out to but for a number that is added; or a product
    or quotient of powers, or a power of one, and a power with another exponent or factor.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> [is_slip_in_one_letter(eq(*each)) for each in (
    ...     ((x - 3)*(x + 3), x**2 - 6), ((x**2)**3, x**5), (x**2*x**3, x**6), (x**6/x**2, x**3), ((2*x)**3, 2*x**3))]
    [True, True, True, True, True]
    >>> [is_slip_in_one_letter(eq(*each)) for each in (
    ...     (x*(x - 3), 10*x), (x**2, 5*x), (x*x, 4*x), (x**2, x**3), (2*x + 3, 2*x + 5), ((2*x)**2, 8*x))]
    [False, False, False, False, False, False]
    """
    if statement.kind != "=" or len(statement.free) != 1 or (sides := multiplied_out(statement)) is None:
        return False
    left, right = sides
    if left == right:
        return False
    if len(left) == len(right) == 1:
        written = [each for each in (statement.left, statement.right) if _is_of_powers(each)]
        return len(written) == 1 and _is_other_power(left, right)
    rest = {key for key in left.keys() | right.keys() if left.get(key) != right.get(key)}
    product = is_expanded(statement.left) != is_expanded(statement.right)
    return product and not any(rest) and any(_degree(key) > 1 for key in left)


def _is_of_powers(term: Term) -> bool:
    """Whether a term without sums multiplies, divides or raises powers of its letter, one of which at least is no first one."""
    if any(isinstance(each, tm.Add) for each in term.subterms()):
        return False
    raised = any(
        isinstance(each, tm.Pow) and not isinstance(each.base, Variable) and each.base.free for each in term.subterms()
    )
    powers = any(isinstance(each, tm.Pow) for each in term.subterms())
    return raised or (powers and _count(term) > 1)


def _count(term: Term) -> int:
    """How often a letter stands in a term."""
    return 1 if isinstance(term, Variable) else sum(map(_count, term.children()))


def _is_other_power(left: Mapping[Monomial, fmpq], right: Mapping[Monomial, fmpq]) -> bool:
    ((one, factor),), ((other, by),) = left.items(), right.items()
    if not one or not other:
        return False
    return factor == by == 1 if one != other else _degree(one) > 1


def _degree(key: Monomial) -> int:
    return sum(power for _, power in key)
