"""Two questions that SymPy is asked: is this 0, and what has this difference.

The first answer is SymPy's word, the second a proposal; neither is trusted here. SymPy's own sums are never
evaluated: it sums k = 1..-3 to 3, and ours is empty.
"""

from __future__ import annotations

import time
from functools import lru_cache
from typing import Any

import sympy
from sympy.concrete.gosper import gosper_term
from sympy.polys.polyerrors import BasePolynomialError

from symproof import term as tm
from symproof.doors.sympy.reading import read_with
from symproof.doors.sympy.writing import NoCounterpart, base_of, function_of, symbol_of, to_sympy
from symproof.errors import SymproofError
from symproof.substitution import rebuild

# What SymPy's algorithms raise where they do not know how to go on.
GIVING_UP = (NotImplementedError, ArithmeticError, TypeError, ValueError, AttributeError, KeyError, RecursionError)

MOST_POWER, MOST_FACTORED, MOST_OPERATIONS = 60, 8, 60
"""The largest exponent in a polynomial, in what is factored or given to Gosper's algorithm, and the size of the latter:
it solves a linear system of that size, in 35 s for r**k * k**12."""


def simplifies_to_zero(difference: tm.Scalar, seconds: float) -> bool:
    """Whether SymPy simplifies a term to 0: its word, to be labelled as such.

    Sums and products over a range are letters to SymPy here, because it sums k = 1..-3 to 3. A simplification that
    brings in new letters has captured one and is not believed. No step is begun after `seconds`, but none is
    cut short either: SymPy may run for hours, so ask it in a process that can be killed.
    """
    until = time.monotonic() + seconds
    try:
        asked = to_sympy(_without_sums(difference, {}))
    except NoCounterpart:
        return False
    if asked.has(sympy.Piecewise):
        return False
    for simplified in (sympy.expand, lambda e: sympy.simplify(e, doit=False), lambda e: sympy.simplify(e.doit())):
        if time.monotonic() > until:
            break
        try:
            left = simplified(asked)
        except (*GIVING_UP, BasePolynomialError):
            continue
        if not left.free_symbols <= asked.free_symbols:
            return False
        if left == 0:
            return True
    return False


def _without_sums(term: tm.Term, letters: dict[tm.Term, tm.Variable]) -> Any:
    """`term` with a letter for each sum and product over a range, for each derivative of one, for each whole part, and for each
    binomial coefficient: SymPy takes binomial(-1, 0) = 1 and binomial(-1, -1) = 0 for the same quotient of gamma functions."""
    if isinstance(term, (tm.Sum, tm.Product, tm.Binomial, tm.Floor)) or (
        isinstance(term, tm.Derivative) and term.mentions(tm.Sum, tm.Product)
    ):
        return letters.setdefault(term, tm.Variable(f"\\_sum\\_{len(letters)}"))
    return rebuild(term, lambda child: _without_sums(child, letters))


@lru_cache(maxsize=256)
def closed_antidifference(body: tm.Scalar, index: tm.Variable) -> tm.Scalar | None:
    """A proposal G with G(index + 1) - G(index) = body, or None; nothing here is trusted. Remembered: the stages of a
    search ask the same again.

    >>> from symproof import index
    >>> k = index("k")
    >>> closed_antidifference(k, k)
    k*(k - 1)/2
    """
    try:
        asked, k = to_sympy(body), symbol_of(index)
    except NoCounterpart:
        return None
    try:
        found = _difference_of(asked, k)
        if found is None:
            parts = [_difference_of(part, k) for part in sympy.Add.make_args(sympy.expand(asked))]
            found = None if None in parts else sympy.factor_terms(sympy.Add(*parts))
    except (*GIVING_UP, BasePolynomialError):
        return None
    if found is None or not found.free_symbols <= asked.free_symbols | {k}:
        return None
    try:
        read = read_with(found, known_letters(body) | {k: index})
    except SymproofError:
        return None
    return read if isinstance(read, tm.Scalar) else None


def _difference_of(body: Any, k: Any) -> Any:
    """Polynomials by Bernoulli's (Gosper takes 96 s for k**30, this 0.01 s), the others by Gosper's algorithm."""
    highest = max((abs(power.exp) for power in body.atoms(sympy.Pow) if power.exp.is_Integer), default=0)
    if highest > MOST_POWER:
        return None
    if body.is_polynomial(k):
        terms = sympy.Poly(body, k).as_dict().items()
        found = sympy.Add(*(factor * _antidifference_of_power(m, k) for (m,), factor in terms))
        return sympy.factor(found) if found.free_symbols == {k} and highest <= MOST_FACTORED else found
    if body.count_ops() > MOST_OPERATIONS or highest > MOST_FACTORED:
        return None
    ratio = gosper_term(body, k)
    return None if ratio is None else sympy.factor_terms(sympy.cancel(body * ratio))


def _antidifference_of_power(m: int, k: Any) -> Any:
    """(B(k) - B(0))/(m + 1) for Bernoulli's polynomial B of degree m + 1, which has B(k + 1) - B(k) = (m + 1) k**m."""
    return (sympy.bernoulli(m + 1, k) - sympy.bernoulli(m + 1, 0)) / (m + 1)


def known_letters(term: tm.Term) -> dict[Any, tm.Term]:
    """The letters of `term` by SymPy's name, so that they come back as they were declared."""
    written: dict[type[tm.Term], Any] = {tm.Variable: symbol_of, tm.Sequence: base_of, tm.Function: function_of}
    return {written[type(symbol)](symbol): symbol for symbol in term.free if type(symbol) in written}
