"""A solver's word on a whole statement, as another place in the search would ask for its parts alone.

It is asked early and briefly: where z3 has a point at which the claim fails, exact evaluation decides, and what the slower
engines would look for in vain is not looked for. That there is no such point is kept for the end, where no engine has
found a proof, as a labelled oracle; the time that z3 takes is none of theirs.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.oracles.smt import SmtAnswer, ask, confirmed_by_cvc5
from symproof.engines.oracles.word import SECOND_OPINION
from symproof.engines.search import Search
from symproof.kernel import confirm
from symproof.statement import Statement
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts
from symproof.verdict import Refuted

EARLY, SHARE = 0.3, 0.25
"""Seconds of the early question, and the share of the budget of the late one."""


def asked_early(statement: Statement, budget: float) -> SmtAnswer:
    """The answer to a short question."""
    return ask(statement, min(EARLY, SHARE * budget))


def asked_late(statement: Statement, budget: float, early: SmtAnswer | None) -> SmtAnswer:
    """The answer to a longer one, where the short one was not enough."""
    return ask(statement, SHARE * budget) if early is None or early.status == "unknown" else early


def at_model(statement: Statement, answer: SmtAnswer) -> Refuted | None:
    """A solver's model as a point, where it survives exact evaluation."""
    from symproof.engines.refute.shrink import shrink
    from symproof.evaluation.evaluate import NotAFailure  # only a refutation evaluates
    from symproof.point import Point

    if answer.status != "model" or not all(isinstance(letter, tm.Variable) for letter in statement.free):
        return None
    try:
        point = Point(dict(answer.model.items()))
        confirm(statement, point)
        return confirm(statement, shrink(statement, point), by="z3")
    except NotAFailure:
        return None


def by_word(search: Search, facts: Facts, claim: st.Prop, answer: SmtAnswer) -> Certificate | None:
    """The solver's word that there is no point at which a claim fails, once the claim has a value; where cvc5 is installed
    and agrees, both are named."""

    def oracle(facts: Facts) -> Certificate:
        search.words.append("z3")
        second = confirmed_by_cvc5(Statement(facts.props, claim), SECOND_OPINION)
        return ct.Oracle("z3 and cvc5", f"{answer.solver}, {second}") if second else ct.Oracle("z3", answer.solver)

    return search.with_value(facts, definedness(claim), oracle)
