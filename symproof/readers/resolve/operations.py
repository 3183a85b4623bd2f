"""Sums, differences, products and quotients of values, of each sort with each other; or why one has no meaning."""

from __future__ import annotations

from typing import Any

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation.tree import Node
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.grids import MOST_ROWS, Grid, column_of
from symproof.readers.resolve.grids import dot as dot_of
from symproof.readers.resolve.places import Places
from symproof.readers.resolve.residues import as_residue
from symproof.readers.resolve.shapes import has_transposes, is_transpose
from symproof.readers.resolve.values import Refused, Row, Tuple, Unit, Value, guarded, words


def plus(left: Value, right: Value, node: Node) -> Value:
    """The sum of two values of one sort."""
    if (pair := complex_pair(left, right)) is not None:
        return pair[0] + pair[1]
    if isinstance(left, Tuple) and isinstance(right, Tuple) and len(left.items) == len(right.items):
        return Tuple(tuple(plus(a, b, node) for a, b in zip(left.items, right.items, strict=True)))
    if isinstance(left, Grid) and isinstance(right, Unit) and left.shape[0] == left.shape[1]:
        return left.shifted(right.factor)
    left, right = beside(left, right), beside(right, left)
    if isinstance(left, Grid) and isinstance(right, Grid) and left.shape == right.shape:
        return left + right
    if isinstance(left, Dyads) and isinstance(right, Dyads):
        return left + right
    if isinstance(left, Places) and isinstance(right, Places) and left.size == right.size:
        return left + right
    if isinstance(left, Unit) and isinstance(right, Unit):
        return Unit(left.factor + right.factor)
    if isinstance(left, Row) and isinstance(right, Row):
        return Row(plus(left.vector, right.vector, node))
    if isinstance(left, tm.Vector) and right == tm.ZERO:
        right = tm.ZeroVector()
    if isinstance(right, tm.Vector) and left == tm.ZERO:
        left = tm.ZeroVector()
    for sort in (tm.Scalar, tm.Vector, tm.Matrix, tm.Residue):
        if isinstance(left, sort) and isinstance(right, sort):
            return guarded(node, lambda: left + right)  # type: ignore[operator]  # of one sort
    if isinstance(left, tm.Residue) and isinstance(right, tm.Scalar):
        other = as_residue(right.arg if isinstance(right, tm.Neg) else right, left.over)
        if isinstance(right, tm.Neg):  # as it is written: i - 1
            return guarded(node, lambda: left - other)
        return guarded(node, lambda: left + other)
    if isinstance(right, tm.Residue) and isinstance(left, tm.Scalar):
        return guarded(node, lambda: as_residue(left, right.over) + right)  # whole, or refused
    raise Refused(node, f"{words(left)} and {words(right)} cannot be added")


def complex_pair(left: Value, right: Value) -> tuple[Complex, Complex] | None:
    """Two numbers of which one is complex."""
    if not any(isinstance(each, Complex) for each in (left, right)):
        return None
    fine = all(isinstance(each, (Complex, tm.Scalar)) for each in (left, right))
    return (Complex.of(left), Complex.of(right)) if fine else None


def beside(value: Value, other: Value) -> Value:
    """An identity matrix, or 0, of the size of a square matrix that it is added to or compared with."""
    if isinstance(value, tm.ZeroVector) and isinstance(other, (tm.Matrix, Grid, Tuple)):
        value = tm.ZERO  # a bold 0 is a column of zeros
    if isinstance(other, Grid) and other.shape[0] == other.shape[1] and isinstance(value, Unit):
        return Grid.diagonal((value.factor,) * other.shape[0])
    if isinstance(value, Unit) and isinstance(other, tm.Matrix) and other.shape[0] == other.shape[1]:
        same = tm.Identity(other.shape[0])
        return same if value.factor == tm.ONE else value.factor * same
    if isinstance(other, Tuple) and value == tm.ZERO:
        return Tuple((tm.ZERO,) * len(other.items))
    if isinstance(value, Tuple) and isinstance(other, Grid) and other.shape == (len(value.items), 1):
        return Grid(tuple((item,) for item in value.items)) if _numbers(value.items) else value
    if isinstance(other, Grid) and other.shape[1] == 1 and isinstance(value, (tm.Vector, tm.Matrix)):
        return as_column(value, other.shape[0])
    if isinstance(other, Tuple) and isinstance(value, (tm.Vector, tm.Matrix)):
        column = as_column(value, len(other.items))
        return Tuple(column.entries) if isinstance(column, Grid) else value
    if isinstance(other, Dyads) and (isinstance(value, Unit) or value == tm.ZERO):
        return Dyads.unit(value.factor if isinstance(value, Unit) else tm.ZERO)
    if isinstance(other, Grid) and value == tm.ZERO:
        return Grid(tuple((tm.ZERO,) * other.shape[1] for _ in other.rows))
    return value


