"""Where an inequality that is to be solved changes: equations look for these ends, and its solution goes on from the inequality
again.

Of `(x - 1)(x + 2) > 0` a text may solve `(x - 1)(x + 2) = 0`, or say where a denominator is 0: no claim, and nothing that
the bounds behind it, x < -2 or x > 1, rest on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from symproof.kernel import facts_of
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.likeness import MULTIPLE, agreement, is_linear
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.following import CONTRASTED, is_explained, is_of_a_case
from symproof.readers.document.lines.kinds import alternatives, are_bounds, is_bound, is_equated, is_solution
from symproof.readers.document.lines.signs import is_without_bars
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.words.outline import Display
from symproof.statement import ORDERS, And, Or, Prop, Relation, is_equation
from symproof.substitution import substitute
from symproof.term import Derivative, Gradient, Number, Scalar, Term, Variable

ROUGHLY = 50
"""What part of a number it may be rounded by."""


def looks_for_ends(prop: Prop, known: Knowledge) -> bool:
    """Whether a statement is an equation made of the terms of an inequality to be solved, behind no other equation from which it
    may follow."""
    whole, before = known.equation, known.previous
    if whole is None or is_solution(prop) or not _is_made_of(prop, whole):
        return False
    return before is None or not is_equated(before.prop) or is_solution(before.prop)


def open_ends(fact: Fact, known: Knowledge, ended: Fact | None) -> bool:
    """Take an equation in for what rows go on from, where it only looks for the ends of the inequality to be solved; whether it
    does. One that ended just before, "First solve $x^2 = 1$", is gone on with where the equation is made of its terms."""
    whole = known.equation
    if whole is None and ended is not None and ended.part == fact.part and _is_made_of(fact.prop, ended):
        whole = replace(ended, block=fact.block)
        known.equation, known.claims = whole, [*known.claims, whole]
    if whole is None or whole.block != fact.block or not _is_made_of(fact.prop, whole):
        return False
    known.claims = [*known.claims, fact]
    known.previous = fact
    return True


def row_before(step: Step, unit: Unit, known: Knowledge) -> Fact | None:
    """What a row goes on from: the line before it; but bounds behind equations that looked for ends, from the inequality that
    is to be solved, where words lead to them or they name several; one alone may only say where something is tried. A case of an
    equation with bars goes on from that."""
    before, whole, prop = known.previous, known.equation, step.statement
    ended = before is not None and is_solution(before.prop) and (whole is None or is_equated(whole.prop))
    if ended and prop is not None:
        orders = (each for each in reversed(known.claims) if each.block == known.block and are_bounds(each.prop, prop))
        whole = next((each for each in orders if not is_bound(each.prop)), whole)
    if whole is not None and prop is not None and is_without_bars(prop, whole.prop):
        return whole
    if whole is None or prop is None or not are_bounds(whole.prop, prop):
        return before
    looked = [each for each in step.given if each.brief and _is_of_ends(each.prop, prop)]
    if not (looked if before is None or before is whole else _is_of_ends(before.prop, prop)):
        return before
    display = unit.display
    several = not isinstance(prop, Relation) and not display.after.lstrip().startswith(":")
    if not (several or display.said.connects or unit.connector in IMPLICATIONS):
        return None
    step.earlier = tuple(each for each in step.earlier if not _is_of_ends(each.prop, prop))
    step.given = tuple(
        each
        for each in step.given
        if each not in looked
        and not (is_of_a_case(each) and _is_of_ends(each.prop, prop) and not is_solution(each.prop))
    )
    return whole


def _is_of_ends(prop: Prop, bounds: Prop) -> bool:
    return prop.free == bounds.free and is_equated(prop)


def fails_at(prop: Relation, value: Relation) -> bool:
    """Whether an equation does not hold at a value of its letter: its sides are other numbers there. A derivative in the letter
    is taken at none."""
    if prop.mentions(Derivative, Gradient):
        return False
    there = (substitute(each, {value.left: value.right}) for each in (prop.left, prop.right))
    sides = [value_of(each) for each in there if isinstance(each, Scalar)]
    return None not in sides and sides[0] != sides[1]


def _is_for_its_ends(prop: Prop, whole: Fact) -> bool:
    equation = is_equation(prop)
    return equation and are_bounds(whole.prop) and len(prop.free) == 1 and prop.free == whole.prop.free


def _is_made_of(prop: Prop, whole: Fact) -> bool:
    """Whether an equation says where the sides of an inequality are equal, also with its terms moved, sets a part of it equal to
    a number, or has one root, at which they are equal."""
    if not isinstance(prop, Relation) or not _is_for_its_ends(prop, whole):
        return False
    relations = alternatives(whole.prop)
    parts = [each for each in (prop.left, prop.right) if each.free]
    if len(parts) == 1 and not isinstance(parts[0], Variable) and parts[0] in whole.prop.subterms():
        return True
    own, root = _gap(prop), _root(prop)
    gaps = [gap for each in relations if (gap := _gap(each)) is not None]
    if any({prop.left, prop.right} == {each.left, each.right} for each in relations):
        return True
    if own is not None and any(agreement(Relation("=", own, gap)) in (1.0, MULTIPLE) for gap in gaps):
        return True
    return root is not None and any(value_of(substitute(gap, root)) == 0 for gap in gaps)


def _gap(relation: Relation) -> Scalar | None:
    left, right = relation.left, relation.right
    return left - right if isinstance(left, Scalar) and isinstance(right, Scalar) else None


def says_less(claim: Prop, before: Prop, *, led: bool, solved: bool) -> bool:
    """Whether a line that follows from an inequality of degree 1 in one letter, and says less, is to be that inequality: it
    differs in a number only, with terms moved, behind words that `led` to it or what is `solved`; or, behind words, it is solved
    for the letter, by a number that is neither 0 nor the end rounded.

    >>> from symproof import real
    >>> x = real("x")
    >>> [says_less(each, 7*x + 3 < 9*x + 9, led=True, solved=False) for each in (-2*x < 12, x > -6, x > 0, 3*x > -12)]
    [True, True, False, False]
    """
    if isinstance(claim, Or) and isinstance(before, Or) and len(claim.args) == len(before.args):
        return any(says_less(*each, led=True, solved=solved) for each in zip(claim.args, before.args, strict=True))
    props = [each for each in (claim, before) if isinstance(each, Relation) and each.kind not in ("=", "!=")]
    if len(props) < 2 or claim.free != before.free or len(claim.free) != 1 or not all(map(is_linear, props)):
        return False
    (slope, start), (other, first) = map(_line, props)
    if not slope or not other or abs(start / slope - first / other) <= abs(first / other) / ROUGHLY:
        return False
    alone, was = (any(isinstance(side, Variable) for side in (each.left, each.right)) for each in props)
    if alone:
        return (led or solved) and not was and start != 0
    return (led or solved) and props[0].kind == props[1].kind and slope == other


def is_being_solved(step: Step, row: Fact, is_condition: Callable[[Fact], bool]) -> bool:
    """Whether the row before a step is what is to be solved, or goes on from such a condition in the block of the step, or words
    tell what is done to it."""
    begun = (each for each in (row, *step.earlier) if each.block == step.block and each.prop.free == row.prop.free)
    return row.kind == "equation" or step.stepwise or any(map(is_condition, begun))


def less_of(step: Step, claim: Prop, row: Fact, *, solved: bool) -> Prop:
    """Of the bounds in a row that is being `solved`, `-3 <= x + 1 <= 5`, the one that a bound which stands under it is to be and
    says less than; the row where there is none."""
    parts = row.prop.args if isinstance(row.prop, And) and not step.arrow and solved else ()
    alike = [each for each in parts if _is_upper(each) == _is_upper(claim) is not None]
    return next((each for each in alike if says_less(claim, each, led=True, solved=True)), row.prop)


def _is_upper(bound: Prop) -> bool | None:
    """Whether an inequality of degree 1 in one letter is a bound above it, 3 - x > 1; None of others."""
    if not isinstance(bound, Relation) or bound.kind not in ORDERS or len(bound.free) != 1 or not is_linear(bound):
        return None
    slope, _ = _line(bound)
    return (slope > 0) == (bound.kind in ("<", "<="))


def _line(relation: Relation) -> tuple[Fraction, Fraction]:
    """By what the sides of a relation of degree 1 differ, as a slope and a number."""
    (letter,) = relation.free
    gap = _gap(relation)
    start, there = (
        value_of(substitute(gap, {letter: Number(Fraction(k))})) if gap is not None else None for k in (0, 1)
    )
    return (Fraction(0), Fraction(0)) if start is None or there is None else (Fraction(there - start), Fraction(start))


def _root(equation: Relation) -> dict[Term, Term] | None:
    """The root of a linear equation in one letter."""
    (letter,) = equation.free
    gap = _gap(equation)
    at = [None if gap is None else value_of(substitute(gap, {letter: Number(Fraction(k))})) for k in range(3)]
    if at[0] is None or at[1] is None or at[0] == at[1] or at[2] != 2 * at[1] - at[0]:
        return None
    return {letter: Number(Fraction(at[0]) / Fraction(at[0] - at[1]))}


def end_solved(
    display: Display, found: Sequence[Unit], known: Knowledge, stated: Callable[[Unit], Fact | None]
) -> None:
    """End the matter of the solution before a paragraph that begins, without a word, with what is no row of it: where its letter
    lies has been found, and the inequality that stands here says something else of it, or here is an equation behind bounds; and
    before what is set against it, "whereas $3x = 6$ gives"."""
    if CONTRASTED.search(display.prose) and is_explained(display):
        known.end_block()
    apart = "\n" in display.prose and not display.formula.display and not display.said.connects
    if not found or not apart or re.search(r"\w", display.before) or not known.claims or found[0].also:
        return
    solved = known.claims[-1]
    if solved.block != known.block or solved.step is None or solved.step.previous is None:
        return
    bounded = are_bounds(solved.prop) and all(map(is_bound, _parts(solved.prop)))
    fact = stated(found[0].first) if bounded or is_solution(solved.prop) else None
    prop = None if fact is None else fact.prop
    if not isinstance(prop, Relation) or prop.free != solved.prop.free or is_bound(prop) or is_solution(prop):
        return
    if (bounded or prop.kind in ORDERS) and not facts_of((solved.prop,)).evident(prop):
        known.end_block()


def _parts(prop: Prop) -> list[Prop]:
    return [each for arg in prop.args for each in _parts(arg)] if isinstance(prop, (And, Or)) else [prop]
