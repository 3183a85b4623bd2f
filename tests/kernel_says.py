"""What the kernel says of a certificate."""

from __future__ import annotations

from collections.abc import Iterable

from symproof import statement as st
from symproof.engines.portfolio import settle
from symproof.kernel import check
from symproof.lemmas import BUDGET
from symproof.prove import read
from symproof.recheck import build, certificates, rules, terms
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.rejected import Rejected
from symproof.verdict import Proved, Verdict


def rejected(claim: st.Prop, certificate: Certificate, given: tuple[st.Prop, ...] = ()) -> bool:
    """Whether the kernel rejects a proof."""
    try:
        check(st.Statement(given, claim), certificate)
    except Rejected:
        return True
    return False


def both_reject(claim: st.Prop, certificate: Certificate, given: tuple[st.Prop, ...] = ()) -> bool:
    """Whether the kernel rejects a proof, once the re-checker is seen to say the same."""
    kernel = rejected(claim, certificate, given)
    try:
        follow_again(st.Statement(given, claim), certificate)
    except terms.Reject:
        again = True
    else:
        again = False
    assert kernel == again
    return kernel


def settled(claim: object, given: Iterable[object] = (), budget: float = BUDGET) -> Verdict:
    """What `prove` says, without its search for the hypothesis that a claim lacks."""
    return settle(read(claim, given), budget=budget, advise=False)


def accepts(verdict: Verdict) -> None:
    """The claim is proved, no oracle is trusted, and the re-checker follows the proof to the same end."""
    assert isinstance(verdict, Proved), verdict
    assert verdict.trusts == frozenset()
    assert follow_again(verdict.statement, verdict.certificate) == frozenset()


def follow_again(statement: st.Statement, certificate: Certificate) -> frozenset[str]:
    """What a proof that the kernel accepted rests on, as the re-checker follows it.

    Raises:
        Exception: its own, where it does not accept it.
    """
    given = tuple(build.read(ct.to_data(prop)) for prop in statement.given)
    written = certificates.read_certificate(ct.to_data(certificate))
    return rules.prove(given, build.read(ct.to_data(statement.claim)), written)
