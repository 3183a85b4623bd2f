"""Failing points under hypotheses of which no point is seen to fulfil them at infinitely many places: under stronger ones.

A sequence that is defined by x[k + 1] = x[k] - r fulfils x[k + 1] <= x[k] - r; and x[k] >= 0 for each k is supposed at the first
place alone, and proved of the others. Untrusted: the kernel follows the proofs and evaluates at the point.

Limits: hypotheses about each k that bound a member by those before it.
"""

from __future__ import annotations

from collections.abc import Callable

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.evaluation.recurrence import recurrences, references
from symproof.kernel import check, weaken
from symproof.statement import Statement
from symproof.substitution import substitute
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.verdict import Refuted


def by_stronger(statement: Statement, search: Search, refute: Callable[[Statement], Refuted | None]) -> Refuted | None:
    """A point at which the claim fails under stronger hypotheses, and proofs that they are."""
    defining = _definitions(statement.given)
    if not defining:
        return None
    given: list[st.Prop] = []
    for prop in statement.given:
        others = (defining.get(prop), _at_first(prop), prop)
        given.append(next(each for each in others if each is not None))
    stronger = Statement(tuple(given), statement.claim)
    refuted = refute(stronger)
    if refuted is None:
        return None
    proofs = []
    for prop in statement.given:
        if prop in given:
            continue
        try:
            found = search.prove(Facts(stronger.given), prop)
            if found is None:
                return None
            proofs.append(check(Statement(stronger.given, prop), found))
        except (Rejected, *NOT_NORMAL):
            return None
    try:
        return weaken(statement, refuted, proofs)
    except Rejected:
        return None


def _definitions(given: tuple[st.Prop, ...]) -> dict[st.Prop, st.Prop]:
    """Bounds of each member of a sequence as definitions of it, one for each sequence: those by members before it come first."""
    found: dict[st.Prop, st.Prop] = {}
    taken = set(recurrences(given))
    bounds = [prop for prop in given if isinstance(prop, st.Each)]
    for prop in sorted(bounds, key=lambda prop: -len(list(references(prop.body)))):
        match prop:
            case st.Each(symbol, st.Relation("<=" | ">=", tm.Scalar() as left, tm.Scalar() as right), low, high):
                made = st.Each(symbol, st.Relation("=", left, right), low, high)
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
