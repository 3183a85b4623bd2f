"""Orders with the larger or smaller of two norms, by cases of which it is: max(|a|, |b|) has |a| - |b| under a root in normal
form, which no engine of roots takes apart. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, sum_of_facts
from symproof.substitution import replaced
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST = 2


def larger(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that holds max or min of norms, where either is the larger one."""
    if oriented(goal) is None:
        return None
    extremes = list(dict.fromkeys(part for part in goal.outer(tm.Elementary) if _is_extreme(part)))
    if not 0 < len(extremes) <= MOST:
        return None
    inner = search.without(larger)
    first, second = extremes[0].args
    below = st.Relation("<=", first, second)
    high, low = ((second, first), (first, second))
    sides: list[Certificate] = []
    for side, values in ((below, high), (st.Relation(">", first, second), low)):
        known = facts.extended([side])
        of: dict[tm.Term, tm.Term] = {
            part: values[0 if part.function == "max" else 1] for part in extremes if set(part.args) == {first, second}
        }
        simpler = replaced(goal, of)
        assert isinstance(simpler, st.Relation)  # as the goal is
        proof = (search if len(of) < len(extremes) else inner).prove(known, simpler)
        if proof is None:
            return None
        sides.append(ct.Have(simpler, proof, sum_of_facts(len(known.props))))
    search.words += ["cases"]
    return ct.Cases(below, *sides)


def _is_extreme(part: tm.Elementary) -> bool:
    """Whether it is max or min of what holds norms."""
    return part.function in ("max", "min") and any(arg.mentions(tm.Norm) for arg in part.args)
