"""Steps of logic between relations: alternatives, implications, cases of a sign, two inequalities for an equation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import FALSE, Search, closed, every
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST_CASES = 3
STRICTNESS = 0.6
"""Seconds for the case of equality."""
OF_SQUARES = ("ring", "positivity", "linear", "ideal", "squares")


def detach(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """All facts `p implies q` whose premise holds at sight or by linear arithmetic, and alternatives one by one."""
    known, wraps = facts, list[Callable[[Certificate], Certificate]]()
    number = 0
    while number < len(known.props):  # what follows may be the premise of one after it
        match known.props[number]:
            case st.Implies(left, right) if right not in known.props and (premise := _at_hand(search, known, left)):
                known = known.extended([right])
                wraps.append(partial(ct.Detach, number, premise))
        number += 1
    if wraps:
        rest = search.prove(known, goal)
        return closed(wraps, rest)
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Or) and not any(arg in facts.props for arg in fact.args):
            return each_part(number, fact.args, lambda arg: search.prove(facts.extended([arg]), goal))
    return None


def each_part(
    number: int, parts: Iterable[st.Prop], prove: Callable[[st.Prop], Certificate | None]
) -> ct.Alternatives | None:
    """A goal from an alternative among the facts, where it is proved from each of its parts."""
    proofs = every(map(prove, parts))
    return None if proofs is None else ct.Alternatives(number, proofs)


def _at_hand(search: Search, facts: Facts, premise: st.Prop) -> Certificate | None:
    if facts.evident(premise):
        return ct.Evident()
    quick = search.named("linear")
    return search.aside(quick, opposed=True).prove(facts, premise)


def definite(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """u = v from <u - v, u - v> <= 0; x = y from x <= y and x >= y, or from (x - y)**2 <= 0."""
    if goal.kind != "=" or not any(map(_of_numbers, facts.props)):
        return None
    if isinstance(goal.left, tm.Vector):
        return without_length(search, facts, goal)
    if not isinstance(goal.left, tm.Scalar):
        return None
    if any(map(_speaks_of_order, facts.props)):
        below = search.prove(facts, st.Relation("<=", goal.left, goal.right))
        above = None if below is None else search.prove(facts, st.Relation(">=", goal.left, goal.right))
        if below is not None and above is not None:
            return ct.Between(below, above)
    return _by_square(search, facts, goal.left, tm.scalar(goal.right))


def without_length(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """u = v from <u - v, u - v> <= 0, where something is said of numbers."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Vector) or not any(map(_of_numbers, facts.props)):
        return None
    gap = goal.left - tm.vector_term(goal.right)
    proof = search.prove(facts, st.Relation("<=", tm.Inner(gap, gap), ZERO))
    return None if proof is None else ct.Definite(proof)


def _of_numbers(fact: st.Prop) -> bool:
    if isinstance(fact, st.Each):
        return isinstance(fact.symbol, tm.VectorVariable | tm.Variable) and _of_numbers(fact.body)
    if isinstance(fact, st.Implies):
        return _of_numbers(fact.right)
    return isinstance(fact, st.Relation) and fact.kind != "!=" and isinstance(fact.left, tm.Scalar)


def _speaks_of_order(fact: st.Prop) -> bool:
    """Whether a fact is an order, or says one of all values, as that a function grows."""
    if isinstance(fact, st.Each | st.Implies):
        return any(_speaks_of_order(part) for part in fact.children() if isinstance(part, st.Prop))
    return isinstance(fact, st.Relation) and fact.kind in ("<=", ">=", "<", ">")


def _by_square(search: Search, facts: Facts, left: tm.Scalar, right: tm.Scalar) -> Certificate | None:
    """x = y from (x - y)**2 <= 0: where one is larger, the square is > 0."""
    square = st.Relation("<=", (left - right) ** 2, ZERO)
    quick = search.named(*OF_SQUARES)
    proof = search.aside(quick, opposed=True).prove(facts, square)
    if proof is None:
        return _by_strictness(search, facts, left, right)
    search.words.append("squares")
    known, other = len(facts.props), len(facts.props) + 1
    wrong = ct.Absurd(ct.Combination((ct.Piece(ONE, (other, other)), ct.Piece(ONE, (known,)))))
    sides = (ct.Cases(st.Relation(kind, left, right), ct.Evident(), wrong) for kind in ("<=", ">="))
    return ct.Have(square, proof, ct.Between(*sides))


