"""Sums with a binomial coefficient whose top grows, for all values of another letter at once: by Pascal's rule.

C(n + 1, k) = C(n, k) + C(n, k - 1) makes of the sum at n + 1 the sum at n and, k moved on by one, the sum at n where another
letter is one larger or smaller: sum C(m, k) C(n, k + r), claimed for all r, follows for m + 1 from r and from r + 1. Where k
stands in the top of another, Pascal's rule is used once more: sum C(n, k) C(k, m) at n + 1 is twice that at n, and that of
m - 1. Members of sequences are claimed for all places at once: sum C(n, k) f[k] = f[2 n] as sum C(n, k) f[k + r] = f[2 n + r];
and so are angles: sum C(n, k) cos(k x + r x).

Untrusted: the kernel follows the induction, the telescoping sum and the last term.

Limits: one sum, one coefficient with the letter in its top, which stands nowhere else in the terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.problem import short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Wrap, closed
from symproof.engines.sums.neighbours import neighbours
from symproof.substitution import body_at, fresh, names_in, rebuild, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import instance_of

SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Move:
    """How the terms at n + 1 come of those at n: keep * terms(n) + factor * terms(n, letter + step), but for differences of
    `law`, by Pascal's rule at some places, C(top + 1, bottom + 1) = C(top, bottom) + C(top, bottom + 1), with the weights, where
    they are told."""

    n: tm.Variable
    letter: tm.Variable
    step: int
    factor: tm.Scalar
    law: tm.Scalar
    pascal: tuple[tuple[tm.Scalar, tm.Scalar], ...]
    keep: tm.Scalar = ONE
    weights: tuple[tm.Scalar, ...] = ()


def contiguous(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between one sum with a binomial coefficient and what holds no sum."""
    if goal.kind != "=" or search.inductions or not isinstance(goal.left, tm.Scalar):
        return None
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    if len(sums) != 1 or sums[0].body.mentions(tm.Sum, tm.Product):
        return None
    if sums[0] != goal.left:
        return _alone(search, facts, goal, sums[0])
    general, places = _at_all_places(facts, goal)
    inner = search.among(search.others(contiguous), SECONDS)
    for move in _moves(facts, general):
        found = for_all(inner, facts, general, move)
        if found is not None:
            proof, every = found
            number = len(facts.props)
            at = places.get(move.letter, move.letter)
            return ct.Have(every, proof, ct.Instance(number, move.n, ct.Instance(number + 1, at, ct.Evident())))
    return None


def _alone(search: Search, facts: Facts, goal: st.Relation, total: tm.Sum) -> Certificate | None:
    """A multiple of the sum, by a number that is not zero, from the sum alone."""
    if not isinstance(goal.left, tm.Mul) or goal.left.args.count(total) != 1 or total in goal.right.subterms():
        return None
    factor = short_product(part for part in goal.left.args if part != total)
    alone = st.Relation("=", total, tm.scalar(goal.right) / factor)
    if factor.mentions(tm.Sum) or not facts.evident(st.Relation("!=", factor, ZERO)):
        return None
    proof = contiguous(search, facts, alone)
    number = len(facts.props)
    return None if proof is None else ct.Have(alone, proof, ct.Combination((ct.Piece(factor, (number,)),)))


def _at_all_places(facts: Facts, goal: st.Relation) -> tuple[st.Relation, dict[tm.Term, tm.Term]]:
    """The claim with each member of a sequence r places on, and each angle that goes on with the index or with what grows r steps
    on; and r's value in the goal; the claim where there is none."""
    total = goal.left
    assert isinstance(total, tm.Sum)  # as it was asked
    steps = {step for part in total.body.outer(tm.Elementary) if (step := _turn(facts, part, total.index)) is not None}
    if not goal.mentions(tm.ScalarAt) and len(steps) != 1:
        return goal, {}
    r: tm.Variable = fresh(tm.Variable("r", "natural", least=0), names_in(goal, *facts.props))
    grown = {total.index, *(x for part in total.body.outer(tm.Binomial) for x in _naturals(part.top))}
    general = _moved(goal, r, r * steps.pop() if len(steps) == 1 else ZERO, grown)
    assert isinstance(general, st.Relation)  # as the goal is
    return general, {r: ZERO}


