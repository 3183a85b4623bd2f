"""Whole parts of integers over a number, floor((n + 1)/3): for each remainder of n by 3 they are polynomials, and what is said of
remainders leaves few of them. And of real numbers that differ by a number, floor(x) and floor(x + 1/3): these are the same, or
1 apart."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, lcm

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.diophantine import equations, in_integers, is_curved, letters_of, polynomial
from symproof.engines.integers.periods import period
from symproof.engines.integers.remainders import clash, told_apart
from symproof.engines.search import Search, in_turn, state, sum_of_facts
from symproof.substitution import fresh, names_in, open_symbol, replaced, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts, range_of

MOST_CASES, MOST_AT_SIGHT, MOST_AT_ONCE, MOST_BESIDE = 36, 700, 200, 12
MOST_APART, MOST_TIMES = 6, 4
TRIED, LONGEST = 14, 6
QUICK = ("ring", "linear")


def whole_parts(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation that speaks of whole parts, for each remainder of the integers in them by the common denominator."""
    inside = [term.arg for term in goal.subterms() if isinstance(term, tm.Floor)]
    if not inside:
        told = (letter for fact in facts.props if isinstance(fact, st.Relation) for letter in _undecided(facts, fact))
        return _at_sight(search, facts, goal) if not goal.free.isdisjoint(told) else None
    try:
        read = [in_integers(facts, facts.normalizer.scalar(arg)) for arg in inside]
    except NOT_NORMAL:
        return None
    modulus = lcm(*(c.denominator for each in read for c in each.values()))
    scaled = [{monomial: c * modulus for monomial, c in each.items()} for each in read]
    letters = [letter for letter in letters_of(scaled, modulus) if letter in goal.free]
    if not letters or modulus ** len(letters) > MOST_CASES:
        found = _of_powers(search, facts, goal) or _near_each_other(search, facts, goal)
        return found or _at_sight(search, facts, goal)
    return _at_sight(search, facts, goal) or told_apart(facts, goal, modulus, letters, search.prove)


