"""Products <a, x> <x, b>: the mirror image of a at x, 2 <a, x> x - |x|**2 a, is |x|**2 times as long as a, so Cauchy-Schwarz
for it and b says that |2 <a, x> <x, b> - |x|**2 <a, b>| <= |x|**2 |a| |b| (Buzano). Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.chords import by_signs
from symproof.engines.linear_algebra.vectors import of_cauchy_schwarz
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.search import Search
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST, MOST_ABSOLUTE, SECONDS = 2, 3, 0.5
QUICK = (("linear", linear), ("ideal", ideal), ("orderings", orderings))


def mirrored(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order with products of two inner products that share a vector, by Cauchy-Schwarz for a mirror image."""
    if oriented(goal) is None:
        return None
    stated: list[tuple[tm.Vector, tm.Vector]] = []
    known = facts
    for a, x, b in list(dict.fromkeys(_shared(goal)))[:MOST]:
        image = 2 * tm.Inner(a, x) * x - tm.Inner(x, x) * a
        known = known.extended(of_cauchy_schwarz(image, b))
        stated.append((image, b))
    rest = by_signs(search.aside(QUICK, SECONDS), known, goal, MOST_ABSOLUTE) if stated else None
    search.words += ["cauchy_schwarz"] if rest is not None else []
    for image, b in reversed(stated):
        rest = None if rest is None else ct.CauchySchwarz(image, b, rest)
    return rest


def _shared(term: tm.Term) -> Iterator[tuple[tm.Vector, tm.Vector, tm.Vector]]:
    """a, x and b of the products <a, x> <x, b> in a term."""
    match term:
        case tm.Mul(args):
            for first, second in combinations([arg for arg in args if isinstance(arg, tm.Inner)], 2):
                for a, x in ((first.left, first.right), (first.right, first.left)):
                    if x in (second.left, second.right):
                        b = second.right if second.left == x else second.left
                        if len({a, b, x}) == 3:
                            yield a, x, b
    if not term.binders:
        for child in term.children():
            yield from _shared(child)
