"""What a node can stand for beside a term; what has no meaning is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation.tree import Node
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.dependence import hides
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.grids import Grid, places_of
from symproof.readers.resolve.places import Places
from symproof.statement import Prop
from symproof.substitution import rebuild, substitute
from symproof.term import Term


class Refused(Exception):
    """A node that cannot be read as a term, and why."""

    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.node, self.message = node, message


@dataclass(frozen=True, slots=True)
class Row:
    """A transposed vector (by its entries: `Places`), which waits for the vector on its right."""

    vector: Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A number times the identity matrix, of the size that what stands beside it has: `A - \\lambda I`."""

    factor: tm.Scalar = tm.ONE


@dataclass(frozen=True, slots=True)
class Tuple:
    """Values in brackets: the arguments of a function, a point."""

    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Macro:
    """A function that is defined by a term: `f(x, y) = body`. Calls are read as the body at their arguments."""

    name: str
    parameters: tuple[Term, ...]
    body: Term
    domain: Prop | None = None
    """Where the text gives the function, `f(x) = x^2 for x >= 0`; None for everywhere."""
    written: Term | None = None
    """The body as it is written, where letters in it stand for terms in the parameters: z in `f(x, y) = e^z`."""

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(str, self.parameters))}) = {self.body}"

    def at(self, args: tuple[Any, ...], node: Node) -> Any:
        """The body at some arguments."""
        return self._put(self.body, args, node)

    def within(self, args: tuple[Any, ...], node: Node) -> Prop | None:
        """That some arguments lie where the function is given; None where nothing is said of it."""
        return None if self.domain is None else self._put(self.domain, args, node)

    def _put(self, term: Any, args: tuple[Any, ...], node: Node) -> Any:
        """A term in the parameters, at some arguments; what is written in the places of a vector has others put in."""
        first = args[0] if len(args) == 1 else None
        if len(self.parameters) > 1 and isinstance(first, Tuple):
            args = first.items
        if len(self.parameters) == 1 and len(args) > 1 and self._places(self.parameters[0]):
            args = (Tuple(args),)
        if len(args) != len(self.parameters):
            raise Refused(node, f"{self.name} takes {len(self.parameters)} arguments, and here are {len(args)}")
        table: dict[Term, Any] = {}
        for parameter, arg in zip(self.parameters, args, strict=True):
            if parameter != arg:
                arg = _zero_like(parameter) if arg in (tm.ZERO, tm.ZeroVector()) else arg
                table |= self._at_places(places, arg, node) if (places := self._places(parameter)) else {parameter: arg}
                if not places and _sort(parameter) is not _sort(arg):
                    raise Refused(node, f"{self.name}: {arg} is not of the sort of {parameter}")
        if any(hides(letter, parameter) for parameter in table for letter in self.body.free):
            raise Refused(
                node, f"{self.name} is known only at its own letters, which stand under a mean or an integral"
            )
        plain = all(isinstance(each, (*LETTERS, tm.Sequence)) for each in table)

        def put(part: Any) -> Any:
            return table[part] if isinstance(part, tm.Term) and part in table else rebuild(part, put)

        made = term if not table else substitute(term, table) if plain else put(term)
        if table and not plain and made.free & set(self.parameters):
            raise Refused(node, f"{self.name} is given in more than the places of its argument")
        return made

    def _places(self, parameter: Term) -> tuple[tm.Scalar, ...]:
        places = places_of(parameter, self.body)
        return () if places and parameter in self.body.free and not isinstance(places[0], tm.Entry) else places

    def _at_places(self, places: tuple[tm.Scalar, ...], given: Any, node: Node) -> dict[Term, Any]:
        """What is put in for the places of a vector letter."""
        if isinstance(given, tm.Matrix) and isinstance(places[0], tm.Entry):
            return {places[0].matrix: given}
        items = given.entries if isinstance(given, Grid) else getattr(given, "items", ())
        if len(items) != len(places) or not all(isinstance(item, tm.Scalar) for item in items):
            raise Refused(node, f"{self.name} is given in {len(places)} places, and not at {given}")
        return dict(zip(places, items, strict=True))


LETTERS = (tm.Variable, tm.VectorVariable, tm.MatrixVariable, tm.ResidueVariable)


def _zero_like(parameter: Term) -> Any:
    """The zero of the sort of a parameter."""
    vector = tm.ZeroVector() if isinstance(parameter, tm.Vector) else tm.ZERO
    return tm.zero_matrix(*parameter.shape) if isinstance(parameter, tm.Matrix) else vector


def _sort(value: Any) -> type | None:
    return next((sort for sort in (tm.Scalar, tm.Vector, tm.Matrix, tm.Residue) if isinstance(value, sort)), None)


@dataclass(frozen=True, slots=True)
class Point:
    """A name for several others: `\\mathbf{w}` for (w_1, w_2)."""

    names: tuple[str, ...]


Value = Any
"""A term, a `Row`, a `Tuple`, or a symbol that is a function."""


def words(value: Value) -> str:
    """What a value is, in words."""
    match value:
        case tm.Scalar():
            return "a number"
        case tm.Vector():
            return "a vector"
        case tm.Residue():
            return "a residue"
        case tm.Matrix():
            return "a matrix"
        case Row():
            return "a transposed vector"
        case Places():
            return "a vector of entries"
        case Unit():
            return "an identity matrix"
        case Tuple():
            return "a list"
        case Grid():
            return "a matrix that is written out"
        case Complex():
            return "a complex number"
        case Dyads():
            return "an outer product"
        case tm.Function() | Macro() | Undefined():
            return "a function"
        case tm.Sequence():
            return "a sequence without an index"
        case Prop():
            return "a statement"
        case _:
            return "no term"


def guarded(node: Node, make: Any) -> Value:
    """What `make` makes; a misuse of sorts is a refusal at `node`."""
    try:
        made = make()
        if isinstance(made, tm.Sum | tm.Product):
            made.free  # noqa: B018  # which refuses a matrix whose size speaks of the index
        return made
    except SymproofError as error:
        raise Refused(node, str(error)) from None
