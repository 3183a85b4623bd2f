"""Equations differentiated on both sides: `2x + 2y y' = 0` of `x^2 + y^2 = 25`, where y is a function of x without a term.

The derivative of y is a letter of its own, `dy/dx`; the equation, differentiated by the chain rule, is what is known of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from symproof.errors import SymproofError
from symproof.readers.document.lines.step import Fact
from symproof.readers.resolve import Outcome, Reading
from symproof.readers.resolve.dependence import is_rate, rate_name
from symproof.statement import Prop, Relation, is_equation
from symproof.term import ZERO, Derivative, Scalar, Term, Variable
from symproof.trusted.calculus import differentiate


def differentiated(facts: Sequence[Fact], claim: Prop, seen: Collection[Term]) -> Iterator[Fact]:
    """What equations say of the derivatives in a claim. `seen` are the letters of the lines before: one whose derivative is not
    among them is a constant."""
    rates = {letter.name: letter for letter in claim.free if isinstance(letter, Variable) and is_rate(letter)}
    known = rates | {letter.name: letter for letter in seen if isinstance(letter, Variable) and is_rate(letter)}
    for name in sorted({name.partition("/d")[2] for name in rates if name.startswith("d")}):
        for fact in facts:
            prop = fact.prop
            if not is_equation(prop) or any(map(is_rate, prop.free)):
                continue
            letters = {str(letter): letter for letter in prop.free if isinstance(letter, Variable)}
            moving = {each: known[rate] for each in letters if (rate := rate_name(each, name, partial=False)) in known}
            own = letters.get(name)
            if len(letters) < len(prop.free) or len(letters) < 2 or fact.chosen or not moving:
                continue
            if own is None and len(moving) < len(letters):
                continue
            try:
                along = {letters[each]: rate for each, rate in moving.items()}
                sides = [_along(side, own, along) for side in (prop.left, prop.right)]
            except SymproofError:
                continue
            yield replace(fact, prop=Relation("=", *sides), kind="hypothesis")


def by_its_differential(outcome: Outcome, facts: Sequence[Fact]) -> Reading | None:
    r"""What a line that brings in v claims where its differential was given before: `v = \sin x` after `dv = \cos x \, dx`."""
    if not isinstance(outcome, Reading) or not isinstance(outcome.term, Relation):
        return None
    letter, term = outcome.term.left, outcome.term.right
    letters = [each for each in term.free if isinstance(each, Variable)]
    x = letters[0] if len(letters) == 1 else None
    if x is None or not isinstance(letter, Variable) or not isinstance(term, Scalar):
        return None
    rate = rate_name(letter.name, x.name, partial=False)
    for fact in facts:
        match fact.prop:
            case Relation("=", Variable(name), Scalar() as given) if name == rate:
                return Reading(Relation("=", Derivative(term, x), given), outcome.inferred)
    return None


def _along(side: Term, own: Variable | None, moving: dict[Variable, Variable]) -> Scalar:
    """The derivative of one side, by the chain rule."""
    assert isinstance(side, Scalar)
    parts = [differentiate(side, own)] if own is not None and own in side.free else []
    parts += [differentiate(side, letter) * rate for letter, rate in moving.items() if letter in side.free]
    return sum(parts[1:], parts[0]) if parts else ZERO
