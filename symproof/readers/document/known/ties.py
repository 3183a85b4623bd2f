"""Which letters hypotheses tie to each other, fix, or speak of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from symproof.readers.document.lines.step import Fact
from symproof.statement import Each, Minimizer, Prop, Relation, both_ways, is_equation
from symproof.term import Add, MatrixVariable, Number, ScalarAt, Term, Variable, VectorAt, VectorVariable

LETTERS = (Variable, VectorVariable)
NAMES = re.compile(
    r"\\(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|(?:var)?theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon"
    r"|(?:var)?phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell)(?![A-Za-z])"
    r"|(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])"
)
"""Letters in LaTeX; words and other commands are none."""


UNWORKED = re.compile(
    r"(?:sup|inf|max|min|rank|rk|dim|nullity|codim|vol|card|diam|cond|dist|norm(?:_\w+)?|lim|\u222b|1)(?:\[.*\])?\("
)
"""How the names of numbers begin that nothing works out."""


def fixed_letters(given: Collection[Prop]) -> dict[Term, frozenset[Term]]:
    """The letters that hypotheses set equal to a term, and those of the term: x = 2, S = n (n + 1)/2; and those that alone
    minimize one."""
    fixed: dict[Term, frozenset[Term]] = {}
    for prop in given:
        if isinstance(prop, Minimizer) and prop.unique and isinstance(prop.point, LETTERS):
            fixed[prop.point] = frozenset(prop.body.free - {prop.variable})
        if is_equation(prop):
            for letter, term in both_ways(prop):
                if isinstance(letter, (*LETTERS, MatrixVariable)) and letter not in fixed:
                    if letter not in spread(term.free, fixed):  # x = y fixes one of the two
                        fixed[letter] = frozenset(term.free)
    return fixed | _worked_out(given)


def _worked_out(given: Collection[Prop]) -> dict[Term, frozenset[Term]]:
    """The sequences that a rule and their first members give, F_{n+2} = F_{n+1} + F_n with F_0 and F_1, or other sequences,
    y_{t+1} = x_t - g_t, and the letters in it."""
    found: dict[Term, frozenset[Term]] = {}
    for rule in given:
        match rule:
            case Each(place, Relation("=", VectorAt(sequence, index), right), None, None) if (
                sequence not in right.free and index.free == {place}
            ):
                found[sequence] = frozenset(right.free - {place})
                continue
            case Each(place, Relation("=", ScalarAt(sequence, Add() as ahead), right), None | Number(), None):
                members = [each for each in right.subterms() if isinstance(each, ScalarAt)]
            case _:
                continue
        first = [
            each.left
            for each in given
            if isinstance(each, Relation) and isinstance(each.left, ScalarAt) and each.left.sequence == sequence
            if each.kind == "=" and not each.left.index.free and not each.right.free
        ]
        others = {each.sequence for each in members} - {sequence}
        if ahead.free == {place} and not others and first and len(first) >= len({each.index for each in members}):
            found[sequence] = frozenset(right.free - {sequence, place})
    return found


def spread(letters: Collection[Term], fixed: dict[Term, frozenset[Term]]) -> set[Term]:
    """Letters, and in place of those that are set equal to a term, the letters of the term."""
    found, waiting, done = set[Term](), list(letters), set[Term]()
    while waiting:
        letter = waiting.pop()
        if letter in done:
            continue
        done.add(letter)
        if letter in fixed:
            waiting += fixed[letter]
        else:
            found.add(letter)
    return found


def binding(props: Collection[Prop], letters: Collection[Term]) -> list[Prop]:
    """Those of several statements that may say something of `letters`, and not only what a letter of their own is: w = u - v/a
    for a w of which nothing else speaks."""
    found = list(props)
    while loose := [each for each in found if _only_names(each, found, letters)]:
        found.remove(loose[0])
    return found


def _only_names(prop: Prop, props: Collection[Prop], letters: Collection[Term]) -> bool:
    if not is_equation(prop):
        return False
    named = [side for side, other in both_ways(prop) if side not in other.free]
    return any(
        isinstance(side, (Variable, VectorVariable)) and getattr(side, "domain", "real") == "real"
        and side not in letters and not any(side in each.free for each in props if each is not prop)
        for side in named
    )  # fmt: skip


def tied(letters: Collection[Term], given: Collection[Prop], apart: Collection[Term] = ()) -> set[Term]:
    """Letters, and those that hypotheses tie to them; those that stand `apart`, such as sizes, tie nothing to each other."""
    found, by = set(letters), set(letters).difference(apart)
    while more := {letter for prop in given if prop.free & by for letter in prop.free} - found:
        found, by = found | more, by | more.difference(apart)
    return found


def is_unworked(letter: Term) -> bool:
    """Whether a letter stands for a number that nothing works out: another set of that name, in another part, has another."""
    return UNWORKED.match(str(getattr(letter, "name", ""))) is not None


def stands_for_unworked(letters: Collection[Term], given: Collection[Prop]) -> Term | None:
    """The first letter for a number that nothing works out, sup A, by which equations give some letters, c = sup A, and which no
    equation gives a value."""
    pairs = [
        pair
        for prop in given
        for inner in [prop.body if isinstance(prop, Each) else prop]
        if is_equation(inner)
        for pair in both_ways(inner)
    ]
    valued = {letter for letter, term in pairs if not term.free}
    found = set(letters)
    while (
        more := {
            other
            for letter, term in pairs
            if isinstance(letter, (Variable, ScalarAt)) and found & {letter, getattr(letter, "sequence", letter)}
            for other in term.free
        }
        - found
    ):
        found |= more
    unworked = (each for each in found - set(letters) - valued if is_unworked(each))
    return min(unworked, key=str, default=None)


def sizes_of(letters: Collection[Term]) -> set[Term]:
    """The letters for the sizes of the matrices among letters: lines on matrices of one size may be about different things."""
    found: set[Term] = set()
    for letter in letters:
        if isinstance(letter, MatrixVariable):
            found |= letter.rows.free | letter.columns.free
    return found


def shared(left: Prop, right: Prop) -> frozenset[Term]:
    """The letters of two statements, but for the sizes of matrices."""
    return (left.free & right.free) - sizes_of(left.free) - sizes_of(right.free)


def may_speak_of(latex: str, letters: Collection[Term], given: Collection[Prop]) -> bool:
    """Whether LaTeX that is not understood may say something of letters, or of letters that hypotheses tie to them."""
    names = {name for letter in tied(letters, given) for name in NAMES.findall(str(getattr(letter, "name", letter)))}
    spoken = set(NAMES.findall(latex))
    return not spoken or bool(names & spoken)


def idle_condition(statement: Prop, facts: Iterable[Fact]) -> str:
    """The doubt of a claim whose sentence begins with a bound on a letter of which nothing else speaks, "if d < a/2, then ...":
    as it stands, the condition says nothing of the claim, so that the text means more than it writes; "" of another claim."""
    told = list(facts)
    for fact in told:
        prop = fact.prop
        if (
            not fact.brief
            or not isinstance(prop, Relation)
            or prop.kind in ("=", "!=")
            or not prop.free & statement.free
        ):
            continue
        others = {letter for each in told if each is not fact for letter in each.prop.free} | statement.free
        loose = [each for each in (prop.left, prop.right) if isinstance(each, Variable) and each not in others]
        if loose:
            return f"nothing ties {loose[0]}, of which its sentence speaks, to it"
    return ""


def is_covariance(letter: Term) -> bool:
    """Whether a letter is a square matrix with the name of a covariance, which nobody needs to call symmetric."""
    if not isinstance(letter, MatrixVariable) or letter.rows != letter.columns:
        return False
    return letter.name.lstrip("\\").partition("_")[0] == "Sigma"
