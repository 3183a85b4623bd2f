"""Orders between sums of a function, f(a) + f(b) + f(c) <= C, where a + b + c is a number: each addend is at most its tangent at
the mean, and the tangents add up. sin(A) + sin(B) + sin(C) <= 3*sqrt(3)/2 for the angles of a triangle. Untrusted.

That f is below its tangent is a lemma about one letter, proved by its slopes and used at all.

Limits: letters >= 0; each addend a function of one of them, the same for all.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.slopes import SMOOTH, put_in, slopes
from symproof.engines.logic.points import with_values
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback, in_normal_form
from symproof.engines.polynomials.touching import addends_of
from symproof.engines.search import Search, in_turn, state
from symproof.errors import SymproofError
from symproof.substitution import fresh, names_in
from symproof.symbols import real
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST, SECONDS = 6, 1.5
INSIDE = ("enclosure", "ring", "positivity", "linear", "inequality", "laws")
"""What is tried on the lemma beside slopes."""


def tangents(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums, of whose addends two or more are one function of letters that add up to a number."""
    ends = oriented(goal)
    if ends is None or ends[2] or search.inductions:
        return None
    addends = [*addends_of(ends[1]), *(tm.Neg(term) for term in addends_of(ends[0]))]
    bent = [term for term in addends if any(map(_is_bent, term.subterms()))]
    letters = [next(iter(term.free)) for term in bent if len(term.free) == 1]
    if not 2 <= len(bent) <= MOST or len(set(letters)) < len(bent) or len(letters) < len(bent):
        return None
    x = letters[0]
    if not all(isinstance(each, tm.Variable) and facts.evident(st.Relation(">=", each, ZERO)) for each in letters):
        return None
    try:
        whole = _sum_of(facts, set(letters))
        same = [facts.normalizer.scalar(put_in(term, y, x)) for term, y in zip(bent, letters, strict=True)]
        if whole is None or len({facts.normalizer.ring.freeze(value) for value in same}) > 1:
            return None
        return _by_lemma(search, facts, goal, bent[0], letters, whole)
    except (*NOT_NORMAL, LookupError, SymproofError):
        return None


def _by_lemma(
    search: Search, facts: Facts, goal: st.Relation, term: tm.Scalar, letters: list[tm.Term], whole: tm.Scalar
) -> Certificate | None:
    x, place = letters[0], in_normal_form(facts.normalizer, whole / len(letters))
    assert isinstance(x, tm.Variable)  # as was asked
    y = fresh(real(x.name), names_in(*facts.props, goal))
    rate = in_normal_form(facts.normalizer, tm.Derivative(put_in(term, x, y), y))
    slope = in_normal_form(facts.normalizer, put_in(rate, y, place))
    order = st.Relation("<=", put_in(term, x, place) + slope * (y - place), put_in(term, x, y))
    within = st.And((st.Relation(">=", y, ZERO), st.Relation("<=", y, whole)))
    if probe.fails(facts.extended(within.args), order):
        return None
    lemma = st.Each(y, st.Implies(within, order))
    rows = [*search.named(*INSIDE), ("slopes", slopes)]
    proof = search.among(rows, SECONDS).prove(facts, lemma)
    if proof is None:
        return None
    quick = search.among(search.named(*INSIDE[1:5]), SECONDS)
    known = facts.extended([lemma])
    ends = in_turn(quick, known, [st.Relation("<=", each, whole) for each in letters])
    if ends is None:
        return None
    inside = known.extended(prop for prop, _ in ends)
    rest = with_values(quick, inside, goal, [(len(facts.props), (each,)) for each in letters])
    return None if rest is None else ct.Have(lemma, proof, state(ends, rest))


def _sum_of(facts: Facts, letters: set[tm.Term]) -> tm.Scalar | None:
    """What the letters add up to, by an equation among the facts."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    own = {normalizer.single(normalizer.scalar(letter)) for letter in letters}  # type: ignore[arg-type]  # scalars
    for fact in facts.props:
        if not st.is_equation(fact) or not letters <= fact.free:
            continue
        gap = normalizer.difference(fact.left, tm.scalar(fact.right))  # type: ignore[arg-type]  # as letters are numbers
        terms = ring.numerator_terms(gap) if gap.den is None else []
        about = [(monomial, c) for monomial, c in terms if any(number in own for number, _ in monomial)]
        alone = {monomial[0][0] for monomial, _ in about if len(monomial) == 1 and monomial[0][1] == 1}
        if alone == own and len(about) == len(own) and len({str(c) for _, c in about}) == 1:
            others = ring.from_terms([row for row in terms if row not in about])
            return Readback(normalizer).scalar(ring.scale(others, -1 / about[0][1]))
    return None


def _is_bent(part: tm.Term) -> bool:
    return isinstance(part, tm.Elementary) and part.function in SMOOTH and bool(part.free)
