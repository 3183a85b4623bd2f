"""What the properties of functions say of the points that a goal speaks of: tangents, parabolas, the descent lemma.

A law is stated once for a function whose properties are known, and used at the points of that function, beside what is
said of all its values, or where it is said to be least; where it is smooth, the end of a gradient step is a point too, and
where it is strongly convex, f(x) - f(y) is held by the slope at x alone.
Untrusted: the kernel asks for the properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import permutations, product
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.multiples import multiples
from symproof.engines.linear_algebra.vectors import at_vectors
from symproof.engines.logic.points import Points, at_points, state_at
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.ring import ring
from symproof.engines.polynomials.roots import roots
from symproof.engines.search import Search, Wrap, closed, in_turn, state
from symproof.properties import Property, convex, differentiable, unfold
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.function_laws import law_of

MOST_POINTS = 4
TWO = tm.Number(Fraction(2))
AT_LEAST = ("stationary", "growth")
"""The laws of points where a function is least."""
PREMISES = (("ring", ring), ("", at_points))
QUICK = (("positivity", positivity), ("", at_points))
Law = tuple[str, tm.Function, "tm.Scalar | None"]


def functions(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the laws of the functions that the goal speaks of: at its points, then at those of all facts."""
    near, far = Points(facts.normalizer), Points(facts.normalizer)
    near.read(goal)
    for prop in (goal, *(fact for fact in facts.props if not isinstance(fact, st.Each))):
        far.read(prop)
    bowls = [unfold(Property("convex", f)) for f in far.functions() if _is_strong(facts, f)]
    stated = in_turn(search.aside(QUICK), facts, [bowl for bowl in bowls if not facts.evident(bowl)]) or []
    facts = facts.extended([bowl for bowl, _ in stated])
    laws = [law for f in far.functions() for law in _laws(facts, f)]
    if not laws:
        return None
    if isinstance(goal.left, tm.Norm) and isinstance(goal.right, tm.Norm) and goal.kind == "<=":
        squared = st.Relation("<=", goal.left**2, goal.right**2)
        proof = functions(search, facts, squared)
        rest = None if proof is None else roots(search, facts.extended([squared]), goal)
        return state([*stated, (squared, proof)], rest) if proof is not None and rest is not None else None
    for points in (far,) if near.of == far.of else (near, far):
        all_laws = tuple(law for law in laws if law[1] in points.of)
        first = tuple(law for law in all_laws if law[0] != "cocoercive")
        others = any(_is_of_values(fact, points.functions()) for fact in facts.props)
        tries = ((first, False, False), (first, False, others), (all_laws, False, others), (all_laws, True, others))
        for chosen, stepped, beside in dict.fromkeys(tries):
            found = _with(search, facts, goal, chosen, points, stepped=stepped, beside=beside)
            if found is not None:
                return state(stated, found)
    return None


