"""How far the prover reaches, and that it is never wrong, on the right claims of the table and on their false mutants.

A seeded sample runs with the tests; `--all-mutants` runs all 333 claims and all mutants with a witness, over 6,000.
"""

from __future__ import annotations

import random

import pytest

from tests.kernel_says import settled
from tests.yardstick.claims import Claim, claims
from tests.yardstick.mutants import mutants
from tests.yardstick.statements import statement
from tests.yardstick.truth import witness

RIGHT, FALSE = 24, 24
BUDGET = 10.0


@pytest.fixture(scope="module")
def everything(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--all-mutants"))


def sample(found: list[Claim], size: int, everything: bool) -> list[Claim]:
    return found if everything else random.Random(20261126).sample(found, size)


def test_no_right_claim_has_a_witness_against_it() -> None:
    """The table itself is right, as far as points can tell."""
    assert len(claims()) >= 300
    assert [claim for claim in claims() if witness(claim, tries=30) is not None] == []


def test_right_claims_are_proved(everything: bool) -> None:
    settled = [(claim, verdict(claim)) for claim in sample(claims(), RIGHT, everything)]

    assert [str(claim) for claim, status in settled if status == "refuted"] == []
    missed = [str(claim) for claim, status in settled if status != "proved"]
    assert len(missed) <= 0.05 * len(settled), missed


def test_false_mutants_are_refuted(everything: bool) -> None:
    candidates = [mutant for claim in claims() for mutant in mutants(claim)]
    known = [
        m for m in sample(candidates, 2 * FALSE, everything) if statement(m) is not None and witness(m) is not None
    ]
    settled = [(mutant, verdict(mutant)) for mutant in (known if everything else known[:FALSE])]

    assert len(candidates) >= 7000
    assert [str(mutant) for mutant, status in settled if status == "proved"] == []
    left = [str(mutant) for mutant, status in settled if status == "unknown"]
    assert len(left) <= 0.05 * len(settled), left
    assert len(settled) >= (2000 if everything else FALSE)


def verdict(claim: Claim) -> str:
    read = statement(claim)
    assert read is not None, claim
    return settled(read.claim, given=read.given, budget=BUDGET).status
