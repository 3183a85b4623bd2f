"""Lines about letters that count by custom, n and N, of which something is supposed, and not that they are whole numbers; and
about primes, which are read as whole numbers from 2 on."""

from __future__ import annotations

from contextlib import suppress

from symproof.errors import SymproofError
from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged, point_of
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.lasting import is_value
from symproof.readers.document.lines.kinds import is_polynomial_equation, is_solution
from symproof.readers.document.lines.step import Step
from symproof.statement import Prop
from symproof.substitution import substitute
from symproof.term import Term, Variable


def of_any_number(settler: Settler, step: Step, claim: Prop, found: Judged) -> Judged:
    """The verdict on a line that is proved of whole numbers n, where custom alone says that they are: "let n > 0" may speak of
    any number, so that it is left open where it fails at one; and an equation that comes of another one has the same roots, also
    those that are no whole numbers."""
    of_row = is_polynomial_equation(claim) and not is_solution(claim)
    rows = [fact for fact in (step.previous, *step.earlier) if of_row and fact is not None and fact.line in found.needs]
    said = {
        letter
        for fact in (*step.given, *rows)
        if fact in rows or (fact.kind == "hypothesis" and not is_value(fact.prop))
        for letter in fact.prop.free
    }
    letters = [each for each in step.counting & claim.free & said if isinstance(each, Variable)]
    if not letters or found.verdict != PROVED:
        return found
    real: dict[Term, Term] = {each: Variable(each.name) for each in letters}
    with suppress(SymproofError):
        under = tuple(substitute(fact.prop, real) for fact in (*step.given, *rows))
        told = settler(substitute(claim, real), under, 0.5)
        if told.status == REFUTED:
            names = " and ".join(sorted(each.name for each in letters))
            reason = f"holds for whole {names}, and nothing says so; fails at {point_of(told)}"
            return Judged(UNKNOWN, reason=reason, point=told.point)
    return found


def of_primes(step: Step, claim: Prop, found: Judged) -> Judged:
    """The verdict on a line that fails where a prime is no prime: it says nothing of that."""
    if found.verdict != REFUTED or not found.point or not step.of_primes:
        return found
    letters = claim.free.union(*(fact.prop.free for fact in (*step.given, *step.earlier)))
    primes = [each for each in letters if isinstance(each, Variable) and each.domain == "natural" and each.least == 2]
    values = [(each.name, found.point[each.name]) for each in primes if each.name in found.point]
    other = next((f"{name} = {value}" for name, value in values if not _is_prime(value)), "")
    reason = f"fails at {', '.join(f'{name} = {at}' for name, at in found.point.items())}; {other} is no prime"
    return Judged(UNKNOWN, reason=reason, point=found.point) if other else found


def _is_prime(value: str) -> bool:
    return value.isdigit() and int(value) > 1 and all(int(value) % k for k in range(2, min(int(value), 1000)))
