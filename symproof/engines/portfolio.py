"""Settling a statement: engines search for a certificate or a point, the kernel decides.

Order: proof by the cheap engines, then a short search for a failing point, then the engines that take time, then a
longer search for a point, then the oracles. The same input takes the same path; only the budget can cut it short, and
then the verdict says so.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from symproof import certificate as ct
from symproof import statement as st
from symproof.certificate import Certificate
from symproof.engines.inequality import inequality, positivity
from symproof.engines.instances import instances
from symproof.engines.ring import ring
from symproof.engines.search import Engine, Search
from symproof.engines.telescoping import telescope
from symproof.facts import Facts
from symproof.kernel import check, facts_of
from symproof.rejected import Rejected
from symproof.statement import Statement
from symproof.substitution import substitute
from symproof.verdict import Proved, Unknown, Verdict


def with_instances(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the instances of quantified hypotheses that the goal calls for."""
    found = instances(facts, goal)
    if not found:
        return None
    for number, value in found:
        fact = facts.props[number]
        assert isinstance(fact, st.Each)  # as `instances` says
        facts = facts.extended([substitute(fact.body, {fact.symbol: value})])
    inner = Search(search.deadline, [row for row in search.engines if row[1] is not with_instances], search.depth)
    rest = inner.prove(facts, goal)
    search.words += inner.words
    search.missing += inner.missing
    if rest is None:
        return None
    for number, value in reversed(found):
        rest = ct.Instance(number, value, rest)
    return rest


CHEAP: tuple[tuple[str, Engine], ...] = (
    ("ring", ring),
    ("positivity", positivity),
    ("", with_instances),
    ("telescope", telescope),
    ("inequality", inequality),
)


def settle(
    statement: Statement, *, by: object = None, budget: float = 10.0, lemmas: Sequence[Proved] = ()
) -> Verdict:
    """The verdict on a statement within `budget` seconds."""
    started = time.monotonic()
    facts = facts_of(statement.given)
    search = Search(started + budget, CHEAP)
    found = search.prove(facts, statement.claim)
    if found is not None:
        try:
            return check(statement, found, by=search.words[-1] if search.words else "evident", lemmas=lemmas)
        except Rejected as error:
            return Unknown(statement, reason=f"kernel: {error}")
    return Unknown(statement, reason=f"missing {search.missing} left {search.left}")
