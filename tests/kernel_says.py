"""What the kernel says of a certificate."""

from __future__ import annotations

from symproof import certificate as ct
from symproof import statement as st
from symproof.certificate import Certificate
from symproof.kernel import check
from symproof.recheck import build, certificates, rules
from symproof.rejected import Rejected


def rejected(claim: st.Prop, certificate: Certificate, given: tuple[st.Prop, ...] = ()) -> bool:
    """Whether the kernel rejects a proof."""
    try:
        check(st.Statement(given, claim), certificate)
    except Rejected:
        return True
    return False


def follow_again(statement: st.Statement, certificate: Certificate) -> None:
    """Have the re-checker follow a proof that the kernel accepted.

    Raises:
        Exception: its own, where it does not accept it.
    """
    given = tuple(build.read(ct.to_data(prop)) for prop in statement.given)
    rules.prove(given, build.read(ct.to_data(statement.claim)), certificates.read_certificate(ct.to_data(certificate)))
