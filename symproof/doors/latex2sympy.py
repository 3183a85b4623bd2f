"""The door to latex2sympy2: what it makes of LaTeX, as text, and the values of that at points.

It is asked in a process of its own (`worker`), where it is installed: it parses slowly, keeps state between formulas, and puts
packages named `gen` and `tests` at the top of the import path. Its word settles nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

Point = dict[str, str]
Second = tuple[str, tuple[str, ...]]
"""A reading as text, and its value at each point in decimals; "" where it has none."""
DIGITS = 20


def is_installed() -> bool:
    """Whether there is a latex2sympy2 to ask."""
    return find_spec("latex2sympy2") is not None


def read_all(asked: Sequence[tuple[str, Sequence[Point]]]) -> list[Second | None]:
    """What each LaTeX is read as, with its values at its points; None for one that is not read."""
    return [_read(latex, points) for latex, points in asked]


def _read(latex: str, points: Sequence[Point]) -> Second | None:
    from latex2sympy2 import latex2sympy

    try:
        term = latex2sympy(latex)
        return str(term), tuple(_value(term, point) for point in points)
    except Exception:  # it raises Exception itself, and AttributeError on lists
        return None


def _value(term: object, point: Point) -> str:
    letters = {letter: point.get(letter.name) for letter in term.free_symbols}  # type: ignore[attr-defined]
    if None in letters.values():
        return ""
    value = term.subs(letters).evalf(DIGITS)  # type: ignore[attr-defined]
    return str(value) if value.is_real and value.is_finite else ""
