r"""Conditional expectations: `\mathbb{E}[aX + b \mid Y] = a\,\mathbb{E}[X \mid Y] + b`, also within others.

E[X | Y] is a random letter of its own, of which two things are known: what is made of Y alone goes out, and its mean is that
of X. So linearity, "taking out what is known" and the tower are equalities of normal forms, and nothing else is claimed: no
independence. Var(X | Y) is E[X^2 | Y] - E[X | Y]^2. A condition that is an event, `Y = y` or `Y > 0`, is refused, and so are
several; members of sequences may stand a number of places from that of the condition, E[X_{n+1} | X_n]. The square of the length
of a sum is multiplied out: E[|x - a g|^2 | x] = |x|^2 - 2a <x, E[g | x]> + a^2 E[|g|^2 | x].
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import product
from typing import TYPE_CHECKING, Any

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.sizes import apart, summands
from symproof.readers.resolve.values import Refused, Value
from symproof.substitution import rebuild
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

ANY = tm.Variable("\u00b7", "integer")
"""An index, in the name of what has one."""
Made = dict[tm.Term, tuple[Value, Value]]
LETTERS = (tm.Variable, tm.VectorVariable, tm.ScalarAt, tm.VectorAt)


def given_letter(names: Names, node: t.Node) -> Value:
    """The letter that an expectation is conditioned on.

    Raises:
        Refused: a condition that is no letter.
    """
    if isinstance(node, (t.Chain, t.Sequence)):
        raise Refused(node, "a conditional expectation is read for one letter as its condition, and for no event")
    value = names.value(node)
    if not isinstance(value, LETTERS):
        raise Refused(node, "a conditional expectation is read for one letter as its condition")
    return value


class Conditional:
    """Expectations under a condition. `fixed` says of a term whether it has no random letters; `made` keeps for each letter that
    is made the term that it is the expectation of, and the condition."""

    def __init__(self, given: Value, fixed: Callable[[tm.Term], bool], node: t.Node, made: Made) -> None:
        self.given, self.fixed, self.node, self.made = given, fixed, node, made

    def knows(self, term: tm.Term) -> bool:
        """Whether a term has no random letters but the condition."""

        def without(inner: tm.Term) -> tm.Term:
            if inner == self.given or (inner in self.made and self.made[inner][1] == self.given):
                return tm.ZeroVector() if isinstance(inner, tm.Vector) else tm.ZERO
            return rebuild(inner, without)

        return self.fixed(without(term))

    def mean(self, term: Value) -> Value:
        """The expectation of a term under the condition."""
        if self.knows(term):
            return term
        if (parts := _multiplied(term)) != [term]:
            return tm.sum_of(map(self.mean, parts))
        match term:
            case tm.Add(args):
                return tm.Add(tuple(map(self.mean, args)))
            case tm.VectorAdd(args):
                return tm.VectorAdd(tuple(map(self.mean, args)))
            case tm.Neg(arg) | tm.VectorNeg(arg):
                return -self.mean(arg)
            case tm.Div(top, bottom) | tm.VectorDiv(top, bottom) if self.knows(bottom):
                return self.mean(top) / bottom
            case tm.Scale(factor, arg) if self.knows(factor):
                return factor * self.mean(arg)
            case tm.Scale(factor, arg) if self.knows(arg):
                return self.mean(factor) * arg
            case tm.Mul(args):
                outside = [arg for arg in _factors(args) if self.knows(arg)]
                inside = sorted((arg for arg in _factors(args) if not self.knows(arg)), key=str)
                moment = self.mean(inside[0]) if len(inside) == 1 else self.own(_product(inside))
                return tm.Mul((*outside, moment)) if outside else moment
            case tm.Inner(left, right) if self.knows(left):
                return symbols.inner(left, self.mean(right))
            case tm.Inner(left, right) if self.knows(right):
                return symbols.inner(self.mean(left), right)
            case tm.Inner(left, right) if (pairs := self._paired(left, right)) is not None:
                return self.mean(pairs)
            case tm.Pow(tm.Norm(inner), tm.Number(exponent)) if exponent == 2 and len(_scaled(inner)) > 1:
                return self.mean(self._squared(inner))
            case tm.Pow(tm.Norm(inner), tm.Number(exponent)) if exponent == 2 and _scaled(inner)[0][0]:
                ((factors, vector),) = _scaled(inner)
                return self.mean(tm.Mul((*(each**2 for each in factors), tm.Norm(vector) ** 2)))
            case tm.Sum(body, index, low, high) | tm.VectorSum(body, index, low, high) if self.fixed(
                low
            ) and self.fixed(high):
                return symbols.total(self.mean(body), index, low, high)
        return self.own(term)

    def _squared(self, vector: tm.Vector) -> tm.Scalar:
        """The square of the length of a sum: that of what is known, that of each other term, and the products."""
        terms = [_times(factors, each) for factors, each in _scaled(vector)]
        known, others = ([each for each in terms if self.knows(each) == said] for said in (True, False))
        parts = [tm.VectorAdd(tuple(known)) if len(known) > 1 else known[0]] if known else []
        parts += others
        squares = [tm.Norm(each) ** 2 for each in parts]
        products = [2 * symbols.inner(one, other) for k, one in enumerate(parts) for other in parts[:k]]
        return tm.sum_of((*squares, *products))

    def _paired(self, left: tm.Vector, right: tm.Vector) -> tm.Scalar | None:
        """An inner product of sums, or of multiples, as the sum of those of their terms; None of one of two letters."""
        sides = [_scaled(side) for side in (left, right)]
        if all(len(side) == 1 and not side[0][0] for side in sides):
            return None
        products = [(*one[0], *other[0], symbols.inner(one[1], other[1])) for one in sides[0] for other in sides[1]]
        return tm.sum_of(map(tm.product_of, products))

    def own(self, term: Value) -> Value:
        """The expectation of what is no combination: a letter of its own, or a member of one."""
        members = [
            each
            for side in (term, self.given)
            for each in side.subterms()
            if isinstance(each, (tm.ScalarAt, tm.VectorAt))
        ]
        index: Any = getattr(self.given, "index", members[0].index if members else tm.ZERO)
        places = {each.index: apart(each.index, index) for each in members}
        if None in places.values():
            raise Refused(self.node, f"the mean of {term} under {self.given}, which have several indices, is not read")

        def shape(inner: tm.Term) -> tm.Term:
            again = rebuild(inner, shape)
            if not isinstance(again, (tm.ScalarAt, tm.VectorAt)):
                return again
            away = places[again.index]
            member: tm.Term = again.sequence[ANY if away in (None, tm.ZERO) else ANY + away]
            return member

        body, under = shape(term), shape(self.given)
        if any(tm.is_integer_letter(letter) for letter in (body.free | under.free) - {ANY}):
            raise Refused(self.node, f"the mean of {term}, which has an index, is not read")
        name = f"E[{plain(body)} | {plain(under)}]"
        item = tm.VectorVariable(name) if isinstance(term, tm.Vector) else tm.Variable(name)
        letter: Value = item if not members else tm.Sequence(name, item)[index]
        self.made[letter] = term, self.given
        return letter


def _scaled(vector: tm.Vector) -> list[tuple[tuple[tm.Scalar, ...], tm.Vector]]:
    """The terms of a sum of vectors, each as numbers and what they are multiplied by."""
    match vector:
        case tm.VectorAdd(args):
            return [each for arg in args for each in _scaled(arg)]
        case tm.VectorNeg(arg):
            return [((-tm.ONE, *factors), each) for factors, each in _scaled(arg)]
        case tm.Scale(factor, arg):
            return [((factor, *factors), each) for factors, each in _scaled(arg)]
        case tm.VectorDiv(arg, bottom):
            return [((tm.ONE / bottom, *factors), each) for factors, each in _scaled(arg)]
    return [((), vector)]


def _times(factors: tuple[tm.Scalar, ...], vector: tm.Vector) -> tm.Vector:
    """A vector multiplied by numbers."""
    return tm.product_of(factors) * vector if factors else vector


def _product(factors: list[tm.Scalar]) -> tm.Scalar:
    """A product of factors; of one with itself, its power."""
    powers = [base if count == 1 else base**count for base, count in Counter(factors).items()]
    return tm.product_of(powers)


def _factors(args: tuple[tm.Scalar, ...]) -> list[tm.Scalar]:
    """The factors of a product, with those of its factors."""
    return [each for arg in args for each in (_factors(arg.args) if isinstance(arg, tm.Mul) else [arg])]


def _multiplied(term: Any) -> list[tm.Scalar]:
    """The products that a square or a product of sums is the sum of; of any other term, the term."""
    match term:
        case tm.Pow(base, tm.Number(exponent)) if exponent == 2:
            factors: tuple[tm.Scalar, ...] = (base, base)
        case tm.Mul(args):
            factors = args
        case _:
            return [term]  # which is no product
    sums = [summands(factor) for factor in factors]
    if any(len(each) > 1 for each in sums):
        return [tm.Mul(each) for each in product(*sums)]
    return [tm.Mul(factors)] if isinstance(term, tm.Pow) and isinstance(term.base, tm.Mul) else [term]
