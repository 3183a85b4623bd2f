"""Orders between logarithms: 0 <= a log(p) - b log(q) + r, with integers a, b >= 0, is q**b <= p**a * exp(r), and the logarithm
is increasing.

So log(1 + exp(-x)) >= log(2) - x/2 is 2*exp(-x/2) <= 1 + exp(-x), a square. Untrusted: the kernel takes logarithms again.

Limits: coefficients that are numbers with small denominators, or whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from math import lcm

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.laws import Use, with_laws
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, sum_of_facts
from symproof.evaluation.truth import slope
from symproof.functions import exp, log
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import as_fraction

MOST, DEEPEST = 8, 3
"""Of the exponents on a side; goals deeper in a search are left to the others."""
Addend = tuple[tm.Scalar, Fraction]


def logarithms(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order by what it says of the arguments of its logarithms; an equation by the orders that it is made of."""
    if goal.kind == "=" and any(tm.is_elementary(part, "log") for part in goal.subterms()):
        below, above = (logarithms(search, facts, st.Relation(kind, goal.left, goal.right)) for kind in ("<=", ">="))
        return None if below is None or above is None else ct.Between(below, above)
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    small, large, strict = ends
    addends = [*_addends(large, Fraction(1)), *_addends(small, Fraction(-1))]
    logs = [(*found, c) for term, c in addends if (found := _logarithm(term)) is not None]
    rest = [(term, c) for term, c in addends if _logarithm(term) is None]
    scale = lcm(*(c.denominator for *_, c in logs))
    if not logs or scale * sum(abs(c) for *_, c in logs) > MOST:
        return None
    if any(tm.is_elementary(part, "log") for term, _ in rest for part in term.subterms()):
        return None
    left: tm.Scalar = ONE
    right: tm.Scalar = ONE
    for argument, times, c in logs:
        exponent = times * tm.Number(abs(c) * scale) if abs(c) * scale != 1 else times
        power = argument if exponent == ONE else argument**exponent
        left, right = (left * power, right) if c < 0 else (left, right * power)
    if rest:
        left = left * exp(sum((tm.Number(-scale * c) * term for term, c in rest), start=ZERO))
    kind, law = ("<", "log_strictly_increasing") if strict else ("<=", "log_increasing")
    order = st.Relation(kind, left, right)
    try:
        if not all(facts.evident(st.Relation(">", side, ZERO)) for side in (left, right)):
            return None
        proof = search.prove(facts, order)
    except NOT_NORMAL:
        return None
    if proof is None:
        return None
    done = ct.Combination((ct.Piece(tm.Number(Fraction(1, scale)), (len(facts.props) + 1,)),))
    return ct.Have(order, proof, ct.Law(law, (left, right), done))


COUNTED = (tm.Factorial, tm.Binomial, tm.Sum, tm.Product)
"""What a logarithm makes no simpler."""


def powers(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between products of powers with exponents that are no numbers, by what it says of the logarithms."""
    ends = oriented(goal)
    if ends is None or not any(_has_power(side) for side in ends[:2]):
        return None
    small, large, strict = ends
    if any(isinstance(part, COUNTED) for side in (small, large) for part in side.subterms()):
        return None
    if not all(facts.evident(st.Relation(">", side, ZERO)) for side in (small, large)):
        return None
    kind, law = ("<", "log_reflects_strictly") if strict else ("<=", "log_reflects")
    logs = log(small), log(large)
    try:
        order = st.Relation(kind, _log(small), _log(large))
        inner = search.among(search.others(logarithms, powers))
        proof = inner.prove(facts, order)
    except NOT_NORMAL:
        return None
    if proof is None:
        return None
    search.words.append("logarithms")
    number = len(facts.props)
    same = sum_of_facts(number)
    of_logs = st.Relation(kind, *logs)
    done = ct.Law(law, (small, large), sum_of_facts(number + 2))
    return ct.Have(order, proof, ct.Have(of_logs, same, done))


def exponents(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with what is said of products of powers as it is of their exponents: 2**x * 3**x = 36 is
    x*log(2) + x*log(3) = log(36). A power that other facts determine, by 4**x - 2*2**x = 8, is said first."""
    known, wrap = _determined(search, facts, goal)
    found = with_laws(search, known, goal, _of_exponents(known), exponents)
    return None if found is None else wrap(found)


def _determined(search: Search, facts: Facts, goal: st.Relation) -> tuple[Facts, Wrap]:
    """For a goal x = c, that b**x = b**c, where equations about powers give that; and how to state it."""
    match goal:
        case st.Relation("=", tm.Variable(domain="real") as x, tm.Number() as c):
            powers = {
                part.base
                for fact in facts.props
                if st.is_equation(fact)
                for part in fact.subterms()
                if isinstance(part, tm.Pow) and isinstance(part.base, tm.Number) and x in part.exponent.free
            }
            for base in sorted(powers, key=lambda base: base.value)[:1]:
                equal = st.Relation("=", base**x, base**c)
                quick = search.aside(search.named("ring", "positivity", "ideal"))
                if equal not in facts.props and (proof := quick.prove(facts, equal)) is not None:
                    return facts.extended([equal]), partial(ct.Have, equal, proof)
    return facts, lambda proof: proof


def _of_exponents(facts: Facts) -> Iterator[Use]:
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.Scalar() as small, tm.Scalar() as large):
                law = "exp_injective"
                small, large = _two_terms(facts, small, large) or (small, large)
            case st.Relation() if (ends := oriented(fact)) is not None:
                small, large, strict = ends
                law = "exp_reflects_strictly" if strict else "exp_reflects"
            case _:
                continue
        logs = _log(small), _log(large)
        inside = [part.args[0] for side in logs for part in side.outer(tm.Elementary) if tm.is_elementary(part, "log")]
        if any(map(_has_exponent, (small, large))) and not any(map(_has_exponent, inside)):
            yield law, logs


