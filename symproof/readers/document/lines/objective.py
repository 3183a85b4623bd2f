r"""What is to be minimized, `\min_x f(x) := x^2 + 1`: the text gives a function there, and speaks of no smallest value."""

from __future__ import annotations

from symproof.readers.document.words.letters import called
from symproof.readers.notation import Clause
from symproof.readers.notation.tree import Big, Chain, Fence
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part

EXTREMA = ("min", "max", "argmin", "argmax", "inf", "sup")


def objective(clause: Clause) -> Clause:
    r"""A clause; of `\min_x f(x) := x^2 + 1`, what is minimized. With `=` it is so where the right side has an x that nothing
    binds.

    >>> from symproof.readers.notation import parse
    >>> [len(objective(parse(text).rows[0].clauses[0]).members) for text in (r"\min_x \{f(x) := x^2 + 1\}", r"\min_x f(x) = 1")]
    [2, 2]
    """
    first = clause.members[0] if clause.members else None
    if not isinstance(first, Big) or first.operator not in EXTREMA or first.body is None or first.lower is None:
        return clause
    inner = first.body.body if isinstance(first.body, Fence) else first.body
    if isinstance(inner, Chain) and not clause.relations:
        found = Clause(inner.start, inner.end, inner.members, inner.relations, clause.connector, clause.words)
    elif clause.relations and called(first.body) is not None:
        found = Clause(
            first.body.start,
            clause.end,
            (first.body, *clause.members[1:]),
            clause.relations,
            clause.connector,
            clause.words,
        )
    else:
        return clause
    letter, kind = canonical(first.lower), found.relations[0].kind
    free = letter is not None and any(canonical(each) == letter for each in every_part(found.members[1]))
    return found if kind == ":=" or (kind == "=" and free and called(found.members[0]) is not None) else clause
