r"""What the smallest and the largest eigenvalue of a symmetric matrix bound: `x^\top A x \ge \lambda_{\min}(A) \|x\|^2` for each
column x. They are letters, named by their matrix, or by none where a text says whose they are and has one symmetric matrix.

All eigenvalues of a matrix, where a text says that `\lambda_1, \dots, \lambda_n` are these, add up to its trace, their product is
its determinant, and their powers are the eigenvalues of its powers. They are read as real numbers; of a matrix that need not be
symmetric this is only known for equations under no hypotheses, which hold for complex ones as well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction

from symproof import symbols
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, Relation, each, is_equation
from symproof.substitution import substitute
from symproof.symbols import index
from symproof.term import (
    SINGLE,
    Delta,
    Determinant,
    EntryLaw,
    Interval,
    Matrix,
    MatrixMul,
    MatrixPower,
    MatrixTrace,
    MatrixVariable,
    Mul,
    Number,
    Product,
    Scalar,
    ScalarAt,
    Sequence,
    Sum,
    Term,
    Transpose,
    Variable,
    scalar,
)
from symproof.text import plain

PLACE = index("i'")

EXTREME = re.compile(r"(?:\\?lambda)_\{?(?:\\mathrm\{)?(?P<which>min|max)\}*(?:\((?P<of>.*)\))?")
OF = r"\beigenvalues?\s+(?:of|for)\s+(?:(?:the|a|an)\s+)?(?:\w+\s+)?(?:matrix\s+)?(?:\$|\\\()\s*%s\s*(?:\$|\\\)|\\in)"
"""How a text says whose eigenvalues it means."""

FAMILY = (
    r"(?:\$|\\\()\s*\\?(?P<l>lambda|mu|theta|d|s)_\{?1\}?\s*,[^$]*?\\[lcd]*dots[^$]*?"
    r"\\?(?P=l)_\{?(?P<n>\w)\}?\s*(?:\$|\\\))"
)
KINDS = (
    r"(?:(?:the|all|its|real|positive|nonnegative|non-negative|nonzero|distinct|possibly|not|necessarily|\(|\)|repeated|\w+)"
    r"\s+){0,5}"
)
MATRIX = r"(?:\$|\\\()\s*(?P<a>\\?[A-Za-z]+|\\math\w+\s*\{\w\})\s*(?:\$|\\\)|\\in)"
ALL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{FAMILY}\s*,?\s*(?:be|are|denote|for|is)\s+{KINDS}eigenvalues\s+of\s+(?:\w+\s+){{0,4}}?{MATRIX}",
        rf"eigenvalues\s+{FAMILY}\s+of\s+(?:\w+\s+){{0,4}}?{MATRIX}",
        rf"{MATRIX}(?:[^.$]|\$\s*\w\s*\\times\s*\w\s*\$){{0,60}}\b(?:with|has|have|having)\s+{KINDS}eigenvalues\s+{FAMILY}",
    )
)
"""How a text says which letters are all eigenvalues of a matrix."""


def of_all_eigenvalues(statement: Prop, given: Collection[Prop], text: str) -> Iterator[Prop]:
    """What trace, determinant and powers of a matrix say of the eigenvalues in a statement; nothing of letters that a text gives
    to two matrices."""
    families = {letter.name.lstrip("\\"): letter for letter in statement.free if isinstance(letter, Sequence)}
    square = [each for each in statement.free if isinstance(each, MatrixVariable) and each.rows == each.columns]
    if not families or not square or "eigenvalue" not in text.lower():
        return
    line = " ".join(text.split())
    said = {(each["l"], canonical_name(each["a"]), each["n"]) for pattern in ALL for each in pattern.finditer(line)}
    for letter, name, last in sorted(said):
        matrix = next((each for each in square if each.name == name), None)
        family = families.get(letter)
        if matrix is None or family is None or len({of for which, of, _ in said if which == letter}) > 1:
            continue
        if not isinstance(matrix.rows, Interval) or str(matrix.rows.high) != last:
            continue
        tied = any(prop.free & {matrix, family} for prop in given)
        if not (_is_symmetric(matrix, given) or (is_equation(statement) and not tied)):
            continue
        values, size = family[PLACE], matrix.rows.high
        yield Relation("=", MatrixTrace(matrix), symbols.total(values, PLACE, 1, size))
        yield Relation("=", Determinant(matrix), symbols.product(values, PLACE, 1, size))
        for part, power in _powers_of(matrix, statement):
            yield Relation("=", part, symbols.total(values**power, PLACE, 1, size))


def of_diagonal_matrices(statement: Prop, given: Collection[Prop]) -> Iterator[Prop]:
    """What trace, determinant and transpose of matrices are that hypotheses say to be diagonal, and the traces of powers: where a
    statement speaks of no columns, whose products are traces as well."""
    columns = any(isinstance(each, MatrixVariable) and each.columns == SINGLE for each in statement.free)
    if columns or not statement.mentions(MatrixTrace, Determinant, Transpose):
        return
    for prop in given:
        match prop:
            case Relation(
                "=",
                MatrixVariable() as matrix,
                EntryLaw(rows=Interval() as over, row=row, column=column, body=Mul((entry, Delta(apart)))),
            ) if _is_difference(apart, row, column) and column not in entry.free:
                value = scalar(substitute(entry, {row: PLACE}))
                yield Relation("=", MatrixTrace(matrix), symbols.total(value, PLACE, 1, over.high))
                yield Relation("=", Determinant(matrix), symbols.product(value, PLACE, 1, over.high))
                yield Relation("=", Transpose(matrix), matrix)
                for part, power in _powers_of(matrix, statement):
                    yield Relation("=", part, symbols.total(value**power, PLACE, 1, over.high))


def _is_difference(apart: Term, row: Term, column: Term) -> bool:
    return isinstance(row, Variable) and isinstance(column, Variable) and apart == row - column


def say_all(statement: Prop, given: Collection[Prop]) -> bool:
    """Whether what is known of all eigenvalues of the matrices in a statement is all that bears on it: it speaks of the traces of
    their powers and their determinants alone, and of no single eigenvalue."""
    of: dict[Matrix, Term] = {}
    for prop in given:
        match prop:
            case Relation("=", MatrixTrace(matrix), Sum(ScalarAt(), place) as right) if place == PLACE:
                of[matrix] = right
    matrices = [each for each in statement.free if isinstance(each, MatrixVariable)]
    families = {each.sequence for right in of.values() for each in right.subterms() if isinstance(each, ScalarAt)}

    def covered(term: Term) -> bool:
        match term:
            case MatrixTrace(MatrixPower(base)) | Determinant(base):
                return base in of
            case MatrixTrace(matrix):
                return all(each in of for each in _factors(matrix))
            case MatrixVariable():
                return False
            case Sum(body, index) | Product(body, index):
                return all(each.index == index for each in body.subterms() if isinstance(each, ScalarAt))
            case ScalarAt(sequence):
                return sequence not in families
        return all(map(covered, term.children()))

    return bool(matrices) and all(each in of for each in matrices) and covered(statement)


def _powers_of(matrix: Matrix, statement: Prop) -> Iterator[tuple[Scalar, Scalar]]:
    """The traces of powers of a matrix in a statement, and which powers these are."""
    for part in statement.subterms():
        match part:
            case MatrixTrace(MatrixPower(base, exponent)) if (
                base == matrix and getattr(exponent, "domain", "") == "natural"
            ):
                yield part, exponent
            case MatrixTrace(MatrixMul() as product):
                factors = _factors(product)
                if all(each == matrix for each in factors):
                    yield part, Number(Fraction(len(factors)))


def _factors(term: Matrix) -> list[Matrix]:
    return [*_factors(term.left), *_factors(term.right)] if isinstance(term, MatrixMul) else [term]


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
