r"""Columns and matrices over Z/n that convolutions are made of: `a * x`, `S^k` for the shift S, `\sum_k a_k S^k`, `C_{a + b}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.residues import as_residue
from symproof.readers.resolve.values import Refused, Value, words
from symproof.substitution import rebuild, substitute

if TYPE_CHECKING:
    from symproof.readers.resolve.scripted import Scripts

ROW, PLACE = "i\u2032", "j\u2032"
"""The names of indices, which no text writes."""
SUMMED = "k\u2032"
UNIT_COLUMN = tm.Variable("\u2032", "integer")
"""The index of the only column."""


def column_of_members(sequence: tm.Sequence) -> tm.EntryLaw | None:
    """The column of the members of a sequence of numbers over Z/n; None of another one."""
    if sequence.over is None or not isinstance(sequence.item, tm.Variable):
        return None
    row = tm.ResidueVariable(ROW, sequence.over)
    return tm.EntryLaw(sequence.name, sequence.over, tm.SINGLE, row, UNIT_COLUMN, tm.ScalarAt(sequence, row))


def over_residues(value: Value) -> tm.Cyclic | None:
    """The indices of a column over Z/n; None of anything else."""
    if not isinstance(value, tm.Matrix) or value.shape[1] != tm.SINGLE or not isinstance(value.shape[0], tm.Cyclic):
        return None
    return value.shape[0]


def convolved(left: Value, right: Value) -> tm.EntryLaw | None:
    """The circular convolution of two columns over the same Z/n; None of anything else."""
    over = over_residues(left)
    if over is None or over_residues(right) != over:
        return None
    row, letter = tm.ResidueVariable(ROW, over), tm.ResidueVariable(SUMMED, over)
    body = tm.CyclicSum(_entry(left, letter) * _entry(right, row - letter), letter)
    return tm.EntryLaw(f"({left} * {right})", over, tm.SINGLE, row, UNIT_COLUMN, body)


def starred(terms: Scripts, left: Value, item: t.Node, node: t.Product) -> tm.EntryLaw | None:
    """`a * x` for columns with indices modulo n; None of a product of numbers.

    Raises:
        Refused: a star of which nothing says what it means.
    """
    right = terms.value(item)
    if over_residues(left) is None and over_residues(right) is None:
        if terms.context.convolving and all(isinstance(each, t.Name) and terms.undeclared(each) for each in node.items):
            raise Refused(node, "a star in a text with convolutions may be one")
        return None
    whole = convolved(left, right) if terms.context.convolving else None
    if whole is None:
        raise Refused(node, f"what * between {words(left)} and {words(right)} means is not declared")
    terms.note("a star between columns with indices modulo n is their circular convolution")
    return whole


def is_convolution(law: tm.Term, row: tm.Term, left: tm.Term, right: tm.Term) -> bool:
    """Whether what stands for the entry of a convolution at a row is the sum of the products of entries whose indices add up to
    the row, one of the one column and one of the other."""
    if not isinstance(law, tm.CyclicSum) or not isinstance(law.body, tm.Mul) or len(law.body.args) != 2:
        return False
    places = {_name(each): _place(each) for each in law.body.args}
    if places.keys() != {_name(left), _name(right)} or None in places.values():
        return False
    first, second = (_count(place) for place in places.values() if place is not None)
    total = {key: first.get(key, 0) + second.get(key, 0) for key in first | second}
    turned = abs(first.get(law.index, 0)) == 1
    return turned and {key: number for key, number in total.items() if number} == {row: 1}


def shifted(value: tm.Matrix, by: Value) -> tm.EntryLaw | None:
    """A matrix that moves each entry by one place, to a power that is a residue: it moves them by as many. None of others."""
    match value:
        case tm.EntryLaw(
            row=tm.ResidueVariable() as row, column=tm.ResidueVariable() as column, body=tm.Delta(tm.Residue() as index)
        ) if isinstance(by, tm.Residue) and by.over == row.over == column.over:
            moved = _count(index)
        case _:
            return None
    step = moved.pop(tm.ResidueNumber(1, row.over), 0)
    if abs(step) != 1 or moved not in ({row: 1, column: -1}, {row: -1, column: 1}):
        return None
    by = by if step == -moved[row] else -by
    row, column = tm.ResidueVariable(ROW, by.over), tm.ResidueVariable(PLACE, by.over)
    return tm.EntryLaw(f"{value}^({by})", by.over, by.over, row, column, tm.Delta(row - column - by))


def power_of_shift(names: Scripts, value: tm.Matrix, sup: t.Node) -> tm.EntryLaw | None:
    """A shift over Z/n to a power that is a residue, or n and a number; None of other powers."""
    if not isinstance(value.shape[0], tm.Cyclic) or isinstance(sup, t.Number):
        return None
    moved = shifted(value, as_residue(names.value(sup), value.shape[0]))
    if moved is not None:
        names.note("a power of a shift moves by its exponent")
    return moved


def added(body: tm.Matrix, letter: tm.ResidueVariable) -> tm.EntryLaw | None:
    """The sum of a matrix over Z/n for all values of a letter; None of a matrix with other indices."""
    rows, columns = body.shape
    if not isinstance(rows, tm.Cyclic) or not (columns == tm.SINGLE or isinstance(columns, tm.Cyclic)):
        return None
    row = tm.ResidueVariable(ROW, rows)
    column = tm.ResidueVariable(PLACE, columns) if isinstance(columns, tm.Cyclic) else UNIT_COLUMN
    entry = entry_of(body, row, column if isinstance(column, tm.ResidueVariable) else tm.ONE)
    return tm.EntryLaw(f"sum({body}, {letter})", rows, columns, row, column, _sifted(entry, letter))


def _sifted(body: tm.Scalar, letter: tm.ResidueVariable) -> tm.Scalar:
    """The sum of a term over a letter: where a factor is a delta that fixes the letter, what stands there."""
    factors = _factors(body)
    for each in factors:
        if not isinstance(each, tm.Delta) or not isinstance(each.index, tm.Residue):
            continue
        count = _count(each.index)
        sign = count.pop(letter, 0)
        if abs(sign) == 1:  # of +-letter + rest, the letter is -+rest
            place: tm.Residue = tm.ResidueNumber(0, letter.over)
            for part, number in count.items():
                assert isinstance(part, tm.Residue)
                one = -part if number * sign > 0 else part
                for _ in range(abs(number)):
                    place = one if place == tm.ResidueNumber(0, letter.over) else place + one
            rest = [other for other in factors if other is not each]
            return substitute(tm.product_of(rest), {letter: place}) if rest else tm.ONE
    return tm.CyclicSum(body, letter)


def entry_of(matrix: tm.Matrix, row: tm.Residue, column: tm.Scalar | tm.Residue) -> tm.Scalar:
    """An entry of a matrix over Z/n, by its law where it has one."""
    match matrix:
        case tm.EntryLaw(row=i, column=j, body=body):
            return substitute(body, {i: row, j: column})
        case tm.MatrixAdd(left, right):
            return entry_of(left, row, column) + entry_of(right, row, column)
        case tm.MatrixScale(factor, inner):
            return factor * entry_of(inner, row, column)
    return tm.Entry(matrix, row, column)


def made_of_column(names: Scripts, node: t.Scripted) -> Value | None:
    r"""`C_{a + b}` and `C_{a * b}`, where the text says what C_a is for a sequence a."""
    base = canonical(node.base) or ""
    law = names.context.circulants.get(base)
    if law is None or node.sub is None or node.primes or isinstance(node.sub, t.Number):
        return None
    if isinstance(node.sub, t.Name):  # C_b, where no formula says more of it
        of, whole = names.family(canonical(node.sub)), f"{base}_{canonical(node.sub)}"
        told = whole in names.context.names and whole not in names.context.inferred
        column = column_of_members(of) if of is not None and not told else None
    else:
        column = names.value(node.sub)
    if not isinstance(column, tm.Matrix) or over_residues(column) != law[0].rows:
        return None
    return names.raised(_with_column(*law, column, f"{base}_({column})", node), node.sup, node)


def _with_column(law: tm.EntryLaw, of: tm.Sequence, column: tm.Matrix, name: str, node: t.Node) -> tm.EntryLaw:
    """The matrix that a law makes of the members of a sequence, made of the entries of a column."""
    bound = {each for part in law.subterms() for each in (getattr(part, binder) for binder in part.binders)}
    if bound & column.free:
        raise Refused(node, "a letter that is an index of the matrix")

    def put(term: tm.Term) -> tm.Term:
        if isinstance(term, tm.ScalarAt) and term.sequence == of and isinstance(term.index, tm.Residue):
            return entry_of(column, term.index, tm.ONE)
        return rebuild(term, put)

    body = put(law.body)
    assert isinstance(body, tm.Scalar)  # as the entries of the law are
    return tm.EntryLaw(name, law.rows, law.columns, law.row, law.column, body)


def _factors(term: tm.Scalar) -> tuple[tm.Scalar, ...]:
    return tuple(each for arg in term.args for each in _factors(arg)) if isinstance(term, tm.Mul) else (term,)


def _entry(column: tm.Matrix, row: tm.Residue) -> tm.Scalar:
    return entry_of(column, row, tm.ONE)


def _name(entry: tm.Term) -> str | None:
    match entry:
        case tm.ScalarAt(sequence):
            return sequence.name
        case tm.Entry(matrix):
            return str(matrix)
        case tm.EntryLaw(name) | tm.MatrixVariable(name):
            return name
    return None


def _place(entry: tm.Term) -> tm.Residue | None:
    place = entry.index if isinstance(entry, tm.ScalarAt) else entry.row if isinstance(entry, tm.Entry) else None
    return place if isinstance(place, tm.Residue) else None


def _count(residue: tm.Residue) -> dict[tm.Term, int]:
    """How often each letter stands in a residue, and 1."""
    match residue:
        case tm.ResidueAdd(args):
            total: dict[tm.Term, int] = {}
            for part in map(_count, args):
                total |= {key: total.get(key, 0) + number for key, number in part.items()}
            return {key: number for key, number in total.items() if number}
        case tm.ResidueNeg(arg):
            return {key: -number for key, number in _count(arg).items()}
        case tm.ResidueNumber(value, over):
            return {tm.ResidueNumber(1, over): value} if value else {}
    return {residue: 1}
