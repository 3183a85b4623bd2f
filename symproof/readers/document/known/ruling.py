"""How the sequences of a text go on: which has a rule already, and where another part gives a rule of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.recurrences import given_members, members_of, recurrence, running
from symproof.readers.document.known.ties import spread
from symproof.readers.document.lines.step import Fact
from symproof.statement import Each, Prop, Relation, is_equation, under_each
from symproof.term import (
    Add,
    Apply,
    GradientAt,
    Inner,
    Norm,
    ScalarAt,
    Term,
    Variable,
    VectorAt,
    is_integer,
    is_integer_letter,
)
from symproof.term import Sequence as Family

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge
    from symproof.readers.document.words.prose import Announcement


WORKED_OUT = re.compile(
    r"\b(so|thus|hence|therefore|consequently|follows|get|obtain|gives?|yields?|implies|simplif\w*|becomes?)\b",
    re.IGNORECASE,
)
"""Words by which equations come of others."""


CALLED_A_RULE = re.compile(
    r"\b(?:updates?|steps?|iterations?|recursions?|schemes?|(?:update|step) rules?)\W*$", re.IGNORECASE
)
"""Words that end with what says how a sequence goes on."""


def is_ruled(sequence: Term, known: Knowledge) -> bool:
    """Whether it is said of all members of a sequence what they are, or how it goes on; not what one of them is, "if w_t = 1"."""
    of_all = [each.prop for each in known.facts if isinstance(each.prop, Each) or not running(each.prop)]
    return sequence in [told(prop) for told in (recurrence, members_of) for prop in of_all]


def names_next(first: Fact | None, rest: Fact) -> bool:
    """Whether a chain gives a name to the next member of a sequence, and then the rule for it: y = x_{t+1} = x_t - g_t."""
    return first is not None and defines(first.prop) and recurrence(rest.prop) is not None


def next_of_new(prop: Prop, seen: Collection[Term]) -> Term | None:
    """The sequence of which nothing was said and whose next member is given by other sequences, y_{t+1} = x_t - g_t."""
    prop = prop.body if isinstance(prop, Each) else prop
    if not is_equation(prop) or not isinstance(prop.left, (ScalarAt, VectorAt)):
        return None
    others = [each for each in prop.right.subterms() if isinstance(each, (ScalarAt, VectorAt))]
    given = isinstance(prop.left.index, Add) and others and prop.left.sequence not in seen
    return prop.left.sequence if given and prop.left.sequence not in prop.right.free else None


def named_rule(prop: Prop, words: str) -> Term | None:
    """The sequence of which an equation that words call an update says how it goes on, though it does not give the next member by
    itself: "the update $\\nabla f(x_{t+1}) = \\nabla f(x_t) - g_t$"."""
    prop = under_each(prop)
    if not is_equation(prop) or CALLED_A_RULE.search(words) is None:
        return None
    behind, here = (
        [each for each in side.subterms() if isinstance(each, (ScalarAt, VectorAt))] for side in (prop.left, prop.right)
    )
    moved = {each.sequence for each in behind if isinstance(each.index, Add)}
    found = [each.sequence for each in here if isinstance(each.index, Variable) and each.sequence in moved]
    return found[0] if len({*found}) == 1 else None


def are_updates(props: Sequence[Prop | None], known: Knowledge, words: str) -> bool:
    """Whether equations are the steps of an algorithm: each gives the member of another sequence of which no rule is known, one
    at least the next member, by members of these sequences, y_t = x_t + b (x_t - x_{t-1}), x_{t+1} = y_t - g_t; and no words
    before them say that they were worked out."""
    given = [each for each in map(given_members, props) if each is not None]
    rows = [each for each in map(under_each, props) if is_equation(each)]
    shifted = any(isinstance(each.left, (ScalarAt, VectorAt)) and isinstance(each.left.index, Add) for each in rows)
    if not shifted or not 1 < len({*given}) == len(props) or WORKED_OUT.search(words):
        return False
    ruled = {given_members(fact.prop) for fact in known.facts}
    return ruled.isdisjoint(given) and any(each.right.free.intersection(given) for each in rows)


def is_of_what_is_given(prop: Prop, known: Knowledge) -> bool:
    """Whether a statement speaks of nothing but what is given: of numbers for which equations stand, of sequences whose members
    are known, or of how one goes on that has a rule in this part. What these satisfy is right or wrong."""
    if recurrence(prop) is not None and recurrence(prop) in [
        recurrence(fact.prop) or members_of(fact.prop) for fact in known.facts if fact.part == known.part
    ]:
        return True
    said = [under_each(fact.prop) for fact in known.facts]
    given = {each.left for each in said if is_equation(each) and each.left not in each.right.free}
    given |= {sequence for sequence in (members_of(fact.prop) for fact in known.facts) if sequence is not None}
    given |= known.equation.prop.free if known.equation is not None else set()
    letters = {letter for letter in prop.free if not is_integer_letter(letter)}
    return bool(letters) and letters <= given


def goes_on_otherwise(prop: Prop, known: Knowledge) -> bool:
    """Whether a rule for a sequence of which other parts gave one has a number or a sequence in it of which no other part spoke,
    and which nothing ties to what they said: it cannot follow from that rule, so that this part gives its own."""
    sequence = recurrence(prop)
    prop = under_each(prop)
    rules = [each for each in known.facts if sequence is not None and recurrence(each.prop) == sequence]
    if not isinstance(prop, Relation) or not rules or any(each.part == known.part for each in rules):
        return False
    told = [*known.facts, *known.dormant, *known.claims]
    before = {letter for each in told if each.part != known.part for letter in each.prop.free}
    tied = {letter for each in known.facts if defines(each.prop) for letter in each.prop.free}
    tied |= {each for each in map(members_of, (fact.prop for fact in known.facts)) if each is not None}
    return any(
        isinstance(letter, Family) or (isinstance(letter, Variable) and not is_integer(letter))
        for letter in prop.right.free - before - tied
    )


def gives_loose(fact: Fact | None, known: Knowledge) -> bool:
    """Whether an equation gives a letter that the text has used a term, where no equation of the part says anything of it but
    rules for sequences: "substituting eta = B/(rho sqrt T)"."""
    if fact is None or not isinstance(fact.prop, Relation) or not defines(fact.prop) or not fact.prop.right.free:
        return False  # a number may only be tried
    told = [each.prop for each in (*known.facts, *known.claims) if each.part == known.part]
    sides = [each.left.free ^ each.right.free for each in told if is_equation(each)]
    return fact.prop.left in known.seen and not any(fact.prop.left in each for each in sides)


def begins_only(prop: Prop, known: Knowledge) -> bool:
    """Whether all that is said of the sequence of a rule is with which numbers it begins, x_0 = 8: the rule follows from nothing
    that is read."""
    sequence = recurrence(prop)
    said = [each.prop for each in (*known.facts, *known.claims) if sequence in each.prop.free]
    return bool(said) and all(
        isinstance(each, Relation)
        and each.kind == "="
        and isinstance(each.left, (ScalarAt, VectorAt))
        and not each.left.index.free
        and not each.right.free
        for each in said
    )


def is_found_rule(prop: Prop, said: Announcement) -> bool:
    """Whether words lead from what is given to how a sequence goes on, "then $x_{k+1} = x_k / 2$": it ends with that."""
    return said.connects and recurrence(prop) is not None


def loose_number(statement: Prop, given: Collection[Prop], fixed: dict[Term, frozenset[Term]]) -> str:
    """A number in the rule of a sequence, such as a step size, that a statement on this sequence does not name and nothing sets:
    the text may mean a certain one. Not where the rule leads anywhere, whatever that is."""
    for prop in given:
        rule = prop.body if isinstance(prop, Each) else prop
        if not is_equation(rule) or not isinstance(rule.left, (ScalarAt, VectorAt)):
            continue
        if rule.left.sequence not in statement.free or not isinstance(rule.left.index, Add):
            continue
        numbers = {each for each in rule.free if isinstance(each, Variable) and each.domain == "real"}
        loose = numbers - spread(statement.free, fixed) - statement.free - fixed.keys()
        others = [each for each in given if each is not prop]
        if loose and not _leads_anywhere(rule, statement, others):
            return min(map(str, loose))
    return ""


def _leads_anywhere(rule: Relation, statement: Prop, others: Collection[Prop]) -> bool:
    """Whether a rule leads from a member to any other one, w_{t+1} = w_t - eta v_t where nothing else speaks of v."""
    drivers = {each for each in rule.right.free if isinstance(each, Family)} - rule.left.free - statement.free
    said = {letter for prop in others for letter in prop.free}
    return not drivers <= said and not rule.right.mentions(Norm, Inner, GradientAt, Apply)
