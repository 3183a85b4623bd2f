r"""Units of measurement: `5\,\text{km} = 5000\,\text{m}`, `\frac{120\ \mathrm{km}}{2\ \mathrm{h}} = 60\ \mathrm{km/h}`.

A base unit is a positive letter, any other unit a term in these. A word is a unit only where it stands behind a number, or
behind another unit, and nothing else is declared.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from symproof import term as tm
from symproof.printed import read_digits
from symproof.readers.notation.unit_words import BASE, DERIVED, PART, PLURAL, PREFIXED, PREFIXES, is_units
from symproof.statement import And, Prop, Relation


def letter(name: str) -> tm.Scalar:
    """The letter of a base unit."""
    return tm.Variable(rf"\mathrm{{{name}}}", sign="positive")


def is_unit(term: tm.Term) -> bool:
    """Whether a letter is that of a base unit."""
    return isinstance(term, tm.Variable) and term.sign == "positive" and term.name[8:-1] in BASE


@cache
def unit(name: str) -> tm.Scalar | None:
    """A unit as a term in base units; None for a word that is none.

    >>> str(unit("km")), str(unit("hours")), unit("apples")
    ('1000*m', '3600*s', None)
    """
    if name in BASE:
        return letter(name)
    if name in DERIVED:
        factor, base = DERIVED[name]
        return _scaled(Fraction(factor), _product(base))
    if name.endswith("s") and name[:-1] in PLURAL:
        return unit(name[:-1])
    for prefix, power in PREFIXES.items():
        rest = name.removeprefix(prefix)
        if rest != name and rest in PREFIXED:
            inner = unit(rest)
            return None if inner is None else _scaled(Fraction(10) ** power, inner)
    return None


@cache
def units(text: str) -> tm.Scalar | None:
    """What `km/h`, `m/s^2`, `kg m` stand for; None where some part is no unit."""
    if not is_units(text):
        return None
    total: tm.Scalar | None = None
    for sign, name, power in PART.findall(text.strip()):
        factor = unit(name)
        if factor is None:
            return None
        if power:
            factor = factor ** tm.Number(Fraction(int(power)))
        total = factor if total is None else total / factor if sign == "/" else total * factor
    return total


def to_tens(digits: str) -> list[str]:
    """A whole number that ends in zeros, as it is printed where it is rounded to tens, hundreds and so on.

    >>> to_tens("4200"), to_tens("42"), to_tens("42.00")
    (['420e1', '42e2'], [], [])
    """
    zeros = len(digits) - len(digits.rstrip("0")) if digits.lstrip("-").isdigit() else 0
    return [f"{digits[:-k]}e{k}" for k in range(1, zeros + 1) if digits[:-k].lstrip("-")]


def rounded_quantity(value: object, shown: object) -> Prop | None:
    r"""What `\approx 33.3\,\text{km/h}` says of a value, or `\approx 3.14 \cdot 5`; None where no quantity in digits is shown: of
    `20 \cdot 50` nobody says how near it is."""
    match shown:
        case tm.Mul((tm.Number(_, digits) as number, *units)) if (
            units and (shown.free or "." in digits) and all(map(is_unit, shown.free)) and isinstance(value, tm.Scalar)
        ):
            shown_digits = digits or str(number.value)
            printed, unit = read_digits([shown_digits, *to_tens(shown_digits)][-1])
            low, high = (tm.Mul((tm.Number(end), *units)) for end in (printed - unit / 2, printed + unit / 2))
            return And((Relation("<=", low, value), Relation("<=", value, high)))
    return None


def _scaled(factor: Fraction, base: tm.Scalar) -> tm.Scalar:
    return base if factor == 1 else tm.Number(factor) * base


def _product(text: str) -> tm.Scalar:
    total: tm.Scalar | None = None
    for part in text.split():
        name, _, power = part.partition("^")
        base = letter(name)
        factor = base ** tm.Number(Fraction(int(power))) if power else base
        total = factor if total is None else total * factor
    assert total is not None  # of a row of the table
    return total
