"""The door to z3, and z3's ways that the rest of the house must know of."""

from __future__ import annotations

import subprocess
import sys
import time
from fractions import Fraction

import pytest

from symproof.doors.worker import Worker
from symproof.doors.z3 import decide, solve_nonnegative, version
from symproof.engines.oracles.smt import decide_by_z3

REAL = "(declare-const x Real)"


def test_assertions_that_exclude_each_other_are_unsat() -> None:
    assert decide(f"{REAL} (assert (< (* x x) 0.0))", 5000) == ("unsat", {})


def test_a_model_is_given_as_exact_fractions() -> None:
    assert decide(f"{REAL} (declare-const n Int) (assert (= (* 3.0 x) (- 1.0))) (assert (= n 7))", 5000) == (
        "sat",
        {"x": "-1/3", "n": "7"},
    )


def test_an_irrational_value_comes_as_a_rational_near_by_and_is_no_solution() -> None:
    """The reason why a model is evaluated exactly before anybody says refuted."""
    status, model = decide(f"{REAL} (assert (= (* x x) 2.0)) (assert (> x 0.0))", 5000)

    value = Fraction(model["x"])
    assert status == "sat"
    assert 0 < abs(value**2 - 2) < Fraction(1, 10**9)


def test_division_by_zero_is_total_in_z3() -> None:
    """The reason why definedness is shown before lowering: 1/0 = 5 has a model, and (x/0)*0 = 0 is valid."""
    assert decide("(assert (= (/ 1.0 0.0) 5.0))", 5000)[0] == "sat"
    assert decide(f"{REAL} (assert (not (= (* (/ x 0.0) 0.0) 0.0)))", 5000)[0] == "unsat"


def test_a_definition_is_not_seen_by_the_next_text() -> None:
    """In one z3 context it shows up in later models (z3 5.4)."""
    decide(f"{REAL} (define-fun d () Real (* x x)) (assert (= d 4.0))", 5000)

    assert decide(f"{REAL} (assert (= x 4.0))", 5000) == ("sat", {"x": "4"})


def test_a_text_that_z3_cannot_read_is_an_error_with_z3s_words() -> None:
    with pytest.raises(ValueError, match="unknown constant y"):
        decide("(assert (= y 1))", 1000)


def test_what_is_not_decided_in_time_is_unknown() -> None:
    integers = " ".join(f"(declare-const {name} Int)" for name in "abc")
    text = f"{integers} (assert (and (> a 2) (> b 2) (> c 2) (= (+ (* a a a) (* b b b)) (* c c c))))"

    assert decide(text, 200) == ("unknown", {})


def test_a_timeout_that_z3_runs_past_is_the_workers_to_keep() -> None:
    """z3 is told 0.2 s and takes some 20 s here: its clock does not run while it reads and rewrites."""
    digits = "9" * 100_000
    text = f"(declare-const x Int) (assert (= x (* {' '.join([digits] * 8)})))"
    with Worker() as worker:
        began = time.monotonic()

        outcome = worker.run(decide_by_z3, (text, 200), seconds=1.0)

        assert outcome.status == "timeout"
        assert time.monotonic() - began < 5


def test_the_version_names_z3() -> None:
    assert version().startswith("z3 ")


def test_multipliers_solve_the_equations_exactly() -> None:
    rows = [([(0, "1"), (1, "1/2")], "3"), ([(0, "1"), (2, "-1")], "1/3")]

    solution = solve_nonnegative(rows, 3)

    assert solution is not None
    k = [Fraction(text) for text in solution]
    assert k[0] + k[1] / 2 == 3
    assert k[0] - k[2] == Fraction(1, 3)
    assert min(k) >= 0


def test_multipliers_that_can_be_zero_are() -> None:
    rows = [([(j, "1") for j in range(6)], "1")]

    solution = solve_nonnegative(rows, 6)

    assert solution == ["1", "0", "0", "0", "0", "0"]


def test_a_negative_multiplier_is_found_only_where_it_is_free() -> None:
    rows = [([(0, "2")], "-1")]

    assert solve_nonnegative(rows, 1) is None
    assert solve_nonnegative(rows, 1, free=[0]) == ["-1/2"]


def test_an_empty_row_with_a_right_hand_side_has_no_solution() -> None:
    assert solve_nonnegative([([], "1")], 1) is None
    assert solve_nonnegative([([], "0")], 1) == ["0"]


def test_z3_is_imported_by_its_door_only() -> None:
    """The engines that use z3 do so in another process."""
    program = "import sys, symproof.doors.worker, symproof.engines.oracles.smt, symproof.engines.polynomials.linear; print('z3' in sys.modules)"
    path = [entry for entry in sys.path if entry]

    shown = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}; {program}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert shown.stdout.strip() == "False"
