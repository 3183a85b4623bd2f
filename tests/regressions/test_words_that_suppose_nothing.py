"""What no word supposes is no hypothesis: a reason behind a line that is a line itself, an equation said of all values, an identity
with a slip behind "they satisfy", an order behind "we write", a value of a letter that has one.

Each of these was taken for given, and what stands behind it proved.
"""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells

ANY = "Let $a$ and $b$ be arbitrary real numbers. "
SLIP = "$(a+b)^2 = a^2 + b^2$. Hence $2ab = 0$."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("For all real $a$, $b$\n$$(a+b)^3 = a^3 + b^3 \\tag{3}$$\nUsing (3) we find $(a + b)^3 - a^3 = b^3$.", "ru"),
        ("For all $a,b$ we have $(a+b)^2 = a^2 + b^2$ since $2ab = 0$.", "ur"),
        ("For all $x$ we have $\\sqrt{x^2} = x$ because $|x| = x$.", "ur"),
        ("For all $x > 0$,\n$$x + 1/x \\ge 2,$$\nsince $(x-1)^2 \\ge 0$.", "pp"),
        (
            "Assume $\\|v\\| \\le 2$. Then\n$$\\langle u, v\\rangle \\le 2\\|u\\|,$$\nbecause $\\langle u, v\\rangle \\le \\|u\\|\\|v\\|$.",
            "pp",
        ),
    ],
)
def test_a_reason_behind_a_line_is_a_line(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    "text",
    [
        "We have $(a + b)^2 = a^2 + b^2$, where we used $ab = 0$.",
        "Let $x$ be a real number. We write $x^2 > x$. Hence $x^2 + 1 > x + 1$.",
    ],
)
def test_what_rests_on_what_may_be_a_condition_is_open(text: str) -> None:
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.45).steps

    assert [each.judged.open for each in steps if each.judged.verdict == "proved"] == [True]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We have $x = 2y$ for all real $x$ and $y$.", "r"),
        ("So for all $n$ and $k$ we have $n = k + 1$. Hence $n^2 = k^2 + 2k + 1$.", "ru"),
        ("So for every integer $n$, $n = 1$.", "r"),
        ("Then $y = 2x$ for all $x$. So $y + x = 3x$.", "p"),
        ("For all real $u$ but $u = 0$ we have $u^2 > 0$.", "u"),
    ],
)
def test_a_letter_for_all_values_of_which_something_is_said_is_not_brought_in(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We expand the square and find $(x+1)^2 = x^2 + 2x + 2$.", "r"),
        ("We set $y = 2x$ and find $y^2 = 4x^2$.", "p"),
        ("Let $a = 3$ and find $x$ with $x^2 = 9$. Then $x = 3$ or $x = -3$.", "p"),
    ],
)
def test_we_and_find_ask_for_nothing(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Consider $f(x) = (x-3)^2$. The function $f(x) = x^2 - 6x + 6$ has value $f(0) = 6$.", "rr"),
        ("Consider $f(x) = (x-3)^2$. The function $f(x) = x^2 - 6x + 9$ has value $f(0) = 9$.", "pp"),
        ("Define $p(x) = x^2 - 1$. The polynomial $p(x) = (x-1)^2$ has a double root. So $p(3) = 4$.", "r"),
        ("The function $f(x) = x^2 - 1$ has two zeros. The function $f(x) = x^2 + 1$ has none, as $f(0) = 1$.", "p"),
        ("The function $f(x) = x^2$ is convex and the function $f(x) = x^4$ is too, as $f''(x) = 12x^2$.", "p"),
    ],
)
def test_another_form_of_a_function_gives_no_other_one(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    "words",
    [
        "Given this,",
        "Given the above,",
        "Putting things together,",
        "They satisfy",
        "It is known that",
        "At this stage",
        "Base case:",
        "Assuming the above,",
        "Let it be noted that",
        "The condition reads",
    ],
)
def test_an_identity_with_a_slip_is_no_condition(words: str) -> None:
    tells(f"{ANY}{words} {SLIP}", "ru")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{ANY}Suppose {SLIP}", "p"),
        (f"{ANY}They satisfy $a + b = 5$ and $ab = 6$. Hence $a^2 + b^2 = 13$.", "p"),
        ("Given $a = 2$, $b = 3$, we get $ab = 6$.", "p"),
        ("Putting $x = 2$, we get $x^2 = 4$.", "p"),
        ("Let us say $x > 2$. Then $x^2 > 4$.", "p"),
        ("Assuming, for now, $x = 2$, we get $x^2 = 4$.", "p"),
        ("Assuming that $x > 2$, we get $x^2 > 4$.", "p"),
    ],
)
def test_what_words_suppose_is_supposed(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Let $s = 4$ and $A = s^2$. The volume is $V = 2A$, where $A = 8$. Hence $V = 16$.", "ru"),
        ("Let $s = 4$ and $A = s^2$. The volume is $V = 2A$, where $A = 16$. Hence $V = 32$.", "pp"),
        ("Let $s = 4$ and $A = s^2$. Now let $A = 9$. Then $2A = 18$.", "p"),
        ("Let $n = 3$, $m = n + 1$. Consider a graph with $m = 6$ edges. Then $2m = 12$.", "p"),
    ],
)
def test_where_gives_no_other_value(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Let $A$ be a matrix with $A^2 = A$. Every such matrix satisfies $A^3 = I$.", "r"),
        ("Let $x$ be a number such that $x > 2$. Any such number satisfies $x^2 > 4$.", "p"),
        ("Let $f$ be a function that satisfies $f(0) = 1$. Then $f(0) + 1 = 2$.", "p"),
    ],
)
def test_what_all_such_satisfy_is_claimed(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We arrive at", "r"),
        ("This leaves us with", "r"),
        ("We end up with", "r"),
        ("Putting it all together,", "r"),
        ("Let me repeat:", "r"),
        ("We start with", ""),
    ],
)
def test_what_a_text_arrives_at_is_claimed(words: str, told: str) -> None:
    """'at' and 'with' made a hypothesis of it: behind 'solve 3x + 2 = 11' the x = 4 that a text arrived at was given."""
    tells(f"Solve $3x + 2 = 11$. {words} $x = 4$.", told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All real $a$ satisfy $a^2 = a$.", "r"),
        ("Given any real $a$, $a^2 = a$.", "r"),
        ("For every convex function $f$, $f(x) = f(y)$.", "r"),
        (r"For all complex $z$, $\overline{z^2} = z \bar z$.", "r"),
        (r"For all complex $z$, $\overline{z} z = z \bar z$.", "p"),
        ("Let $a$ be real. So $a^2 = a$. Hence $a^4 = a^2$.", "uu"),
        ("Let $a$ satisfy $a^2 = a$. Then $a^4 = a^2$.", "p"),
        ("Given $a^2 = a$, we have $a^4 = a^2$.", "p"),
        ("For all $n$, $a_{n+1} = a_n$. Hence $a_1 = a_0$.", "p"),
    ],
)
def test_what_is_said_of_all_of_a_kind_is_claimed(text: str, told: str) -> None:
    tells(text, told)
