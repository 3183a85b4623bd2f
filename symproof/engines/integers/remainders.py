"""Integers modulo a number: an equation that has no solution modulo m, and "there is" an integer that an equation names.

Each letter that counts modulo m is told apart by its remainder, n = m*q + r. Then an equation without a solution shows that
in its form (3*(...) + 2 = 0), and a quotient by m has integer coefficients. Whether this comes out is known from numbers
before a certificate is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from flint import fmpq, fmpz

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.bezout import bezout, coins
from symproof.engines.integers.combined import combined
from symproof.engines.integers.diophantine import (
    equations,
    in_integers,
    is_curved,
    is_diophantine,
    letters_of,
    polynomial,
    solvable,
)
from symproof.engines.integers.divided import at_value, by_instances, counted, divided
from symproof.engines.integers.left_powers import left_powers
from symproof.engines.integers.periods import period
from symproof.engines.logic.chosen import witnessed
from symproof.engines.logic.logic import each_part
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, every, in_turn, state, sum_of_facts
from symproof.errors import SortError
from symproof.substitution import body_at, fresh, names_in, open_symbol, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts, range_of
from symproof.trusted.integer_rules import SUBGOALS
from symproof.trusted.meaning import flatten
from symproof.trusted.polynomial import Quotient
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value

MODULI = (2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19)
MOST_CASES, FEW = 512, 64
Leaf = Callable[[Facts, st.Prop], "Certificate | None"]


def remainders(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal a != b, or any goal, where a = b or the equations among the facts have no solution modulo a number."""
    numbers = equations(facts)
    asked = [facts.props[k] for k in numbers] + ([goal] if goal.kind == "!=" else [])
    read = [found for equation in asked if (found := polynomial(facts, equation))]
    for system in [*([each] for each in read if is_curved(each)), *([read] if len(read) > 1 else [])]:
        for modulus in MODULI:
            letters = letters_of(system, modulus)
            apart = period(system, modulus)
            if apart ** len(letters) <= MOST_CASES and not solvable(system, modulus, letters, apart):
                return told_apart(facts, goal, apart, letters, lambda known, left: clash(known, left, numbers))
    return None


def one_of(search: Search, facts: Facts, goal: st.Or) -> Certificate | None:
    """A goal "there is x with this, or y with that": for each remainder of the letters, the part that holds."""
    if (obtained := obtain(search, facts, goal)) is not None:
        return obtained
    parts = [part for part in goal.args if isinstance(part, st.Exists)]
    values = [value for part in parts if (value := _solution(facts, part)) is not None]
    read = [in_integers(facts, value) for value in values]
    modulus = lcm(*(c.denominator for each in read for c in each.values()))
    letters = letters_of([{monomial: c * modulus for monomial, c in each.items()} for each in read], modulus)
    if modulus == 1 or len(values) < len(goal.args) or modulus ** len(letters) > MOST_CASES:
        return None
    numbers = equations(facts)

    def leaf(known: Facts, left: st.Prop) -> Certificate | None:
        assert isinstance(left, st.Or)  # as the goal is
        for k, part in enumerate(left.args):
            assert isinstance(part, st.Exists)  # as was counted
            if (proof := _witness(search, known, part)) is not None:
                return ct.Choose(k, proof)
        return clash(known, left, numbers)

    for some in _wider(facts, numbers, modulus, letters):
        if (found := told_apart(facts, goal, modulus, some, leaf)) is not None:
            search.words.append("remainders")
            return found
    return None


