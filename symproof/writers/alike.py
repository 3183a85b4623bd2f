r"""Letters that a reader cannot tell apart on the sheet, though the kernel can: refused before anything is checked.

`\bar{x}` and `\bar x` are two names and one look, as are `x1` and `x_1`; a sum over a natural k of terms that speak of
a free integer k prints as if the two were one. Untrusted, but that the sheet shows what was checked rests on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from symproof import term as tm
from symproof.errors import NameClash
from symproof.statement import Prop, describe
from symproof.substitution import name_of
from symproof.writers.formula import TOKEN
from symproof.writers.letters import latex_name

SAME = {r"\star": "*", r"\ast": "*"}


@lru_cache(maxsize=4096)
def look(name: str) -> str:
    r"""A name as its reader sees it: without the spaces and braces that TeX does not print.

    >>> look(r"\bar x") == look(r"\bar{x}"), look("x1") == look("x_{1}"), look("x") == look(r"\mathbf{x}")
    (True, True, False)
    """
    tokens = [SAME.get(token, token) for token in TOKEN.findall(latex_name(name)) if not token.isspace()]
    place = 0
    while place + 2 < len(tokens):
        if tokens[place] == "{" and tokens[place + 2] == "}":
            tokens[place : place + 3] = [tokens[place + 1]]
            place = max(0, place - 1)
        else:
            place += 1
    return " ".join(tokens)


def refuse_alike(props: Iterable[Prop]) -> None:
    """Refuse two letters of one statement that come out alike.

    Raises:
        NameClash: with both.
    """
    props = tuple(props)
    seen: dict[str, tm.Term] = {}
    for prop in props:
        for symbol in (*prop.free, *_tables(prop)):
            _compare(symbol, seen.setdefault(look(name_of(symbol)), symbol))
        for bound, inside in _scopes(prop):
            for symbol in inside:
                if look(name_of(symbol)) == look(name_of(bound)):
                    _compare(symbol, bound, f", where {bound.name} is bound")  # type: ignore[attr-defined]  # a letter


def _compare(one: tm.Term, other: tm.Term, where: str = "") -> None:
    if one != other:
        kinds = (describe(one), name_of(one)), (describe(other), name_of(other))
        (kind, name), (other_kind, other_name) = sorted(kinds)
        raise NameClash(
            f"{name} ({kind}) and {other_name} ({other_kind}) print alike, as {latex_name(name)}{where}; rename one"
        )


def _tables(term: tm.Term) -> Iterator[tm.EntryLaw]:
    """The matrices that are given by a law under a name, wherever they stand."""
    if isinstance(term, tm.EntryLaw) and term.name:
        if term.body != tm.ZERO:
            yield term
        return
    for child in term.children():
        yield from _tables(child)


def _scopes(term: tm.Term) -> Iterator[tuple[tm.Term, frozenset[tm.Term]]]:
    """Each bound letter, and the other letters that are spoken of where it is bound, in its range too."""
    if isinstance(term, tm.EntryLaw) and term.name:
        return
    for binder in term.binders:
        bound = getattr(term, binder)
        inside = frozenset[tm.Term]().union(*(child.free for child in term.children()))
        yield bound, inside - {bound}
    for child in term.children():
        yield from _scopes(child)
