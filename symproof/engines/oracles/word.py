"""Oracles: other programs' word on a goal, labelled with their name. The last resort; the goal has a value by then."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.errors import SymproofError
from symproof.statement import Statement
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

SECONDS, SECOND_OPINION = 3.0, 1.0


def _seconds(search: Search) -> float:
    return max(0.1, min(SECONDS, search.deadline.left()))


def z3(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """z3 finds no point at which the facts hold and the goal does not; where cvc5 is installed and agrees, both are named."""
    from symproof.engines.oracles.smt import (  # a door is opened only where the cheap engines fail
        ask,
        confirmed_by_cvc5,
    )

    statement = Statement(facts.props, goal)
    answer = ask(statement, _seconds(search))
    if answer.status != "proved":
        return None
    second = confirmed_by_cvc5(statement, min(SECOND_OPINION, _seconds(search)))
    return ct.Oracle("z3 and cvc5", f"{answer.solver}, {second}") if second else ct.Oracle("z3", answer.solver)


def cvc5(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """cvc5, where it is installed, finds no such point."""
    from symproof.engines.oracles.smt import confirmed_by_cvc5  # likewise

    second = confirmed_by_cvc5(Statement(facts.props, goal), _seconds(search))
    return ct.Oracle("cvc5", second) if second else None


def sympy(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """SymPy simplifies left - right to 0."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    from symproof.doors.worker import shared_worker  # likewise

    outcome = shared_worker().run(
        simplified, (ct.dumps(goal.left - goal.right), _seconds(search)), _seconds(search) + 2
    )
    return ct.Oracle("sympy") if outcome.status == "done" and outcome.value is True else None


def simplified(text: str, seconds: float) -> bool:
    """`simplifies_to_zero` of a term in JSON; runs in the worker process."""
    from symproof.doors.sympy import simplifies_to_zero

    try:
        return simplifies_to_zero(ct.loads(text), seconds)
    except SymproofError:
        return False
