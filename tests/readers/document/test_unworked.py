"""Numbers that nothing works out are letters; iterates beside a matrix are columns; what is bound with a range; what words mean."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells, verdicts


def last(text: str) -> tuple[str, str]:
    """The verdict and the reading of the last step of a text."""
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.3)
    step = answer.steps[-1]
    return step.judged.verdict, step.reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Let $U$ and $V$ be bounded sets of numbers. Then $c \\ge \\sup U$.", "c >= sup(U)"),
        ("Let $U$ and $V$ be bounded sets of numbers. Then $\\sup(U \\cup V) = \\max(\\sup U, \\sup V)$.", "sup(U cup V) = max(sup(U), sup(V))"),
        ("We see that $h(1) \\le \\inf \\{ h(n) : n \\in \\mathbb{N} \\}$.", "h(1) <= inf(h (n) : n in N)"),
        ("Let $P$ be an $n \\times n$ matrix. Then $\\operatorname{rank}(P) + 1 \\le \\dim(W)$.", "rank(P) + 1 <= dim(W)"),
        ("Then $(\\int_0^1 u v)^2 \\le \\int_0^1 u^2 \\int_0^1 v^2$.", "∫[0, 1](u v)**2 <= ∫[0, 1](u^2)*∫[0, 1](v^2)"),
        ("Let $u_n$ be a sequence. Then $\\lim_{n \\to \\infty} h(u_n) = c$.", "lim[n -> +inf](h(u[n])) = c"),
        ("Let $A$ be an $n \\times n$ matrix. Then $\\|A\\| = \\max_{\\|x\\| = 1} \\|A x\\|$.", "norm(A) = max[||x|| = 1](||A x||)"),
        ("Let $u, v$ be vectors. Then $u^\\top v \\le \\|u\\|_p \\|v\\|_q$.", "inner(u, v) <= norm_p(u)*norm_q(v)"),
        ("Then $q = \\frac{1}{m} \\sum_{i=1}^m 1\\{y_i = 1\\}$ and so $m q = \\sum_{i=1}^m 1\\{y_i = 1\\}$.", "m*q = sum(1(y[·] = 1)[i], i, 1, m)"),
        ("Then $r \\mathbf{1}_{[r > 0]} = \\max(r, 0)$.", "r*1(r > 0) = max(r, 0)"),
    ],
)  # fmt: skip
def test_numbers_that_nothing_works_out_are_letters(text: str, reading: str) -> None:
    verdict, found = last(text)
    assert (verdict != "refuted", found) == (True, reading)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Let $U$ be a bounded set. Suppose $\\sup U = 3$ and $c = 2 \\sup U$. Then $c = 6$.", "proved"),
        ("Let $U$ be a bounded set. Suppose $\\sup U = 3$ and $c = 2 \\inf U$. Then $c = 6$.", "unknown"),
        ("Let $U, V$ be bounded sets. Then $\\sup U + \\sup V = \\sup V + \\sup U$.", "proved"),
        ("Let $U, V$ be bounded sets. Then $\\sup U + \\sup V = \\sup (U + V)$.", "unknown"),
        ("Suppose $\\int_0^1 u^2 = 4$. Then $(\\int_0^1 u^2)^2 = 16$.", "proved"),
        ("Suppose $\\int_0^1 u^2 = 4$. Then $(\\int_0^2 u^2)^2 = 16$.", "unknown"),
        ("Let $A$ be an $n \\times n$ matrix with $\\|A\\| \\le 2$. Then $\\|A\\|^2 \\le 4$.", "proved"),
        ("Let $A, B$ be $n \\times n$ matrices with $\\|A\\| \\le 2$. Then $\\|B\\|^2 \\le 4$.", "unknown"),
        ("$E[1\\{X > t\\}] = P(X > t)$", "proved"),
        ("$E[1\\{X > t\\}] = P(X > s)$", "unknown"),
    ],
)
def test_two_that_are_spelled_in_one_way_are_one_number(text: str, verdict: str) -> None:
    assert verdicts(text)[-1] == verdict


def test_a_vector_x_is_not_taken_for_the_letter_of_an_integral() -> None:
    text = "Let $h$ be differentiable on $\\mathbb{R}^n$. Then $h(y) - h(x) = \\int_0^1 \\nabla h(x + t(y - x))^\\top (y - x) \\, dt$."
    assert "dt, 0, 1]" in last(text)[1]


def test_integrals_over_a_region_in_several_letters_are_not_read() -> None:
    assert verdicts("Then $\\int_D u^2 \\, du \\, dv = 4$ and $\\int_D u^2 \\, du \\, dv < 5$.")[-1] == "not understood"


SYSTEM = "Let $A$ be symmetric positive definite, $A z^* = b$, and consider\n\n$$z_{k+1} = z_k - s (A z_k - b).$$\n\nPut $d_k = z_k - z^*$.\n\n"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("$$d_{k+1} = z_{k+1} - z^* = d_k - s A d_k = (I - s A) d_k.$$", "proved"),
        ("$$d_{k+1} = z_{k+1} - z^* = d_k + s A d_k = (I + s A) d_k.$$", "refuted"),
        ("The residual $q_k = b - A z_k$ satisfies $q_k = -A d_k$.", "proved"),
        ("The residual $q_k = b - A z_k$ satisfies $q_k = A d_k$.", "refuted"),
    ],
)
def test_iterates_beside_a_matrix_are_columns(text: str, verdict: str) -> None:
    told = verdicts(SYSTEM + text, budget=6.0)
    assert verdict in told
    assert "not understood" not in told
    assert verdict == "refuted" or "refuted" not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$\\forall x, 0 \\le x \\le 1, x^2 \\le x$", ["proved"]),
        ("$\\forall x, 0 \\le x \\le 2, x^2 \\le x$", ["refuted"]),
        ("$\\forall x, 0 \\le x$", ["refuted"]),
    ],
)
def test_the_range_behind_what_is_bound_belongs_to_it(text: str, expected: list[str]) -> None:
    assert verdicts(text, budget=2.0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**$L$-smoothness** means $\\|\\nabla h(x) - \\nabla h(y)\\| \\le L \\|x - y\\|$ for all $x, y$, which implies the descent lemma:\n\n"
         "$$h(y) \\le h(x) + \\langle \\nabla h(x), y - x \\rangle + \\frac{L}{2} \\|y - x\\|^2.$$", ["unknown"]),
        ("Let $h(x) = x^2$. This means that $h(x) \\le x$ for all $x$.", ["refuted"]),
        ("Let $h(x) = x^2$. Its symmetry is clear. This gives $h(x) \\le x$ for all $x$.", ["refuted"]),
    ],
)  # fmt: skip
def test_what_a_word_means_is_no_claim_and_what_rests_on_it_is_not_refuted(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "The variance is defined by $var(X) = E[(X - E[X])^2]$.\n\nLet $Y = a X + b$. Then $var(Y) = a^2 var(X)$.",
            "proved",
        ),
        (
            "The variance is defined by $var(X) = E[(X - E[X])^2]$.\n\nLet $Y = a X + b$. Then $var(Y) = a var(X)$.",
            "unknown",
        ),
        ("We have $p(y | x; w) p(x; w) = p(y, x; w)$ with $p(x; w) > 0$.", "proved"),
    ],
)
def test_variances_in_small_letters_and_densities_with_parameters(text: str, verdict: str) -> None:
    assert verdicts(text)[-1] in (verdict, "refuted" if verdict == "unknown" else verdict)


def test_the_largest_value_of_a_function_that_nothing_gives() -> None:
    assert "g(x)" in last("Then $\\max_x g(x) = c$.")[1]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Let $B = \\begin{bmatrix} 0 & 3 \\\\ 1 & 0 \\end{bmatrix}$ and $x = (0, 2)$. Then $B x = (6, 0)$.", "proved"),
        ("Let $B = \\begin{bmatrix} 0 & 3 \\\\ 1 & 0 \\end{bmatrix}$ and $x = (0, 2)$. Then $B x = (0, 6)$.", "refuted"),
        ("Let $B = \\begin{bmatrix} 0 & 3 \\\\ 1 & 0 \\end{bmatrix}$ and $x = (0, 2)$. Then $B x = \\begin{bmatrix} 6 \\\\ 0 \\end{bmatrix}$.", "proved"),
        ("Let $\\ell(r) = \\sum_{i=1}^m (y^{(i)} \\log r - r - \\log(y^{(i)}!))$. Then $\\ell'(r) = \\frac1r \\sum_{i=1}^m y^{(i)} - m$.", "proved"),
        ("Let $\\ell(r) = \\sum_{i=1}^m (y^{(i)} \\log r - r - \\log(y^{(i)}!))$. Then $\\ell'(r) = \\frac1r \\sum_{i=1}^m y^{(i)} - r$.", "refuted"),
        ("Let $A$ be an $m \\times n$ matrix. Then $\\sum_{k=1}^n \\|A z_k\\|^2 \\ge 0$.", "proved"),  # z_k is a column
        ("Suppose $z_n \\to 0$. Then $\\lim_{n \\to \\infty} \\frac{1}{z_n} = 0$.", "not understood"),  # it has no limit
    ],
)  # fmt: skip
def test_points_are_columns_and_indices_above_count(text: str, verdict: str) -> None:
    assert verdicts(text, budget=2.0)[-1] == verdict


@pytest.mark.parametrize(
    "text",
    [
        "For each $j$ let $g_j := \\sup \\{ h_j, h_{j+1}, \\ldots \\}$. Then $g_3 = g_4$.",
        "Let $r_k = \\operatorname{rank}(A^k)$ for all $k$. Then $r_1 = r_2$.",
        "Let $u_i = 1\\{y_i = 1\\}$ for each $i$. Then $u_1 = u_2$.",
        "Let $v_k = \\|z_k\\|_p$ for all $k$. Then $v_1 = v_2$.",
        "Let $l_m = \\int_0^m h^2$ for each $m$. Then $l_1 = l_2$.",
        "Let $q_m = |\\{ x : x^m = 1 \\}|$ for all $m$. Then $q_1 = q_2$.",
        "Let $c(r) = \\|x\\|_r$. Then $c(1) = c(2)$.",
        "Let $U$ be a bounded set and $s = \\sup U$. Then $s = 3$.",
    ],
)
def test_what_counts_in_a_name_tells_values_apart(text: str) -> None:
    """Of these all were proved: the letter j stood in the name of one number, which was g_j for each j."""
    assert verdicts(text)[-1] == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Exercise 1.** Let $U$ be a set with $\\sup U = 3$. Then $2 \\sup U = 6$.", "proved"),
        ("**Exercise 1.** Let $U$ be a set with $\\sup U = 3$.\n\n**Exercise 2.** Let $U = [0, 1]$. Then $2 \\sup U = 6$.", "unknown"),
        ("Let $h(x) = x^2$ and $s = \\sup_{x \\in [0, 1]} h(x) + 1$. Then $s = 1 + \\sup_{x \\in [0, 1]} h(x)$.", "proved"),
        ("Let $h(x) = x^2$ and $s = \\sup_{x \\in [0, 1]} h(x) + 1$. Now let $h(x) = x^3$. Then $s = 1 + \\sup_{x \\in [0, 1]} h(x)$.", "unknown"),
    ],
)  # fmt: skip
def test_another_set_or_function_of_that_name_has_other_values(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected


def test_the_number_of_things_counts_where_it_does() -> None:
    text = "We have $m = \\sum_{i=1}^k w_i$ where $k$ is the number of values and $w_i \\ge 1$ for each $i$. Then $m \\ge k$."
    assert "not understood" not in verdicts(text, budget=2.0)


def test_numbers_are_elements_of_a_field_of_numbers() -> None:
    assert (
        verdicts("Since $\\mathbb{Q}$ is a field, $q \\in \\mathbb{Q}$. Now $(q + 1)^2 = q^2 + 2q + 1$.", budget=2.0)[
            -1
        ]
        == "proved"
    )
    assert (
        verdicts("Let $F$ be a field and $q, r \\in F$. Now $(q + r)^2 = q^2 + 2qr + r^2$.", budget=2.0)[-1]
        == "not understood"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Let $p_k = P(X = k)$. Then $p_1 = p_2$.", "u"),
        ("Let $a_k = g(k, x)$. Then $a_1 = a_2$.", "u"),
        (r"Let $d_n = D(p_n \,\|\, q)$. Then $d_1 = d_2$.", "u"),
        (r"Let $x = 1$ and suppose $\sup_y f(x, y) = 3$. Now let $x = 2$. Then $\sup_y f(x, y) = 3$.", "u"),
        (r"Let $x = 1$ and suppose $\sup_y f(x, y) = 3$. Then $2\sup_y f(x, y) = 6$.", "p"),
        (r"Let $m = \min_{1 \le i \le n} x_i$. Then $m \le x_i$ for all $i$.", "p"),
        (r"Let $m = \min_{1 \le i \le n} x_i$. Then $m \ge x_i$ for all $i$.", "r"),
        (r"Let $S = \sup_n a_n$. Then $a_n \le S$ for all $n$.", "p"),
    ],
)
def test_a_number_by_its_name_is_another_for_each_letter_in_it(text: str, told: str) -> None:
    """P(X = k) was one number for all k, so that p_1 = p_2; and what is the least of x_1, ..., x_n was refuted at x_{n+1}."""
    tells(text, told)
