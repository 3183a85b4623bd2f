r"""Membership: `x \in [0, 1]`, `y \in \{0, 1\}`, `g \in \partial f(x)`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.described import Reads, described
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.operations import minus, plus
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Macro, Refused, Tuple, Value, guarded
from symproof.statement import Prop


def membership(
    terms: Terms, value: Value, right: t.Node, left: t.Node | None = None, read: Reads | None = None
) -> Prop:
    r"""That a value, or each of several, lies in a set; `left` is how it is written, and `read` reads conditions on it.

    Raises:
        Refused: a set that is not read.
    """
    right = terms.context.sets.get(canonical(right) or "", right)
    if left is not None and read is not None and (found := described(terms, left, right, read)) is not None:
        return found
    if (found := _subgradient(terms, value, right)) is not None:
        return found
    if (ball := _ball(terms, value, right)) is not None:
        return ball
    values = value.items if isinstance(value, Tuple) else (value,)
    if _is_of_reals(right) and len(values) == 1 and isinstance(value, Complex):
        return st.Relation("=", value.imaginary, tm.ZERO)
    if _is_of_reals(right) and all(
        isinstance(each, tm.Scalar) and not isinstance(each, tm.Variable) for each in values
    ):
        return st.all_of(st.Relation("=", each, each) for each in values)  # where they have a value
    if _is_where_defined(terms, right) and all(isinstance(each, (tm.Scalar, tm.Vector)) for each in values):
        return st.all_of(st.Relation("=", each, each) for each in values)
    if not all(isinstance(each, tm.Scalar) for each in values):
        raise Refused(right, "membership of what is no number")
    if isinstance(right, t.Product) and set(right.operators) in ({"cup"}, {"cap"}):
        sets = tuple(membership(terms, value, item) for item in right.items)
        return st.Or(sets) if right.operators[0] == "cup" else st.And(sets)
    if isinstance(right, t.Product) and right.operators == ("setminus",):
        if _is_of_reals(right.items[0]):
            return st.Not(membership(terms, value, right.items[1]))
        inside, outside = (membership(terms, value, item) for item in right.items)
        return st.And((inside, st.Not(outside)))
    props: list[Prop] = []
    for each in values:
        match right:
            case t.Fence(left="[" | "(" as opened, right="]" | ")" as closed, body=t.Sequence(items=(low, high))):
                if infinite(low) != "-":
                    props.append(st.Relation("<=" if opened == "[" else "<", terms.scalar(low), each))
                if infinite(high) != "+":
                    props.append(st.Relation("<=" if closed == "]" else "<", each, terms.scalar(high)))
            case t.Fence(left="{", right="}", body=t.Node() as body):
                items = t.items_of(body)
                items = tuple(each for item in items for each in _both(item))
                if any(isinstance(item, t.Ellipsis) for item in items):
                    raise Refused(right, "a set with an ellipsis")
                cases = tuple(st.Relation("=", each, terms.scalar(item)) for item in items)
                props.append(st.any_of(cases))
            case _:
                raise Refused(right, "a set that is not read")
        if not props and not isinstance(each, tm.Variable):
            props.append(st.Relation("=", each, each))  # where it has a value
    return st.all_of(props)


def _both(item: t.Node) -> tuple[t.Node, ...]:
    r"""The two numbers that `1 \pm \sqrt{2}` stands for; another term as it is."""
    if not isinstance(item, t.Add) or [sign for sign, _ in item.terms].count(r"\pm") != 1:
        return (item,)
    return tuple(
        replace(item, terms=tuple((one if sign == r"\pm" else sign, term) for sign, term in item.terms)) for one in "+-"
    )


def of_members(terms: Terms, listed: t.Sequence, say: Callable[[Value], Prop]) -> Prop | None:
    r"""What is said of each member of `x_1, \\dots, x_n`; None of another list."""
    match listed.items:
        case (
            t.Scripted(base=base, sub=t.Number() as low, sup=None),
            *_,
            t.Ellipsis(),
            t.Scripted(sub=t.Node() as high) as last,
        ):
            sequence = terms.family(canonical(base)) if canonical(base) == canonical(last.base) else None
        case _:
            return None
    if sequence is None or sequence.over is not None:
        return None
    start, end = terms.scalar(low), terms.scalar(high)
    index = tm.Variable("i" if tm.Variable("i") not in end.free else "j", "natural")
    said = say(sequence[index])
    if index.name in map(str, said.free - {index}):
        raise Refused(listed, f"{index.name} is another letter here")
    made: Prop = guarded(listed, lambda: st.Each(index, said, start, end))
    return made


def _is_of_reals(node: t.Node) -> bool:
    r"""Whether a set is that of all real numbers."""
    return isinstance(node, t.Name) and node.text == "R" and node.style in ("mathbb", "mathbf")


def _is_where_defined(terms: Terms, node: t.Node) -> bool:
    r"""Whether a set is the domain of a function of which nothing says where it is defined, `\operatorname{dom}(f)`."""
    match node:
        case t.Juxtaposed(items=(head, t.Fence(left="(", body=t.Name() as letter) | (t.Name() as letter))):
            letters = head.items if isinstance(head, t.Juxtaposed) else (head,)
            word = "".join(each.text for each in letters if isinstance(each, (t.Name, t.Text)))
            return word.strip() in ("dom", "Dom", "domain") and isinstance(terms.symbol(canonical(letter)), tm.Function)
    return False


def _ball(terms: Terms, value: Value, right: t.Node) -> Prop | None:
    r"""`x \in B(a, r)`, `x \in B_r(a)`: that x is nearer to a than r; None of another set."""
    match right:
        case t.Juxtaposed(items=(t.Name(text="B") as name, t.Fence(left="(", body=t.Sequence(items=(at, radius))))):
            pass
        case t.Juxtaposed(
            items=(
                t.Scripted(base=t.Name(text="B" | "N" | "U" | "V"), sub=t.Node() as radius, sup=None, primes=0) as name,
                t.Fence(left="(", body=t.Node() as at),
            )
        ):
            pass
        case _:
            return None
    if isinstance(terms.symbol(canonical(name)), (Macro, tm.Matrix)):
        return None
    center, size = terms.value(at), terms.scalar(radius)
    away = guarded(right, lambda: plus(value, minus(center, right), right))
    if isinstance(away, tm.Scalar):
        return st.Relation("<", tm.Elementary("abs", (away,)), size)
    if isinstance(away, tm.Vector):
        return st.Relation("<", tm.Norm(away), size)
    raise Refused(right, "a ball of what is no number and no vector")


def _subgradient(terms: Terms, value: Value, right: t.Node) -> Prop | None:
    r"""`g \in \partial f(x)`: that f(u) >= f(x) + <g, u - x> for all u; None of another set."""
    match right:
        case t.Juxtaposed(items=(t.Name(text=r"\partial"), letter, t.Fence(left="(", body=t.Node() as at))):
            function = terms.symbol(canonical(letter))
        case _:
            return None
    if not isinstance(function, (tm.Function, Macro)):
        raise Refused(letter, "the subgradients of what is no function")
    place = terms.value(at)
    other: tm.Variable | tm.VectorVariable
    free = value.free | place.free if isinstance(value, tm.Term) and isinstance(place, tm.Term) else frozenset()
    name = "u" + "'" * max((str(each).count("'") + 1 for each in free if str(each).rstrip("'") == "u"), default=0)
    if isinstance(value, tm.Vector) and isinstance(place, tm.Vector):
        other = tm.VectorVariable(name)
        rise: tm.Scalar = tm.Inner(value, other - place)
    elif isinstance(value, tm.Scalar) and isinstance(place, tm.Scalar):
        other = tm.Variable(name)
        rise = value * (other - place)
    else:
        raise Refused(right, "a subgradient is of the sort of the place")
    here, there = (_at(function, each, right) for each in (place, other))
    made: Prop = guarded(right, lambda: st.Each(other, st.Relation(">=", there, here + rise)))
    return made


def _at(function: tm.Function | Macro, place: tm.Term, node: t.Node) -> tm.Scalar:
    found = guarded(node, lambda: function.at((place,), node) if isinstance(function, Macro) else function(place))
    if not isinstance(found, tm.Scalar):
        raise Refused(node, "the subgradients of what is no number")
    return found
