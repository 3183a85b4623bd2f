"""Values of bound real letters, chosen from what stands beside them: of "for all x" small numbers and half the gaps between
the sides of relations, of "there is x" what x is compared with, a number more or less, means of two, and roots, and the
coefficient that a vector equation asks for.

So the coefficients of a polynomial that is zero everywhere are zero, |x| <= e for all e > 0 makes x zero, and between two
numbers there is a third. Untrusted.

Limits: one letter, in relations between numbers that speak of no function, sequence or sum; a few values each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import combinations, islice

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.counted import floor
from symproof.engines.functions.zeros import roots_of
from symproof.engines.logic.points import with_values
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.functions import maximum, minimum
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.meaning import flatten
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value

NUMBERS = (ZERO, ONE, -ONE)
MOST, SIDES = 10, 3
INSIDE = (tm.Number, tm.Variable, tm.Add, tm.Mul, tm.Neg, tm.Div, tm.Pow, tm.Elementary)


def at_numbers(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with facts about all real numbers at a few of them, the letters of the goal first."""
    if squared := list(_of_squares(facts)):
        known = facts.extended(fact for fact, _ in squared)
        return state(squared, at_numbers(search, known, goal))
    about = [number for number, fact in enumerate(facts.props) if _is_about_reals(fact)]
    least = [(number, (value,)) for number, fact in enumerate(facts.props) for value in _lowest(facts, fact)]
    if not (about or least) or not isinstance(goal.left, tm.Scalar):
        return None
    letters = [each for each in sorted(goal.free, key=str) if isinstance(each, tm.Variable) and each.domain == "real"]
    values = list(dict.fromkeys([*letters[:SIDES], *NUMBERS, *_gaps([goal, *facts.props])]))[:MOST]
    inner = search.without(at_numbers)
    half = [(number, (value / 2,)) for number in about for value in _bounds_of(facts.props[number])]
    chosen = [*((number, (value,)) for number in about for value in values), *half, *least]
    found = with_values(inner, facts, goal, chosen)
    search.words += [*inner.words, "instances"] if found is not None else []
    return found or _by_lead(inner, facts, goal)


