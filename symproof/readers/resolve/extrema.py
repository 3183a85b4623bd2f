r"""The largest and the smallest value: `\max_{x \in S} f(x) = c`, `\sup_{x > 0} f(x) = c`, `\inf_x f(x) \ge c`.

That c is the largest value says that no value is larger and one is c; the least bound is either reached, or each number
below it is passed. A bound on it, `\sup f \le c`, is a bound on all values.

The largest of numbers with an index, `\max_{1 \le i \le n} x_i`, `\min_t f(x_t)`, may stand anywhere: what is said with it is
said of every number that is as large as each of them, and is one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve.feasible import Where, feasible
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.ranges import is_place, range_of, up_to
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.statement import Prop
from symproof.substitution import substitute

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names
    from symproof.readers.resolve.terms import Terms

UPPER = ("max", "sup")
IN_RELATIONS = "the largest or the smallest of numbers is read in relations"
EXTREMA = (*UPPER, "min", "inf")


def is_extremum(node: t.Node) -> bool:
    r"""Whether a node is `\max_x f(x)`, over a letter, or `\max f`, of a function by its name."""
    if not isinstance(node, t.Big) or node.operator not in EXTREMA:
        return False
    return node.lower is not None or isinstance(node.body, t.Name)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The largest (`upper`) or the smallest of numbers with an index."""

    operator: str
    body: tm.Scalar
    index: tm.Variable
    low: tm.Scalar
    high: tm.Scalar

    @property
    def upper(self) -> bool:
        """Whether it is the largest."""
        return self.operator in UPPER

    def within(self, value: tm.Scalar) -> Prop:
        """That it is at most a value; the smallest: at least."""
        return st.each(self.index, st.Relation("<=" if self.upper else ">=", self.body, value), self.low, self.high)

    def reaches(self, value: tm.Scalar) -> Prop:
        """That one of the numbers is a value."""
        return st.exists(self.index, st.Relation("=", value, self.body), self.low, self.high)

    def letter(self, terms: Names, node: t.Node) -> tm.Scalar:
        """A letter for it, which `said_of_all` binds."""
        name = self.operator
        while terms.extremes.get(name, self) != self:
            name += "'"
        letter = tm.Variable(name)
        if terms.indices() & (self.body.free | self.low.free | self.high.free) - {self.index}:
            raise Refused(node, f"a {self.operator} for each place of a sum")
        terms.extremes[name] = self
        return letter


def extreme_of(terms: Terms, node: t.Big) -> Extreme | None:
    r"""What `\max_{i \le n} x_i` is the largest of; None where no index stands below."""
    if node.operator not in EXTREMA or node.lower is None or node.body is None:
        return None
    ends = up_to(node)
    if node.upper is None and not is_place(ends[0] if ends else node.lower, node.body):
        return None
    index, low, high = (ends[0], None, None) if ends else range_of(node)
    key = canonical(index)
    if key is None or (high is not None and infinite(high)):
        raise Refused(node, f"a {node.operator} over what is no finite range")
    letter = symbols.index(key)
    with terms.within(key, letter):
        body = terms.scalar(node.body)
    if ends:
        first = terms.first_place(body, letter)
        last = terms.scalar(ends[1]) - ends[2] if ends[2] else terms.scalar(ends[1])
        return Extreme(node.operator, body, letter, first, last)
    if low is not None and high is not None:
        return Extreme(node.operator, body, letter, terms.scalar(low), terms.scalar(high))
    body, letter, first, last = terms.all_places(body, letter, node)
    terms.note(f"a {node.operator} over {key} without bounds goes over all places of what stands under it")
    return Extreme(node.operator, body, letter, first, last)


def said_of_all(terms: Terms, prop: Prop) -> Prop:
    """A statement in the letters of extrema, of all numbers that these are; a bound on one is a bound on all values, and what it
    is equal to bounds them and is reached."""
    for name, extreme in reversed(list(terms.extremes.items())):
        letter = tm.Variable(name)
        if isinstance(prop, st.Relation) and letter in (prop.left, prop.right):
            kind, value = (prop.kind, prop.right) if prop.left == letter else (st.FLIPPED[prop.kind], prop.left)
            if (
                isinstance(value, tm.Scalar)
                and letter not in value.free
                and kind in ("=", "<=" if extreme.upper else ">=")
            ):
                bound = extreme.within(value)
                if kind == "=":
                    terms.note(f"a {extreme.operator} is a bound that is reached")
                    bound = st.And((bound, extreme.reaches(value)))
                else:
                    terms.note(f"a bound on a {extreme.operator} is a bound on all values")
                prop = bound
        if letter in prop.free:
            terms.note(f"a {extreme.operator} is a bound that is reached")
            some = st.Relation("<=", extreme.low, extreme.high)
            prop = st.each(letter, st.Implies(st.And((some, extreme.within(letter), extreme.reaches(letter))), prop))
    return prop


