r"""Answers to the same problem set by other hands: lines that were called wrong and are right, each beside one with a slip."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells


def verdicts(text: str, kind: str = "markdown") -> list[str]:
    answer = answer_document(document_of(text.encode(), kind), {}, budget=1.5, second_reader=False)
    return [each.judged.verdict for each in answer.steps]


DISTANCES = r"""Let $f$ be convex and differentiable, $\eta > 0$.

## 1

So the method is $w_{t+1} = w_t - \eta \nabla f(w_t)$.

## 2

Put $d_t := \|w_t - w^*\|$ and $g_t := \nabla f(w_t)$. Then

$$d_{t+1}^2 = d_t^2 - SLIP\eta \langle g_t, w_t - w^* \rangle + \eta^2 \|g_t\|^2.$$

"""


@pytest.mark.parametrize("more", ["", r"With steps $\eta_t = \frac{c}{\sqrt{t}}$ one does better."])
def test_a_step_size_is_the_same_letter_in_a_part_that_also_has_a_sequence_of_its_name(more: str) -> None:
    assert verdicts(DISTANCES.replace("SLIP", "2") + more) == ["proved"]


def test_a_name_for_members_says_nothing_of_the_next_ones() -> None:
    r"""d_{t+1} is \|w_{t+1} - w^*\|, of which nothing is known before the rule for w is given."""
    (found,) = verdicts(DISTANCES.replace("SLIP", "2").replace("w_{t+1} = w_t - \\eta \\nabla f(w_t)", "w_t"))
    assert found == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$\sigma' = \sigma(1 - \sigma)$ and $\sigma'' = \sigma'(1 - 2\sigma)$", ["proved", "proved"]),
        (r"$\sigma' = \sigma(1 + \sigma)$ and $\sigma'' = \sigma'(1 - \sigma)$", ["refuted", "refuted"]),
        (r"$\sigma(1 - \sigma(0)) = \sigma(\frac12)$", ["proved"]),
    ],
)
def test_a_function_before_brackets_with_itself_in_them_is_a_factor(text: str, expected: list[str]) -> None:
    assert verdicts(r"Let $\sigma(x) = \frac{1}{1 + e^{-x}}$. Then " + text + ".") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"To halve this we need $\sqrt{T} \ge 20$, i.e. $T \ge 400$.", ["proved"]),
        (r"To halve this we need $\sqrt{T} \ge 20$, i.e. $T \ge 200$.", ["refuted"]),
        (r"Halving this requires $T = 400$, since $\frac{10}{\sqrt{T}} = \frac12$.", ["proved"]),
        (r"Halving this requires $T = 900$, since $\frac{10}{\sqrt{T}} = \frac12$.", ["refuted"]),
        (r"Hence $T \ge 200$.", ["refuted"]),
    ],
)
def test_what_a_number_has_to_be_for_something_is_said_of_another_one(text: str, expected: list[str]) -> None:
    assert verdicts(r"For $T = 100$ we get $\frac{10}{\sqrt T} = 1$. " + text) == ["proved", *expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"For $g(w_1, w_2) = e^u + \sin u$ with $u = w_1 + w_2^2$", ["proved", "proved", "refuted"]),
        (r"Let $g(w_1, w_2) = e^u + \sin u$, where $u = w_1 + w_2^2$. Here", ["proved", "proved", "refuted"]),
        (r"Let $u = w_1 + w_2^2$ and $g(w_1, w_2) = e^u + \sin u$. Here", ["proved", "proved", "refuted"]),
    ],
)
def test_what_a_letter_in_a_function_stands_for_may_be_said_behind_it(text: str, expected: list[str]) -> None:
    rates = r"""the chain rule gives
$$\frac{\partial g}{\partial w_1} = \frac{\partial g}{\partial u} \frac{\partial u}{\partial w_1} = e^u + \cos u, \qquad
\frac{\partial g}{\partial w_2} = w_2 (e^u + \cos u).$$"""
    assert verdicts(f"{text} {rates}") == expected


def test_a_value_at_one_point_gives_no_function() -> None:
    (found,) = verdicts(r"Let $u = x_0^2$. Suppose $g(x_0) = u$. Then $g(3) = 9$.")
    assert found == "unknown"


SLOPE = r"$f(w) - f(u) \le \langle \nabla f(w), w - u \rangle$."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("$f$ convex. Then", ["proved"]),
        ("Let $f$ convex. Then", ["proved"]),
        (r"Assumptions: $f$ convex and differentiable, $\|\nabla f(x)\| \le G$ for all $x$. Then", ["proved"]),
        ("Show: $f$ convex. Then", ["unknown"]),
        ("Is $f$ convex? If so,", ["unknown"]),
        ("$f$ convex near $0$. Then", ["unknown"]),
    ],
)
def test_a_function_may_be_convex_without_a_verb(before: str, expected: list[str]) -> None:
    assert verdicts(f"{before} {SLOPE}") == expected


def test_a_list_of_what_is_given_may_begin_with_a_kind_of_function() -> None:
    given = r"$f$ convex, $\bar w = \frac1T\sum_{t=1}^T w_t$, $v_t = \nabla f(w_t)$, $\|v_t\| \le \rho$, $\|u\| \le B$."
    chain = r"$$f(\bar w) \le \frac1T\sum_{t=1}^T f(w_t) \le f(u) + \frac1T\sum_{t=1}^T \langle w_t - u, v_t \rangle$$"
    slip = chain.replace(r"w_t - u, v_t", r"w_t - u, 2 v_t")
    tells(f"**3.** {given}\n\n{chain}", ["proved", "proved"])
    assert verdicts(f"**3.** {given}\n\n{slip}")[0] == "proved"
    assert verdicts(f"**3.** {given}\n\n{slip}")[1] != "proved"


def test_where_a_letter_of_a_function_lies_that_is_none_of_its_own_holds_on() -> None:
    text = r"""We minimize
