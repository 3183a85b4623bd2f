"""Functions with f(x + y) = f(x) + f(y) for all real x and y: f(2*k*t/n + s) = (2*k/n)*f(t) + f(s), for integers k and n.

That f(m*z) = m*f(z) for naturals m is an induction. It is used at each whole factor, above and below, of each term of what f
is asked for: f(t/n) = f(t)/n is f(n*z) = n*f(z) at z = t/n. Untrusted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.points import Instantiation, with_values
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Step, state
from symproof.engines.valued import has_value
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.polynomial import Monomial, as_fraction

MOST_LETTERS, MOST = 3, 32
LAST = (("ring", ring), ("linear", linear), ("ideal", ideal))
"""The engines for a goal once the values are known."""


@dataclass
class Wanted:
    """Where f is asked for: the z and m of f(m*z) = m*f(z), and the x and y of f(x + y) = f(x) + f(y)."""

    multiples: list[tuple[tm.Scalar, tm.Scalar]] = field(default_factory=list)
    pairs: list[tuple[tm.Scalar, tm.Scalar]] = field(default_factory=lambda: [(ZERO, ZERO)])


def additive(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation between values of an additive function, by the terms of what it is asked for."""
    laws = [number for number, fact in enumerate(facts.props) if _is_of_pairs(fact)]
    said = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))] if laws else []
    calls = [call for prop in said for call in prop.outer(tm.Apply)]
    wanted = Wanted()
    for arg in dict.fromkeys(arg for call in calls if isinstance(arg := call.arg, tm.Scalar)):
        _take_apart(facts, arg, wanted)
    inner = search.aside([("ring", ring)])
    stated: list[Step] = []
    for f in dict.fromkeys(call.function for call in calls):
        made = _of_naturals(inner, facts, f, laws)
        stated += [] if made is None else [made]
    if not stated:
        return None
    known = facts.extended(prop for prop, _ in stated)
    naturals = range(len(facts.props), len(known.props))
    of_letter: dict[tm.Scalar, list[int]] = {}
    signed = [m for m, _ in wanted.multiples if not known.range(m).is_nonnegative]
    for n in list(dict.fromkeys(signed))[:MOST_LETTERS]:
        for number in naturals:
            every, proof = _of_integer(inner, known, n, laws, number)
            if proof is not None:
                of_letter.setdefault(n, []).append(len(known.props))
                stated.append((every, proof))
                known = known.extended([every])
    values = _at(laws, wanted.pairs)
    for m, z in wanted.multiples:
        values += [(k, (z,)) for k in of_letter[m]] if m in of_letter else [(k, (m, z)) for k in naturals]
    rest = with_values(search.aside(LAST), known, goal, list(dict.fromkeys(values))[:MOST])
    search.words += ["induction"] if rest is not None else []
    return state(stated, rest)


def _is_of_pairs(fact: st.Prop) -> bool:
    """Whether an equation with functions is said of all pairs of real numbers."""
    match fact:
        case st.Each(tm.Variable(domain="real"), st.Each(tm.Variable(domain="real"), st.Relation("=") as body)):
            return body.mentions(tm.Apply)
    return False


def _at(laws: list[int], pairs: list[tuple[tm.Scalar, tm.Scalar]]) -> list[Instantiation]:
    return [(number, pair) for number in laws for pair in pairs]


# Multiples ----------------------------------------------------------------------------------------


def _of_all(f: tm.Function, n: tm.Scalar, facts: Facts) -> st.Each:
    """f(n*z) = n*f(z) for all z."""
    z = fresh(tm.Variable("z", "real"), names_in(n, *facts.props))
    return st.Each(z, st.Relation("=", tm.Apply(f, n * z), n * tm.Apply(f, z)))


def _of_naturals(inner: Search, facts: Facts, f: tm.Function, laws: list[int]) -> tuple[st.Prop, Certificate] | None:
    """f(m*z) = m*f(z) for all naturals m and all z: by induction, as m*z + z is (m + 1)*z."""
    m = fresh(tm.Variable("m", "natural"), names_in(*facts.props))
    every = st.Each(m, _of_all(f, m, facts))
    n, claim = _opened(facts, every)
    z, claim = _opened(facts, claim)
    assert isinstance(n, tm.Variable)  # as its symbol is
    base = with_values(inner, facts, substitute(claim, {n: ZERO}), _at(laws, [(ZERO, ZERO)]))
    before = facts.extended([st.Relation(">=", n, ZERO), claim])
    step = (
        None if base is None else with_values(inner, before, substitute(claim, {n: n + ONE}), _at(laws, [(n * z, z)]))
    )
    if base is None or step is None:
        return None
    return every, ct.Suppose(ct.Suppose(ct.Induction(n, 0, base, step)))


