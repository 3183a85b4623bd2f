"""cvc5 as a second opinion, where it is installed."""

from __future__ import annotations

import pytest

from symproof import Proved
from symproof.engines.deadline import Deadline
from symproof.engines.oracles.word import cvc5, z3
from symproof.engines.search import Search
from symproof.kernel import check, facts_of
from symproof.prove import read

pytest.importorskip("cvc5")


@pytest.mark.parametrize(("oracle", "names"), [(z3, {"z3 and cvc5"}), (cvc5, {"cvc5"})])
def test_what_agrees_is_named(oracle: object, names: set[str]) -> None:
    statement = read("a*a + b*b >= 2*a*b", ())
    search = Search(Deadline.now().after(20), [("", oracle)])  # type: ignore[list-item]

    certificate = search.prove(facts_of(statement.given), statement.claim)

    assert certificate is not None
    verdict = check(statement, certificate)
    assert isinstance(verdict, Proved)
    assert verdict.trusts == frozenset(names)


@pytest.mark.parametrize("oracle", [z3, cvc5])
def test_what_is_false_is_not_believed(oracle: object) -> None:
    statement = read("a*a + b*b > 2*a*b", ())
    search = Search(Deadline.now().after(20), [("", oracle)])  # type: ignore[list-item]

    assert search.prove(facts_of(statement.given), statement.claim) is None
