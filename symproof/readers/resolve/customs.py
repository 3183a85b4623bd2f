"""What the words of a whole text say of its notation: of complex numbers, of logarithms, of common divisors, of commas."""

from __future__ import annotations

import re

from symproof.readers.resolve.bases import base_of_logarithms
from symproof.readers.resolve.complex_numbers import complex_letters, speaks_of_complex_numbers
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.numbers import DIVISORS

POINTS = re.compile(
    r"[-+*/=<>$£≈×÷·]\s?\d{1,3}(?:,\d{3})*\.\d{1,2}(?![\d.,]*\d)|\d,\d{3},\d{3}(?!\d)|\\\$\s?\d|£\d{1,3},\d{3}(?![\d,])"
)
"""A number with a decimal point behind a sign, or one with two commas, or a price."""
COMMAS = re.compile(r"(?<![\d.,_(\[{])\d+,\d{1,2}(?![\d.,)\]}])|(?<![\d.,_(\[{])0,\d+(?![\d.,)\]}])")
"""A number with a decimal comma."""


def take_customs(context: Context, text: str) -> None:
    """Know of a context how its text writes things."""
    context.complexes = complex_letters(text)
    context.imaginary |= speaks_of_complex_numbers(text)
    context.base = base_of_logarithms(text)
    context.divisors = bool(DIVISORS.search(text))
    context.thousands = bool(POINTS.search(text)) and COMMAS.search(text) is None
