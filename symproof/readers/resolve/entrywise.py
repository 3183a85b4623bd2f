r"""What goes place by place: `\|x\|_1`, `\|x\|_\infty`, `\|A\|_F`, `x \odot y`, `\mathrm{softmax}(z)_i`, `Ax \le b`.

A vector letter has no places here (it lies in any space with an inner product), but for those of which all that a part says goes
place by place (`places`). So these are read of lists and matrices that are written out, the norm of Frobenius and the product of
Hadamard of matrix letters too, and softmax of a sequence of numbers, over all of its places (`ranges`).
"""

from __future__ import annotations

from functools import reduce
from operator import matmul
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.matrix_symbols import hadamard
from symproof.readers.notation import tree as t
from symproof.readers.resolve import unworked
from symproof.readers.resolve.extrema import Extreme
from symproof.readers.resolve.grids import Grid, length
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.operations import times
from symproof.readers.resolve.places import PLACE, Places
from symproof.readers.resolve.ranges import over_all
from symproof.readers.resolve.values import Refused, Tuple, Value, guarded, words
from symproof.statement import Prop
from symproof.substitution import names_in

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names


def listed(terms: Names, base: t.Node, sub: t.Node) -> Value | None:
    """What a norm or a softmax with a subscript stands for; None for anything else, and for a norm that is read without it."""
    match base:
        case t.Fence(left="||", body=t.Node() as body):
            kind = canonical(sub) or str(getattr(sub, "text", ""))
            return None if kind == "2" else _norm(terms, terms.value(body), kind, base)
        case t.Function(
            name="softmax", argument=t.Fence(left="(", body=t.Node() as body), sub=None, sup=None, primes=0
        ):
            return _softmax(terms, body, sub, base)
    return None


def ordered_by_entries(kind: str, left: Value, right: Value) -> Prop | None:
    """What an order between columns says of their entries, `Ax <= b`, `x >= 0`; None where neither side is a column."""
    sides = (left, right)
    if kind in st.ORDERS and isinstance(left, Places) and isinstance(right, (Places, tm.Scalar)):
        return left.compared(kind, right)
    if kind in st.ORDERS and isinstance(right, Places) and isinstance(left, tm.Scalar):
        return right.compared(st.FLIPPED[kind], left)
    columns = [each for each in sides if isinstance(each, (tm.Matrix, Grid)) and each.shape[1] in (tm.SINGLE, 1)]
    others = [each for each in sides if each not in columns]
    if kind not in st.ORDERS or not columns or not all(isinstance(each, tm.Scalar) for each in others):
        return None
    written = [each.entries for each in columns if isinstance(each, Grid)]
    if len(written) == len(columns):
        rows = [each.entries if isinstance(each, Grid) else (each,) * len(written[0]) for each in sides]
        pairs = zip(*rows, strict=False)
        return st.all_of(st.Relation(kind, *pair) for pair in pairs) if len({*map(len, rows)}) == 1 else None
    sizes = [each.shape[0] for each in columns if isinstance(each, tm.Matrix)]
    if len(sizes) != len(columns) or len({*sizes}) > 1 or not isinstance(sizes[0], tm.Interval):
        return None
    taken = names_in(*(each for each in sides if isinstance(each, tm.Term)))
    place = symbols.index(next(name for name in ("i", "j", "k", "i'") if name not in taken))
    ends = [tm.Entry(each, place, tm.ONE) if isinstance(each, tm.Matrix) else each for each in sides]
    return st.Each(place, st.Relation(kind, *ends), sizes[0].low, sizes[0].high)


