"""Of which sequences hypotheses say enough of all their members that nothing else need be known of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeGuard

from symproof import term as tm
from symproof.evaluation.recurrence import conjuncts
from symproof.readers.document.words.chance import BAR
from symproof.statement import Each, Prop, Relation, is_equation, parts_of, under_each
from symproof.term import Sequence, Term, Variable, VectorVariable


def averaged(given: Collection[Prop]) -> set[Term]:
    """The sequences of which a letter is the average: data, which may be any numbers."""
    bars = [
        each for each in given if isinstance(each, Relation) and isinstance(each.left, Variable) and each.kind == "="
    ]
    return {
        letter
        for each in bars
        if BAR.fullmatch(each.left.name)  # type: ignore[attr-defined]
        for letter in each.right.free
        if isinstance(letter, Sequence)
    }


def driven(given: Collection[Prop]) -> set[Term]:
    """The sequences in rules that the text gives, w_{t+1} = w_t - eta v_t: an identity in them is meant for all of them."""
    found: set[Term] = set()
    for prop in given:
        prop = under_each(prop)
        if is_equation(prop) and isinstance(prop.left, (tm.ScalarAt, tm.VectorAt)):
            found |= {letter for letter in prop.free if isinstance(letter, Sequence)}
    return found


def begun(given: Collection[Prop]) -> set[Sequence]:
    """The sequences of which hypotheses give the first member and, for each, the next one: there is no more to be said."""
    rules = [each.body for each in given if isinstance(each, Each)]
    sides = [each.left for each in (*rules, *given) if is_equation(each)]
    members = [each for each in sides if isinstance(each, (tm.ScalarAt, tm.VectorAt))]
    firsts = {each.sequence for each in members if not each.index.free}
    return firsts & {each.sequence for each in members if isinstance(each.index, tm.Add)}


def given_throughout(given: Collection[Prop]) -> dict[Term, Each]:
    """The sequences that a hypothesis gives at each index, d_t = |w_t - w|^2 for each t, and what it says."""
    return {
        prop.body.left.sequence: prop
        for prop in given
        if isinstance(prop, Each) and is_equation(prop.body)
        if isinstance(prop.body.left, (tm.ScalarAt, tm.VectorAt)) and prop.body.left.index == prop.symbol
    }


def bounded_throughout(given: Collection[Prop], statement: Prop) -> set[Term]:
    """The sequences of which a hypothesis says where all members lie, a_1, ..., a_n > 0, or in which order they are, or, where a
    statement adds them up, how long vectors are at most, |v_t| <= r for each t."""
    found: set[Term] = set()
    added = {each for part in statement.subterms() if isinstance(part, tm.Sum) for each in part.body.free}
    families = (part for each in given for part in parts_of(each) if isinstance(part, Each))
    for prop in families:
        for each in conjuncts(prop.body):
            members = {part for part in each.subterms() if is_member(part)}
            ordered = isinstance(each, Relation) and each.kind != "=" and members == {each.left, each.right}
            if isinstance(each, Relation) and prop.high is not None and (len(members) == 1 or ordered):
                found |= {part.sequence for part in members if part in (each.left, each.right)}
            match each:
                case Relation("<=" | "<", tm.Norm(tm.VectorAt(sequence) as member)) if (
                    members == {member} and sequence in added
                ):
                    found.add(sequence)
    return found


def in_definitions(given: Collection[Prop]) -> set[Term]:
    """The sequences by which a hypothesis says what a letter is, x = sum of c_i e_i: there the text brings them in."""
    letters = (Variable, VectorVariable)
    defined = [each for each in given if is_equation(each) and isinstance(each.left, letters)]
    return {letter for each in defined for letter in each.right.free if isinstance(letter, Sequence)}


def is_member(term: Term) -> TypeGuard[tm.ScalarAt | tm.VectorAt]:
    """Whether a term is a member of a sequence, of numbers or of vectors."""
    return isinstance(term, (tm.ScalarAt, tm.VectorAt))
