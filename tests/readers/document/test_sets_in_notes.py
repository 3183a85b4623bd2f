"""Finite sets and how many members sets have, each line beside a neighbour that comes out otherwise."""

from __future__ import annotations

import pytest

from tests.document_says import tells

SETS = r"Let $A = \{1, 5, 9\}$ and $B = \{1, 2, 3, 5\}$. "
SIZES = r"We know that $|A| = 30$, $|B| = 25$ and $|A \cap B| = 10$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # sets that are written out are compared member by member
        (r"$$\{1, 2, 3\} \cap \{2, 3, 7\} = \{3, 2\}$$", "p"),
        (r"$$\{1, 2, 3\} \cap \{2, 3, 7\} = \{2\}$$", "r"),
        (SETS + r"So $A \cup B = \{1, 2, 3, 5, 9\}$ and $B \setminus A = \{2, 3\}$.", "pp"),
        (SETS + r"So $A \cup B = \{1, 2, 3, 9\}$ and $B \setminus A = \{2, 3, 9\}$.", "rr"),
        (SETS + r"So $B - (A \cap B) = \{2, 3\}$ and $\{5\} \subseteq A$.", "pp"),
        (SETS + r"So $B - (A \cup B) = \{2, 3\}$ and $\{5, 7\} \subseteq A$.", "rr"),
        (SETS + r"So $A \cap \{4, 6\} = \emptyset$ and $A \cap \{4, 5\} = \emptyset$.", "pr"),
        (r"We have $\{a, b\} \cup \{b, c\} = \{a, b, c\}$ and $\{a, b\} \cap \{b, c\} = \{b\}$.", "pu"),  # a may be c
        # what a set is said to be is no claim on it, and another exercise speaks of other sets
        ("Exercise 1. " + SETS + "\n\nExercise 2. Let $A$ be the set of primes below $10$. Then $A \\cap \\{2, 4\\} = \\{2\\}$.", "n"),
        # sizes of sets are sums of those of intersections
        (r"Clearly $|A \cup B| = |A| + |B| - |A \cap B|$ and $|A \cup B| \le |A| + |B|$.", "pp"),
        (r"Clearly $|A \cup B| = |A| + |B| + |A \cap B|$.", "u"),
        (SIZES + r"So $|A \cup B| = 30 + 25 - 10 = 45$ and $|A \setminus B| = 20$.", "ppp"),
        (SIZES + r"So $|A \cup B| = 30 + 25 + 10 = 65$ and $|A \setminus B| = 15$.", "rpu"),
        (r"Of $|U| = 50$ pupils " + SIZES + r"So $|\bar{A} \cap \bar{B}| = |U| - |A| - |B| + |A \cap B| = 5$.", "pp"),
        (r"Here $|A \times B| = |A| \cdot |B|$, and $|A \cup B| \ge |A \cap B|$.", "pu"),
    ],
)  # fmt: skip
def test_sets(text: str, expected: str) -> None:
    tells(text, expected)
