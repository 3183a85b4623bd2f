"""The kernel: the only maker of `Proved` and `Refuted`.

`check` makes a `Proved` when the rules accept a certificate; `compose` when the links of a chain are proved; `confirm`
makes a `Refuted` when exact evaluation at a point shows the failure, `disprove` when the hypotheses hold at a point and the
opposite of the claim is proved there, `weaken` when the hypotheses follow from others under which it fails. Everything else
only proposes.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm
from symproof import verdict as vd
from symproof.point import Point
from symproof.statement import Statement
from symproof.substitution import substitute
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import follow

if TYPE_CHECKING:
    from symproof.evaluation.evaluate import Failure

COMPOSE = {
    ("=", "="): "=", ("=", "<="): "<=", ("=", "<"): "<", ("=", ">="): ">=", ("=", ">"): ">", ("=", "!="): "!=",
    ("<=", "="): "<=", ("<", "="): "<", (">=", "="): ">=", (">", "="): ">", ("!=", "="): "!=",
    ("<=", "<="): "<=", ("<=", "<"): "<", ("<", "<="): "<", ("<", "<"): "<",
    (">=", ">="): ">=", (">=", ">"): ">", (">", ">="): ">", (">", ">"): ">",
}  # fmt: skip
"""a R b and b S c give a T c; pairs that are not here give nothing."""


@lru_cache(maxsize=8)
def facts_of(given: tuple[st.Prop, ...]) -> Facts:
    """The hypotheses as facts; kept, as the steps of a derivation share them (some: what is learned from one set may take
    100 MB). `Facts` never change."""
    return Facts(given)


def check(
    statement: Statement, certificate: Certificate, *, by: str = "", lemmas: Sequence[vd.Proved] = ()
) -> vd.Proved:
    """A verdict from a certificate.

    Raises:
        Rejected: the certificate does not prove the statement.
    """
    for lemma in lemmas:
        if type(lemma) is not vd.Proved:  # not a class made from it, which anybody may fill in
            raise Rejected(f"{lemma!r} is cited and is not proved")
    trusts = follow(facts_of(statement.given), statement.claim, certificate, lemmas)
    return vd.Proved(statement, by=by, trusts=trusts, certificate=certificate, seal=vd._SEAL)


def compose(statement: Statement, links: Sequence[vd.Proved]) -> vd.Proved:
    """The verdict on `given |- first R last` from those on the links of a chain, under the same hypotheses.

    Raises:
        Rejected: the links do not join, have other hypotheses, or do not give that relation.
    """
    claims = [link.statement.claim for link in links if type(link) is vd.Proved]
    if not claims or len(claims) != len(links) or any(link.statement.given != statement.given for link in links):
        raise Rejected(f"{statement.claim} has not all its links proved under its own hypotheses")
    trusts = frozenset[str]().union(*(link.trusts for link in links))
    joined = claims[0]
    for claim in claims[1:]:
        joined = _join(joined, claim)
    if joined != statement.claim:
        raise Rejected(f"the chain gives {joined}, not {statement.claim}")
    return vd.Proved(statement, by="chain", trusts=trusts, seal=vd._SEAL)


def _join(first: st.Prop, second: st.Prop) -> st.Prop:
    match first, second:
        case st.Relation(r, a, b), st.Relation(s, c, d) if b == c and (r, s) in COMPOSE:
            return st.Relation(COMPOSE[r, s], a, d)
        case st.Iff(a, b), st.Iff(c, d) if b == c:
            return st.Iff(a, d)
        case st.Implies(a, b) | st.Iff(a, b), st.Implies(c, d) | st.Iff(c, d) if b == c:
            return st.Implies(a, d)
        case _:
            raise Rejected(f"{first} and {second} are no links of a chain")


def confirm(statement: Statement, point: Point, *, by: str = "falsify", advice: str = "") -> vd.Refuted:
    """A verdict from a point at which every hypothesis holds and the claim, evaluated exactly, is false.

    `advice` is added to the reason; nothing rests on it.

    Raises:
        NotAFailure: it is not so, or cannot be decided exactly.
    """
    from symproof.evaluation.ties import failure  # only a refutation evaluates

    found = failure(statement, point)
    return vd.Refuted(
        statement, by=by, point=point, reason=". ".join(filter(None, (describe(found), advice))), seal=vd._SEAL
    )


def disprove(statement: Statement, point: Point, certificate: Certificate) -> vd.Refuted:
    """A verdict from a point of numbers at which every hypothesis holds, and a proof that the claim, with these numbers for its
    letters, does not: of "there is x with x**2 = a" at a = -1, where no evaluation can look at every x.

    Raises:
        NotAFailure: a hypothesis does not hold there, or cannot be decided exactly.
        Rejected: the certificate does not prove the opposite by the kernel alone, or a letter has no number.
    """
    from symproof.evaluation.ties import failure  # only a refutation evaluates

    numbers = {
        letter: tm.Number(value)
        for letter, value in point.values.items()
        if isinstance(letter, tm.Variable) and isinstance(value, Fraction)
    }
    if len(numbers) < len(point.values) or not statement.free <= numbers.keys():
        raise Rejected(f"{point} does not give a number for each letter")
    letters = tm.Add((tm.ZERO, *numbers))
    failure(Statement(statement.given, st.Relation("<", letters, letters)), point)  # then the hypotheses hold
    opposite = Statement((), st.Not(substitute(statement.claim, numbers)))
    if check(opposite, certificate).trusts:
        raise Rejected(f"{opposite.claim} rests on more than the kernel")
    return vd.Refuted(statement, by="opposite", point=point, reason=f"proved: {opposite.claim}", seal=vd._SEAL)


def weaken(statement: Statement, refuted: vd.Refuted, proofs: Sequence[vd.Proved]) -> vd.Refuted:
    """A verdict from that on the same claim under stronger hypotheses: where these hold, so do the statement's own, as is proved
    of each that is not among them. So x[k + 1] <= x[k]/2 holds of a sequence that x[k + 1] = x[k]/2 defines.

    Raises:
        Rejected: the claims differ, or a hypothesis is not proved from the stronger ones by the kernel alone.
    """
    if type(refuted) is not vd.Refuted or refuted.statement.claim != statement.claim or refuted.point is None:
        raise Rejected(f"{refuted!r} is no refutation of {statement.claim} at a point")
    stronger = refuted.statement.given
    shown = {
        proof.statement.claim
        for proof in proofs
        if type(proof) is vd.Proved and not proof.trusts and proof.statement.given == stronger
    }
    if not {*statement.given} <= {*stronger, *shown}:
        raise Rejected(f"a hypothesis of {statement.claim} does not follow from {'; '.join(map(str, stronger))}")
    where = "; ".join(str(prop) for prop in stronger if prop not in statement.given)
    reason = f"{refuted.reason}, where {where}"
    return vd.Refuted(statement, by="weakened", point=refuted.point, reason=reason, seal=vd._SEAL)


def describe(found: Failure) -> str:
    """A failure in one line: what is false, with its values."""
    if found.words:
        return found.words
    if found.difference is not None:
        return f"left - right = {found.difference}"
    if found.left is None:
        return f"{found.relation} is false"
    return f"{found.relation} is false: left = {found.left}, right = {found.right}"
