"""What the kernel says of a certificate."""

from __future__ import annotations

from symproof import statement as st
from symproof.certificate import Certificate
from symproof.kernel import check
from symproof.rejected import Rejected


def rejected(claim: st.Prop, certificate: Certificate, given: tuple[st.Prop, ...] = ()) -> bool:
    """Whether the kernel rejects a proof."""
    try:
        check(st.Statement(given, claim), certificate)
    except Rejected:
        return True
    return False
