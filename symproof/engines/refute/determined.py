"""Points at which the linear equations among the hypotheses hold, all at once: what they determine is solved for.

Of one that holds for all x, a*x**2 + b*x = 2*x, a few instances are such equations of a and b.
For the search of a failing point: where hypotheses like 5*a + 10*d = 70 and 10*a + 45*d = 210 leave one point, no drawing of
numbers meets it. Letters that are left open take small numbers. Untrusted: the evaluator asks all hypotheses again.

Limits: scalar letters over the reals or rationals; equations whose normal form is linear in letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.candidates import fitted
from symproof.point import Point
from symproof.substitution import substitute
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import as_fraction

OPEN = (Fraction(1), Fraction(2), Fraction(1, 2), Fraction(-1))
"""Numbers for the letters that no equation determines."""
PLACES = (0, 1, -1, 2, -2)
"""Where equations for all real numbers are asked."""
Row = dict[int, Fraction]


def determined(statement: st.Statement) -> Iterator[Point]:
    """A few points at which the linear equations among the hypotheses hold; none where there are no such equations."""
    letters = [letter for letter in sorted(statement.free, key=str) if isinstance(letter, tm.Variable)]
    if len(letters) < len(statement.free) or any(tm.is_integer(letter) for letter in letters):
        return
    facts = Facts(statement.given)
    places = {letter: k for k, letter in enumerate(letters)}
    solved: dict[int, Row] = {}  # letter -> its value, a row over the open letters; -1 is the constant
    for fact in chain.from_iterable(map(_instances, facts.props)):
        row = _linear(facts, fact, places)
        if row is None:
            continue
        for k, value in solved.items():
            _add(row, value, row.pop(k, Fraction(0)))
        pivot = next((k for k in sorted(row) if k >= 0 and row[k]), None)
        if pivot is None:
            if row.get(-1):
                return  # the equations contradict each other
            continue
        factor = row.pop(pivot)
        new = {k: -c / factor for k, c in row.items()}
        for value in solved.values():
            _add(value, new, value.pop(pivot, Fraction(0)))
        solved[pivot] = new
    if not solved:
        return
    for number in OPEN:
        values = {k: fitted(letter, number) for k, letter in enumerate(letters) if k not in solved} | {-1: Fraction(1)}
        found = {k: sum((c * values[j] for j, c in row.items()), Fraction(0)) for k, row in solved.items()}
        yield Point({letter: found.get(k, values.get(k, Fraction(0))) for letter, k in places.items()})
        if len(solved) == len(letters):
            return


def _instances(fact: st.Prop) -> Iterator[st.Prop]:
    """A fact, or what an equation for all real numbers says at a few of them."""
    match fact:
        case st.Each(tm.Variable(domain="real") as x, st.Relation("=") as body, None, None):
            yield from (substitute(body, {x: tm.scalar(place)}) for place in PLACES)
        case _:
            yield fact


def _linear(facts: Facts, fact: st.Prop, places: dict[tm.Variable, int]) -> Row | None:
    """An equation as a row over the letters, if it is linear."""
    match fact:
        case st.Relation("=", tm.Scalar() as left, tm.Scalar() as right):
            try:
                value = facts.normalizer.difference(left, right)
            except NOT_NORMAL:
                return None
            row: Row = {}
            for monomial, c in facts.normalizer.ring.numerator_terms(value):
                if len(monomial) > 1 or (monomial and monomial[0][1] > 1):
                    return None
                key = facts.normalizer.atoms[monomial[0][0]] if monomial else None
                if key is not None and (key[0] != "letter" or key[1] not in places):
                    return None
                row[-1 if key is None else places[key[1]]] = as_fraction(c)
            return row
        case _:
            return None


def _add(row: Row, other: Row, factor: Fraction) -> None:
    for k, c in other.items() if factor else ():
        row[k] = row.get(k, Fraction(0)) + factor * c