def _at_sight(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation at sight for each remainder of the integers in whole parts; those first of which a fact speaks, as what is said
    of remainders leaves some out."""
    numbers = [k for k, fact in enumerate(facts.props) if isinstance(fact, st.Relation) and fact.mentions(tm.Floor)]
    equal = equations(facts)
    nodes, by = 0, 1

    def tell(known: Facts, left: st.Prop) -> Certificate | None:
        nonlocal nodes, by
        nodes += 1
        if known.evident(left):
            return ct.Evident()
        found = clash(known, left, equal) or _denied(known, numbers)
        if found is not None or nodes > MOST_AT_SIGHT or search.expired():
            return found
        waiting = sorted(filter(None, (_undecided(known, known.props[k]) for k in numbers)), key=len)
        letters = waiting[0] if waiting else _undecided(known, left)
        by = lcm(by, *letters.values())
        if not letters and by <= MOST_BESIDE:  # equations may leave something out once all their letters are told apart
            unlike = [left] if isinstance(left, st.Relation) and left.kind == "!=" else []
            read = (polynomial(known, said) for said in (*unlike, *(known.props[k] for k in equal)))
            letters = dict.fromkeys(letters_of([each for each in read if is_curved(each)], by), by)
        if not letters:
            return None
        n, modulus = min(letters.items(), key=lambda pair: (pair[1], pair[0].name))
        return told_apart(known, left, modulus, [n], tell) if modulus <= MOST_AT_ONCE else None

    return tell(facts, goal)


def _undecided(facts: Facts, said: st.Prop) -> dict[tm.Variable, int]:
    """By what the letters in the whole parts of a statement are to be told apart, where these are of integers over numbers."""
    found: dict[tm.Variable, int] = {}
    for part in dict.fromkeys(part for part in said.subterms() if isinstance(part, tm.Floor)):
        try:
            read = in_integers(facts, facts.normalizer.scalar(part.arg))
        except NOT_NORMAL:
            continue
        modulus = lcm(*(c.denominator for c in read.values()))
        scaled = {monomial: c * modulus for monomial, c in read.items()}
        for letter in letters_of([scaled], modulus):
            found[letter] = max(found.get(letter, 1), period([scaled], modulus))
    return found


def _denied(facts: Facts, numbers: list[int]) -> Certificate | None:
    """Any goal from one of the facts, which says a != b of what is equal at sight, or an order of what is not in that order."""
    for number in numbers:
        fact = facts.props[number]
        assert isinstance(fact, st.Relation)  # by the caller
        opposite = st.Relation(st.NEGATED[fact.kind], fact.left, fact.right)
        if fact.kind == "=" or not facts.evident(opposite):
            continue
        if fact.kind == "!=":
            return ct.Contrary(number, ct.Evident())
        return ct.Absurd(ct.Have(opposite, ct.Evident(), sum_of_facts(number, len(facts.props))))
    return None


def _of_powers(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation that speaks of floor(t/m), where t, with powers, has one remainder by m: there is k with t = m*k + r, by
    induction, and k is the whole part."""
    for part in dict.fromkeys(term for term in goal.subterms() if isinstance(term, tm.Floor)):
        match part.arg:
            case tm.Div(tm.Scalar() as top, tm.Number(m)) if m > 1 and m.denominator == 1 and tm.is_integer(top):
                rest = _remainder(facts, top, int(m))
            case _:
                continue
        if rest is None:
            period = _period(facts, top, int(m))
            if period is None:
                continue
            letters = [x for x in top.free if isinstance(x, tm.Variable)]
            return told_apart(facts, goal, period, letters, search.prove)
        k = fresh(tm.Variable("k", "integer"), names_in(goal, *facts.props))
        there_is = st.Exists(k, st.Relation("=", top, tm.Number(m) * k + tm.Number(Fraction(rest))))
        if there_is in facts.props or (first := search.prove(facts, there_is)) is None:
            continue
        known = facts.extended([there_is])
        letter = open_symbol(k, None, None, (*known.props, goal), (there_is.body,))
        known = known.extended([*range_of(letter, None, None), substitute(there_is.body, {k: letter})])
        whole = st.Relation("=", part, letter)
        proof = _part_known(search.among(search.named(*QUICK)), known, whole)
        done = None if proof is None else search.prove(known.extended([whole]), goal)
        if proof is not None and done is not None:
            return ct.Have(there_is, first, ct.Obtain(len(facts.props), letter, ct.Have(whole, proof, done)))
    return None


def _part_known(quick: Search, known: Facts, whole: st.Relation) -> Certificate | None:
    """floor(t/m) = k, where the last fact is t = m*k + r: at once, or as it holds of any integer in place of t."""
    if (proof := quick.prove(known, whole)) is not None:
        return proof
    fact, taken = known.props[-1], names_in(whole, *known.props)
    k = whole.right
    assert isinstance(fact, st.Relation) and isinstance(k, tm.Variable)  # by the caller
    t, n = (fresh(tm.Variable(name, "integer"), taken) for name in ("t", "n"))
    there, here = {fact.left: t, k: n}, {t: fact.left, n: k}
    inner = st.Implies(replaced(fact, there), replaced(whole, there))
    if substitute(inner, here) != st.Implies(fact, whole):
        return None
    claim = st.Each(t, st.Each(n, inner))
    if (first := quick.prove(known, claim)) is None:
        return None
    number = len(known.props)
    rest = ct.Instance(number + 1, k, ct.Detach(number + 2, ct.Evident(), ct.Evident()))
    return ct.Have(claim, first, ct.Instance(number, tm.scalar(fact.left), rest))


def _remainder(facts: Facts, top: tm.Scalar, modulus: int) -> int | None:
    """The remainder of a term with powers at the first values of its one letter, where it is the same at all of them."""
    rests = set(_remainders(facts, top, modulus))
    return rests.pop() if len(rests) == 1 else None


def _period(facts: Facts, top: tm.Scalar, modulus: int) -> int | None:
    """After how many values of its one letter a term with powers has the same remainders again; None where it is many."""
    rests = _remainders(facts, top, modulus)
    return next((by for by in range(2, LONGEST + 1) if None not in rests and rests[by:] == rests[:-by]), None)


def _remainders(facts: Facts, top: tm.Scalar, modulus: int) -> list[int | None]:
    """The remainders of a term with powers of its one letter, at the first values of that."""
    letters = [x for x in top.free if tm.is_integer_letter(x)]
    if len(letters) != 1 or len(top.free) != 1 or not top.mentions(tm.Pow):
        return [None, None]
    low = facts.range(letters[0]).low
    if low is None:
        return [None, None]
    values = (_value(facts, top, letters[0], int(low) + step) for step in range(TRIED))
    return [None if value is None else value % modulus for value in values]


def _value(facts: Facts, top: tm.Scalar, letter: tm.Variable, value: int) -> int | None:
    """The value of an integer term at an integer, where it has one."""
    try:
        exact = facts.normalizer.ring.as_constant(facts.normalizer.scalar(substitute(top, {letter: tm.scalar(value)})))
    except NOT_NORMAL:
        return None
    return int(exact) if exact is not None and exact.denominator == 1 else None


def _near_each_other(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation between whole parts, of which some are those of m*x + c for a number c and m = 1, 2, ... where x stands
    under another: by cases of how far floor(m*x + c) is above m*floor(x)."""
    parts = list(dict.fromkeys(term for term in goal.subterms() if isinstance(term, tm.Floor)))
    ring = facts.normalizer.ring
    splits: list[tuple[st.Relation, st.Relation]] = []
    ends: list[st.Relation] = []
    try:
        for part in parts:
            others = [(times, other) for times in range(1, MOST_TIMES + 1) for other in parts if other is not part]
            for times, other in others:
                gap = ring.as_constant(facts.normalizer.difference(part.arg, tm.Number(Fraction(times)) * other.arg))
                if gap is None or (times == 1 and (gap < 0 or (gap == 0 and parts.index(part) < parts.index(other)))):
                    continue
                below = tm.Number(Fraction(times)) * other
                steps = [below + tm.Number(Fraction(more)) for more in range(floor(gap), ceil(times + gap))]
                ends += [st.Relation(">=", part, steps[0]), st.Relation("<=", part, steps[-1])]
                for step, following in pairwise(steps):
                    splits.append((st.Relation("<=", part, step), st.Relation(">=", part, following)))
                break
    except NOT_NORMAL:
        return None
    if not 1 <= len(splits) <= MOST_APART:
        return None
    quick = search.among(search.named(*QUICK))
    if (stated := in_turn(quick, facts, ends)) is None:
        return None
    found = _in_cases(quick, facts.extended(ends), goal, splits)
    return state(stated, found)


def _in_cases(
    search: Search, facts: Facts, goal: st.Relation, splits: list[tuple[st.Relation, st.Relation]]
) -> Certificate | None:
    """Of integers, one relation of each pair holds."""
    if not splits:
        return search.prove(facts, goal)
    (below, above), *others = splits
    yes = _in_cases(search, facts.extended([below]), goal, others)
    opposite = st.Relation(">", below.left, below.right)
    known = facts.extended([opposite])
    if yes is None or not known.evident(above):
        return None
    no = _in_cases(search, known.extended([above]), goal, others)
    return None if no is None else ct.Cases(below, yes, ct.Have(above, ct.Evident(), no))
