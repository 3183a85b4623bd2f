"""The n-th difference of what is of degree n, or n + 1, in the index: sum (-1)^k C(n, k) (x + s k)^n = (-s)^n n!, for all x.

The terms at n + 1 are x times those at n, less (x + s (n + 1)) times those at n and x + s, but for what telescopes; of
C(x + s k, n), s = 1 or -1, they are those at n and one of the two neighbours of x. What a sum has in the place of x is put
there last. Untrusted: the kernel follows the induction that `contiguous` makes of it.

Limits: the sum goes from 0 to n, and (-1)^k C(n, k) stands beside one power, or one coefficient, of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.gaps import whole_gap
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.search import Search
from symproof.engines.sums.contiguous import SECONDS, Move, for_all
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST_ABOVE = 1


def differences(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation with one such sum: by what the sum is for any x."""
    if goal.kind != "=" or search.inductions or not isinstance(goal.left, tm.Scalar):
        return None
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    if len(sums) != 1 or sums[0].body.mentions(tm.Sum, tm.Product):
        return None
    (total,) = sums
    n = total.high
    if total.low != ZERO or not isinstance(n, tm.Variable) or n.domain != "natural" or facts.range(n).low != 0:
        return None
    if not any(isinstance(part, tm.Binomial) and part.top == n for part in total.body.subterms()):
        return None
    inner = search.among(search.others(differences), SECONDS)
    for general, move, place in _generals(facts, total, n):
        found = for_all(inner, facts, general, move)
        if found is None:
            continue
        proof, every = found
        number = len(facts.props)
        here = substitute(general, {move.letter: place})
        assert isinstance(here, st.Relation)  # as it is of any letter
        known = facts.extended([every, every.body, here])
        rest = search.try_out(known, goal) or ideal(inner, known, goal)  # ideal: (-1)^n (-1)^n is 1
        if rest is not None:
            return ct.Have(every, proof, ct.Instance(number, n, ct.Instance(number + 1, place, rest)))
    return None


def _generals(facts: Facts, total: tm.Sum, n: tm.Variable) -> Iterator[tuple[st.Relation, Move, tm.Scalar]]:
    """Of the powers and coefficients in the terms: what the sum with them is for any x, how it grows, and the value of x."""
    k = total.index
    x: tm.Variable = fresh(tm.Variable("x"), names_in(total, *facts.props))
    signs, over, before = (-ONE) ** k, tm.Binomial(n, k), tm.Binomial(n, k - 1)
    powers: list[tm.Pow | tm.Binomial] = [*total.body.outer(tm.Pow), *total.body.outer(tm.Binomial)]
    for part in dict.fromkeys(powers):
        base = part.base if isinstance(part, tm.Pow) else part.top
        slope = whole_gap(facts, substitute(base, {k: k + 1}), base)  # of s k and something without k
        if slope is None or slope == 0:
            continue
        inside, moved = x + tm.scalar(slope) * k, tm.scalar(slope)
        start = substitute(base, {k: ZERO})
        match part:
            case tm.Pow(exponent=exponent):
                above = whole_gap(facts, exponent, n)
                if above is None or not 0 <= above <= MOST_ABOVE:
                    continue
                closed = (-moved) ** n * tm.Factorial(n + tm.scalar(above) if above else n)
                closed = closed * (x + moved * n / 2) if above else closed
                terms = inside ** (n + tm.scalar(above) if above else n)
                weight = x + moved * (n + 1)
                law = -weight * (signs * before * terms)
                move = Move(n, x, slope, -weight, law, ((n, k - 1),), x)
            case tm.Binomial(_, bottom):
                above = whole_gap(facts, bottom, n)
                if above != 0 or abs(slope) != 1:
                    continue
                terms, closed = tm.Binomial(inside, n), (-moved) ** n
                longer = tm.Binomial(inside, n + 1)
                uses = ((n, k - 1), (inside - 1 if slope < 0 else inside, n))
                step, factor = (-1, ONE) if slope < 0 else (0, -ONE)
                law = -(signs * before * longer)
                weights = (signs * longer, factor * signs * over)
                move = Move(n, x, step, factor if step else ZERO, law, uses, ZERO if step else factor, weights)
        yield st.Relation("=", tm.Sum(signs * over * terms, k, ZERO, n), closed), move, start
