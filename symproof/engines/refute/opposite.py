"""Claims that no evaluation decides, as they look for a value among infinitely many: at a few points the opposite is proved, of
"there is x with x**2 = a" at a = -1. Untrusted: the kernel follows the proof and evaluates the hypotheses.

Limits: claims that are made of "there is", whose letters are numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import islice, product

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.falsify import find_failure
from symproof.engines.search import Search
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import Hypotheses, NotAFailure
from symproof.evaluation.interpretation import Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.kernel import disprove
from symproof.point import Point
from symproof.substitution import substitute
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.verdict import Refuted

NUMBERS = tuple(map(Fraction, ("1", "-1", "0", "2", "-2", "3", "1/2", "5")))
MOST_LETTERS, MOST, SECONDS = 3, 24, 0.2


def by_opposite(statement: st.Statement, search: Search) -> Refuted | None:
    """A point at which the opposite of a claim is proved."""
    letters = [letter for letter in sorted(statement.free, key=str) if isinstance(letter, tm.Variable)]
    if not _looks_for(statement.claim) or len(letters) < len(statement.free) or len(letters) > MOST_LETTERS:
        return None
    for point in _points(statement, letters):
        try:
            claim = substitute(statement.claim, {x: tm.Number(v) for x, v in point.values.items()})  # type: ignore[arg-type]
            proof = search.prove(Facts(()), st.Not(claim))
            if proof is not None:
                return disprove(statement, point, proof)
        except (NotAFailure, Rejected, SymproofError, *NOT_NORMAL):
            continue
    return None


def _looks_for(claim: st.Prop) -> bool:
    match claim:
        case st.Exists():
            return True
        case st.And(args) | st.Or(args):
            return any(map(_looks_for, args))
        case _:
            return False


def _points(statement: st.Statement, letters: list[tm.Variable]) -> Iterator[Point]:
    """Small numbers at which the hypotheses hold; then what is found for them, and for them with negative numbers."""
    hypotheses = Hypotheses(statement.given, statement.free)
    choices = [[v for v in NUMBERS if v.denominator == 1 or not tm.is_integer(x)] for x in letters]
    for values in islice(product(*choices), MOST):
        point = Point(dict(zip(letters, values, strict=True)))
        with suppress(NoValue, Undecided):
            if hypotheses.hold_in(Interpretation(point)):
                yield point
    below = tuple(st.Relation("<", x, tm.ZERO) for x in letters)
    for given in ((*statement.given, *below), statement.given) if statement.given else ():
        found = find_failure(st.Statement(given, st.Relation("<", total(letters), total(letters))), SECONDS)
        if found is not None:
            yield found


def total(letters: list[tm.Variable]) -> tm.Scalar:
    """The sum of some letters."""
    return sum(letters, start=tm.ZERO)
