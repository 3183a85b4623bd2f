"""Every one-token mutant of the derivations: none is proved that is false at an exact point.

A seeded mutant of every third file runs with the tests; `--all-mutants`, which ./check gives, runs all of them.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from symproof.engines.refute import shrink
from symproof.statement import Statement
from symproof.verdict import Proved
from tests.sabotage.mutants import Mutant, mutants
from tests.sabotage.trial import outcomes, statements

ROOT = Path(__file__).parents[2] / "derivations"
FILES = sorted(path for path in ROOT.rglob("*.py") if not path.name.startswith("_"))
SAMPLE = 1


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All files, or a part of them."""
    if "path" in metafunc.fixturenames:
        chosen = FILES if metafunc.config.getoption("--all-mutants") else FILES[::3]
        metafunc.parametrize("path", chosen, ids=[path.stem for path in chosen])


def test_there_are_many_mutants() -> None:
    assert sum(len(mutants(path.read_text())) for path in FILES[::10]) >= 150


@pytest.fixture(autouse=True)
def points_as_they_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the points, so they need not be simple."""
    monkeypatch.setattr(shrink, "shrink", lambda statement, point: point)


def test_no_false_mutant_is_proved(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    everything = mutants(path.read_text())
    chosen = everything
    if not request.config.getoption("--all-mutants"):
        chosen = random.Random(20261123).sample(everything, min(SAMPLE, len(everything)))
    original = statements(path)
    cited: dict[Statement, Proved] = {}
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for number, mutant in enumerate(chosen):
        file = tmp_path / f"mutant_{number}.py"
        file.write_text(mutant.source)
        for outcome in outcomes(file, original, cited):
            counts[outcome.status] += 1
            if outcome.status == "proved":
                wrong.append(f"{described(mutant)}: {outcome.name} is proved and false at {outcome.point}")
    print(f"\n{path.name}: {len(chosen)} of {len(everything)} mutants; {dict(counts)}")

    assert wrong == []
    assert counts


def test_most_mutants_of_what_can_be_evaluated_are_known_to_be_false(tmp_path: Path) -> None:
    """So that the test above says something."""
    path = ROOT / "calculus" / "gradients.py"
    original = statements(path)
    counts: Counter[str] = Counter()
    for number, mutant in enumerate(mutants(path.read_text())[:16]):
        (file := tmp_path / f"mutant_{number}.py").write_text(mutant.source)
        counts.update(outcome.status for outcome in outcomes(file, original, {}))

    assert counts["refuted"] >= 5, counts


def described(mutant: Mutant) -> str:
    """The change, and where."""
    return f"line {mutant.line}: {mutant.change}"