def _numbers(items: tuple[Any, ...]) -> bool:
    return all(isinstance(item, tm.Scalar) for item in items)


def minus(value: Value, node: Node) -> Value:
    """The opposite of a value."""
    if isinstance(value, Unit):
        return Unit(-value.factor)
    if isinstance(value, Row):
        return Row(minus(value.vector, node))
    if isinstance(value, Tuple):
        return Tuple(tuple(minus(item, node) for item in value.items))
    if isinstance(value, (tm.Scalar, tm.Vector, tm.Matrix, tm.Residue, Grid, Complex, Dyads, Places)):
        return -value
    raise Refused(node, f"{words(value)} has no opposite")


def times(left: Value, right: Value, node: Node, *, dot: bool = False) -> Value:
    """The product of two values side by side, or with a dot between them."""
    if (pair := complex_pair(left, right)) is not None:
        return pair[0] * pair[1]
    if isinstance(left, tm.Residue) or isinstance(right, tm.Residue):
        raise Refused(node, "a product of residues")
    if isinstance(left, Places) or isinstance(right, Places):
        return _by_places(left, right, node, dot=dot)
    if isinstance(left, tm.Scalar) and isinstance(right, (tm.Scalar, tm.Vector, tm.Matrix)):
        return guarded(node, lambda: left * right)
    if isinstance(right, tm.Scalar) and isinstance(left, (tm.Vector, tm.Matrix)):
        return guarded(node, lambda: right * left)
    if isinstance(left, Unit) or isinstance(right, Unit):
        return _with_unit(left, right, node)
    if isinstance(left, (Grid, Tuple)) or isinstance(right, (Grid, Tuple)):
        return _tabled(left, right, node, dot=dot)
    if isinstance(left, Row) and isinstance(right, tm.Vector):
        return tm.Inner(left.vector, right)
    if isinstance(left, Dyads) or isinstance(right, Dyads) or (isinstance(left, tm.Vector) and isinstance(right, Row)):
        return _mapped(left, right, node)
    if isinstance(left, tm.Scalar) and isinstance(right, Row):
        return Row(left * right.vector)
    if isinstance(left, Row) and isinstance(right, tm.Scalar):
        return Row(right * left.vector)
    sloped = isinstance(left, (tm.GradientAt, tm.Gradient))  # \\nabla f(y) (x - y)
    if (dot or sloped) and isinstance(left, tm.Vector) and isinstance(right, tm.Vector):
        return tm.Inner(left, right)
    if isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix):
        if dot and is_column(left) and is_column(right) and left.shape == right.shape:
            return guarded(node, lambda: symbols.inner(left, right))
        return guarded(node, lambda: left @ right)
    raise Refused(node, f"{words(left)} times {words(right)} has no meaning here")


def _by_places(left: Value, right: Value, node: Node, *, dot: bool) -> Value:
    """A product with a vector that is given by its entries."""
    match left, right:
        case (tm.Scalar() as factor, Places() as vector) | (Places() as vector, tm.Scalar() as factor):
            return vector.scaled(factor)
        case tm.Scalar(), Row(Places() as vector):
            return Row(vector.scaled(left))
        case Row(Places() as vector), Places() if vector.size == right.size:
            return vector.dot(right)
        case Places(), Places() if dot and left.size == right.size:
            return left.dot(right)
    raise Refused(node, f"{words(left)} times {words(right)} has no meaning here")


def _mapped(left: Value, right: Value, node: Node) -> Value:
    """A product with outer products, or one that makes an outer product."""
    match left, right:
        case tm.Vector(), Row(vector):
            return Dyads.outer(left, vector)
        case Dyads(), tm.Vector():
            return left.of(right)
        case Row(vector), Dyads():
            return Row(right.under(vector))
        case Dyads(), Dyads():
            return left @ right
        case (Dyads() as map_, tm.Scalar() as factor) | (tm.Scalar() as factor, Dyads() as map_):
            return map_.scaled(factor)
    raise Refused(node, f"{words(left)} times {words(right)} has no meaning here")


def is_column(value: Value) -> bool:
    """Whether a value is a column of symbolic or known size."""
    return isinstance(value, tm.Matrix) and value.shape[1] == tm.SINGLE


def in_a_row(factors: list[Value], node: Node) -> Value:
    """A product with columns: what begins with a transposed column and ends with a column is a number."""
    total: Value = None
    left: Value = None
    """A transposed column that has begun, of which `total` is what follows."""
    numbers: list[Value] = []
    done: list[Value] = []
    for factor in factors:
        if isinstance(factor, tm.Scalar):
            numbers.append(factor)
            continue
        if isinstance(factor, tm.Matrix) and factor.shape[0] == tm.SINGLE != factor.shape[1] and left is None:
            done += [total] if total is not None else []
            left, total = factor, None
            continue
        total = factor if total is None else times(total, factor, node)
        if left is not None and is_column(total):
            column = left.matrix if isinstance(left, tm.Transpose) else left.T
            body = total
            numbers.append(guarded(node, lambda column=column, body=body: symbols.inner(column, body)))
            left = total = None
    for part in (left, total):
        done += [part] if part is not None else []
    value: Value = None
    for part in done:
        value = part if value is None else times(value, part, node)
    for number in reversed(numbers):
        value = number if value is None else times(number, value, node)
    return value


