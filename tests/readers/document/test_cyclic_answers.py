r"""Indices modulo n as students write them: `x_{(i-1) \bmod n}`, what a matrix does to any column, a law told behind its use."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells


def verdicts(text: str) -> list[str]:
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=1.5, second_reader=False)
    return [each.judged.verdict for each in answer.steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$(SC_a)_{ij} = a_{(i-1-j) \bmod n}$", ["proved"]),
        (r"$(SC_a)_{ij} = a_{(i+1-j) \bmod n}$", ["refuted"]),
        (r"$(SC_a)_{ij} = \sum_{b=0}^{n-1} \delta_{i,b+1} a_{(b-j) \bmod n} = a_{i-1-j}$", ["proved", "proved"]),
    ],
)
def test_an_index_with_its_modulus_is_one_modulo_n(text: str, expected: list[str]) -> None:
    assert (
        verdicts(rf"Let $(C_a)_{{ij}} = a_{{(i-j) \bmod n}}$ and $S_{{ij}} = \delta_{{i,j+1}}$. Then {text}.")
        == expected
    )


def test_columns_with_such_an_index_are_no_numbers_of_which_all_is_known() -> None:
    assert verdicts(r"We know that $S a_i = a_{(i+1) \bmod n}$. Also $17 \bmod 5 = 2$.") == ["unknown", "proved"]


ACTIONS = r"""Let $S$ be the cyclic shift, $(Sx)_i = x_{(i-1) \bmod n}$, and $(C_a x)_i = \sum_{j=0}^{n-1} a_{(i-j) \bmod n} x_j$. Then
$$(S C_a x)_i = (C_a x)_{(i-1) \bmod n} = \sum_{j=0}^{n-1} a_{(i-1-j) \bmod n} x_j$$ and $S C_a = C_a S$ and $(C_a S x)_i = (C_a x)_{i+1}$."""


def test_what_a_matrix_does_to_any_column_gives_its_entries() -> None:
    assert verdicts(ACTIONS) == ["proved", "proved", "proved", "refuted"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $v$ satisfy $(Av)_i = v_{i-1}$. Then $A_{ij} = \delta_{i-1,j}$.",
        r"Let $(Av)_i = c v_i$. Then $A_{ij} = c \delta_{i,j}$.",
        r"Let $v_i = 1$. Then let $(Av)_i = v_{i-1}$. Then $A_{ij} = \delta_{i-1,j}$.",
        r"If $(Av)_i = v_{i-1}$ then $A_{ij} = \delta_{i-1,j}$.",
        r"Let $v$ be an eigenvector with $(Av)_i = v_{i-1}$. Then $A_{ij} = \delta_{i-1,j}$.",
        r"Let $(Ax)_i = x_i x_{i+1}$. Then $A_{ij} = \delta_{i,j}$.",
    ],
)
def test_what_it_does_to_one_column_does_not(text: str) -> None:
    assert "proved" not in verdicts(f"All indices are modulo $n$. {text}")


@pytest.mark.parametrize(("slip", "expected"), [("i,j", "proved"), ("i+1,j", "refuted")])
def test_what_is_supposed_of_a_matrix_holds_of_its_entries_that_are_told_behind_it(slip: str, expected: str) -> None:
    text = r"""All indices are modulo $n$. Suppose $AS = SA$ where $S_{ij} = \delta_{i,j+1}$. Comparing entries,
