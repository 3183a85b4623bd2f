"""Certificates: the reasons that engines give and the kernel checks. Plain data, with JSON both ways.

A certificate is a tree. A leaf settles a goal; an inner node says how a goal follows from simpler ones, or adds a fact
before the `rest` goes on. Facts are named by their number: the hypotheses first, then those added on the way. Every
term in a certificate is checked to have a value where it is used, so a certificate cannot divide by zero.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

from symproof import printed, properties, rates
from symproof import statement as st
from symproof import term as tm
from symproof.functions import FUNCTIONS


@dataclass(frozen=True, slots=True)
class Evident:
    """The goal holds at sight (see `facts`)."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A relation without letters, but for those that the facts numbered here equal to rationals: it is evaluated, and
    irrational numbers are enclosed in balls."""

    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """weight * product of facts: a fact l = r stands for l - r, l <= r and l < r for r - l."""

    weight: tm.Scalar
    facts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Combination:
    """left - right of the goal (right - left, where it is <= or <) is the sum of the pieces, in normal form.

    For an equation each piece holds one equation; for an inequality each is >= 0, and for a strict one some is > 0.
    `rewrites` are equations whose left side, an atom, is replaced by their right side, in this order.
    """

    pieces: tuple[Piece, ...] = ()
    rewrites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Have:
    """Prove `fact` first; the rest may use it."""

    fact: st.Prop
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Instance:
    """A fact `each` at one value of its symbol."""

    fact: int
    value: tm.Term
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Entrywise:
    """A fact that is an equation of matrices, entry by entry: `each` over the rows and over the columns."""

    fact: int
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Detach:
    """A fact `p implies q`, with a proof of p: q."""

    fact: int
    premise: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Obtain:
    """A fact `exists`, its symbol called by a letter that is used nowhere yet."""

    fact: int
    letter: tm.Term
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Witness:
    """A goal `exists`, from a proof of it at one value of its symbol."""

    value: tm.Term
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Cases:
    """By cases: the relation holds, or its opposite does."""

    relation: st.Relation
    yes: Certificate
    no: Certificate


@dataclass(frozen=True, slots=True)
class Alternatives:
    """A fact `or`: one proof for each alternative; of a fact a != b between scalars, a < b and a > b."""

    fact: int
    proofs: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Absurd:
    """The facts contradict each other: a proof of 0 < 0."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Ordered:
    """A goal a != b, from a proof of a < b (`less`) or of a > b."""

    less: bool
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Between:
    """A goal a = b of scalars, from proofs of a <= b and a >= b."""

    below: Certificate
    above: Certificate


@dataclass(frozen=True, slots=True)
class Definite:
    """A goal u = v of vectors, from a proof of <u - v, u - v> <= 0."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Parts:
    """A conjunction or an equivalence, part by part; a choice of one part of a disjunction is `Choose`."""

    proofs: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """A disjunction, from a proof of one of its parts."""

    part: int
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Suppose:
    """An implication, from a proof of its conclusion in which its premise is a fact; or `each`, at a fresh letter."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Meaning:
    """A goal that abbreviates another: `minimizer`, `approx`, `not` of a relation, an equation of matrices entry by entry."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Rate:
    """A goal `big_o`: the constant, where the bound starts, and a proof of the bound from there on."""

    constant: tm.Scalar
    start: tm.Scalar
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Induction:
    """A goal about an integer letter n >= start: a proof at n = start, and one of n + 1 from n."""

    variable: tm.Variable
    start: int
    base: Certificate
    step: Certificate


@dataclass(frozen=True, slots=True)
class CyclicInduction:
    """A goal about a letter j of Z/n: a proof at j = 0, and one at j + 1 from j; facts about j are not used."""

    variable: tm.ResidueVariable
    base: Certificate
    step: Certificate


@dataclass(frozen=True, slots=True)
class Peeled:
    """A proof in which normal forms take the last terms out of sums and products: sum to n + 1 is sum to n and one term."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Telescoped:
    """sum f(t) = G(high + 1) - G(low), from a proof of f(t) = G(t + 1) - G(t) at a fresh t of the range."""

    total: tm.Sum | tm.VectorSum
    antidifference: tm.Scalar | tm.Vector
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class SplitAt:
    """A sum over low..high is the one over low..place plus the one over place + 1..high; a product, times."""

    total: tm.Sum | tm.VectorSum | tm.Product
    place: tm.Scalar
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Sifted:
    """A sum is its member at `place`, from a proof that it is zero at any other t of the range."""

    total: tm.Sum | tm.VectorSum
    place: tm.Scalar
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Termwise:
    """left `kind` right for two sums over one range, from a proof of it for their members at a fresh index."""

    kind: str
    left: tm.Sum | tm.VectorSum | tm.CyclicSum
    right: tm.Sum | tm.VectorSum | tm.CyclicSum
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A double sum in the other order; neither range speaks of the other's index."""

    total: tm.Sum | tm.CyclicSum
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Reindexed:
    """A sum over low..high run backwards, or one over Z/n with its index b replaced by `place` - b or `place` + b."""

    total: tm.Sum | tm.CyclicSum
    place: tm.Residue | None
    backwards: bool
    rest: Certificate


@dataclass(frozen=True, slots=True)
class CauchySchwarz:
    """<u, v>**2 <= <u, u> <v, v> and |<u, v>| <= norm(u) norm(v): three facts."""

    left: tm.Vector
    right: tm.Vector
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Law:
    """A law of elementary functions, by its name in `laws`, at values whose hypotheses hold at sight."""

    name: str
    values: tuple[tm.Scalar, ...]
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Cited:
    """The claim of a proved lemma, its free letters replaced, from proofs of its hypotheses."""

    lemma: int
    letters: tuple[tuple[tm.Term, tm.Term], ...]
    proofs: tuple[Certificate, ...]
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Oracle:
    """Another program's word; the verdict is labelled with its name."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Assumed:
    """The author's word; the verdict is labelled with the reason."""

    reason: str


Certificate = Union[
    Evident, Enclosed, Combination, Have, Instance, Entrywise, Detach, Obtain, Witness, Cases, Alternatives, Absurd,
    Ordered, Between, Definite, Parts, Choose, Suppose, Meaning, Rate, Induction, CyclicInduction, Peeled, Telescoped, SplitAt,
    Sifted, Termwise, Exchanged, Reindexed, CauchySchwarz, Law, Cited, Oracle, Assumed,
]  # fmt: skip

CONSTRUCTORS: dict[str, Any] = {kind.__name__: kind for kind in (*Certificate.__args__, Piece)}  # type: ignore[attr-defined]
NODES: dict[str, Any] = {
    name: value
    for module in (tm, st, properties, printed, rates)
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, tm.Term)
}


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
            if constructor is None:
                raise ValueError(f"{name!r} is no constructor of terms or certificates")
            values = tuple(map(from_data, args))
            hints = fields_of(constructor)
            if len(values) > len(hints) or not all(map(_fits, values, hints)) or not _well_formed(name, values):
                raise ValueError(f"{name} is not made of {str(args)[:80]}")
            return constructor(*values)
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
        case "Variable", (_, domain, sign, _):
            signs = ("", "positive", "nonnegative", "negative", "nonzero")
            return domain in ("real", "rational", "integer", "natural") and sign in signs
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