def _turn(facts: Facts, part: tm.Scalar, k: tm.Variable) -> tm.Scalar | None:
    """By how much an angle is larger at the next index, where that is the same for each."""
    if not tm.is_elementary(part, "sin", "cos") or k not in part.free:
        return None
    (angle,) = part.args
    try:
        normalizer = facts.normalizer
        step = Readback(normalizer).scalar(normalizer.difference(substitute(angle, {k: k + 1}), angle))
    except (*NOT_NORMAL, LookupError):
        return None
    return None if k in step.free else step


def _moved(term: tm.Term, r: tm.Variable, turn: tm.Scalar, grown: set[tm.Variable]) -> tm.Term:
    """A term with each member of a sequence r places on, and each angle with one of some letters turned."""
    if isinstance(term, tm.ScalarAt) and isinstance(term.index, tm.Scalar):
        return tm.ScalarAt(term.sequence, term.index + r)
    if turn != ZERO and tm.is_elementary(term, "sin", "cos") and grown & term.free:
        return tm.Elementary(term.function, (term.args[0] + turn,))
    return rebuild(term, lambda child: _moved(child, r, turn, grown))


def _moves(facts: Facts, goal: st.Relation) -> Iterator[Move]:
    """The letters to go along, and what the terms come of."""
    total = goal.left
    assert isinstance(total, tm.Sum)  # as it was asked
    body, k = total.body, total.index
    for coefficient in dict.fromkeys(body.outer(tm.Binomial)):
        rest = replaced(body, {coefficient: ONE})
        for n in sorted(_naturals(coefficient.top), key=str):
            if n in rest.free | coefficient.bottom.free | total.low.free or n not in goal.right.free:
                continue
            if substitute(coefficient.top, {n: n + 1}) != coefficient.top + 1 and not facts.evident(
                st.Relation("=", substitute(coefficient.top, {n: n + 1}), coefficient.top + 1)
            ):
                continue
            lower = tm.Binomial(coefficient.top, coefficient.bottom - 1) * rest
            for p in sorted((x for x in body.free if isinstance(x, tm.Variable) and x not in (n, k)), key=str):
                for came, law in ((substitute(lower, {k: k + 1}), -lower), (lower, ZERO)):
                    for step in (1, -1):
                        if p in (total.low.free | total.high.free):
                            continue
                        factor = ratio(facts, came, substitute(body, {p: p + step}), k)
                        if factor is not None:
                            yield Move(n, p, step, factor, law, ((coefficient.top, coefficient.bottom - 1),))
            yield from _by_pascal_twice(facts, total, n, coefficient, rest)


def _by_pascal_twice(
    facts: Facts, total: tm.Sum, n: tm.Variable, coefficient: tm.Binomial, rest: tm.Scalar
) -> Iterator[Move]:
    """Along n, of the terms C(n, k) C(k, p) g(k) with g(k + 1) = q g(k): 1 + q times those at n, and q times those of p - 1."""
    k = total.index
    lower = tm.Binomial(coefficient.top, coefficient.bottom - 1) * rest
    for second in dict.fromkeys(rest.outer(tm.Binomial)):
        other = replaced(rest, {second: ONE})
        if substitute(second.top, {k: k + 1}) != second.top + 1 and not facts.evident(
            st.Relation("=", substitute(second.top, {k: k + 1}), second.top + 1)
        ):
            continue
        factor = ratio(facts, substitute(other, {k: k + 1}), other, k)
        for p in _naturals(second.bottom):
            alone = p not in other.free | second.top.free | coefficient.free | total.low.free | total.high.free
            if factor is not None and k not in second.bottom.free and alone:
                uses = ((coefficient.top, coefficient.bottom - 1), (second.top, second.bottom - 1))
                weights = rest, coefficient * substitute(other, {k: k + 1})
                yield Move(n, p, -1, factor, -lower, uses, ONE + factor, weights)


