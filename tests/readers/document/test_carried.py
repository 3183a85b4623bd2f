"""Which values letters keep where a text turns to something else, and which a sentence that goes on is about."""

from __future__ import annotations

import pytest

from tests.document_says import tells

HOURS = "The first car needs $t = 3$ hours. "
FOUND = "Let $x$ be the first number. $3x - 4 = 23$, $3x = 27$, $x = 9$.\n\n"
WAYS = "$4^x - 6 \\cdot 2^x + 8 = 0$. Put $t = 2^x$: $t^2 - 6t + 8 = 0$, so $t = 2$ or $t = 4$. "
PARTS = "$\\frac{5x + 1}{(x - 1)(x + 2)} = \\frac{A}{x - 1} + \\frac{B}{x + 2}$. Then $5x + 1 = A(x + 2) + B(x - 1)$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words turn to something else, of which an equation is said that does not hold at the value before
        (f"{HOURS}For the second car we have $80t = 320$, so $t = 4$.", "p"),
        (f"{HOURS}For the second car we have $80t = 320$, so $t = 5$.", "r"),
        (f"{HOURS}It drives $80t = 320$ km.", "r"),
        (f"{HOURS}It drives $80t = 240$ km.", "p"),
        (f"{HOURS}So it drives $80t = 320$ km.", "r"),
        ("For $a = 3$ it is $6 \\cdot 9 = 54$. If the surface is $150$, then $a^2 = 25$ and $a = 5$.", "puu"),
        ("For $a = 3$ it is $6 \\cdot 9 = 54$ and $a^2 = 25$.", "pr"),
        # a letter that is brought in anew
        (f"{FOUND}Let $x$ be the second number. Half of it plus 6 is 10: $\\frac x2 + 6 = 10$, $\\frac x2 = 4$, $x = 8$.", "pppp"),
        (f"{FOUND}Let $x$ be the second number. Half of it plus 6 is 10: $\\frac x2 + 6 = 10$, $\\frac x2 = 4$, $x = 2$.", "pppr"),
        ("$3x = 27$, so $x = 9$. Ben has $x$ dollars. We know that $4x = 20$. So $x = 5$.", "pp"),
        ("$3x = 27$, so $x = 9$. Ben has $x$ dollars. We know that $4x = 20$. So $x = 4$.", "pr"),
        ("$3x = 27$, so $x = 9$. So $4x = 20$.", "pr"),
        # a value that is said to change; values that are tried, of which each ends with the next
        ("With $r = 2$ the area is $A = 4\\pi$. Doubling the radius gives $r = 4$ and $A = 16\\pi$.", "u"),
        ("With $r = 2$ the area is $A = 4\\pi$. So $r = 4$.", "r"),
        ("Try $x = 1$: $2^x + x = 3$. Try $x = 2$: $2^x + x = 6$.", "pp"), ("Try $x = 1$: $2^x + x = 3$. Try $x = 2$: $2^x + x = 5$.", "pr"),
        ("$f(x) = 2x + 1$ has the value $7$ for $x = 3$, and $11$ when $x = 5$. To get $f(x) = 21$ we need $2x = 20$, so $x = 10$.", "pp"),
        ("If the sum is $33$, then $3n = 33$, so $n = 11$. If the sum is $45$, then $n = 15$.", "pu"),
        ("$|3x + 1| = |x - 5|$ means $3x + 1 = x - 5$ or $3x + 1 = 5 - x$. In the first case $x = -3$, in the second $x = 1$.", "ppp"),
        ("$|3x + 1| = |x - 5|$ means $3x + 1 = x - 5$ or $3x + 1 = 5 - x$. In the first case $x = -3$, in the second $x = 2$.", "ppr"),
        ("Let $x = 3$. Then $x^2 + x = 12$. Replacing $x = 3$ by $x = 5$ we find $x^2 + x = 30$.", "ppp"),
        ("Let $x = 3$. Then $x^2 + x = 12$. Replacing $x = 3$ by $x = 5$ we find $x^2 + x = 25$.", "ppr"),
        # a part with a letter that begins with a relation is an exercise of its own
        ("(a) $x^2 = 49$, $x > 0$: $x = 7$. (b) $x^2 = 49$, $x < 0$: $x = -7$. (c) $x^3 = -8$: $x = -2$.", "ppp"),
        ("(a) $x^2 = 49$, $x > 0$: $x = 7$. (b) $x^2 = 49$, $x < 0$: $x = 7$. (c) $x^3 = -8$: $x = 2$.", "prr"),
        ("Let $x > 0$. (a) $x + 1 > 1$. (b) $2x > 0$.", "pp"),
        # each of several values leads to one of its own
        (f"{WAYS}From $t = 2$ we get $x = 1$ and from $t = 4$ we get $x = 2$.", "pppp"),
        (f"{WAYS}From $t = 2$ we get $x = 1$ and from $t = 4$ we get $x = 1$.", "pppr"),
        # what is supposed besides ends nothing
        ("If $x > 2$, then $x^2 > 4$. If moreover $x < 3$, then $x^2 < 9$ and $4 < x^2$.", "ppp"),
        ("If $x > 2$, then $x^2 > 4$. If $x < 3$, then $x^2 < 9$.", "pu"),
        # what coefficients are, no formula says
        (f"{PARTS}For $x = 1$: $6 = 3A$, $A = 2$. For $x = -2$: $-9 = -3B$, $B = 3$.", "pppppp"),
        (f"{PARTS}For $x = 1$: $6 = 3A$, $A = 3$.", "pppr"),
        # a function that an item of a line gives anew
        ("(a) $f(x) = x^3$: $f'(x) = 3x^2$. (b) $f(x) = \\frac{x}{x+1}$: $f'(x) = \\frac{1}{(x+1)^2}$.", "pp"),
        ("(a) $f(x) = x^3$: $f'(x) = 3x^2$. (b) $f(x) = \\frac{x}{x+1}$: $f'(x) = \\frac{1}{(x+1)^3}$.", "pr"),
        ("Let $f(x) = x^2 - 1$. Then (a) $f(x) = (x - 1)(x + 2)$.", "r"),
    ],
)  # fmt: skip
def test_values_that_are_carried_over_and_that_are_not(text: str, expected: str) -> None:
    """Right lines were refuted, as the value of a letter was taken for that of another matter."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an equation between numbers of which words say what they are
        ("With tens digit $t$ and ones digit $u$: $10u + t = 10t + u + 27$.", "u"),
        ("For all whole $t$ and $u$: $10u + t = 10t + u + 27$.", "r"),
        # where the letter of a function is measured, none of its values is left out
        ("The height is $h(t) = 20t - 5t^2$, where $t$ is in seconds. Then $h'(t) = 20 - 10t$.", "p"),
        ("The height is $h(t) = 20t - 5t^2$, where $t$ is in seconds. Then $h'(t) = 20 - 5t$.", "r"),
        ("The function $f(x) = \\frac{1}{x - 3}$ is not defined at $x = 3$. $f(4) = 1$ and $f(5) = 1$.", "pr"),
        # words that say nothing else of its letters claim an equation
        ("Let $x > 0$. Then $\\sqrt{x} \\cdot \\sqrt{x} = x$.", "p"), ("Let $x > 0$. Then $\\sqrt{x} \\cdot \\sqrt{x} = x^2$.", "r"),
        ("Let $x > 0$ be the side of a square. Then $x^2 = 4x$.", "u"),
        # which value solves what the sentence supposes
        ("It is empty when $600 - 15t = 0$, at $t = 40$.", "p"), ("It is empty when $600 - 15t = 0$, at $t = 60$.", "r"),
        ("It lands when $5t(4 - t) = 0$, so at $t = 5$.", "r"), ("It lands when $5t(4 - t) = 0$, so at $t = 4$.", "u"),
        ("If $x^2 = 4$, then for $x = 2$ we have $x + 1 = 3$.", "p"), ("If $x^2 = 4$ and if $x = 2$, then $x + 1 = 3$.", "p"),
        # which values words call critical points
        ("$f(x) = x^3 - 3x$, so $f'(x) = 3x^2 - 3$. The critical points are $x = 1$ and $x = -1$.", "pp"),
        ("$f(x) = x^3 - 3x$, so $f'(x) = 3x^2 - 3$. The critical points are $x = 1$ and $x = -2$.", "pr"),
        ("$f(x) = x^2$ and $g(x) = x^2 - 6x$. So $f'(x) = 2x$, $g'(x) = 2x - 6$. Critical points: $x = 0$ and $x = 3$.", "pp"),
        # what somebody says in quotation marks
        ('Tina says: "$0.3 \\cdot 0.3 = 0.9$." Is she right? No: $0.3 \\cdot 0.3 = 0.09$.', "p"),
        ("Tina says: $0.3 \\cdot 0.3 = 0.9$.", "r"),
        # orders that are denied
        ("$3 \\nleq 2$ and $5 \\ngeq 7$, $5 \\nless 5$, $5 \\ngtr 5$.", "pppp"),
        ("$3 \\nleq 4$ and $7 \\ngeq 7$, $4 \\nless 5$, $5 \\ngtr 4$.", "rrrr"),
        # numbers into a numbered equation
        ("(1) $2x + y = 5$\n(2) $x - y = 1$\n(1) + (2): $3x = 6$, so $x = 2$. Putting this into (2): $y = 1$.", "ppp"),
        ("(1) $2x + y = 5$\n(2) $x - y = 1$\n(1) + (2): $3x = 6$, so $x = 2$. Putting this into (2): $y = 3$.", "ppr"),
        # identities side by side in a line
        ("a) $(2x)^2 = 4x^2$ b) $(x^3)^2 = x^6$ c) $x^3 \\cdot x^2 = x^5$", "ppp"),
        ("a) $(2x)^2 = 2x^2$ b) $(x^3)^2 = x^6$ c) $x^3 \\cdot x^2 = x^5$", "rpp"),
        ("$xy - x = x(y - 1)$; $x^4 - 16 = (x^2 + 4)(x - 2)(x + 4)$; $x^2 - y^2 = (x - y)(x + y)$.", "prp"),
        ("Solve. a) $(2x)^2 = 2x^2$ b) $(x^3)^2 = x^6$ c) $x^3 \\cdot x^2 = x^5$", "pp"),
        # an equation has the same roots as the one from which it comes, also those that are no whole numbers
        ("Their product is 56: $n(n+1) = 56$. $n^2 + n - 56 = 0$, $(n - 7)(n + 8) = 0$.", "pp"),
        ("Their product is 56: $n(n+1) = 56$. $n^2 + n - 56 = 0$, $(n - 7)(n + 7) = 0$.", "pu"),
    ],
)  # fmt: skip
def test_what_words_claim_of_equations_in_one_letter(text: str, expected: str) -> None:
    tells(text, expected)
