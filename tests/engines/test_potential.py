"""Sums along a recurrence by the squares of distances, orders by the room that hypotheses leave, and orders through what is known."""

from __future__ import annotations

import pytest

from symproof.lemmas import settle
from symproof.readers.resolve import Context
from symproof.readers.resolve.declared import suppose
from symproof.statement import Statement

LETTERS = {
    r"\eta, B, R, b, c, d": "positive",
    "u, v, h": "vector",
    "w": "sequence of vectors",
    "g": "sequence of vectors",
    "x": "sequence of reals",
    "e": "sequence of reals",
    "T, t": "natural >= 1",
    "s": "real",
    "f": "convex and differentiable function of a vector",
}
STEP = r"w_{t+1} = w_t - \eta g_t \text{ for all } t"
DESCENT = r"w_{t+1} = w_t - \eta \nabla f(w_t) \text{ for all } t"
START = "w_1 = 0"
SMALL = [r"\|u\| \le B", r"\|g_t\| \le R \text{ for all } t"]
REGRET = r"\sum_{t=1}^T \langle w_t - u, g_t \rangle \le "

RIGHT = [
    ([STEP, START], REGRET + r"\frac{\|u\|^2}{2\eta} + \frac{\eta}{2} \sum_{t=1}^T \|g_t\|^2"),
    ([STEP], REGRET + r"\frac{\|w_1 - u\|^2}{2\eta} + \frac{\eta}{2} \sum_{t=1}^T \|g_t\|^2"),
    (  # up to the letter over which the rule goes
        [STEP, START],
        r"\sum_{k=1}^t \langle w_k - u, g_k \rangle \le \frac{\|u\|^2}{2\eta} + \frac{\eta}{2} \sum_{k=1}^t \|g_k\|^2",
    ),
    ([STEP, START, *SMALL], REGRET + r"\frac{B^2}{2\eta} + \frac{\eta}{2} T R^2"),
    (
        [DESCENT, START],
        r"\sum_{t=1}^T (f(w_t) - f(u)) \le \frac{\|u\|^2}{2\eta} + \frac{\eta}{2} \sum_{t=1}^T \|\nabla f(w_t)\|^2",
    ),
    (  # of values that slopes bound, which are bounded in their turn
        [DESCENT, START, r"\|\nabla f(w_t)\| \le R \text{ for all } t"],
        r"\sum_{t=1}^T (f(w_t) - f(u)) \le \frac{\|u\|^2}{2\eta} + \frac{\eta}{2} T R^2",
    ),
    (
        [r"x_{t+1} = x_t - \eta e_t \text{ for all } t"],
        r"\sum_{t=1}^T e_t (x_t - s) \le \frac{(x_1 - s)^2}{2\eta} + \frac{\eta}{2} \sum_{t=1}^T e_t^2",
    ),
    ([*SMALL[:1], r"\|h\| \le R"], r"\frac{1}{\eta T}(B^2 - \|u\|^2) + \eta (R^2 - \|h\|^2) \ge 0"),
    ([*SMALL[:1], r"\|h\| \le R"], r"\frac{R}{B T} \|u\|^2 + \frac{B}{R} \|h\|^2 \le \frac{R B}{T} + B R"),
    ([*SMALL[:1], r"\|h\| \le R", r"\eta = \frac{B}{R}"], r"\frac{1}{\eta} \|u\|^2 + \eta \|h\|^2 \le 2 B R"),
    (["c < b", r"d \le R"], r"b^2 - c^2 + \eta T(R^2 - d^2) > 0"),
    (
        [r"f(v) - f(u) \le \frac{\|u\|^2}{\eta} + \eta \sum_{t=1}^T \|g_t\|^2", *SMALL],
        r"f(v) - f(u) \le \frac{B^2}{\eta} + \eta T R^2",
    ),
]
WRONG = [
    ([STEP, START], REGRET + r"\frac{\|u\|^2}{2\eta} + \frac{\eta}{3} \sum_{t=1}^T \|g_t\|^2"),
    ([STEP, START], REGRET + r"\frac{\|u\|^2}{3\eta} + \frac{\eta}{2} \sum_{t=1}^T \|g_t\|^2"),
    ([STEP], REGRET + r"\frac{\|w_0 - u\|^2}{2\eta} + \frac{\eta}{2} \sum_{t=1}^T \|g_t\|^2"),
    ([STEP, START, *SMALL], REGRET + r"\frac{B^2}{2\eta} + \frac{\eta}{2} R^2"),
    (
        [DESCENT, START, r"\|\nabla f(w_t)\| \le R \text{ for all } t"],
        r"\sum_{t=1}^T (f(w_t) - f(u)) \le \frac{\|u\|^2}{2\eta} + \frac{\eta}{4} T R^2",
    ),
    (
        [r"x_{t+1} = x_t + \eta e_t \text{ for all } t"],
        r"\sum_{t=1}^T e_t (x_t - s) \le \frac{(x_1 - s)^2}{2\eta} + \frac{\eta}{2} \sum_{t=1}^T e_t^2",
    ),
    ([r"\|u\| \le B", r"R \le \|h\|"], r"\frac{1}{\eta T}(B^2 - \|u\|^2) + \eta (R^2 - \|h\|^2) \ge 0"),
    ([*SMALL[:1], r"\|h\| \le R"], r"\frac{R}{B T} \|u\|^2 + \frac{B}{R} \|h\|^2 \le \frac{R B}{T}"),
    ([*SMALL[:1], r"\|h\| \le R", r"\eta = \frac{R}{B}"], r"\frac{1}{\eta} \|u\|^2 + \eta \|h\|^2 \le 2 B R"),
    ([r"c \le b", r"d \le R"], r"b^2 - c^2 + \eta T(R^2 - d^2) > 0"),
    (
        [r"f(v) - f(u) \ge \frac{\|u\|^2}{\eta} + \eta \sum_{t=1}^T \|g_t\|^2", *SMALL],
        r"f(v) - f(u) \le \frac{B^2}{\eta} + \eta T R^2",
    ),
]


def statement(given: list[str], claim: str) -> Statement:
    context = Context()
    for names, phrase in LETTERS.items():
        context.declare(names, phrase)
    for each in (*given, claim):
        suppose(each, context)
    *hypotheses, last = context.given
    return Statement(tuple(hypotheses), last)


@pytest.mark.parametrize(("given", "claim"), RIGHT)
def test_an_order_that_holds_along_a_recurrence_is_proved(given: list[str], claim: str) -> None:
    verdict = settle(statement(given, claim), None, 10, advise=False)

    assert verdict.status == "proved"
    assert not verdict.trusts


@pytest.mark.parametrize(("given", "claim"), WRONG)
def test_its_neighbour_is_not(given: list[str], claim: str) -> None:
    assert settle(statement(given, claim), None, 2, advise=False).status != "proved"
