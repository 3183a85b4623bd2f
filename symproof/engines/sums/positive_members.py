"""Members of a sequence that stay positive: from a recurrence and the first places, by induction over as many places at once.

Of f[k + 2] = f[k + 1] + f[k] and f[0] = 0, f[1] = 1 that f[k + 1] > 0 for each k: then 1/(f[k + 1] f[k + 3]) has a value. It is
stated before anything else of a claim that divides by members, so that whatever follows bounds them at sight. Untrusted.

Limits: one recurrence for a sequence, between its own members.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.gaps import whole_gap
from symproof.engines.search import Search, Step
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import follow

MOST_PLACES, STARTS, SECONDS = 4, 2, 1.0


def positive_members(search: Search, facts: Facts, claim: st.Prop) -> list[Step]:
    """What members by which a claim divides are positive, and proofs of it."""
    below = {part.denominator for part in claim.subterms() if isinstance(part, tm.Div)}
    asked = {part.sequence for term in below for part in term.subterms() if isinstance(part, tm.ScalarAt)}
    stated: list[Step] = []
    for number, fact in enumerate(facts.props if asked else ()):
        places = _places(facts, fact)
        if not places or places[0].sequence not in asked:
            continue
        asked.discard(places[0].sequence)
        if any(isinstance(other, st.Each) and _says_positive(other, places[0].sequence) for other in facts.props):
            continue
        found = _lemma(
            search, facts, fact, number, [place.index for place in places if isinstance(place.index, tm.Scalar)]
        )
        if found is not None:
            stated += found
            facts = facts.extended([prop for prop, _ in found])
    return stated


def _says_positive(fact: st.Each, sequence: tm.Term) -> bool:
    body = fact.body
    return (
        isinstance(body, st.Relation)
        and body.kind == ">"
        and isinstance(body.left, tm.ScalarAt)
        and (body.left.sequence == sequence and body.right == ZERO)
    )


def _places(facts: Facts, fact: st.Prop) -> list[tm.ScalarAt]:
    """The members of one sequence that a fact says an equation of, for each place."""
    if not isinstance(fact, st.Each) or not isinstance(fact.body, st.Relation) or fact.body.kind != "=":
        return []
    found = list(dict.fromkeys(part for part in fact.body.subterms() if isinstance(part, tm.ScalarAt)))
    alike = len(found) > 1 and len({part.sequence for part in found}) == 1
    return found if alike and isinstance(fact.symbol, tm.Scalar) else []


def _beyond(place: tm.Scalar, steps: int) -> tm.Scalar:
    return place + steps if steps else place


def _lemma(search: Search, facts: Facts, fact: st.Prop, number: int, indices: list[tm.Scalar]) -> list[Step] | None:
    """That all members from some place on are positive, and proofs of it."""
    assert isinstance(fact, st.Each) and isinstance(fact.symbol, tm.Scalar)  # as it was found
    sequence = next(part.sequence for part in fact.body.subterms() if isinstance(part, tm.ScalarAt))
    ahead = [gap for x in indices if (gap := whole_gap(facts, x, fact.symbol)) is not None]
    if len(ahead) < len(indices):
        return None
    wide = max(ahead) - min(ahead)
    if not 0 < wide <= MOST_PLACES:
        return None
    inner = search.aside(search.named("ring", "positivity", "linear", ""), SECONDS)
    m: tm.Variable = fresh(tm.Variable("m", "natural", least=0), names_in(fact, *facts.props))
    for start in range(STARTS):
        both = st.And(
            tuple(st.Relation(">", tm.ScalarAt(sequence, _beyond(m, k)), ZERO) for k in range(start, start + wide))
        )
        every = st.Each(m, both.args[0])
        letter, _ = facts.opened(m, None, None, every.body)
        assert isinstance(letter, tm.Variable)  # as m is
        claim = substitute(both, {m: letter})
        base = inner.prove(facts, substitute(claim, {letter: ZERO}))
        if base is None:
            continue
        known = facts.extended([st.Relation(">=", letter, ZERO), claim])
        place = _beyond(letter, start - min(ahead))
        try:
            there = known.extended([body_at(fact, place)])
        except NOT_NORMAL:
            return None
        follows = inner.prove(there, substitute(claim, {letter: letter + 1}))
        if follows is None:
            return None
        grown = ct.Induction(letter, 0, base, ct.Instance(number, place, follows))
        steps: list[Step] = [(every, ct.Suppose(ct.Have(claim, grown, ct.Evident())))]
        try:
            follow(facts, *steps[0])  # the recurrence may be said of some places only
        except Rejected:
            continue
        return [*steps, _from(facts.extended([every]), every, start)] if start else steps
    return None


def _from(facts: Facts, every: st.Each, start: int) -> Step:
    """What the last fact says of f[m + start] for each m, of f[m] from there on: so it bounds members at sight."""
    assert isinstance(every.body, st.Relation) and isinstance(every.body.left, tm.ScalarAt)  # as it was made
    m, low = every.symbol, tm.scalar(start)
    assert isinstance(m, tm.Variable)  # as it was made
    body = st.Relation(">", tm.ScalarAt(every.body.left.sequence, m), ZERO)
    letter, _ = facts.opened(m, low, None, body)
    assert isinstance(letter, tm.Variable)  # as m is
    proof = ct.Instance(len(facts.props) - 1, letter - low, ct.Evident())
    return st.Each(m, body, low, None), ct.Suppose(proof)
