"""Powers with one symbolic exponent and two bases: a**k <= b**k, and Bernoulli's b**k*a >= a**k*(a + k*(b - a)), where a <= b,
else 0 <= (a**k - b**k)*(a - b); with one base and two exponents: a**m <= a**(m + k) for a >= 1, and the opposite for a <= 1;
with one power, whose exponent also stands beside it, (m + 1)*a**m <= 1 + m*a**(m + 1).
Where exponentials are spoken of, a**k <= exp(a - 1)**k for a >= 0.

They hold for every natural k, by induction over it; the goal is searched for again with these at its own exponents. So
n! <= n**n has a step, by n**n <= (n + 1)**n. Untrusted.

Limits: bases that are known to be positive; two pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.bernoulli import beside
from symproof.engines.functions.chords import denominators
from symproof.engines.functions.logarithms import powers as powers_by_logarithms
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import inequality, positivity
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.engines.valued import has_value
from symproof.functions import exp
from symproof.substitution import body_at, fresh, names_in, replaced
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST, MOST_PAIRS = 2, 3
OF_LOGARITHMS = (
    ("logarithms", powers_by_logarithms),
    ("linear", linear),
    ("positivity", positivity),
    ("inequality", inequality),
    ("inequality", denominators),
)
"""For an order between exponentials, where hypotheses speak of logarithms."""
QUICK = ("ring", "positivity", "linear", "inequality", "induction")


def compared(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between multiples of two powers with one exponent, by the first terms of their quotient."""
    if goal.kind in ("=", "!=") or not isinstance(goal.left, tm.Scalar) or not _in_exponents(goal):
        return None
    powers = _powers(facts, goal)
    pairs = list(_pairs(facts, powers))[:MOST] or [
        (ONE, each.base, each.exponent) for each in powers[:1] if facts.evident(st.Relation(">=", each.base, ONE))
    ]
    found = next((found for pair in pairs if (found := beside(search, facts, goal, *pair)) is not None), None)
    search.words += [] if found is None else ["induction"]
    return found


def _in_exponents(goal: st.Relation) -> bool:
    """Whether a letter stands in an exponent."""
    return any(isinstance(part, tm.Pow) and part.exponent.free for part in goal.subterms())


