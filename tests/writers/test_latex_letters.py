"""Names as LaTeX: whatever an author calls a letter compiles, and carries an index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from symproof.writers.formula import is_safe
from symproof.writers.letters import latex_name, read_letter
from symproof.writers.mathml import mathml
from tests.any_text import any_text


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("x", "x"),
        ("alpha", r"\alpha"),
        ("Gamma", r"\Gamma"),
        ("lambda_", r"\lambda"),
        ("loss", r"\mathrm{loss}"),
        ("x1", "x_{1}"),
        ("x_1", "x_{1}"),
        ("w_star", r"w_{\mathrm{star}}"),
        ("x_i_max", r"x_{i, \mathrm{max}}"),
        ("alpha1", r"\alpha_{1}"),
        ("w*", "w^{*}"),
        ("t'", "t'"),
        ("\u03bb", r"\lambda"),
        (r"\eta", r"\eta"),
        (r"\mathbf{w}^\star", r"\mathbf{w}^{\star}"),
        (r"\hat{w}_{t+1}", r"\hat{w}_{t+1}"),
        (r"w^{(t)}", "w^{(t)}"),
        ("learning rate", r"\text{learning rate}"),
        (r"\nosuchcommand", r"\mathrm{nosuchcommand}"),
        ("50%", r"50\%"),
        ("\u4e2d", r"\text{U+4E2D}"),
        ("", r"\text{?}"),
    ],
)
def test_a_name_is_written_as_it_is_meant(name: str, latex: str) -> None:
    assert latex_name(name) == latex


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("w", "w_{t}"),
        (r"\mathbf{w}^\star", r"\mathbf{w}^{\star}_{t}"),
        ("w_1", "(w_{1})_{t}"),
        ("w'", "w'_{t}"),
        (r"\Delta w", r"(\Delta w)_{t}"),
    ],
)
def test_a_member_of_a_sequence_carries_its_index_beside_the_scripts_of_the_name(name: str, member: str) -> None:
    assert read_letter(name).at("t") == member


@pytest.mark.parametrize(
    "name", ["x^2^3", "x_{", "{", "}", "\\", r"\left(", r"\frac{a}", "$", "x^", "_", "a~b", "\\\\", "^'"]
)
def test_a_malformed_name_is_made_harmless(name: str) -> None:
    assert is_safe(latex_name(name))
    assert is_safe(read_letter(name).at("t"))


@given(any_text(12) | some.text(alphabet=r"ab\_^{}'*$ 1\alpha(", max_size=12))
def test_no_name_can_break_a_sheet(name: str) -> None:
    for latex in (latex_name(name), read_letter(name).at("i + 1")):
        assert is_safe(latex), latex
        assert mathml(latex).startswith("<math")
