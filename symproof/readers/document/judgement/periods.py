"""Solutions of an equation in the sine and cosine of a letter: each stands for those that lie whole periods away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from symproof import term as tm
from symproof.evaluation.truth import slope
from symproof.readers.document.lines.kinds import is_solution
from symproof.statement import Or, Prop, Relation
from symproof.term import Scalar, Term, Variable

PERIODIC = ("sin", "cos", "tan")
TURNS = 4
"""How many periods away values are added, on each side."""


def with_periods(claim: Prop, before: Prop, given: Sequence[Prop]) -> Prop | None:
    """Values named for a letter, and those some periods away, where the equation before is periodic in it; None where it is not,
    and where something given says where the letter lies.

    `x = pi/6` becomes x = pi/6 or x = pi/6 + 2*pi or ... after sin(x) = 1/2.
    """
    letters = before.free
    bounded = any(letters & each.free for each in given)
    if bounded or not is_solution(claim) or len(letters) != 1 or claim.free != letters:
        return None
    (letter,) = letters
    turns = list(_turns(before, letter))
    if not turns or None in turns:
        return None
    period = tm.Number(Fraction(2 * lcm(*(turn.denominator for turn in turns if turn)))) * tm.Elementary("pi", ())
    values = claim.args if isinstance(claim, Or) else (claim,)
    away = [
        Relation("=", each.left, each.right + tm.Number(Fraction(k)) * period)
        for each in values
        if isinstance(each, Relation) and isinstance(each.right, Scalar)
        for k in range(-TURNS, TURNS + 1)
        if k
    ]
    return Or((*values, *away)) if away else None


def is_periodic(before: Prop, letter: Term) -> bool:
    """Whether a letter stands under sines and cosines alone."""
    turns = list(_turns(before, letter))
    return bool(turns) and None not in turns


def _turns(term: Term | Prop, letter: Term) -> Iterator[Fraction | None]:
    """By what number a letter is multiplied wherever it stands; None where it stands elsewhere than under a sine or cosine."""
    match term:
        case tm.Elementary(name, (arg,)) if name in PERIODIC and letter in arg.free:
            yield slope(arg, letter)
        case Variable():
            if term == letter:
                yield None
        case _:
            for child in term.children():
                yield from _turns(child, letter)
