r"""Constraints in words, "$w^* = \arg\min_w f(w)$ subject to $\|w\| \le 1$": what they say of the letter is spelled below the
operator, `\arg\min_{\|w\| \le 1} f(w)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TypeVar

from symproof.readers.document.words.outline import Display
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part

OPERATORS = ("argmin", "argmax", "min", "max", "inf", "sup")
SUBJECT = re.compile(
    r"\W*(?:subject\s+to|s\.\s?t\.?|such\s+that|so\s+that|under)(?:\s+the)?(?:\s+constraints?)?(?:\s+that)?\W*",
    re.IGNORECASE,
)
WHERE = re.compile(r"\W*(?:where|with|for|over\s+all|among\s+all)\W*", re.IGNORECASE)
AMONG = re.compile(r"\W*(?:over|among)(?:\s+all)?\W*", re.IGNORECASE)
WITH = re.compile(rf"{SUBJECT.pattern}|\W*(?:with|satisfying|for\s+which)\W*", re.IGNORECASE)
IMPLICATIONS = ("implies", "iff", "impliedby")
ORDERS = frozenset(("<", "<=", ">", ">=", "in"))
N = TypeVar("N")


def respell_constraints(displays: list[Display]) -> None:
    """Put constraints below the operators whose letters they are about."""
    for k, display in enumerate(displays):
        for clause in display.clauses:
            for big in _operators(clause):
                _within(display, clause, big)
                _behind(displays, k, big)


def _operators(clause: t.Clause) -> Iterator[t.Big]:
    """The operators over a letter that a member of a relation is; a program alone has its constraints behind it."""
    for member in clause.members if clause.relations else ():
        if isinstance(member, t.Big) and member.operator in OPERATORS and isinstance(member.lower, t.Name):
            yield member


def _within(display: Display, clause: t.Clause, big: t.Big) -> None:
    r"""Take in the clauses of the same row that stand behind `\text{s.t.}`."""
    for row in display.parsed.rows if display.parsed is not None else ():
        places = [k for k, each in enumerate(row.clauses) if each is clause]
        behind = row.clauses[places[0] + 1 :] if places else ()
        if behind and SUBJECT.fullmatch(behind[0].words) and all(not each.words for each in behind[1:]):
            if _takes(big, behind, words="subject to"):
                row.clauses = row.clauses[: places[0] + 1]


def _behind(displays: list[Display], k: int, big: t.Big) -> None:
    """Take in the formula to which words lead from the one with the operator."""
    first, second, third = (displays[j] if j < len(displays) else None for j in (k, k + 1, k + 2))
    if first is None or second is None or second.paragraph != first.paragraph:
        return
    if (found := SUBJECT.fullmatch(first.after) or WHERE.fullmatch(first.after)) and _takes(
        big, second.clauses, found[0]
    ):
        displays[k + 1] = replace(second, parsed=t.Formula(0, 0, ()))
        displays[k] = replace(first, after=second.after)
    elif third is not None and AMONG.fullmatch(first.after) and WITH.fullmatch(second.after):
        (*others, named) = (each.members[0] for each in second.clauses)
        if (
            not others
            and big.lower is not None
            and canonical(named) == canonical(big.lower)
            and _takes(big, third.clauses, "subject to")
        ):
            displays[k + 1] = replace(second, parsed=t.Formula(0, 0, ()))
            displays[k + 2] = replace(third, parsed=t.Formula(0, 0, ()))
            displays[k] = replace(first, after=third.after)


def _takes(big: t.Big, clauses: tuple[t.Clause, ...] | list[t.Clause], words: str) -> bool:
    """Whether clauses are constraints on the letter of an operator, which they then are."""
    letter = canonical(big.lower) if big.lower is not None else None
    if any(each.connector in IMPLICATIONS for each in clauses):
        return False
    orders = all(set(each.kinds) <= ORDERS for each in clauses)
    about = all(each.relations and letter in map(canonical, every_part(each)) for each in clauses)
    if not clauses or not about or not (orders or SUBJECT.fullmatch(words)) or big.lower is None:
        return False
    at = big.lower
    chains = [_moved(t.Chain(each.start, each.end, each.members, each.relations), at) for each in clauses]
    named: t.Node = at
    big.lower = t.Such(
        at.start, at.end, named, chains[0] if len(chains) == 1 else t.Sequence(at.start, at.end, tuple(chains))
    )
    return True


def _moved(value: N, at: t.Node) -> N:
    """A node of another formula, to stand where a node does."""
    if isinstance(value, tuple):
        return type(value)(_moved(each, at) for each in value)
    if not isinstance(value, t.Node):
        return value
    inner = {each.name: _moved(getattr(value, each.name), at) for each in fields(value)}
    return type(value)(**{**inner, "start": at.start, "end": at.end})
