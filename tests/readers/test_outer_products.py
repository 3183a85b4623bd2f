"""Outer products of vector letters, and sums of them, are known by what they make of any vector."""

from __future__ import annotations

from functools import partial

import pytest

from tests import document_says

FAMILY = "Let $a_i \\in \\mathbb{R}^d$ for $i = 1, \\dots, m$ and let $w$ be a vector. "
GRAM = FAMILY + "Define $S = \\frac{1}{m} \\sum_{i=1}^m a_i a_i^\\top$. "


verdicts = partial(document_says.verdicts, budget=6.0)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            FAMILY + r"Then $\sum_{i=1}^m (w^\top a_i)^2 = w^\top (\sum_{i=1}^m a_i a_i^\top) w$.",
            FAMILY + r"Then $\sum_{i=1}^m (w^\top a_i)^2 = 2 w^\top (\sum_{i=1}^m a_i a_i^\top) w$.",
        ),
        (
            GRAM + r"Then $S w = \frac{1}{m} \sum_{i=1}^m (a_i^\top w) a_i$.",
            GRAM + r"Then $S w = \frac{1}{m} \sum_{i=1}^m (a_i^\top w) w$.",
        ),
        (
            GRAM + r"Then $\operatorname{tr}(S) = \frac{1}{m} \sum_{i=1}^m \|a_i\|^2$.",
            GRAM + r"Then $\operatorname{tr}(S) = \frac{1}{m} \sum_{i=1}^m \|a_i\|$.",
        ),
        (
            GRAM + r"Then $\nabla_w (w^\top S w - \mu w^\top w) = 2 S w - 2 \mu w$.",
            GRAM + r"Then $\nabla_w (w^\top S w - \mu w^\top w) = S w - 2 \mu w$.",
        ),
        (
            FAMILY + r"Then $\sum_{i=1}^m (a_i - w)(a_i - w)^\top = \sum_{i=1}^m (a_i a_i^\top - a_i w^\top - w a_i^\top + w w^\top)$.",
            FAMILY + r"Then $\sum_{i=1}^m (a_i - w)(a_i - w)^\top = \sum_{i=1}^m (a_i a_i^\top - 2 a_i w^\top + w w^\top)$.",
        ),
        (
            FAMILY + r"Then $(\sum_{i=1}^m a_i w^\top)^\top = \sum_{i=1}^m w a_i^\top$.",
            FAMILY + r"Then $(\sum_{i=1}^m a_i w^\top)^\top = \sum_{i=1}^m a_i w^\top$.",
        ),
        (
            FAMILY + r"Then $(\sum_{i=1}^m a_i w^\top) (\sum_{i=1}^m w a_i^\top) w = \|w\|^2 \sum_{i=1}^m \sum_{j=1}^m a_i (a_j^\top w)$.",
            FAMILY + r"Then $(\sum_{i=1}^m a_i w^\top) (\sum_{i=1}^m w a_i^\top) w = \|w\|^2 \sum_{i=1}^m a_i (a_i^\top w)$.",
        ),
    ],
)  # fmt: skip
def test_an_identity_of_outer_products(right: str, wrong: str) -> None:
    assert verdicts(right) == ["proved"]
    assert verdicts(wrong) == ["refuted"]


def test_what_is_supposed_of_outer_products_holds_for_every_vector() -> None:
    """A hypothesis on one vector only would leave points that refute what follows for another."""
    tight = FAMILY + r"Suppose $\sum_{i=1}^m a_i a_i^\top = I$. Then $\sum_{i=1}^m (w^\top a_i)^2 = \|w\|^2$."
    assert verdicts(tight) != ["refuted"]


def test_members_of_a_family_beside_its_outer_products_are_not_captured() -> None:
    text = (
        FAMILY + r"Then $\sum_{i=1}^m (\sum_{j=1}^m a_j a_j^\top) a_i = \sum_{i=1}^m \sum_{j=1}^m (a_j^\top a_i) a_j$."
    )
    assert verdicts(text) == ["proved"]
    text = FAMILY + r"Then $\sum_{i=1}^m (\sum_{i=1}^m a_i a_i^\top) a_i = \sum_{i=1}^m \|a_i\|^2 a_i$."
    assert verdicts(text) != ["proved"]
