"""The rule of evaluation: a relation without letters is proved by its exact value. Trusted.

Letters that a fact equals to a rational count as that rational. Irrational numbers are enclosed in balls, with more
bits until the relation is decided; two equal irrational numbers never are.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.evaluate import NoValue, Undecided, holds, value
from symproof.point import Point
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected


def enclosed(facts: Facts, goal: st.Prop, numbers: tuple[int, ...]) -> None:
    """Accept a relation that evaluates to true, its letters replaced by what the facts with these numbers say.

    Raises:
        Rejected: it does not, or another letter is free in it.
    """
    if not isinstance(goal, st.Relation):
        raise Rejected(f"{goal} is no relation; only relations are evaluated")
    letters: dict[tm.Term, Fraction] = {}
    for number in numbers:
        known = value_given(facts.props[number]) if 0 <= number < len(facts.props) else None
        if known is None:
            raise Rejected(f"fact {number} gives no letter a rational value")
        letters.setdefault(*known)
    unknown = sorted(str(symbol) for symbol in goal.free - letters.keys())
    if unknown:
        raise Rejected(f"{goal} is not evaluated: no fact gives a value to {', '.join(unknown)}")
    try:
        true = holds(goal, Point({letter: letters[letter] for letter in letters if letter in goal.free}))
    except (NoValue, Undecided) as problem:
        raise Rejected(f"{goal} is not evaluated: {problem}") from None
    if not true:
        raise Rejected(f"{goal} is false")


def value_given(fact: st.Prop) -> tuple[tm.Variable, Fraction] | None:
    """The letter and its value, of a fact `letter = rational` or `rational = letter`."""
    match fact:
        case st.Relation("=", tm.Variable() as letter, tm.Scalar() as other) if not other.free:
            pass
        case st.Relation("=", tm.Scalar() as other, tm.Variable() as letter) if not other.free:
            pass
        case _:
            return None
    try:
        number = value(other, Point({}))
    except (NoValue, Undecided):
        return None
    return (letter, number) if isinstance(number, Fraction) else None
