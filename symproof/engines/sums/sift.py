"""Sums over low..high of which one term is left: a delta, or what is known of the others, sifts it out.

Products of matrices, their entry laws, and inner products of sums of vectors are written out first, so that the deltas are
seen; what is left of a sum inside of another is put in there. The term that stays is at
the zero of a delta, or at an index that the goal names; every other must be shown to be zero, before it and after it.
The last engine of this file divides: from c * p = 0 and c != 0 it concludes p = 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.entries import entries, places
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import carried, ring
from symproof.engines.search import Search, Wrap, closed
from symproof.engines.sums.summation import summation
from symproof.substitution import body_at, fresh, names_in, rebuild, replaced, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_calculus import matrix_gradient
from symproof.trusted.normal import Normalizer

MOST_PLACES, MOST_SUMS = 4, 4


def sift(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation between scalars that holds sums of which one term is left, or whose facts do."""
    if not isinstance(goal.left, tm.Scalar):
        return None
    equations = [prop for prop in facts.props if st.is_equation(prop)]
    known = {prop.left for prop in equations}
    found = list(dict.fromkeys(found for prop in (goal, *equations) for found in sums(prop)))[:MOST_SUMS]
    totals = [total for total in found if total not in known and _may_vanish(total, facts)]
    if not totals:
        return None
    named = set(sums(goal))
    try:
        conditions = [need for total in totals if total in named for need in _conditions(facts, goal, total)]
    except (*NOT_NORMAL, LookupError):
        return None
    return search.with_value(facts, conditions, lambda facts: _with_sifted(search, facts, goal, totals))


def _with_sifted(search: Search, facts: Facts, goal: st.Relation, totals: list[tm.Sum]) -> Certificate | None:
    """The engines again, knowing of some sums which of their terms is left."""
    wraps: list[Wrap] = []
    added: list[st.Relation] = []
    try:
        for total in totals:
            sifted = _sifted(search, facts.extended(added), goal, total)
            if sifted is not None:
                wraps.append(sifted[0])
                added.append(sifted[1])
    except (*NOT_NORMAL, LookupError):
        return None
    if not added:
        return None
    rest = _carried(search, facts.extended(added), goal, added)
    return closed(wraps, rest)


def _carried(search: Search, facts: Facts, goal: st.Relation, added: list[st.Relation]) -> Certificate | None:
    """The goal by what was said of its sums; with those put in, where sums are left that are to be compared."""
    if not any(fact.right.mentions(tm.Sum) for fact in added):
        return search.prove(facts, goal)
    taken = names_in(goal)
    written = rebuild(goal, lambda side: written_out(side, taken))
    short = replaced(written, {fact.left: fact.right for fact in added})
    proof = (summation(search, facts, short) if short.kind == "=" else None) or search.prove(facts, short)
    used = None if proof is None else carried(facts, goal, short, len(facts.props))
    return None if proof is None or used is None else ct.Have(short, proof, used)


def _conditions(facts: Facts, goal: st.Relation, total: tm.Sum) -> Iterator[st.Prop]:
    """What a sum needs for a value, and each of its terms that may stay."""
    yield from definedness(total)
    for place in _places(facts, goal, total):
        yield from definedness(body_at(total, place))


def _may_vanish(total: tm.Sum, facts: Facts) -> bool:
    """Whether a term may be zero for a reason: a delta, a maximum, or a fact that says of all indices what is zero."""
    vanishing = (tm.Delta, tm.Entry)
    pending: list[tm.Term] = [total.body]
    while pending:
        term = pending.pop()
        if isinstance(term, vanishing) or tm.is_elementary(term, "max", "min", "abs"):
            return True
        pending += term.children()
    return any(_says_zero(fact) for fact in facts.props) or bool(_only_end(total, facts))


def _only_end(total: tm.Sum, facts: Facts) -> list[tm.Scalar]:
    """The end of the range where alone a binomial coefficient in the terms is not 0: of C(k, m), k = 0..m, the last."""
    ring, k = facts.normalizer.ring, total.index
    for part in total.body.outer(tm.Binomial) if k in total.body.free else ():
        gap = part.top - part.bottom
        try:
            change = facts.normalizer.difference(substitute(gap, {k: k + 1}), gap)
            slope = ring.as_constant(change)
            end = None if slope is None or slope == 0 else total.high if slope > 0 else total.low
            if end is not None and ring.is_zero(facts.normalizer.scalar(substitute(gap, {k: end}))):
                return [end]
        except NOT_NORMAL:
            continue
    return []


def _says_zero(fact: st.Prop) -> bool:
    if not isinstance(fact, st.Each):
        return False
    body: st.Prop = fact
    while isinstance(body, (st.Each, st.Implies)):
        body = body.body if isinstance(body, st.Each) else body.right
    return st.is_equation(body) and (body.right == ZERO or body.right.mentions(tm.Delta))


