r"""Statements: relations and chains of them, membership, and tables in braces."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.printed import Approx
from symproof.rates import BigO
from symproof.readers.notation import tree as t
from symproof.readers.notation.primaries import OTHERWISE
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.common_divisors import common_divisor
from symproof.readers.resolve.complex_numbers import Complex, doubt, holds_unit
from symproof.readers.resolve.differentials import of_differentials
from symproof.readers.resolve.distributions import distributed
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.entrywise import ordered_by_entries
from symproof.readers.resolve.extrema import argmin, compared, is_extremum, said_of_all
from symproof.readers.resolve.families import in_members
from symproof.readers.resolve.finite_sets import of_sets
from symproof.readers.resolve.grids import Grid, of_columns
from symproof.readers.resolve.integrals import has_primitive
from symproof.readers.resolve.integrated import of_primitives
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.membership import membership, of_members
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import (
    NO_DIGITS,
    are_pairs,
    congruent,
    division_with_rest,
    first_digits,
    modulus_of,
    of_a_rest,
    percentage,
    printed,
    rounded,
    summed,
    without_modulus,
)
from symproof.readers.resolve.operations import beside, complex_pair
from symproof.readers.resolve.orders import ORDERS, ordered
from symproof.readers.resolve.places import Places
from symproof.readers.resolve.remainders import order_of, remainder, up_to
from symproof.readers.resolve.shapes import every_part, holds_outer, series_among, series_in
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.units import rounded_quantity
from symproof.readers.resolve.values import Macro, Refused, Tuple, Value, guarded, words
from symproof.statement import Prop

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context

PARAMETERS = (tm.Variable, tm.VectorVariable, tm.MatrixVariable, tm.Sequence)
KINDS = {"=": "=", ":=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
MIRRORED = {"=": "=", "<=": ">=", ">=": "<="}
UNREAD = {
    "gets": "an assignment gives a letter a new value: it is an instruction, not a statement",
    "propto": "“is proportional to” leaves the factor open, so that there is nothing to check",
    "to": "“tends to” is not in the language",
    "mapsto": "a rule of assignment is no statement",
    "ll": "“much less” has no exact meaning", "gg": "“much greater” has no exact meaning",
}  # fmt: skip
"""Why a relation is not read."""
ARGUMENTS = ("argmin", "argmax")
CASE_WORDS = ("if", "for", "when", "where", "")
NUMBERS = {"R": "real", "Q": "rational", "Z": "integer", "N": "natural"}


def relation(
    terms: Terms, left: t.Node, sign: t.Sign, right: t.Node, *, first: bool, left_value: Value, right_value: Value
) -> Prop:
    """The statement that two members stand in a relation. The values are what `terms` read of them, or a `Refused`.

    Raises:
        Refused: a side that is not read, or a relation that says nothing in the language.
    """
    found = _relation(terms, left, sign, right, first=first, left_value=left_value, right_value=right_value)
    return said_of_all(terms, found) if terms.extremes else found


def _relation(
    terms: Terms, left: t.Node, sign: t.Sign, right: t.Node, *, first: bool, left_value: Value, right_value: Value
) -> Prop:
    kind = sign.kind
    if isinstance(left, t.Sequence) and (kind in KINDS or kind == "in"):
        found = of_members(
            terms,
            left,
            lambda member: relation(
                terms, left.items[0], sign, right, first=first, left_value=member, right_value=right_value
            ),
        )
        if found is not None:
            return found
    if kind in ("=", "subset", "subseteq") and (found := of_sets(terms, left, kind, right)) is not None:
        return found
    where = partial(_within, terms)
    if isinstance(right, t.Big) and right.operator in ARGUMENTS and kind in ("=", "in", ":="):
        return argmin(terms, _known(left_value), right, where, unique=kind != "in")
    if isinstance(left, t.Big) and left.operator in ARGUMENTS and kind == "=":
        return argmin(terms, _known(right_value), left, where, unique=True)
    for side, other, way in ((left, right_value, kind), (right, left_value, MIRRORED.get(kind, ""))):
        if isinstance(side, t.Big) and is_extremum(side):
            try:
                found = compared(terms, side, _known(other), way, where)
            except Refused:
                if isinstance(left_value, Refused) or isinstance(right_value, Refused):
                    raise
                found = None  # which has a letter
            if found is not None:
                return found
    if kind == "sim":
        return distributed(terms, left, sign, right)
    if kind in ORDERS:
        return ordered(terms, _known(left_value), sign, _known(right_value))
    series = [(ends, value) for side, value in ((left, right_value), (right, left_value)) if (ends := series_in(side))]
    if kind == "=" and len(series) == 1:
        ((factors, whole), value) = series[0]
        return terms.endless(whole, _known(value), [terms.scalar(each) for each in factors])
    if kind == "=" and not series:
        for side, value in ((left, right_value), (right, left_value)):
            if (among := series_among(side)) is not None and isinstance(value, tm.Scalar) and not _has_series(value):
                (sign_of, (factors, whole)), rest = among
                beyond = value - terms.scalar(rest)
                beyond = terms.scalar(rest) - value if sign_of == "-" else beyond
                return terms.endless(whole, beyond, [terms.scalar(each) for each in factors])
    if kind == "in":
        return membership(terms, _known(left_value), right, left, partial(_within, terms))
    if kind == "=" and modulus_of(right) is not None:
        kind = "equiv"
    elif kind == "=" and modulus_of(left) is not None:
        return _related("=", terms.scalar(without_modulus(left)), terms.scalar(right), sign)
    if kind in ("equiv", "notequiv") and terms.modulus is not None:
        sides = [terms.scalar(without_modulus(side)) for side in (left, right)]
        prop = congruent(terms, sides[0], sides[1], terms.scalar(terms.modulus), sign)
        return st.Not(prop) if kind == "notequiv" else prop
    if kind == "mid" and not terms.context.dividing:
        raise Refused(sign, "what is random under a condition is no number")
    if kind in ("mid", "nmid"):
        divides = congruent(terms, terms.scalar(right), tm.ZERO, terms.scalar(left), sign)
        return divides if kind == "mid" else st.Not(divides)
    if kind == "notin":
        return st.Not(membership(terms, _known(left_value), right, left, partial(_within, terms)))
    if kind in ("=", "<=") and isinstance(right, t.Juxtaposed) and (order := order_of(terms.context, right)):
        return _rate(terms, _known(left_value), right, order)
    if kind == "=" and (ending := remainder(right)) is not None and isinstance(left_value, tm.Scalar):
        return up_to(terms, left_value, ending, right)
    if kind == "=" and isinstance(right, t.Table) and right.kind in ("cases", "dcases", "rcases"):
        return _by_cases(terms, _known(left_value), right)
    if kind == "=" and (has_primitive(left) or has_primitive(right)):
        try:
            return st.Relation("=", *of_primitives(terms, left, right, sign))
        except Refused:
            if not isinstance(left_value, tm.Scalar) or not isinstance(right_value, tm.Scalar):
                raise
    if kind == "=" and (rate_of := of_differentials(left, right)) is not None:
        return _related("=", terms.scalar(rate_of[0]), terms.scalar(rate_of[1]), sign)
    if kind == "=" and (parts := division_with_rest(left, right)) is not None:
        return of_a_rest(terms, *map(terms.scalar, parts))
    if kind == "=" and (common := common_divisor(terms, (left, right), (left_value, right_value), sign)) is not None:
        return common
    if kind in UNREAD:
        raise Refused(sign, UNREAD[kind])
    if kind == "equiv" and isinstance(left_value, tm.Function) and isinstance(right_value, tm.Scalar):
        return _constant(left_value, right_value)
    if kind in ("=", "approx") and (shown := first_digits((right, left_value), (left, right_value))) is not None:
        return shown
    a, b = _known(left_value), _known(right_value)
    if kind == "=":
        a, b = _in_its_letters(terms, a, b), _in_its_letters(terms, b, a)
    a, b = beside(a, b), beside(b, a)
    if kind == "approx":
        digits = percentage(right) or printed(b) or summed(b)
        if digits and isinstance(a, tm.Scalar):
            return Approx(a, digits)
        if (measured := rounded_quantity(a, b)) is not None:
            return measured
        raise Refused(sign, NO_DIGITS)
    if kind == "perp" and isinstance(a, tm.Vector | tm.Matrix) and isinstance(b, tm.Vector | tm.Matrix):
        return st.Relation("=", guarded(right, lambda: symbols.inner(a, b)), tm.ZERO)
    if kind == "equiv":
        terms.note("a sign of identity is read as =")
        kind = "="
    if kind not in KINDS:
        raise Refused(sign, f"the relation {sign.text} is not read")
    if kind == "=" and isinstance(a, tm.Scalar) and rounded(a, b, first=first):
        terms.note("= before a number in decimals says that it is the value rounded to the digits shown")
        return Approx(a, printed(b))
    if terms.context.divisors and are_pairs(a, b):
        raise Refused(sign, "a pair may be a greatest common divisor here, which is written gcd(a, b)")
    return _related(KINDS[kind], a, b, sign)


def _has_series(value: tm.Scalar) -> bool:
    """Whether a term has a sum to infinity in it, which is a letter."""
    return any(str(each).startswith("\u2211[") for each in value.free)


def _constant(function: tm.Function, value: tm.Scalar) -> Prop:
    r"""A function that has one value everywhere, `f \equiv 0`."""
    name = next(each for each in ("x", "x'", "x''") if each not in {str(letter) for letter in value.free})
    place = tm.VectorVariable(name) if function.on == "vector" else tm.Variable(name)
    return st.Each(place, st.Relation("=", tm.Apply(function, place), value))


def _by_cases(terms: Terms, left: Value, table: t.Table) -> Prop:
    """An equation with cases: under each condition, what the left side is."""
    props: list[Prop] = []
    conditions: list[Prop] = []
    for row in table.rows:
        if len(row) != 2:
            raise Refused(table, "a case is a value and its condition")
        value, where = terms.value(row[0]), _without_words(row[1])
        if where is None:
            condition: Prop = st.Not(st.any_of(conditions))
        elif isinstance(where, t.Chain):
            condition = _within(terms, where, [caught(partial(terms.value, member)) for member in where.members])
        else:
            raise Refused(row[1], "the condition of a case that is not read")
        conditions.append(condition)
        props.append(st.Implies(condition, _related("=", left, value, table)))
    return st.all_of(props)


def _without_words(node: t.Node) -> t.Node | None:
    """The condition of a case without its "if"; None for "otherwise"."""
    match node:
        case t.Text(text=text) if text.strip(" .,").lower() in OTHERWISE:
            return None
        case t.Chain(members=(t.Juxtaposed(items=(t.Text(text=text), *rest)), *others)) if (
            text.strip().lower() in CASE_WORDS and rest
        ):
            first = rest[0] if len(rest) == 1 else t.Juxtaposed(rest[0].start, rest[-1].end, tuple(rest))
            return t.Chain(node.start, node.end, (first, *others), node.relations)
        case t.Chain(
            members=(t.Add(terms=((sign, t.Juxtaposed(items=(t.Text(text=text), first))), *more)), *others)
        ) if text.strip().lower() in CASE_WORDS:  # \text{if } x - 1 > 0
            whole = t.Add(first.start, node.members[0].end, ((sign, first), *more))
            return t.Chain(node.start, node.end, (whole, *others), node.relations)
    return node


SIDE = re.compile(r"[A-Z]\W*[A-Z]")
"""Two points, from one to the other."""
INTERVALS = frozenset("DIJLSW")
"""Letters for sets of numbers."""


def define_table(clause: t.Clause, context: Context, *, sure: bool, new: bool = False) -> str:
    """Know a letter as the matrix, or where `sure` the point, that it is set equal to; its name, "" where it is none. Of a `new`
    letter it may be said by others that are written out, b = a - c."""
    left, right = clause.members[:2]
    key = canonical(left)
    if (
        key is None
        or not _is_plain(left)
        or not (
            _holds_table(right)
            or (new and any(isinstance(context.names.get(canonical(each) or ""), Grid) for each in every_part(right)))
            or holds_outer(right)
            or (context.imaginary and holds_unit(right, context.names))
            or (sure and (_is_point(right) or _is_point(right, "[]")))
            or (new and len(clause.members) == 2 and _is_of_numbers(right, key))
        )
    ):
        return ""
    known = context.names.get(key)
    told = known is not None and key not in context.inferred and not _is_of_any_size(known)  # A is another one now
    if told and not (sure and isinstance(known, (Grid, Tuple, Complex, Dyads))):
        return ""
    terms = Terms(context, {})
    value = caught(lambda: of_columns(terms.value(right)))
    if isinstance(caught(lambda: terms.value(left)), Complex) and not isinstance(known, Complex):
        return ""  # a conjugate
    fine = isinstance(value, (Grid, Complex, Dyads)) or (
        isinstance(value, tm.Matrix)
        and (isinstance(right, t.Table) or (sure and holds_outer(right) and not isinstance(known, tm.Matrix)))
    )
    fine = fine or (
        isinstance(value, Tuple) and _is_point(right) and all(isinstance(each, tm.Scalar) for each in value.items)
    )
    if not fine or terms.open:
        return ""
    context.inferred.pop(key, None)
    context.names[key] = value
    return key


def _is_of_any_size(value: object) -> bool:
    """Whether a matrix has a letter for its number of rows, as none has that is written out."""
    return isinstance(value, tm.MatrixVariable) and value.columns != tm.SINGLE and bool(value.free - {value})


def point(node: t.Node, context: Context) -> Tuple | None:
    """The numbers in brackets that a node is."""
    value = caught(lambda: Terms(context, {}).value(node)) if _is_point(node) else None
    return value if isinstance(value, Tuple) else None


def _is_plain(node: t.Node) -> bool:
    return isinstance(node, t.Name) or (isinstance(node, t.Scripted) and node.sup is None and not node.primes)


def _holds_table(node: t.Node) -> bool:
    return isinstance(node, t.Table) or getattr(node, "name", "") == "diag" or any(map(_holds_table, node.children()))


def _is_point(node: t.Node, ends: str = "()") -> bool:
    if isinstance(node, t.Scripted):
        node = node.base
    return isinstance(node, t.Fence) and node.left + node.right == ends and isinstance(node.body, t.Sequence)


def _is_of_numbers(node: t.Node, key: str) -> bool:
    """Whether a node is a point whose coordinates are numbers; two in round brackets may be an interval, as their letter says."""
    if not isinstance(node, t.Fence) or not isinstance(node.body, t.Sequence) or node.left + node.right != "()":
        return False
    letters = SIDE.search(key) or any(isinstance(each, t.Name) for each in every_part(node.body))
    return not letters and (len(node.body.items) > 2 or key not in INTERVALS)


BOLD = re.compile(r"\\\w+\{(\w+)\}")
"""The name of a bold letter."""


def _in_its_letters(terms: Terms, value: Value, other: Value) -> Value:
    """A function beside a number is its value at its own letters: `f = w_5` says that f(w_1, w_2) = w_5. A vector beside a list
    is the members with a residue below, from a_0 on, where the text has these."""
    if isinstance(value, tm.VectorVariable) and isinstance(other, Tuple):
        family = terms.context.families.get(BOLD.sub(r"\1", value.name))
        if family is not None and family.over is not None:
            return Tuple(tuple(family[tm.residue(k, family.over)] for k in range(len(other.items))))
    if isinstance(value, Macro) and isinstance(other, tm.Scalar):
        letters = ", ".join(map(str, value.parameters))
        terms.note(f"{value.name} beside a number is {value.name}({letters})")
        return value.body
    return value


def _known(value: Value) -> Value:
    if isinstance(value, Refused):
        raise value
    return value


def _at_its_place(value: Value, other: Value) -> Value:
    """A function of several numbers that nothing gives, compared with a number: its value where the text is, a letter."""
    return tm.Variable(value.name) if isinstance(value, Undefined) and isinstance(other, tm.Scalar) else value


def _related(kind: str, a: Value, b: Value, node: t.Node) -> Prop:
    if isinstance(a, Tuple) and isinstance(b, Grid) and b.shape == (len(a.items), 1) and kind == "=":
        b = Tuple(b.entries)  # a point is a column
    if isinstance(a, Tuple) and isinstance(b, Tuple) and len(a.items) == len(b.items) and kind == "=":
        return st.And(tuple(_related(kind, one, other, node) for one, other in zip(a.items, b.items, strict=True)))
    if isinstance(a, Places) and isinstance(b, Places) and a.size == b.size and kind == "=":
        return a.compared("=", b)
    if isinstance(a, Grid) and isinstance(b, Grid) and kind == "=":
        if a.shape != b.shape:
            raise Refused(
                node, f"a matrix {a.shape[0]} x {a.shape[1]} is compared with one {b.shape[0]} x {b.shape[1]}"
            )
        pairs = zip(a.entries, b.entries, strict=True)
        props = tuple(_related(kind, one, other, node) for one, other in pairs)
        return st.all_of(props)
    if (pair := complex_pair(a, b)) is not None and kind in ("=", "!="):
        if why := doubt(*pair) or doubt(*reversed(pair)):
            raise Refused(node, why)
        parts = tuple(st.Relation(kind, *sides) for sides in zip(*(each.parts for each in pair), strict=True))
        return st.And(parts) if kind == "=" else st.Or(parts)
    a, b = (each.real if isinstance(each, Complex) and each.is_real else each for each in (a, b))
    if isinstance(a, Dyads) and isinstance(b, Dyads) and kind == "=":
        a, b = a.image, b.image  # of any vector
    if (placed := ordered_by_entries(kind, a, b)) is not None:
        return placed
    a, b = (_at_its_place(one, other) for one, other in ((a, b), (b, a)))
    for value in (a, b):
        if not isinstance(value, (tm.Scalar, tm.Vector, tm.Matrix, tm.Residue)):
            raise Refused(node, f"{words(value)} is compared")

    def make() -> Any:
        left = 0 if a == tm.ZERO and not isinstance(b, tm.Scalar) else a
        right = 0 if b == tm.ZERO and not isinstance(a, tm.Scalar) else b
        return in_members(st.relation(kind, left, right), node)

    found: Prop = guarded(node, make)
    return found


def _within(terms: Terms, place: t.Chain, ends: list[Value]) -> Prop:
    """The condition on the letter of an extremum, or of a case."""
    props = [
        relation(
            terms, place.members[k], sign, place.members[k + 1], first=True, left_value=ends[k], right_value=ends[k + 1]
        )
        for k, sign in enumerate(place.relations)
    ]
    return st.all_of(props)


def _rate(terms: Terms, left: Value, right: t.Juxtaposed, order: str) -> Prop:
    if len(right.items) != 2 or not isinstance(left, tm.Scalar):
        raise Refused(right, "an order of growth that is not read")
    bound = terms.scalar(right.items[1])
    if len(letters := [letter for letter in bound.free if isinstance(letter, tm.Variable)]) != 1:
        raise Refused(right, "the letter that grows must be the only one of the bound")
    sides = ((left, bound),) * (order != "Omega") + ((bound, left),) * (order != "O")
    made = tuple(guarded(right, lambda one=one, other=other: BigO(one, other, letters[0])) for one, other in sides)
    return st.all_of(made)
