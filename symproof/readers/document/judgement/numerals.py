r"""Arithmetic that is right in other spelling: `1{,}875` for 1.875, `\frac14 \cdot 100 = 25\%`, `2 \cdot 4 = 8\,\text{m}`.

A number may be written in the manner of another country, a percentage as the number that stands before its sign, and a
unit only where a calculation ends. What is right so is not refuted; what is wrong in each spelling is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from symproof import term as tm
from symproof.printed import Approx, read_digits
from symproof.readers.document.judgement.figures import rounded_inside
from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.step import Step
from symproof.readers.resolve.units import is_unit
from symproof.statement import And, Prop, Relation
from symproof.substitution import rebuild, substitute
from symproof.symbols import rational
from symproof.term import Mul, Number, Pow, Scalar, Term, Variable

GROUP = re.compile(r"(?<![\d.,}])([1-9]\d{0,2})(\{,\}|\.)(\d{3})(?![\d{.,])")
"""A number of which the spelling does not say whether it has thousands or thousandths."""
GROUPED_BY_POINT = re.compile(r"(?<![\d.,}])[1-9]\d{0,2}\.\d{3}(?![\d{.,])")
PERCENT = "right but for the percent sign: a percentage is a hundredth of its number"
DEGREES = "right if its angles are degrees, which nothing says"
SHARE = "it may say of how much a percentage is, as only one side has a unit"
UNITLESS = "by the numbers alone: only one side has a unit"


def otherwise_written(settler: Settler, step: Step, claim: Prop, found: Judged) -> Judged:
    """The verdict on a line that is not proved, if another spelling does not make it right."""
    if found.verdict == REFUTED and not claim.free:
        for each in _regrouped(claim, step.latex):
            told = settler(each, ())
            if told.status == PROVED:
                step.statement = each
                return judged_of(told)
        if r"\%" in step.latex and any(settler(each, ()).status == PROVED for each in _by_the_hundred(claim)):
            return Judged(UNKNOWN, reason=PERCENT)
        for base, each in in_other_bases(claim, step.latex):
            inside = rounded_inside(settler, each, ())
            if settler(each, ()).status == PROVED or (inside is not None and inside.verdict != REFUTED):
                return Judged(UNKNOWN, reason=of_base(base))
        degrees = _in_degrees(claim)
        if degrees is not None and settler(degrees, ()).status == PROVED:
            return Judged(UNKNOWN, reason=DEGREES)
    spelled = (_without_unit(claim), _in_numbers(step, claim)) if found.verdict == UNKNOWN else ()
    bare = next((each for each in spelled if each is not None), None)
    if bare is None:
        return found
    told = settler(bare, ())
    if told.status == REFUTED and r"\%" in step.latex:
        return Judged(UNKNOWN, reason=SHARE)
    if told.status == PROVED or (told.status == REFUTED and not _is_converted(bare)):
        step.statement = bare
        return replace(judged_of(told), under=(UNITLESS,), reason=UNITLESS if told.status == REFUTED else "")
    return found


def _regrouped(claim: Prop, latex: str) -> Iterator[Prop]:
    """The claim with each number of doubtful spelling read in the other way."""
    other = {}
    points = len(GROUPED_BY_POINT.findall(latex))
    for head, sign, tail in GROUP.findall(latex):
        whole, decimal = rational(head + tail), rational(f"{head}.{tail}")
        if sign == "{,}":
            other[whole.value] = decimal
        elif points == latex.count("."):
            other[decimal.value] = whole

    def changed(term: Term) -> Term:
        if isinstance(term, Number):
            return other.get(term.value, term)
        return rebuild(term, changed)

    match claim:
        case Relation(kind, Scalar() as left, Scalar() as right) if other:
            yield Relation(kind, changed(left), changed(right))
        case Approx(left, digits) if other:
            printed = read_digits(digits)[0]
            again = other[printed].shown if printed in other else digits
            yield Approx(changed(left), again)  # type: ignore[arg-type]


def _by_the_hundred(claim: Prop) -> Iterator[Prop]:
    match claim:
        case Relation(kind, tm.Add((Scalar() as first, Scalar() as share)), Scalar() as right):
            yield Relation(kind, first + first * share, right)  # 80 + 25%, a price that rises
    match claim:
        case Relation(kind, Scalar() as left, Scalar() as right):
            yield Relation(kind, left * 100, right)
            yield Relation(kind, left, right * 100)
        case Approx(left, digits):
            yield Approx(left / 100, digits)


def _in_degrees(claim: Prop) -> Prop | None:
    r"""The claim with the angles that are plain numbers in degrees, `\\sin 30 = 0.5`; None where there are none."""
    found: list[Term] = []

    def changed(term: Term) -> Term:
        again = rebuild(term, changed)
        if tm.is_elementary(again, "sin", "cos") and value_of(again.args[0]):
            if not again.args[0].mentions(tm.Elementary):
                found.append(term)
                return tm.Elementary(again.function, (again.args[0] * tm.Elementary("pi", ()) / 180,))
        return again

    turned = rebuild(claim, changed)
    return turned if found else None


def _without_unit(claim: Prop) -> Prop | None:
    """The relation of the numbers, where one side is a number and the other one with its unit."""
    match claim:
        case Relation(kind, Scalar() as left, Scalar() as right) if left.free and not right.free:
            bare = _magnitude(left)
            return None if bare is None else Relation(kind, bare, right)
        case Relation(kind, Scalar() as left, Scalar() as right) if right.free and not left.free:
            bare = _magnitude(right)
            return None if bare is None else Relation(kind, left, bare)
        case And(args):
            parts = [each for each in map(_without_unit, args) if each is not None]
            return And(tuple(parts)) if len(parts) == len(args) else None
    return None


def _in_numbers(step: Step, claim: Prop) -> Prop | None:
    """The relation of the numbers, where its letters are quantities in one and the same unit and a side has none. In x = 3 y no
    letter is a unit."""
    values = {}
    for prop in [fact.prop for fact in step.given]:
        match prop:
            case Relation("=", Variable() as letter, Mul((Number() as number, *units))) if (
                letter in claim.free and units and all(unit.free and all(map(is_unit, unit.free)) for unit in units)
            ):
                values[letter] = number, tuple(units)
    if not isinstance(claim, Relation) or len({units for _, units in values.values()}) != 1:
        return None
    bare = substitute(claim, {letter: number for letter, (number, _) in values.items()})
    return bare if not bare.free else None


def _magnitude(side: Scalar) -> Scalar | None:
    """The number before a unit, as it is written."""
    match side:
        case Mul((Number() as number, *units)) if all(map(is_unit, side.free)) and all(each.free for each in units):
            tens = [ten for each in units for ten in _powers_of_ten(each)]
            return Mul((number, *tens)) if tens else number
        case Mul((*numbers, unit)) if (
            unit.free and all(map(is_unit, unit.free)) and not any(each.free for each in numbers)
        ):
            return Mul((*numbers, *_powers_of_ten(unit)))
    return None


def _powers_of_ten(term: Scalar) -> Iterator[Scalar]:
    """The powers of ten that are written before a unit, 10^{-19} J; those of the unit itself are numbers."""
    for each in term.args if isinstance(term, Mul) else ():
        if isinstance(each, Pow) and str(each.base) == "10" and not each.exponent.free:
            yield each
        yield from _powers_of_ten(each)


CONVERSIONS = {factor * Fraction(10) ** power for factor in (1, 6, 12, 24, 36, 90, 144) for power in range(-9, 10)}


def _is_converted(claim: Prop) -> bool:
    """Whether the sides differ as by a change of units: by powers of ten and of what makes hours of seconds."""
    if isinstance(claim, And):  # a rounded value lies between two numbers
        return all(map(_is_converted, claim.args))
    assert isinstance(claim, Relation) and isinstance(claim.left, Scalar) and isinstance(claim.right, Scalar)
    left, right = value_of(claim.left), value_of(claim.right)
    if not left or not right:
        return False
    ratio, near = abs(left / right), Fraction(0) if claim.kind == "=" else Fraction(1, 100)
    return any(abs(each / factor - 1) <= near for each in (ratio, 1 / ratio) for factor in CONVERSIONS if factor != 1)


LOG = re.compile(r"(?:\\|(?<![A-Za-z\\]))log(?![A-Za-z]|\s*_)")
BASES = (10, 2)


def in_other_bases(prop: Prop, latex: str) -> Iterator[tuple[int, Prop]]:
    r"""The statement with logarithms to the bases 10 and 2, for which `\log` may stand too."""
    for base in BASES if LOG.search(latex) else ():
        yield base, _to_base(prop, base)


def of_base(base: int) -> str:
    """Why a line is not refuted that holds with logarithms to another base."""
    return rf"it may hold with \log to the base {base}, and \log is read as the natural logarithm"


def _to_base(prop: Prop, base: int) -> Prop:

    def changed(term: Term) -> Term:
        again = rebuild(term, changed)
        if tm.is_elementary(again, "log"):
            return again / tm.Elementary("log", (tm.Number(Fraction(base)),))
        return again

    return rebuild(prop, changed)