def _sifted(search: Search, facts: Facts, goal: st.Relation, total: tm.Sum) -> tuple[Wrap, st.Relation] | None:
    """A fact that says which of its terms a sum is, and how to state it."""
    for place in _places(facts, goal, total):
        letter, inside = facts.opened(total.index, total.low, total.high, total.body, place)
        assert isinstance(letter, tm.Variable)  # as an index is
        apart = st.Relation("!=", letter, place)
        member = st.Relation("=", body_at(total, letter), ZERO)
        proof = search.with_value(
            inside.extended([apart]),
            definedness(member),
            partial(_elsewhere, search, letter=letter, place=place, member=member),
        )
        if proof is not None:
            fact = st.Relation("=", total, body_at(total, place))
            return partial(ct.Sifted, total, place, ct.Suppose(proof)), fact
    return _sifted_inside(search, facts, goal, total)


def _sifted_inside(search: Search, facts: Facts, goal: st.Relation, total: tm.Sum) -> tuple[Wrap, st.Relation] | None:
    """A fact that says of a sum of sums which terms of these are left."""
    letter, inside = facts.opened(total.index, total.low, total.high, total.body)
    body = body_at(total, letter)
    short, wraps = body, list[Wrap]()
    for part in dict.fromkeys(body.outer(tm.Sum)):
        found = _sifted(search, inside, goal, part)
        if found is not None:
            wrap, fact = found
            wraps.append(wrap)
            inside = inside.extended([fact])
            short = replaced(short, {part: fact.right})
    proof = ring(search, inside, st.Relation("=", body, short)) if wraps else None
    if proof is None:
        return None
    plain = tm.Sum(substitute(short, {letter: total.index}), total.index, total.low, total.high)
    return partial(ct.Termwise, "=", total, plain, closed(wraps, proof)), st.Relation("=", total, plain)


def _elsewhere(
    search: Search, facts: Facts, letter: tm.Variable, place: tm.Scalar, member: st.Relation
) -> Certificate | None:
    """A proof that a term is zero at an index other than `place`: at sight, or before and after it."""
    if facts.evident(member):
        return ct.Evident()
    of_deltas = any(prop.mentions(tm.Delta) for prop in (member, *facts.props))
    if of_deltas and (found := _at_sight(search, facts, member)) is not None:
        return found
    before = st.Relation("<", letter, place)
    yes = search.try_out(facts.extended([before]), member)
    if yes is None:
        return None
    after, from_there = st.Relation("<", place, letter), facts.extended([st.Relation(">=", letter, place)])
    no = search.try_out(from_there.extended([after]), member)
    if no is None:
        return None
    # There is no third case: letter = place, and member = member / (letter - place) * (letter - place).
    here = from_there.extended([st.Relation(">=", place, letter)])
    weight = tm.Div(member.left, letter - place)  # type: ignore[arg-type]  # a term of a sum is a scalar
    none = ct.Have(
        st.Relation("=", letter, place),
        ct.Between(ct.Evident(), ct.Evident()),
        ct.Combination((ct.Piece(weight, (len(here.props),)),)),
    )
    return ct.Cases(before, yes, ct.Cases(after, no, none))


def _at_sight(search: Search, facts: Facts, member: st.Relation) -> Certificate | None:
    """A term that is zero by what the facts say of its members, and since a delta in it or in these is."""
    found = entries(search, facts, member)
    said = (member, *found.facts.props[len(facts.props) :])
    deltas = dict.fromkeys(part for prop in said for part in prop.subterms() if isinstance(part, tm.Delta))
    zeros = [zero for delta in deltas if facts.evident(zero := st.Relation("=", delta, ZERO))]
    rest = ring(search, found.facts.extended(zeros), member)
    if rest is None:
        return None
    for zero in reversed(zeros):
        rest = ct.Have(zero, ct.Evident(), rest)
    return found.closed(rest)


def _places(facts: Facts, goal: st.Relation, total: tm.Sum) -> Iterator[tm.Scalar]:
    """Where in its range the term that stays may stand: the zeros of deltas, then the indices that the goal names."""
    for place in list(dict.fromkeys((*_only_end(total, facts), *_named(facts.normalizer, goal, total))))[:MOST_PLACES]:
        ends = st.Relation("<=", total.low, place), st.Relation("<=", place, total.high)
        if total.index not in place.free and all(map(facts.evident, ends)):
            yield place


def _named(normalizer: Normalizer, goal: st.Relation, total: tm.Sum) -> Iterator[tm.Scalar]:
    ring = normalizer.ring
    number = ring.generators(normalizer.scalar(total.index))[0]
    for delta in total.body.outer(tm.Delta):
        value = normalizer.scalar(delta.index) if isinstance(delta.index, tm.Scalar) else None
        slope = (
            None if value is None or value.den is not None else dict(ring.numerator_terms(value)).get(((number, 1),))
        )
        if value is not None and slope is not None and abs(slope) == 1:
            rest = ring.subtract(value, ring.scale(ring.generator(number), slope))
            yield Readback(normalizer).scalar(ring.scale(rest, -slope))
    for named in (*places(normalizer, st.Relation("=", total.body, ZERO)), *places(normalizer, goal)):
        for index, over in zip(named.indices, named.sets, strict=True):
            value = ring.thaw(index)
            if over is None and not any(normalizer.open_letters(atom) for atom in ring.generators(value)):
                yield Readback(normalizer).scalar(value)