def _naturals(term: tm.Term) -> list[tm.Variable]:
    return [x for x in term.free if isinstance(x, tm.Variable) and x.domain == "natural"]


def ratio(facts: Facts, one: tm.Scalar, other: tm.Scalar, k: tm.Variable) -> tm.Scalar | None:
    """One over the other, where k does not stand in it."""
    normalizer = facts.normalizer
    try:
        quotient = normalizer.ring.quotient(normalizer.scalar(one), normalizer.scalar(other))
        value = Readback(normalizer).scalar(quotient)
    except (*NOT_NORMAL, LookupError, ZeroDivisionError):
        return None
    return None if k in value.free or value.mentions(tm.Binomial, tm.ScalarAt) else value


def for_all(search: Search, facts: Facts, goal: st.Relation, move: Move) -> tuple[Certificate, st.Each] | None:
    """The claim for all n and all values of the other letter: its proof, and how it is stated."""
    every = st.Each(move.letter, goal)
    wanted = st.Each(move.n, every)
    at_zero: tuple[st.Each, Certificate] | None = None
    if move.step < 0 and move.letter.domain == "natural":  # there is none before 0
        first = st.Each(move.n, substitute(goal, {move.letter: ZERO}))
        proof = search.prove(facts, first)
        if proof is None:
            return None
        at_zero, facts = (first, proof), facts.extended([first])
    start = _each(search, facts, substitute(every, {move.n: ZERO}), None, move)
    known = facts.extended([st.Relation(">=", move.n, ZERO), every])
    follows = None if start is None else _each(search, known, substitute(every, {move.n: move.n + 1}), every, move)
    if start is None or follows is None:
        return None
    grown: Certificate = ct.Suppose(ct.Induction(move.n, 0, start, follows))
    return (grown if at_zero is None else ct.Have(*at_zero, grown)), wanted


def _each(search: Search, facts: Facts, claim: st.Prop, before: st.Each | None, move: Move) -> Certificate | None:
    """The claim for each value of the other letter: by itself, or from what is known of n, the last fact."""
    assert isinstance(claim, st.Each)  # as it was made
    number = len(facts.props) - 1
    letter, facts = facts.opened(claim.symbol, None, None, claim.body)
    goal = substitute(claim.body, {claim.symbol: letter})
    assert isinstance(goal, st.Relation) and isinstance(letter, tm.Variable)  # as they were
    if before is None:
        proof = _with_cases(search, facts, goal, [letter, *_naturals(goal)])
    elif move.step > 0 or letter.domain != "natural":
        proof = _grown(search, facts, goal, before, number, (letter, letter + move.step), move)
    else:
        more = substitute(goal, {letter: letter + 1})
        inside = facts.extended([st.Relation(">=", letter, ZERO), goal])
        step = _grown(search, inside, more, before, number, (letter + 1, letter), move)
        first = ct.Instance(number - 2, move.n + 1, ct.Evident())  # the fact before n >= 0 and the claim at n
        proof = None if step is None else ct.Induction(letter, 0, first, step)
    return None if proof is None else ct.Suppose(proof)


def _with_cases(search: Search, facts: Facts, goal: st.Relation, letters: list[tm.Variable]) -> Certificate | None:
    """A claim, or if need be by whether a letter that counts is 0: C(0, r) is 1 or 0."""
    counting = [x for x in dict.fromkeys(letters) if x.domain == "natural" and x in goal.free]
    proof = search.try_out(facts, goal) if counting else search.prove(facts, goal)
    if proof is not None or not counting:
        return proof
    letter, *others = counting
    first = _with_cases(search, facts, substitute(goal, {letter: ZERO}), others)
    if first is None:
        return search.prove(facts, goal)
    inside = facts.extended([st.Relation(">=", letter, ZERO), goal])
    more = _with_cases(search, inside, substitute(goal, {letter: letter + 1}), others)
    return None if more is None else ct.Induction(letter, 0, first, more)


