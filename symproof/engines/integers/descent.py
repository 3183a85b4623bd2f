"""Infinite descent: a form in integers that is zero only where every letter is divisible by a prime is zero only at zero.

p**2 = 2*q**2 makes p even, then q; half of both solve it again. So p**2 + q**2 <= N leaves p = q = 0 for every natural N, by
induction over it, which `descent` states and uses at N = p**2 + q**2. Whether a prime comes out for all letters is known from
numbers before a certificate is written. Untrusted.

Limits: one homogeneous equation, of degree two or more, in at most four letters; the primes of `PRIMES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.diophantine import (
    Polynomial,
    equations,
    is_diophantine,
    letters_of,
    polynomial,
    value_at,
)
from symproof.engines.integers.remainders import MOST_CASES, clash, told_apart
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.ring import ring
from symproof.engines.polynomials.sos import sos
from symproof.engines.search import FALSE, Search
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

PRIMES, MOST_LETTERS = (2, 3, 5, 7, 11, 13), 4
QUICK = (
    ("ring", ring),
    ("positivity", positivity),
    ("linear", linear),
    ("ideal", ideal),
    ("squares", sos),
)


def descent(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal a != b, or any goal, where a = b, or an equation among the facts, leaves only zero for its letters."""
    if goal.kind == "!=" and isinstance(goal.left, tm.Scalar):
        same = st.Relation("=", goal.left, goal.right)
        supposed = facts.extended([same])
        if is_diophantine(same) and (stated := _only_zero(search, supposed, same)) is not None:
            rest = search.among(QUICK).prove(supposed.extended([stated[0]]), FALSE)
            if rest is not None:
                return ct.Cases(same, ct.Absurd(ct.Have(*stated, rest)), ct.Evident())
    for equation in facts.props:
        if not is_diophantine(equation):
            continue
        if all(facts.evident(st.Relation("=", letter, ZERO)) for letter in equation.free):
            continue
        if (stated := _only_zero(search, facts, equation)) is not None:
            rest = search.prove(facts.extended([stated[0]]), goal)
            return None if rest is None else ct.Have(*stated, rest)
    return None


def _only_zero(search: Search, facts: Facts, equation: st.Relation) -> tuple[st.Prop, Certificate] | None:
    """That each letter of an equation is zero, and a proof by descent."""
    form = polynomial(facts, equation)
    degrees = {sum(power for _, power in monomial) for monomial in form}
    letters = list(dict.fromkeys(letter for monomial in form for letter, _ in monomial))
    if len(degrees) != 1 or min(degrees) < 2 or not 2 <= len(letters) <= MOST_LETTERS:
        return None
    taken = names_in(equation, *facts.props)
    own = {letter: fresh(tm.Variable(letter.name, "integer"), taken) for letter in letters}
    below = fresh(tm.Variable("N", "natural", least=0), taken)
    law = _law(substitute(equation, own), tuple(own.values()), below)
    of_own = {tuple((own[x], power) for x, power in monomial): c for monomial, c in form.items()}
    plan = next(((r, found) for r in PRIMES if (found := _plan(of_own, list(own.values()), r))), None)
    if plan is None or (proof := _proved(search, facts, law, *plan)) is None:
        return None
    values = (_size(letters), *letters)
    said = _at(law, values)[1]
    premise = ct.Parts((ct.Evident(), ct.Evident()))
    used = _used(facts.extended([law]), len(facts.props), values, premise, ct.Evident())
    return said.right, ct.Have(law, proof, used)


def _size(letters: Sequence[tm.Scalar]) -> tm.Scalar:
    return sum((letter**2 for letter in letters[1:]), start=letters[0] ** 2)


def _at(law: st.Prop, values: Sequence[tm.Scalar]) -> tuple[list[st.Prop], st.Implies]:
    """What a law says when it takes its letters one by one, and at last: an implication."""
    said: list[st.Prop] = []
    for value in values:
        assert isinstance(law, st.Each)  # there is a letter for each value
        law = body_at(law, value)
        said.append(law)
    assert isinstance(law, st.Implies)
    return said, law


def _used(
    facts: Facts, number: int, values: Sequence[tm.Scalar], premise: Certificate, rest: Certificate
) -> Certificate:
    """The rest, with the conclusion of a fact at some values; it takes its letters one by one, each a fact more."""
    numbers = [number, *(len(facts.props) + k for k in range(len(values)))]
    rest = ct.Detach(numbers[-1], premise, rest)
    for k, value in reversed(list(enumerate(values))):
        rest = ct.Instance(numbers[k], value, rest)
    return rest


def _law(equation: st.Prop, letters: tuple[tm.Variable, ...], below: tm.Variable) -> st.Each:
    """For all N, and all integers whose squares add up to N at the most: where the equation holds, they are zero."""
    zero = st.And(tuple(st.Relation("=", letter, ZERO) for letter in letters))
    law: st.Prop = st.Implies(st.And((equation, st.Relation("<=", _size(letters), below))), zero)
    for letter in (*reversed(letters), below):
        law = st.Each(letter, law)
    assert isinstance(law, st.Each)  # as there are letters
    return law


