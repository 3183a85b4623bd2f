"""The one-shot door: one claim, its hypotheses, one verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from symproof.by import ByLike, read_by
from symproof.derivation import read_cites
from symproof.lemmas import BUDGET, Lemmas
from symproof.statement import Prop, Statement, prop

if TYPE_CHECKING:
    from symproof.verdict import Verdict


def prove(claim: object, given: Iterable[object] = (), budget: float = BUDGET, by: ByLike | None = None) -> Verdict:
    """What is known of `claim` where all of `given` hold, after at most about `budget` seconds.

    Claim and hypotheses are statements, SymPy relations, or text in SymPy's syntax, which is parsed and never
    evaluated; a name that nobody declared is real. `by` names an engine, or derivations to cite.

    Raises:
        SymproofError: what is said is no statement, and why.

    >>> prove("x**2 + y**2 >= 2*x*y").status
    'proved'
    """
    engine, cited = read_by(by)
    hypotheses = (given,) if isinstance(given, (str, Prop)) else tuple(given)
    return Lemmas(budget).settle(read(claim, hypotheses), engine, read_cites(cited))


def read(claim: object, given: Iterable[object] = ()) -> Statement:
    """`given |- claim`, each from itself, from SymPy, or from text; a letter is one letter in all of them.

    Raises:
        SymproofError: what is said is no statement, and why.
    """
    parts = [each if isinstance(each, str) else prop(each) for each in (claim, *given)]
    known = [each for each in parts if isinstance(each, Prop)]
    if len(known) == len(parts):
        return Statement(tuple(known[1:]), known[0])
    from symproof.readers.expression import read_statement  # the parser is loaded when there is text

    if isinstance(parts[0], str):
        return read_statement(parts[0], parts[1:])
    # All are read together, the claim as one that is given, so that the texts know its letters.
    together = read_statement("0 == 0", parts).given
    return Statement(together[1:], together[0])
