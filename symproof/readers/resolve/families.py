r"""Functions of a family under a sum over its index: `\frac1n \sum_{i=1}^n f_i(x)`.

A letter f_i for a function is one function. Under a sum over i it is another one for each i, and so elsewhere in the same
statement. There f_i(x) is read as `f_·(x + i ι)`, one function at a place that says which member is meant: ι is a vector of
its own, and each family is of this form, in a space with one more direction. Nothing is known of f_·.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.values import Refused, guarded
from symproof.statement import Prop
from symproof.substitution import rebuild
from symproof.trusted.calculus import differentiate, gradient_of

INDEXED = re.compile(r"(?P<base>.+)_\{?(?P<index>[A-Za-z])\}?(?P<primes>'*)")
MEMBER, LINE = tm.VectorVariable("ι"), tm.VectorVariable("ε")
"""The directions in which the index goes, and the argument where it is a number."""


def in_members(prop: Prop, node: t.Node) -> Prop:
    """A statement in which the functions whose index a sum binds are read as members of families.

    Raises:
        Refused: a derivative of such functions that is not worked out.
    """
    sums = [each for each in prop.subterms() if isinstance(each, (tm.Sum, tm.Product, tm.VectorSum))]
    bound = {each.index.name for each in sums}
    found = {letter: INDEXED.fullmatch(letter.name) for letter in prop.free if isinstance(letter, tm.Function)}
    families = {letter: name for letter, name in found.items() if name is not None and name["index"] in bound}
    if not families:
        return prop
    letters = {each.name: each for each in prop.free if isinstance(each, tm.Variable)}
    made: Prop = guarded(node, lambda: _members(_worked_out(prop, families), families, letters, node))
    return made


def _worked_out(term: tm.Term, families: Collection[tm.Function]) -> tm.Term:
    """A term in which what is differentiated is no sum of functions of the families."""
    inside = rebuild(term, lambda each: _worked_out(each, families))
    if isinstance(inside, (tm.Gradient, tm.Derivative)) and inside.body.free & set(families):
        if isinstance(inside, tm.Derivative):
            return differentiate(inside.body, inside.variable)
        return gradient_of(inside.body, inside.variable)
    return inside


def _members(
    term: tm.Term, families: Mapping[tm.Function, re.Match[str]], letters: Mapping[str, tm.Variable], node: t.Node
) -> tm.Term:
    if isinstance(term, (tm.Sum, tm.Product, tm.VectorSum)):
        index = term.index
        inner = {**letters, index.name: index}
        return rebuild(term, lambda each: _members(each, families, inner, node))
    term = rebuild(term, lambda each: _members(each, families, letters, node))
    if isinstance(term, (tm.Gradient, tm.Derivative)) and term.body.free & families.keys():
        raise Refused(node, "a derivative of functions of a family")
    if not isinstance(term, (tm.Apply, tm.GradientAt)) or term.function not in families:
        return term
    name = families[term.function]
    place = letters.get(name["index"], tm.Variable(name["index"], "natural"))
    point = term.arg if isinstance(term.arg, tm.Vector) else term.arg * LINE
    member = tm.Function(f"{name['base']}_·{name['primes']}", "vector")
    return type(term)(member, point + place * MEMBER)