def raised(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order in which two bases are raised to one exponent."""
    if goal.kind in ("=", "!=") or not isinstance(goal.left, tm.Scalar):
        return None
    stated = Stated(facts)
    powers = _powers(facts, goal)
    taken = names_in(goal, *facts.props)
    of_bases = [(law, e) for low, high, e in list(_pairs(facts, powers))[:MOST] for law in _laws(low, high, set(taken))]
    for laws in (of_bases, list(_of_exponents(facts, powers, taken))[:MOST]):
        _state_laws(search, laws, stated)
    written = [power for power in goal.outer(tm.Pow) if power.exponent.free and _is_natural(facts, power.exponent)]
    inner = search.without(raised)
    of_logarithms = any(tm.is_elementary(part, "log") for prop in (goal, *facts.props) for part in prop.subterms())
    calls = of_logarithms or any(tm.is_elementary(part, "exp") for part in goal.subterms())
    for power in dict.fromkeys([*written, *powers][:MOST]) if calls else ():
        found = _below_exponential(search, stated.facts, power, taken)
        if found is not None:
            stated.add(*found)
            larger: Any = replaced(goal, {power: exp(power.exponent * (power.base - 1))})
            if of_logarithms:
                stated.add(larger, search.aside(OF_LOGARITHMS).prove(stated.facts, larger))
    rest = inner.prove(stated.facts, goal) if stated else None
    search.words += [] if rest is None else ["induction"]
    return stated.then(rest)


def alike(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order in which bases are raised to one exponent, none of them known to be the larger, or of one power whose exponent
    stands beside it too: by engines that add."""
    if goal.kind in ("=", "!=") or not isinstance(goal.left, tm.Scalar):
        return None
    powers, taken = _powers(facts, goal), names_in(goal, *facts.props)
    laws = list(_alike(facts, powers, taken)) or list(_of_one(facts, goal, powers, taken))
    if not laws or len(laws) > MOST_PAIRS or probe.fails(facts, goal):
        return None
    _state_laws(search, laws, stated := Stated(facts))
    rest = search.among(search.named(*QUICK[:-1])).prove(stated.facts, goal) if stated else None
    search.words += [] if rest is None else ["induction"]
    return stated.then(rest)


def _state_laws(search: Search, laws: list[tuple[st.Each, tm.Scalar]], stated: Stated) -> None:
    """State what some laws say at exponents, where they are proved."""
    for law, exponent in laws:
        here, facts = body_at(law, exponent), stated.facts
        proof = None if facts.evident(here) else search.among(search.named(*QUICK), 0.5).prove(facts, law)
        if proof is not None:
            stated.add(here, ct.Have(law, proof, ct.Instance(len(facts.props), exponent, ct.Evident())))


def _below_exponential(
    search: Search, facts: Facts, power: tm.Pow, taken: set[str]
) -> tuple[st.Relation, Certificate] | None:
    """a**m <= exp(a - 1)**m, from a <= exp(a - 1) by induction over m."""
    a, bound = power.base, exp(power.base - 1)
    nonnegative = st.Relation(">=", a, ZERO)
    quick = search.aside((("linear", linear), ("positivity", positivity), ("orderings", orderings)))
    first = quick.prove(facts, nonnegative)
    if first is None or not has_value(facts, bound):
        return None
    k = fresh(tm.Variable("k", "natural", least=0), set(taken))
    law = st.Each(k, st.Relation("<=", a**k, bound**k))
    known = facts.extended([nonnegative, st.Relation(">=", bound, ONE + (a - ONE))])
    letter, inside = known.opened(k, None, None, law.body)
    assert isinstance(letter, tm.Variable)  # as k is
    step = (ct.Piece(bound**letter, (len(known.props) - 1,)), ct.Piece(a, (len(inside.props) + 1,)))
    grown = ct.Suppose(ct.Induction(letter, 0, ct.Evident(), ct.Combination(step)))
    used = ct.Have(law, grown, ct.Instance(len(known.props), power.exponent, ct.Evident()))
    here = st.Relation("<=", power, bound**power.exponent)
    return here, ct.Have(nonnegative, first, ct.Law("exp_above_tangent", (a - ONE,), used))


def _powers(facts: Facts, goal: st.Relation) -> list[tm.Pow]:
    """The powers with natural exponents that the normal forms of goal and facts are made of."""
    atoms: list[tm.Scalar] = []
    back = Readback(facts.normalizer)
    try:
        for prop in (goal, *facts.props):
            match prop:
                case st.Relation(_, tm.Scalar() as left, tm.Scalar() as right):
                    value = facts.normalizer.difference(left, right)
                    atoms += [back.atom(number) for number in facts.normalizer.ring.generators(value)]
    except (*NOT_NORMAL, LookupError):
        return []
    return [atom for atom in dict.fromkeys(atoms) if isinstance(atom, tm.Pow) and _is_natural(facts, atom.exponent)]


def _is_natural(facts: Facts, exponent: tm.Scalar) -> bool:
    """Whether an exponent is known to be an integer that is not negative."""
    return tm.is_integer(exponent) and facts.evident(st.Relation(">=", exponent, ZERO))


def _of_exponents(facts: Facts, powers: list[tm.Pow], taken: set[str]) -> Iterator[tuple[st.Each, tm.Scalar]]:
    """What two powers of one base say of each other, and the difference of their exponents."""
    for first in powers:
        for second in powers:
            base, step = first.base, second.exponent - first.exponent
            if (
                first == second
                or base != second.base
                or not facts.evident(st.Relation("<=", first.exponent, second.exponent))
            ):
                continue
            k = fresh(tm.Variable("k", "natural", least=0), set(taken))
            later = base ** (first.exponent + k)
            if facts.evident(st.Relation(">=", base, ONE)):
                yield st.Each(k, st.Relation("<=", first, later)), step
            elif facts.evident(st.Relation("<=", base, ONE)) and facts.range(base).is_nonnegative:
                yield st.Each(k, st.Relation(">=", first, later)), step


def _of_one(
    facts: Facts, goal: st.Relation, powers: list[tm.Pow], taken: set[str]
) -> Iterator[tuple[st.Each, tm.Scalar]]:
    """(k + 1)*a**k <= 1 + k*a**(k + 1), where the exponent stands beside a power too, and nothing that counts does."""
    for power in powers if not goal.mentions(tm.Binomial, tm.Factorial, tm.Sum, tm.Product) else ():
        base, exponent = power.base, power.exponent
        if isinstance(exponent, tm.Variable) and facts.range(base).is_nonnegative and base.free:
            beside = replaced(replaced(goal, {power: ONE}), {base * power: ONE})
            if exponent in beside.free:
                k = fresh(tm.Variable("k", "natural", least=0), set(taken))
                yield st.Each(k, st.Relation("<=", (k + 1) * base**k, 1 + k * base ** (k + 1))), exponent


def _pairs(facts: Facts, powers: list[tm.Pow]) -> Iterator[tuple[tm.Scalar, tm.Scalar, tm.Scalar]]:
    """Bases a <= b, and the exponent that both of them have."""
    for first in powers:
        for second in powers:
            low, high = first.base, second.base
            if low == high or first.exponent != second.exponent or not first.exponent.free or not high.free:
                continue
            if facts.range(low).is_positive and not probe.fails(facts, st.Relation("<=", low, high)):
                yield low, high, first.exponent


def _alike(facts: Facts, powers: list[tm.Pow], taken: set[str]) -> Iterator[tuple[st.Each, tm.Scalar]]:
    """0 <= (a**k - b**k)*(a - b), where neither letter is known to be the larger one."""
    for first, second in combinations(powers, 2):
        a, b = first.base, second.base
        if first.exponent != second.exponent or not isinstance(a, tm.Variable) or not isinstance(b, tm.Variable):
            continue
        if not facts.range(a).is_nonnegative or not facts.range(b).is_nonnegative:
            continue
        if all(probe.fails(facts, st.Relation(kind, a, b)) for kind in ("<=", ">=")):
            k = fresh(tm.Variable("k", "natural", least=0), set(taken))
            yield st.Each(k, st.Relation("<=", ZERO, (a**k - b**k) * (a - b))), first.exponent


def _laws(low: tm.Scalar, high: tm.Scalar, taken: set[str]) -> Iterator[st.Each]:
    k = fresh(tm.Variable("k", "natural", least=0), taken)
    yield st.Each(k, st.Relation("<=", low**k, high**k))
    yield st.Each(k, st.Relation(">=", high**k * low, low**k * (low + k * (high - low))))
