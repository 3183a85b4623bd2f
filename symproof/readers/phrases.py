"""Phrases of declarations: "positive", "natural >= 1", "sequence of vectors from 1", "matrix n x m", "convex function"."""

from __future__ import annotations

import re
from collections.abc import Callable

from symproof import properties, symbols
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.matrix_symbols import matrix
from symproof.statement import Prop
from symproof.term import Term

SIGNS = ("positive", "nonnegative", "negative", "nonzero")
DOMAINS = {"real": "real", "reals": "real", "number": "real", "numbers": "real", "scalar": "real", "scalars": "real",
           "rational": "rational", "rationals": "rational", "integer": "integer", "integers": "integer",
           "natural": "natural", "naturals": "natural", "constant": "real", "constants": "real", "index": "natural"}  # fmt: skip
PROPERTIES = {"convex": properties.convex, "differentiable": properties.differentiable}
WITH_CONSTANT = {
    "lipschitz": properties.lipschitz, "smooth": properties.smooth, "strongly convex": properties.strongly_convex,
}  # fmt: skip
SEQUENCE = re.compile(r"(?:sequence|family) of (.+?)(?: from (-?\d+))?(?: over Z/(?:\(?)(.+?)\)?)?")
MATRIX = re.compile(r"(?:matrix|matrices)(?: |\()(.+?)(?:\s*(?:x|by|,|\u00d7)\s*(.+?))?\)?")
COLUMNS = re.compile(r"columns (.+) x (.+)")
BASIS = re.compile(r"standard basis (.+)")
COLUMN = re.compile(r"columns? (.+)")
RESIDUE = re.compile(r"(?:residue|index) (?:modulo|over Z/|in Z/)\s*(.+)")
FUNCTION = re.compile(
    r"(.*?)\s*functions?(?: (?:of|on) (?:a |an |the )?(vectors?|reals?|numbers?|scalars?|real numbers?))?"
)
CONSTANT = re.compile(r"(.+?)-(lipschitz|smooth|strongly convex)")


class DeclarationError(SymproofError, ValueError):
    """A declaration that says nothing known; its message has the entry and what could be written."""


class Undefined:
    """A function of any number of arguments that a definition gives later on."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"function {self.name}"


def read_phrase(name: str, phrase: str, size: Callable[[str], tm.Scalar]) -> tuple[Term | Undefined, tuple[Prop, ...]]:
    """The symbol that a phrase declares, and what it says of it beyond its sort. `size` reads the size of a matrix.

    Raises:
        DeclarationError: a phrase that says nothing known.
    """
    words = " ".join(phrase.split())
    lowered = re.sub(r"^(?:an?|the) ", "", words.lower())
    words = words[len(words) - len(lowered) :]
    letter = _letter(name, lowered)
    if letter is not None:
        return letter, ()
    if found := SEQUENCE.fullmatch(words):
        item = _letter(name, found[1].lower())
        if item is not None:
            over = tm.Cyclic(size(found[3])) if found[3] else None
            return tm.Sequence(name, item, over, int(found[2] or 0)), ()
    if found := RESIDUE.fullmatch(words):
        return tm.ResidueVariable(name, tm.Cyclic(size(found[1]))), ()
    if found := COLUMNS.fullmatch(words):  # of a matrix, with an index
        return tm.MatrixVariable(name, _indices(found[1], size), _indices(found[2], size)), ()
    if found := BASIS.fullmatch(words):  # the columns of the identity matrix
        return matrix(name, _indices(found[1], size), lambda row, column: symbols.delta(row - column)), ()
    if found := COLUMN.fullmatch(words):
        return tm.MatrixVariable(name, _indices(found[1], size), tm.SINGLE), ()
    if found := MATRIX.fullmatch(words):
        rows = _indices(found[1], size)
        return tm.MatrixVariable(name, rows, _indices(found[2], size) if found[2] else rows), ()
    if found := FUNCTION.fullmatch(words):
        return _function(name, found[1], (found[2] or "").lower(), size)
    raise DeclarationError(
        f'{name} = "{phrase}" declares nothing known; write "real", "positive", "natural >= 1", "integer", "vector", '
        '"sequence of vectors", "matrix n x m", "column n", "function of a vector" or "convex function of a vector"'
    )


def _indices(text: str, size: Callable[[str], tm.Scalar]) -> tm.Cyclic | tm.Interval:
    text = text.strip()
    if text.startswith("Z/"):
        return tm.Cyclic(size(text[2:]))
    return tm.Interval(tm.ONE, size(text))


def _letter(name: str, words: str) -> tm.Variable | tm.VectorVariable | None:
    """A scalar or vector letter."""
    if words in ("vector", "vectors"):
        return tm.VectorVariable(name)
    bound = re.fullmatch(r"(?:natural|integer)s?(?: numbers?)?(?: >= | from | at least )(-?\d+)", words)
    if bound:
        return symbols.natural(name, at_least=int(bound[1]))
    sign, domain = "", "real"
    for word in words.replace("step size", "").split():
        if word in SIGNS and not sign:
            sign = word
        elif word in DOMAINS:
            domain = DOMAINS[word] if DOMAINS[word] != "real" or domain == "real" else domain
        else:
            return None
    if not words:
        return None
    if domain in ("natural", "integer") and sign in ("positive", "nonnegative"):
        return symbols.natural(name, at_least=int(sign == "positive"))
    if domain == "natural":
        return None if sign == "negative" else symbols.natural(name, at_least=int(sign == "nonzero"))
    return tm.Variable(name, domain, sign)


def _function(
    name: str, before: str, on: str, size: Callable[[str], tm.Scalar]
) -> tuple[Term | Undefined, tuple[Prop, ...]]:
    if not before and not on:
        return Undefined(name), ()
    function = tm.Function(name, "real" if on and not on.startswith("vector") else "vector")
    said: list[Prop] = []
    for part in re.split(r",| and |(?<!-strongly) ", before):
        part = part.strip()
        constant = CONSTANT.fullmatch(part.lower())
        if not part or part.lower() in ("real-valued", "continuous"):
            continue
        if part.lower() in PROPERTIES:
            said.append(PROPERTIES[part.lower()](function))
        elif constant:
            said.append(WITH_CONSTANT[constant[2]](function, size(part[: len(constant[1])])))
        else:
            raise DeclarationError(
                f'{name}: "{part}" is no known property of a function; write convex, differentiable, L-smooth, '
                "mu-strongly convex or rho-Lipschitz"
            )
    return function, tuple(said)