def _norm(terms: Names, value: Value, kind: str, node: t.Fence) -> tm.Scalar:
    if isinstance(value, Places) and kind in ("1", r"\infty"):
        largest = Extreme("max", value.sizes, PLACE, tm.ONE, value.size)
        return value.sum_of_sizes if kind == "1" else largest.letter(terms, node)
    if kind in ("F", r"\mathrm{F}", r"\mathrm{Fro}"):
        if isinstance(value, Grid):
            return length(value.entries)
        if isinstance(value, tm.Matrix):
            return symbols.norm(value)
        raise Refused(node, f"the norm of Frobenius of {words(value)}")
    entries = _entries(value)
    placed = isinstance(value, tm.Vector) and kind in ("1", r"\infty") and not terms.context.lettered
    if entries is None and kind and isinstance(value, tm.Vector | tm.Matrix) and not placed:
        return unworked.norm(terms, value, kind, node)
    if kind not in ("1", r"\infty") or isinstance(value, tm.Scalar):
        raise Refused(node, f"a norm of {words(value)} with {kind or 'that'} below")
    if isinstance(value, Grid) and entries is None:
        raise Refused(node, "the norm of a matrix")
    if entries is None:
        name = "sum" if kind == "1" else "largest"
        raise Refused(
            node, f"a norm that is the {name} of the entries, of {words(value)} whose entries are not written out"
        )
    sizes = [tm.Elementary("abs", (entry,)) for entry in entries]
    total: tm.Scalar = sizes[0]
    for size in sizes[1:]:
        total = total + size if kind == "1" else tm.Elementary("max", (total, size))
    return total


def _entries(value: Value) -> tuple[tm.Scalar, ...] | None:
    """The entries of a list, a row or a column that is written out."""
    entries = value.items if isinstance(value, Tuple) else value.entries if isinstance(value, Grid) else ()
    if not entries or (isinstance(value, Grid) and 1 not in value.shape):
        return None
    return tuple(entries) if all(isinstance(entry, tm.Scalar) for entry in entries) else None


def _softmax(terms: Names, body: t.Node, sub: t.Node, node: t.Node) -> tm.Scalar:
    """The exponential at a place, over the sum of all."""
    family = terms.family(canonical(body))
    terms.note("softmax(z)_i is exp(z_i) over the sum of all exp(z_j)")
    if family is not None and isinstance(family.item, tm.Variable) and family.over is None:
        place, letter = terms.scalar(sub), symbols.index("j'")
        total = over_all(tm.Elementary("exp", (family[letter],)), letter, node)
        return guarded(node, lambda: tm.Elementary("exp", (family[place],)) / total)  # type: ignore[no-any-return]
    entries = _entries(terms.value(body))
    if entries is None or not isinstance(sub, t.Number) or not 0 < int(sub.text) <= len(entries):
        raise Refused(node, "softmax of what is no sequence, and no list with a place in digits")
    powers = tuple(tm.Elementary("exp", (entry,)) for entry in entries)
    return powers[int(sub.text) - 1] / tm.sum_of(powers)


def place_by_place(left: Value, right: Value, node: t.Node) -> Value:
    r"""`left \odot right`, Hadamard's product."""
    if isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix):
        return guarded(node, lambda: hadamard(left, right))
    if isinstance(left, Grid) and isinstance(right, Grid) and left.shape == right.shape:
        pairs = zip(left.rows, right.rows, strict=True)
        return Grid(tuple(tuple(times(a, b, node) for a, b in zip(one, two, strict=True)) for one, two in pairs))
    if isinstance(left, Tuple) and isinstance(right, Tuple) and len(left.items) == len(right.items):
        return Tuple(tuple(times(a, b, node) for a, b in zip(left.items, right.items, strict=True)))
    raise Refused(
        node, f"the product place by place of {words(left)} and {words(right)}, whose entries are not written out"
    )


def matrix_power(value: tm.Matrix, exponent: tm.Scalar, node: t.Node) -> Value:
    """A matrix to a whole power: a product where the power is small."""
    if isinstance(exponent, tm.Number) and exponent.value.denominator == 1 and 0 < exponent.value <= 8:
        return guarded(node, lambda: reduce(matmul, [value] * exponent.value.numerator))
    if not tm.is_integer(exponent):
        raise Refused(node, "only whole powers of a matrix are read")
    return guarded(node, lambda: value**exponent)
