"""The missing hypothesis: the weakest condition of a small lattice under which an open statement is proved.

Tried are, for each scalar letter, nonzero, nonnegative, positive, nonpositive, negative, for an integer also >= 1 and >= 2, and
the conditions of definedness that were left open; then nonzero, nonnegative and positive for all letters at once, of which
those are kept that are needed. One that contradicts the hypotheses, or the premise of the claim, is no help and is left out.
Nor is one that a failing point meets, which is seen sooner than that there is no proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline
from symproof.engines.refute.falsify import find_failure
from symproof.engines.search import FALSE
from symproof.evaluation.ties import NotAFailure, failure
from symproof.kernel import facts_of
from symproof.point import Point
from symproof.statement import Statement
from symproof.term import ZERO
from symproof.trusted.facts import Facts

MOST_LETTERS = 6
JOINT = ("!=", ">=", ">")


def missing_hypothesis(
    statement: Statement, open_conditions: list[st.Prop], proves: Callable[[Statement], bool], seconds: float
) -> st.Prop | None:
    """The first condition under which `proves` succeeds, in order of weakness."""
    deadline, known = Deadline.now().after(seconds), facts_of(statement.given)
    failing: list[Point] = []

    def fails(stronger: Statement) -> bool:
        if any(_fails_at(stronger, point) for point in failing):
            return True
        point = find_failure(stronger, seconds / 4, glance=True)
        if point is not None:
            failing.append(point)
        return point is not None

    def helps(conditions: Sequence[st.Prop]) -> bool:
        if not set(conditions) - set(statement.given) or known.extended(conditions).evident(FALSE):
            return False
        stronger = Statement((*statement.given, *conditions), statement.claim)
        if fails(stronger) or not proves(stronger) or _is_vacuous(stronger, proves):
            return False
        contrary = [st.negated(each) for each in conditions if len(conditions) == 1 and isinstance(each, st.Relation)]
        return not any(proves(Statement(statement.given, each)) for each in contrary)

    for condition in _lattice(statement, known, open_conditions):
        if deadline.over():
            return None
        if helps([condition]):
            return condition
    for kind in JOINT:
        together: list[st.Prop] = [st.Relation(kind, letter, ZERO) for letter in _open_letters(statement, known, kind)]
        if deadline.over():
            return None
        if len(together) > 1 and helps(together):
            return _weakened(together, helps, deadline)
    return None


def _fails_at(statement: Statement, point: Point) -> bool:
    try:
        failure(statement, point)
    except NotAFailure:
        return False
    return True


def _weakened(together: list[st.Prop], helps: Callable[[Sequence[st.Prop]], bool], deadline: Deadline) -> st.Prop:
    """What is needed of conditions that help together."""
    for condition in list(together):
        rest = [other for other in together if other != condition]
        if rest and not deadline.over() and helps(rest):
            together = rest
    return st.all_of(together)


def _is_vacuous(statement: Statement, proves: Callable[[Statement], bool]) -> bool:
    """Whether a claim is proved because its hypotheses never hold, u = 1 under u = x**2 and u < 0, or its premise never does."""
    claim = statement.claim
    premise = [claim.left] if isinstance(claim, (st.Implies, st.Iff)) else []
    return proves(Statement((*statement.given, *premise), FALSE))


def _lattice(statement: Statement, known: Facts, open_conditions: list[st.Prop]) -> Iterator[st.Prop]:
    for condition in dict.fromkeys(open_conditions):
        if isinstance(condition, st.Relation) and condition.free <= statement.free:
            yield condition
    for kind in ("!=", ">=", ">", "<=", "<"):
        for letter in _open_letters(statement, known, kind):
            if not (kind in ("<=", "<") and letter.domain == "natural"):  # T <= 0 says that a sum is empty
                yield st.Relation(kind, letter, ZERO)
    for letter in _letters(statement):
        if tm.is_integer(letter):
            yield from (st.Relation(">=", letter, tm.scalar(k)) for k in (1, 2))


def _letters(statement: Statement) -> list[tm.Variable]:
    letters = (letter for letter in statement.free if isinstance(letter, tm.Variable))
    return sorted(letters, key=lambda letter: letter.name)[:MOST_LETTERS]


def _open_letters(statement: Statement, known: Facts, kind: str) -> Iterator[tm.Variable]:
    """The letters of which it is not known whether they are `kind` 0."""
    for letter in _letters(statement):
        condition, opposite = (st.Relation(each, letter, ZERO) for each in (kind, st.NEGATED[kind]))
        if not known.evident(condition) and not known.evident(opposite):
            yield letter
