"""Options of the test suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples in every run: a suite that fails now and then tells nobody anything.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all-mutants", action="store_true", help="try every mutant of every derivation, not a sample")
    parser.addoption(
        "--all-tampering", action="store_true", help="change every field of the certificates, not a sample"
    )
    parser.addoption("--all-kills", action="store_true", help="kill the program fifty times, not twice")
