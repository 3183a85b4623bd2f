r"""Conditional expectations: `\mathbb{E}[aX + b \mid Y] = a\,\mathbb{E}[X \mid Y] + b`, also within others.

E[X | Y] is a random letter of its own, of which two things are known: what is made of Y alone goes out, and its mean is that
of X. So linearity, "taking out what is known" and the tower are equalities of normal forms, and nothing else is claimed: no
independence, no second moments. A condition that is an event, `Y = y` or `Y > 0`, is refused, and so are several.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
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
                outside = [arg for arg in args if self.knows(arg)]
                inside = sorted((arg for arg in args if not self.knows(arg)), key=str)
                moment = self.mean(inside[0]) if len(inside) == 1 else self.own(tm.Mul(tuple(inside)))
                return tm.Mul((*outside, moment)) if outside else moment
            case tm.Inner(left, right) if self.knows(left):
                return symbols.inner(left, self.mean(right))
            case tm.Inner(left, right) if self.knows(right):
                return symbols.inner(self.mean(left), right)
            case tm.Sum(body, index, low, high) | tm.VectorSum(body, index, low, high) if self.fixed(
                low
            ) and self.fixed(high):
                return symbols.total(self.mean(body), index, low, high)
        return self.own(term)

    def own(self, term: Value) -> Value:
        """The expectation of what is no combination: a letter of its own, or a member of one."""
        members = [
            each
            for side in (term, self.given)
            for each in side.subterms()
            if isinstance(each, (tm.ScalarAt, tm.VectorAt))
        ]
        indices = {each.index for each in members}
        if len(indices) > 1:
            raise Refused(self.node, f"the mean of {term} under {self.given}, which have several indices, is not read")
        index = indices.pop() if indices else None

        def shape(inner: tm.Term) -> tm.Term:
            again = rebuild(inner, shape)
            return again.sequence[ANY] if isinstance(again, (tm.ScalarAt, tm.VectorAt)) else again

        body, under = shape(term), shape(self.given)
        if any(
            isinstance(letter, tm.Variable) and tm.is_integer(letter) for letter in (body.free | under.free) - {ANY}
        ):
            raise Refused(self.node, f"the mean of {term}, which has an index, is not read")
        name = f"E[{plain(body)} | {plain(under)}]"
        item = tm.VectorVariable(name) if isinstance(term, tm.Vector) else tm.Variable(name)
        letter: Value = item if index is None else tm.Sequence(name, item)[index]
        self.made[letter] = term, self.given
        return letter
