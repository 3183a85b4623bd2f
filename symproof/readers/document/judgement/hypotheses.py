"""The hypotheses under which a claim is asked for: those that speak of its letters, directly or not, without the idle ones.

A hypothesis is idle where nothing else speaks of a letter in it, and there is such a letter whatever all else is: what it leaves
to be said, where it has a value and what it bounds, stands in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import TypeGuard

from symproof.errors import SymproofError
from symproof.readers.document.known.recurrences import is_implicit, members_of, recurrence
from symproof.readers.resolve.dependence import MEANS, PROBABILITY
from symproof.statement import Each, Prop, Relation, both_ways
from symproof.substitution import body_at, substitute
from symproof.term import (
    ONE,
    ZERO,
    Add,
    Cyclic,
    Elementary,
    Interval,
    Neg,
    Norm,
    Pow,
    Scalar,
    Term,
    Variable,
    VectorVariable,
)
from symproof.trusted.defined import definedness


def relevant(
    claim: Prop, given: Sequence[Prop], letters_of: Callable[[Prop], AbstractSet[Term]] = attrgetter("free")
) -> tuple[Prop, ...]:
    """The hypotheses that share a letter with the claim, or with one that does; without those that declare it otherwise."""
    letters: set[Term] = set(claim.free)
    names = {_name(letter): letter for letter in letters}
    left = list(dict.fromkeys(given))
    found: set[int] = set()
    while True:
        new = [
            k
            for k, prop in enumerate(left)
            if k not in found
            and (letters_of(prop) & letters or not prop.free)
            and all(names.get(_name(letter), letter) == letter for letter in prop.free)
        ]
        if not new:
            return tuple(left[k] for k in sorted(found))
        for k in new:
            if all(names.get(_name(letter), letter) == letter for letter in left[k].free):
                letters |= letters_of(left[k])
                names |= {_name(letter): letter for letter in left[k].free}
            found.add(k)


def but_for_sizes(prop: Prop) -> set[Term]:
    """The letters of a statement, without those that are only the size of a matrix in it: what is said of an n x n matrix
    may bound n, and few readers would look for n there."""
    found: set[Term] = set()
    waiting: list[Term] = [prop]
    while waiting:
        each = waiting.pop()
        found.add(each)
        waiting += () if isinstance(each, (Interval, Cyclic)) else each.children()
    return found & prop.free


def _name(letter: Term) -> str:
    return str(getattr(letter, "name", letter))


def hypotheses_of(claim: Prop, given: Sequence[Prop]) -> tuple[Prop, ...]:
    """The hypotheses under which a claim is asked for."""
    found = relevant(claim, given)
    for prop in found:
        others = [each for each in found if each is not prop]
        left = _without(prop, others, claim)
        if left is not None:
            return hypotheses_of(claim, left)
    return found


def _without(prop: Prop, others: Sequence[Prop], claim: Prop) -> list[Prop] | None:
    """The other hypotheses, with what an idle one leaves to be said; None where it is not idle."""
    held = {letter for each in (claim, *others) for letter in each.free}
    where = [each for each in definedness(prop) if each.free]
    if isinstance(prop, Each):
        rule = None if is_implicit(prop.body) else recurrence(prop)
        if rule is not None and rule not in held.union(*(each.free for each in where)):
            return [*others, *where]  # a rule for a sequence: there is one
        members = members_of(prop)
        return None if members is None or members in held else [*others, *_where_defined(prop)]
    if not isinstance(prop, Relation):
        return None
    if prop.kind != "=":
        bounds = (_of_a_bound(prop, letter) for letter in sorted(prop.free - held, key=str))
        least = next((said for said in bounds if said is not None), None)
    elif (least := _of_a_length(prop, held)) is None:
        return _with_its_value(prop, others, claim, where)
    return None if least is None else [*others, *(each for each in (least, *where) if each.free)]


def _with_its_value(prop: Relation, others: Sequence[Prop], claim: Prop, where: Sequence[Prop]) -> list[Prop] | None:
    """The other hypotheses, where a letter of which the claim does not speak is given a value that is seldom rational, such as
    sqrt(2 log N), which is put in its place: no point would say it. None where it is given no such value."""
    letter = prop.left
    if not prop.right.mentions(Elementary) or not _is_any_number(letter) or letter in prop.right.free | claim.free:
        return None
    try:
        return [*(substitute(each, {letter: prop.right}) for each in others), *where]
    except SymproofError:
        return None  # something is differentiated in that letter


def _is_any_number(letter: Term) -> TypeGuard[Variable]:
    return isinstance(letter, Variable) and letter == Variable(letter.name)


def _of_a_length(equation: Relation, held: Collection[Term]) -> Prop | None:
    """What an equation for the length of a vector of which nothing else speaks says of all else, |v|^2 + a = b that b - a >= 0;
    None where it is no such equation."""
    for side, other in both_ways(equation):
        terms = side.args if isinstance(side, Add) else (side,)
        for each in terms:
            vector = each.base.vector if isinstance(each, Pow) and isinstance(each.base, Norm) else None
            rest = [term for term in terms if term is not each and isinstance(term, Scalar)]
            spoken = {letter for term in (*rest, other) for letter in term.free}
            if isinstance(vector, VectorVariable) and vector not in spoken.union(held) and isinstance(other, Scalar):
                return Relation(">=", Add((other, *map(Neg, rest))) if rest else other, ZERO)
    return None


def _of_a_bound(bound: Relation, letter: Term) -> Prop | None:
    """What a bound on a letter that stands in it once, as a term, says of all else: y <= x nothing, and so 0 <= 0, and of a
    probability P(A) <= e^{-t} that 0 <= e^{-t}."""
    if (
        bound.kind == "!="
        or not _is_any_number(letter)
        or (MEANS.match(letter.name) and not PROBABILITY.match(letter.name))
    ):
        return None
    below = bound.kind in ("<", "<=")
    for side, is_least in ((bound.left, below), (bound.right, not below)):
        terms = [each for each in (side.args if isinstance(side, Add) else (side,)) if letter in each.free]
        other = bound.right if side is bound.left else bound.left
        if len(terms) != 1 or terms[0] not in (letter, Neg(letter)) or letter in other.free:
            continue
        if not PROBABILITY.match(letter.name):
            return Relation("<=", ZERO, ZERO)
        return substitute(bound, {letter: ZERO if is_least == (terms[0] == letter) else ONE})
    return None


def _where_defined(prop: Prop) -> list[Prop]:
    """That what members are said to be has a value at some index: eta_t = 1/(mu t) is meant for these, and mu is not 0."""
    found = []
    for each in definedness(prop):
        if isinstance(each, Each) and each.symbol in each.body.free and len(each.body.free) > 1:
            some = Variable(f"{each.symbol}'", "integer")
            found.append(body_at(each, some))
    return found
