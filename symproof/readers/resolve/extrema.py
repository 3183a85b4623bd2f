r"""The largest and the smallest value: `\max_{x \in S} f(x) = c`, `\sup_{x > 0} f(x) = c`, `\inf_x f(x) \ge c`.

That c is the largest value says that no value is larger and one is c; the least bound is either reached, or each number
below it is passed. A bound on it, `\sup f \le c`, is a bound on all values.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import set_phrase
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.statement import Prop

UPPER = ("max", "sup")
EXTREMA = (*UPPER, "min", "inf")


def is_extremum(node: t.Node) -> bool:
    r"""Whether a node is `\max_x f(x)`, over a letter."""
    return isinstance(node, t.Big) and node.operator in EXTREMA and node.lower is not None


def compared(
    terms: Terms, node: t.Big, value: Value, kind: str, membership: Callable[[t.Chain, list[Value]], Prop]
) -> Prop | None:
    r"""That the extremum of a node is, or keeps within, a value; None for a relation that says neither.

    Raises:
        Refused: a letter that is none, or a value that is no number of its own.
    """
    upper = node.operator in UPPER
    if kind not in ("=", "<=" if upper else ">="):
        return None
    place = node.lower
    letter = place.members[0] if isinstance(place, t.Chain) and len(place.relations) == 1 else place
    variable = terms.symbol(canonical(letter)) if letter is not None else None
    if not isinstance(variable, (tm.Variable, tm.VectorVariable)) or node.body is None:
        raise Refused(node, f"a {node.operator} over what is no letter")
    body = terms.scalar(node.body)
    if not isinstance(value, tm.Scalar) or variable in value.free or variable not in body.free:
        raise Refused(node, f"a {node.operator} that is no number of its own")
    where = None
    if isinstance(place, t.Chain) and not _is_everywhere(place, variable):
        where = membership(place, [caught(partial(terms.value, member)) for member in place.members])
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


def _somewhere(variable: tm.Term, where: Prop | None, prop: Prop) -> Prop:
    return st.exists(variable, prop if where is None else st.And((where, prop)))


def _is_everywhere(place: t.Chain, variable: tm.Term) -> bool:
    r"""Whether a letter only is said to be what it is, `x \in \mathbb{R}`."""
    phrase = set_phrase(place.members[1]) if place.relations[0].kind == "in" else ""
    return phrase == ("vector" if isinstance(variable, tm.VectorVariable) else getattr(variable, "domain", None))


def argmin(terms: Terms, point: Value, right: t.Big, *, unique: bool) -> Prop:
    r"""That a point minimizes what stands behind `\argmin_x`; `unique`, that no other one does."""
    key = canonical(right.lower) if right.lower is not None else None
    variable = terms.symbol(key)
    if variable is None or right.body is None:
        raise Refused(right, "a minimizer over what is no letter")
    body = terms.scalar(right.body)
    made: Prop = guarded(right, lambda: st.minimizer(point, body, variable, unique=unique))
    return made
