"""Cited derivations as facts: the claim as it stands, and for each value of the letters that its hypotheses leave free."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search, Step, state
from symproof.substitution import body_at, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.verdict import Proved

Letter = tm.Variable | tm.VectorVariable | tm.ResidueVariable


def prove_with(
    search: Search,
    facts: Facts,
    goal: st.Prop,
    lemmas: Sequence[Proved],
    prove: Callable[[Facts, st.Prop], Certificate | None] | None = None,
    skip: Sequence[int] = (),
) -> Certificate | None:
    """A certificate for the goal that may use the lemmas, but those whose numbers are in `skip`."""
    stated: list[Step] = []
    for number, lemma in enumerate(lemmas):
        if number in skip:
            continue
        proofs: list[Certificate] = []
        for prop in lemma.statement.given:
            if facts.evident(prop):
                proofs.append(ct.Evident())
                continue
            if (supposed := _supposed(search, facts, goal, lemmas, prove, skip)) is not None:
                return supposed
            proof = search.prove(facts, prop)
            if proof is None:
                search.left.append(prop)
                return None
            proofs.append(proof)
        general = _general(lemma)
        indices = [
            letter for letter in general if isinstance(letter, tm.ResidueVariable) or tm.is_integer_letter(letter)
        ]
        unspoken = tuple(letter for letter in indices if letter not in goal.free)
        for letters in dict.fromkeys(((), unspoken, tuple(indices), tuple(general))):
            fact, certificate = _closed(facts, number, lemma.statement.claim, letters, tuple(proofs))
            stated.append((fact, certificate))
            facts = facts.extended([fact])
    found = (prove or search.prove)(facts, goal)
    return state(stated, found)


def _supposed(
    search: Search,
    facts: Facts,
    goal: st.Prop,
    lemmas: Sequence[Proved],
    prove: Callable[[Facts, st.Prop], Certificate | None] | None,
    skip: Sequence[int],
) -> Certificate | None:
    """The same behind the premise of the goal, which may be what a lemma asks for."""
    match goal:
        case st.Implies(left, right):
            inside, goal = facts.extended([left]), right
        case st.Each(symbol, body, low, high):
            letter, inside = facts.opened(symbol, low, high, body)
            goal = substitute(body, {symbol: letter})
        case _:
            return None
    proof = prove_with(search, inside, goal, lemmas, prove, skip)
    return None if proof is None else ct.Suppose(proof)


def _closed(
    facts: Facts, number: int, claim: st.Prop, letters: Sequence[Letter], proofs: tuple[Certificate, ...]
) -> tuple[st.Prop, Certificate]:
    """The claim of a lemma for all values of some letters, and why."""
    fact = claim
    for letter in reversed(letters):
        fact = st.Each(letter, fact)
    body, opened = fact, []
    for _ in letters:
        assert isinstance(body, st.Each)  # one for each letter, as just made
        value, facts = facts.opened(body.symbol, body.low, body.high, body.body)
        opened.append((body.symbol, value))
        body = body_at(body, value)
    certificate: Certificate = ct.Cited(number, tuple(opened), proofs, ct.Evident())
    for _ in letters:
        certificate = ct.Suppose(certificate)
    return fact, certificate


def _general(lemma: Proved) -> list[Letter]:
    """The free letters of a lemma's claim that its hypotheses do not speak of, in the order of their names: the claim
    holds for all of their values."""
    spoken = frozenset[tm.Term]().union(*(prop.free for prop in lemma.statement.given))
    found = [
        letter
        for letter in lemma.statement.claim.free - spoken
        if isinstance(letter, (tm.Variable, tm.VectorVariable, tm.ResidueVariable))
    ]
    return sorted(found, key=lambda letter: letter.name)
