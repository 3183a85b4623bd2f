"""Facts that contradict each other at sight: an order, where its opposite is evident, too.

What is known of a number then lies between ends that have crossed, so |x| is read as x and as -x, and no engine that reads it in
one way need see the contradiction: x < y and |x - y| < (y - x)/2. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def at_odds(_: Search, facts: Facts, __: st.Relation) -> Certificate | None:
    """Any goal, where a strict order among the facts is one of them whose opposite is evident."""
    both = ct.Combination((ct.Piece(ONE, (len(facts.props),)), ct.Piece(ONE, (len(facts.props) + 1,))))
    for fact in facts.props:
        if isinstance(fact, st.Relation) and fact.kind in ("<", ">") and isinstance(fact.left, tm.Scalar):
            opposite = st.Relation(st.NEGATED[fact.kind], fact.left, fact.right)
            if facts.evident(opposite):
                return ct.Absurd(ct.Have(fact, ct.Evident(), ct.Have(opposite, ct.Evident(), both)))
    return None
