"""Matrices of exact numbers, row by row: products, powers, traces, determinants, inverses. Trusted.

Determinants and inverses are those of Faddeev and Le Verrier, which divide by the integers 1..n alone: so they hold for
enclosures and for dual numbers too, where no pivot can be chosen.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import term as tm
from symproof.evaluation.exact import ONE, ZERO, Number, Row, checked, divide, sign
from symproof.evaluation.novalue import NoValue, Undecided

Table = tuple[Row, ...]
MOST_FACTORS = 64


def dot(left: Row, right: Row) -> Number:
    """The inner product of coordinates."""
    return checked(sum((x * y for x, y in zip(left, right, strict=True)), ZERO))


def product_of(left: Table, right: Table, width: int) -> Table:
    """The product of two tables, the right one with `width` columns (it may have no row)."""
    columns = list(zip(*right, strict=True)) or [()] * width
    return tuple(tuple([dot(line, column) for column in columns]) for line in left)


def identity_of(size: int) -> Table:
    """The identity matrix."""
    return tuple(tuple(ONE if i == j else ZERO for j in range(size)) for i in range(size))


def trace_of(table: Table) -> Number:
    """The sum of the diagonal."""
    return checked(sum((line[k] for k, line in enumerate(table)), ZERO))


def determinant_of(table: Table) -> Number:
    """The determinant; 1 of the table without rows."""
    return _faddeev_le_verrier(table)[0]


def power_of(term: tm.Term, table: Table, exponent: int) -> Table:
    """An integer power of a square table.

    Raises:
        NoValue: the exponent is negative and the determinant is 0.
        Undecided: the exponent is too large.
    """
    if abs(exponent) > MOST_FACTORS:
        raise Undecided(f"{term}: a power of more than {MOST_FACTORS} factors is not tried")
    if exponent < 0:
        bottom, adjugate = _faddeev_le_verrier(table)
        if sign(bottom) == 0:
            raise NoValue(term, "the determinant is 0")
        table = tuple(tuple([divide(x, bottom) for x in line]) for line in adjugate)
    result = identity_of(len(table))
    for _ in range(abs(exponent)):
        result = product_of(result, table, len(table))
    return result


def made_of(term: tm.Matrix, parts: list[Table], rows: int) -> Table:
    """Kronecker's and Hadamard's product, vec, the adjugate, and blocks, with `rows` rows, of tables."""
    match term, parts:
        case tm.Adjugate(), [table]:
            return _faddeev_le_verrier(table)[1]
        case tm.Vec(), [table]:
            return tuple((x,) for column in zip(*table, strict=True) for x in column)
        case tm.Hadamard(), [left, right]:
            pairs = zip(left, right, strict=True)
            return tuple(tuple([checked(x * y) for x, y in zip(*lines, strict=True)]) for lines in pairs)
        case tm.Kronecker(), [left, right]:
            return tuple(tuple([checked(x * y) for x in line for y in other]) for line in left for other in right)
        case tm.Above(), _:
            return tuple(line for table in parts for line in table)
        case _:
            return tuple(tuple(x for table in parts for x in table[k]) for k in range(rows))


def _faddeev_le_verrier(table: Table) -> tuple[Number, Table]:
    """The determinant and the adjugate: with M_1 = 1, c_k = -tr(A M_k)/k and M_{k+1} = A M_k + c_k 1, the adjugate is
    (-1)**(n - 1) M_n and the determinant (-1)**n c_n."""
    size = len(table)
    if size == 0:
        return ONE, ()
    step = identity_of(size)
    for k in range(1, size + 1):
        product = product_of(table, step, size)
        c = trace_of(product) * Fraction(-1, k)
        if k < size:
            step = tuple(tuple([x + c if i == j else x for j, x in enumerate(line)]) for i, line in enumerate(product))
    if size % 2:
        return checked(-c), step
    return checked(c), tuple(tuple([-x for x in line]) for line in step)


def has_no_negative_pivot(rows: list[list[Fraction]], *, strict: bool = False) -> bool:
    """Whether the symmetric form of the entries is semidefinite; definite, with `strict`. The rows are eliminated in place."""
    for k, pivots in enumerate(rows):
        pivot = pivots[k]
        if pivot < 0 or (pivot == 0 and (strict or any(pivots[k:]))):
            return False
        for line in rows[k + 1 :] if pivot else ():
            ratio = line[k] / pivot
            for j in range(k, len(rows)):
                line[j] -= ratio * pivots[j]
    return True
