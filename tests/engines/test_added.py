"""What is said of each index, added up over a range: what is proved, and the neighbour that is not."""

from __future__ import annotations

import pytest

from symproof import each, eq, index, natural, nonnegative, norm, positive, sequence, total, vector
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

T, t = natural("T", at_least=1), index("t")
N = natural("N")
d, f = sequence("d", of=nonnegative), sequence("f", of=nonnegative)
e, g, r = sequence("e"), sequence("g"), sequence("r")
w = sequence("w", of=vector)
s = vector("s")
m, D, G, eta = positive("m"), positive("D"), positive("G"), positive("eta")

regret = each(t, d[t + 1] <= d[t] - 2 * eta * r[t] + eta**2 * G**2)
closer = each(t, norm(w[t + 1] - s) ** 2 <= norm(w[t] - s) ** 2 - 2 * eta * r[t])
descent = each(t, f[t + 1] <= f[t] - eta / 2 * g[t])
noisy = each(t, f[t + 1] <= f[t] - eta / 2 * g[t] + e[t])

ROWS: list[tuple[str, list[Prop], Prop, Prop]] = [
    (
        "regret",
        [regret],
        total(r[t], t, 1, T) <= d[1] / (2 * eta) + eta * G**2 * T / 2,
        total(r[t], t, 1, T) <= d[1] / (2 * eta) + eta * G**2 * T / 4,
    ),
    (
        "the mean of gradients",
        [descent],
        total(g[t], t, 0, T - 1) / T <= 2 * f[0] / (eta * T),
        total(g[t], t, 0, T - 1) / T <= 2 * f[0] / (eta * (T + 1)),
    ),
    (
        "with noise, which stays under its sum",
        [noisy],
        total(g[t], t, 0, T - 1) <= 2 * (f[0] + total(e[t], t, 0, T - 1)) / eta,
        total(g[t], t, 0, T - 1) <= (f[0] + total(e[t], t, 0, T - 1)) / eta,
    ),
    (
        "the least gradient",
        [descent, each(t, m <= g[t])],
        m <= 2 * f[0] / (eta * T),
        m <= f[0] / (eta * T),
    ),
    (
        "distances of vectors",
        [closer],
        total(r[t], t, 0, N) <= norm(w[0] - s) ** 2 / (2 * eta),
        total(r[t], t, 0, N) <= norm(w[1] - s) ** 2 / (2 * eta),
    ),
    (
        "from a place on, and not before it",
        [each(t, f[t + 1] <= f[t] - g[t], 1)],
        total(g[t], t, 1, T) <= f[1],
        total(g[t], t, 0, T) <= f[0],
    ),
    (
        "an empty range may end one place before it starts, and no earlier",
        [each(t, f[t + 1] <= f[t] - g[t])],
        total(g[t], t, 1, N) <= f[1],
        total(g[t], t, 2, N) <= f[1] - f[N + 1],
    ),
    (
        "equations",
        [each(t, eq(f[t + 1], f[t] - g[t]))],
        total(g[t], t, 0, N) <= f[0],
        total(g[t], t, 0, N) >= f[0],
    ),
]


@pytest.mark.parametrize(("given", "right", "wrong"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_said_of_each_is_added_up(given: list[Prop], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given, budget=0.5).status != "proved"
