"""What is known of convex functions beyond their definition, and not found anew for each line: they lie above their tangents.

It is proved once in a process, from the definitions alone; if that fails, nothing is known.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from symproof import term as tm
from symproof.by import at
from symproof.properties import Property, convex, differentiable
from symproof.prove import prove
from symproof.readers.document.judgement.judged import PROVED
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.statement import Implies, Prop, Relation, each, is_equation
from symproof.substitution import substitute
from symproof.symbols import function, grad, inner, norm, positive, vectors
from symproof.trusted.defined import definedness

BUDGET = 10.0


def by_known_facts(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> Told:
    """What is known of a claim that is not proved alone, by the tangents of convex functions and by induction."""
    for known in filter(None, [tangents(claim, given)]):
        for hypotheses in (known, (*given, *known)):  # fewer hypotheses, a shorter search
            told = settler.proves(claim, hypotheses)
            if told.status == PROVED:
                return told
    if not claim.mentions(tm.GradientAt):  # a slope is of no use then
        given = tuple(prop for prop in given if not (isinstance(prop, Property) and prop.kind == "differentiable"))
    return settler.by_induction(claim, given)


def by_known_facts_and_means(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> tuple[Told, list[Prop]]:
    """What is known of a claim, also with the sums put in for vectors that are given as sums, and under which conditions: that
    what sums are divided by, a natural number, is at least one."""
    if (bounded := _by_a_variance(settler, claim, given)) is not None:
        return bounded
    told = by_known_facts(settler, claim, given)
    means = [prop for prop in given if is_equation(prop) and _is_given_by_a_sum(prop)]
    whole = substitute(claim, {prop.left: prop.right for prop in means if prop.left in claim.free})
    if told.status == PROVED or whole == claim:
        return told, []
    needed = [one for prop in (whole, *means) for one in definedness(prop)]
    counts = {one.left for one in needed if isinstance(one, Relation) and one.kind == "!="}
    some: list[Prop] = [n >= 1 for n in sorted(counts, key=str) if isinstance(n, tm.Variable) and n.least == 0]
    lemma = by_known_facts(settler, whole, (*(prop for prop in given if prop not in means), *some))
    told = settler.proves(claim, (*means, *some, whole)) if lemma.status == PROVED else lemma
    return told, some


def _by_a_variance(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> tuple[Told, list[Prop]] | None:
    """The proof of a bound on a probability by Chebyshev's, q t^2 <= V, where it is V/t^2 worked out: of a mean of n numbers,
    with n at least one."""
    if not isinstance(claim, Relation) or claim.kind not in ("<", "<="):
        return None
    for prop in given:
        match prop:
            case Implies(_, Relation("<=", tm.Mul((above, tm.Pow(bound))), tm.Pow(tm.Norm()) as variance)):
                if not above.free & claim.left.free:
                    continue
                middle = variance / bound**2
                counts = [each for each in variance.free if isinstance(each, tm.Variable) and each.least == 0]
                some: list[Prop] = [n >= 1 for n in sorted(counts, key=str) if tm.is_integer(n)]
                parts = (Relation("<=", claim.left, middle), Relation(claim.kind, middle, claim.right))
                if all(settler.proves(each, (*given, *some)).status == PROVED for each in parts):
                    return settler.proves(claim, (*given, *some, *parts)), some
    return None


def tangents(claim: Prop, given: Collection[Prop]) -> tuple[Prop, ...]:
    """For each convex and differentiable function of which the claim has a gradient: f(x) + <grad f(x), y - x> <= f(y)."""
    functions = sorted({term.function for term in claim.subterms() if isinstance(term, tm.GradientAt)}, key=str)
    known = [f for f in functions if convex(f) in given and differentiable(f) in given]
    return tuple(_above_the_tangent(f) for f in known) if known and _is_proved() else ()


def _is_given_by_a_sum(prop: Relation) -> bool:
    return isinstance(prop.left, tm.VectorVariable) and prop.right.mentions(tm.VectorSum)


def _above_the_tangent(f: tm.Function) -> Prop:
    x, y = vectors("x y")
    return each(x, each(y, f(x) + inner(grad(f)(x), y - x) <= f(y)))


@cache
def _is_proved() -> bool:
    """Whether the kernel takes the proof: convexity at a part of the step so short that f is nearly its tangent there, up to
    e times the distance; and e is any positive number."""
    f = function("f")
    x, y = vectors("x y")
    d, e = positive("d"), positive("e")
    step = y - x
    slope, part = inner(grad(f)(x), step), d / (d + norm(step))
    nearly = slope <= f(y) - f(x) + e * norm(step)
    half = (f(x) + slope - f(y)) / (2 * (1 + norm(step)))
    given = [convex(f), differentiable(f)]
    first = prove(nearly, given, BUDGET, by=(at(differentiable(f), x, e, d, part * step), at(convex(f), y, x, part)))
    then = prove(f(x) + slope <= f(y), [each(e, nearly)], BUDGET, by=at(each(e, nearly), half))
    return first.status == then.status == "proved"