def functions_before_bounds(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """`functions` for a goal with slopes or distances, before engines that give away the values of a function for a bound on all
    of them, f(z) >= c for each z."""
    bounded = any(_is_bound_of_values(fact) for fact in facts.props)
    return functions(search, facts, goal) if bounded and goal.mentions(tm.GradientAt, tm.Norm, tm.Inner) else None


def _is_bound_of_values(fact: st.Prop) -> bool:
    """Whether a fact bounds all values of a function by what is the same for each, f(z) >= c."""
    match fact:
        case st.Each(tm.VectorVariable() as point, st.Relation(left=left, right=right)):
            sides = ((left, right), (right, left))
            return any(isinstance(one, tm.Apply) and one.arg == point and point not in two.free for one, two in sides)
    return False


def _with(
    search: Search, facts: Facts, goal: st.Relation, laws: Sequence[Law], points: Points, *, stepped: bool, beside: bool
) -> Certificate | None:
    """A proof by some laws at the points; `stepped` also at the ends of gradient steps, `beside` them with what is said of
    all values of these functions, without which the laws are asked first."""
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
    strong = {
        number: (f, c)
        for number, (name, f, c) in enumerate(laws, start=known)
        if stepped and name == "parabola" and c is not None and facts.evident(c > 0)
    }
    for number, values in list(_uses(facts, laws, known, places, beside=beside)):
        if (stated := state_at(search, facts, goal, number, values, PREMISES)) is not None:
            wraps.append(stated[0])
            facts = stated[1]
            match facts.props[-1]:
                case st.Relation("<=", tm.Elementary("abs", (inside,)), bound):
                    above = st.Relation("<=", inside, bound)
                    wraps.append(partial(ct.Have, above, _without_bars(inside, len(facts.props) - 1)))
                    facts = facts.extended([above])
            if number in strong:
                x, y = values
                slope, shown = _below_slope(*strong[number], x, y, len(facts.props) - 1)
                wraps.append(partial(ct.Have, slope, shown))
                facts = facts.extended([slope])
    others = search.others(functions, at_points, at_vectors, multiples)
    inner = search.among([("inequality", multiples), *others])
    proof = inner.prove(facts, goal)
    if proof is None:
        return None
    search.words += [*inner.words, "functions"]
    return closed(wraps, proof)


def _uses(
    facts: Facts, laws: Sequence[Law], known: int, places: dict[tm.Function, list[Any]], *, beside: bool
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Laws by number, and `beside` them other facts for all vectors that speak of their functions, each with points for it."""
    for number, (name, f, _) in enumerate(laws, start=known):
        if name in AT_LEAST:
            least = list(_least(facts.props[:known], f))
            yield from (
                (number, p) for p in ([(u,) for u in least] if name == "stationary" else product(least, places[f]))
            )
        else:
            yield from ((number, place) for place in permutations(places[f], 1 if name == "slope" else 2))
    for number, fact in enumerate(facts.props[:known] if beside else ()):
        if _is_of_values(fact, places):
            yield from ((number, (p,)) for f in places if f in fact.free for p in places[f])


def _is_of_values(fact: st.Prop, functions: Iterable[tm.Function]) -> bool:
    """Whether a fact says something of all values of one of some functions, f(z) >= c for each z."""
    if not isinstance(fact, st.Each) or not isinstance(fact.symbol, tm.VectorVariable):
        return False
    return not isinstance(fact.body, st.Each) and not fact.free.isdisjoint(functions)


def _without_bars(inside: tm.Scalar, number: int) -> Certificate:
    """inside <= bound, where a fact says |inside| <= bound: the search by cases would read all that is known for that."""
    fact, negative = ct.Piece(tm.ONE, (number,)), ct.Piece(TWO, (number + 1,))
    return ct.Cases(st.Relation(">=", inside, tm.ZERO), ct.Combination((fact,)), ct.Combination((fact, negative)))


def _below_slope(f: tm.Function, c: tm.Scalar, x: Any, y: Any, number: int) -> tuple[st.Prop, Certificate]:
    """f(x) - f(y) <= |grad f(x)|**2 / (2 c), by the parabola at x, which the fact of that number says of y."""
    slope = tm.GradientAt(f, x)
    least = tm.ONE / (TWO * c) * tm.Norm(slope + c * (y - x)) ** 2
    above = st.Relation("<=", f(x) - f(y), tm.Norm(slope) ** 2 / (TWO * c))
    return above, ct.Combination((ct.Piece(tm.ONE, (number,)), ct.Piece(least, ())))


def _laws(facts: Facts, f: tm.Function) -> Iterator[Law]:
    """The laws whose properties a function is known to have."""
    if f.on != "vector":
        return
    sloped, bowl = facts.evident(differentiable(f)), facts.evident(convex(f))
    least = next(_least(facts.props, f), None) is not None
    if sloped and bowl and not _is_strong(facts, f):
        yield "tangent", f, None  # else the parabola says more
    if sloped and least:
        yield "stationary", f, None
    for fact in facts.props:
        for c in _constants_of("strongly_convex", f, fact):
            if sloped:
                yield "parabola", f, c
            if least:
                yield "growth", f, c
        for c in _constants_of("lipschitz", f, fact) if sloped else ():
            yield "slope", f, c
        for c in _constants_of("smooth", f, fact):
            yield "descent", f, c
            if bowl:
                yield "cocoercive", f, c


def _least(props: Iterable[st.Prop], f: tm.Function) -> Iterator[Any]:
    """The points that facts `each(w, f(u) <= f(w))` say are those where f is least."""
    for fact in props:
        match fact:
            case st.Each(w, st.Relation(kind, tm.Apply() as left, tm.Apply() as right), None, None) if f in fact.free:
                small, large = (left, right) if kind == "<=" else (right, left)
                if kind in ("<=", ">=") and large.arg == w and small.function == large.function and w not in small.free:
                    yield small.arg


def _is_strong(facts: Facts, f: tm.Function) -> bool:
    return any(_constants_of("strongly_convex", f, fact) for fact in facts.props)


def _constants_of(kind: str, f: tm.Function, fact: st.Prop) -> list[tm.Scalar]:
    """The constant with which a fact says that f has a property, if it says so."""
    if not isinstance(fact, st.Each) or f not in fact.free:
        return []
    return [c for c in dict.fromkeys(_constants(fact)) if fact == unfold(Property(kind, f, c))]


def _constants(term: Any) -> Iterator[tm.Scalar]:
    """What stands before a length, or over 2."""
    for part in term.subterms():
        match part:
            case tm.Mul((tm.Scalar() as c, tm.Norm())):
                yield c
            case tm.Div(c, tm.Number(two)) if two == 2:
                yield c


def _with_slopes(term: tm.Term, f: tm.Function) -> Iterator[Any]:
    """The points of which a term has the gradient."""
    return (part.arg for part in term.subterms() if isinstance(part, tm.GradientAt) and part.function == f)
