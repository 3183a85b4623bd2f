"""Lines that fail at a point which other lines may exclude: by how they tie its letters, or since counting begins with 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.judgement.settling import Told
from symproof.readers.document.known.members import of_each_member, of_each_place, places_of_members
from symproof.readers.document.known.ties import binding
from symproof.readers.document.known.untold import ties_values
from symproof.readers.document.lines.kinds import alternatives
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.steps.unfolding import written_out
from symproof.statement import Prop, Relation, is_equation, parts_of
from symproof.substitution import rebuild, substitute
from symproof.term import Derivative, Function, Term, Variable, scalar
from symproof.trusted.defined import definedness

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

EXCLUDED = "earlier lines may exclude that point"
"""Why a point that fails does not refute a line."""


def excluded(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...], told: Told) -> Judged | None:
    """What is said of a claim that fails, and not where other lines hold: proved where it follows with them."""
    return _from_one(rows, step, claim, given, told) or _tied(rows, step, claim, given)


def _from_one(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...], told: Told) -> Judged | None:
    """A claim about natural numbers that fails at 0 alone, which many do not count among them."""
    at = told.point or {}
    from_none = [
        each for each in claim.free if isinstance(each, Variable) and each.domain == "natural" and not each.least
    ]
    said = {letter for prop in given for letter in prop.free}
    zero = [each for each in from_none if at.get(str(each)) == "0" and each not in said]
    if not zero:
        return None
    from_one = tuple(each >= 1 for each in zero)
    found = rows.settler(claim, (*given, *from_one))
    if found.status == REFUTED:
        return None
    if found.status == PROVED:
        proved = rows.under_sound_hypotheses(step, claim, judged_of(found), from_one)
        return replace(proved, under=(*proved.under, *(f"{each}, since it fails at 0" for each in from_one)))
    return rows.unsure(told, "it may be meant from 1 on")


def along(rows: Rows, step: Step, claim: Prop) -> tuple[Prop, list[Fact]]:
    """A claim, with what lines before say put in where a term is differentiated in whose letter they give another one, dA/dr of
    A = x r where x = 6 - 2r; and these lines."""
    used: list[Fact] = []
    meant: dict[Term, Term] = {}
    rates = [each for each in claim.subterms() if isinstance(each, Derivative)] if claim.mentions(Derivative) else []
    for rate in rates if "partial" not in step.latex else ():
        for fact in step.earlier:
            match fact.prop:
                case Relation("=", Variable() as letter, term) if (
                    letter not in meant
                    and letter in rate.body.free - {rate.variable}
                    and term.free == {rate.variable}
                    and rows.earlier.stands(fact)
                ):
                    meant[letter] = term
                    used.append(fact)
    whole = _through(claim, meant) if used else claim
    return (whole, used) if isinstance(whole, Prop) else (claim, [])


def naming(rows: Rows, found: Judged, used: Sequence[Fact]) -> Judged:
    """A verdict that rests on lines before."""
    if not used or found.verdict != PROVED:
        return found
    lines = tuple(dict.fromkeys(fact.line for fact in used))
    by = f"{found.by}, with {', '.join(f'line {line}' for line in lines)}"
    trusts = rows.earlier.rests(found, used)
    return replace(
        found, by=by, needs=(*found.needs, *lines), trusts=trusts, open=not all(map(rows.earlier.is_firm, used))
    )


def _through(term: Term, meant: dict[Term, Term]) -> Term:
    """A statement with what letters are put into what is differentiated."""
    if isinstance(term, Derivative):
        return Derivative(scalar(substitute(term.body, meant)), term.variable)
    return rebuild(term, lambda inner: _through(inner, meant))


def _tied(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """A claim that fails, but not under what other lines say: on numbers, equations of the same part that tie them; on sequences,
    vectors or functions what other parts say of them unproved."""
    if step.universal:
        return None
    numbers = all(isinstance(letter, Variable) for letter in claim.free)
    others = [
        fact
        for fact in step.earlier
        if rows.earlier.stands(fact) and fact.prop.free & claim.free and not fact.is_meant_for_all
        if (_ties(fact.prop, claim) and fact.part == step.part and fact.block != step.block)
        or not (numbers or (fact.block != step.block and rows.earlier.is_condition(fact)))
    ]
    letters = {letter for each in (claim, *given) for letter in each.free}
    kept = binding([fact.prop for fact in others], letters)
    if not kept:
        return None
    told = rows.settler(claim, (*given, *kept), 0.5)
    if told.status == REFUTED or (step.slip and told.status == UNKNOWN):
        return None
    used = [fact for fact in others if fact.prop in kept]
    if numbers and told.status == PROVED:
        found = rows.under_sound_hypotheses(step, claim, judged_of(told), kept)
        return naming(rows, found, used) if found.verdict == PROVED else None
    return rows.unsure(rows.settler(claim, given), EXCLUDED)


def left_over(
    rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...], usable: Sequence[Fact], alone: Told
) -> Told:
    """What is told of a claim that fails alone where lines before it hold that are not meant for all values, and where there are
    members; nothing where a line ties values of a function to each other, T(n) = 2 T(n/2) + n, and is meant for all n."""
    own = {letter for each in (claim, *given) for letter in each.free}
    facts = [each for each in beyond_solutions(step, usable) if rows.earlier.binds(each)]
    said = [each.prop for each in facts]
    lines = [each for prop in said for each in (prop, *of_each_place(prop, given), *of_each_member(prop, claim, given))]
    lines += _chains_as_wholes(rows, step)
    excluding = binding([*lines, *places_of_members(claim, given)], own)
    functions = {each for each in claim.free if isinstance(each, Function)}
    if any(ties_values(prop, functions) for prop in excluding):
        return replace(alone, status=UNKNOWN)
    told = rows.settler(claim, (*given, *excluding), 0.5) if excluding else alone
    if told.status == UNKNOWN and (written := written_out(claim, (*given, *excluding))) is not None:
        conditions = [prop for prop in definedness(written[0]) if prop.free]
        told = rows.settler(written[0], (*written[1], *conditions), 0.5)
    return alone if step.slip and told.status == UNKNOWN else told


def _chains_as_wholes(rows: Rows, step: Step) -> list[Prop]:
    """What chains of equations before a step say of their first members, E[X] = sum k p_k = ... = 13/3, where a link is left open
    and none is known to fail."""
    wholes: list[Prop] = []
    for fact in step.earlier:
        chain, prop = fact.step, fact.prop
        if chain is None or chain.first is None or not chain.links or chain.block != step.block or chain.universal:
            continue
        links = [rows.earlier.done.get(number) for number in (*chain.links, chain.number)]
        judged = [each for each in links if each is not None]
        equal = isinstance(prop, Relation) and is_equation(prop) and set(chain.before) <= {"="}
        sound = len(judged) == len(links) and all(each.verdict in (PROVED, UNKNOWN) for each in judged)
        if equal and sound and any(each.verdict == UNKNOWN for each in judged):
            assert isinstance(prop, Relation)
            wholes.append(Relation("=", chain.first, prop.right))
    return wholes


def beyond_solutions(step: Step, facts: Sequence[Fact]) -> list[Fact]:
    """Facts without equations, and what solves them, in the letter in which the chain of a step differentiates: a derivative is
    worked out for all values of that letter, also behind the text that solved f'(x) = 0."""
    rates = [each for each in step.first.subterms() if isinstance(each, Derivative)] if step.first is not None else []
    letters = {each.variable for each in rates}
    return [
        fact
        for fact in facts
        if not (fact.prop.free and fact.prop.free <= letters)
        or fact.kind in ("hypothesis", "declared", "definition")
        or {each.kind for each in alternatives(fact.prop)} != {"="}
    ]


def _ties(prop: Prop, claim: Prop) -> bool:
    """Whether an equation ties letters of a claim to each other."""
    parts = parts_of(prop)
    return any(is_equation(each) and len(each.free & claim.free) > 1 for each in parts)
