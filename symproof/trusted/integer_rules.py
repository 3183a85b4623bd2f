"""Rules about letters for integers, rationals and residues: a goal for all their values, from goals about some. Trusted.

Each gives the subgoals that prove the goal, with the facts at each and the certificate that is to prove it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.substitution import names_in, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected

Subgoals = Iterator[tuple[Facts, st.Prop, ct.Certificate]]


def without(facts: Facts, letter: tm.Term) -> Facts:
    """The facts that do not speak of a letter."""
    return Facts((prop for prop in facts.props if letter not in prop.free), peels=facts.normalizer.peels)


def _induction(facts: Facts, goal: st.Prop, certificate: ct.Induction) -> Subgoals:
    n, start = certificate.variable, certificate.start
    if (
        type(start) is not int
        or not isinstance(n, tm.Variable)
        or not tm.is_integer(n)
        or not _takes_all_from(n, start)
    ):
        raise Rejected(f"no induction over {n} from {start}: it is {st.describe(n)}")
    least = st.Relation(">=", n, tm.Number(Fraction(start)))
    if not facts.evident(least):
        raise Rejected(f"the induction starts at {start}, and {least} is not known", needs=least)
    others = without(facts, n)
    yield others, substitute(goal, {n: tm.Number(Fraction(start))}), certificate.base
    yield others.extended([least, goal]), substitute(goal, {n: n + 1}), certificate.step


def _takes_all_from(n: tm.Variable, start: int) -> bool:
    """Whether an integer letter's declaration leaves out none of start, start + 1, ...: the step is for each of them."""
    least = {"positive": 1, "nonzero": 1, "nonnegative": 0}.get(n.sign, start)
    least = max(least, n.least if n.least is not None else 0 if n.domain == "natural" else start)
    return n.sign != "negative" and least <= start


def _cyclic_induction(facts: Facts, goal: st.Prop, certificate: ct.CyclicInduction) -> Subgoals:
    j = certificate.variable
    if not isinstance(j, tm.ResidueVariable):
        raise Rejected(f"{j} is no letter of Z/n to induct over")
    others = without(facts, j)
    yield others, substitute(goal, {j: tm.ResidueNumber(0, j.over)}), certificate.base
    yield others.extended([goal]), substitute(goal, {j: j + 1}), certificate.step


def _remainders(facts: Facts, goal: st.Prop, certificate: ct.Remainders) -> Subgoals:
    """An integer is m*q + r for a remainder r of 0, ..., m - 1, with an integer q; of a letter that is never below 0, q is
    a natural number. The statement is about every value of the letter, so it is asked at these."""
    n, q, modulus = certificate.variable, certificate.quotient, len(certificate.proofs)
    if not isinstance(n, tm.Variable) or not tm.is_integer(n) or not modulus:
        raise Rejected(f"{n} is {st.describe(n)}, and has no remainders modulo {modulus}")
    natural = n.domain == "natural"
    if not q.name or q != (tm.Variable(q.name, "natural", least=0) if natural else tm.Variable(q.name, "integer")):
        raise Rejected(f"{q} is {st.describe(q)}, and the quotient of {n} is any {'natural' if natural else 'integer'}")
    if q.name in names_in(goal, *facts.props):
        raise Rejected(f"{q} is spoken of already, so it cannot be the quotient of {n}")
    for remainder, proof in enumerate(certificate.proofs):
        value = tm.Number(Fraction(modulus)) * q + tm.Number(Fraction(remainder))
        yield *_put_in(facts, goal, n, value), proof


def _as_quotient(facts: Facts, goal: st.Prop, certificate: ct.AsQuotient) -> Subgoals:
    """A rational number is an integer over a positive integer."""
    x, top, bottom = certificate.variable, certificate.top, certificate.bottom
    if not isinstance(x, tm.Variable) or x.domain != "rational":
        raise Rejected(f"{x} is {st.describe(x)}, and not said to be rational")
    if (
        not top.name
        or not bottom.name
        or top.name == bottom.name
        or (top, bottom) != (tm.Variable(top.name, "integer"), tm.Variable(bottom.name, "natural", least=1))
    ):
        raise Rejected(
            f"{top} is {st.describe(top)} and {bottom} {st.describe(bottom)}, no integer over a positive one"
        )
    if {top.name, bottom.name} & names_in(goal, *facts.props):
        raise Rejected(f"{top} or {bottom} is spoken of already, so {x} cannot be their quotient")
    yield *_put_in(facts, goal, x, top / bottom), certificate.proof


def _put_in(facts: Facts, goal: st.Prop, letter: tm.Variable, value: tm.Scalar) -> tuple[Facts, st.Prop]:
    """Facts and a goal with a value for a letter, of which the facts also say what is declared."""
    if any(other != letter and letter in other.free for prop in (goal, *facts.props) for other in prop.free):
        raise Rejected(f"{letter} is the size of an index set, and nothing else may stand in its place")
    declared = st.domain_of(letter)
    props = facts.props if declared is None else (*facts.props, declared)
    known = Facts((substitute(prop, {letter: value}) for prop in props), peels=facts.normalizer.peels)
    return known, substitute(goal, {letter: value})


SUBGOALS: dict[type, Callable[[Facts, st.Prop, Any], Subgoals]] = {
    ct.Induction: _induction,
    ct.CyclicInduction: _cyclic_induction,
    ct.Remainders: _remainders,
    ct.AsQuotient: _as_quotient,
}
