"""Functions of a family, f_i and f_t: under a sum over the index each is another one."""

from __future__ import annotations

from functools import partial

import pytest

from tests import document_says

verdicts = partial(document_says.verdicts, budget=6.0)


def last(text: str, expected: str) -> str:
    """The verdict on the last step; what nobody is to settle is given less time."""
    return verdicts(text, budget=0.5 if expected == "unknown" else 6.0)[-1]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\nabla f(x) = \frac1m \sum_{k=1}^m \nabla f_k(x)", "proved"),
        (r"3 f(x) = \frac3m \sum_{k=1}^m f_k(x)", "proved"),
        (r"f(x) = f_k(x)", "unknown"),  # which is right where all functions are the same one
        (r"\sum_{k=1}^m f_k(x) = m f_k(x)", "unknown"),
        (r"\sum_{k=1}^m k f_k(x) = \frac{m + 1}{2} \sum_{k=1}^m f_k(x)", "unknown"),
        (r"\nabla f(x) = \nabla f_k(x)", "unknown"),
        (r"\nabla f(x) = \frac{1}{2m} \sum_{k=1}^m \nabla f_k(x)", "unknown"),
    ],
)
def test_a_function_under_a_sum_over_its_index_is_another_one_each_time(claim: str, expected: str) -> None:
    text = rf"Let $f(x) = \frac1m \sum_{{k=1}}^m f_k(x)$. We show that ${claim}$."
    assert last(text, expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"For each $s$ let $h_s : \mathbb{R} \to \mathbb{R}$. Then $h_s(a) - h_s(b) = -(h_s(b) - h_s(a))$.", "proved"),
        (r"The losses $\ell_s$ are given. Then $\sum_{s=1}^S 2 \ell_s(u) = 2 \sum_{s=1}^S \ell_s(u)$.", "proved"),
        (r"The losses $\ell_s$ are given. Then $\sum_{s=1}^S \ell_s(u) = S \ell_s(u)$.", "unknown"),
        (r"The losses $\ell_s$ are given. Then $\sum_{s=1}^S \ell_s(y_s) = \sum_{s=1}^S \ell_s(u)$.", "unknown"),
    ],
)
def test_a_letter_with_an_index_before_brackets_is_a_function(text: str, expected: str) -> None:
    assert last(text, expected) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\sum_{i=1}^n \sum_{j=1}^n f_i(x_j) = n \sum_{i=1}^n f_i(x_j)", "unknown"),
        (r"\sum_{i=1}^n f_i(x) = \sum_{j=1}^n f_j(x)", "proved"),
        (r"\sum_{i=1}^n f_i(x) = \sum_{i=1}^n f_i(y)", "unknown"),
    ],
)
def test_the_place_of_a_function_may_go_with_another_index(claim: str, expected: str) -> None:
    assert last(rf"For all real $x$ and $y$ we show that ${claim}$.", expected) == expected


@pytest.mark.parametrize(("claim", "expected"), [(r"\|v\|", "proved"), (r"\|u\|", "unknown")])
def test_what_is_said_of_a_family_at_all_places_is_said_of_each(claim: str, expected: str) -> None:
    text = r"Suppose that for all $u$ we have $\sum_{i=1}^n f_i(u) \le \|u\|$. Then $\sum_{i=1}^n f_i(v) \le "
    assert last(f"{text}{claim}$.", expected) == expected


def test_a_marked_or_greek_capital_before_a_letter_in_brackets_is_no_factor() -> None:
    r"""As none is \Pi_K(u): neither is linear for want of brackets multiplied out. \Lambda(p + q), which is none alone, may be one."""
    text = (
        "$$\\Pi_K(3u_k) = 3\\Pi_K(u_k)$$\n\n$$\\hat{Q}(3r) = 3\\hat{Q}(r)$$\n\n$$\\bar{g}(3s) = 3\\bar{g}(s)$$\n\n"
        "$$\\mathcal{V}_\\mu(3t) = 3\\mathcal{V}_\\mu(t)$$\n\n$$\\Lambda(p + q) = \\Lambda p + \\Lambda q$$\n"
    )
    assert [verdict == "proved" for verdict in verdicts(text, budget=2.0)] == [False, False, False, False, True]
