"""Of which letters a text says more than it writes, by their names: x^*, f^* beside f, b beside b_n, a small delta."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from symproof.readers.document.known.likeness import weighs
from symproof.readers.document.known.returning import STARRED
from symproof.readers.document.known.ties import tied
from symproof.statement import Prop, Relation, is_equation, under_each
from symproof.term import Function, Sequence, Term, Variable, VectorVariable

SMALL = ("delta", "epsilon", "varepsilon")
"""How bounds are called that are as small as one likes."""


def unsaid_by_its_name(statement: Prop, given: Collection[Prop]) -> Term | None:
    """A letter x^* of which nothing is told (of a vector: on one side of an equation), f^* beside a function f (even where
    bounds tell of it: the least value of f may be meant), b beside members b_n, as their limit is
    called, but for identities, or a small bound, delta, that nothing ties to the other letters."""
    equal = is_equation(statement) and not isinstance(statement.left, Variable)
    apart = statement.left.free ^ statement.right.free if is_equation(statement) else frozenset[Term]()
    said = {letter for prop in given for letter in prop.free}
    functions = {each.name for each in said | statement.free if isinstance(each, Function)}
    near = {letter for prop in given if prop.free & statement.free for letter in prop.free} | statement.free
    if is_equation(statement) and not apart:
        near = set()
    sequences = {each.name for each in near if isinstance(each, Sequence)}
    for letter in sorted(statement.free, key=str):
        if isinstance(letter, VectorVariable) and letter in apart - said and STARRED.search(letter.name):
            return letter
        if not isinstance(letter, Variable) or letter.domain != "real":
            continue
        others, name = statement.free - {letter}, letter.name.lstrip("\\")
        base = letter.name.partition("_")[0].partition("^")[0]
        named = base in functions - {letter.name} or letter.name.strip("{}") in sequences
        starred = STARRED.search(letter.name) is not None
        if letter not in said and (named or (others and starred)):
            return letter
        if named and starred and not any(map(partial(_says_what_is, letter), given)):
            return letter
        if name in SMALL and others and not equal and not tied({letter}, given) & others:
            if not weighs(letter, statement, given):
                return letter
    return None


def _says_what_is(letter: Variable, prop: Prop) -> bool:
    """Whether a hypothesis compares a letter with a term: f(x) >= f^*, and no inequality that f^* only stands in."""
    prop = under_each(prop)
    return isinstance(prop, Relation) and letter in (prop.left, prop.right)


def meant_with_an_index(statement: Prop, given: Collection[Prop], throughout: Collection[Term]) -> set[str]:
    r"""Letters in what is said of members, a_{k+1} <= (1 - g) a_k, of which the text says later, `throughout`, what they are for
    each k, "choose g_k = 1/k": from there on that may be said with g_k."""
    chosen = {each.name.strip("{}") for each in throughout if isinstance(each, Sequence)}
    told = [prop.free for prop in given if any(isinstance(each, Sequence) for each in prop.free & statement.free)]
    letters = {each for free in told for each in free - statement.free if isinstance(each, Variable)}
    return {each.name for each in letters if each.name.strip("{}") in chosen}
