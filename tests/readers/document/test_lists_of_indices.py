"""Where a whole number lies that a list names: `i = 1, \\dots, n`, `k \\in \\{2, \\dots, n\\}`."""

from __future__ import annotations

import pytest

from tests.document_says import tells


@pytest.mark.parametrize(
    "over", [r"j = 0, \dots, m", r"j = 0, 1, 2, \ldots, m", r"j \in \{0, \dots, m\}", r"j \in \{0,1,\ldots,m\}"]
)
def test_a_claim_for_a_list_is_made_inside_of_it(over: str) -> None:
    tells(rf"For all ${over}$ we have $j \ge 0$ and $j \le m$.", "pp")
    tells(rf"For all ${over}$ we have $j^2 \le m^2$.", "p")
    tells(rf"For all ${over}$ we have $j \le m - 1$.", "r")


@pytest.mark.parametrize(
    "text", [r"$i + j \le 2n$ for all $i, j = 1, \dots, n$.", r"$$i + j \le 2n, \quad i, j \in \{1, \dots, n\}$$"]
)
def test_a_list_for_several_letters(text: str) -> None:
    tells(f"Hence {text}", "p")
    tells(f"Hence {text}".replace("2n", "2n - 1"), "r")


def test_an_index_of_a_sequence_lies_in_its_list() -> None:
    tells(r"Let $x_1, \dots, x_n \ge 0$. For $i = 1, \dots, n$ we have $i x_i \le n x_i$.", "p")
    tells(r"Let $x_1, \dots, x_n \ge 0$. For $i = 1, \dots, n$ we have $i x_i \le (n - 1) x_i$.", "r")
    tells(r"Let $x_1, \dots, x_n \ge 0$. Hence $x_i \ge 0$ for $i = 1, \dots, n$.", "p")
    tells(r"Let $u_i > 0$ for $i \in \{1,\dots,n\}$. Then $\sum_{i=1}^n u_i \ge 0$.", "p")


def test_one_number_is_taken_from_a_list() -> None:
    tells(r"Let $k \in \{2, \dots, n\}$. Then $k^2 \ge 4$ and $k \le n$.", "pp")
    tells(r"Fix $j \in \{1, \ldots, m - 1\}$. Then $j + 1 \le m$.", "p")
    tells(r"Let $k \in \{2, \dots, n\}$. Then $k \ge 3$.", "u")


def test_a_list_with_gaps_says_nothing_of_the_numbers_between() -> None:
    tells(r"For $k \in \{1, 3, 5, \dots\}$ we have $k \ge 2$.", "u")


def test_a_list_that_begins_before_what_is_given_is_not_cut_short() -> None:
    """That a member is meant from the first on that is given was supposed against the list, so that b_0 >= 2 was proved."""
    tells(r"Let $b_j = 2j$ for $j = 1, \dots, m$. For $j = 1, \dots, m$ we have $b_j \ge 2$.", "p")
    tells(r"Let $b_j = 2j$ for $j = 1, \dots, m$. For $j = 0, \dots, m$ we have $b_j \ge 2$.", "u")
