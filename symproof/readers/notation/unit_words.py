"""Words for units of measurement, and what they are in base units. `readers.resolve.units` makes terms of them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

BASE = frozenset(("m", "g", "s", "A", "K", "mol", "cd", "bit", "EUR", "GBP", "JPY", "INR", "USD"))
"""Base units. (The gram, so that prefixes are regular.)"""
PREFIXES = {
    "k": 3, "M": 6, "G": 9, "T": 12, "c": -2, "d": -1, "m": -3, "u": -6, "\\mu": -6, "n": -9, "p": -12, "h": 2,
}  # fmt: skip
PREFIXED = frozenset(
    ("m", "g", "s", "A", "mol", "N", "J", "W", "V", "Pa", "Hz", "eV", "L", "l", "C", "F", "bit", "Wh", "B")
)
DERIVED: dict[str, tuple[str, str]] = {
    "N": ("1000", "g m s^-2"), "J": ("1000", "g m^2 s^-2"), "W": ("1000", "g m^2 s^-3"), "Pa": ("1000", "g m^-1 s^-2"),
    "Hz": ("1", "s^-1"), "C": ("1", "A s"), "V": ("1000", "g m^2 s^-3 A^-1"), "Wh": ("3600000", "g m^2 s^-2"),
    "F": ("1/1000", "g^-1 m^-2 s^4 A^2"), "B": ("8", "bit"),
    "L": ("1/1000", "m^3"), "l": ("1/1000", "m^3"), "liter": ("1/1000", "m^3"), "litre": ("1/1000", "m^3"),
    "min": ("60", "s"), "h": ("3600", "s"), "hr": ("3600", "s"), "hour": ("3600", "s"), "day": ("86400", "s"),
    "week": ("604800", "s"), "minute": ("60", "s"), "second": ("1", "s"), "sec": ("1", "s"),
    "meter": ("1", "m"), "metre": ("1", "m"), "gram": ("1", "g"), "kilogram": ("1000", "g"), "kilometer": ("1000", "m"),
    "t": ("1000000", "g"), "tonne": ("1000000", "g"), "ha": ("10000", "m^2"),
    "inch": ("127/5000", "m"), "ft": ("381/1250", "m"), "yd": ("1143/1250", "m"),
    "mi": ("201168/125", "m"), "mile": ("201168/125", "m"), "mph": ("1397/3125", "m s^-1"), "kph": ("5/18", "m s^-1"),
    "oz": ("45359237/1600000", "g"), "lb": ("45359237/100000", "g"),
    "eV": ("1602176634/10000000000000000000000000", "g m^2 s^-2"),
    "cent": ("1/100", "USD"), "dollar": ("1", "USD"), "euro": ("1", "EUR"),
}  # fmt: skip
PLURAL = frozenset((
    "liter", "litre", "hour", "hr", "day", "week", "minute", "second", "meter", "metre", "gram", "kilogram", "kilometer",
    "tonne", "mile", "cent", "dollar", "euro", "min", "lb",
))  # fmt: skip
TEXT = re.compile(r"[A-Za-z\\]+(?:\^?-?\d)?(?:[*/·. ]\s*[A-Za-z\\]+(?:\^?-?\d)?)*")
PART = re.compile(r"([*/·. ]?)\s*([A-Za-z\\]+)(?:\^?(-?\d))?")
SINGLE = frozenset("ACFJKLNTVW")
"""Capital letters that are units in roman type only behind a space."""


@cache
def is_unit(name: str) -> bool:
    """Whether a word is a unit, with or without a prefix or the s of the plural."""
    return (
        name in BASE
        or name in DERIVED
        or (name.endswith("s") and name[:-1] in PLURAL)
        or any(name.startswith(prefix) and name[len(prefix) :] in PREFIXED for prefix in PREFIXES)
    )


SPELLED = {
    "metre": "m", "meter": "m", "gram": "g", "litre": "l", "liter": "l", "L": "l", "watt": "W", "volt": "V", "joule": "J",
    "tonne": "Mg", "t": "Mg", "kilometre": "km", "kilometer": "km", "kilogram": "kg", "centimetre": "cm", "centimeter": "cm",
    "millimetre": "mm", "millimeter": "mm", "milligram": "mg", "millilitre": "ml", "milliliter": "ml", "mL": "ml",
    "kilowatt": "kW",
}  # fmt: skip


KINDS = {
    "m": ("length", "1"), "g": ("mass", "1"), "l": ("volume", "1"), "W": ("power", "1"), "V": ("voltage", "1"),
    "J": ("energy", "1"),
    "s": ("time", "1"), "sec": ("time", "1"), "second": ("time", "1"), "min": ("time", "60"), "minute": ("time", "60"),
    "h": ("time", "3600"), "hr": ("time", "3600"), "hour": ("time", "3600"), "ha": ("area", "10000"),
}  # fmt: skip
"""Units of which it is sure how many make another one of their kind: a day may have eight hours."""
RAISED = {"²": (2, "area"), "^2": (2, "area"), "³": (3, "volume"), "^3": (3, "volume")}


@cache
def ratio_between(one: str, other: str) -> Fraction | None:
    """How many of another unit of its kind make a unit; None where that is not known.

    >>> [str(ratio_between(*pair)) for pair in (("km", "metres"), ("h", "min"), ("cm³", "litres"), ("km/h", "m/s"))]
    ['1000', '60', '1/1000', '5/18']
    >>> ratio_between("days", "hours"), ratio_between("h", "m")
    (None, None)
    """
    (kind, size), (of, per) = _sized(one), _sized(other)
    return size / per if kind == of != "" else None


def _sized(name: str) -> tuple[str, Fraction]:
    """The kind of a unit, "" where it is not known, and its size in the first unit of that kind."""
    name = name.replace(" ", "")
    top, stroke, bottom = name.partition("/")
    if stroke:
        (kind, size), (of, per) = _sized(top), _sized(bottom)
        return (f"{kind}/{of}" if kind and of else "", size / per)
    for mark, (power, kind) in RAISED.items():
        if name.endswith(mark):
            of, size = _sized(name.removesuffix(mark))
            return (kind if of == "length" else "", size**power * (1000 if power == 3 else 1))
    name = name if len(name) < 3 else name.removesuffix("s")
    name = SPELLED.get(name, name)
    if name in KINDS:
        return KINDS[name][0], Fraction(KINDS[name][1])
    base, prefix = name[1:], PREFIXES.get(name[:1])
    if prefix is None or base not in ("m", "g", "l", "W", "V", "J", "s"):
        return "", Fraction(1)
    return KINDS[base][0], Fraction(10) ** prefix


@cache
def is_units(text: str) -> bool:
    """Whether `km/h`, `m/s^2`, `kg m` is made of units."""
    text = text.strip()
    return bool(TEXT.fullmatch(text)) and all(is_unit(name) for _, name, _ in PART.findall(text))
