"""Rules about letters for integers and residues: a goal for all their values, from goals about some. Trusted.

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
    if any(letter != n and n in letter.free for prop in (goal, *facts.props) for letter in prop.free):
        raise Rejected(f"{n} is the size of an index set, which has no remainder in its place")
    declared = st.domain_of(n)
    props = facts.props if declared is None else (*facts.props, declared)
    for remainder, proof in enumerate(certificate.proofs):
        value = {n: tm.Number(Fraction(modulus)) * q + tm.Number(Fraction(remainder))}
        known = Facts((substitute(prop, value) for prop in props), peels=facts.normalizer.peels)
        yield known, substitute(goal, value), proof


SUBGOALS: dict[type, Callable[[Facts, st.Prop, Any], Subgoals]] = {
    ct.Induction: _induction,
    ct.CyclicInduction: _cyclic_induction,
    ct.Remainders: _remainders,
}
