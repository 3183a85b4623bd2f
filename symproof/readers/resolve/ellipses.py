r"""Sums and products with an ellipsis, where the pattern is certain: `1 + 3 + \dots + (2n - 1)`, `x_1 x_2 \cdots x_n`.

The last term says the law, as a term in the letter that counts; the terms before the ellipsis, and the one before the last,
must follow it. One term before the ellipsis is enough where the letter stands in indices only, or alone.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof import symbols
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.evaluation.exact import exact_root
from symproof.readers.notation import tree as t
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.values import Refused, Value, guarded, words
from symproof.substitution import rebuild, substitute

if TYPE_CHECKING:
    from collections.abc import Sequence

STARTS = range(-1, 10)
INDICES = ("k", "j", "l", "m", "q", "r")
COUNTER = symbols.index("k")
MOST = 200
"""So many places of a power are looked at."""
DUMMY = tm.VectorVariable("\\any")


def elided(before: Sequence[Value], after: Sequence[Value], node: t.Node, *, product: bool = False) -> Value:
    """The sum, or the product, of terms of which some are left out.

    Raises:
        Refused: a pattern that is not certain.
    """
    values = (*before, *after)
    sort = next((sort for sort in (tm.Scalar, tm.Vector) if all(isinstance(each, sort) for each in values)), None)
    if not before or not 1 <= len(after) <= 2 or sort is None or (product and sort is tm.Vector):
        wrong = next((each for each in values if not isinstance(each, (tm.Scalar, tm.Vector))), None)
        raise Refused(node, f"{words(wrong)} beside an ellipsis" if wrong is not None else "an ellipsis at an end")
    make = symbols.product if product else symbols.total
    counted = _of_numbers(values, len(before))
    if counted is not None:
        law, end = counted
        return guarded(node, lambda: make(law, COUNTER, 0, end))
    last = after[-1]
    index = free_index(values)
    if index is None:
        raise Refused(node, "an ellipsis among too many letters")
    found = []
    for letter in sorted(last.free, key=str):
        if tm.is_integer_letter(letter):
            law = substitute(last, {letter: index})
            start = _start(law, index, before, sure=_counts_only(last, letter))
            if start is not None and (len(after) == 1 or same(substitute(law, {index: letter - 1}), after[0])):
                found.append((law, start, letter))
    if len(found) != 1:
        raise Refused(node, "an ellipsis whose pattern is not certain: write the sum or the product with its sign")
    law, start, letter = found[0]
    return guarded(node, lambda: make(law, index, start, letter))


def free_index(terms: Sequence[tm.Term]) -> tm.Variable | None:
    """A letter that counts and stands in none of some terms."""
    names = {str(letter) for each in terms for letter in each.free}
    return next((symbols.index(name) for name in INDICES if name not in names), None)


def _of_numbers(values: Sequence[Value], shown: int) -> tuple[tm.Scalar, int] | None:
    r"""The law of numbers with the same difference, quotient, or difference of roots or of reciprocals, and the place of the
    last: `1 + 2 + \dots + 10`, `1 + 4 + 9 + \dots + 100`, `1 + 2 + 4 + \dots + 64`. None where no law fits, or several do."""
    if shown > 1 and (changing := _places_in_powers(values)) is not None:
        return _progression(changing[0], shown, changing[1])
    numbers = [constant(value) for value in values if isinstance(value, tm.Scalar)]
    if shown < 3 and not all(map(_is_plain, values)):
        return None  # 1 * 2 + 2 * 3: what is worked out hides the law
    if shown < 2 or any(number is None or not number for number in numbers):
        return None
    given = [number for number in numbers if number is not None]
    found = [fit for inner, law in LAWS if (fit := _progression(list(map(inner, given)), shown, law)) is not None]
    first, second = given[:2]
    places = _places([number / first for number in given], shown, second / first)
    if places is not None and abs(second / first) != 1:
        found.append((tm.Number(first) * tm.Number(second / first) ** COUNTER, places))
    return found[0] if len(found) == 1 else None


def _places_in_powers(
    values: Sequence[Value],
) -> tuple[list[Fraction | None], Callable[[tm.Scalar], tm.Scalar]] | None:
    r"""Of powers of numbers, as they are written, with one exponent, `1^2 + 3^2 + \dots + 9^2`, or one base: what changes, and
    the power that it makes."""
    powers = [value for value in values if isinstance(value, tm.Pow) and isinstance(value.base, tm.Number)]
    bases, exponents = {each.base for each in powers}, {each.exponent for each in powers}
    if len(powers) < len(values) or not all(isinstance(each, tm.Number) for each in exponents):
        return None
    if len(exponents) == 1 < len(bases):
        (power,) = exponents
        return [constant(each.base) for each in powers], lambda place: place**power
    if len(bases) == 1 < len(exponents):
        (base,) = bases
        return [constant(each.exponent) for each in powers], lambda place: base**place
    return None


def _is_plain(value: Value) -> bool:
    """Whether a term is a number as it is written: 6, -6, 1/6 or 6**2."""
    match value:
        case tm.Number():
            return True
        case tm.Neg(arg):
            return _is_plain(arg)
        case tm.Div(one, other) | tm.Pow(one, other):
            return _is_plain(one) and _is_plain(other)
    return False


def _progression(
    given: list[Fraction | None], shown: int, law: Callable[[tm.Scalar], tm.Scalar]
) -> tuple[tm.Scalar, int] | None:
    numbers = [number for number in given if number is not None]
    step = numbers[1] - numbers[0] if len(numbers) == len(given) else Fraction(0)
    if not step:
        return None
    places = [(number - numbers[0]) / step for number in numbers]
    last = places[-1]
    follows = places[:shown] == list(range(shown)) and last.denominator == 1 and last >= shown
    if not follows or places[shown:-1] not in ([], [last - 1]):
        return None
    counted = COUNTER if step == 1 else tm.Number(step) * COUNTER
    return law(tm.Number(numbers[0]) + counted if numbers[0] else counted), int(last)


def _places(powers: list[Fraction], shown: int, ratio: Fraction) -> int | None:
    """The exponent of the last of some powers, if all are powers of a ratio in their order."""
    if powers[:shown] != [ratio**k for k in range(shown)] or abs(ratio) == 1:
        return None
    last = next((k for k in range(shown, MOST) if ratio**k == powers[-1]), None)
    follows = last is not None and (len(powers) == shown + 1 or powers[-2] == ratio ** (last - 1))
    return last if follows else None


def _root(number: Fraction) -> Fraction | None:
    """The root of a square number."""
    return None if number < 0 else exact_root(number, 2)


LAWS: tuple[tuple[Callable[[Fraction], Fraction | None], Callable[[tm.Scalar], tm.Scalar]], ...] = (
    (lambda number: number, lambda place: place),
    (_root, lambda place: place**2),
    (lambda number: 1 / number, lambda place: 1 / place),
)
"""What is in arithmetic progression, and the number that it makes."""


def _start(law: tm.Term, index: tm.Variable, before: Sequence[tm.Term], *, sure: bool) -> tm.Scalar | None:
    """The place of the first term; None where the terms do not follow the law, or too few show that they do."""
    if len(before) < 2 and not sure:
        return None
    first = getattr(before[0], "index", None)
    places = [tm.scalar(place) for place in STARTS]
    if isinstance(first, tm.Scalar) and getattr(law, "index", None) == index and first not in places:
        places.append(first)
    fits = [
        place
        for place in places
        if all(same(substitute(law, {index: place + k if k else place}), each) for k, each in enumerate(before))
    ]
    return fits[0] if len(fits) == 1 else None


def _counts_only(last: tm.Term, letter: tm.Variable) -> bool:
    """Whether a letter is all there is, or stands in indices only."""

    def without(term: tm.Term) -> tm.Term:
        if isinstance(term, tm.ScalarAt):
            return tm.ONE
        return tm.ZeroVector() if isinstance(term, tm.VectorAt) else rebuild(term, without)

    return last == letter or letter not in without(last).free


def no_form() -> tuple[type[Exception], ...]:
    """What is raised of a term that has no normal form; what makes these forms is loaded when one is asked for."""
    from symproof.trusted.normal.atoms import NoNormalForm
    from symproof.trusted.polynomial import TooLarge

    return SymproofError, NoNormalForm, TooLarge, ArithmeticError, ValueError


def same(left: tm.Term, right: tm.Term) -> bool:
    """Whether two terms have one normal form."""
    from symproof.trusted.normal.normalizer import Normalizer

    if left == right:
        return True
    if isinstance(left, tm.Vector) and isinstance(right, tm.Vector):
        left, right = tm.Inner(left, DUMMY), tm.Inner(right, DUMMY)
    if not isinstance(left, tm.Scalar) or not isinstance(right, tm.Scalar):
        return False
    normal = Normalizer()
    try:
        return not dict(normal.ring.numerator_terms(normal.scalar(left - right)))
    except no_form():
        return False


def diagonal_left_out(read: Callable[[t.Node], Value], node: t.Function) -> tm.Matrix | None:
    r"""The matrix `\operatorname{diag}(\lambda_1, \dots, \lambda_n)`, with places from 1 to n; None of what is no such list."""
    body = node.argument.body if isinstance(node.argument, t.Fence) else None
    items = body.items if isinstance(body, t.Sequence) else ()
    left_out = [k for k, each in enumerate(items) if isinstance(each, t.Ellipsis)]
    if len(left_out) != 1 or not 0 < left_out[0] < len(items) - 1:
        return None
    place = left_out[0]
    total = elided([read(each) for each in items[:place]], [read(each) for each in items[place + 1 :]], node)
    if not isinstance(total, tm.Sum) or total.low != tm.ONE:
        raise Refused(node, "which numbers stand on this diagonal is not clear")
    over = tm.Interval(tm.ONE, total.high)
    row, column = symbols.index("i"), symbols.index("j")
    if {row, column} & total.body.free:
        row, column = symbols.index("i'"), symbols.index("j'")
    entry = tm.scalar(substitute(total.body, {total.index: row}))
    return tm.EntryLaw("", over, over, row, column, entry * symbols.delta(row - column))
