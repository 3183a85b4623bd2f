r"""Probabilities of events: `P(A \cup B) = P(A) + P(B) - P(A \cap B)`, `P(A \mid B)`, `P(X > t) = 1 - P(X \le t)`.

An event is a polynomial in events that are not taken apart, each its own square: a complement is 1 - A, a union is
A + B - AB. So a probability is a sum of letters `P(A)`, `P(A, B)`, of which nothing but their names is known; they are never
taken to refute a line (`dependence.is_unknown_rate`). An event that another is conditioned on has a positive probability.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.comparing import compared
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.opaque import named
from symproof.readers.resolve.unworked import event_of, letter_of, spelled
from symproof.readers.resolve.values import Refused, Value
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context
    from symproof.readers.resolve.letters import Names

MEASURES = frozenset(("P", r"\mathbb{P}", r"\mathrm{P}", r"\mathrm{Pr}", r"\mathrm{Prob}"))
ONES = frozenset((r"\mathbf{1}", r"\mathbb{1}"))
MOST_EVENTS = 8
JOINED = re.compile(r"\b(and|or|not|no|given|und|oder|nicht|kein\w*)\b|[^\w\s-]", re.IGNORECASE)
"""Words that make an event of others."""
WHOLE = "\u2009"
"""How the name of an event begins that is not taken apart: what is said of some, or of all, of many."""
Event = dict[frozenset[str], int]
ALL: Event = {frozenset(): 1}


def is_measure(node: t.Node, names: Names, fence: t.Node | None = None) -> bool:
    """Whether a name before brackets is a probability, also in a text with a matrix P where they hold a relation, P(X = 1)."""
    key = canonical(node) if isinstance(node, (t.Name, t.Text, t.Scripted)) else None
    if key in names.context.densities:
        return names.symbol(key) is None
    if isinstance(node, t.Scripted) and node.sup is None and not node.primes:  # `\mathbb{P}_{S \sim D}(A)`
        key = canonical(node.base)
        if key == "P" and not (isinstance(node.sub, t.Chain) and _relates(fence)):
            return False
    elif isinstance(node, t.Scripted):
        return False
    other = names.symbol(key) is not None and not (isinstance(names.symbol(key), (tm.Matrix, Grid)) and _relates(fence))
    return key in MEASURES and not other


def _head(names: Names, measure: t.Node | None) -> str:
    """What stands before the brackets in the names of the letters: the measure, with what stands below it."""
    key = canonical(measure) if isinstance(measure, (t.Name, t.Text, t.Scripted)) else None
    if key is not None and key in names.context.densities:
        return key
    below = measure.sub if isinstance(measure, (t.Scripted, t.Function)) else None
    return "P" if below is None else f"P_{spelled(below).replace(' sim ', '~')}"


def _relates(fence: t.Node | None) -> bool:
    """Whether brackets hold a relation, perhaps under a condition."""
    body = fence.body if isinstance(fence, t.Fence) else None
    return isinstance(body, t.Chain) or (isinstance(body, t.Such) and isinstance(body.left, t.Chain))


def probability(names: Names, body: t.Node, measure: t.Node | None = None) -> Value:
    r"""The probability of what stands in the brackets, or a density there, `p(x \mid \theta)`."""
    names.note("a probability is a letter; unions and complements are taken apart")
    head = _head(names, measure)
    match body:
        case t.Sequence(items=(t.Such() as first, *rest)):  # P(A \\mid B, C), p(y \\mid x; w)
            both = t.Sequence(first.right.start, body.end, (first.right, *rest), ",")
            return probability(names, t.Such(body.start, body.end, first.left, both), measure)
        case t.Such(left=event, right=condition):
            below = taken_apart(names, condition)
            positive = _keys(below, head)
            return _letters(_times(taken_apart(names, event), below, body), names, body, positive, head) / _letters(
                below, names, body, positive, head
            )
    return _letters(taken_apart(names, body), names, body, set(), head)


def indicated(node: t.Node) -> t.Node | None:
    r"""The event of which a term is the indicator, `1_A`, `\mathbf{1}_{X > t}`; None where it is none."""
    match node:
        case t.Fence(left="(" | "[", body=t.Node() as body):
            return indicated(body)
        case t.Scripted(base=base, sub=t.Node() as event, sup=None, primes=0):
            one = base.text if isinstance(base, t.Number) else canonical(base)
            small = isinstance(event, t.Name) and not _is_letter(event)  # a column of n ones
            return event if one == "1" or (one in ONES and not small) else None
        case t.Juxtaposed(items=(head, t.Fence() as fence)):
            return event_of(head, fence)
    return None


def conditioned(context: Context, body: t.Such) -> None:
    """Note that the text conditions on an event, whose probability is positive then."""
    from symproof.readers.resolve.terms import Terms  # which reads probabilities

    with suppress(Refused):
        context.likely |= _keys(taken_apart(Terms(context, {}), body.right), "P")


def _keys(event: Event, head: str) -> set[frozenset[str]]:
    return {_marked(key, head) for key in event if key} if len(event) == 1 else set()


def _marked(key: frozenset[str], head: str) -> frozenset[str]:
    return key if head == "P" else key | {f"{head}("}


def _letters(event: Event, names: Names, node: t.Node, positive: set[frozenset[str]], head: str) -> tm.Scalar:
    """The probability of a polynomial in events."""
    names.context.likely |= positive
    terms: list[tm.Scalar] = []
    for key in sorted(event, key=lambda key: (len(key), sorted(key))):
        letter: tm.Scalar = tm.ONE
        if key:
            sign = "positive" if _marked(key, head) in names.context.likely else ""
            whole = any(each.startswith(WHOLE) for each in key)
            letter = (
                letter_of(names, head, tuple(sorted(key)), node, sign=sign)
                if whole
                else named(names, head, sorted(key), node, sign)
            )
        count = event[key]
        terms.append(letter if count == 1 else -letter if count == -1 else count * letter)
    if not terms:
        return tm.ZERO
    total = terms[0]
    for term in terms[1:]:
        total = total - term.arg if isinstance(term, tm.Neg) else total + term
    return total


def taken_apart(names: Names, node: t.Node) -> Event:
    """An event as a polynomial."""
    match node:
        case t.Fence(left="(" | "{" | "[", body=t.Node() as body):
            return taken_apart(names, body)
        case t.Sequence(items=items):
            return _all(names, items, node)
        case t.Product(items=items, operators=operators) if set(operators) == {"cap"}:
            return _all(names, items, node)
        case t.Logic(operator="and", args=args):
            return _all(names, args, node)
        case t.Product(items=items, operators=operators) if set(operators) == {"cup"}:
            return _any(names, items, node)
        case t.Logic(operator="or", args=args):
            return _any(names, args, node)
        case t.Product(items=(left, right), operators=("setminus",)):
            return _times(taken_apart(names, left), _not(taken_apart(names, right)), node)
        case t.Logic(operator="not", args=(arg,)):
            return _not(taken_apart(names, arg))
        case t.Scripted(base=base, sub=sub, primes=0, sup=t.Name(text="c" | "C")):
            return _not(
                taken_apart(names, base if sub is None else t.Scripted(base.start, sub.end, base, sub))
            )  # R_1^c
        case t.Scripted(base=t.Name() as base, sub=None, primes=1, sup=None) if _is_letter(base):
            return _not(taken_apart(names, base))
        case t.Name(text=text, style=style, accents=("bar",)):
            return _not(taken_apart(names, t.Name(node.start, node.end, text, style)))
        case t.Text(text=text) if not JOINED.search(text):
            return {frozenset((" ".join(text.split()),)): 1}
        case t.Chain(members=(t.Text(text=text), t.Number(text=value)), relations=(t.Sign(kind="="),)) if (
            text.strip().isalpha()
        ):
            return {frozenset((f"{text.strip()} = {value}",)): 1}
        case t.Chain() if (parts := _joined(node)) is not None:  # X > s + t \cap X > s
            return _all(names, parts, node)
        case t.Chain():
            return _compared(names, node)
        case t.Mark(text="+" | "-" as sign):  # of a test
            positive: Event = {frozenset(("+",)): 1}
            return positive if sign == "+" else _not(positive)
        case t.Juxtaposed(items=items) if all(map(_is_factor, items)):  # P(AB), P(A^cB), P((A \cup B)C)
            return _all(names, items, node)
        case t.Number(text=text):  # p(0 \mid x)
            return {frozenset((text,)): 1}
        case t.Name() | t.Scripted():
            if key := canonical(node):
                return {frozenset((key,)): 1}
        case t.Big(operator="bigcup" | "bigcap") | t.Quantifier():
            return {frozenset((f"{WHOLE}{spelled(node)}",)): 1}
        case t.Such(left=t.Name()):
            return taken_apart(names, node.right)  # of those samples for which it is so
    raise Refused(node, "an event that is not read")


def _is_letter(node: t.Node) -> bool:
    return isinstance(node, t.Name) and len(node.text) == 1 and node.text.isupper()


def _is_factor(node: t.Node) -> bool:
    """Whether a node beside others is an event: a capital letter, the complement of one, or a union in brackets."""
    match node:
        case t.Scripted(base=base, sub=None, primes=0, sup=t.Name(text="c" | "C")):
            return _is_letter(base)
        case t.Scripted(base=base, sub=t.Number(), primes=0, sup=None):
            return _is_letter(base)
        case t.Fence(left="(", body=t.Product(operators=operators)):
            return set(operators) <= {"cup", "cap"}
    return _is_letter(node)


def _joined(node: t.Chain) -> tuple[t.Node, ...] | None:
    """The comparisons that an intersection sign joins, which binds less than they do; None where there is none."""
    for place, member in enumerate(node.members[1:-1], 1):
        match member:
            case t.Product(items=(left, right), operators=("cap",)):
                end: t.Node = left
            case t.Add(terms=(*terms, (sign, t.Product(items=(left, right), operators=("cap",))))):
                end = t.Add(member.start, left.end, (*terms, (sign, left)))
            case _:
                continue
        before = t.Chain(node.start, end.end, (*node.members[:place], end), node.relations[:place])
        behind = t.Chain(right.start, node.end, (right, *node.members[place + 1 :]), node.relations[place:])
        return before, behind
    return None


COMPARED = {
    "<=": ("<=", False),
    ">": ("<=", True),
    "<": ("<", False),
    ">=": ("<", True),
    "=": ("=", False),
    "!=": ("=", True),
}


def _compared(names: Names, node: t.Chain) -> Event:
    """`X = k`, `X > t`, `a < X <= b`."""
    from symproof.readers.resolve.expectations import of_members  # which reads probabilities

    random, names.random = names.random, True  # capital letters side by side are no matrices
    try:
        values = [names.value(member) for member in node.members]
    finally:
        names.random = random
    if not all(isinstance(value, tm.Scalar) for value in values):
        raise Refused(node, "an event that is not read")
    found = ALL
    for place, sign in enumerate(node.relations):
        if sign.kind not in COMPARED:
            raise Refused(sign, "an event that is not read")
        kind, denied = COMPARED[sign.kind]
        left, right = values[place], values[place + 1]
        name = f"{plain(left)} {kind} {plain(right)}"
        if isinstance(left, tm.Scalar) and isinstance(right, tm.Scalar):  # as seen above
            names.context.compared[name] = compared(names, node, of_members(left, names), right)
        event: Event = {frozenset((name,)): 1}
        found = _times(found, _not(event) if denied else event, node)
    return found


def _all(names: Names, items: tuple[t.Node, ...], node: t.Node) -> Event:
    found = ALL
    for item in items:
        found = _times(found, taken_apart(names, item), node)
    return found


def _any(names: Names, items: tuple[t.Node, ...], node: t.Node) -> Event:
    found = ALL
    for item in items:
        found = _times(found, _not(taken_apart(names, item)), node)
    return _not(found)


def _not(event: Event) -> Event:
    out = {key: -count for key, count in event.items()}
    out[frozenset()] = out.get(frozenset(), 0) + 1
    return {key: count for key, count in out.items() if count}


def _times(left: Event, right: Event, node: t.Node) -> Event:
    if len(left) * len(right) > 2**MOST_EVENTS:
        raise Refused(node, "an event of too many parts")
    out: Event = {}
    for one, count in left.items():
        for other, more in right.items():
            key = one | other
            out[key] = out.get(key, 0) + count * more
    return {key: count for key, count in out.items() if count}
