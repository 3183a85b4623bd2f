"""Derivatives in members of sequences, and sums over all places but one."""

from __future__ import annotations

import pytest

from symproof import Proved, prove
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import read_steps
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, NotUnderstood, Outcome, Reading, resolve_statement
from symproof.statement import Prop


def outcome(latex: str) -> Outcome:
    context = Context()
    formula = parse(latex)
    context.survey([formula])
    return resolve_statement(formula.clauses[0], context)


def claim(latex: str) -> Prop:
    found = outcome(latex)
    assert isinstance(found, Reading)
    assert isinstance(found.term, Prop)
    return found.term


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{\partial}{\partial x_k} \sum_{i=1}^n a_i x_i^3 = 3 a_k x_k^2",
        r"\frac{\partial}{\partial z_k} \log \sum_j e^{z_j} = \frac{e^{z_k}}{\sum_j e^{z_j}}",
        r"\frac{\partial}{\partial x_k} \left(\sum_{i=1}^n c_i x_i\right)^2 = 2 c_k \sum_{i=1}^n c_i x_i",
        r"\frac{\partial}{\partial x_k} \sum_{i=1}^n \sum_{j=1}^n x_i x_j = 2 \sum_{j=1}^n x_j",
        r"\frac{\partial x_i}{\partial x_k} = \delta_{ik}",
        r"\frac{\partial}{\partial x_3} (x_3^2 + x_1) = 2 x_3",
        r"\sum_{i=1}^n \delta_{ik} a_i = a_k",
        r"\sum_{i=1}^n y_i \frac{\partial x_i}{\partial x_k} = y_k",
        r"\frac{\partial}{\partial x_k} \sum_{i=1}^{k-1} x_i^2 = 0",
        r"\sum_{i=1}^n \sum_{j=1}^n \delta_{ij} = n",
        r"\sum_{j \neq k} a_j = \sum_j a_j - a_k",
        r"\sum_{j=1, j \neq k}^n a_j b_j = \sum_{j=1}^n a_j b_j - a_k b_k",
        r"\left(\sum_{i=1}^n x_i\right)^2 = \sum_{i=1}^n x_i^2 + \sum_{i \neq j} x_i x_j",
    ],
)
def test_what_stands_at_one_place(latex: str) -> None:
    assert isinstance(prove(claim(latex), budget=5.0), Proved)


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{\partial}{\partial x_k} \sum_{i=1}^n a_i x_i^3 = 3 \sum_{i=1}^n a_i x_i^2",
        r"\frac{\partial}{\partial z_k} \log \sum_j e^{z_j} = \frac{1}{\sum_j e^{z_j}}",
        r"\frac{\partial x_i}{\partial x_k} = 1",
        r"\frac{\partial x_i}{\partial x_k} = 0",
        r"\frac{\partial}{\partial x_k} \sum_{i=1}^n x_i x_{i+1} = x_{k+1}",
        r"\frac{\partial}{\partial x_k} \sum_{i=k+1}^n x_i^2 = 2 x_k",
        r"\frac{\partial}{\partial x_{n+1}} \sum_{i=1}^n x_i = 1",
        r"\frac{\partial}{\partial x_k} \sum_{i=3}^n x_i = 1",
        r"\frac{\partial}{\partial x_k} \sum_{i=1}^n \sum_{j=i+1}^n x_i x_j = \sum_{j=k+1}^n x_j + \sum_{i=1}^n x_i",
        r"\sum_{i=1}^m \sum_{j=1}^n \delta_{ij} = m",
        r"\sum_{i=1}^n \sum_{j=1}^i \delta_{jk} = n",
        r"\sum_{j \neq k} a_j = \sum_j a_j",
        r"\left(\sum_{i=1}^n x_i\right)^2 = \sum_{i=1}^n x_i^2 + 2 \sum_{i \neq j} x_i x_j",
    ],
)
def test_the_neighbours_are_not_proved(latex: str) -> None:
    assert not isinstance(prove(claim(latex), budget=0.3), Proved)


@pytest.mark.parametrize(
    ("latex", "why"),
    [
        (r"\frac{\partial}{\partial x_k} \sum_{i=1}^n |x_i| = 1", "where there may be none"),
        (r"\sum_{j \neq k} \frac{1}{x_j - x_k} = 0", "no value there"),
    ],
)
def test_what_is_not_known_is_refused(latex: str, why: str) -> None:
    found = outcome(latex)

    assert isinstance(found, NotUnderstood)
    assert why in found.message


def test_a_case_ends_with_its_opposite_and_holds_in_no_line_by_cases() -> None:
    text = r"""Let $$q_i = \frac{e^{z_i}}{\sum_{j=1}^m e^{z_j}}.$$

For $i = k$ we have
$$\frac{\partial q_i}{\partial z_k} = q_k (1 - q_k)$$

For $i \neq k$ we have
$$\frac{\partial q_i}{\partial z_k} = -q_i q_k$$
$$\frac{\partial q_i}{\partial z_k} = \begin{cases} q_k & \text{if } i = k \\ -q_i q_k & \text{if } i \neq k \end{cases}$$
"""
    steps = read_steps(document_of(text.encode(), "markdown"), {}).steps

    said = [{str(fact.prop) for fact in step.given} & {"i = k", "i != k"} for step in steps]
    assert said == [{"i = k"}, {"i != k"}, set()]
    assert "delta(i - k)" in str(steps[-1].statement)


def test_a_condition_on_two_indices_stands_behind_a_row() -> None:
    text = r"""$$\frac{\partial x_i}{\partial x_j} = 1, \quad i = j$$

$$\frac{\partial x_i}{\partial x_j} = 0, \quad i \neq j.$$
"""
    steps = read_steps(document_of(text.encode(), "markdown"), {}).steps

    assert [str(step.statement) for step in steps] == ["1 = 1", "0 = 0"]
