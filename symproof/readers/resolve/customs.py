"""What the words of a whole text say of its notation: of complex numbers, of logarithms, of common divisors."""

from __future__ import annotations

from symproof.readers.resolve.bases import base_of_logarithms
from symproof.readers.resolve.complex_numbers import complex_letters, speaks_of_complex_numbers
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.numbers import DIVISORS


def take_customs(context: Context, text: str) -> None:
    """Know of a context how its text writes things."""
    context.complexes = complex_letters(text)
    context.imaginary = speaks_of_complex_numbers(text)
    context.base = base_of_logarithms(text)
    context.divisors = bool(DIVISORS.search(text))