def _plan(form: Polynomial, letters: list[tm.Variable], prime: int) -> list[list[tm.Variable]]:
    """Which letters are divisible by a prime, and then which others; nothing where that does not come out for all."""
    steps: list[list[tm.Variable]] = []
    while len(done := [x for step in steps for x in step]) < len(letters):
        power = prime
        while all(c % (power * prime) == 0 for c in form.values()):
            power *= prime
        content = power // prime if any(c % prime for c in form.values()) else power
        form = {monomial: c / content for monomial, c in form.items()}
        here = letters_of([form], prime)
        if set(here) & set(done) or not _all_divisible(form, here, prime):
            return []
        steps.append(here)
        form = {
            monomial: c * prime ** sum(power for letter, power in monomial if letter in here)
            for monomial, c in form.items()
        }
    return steps


def _all_divisible(form: Polynomial, letters: list[tm.Variable], prime: int) -> bool:
    """Whether the form is no multiple of a prime but where each of these letters is one."""
    if prime ** len(letters) > MOST_CASES:
        return False
    for values in product(range(prime), repeat=len(letters)):
        at = dict(zip(letters, values, strict=True))
        if (
            any(values)
            and not sum(value_at(monomial, c, at, prime) for monomial, c in form.items() if c % prime) % prime
        ):
            return False
    return True


def _proved(
    search: Search, facts: Facts, law: st.Each, prime: int, plan: list[list[tm.Variable]]
) -> Certificate | None:
    """The law by induction over N: what is divided by the prime is a smaller solution."""
    quick = search.among(QUICK)
    outside = len(facts.props)
    letter, facts = facts.opened(law.symbol, None, None, law.body)
    assert isinstance(letter, tm.Variable)  # as the law says
    before = body_at(law, letter)
    known = facts.extended([st.Relation(">=", letter, ZERO), before])
    goal, depth = substitute(before, {letter: letter + 1}), 0
    while isinstance(goal, st.Each):
        opened, known = known.opened(goal.symbol, None, None, goal.body)
        plan = [[opened if x == goal.symbol else x for x in step] for step in plan]  # type: ignore[misc]
        goal, depth = body_at(goal, opened), depth + 1
    assert isinstance(goal, st.Implies)
    step = _step(quick, known.extended([goal.left]), goal.right, outside + 1, prime, plan)
    if step is None:
        return None
    for _ in range(depth + 1):
        step = ct.Suppose(step)
    return ct.Suppose(ct.Induction(letter, 0, _base(before, outside + 2), step))


def _step(
    search: Search, facts: Facts, goal: st.Prop, number: int, prime: int, plan: list[list[tm.Variable]]
) -> Certificate | None:
    """Each letter by its remainder: where one is not 0 the equation clashes, else the quotients are a smaller solution."""
    numbers = equations(facts)

    def leaf(known: Facts, left: st.Prop) -> Certificate | None:
        if (found := clash(known, left, numbers)) is not None:
            return found
        if plan[1:]:
            return _step(search, known, left, number, prime, plan[1:])
        return _at_quotients(search, known, left, number)

    return told_apart(facts, goal, prime, plan[0], leaf)


def _base(law: st.Prop, number: int) -> Certificate:
    """Squares that add up to 0 at the most are those of zeros."""
    letters = []
    while isinstance(law, st.Each):
        assert isinstance(law.symbol, tm.Variable)  # as the letters of the law are
        letters.append(law.symbol)
        law = law.body
    done: Certificate = ct.Parts(tuple(_zero(letter, number + k) for k, letter in enumerate(letters)))
    for _ in range(len(letters) + 1):
        done = ct.Suppose(done)
    return done


def _zero(letter: tm.Scalar, number: int) -> Certificate:
    """A letter is zero, since its square is at most 0 at sight; after as many facts as the number says."""
    both = ct.Absurd(ct.Combination((ct.Piece(ONE, (number + 1, number + 1)), ct.Piece(ONE, (number,)))))
    sides = (ct.Cases(st.Relation(kind, letter, ZERO), ct.Evident(), both) for kind in ("<=", ">="))
    return ct.Have(st.Relation("<=", letter**2, ZERO), ct.Evident(), ct.Between(*sides))


def _at_quotients(search: Search, facts: Facts, goal: st.Prop, number: int) -> Certificate | None:
    """The goal that multiples are zero, as what is supposed of smaller solutions says it of the quotients."""
    assert isinstance(goal, st.And)  # as the law says
    quotients = [letter for part in goal.args for letter in part.free if isinstance(letter, tm.Variable)]
    said, law = _at(facts.props[number], quotients)
    known = facts.extended(said)
    premise = search.prove(known, law.left)
    rest = None if premise is None else search.prove(known.extended([law.right]), goal)
    if premise is None or rest is None:
        return None
    return _used(facts, number, quotients, premise, rest)