def existence(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """A goal "there is x with a = b", where the equation is linear in x: at the value that it names. Of an integer, for each
    remainder of the letters by the denominator, where the value is no integer as it stands."""
    from symproof.engines.integers.as_square import as_square  # which closes sums
    from symproof.engines.integers.cycles import exists_in_cycles, no_solution  # which tell remainders apart

    if (obtained := obtain(search, facts, goal)) is not None:
        return obtained
    if (found := bezout(search, facts, goal) or coins(search, facts, goal)) is not None:
        search.words.append("witness")
        return found
    if isinstance(goal.body, st.Or):
        return _one_of(search, facts, goal, goal.body.args)
    value = _solution(facts, goal)
    if value is None:
        found = divided(search, facts, goal) or counted(search, facts, goal) or combined(search, facts, goal)
        found = found or as_square(search, facts, goal)
        return found or witnessed(search, facts, goal) or _by_induction(search, facts, goal)
    whole = tm.is_integer_letter(goal.symbol)
    read = in_integers(facts, value) if whole else {}
    modulus = lcm(*(c.denominator for c in read.values())) if read else 1
    if modulus == 1:
        if (found := _witness(search, facts, goal)) is not None:
            search.words.append("witness")
            return found
        found = counted(search, facts, goal) or divided(search, facts, goal) or by_instances(search, facts, goal)
        found = found or _by_induction(search, facts, goal) or exists_in_cycles(search, facts, goal)
        return found or left_powers(search, facts, goal, value)
    scaled = [{monomial: c * modulus for monomial, c in read.items()}]
    letters = letters_of(scaled, modulus)
    if modulus ** len(letters) > FEW and (found := _by_powers(search, facts, goal, value, modulus)) is not None:
        return found
    if modulus ** len(letters) > MOST_CASES:
        return None
    numbers = equations(facts)

    def leaf(known: Facts, left: st.Prop) -> Certificate | None:
        found = clash(known, left, numbers) or (_witness(search, known, left) if isinstance(left, st.Exists) else None)
        return found or no_solution(search, known, left)

    for some in _wider(facts, numbers, modulus, letters):
        if (found := told_apart(facts, goal, modulus, some, leaf)) is not None:
            search.words.append("remainders")
            return found
    return None


def _wider(facts: Facts, numbers: list[int], modulus: int, letters: list[tm.Variable]) -> list[list[tm.Variable]]:
    """These letters, and then those of the equations too, where they are not many."""
    more = [x for k in numbers if (each := polynomial(facts, facts.props[k])) for x in letters_of([each], modulus)]
    wider = list(dict.fromkeys([*letters, *more]))
    return [letters] if len(wider) == len(letters) or modulus ** len(wider) > MOST_CASES else [letters, wider]


def _by_powers(search: Search, facts: Facts, goal: st.Exists, value: Quotient, modulus: int) -> Certificate | None:
    """By 30, where it goes by 2, by 3 and by 5, each told apart alone: X = 2 a = 3 b = 5 c is 30 (a - 2 b + c)."""
    powers = [int(prime) ** int(power) for prime, power in fmpz(modulus).factor()]
    if len(powers) < 2:
        return None
    whole = Readback(facts.normalizer).scalar(facts.normalizer.ring.scale(value, fmpq(modulus)))
    x: tm.Variable = goal.symbol  # type: ignore[assignment]  # an integer, by the caller
    claims = [st.Exists(x, st.Relation("=", whole, tm.Number(Fraction(p)) * x)) for p in powers]
    stated = in_turn(search, facts, claims)
    if stated is None:
        return None
    known, letters = facts.extended(claims), list[Any]()
    for claim in claims:
        letters.append(open_symbol(x, None, None, (*known.props, goal), (claim.body,)))
        known = known.extended([*range_of(letters[-1], None, None), substitute(claim.body, {x: letters[-1]})])
    shares = [pow(modulus // p, -1, p) for p in powers]
    shares[0] -= powers[0] * (sum(u * (modulus // p) for u, p in zip(shares, powers, strict=True)) // modulus)
    quotient = sum((tm.Number(Fraction(u)) * r for u, r in zip(shares, letters, strict=True)), start=ZERO)
    proof = at_value(search, known, goal, quotient)
    for number, letter in reversed([*enumerate(letters, start=len(facts.props))]):
        proof = None if proof is None else ct.Obtain(number, letter, proof)
    if proof is None:
        return None
    search.words.append("remainders")
    return state(stated, proof)


def _one_of(search: Search, facts: Facts, goal: st.Exists, parts: tuple[st.Prop, ...]) -> Certificate | None:
    """A goal "there is x with this or that": for each remainder of the letters, one part at the value that it names."""
    systems = []
    for part in parts:
        value = _solution(facts, st.Exists(goal.symbol, part))
        systems.append(in_integers(facts, value) if value is not None else {})
    modulus = lcm(*(c.denominator for read in systems for c in read.values()))
    scaled = [{monomial: c * modulus for monomial, c in read.items()} for read in systems]
    letters = letters_of(scaled, modulus)
    if not tm.is_integer(goal.symbol) or modulus == 1 or modulus ** len(letters) > MOST_CASES:  # type: ignore[arg-type]
        return None

    def leaf(known: Facts, left: st.Prop) -> Certificate | None:
        assert isinstance(left, st.Exists) and isinstance(left.body, st.Or)  # as the goal is
        for part in left.body.args:
            value = _solution(known, st.Exists(left.symbol, part))
            term = None if value is None else Readback(known.normalizer).scalar(value)
            if term is not None and (proof := at_value(search, known, left, term)) is not None:
                return proof
        return None

    found = told_apart(facts, goal, modulus, letters, leaf)
    if found is not None:
        search.words.append("remainders")
    return found


def obtain(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """A fact "there is", the first whose letter has no name yet: the goal with one. A fact "there is, or ...": the goal
    in each case."""
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Or) and any(isinstance(arg, st.Exists) for arg in fact.args):
            if any(arg in facts.props for arg in fact.args):
                continue
            return each_part(number, fact.args, lambda arg: search.prove(facts.extended([arg]), goal))
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Exists) and not _is_obtained(fact, facts.props[number + 1 :]):
            letter = open_symbol(fact.symbol, fact.low, fact.high, (*facts.props, goal), (fact.body,))
            said = [*range_of(letter, fact.low, fact.high), body_at(fact, letter)]
            rest = search.prove(facts.extended(said), goal)
            return None if rest is None else ct.Obtain(number, letter, rest)
    return None


def _is_obtained(fact: st.Exists, later: Sequence[st.Prop]) -> bool:
    kind = type(fact.symbol)
    return any(
        flatten(body_at(fact, letter))[0] == prop for prop in later for letter in prop.free if isinstance(letter, kind)
    )


# Certificates -------------------------------------------------------------------------------------


def told_apart(facts: Facts, goal: st.Prop, modulus: int, letters: list[tm.Variable], leaf: Leaf) -> Certificate | None:
    """The goal for each remainder of the letters."""
    if not letters:
        return leaf(facts, goal)
    n, *others = letters
    taken = names_in(goal, *facts.props)
    natural = n.domain == "natural"
    q = fresh(tm.Variable(n.name, "natural", least=0) if natural else tm.Variable(n.name, "integer"), taken)
    cases = SUBGOALS[ct.Remainders](facts, goal, ct.Remainders(n, q, (ct.Evident(),) * modulus))
    proofs = every(told_apart(known, left, modulus, others, leaf) for known, left, _ in cases)
    return None if proofs is None else ct.Remainders(n, q, proofs)


def clash(facts: Facts, goal: st.Prop, numbers: Sequence[int]) -> Certificate | None:
    """The goal a != b at sight, or an equation among the facts whose form shows that its sides differ."""
    if isinstance(goal, st.Relation) and goal.kind == "!=" and facts.evident(goal):
        return ct.Evident()
    for number in numbers:
        fact = facts.props[number]
        if isinstance(fact, st.Relation) and facts.evident(apart := st.Relation("!=", fact.left, fact.right)):
            below = sum_of_facts(len(facts.props) + 1, number)
            above = ct.Combination((ct.Piece(ONE, (len(facts.props) + 1,)), ct.Piece(tm.Neg(ONE), (number,))))
            return ct.Absurd(ct.Have(apart, ct.Evident(), ct.Alternatives(len(facts.props), (below, above))))
    return _excluded(facts)


def _excluded(facts: Facts) -> Certificate | None:
    """Any goal from a fact "a != b for each k" at the k with a = b."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Each(tm.Variable() as k, st.Relation("!=", tm.Scalar() as left, tm.Scalar() as right), None, None):
                value = _solution(facts, st.Exists(k, st.Relation("=", left, right)))
                if value is None:
                    continue
                term = Readback(facts.normalizer).scalar(value)
                try:
                    check_value(facts, k, term, None, None)
                except Rejected:
                    continue
                same = sum_of_facts(len(facts.props) + 1)
                return ct.Instance(number, term, ct.Absurd(ct.Alternatives(len(facts.props), (same, same))))
    return None


def _solution(facts: Facts, goal: st.Exists) -> Quotient | None:
    """The x with left = right, where the equation is linear in x with a coefficient that is a number."""
    body, x = goal.body, goal.symbol
    if not st.is_equation(body) or not isinstance(x, tm.Variable):
        return None
    if not isinstance(body.left, tm.Scalar) or not isinstance(body.right, tm.Scalar):
        return None
    gap, ring = body.left - body.right, facts.normalizer.ring
    try:
        at_zero, at_one = (facts.normalizer.scalar(substitute(gap, {x: tm.scalar(k)})) for k in (0, 1))
        slope = ring.as_constant(ring.subtract(at_one, at_zero))
        if not slope:
            return None
        value = ring.scale(at_zero, fmpq(-slope.denominator, slope.numerator))
        solved = substitute(gap, {x: Readback(facts.normalizer).scalar(value)})
        if not ring.is_zero(facts.normalizer.scalar(solved)):
            return None
        return _without_powers(facts, value) if tm.is_integer(x) else value
    except (*NOT_NORMAL, SortError, LookupError):
        return None


def _without_powers(facts: Facts, value: Quotient) -> Quotient:
    """The value, less the multiples of equations that take out of it what is no polynomial in integers: 4**n is 3*k + 1,
    by 3*k = 4**n - 1."""
    ring = facts.normalizer.ring
    for fact in facts.props:
        if not is_diophantine(fact) or value.den is not None:
            continue
        equation = facts.normalizer.difference(tm.scalar(fact.left), tm.scalar(fact.right))
        terms = dict(ring.numerator_terms(equation)) if equation.den is None else {}
        ways = [
            ring.subtract(value, ring.scale(equation, c / terms[monomial]))
            for monomial, c in ring.numerator_terms(value)
            if monomial in terms and any(facts.normalizer.atoms[number][0] != "letter" for number, _ in monomial)
        ]
        if ways:
            value = min(ways, key=lambda way: lcm(*(int(c.q) for _, c in ring.numerator_terms(way))))
    return value


def _by_induction(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """3 divides 4**n - 1."""
    from symproof.engines.integers.induct import growing, induct

    for letter in growing(goal) if search.inductions == 0 else ():
        if (found := induct(search, facts, goal, letter)) is not None:
            search.words.append("induction")
            return found
    return None


def _witness(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    value = _solution(facts, goal)
    return None if value is None else at_value(search, facts, goal, Readback(facts.normalizer).scalar(value))
