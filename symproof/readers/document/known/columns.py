r"""Hypotheses on families of columns, `v_1, \dots, v_n`: orthonormal ones, eigenvectors, the rows or columns of a matrix.

Of "let $v_1, \dots, v_n$ be eigenvectors of $A$ with eigenvalues $\lambda_1, \dots, \lambda_n$" that is
`A v_i = \lambda_i v_i` for each i. Where words do not say of which matrix the members are the rows or the columns, but the
matrix has their letter, X beside x_i, they may be that, and no point refutes a line about both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from symproof.matrix_symbols import column_of
from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.properties import FOLLOWS
from symproof.readers.document.words.prose import SUPPOSING
from symproof.readers.document.words.qualities import NOT, listed_in
from symproof.readers.document.words.sentences import MARKUP, SENTENCE
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.statement import Each, Prop, Relation
from symproof.symbols import delta, index, inner
from symproof.term import (
    SINGLE,
    Entry,
    EntryLaw,
    Interval,
    Matrix,
    MatrixVariable,
    Number,
    Term,
    Transpose,
    Variable,
)
from symproof.term import (
    Sequence as Family,
)

PLACE, OTHER = index("i'"), index("j'")
KINDS = (
    r"(?:(?:an?|the|its|their|all|some|corresponding|associated|matching|respective|orthonormal|orthogonal|unit|normali[sz]ed|"
    r"real|positive|nonnegative|distinct|nonzero|full|complete|possibly|repeated)\s+|(?:basis|set|system|family|list)\s+of\s+)*"
)
VECTORS, VALUES = rf"(?P<kind>{KINDS})eigenvectors?(?:\s+basis)?", rf"{KINDS}eigenvalues?"
JOINED = r"\s*,?\s*(?:(?:and|with|for|to|corresponding to|associated (?:with|to)|belonging to)\s+)+"
BE = r"\W*(?:be|are|is|form|denotes?)\s+"
OF = r"\s+of\s+(?:(?:the|an?)\s+)?(?:(?:symmetric|real|square)\s+)*(?:matrix\s+)?"
V, L, A, R = r"<(?P<v>\d+)>", r"<(?P<l>\d+)>", r"<(?P<a>\d+)>", r"<(?P<r>\d+)>"
EIGEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{V}{BE}{VECTORS}{OF}{A}{JOINED}{VALUES}\s*{L}$",
        rf"{L}{BE}{VALUES}{OF}{A}{JOINED}{VECTORS}\s*{V}$",
        rf"{A}[^<>]*\b(?:with|has|have|having)\s+{VECTORS}\s*{V}{JOINED}{VALUES}\s*{L}$",
        rf"{A}[^<>]*\b(?:with|has|have|having)\s+{VALUES}\s*{L}{JOINED}{VECTORS}\s*{V}$",
    )
)
SIDE = r"(?P<side>row|column)"
ROWS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{A}[^<>]*\b(?:with|has|have|having|whose|of|by its|in terms of its)\s+(?:(?:the|its)\s+)?"
        rf"{SIDE}s?(?:\s+vectors)?(?:\s+(?:are|is))?\s*{R}$",
        rf"{A}[^<>]*\bwhose\s+<\d+>\s*-?\s*(?:th|st|nd)?\s*{SIDE}\s+(?:is|equals)\s*{R}$",
        rf"{R}{BE}the\s+(?:<\d+>\s*-?\s*(?:th|st|nd)?\s*)?{SIDE}s?(?:\s+vectors)?{OF}{A}$",
        rf"{R}\s+is\s+(?:the\s+)?<\d+>\s*-?\s*(?:th|st|nd)?\s*{SIDE}{OF}{A}$",
    )
)
"""How words say of which matrix the members are the rows or the columns."""


class Said(NamedTuple):
    """Hypotheses, and the words that say them."""

    props: list[Prop]
    words: tuple[str, ...]


def said_of_columns(display: Display, displays: Sequence[Display], context: Context) -> Said:
    """What the sentence that a formula ends supposes of families of columns."""
    own = _sentence(display, displays)
    supposing = SUPPOSING.search(MARKUP.sub(" ", own).replace(",", " ")) or "spectral theorem" in own.lower()
    if NOT.search(own) or is_left_open(own) or not supposing or FOLLOWS.search(own):
        return Said([], ())
    for pattern in EIGEN:
        if found := pattern.search(own):
            vectors, values = (_family(displays[int(found[name])]) for name in "vl")
            props = _eigen(_letter(displays[int(found["a"])]), vectors, values, context)
            if props and "orthonormal" in found["kind"].lower():
                props += orthonormal_columns(vectors, context)
            return Said(
                props, ("eigenvectors", "eigenvalues", "eigenvector", "eigenvalue", "orthonormal") if props else ()
            )
    for pattern in ROWS:
        if found := pattern.search(own):
            turned = found["side"].lower() == "row"
            return Said(
                _made_of(_letter(displays[int(found["a"])]), _family(displays[int(found["r"])]), context, turned), ()
            )
    return Said([], ())


def orthonormal_columns(name: str, context: Context) -> list[Prop]:
    """That the inner product of each two members is Kronecker's delta of their places; nothing where they are no columns."""
    table = context.table(canonical_name(name)) if name else None
    if table is None:
        return []
    product = inner(column_of(table, PLACE), column_of(table, OTHER))
    return [_of_each(table, PLACE, _of_each(table, OTHER, Relation("=", product, delta(PLACE - OTHER))))]


