"""Certificates as tuples of a constructor's name and its fields; reading them from JSON."""

from __future__ import annotations

from typing import Any

from .build import read
from .terms import Reject, name_of, show, sort

Certificate = tuple[Any, ...]

# c is a certificate; i, s, b as in terms; "sum", "letter" and the like are terms of that kind; `*` is a tuple.
FIELDS = {
    "Evident": "", "Enclosed": "i*", "Combination": "piece* i*", "Piece": "scalar i*", "Have": "prop c c",
    "Instance": "i term c", "Entrywise": "i c", "Detach": "i c c", "Valued": "i c", "Obtain": "i letter c", "Witness": "term c",
    "Cases": "prop c c", "Alternatives": "i c*", "Absurd": "c", "Contrary": "i c", "Ordered": "b c", "Between": "c c",
    "Definite": "c", "Parts": "c*", "Choose": "i c", "Suppose": "c", "Meaning": "c", "Rate": "scalar scalar c",
    "Limit": "letter scalar scalar c", "PowerSeries": "s scalar scalar i c c scalar",
    "AddedSeries": "scalar* prop* c* i c c",
    "Induction": "letter i c c", "CyclicInduction": "letter c c", "Peeled": "c", "Telescoped": "term term c c",
    "Remainders": "letter letter c*", "AsQuotient": "letter letter letter c", "MeanValue": "letter scalar letter b c c c c",
    "SplitAt": "term scalar c", "Sifted": "term scalar c c", "Termwise": "s term term c c", "Exchanged": "term c",
    "Reindexed": "term residue? b c", "CauchySchwarz": "vector vector c", "Triangle": "pair* c", "Law": "s scalar* c",
    "MatrixCombination": "matrixpiece* i*", "MatrixPiece": "scalar matrix i matrix b", "Inverse": "matrix c", "Inverses": "i c",
    "Injective": "i c", "Columns": "i matrix c", "Nearby": "letter c",
    "Frobenius": "matrix matrix c", "Submultiplicative": "matrix matrix c", "FunctionLaw": "s term scalar? c",
    "Sylvester": "matrix matrix c", "Diagonal": "matrix c",
    "Adjugates": "matrix b c", "Schur": "matrix b c", "Semidefinite": "i c", "Congruence": "i letter term c",
    "Cited": "i pair* c* c", "Oracle": "s s", "Assumed": "s",
}  # fmt: skip

PIECES = {"piece": "Piece", "matrixpiece": "MatrixPiece"}


def read_certificate(data: Any) -> Certificate:
    """A certificate from JSON data."""
    if not isinstance(data, list) or not data or data[0] not in FIELDS:
        raise Reject(f"not covered: {str(data)[:60]}")
    kinds = FIELDS[data[0]].split()
    if len(kinds) != len(data) - 1:
        raise Reject(f"ill-formed {data[0]}")
    return (data[0], *(_field(item, kind) for item, kind in zip(data[1:], kinds, strict=True)))


def _field(data: Any, kind: str) -> Any:
    if kind.endswith("*"):
        if not isinstance(data, dict) or list(data) != ["t"] or not isinstance(data["t"], list):
            raise Reject(f"{str(data)[:60]} is no tuple")
        return tuple(_field(item, kind[:-1]) for item in data["t"])
    if kind.endswith("?"):
        return None if data is None else _field(data, kind[:-1])
    if kind in ("i", "s", "b"):
        if type(data) is not {"i": int, "s": str, "b": bool}[kind]:
            raise Reject(f"{str(data)[:60]} is of another kind")
        return data
    if kind in ("c", *PIECES):
        found = read_certificate(data)
        if PIECES.get(kind, found[0]) != found[0] or (kind == "c" and found[0] in PIECES.values()):
            raise Reject("a piece stands in combinations of its kind, and only there")
        return found
    if kind == "pair":
        pair = read(data)
        if not isinstance(pair, tuple) or len(pair) != 2 or not all(sort(item) for item in pair):
            raise Reject("a letter and its value are a pair")
        return pair
    node = read(data)
    if not sort(node) or (kind in ("scalar", "vector", "residue", "prop", "matrix") and sort(node) != kind):
        raise Reject(f"{show(node)} is no {kind}")
    if kind == "letter" and not name_of(node):
        raise Reject(f"{show(node)} is no letter")
    return node


def require(condition: bool, why: str) -> None:
    """Reject where a condition fails."""
    if not condition:
        raise Reject(why)
