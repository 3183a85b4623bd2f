"""What the properties of functions say of the points that a goal speaks of: tangents, parabolas, the descent lemma.

A law is stated once for a function whose properties are known, and used at pairs of points of that function, beside what is
said of all its values; where it is smooth, the end of a gradient step is a point too. Untrusted: the kernel asks for the
properties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import permutations
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.vectors import at_vectors
from symproof.engines.logic.points import Points, at_points, state_at
from symproof.engines.search import Search
from symproof.properties import Property, convex, differentiable, unfold
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.function_laws import law_of

MOST_POINTS = 4
Law = tuple[str, tm.Function, "tm.Scalar | None"]
Wrap = Callable[[Certificate], Certificate]


def functions(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the laws of the functions that the goal speaks of."""
    points = Points(facts.normalizer)
    for prop in (goal, *(fact for fact in facts.props if not isinstance(fact, st.Each))):
        points.read(prop)
    laws = [law for f in points.of for law in _laws(facts, f)]
    if not laws:
        return None
    first = [law for law in laws if law[0] != "cocoercive"]
    for chosen, stepped in dict.fromkeys(((tuple(first), False), (tuple(laws), False), (tuple(laws), True))):
        found = _with(search, facts, goal, chosen, points, stepped)
        if found is not None:
            return found
    return None


def _with(
    search: Search, facts: Facts, goal: st.Relation, laws: Iterable[Law], points: Points, stepped: bool
) -> Certificate | None:
    wraps: list[Wrap] = []
    known = len(facts.props)
    for name, f, c in laws:
        wraps.append(partial(ct.FunctionLaw, name, f, c))
        facts = facts.extended([law_of(name, f, c)[1]])
    places = {f: [*points.of[f].values()][:MOST_POINTS] for _, f, _ in laws}
    for _, f, c in laws if stepped else ():
        if c is not None and facts.evident(st.Relation("<", tm.ZERO, c)):
            slopes = [p for p in places[f] if p in _with_slopes(goal, f)]
            places[f] += [q for p in slopes if (q := p - tm.GradientAt(f, p) / c) not in places[f]]
    uses: list[tuple[int, tuple[tm.Term, ...]]] = []
    for number, (_, f, _) in enumerate(laws, start=known):
        uses += ((number, pair) for pair in permutations(places[f], 2))
    for number, fact in enumerate(facts.props[:known]):
        if (
            isinstance(fact, st.Each)
            and isinstance(fact.symbol, tm.VectorVariable)
            and not isinstance(fact.body, st.Each)
        ):
            uses += ((number, (p,)) for f in places if f in fact.free for p in places[f])
    for number, values in uses:
        if (stated := state_at(search, facts, goal, number, values)) is not None:
            wraps.append(stated[0])
            facts = stated[1]
    inner = search.among([row for row in search.engines if row[1] not in (functions, at_points, at_vectors)])
    proof = inner.prove(facts, goal)
    if proof is None:
        return None
    search.words += [*inner.words, "functions"]
    for wrap in reversed(wraps):
        proof = wrap(proof)
    return proof


def _laws(facts: Facts, f: tm.Function) -> Iterator[Law]:
    """The laws whose properties a function is known to have."""
    if f.on != "vector" or not facts.evident(differentiable(f)):
        return
    bowl = facts.evident(convex(f))
    if bowl:
        yield "tangent", f, None
    for fact in facts.props:
        if not isinstance(fact, st.Each) or f not in fact.free:
            continue
        for c in dict.fromkeys(_constants(fact)):
            if fact == unfold(Property("strongly_convex", f, c)):
                yield "parabola", f, c
            elif fact == unfold(Property("smooth", f, c)):
                yield "descent", f, c
                if bowl:
                    yield "cocoercive", f, c


def _constants(term: Any) -> Iterator[tm.Scalar]:
    """What stands before a length, or over 2."""
    match term:
        case tm.Mul((tm.Scalar() as c, tm.Norm())):
            yield c
        case tm.Div(c, tm.Number(two)) if two == 2:
            yield c
    for child in term.children():
        yield from _constants(child)


def _with_slopes(term: tm.Term, f: tm.Function) -> Iterator[Any]:
    """The points of which a term has the gradient."""
    if isinstance(term, tm.GradientAt) and term.function == f:
        yield term.arg
    for child in term.children():
        yield from _with_slopes(child, f)
