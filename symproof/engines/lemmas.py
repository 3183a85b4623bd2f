"""Cited derivations as facts: the claim as it stands, and for each value of the indices that its hypotheses leave free."""

from __future__ import annotations

from collections.abc import Sequence

from symproof import certificate as ct
from symproof import statement as st
from symproof import term as tm
from symproof.certificate import Certificate
from symproof.engines.search import Search
from symproof.facts import Facts
from symproof.substitution import substitute
from symproof.verdict import Proved


def prove_with(search: Search, facts: Facts, goal: st.Prop, lemmas: Sequence[Proved]) -> Certificate | None:
    """A certificate for the goal that may use the lemmas."""
    stated: list[tuple[st.Prop, Certificate]] = []
    for number, lemma in enumerate(lemmas):
        proofs: list[Certificate] = []
        for prop in lemma.statement.given:
            proof = ct.Evident() if facts.evident(prop) else search.prove(facts, prop)
            if proof is None:
                search.left.append(prop)
                return None
            proofs.append(proof)
        fact, letters = lemma.statement.claim, _indices(lemma)
        certificate: Certificate = ct.Cited(number, (), tuple(proofs), ct.Evident())
        if letters:
            inside, opened = facts, []
            body = fact
            for letter in reversed(letters):
                body = st.Each(letter, body)
            fact = body
            for _ in letters:
                assert isinstance(body, st.Each)  # one for each letter, as just made
                value, inside = inside.opened(body.symbol, body.low, body.high, body.body)
                opened.append((body.symbol, value))
                body = substitute(body.body, {body.symbol: value})
            certificate = ct.Cited(number, tuple(opened), tuple(proofs), ct.Evident())
            for _ in letters:
                certificate = ct.Suppose(certificate)
        stated.append((fact, certificate))
        facts = facts.extended([fact])
    found = search.prove(facts, goal)
    if found is None:
        return None
    for fact, certificate in reversed(stated):
        found = ct.Have(fact, certificate, found)
    return found


def _indices(lemma: Proved) -> list[tm.Variable | tm.ResidueVariable]:
    """The free indices of a lemma's claim that its hypotheses do not speak of, in the order of their names."""
    spoken = frozenset[tm.Term]().union(*(prop.free for prop in lemma.statement.given))
    found = [
        letter
        for letter in lemma.statement.claim.free - spoken
        if isinstance(letter, tm.ResidueVariable) or (isinstance(letter, tm.Variable) and tm.is_integer(letter))
    ]
    return sorted(found, key=lambda letter: letter.name)
