"""By what a function may be given, `f(x) = ... = ...`, and what gives none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

from symproof.readers.document.lines.asking import ask, text_of
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.letters import called, is_letter, names_in
from symproof.readers.document.words.outline import Display
from symproof.readers.notation import Node, parse
from symproof.readers.notation.tree import Clause, Fence, Juxtaposed, Nabla, Name, Scripted
from symproof.readers.resolve import Context, Macro, Reading, resolve_statement
from symproof.readers.resolve.dependence import expanded, meanings
from symproof.readers.resolve.evidence import combined
from symproof.readers.resolve.grids import places_of
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.statement import Relation
from symproof.term import Scalar, Term, Variable, VectorVariable

LOGISTIC = r"\sigma"
"""A letter that before brackets is a known function."""
WHERE = re.compile(r"\W*(?:with|where|in which|for|and)(?:\s+(?:we|I)\s+(?:write|set|put))?\W*", re.IGNORECASE)
"""Words between a function and what the letters in its term stand for, "f(x, y) = e^u with u = x + y"."""


def formulas_of(unit: Unit, letters: Collection[Node]) -> list[tuple[str, Clause]]:
    """By what a function may be given: the formula behind it, or one that a chain makes of it; first what has no letters but its
    own."""
    keys = {canonical(letter) for letter in letters}
    return sorted(_members(unit), key=lambda each: not names_in(each[1].members[1]) <= keys)


def with_members_put_in(unit: Unit, displays: Sequence[Display]) -> list[tuple[str, Clause]]:
    r"""A function by what the members of a family stand for that are given behind it, each by the index that it has there:
    `E(w) = \sum_i (p_i - t_i)^2, \quad p_i = w^\top x_i`."""
    head, term = (text_of(each.node, unit.display) for each in unit.members[:2])
    whole = term
    for display, clause in _behind(unit, displays):
        left = clause.members[0]
        if (
            clause.kinds != ["="]
            or not isinstance(left, Scripted)
            or left.sup is not None
            or not isinstance(left.sub, Name)
        ):
            continue
        base, index = (re.escape(text_of(each, display)) for each in (left.base, left.sub))
        member = re.compile(rf"(?<![A-Za-z\\]){base}\s*_\s*(?:\{{\s*{index}\s*\}}|{index})(?![A-Za-z])")
        meant = f"({text_of(clause.members[1], display)})"
        whole = member.sub(lambda _: meant, whole)  # noqa: B023
    latex = f"{head} = {whole}"
    return [] if whole == term else [(latex, each) for each in parse(latex).clauses[:1]]


def _behind(unit: Unit, displays: Sequence[Display]) -> Iterator[tuple[Display, Clause]]:
    """The clauses behind one in its formula, and those that follow after "where"."""
    at = unit.display
    yield from ((at, each) for each in at.clauses if each.start >= unit.members[-1].node.end)
    for each in displays[at.number + 1 :][:4]:
        if not WHERE.fullmatch(at.after) or each.paragraph != at.paragraph or len(each.clauses) != 1:
            return
        yield each, each.clauses[0]
        at = each


def _members(unit: Unit) -> Iterator[tuple[str, Clause]]:
    first = unit.members[0]
    for (sign, _, _), each in zip(unit.signs, unit.members[1:], strict=False):
        if each.display is not first.display or (each is not unit.members[1] and sign.kind != "="):
            return
        latex = f"{text_of(first.node, first.display)} = {text_of(each.node, each.display)}"
        yield latex, Clause(first.node.start, each.node.end, (first.node, each.node), unit.clause.relations[:1])


def is_term(node: Node) -> bool:
    """Whether a term calls no function of the text: it is made of letters, numbers and known functions."""
    return not any(
        isinstance(each, Nabla)
        or (
            isinstance(each, Juxtaposed)
            and any(
                is_letter(one) and canonical(one) != LOGISTIC and isinstance(other, Fence)
                for one, other in pairwise(each.items)
            )
        )
        for each in every_part(node)
    )


def loose(function: Macro) -> list[Term]:
    """The arguments of a function that do not stand in its term."""
    body = function.body
    return [each for each in function.parameters if each not in body.free and not places_of(each, body)]


def are_others(function: object) -> bool:
    """Whether arguments of a function are other letters than those of their names in its term: a vector x, and a member x^2."""
    if not isinstance(function, Macro):
        return False
    named = {str(each) for each in function.body.free}
    return any(str(each) in named for each in loose(function))


@contextmanager
def without(context: Context, keys: Sequence[str]) -> Iterator[None]:
    """Let some letters be new ones for a while."""
    names = {key: context.names.pop(key) for key in keys if key in context.names}
    families = {key: context.families.pop(key) for key in keys if key in context.families}
    try:
        yield
    finally:
        context.names |= names
        context.families |= families


def named_behind(unit: Unit, displays: Sequence[Display], context: Context) -> dict[Term, Scalar]:
    """What the formulas behind one say that letters stand for, in its sentence and after "with" or "where"."""
    found: dict[Term, Scalar] = {}
    at = unit.display
    for each in displays[at.number + 1 :][:4]:
        clauses = each.clauses
        if not WHERE.fullmatch(at.after) or each.paragraph != at.paragraph or len(clauses) != 1:
            break
        read = ask(resolve_statement, clauses[0], context)
        match read.term if isinstance(read, Reading) else None:
            case Relation("=", Variable() as letter, Scalar() as term) if term.free and letter not in term.free:
                found[letter] = term
            case _:
                break
        at = each
    return found


def through_letters(name: str, unit: Unit, displays: Sequence[Display], context: Context) -> Macro | None:
    """The function that a name is; with the terms in its arguments put in for which letters stand, `f(x, y) = e^z` where
    z = x + y."""
    made = context.names.get(name)
    if not isinstance(made, Macro):
        return None
    if isinstance(made.body, Scalar) and loose(made):
        whole = expanded(made.body, named_behind(unit, displays, context) | meanings(context))
        if whole is not None and whole != made.body and set(made.parameters) <= whole.free:
            made = context.names[name] = replace(made, body=whole, written=made.body)
    return made


def called_at(node: Node, display: Display, letter: str) -> str:
    """A sum of multiples of functions at a letter, `f(x) + 2 g(x)` of `f + 2g`."""
    names = combined(node)
    latex = text_of(node, display)
    ends = {each.end - node.start for each in every_part(node) if isinstance(each, Name) and canonical(each) in names}
    for end in sorted(ends, reverse=True):
        latex = f"{latex[:end]}({letter}){latex[end:]}"
    return latex


def free_letter(context: Context, on: str) -> str | None:
    """A letter for the places of a function on numbers or on vectors; None where all are something else."""
    kind = VectorVariable if on == "vector" else Variable
    for letter in "xuz":
        if letter not in context.names:
            context.declare(letter, "vector" if on == "vector" else "real")
        if isinstance(context.names.get(letter), kind):
            return letter
    return None


def is_numbered(letters: Sequence[Node]) -> bool:
    """Whether the arguments of a function are letters with the numbers from 1 on, `f(x_1, x_2)`."""
    names = [canonical(each) or "" for each in letters]
    base = names[0].partition("_")[0] if len(names) > 1 else ""
    return base != "" and names == [f"{base}_{k + 1}" for k in range(len(names))]


def names_of_term(unit: Unit, displays: Sequence[Display], context: Context) -> set[str | None]:
    """The names in the term of a definition, with those in what its letters stand for; of `f(x_0) = u`, at one point, without."""
    nodes, call = [*every_part(unit.members[1].node)], called(unit.members[0].node)
    parts = {canonical(each) for each in nodes}
    parts |= {
        canonical(replace(each, sup=None)) for each in nodes if isinstance(each, Scripted) and each.sub and each.sup
    }
    if call is not None and isinstance(call[1][0], Scripted) and not is_numbered(call[1]):
        return parts
    named = named_behind(unit, displays, context) | meanings(context)
    return parts | {str(each) for letter, term in named.items() if str(letter) in parts for each in term.free}


def words_behind(unit: Unit, letters: Collection[Node], displays: Sequence[Display]) -> tuple[str, bool]:
    """The words behind a formula, with those behind the next one where that is a letter of the function; and whether it is
    another letter, "for some constant a"."""
    words, names = unit.display.after, set(map(canonical, letters))
    for each in displays[unit.display.number + 1 :][:1] if words.strip() else ():
        clauses = each.clauses
        alone = clauses[0].members[0] if len(clauses) == 1 and len(clauses[0].members) == 1 else None
        if alone is not None and each.paragraph == unit.display.paragraph and is_letter(alone):
            named = canonical(alone) in names
            return f"{words}·{each.after}" if named else words, not named
    return words, False
