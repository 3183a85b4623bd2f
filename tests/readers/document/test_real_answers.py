"""What answers of other people to sheets of machine learning, statistics and numerics showed; each with its neighbour."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import read_steps
from tests.document_says import tells


def readings(text: str) -> list[str]:
    return [str(step.statement) for step in read_steps(document_of(text.encode(), "markdown"), {}).steps]


def test_a_matrix_whose_size_is_contradicted_is_no_number() -> None:
    """S between a row and a column, and beside a list of another length: x^T S y = y^T S x is no matter of numbers."""
    text = r"$$u^\top \Sigma^{-1} v = v^\top \Sigma^{-1} u$$ and $c = v^\top d$, $d = \Sigma w$, $w = (v^\top u) \Sigma v^\top$."

    assert not any("Sigma**(-1)*" in each for each in readings(text))


def test_a_capital_letter_may_be_a_column() -> None:
    tells(
        r"""Let $Z = H\gamma + \eta$. The estimate is $\hat\gamma = (H^T H)^{-1} H^T Z$. Then
$$\hat\gamma = (H^T H)^{-1} H^T (H \gamma + \eta) = \gamma + (H^T H)^{-1} H^T \eta.$$
With $r = Z - H \hat\gamma$ we have $H^T r = 0$.""",
        ["proved"] * 3,
    )


def test_a_capital_column_has_no_inverse() -> None:
    tells(r"Let $Z = H\gamma$ with $H^T H = I$. Then $\gamma = H^T Z$ and $Z^{-1} H = I$.", "pn")


def test_both_sides_scale_one_column() -> None:
    tells(
        r"If $Bz = \mu z$, then $B^2 z = \mu^2 z$ and $(B + cI) z = (\mu + c) z$, and $z^\top B^\top = z^\top \mu$.",
        ["proved"] * 3,
    )


def test_numbers_are_not_divided_out_of_an_eigenvector() -> None:
    """Of numbers, B = mu would follow, and B w = mu w."""
    tells(r"Let $Bz = \mu z$ and $z \ne 0$. Then $Bw = \mu w$.", "u")


def test_rows_are_added() -> None:
    tells(
        r"$$(2 \mathbf{a}^\top - \mathbf{b}^\top) \mathbf{c} = 2 \mathbf{a}^\top \mathbf{c} - \mathbf{b}^\top \mathbf{c}$$",
        "p",
    )
    tells(
        r"$$(2 \mathbf{a}^\top - \mathbf{b}^\top) \mathbf{c} = 2 \mathbf{a}^\top \mathbf{c} + \mathbf{b}^\top \mathbf{c}$$",
        "r",
    )


def test_considering_gives_another_value() -> None:
    tells(
        r"Let $y_k = 5 + \frac1k$. Then $y_k > 5$. Likewise, considering $y_k = 3 + \frac1k$, we see that $y_k \le 4$.",
        "pp",
    )


def test_considering_that_something_holds_claims_it() -> None:
    tells(r"Considering that $4 = 5$, we are done.", "r")


@pytest.mark.parametrize("name", ["Bin", r"\text{Bin}", "Binomial"])
def test_a_distribution_without_a_backslash(name: str) -> None:
    tells(rf"Let $W \sim {name}(m, \frac14)$. Then $E[W] = \frac{{m}}{{4}}$ and $Var[W] = \frac{{3m}}{{16}}$.", "pp")


def test_letters_before_a_bracket_stay_factors_elsewhere() -> None:
    assert readings(r"$$Bm(m + 1) = Bm^2 + Bm$$") == ["B*m*(m + 1) = B*m**2 + B*m"]


@pytest.mark.parametrize(
    ("latex", "reading"), [(r"a{_k} - a{_k} = 0", "a[k] - a[k] = 0"), ("b{^2} = b b", "b**2 = b*b")]
)
def test_braces_around_a_script(latex: str, reading: str) -> None:
    assert readings(f"$${latex}$$") == [reading]


def test_a_script_at_the_beginning_stands_on_nothing() -> None:
    tells(r"$$\frac{{_k}}{2} = 1$$", "n")


def test_commands_of_the_web() -> None:
    tells(r"$$\lang \mathbf{p}, \mathbf{q} \rang = \lang \mathbf{q}, \mathbf{p} \rang$$", "p")


NEWTON = r"""### Exercise 1
Let $g(t) = t^2 - 7$. Newton's rule gives $t_1 = t_0 - \frac{g(t_0)}{g'(t_0)} = t_0 - \frac{t_0^2 - 7}{2 t_0}$.

### Exercise 2
%s
$$t_1 = t_0 - \frac{g(t_0)}{g'(t_0)} = t_0 - \frac{t_0^3 + t_0 - 1}{3 t_0^2 + 1}.$$
"""


def test_the_function_of_an_equation_is_another_one() -> None:
    tells(NEWTON % "Find the root of $t^3 + t = 1$ with Newton's method.", "pu")


def test_a_function_goes_on_where_no_equation_is_put() -> None:
    tells(NEWTON % "Now do the same step once more.", "pr")


def test_a_covariance_may_be_symmetric() -> None:
    tells(r"$$p^\top \Sigma q = q^\top \Sigma p$$", "u")
    tells(r"$$p^\top M q = q^\top M p$$", "r")
    tells(r"$$p^\top \Sigma q = q^\top \Sigma^\top p$$", "p")


def test_two_letters_before_the_same_brackets_are_functions() -> None:
    tells(r"$$u(x) - v(x) = 3x^2 + 2x - (3x^2 - x) = 3x$$", "up")
    assert readings(r"$$u(x) - v(x) = 3x$$") == ["u(x) - v(x) = 3*x"]


def test_a_letter_that_stands_alone_too_is_a_factor() -> None:
    assert readings(r"$$a(x) + b(x) = (a + b)x$$") == ["a*x + b*x = (a + b)*x"]
    assert readings(r"$$a(b + c) = a(b) + a(c)$$") == ["a*(b + c) = a*b + a*c"]


def test_what_is_factored_out_is_no_left_side() -> None:
    tells("We have\n$$S = (m+2)m + (m+2)$$\nFactor out $(m + 2)$:\n$$= (m+2)(m+1).$$", "p")
    tells("We have\n$$S = (m+2)m + (m+2)$$\nFactor out $(m + 2)$:\n$$= (m+2)(m+3).$$", "r")


def test_what_is_factored_is_one() -> None:
    tells("Now factor $m^2 - 4$:\n$$= (m - 2)(m + 2).$$", "p")
