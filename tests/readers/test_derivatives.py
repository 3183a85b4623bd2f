"""Derivatives through definitions, at points, and of what nobody says anything of."""

from __future__ import annotations

import pytest

from symproof.readers.notation import parse
from symproof.readers.resolve import Ambiguous, Context, NotUnderstood, Outcome, Reading, resolve_chain
from tests.readers.test_resolve import shown

TRACE = {
    "names": {"x, y, u, v, w, s": "real", r"\mathbf{x}": "(x, y)", "a, b": "real"},
    "define": ["g(x, y) = x^2 y", "h(s) = s^3 + 1"],
    "given": ["u = x y", r"v = \sin(u)", "w = u + v", "x = 3", r"a = b^2"],
}


def read(latex: str, table: dict[str, object] = TRACE) -> Outcome:
    return resolve_chain(parse(latex).clauses[0], Context.from_table(table)).steps[0]


@pytest.mark.parametrize(
    ("latex", "reading"),
    [
        (r"\partial u / x = y", "derivative(x*y, x) = y"),
        (r"\partial u / \partial x = y", "derivative(x*y, x) = y"),
        (r"\frac{\partial v}{\partial u} = 1", "derivative(sin(u), u) = 1"),
        (r"\frac{\partial w}{\partial x} = y", "derivative(x*y + sin(x*y), x) = y"),
        (r"dv/dx = y", "derivative(sin(x*y), x) = y"),
        (r"\partial^2 g / \partial x \partial y = 2x", "derivative(derivative(x**2*y, y), x) = 2*x"),
        (r"d/dx (x^3) = 3x^2", "derivative(x**3, x) = 3*x**2"),
        (r"\frac{\partial x}{\partial y} = 0", "derivative(x, y) = 0"),
        (r"\partial g(1, 2) / x = 4", "2*1**1*1*2 = 4"),
        (r"\frac{\partial g}{\partial x} = 2xy", "derivative(x**2*y, x) = 2*x*y"),
        (r"h'(2) = 12", "3*2**2*1 + 0 = 12"),
        (r"h'(x) = 3x^2", "derivative(x**3 + 1, x) = 3*x**2"),
        (r"h^{(2)}(x) = 6x", "derivative(derivative(x**3 + 1, x), x) = 6*x"),
        (r"g(\mathbf{x}) = 9y", "x**2*y = 9*y"),
        (r"g = 9y", "x**2*y = 9*y"),
    ],
)  # fmt: skip
def test_a_derivative_is_taken_through_the_definitions_in_force(latex: str, reading: str) -> None:
    assert shown(read(latex)) == reading


@pytest.mark.parametrize("latex", [r"\frac{dv}{da} = 1", r"\frac{\partial s}{\partial x} = 0"])
def test_what_nothing_is_said_of_is_a_letter_of_its_own(latex: str) -> None:
    """And not zero: nobody says that they do not depend on each other."""
    outcome = read(latex)

    assert isinstance(outcome, Reading)
    assert "nothing here says" in " ".join(outcome.notes)


def test_a_partial_derivative_of_what_depends_in_two_ways_is_ambiguous() -> None:
    assert isinstance(read(r"\frac{\partial}{\partial x} (x + u) = 1"), Ambiguous)
    assert isinstance(read(r"\frac{\partial w}{\partial u} = 1"), Ambiguous)
    assert isinstance(read(r"\frac{d}{dx} (x + u) = 1"), Ambiguous)
    assert shown(read(r"\frac{du}{dx} = 1")) == "derivative(x*y, x) = 1"


@pytest.mark.parametrize(
    "latex",
    [
        r"\partial u x / x = y",
        r"\frac{d}{dx} \frac{dy}{ds} = 1",
        r"2\partial u / 3 = y",
    ],
)
def test_what_is_no_derivative_is_refused(latex: str) -> None:
    assert isinstance(read(latex), NotUnderstood)


def test_a_kink_has_no_derivative() -> None:
    table = {"names": {"x": "real"}, "define": ["k(x) = |x|"]}

    assert isinstance(read("k'(0) = 0", table), NotUnderstood)


def test_residues_take_whole_numbers_and_the_modulus() -> None:
    table = {
        "names": {"n": "natural >= 1", "i": "index over Z/n", "a": "sequence of reals over Z/n", "x": "column Z/n"}
    }

    assert shown(read("a_{i+n} = a_i", table)) == "a[i + 0] = a[i]"
    assert shown(read("x_{n-1} = a_{i-n}", table)) == "x[0 - 1] = a[i - 0]"
    assert isinstance(read("a_{i+m} = a_i", table), NotUnderstood)
