"""An alternative from another: from a fact that is one, or from a product that is 0, as one of its factors is then 0.

(exp(x) - 2)*(exp(x) - 3) = 0 gives x = log(2) or x = log(3): each factor that is 0 gives one of the two at sight. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.logic import OF_SQUARES, definite, each_part
from symproof.engines.polynomials.factors import factors_of
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.search import Search, Wrap
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

SECONDS = 1.0
OF_ONE = ("ring", "ideal", "logarithms", "laws", "roots")
"""The engines that are asked for one part, each for so many seconds at the most."""


def from_another(search: Search, facts: Facts, goal: st.Or) -> Certificate | None:
    """One part of the goal for each part of an alternative that is known."""
    inner = search.aside(search.named(*OF_ONE, *OF_SQUARES, definite))
    for number, known, wrap in _known(search, facts):
        inside = facts if number < len(facts.props) else facts.extended([known])
        found = each_part(number, known.args, partial(_one_of, inner, inside, goal))
        if found is not None:
            search.words.append("alternatives")
            return wrap(found)
    return None


def from_flat(search: Search, facts: Facts, goal: st.Or) -> Certificate | None:
    """An alternative with alternatives among its parts, from the one of all their parts."""
    flat = st.Or(tuple(dict.fromkeys(_leaves(goal))))
    proof = search.prove(facts, flat)
    if proof is None:
        return None
    return ct.Have(flat, proof, ct.Alternatives(len(facts.props), tuple(_chosen(goal, part) for part in flat.args)))


def by_first_of_both(search: Search, facts: Facts, goal: st.Or) -> Certificate | None:
    """An alternative with "p and q" among its parts: where p holds, with q in its place, and else without that part."""
    for place, part in enumerate(goal.args):
        match part:
            case st.And((st.Relation(kind, tm.Scalar() as left, right) as first, *rest)) if rest:
                pass
            case _:
                continue
        opposite = st.Relation(st.NEGATED[kind], left, right)
        places = [k for k in range(len(goal.args)) if k != place]
        without = _shorter(search, facts.extended([opposite]), goal, [(k, goal.args[k]) for k in places])
        if without is None:
            return None
        simpler = st.all_of(rest)
        parts = [(k, simpler if k == place else arg) for k, arg in enumerate(goal.args)]
        within = _shorter(search, facts.extended([first]), goal, parts)
        return None if within is None else ct.Cases(first, within, without)
    return None


def _shorter(search: Search, facts: Facts, goal: st.Or, parts: list[tuple[int, st.Prop]]) -> Certificate | None:
    """An alternative from one of fewer or simpler parts, each with the place of that of the goal which it gives."""
    simpler = parts[0][1] if len(parts) == 1 else st.Or(tuple(part for _, part in parts))
    proof = search.prove(facts, simpler)
    if proof is None:
        return None
    chosen = [ct.Choose(place, _joined(goal.args[place])) for place, _ in parts]
    rest = chosen[0] if len(parts) == 1 else ct.Alternatives(len(facts.props), tuple(chosen))
    return ct.Have(simpler, proof, rest)


def _joined(part: st.Prop) -> Certificate:
    """A part whose own parts are known."""
    return ct.Parts(tuple(ct.Evident() for _ in part.args)) if isinstance(part, st.And) else ct.Evident()


def _leaves(goal: st.Or) -> Iterator[st.Prop]:
    for arg in goal.args:
        yield from _leaves(arg) if isinstance(arg, st.Or) else (arg,)


def _chosen(goal: st.Prop, part: st.Prop) -> Certificate:
    """The goal from a part of it that is known."""
    if goal == part or not isinstance(goal, st.Or):
        return ct.Evident()
    place = next(
        k for k, arg in enumerate(goal.args) if arg == part or (isinstance(arg, st.Or) and part in _leaves(arg))
    )
    return ct.Choose(place, _chosen(goal.args[place], part))


def _one_of(search: Search, facts: Facts, goal: st.Or, known: st.Prop) -> Certificate | None:
    """A part of the goal from a part of what is known."""
    inside = facts.extended([known])
    slower = search.named(*OF_SQUARES, definite)  # which see x = y of x**2 + x*y + y**2 = 0
    for engines in (search.named(*OF_ONE), slower):
        for place, part in enumerate(goal.args):
            if (proof := search.among(engines, SECONDS).prove(inside, part)) is not None:
                return ct.Choose(place, proof)
    return None


def _known(search: Search, facts: Facts) -> Iterator[tuple[int, st.Or, Wrap]]:
    """The alternatives among the facts, and those that products which are 0 give, each with its number and how it is stated."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Or(args) if not any(arg in facts.props for arg in args):
                yield number, fact, lambda rest: rest
            case st.Relation("=", tm.Scalar()) if (factors := factors_of(facts, fact)) is not None:
                parts = st.Or(tuple(st.Relation("=", factor, ZERO) for factor in factors))
                proof = ideal(search, facts, parts)
                if proof is not None:
                    yield len(facts.props), parts, partial(ct.Have, parts, proof)