def _of_integer(
    inner: Search, facts: Facts, n: tm.Scalar, laws: list[int], number: int
) -> tuple[st.Prop, Certificate | None]:
    """f(n*z) = n*f(z) for all z, of what is said of all naturals; for n < 0 at -n."""
    of_naturals = facts.props[number]
    assert isinstance(of_naturals, st.Each)  # as it was made
    every = body_at(of_naturals, n)
    z, claim = _opened(facts, every)
    sides: list[Certificate] = []
    for side, m in ((n >= ZERO, n), (n < ZERO, -n)):
        values = [(number, (m, z)), *_at(laws, [(n * z, -n * z), (ZERO, ZERO)])]
        proof = with_values(inner, facts.extended([side]), claim, values)
        if proof is None:
            return every, None
        sides.append(proof)
    return every, ct.Suppose(ct.Cases(n >= ZERO, *sides))


def _opened(facts: Facts, every: st.Prop) -> tuple[tm.Scalar, st.Prop]:
    """What is said of all, of a letter."""
    assert isinstance(every, st.Each)  # by the callers
    letter, _ = facts.opened(every.symbol, None, None, every.body)
    return letter, body_at(every, letter)  # type: ignore[return-value]  # of numbers


# Terms --------------------------------------------------------------------------------------------


def _take_apart(facts: Facts, arg: tm.Scalar, wanted: Wanted) -> None:
    """The terms of what f is asked for, each with its whole factors; and their sums, one after another."""
    terms = [_multiplied(facts, term, wanted) for term in _terms(facts, arg)]
    for k in range(1, len(terms)):
        wanted.pairs.append((sum(terms[1:k], start=terms[0]), terms[k]))


@dataclass
class Term:
    """A product of a number, integers and others, over such a product."""

    number: Fraction
    above: list[tm.Scalar]
    below: list[tm.Scalar]
    rest: tm.Scalar


def _terms(facts: Facts, arg: tm.Scalar) -> list[Term]:
    """The terms of a number, each with its integer factors."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    value = normalizer.scalar(arg)
    bottom = normalizer.ring.numerator_terms(normalizer.ring.denominator(value))
    lead = as_fraction(bottom[0][1]) if len(bottom) == 1 else Fraction(1)
    below, others = _integers(facts, bottom[0][0]) if len(bottom) == 1 else ([], ())
    under = back.scalar(
        normalizer.ring.from_terms([(others, 1)]) if len(bottom) == 1 else normalizer.ring.denominator(value)
    )
    found = []
    for monomial, c in normalizer.ring.numerator_terms(value):
        above, rest = _integers(facts, monomial)
        top = back.scalar(normalizer.ring.from_terms([(rest, 1)]))
        found.append(Term(as_fraction(c) / lead, above, below, top if under == ONE else top / under))
    return found


def _integers(facts: Facts, monomial: Monomial) -> tuple[list[tm.Scalar], Monomial]:
    """The integer letters of a product, as often as they stand in it, and the others."""
    atoms = [(Readback(facts.normalizer).atom(number), number, power) for number, power in monomial]
    whole: list[tm.Scalar] = [atom for atom, _, times in atoms if tm.is_integer_letter(atom) for _ in range(times)]
    return whole, tuple((number, power) for atom, number, power in atoms if not tm.is_integer_letter(atom))


def _multiplied(facts: Facts, term: Term, wanted: Wanted) -> tm.Scalar:
    """A term as it is made of its smallest part, one whole factor after another; without its integers below where these may
    be 0."""
    top, bottom = abs(term.number.numerator), term.number.denominator
    below = [*([tm.Number(Fraction(bottom))] if bottom > 1 else []), *term.below]
    above = [*([tm.Number(Fraction(top))] if top > 1 else []), *term.above]
    start = term.rest
    for m in below:
        start = start / m
    if not has_value(facts, start):
        below, start = [], start
    back = Readback(facts.normalizer)
    for factors in (below, above):
        z = start
        for m in factors:
            wanted.multiples.append((m, z))
            z = back.scalar(facts.normalizer.scalar(m * z))
    if term.number < 0:
        wanted.pairs.append((z, -z))
        z = -z
    return z
