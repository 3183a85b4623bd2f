"""Orders by the sign of a derivative: what holds at a place and does not fall from there on holds.

exp(x) >= 1 + x + x**2/2 for x >= 0: equal at 0, and the slope of the difference is exp(x) - 1 - x, of which the same is
asked again. Places are those at which the goal may be an equation: 0, 1, its constants, its other letters. Where a letter may
be on both sides of the place, both cases are told apart. Untrusted.

Limits: three derivatives, one after another; letters of an order that holds a function which is no polynomial.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.chords import divided, zero_ends
from symproof.engines.functions.laws import laws_of_one
from symproof.engines.functions.turning_points import least_at
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.factors import factors
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import in_normal_form
from symproof.engines.search import Engine, Search, every, sum_of_facts
from symproof.engines.stated import Stated
from symproof.errors import SymproofError
from symproof.substitution import fresh, name_of, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.mean_value import not_continuous

MOST, SECONDS = 4, 2.0
"""Places that are tried, and the time for all of them."""
QUICK = ("enclosure", "ring", "positivity", "linear")
"""What shows that there is a value, and an order of numbers."""
INSIDE = (*QUICK, "inequality", "orderings", "logarithms", "laws", "cases", "slopes")
"""What is tried on a derivative."""
SMOOTH = ("exp", "log", "sin", "cos", "sqrt", "sigma", "arctan")


def slopes(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order about a letter, by the mean value theorem."""
    return _by_slope(search, facts, goal, slopes, _of_slopes)


