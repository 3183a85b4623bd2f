r"""Clauses that belong together: letters before a relation that is theirs, `x, y \in A`, and lists, `i = 1, \dots, n`."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from symproof.readers.notation.tree import (
    Add,
    Clause,
    Ellipsis,
    Fence,
    Juxtaposed,
    Name,
    Node,
    Number,
    Quotient,
    Scripted,
    Sequence,
    Sign,
    Such,
    infinite,
    items_of,
)

INDICES = frozenset("ijklmrst")
"""The names of indices, by custom."""


def joined(clauses: list[Clause]) -> tuple[Clause, ...]:
    """The clauses of a row, lists put together, and what is bound before what it is bound for."""
    told = [each for clause in _lists_joined(clauses) for each in _named_last(_within_ends(clause))]
    told = [each for each in told if each.words or len(told) == 1 or not _is_anything(each)]
    return _bound_first(tuple(map(_range_of_set, _maps(_ranges_bound(_ends_shared(told))))))


def _ends_shared(clauses: list[Clause]) -> list[Clause]:
    r"""Clauses; `0 < a, b < 1` says of each letter that it lies there, as does `1 \le i, j \le n` of indices."""
    out: list[Clause] = []
    for clause in clauses:
        if not out or not _share_ends(out[-1], clause):
            out.append(clause)
            continue
        first = out.pop()
        low, one = first.members
        others, high = clause.members
        for each in (one, *(others.items if isinstance(others, Sequence) else (others,))):
            told = _clause(first, (low, each, high), (first.relations[0], clause.relations[0]))
            out.append(replace(told, connector=","))
        out[-1 - len(items_of(others))] = replace(out[-1 - len(items_of(others))], connector=first.connector)
    return out


def _is_number(node: Node) -> bool:
    """Whether a node is a number, perhaps a fraction or with a sign."""
    match node:
        case Quotient(top=top, bottom=bottom):
            return _is_number(top) and _is_number(bottom)
        case Add(terms=((_, only),)):
            return _is_number(only)
    return isinstance(node, Number)


def _share_ends(first: Clause, second: Clause) -> bool:
    """Whether the one says what letters are above and the other what they are below: numbers, and of indices any term."""
    if len(first.relations) != 1 or len(second.relations) != 1 or second.connector != "," or second.words:
        return False
    (low, one), (others, high) = first.members, second.members
    way = {first.relations[0].kind[:1], second.relations[0].kind[:1]}
    letters = [one, *items_of(others)]
    if way not in ({"<"}, {">"}) or not _is_number(low) or not all(isinstance(x, (Name, Scripted)) for x in letters):
        return False
    places = all(isinstance(x, Name) and x.text in INDICES for x in letters)
    return all(map(_listed, letters)) and (_is_number(high) or places)


def _ranges_bound(clauses: list[Clause]) -> list[Clause]:
    r"""Clauses; the range of a letter behind what is bound belongs to it, `\forall x, 0 \le x \le 1, x^2 \le x`."""
    out: list[Clause] = []
    for place, clause in enumerate(clauses):
        behind = bool(out) and out[-1].words == "for all" and clause.connector == "," and not clause.words
        more = place + 1 < len(clauses) and clauses[place + 1].connector == "," and bool(clauses[place + 1].relations)
        out.append(replace(clause, words="for all") if behind and more and _is_range(clause) else clause)
    return out


def _is_range(clause: Clause) -> bool:
    r"""Whether a clause says between which numbers a letter lies, and nothing else."""
    letters = [each for each in clause.members if isinstance(each, Name) and not infinite(each)]
    numbers = sum(isinstance(each, Number) or bool(infinite(each)) for each in clause.members)
    ordered = bool(clause.kinds) and all(kind in ("<", "<=", ">", ">=") for kind in clause.kinds)
    return ordered and len(letters) == 1 and numbers == len(clause.members) - 1


def _maps(clauses: list[Clause]) -> list[Clause]:
    r"""Clauses; `f : A \to B, x \mapsto x^2`, and `f : x \mapsto x^2`, with `f(x) = x^2`."""
    out: list[Clause] = []
    for clause in clauses:
        match clause.members, clause.kinds:
            case (Name() as function, argument, value), ["colon", "mapsto"]:
                sign = clause.relations[1]
                out.append(_clause(clause, (_called(function, argument), value), (replace(sign, kind="="),)))
            case (argument, value), ["mapsto"] if out and out[-1].kinds == ["colon", "to"] and not clause.words:
                owner, sign = out[-1].members[0], clause.relations[0]
                named = (
                    isinstance(owner, Name)
                    and _is_whole(out[-1].members[1])
                    and isinstance(argument, (Name, Fence, Scripted))
                )
                both = (_called(owner, argument), value) if named else clause.members
                if named:  # from what to what it goes is said in the text of the formula, which is asked too
                    clause = replace(clause, connector=out.pop().connector)
                out.append(_clause(clause, both, (replace(sign, kind="="),) if named else clause.relations))
            case _:
                out.append(clause)
    return out


def _is_whole(node: Node) -> bool:
    r"""Whether a set is `\mathbb{R}` or `\mathbb{R}^n`: a function on it is given everywhere."""
    base = (
        node.base if isinstance(node, Scripted) and node.sub is None and isinstance(node.sup, (Name, Number)) else node
    )
    return isinstance(base, Name) and base.text == REALS and base.style in ("mathbb", "mathbf")


def _called(function: Node, argument: Node) -> Node:
    """A function beside its argument in brackets."""
    at = argument.start, argument.end
    fence = argument if isinstance(argument, Fence) and argument.left == "(" else Fence(*at, "(", ")", argument)
    return Juxtaposed(argument.start, argument.end, (function, fence))


ORDERS = {"<": ("-", "+"), ">": ("+", "-")}
"""The sign of infinity that may stand on the left and on the right of an order."""
REALS = "R"


def _within_ends(clause: Clause) -> Clause:
    r"""A clause; `-\infty < x < \infty` as `x \in \mathbb{R}`, and `0 < x < \infty` as `0 < x`. That something
    alone is less than infinity may be a claim, and stays as it is."""
    members, relations = clause.members, clause.relations
    if len(relations) != 2 or not isinstance(members[1], Name):
        return clause
    last, way = relations[1], relations[0].kind[:1]
    if way not in ORDERS or last.kind[:1] != way:
        return clause
    low, high = (
        sign.kind == way and infinite(end) == wanted
        for sign, end, wanted in zip(relations, (members[0], members[2]), ORDERS[way], strict=True)
    )
    if low and high:
        reals = Name(members[2].start, members[2].end, REALS, "mathbb")
        return _clause(clause, (members[1], reals), (replace(last, kind="in"),))
    if low:
        return _clause(clause, members[1:], relations[1:])
    return _clause(clause, members[:2], relations[:1]) if high else clause


def _is_anything(clause: Clause) -> bool:
    r"""Whether a clause was `-\infty < x < \infty`: beside others it says nothing."""
    return bool(clause.relations) and clause.relations[-1].kind == "in" and clause.relations[-1].text in ORDERS


def _named_last(clause: Clause) -> tuple[Clause, ...]:
    """A clause; `a = b =: c` as `a = b` and `c := b`."""
    if not clause.relations or clause.relations[-1].kind != "=:":
        return (clause,)
    *before, value, name = clause.members
    named = replace(clause.relations[-1], kind=":=")
    if not before:
        return (_clause(clause, (name, value), (named,)),)
    rest = Clause(value.start, name.end, (name, value), (named,), ",")
    return _clause(clause, (*before, value), clause.relations[:-1]), rest


def _lists_joined(clauses: list[Clause]) -> tuple[Clause, ...]:
    r"""Letters before a relation that is theirs together, `x, y \in A`, and a row of values, `i = 1, \dots, n`, are lists."""
    out: list[Clause] = []
    place = 0
    while place < len(clauses):
        clause, items = clauses[place], [clauses[place].members[-1]] if clauses[place].members else []
        place += 1
        if not items:
            out.append(clause)
            continue
        ahead = _past_list(clauses, place, items)
        last = clauses[ahead] if ahead < len(clauses) and not clause.relations else None
        if last is not None and last.connector == "," and not last.words and last.relations:  # x, y \in A
            if all(map(_listed, (*items, last.members[0]))):
                clause = _clause(clause, (_list([*items, last.members[0]]), *last.members[1:]), last.relations)
                place, items = ahead + 1, [last.members[-1]]
                ahead = _past_list(clauses, place, items)
        if clause.relations:  # x = 1, \dots, n
            numbers = takewhile(lambda item: isinstance(item, Number), items)
            if any(isinstance(item, Ellipsis) for item in items[: max(3, 1 + len([*numbers]))]):
                clause = _clause(clause, (*clause.members[:-1], _list(items)), clause.relations)
                place = ahead
            out.append(clause)
            continue
        out.append(clause if len(items) == 1 else _clause(clause, (_list(items),), ()))
        place = ahead
    return tuple(out)


def _range_of_set(clause: Clause) -> Clause:
    r"""A clause; `t \in \{0, 1, \dots, n\}` as `t = 0, 1, \dots, n`."""
    match clause:
        case Clause(
            members=(letters, Fence(left="{", right="}", body=Sequence(items=(Number(), *_) as items) as body)),
            relations=(Sign(kind="in") as sign,),
        ):
            if _listed(letters) and any(isinstance(each, Ellipsis) for each in items):
                return _clause(clause, (letters, body), (replace(sign, kind="="),))
    return clause


def _bound_first(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    r"""What is bound behind an arrow, `p(x) \implies \forall n \in A, q(x, n)`, goes before what leads to it."""
    match clauses:
        case [
            first,
            Clause(connector="implies", words="for all") as bound,
            Clause(connector="," | "quad", words="") as last,
        ]:
            if first.relations and not first.words:
                return replace(bound, connector=""), replace(first, connector=","), replace(last, connector="implies")
    return clauses


def _bare(clause: Clause) -> bool:
    """Whether a clause is one more thing of a list."""
    return clause.connector == "," and not clause.words and not clause.relations and len(clause.members) == 1


def _past_list(clauses: list[Clause], place: int, items: list[Node]) -> int:
    """The place behind a list that goes on from a place; adds its things."""
    while place < len(clauses) and _bare(clauses[place]):
        items.append(clauses[place].members[0])
        place += 1
    return place


def _clause(first: Clause, members: tuple[Node, ...], relations: tuple[Sign, ...]) -> Clause:
    return Clause(first.start, members[-1].end, members, relations, first.connector, first.words)


def _listed(node: Node) -> bool:
    match node:
        case Name() | Ellipsis():
            return True
        case Scripted(base=base):
            return isinstance(base, Name)
        case Sequence(items=items):
            return all(map(_listed, items))
        case _:
            return False


def _list(items: list[Node]) -> Sequence:
    return Sequence(items[0].start, items[-1].end, tuple(items))


def under_a_condition(clause: Clause) -> Clause:
    r"""A clause that says which law something has under a condition, `X \mid N \sim B(N, p)`, with these as one member."""
    match clause:
        case Clause(members=(left, right, law), relations=(Sign(kind="mid"), Sign(kind="sim") as sign)):
            given = Such(left.start, right.end, left, right)
            return replace(clause, members=(given, law), relations=(sign,))
    return clause
