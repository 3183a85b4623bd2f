"""A point: exact values for the free symbols of a statement, at which it can be evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Union

from symproof.term import Scalar, Term
from symproof.text import letter

Coordinates = tuple[Fraction, ...]
Member = Union[Fraction, Coordinates]


@dataclass(frozen=True, slots=True)
class SequenceValue:
    """A sequence: the members in `table`, and `tail` at every other index.

    For a sequence over Z/n the table holds 0..n-1. Where hypotheses define the sequence by a recurrence, the
    table holds the members that they leave open.
    """

    table: Mapping[int, Member]
    tail: Member


@dataclass(frozen=True, slots=True)
class QuadraticFunction:
    """The function x -> constant + <linear, x> + (curvature/2) <x, x>, on vectors or (one coordinate) on reals."""

    constant: Fraction
    linear: Coordinates
    curvature: Fraction


@dataclass(frozen=True, slots=True)
class MatrixValue:
    """A table of entries; rows and columns counted from the lower end of their index sets."""

    rows: tuple[Coordinates, ...]


Value = Union[Fraction, int, Coordinates, Scalar, SequenceValue, QuadraticFunction, MatrixValue]


@dataclass(frozen=True, slots=True)
class Point:
    """Values of symbols: of `Variable` a `Fraction` (where it is real, or a term without letters, such as sqrt(2)), of
    `ResidueVariable` an int, of `VectorVariable` coordinates, of `Sequence`, `Function` and `MatrixVariable` the classes
    above. `dimension` is that of all its vectors. Instead of an angle x the values of sin(x) and cos(x) may be given.

    Symbols bound by an outer `Each` or `Minimizer` of the claim may be given too: that is where the claim fails.
    """

    values: Mapping[Term, Value]
    dimension: int = 1

    def show(self) -> dict[str, str]:
        """Names and values as text, in the order in which a reader looks for them.

        Sequences are shown member by member: `{"T": "1", "v[1]": "(1)"}`.
        """
        shown: dict[str, str] = {}
        for symbol, value in self.values.items():
            name = letter(str(getattr(symbol, "name", symbol)))
            match value:
                case SequenceValue(table, tail):
                    shown |= {f"{name}[{k}]": show_member(member) for k, member in sorted(table.items())}
                    if not table:
                        shown[f"{name}[.]"] = show_member(tail)
                case QuadraticFunction():
                    shown[name] = _show_quadratic(value, getattr(symbol, "on", "vector") == "vector")
                case MatrixValue(rows):
                    shown[name] = "[" + "; ".join(" ".join(map(str, row)) for row in rows) + "]"
                case _:
                    shown[name] = show_member(value)
        return shown

    def __str__(self) -> str:
        return ", ".join(f"{name} = {value}" for name, value in self.show().items())


def show_member(value: object) -> str:
    """A number, or the coordinates of a vector in brackets."""
    return f"({', '.join(map(str, value))})" if isinstance(value, tuple) else str(value)


def _show_quadratic(value: QuadraticFunction, on_vectors: bool) -> str:
    """The function as it is written in text: `3 + inner((1), x) + 1/2*norm(x)**2`, or on reals `3 + x + 1/2*x**2`."""
    parts = [str(value.constant)] if value.constant else []
    if any(value.linear):
        parts.append(f"inner({show_member(value.linear)}, x)" if on_vectors else _times(value.linear[0], "x"))
    if value.curvature:
        parts.append(_times(value.curvature / 2, "norm(x)**2" if on_vectors else "x**2"))
    return " + ".join(parts).replace("+ -", "- ") or "0"


def _times(number: Fraction, what: str) -> str:
    return what if number == 1 else f"-{what}" if number == -1 else f"{number}*{what}"
