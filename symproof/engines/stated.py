"""What is stated on the way to a goal: each statement has a proof, and is a fact for what comes after it."""

from __future__ import annotations

from symproof import statement as st
from symproof.engines.search import Step, state
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


class Stated:
    """The facts, with what was stated so far after those with which it began."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.steps: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self.steps)

    def add(self, prop: st.Prop, proof: Certificate | None) -> bool:
        """State what has a proof from the facts so far; whether it has."""
        if proof is not None:
            self.steps.append((prop, proof))
            self.facts = self.facts.extended([prop])
        return proof is not None

    def then(self, rest: Certificate | None) -> Certificate | None:
        """A certificate from the facts at the beginning, of what `rest` is one from those so far; None of none."""
        return state(self.steps, rest)