def _of_squares(facts: Facts) -> Iterator[tuple[st.Prop, Certificate]]:
    """What is said of two lengths for all t, of their squares."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Each(
                tm.Variable(domain="real") as t,
                st.Relation("<" | "<=" | ">=" | ">" as kind, tm.Norm() as left, tm.Norm() as right),
                None,
                None,
            ):
                squares = st.Each(t, st.Relation(kind, left**2, right**2))
                letter, inside = facts.opened(t, None, None, fact.body)
                weight = substitute(left + right, {t: letter})
                pieces = (ct.Piece(weight, (len(inside.props),)),)
                if squares not in facts.props and kind in ("<=", ">="):
                    yield squares, ct.Suppose(ct.Instance(number, letter, ct.Combination(pieces)))


def _bounds_of(fact: st.Prop) -> Iterator[tm.Scalar]:
    """Where the order that a fact says of all numbers behind a premise turns into an equation."""
    match fact:
        case st.Each(tm.Variable() as x, st.Implies(_, st.Relation(_, tm.Scalar() as left, tm.Scalar() as right))):
            yield from islice(roots_of(left - right, x), SIDES)


def witnessed(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """A goal "there is a number" at one that what it is compared with suggests."""
    x = goal.symbol
    if not isinstance(x, tm.Variable):
        return None
    suggested = _suggested(goal.body, x) if _is_plain(goal.body) else _projected(facts, goal.body, x)
    for value in islice(dict.fromkeys(suggested), MOST):
        stated = in_turn(search, facts, [each for each in definedness(value) if not facts.evident(each)])
        if stated is None:
            continue
        known = facts.extended([prop for prop, _ in stated])
        try:
            check_value(known, x, value, goal.low, goal.high)
        except (Rejected, *NOT_NORMAL):
            continue
        proof = search.prove(known, substitute(goal.body, {x: value}))
        if proof is not None:
            search.words.append("witness")
            return state(stated, ct.Witness(value, proof))
    return None


def _projected(facts: Facts, body: st.Prop, x: tm.Variable) -> Iterator[tm.Scalar]:
    """The x of an equation w + x v = 0: -w/v, and -<w, v>/<v, v> for vectors."""
    written = Readback(facts.normalizer)
    for part in flatten(body):
        match part:
            case st.Relation("=", tm.Vector() as left, tm.Vector() as right):
                fixed, moved = (substitute(left - right, {x: value}) for value in (ZERO, ONE))
                w, v = (written.vector(facts.normalizer.vector(side)) for side in (fixed, moved - fixed))
                yield -tm.Inner(w, v) / tm.Inner(v, v)
            case st.Relation("=", tm.Scalar() as left, tm.Scalar() as right):
                rest, one = (substitute(left - right, {x: value}) for value in (ZERO, ONE))
                slope = written.scalar(facts.normalizer.difference(one, rest))
                yield -rest / slope


def _lowest(facts: Facts, fact: st.Prop) -> Iterator[tm.Scalar]:
    """Of a t**2 + b t + c >= 0 for all t, where it is least, t = -b/(2 a), for who knows that a is not 0; up to a little that
    keeps a + 1 from 0: t = -b/(2 (a + 1)); and where it fails, for a < 0, and for a = 0 and b != 0."""
    if (found := _quadratic(facts, fact)) is None:
        return
    lead, slope, constant = found
    if facts.evident(st.Relation("=", lead, ZERO)):
        if facts.evident(st.Relation("!=", slope, ZERO)):
            yield -(constant + 1) / slope
        return
    yield -slope / (2 * lead)
    if facts.evident(lead < ZERO):  # then it is negative far out, on one side of 0
        far = ONE - constant / lead
        yield from (far, -far)
    yield -slope / (2 * lead + 2)
    if not lead.mentions(tm.Norm, tm.Inner):
        yield -slope / (2 * lead**2 + 2)


def _quadratic(facts: Facts, fact: st.Prop) -> tuple[tm.Scalar, tm.Scalar, tm.Scalar] | None:
    """a, b, c where a fact says a t**2 + b t + c >= 0 for all t; norms count by their squares."""
    match fact:
        case st.Each(
            tm.Variable(domain="real") as t,
            st.Relation("<" | "<=" | ">=" | ">", tm.Scalar(), tm.Scalar()) as body,
            None,
            None,
        ):
            small, large = (body.left, body.right) if body.kind in ("<", "<=") else (body.right, body.left)
        case _:
            return None
    if isinstance(small, tm.Norm) and isinstance(large, tm.Norm):
        small, large = small**2, large**2
    normalizer, written = facts.normalizer, Readback(facts.normalizer)
    gap = tm.scalar(large) - tm.scalar(small)
    try:
        at = [normalizer.scalar(substitute(gap, {t: tm.scalar(number)})) for number in (-1, 0, 1, 2)]
        ring, half = normalizer.ring, fmpq(1, 2)
        twice = ring.subtract(ring.add(at[2], at[0]), ring.add(at[1], at[1]))  # 2 a
        slope = ring.subtract(at[2], at[0])  # 2 b
        bend = ring.subtract(ring.add(at[3], at[1]), ring.add(at[2], at[2]))
        if not ring.is_zero(ring.subtract(twice, bend)):
            return None
        return written.scalar(ring.scale(twice, half)), written.scalar(ring.scale(slope, half)), written.scalar(at[1])
    except (*NOT_NORMAL, LookupError):
        return None


def _by_lead(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal by the sign of the a of a t**2 + b t + c >= 0 for all t, and whether b is 0 where a is."""
    if goal.kind in ("=", "!="):
        return None
    for fact in facts.props:
        if (found := _quadratic(facts, fact)) is None:
            continue
        lead, slope, _ = found
        if not lead.free or facts.evident(st.Relation("=", lead, ZERO)) or facts.sign(lead) != 0:
            continue
        positive, nothing = st.Relation(">", lead, ZERO), st.Relation("=", lead, ZERO)
        negative, flat = st.Relation("<", lead, ZERO), st.Relation("=", slope, ZERO)
        first = at_numbers(search, facts.extended([positive]), goal)
        under = facts.extended([st.Relation("<=", lead, ZERO)])
        second = None if first is None else at_numbers(search, under.extended([negative]), goal)
        level = under.extended([st.Relation(">=", lead, ZERO), nothing])
        third = None if second is None else search.prove(level.extended([flat]), goal)
        last = None if third is None else at_numbers(search, level.extended([st.Relation("!=", slope, ZERO)]), goal)
        if first is not None and second is not None and third is not None and last is not None:
            apart = ct.Have(nothing, ct.Between(ct.Evident(), ct.Evident()), ct.Cases(flat, third, last))
            return ct.Cases(positive, first, ct.Cases(negative, second, apart))
    return None


