r"""Random numbers of which a text says the mean and the variance in words, and how likely they are to be large."""

from __future__ import annotations

from tests.document_says import tells, verdicts

RIGHT = r"""
# A
Let $V$ be a nonnegative random variable and $s > 0$. Then $P(V \ge s) \le \frac{E[V]}{s}$.

# B
Let $Y_1, \dots, Y_m$ be i.i.d. random variables with mean $c$ and variance $q$. Then $E[Y_5] = c$ and $E[Y_k^2] = q + c^2$.

# C
Let $V$ be a random variable with finite mean $c$ and variance $q$. For $r > 0$ we have $P(|V - c| \ge r) \le \frac{q}{r^2}$.

# D
Let $r > 0$. Then $P(V \ge s) = P(e^{rV} \ge e^{rs}) \le e^{-rs} E[e^{rV}]$ and $P(V - 2s \ge 0) = P(V \ge 2s)$.

# E
Let $Y_1, \dots, Y_m$ be independent random variables with mean $c$ and variance $q$. Then $\operatorname{Var}(\sum_{k=1}^m Y_k) = m q$. Put $Z_m = \frac{1}{m} \sum_{k=1}^m Y_k$. Then $E[Z_m] = c$.

# F
Let $0 < a < b$. Then \[ (y - a)(b - y) \ge 0, \qquad a \le y \le b. \]
"""
OPEN = r"""
# A
Let $V$ be a random variable and $s > 0$. Then $P(V \ge s) \le \frac{E[V]}{s}$.

# B
Let $V \ge 0$ and $W > 0$ be random variables. Then $P(V \ge W) \le \frac{E[V]}{W}$.

# C
Let $V$ be a random variable with mean $c$ and variance $q$. For $r > 0$ we have $P(|V| \ge r) \le \frac{q}{r^2}$.

# D
Then $P(V \ge s) = P(e^{rV} \ge e^{rs})$.

# E
Let $Y_1, \dots, Y_m$ be random variables with mean $c$ and variance $q$. Then $\operatorname{Var}(\sum_{k=1}^m Y_k) = m q$.
"""


def test_what_holds_of_all_distributions() -> None:
    assert set(verdicts(RIGHT, budget=5.0)) == {"proved"}
    assert set(verdicts(OPEN, budget=0.1)) == {"unknown"}


RULE = r"""Let $w_{k+1} = w_k - r v_k$ with $r > 0$ and $D_k = \|w_k - w^*\|^2$. Suppose that $\mathbb{E}[v_k|w_k] = \nabla h(w_k)$ and $\mathbb{E}[\|v_k\|^2|w_k] \le s^2$ for all $k$.

"""
STEPS = r"""
$$\mathbb{E}[D_{k+1}|w_k] \le D_k - 2r \langle \nabla h(w_k), w_k - w^* \rangle + r^2 s^2$$

$$\mathbb{E}[\|v_k - \nabla h(w_k)\|^2 | w_k] = \mathbb{E}[\|v_k\|^2 |w_k] - \|\nabla h(w_k)\|^2$$

$$\mathbb{E}[h(w_k) - h(w^*)] = \mathbb{E}[h(w_k)] - h(w^*)$$
"""
SLIPS = r"""
$$\mathbb{E}[D_{k+1}|w_k] \le D_k - r \langle \nabla h(w_k), w_k - w^* \rangle + r^2 s^2$$

$$\mathbb{E}[\langle v_k, w_{k+1} \rangle | w_k] = \langle \nabla h(w_k), w_{k+1} \rangle$$

$$\mathbb{E}[\langle v_k, u_k \rangle | w_k] = \langle \mathbb{E}[v_k | w_k], \mathbb{E}[u_k | w_k] \rangle$$
"""


def test_a_step_under_what_came_before_is_multiplied_out() -> None:
    """What is known goes out, and nothing else: no product of two random vectors is that of their means."""
    assert verdicts(RULE + STEPS, budget=5.0) == ["proved"] * 3


def test_what_is_random_under_a_condition_stays_within() -> None:
    assert "proved" not in verdicts(RULE + SLIPS, budget=0.1)


def test_disjoint_events() -> None:
    """What is supposed of them ends what was said of both of them before: a right line was refuted."""
    numbers = "Let $P(A) = 1/2$, $P(B) = 1/3$ and $P(A \\cap B) = 1/6$. Then $P(A \\cup B) = 2/3$.\n\n"
    said = "Now suppose that $A$ and $B$ are %s. Then $P(A \\cup B) = 5/6$."

    assert verdicts(numbers + said % "disjoint", budget=1.0) == ["proved", "proved"]
    assert verdicts(numbers + said % "independent", budget=1.0) == ["proved", "refuted"]
    text = (
        "Let $A$ and $B$ be mutually exclusive events with $P(A) = 1/5$ and $P(B) = 1/2$. Then $P(A \\cup B) = 7/10$."
    )
    assert verdicts(text, budget=1.0) == ["proved"]
    assert verdicts(text.replace("7/10", "3/5"), budget=1.0) == ["refuted"]


def test_a_probability_lies_between_0_and_1() -> None:
    text = "Let $A$ be an event with $P(A) = %s$. Then $P(A^c) = %s$."

    assert verdicts(text % ("0.4", "0.6"), budget=1.0) == ["proved"]
    assert verdicts(text % ("1.4", "-0.4"), budget=1.0) == ["unknown"]


def test_what_fails_somewhere_proves_nothing_though_more_may_be_meant() -> None:
    said = r"Let $X, Y$ be independent random variables with mean $\mu$ and variance $\sigma^2$. "

    wrong = r"Then $\operatorname{Var}(X - Y) = 0$. Also $E[X^2] = \mu^2$."
    assert verdicts(said + wrong) == ["refuted", "refuted"]
    assert verdicts(said.replace("independent ", "") + wrong) == ["unknown", "refuted"]
    right = r"Then $\operatorname{Var}(X - Y) = 2 \sigma^2$. Also $E[X^2] = \mu^2 + \sigma^2$."
    assert verdicts(said + right) == ["proved", "proved"]


def test_arbitrary_random_numbers_are_others_than_the_independent_ones_before() -> None:
    text = "Let $X$ and $Y$ be independent. Then $E[XY] = E[X]E[Y]$.\n\n{} $X$ and $Y$ be {} random variables. Then $E[XY] = E[X]E[Y]$."
    tells(text.format("Let now", "arbitrary"), "pu")
    tells(text.format("Let", "any"), "pu")
    tells("Let $x$ and $y$ satisfy $x + y = 1$. Now let $x$ and $y$ be arbitrary. Then $y = 1 - x$.", "u")
