"""Numbers as printed in a document: right to the digits shown, right but for the rounding on the way, or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from symproof.printed import Approx, read_digits
from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.known.rounding import (
    decimals_in,
    is_cut_off,
    is_exact_arithmetic,
    is_rounded,
    printed_digits,
    spread,
    value_of,
    with_printed,
    with_values,
)
from symproof.readers.document.lines.step import Step
from symproof.readers.resolve.units import to_tens
from symproof.statement import And, Prop, Relation, is_equation
from symproof.term import Add, Div, Elementary, Mul, Neg, Number, Pow, Scalar, Term, Variable

CLOSE = 0.1
"""How near a number must be to a value for it to be its digits, right or wrong."""
FINER = 1000
"""How many units of its last digit a result may move with the rounding of the numbers in it before these are held for exact."""
BUILT = (Add, Mul, Neg, Div, Pow, Elementary)


def as_printed(settler: Settler, step: Step, claim: Prop, given: tuple[Prop, ...], alone: Told) -> Judged | None:
    """A number as printed: right to the digits shown, right but for the rounding on the way, or wrong."""
    match claim:
        case Relation("=", Scalar() as left, Scalar() as right):
            digits = step.percentage or printed_digits(right)
            stated = Approx(left, digits) if digits and is_rounded(digits) else None
        case Approx(left, digits):
            stated = claim
        case And(args):  # "x = ln 10 / ln 5 = 1.531": of what has no letters, each part is right or wrong
            parts = [as_printed(settler, step, each, given, settler(each, given)) for each in args if not each.free]
            return next((each for each in parts if each is not None and each.verdict == REFUTED), None)
        case _:
            return None
    exact = with_values(left, given)
    value = value_of(exact)
    if value is None:
        return None
    if stated is None:
        return rounded_inside(settler, claim, given) if alone.status == REFUTED else None
    told = settler(stated, given)
    if told.status == PROVED:
        if (other := from_the_start(settler, step, given, digits)) is not None:
            return other
        by = told.by if isinstance(claim, Approx) else "rounded, right to the digits shown"
        return Judged(PROVED, by, told.trusts)
    for k, each in enumerate(in_tens(claim), 1):
        if (tens := settler(each, given)).status == PROVED:
            step.statement = each
            return Judged(PROVED, f"rounded, right to multiples of {10**k}", tens.trusts)
    printed, unit = read_digits(digits)
    if (
        told.status == UNKNOWN and abs(value - printed) <= unit / 2
    ):  # the time was over: not being so exactly tells nothing
        return Judged(UNKNOWN, reason=told.reason)
    if told.status != REFUTED or (alone.status != REFUTED and isinstance(claim, Relation)):
        return None
    if is_cut_off(value, digits):
        return Judged(UNKNOWN, reason=f"the digits are cut off, not rounded: {told.reason}")
    if step.first is not None and isinstance(step.first, Scalar):
        first = settler(Approx(step.first, digits), given)
        if first.status == PROVED:
            return Judged(
                UNKNOWN,
                reason=f"right to the digits shown for the first member, not for the numbers between: {told.reason}",
            )
    moved = spread(exact)
    # who prints so many digits more took its numbers for exact
    fine = moved is not None and moved > FINER * unit and not exact.mentions(Neg)
    if moved and abs(value - printed) <= moved + unit / 2 and not (fine or is_exact_arithmetic(exact, digits)):
        return Judged(UNKNOWN, reason=f"right within the rounding of the numbers before: {told.reason}")
    lines = [] if isinstance(left, Variable) else [fact.prop for fact in step.earlier]
    carried = value_of(with_printed(left, given, lines))
    if carried is not None and abs(carried - printed) <= unit / 2:
        return Judged(UNKNOWN, reason=f"right by the rounded numbers of the lines before: {told.reason}")
    return Judged(REFUTED, told.by, reason=told.reason, point=told.point or {})


def of_readings(settler: Settler, step: Step, readings: Sequence[object]) -> Judged | None:
    """A line without letters that may be read in several ways, `1\\frac{1}{2}`: wrong if each is, right if one is."""
    readings = [*readings, *(x for each in readings if isinstance(each, Approx) for x in in_tens(each))]
    told = [settler(each) for each in readings if isinstance(each, Prop) and not each.free]
    right = [k for k, each in enumerate(told) if each.status == PROVED]
    if len(told) < len(readings) or any(each.status == UNKNOWN for each in told):
        return None
    if not right:
        reason = f"in each reading, such as {readings[0]}"
        return Judged(REFUTED, told[0].by, (), reason, {}, told[0].difference, told[0].sides)
    statement = readings[right[0]]
    assert isinstance(statement, Prop)
    step.statement = statement
    return judged_of(told[right[0]])


def in_tens(claim: Prop) -> list[Approx]:
    """What else a number that ends in zeros may say of a value behind a sign of "about equal": that it is rounded to tens."""
    return [Approx(claim.term, each) for each in to_tens(claim.digits)] if isinstance(claim, Approx) else []


def printed_after(settler: Settler, claim: Prop, row: Prop) -> Judged | None:
    """The digits of a value that the row before names by a term: `x = 2.5789` after `x = log(17)/log(3)`; None of a value that
    may be another one."""
    match claim, row:
        case Relation("=", Variable() as letter, Scalar() as number), Relation("=", other, Scalar() as term) if (
            letter == other
        ):
            digits, value, shown = printed_digits(number), value_of(term), value_of(number)
        case _:
            return None
    if not digits and decimals_in(number) and value is not None and not decimals_in(term):
        return rounded_inside(settler, Relation("=", term, number), ())
    if not digits or not is_rounded(digits) or value is None or shown is None or decimals_in(term):
        return None
    told = settler(Approx(term, digits), ())
    if told.status == PROVED:
        return Judged(PROVED, "rounded, right to the digits shown", told.trusts)
    near = abs(value - shown) < CLOSE * abs(value)
    return Judged(REFUTED, told.by, reason=told.reason, point={}) if near and told.status == REFUTED else None


def from_the_start(settler: Settler, step: Step, given: tuple[Prop, ...], digits: str) -> Judged | None:
    """Whether a chain that rounds on the way still ends at the value that it began with."""
    if step.first is None or not isinstance(step.first, Scalar) or decimals_in(step.first):
        return None
    if any(kind not in ("=", "approx") for kind in step.before) or with_values(step.first, given).free:
        return None
    whole = settler(Approx(step.first, digits), given)
    if whole.status != REFUTED:
        return None
    return Judged(
        UNKNOWN, reason=f"follows from the rounded numbers only; from the first member of the chain, {whole.reason}"
    )


def rounded_inside(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """An equation between numbers of which some may be rounded: right where each rounds what stands in its place on the left, and
    within their rounding not wrong."""
    if not is_equation(claim):
        return None
    sides = [with_values(side, given) for side in (claim.left, claim.right) if isinstance(side, Scalar)]
    if (places := _places(*sides)) is not None:
        told = [settler(each) for each in places]
        if all(each.status == PROVED for each in told):
            trusts = sorted({trust for each in told for trust in each.trusts})
            return Judged(PROVED, "each number rounds what stands in its place", tuple(trusts))
    if (found := _to_the_last_digit(settler, *sides)) is not None:
        return found
    if not any(decimals_in(side) for side in sides):
        return None
    values, moves = [value_of(side) for side in sides], [spread(side) for side in sides]
    if any(each is None for each in (*values, *moves)):
        return None
    if abs(values[0] - values[1]) <= sum(moves):  # type: ignore[operator, arg-type]
        return Judged(UNKNOWN, reason="the two sides are equal within the rounding of the numbers in them, not exactly")
    return None


def _to_the_last_digit(settler: Settler, left: Scalar, right: Scalar) -> Judged | None:
    """That rounded numbers on the right come to the left side, but for half a unit of the finest digit of them."""
    numbers = decimals_in(right)
    if not numbers or decimals_in(left):
        return None
    half = Number(min(read_digits(each.shown)[1] for each in numbers) / 2)
    told = [settler(Relation(kind, left, right + way)) for kind, way in (("<=", half), (">=", -half))]
    if any(each.status != PROVED for each in told):
        return None
    trusts = sorted({trust for each in told for trust in each.trusts})
    return Judged(PROVED, "rounded, right to the last digit of the numbers in it", tuple(trusts))


def _places(left: Term, right: Term) -> list[Prop] | None:
    """What an equation says place by place: of `e + 1/3 = 2.718 + 0.333`, that e rounds to 2.718 and 1/3 to 0.333; None where the
    sides are not built alike."""
    digits = printed_digits(right)
    if left == right:
        return []
    if digits and is_rounded(digits) and isinstance(left, Scalar):
        return [Approx(left, digits)]
    if type(left) is type(right) and isinstance(left, BUILT) and _head(left) == _head(right):
        found = [_places(*pair) for pair in zip(left.children(), right.children(), strict=True)]
        return None if None in found else [each for some in found if some is not None for each in some]
    if isinstance(left, Scalar) and isinstance(right, Scalar) and not decimals_in(right, least=1):
        return [Relation("=", left, right)]
    return None


def _head(term: Term) -> tuple[object, int]:
    """What a term is built by: sin, or a sum of three."""
    return getattr(term, "function", None), len(term.children())


def of_numbers(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """The refutation of a claim of which it is worked out what it says of numbers."""
    told = settler(claim, [prop for prop in given if prop.free == claim.free], 0.5) if claim.free else None
    if (settler.closed(claim) if told is None else told.status) != REFUTED:
        return None
    wrong = Judged(REFUTED, "falsify", reason=f"by what is given it says {claim}", point=told.point if told else {})
    return rounded_inside(settler, claim, ()) or wrong