def _by_strictness(search: Search, facts: Facts, left: tm.Scalar, right: tm.Scalar) -> Certificate | None:
    """x = y from an equation whose sides would differ where x < y, and where x > y: the case of equality."""
    quick = search.named("orderings", "squares")
    inner = search.aside(quick, STRICTNESS, opposed=True)
    for number, fact in islice(equations(facts, vectors=False), MOST_CASES) if quick else ():
        sides = []
        for kind in ("<=", ">="):
            inside = facts.extended([st.Relation(st.NEGATED[kind], left, right)])
            for relation in ("<", ">"):
                differ = st.Relation(relation, fact.left, fact.right)
                proof = inner.prove(inside, differ)
                if proof is not None:
                    sign = ONE if relation == "<" else tm.Neg(ONE)
                    pieces = ct.Piece(ONE, (len(inside.props),)), ct.Piece(sign, (number,))
                    wrong = ct.Absurd(ct.Have(differ, proof, ct.Combination(pieces)))
                    sides.append(ct.Cases(st.Relation(kind, left, right), ct.Evident(), wrong))
                    break
            else:
                break
        if len(sides) == 2:
            search.words += inner.words
            return ct.Between(*sides)
    return None


def ordered(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """a != b from a < b or a > b."""
    if goal.kind != "!=" or not isinstance(goal.left, tm.Scalar):
        return None
    for inner in (*_by_growth(search, goal), search):
        for less in (False, True):
            proof = inner.prove(facts, st.Relation("<" if less else ">", goal.left, goal.right))
            if proof is not None:
                search.words += inner.words if inner is not search else []
                return ct.Ordered(less, proof)
    return None


def _by_growth(search: Search, goal: st.Relation) -> list[Search]:
    """The quick search for an order that grows with a natural number, at the top: as what is claimed would be asked for."""
    from symproof.engines.growing import FIRST_OF_ORDERS  # of which some ask these steps in their turn
    from symproof.engines.integers.induct import growing

    return [search.among(FIRST_OF_ORDERS)] if search.depth == 1 and growing(goal) else []


def strictly(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """x < y, as neither x = y nor x > y goes with f(x) < f(y), where something is said of all values of f: it grows."""
    if goal.kind not in ("<", ">") or not isinstance(goal.left, tm.Scalar) or search.opposed:
        return None
    if not any(
        isinstance(fact, st.Each) and _speaks_of_order(fact) and fact.mentions(tm.Apply) for fact in facts.props
    ):
        return None
    from symproof.engines.logic.points import at_points  # which asks these steps in its turn

    opposite, equal, apart, beyond = (
        st.Relation(kind, goal.left, goal.right) for kind in (st.NEGATED[goal.kind], "=", "!=", st.FLIPPED[goal.kind])
    )
    quick = search.aside(search.named("ring", "linear", at_points))
    same, other = facts.extended([opposite, equal]), facts.extended([opposite, apart, beyond])
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Relation) and fact.kind in ("<", ">") and fact.mentions(tm.Apply):
            alike = st.Relation("=", fact.left, fact.right)
            first = quick.prove(same, alike)
            then = None if first is None else quick.prove(other, FALSE)
            if first is not None and then is not None:
                sign = ONE if fact.kind == "<" else tm.Neg(ONE)
                search.words.append("instances")
                both = ct.Combination((ct.Piece(ONE, (number,)), ct.Piece(sign, (len(same.props),))))
                at_odds = ct.Absurd(ct.Have(alike, first, both))
                cases = ct.Cases(equal, at_odds, ct.Absurd(ct.Have(beyond, ct.Evident(), then)))
                return ct.Cases(goal, ct.Evident(), cases)
    return None


def unequal(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """x < y from x <= y, as x = y goes against the equations among the facts: h**2 > 0, where h*g = 1."""
    if goal.kind not in ("<", ">") or not isinstance(goal.left, tm.Scalar) or search.opposed:
        return None
    if not any(equations(facts, vectors=False)):
        return None
    weak = st.Relation("<=" if goal.kind == "<" else ">=", goal.left, goal.right)
    none = st.Relation("!=", goal.left, goal.right)
    least = search.aside(search.named("ring", "positivity")).prove(facts, weak)
    if least is None:
        return None
    known = facts.extended([weak])
    apart = search.aside(search.named("ideal")).prove(known, none)
    if apart is None:
        return None
    ends = ct.Between(ct.Evident(), ct.Evident())
    cases = ct.Cases(goal, ct.Evident(), ct.Contrary(len(known.props), ends))
    return ct.Have(weak, least, ct.Have(none, apart, cases))


def contradiction(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The facts contradict each other, or they do together with the opposite of the goal."""
    if goal == FALSE or search.opposed:
        return None
    search.opposed = True
    try:
        return _contradiction(search, facts, goal)
    finally:
        search.opposed = False


def _contradiction(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    if any(isinstance(fact, st.Relation) for fact in facts.props):
        proof = _equal_after_all(search, facts) or search.prove(facts, FALSE)
        if proof is not None:
            return ct.Absurd(proof)
    if goal.kind == "!=" and isinstance(goal.left, (tm.Scalar, tm.Vector)):
        equal = st.Relation("=", goal.left, goal.right)
        inside = facts.extended([equal])
        proof = _equal_after_all(search, inside) or search.prove(inside, FALSE)
        return None if proof is None else ct.Cases(equal, ct.Absurd(proof), ct.Evident())
    if goal.kind == "=" or not isinstance(goal.left, tm.Scalar):
        return None
    opposite = st.negated(goal)
    proof = search.prove(facts.extended([opposite]), FALSE)
    return None if proof is None else ct.Cases(goal, ct.Evident(), ct.Absurd(proof))


def _equal_after_all(search: Search, facts: Facts) -> Certificate | None:
    """A proof of 0 < 0 from a fact a != b, where the others say that a = b."""
    return contrary(facts, tm.Scalar, lambda equal: search.aside(search.light).prove(facts, equal))


def contrary(
    facts: Facts, sort: type[tm.Term], prove: Callable[[st.Relation], Certificate | None]
) -> Certificate | None:
    """A proof of anything from a fact a != b between things of a sort, which are proved to be equal."""
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Relation) and fact.kind == "!=" and isinstance(fact.left, sort):
            proof = prove(st.Relation("=", fact.left, fact.right))
            if proof is not None:
                return ct.Contrary(number, proof)
    return None


def signs(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """Cases of the sign of what stands under |.|, max or min where it is not known."""
    if sum(isinstance(fact, st.Relation) and fact.right == ZERO for fact in facts.props) > 2 * MOST_CASES + 4:
        return None
    for term in (goal, *facts.props):
        for part in folds(term):
            if facts.sign(part) == 0:
                relation = st.Relation(">=", part, ZERO)
                yes = search.prove(facts.extended([relation]), goal)
                if yes is None:
                    return None
                no = search.prove(facts.extended([st.Relation("<", part, ZERO)]), goal)
                return None if no is None else ct.Cases(relation, yes, no)
    return None


def folds(term: tm.Term) -> Iterator[tm.Scalar]:
    """What stands under |.|, a root of a square, or is compared by max and min, outside of binders; the inner ones first."""
    if term.binders:
        return
    for child in term.children():
        yield from folds(child)
    match term:
        case tm.Elementary("abs", (arg,)):
            yield arg
        case tm.Elementary("sqrt", (tm.Pow(base, tm.Number()),)):
            yield base
        case tm.Elementary("max" | "min", (left, right)):
            yield left - right