def _of_slopes(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same of a derivative."""
    return _by_slope(search, facts, goal, _of_slopes, _of_slopes_of_slopes)


def _of_slopes_of_slopes(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same of a second derivative."""
    return _by_slope(search, facts, goal, _of_slopes_of_slopes, None)


def laws_at_sight(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """Laws, and nothing after them that takes time."""
    return laws_of_one(search.among(search.named(*QUICK)), facts, goal)


def turned(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """x = a from an order that holds at a only: where x != a, the opposite order is proved."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar) or search.opposed:
        return None
    apart = facts.extended([st.Relation("!=", goal.left, goal.right)])
    for number, fact in enumerate(facts.props):
        if not isinstance(fact, st.Relation) or oriented(fact) is None or not _bent(fact):
            continue
        opposite = st.negated(fact)
        proof = search.prove(apart, opposite)
        if proof is not None:
            both = sum_of_facts(number, len(apart.props))
            return ct.Cases(goal, ct.Evident(), ct.Have(opposite, proof, ct.Absurd(both)))
    return None


def _by_slope(
    search: Search, facts: Facts, goal: st.Relation, here: Engine, inside: Engine | None
) -> Certificate | None:
    ends = oriented(goal)
    if ends is None:
        return None
    gap = ends[0] - ends[1]
    letters = [*_bent(goal), *_bounded(facts, goal)]
    if not letters or probe.fails(facts, goal):
        return None
    rows = [row for row in search.named(*INSIDE) if row[1] is not here]
    quick = [row for row in rows if row[0] in QUICK]
    again = [] if inside is None else [("slopes", inside)]
    first = [*quick, ("factors", factors), ("laws", laws_at_sight), *again]
    rows = first + [row for row in rows if row not in first]
    inner = search.among(rows, SECONDS)
    for x in letters:
        if not isinstance(x, tm.Variable) or not_continuous(gap, x) is not None:
            continue
        unfolded = _unfolded(inner, facts, x)
        found = _about(inner, unfolded.facts, goal, x, deep=inside is not None)
        if found is not None:
            search.words.append("slopes")
            return unfolded.then(found)
    return None


def _unfolded(search: Search, facts: Facts, x: tm.Variable) -> Stated:
    """The facts, and -c <= x <= c for each |x| <= c, with their proofs."""
    stated = Stated(facts)
    for fact in facts.props:
        match fact:
            case st.Relation("<" | "<=" as kind, tm.Elementary("abs", (arg,)), tm.Scalar() as end) if arg == x:
                for side in (st.Relation(kind, x, end), st.Relation(kind, tm.Neg(end), x)):
                    if not stated.facts.evident(side):
                        stated.add(side, linear(search, stated.facts, side))
    return stated


def _about(search: Search, facts: Facts, goal: st.Relation, x: tm.Variable, *, deep: bool) -> Certificate | None:
    """The goal by its slope in x, from one of some places; or else, where `deep`, that of a quotient."""
    ends = oriented(goal)
    assert ends is not None  # as `slopes` saw
    small, large, _ = ends
    places = sorted(_places(facts, goal, x), key=lambda place: _height(large - small, x, place))[:MOST]
    for place in [*places, *(place for place in least_at(facts, large - small, x) if place not in places)]:
        found = _from(search, facts, goal, x, place)
        if found is not None:
            return found
    if not deep:
        return None
    sides = st.Relation(">=", x, ZERO), st.Relation("<", x, ZERO)
    if any(map(facts.evident, (*sides, st.Relation("<=", x, ZERO)))):
        return _by_quotient(search, facts, goal, x)
    cases = sides if list(_bounds(facts, x)) else ()
    proofs = every(_by_quotient(search, facts.extended([side]), goal, x) for side in cases)
    return ct.Cases(sides[0], *proofs) if proofs else None


def _height(gap: tm.Scalar, x: tm.Variable, place: tm.Scalar) -> float:
    """How far the sides are apart at a place, where that is a number: they touch in the likely ones."""
    try:
        return abs(probe.value(put_in(gap, x, place), {}))
    except (probe.NoFloat, ArithmeticError):
        return 0.0


def _by_quotient(search: Search, facts: Facts, goal: st.Relation, x: tm.Variable) -> Certificate | None:
    """0 <= h from 0 <= h/(x - a), where h(a) = 0 at a bound a of x, by the slope from another bound on."""
    ends = oriented(goal)
    assert ends is not None  # as `slopes` saw
    small, large, strict = ends
    for end, side, times in zero_ends(facts, large - small, x):
        away = st.Relation(">" if side > 0 else "<", x, end)
        if strict and not facts.evident(away):
            continue
        value, power = divided(large - small, x, end, side, times)
        simpler = st.Relation("<" if strict else "<=", ZERO, value)
        beyond = facts.extended([away])
        for place in _bounds(facts, x):
            if place == end:
                continue
            with suppress(*NOT_NORMAL, SymproofError):
                first = _on_one_side(search, beyond, simpler, x, place)
                if first is None:
                    continue
                weight = ct.Combination((ct.Piece(power, (len(beyond.props),)),))
                yes: Certificate = ct.Have(simpler, first, weight)
                here = st.Relation("=", x, end)
                at_end = search.prove(facts.extended([st.Relation("<=" if side > 0 else ">=", x, end)]), here)
                if at_end is None:
                    return None
                known = facts.extended([st.Relation("<=" if side > 0 else ">=", x, end), here])
                no = search.prove(known, goal)
                return None if no is None else ct.Cases(away, yes, ct.Have(here, at_end, no))
    return None


def _bounds(facts: Facts, x: tm.Variable) -> Iterator[tm.Scalar]:
    """What x is compared with."""
    found: dict[tm.Scalar, None] = {}
    for fact in facts.props:
        if isinstance(fact, st.Relation) and isinstance(fact.left, tm.Scalar) and isinstance(fact.right, tm.Scalar):
            for side, other in ((fact.left, fact.right), (fact.right, fact.left)):
                if side == x and not other.free and fact.kind not in ("=", "!="):
                    found[other] = None
    yield from found


def _from(search: Search, facts: Facts, goal: st.Relation, x: tm.Variable, place: tm.Scalar) -> Certificate | None:
    """The goal from a place, on the side where x is known to be, else on both."""
    right, left = st.Relation("<=", place, x), st.Relation("<=", x, place)
    if facts.evident(right) or facts.evident(left):
        return _on_one_side(search, facts, goal, x, place)
    above = st.Relation(">", x, place)
    first = _on_one_side(search, facts.extended([above]), goal, x, place)
    below = None if first is None else facts.extended([st.Relation("<=", x, place)])
    second = None if below is None else _on_one_side(search, below, goal, x, place)
    return None if first is None or second is None else ct.Cases(above, first, second)


def _on_one_side(
    search: Search, facts: Facts, goal: st.Relation, x: tm.Variable, place: tm.Scalar
) -> Certificate | None:
    ends = oriented(goal)
    assert ends is not None  # as `slopes` saw
    small, large, strict = ends
    rises = facts.evident(st.Relation("<=", place, x))
    low, high = (place, x) if rises else (x, place)
    steep = strict and facts.evident(st.Relation("<", low, high))
    base = st.Relation("<" if strict and not steep else "<=", *(put_in(side, x, place) for side in (small, large)))
    t = fresh(tm.Variable(x.name), names_in(goal, place, *facts.props))
    try:
        at_t = put_in(large - small, x, t)
        rate = tm.Derivative(at_t, t)
        closed, inner = definedness(at_t), definedness(rate)
        within = facts.extended([st.Relation("<=", low, t), st.Relation("<=", t, high)])
        between = facts.extended([st.Relation("<", low, t), st.Relation("<", t, high)])
        quick = search.aside(search.named(*QUICK))
        proof = (search if base.free else quick).prove(facts, base)
        value = None if proof is None else _located(within, t, lambda facts: quick.prove(facts, st.And(closed)))
        smooth = None if value is None else _located(between, t, lambda facts: quick.prove(facts, st.And(inner)))
        known = between.extended(inner)
        slope = None if smooth is None else _located(known, t, lambda facts: _slope(search, facts, rate, rises, steep))
    except (*NOT_NORMAL, SymproofError, LookupError):
        return None
    if proof is None or value is None or smooth is None or slope is None:
        return None
    return ct.MeanValue(x, place, t, steep, value, proof, smooth, slope)


def _slope(search: Search, facts: Facts, rate: tm.Scalar, rises: bool, steep: bool) -> Certificate | None:
    """The sign of a derivative, written out."""
    written = in_normal_form(facts.normalizer, rate)
    strict = "" if steep else "="
    sign = st.Relation((">" if rises else "<") + strict, written, ZERO)
    if probe.fails(facts, sign):
        return None
    proof = search.prove(facts, sign)
    return None if proof is None else ct.Have(sign, proof, sum_of_facts(len(facts.props)))


def _located(facts: Facts, t: tm.Variable, prove: Callable[[Facts], Certificate | None]) -> Certificate | None:
    """What is proved where it is stated on which side of 0 and of 1 a letter is, which its bounds show."""
    sides = [st.Relation(kind, t, place) for place in (ZERO, ONE) for kind in (">", "<", ">=", "<=")]
    stated = [side for side in sides if facts.evident(side)]
    found = prove(facts.extended(stated))
    for side in reversed(stated):
        found = None if found is None else ct.Have(side, ct.Evident(), found)
    return found


def put_in(side: tm.Scalar, x: tm.Term, value: tm.Term) -> tm.Scalar:
    """A number with another in the place of a letter."""
    found = substitute(side, {x: value})
    assert isinstance(found, tm.Scalar)  # as what a number is put into is a number
    return found


def _places(facts: Facts, goal: st.Relation, x: tm.Variable) -> Iterator[tm.Scalar]:
    """Places at which both sides are equal, and those at which they are numbers."""
    others = [letter for letter in goal.free if isinstance(letter, tm.Variable) and letter.domain == x.domain]
    ends = (end for end in _bounds(facts, x) if not isinstance(end, tm.Number))
    for place in dict.fromkeys((ZERO, ONE, *_constants(goal), *ends, *sorted(others, key=name_of))):
        with suppress(*NOT_NORMAL):
            left, right = (put_in(side, x, place) for side in (goal.left, goal.right))  # type: ignore[arg-type]
            if x not in place.free and (not left.free | right.free or facts.evident(st.Relation("=", left, right))):
                yield place


def _constants(term: tm.Term) -> Iterator[tm.Scalar]:
    """Numbers like exp(-1) and pi/2, which are no rational ones."""
    if (
        isinstance(term, tm.Scalar)
        and not term.free
        and not isinstance(term, tm.Number)
        and term.mentions(tm.Elementary)
    ):
        yield term
    if not term.binders:
        for child in term.children():
            yield from _constants(child)


def _bent(goal: st.Relation) -> list[tm.Term]:
    """The letters under a function that is no rational one; those of exponents last."""
    found = list(dict.fromkeys(letter for part in _functions(goal) for letter in sorted(part.free, key=str)))
    above = {letter for part in goal.subterms() if isinstance(part, tm.Pow) for letter in part.exponent.free}
    return sorted(found, key=lambda letter: letter in above)


def _bounded(facts: Facts, goal: st.Relation) -> list[tm.Variable]:
    """The integers in exponents of numbers that do not grow without end: an induction does not reach them."""
    powers = (part for part in goal.subterms() if isinstance(part, tm.Pow) and isinstance(part.base, tm.Number))
    letters = dict.fromkeys(x for part in powers for x in part.exponent.free)
    return [x for x in letters if tm.is_integer_letter(x) and facts.range(x).high is not None]


def _functions(term: tm.Term) -> Iterable[tm.Term]:
    if isinstance(term, tm.Elementary):
        bent = term.function in SMOOTH
    else:
        bent = isinstance(term, tm.Pow) and not tm.is_integer(term.exponent)
    if bent:
        yield term
    if not term.binders:
        for child in term.children():
            yield from _functions(child)
