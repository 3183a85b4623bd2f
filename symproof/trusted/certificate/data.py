"""Certificates, statements and terms as JSON data, both ways; data of another shape is refused."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

from symproof import printed, properties, rates
from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.functions import FUNCTIONS
from symproof.trusted.certificate.constructors import Certificate, Piece
from symproof.trusted.certificate.matrices import MatrixPiece

CONSTRUCTORS: dict[str, Any] = {kind.__name__: kind for kind in (*Certificate.__args__, Piece, MatrixPiece)}  # type: ignore[attr-defined]
NODES: dict[str, Any] = {
    name: value
    for module in (tm, st, properties, printed, rates)
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, tm.Term)
}
SORTS = (tm.Term, tm.Scalar, tm.Vector, tm.Matrix, tm.Residue, st.Prop)
"""Classes of terms that are no constructors."""


def to_data(value: Any) -> Any:
    """A term, a statement or a certificate as JSON data: a list of the constructor's name and its arguments."""
    if isinstance(value, tm.Term):
        return [type(value).__name__, *map(to_data, value.fields())]
    if is_dataclass(value):
        return [type(value).__name__, *(to_data(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, Fraction):
        return {"q": str(value)}
    if isinstance(value, tuple):
        return {"t": [to_data(item) for item in value]}
    return value  # str, int, bool, None


def from_data(data: Any) -> Any:
    """What `to_data` wrote.

    Raises:
        ValueError: a constructor that does not exist, or data of another shape.
    """
    match data:
        case [str(name), *args]:
            constructor = CONSTRUCTORS.get(name) or NODES.get(name)
            if constructor is None or constructor in SORTS:
                raise ValueError(f"{name!r} is no constructor of terms or certificates")
            values = tuple(map(from_data, args))
            hints = fields_of(constructor)
            if len(values) <= len(hints) and all(map(_fits, values, hints)) and _well_formed(name, values):
                with suppress(SymproofError):  # it refuses what its declaration asks for beyond the types
                    return constructor(*values)
            raise ValueError(f"{name} is not made of {str(args)[:80]}")
        case {"q": str(text)}:
            return Fraction(text)
        case {"t": list(items)}:
            return tuple(map(from_data, items))
        case str() | int() | None:
            return data
        case _:
            raise ValueError(f"{data!r} is no part of a certificate")


@cache
def fields_of(constructor: Any) -> tuple[Any, ...]:
    """The types of a constructor's arguments, in order."""
    names = NODES | CONSTRUCTORS | {"Certificate": Certificate, "Symbol": st.Symbol, "ClassVar": ClassVar}
    hints = get_type_hints(constructor, {**vars(sys.modules[constructor.__module__])}, names)
    order = constructor.__match_args__ if constructor.__name__ in NODES else [each.name for each in fields(constructor)]
    return tuple(hints[name] for name in order)


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of a type: data from outside may put a vector where a scalar belongs."""
    parts = get_args(hint)
    if get_origin(hint) is tuple:
        if parts[-1] is Ellipsis:
            return isinstance(value, tuple) and all(_fits(item, parts[0]) for item in value)
        return isinstance(value, tuple) and len(value) == len(parts) and all(map(_fits, value, parts))
    if parts:
        return any(_fits(value, part) for part in parts)
    return type(value) is hint if hint in (int, str, bool) else isinstance(value, hint)


def _well_formed(name: str, values: tuple[Any, ...]) -> bool:
    """What the types of the arguments do not say."""
    match name, values:
        case "Elementary", (function, args):
            return function in FUNCTIONS and len(args) == FUNCTIONS[function].arity
        case "Function", (_, on):
            return on in ("vector", "real")
        case "Apply" | "GradientAt", (function, arg):
            return bool(isinstance(arg, tm.Vector) == (function.on == "vector"))
        case "ScalarAt", (sequence, _):
            return isinstance(sequence.item, tm.Variable)
        case "VectorAt", (sequence, _):
            return isinstance(sequence.item, tm.VectorVariable)
        case "Add" | "Mul" | "VectorAdd" | "ResidueAdd" | "And" | "Or", (args,):
            return bool(args)
        case "EntryLaw", (_, rows, columns, row, column, _):
            return row != column and _indexes(row, rows) and _indexes(column, columns)
        case _:
            return True


def _indexes(letter: Any, where: tm.Cyclic | tm.Interval) -> bool:
    if isinstance(letter, tm.ResidueVariable):
        return letter.over == where
    return isinstance(where, tm.Interval) and tm.is_integer(letter)


def dumps(value: Any) -> str:
    """A term, a statement or a certificate as JSON text."""
    return json.dumps(to_data(value), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Any:
    """What `dumps` wrote."""
    return from_data(json.loads(text))
