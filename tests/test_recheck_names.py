"""The re-checker finds each letter on the line that shows it, however the sheet writes its name; and no other in its place."""

from __future__ import annotations

from typing import Any

import pytest

from symproof import Derivation, real
from symproof.export import digest, exported
from symproof.lemmas import Lemmas
from symproof.recheck import terms
from symproof.recheck.document import Library

y = real("y")
NAMES = (
    "x",
    "x1",
    "x10",
    "w_star",
    "alpha1",
    "loss",
    "e_in",
    "sin",
    "w*",
    "c_",
    "\u03b1",
    r"\mathbf{w}^\star",
    "theta_hat",
)


def _file(name: str) -> dict[str, Any]:
    x = real(name)

    def square() -> Any:
        """A square is not negative."""
        return x**2 + y**2 >= 2 * x * y

    data = exported(Derivation(square), Lemmas(5))
    assert data is not None
    return data


def _accepts(data: dict[str, Any]) -> bool:
    data["digest"] = digest({key: value for key, value in data.items() if key != "digest"})
    try:
        Library({data["id"]: data}).check(data["id"])
    except terms.Reject:
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_where_it_is_written(name: str) -> None:
    data = _file(name)
    assert _accepts(data)

    for step in data["steps"]:
        step["latex"] = "y^{2} + y^{2} \\ge 2 y y"
    assert not _accepts(data)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("x1", "x_{1}", "x_{2}"),
        ("loss", r"\mathrm{loss}", r"\mathrm{cost}"),
        ("alpha1", r"\alpha", r"\beta"),
        ("sin", r"\mathrm{sin}", r"\sin y"),
        ("w_star", r"\mathrm{star}", r"\star"),
        ("x", "x", r"\mathrm{xy}"),
    ],
)
def test_another_name_is_not_taken_for_it(name: str, old: str, new: str) -> None:
    data = _file(name)
    for step in data["steps"]:
        assert old in step["latex"]
        step["latex"] = step["latex"].replace(old, new)

    assert not _accepts(data)
