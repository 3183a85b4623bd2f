"""The headline exercises: by the kernel alone, and what happens when one thing is taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from symproof import (
    each,
    eq,
    function,
    grad,
    index,
    inner,
    minimizer,
    natural,
    norm,
    positive,
    prove,
    real,
    sequence,
    total,
    vector,
)  # fmt: skip
from symproof.check_files import check_file
from symproof.engines import portfolio
from tests.kernel_says import settled

FOLDER = Path(__file__).parents[1] / "derivations" / "dl_hw1"

f, lam = function("f"), real(r"\lambda")
w, w_t = vector("w"), vector("w_t")
model = f(w_t) + inner(w - w_t, grad(f)(w_t)) + lam / 2 * norm(w - w_t) ** 2
best = w_t - grad(f)(w_t) / lam

eta, u, t, T = positive(r"\eta"), vector("u"), index("t"), natural("T")
ws, v = sequence("w", of=vector), sequence("v", of=vector)
update = each(t, eq(ws[t + 1], ws[t] - eta * v[t]))
regret = total(inner(ws[t] - u, v[t]), t, 1, T)
energy = eta / 2 * total(norm(v[t]) ** 2, t, 1, T)


def test_the_rows_of_the_gradient_step_rest_on_the_kernel_alone() -> None:
    """Those of the two others are followed by the re-checker, too: `test_recheck.py`."""
    report = check_file(str(FOLDER / "ex1_1_gradient_step.py"))

    assert [each for each in report.derivations if not each.ok or each.trusts] == []


def test_without_the_sign_of_lambda_the_tool_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portfolio, "REMEDY", 2.0)  # what it names, and not how soon
    verdict = prove(minimizer(best, model, w, unique=True))

    assert verdict.status == "refuted"
    assert r"It is proved under: lambda > 0" in verdict.reason


def test_with_a_negative_lambda_there_is_a_better_point() -> None:
    verdict = prove(minimizer(best, model, w), given=[lam < 0])

    assert verdict.status == "refuted"
    assert verdict.point is not None
    assert verdict.point.values[lam] < 0  # type: ignore[operator]  # a Fraction, for a letter


def telescoped(last: object) -> object:
    """The step that telescopes, up to the distance at `last`."""
    gaps = total(norm(ws[t] - u) ** 2 - norm(ws[t + 1] - u) ** 2, t, 1, T)
    return eq(gaps, norm(ws[1] - u) ** 2 - norm(ws[last] - u) ** 2)  # type: ignore[index]  # a term


def test_the_sum_telescopes_to_the_member_after_the_last() -> None:
    assert prove(telescoped(T + 1)).status == "proved"

    verdict = prove(telescoped(T))

    assert verdict.status == "refuted"
    assert verdict.point is not None
    assert verdict.point.show()["T"] == "1"


def test_the_regret_identity_needs_the_update_rule() -> None:
    claim = eq(regret, (norm(ws[1] - u) ** 2 - norm(ws[T + 1] - u) ** 2) / (2 * eta) + energy)

    assert prove(claim, given=[update]).trusts == frozenset()
    assert settled(claim).status == "refuted"