def _is_about_reals(fact: st.Prop) -> bool:
    match fact:
        case st.Each(tm.Variable(domain="real"), body, None, None):
            return _is_plain(body)
    return False


def _is_plain(prop: st.Prop) -> bool:
    """Whether it is a relation between numbers, or one under others, that needs no other engine's eye."""
    match prop:
        case st.Relation(_, tm.Scalar() as left, tm.Scalar() as right):
            return all(isinstance(part, INSIDE) for side in (left, right) for part in side.subterms())
        case st.Implies(left, right):
            return _is_plain(left) and _is_plain(right)
        case st.And(args):
            return all(map(_is_plain, args))
    return False


def _gaps(props: list[st.Prop]) -> Iterator[tm.Scalar]:
    """Half of what lies between the sides of relations; then the means of these sides."""
    sides = [
        (prop.left, tm.scalar(prop.right), prop.kind)
        for prop in props
        if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar) and _is_plain(prop) and prop.free
    ]
    for left, right, kind in sides:
        yield from ((left - right) / 2, (right - left) / 2) if kind != "!=" else (abs(left - right) / 2,)
    yield from ((left + right) / 2 for left, right, _ in sides)


def _suggested(body: st.Prop, x: tm.Variable) -> Iterator[tm.Scalar]:
    """Values of a letter that relations suggest."""
    relations = [part for part in flatten(body) if isinstance(part, st.Relation)]
    sides: list[tm.Scalar] = []
    for part in relations:
        if part.left == x or part.right == x:
            sides.append(tm.scalar(part.right if part.left == x else part.left))
        elif part.kind == "=":
            yield from roots_of(tm.scalar(part.left) - tm.scalar(part.right), x)
    own = [side for side in dict.fromkeys(sides) if x not in side.free][:SIDES]
    if tm.is_integer(x):
        orders = [part for part in relations if part.kind not in ("=", "!=") and isinstance(part.left, tm.Scalar)]
        roots = [root for part in orders for root in roots_of(tm.scalar(part.left) - tm.scalar(part.right), x)]
        for root in dict.fromkeys([side for side in (*own, *roots) if not tm.is_integer(side)][:SIDES]):
            yield from (floor(root), floor(root) + 1, -floor(-root))
    below, above = _around(relations, x)
    if below and above and len(below) + len(above) > 2:
        yield (reduce(maximum, below) + reduce(minimum, above)) / 2
    yield from ((first + second) / 2 for first, second in combinations(own, 2))
    yield from (value for pair in combinations(own, 2) for value in (maximum(*pair) + 1, minimum(*pair) - 1))
    yield from (value for side in own for value in (side, side + 1, side - 1))
    yield from NUMBERS


def _around(relations: list[st.Relation], x: tm.Variable) -> tuple[list[tm.Scalar], list[tm.Scalar]]:
    """What a letter is said to be above, and what below, at most `SIDES` of each."""
    below, above = list[tm.Scalar](), list[tm.Scalar]()
    for part in relations:
        if part.kind not in ("=", "!=") and x in (part.left, part.right):
            side = tm.scalar(part.right if part.left == x else part.left)
            smaller = (part.kind in ("<", "<=")) == (part.left == x)
            if x not in side.free:
                (above if smaller else below).append(side)
    return below[:SIDES], above[:SIDES]
