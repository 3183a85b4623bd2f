"""Sums that have a closed form are replaced by it, the innermost first, wherever they stand: in a square, in another sum.

The closed form is the difference of an antidifference at the ends, which SymPy's Gosper search proposes; the kernel checks
that it telescopes. Limits: the range must not be able to end more than one place before it starts.
"""

from __future__ import annotations

from math import prod

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.laws import laws
from symproof.engines.functions.slopes import laws_at_sight
from symproof.engines.logic.entries import entries
from symproof.engines.logic.instances import stated
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.readback import in_normal_form
from symproof.engines.polynomials.ring import carried, orient, ring
from symproof.engines.search import Search, Step, Wrap, closed, in_turn, state, sum_of_facts
from symproof.engines.sums.by_parts import change_of, from_the_start, law_by_parts, logarithms_apart
from symproof.engines.sums.turning import turned
from symproof.engines.sums.waves import wave
from symproof.errors import SymproofError
from symproof.substitution import body_at, replaced, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST = 6
SOON = (("linear", linear), ("positivity", positivity), ("laws", laws_at_sight), ("laws", laws))
"""Engines for what a law asks of its letters."""


def summation(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the sums that have a closed form replaced by it."""
    if not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    if not sums or len(sums) > MOST:
        return None
    wraps, forms = _closed(search, facts, sums)
    if not forms:
        return None
    extended = facts.extended(st.Relation("=", total, value) for total, value in forms.items())
    if goal.kind == "=":
        found = ring(search, extended, goal)
        if found is not None:
            search.words.append("summation")
            return closed(wraps, found)
    short = replaced(goal, forms)
    assert isinstance(short, st.Relation)  # as a relation is rebuilt
    inner = search.without(summation)
    proof = inner.prove(extended, short)
    used = None if proof is None else carried(extended, goal, short, len(extended.props))
    if proof is None or used is None:
        return None
    search.words += [*inner.words, "summation"]
    return closed(wraps, ct.Have(short, proof, used))


def given_sums(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with what sums among the hypotheses come to: 0 + 1 + ... + n = 55 says that n(n + 1)/2 = 55."""
    said = [fact for fact in facts.props if isinstance(fact, st.Relation) and isinstance(fact.left, tm.Scalar)]
    sums = list(dict.fromkeys(total for fact in said for total in fact.outer(tm.Sum)))
    if not 0 < len(sums) <= MOST:
        return None
    wraps, forms = _closed(search, facts, sums)
    if not forms:
        return None
    known = facts.extended(st.Relation("=", total, value) for total, value in forms.items())
    quick, steps = search.aside(search.named("ring", "linear")), list[Step]()
    for fact in said:
        short = replaced(fact, forms)
        if short != fact and isinstance(short, st.Relation) and (proof := quick.prove(known, short)) is not None:
            steps.append((short, proof))
            known = known.extended([short])
    found = search.go_on(given_sums, known, goal) if steps else None
    if found is None:
        return None
    search.words.append("summation")
    return closed(wraps, state(steps, found))


def nested(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same where a sum stands in another one, of which an induction says little; geometric ones where the ratio is 1, and
    where it is not."""
    sums = [part for part in goal.outer(tm.Sum) if part.body.mentions(tm.Sum)]
    if not sums:
        return None
    if (found := summation(search, facts, goal)) is not None or goal.kind != "=":
        return found
    powers = (
        part for total in sums for part in total.body.subterms() if isinstance(part, tm.Pow) and part.exponent.free
    )
    for base in dict.fromkeys(part.base for part in powers if isinstance(part.base, tm.Variable)):
        same, apart = st.Relation("=", base, tm.ONE), st.Relation("!=", base, tm.ONE)
        if base not in goal.free or facts.evident(apart) or same in facts.props:
            continue
        if (no := summation(search, facts.extended([apart]), goal)) is not None:
            yes = ring(search, facts.extended([same]), goal)
            return None if yes is None else ct.Cases(same, yes, no)
    return None


def _closed(search: Search, facts: Facts, sums: list[tm.Sum]) -> tuple[list[Wrap], dict[tm.Term, tm.Term]]:
    """Closed forms of some sums, and how to state them."""
    wraps: list[Wrap] = []
    forms: dict[tm.Term, tm.Term] = {}
    for total in sums:
        found = close(search, facts, total)
        if found is not None:
            wraps.append(found[0])
            forms[total] = found[1]
            facts = facts.extended([st.Relation("=", total, found[1])])
    return wraps, forms


def close(search: Search, facts: Facts, total: tm.Sum) -> tuple[Wrap, tm.Scalar] | None:
    """A closed form of a sum, and how to state `total = closed form` as the last fact."""
    if search.expired():
        return None
    inside = list(dict.fromkeys(total.body.outer(tm.Sum)))
    if inside:
        if (law := law_by_parts(total)) is not None:
            return _telescoped(search, facts, total, law)
        found = _close_outer(search, facts, total, inside)
        apart = from_the_start(search, facts, total) if found is None else None
        return found if apart is None else _close_as(search, facts, total, *apart)
    if (halves := turned(search, facts, total)) is not None:
        return _close_halves(search, facts, total, *halves)
    if _holds_member(total.body, total.index):
        return _close_given(search, facts, total)
    if (taken := _factor(total)) is not None:
        return _close_rest(search, facts, total, *taken)
    if (apart := logarithms_apart(search, facts, total)) is not None:
        return _close_as(search, facts, total, *apart)
    law = antidifference(total.body, total.index)
    return _close_definite(search, facts, total) if law is None else _telescoped(search, facts, total, law)


def needed_by(search: Search, facts: Facts, law: tm.Scalar, index: tm.Variable) -> list[Step] | None:
    """What a law asks of other letters than its index, so that no division in it is by 0; None where that is not proved."""
    asked = [prop for prop in definedness(law) if index not in prop.free and not facts.evident(prop)]
    return in_turn(search.aside(SOON), facts, asked)


def _telescoped(search: Search, facts: Facts, total: tm.Sum, law: tm.Scalar) -> tuple[Wrap, tm.Scalar] | None:
    """A sum by an antidifference."""
    nearly = st.Relation("<=", total.low, total.high + 1)
    ordered = in_turn(search.aside((("linear", linear),)), facts, () if facts.evident(nearly) else (nearly,))
    if ordered is None:
        return None
    needed = needed_by(search, facts.extended(prop for prop, _ in ordered), law, total.index)
    if needed is None:
        return None
    ordered = [*ordered, *needed]
    facts = facts.extended(prop for prop, _ in ordered)
    letter, opened = facts.opened(total.index, total.low, total.high, total.body, law)
    assert isinstance(letter, tm.Variable)  # as an index is
    change = substitute(law, {total.index: letter + 1}) - substitute(law, {total.index: letter})
    least = _least(search, facts, opened, letter, total.low)
    opened = opened.extended(prop for prop, _ in least)
    body = body_at(total, letter)
    proof = search.try_out(opened, st.Relation("=", body, change))
    if proof is None and body.mentions(tm.Sum):
        proof = change_of(search, opened, body, change)
    if proof is None:
        return None
    proof = state(least, proof)
    ends = substitute(law, {total.index: total.high + 1}) - substitute(law, {total.index: total.low})
    value = st.Relation("=", total, ends)

    def wrap(rest: Certificate) -> Certificate:
        if not ordered:
            return ct.Telescoped(total, law, proof, rest)
        number = len(facts.props)
        return ct.Have(
            value,
            state(ordered, ct.Telescoped(total, law, proof, sum_of_facts(number))),
            rest,
        )

    return wrap, ends


def _least(search: Search, facts: Facts, opened: Facts, letter: tm.Variable, low: tm.Scalar) -> list[Step]:
    """The number that an index is no less than, as it starts at a letter: k >= i >= 1."""
    number = facts.range(low).low
    if number is None or opened.range(letter).low is not None:
        return []
    bound = st.Relation(">=", letter, tm.Number(number))
    proof = search.aside((("linear", linear),)).prove(opened, bound)
    return [] if proof is None else [(bound, proof)]


def _factor(total: tm.Sum) -> tuple[tm.Scalar, tm.Sum] | None:
    """Factors with letters under a sum of binomial coefficients that its index is not in, and the sum of the rest."""
    match total.body:
        case tm.Mul(args):
            outside = [arg for arg in args if total.index not in arg.free]
            if not any(arg.mentions(tm.Binomial, tm.Factorial) for arg in outside):
                return None
            inside = [arg for arg in args if total.index in arg.free]
            rest = tm.Sum(prod(inside, start=tm.ONE), total.index, total.low, total.high)
            return prod(outside, start=tm.ONE), rest
    return None


def _close_rest(
    search: Search, facts: Facts, total: tm.Sum, factor: tm.Scalar, rest: tm.Sum
) -> tuple[Wrap, tm.Scalar] | None:
    """A sum from which a factor is taken."""
    found = close(search, facts, rest)
    if found is None:
        return None
    stated, value = found
    times = ct.Combination((ct.Piece(factor, (len(facts.props),)),))
    return (lambda after: ct.Have(st.Relation("=", total, factor * value), stated(times), after)), factor * value


def _close_definite(search: Search, facts: Facts, total: tm.Sum) -> tuple[Wrap, tm.Scalar] | None:
    """A sum of binomial coefficients, by how it grows."""
    from symproof.engines.sums.definite import definite  # which searches in its turn

    found = definite(search, facts, total) if total.body.mentions(tm.Binomial) else None
    if found is None:
        return None
    proof, value = found
    return (lambda rest: ct.Have(st.Relation("=", total, value), proof, rest)), value


def _close_halves(
    search: Search, facts: Facts, total: tm.Sum, split: Wrap, halves: tuple[tm.Sum, tm.Sum]
) -> tuple[Wrap, tm.Scalar] | None:
    """A sum that is split in two: both are closed."""
    known = facts.extended([st.Relation("=", total, halves[0] + halves[1])])
    wraps, forms = _closed(search, known, list(halves))
    if len(forms) < len(set(halves)):
        return None
    number = len(facts.props)
    value = forms[halves[0]] + forms[halves[1]]  # type: ignore[operator]  # of scalars
    pieces = tuple(ct.Piece(tm.ONE, (number + k,)) for k in range(1 + len(forms)))

    def wrap(rest: Certificate) -> Certificate:
        return ct.Have(st.Relation("=", total, value), split(closed(wraps, ct.Combination(pieces))), rest)

    return wrap, value


def _close_outer(search: Search, facts: Facts, total: tm.Sum, inside: list[tm.Sum]) -> tuple[Wrap, tm.Scalar] | None:
    """A sum of sums: the inner ones are closed under the outer one, and then the outer one."""
    letter, opened = facts.opened(total.index, total.low, total.high, total.body)
    assert isinstance(letter, tm.Variable)  # as an index is
    body = body_at(total, letter)
    signs = search.aside((("linear", linear), ("positivity", positivity)))
    defined = in_turn(signs, opened, (prop for prop in definedness(body) if not opened.evident(prop)))
    if defined is None:
        return None
    opened = opened.extended(prop for prop, _ in defined)
    bodies = [substitute(part, {total.index: letter}) for part in inside]
    wraps, forms = _closed(search, opened, bodies)
    if len(forms) < len(bodies):
        return None
    shorter = replaced(body, forms)
    assert isinstance(shorter, tm.Scalar)  # as its sort is kept
    known = opened.extended(st.Relation("=", part, value) for part, value in forms.items())
    proof = search.try_out(known, st.Relation("=", body, shorter))
    if proof is None:
        return None
    proof = state(defined, closed(wraps, proof))
    return _close_as(search, facts, total, substitute(shorter, {letter: total.index}), proof)


def _close_given(search: Search, facts: Facts, total: tm.Sum) -> tuple[Wrap, tm.Scalar] | None:
    """A sum of members of which hypotheses say what they are: these are put in."""
    letter, opened = facts.opened(total.index, total.low, total.high, total.body)
    assert isinstance(letter, tm.Variable)  # as an index is
    body = body_at(total, letter)
    wanted = st.Relation("=", body, tm.ZERO)
    known = stated(opened, wanted)
    linked = entries(search, known.facts, wanted)
    rewrites = orient(linked.facts)
    try:
        normalizer = rewriting(linked.facts, rewrites)
        shorter = in_normal_form(normalizer, body)
    except (*NOT_NORMAL, LookupError):
        return None
    if _holds_member(shorter, letter):
        return None
    same = known.closed(linked.closed(ct.Combination(rewrites=rewrites)))
    return _close_as(search, facts, total, substitute(shorter, {letter: total.index}), same)


def _close_as(
    search: Search, facts: Facts, total: tm.Sum, body: tm.Scalar, same: Certificate
) -> tuple[Wrap, tm.Scalar] | None:
    """A sum whose terms were shown to be what another term says of the index."""
    plain = tm.Sum(body, total.index, total.low, total.high)
    outer = close(search, facts.extended([st.Relation("=", total, plain)]), plain)
    if outer is None:
        return None if plain == total else ((lambda rest: ct.Termwise("=", total, plain, same, rest)), plain)
    stated, value = outer
    number = len(facts.props)
    through = sum_of_facts(number, number + 1)

    def wrap(rest: Certificate) -> Certificate:
        both = ct.Termwise("=", total, plain, same, stated(through))
        return ct.Have(st.Relation("=", total, value), both, rest)

    return wrap, value


MEMBERS = (tm.ScalarAt, tm.Entry, tm.Apply, tm.Inner, tm.Norm, tm.MatrixTrace, tm.Determinant)


def antidifference(body: tm.Scalar, index: tm.Variable) -> tm.Scalar | None:
    """G with G(index + 1) - G(index) = body: of sines and cosines by their angles, of others as SymPy proposes."""
    if index not in body.free:
        return index * body
    if _holds_member(body, index):
        return None  # the quotient of neighbouring terms is no quotient of polynomials
    if any(tm.is_elementary(part, "sin", "cos") and index in part.free for part in body.subterms()):
        return wave(body, index)
    from symproof.doors.sympy import closed_antidifference  # the door is opened when it is needed

    try:
        return closed_antidifference(body, index)
    except SymproofError:
        return None


def _holds_member(term: tm.Term, index: tm.Variable) -> bool:
    """Whether something of an unknown sequence, function, vector or matrix depends on the index."""
    if index not in term.free:
        return False
    return isinstance(term, MEMBERS) or any(_holds_member(child, index) for child in term.children())