def _with_unit(left: Value, right: Value, node: Node) -> Value:
    """A product with an identity matrix."""
    unit, other = (left, right) if isinstance(left, Unit) else (right, left)
    if isinstance(other, Unit):
        return Unit(left.factor * right.factor)
    if isinstance(other, tm.Scalar):
        return Unit(other if unit.factor == tm.ONE else other * unit.factor)
    if isinstance(other, (Grid, tm.Matrix, tm.Vector, Row, Dyads)):
        return other if unit.factor == tm.ONE else times(unit.factor, other, node)
    raise Refused(node, f"{words(left)} times {words(right)} has no meaning here")


def _tabled(left: Value, right: Value, node: Node, *, dot: bool) -> Value:
    """A product of which one side is a matrix that is written out, or a point."""
    if isinstance(left, Grid) and isinstance(right, (tm.Vector, tm.Matrix)):
        right = as_column(right, left.shape[1])
    match left, right:
        case tm.Scalar(), Grid():
            return right.scaled(left)
        case Grid(), tm.Scalar():
            return left.scaled(right)
        case tm.Scalar(), Tuple(items) if all(isinstance(item, tm.Scalar) for item in items):
            return Tuple(tuple(left * item for item in items))
        case Grid(), Grid() if left.shape[1] == right.shape[0] and left.shape[0] == right.shape[1] == 1:
            return (left @ right).rows[0][0]
        case Grid(), Grid() if left.shape[1] == right.shape[0]:
            return left @ right
        case Grid(), Grid() if dot and left.shape == right.shape and left.shape[1] == 1:
            return dot_of(left.entries, right.entries)
        case Tuple(items), Tuple(others) if dot and len(items) == len(others):
            if all(isinstance(item, tm.Scalar) for item in (*items, *others)):
                return dot_of(items, others)
        case Grid(), Tuple(items) if left.shape[1] == len(items) > 1 and all(isinstance(x, tm.Scalar) for x in items):
            return Tuple((left @ Grid(tuple((x,) for x in items))).entries)  # a point is a column
        case Grid(), Grid():
            raise Refused(node, f"a matrix {_size(left)} times one {_size(right)}")
    raise Refused(node, f"{words(left)} times {words(right)} has no meaning here")


def as_column(value: Value, size: int) -> Value:
    """A vector letter beside a matrix that is written out, as a column of its entries; anything else as it is."""
    column = column_of(value, size) if isinstance(value, (tm.Vector, tm.Matrix)) and size <= MOST_ROWS else None
    return value if column is None else column


def crossed(left: Value, right: Value) -> Value | None:
    """The vector product of two points or columns of three numbers; None of anything else."""
    rows = [value.entries if isinstance(value, Grid) else getattr(value, "items", ()) for value in (left, right)]
    if type(left) is not type(right) or not all(len(row) == 3 for row in rows):
        return None
    if not all(isinstance(entry, tm.Scalar) for row in rows for entry in row):
        return None
    (a, b, c), (x, y, z) = rows
    entries = (b * z - c * y, c * x - a * z, a * y - b * x)
    return Tuple(entries) if isinstance(left, Tuple) else Grid(tuple((entry,) for entry in entries))


def _size(grid: Grid) -> str:
    return f"{grid.shape[0]} x {grid.shape[1]}"


def over(left: Value, right: Value, node: Node) -> Value:
    """A quotient."""
    if (pair := complex_pair(left, right)) is not None:
        return pair[0] / pair[1]
    if not isinstance(right, tm.Scalar):
        raise Refused(node, f"{words(right)} cannot divide")
    if isinstance(left, (tm.Scalar, tm.Vector)):
        return left / right
    if isinstance(left, Row):
        return Row(left.vector / right)
    if isinstance(left, (Grid, Dyads, Places)):
        return left.over(right)
    if isinstance(left, Tuple) and all(isinstance(item, tm.Scalar) for item in left.items):
        return Tuple(tuple(item / right for item in left.items))
    if isinstance(left, tm.Matrix):
        return guarded(node, lambda: (tm.ONE / right) * left)
    raise Refused(node, f"{words(left)} cannot be divided")


def is_own_transpose(value: Value, sup: Node, node: Node) -> bool:
    r"""Whether a transpose stands above a number that is made of columns, `(x^T A x)^T`: it changes nothing."""
    if not isinstance(value, tm.Scalar) or not is_transpose(sup) or not has_transposes(node):
        return False
    return any(isinstance(each, tm.VectorVariable | tm.MatrixVariable) for each in value.free)
