"""Orthonormal vectors as a hypothesis: the inner product of each two is Kronecker's delta of their places."""

from __future__ import annotations

from symproof.readers.document.lines.asking import ask
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, Reading, resolve
from symproof.statement import Each, Relation
from symproof.symbols import delta, index, inner
from symproof.term import Sum, VectorAt


def orthonormal(name: str, first: str, last: str, context: Context) -> list[Each]:
    """What is said of the vectors of a family with indices from `first` to `last`; nothing where they are no vectors."""
    letter = "i" if last != "i" else "j"
    added = parse(rf"\sum_{{ι={first}}}^{{{last}}} \langle {name}_ι, {name}_ι \rangle".replace("ι", letter))
    read = ask(lambda: resolve(added.clauses[0].members[0], context))
    if not isinstance(read, Reading) or not isinstance(read.term, Sum):
        return []
    low, high = read.term.low, read.term.high
    i, j = index("i'"), index("j'")
    found = []
    for vectors in {each.sequence for each in read.term.body.subterms() if isinstance(each, VectorAt)}:
        two = Relation("=", inner(VectorAt(vectors, i), VectorAt(vectors, j)), delta(i - j))
        found.append(Each(i, Each(j, two, low, high), low, high))
    return found
