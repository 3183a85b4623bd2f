"""Failing points under hypotheses of which no point is seen to fulfil them at infinitely many places: under stronger ones.

A sequence that is defined by x[k + 1] = x[k] - r fulfils x[k + 1] <= x[k] - r, and x[k + 1] - x[k] = -r, and one by x[k + 1] =
x[k] + 1 fulfils x[k] < x[k + 1]; and x[k] >= 0 for each
k is supposed at the first place alone, and proved of the others. One that is defined by x[k + 1] = sqrt(x[k]) may end somewhere;
that of x[k + 1] = sqrt(|x[k]|) does not, and is the same where no member is < 0. Untrusted: the kernel follows the proofs and
evaluates at the point.

Limits: hypotheses about each k that bound a member by those before it, or are equations linear in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.evaluation.recurrence import offset_from, recurrences, references
from symproof.kernel import check, weaken
from symproof.statement import Statement
from symproof.substitution import rebuild, replaced, substitute
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.verdict import Refuted


def by_stronger(statement: Statement, search: Search, refute: Callable[[Statement], Refuted | None]) -> Refuted | None:
    """A point at which the claim fails under stronger hypotheses, and proofs that they are."""
    defining = _definitions(statement.given)
    if not defining and not recurrences(statement.given):
        return None
    given: list[st.Prop] = []
    for prop in statement.given:
        others = (defining.get(prop), _at_first(prop), prop)
        given.append(next(each for each in others if each is not None))
    stronger = Statement(tuple(given), statement.claim)
    refuted = refute(stronger) if stronger != statement else None
    if refuted is None:
        return None
    proofs, facts = [], Facts(stronger.given)
    signs = in_turn(search, facts, _signs(statement.given, defining)) or []
    known = facts.extended([sign for sign, _ in signs])
    for prop in statement.given:
        if prop in given:
            continue
        try:
            found = search.prove(known, prop)
            if found is None:
                return None
            proofs.append(check(Statement(stronger.given, prop), state(signs, found)))
        except (Rejected, *NOT_NORMAL):
            return None
    try:
        return weaken(statement, refuted, proofs)
    except Rejected:
        return None


def _definitions(given: tuple[st.Prop, ...]) -> dict[st.Prop, st.Prop]:
    """Bounds of each member of a sequence as definitions of it, one for each sequence: those by members before it come first.
    And equations that define one only where they are solved, or where members have no sign."""
    found: dict[st.Prop, st.Prop] = {}
    taken = set(recurrences(given))
    for prop in given:
        if (equation := _as_definition(prop)) is not None and recurrences((equation,)):
            found[prop] = equation
            taken |= recurrences((equation,)).keys()
    bounds = [prop for prop in given if isinstance(prop, st.Each)]
    for prop in sorted(bounds, key=lambda prop: -len(list(references(prop.body)))):
        match prop:
            case st.Each(
                symbol, st.Relation("<=" | ">=" | "<" | ">" as kind, tm.Scalar() as left, tm.Scalar() as right)
            ):
                small, large = (left, right) if kind in ("<", "<=") else (right, left)
                further = [(small + 1, large), (small, large - 1)] if kind in ("<", ">") else [(small, large)]
                ways = [st.Each(symbol, st.Relation("=", *sides), prop.low, prop.high) for sides in further]
                made = next((way for way in ways if recurrences((way,))), ways[0])
                own = recurrences((made,)).keys()
                if own and not own & taken:
                    found[prop] = made
                    taken |= own
    return found


def _at_first(prop: st.Prop) -> st.Prop | None:
    """What is said of each member of a sequence, of the first."""
    match prop:
        case st.Each(tm.Variable() as symbol, st.Relation(kind, tm.Scalar()) as body, None, None) if (
            tm.is_integer(symbol) and kind != "="
        ):
            return substitute(body, {symbol: tm.ZERO})
    return None


def _as_definition(prop: st.Prop) -> st.Prop | None:
    """An equation for each k solved for its last member; one that gives it already, by the sizes of members under roots and
    in denominators."""
    match prop:
        case st.Each(tm.Variable() as k, st.Relation("=", tm.Scalar() as left, tm.Scalar() as right), low, high):
            rules = list(recurrences((prop,)).values())
        case _:
            return None
    if not rules:
        solved = _solved(k, left - right)
        return None if solved is None else st.Each(k, solved, low, high)
    member, body = (left, right) if rules[0].body == right else (right, left)
    sized = _sized(body, rules[0].sequence)
    return None if sized == body else st.Each(k, st.Relation("=", member, sized), low, high)


def _solved(k: tm.Variable, gap: tm.Scalar) -> st.Relation | None:
    """An equation gap = 0 for the member at the last place, if that has a number before it."""
    places = {place: step for _, place, _ in references(gap) if (step := offset_from(place, k)) is not None}
    last = max(places, key=places.__getitem__, default=None)
    members = {part for part in gap.subterms() if isinstance(part, tm.ScalarAt) and part.index == last}
    if len(members) != 1:
        return None
    (member,) = members
    at: list[tm.Term] = [replaced(gap, {member: tm.scalar(value)}) for value in (0, 1)]
    normalizer = Facts(()).normalizer
    try:
        slope = normalizer.ring.as_constant(normalizer.difference(tm.scalar(at[1]), tm.scalar(at[0])))
        if not slope or any(isinstance(part, (tm.Div, tm.Elementary)) for part in gap.subterms()):
            return None
        value = normalizer.scalar(tm.scalar(at[0]) / tm.Number(-slope))
        return st.Relation("=", member, Readback(normalizer).scalar(value))
    except (*NOT_NORMAL, LookupError):
        return None


def _sized(term: Any, sequence: tm.Sequence, inside: bool = False) -> Any:
    """A term in which the members that stand under roots and in denominators stand in bars."""
    match term:
        case tm.ScalarAt(own, _) if own == sequence:
            return abs(term) if inside else term
        case tm.Div(top, bottom):
            return tm.Div(_sized(top, sequence, inside), _sized(bottom, sequence, True))
        case tm.Elementary("sqrt" | "log", (arg,)):
            return tm.Elementary(term.function, (_sized(arg, sequence, True),))
    return term if term.binders else rebuild(term, lambda part: _sized(part, sequence, inside))


def _signs(given: tuple[st.Prop, ...], defining: dict[st.Prop, st.Prop]) -> list[st.Prop]:
    """That no member is < 0, of the sequences that are defined by sizes."""
    found: list[st.Prop] = []
    for prop in given:
        match prop, defining.get(prop):
            case st.Each(tm.Variable() as k), st.Each() as made if any(
                tm.is_elementary(part, "abs") for part in made.subterms()
            ):
                found += [st.Each(k, st.Relation(">=", s[k], tm.ZERO), made.low) for s in recurrences((made,))]
    return found
