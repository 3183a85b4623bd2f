"""What letters are in a section that uses them for something else than the sections before, and what words say of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of, read_document
from symproof.readers.document.steps.walk import Walk, read_steps
from tests.document_says import tells


def walk(text: str, tmp_path: Path) -> Walk:
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")
    return read_steps(read_document(path), {})


QUADRATIC = r"Let $Q \in \mathbb{R}^{n\times n}$ be symmetric and $f(x) = \frac12 x^TQx - b^Tx$. "


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (QUADRATIC + r"Then $\nabla f(x) = Qx - b$.", "gradient(1/2*tr(x.T @ (Q @ x)) - tr(b.T @ x), x) = Q @ x - b"),
        (QUADRATIC + r"If $Qx^* = b$, then $\nabla f(x) = Q(x - x^*)$.", "Q @ (x - x*)"),
        (QUADRATIC + r"So $x_{k+1} - x_k = -\alpha(Qx_k - b)$.", "x_k+1 - x_k = -(alpha*(Q @ x_k - b))"),
        (r"Then $\operatorname{tr}(uv^T) = v^Tu$ and $\|u\| \ge 0$.", "inner(u, v) = inner(v, u)"),
        (r"Let $f(w_1, w_2) = w_1w_2$. At $\mathbf{w}$ we have $f(\mathbf{w}) = w_2w_1$, where each $w_i > 0$.", "w_1*w_2 = w_2*w_1"),
        ("## A\n\nLet $f$ be convex. So $f(x) = f(x)$.\n\n## B\n\nLet $f(t) = t^2$. So $f'(t) = 2t$.", "derivative(t**2, t) = 2*t"),
        ("## A\n\nLet $f(t) = t^2$.\n\n## B\n\nIf $f$ is differentiable, then $f(b) - f(a) = f(b) - f(a)$.", "f(b) - f(a) = "),
        ("## A\n\nFor all vectors $a, b$: $\\|a\\| \\ge 0$.\n\n## B\n\nIf $a > 0$, then $x + a/x \\ge a/x$.", "x + a/x >= a/x"),
        (r"Let $g(x, y) = x^2y$. Then $\frac{\partial g}{\partial x}(1, 2) = 4$.", "2*1**1*1*2 = 4"),
        ("1. Let $B$ be a $p \\times q$ matrix, $z \\in \\mathbb{R}^q$. So $\\|Bz\\|^2 = z^TB^TBz$.\n"
         "2. Let $B$ be a $3 \\times 3$ matrix. So $\\det(2B) = 8\\det(B)$.", "tr(z.T @ (B.T @ B @ z))"),
        ("1. Let $B$ be a $p \\times q$ matrix, $z \\in \\mathbb{R}^q$. So $Bz = Bz$.\n"
         "2. The product $u = Bz$ has $\\|Bz\\| = \\|u\\|$.", "sqrt(tr((B @ z).T @ (B @ z))) = "),
        (r"Let $A \in \mathbb{R}^{m\times n}$. Then $\nabla\|Ax - b\|^2 = 2A^T(Ax - b)$.", ", x) = 2*(A.T @ (A @ x - b))"),
    ],
)  # fmt: skip
def test_letters_of_a_section(text: str, reading: str, tmp_path: Path) -> None:
    assert any(reading in str(step.statement) for step in walk(text, tmp_path).steps)


RIDGE = (
    r"**Ridge.** Let $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$. $$J(w) = \|Xw - y\|^2 + c\|w\|^2.$$ "
    r"Its gradient is $\nabla J(w) = 2X^\top(Xw - y) + 2cw$.%s$g(w) = \frac12(w - z)^2 + c|w|$. So $g(0) = \frac12z^2$."
)
WRITTEN = "Let $A = \\begin{pmatrix} a & b \\\\ c & d\\end{pmatrix}$.\n\n**Problem 1.** "


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        # a letter is a column in one paragraph and a number in the next, which has a head of its own
        (RIDGE % "\n\n**Lasso in one dimension.** Minimise ", ["gradient(", "1/2*(0 - z)**2 + c*abs(0) = 1/2*z**2"]),
        (RIDGE % "\n\n2. Minimise ", ["gradient(", "1/2*(0 - z)**2 + c*abs(0) = 1/2*z**2"]),
        (RIDGE % "\n\nMinimise ", ["gradient(", "None", "None"]),
        # a function that is given anew, of a vector
        (r"**One dimension.** Let $f(x) = x^2 - a$. So $f(0) = -a$." "\n\n"
         r"**Several.** For $f(x) = \frac12x^\top Bx - b^\top x$ we have $\nabla f(x) = \frac12(B + B^\top)x - b$.",
         ["0**2 - a = -a", "gradient(1/2*tr("]),
        # a matrix that was written out is another one in a problem that names its size
        (r"Let $A \in \mathbb{R}^{m\times n}$ and $V^\top V = I$. So $V^\top V = I$." "\n\n"
         r"**Problem 2.** Take $$A = \begin{pmatrix} 3 & 0 \\ 4 & 5 \end{pmatrix}.$$ Then $\det A = 15$.",
         ["V.T @ V = I", "3*5 - 0*4 = 15"]),
        (WRITTEN + r"$\operatorname{tr}(A) = a + d$.", ["a + d = a + d"]),
        (WRITTEN + r"$\operatorname{tr}(AB) = \sum_{i=1}^n\sum_{j=1}^n A_{ij}B_{ji}$.", ["tr(A @ B) = sum(sum("]),
    ],
)  # fmt: skip
def test_letters_of_a_piece_with_a_head_of_its_own(text: str, readings: list[str], tmp_path: Path) -> None:
    steps = walk(text, tmp_path).steps

    assert len(steps) == len(readings)
    for step, reading in zip(steps, readings, strict=True):
        assert str(step.statement).startswith(reading) or reading in str(step.statement)


WRITTEN_OUT = (
    "**Exercise 4.** Let $A = \\begin{pmatrix} 2 & -1\\\\ -1 & 2\\end{pmatrix}$. So $\\det(A) = 3$.\n\n**Exercise 5.** "
)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("For square matrices $A$ and $B$", "tr(A.T @ B) = tr(B.T @ A)"),
        ("Here", "None"),  # no matrix of one row, and no numbers
    ],
)
def test_a_matrix_that_was_written_out_is_taken_for_no_number(words: str, reading: str, tmp_path: Path) -> None:
    found = walk(WRITTEN_OUT + words + r" $\operatorname{tr}(A^TB) = \operatorname{tr}(B^TA)$.", tmp_path)

    assert str(found.steps[-1].statement) == reading


def test_what_is_said_of_one_member_ends_with_its_section(tmp_path: Path) -> None:
    text = "## Setup\n\nLet $\\eta > 0$ and $u = w_t - \\eta v_t$.\n\n## Next\n\nWe have $\\eta w_t = w_t\\eta$."

    assert [str(fact.prop) for fact in walk(text, tmp_path).steps[-1].given] == ["eta > 0"]


def test_a_sum_over_members_binds_them_beside_a_matrix(tmp_path: Path) -> None:
    r"""In \sum_k |A x_k|^2 the x_k are no one column, but those of a family."""
    found = walk(r"Let $A \in \mathbb{R}^{m\times n}$. Then $\sum_{k=1}^n\|Ax_k\|^2 \ge 0$.", tmp_path)

    assert ["(A @ x[k]).T @ (A @ x[k])" in str(step.statement) for step in found.steps] == [True]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (r"The density is $p(x) = e^{-x}$, with $p'(x) = p(x)$.", "claim"),
        (r"Let $p(x) = e^{-x}$. Choose $x$ such that $p'(x) = p(x)$.", "hypothesis"),
        (r"Let $p(x) = e^{-x} + x$, where $p'(x) = 0$.", "hypothesis"),
        (r"Let $x, a > 0$. The error satisfies $x - a = (x - a)^2$.", "claim"),
        (r"Let $x$ satisfy $x = (x - 1)^2$.", "hypothesis"),
        (r"The rotation $R = \begin{pmatrix} 0 & -1 \\ 1 & 0 \end{pmatrix}$ satisfies $R^T R = I$.", "claim"),
    ],
)
def test_what_is_worked_out_is_claimed_and_what_is_wished_is_not(text: str, role: str, tmp_path: Path) -> None:
    assert walk(text, tmp_path).heard[-1].role == role


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (QUADRATIC + "So $Q = Q$.", ["Q.T = Q"]),
        (QUADRATIC.replace("be", "be a matrix, which is not") + "So $Q = Q$.", []),
        ("For independent $X$ and $Y$ we have $E[XY] = E[X]E[Y]$.", ["inner((Y - E[Y]), (X - E[X])) = 0"]),
        (r"$\operatorname{Cov}(X, 2Y) = 0$ when $X, Y$ are independent.", ["inner((Y - E[Y]), (X - E[X])) = 0"]),
        ("$E[XY] = 0$ whenever $X$ and $Y$ are uncorrelated.", ["inner((Y - E[Y]), (X - E[X])) = 0"]),
        ("$E[XY] = 0$ if $X$ and $Y$ are not independent.", []),
        ("$E[XY] = 0$ unless $X, Y$ are independent.", []),
        (r"If $Q = Q^\top$, then $2Q = Q + Q^\top$. For all $Q \in \mathbb{R}^{n\times n}$, $2Q = Q + Q^\top$.", []),
        (r"If $Q = Q^\top$ for all $c \in \mathbb{R}$, then $2Q = Q + Q^\top$.", ["Q = Q.T"]),
        (
            r"Let $v$ be an eigenvector of $Q \in \mathbb{R}^{n\times n}$ with eigenvalue $c$. So $Q v = Q v$.",
            ["Q @ v = c*v"],
        ),
        (r"Is $v$ an eigenvector of $Q \in \mathbb{R}^{n\times n}$ with eigenvalue $c$? So $Q v = Q v$.", []),
        (
            r"For a unit vector $u \in \mathbb{R}^n$ and $R = u u^\top$ let $a > 0$. So $R = R$.",
            ["norm(u) = 1", "a > 0"],
        ),
        ("If $X$ and $Y$ are independent, all is well. In general $E[XY] = E[X]E[Y]$.", []),
        ("Let $A$ be a not necessarily symmetric matrix $B$. So $B = B$.", []),
        (r"Let $x, y$ be orthogonal and $A \in \mathbb{R}^{n\times n}$. So $Ax = Ax$.", []),
        (r"With $r = 1 - a/b$, $0 < a < b$, we have $r = r$.", ["r = 1 - a/b", "0 < a and a < b"]),
        ("Hence $X$ and $Y$ are independent and $E[XY] = E[X]E[Y]$.", []),
        ("Let $X$ and $Y$ be independent. Now drop independence; then $E[XY] = E[X]E[Y]$.", []),
        ("Let $X$ and $Y$ be independent. If $X$ and $Y$ are not independent, then $E[XY] = E[X]E[Y]$.", []),
    ],
)
def test_adjectives_that_are_supposed_are_hypotheses(text: str, given: list[str], tmp_path: Path) -> None:
    assert [str(fact.prop) for fact in walk(text, tmp_path).steps[-1].given] == given


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (r"We have $\frac{n}{n+1} \to 1$ as $n \to \infty$.", "1 = 1"),
        (r"We have $$\frac{2n + 1}{n} = 2 + \frac1n \to 3 \quad (n \to \infty).$$", "2 = 3"),
        (r"We have $\frac{n}{n+1} \to 1$.", "1 = 1"),
        (r"We have $\frac{x}{x+1} \to 1$.", "None"),  # in what?
        (r"We have $\frac{x}{n+1} \to 0$.", "None"),
    ],
)
def test_what_a_term_tends_to_is_its_limit(text: str, reading: str, tmp_path: Path) -> None:
    assert str(walk(text, tmp_path).steps[-1].statement) == reading


@pytest.mark.parametrize(
    ("text", "open_to_refutation"),
    [
        (
            r"For random variables $X, Y$: $\operatorname{Var}(X - Y) = \operatorname{Var}(X) - \operatorname{Var}(Y)$.",
            True,
        ),
        (r"For Bernoulli variables $X$: $\operatorname{Var}(X) = E[X] - E[X]^2$.", False),
        ("Let $X$ take the values 0 and 1.\n\n**(b)** Show that $E[X^2] = E[X]$.", False),
        (r"Let $Y = aX + b$. Show that $\operatorname{Var}(Y) = a^2\operatorname{Var}(X)$.", False),
        (r"By independence $E[XY] = E[X]E[Y]$.", False),
        (r"We write $\operatorname{Var}(X) = \sigma^2$.", False),
    ],
)
def test_which_lines_on_random_numbers_a_point_may_refute(text: str, open_to_refutation: bool, tmp_path: Path) -> None:
    assert (walk(text, tmp_path).steps[-1].refutable == "") is open_to_refutation


def test_what_stands_behind_a_transpose_is_a_vector_only_where_it_is_small(tmp_path: Path) -> None:
    r"""A with A^\top A beside it is a matrix, whatever \mathbb{R}^{m \times n} came before."""
    found = walk(r"Let $A \in \mathbb{R}^{m\times n}$. Then $(A^TA)^T = A^TA$ and $(Ax)^Ty = x^TA^Ty$.", tmp_path)

    assert [str(step.statement) for step in found.steps] == [
        "(A.T @ A).T = A.T @ A",
        "tr((A @ x).T @ y) = tr(x.T @ (A.T @ y))",
    ]


def test_what_is_declared_for_a_part_holds_in_all_its_lettered_parts() -> None:
    text = "# Values\n\na)\n\n$u + 1 = 3$\n\nb)\n\n$u + 2 = 4$\n\ni)\n\n$u + 2 = 5$\n"
    table = {"under": {"Values": {"names": {"u": "real"}, "given": ["u = 2"]}}}
    answer = answer_document(document_of(text.encode(), "markdown"), table, budget=2.0)

    assert [step.judged.verdict for step in answer.steps] == ["proved", "proved", "refuted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**1.2** Let $a > 0$ and $b = a + 1$. Then $b > 1$.\n\n**1.3** Now let $c = b + 1$. Then $c > 2$.", "pp"),
        ("**1.2** Let $a > 0$ and $b = a + 1$. Then $b > 1$.\n\n**1.3** Let $c = b + 1$. Then $c > 2$.", "pu"),
        ("## 1.2\n\nLet $a > 0$ and $b = a + 1$. Then $b > 1$.\n\n## 1.3\n\nNow let $c = b + 1$. Then $c > 2$.", "pp"),
        ("**Problem 1** Let $a > 0$. Then $a + 1 > 1$.\n\n**Problem 2** Now let $c = a + 1$. Then $c > 1$.", "pu"),
        ("**1** Let $f(x) = x^2$. Then $f(2) = 4$.\n\n**2** Now let $f(x) = x^3$. Then $f(2) = 4$.", "pr"),
        ("**1** Let $a > 0$. Then $a + 1 > 1$.\n\n**2** Now let $a < 0$. Then $a < -5$.", "pu"),
        ("**1** Solve $x + 1 = 3$. So $x = 2$.\n\n**2** Now $x^2 = 9$. So $x = 3$ or $x = -3$.", "pp"),
    ],
)
def test_a_part_goes_on_from_the_one_before_where_it_says_now(text: str, expected: str) -> None:
    tells(text, expected)