$$J(u) = f(w) + \langle g, u - w \rangle + \frac{1}{2\eta} \|u - w\|^2, \quad \eta > 0.$$

(b) We have $\langle a, b \rangle \le \frac{1}{2\eta} \|a\|^2 + \frac{\eta}{SLIP} \|b\|^2$."""
    assert verdicts(text.replace("SLIP", "2")) == ["proved"]
    assert verdicts(text.replace("SLIP", "3")) != ["proved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"For all real $x, y$: $\bigl||x| - |y|\bigr| \le |x - y|$.", ["proved"]),
        (r"For all real $x, y$: $\Bigl||x| - |y|\Bigr| \le |x + y|$.", ["proved"]),
        (r"For all real $x, y$: $\left||x| + |y|\right| \le |x - y|$.", ["refuted"]),
        (r"For all vectors $x, y$: $\left||x + y\right|| \le \left||x\right|| + \left||y\right||$.", ["proved"]),
    ],
)
def test_a_bar_with_a_size_beside_another_bar_is_one_bracket(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Setup: $w^{(1)} = 0$ and $w^{(t+1)} = w^{(t)} - \eta v^{(t)}$. Then $w^{(2)} = -\eta v^{(1)}$.", ["proved"]),
        (r"The method is $w_1 = 0$, $w_{t+1} = w_t - \eta \nabla f(w_t)$. So $w_2 = -\eta \nabla f(0)$.", ["proved"]),
        (r"The method is $w_1 = 0$, $w_{t+1} = w_t - \eta \nabla f(w_t)$. So $w_2 = \eta \nabla f(0)$.", ["unknown"]),
    ],
)
def test_where_a_sequence_begins_may_be_said_before_how_it_goes_on(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


PARTS = r"""Let $f$ be convex and differentiable, $\eta > 0$.

## 1

The method is $w_1 = 0$, $w_{t+1} = w_t - \eta \nabla f(w_t)$.

## 2

Write $d_t := \|w_t - w^*\|$ and $g_t := \nabla f(w_t)$. Then
FIRST
and hence $$f(w_t) - f(w^*) \le \frac{d_t^2 - d_{t+1}^2}{SLIP\eta} + \frac{\eta}{2}\|g_t\|^2.$$"""
SQUARES = r"$$d_{t+1}^2 = d_t^2 - 2\eta \langle g_t, w_t - w^* \rangle + \eta^2 \|g_t\|^2$$"


@pytest.mark.parametrize(
    ("first", "slip", "expected"),
    [
        (SQUARES, "2", ["proved", "proved"]),
        (SQUARES, "", ["proved", "refuted"]),
        (r"we see that $\|g_t\|^2 \ge 0$", "", ["proved", "unknown"]),  # nothing shows that the rule is meant
    ],
)
def test_a_slip_under_a_rule_of_another_part_that_proves_the_line_before(
    first: str, slip: str, expected: list[str]
) -> None:
    assert verdicts(PARTS.replace("FIRST", first).replace("SLIP", slip)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"$\frac{\partial x_1}{\partial w_2} = w_1$ and $\frac{\partial x_2}{\partial w_2} = 0$",
            ["proved", "proved"],
        ),
        (r"$w_1 = \frac{d}{d w_2} w_2^3$ and $\frac{\partial x_2}{\partial w_2} = 0$", ["unknown", "unknown"]),
    ],
)
def test_the_rate_of_a_product_ties_its_letters_by_nothing(text: str, expected: list[str]) -> None:
    assert verdicts(f"Let $x_1 = w_1 w_2$ and $x_2 = w_1^2$. Then {text}.") == expected


def test_a_number_that_is_required_is_another_one_than_was_claimed() -> None:
    text = r"""One has $1 \le 2$.

* $D = 10$, $G = 2$, $T = 400$: the bound is $\frac{D G}{\sqrt T} = 1$.
* halving it requires $T = 1600$, since $\frac{10 \cdot 2}{\sqrt{1600}} = 0.5$."""
    assert "refuted" not in verdicts(text)
    assert verdicts("Solve $2x = 6$: $x = 3$. The next larger solution is $x = 4$.") == ["proved", "refuted"]
