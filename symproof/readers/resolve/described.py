r"""Sets by what their members satisfy: `C = \{x \in \mathbb{R}^n : a^\top x \le b\}`.

`y \in C` says of y what is said of x there: the conditions are read as they stand, with y in the place of x. An index of x that
nothing binds, `x_i \ge 0`, runs over all places, which the space or a sum says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.statement import Prop

Reads = Callable[[t.Chain, list[Value]], Prop]
"""What reads a chain of relations, by the values of its members."""


def know_set(clause: t.Clause, sets: dict[str, t.Fence]) -> None:
    """Keep what a clause says that a set is, by its name; a pair in round brackets may be a point."""
    match clause.members:
        case (name, t.Fence() as fence) if clause.kinds in (["="], [":="]) and (key := canonical(name)) is not None:
            sets.pop(key, None)
            if conditions_in(fence) is not None or (fence.left == "{" and _is_capital(name)):
                sets[key] = fence


def forget_listed(sets: dict[str, t.Fence]) -> None:
    """Let go the sets whose members are written out, where an exercise begins that may speak of others."""
    for key in [key for key, fence in sets.items() if fence.left == "{" and conditions_in(fence) is None]:
        del sets[key]


def _is_capital(name: t.Node) -> bool:
    return isinstance(name, t.Name) and name.text[:1].isupper()


def conditions_in(fence: t.Node | None) -> tuple[str, t.Node | None, tuple[t.Chain, ...]] | None:
    r"""The letter, the space and the conditions of `\{x \in X : ...\}`; None of any other brackets."""
    if not isinstance(fence, t.Fence) or fence.left + fence.right != "{}":
        return None
    first, *more = t.items_of(fence.body) or (None,)
    if not isinstance(first, t.Such):
        return None
    space: t.Node | None = None
    match first.left:
        case t.Chain(members=(letter, space), relations=(sign,)) if sign.kind == "in":
            pass
        case letter:
            pass
    key, said = canonical(letter), (first.right, *more)
    if key is None or not all(isinstance(each, t.Chain) for each in said):
        return None
    return key, space, tuple(each for each in said if isinstance(each, t.Chain))


def said_of_members(clauses: Sequence[t.Clause], known: Mapping[str, t.Fence]) -> Iterator[t.Node]:
    """The conditions on what clauses say to lie in sets that are `known`, or described in one of them."""
    sets = dict(known)
    for clause in clauses:
        know_set(clause, sets)
    for clause in clauses if sets else ():
        found = conditions_in(sets.get(canonical(clause.members[-1]) or "")) if clause.kinds[-1:] == ["in"] else None
        for member in t.items_of(clause.members[-2]) if found is not None else ():
            if found is not None and canonical(member) is not None and not isinstance(member, t.Scripted):
                yield from (_put(each, found[0], member) for each in found[2])


def described(terms: Terms, left: t.Node, right: t.Node, read: Reads) -> Prop | None:
    """That what stands on the left, or each of several, lies in a set of which the text says what its members satisfy; None of
    another set.

    Raises:
        Refused: a condition that is not read.
    """
    if (found := conditions_in(right)) is None:
        return None
    key, space, conditions = found
    if space is not None and _size(space) is None:
        raise Refused(right, "a part of a set that is not read")
    props: list[Prop] = []
    for member in t.items_of(left):
        for condition in conditions:
            put = _put(condition, key, member)
            prop = read(put, [caught(partial(terms.value, each)) for each in put.members])
            loose = _loose_indices(condition, key)
            if loose:
                prop = _at_each_place(terms, prop, loose, space, conditions, right)
            props.append(prop)
    return st.all_of(props)


def _size(space: t.Node) -> t.Node | None:
    r"""The n of `\mathbb{R}^n`, or the space itself where it has one dimension; None of another set."""
    base, sup = (space.base, space.sup) if isinstance(space, t.Scripted) and space.sub is None else (space, None)
    real = isinstance(base, t.Name) and base.text == "R" and base.style in ("mathbb", "mathbf", "")
    return (sup or base) if real else None


def _at_each_place(
    terms: Terms, prop: Prop, loose: set[str], space: t.Node | None, conditions: tuple[t.Chain, ...], node: t.Node
) -> Prop:
    """A condition on one place, said of all."""
    sums = [
        part for each in conditions for part in every_part(each) if isinstance(part, t.Big) and part.upper is not None
    ]
    ends = [part.upper for part in sums if _starts_at_one(part)]
    ends += [space.sup] if isinstance(space, t.Scripted) and space.sup is not None else []
    index = next((each for each in prop.free if str(each) in loose), None)
    if len(loose) != 1 or not ends or not isinstance(index, tm.Variable) or ends[0] is None:
        raise Refused(node, "over which places the index of a set runs is not said")
    end = terms.scalar(ends[0])
    made: Prop = guarded(node, lambda: st.Each(index, prop, tm.ONE, end))
    return made


def _starts_at_one(part: t.Big) -> bool:
    match part.lower:
        case t.Chain(members=(t.Name(), t.Number(text="1"))):
            return True
    return False


def _loose_indices(condition: t.Node, key: str) -> set[str]:
    """The indices of a letter that no sum in a condition binds."""
    parts = [*every_part(condition)]
    below = [part.sub for part in parts if isinstance(part, t.Scripted) and canonical(part.base) == key]
    bound = {canonical(name) for part in parts if isinstance(part, t.Big) for name in _indices(part)}
    return {each.text for each in below if isinstance(each, t.Name) and each.text not in bound}


def _indices(part: t.Big) -> Iterator[t.Node]:
    lower = part.lower
    yield from lower.members[:1] if isinstance(lower, t.Chain) else (() if lower is None else (lower,))


def _put(node: Any, key: str, by: t.Node) -> Any:
    """A node with another in the place of a letter; with an index below it, only a letter may stand there."""
    if isinstance(node, tuple):
        return tuple(_put(each, key, by) for each in node)
    if not isinstance(node, t.Node):
        return node
    if canonical(node) == key:
        plain = isinstance(by, (t.Name, t.Scripted))
        return by if plain else t.Fence(by.start, by.end, "(", ")", by)
    if isinstance(node, t.Scripted) and canonical(node.base) == key and not isinstance(by, t.Name):
        raise Refused(node, "a place of what is no letter")
    return replace(node, **{part: _put(getattr(node, part), key, by) for part in t.PARTS[type(node)]})