def places_of_columns(statement: Prop) -> list[Prop]:
    """That the members which a statement names are among those that there are: v_i of v_1, ..., v_n says that 1 <= i <= n."""
    found: dict[Prop, None] = {}
    for law in statement.subterms():
        if not isinstance(law, EntryLaw) or law.name:
            continue
        for part in law.body.subterms():
            match part:
                case Entry(
                    MatrixVariable(columns=Interval() as over) | EntryLaw(columns=Interval() as over),
                    row,
                    Number() | Variable() as place,
                ) if row == law.row:
                    if place.free <= statement.free:
                        ends = Relation("<=", over.low, place), Relation("<=", place, over.high)
                        found |= dict.fromkeys(ends)
    return list(found)


def untold_rows(statement: Prop, given: Collection[Prop]) -> Term | None:
    """A matrix of which columns in a statement may be the rows or the columns, as it has their letter: X beside x_i."""
    tables = {
        part.matrix
        for law in statement.subterms()
        if isinstance(law, EntryLaw) and not law.name
        for part in law.body.subterms()
        if isinstance(part, Entry) and isinstance(part.matrix, MatrixVariable)
    }
    others = [each for each in statement.free if isinstance(each, MatrixVariable) and each.columns != SINGLE]
    for table in sorted(tables, key=str):
        for other in sorted(set(others) - tables, key=str):
            alike = _bare(other.name).lower() == _bare(table.name).lower()
            if alike and not any({table, other} <= prop.free for prop in given if isinstance(prop, Relation)):
                return other
    return None


def _bare(name: str) -> str:
    return re.sub(r"_\{\\cdot\}$|\\(?:mathbf|boldsymbol|vec|hat|tilde|bar)|[{}]", "", name)


def _sentence(display: Display, displays: Sequence[Display]) -> str:
    """The sentence that a formula ends, with numbers for the formulas in it."""
    first = display.number
    while first > 0 and displays[first - 1].paragraph == display.paragraph:
        first -= 1
    pieces = [f"{MARKUP.sub(' ', each.prose)} <{each.number}>" for each in displays[first : display.number + 1]]
    return " ".join(SENTENCE.split(" ".join(pieces))[-1].split())


def _letter(display: Display) -> str:
    """The letter that a formula is about: A of `A \\in \\mathbb{R}^{n \\times n}`."""
    clauses = display.clauses
    first = clauses[0].members[0] if clauses and clauses[0].members else None
    while isinstance(first, t.Chain):
        first = first.members[0]
    return canonical(first) or "" if first is not None else ""


def _family(display: Display) -> str:
    r"""The letter of a family that a formula lists, `x_1^\top, \dots, x_n^\top`, or of which it names a member, `x_i^\top`."""
    if (listed := listed_in(display)) is not None:
        return listed[0]
    clauses = display.clauses
    first = clauses[0].members[0] if len(clauses) == 1 and clauses[0].members else None
    if isinstance(first, t.Sequence) and any(isinstance(each, t.Ellipsis) for each in first.items):
        first = first.items[0]
    if isinstance(first, t.Scripted) and first.sub is not None:
        return canonical(first.base) or ""
    return ""


def _eigen(matrix: str, vectors: str, values: str, context: Context) -> list[Prop]:
    table, whole = context.table(canonical_name(vectors)) if vectors else None, context.names.get(matrix)
    family = context.families.get(canonical_name(values)) if values else None
    if table is None or not isinstance(whole, Matrix) or not isinstance(family, Family):
        return []
    column = column_of(table, PLACE)
    if whole.shape != (table.shape[0], table.shape[0]) or not isinstance(family.item, Variable):
        return []
    return [_of_each(table, PLACE, Relation("=", whole @ column, family[PLACE] * column))]


def _made_of(matrix: str, members: str, context: Context, turned: bool) -> list[Prop]:
    table, whole = context.table(canonical_name(members)) if members else None, context.names.get(matrix)
    if table is None or not isinstance(whole, Matrix):
        return []
    made = Transpose(table) if turned else table
    return [Relation("=", whole, made)] if made.shape == whole.shape else []


def _of_each(table: Matrix, letter: Variable, prop: Prop) -> Each:
    where = table.shape[1]
    assert isinstance(where, Interval)  # as column_of asks
    return Each(letter, prop, where.low, where.high)
