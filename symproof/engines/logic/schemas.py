"""Quantified facts as schemas: what is said under several quantifiers, implications and equations of matrices.

`each(i, each(j, p implies a[i] = b[j]))`, `A S = S A` and `each(x, A x = S x)` all say a relation for all values of
some letters: those of the quantifiers, of the rows and columns of an equation of matrices, and, where a letter is a
matrix, of its unit matrices. A schema is that relation at open letters; `instantiate` states it at values of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search, Wrap, closed
from symproof.substitution import fresh, names_in, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts, range_of
from symproof.trusted.meaning import flatten, meaning

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Schema:
    """What fact `number` says at the open `letters`; `path` chooses a part wherever a step gives several."""

    number: int
    letters: tuple[Any, ...]
    path: tuple[int, ...]
    relation: st.Relation


@dataclass(frozen=True, slots=True)
class Instances:
    """Facts stated one after another, and how to state them in a certificate."""

    facts: Facts
    wraps: tuple[Wrap, ...] = ()

    def closed(self, rest: Certificate) -> Certificate:
        """A certificate from the facts, from one from all of them."""
        return closed(self.wraps, rest)


def schemas(facts: Facts) -> Iterator[Schema]:
    """The schemas of the facts for which matching terms as they are written does not do."""
    for number, fact in enumerate(facts.props):
        if is_nested(fact):
            yield from _opened(facts, number, fact, (), ())


def is_nested(fact: st.Prop) -> bool:
    """Whether a fact says something of several letters, of residues or matrices, or under a premise."""
    match fact:
        case st.Each(tm.MatrixVariable()) | st.Relation("=", tm.Matrix()):
            return True
        case st.Each(tm.ResidueVariable()):
            return True
        case st.Each(body=body):
            return not isinstance(body, st.Relation) or isinstance(body.left, tm.Matrix)
        case _:
            return False


def _opened(
    facts: Facts, number: int, prop: st.Prop, letters: tuple[Any, ...], path: tuple[int, ...]
) -> Iterator[Schema]:
    if len(letters) > DEEPEST:
        return
    match prop:
        case st.Each(symbol, body):
            if not isinstance(symbol, (tm.MatrixVariable, tm.ResidueVariable)) and not tm.is_integer_letter(symbol):
                return
            new = open_letters(symbol, len(letters))
            parts = flatten(substitute(body, {symbol: value_for(symbol, new)}))
            letters = (*letters, *new)
        case st.Relation("=", tm.Matrix()):
            parts = [meaning(prop, facts.props)]
        case st.Implies(_, right):
            parts = flatten(right)
        case st.Relation(left=tm.Scalar()) if letters:
            yield Schema(number, letters, path, prop)
            return
        case _:
            return
    for k, part in enumerate(parts):
        yield from _opened(facts, number, part, letters, (*path, k))


def open_letters(symbol: Any, count: int) -> tuple[Any, ...]:
    """Letters that no author writes: one for an index, one for each index of a matrix (the column of a column is 1)."""
    if not isinstance(symbol, tm.MatrixVariable):
        return (renamed(symbol, f"?{count}"),)
    sets = [where for where in symbol.shape if where != tm.SINGLE]
    return tuple(_letter(where, f"?{k}") for k, where in enumerate(sets, count))


def _letter(where: tm.Cyclic | tm.Interval, name: str) -> tm.Variable | tm.ResidueVariable:
    return tm.ResidueVariable(name, where) if isinstance(where, tm.Cyclic) else tm.Variable(name, "integer")


def renamed(symbol: Any, name: str) -> Any:
    """An index like `symbol` of another name."""
    if isinstance(symbol, tm.ResidueVariable):
        return tm.ResidueVariable(name, symbol.over)
    return tm.Variable(name, symbol.domain, symbol.sign, symbol.least)


def value_for(symbol: Any, values: tuple[Any, ...]) -> Any:
    """What stands for a quantified symbol: the index, or the unit matrix with its 1 at the indices."""
    return unit(symbol, values) if isinstance(symbol, tm.MatrixVariable) else values[0]


def unit(symbol: tm.MatrixVariable, places: tuple[Any, ...]) -> tm.EntryLaw:
    """The matrix of the shape of `symbol` that is 1 at one place and 0 elsewhere."""
    taken = names_in(*places)
    letters: list[Any] = []
    factors: list[tm.Scalar] = []
    waiting = list(places)
    for where in symbol.shape:
        letters.append(fresh(_letter(where, "b"), taken))
        if where != tm.SINGLE:
            factors.append(tm.Delta(letters[-1] - waiting.pop(0)))
    body = tm.product_of(factors)
    return tm.EntryLaw("e", *symbol.shape, letters[0], letters[1], body)


def instantiate(search: Search, facts: Facts, schema: Schema, values: tuple[Any, ...]) -> Instances | None:
    """The facts and the schema's relation at values of its letters; None where a value is out of range or a premise
    is not proved."""
    props, wraps = list(facts.props), list[Wrap]()
    number, path, waiting = schema.number, list(schema.path), list(values)
    while True:
        prop = props[number]
        wrap: Wrap
        match prop:
            case st.Each(symbol, body):
                count = len(open_letters(symbol, 0))
                value, waiting = value_for(symbol, tuple(waiting[:count])), waiting[count:]
                if not _allowed(facts, prop, value):
                    return None
                added, wrap = substitute(body, {symbol: value}), partial(ct.Instance, number, value)
            case st.Relation("=", tm.Matrix()):
                added, wrap = meaning(prop, props), partial(ct.Entrywise, number)
            case st.Implies(left, right):
                inside = facts.extended(props[len(facts.props) :])
                premise = ct.Evident() if inside.evident(left) else search.try_out(inside, left)
                if premise is None:
                    return None
                added, wrap = right, partial(ct.Detach, number, premise)
            case _:
                return Instances(facts.extended(props[len(facts.props) :]), tuple(wraps))
        parts = flatten(added)
        part = parts[path.pop(0)]
        number = props.index(part) if part in props else len(props) + parts.index(part)
        if number >= len(props):
            wraps.append(wrap)
            props += parts


def _allowed(facts: Facts, prop: st.Each, value: Any) -> bool:
    """Whether a value is known to lie in the range of a quantifier."""
    if isinstance(value, tm.EntryLaw):
        return True
    conditions = range_of(value, prop.low, prop.high)
    own = st.domain_of(prop.symbol)
    if own is not None and prop.low is None:
        conditions.append(substitute(own, {prop.symbol: value}))
    return all(map(facts.evident, conditions))