def _grown(
    search: Search,
    facts: Facts,
    goal: st.Relation,
    before: st.Each,
    number: int,
    places: tuple[tm.Scalar, tm.Scalar],
    move: Move,
) -> Certificate | None:
    """The claim at n + 1 and the first of two places from those at n and both, by a fact of this number."""
    here, there = (body_at(before, place) for place in places)
    if not isinstance(here, st.Relation) or not isinstance(there, st.Relation):
        return None
    wraps: list[Wrap] = [partial(ct.Instance, number, place) for place in places]
    first = len(facts.props)
    facts = facts.extended([here, there])
    renamed: dict[tm.Term, tm.Term] = {move.letter: places[0]}
    law, factor, keep = (substitute(part, renamed) for part in (move.law, move.factor, move.keep))
    following, total, further = goal.left, here.left, there.left
    if not (isinstance(following, tm.Sum) and isinstance(total, tm.Sum) and isinstance(further, tm.Sum)):
        return None
    longer = tm.Sum(following.body, total.index, total.low, total.high)
    other = tm.Sum(further.body, total.index, total.low, total.high)
    mixed = tm.Add((longer, tm.Mul((-keep, total)), tm.Mul((-factor, other))))
    ends = substitute(law, {total.index: total.high + 1}) - substitute(law, {total.index: total.low})
    ahead = facts.evident(st.Relation("=", following.high, total.high + 1))
    if not ahead and following.high != total.high:
        return None
    last = substitute(following.body, {total.index: following.high}) if ahead else ZERO
    sides = here.right, there.right
    assert isinstance(sides[0], tm.Scalar) and isinstance(sides[1], tm.Scalar)  # as sums are
    rest = st.Relation("=", keep * sides[0] + factor * sides[1] + ends + last, goal.right)
    closing = search.try_out(facts, rest) or neighbours(search, facts, rest) or search.prove(facts, rest)
    if closing is None:
        return None
    facts = facts.extended([rest])
    index, opened = facts.opened(total.index, total.low, total.high, longer.body, total.body, law)
    assert isinstance(index, tm.Variable)  # as an index is
    known: dict[tm.Term, tm.Term] = {move.letter: places[0], total.index: index}
    uses = [(substitute(top, known), substitute(bottom, known)) for top, bottom in move.pascal]
    change = substitute(law, {total.index: index + 1}) - substitute(law, {total.index: index})
    body = substitute(longer.body - keep * total.body - factor * other.body, {total.index: index})
    step = st.Relation("=", body, change)
    weights = [substitute(weight, known) for weight in move.weights]
    telescoping = by_pascal(search, opened, step, uses, weights)
    if telescoping is None:
        return None
    pieces = [(0, keep), (1, factor), (2, ONE), (3, ONE)] + ([(4, ONE)] if ahead else [])
    added: Certificate = ct.Combination(tuple(ct.Piece(weight, (first + place,)) for place, weight in pieces))
    if ahead:
        added = ct.SplitAt(following, total.high, added)
    proof = ct.Telescoped(mixed, law, telescoping, added)
    return closed(wraps, ct.Have(rest, closing, proof))


def by_pascal(
    search: Search,
    facts: Facts,
    goal: st.Relation,
    uses: list[tuple[tm.Scalar, tm.Scalar]],
    weights: list[tm.Scalar],
) -> Certificate | None:
    """The terms at n + 1 by those at n: Pascal's rule."""
    try:
        known = facts.extended([instance_of(facts, "pascal", use) for use in uses])
    except Rejected:
        return None
    first = len(facts.props)
    added = ct.Combination(tuple(ct.Piece(weight, (first + place,)) for place, weight in enumerate(weights)))
    found = added if weights else ring(search, known, goal)
    for use in reversed(uses):
        found = None if found is None else ct.Law("pascal", use, found)
    return found