$A_{i,j+1} = A_{i-1,j}$ and so $A_{i+1,j+1} = A_{SLIP}$."""
    assert verdicts(text.replace("SLIP", slip)) == ["proved", expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Then $SC = CS$ and $C_{ij} = a_{i-j}$.", ["proved", "proved"]),
        (r"Then $S^\top S = I$ and $S C^\top = C S$.", ["proved", "refuted"]),
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        r"All indices are modulo $n$. Put $S = [\delta_{i-j-1}]$ and $C = (a_{i-j})_{i,j}$.",
        r"Let $S_{ij} = \delta_{i-j-1}$ and $C_{ij} = a_{i-j}$ for all $i, j$.",
    ],
)
def test_a_law_for_entries_may_stand_in_brackets_and_a_table_may_say_what_the_indices_are(
    said: str, text: str, expected: list[str]
) -> None:
    names = {"n": "natural >= 1", "i, j": "index over Z/n", "S, C": "matrix Z/n", "a": "sequence of reals over Z/n"}
    table = {} if said.startswith("All") else {"names": names}
    answer = answer_document(document_of(f"{said} {text}".encode(), "markdown"), table, budget=1.5, second_reader=False)
    assert [each.judged.verdict for each in answer.steps] == expected


def test_a_matrix_with_indices_modulo_n_is_an_n_by_n_matrix() -> None:
    table = {
        "names": {"n": "natural >= 1", "i, j": "index over Z/n", "S, A": "matrix Z/n"},
        "define": [r"S_{ij} = \delta_{i-j-1}"],
    }
    text = (
        r"Let $A$ be an $n \times n$ matrix with $AS = SA$. Then $A_{i,j+1} = A_{i-1,j}$ and $(AS)_{ij} = A_{i,j-1}$."
    )
    answer = answer_document(document_of(text.encode(), "markdown"), table, budget=1.5, second_reader=False)
    assert [each.judged.verdict for each in answer.steps] == ["proved", "refuted"]


def test_a_hypothesis_that_is_not_read_lasts_as_one_that_is() -> None:
    """Brackets with one index say of no entries what they are."""
    text = "Let $S$ and $C$ be $n \\times n$ matrices. Put $S = [\\delta_{i}]$.\n\nThen\n\n$$SC = CS.$$"
    assert verdicts(text) == ["unknown"]


def test_what_a_table_declares_for_a_part_holds_in_all_of_it() -> None:
    """Words that index letters modulo n as well end with "(a)"; the table under the heading does not."""
    table = {
        "names": {"n": "natural >= 1", "i, j": "index over Z/n", "S": "matrix Z/n", "x": "column Z/n"},
        "define": [r"S_{ij} = \delta_{i-j-1}"],
    }
    text = (
        "## 6 Shifts\n\n### (a)\n\nTake $x$, indices mod $n$. Then $(S x)_i = x_{i-1}$.\n\n### (b)\n\n"
        "$(S^2 x)_i = x_{i-2}$ and $(S^2 x)_i = x_{i+2}$."
    )
    answer = answer_document(
        document_of(text.encode(), "markdown"), {"under": {"6": table}}, budget=1, second_reader=False
    )
    assert [each.judged.verdict for each in answer.steps] == ["proved", "proved", "refuted"]


def test_another_matrix_of_that_name_has_no_such_entries() -> None:
    """'Let S be any square matrix' brought in no other S than the shift matrix of the part before."""
    shift = "All indices are modulo $n$. Let $S_{ij} = \\delta_{i, j+1}$. Then $S^T S = I$."
    tells(f"{shift}\n\nNow let $S$ be an arbitrary square matrix. Then $S^T S = I$.", "pr")
    tells(f"{shift}\n\nLet $S$ be the shift matrix. Then $S^T S = I$.", "pp")
    circulant = (
        "Indices are modulo $n$. Let $C$ be any circulant matrix, $C_{ij} = c_{i-j}$, and $S_{ij} = \\delta_{i,j+1}$."
    )
    tells(f"{circulant} Then $CS = SC$.", "p")


SHIFT = "Let $S$ be the circular shift, $(Sx)_i = x_{i-1}$, indices mod $n$."
CIRCULANT = "Let $C_a$ be the circulant matrix with $(C_a)_{ij} = a_{i-j}$, indices modulo $n$."


@pytest.mark.parametrize(
    "text",
    [
        f"{SHIFT}\n\nLet $f(x) = Ax$ with $f(Sx) = Sf(x)$ for all $x$. Then $AS = SA$.",
        r"Let $A$ and $S$ be $n \times n$ matrices. Suppose $ASx = SAx$ for all $x \in \mathbb{R}^n$. Then $AS = SA$.",
        f"{CIRCULANT} Suppose $A_{{ij}} = A_{{i-j,0}}$. Let $a_i = A_{{i0}}$. Then $A_{{ij}} = a_{{i-j}}$.",
        f"{CIRCULANT} Then $(C_a C_b)_{{ij}} = \\sum_k a_{{i-k}} b_{{k-j}}$.",
    ],
)
def test_maps_of_columns_and_laws_of_other_letters(text: str) -> None:
    assert verdicts(text) == ["proved"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHIFT}\n\nLet $f(x) = Ax$ with $f(Sx) = Sf(x)$ for all $x$. Then $AS = 2SA$.",
        f"{SHIFT} Let $v$ satisfy $(Sv)_i = 2v_i$. Suppose $ASv = SAv$ for all $v$. Then $AS = SA$.",
        r"Let $A$ and $S$ be $n \times n$ matrices. Suppose $ASx = SAx$. Then $AS = SA$.",
        f"{CIRCULANT} Suppose $A_{{ij}} = A_{{i-j,0}}$. Let $a_i = A_{{i0}}$. Then $A_{{ij}} = a_{{i+j}}$.",
        f"{CIRCULANT} Let $(C_b)_{{ij}} = b_{{i+j}}$. Then $(C_a C_b)_{{ij}} = \\sum_k a_{{i-k}} b_{{k-j}}$.",
    ],
)
def test_their_neighbours_are_not_proved(text: str) -> None:
    assert verdicts(text) in (["unknown"], ["refuted"])


@pytest.mark.parametrize(
    "words", ["Let $n$ be such that", "Let $n$ be an index with", "Choose $n$ with", "Take an $n$ such that"]
)
def test_what_is_said_of_one_index_is_not_said_of_each(words: str) -> None:
    assert verdicts(f"Let $(a_n)$ be a sequence. {words} $a_n = a_{{n-1}}$. Then $a_m = a_{{m-1}}$ for all $m$.") == [
        "refuted"
    ]


def test_a_law_of_residues_says_nothing_of_the_sequences_of_other_sections() -> None:
    """A residue was put in for their index; and what is supposed of one place modulo n was said of each."""
    law = "Indices are taken modulo $n$. Let $(C_a)_{ij} = a_{i-j}$.\n\n# Sequences\n\n"
    assert verdicts(f"{law}Take $k$ with $b_k > b_{{k+1}}$. Then $b_2 > b_3$.") in (["unknown"], ["refuted"])
    assert verdicts(f"{law}If $x_i = 3$, then $x_{{i+1}} = 3$.") == ["unknown"]
    assert verdicts(f"{law}Suppose $a_i = 3$. Then $a_{{i+1}} = 3$.") == ["unknown"]
    assert verdicts(f"{law}Suppose $a_i = 3$ for all $i$. Then $a_{{i+1}} = 3$.") == ["proved"]
    column = "Let $A$ and $S$ be $n \\times n$ matrices. Suppose $ASx = SAx$ for some $x \\ne 0$.\n\n# Sequences\n\n"
    assert verdicts(f"{column}If $x_k = 3$, then $x_{{k+1}} = 3$.") == ["unknown"]


SHIFT = r"Let $S$ be the cyclic shift, $(Sx)_i = x_{i-1}$, and $(C_a)_{ij} = a_{i-j}$."


@pytest.mark.parametrize(
    "said",
    [
        r"Indices are in $\mathbb{Z}/n\mathbb{Z}$.",
        r"All indices are elements of $\mathbb{Z}_n$.",
        r"We take $i, j \in \mathbb Z/n$ in what follows.",
    ],
)
def test_indices_lie_in_the_residues(said: str) -> None:
    tells(
        rf"{said} {SHIFT} Then $S C_a = C_a S$ and $(SC_a)_{{ij}} = a_{{i-1-j}}$. Also $(SC_a)_{{ij}} = a_{{i+1-j}}$.",
        "ppr",
    )


def test_residues_of_which_no_index_is_one_say_nothing_of_indices() -> None:
    tells(
        r"Let $a, b \in \mathbb{Z}_n$. Let $x_{k+1} = 2 x_k$ for all $k$. Then $x_{k+2} = 4 x_k$ and $ab = ba$.", "pn"
    )
    tells(r"The index of $H$ in $\mathbb{Z}/n\mathbb{Z}$ is two. Let $x_{k+1} = 2 x_k$. Then $x_{k+2} = 4 x_k$.", "p")


def test_the_standard_basis_behind_a_matrix_needs_no_words_where_indices_are_residues() -> None:
    r"""`e_{j+1}` was a member of a sequence of numbers, and `A e_{j+1} = A S e_j` was refuted."""
    text = rf"Indices are taken modulo $n$. {SHIFT} Suppose $AS = SA$. Since $S e_j = e_{{j+1}}$ we have"
    tells(rf"{text} $A e_{{j+1}} = A S e_j = S A e_j$, i.e. $A_{{i,j+1}} = A_{{i-1,j}}$.", "pppp")
    tells(rf"{text} $A e_{{j+1}} = S A e_{{j+1}}$.", "pr")
    tells(rf"Indices are taken modulo $n$. {SHIFT} Then $S e_j = e_{{j-1}}$.", "r")
    tells(rf"Indices are taken modulo $n$. {SHIFT} Let $e_{{j+1}} = 2 e_j$. Then $S e_j = e_{{j+1}}$.", "n")


def test_a_definition_gives_a_sequence_of_which_only_others_are_made() -> None:
    law = r"Indices are taken modulo $n$. Let $(C_a)_{ij} = a_{i-j}$ and let $A_{ij} = A_{i-j,0}$ for all $i, j$."
    tells(rf"{law} Define $a_k = A_{{k,0}}$. Then $A = C_a$.", "p")
    tells(rf"{law} Define $a_k = A_{{0,k}}$. Then $A = C_a$.", "u")
    tells("Let $b_k = 2 a_k$. Define $a_k = k^2$. Then $b_3 = 18$ and $b_3 = 9$.", "pr")
    tells("Let $a_1 = 3$. Define $a_k = k^2$. Then $a_1 = 1$.", "ur")


def test_a_letter_by_which_a_matrix_is_named_is_no_column() -> None:
    text = r"Indices are taken modulo $n$. Let $(C_a)_{ij} = a_{i-j}$, a matrix made of $C_a a_0$ and $C_a a_1$."
    tells(rf"{text} Then $a_i = a_{{i+n}}$.", "p")


CONVOLUTION = r"""Indices are modulo $n$. Let $S_{ij} = \delta_{i,j+1}$ and $(C_a)_{ij} = a_{i-j}$. The circular convolution is
$(a * x)_i = \sum_{k=0}^{n-1} a_k x_{i-k}$. """


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Then $a * x = C_a x$ and $a * b = b * a$.", "pp"),
        (r"Then $C_a C_b = C_{a * b}$ and $C_a + C_b = C_{a+b}$ and $C_{2a} = 2 C_a$.", "ppp"),
        (r"Then $C_a C_b = C_{a + b}$.", "r"),
        (r"Then $S(a * b) = (Sa) * (Sb)$.", "r"),
        (r"Then $S^n = I$ and $S^{n-1} = S^\top$ and $S^{n+1} = S$.", "ppp"),
        (r"Then $S^{n-1} = S$.", "r"),
        (r"Then $S^j S^k = S^{j+k}$ and $(S^k x)_i = x_{i-k}$.", "pp"),
        (r"Then $S^j S^k = S^{j-k}$.", "r"),
    ],
)
def test_convolutions_and_powers_of_the_shift(text: str, expected: str) -> None:
    """`a * b = b * a` was proved as a product of numbers, and `a * x = C_a x` refuted."""
    tells(CONVOLUTION + text, "p" + expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"Then $S C_a = C_a S$ and $(C_a x)_i = \sum_{k=0}^{n-1} a_k x_{i-k}$ and $C_{\lambda a} = \lambda C_a$.",
            "ppp",
        ),
        (r"Then $S C_a = \sum_{k=0}^{n-1} a_k S^{k+1}$.", "p"),
        (r"Then $S C_a = \sum_{k=0}^{n-1} a_k S^{k-1}$.", "r"),
    ],
)
def test_a_circulant_may_be_told_by_powers_of_the_shift(text: str, expected: str) -> None:
    said = r"All indices are modulo $n$. Let $(Sx)_i = x_{i-1}$ and $C_a = \sum_{k=0}^{n-1} a_k S^k$. "
    tells(said + text, expected)


def test_a_star_of_another_kind_is_not_read() -> None:
    """The cross-correlation does not commute, and nothing says what a * b is of letters alone."""
    correlation = CONVOLUTION.replace("x_{i-k}", "x_{i+k}")
    tells(f"{correlation}Then $a * b = b * a$.", "nn")
    tells("A convolution is something else: $a * b = b * a$.", "n")
    tells("A convolution has weights $w_1 = 2$ and $w_2 = 3$. Then $w_1 * w_2 = 6$.", "p")
