"""Goals that two simpler ones make: an order with a largest, or a smallest, of two on the side where both are to be shown; and an
equation of numbers that are not negative, by their squares. Products of numbers of which the sizes are bounded, by what that
says of each side.

Untrusted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import inequality, oriented
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

QUICK = ("ring", "linear", "ideal")
OF_SQUARES = ("ring", "linear", "cancelled")
MOST_SIZES = 6


def halves(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """max(u, v) <= t by u <= t and v <= t, |u| <= t by u <= t and -u <= t, and t <= min(u, v)."""
    return _by_halves(facts, goal, search.prove)


def _by_halves(
    facts: Facts, goal: st.Relation, prove: Callable[[Facts, st.Relation], Certificate | None]
) -> Certificate | None:
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    kind = "<" if strict else "<="
    match small, large:
        case tm.Elementary("max", (u, v)), _:
            parts = st.Relation(kind, u, large), st.Relation(kind, v, large)
            case = st.Relation(">=", u, v)
        case tm.Elementary("abs", (u,)), _:
            parts = st.Relation(kind, u, large), st.Relation(kind, -u, large)
            case = st.Relation(">=", u, tm.ZERO)
        case _, tm.Elementary("min", (u, v)):
            parts = st.Relation(kind, small, u), st.Relation(kind, small, v)
            case = st.Relation("<=", u, v)
        case _:
            return None
    known, proofs = facts, []
    for part in parts:
        proof = prove(known, part)
        if proof is None:
            return None
        proofs.append(proof)
        known = known.extended([part])
    first, second = (ct.Combination((ct.Piece(ONE, (len(facts.props) + k,)),)) for k in (0, 1))
    return ct.Have(parts[0], proofs[0], ct.Have(parts[1], proofs[1], ct.Cases(case, first, second)))


def squared(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """a = b by a**2 = b**2, where a, b >= 0: of the larger, a**2 - b**2 = (a - b)**2 + 2*b*(a - b) > 0; |x| <= |y| likewise."""
    left, right = goal.left, goal.right
    if not isinstance(left, tm.Scalar) or not isinstance(right, tm.Scalar):
        return None
    if goal.kind != "=":
        return _of_sizes(search, facts, goal) if goal.kind != "!=" else None
    sides = facts.range(left), facts.range(right)
    rooted = any(
        isinstance(part, tm.Norm) or tm.is_elementary(part, "sqrt", "abs")
        for side in (left, right)
        for part in side.subterms()
    )
    if not all(side.is_nonnegative for side in sides) or not (rooted or any(side.is_positive for side in sides)):
        return None
    squares = st.Relation("=", left**2, right**2)
    proof = search.among(search.named(*QUICK)).prove(facts, squares)
    if proof is None:
        return None
    number = len(facts.props)
    search.words.append("squares")
    orders = [st.Relation(kind, left, right) for kind in ("<=", ">=")]
    both = []
    for sign, smaller in ((-1, right), (1, left)):
        square, rest = ct.Piece(ONE, (number + 1, number + 1)), ct.Piece(2 * smaller, (number + 1,))
        both.append(ct.Combination((square, rest, ct.Piece(tm.scalar(sign), (number,)))))
    sided = [ct.Cases(order, ct.Evident(), ct.Absurd(each)) for order, each in zip(orders, both, strict=True)]
    return ct.Have(squares, proof, ct.Between(*sided))


def _of_sizes(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order of |x|, |y| or norms by that of their squares, where a fact speaks of powers of them."""
    ends = oriented(goal)
    if ends is None or not all(map(_is_size, ends[:2])):
        return None
    small, large, strict = ends
    squares = st.Relation("<" if strict else "<=", small**2, large**2)
    if squares in facts.props:
        return None
    proof = search.aside(search.named(*OF_SQUARES)).prove(facts, squares)
    if proof is None:
        return None
    number = len(facts.props)
    apart = ct.Piece(ONE, (number + 1, number + 1)), ct.Piece(2 * large, (number + 1,)), ct.Piece(ONE, (number,))
    return ct.Have(squares, proof, ct.Cases(goal, ct.Evident(), ct.Absurd(ct.Combination(apart))))


def _is_size(term: tm.Scalar) -> bool:
    return isinstance(term, tm.Norm) or tm.is_elementary(term, "abs")


def bars(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """|u v| <= d e from |u| <= d and |v| <= e: by the products of what lies between u and the bounds of its size."""
    ends = oriented(goal)
    if ends is None or not any(isinstance(part, tm.Mul) for part in goal.subterms()):
        return None
    if tm.is_elementary(ends[0], "abs"):
        return _by_halves(facts, goal, partial(bars, search))
    bounds = [
        (number, fact, small)
        for number, fact in enumerate(facts.props)
        if isinstance(fact, st.Relation) and (small := _bounded_size(fact)) is not None
    ]
    sizes = list(dict.fromkeys([*_sizes(goal), *(size for _, _, size in bounds)]))
    if not bounds or not 1 < len(sizes) <= MOST_SIZES:
        return None
    stated = Stated(facts)
    sides: dict[tm.Scalar, list[tuple[tm.Scalar, int]]] = {}
    """The two numbers of which each size is one, and the numbers of the facts that each is at most it."""
    for size in sizes:
        (inside,) = size.args
        for law, side in (("abs_above", inside), ("abs_above_opposite", -inside)):
            last = ct.Combination((ct.Piece(ONE, (len(stated.facts.props),)),))
            sides.setdefault(size, []).append((side, len(stated.facts.props)))
            stated.add(st.Relation("<=", side, size), ct.Law(law, (inside,), last))
    for number, fact, size in bounds:
        for side, below in sides[size]:
            bound = st.Relation(fact.kind, *((side, fact.right) if fact.left == size else (fact.left, side)))
            stated.add(bound, ct.Combination((ct.Piece(ONE, (number,)), ct.Piece(ONE, (below,)))))
    return stated.then(inequality(search, stated.facts, goal))


def _bounded_size(fact: st.Relation) -> tm.Elementary | None:
    """The |u| of a fact |u| <= d."""
    ends = oriented(fact)
    return ends[0] if ends is not None and isinstance(ends[0], tm.Elementary) and ends[0].function == "abs" else None


def _sizes(term: tm.Term) -> Iterator[tm.Elementary]:
    for part in term.subterms():
        if isinstance(part, tm.Elementary) and part.function == "abs":
            yield part
