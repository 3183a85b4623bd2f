"""What prose says of a function is a hypothesis: that it is convex, smooth with a constant, Lipschitz. What is to be shown, follows,
is denied or defined is none, and a word that is not read keeps a point from refuting a line about a function."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import read_steps

BOUND = "\n\n$$f(y) \\le f(x) + \\langle \\nabla f(x), y - x \\rangle.$$"


def supposed(text: str) -> list[str]:
    walk = read_steps(document_of((text + BOUND).encode(), "md"), {})
    return [str(fact.prop) for fact in walk.steps[-1].given]


@pytest.mark.parametrize(
    ("text", "hypotheses"),
    [
        (r"Let $f$ be $L$-smooth.", ["smooth(f, L)", "differentiable(f)"]),
        (r"Suppose that $f$ is convex and $L$-smooth.", ["convex(f)", "smooth(f, L)", "differentiable(f)"]),
        (r"Let $f$ be an L-smooth function.", ["smooth(f, L)", "differentiable(f)"]),
        (r"For a $\mu$-strongly convex function $f$ we have", ["strongly_convex(f, mu)", "differentiable(f)"]),
        (r"Since $f$ is strongly convex with parameter $\mu$,", ["strongly_convex(f, mu)", "differentiable(f)"]),
        (r"Assume that $f : \mathbb{R}^d \to \mathbb{R}$ is convex.", ["convex(f)", "differentiable(f)"]),
        (r"Here $\nabla f$ is $L$-Lipschitz.", ["smooth(f, L)", "differentiable(f)"]),
        (r"Let $f$ be Lipschitz continuous with constant $G$.", ["lipschitz(f, G)", "differentiable(f)"]),
        (r"Suppose $f$ has $L$-Lipschitz gradients.", ["smooth(f, L)", "differentiable(f)"]),
        (r"Let $f$ be a twice differentiable convex function.", ["differentiable(f)", "convex(f)"]),
        (r"Let $f$ be 2-Lipschitz on $\mathbb{R}^d$, with $x, y \in \mathbb{R}^d$.", ["lipschitz(f, 2)", "differentiable(f)"]),
        (r"Let $f$ and $g$ be convex.", ["convex(f)", "differentiable(f)", "convex(g)"]),
        (r"We show that $f$ is convex.", []),
        (r"Hence $f$ is convex.", []),
        (r"The function $f$ is not convex.", []),
        (r"A function $f$ is convex if it lies above its tangents.", []),
        (r"Let $f$ be strictly convex.", []),
        (r"Let $f$ be a non-convex function.", []),
        (r"Let $f$ be smooth.", []),
        (r"A function $f$ is called convex here.", []),
    ],
)  # fmt: skip
def test_what_is_said_of_a_function(text: str, hypotheses: list[str]) -> None:
    assert supposed(text) == hypotheses


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $f$ be $L$-smooth and convex. Then", "refuted"),
        (r"Let $f$ be strictly convex. Then", "unknown"),
        (r"Let $f$ be linear. Then", "unknown"),
        (r"The function $f$ is not convex. Then", "unknown"),
    ],
)
def test_a_slip_under_what_is_said_is_refuted_and_under_what_is_not_read_it_is_not(text: str, verdict: str) -> None:
    answer = answer_document(document_of((text + BOUND).encode(), "md"), {}, budget=0.3)

    assert [each.judged.verdict for each in answer.steps] == [verdict]


def test_a_letter_alone_in_a_line_does_not_keep_it_from_being_a_function() -> None:
    walk = read_steps(document_of(b"The function $h$ on the set $B$: $h(x + 1) + h(0) = 2$.", "md"), {})

    assert str(walk.steps[0].statement) == "h(x + 1) + h(0) = 2"
    assert not any(heard.problem for heard in walk.heard)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"$$|s - 4| \le 1 \iff 3 \le s \le 5$$", "proved"),
        (r"$$|s - 4| \le 1 \iff 3 \le s \le 6$$", "refuted"),
        (r"$$|s - 4| \le 1 \implies 2 \le s \le 6$$", "proved"),
        (r"$$s = 2 \implies s^2 = s \cdot s = 4$$", "proved"),
        (r"$$s = 2 \implies s^2 = s \cdot s = 5$$", "refuted"),
        (r"It cannot be large, and therefore $$s \le s + 1.$$", "proved"),
    ],
)
def test_a_chain_behind_an_arrow_is_one_statement(claim: str, verdict: str) -> None:
    text = f"For every real $s$,\n\n{claim}"
    steps = answer_document(document_of(text.encode(), "md"), {}, budget=0.5).steps

    assert [each.judged.verdict for each in steps] == [verdict]


def test_a_heading_says_nothing_of_a_function() -> None:
    text = "# Linear and concave functions\n\nLet $f$ be convex and $x, y$ vectors. For all $x, y$:"
    claim = "$f(\\frac{x + y}{2}) \\le \\frac{f(x) + f(y)}{3}$"
    steps = answer_document(document_of(f"{text} {claim}".encode(), "md"), {}, budget=0.5).steps

    assert [each.judged.verdict for each in steps] == ["refuted"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("With the small tools of a large book: for all real $x$,", "refuted"),
        ("For small $x$ and all real $x$,", "unknown"),
        ("Let $x$ be small enough. For all real $x$,", "unknown"),
    ],
)
def test_small_is_said_of_a_letter_or_of_nothing(text: str, verdict: str) -> None:
    steps = answer_document(document_of(f"{text} $(x + 1)^2 = x^2 + 1$.".encode(), "md"), {}, budget=0.3).steps

    assert [each.judged.verdict for each in steps] == [verdict]


def test_the_constant_is_what_it_was_declared_to_be() -> None:
    text = b"For vectors $u, v$ and the constant $G$, where $1, 2, \\dots$ are numbers: $G > 0$ and $\\|u\\| \\ge 0$."
    walk = read_steps(document_of(text, "md"), {"names": {"G": "positive"}})

    assert getattr(walk.context.names["G"], "sign", "") == "positive"
    assert [heard.latex for heard in walk.heard if heard.problem] == []