def compared(terms: Terms, node: t.Big, value: Value, kind: str, membership: Where) -> Prop | None:
    r"""That the extremum of a node is, or keeps within, a value; None for a relation that says neither.

    Raises:
        Refused: a letter that is none, or a value that is no number of its own.
    """
    upper = node.operator in UPPER
    if kind not in ("=", "<=" if upper else ">="):
        return None
    if extreme_of(terms, node) is not None:
        return None  # which has a letter
    where: Prop | None = None
    if node.lower is None:
        variable, body = _of_function(terms, node, value)
    else:
        variable, where = feasible(terms, node, membership)
        body = terms.scalar(_body_of(node))
    if not isinstance(value, tm.Scalar) or variable in value.free or variable not in body.free:
        raise Refused(node, f"a {node.operator} that is no number of its own")
    bound: Prop = st.Relation("<=" if upper else ">=", body, value)
    bound = st.each(variable, bound if where is None else st.Implies(where, bound))
    if kind != "=":
        terms.note(f"a bound on a {node.operator} is a bound on all values")
        return bound
    reached = _somewhere(variable, where, st.Relation("=", body, value))
    if node.operator in ("max", "min"):
        terms.note(f"a {node.operator} is a bound that is reached")
        return st.And((bound, reached))
    terms.note(f"a {node.operator} is a bound that is reached, or that values come as near to as one likes")
    taken = {str(each) for each in body.free | value.free | (where.free if where is not None else frozenset())}
    gap = tm.Variable(next(name for name in ("epsilon", "delta", "gap", "gap'") if name not in taken))
    near = _somewhere(
        variable, where, st.Relation(">", body, value - gap) if upper else st.Relation("<", body, value + gap)
    )
    return st.And((bound, st.Or((reached, st.each(gap, st.Implies(st.Relation(">", gap, tm.ZERO), near))))))


def _body_of(node: t.Big) -> t.Node:
    if node.body is None:
        raise Refused(node, f"{node.operator} of nothing")
    return node.body


def _of_function(terms: Terms, node: t.Big, value: Value) -> tuple[tm.Variable | tm.VectorVariable, tm.Scalar]:
    """A letter for the argument of a function that is named, and its value there."""
    function = terms.symbol(canonical(node.body)) if node.body is not None else None
    if not isinstance(function, tm.Function):
        raise Refused(node, f"a {node.operator} of what is no function")
    taken = {str(each) for each in value.free} if isinstance(value, tm.Scalar) else set()
    name = next(name for name in ("x", "y", "z", "x'") if name not in taken)
    letter = tm.VectorVariable(name) if function.on == "vector" else tm.Variable(name)
    return letter, function(letter)


def _somewhere(variable: tm.Term, where: Prop | None, prop: Prop) -> Prop:
    return st.exists(variable, prop if where is None else st.And((where, prop)))


def argmin(terms: Terms, point: Value, right: t.Big, where: Where, *, unique: bool) -> Prop:
    r"""That a point minimizes what stands behind `\argmin_x`, or maximizes it; `unique`, that no other one does."""
    variable, inside = feasible(terms, right, where)
    body = terms.scalar(_body_of(right))
    body = -body if right.operator == "argmax" else body
    if inside is None:
        made: Prop = guarded(right, lambda: st.minimizer(point, body, variable, unique=unique))
        return made
    if not isinstance(point, tm.Scalar | tm.Vector) or variable in point.free:
        raise Refused(right, f"{right.operator} that is no point of its own")
    at, least = (guarded(right, lambda each=each: substitute(each, {variable: point})) for each in (inside, body))
    claims = [at, st.each(variable, st.Implies(inside, st.Relation("<=", least, body)))]
    if unique:
        same = st.And((inside, st.Relation("=", body, least)))
        claims.append(st.each(variable, st.Implies(same, st.Relation("=", variable, point))))
    return st.And(tuple(claims))