# Products written out ---------------------------------------------------------------------------------


def sums(prop: st.Prop) -> Iterator[tm.Sum]:
    """The sums over a range in a relation, outside of other binders, products of matrices written out."""
    if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar):
        taken = names_in(prop)
        for side in (prop.left, prop.right):
            yield from _sums(written_out(side, taken))


def _sums(term: tm.Term) -> Iterator[tm.Sum]:
    if isinstance(term, tm.Sum):
        yield term
    elif not term.binders and not isinstance(term, tm.Matrix):
        for child in term.children():
            yield from _sums(child)


def written_out(term: Any, taken: set[str]) -> Any:
    """A term with the entries of products, sums and laws replaced by what they are; a product over Z/n stays."""
    match term:
        case tm.Entry(tm.EntryLaw(row=i, column=j, body=body), row, column):
            return written_out(substitute(body, {i: row, j: column}), taken)
        case tm.Entry(tm.MatrixGradient(body, x), row, column):
            return written_out(tm.Entry(matrix_gradient(body, x), row, column), taken)
        case tm.Entry(tm.Transpose(matrix), row, column):
            return written_out(tm.Entry(matrix, column, row), taken)
        case tm.Entry(tm.MatrixAdd(left, right), row, column):
            return tm.Add(tuple(written_out(tm.Entry(part, row, column), taken) for part in (left, right)))
        case tm.Entry(tm.MatrixScale(factor, matrix), row, column):
            return tm.Mul((written_out(factor, taken), written_out(tm.Entry(matrix, row, column), taken)))
        case tm.Entry(tm.MatrixMul(left, right), row, column) if isinstance(left.shape[1], tm.Interval):
            over = left.shape[1]
            letter = tm.Variable("k", "integer")
            letter = fresh(letter, taken) if "k" in taken else letter
            taken.add(letter.name)
            factors = tm.Entry(left, row, letter), tm.Entry(right, letter, column)
            return tm.Sum(tm.Mul(tuple(written_out(part, taken) for part in factors)), letter, over.low, over.high)
        case tm.Pow(tm.Norm(vector), tm.Number(value)) if value == 2 and vector.mentions(tm.VectorSum):
            return written_out(tm.Inner(vector, vector), taken)
        case tm.Inner(left, right) if term.mentions(tm.VectorSum):
            return _multiplied_out(left, right, taken)
        case tm.Matrix():
            return term
        case _:
            return rebuild(term, lambda child: written_out(child, taken))


def _multiplied_out(left: tm.Vector, right: tm.Vector, taken: set[str], turned: bool = False) -> tm.Scalar:
    """An inner product by the addends of its factors; one of sums is a sum of sums."""
    match left:
        case tm.VectorAdd(args):
            return tm.Add(tuple(_multiplied_out(arg, right, taken, turned) for arg in args))
        case tm.VectorNeg(arg):
            return tm.Neg(_multiplied_out(arg, right, taken, turned))
        case tm.Scale(factor, vector):
            return tm.Mul((written_out(factor, taken), _multiplied_out(vector, right, taken, turned)))
        case tm.VectorDiv(vector, bottom):
            return tm.Div(_multiplied_out(vector, right, taken, turned), written_out(bottom, taken))
        case tm.VectorSum() if isinstance(right, (tm.VectorAdd, tm.VectorNeg, tm.Scale, tm.VectorDiv)) and not turned:
            return _multiplied_out(right, left, taken)  # what does not depend on the index stays outside
        case tm.VectorSum(body, index, low, high):
            letter = fresh(index, taken)
            body = substitute(body, {index: letter})
            return tm.Sum(_multiplied_out(body, right, taken, turned), letter, low, high)
        case _:
            return tm.Inner(left, right) if turned else _multiplied_out(right, left, taken, turned=True)


# Dividing ---------------------------------------------------------------------------------------------


def cancel(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """left = right from an equation that is a multiple of it, by a factor that is not zero."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    normalizer = facts.normalizer
    ring = normalizer.ring
    try:
        ours = normalizer.difference(goal.left, goal.right)
        if ours.den is not None:
            return None
        for number, fact in enumerate(facts.props):
            match fact:
                case st.Relation("=", tm.Scalar() as left, tm.Scalar() as right):
                    theirs = normalizer.difference(left, right)
                case _:
                    continue
            if ring.is_zero(theirs) or ring.is_zero(ours):
                continue
            factor = ring.quotient(theirs, ours)
            if factor.den is not None or ring.as_constant(factor) is not None:
                continue
            found = _divided(search, facts, number, Readback(normalizer).scalar(factor))
            if found is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        return None
    return None


def _divided(search: Search, facts: Facts, number: int, factor: tm.Scalar) -> Certificate | None:
    apart = st.Relation("!=", factor, ZERO)
    proof = ct.Evident() if facts.evident(apart) else search.try_out(facts, apart)
    if proof is None:
        return None
    return ct.Have(apart, proof, ct.Combination((ct.Piece(tm.Div(tm.ONE, factor), (number,)),)))