def _two_terms(facts: Facts, left: tm.Scalar, right: tm.Scalar) -> tuple[tm.Scalar, tm.Scalar] | None:
    """An equation with sums that is one of two terms: 2**n - 1 = 31 is 2**n = 32, and 2**n + 2**m = 2**(n + 1) is 2**m = 2**n."""
    if not any(isinstance(part, tm.Add) for side in (left, right) for part in _outside(side)):
        return None
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    try:
        gap = facts.normalizer.difference(left, right)
        terms = ring.numerator_terms(gap) if gap.den is None else []
        if len(terms) != 2 or as_fraction(terms[0][1]) * as_fraction(terms[1][1]) >= 0:
            return None
        small, large = (back.scalar(ring.from_terms([(monomial, abs(c))])) for monomial, c in terms)
    except (*NOT_NORMAL, LookupError):
        return None
    return small, large


def _outside(term: tm.Scalar) -> Iterator[tm.Scalar]:
    """A term and what it adds up."""
    yield term
    for part in term.args if isinstance(term, tm.Add) else ():
        yield from _outside(part)


def _has_exponent(term: tm.Scalar) -> bool:
    """Whether letters stand in an exponent."""
    return any(isinstance(part, tm.Pow) and part.exponent.free for part in term.subterms())


def _log(term: tm.Scalar) -> tm.Scalar:
    """The logarithm of a product of powers, written out."""
    match term:
        case tm.Mul((first, *rest)):
            return sum((_log(arg) for arg in rest), start=_log(first))
        case tm.Div(top, bottom):
            return _log(top) - _log(bottom)
        case tm.Pow(base, exponent):
            return exponent * _log(base)
        case tm.Elementary("exp", (exponent,)):
            return exponent
    return log(term)


def _has_power(term: tm.Scalar) -> bool:
    """Whether a factor is a power whose exponent is no number, or an exponential of what is not linear."""
    match term:
        case tm.Mul(args):
            return any(map(_has_power, args))
        case tm.Div(top, bottom):
            return _has_power(top) or _has_power(bottom)
        case tm.Pow(base, exponent):
            return bool(exponent.free) and (not tm.is_integer(exponent) or bool(base.free & exponent.free))
        case tm.Elementary("exp", (exponent,)):
            return any(slope(exponent, letter) is None for letter in exponent.free)
    return False


def _addends(term: tm.Scalar, factor: Fraction) -> Iterator[Addend]:
    """What a term adds up, with the number before each."""
    match term:
        case tm.Add(args):
            for arg in args:
                yield from _addends(arg, factor)
        case tm.Neg(arg):
            yield from _addends(arg, -factor)
        case tm.Mul((tm.Number(c), *others)):
            yield from _addends(tm.product_of(others), factor * c)
        case tm.Mul((*others, tm.Number(c))):
            yield from _addends(tm.product_of(others), factor * c)
        case tm.Div(top, tm.Number(c)) if c:
            yield from _addends(top, factor / c)
        case _ if term != ZERO:
            yield term, factor


def _logarithm(term: tm.Scalar) -> tuple[tm.Scalar, tm.Scalar] | None:
    """p and t of log(p), or of t*log(p) with a whole t."""
    match term:
        case tm.Elementary("log", (argument,)):
            return argument, ONE
        case tm.Mul(args):
            for k, arg in enumerate(args):
                others = args[:k] + args[k + 1 :]
                if tm.is_elementary(arg, "log") and all(map(tm.is_integer, others)):
                    return arg.args[0], tm.product_of(others)
    return None
