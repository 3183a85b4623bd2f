"""tests/long.txt names tests that are there."""

from __future__ import annotations


def test_each_test_that_waits_for_the_long_run_is_there(gone: set[str]) -> None:
    """A row that was changed keeps no place among the long ones: `pytest -n 0 --long --write-long 0.055` writes them again."""
    assert not gone
