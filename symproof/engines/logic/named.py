"""Goals from what the author names: facts at values (`at`), and what there is (`witness`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.lemmas import prove_with
from symproof.engines.logic.points import at_points, state_at
from symproof.engines.search import FALSE, Search, Wrap, closed
from symproof.substitution import substitute, substitute_modulus
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.meaning import flatten
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value
from symproof.verdict import Proved

if TYPE_CHECKING:
    from symproof.by import By


def named(search: Search, facts: Facts, goal: st.Prop, by: By, lemmas: Sequence[Proved]) -> Certificate | None:
    """A certificate for a goal by `at(...)` or `witness(...)`; lemmas that are not named with values are facts."""
    entries: Any = by.args if by.name == "at" else ()
    skip = [fact for fact, _ in entries if isinstance(fact, int)]

    def prove(facts: Facts, goal: st.Prop) -> Certificate | None:
        if by.name == "witness":
            return _with_witness(search, facts, goal, by.args)
        return _opened(search, facts, goal, entries, lemmas)

    return prove_with(search, facts, goal, lemmas, prove, skip)


def _with_witness(search: Search, facts: Facts, goal: st.Prop, values: Sequence[Any]) -> Certificate | None:
    match goal:
        case st.Each(symbol, body, low, high):
            letter, inside = facts.opened(symbol, low, high, body)
            proof = _with_witness(search, inside, substitute(body, {symbol: letter}), values)
            return None if proof is None else ct.Suppose(proof)
        case st.Implies(left, right):
            proof = _with_witness(search, facts.extended([left]), right, values)
            return None if proof is None else ct.Suppose(proof)
        case st.Exists(symbol, body) if values:
            value = as_value(symbol, values[0])
            proof = _with_witness(search, facts, substitute(body, {symbol: value}), values[1:])
            return None if proof is None else ct.Witness(value, proof)
        case _:
            return search.prove(facts, goal)


def _opened(
    search: Search, facts: Facts, goal: st.Prop, entries: Sequence[Any], lemmas: Sequence[Proved]
) -> Certificate | None:
    match goal:
        case st.Each(symbol, body, low, high):
            letter, inside = facts.opened(symbol, low, high, body)
            proof = _opened(search, inside, substitute(body, {symbol: letter}), entries, lemmas)
            return None if proof is None else ct.Suppose(proof)
        case st.Implies(left, right):
            proof = _opened(search, facts.extended([left]), right, entries, lemmas)
            return None if proof is None else ct.Suppose(proof)
        case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right) if kind not in ("=", "!="):
            found = _stated(search, facts, goal, entries, lemmas)
            if found is not None:
                return found
            # A value may be one that is allowed only where the goal fails, as (a - b)/2 > 0 where not a <= b.
            opposite = facts.extended([st.Relation(st.NEGATED[kind], left, right)])
            absurd = _stated(search, opposite, FALSE, entries, lemmas)
            return None if absurd is None else ct.Cases(goal, ct.Evident(), ct.Absurd(absurd))
        case _:
            return _stated(search, facts, goal, entries, lemmas)


def _stated(
    search: Search, facts: Facts, goal: st.Prop, entries: Sequence[Any], lemmas: Sequence[Proved]
) -> Certificate | None:
    """The goal with each fact stated at its values, all of which must be allowed."""
    wraps: list[Wrap] = []
    for target, values in entries:
        stated = (
            _lemma_at(search, facts, target, values[0], lemmas)
            if isinstance(target, int)
            else _fact_at(search, facts, goal, target, values)
        )
        if stated is None:
            return None
        wraps.append(stated[0])
        facts = stated[1]
    rest = search.others(at_points)  # the author has said which values
    inner = Search(search.deadline, rest, search.depth, vain=search.vain, light=search.light)
    proof = inner.prove(facts, goal)
    search.words += inner.words
    search.left += inner.left
    return closed(wraps, proof)


def _fact_at(
    search: Search, facts: Facts, goal: st.Prop, fact: Any, values: Sequence[Any]
) -> tuple[Wrap, Facts] | None:
    unfolded = flatten(st.prop(fact))[0]
    if unfolded not in facts.props:
        search.left.append(st.prop(fact))
        return None
    read: list[Any] = []
    opened, known = unfolded, True
    for value in values:
        if not isinstance(opened, (st.Each, st.Exists)):
            return None
        symbol = opened.symbol
        read.append(as_value(symbol, value))
        known = known and isinstance(opened, st.Each)  # the ranges of what there is are not among the facts yet
        if known and not _is_allowed(search, facts, symbol, read[-1], opened.low, opened.high):
            return None
        opened = substitute(opened.body, {symbol: read[-1]})
    return state_at(search, facts, goal, facts.props.index(unfolded), read)


def _lemma_at(
    search: Search, facts: Facts, number: int, letters: Any, lemmas: Sequence[Proved]
) -> tuple[Wrap, Facts] | None:
    lemma = lemmas[number]
    values: dict[Any, Any] = {
        tm.as_letter(letter): as_value(tm.as_letter(letter), value) for letter, value in dict(letters).items()
    }
    if not all(_is_allowed(search, facts, substitute_modulus(letter, values), each) for letter, each in values.items()):
        return None
    proofs: list[Certificate] = []
    for prop in lemma.statement.given:
        hypothesis = substitute(prop, values)
        proof = ct.Evident() if facts.evident(hypothesis) else search.prove(facts, hypothesis)
        if proof is None:
            search.left.append(hypothesis)
            return None
        proofs.append(proof)

    def wrap(rest: Certificate) -> Certificate:
        return ct.Cited(number, tuple(values.items()), tuple(proofs), rest)

    return wrap, facts.extended([substitute(lemma.statement.claim, values)])


def _is_allowed(
    search: Search, facts: Facts, letter: Any, value: Any, low: tm.Scalar | None = None, high: tm.Scalar | None = None
) -> bool:
    """Whether a value is known to be one that a letter may take; the condition that is missing is left open."""
    try:
        check_value(facts, letter, value, low, high)
    except Rejected as why:
        if why.needs is not None:
            search.left.append(why.needs)
        return False
    return True


def as_value(symbol: Any, value: Any) -> Any:
    """`value` as a term of the sort of a letter; a number or a SymPy expression is read."""
    return st.same_sort(symbol, value)[1]
