"""Numbers as printed in a chain: `= 2.718` says what the digits show, no more.

Where an equation with a decimal is not exact, its left side may still round to the digits shown. Numbers with decimals on
the way are themselves rounded, if they have digits enough: `spread` is how far that may move a value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.evaluation.decimals import digits_of
from symproof.point import Point
from symproof.printed import Approx, read_digits
from symproof.readers.document.lines.step import Fact
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.limits import ENTIRE
from symproof.readers.resolve.slopes import without_derivatives
from symproof.statement import And, Prop, Relation, both_ways, is_equation, parts_of
from symproof.substitution import rebuild, substitute
from symproof.term import ONE, Number, Scalar, Term, Variable
from symproof.trusted.calculus import differentiate

ROUNDED = 3
"""A decimal with this many digits may be a rounded number; one with fewer is taken for exact."""
NO_UNIT = "one of the two sides has no unit"
EXACT = (tm.Add, tm.Mul, tm.Neg, Number)


def printed_digits(term: Term) -> str:
    """The digits of a number as printed: "7.802e24"; also of `2.12 * 10**25`; "" for any other term.

    >>> from symproof import rational
    >>> printed_digits(rational("2.10")), printed_digits(rational("2.12") * tm.scalar(10) ** 25), printed_digits(tm.scalar(3))
    ('2.10', '2.12e25', '')
    """
    match term:
        case tm.Neg(arg):
            inner = printed_digits(arg)
            return f"-{inner}" if inner and not inner.startswith("-") else ""
        case Number(_, shown) if shown:
            return shown
        case tm.Mul((first, tm.Pow(Number() as base, power))) if base.value == 10:
            exponent = _integer(power)
            mantissa = printed_digits(first) or (str(first.value) if isinstance(first, Number) else "")
            if exponent is not None and mantissa and "e" not in mantissa.lower():
                return f"{mantissa}e{exponent}"
    return ""


def _integer(term: Term) -> int | None:
    match term:
        case Number(value) if value.denominator == 1:
            return int(value)
        case tm.Neg(arg):
            inner = _integer(arg)
            return None if inner is None else -inner
    return None


def is_rounded(digits: str) -> bool:
    """Whether digits may stand for a rounded value: they have a point or a power of ten."""
    return "." in digits or "e" in digits.lower()


def with_values(term: Scalar, given: Sequence[Prop]) -> Scalar:
    """A term with the letters replaced that hypotheses set equal to closed terms."""
    values: dict[Term, Term] = {}
    for prop in (part for each in given for part in parts_of(each)):
        if is_equation(prop) and isinstance(prop.left, Variable) and not prop.mentions(tm.Derivative):
            values.setdefault(prop.left, prop.right)
    try:
        term = without_derivatives(term)
    except SymproofError:  # of what has no rule
        return term
    for _ in range(12):
        used = {letter: value for letter, value in values.items() if letter in term.free}
        if not used:
            break
        term = substitute(term, used)
    return term


def with_printed(term: Scalar, given: Sequence[Prop], lines: Sequence[Prop]) -> Scalar:
    """A term with the numbers in it that lines before it print for its letters, rounded."""
    meant: dict[Term, Term] = {prop.left: prop.right for prop in given if is_equation(prop)}
    shown: dict[Term, Number] = {each.term: Number(*_read(each.digits)) for each in lines if isinstance(each, Approx)}
    printed = {
        x: shown[of] for x in term.free for of in (x, meant.get(x, x)) if of in shown and isinstance(x, Variable)
    }
    return with_values(substitute(term, printed), given) if printed else term


def _read(digits: str) -> tuple[Fraction, str]:
    return read_digits(digits)[0], digits


def at_values(claim: Prop, given: Sequence[Prop]) -> Prop | None:
    """A claim about letters of which hypotheses say what numbers they are, without the letters; None for any other claim,
    where two hypotheses say it, and where there is a derivative of what is not smooth everywhere: a rule that works it out may
    have no value there."""
    if not claim.free or not _derives_smoothly(claim):
        return None
    told = [part for prop in given for part in parts_of(prop)]
    said = [each.left for each in told if is_equation(each) and each.left in claim.free]
    if len(set(said)) < len(said):
        return None
    match claim:
        case Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
            sides = with_values(left, given), with_values(right, given)
            return None if sides[0].free | sides[1].free else Relation(kind, *sides)
        case Approx(left, digits):
            exact = with_values(left, given)
            return None if exact.free else Approx(exact, digits)
    return None


def prints_a_value(claim: Prop, facts: Iterable[Fact]) -> bool:
    """Whether a claim gives the digits, or the value, of a term of which hypotheses say what number it is."""
    printed = isinstance(claim, Approx) or (is_equation(claim) and not claim.right.free)
    return printed and at_values(claim, [each.prop for each in facts]) is not None


def _derives_smoothly(term: Term) -> bool:
    """Whether all derivatives in a term are of polynomials in smooth functions, so that the rule has a value everywhere."""
    return all(map(_derives_smoothly, term.children())) and (
        not isinstance(term, tm.Derivative) or _is_smooth(term.body)
    )


def _is_smooth(term: Term) -> bool:
    match term:
        case tm.Pow(base, tm.Number(exponent)):
            return exponent.denominator == 1 and exponent >= 0 and _is_smooth(base)
        case tm.Elementary(function=name, args=args):
            return name in ENTIRE and all(map(_is_smooth, args))
        case tm.Add() | tm.Mul() | tm.Neg():
            return all(map(_is_smooth, term.children()))
    return isinstance(term, (tm.Number, tm.Variable))


def is_estimate(claim: Prop, given: Sequence[Prop]) -> bool:
    """Whether a claim sets a derivative, or its value, equal to the quotient of differences that tends to it: an estimate, as it
    is meant."""
    if not is_equation(claim):
        return False
    for rate, quotient in both_ways(claim):
        match rate, quotient:
            case tm.Scalar(), tm.Div(top, tm.Variable() as step) if step in top.free:
                try:
                    start, slope = (substitute(term, {step: tm.ZERO}) for term in (top, differentiate(top, step)))
                except SymproofError:
                    return False
                exact, limit = (value_of(with_values(term, given)) for term in (rate, slope))
                if exact is not None and limit is not None and same(start, tm.ZERO):
                    return abs(exact - limit) <= abs(exact) / 10**12
    return False


def value_of(term: Scalar) -> Fraction | None:
    """The value of a closed term to thirty digits; None where it has none that is found."""
    if term.free:
        return None
    try:
        found = digits_of(term, Point({}), 30)
    except (SymproofError, ArithmeticError, ValueError):
        return None
    return None if found is None else Fraction(found.text) * Fraction(10) ** found.power


def decimals_in(term: Term, least: int = ROUNDED) -> list[Number]:
    """The numbers with decimals in a term that may be rounded: those of so many digits."""
    found: list[Number] = []

    def look(inner: Term) -> Term:
        if isinstance(inner, Number) and inner.shown and is_rounded(inner.shown) and _size(inner.shown) >= least:
            found.append(inner)
            return inner
        return rebuild(inner, look)

    look(term)
    return found


def _size(digits: str) -> int:
    mantissa = digits.lower().partition("e")[0]
    return len(mantissa.replace(".", "").replace("-", "").lstrip("0"))


def doubt_of_units(claim: Prop, units: Collection[Term]) -> str:
    """What stands against refuting a relation between quantities: one side has no unit, or they are no further apart than their
    decimals may be rounded. "" where nothing does."""
    if isinstance(claim, And):
        return next((NO_UNIT for each in claim.args if doubt_of_units(each, units) == NO_UNIT), "")
    if not isinstance(claim, Relation):
        return "the numbers with units may be rounded"
    sides = [side for side in (claim.left, claim.right) if isinstance(side, Scalar)]
    if len(sides) < 2 or not all(side.free for side in sides):
        return NO_UNIT
    ones, others = dict.fromkeys(units, ONE), {unit: Number(Fraction(k + 2)) for k, unit in enumerate(units)}
    values, more = ([value_of(substitute(side, table)) for side in sides] for table in (ones, others))
    moves = [spread(substitute(side, ones), least=1) for side in sides]
    if any(each is None for each in (*values, *more, *moves)):
        return "the numbers with units may be rounded"
    (left, right), (left_more, right_more) = values, more
    alike = left * right_more == left_more * right  # type: ignore[operator]
    near = alike and 0 < abs(left - right) <= sum(moves)  # type: ignore[operator, arg-type]
    return "the numbers with units may be rounded" if near else ""


def spread(term: Scalar, least: int = ROUNDED) -> Fraction | None:
    """How far the value may move when each rounded number in it moves by half a unit of its last digit."""
    base = value_of(term)
    if base is None:
        return None
    total = Fraction(0)
    for number in dict.fromkeys(decimals_in(term, least)):
        half = read_digits(number.shown)[1] / 2
        moved = [value_of(_moved(term, number, way * half)) for way in (1, -1)]
        if any(each is None for each in moved):
            return None
        total += max(abs(each - base) for each in moved if each is not None)
    return total


def _moved(term: Scalar, number: Number, by: Fraction) -> Scalar:
    def move(inner: Term) -> Term:
        return Number(number.value + by) if inner == number else rebuild(inner, move)

    moved = move(term)
    assert isinstance(moved, Scalar)
    return moved


def is_exact_arithmetic(term: Term, digits: str) -> bool:
    """Whether a term is sums and products of decimals whose exact value has no more decimals than the digits show."""
    if "e" in digits.lower():
        return False
    value = value_of(term) if isinstance(term, Scalar) and not term.free and _plain(term) else None
    if value is None:
        return False
    shown = len(digits.partition(".")[2])
    return bool((value * 10**shown).denominator == 1)


def _plain(term: Term) -> bool:
    return isinstance(term, EXACT) and all(
        _plain(child)
        for name in term.__match_args__
        for child in (getattr(term, name) if isinstance(getattr(term, name), tuple) else (getattr(term, name),))
        if isinstance(child, Term)
    )


def is_cut_off(value: Fraction, digits: str) -> bool:
    """Whether digits are those of the value, cut off in place of rounded."""
    printed, unit = read_digits(digits)
    return bool(0 <= (value - printed) * (1 if value >= 0 else -1) < unit)
