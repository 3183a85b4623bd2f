r"""`a \to b (n \to \infty)`, or "as $n \to \infty$" behind it or ahead of it in its sentence: the limit of a is b."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from symproof.readers.document.lines.asking import ask, set_role
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.letters import is_letter, is_range
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import Announcement
from symproof.readers.notation import Node, parse
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context, Reading, resolve
from symproof.readers.resolve.approached import supposed_limit
from symproof.readers.resolve.context import Tending
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.term import Scalar, ScalarAt, Term, Vector, VectorAt

AHEAD = re.compile(r"\b(?:as|when|for)\s+(?:\$|\\\()([^$\n]{3,40}?)(?:\$|\\\))(?:[^.!?]|\.(?=\S))*$", re.IGNORECASE)
BEHIND = re.compile(r"\W*\b(?:as|when|for)\s+(?:\$|\\\()([^$\n]{3,40}?)(?:\$|\\\))")

FOR_NOW = re.compile(r"\b(?:if|when|whenever|unless)\b", re.IGNORECASE)
"""Words that suppose a limit for the paragraph alone."""
INDICES = ("n", "m", "k", "N")
"""Letters that go to infinity, where nothing else is said."""
SPAN = (
    re.compile(r"\b(?:from|over)\s*$", re.IGNORECASE),
    re.compile(r"^\s*(?:up )?(?:to|until|through)\b", re.IGNORECASE),
)
"""The words before and after `t = 1` in "from t = 1 to T": an index starts there."""
REACH = 200
"""How many characters before a formula may say where a letter goes."""


def limit_of(unit: Unit, k: int, text: str, context: Context) -> t.Clause | None:
    """The statement that member k has member k + 1 as its limit, where the formula says in what, or has the letter n alone;
    `text` is the document."""
    left, right = (unit.members[place].node for place in (k, k + 1))
    way = next(_ways(unit.display, text), None) or _of_an_index(left, right) or _of_members(left, context)
    way = way or _of_functions(left, right)
    if way is None:
        return None
    big = t.Big(left.start, left.end, "lim", way, None, left)
    return t.Clause(left.start, right.end, (big, right), (t.Sign(left.end, right.start, "=", "="),))


def tends(unit: Unit, said: Announcement, heard: Heard, context: Context, seen: set[Term]) -> bool:
    r"""Whether a formula supposes what a sequence goes to, `a_n \to a`, which is noted, with the letters that are `seen`."""
    if len(unit.signs) != 1 or unit.kinds[0] not in ("to", "=") or (found := supposed_limit(unit.clause)) is None:
        return False
    member, limit = (ask(lambda node=node: resolve(node, context)) for node in found)
    if (
        not isinstance(member, Reading)
        or not isinstance(limit, Reading)
        or not isinstance(limit.term, (Scalar, Vector))
    ):
        return False
    if not isinstance(member.term, (ScalarAt, VectorAt)) or isinstance(member.term, Scalar) != isinstance(
        limit.term, Scalar
    ):
        return False
    paragraph = unit.display.paragraph if FOR_NOW.search(said.phrase) else -1
    context.tending[str(member.term.sequence.name)] = Tending(limit.term, paragraph)
    seen |= limit.term.free
    set_role(heard, "hypothesis")
    heard.reading = heard.reading or f"{member.text} -> {limit.text}"
    return True


def let_go(context: Context, display: Display) -> None:
    """Forget the limits that are supposed for paragraphs before."""
    for name, each in list(context.tending.items()):
        if each.paragraph not in (-1, display.paragraph):
            del context.tending[name]


def _of_an_index(left: Node, right: Node) -> t.Chain | None:
    r"""That n goes to infinity, where it is the one index that a term has and its limit has not, and the limit has the other
    letters but those that n is above, `n q^n \to 0`; not as the place of a member, whose limit may be any letter."""
    parts, limit = list(every_part(left)), {part.text for part in every_part(right) if _is_name(part)}
    names = {part.text: part for part in parts if _is_name(part) and part.text != "e"}
    scripted = [part for part in parts if isinstance(part, t.Scripted)]
    apart = [part for name, part in names.items() if name not in limit and name in INDICES]
    if len(apart) != 1 or left == apart[0] or (limit and any(part.sub is not None for part in scripted)):
        return None
    (letter,) = apart
    powers = [part.base for part in scripted if part.sup is not None and letter in every_part(part.sup)]
    powers += [part.radicand for part in parts if isinstance(part, t.Root) and part.degree == letter]
    bases = {part.text for base in powers for part in every_part(base) if _is_name(part)}
    if names.keys() - {letter.text} - bases != limit - bases - {"e"}:
        return None
    return _to_infinity(letter)


def _of_members(left: Node, context: Context) -> t.Chain | None:
    """That the one index of the members in a term goes to infinity, where their limits are supposed."""
    members = [part for part in every_part(left) if isinstance(part, t.Scripted) and isinstance(part.sub, t.Name)]
    letters = {part.sub.text: part.sub for part in members if isinstance(part.sub, t.Name)}
    families = [context.families.get(canonical(part.base) or "") for part in members]
    known = bool(members) and all(family is not None and str(family.name) in context.tending for family in families)
    return _to_infinity(next(iter(letters.values()))) if known and len(letters) == 1 else None


def _of_functions(left: Node, right: Node) -> t.Chain | None:
    """That n goes to infinity where functions go to another one at a place, `f_n(x) \\to f(x)`."""
    match left, right:
        case (
            t.Juxtaposed(
                items=(t.Scripted(sub=t.Name() as index, sup=None, primes=0), t.Fence(left="(", body=t.Node() as at))
            ),
            t.Juxtaposed(items=(t.Name(), t.Fence(left="(", body=t.Node() as there))),
        ) if index.text in INDICES and canonical(at) is not None and canonical(at) == canonical(there):
            return _to_infinity(index)
    return None


def _to_infinity(letter: t.Name) -> t.Chain:
    end = t.Name(letter.start, letter.end, r"\infty")
    return t.Chain(letter.start, letter.end, (letter, end), (t.Sign(letter.start, letter.end, "to", r"\to"),))


def _is_name(node: Node) -> TypeGuard[t.Name]:
    return isinstance(node, t.Name) and node.text.isalpha()


def goes_somewhere(unit: Unit) -> bool:
    """Whether a formula only says where a letter goes, `n \\to \\infty`."""
    return (
        len(unit.signs) == 1 and unit.signs[0][0].kind == "to" and _is_way(unit.members[0].node, unit.members[1].node)
    )


def is_span(unit: Unit, context: Context) -> bool:
    """Whether a relation says where an index runs, "from t = 1 to T", or where a letter goes, `x \\to 0`."""
    left, right, display = unit.members[0].node, unit.members[1].node, unit.display
    if unit.signs[0][0].kind == "to" and isinstance(left, t.Scripted) and _of_members(left, context) is not None:
        return False
    power = _is_power_of_an_index(left) and isinstance(right, t.Number)
    if is_range(left, right) or (unit.signs[0][0].kind == "to" and is_letter(left) and not power):
        return True
    before, after = SPAN
    return is_letter(left) and bool(before.search(display.before) and after.search(display.after))


def _is_power_of_an_index(node: Node) -> bool:
    r"""Whether n, m or k stands above a plain letter, as in `q^n \to 0`."""
    match node:
        case t.Scripted(base=t.Name(style=""), sub=None, sup=t.Name(text=text)):
            return text in INDICES
    return False


def small_letters(displays: Iterable[Display]) -> set[str]:
    r"""The letters of which formulas say that they go to 0, `x \to 0`."""
    found: set[str] = set()
    for display in displays:
        for clause in display.clauses:
            if clause.kinds == ["to"] and getattr(clause.members[1], "text", "") == "0":
                found.add(canonical(clause.members[0]) or "")
    return found - {""}


def _is_way(letter: Node, target: Node) -> bool:
    return isinstance(letter, t.Name) and (isinstance(target, t.Number) or getattr(target, "text", "") == r"\infty")


def _ways(display: Display, text: str) -> Iterator[t.Chain]:
    clauses = list(display.clauses)
    behind = BEHIND.match(text, display.formula.end)
    ahead = AHEAD.search(text[max(0, display.formula.start - REACH) : display.formula.start].rpartition("\n\n")[2])
    words = [found[1] for found in (behind, ahead) if found]
    for clause in (*clauses, *(each for said in words for each in parse(said).clauses)):
        whole: Node = clause
        if not clause.relations and len(clause.members) == 1 and isinstance(clause.members[0], t.Fence):
            whole = clause.members[0].body or clause
        if not isinstance(whole, (t.Clause, t.Chain)) or [sign.kind for sign in whole.relations] != ["to"]:
            continue
        letter, target = whole.members
        if _is_way(letter, target):
            yield t.Chain(letter.start, target.end, (letter, target), whole.relations)
