r"""What the smallest and the largest eigenvalue of a symmetric matrix bound: `x^\top A x \ge \lambda_{\min}(A) \|x\|^2` for each
column x. They are letters, named by their matrix, or by none where a text says whose they are and has one symmetric matrix."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from symproof import symbols
from symproof.statement import Prop, Relation, each
from symproof.term import SINGLE, Matrix, MatrixVariable, Term, Transpose, Variable
from symproof.text import plain

EXTREME = re.compile(r"(?:\\?lambda)_\{?(?:\\mathrm\{)?(?P<which>min|max)\}*(?:\((?P<of>.*)\))?")
OF = r"\beigenvalues?\s+(?:of|for)\s+(?:(?:the|a|an)\s+)?(?:\w+\s+)?(?:matrix\s+)?(?:\$|\\\()\s*%s\s*(?:\$|\\\)|\\in)"
"""How a text says whose eigenvalues it means."""


def of_eigenvalues(statement: Prop, given: Collection[Prop], text: str) -> Iterator[Prop]:
    """What the extreme eigenvalues in a statement bound."""
    free = {letter for prop in (statement, *given) for letter in prop.free}
    letters = [letter for letter in free if isinstance(letter, Variable) and EXTREME.fullmatch(letter.name)]
    for letter in sorted(letters, key=str):
        found = EXTREME.fullmatch(letter.name)
        matrix = None if found is None else _matrix(found["of"], statement, given, text)
        if found is None or matrix is None:
            continue
        column = MatrixVariable("x''", matrix.shape[0], SINGLE)
        form, square = symbols.inner(column, matrix @ column), letter * symbols.inner(column, column)
        yield each(column, Relation(">=" if found["which"] == "min" else "<=", form, square))


def _matrix(name: str | None, statement: Prop, given: Collection[Prop], text: str) -> Matrix | None:
    """The symmetric matrix of that name; without a name the only one, where a text speaks of its eigenvalues."""
    terms: dict[str, Term] = {plain(part): part for prop in (statement, *given) for part in prop.subterms()}
    symmetric = [part for part in terms.values() if isinstance(part, MatrixVariable) and _is_symmetric(part, given)]
    if name is None:
        named = [part for part in symmetric if re.search(OF % re.escape(plain(part)), text, re.IGNORECASE)]
        return named[0] if len(named) == len(symmetric) == 1 else None
    return next((part for part in symmetric if plain(part) == name), None)


def _is_symmetric(matrix: MatrixVariable, given: Collection[Prop]) -> bool:
    square = matrix.shape[0] == matrix.shape[1]
    return square and any(prop == Relation("=", Transpose(matrix), matrix) for prop in given)
