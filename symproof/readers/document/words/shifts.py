r"""Matrices over Z/n whose entries are 1 where something is said of their places and 0 elsewhere, `S_{ij} = 1` if `i - j = 1`
and `0` otherwise, in words or in braces: the entry is spelled as a delta, `\delta_{i - j - 1}`."""

from __future__ import annotations

import re
from dataclasses import replace

from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import announced
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation import tree as t
from symproof.readers.resolve.numbers import modulus_of, without_modulus
from symproof.readers.resolve.shapes import every_part

CYCLIC = re.compile(r"\b(?:circulant|cyclic\w*|circular\w*|mod(?:ulo)?)\b|\\[bp]?mod\b", re.IGNORECASE)
"""Words of a text with indices in Z/n."""
IF = re.compile(r"\s*,?\s*(?:if|when|whenever|where|for)\s*", re.IGNORECASE)
IFF = re.compile(r"\s*,?\s*(?:iff|if and only if|exactly (?:when|if)|precisely (?:when|if))\s*", re.IGNORECASE)
OF_ZEROS_AND_ONES = re.compile(
    r"\b(?:permutation|shift|binary|boolean|0[-/,\s]*1|zero-one|indicator)[\s-]matrix\b", re.IGNORECASE
)
"""Words for a matrix whose other entries are 0."""
ELSE = re.compile(r"\s*,?\s*(?:otherwise|elsewhere|else|in all other cases)\b", re.IGNORECASE)
AND = re.compile(r"\s*[,;]?\s*(?:and|or|while)?\s*(?:is\s*)?", re.IGNORECASE)
WORDS = ("if", "when", "for", "where")


def respell_shifts(displays: list[Display], text: str) -> None:
    """Spell such entries as deltas."""
    if not CYCLIC.search(text):
        return
    for display in displays:
        for clause in display.clauses:
            _in_braces(clause)
    for k in range(len(displays)):
        _in_equivalence(displays, k)
    for k in range(len(displays) - 2):
        _in_words(displays, k)


def _in_equivalence(displays: list[Display], k: int) -> None:
    r"""Spell `P_{ij} = 1` of a matrix of zeros and ones as a delta where "iff" and a condition stand behind it, in one formula or
    in two."""
    first, second = displays[k], displays[k + 1] if k + 1 < len(displays) else None
    if not OF_ZEROS_AND_ONES.search(sentence_before(first.before)):
        return
    match first.clauses:
        case (clause, where) if where.connector == "iff":
            behind = first.after
        case (clause,) if second is not None and IFF.fullmatch(first.after) and len(second.clauses) == 1:
            (where,), behind = second.clauses, second.after
        case _:
            return
    condition = _sides(where.members, where.kinds)
    if clause.kinds == ["="] and _is_entry(clause.members[0]) and _is(clause.members[1], "1") and condition is not None:
        clause.members = (clause.members[0], _delta(clause.members[1], *condition))
        said = announced(first.before, behind, display=first.formula.display)
        displays[k] = replace(first, after=behind, parsed=_of_one(clause), said=said)
        if where not in first.clauses:
            displays[k + 1] = replace(displays[k + 1], parsed=t.Formula(0, 0, ()))


def _of_one(clause: t.Clause) -> t.Formula:
    """The formula of one clause."""
    return t.Formula(clause.start, clause.end, (t.Row(clause.start, clause.end, (clause,)),))


def _in_braces(clause: t.Clause) -> None:
    match clause.members:
        case (left, t.Table(kind="cases" | "dcases" | "rcases", rows=((one, where), (zero, *rest)))) if _is_entry(left):
            condition = _condition(where)
            last = rest[0] if rest else None
            otherwise = last is None or (isinstance(last, t.Text) and ELSE.match(last.text.strip(" .,")))
            if _is(one, "1") and _is(zero, "0") and condition is not None and otherwise:
                clause.members = (left, _delta(clause.members[1], *condition))


def _in_words(displays: list[Display], k: int) -> None:
    """Spell `S_{ij} = 1` as a delta, where "if ·" and "and 0 otherwise" stand behind it."""
    first, second, third = displays[k : k + 3]
    if not (IF.fullmatch(first.after) and AND.fullmatch(second.after) and ELSE.match(third.after)):
        return
    if not len(first.clauses) == len(second.clauses) == len(third.clauses) == 1:
        return
    (clause,), (where,), (last,) = first.clauses, second.clauses, third.clauses
    if len(clause.members) != 2 or clause.kinds != ["="] or not _is_entry(clause.members[0]):
        return
    condition = _sides(where.members, where.kinds)
    if _is(clause.members[1], "1") and _is(last.members[-1], "0") and len(last.members) < 3 and condition is not None:
        clause.members = (clause.members[0], _delta(clause.members[1], *condition))
        behind = third.after[len(ELSE.match(third.after)[0]) :]  # type: ignore[index]
        displays[k] = replace(first, after=behind)
        for number in (k + 1, k + 2):
            displays[number] = replace(displays[number], parsed=t.Formula(0, 0, ()))


def _is_entry(node: t.Node) -> bool:
    match node:
        case t.Scripted(sub=t.Juxtaposed(items=(_, _)) | t.Sequence(items=(_, _)), sup=None, primes=0):
            return True
    return False


def _is(node: t.Node, number: str) -> bool:
    return isinstance(node, t.Number) and node.text == number


def _condition(node: t.Node) -> tuple[t.Node, t.Node] | None:
    r"""The two sides of the condition of a case, `\text{if } i - j = 1`, without the word."""
    if not isinstance(node, t.Chain):
        return None
    return _sides((_without_if(node.members[0]), *node.members[1:]), [each.kind for each in node.relations])


def _sides(members: tuple[t.Node, ...], kinds: list[str]) -> tuple[t.Node, t.Node] | None:
    if len(members) != 2 or kinds[0] not in ("=", "equiv"):
        return None
    left, right = members
    letters = {each.text for each in every_part(left) if isinstance(each, t.Name)}
    return (left, right) if letters else None


def _without_if(node: t.Node) -> t.Node:
    match node:
        case t.Juxtaposed(items=(t.Text(text=word), *rest)) if word.strip().lower() in WORDS and rest:
            return rest[0] if len(rest) == 1 else t.Juxtaposed(rest[0].start, node.end, tuple(rest))
        case t.Add(terms=((sign, first), *others)):
            return t.Add(node.start, node.end, ((sign, _without_if(first)), *others))
    return node


def _delta(at: t.Node, left: t.Node, right: t.Node) -> t.Node:
    """The delta that is 1 where two places are the same, which stands where another node does; modulo a number where the
    condition names one."""
    size, right = modulus_of(right), without_modulus(right)
    others = tuple(("-" if sign == "+" else "+", each) for sign, each in _terms(right))
    place: t.Node = t.Add(at.start, at.end, (*_terms(left), *others))
    if size is not None:
        place = t.Product(at.start, at.end, (t.Fence(at.start, at.end, "(", ")", place), size), ("bmod",))
    return t.Scripted(at.start, at.end, t.Name(at.start, at.end, r"\delta"), place)


def _terms(node: t.Node) -> tuple[tuple[str, t.Node], ...]:
    return node.terms if isinstance(node, t.Add) else (("+", node),)
