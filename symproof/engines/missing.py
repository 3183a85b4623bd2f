"""The missing hypothesis: the weakest condition of a small lattice under which an open statement is proved.

Tried are, for each scalar letter, nonzero, nonnegative, positive, nonpositive, negative, for an integer also >= 1 and >= 2, and
the conditions of definedness that were left open. One that contradicts the hypotheses, or the premise of the claim, is no
help and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline
from symproof.facts import Facts
from symproof.statement import Statement
from symproof.term import ZERO

MOST_LETTERS = 6


def missing_hypothesis(
    statement: Statement, open_conditions: list[st.Prop], proves: Callable[[Statement], bool], seconds: float
) -> st.Prop | None:
    """The first condition under which `proves` succeeds, in order of weakness."""
    deadline = Deadline.now().after(seconds)
    for condition in _lattice(statement, open_conditions):
        if deadline.over():
            return None
        if condition in statement.given or Facts([*statement.given, condition]).evident(st.Relation("<", ZERO, ZERO)):
            continue
        stronger = Statement((*statement.given, condition), statement.claim)
        if proves(stronger) and not _is_vacuous(stronger, proves):
            return condition
    return None


def _is_vacuous(statement: Statement, proves: Callable[[Statement], bool]) -> bool:
    """Whether a claim is proved because its premise never holds: x = 1 under x <= 0."""
    claim = statement.claim
    if not isinstance(claim, (st.Implies, st.Iff)):
        return False
    return proves(Statement((*statement.given, claim.left), st.Relation("<", ZERO, ZERO)))


def _lattice(statement: Statement, open_conditions: list[st.Prop]) -> Iterator[st.Prop]:
    for condition in dict.fromkeys(open_conditions):
        if isinstance(condition, st.Relation) and condition.free <= statement.free:
            yield condition
    known = Facts(statement.given)
    letters = sorted(
        (letter for letter in statement.free if isinstance(letter, tm.Variable)), key=lambda letter: letter.name
    )[:MOST_LETTERS]
    for kind in ("!=", ">=", ">", "<=", "<"):
        for letter in letters:
            condition = st.Relation(kind, letter, ZERO)
            opposite = st.Relation(st.NEGATED[kind], letter, ZERO)
            if not known.evident(condition) and not known.evident(opposite):
                yield condition
    for letter in letters:
        if tm.is_integer(letter):
            yield from (st.Relation(">=", letter, tm.scalar(k)) for k in (1, 2))
