"""Solutions step by step: what words tell of a step above its formula, cases by other letters, amounts that words deny nothing of."""

from __future__ import annotations

import pytest

from tests.document_says import tells

EXPANDED = "Solve $5(x-3) = 2x + 9$.\n\n**Step 1: Expand the left side.**\n$$5x - 15 = 2x + 9$$\n\n"
FACTORED = "Solve $x^2 - 5x + 6 = 0$.\n\n**Step 1: Factor.**\n$$(x-2)(x-3) = 0$$\n\n"
POWERS = "Put $u = 3^x$, $u > 0$. Then $u^2 - 4u + 3 = 0$. So $u = 1$ or $u = 3$.\n\n"
SQUARES = "Put $u = x^2$. Then $u^2 - 5u + 4 = 0$. So $u = 1$ or $u = 4$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a step that the paragraph above a formula tells, which ends with a letter
        (EXPANDED + "**Step 2: Collect the terms with $x$.**\n$$3x = 24$$\n\n**Step 3: Divide.**\n$$x = 8$$", "ppp"),
        (EXPANDED + "**Step 2: Collect the terms with $x$.**\n$$3x = 6$$\n\n**Step 3: Divide.**\n$$x = 2$$", "pru"),
        (EXPANDED + "**Step 2: Subtract $2x$ and add $15$.**\n$$3x = 6$$", "pr"),
        ("Solve $5(x-3) = 2x + 9$.\n\nIsolate $x$ by moving all terms with $x$ to the left.\n\n$3x = 24$", "p"),
        ("Solve $5(x-3) = 2x + 9$.\n\nIsolate $x$ by moving all terms with $x$ to the left.\n\n$3x = 6$", "r"),
        (FACTORED + "**Step 2: Solve for $x$.**\n$$x = 2 \\text{ or } x = 3$$", "pp"),
        (FACTORED + "**Step 2: Solve for $x$.**\n$$x = 2 \\text{ or } x = -3$$", "pr"),
        (FACTORED + "**Step 2: Solve.**\n$$x = 2 \\text{ or } x = -3$$", "pr"),
        (FACTORED + "**Step 2: Take the first factor $x - 2$.**\n$$x - 2 = 0$$\n$$x = 2$$\n\n"
         "**Step 3: Take the second factor $x - 3$.**\n$$x - 3 = 0$$\n$$x = 3$$", "ppppp"),
        ("Solve $x^2 = 4$, $x > 0$. So $x = 2$.", "p"),
        ("Solve $x^2 = 4$, $x > 0$. So $x = -2$.", "r"),
        # but not where it tells of another equation, or begins another exercise
        ("Solve $2x + 3 = 9$.\n\nWe apply this to a second equation in $x$.\n$$x + 4 = 9$$", "u"),
        ("Solve $2x = 6$. So $x = 3$.\n\nNow solve for $x$:\n\n$$3x = 12$$\n\n$$x = 4$$", "pp"),
        ("Solve $2x = 6$. So $x = 3$.\n\nNow solve for $x$:\n\n$$3x = 12$$\n\n$$x = 5$$", "pr"),
        # cases in the letter that another one stands for
        (POWERS + "From $3^x = 1$ we get $x = 0$. From $3^x = 3$ we get $x = 1$.", "ppp"),
        (POWERS + "From $3^x = 1$ we get $x = 0$. From $3^x = 3$ we get $x = 2$.", "ppr"),
        (SQUARES + r"First, $x^2 = 1$ gives $x = \pm 1$. Second, $x^2 = 4$ gives $x = \pm 2$.", "ppp"),
        (SQUARES + r"First, $x^2 = 1$ gives $x = \pm 2$. Second, $x^2 = 4$ gives $x = \pm 2$.", "prp"),
        ("$(x-2)(x+1) = 0$. So $x - 2 = 0$ or $x + 1 = 0$. First, $x - 2 = 0$ gives $x = 2$. "
         "Second, $x + 1 = 0$ gives $x = 1$.", "ppr"),
        # two cases from each of which words lead on to where the letter lies
        ("$|x - 1| = 2$ gives $x - 1 = 2$, i.e. $x = 3$, or $x - 1 = -2$, i.e. $x = -1$.", "ppp"),
        ("$|x - 1| = 2$ gives $x - 1 = 2$, i.e. $x = 3$, or $x - 1 = -2$, i.e. $x = 1$.", "ppr"),
        ("$|x - 1| = 2$ gives $x - 1 = 2$, so $x = 3$, and $x - 1 = -2$, so $x = -1$.", "ppp"),
        ("$|x - 1| = 2$ gives $x - 1 = 2$, so $x = 3$, and $x - 1 = -3$, so $x = -2$.", "rpp"),
        ("$|x - 1| > 2$ means $x - 1 > 2$, i.e. $x > 3$, or $x - 1 < -2$, i.e. $x < -1$.", "ppp"),
        ("$|x - 1| > 2$ means $x - 1 > 2$, i.e. $x > 3$, or $x - 1 < -2$, i.e. $x > -1$.", "ppr"),
        ("$(x-1)^2 = 4$, i.e. $x - 1 = 2$ or $x - 1 = -2$, i.e. $x = 3$ or $x = -1$.", "pp"),
        ("$2x - 1 = 3$, so $x = 2$, and $2y - 1 = 5$, so $y = 3$.", "pp"),
        ("$2x - 1 = 3$, so $x = 2$, and $2y - 1 = 5$, so $y = 4$.", "pr"),
        # what is not so of that of which the formula tells; nor does "at least one" or "neither" leave open what is counted
        (r"The probability that the sum is not 8 is $1 - \frac{5}{36} = \frac{31}{36}$.", "p"),
        (r"The probability that the sum is not 8 is $1 - \frac{5}{36} = \frac{30}{36}$.", "r"),
        (r"The probability that the sum is not $8$ is $1 - \frac{5}{36} = \frac{30}{36}$.", "r"),
        (r"It is not clear that this is $3 + 4 = 8$. It is not so that it is $3 + 4 = 8$.", ""),
        (r"The result is not $3 \cdot 4 = 13$. This is not the sum, which is $3 + 4 = 8$.", ""),
        ("At least one of them is played by $18 + 15 - 8 = 25$ pupils, so neither by $30 - 25 = 5$ pupils.", "pp"),
        ("At least one of them is played by $18 + 15 - 8 = 26$ pupils, so neither by $30 - 25 = 6$ pupils.", "rr"),
        ("Neither $2 + 2 = 5$ nor $2 + 2 = 3$.", ""),
        # members that one chain gives
        ("Let $F_1 = F_2 = 1$ and $F_{n+2} = F_{n+1} + F_n$. So $F_3 = 2$, $F_4 = 3$, $F_5 = 5$.", "ppp"),
        ("Let $F_1 = F_2 = 1$ and $F_{n+2} = F_{n+1} + F_n$. So $F_3 = 2$, $F_4 = 4$, $F_5 = 5$.", "prp"),
        ("Let $F_1 = F_2$ and $F_{n+2} = F_{n+1} + F_n$. So $F_3 = 2$.", "u"),
    ],
)  # fmt: skip
def test_steps(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an amount that is turned into another measure: what goes on counts in that one
        (r"It is $2.5$ h $= 2.5 \cdot 60 = 150$ min, $3.2$ kg $= 3200$ g and $0.4$ km $= 400$ m.", "pppp"),
        (r"It is $2.5$ h $= 2.5 \cdot 100 = 250$ min, $3.2$ kg $= 320$ g and $0.4$ km $= 40$ m.", "rprr"),
        (r"Volume: $40 \cdot 25 \cdot 30 = 30000$ cm³ $= 30$ litres.", "pp"),
        (r"Volume: $40 \cdot 25 \cdot 30 = 30000$ cm³ $= 300$ litres.", "pr"),
        (r"Speed: $5 \cdot 4 = 20$ m/s $= 20 \cdot 3.6 = 72$ km/h.", "ppp"),
        (r"Speed: $5 \cdot 4 = 20$ m/s $= 20 \cdot 36 = 720$ km/h.", "prp"),
        (r"It is $1.5$ km $= 1500$ m $= 150000$ cm.", "pp"),
        (r"It is $1.5$ km $= 1500$ m $= 15000$ cm.", "pr"),
        (r"On the map $2 \cdot 3 = 6$ cm $= 3$ km. A week of $5$ days $= 40$ hours.", "pnn"),
        # an amount that is said again in another measure
        (r"We need $7 \cdot 150 = 1050$ g, which is $1.05$ kg. It takes $9 \cdot 15 = 135$ minutes, i.e. $2.25$ hours.", "pppp"),
        (r"We need $7 \cdot 150 = 1050$ g, which is $10.5$ kg. It takes $9 \cdot 15 = 135$ minutes, i.e. $2.35$ hours.", "prpr"),
        (r"She walks $3 \cdot 500 = 1500$ m or $1.5$ km.", "pp"),
        (r"She walks $3 \cdot 500 = 1500$ m or $15$ km.", "pr"),
        # but not a part of what is said again, nor another amount
        (r"It takes $2$ h and $3 \cdot 10 = 30$ min, i.e. $2.5$ h.", "p"),
        (r"In $2 + 1 = 3$ of $4$ hours, i.e. $180$ min, it rains.", "p"),
        (r"A pace of $4 \cdot 3 = 12$ km or $10$ m per second. He works $5 \cdot 8 = 40$ hours, which is $5$ days.", "pp"),
    ],
)  # fmt: skip
def test_amounts_in_other_measures(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what two letters come to, in words
        ("The arithmetic mean of $a$ and $b$ is 10 and $a - b = 6$. So $a + b = 20$, $2a = 26$, $a = 13$.", "ppp"),
        ("The arithmetic mean of $a$ and $b$ is 10 and $a - b = 6$. So $a + b = 10$, $2a = 16$.", "ru"),
        ("The product of $a$ and $b$ is 20 and $a + b = 9$. So $a^2 + b^2 = 81 - 40 = 41$.", "pp"),
        ("The product of $a$ and $b$ is 20 and $a + b = 9$. So $a^2 + b^2 = 81 - 20 = 61$.", "rp"),
        ("If the product of $a$ and $b$ is $0$, then $a = 0$ or $b = 0$.", "p"),
        ("The difference of $x$ and $y$ is 4 and $x + y = 10$. So $x - y = 4$.", "uu"),
        # but not of letters that have a value, nor where nothing says so
        ("Let $x = 3$ and $y = 5$. The sum of $x$ and $y$ is 9. So $x + y = 9$.", "r"),
        ("The sum of $x$ and $y$ is not 12. So $x + y = 12$. The sum of $x$ and $y$ is 12 % larger.", "u"),
    ],
)  # fmt: skip
def test_totals_of_two_letters(text: str, expected: str) -> None:
    tells(text, expected)


ODD = "Let $n$ be an odd integer. Then $n = 2k+1$ for some integer $k$, and $n^2 = "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is said behind some value of a letter is claimed, as what stands before it is
        (ODD + "4k^2 + 4k + 1 = 2(2k^2 + 2k) + 1$, which is odd.", "ppp"),
        (ODD + "4k^2 + 2k + 1 = 2(2k^2 + 2k) + 1$, which is odd.", "pur"),
        ("Suppose $m = 2k$ for some integer $k$, and $n = 2k + 1$. Then $m + n = 4k + 1$.", "p"),
        ("Let $n = a + b + c$ for some integers $a$, $b$, and $c$. Then $n - a = b + c$.", "p"),
        # "one side" is not measured, and loses no solution
        ("$x^2 = 5x$. Bring everything to one side: $x^2 - 5x = 0$. So $x = 0$ or $x = 5$. $x = 5$ is the only solution.", "ppr"),
        ("One side is $x$, and $x^2 = 5x$. So $x = 5$.", "p"),
    ],
)  # fmt: skip
def test_words_beside_letters(text: str, expected: str) -> None:
    tells(text, expected)


BARS = "Solve $|x| + 2 = 5$.\n\n"
ARRAY = "\\[\\begin{array}{lll} & x^2 + 2x = 15 & | -15 \\\\ \\Leftrightarrow & x^2 + 2x - 15 = 0 & \\\\ \\Leftrightarrow & "
WANTED = "We want all $x$ with $\\sqrt{x+5} + 1 = x$.\n\n$$\\begin{aligned} \\sqrt{x + 5} &= x - 1 \\\\ x + 5 &= "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence that begins with where the letter lies, and a colon, is a case
        (BARS + "$x < 0$: $-x + 2 = 5$, so $x = -3$.\n\n$x \\ge 0$: $x + 2 = 5$, so $x = 3$.", "pppp"),
        (BARS + "$x < 0$: $-x + 2 = 5$, so $x = 3$.\n\n$x \\ge 0$: $x + 2 = 5$, so $x = 3$.", "prpp"),
        ("$x < 0$: $|x| = -x$, so $|x| + 2 = 5$ gives $x = -3$. $x \\ge 0$: $x + 2 = 5$, $x = 3$.", "ppp"),
        ("Solve $2x > 6$. $x > 3$: all these numbers.", "p"),
        ("Solve $2x > 6$. $x > 4$: all these numbers.", "r"),
        # rows of an array that begin with an arrow, and say behind a stroke what is done
        (ARRAY + "x = -1 \\pm \\sqrt{1 + 15} & \\\\ \\Leftrightarrow & x = 3 \\lor x = -5 & \\end{array}\\]", "ppp"),
        (ARRAY + "x = -1 \\pm \\sqrt{1 + 8} & \\\\ \\Leftrightarrow & x = 2 \\lor x = -4 & \\end{array}\\]", "pru"),
        # what is given ends with its line, a list with its paragraphs
        ("Given: 3x + 2y = 16, x - y = 2\nx = y + 2\n3y + 2 + 2y = 16\n5y = 10", "prp"),
        ("Given: $3x + 2y = 16$, $x - y = 2$\n\n$x = y + 3$", "r"),
        ("Given:\n\n$3x + 2y = 16$\n\n$x - y = 2$\n\nThen $5y = 11$.", "r"),
        ("Given: $m = 2$\n$a = 3$\n\n$F = m a = 6$", "p"),
        # what is done to both sides, in a sentence of its own above the line
        ("Solve $5x - 3 = 2x + 9$.\n\nStep 1: Subtract $2x$ from both sides.\n$3x - 3 = 9$\n\n"
         "Step 2: Add $3$ to both sides.\n$3x = 6$", "pr"),
        ("Löse $5x - 3 = 9$.\n\nWir addieren $3$ auf beiden Seiten.\n\n$5x = 12$\n\nWir teilen durch $5$.\n\n$x = 2$", "pr"),
        # the sum of two equations by their names
        ("I: $2x + y = 7$\nII: $x - y = 2$\n\nI + II: $3x = 5$", "ur"),
        # one of two values is all that is left
        ("$\\sqrt{x+5} = x - 1$, so $x^2 - 3x - 4 = 0$. Since $x \\ge 1$, only $x = 4$ is a solution.", "ppp"),
        ("$\\sqrt{x+5} = x - 1$, so $x^2 - 3x - 4 = 0$. We see that only $x = -1$ works.", "pr"),
        # that two terms differ says nothing of what one of them comes to
        ("(3 + 5)² = 8² = 34\n3² + 5² = 9 + 25 = 34\nSo (3 + 5)² ≠ 3² + 5².", "prppp"),
        ("(x²)³ = x⁶\n(2x)³ = 2x³", "pr"),
        ("$(2x-3)(2x+3) = 4x^2 - 6$", "r"),
        ("$x^2 - 2x = 0$. Dividing by $x$ would lose the solution $x = 0$. So $x(x-2) = 0$, $x = 0$ or $x = 2$.", "pp"),
        # an equation that nothing solves, behind what holds for all; an angle of which words say where it lies
        ("$x^2 + 5 > 0$ for all real $x$, so the equation $x^2 + 5 = 0$ has no real solution.", "p"),
        ("$\\cos^2 x = \\frac{16}{25}$. As $x$ is obtuse, $\\cos x = -\\frac{4}{5}$.", "uu"),
        ("$\\sin(x) = 0$, $0 \\le x < 2\\pi$\n\n$x = 0$ or $x = \\pi/2$", "r"),
        # what is wanted is to be solved
        (WANTED + "x^2 - 2x + 1 \\\\ 0 &= x^2 - 3x - 4\\end{aligned}$$", "ppp"),
        (WANTED + "x^2 - x + 1 \\\\ 0 &= x^2 - 2x - 4\\end{aligned}$$", "pru"),
        ("We are looking for the real numbers $x$ with $x^2 = 3x$. So $x = 3$.", "r"),
    ],
)  # fmt: skip
def test_cases_and_rows(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # so many millions count as what stands before them does, or are the number itself
        (r"It was $1.2 \cdot 1.05 = 1.26$ million, then $1200000 \cdot 1.05 = 1.26$ million.", "pp"),
        (r"It was $1.2 \cdot 1.05 = 1.70$ million, then $1200000 \cdot 1.05 = 1.36$ million.", "rr"),
        (r"It is $2 \cdot 3 = 6$ million $= 6000000$, and $300 \cdot 20 = 6$ thousand.", "ppp"),
        (r"It is $2 \cdot 3 = 6$ million $= 60000000$, and $300 \cdot 20 = 60$ thousand.", "prr"),
        (r"It is $2 \cdot 3000000 = 6$ million $= 6000000$ and $2 \cdot 2 = 4$ million $= 3 + 1 = 4$ million.", "ppppp"),
        ("And $x = 3$ million.", "n"),
    ],
)  # fmt: skip
def test_so_many_millions(text: str, expected: str) -> None:
    tells(text, expected)


NEGATIVE = "Solve $x(x - 4) < 0$. "
DIFFERENCES = "$a^2 - b^2 = 45$ with $a > b > 0$: $(a - b)(a + b) = 45$. $a - b = 1$, $a + b = 45$: $a = 23$, $b = 22$. $a - b = 3$, "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where an inequality holds, as a chain, and behind "solution:"
        (NEGATIVE + "The solution is $0 < x < 4$.", "p"),
        (NEGATIVE + "The solution is $0 < x < 5$.", "r"),
        (NEGATIVE + "Solution: $0 < x < 4$.", "p"),
        (NEGATIVE + "Solution: $0 < x < 5$.", "r"),
        (NEGATIVE + "Answer: $-1 < x < 4$.", "r"),
        ("Solve $2x > 6$. Solution: $x > 3$.", "p"),
        ("Solve $2x > 6$. Solution: $x > 4$.", "r"),
        ("$2x + 1 > 7$. Solution: $2x > 6$, so $x > 3$.", "p"),
        (r"Solve $\sqrt{x} < 2$. The solution is $0 \le x < 4$.", "p"),
        (r"Solve $\sqrt{x} < 2$. The solution is $x < 4$.", "r"),
        # a bound below another one, without words, is all that it says
        ("4x - 7 > 9\n4x > 2", "r"),
        ("4x - 7 > 9\n4x > 16\nx > 3", "pr"),
        ("4x - 7 > 9\n4x > 16\nx > 4", "pp"),
        ("Solve $|x - 4| \\le 3$.\n$-3 \\le x - 4 \\le 3$\n$1 \\le x \\le 8$", "pppr"),
        ("$-5 < 2x - 1 < 5$. Adding $1$ gives $-4 < 2x < 6$, so $-4 < x < 3$.", "pprp"),
        ("Let $n > 5$.\n$2n > 10$\n$n + 3 > 4$", "pp"),
        # the zeros of an inequality are where its sides are equal
        ("We need $x^2 - 5x + 6 > 0$. The roots are $x = 2$ and $x = 3$.", "p"),
        ("Solve $x^2 - 5x + 6 > 0$. We have $(x-2)(x-3) > 0$. The zeros are $x = 2$ and $x = 4$.", "pr"),
        ("x^2 - 5x + 6 > 0\nRoots: x = 2, x = 3\nx < 2 or x > 3", "pp"),
        ("x^2 - 5x + 6 > 0\nRoots: x = 2, x = 3\nx < 2 or x > 4", "pr"),
        ("We need $x^2 - 5x + 6 > 0$. Since the parabola opens upward, $x < 2$ or $x > 4$.", "r"),
        # what is denied together
        (NEGATIVE + "If not, $x < 0$ and $x - 4 > 0$, which is impossible.", ""),
        (NEGATIVE + "So $x < 0$ and $x^2 > 0$.", "ru"),
        # systems side by side in a text
        (DIFFERENCES + "$a + b = 15$: $a = 9$, $b = 6$.", "uppppp"),
        (DIFFERENCES + "$a + b = 15$: $a = 9$, $b = 7$.", "uppppr"),
    ],
)  # fmt: skip
def test_where_inequalities_hold(text: str, expected: str) -> None:
    tells(text, expected)


BETWEEN = "$-2 < 3 - x \\le 5$. Subtract 3: "
SQUARE = "Let $f(x) = x^2 - 4$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an inequality to which words tell what is done says as much as before
        (BETWEEN + "$-5 < -x \\le 2$. Multiply by $-1$: $5 > x \\ge -2$.", "pppp"),
        (BETWEEN + "$-5 < -x \\le 8$. Multiply by $-1$: $5 > x \\ge -2$.", "prup"),
        ("$3 - x \\le 5$. Subtract 3: $-x \\le 2$. Multiply by $-1$: $x \\ge -2$.", "pp"),
        ("$3 - x \\le 5$. Subtract 3: $-x \\le 8$. Multiply by $-1$: $x \\ge -8$.", "ru"),
        # what holds under a condition in words is claimed
        ("If she saves 15 € more each month, she needs $360 : 60 = 6$ months, so she is $8 - 6 = 2$ months faster.", "pp"),
        ("If she saves 15 € more each month, she needs $360 : 60 = 5$ months, so she is $8 - 6 = 3$ months faster.", "rr"),
        ("If $3 = 5$, then $4 = 6$. If, on the other hand, $1 = 2$, then $3 = 4$.", "uu"),
        (r"They lose a quarter of their value: $3.2 \cdot 0.75 = 2.4$ euros.", "p"),
        (r"They lose a quarter of their value: $3.2 \cdot 0.75 = 2.6$ euros.", "r"),
        (r"Their value: $3.2 \cdot 0.75 = 2.6$. By dividing we lose the solution $x = 0$.", ""),
        # where a function that is given is zero gives no other one
        (SQUARE + "Then $f(x) = 0$ iff $x = 2$ or $x = -2$. So $f(3) = 5$.", "pp"),
        (SQUARE + "Then $f(x) = 0$ iff $x = 2$ or $x = 5$. So $f(3) = 5$.", "rp"),
    ],
)  # fmt: skip
def test_as_much_as_before(text: str, expected: str) -> None:
    tells(text, expected)


IN_ITEMS = (
    "We distinguish:\n\n1. $x > 5$. Then $x - 5 > 0$, and $\\frac{1}{x - 5} > 2$ becomes $1 > 2x - 10$, i.e. $x < 5.5$.\n"
    "2. $x < 5$. Then $x - 5 < 0$, and the inequality becomes $1 < 2x - 10$, i.e. "
)
COMPLEX = (
    "$z^2 = -9$ has the solutions $z = 3i$ and $z = -3i$. $z^2 - 2z + 5 = 0$: $z = \\frac{2 \\pm \\sqrt{4 - 20}}{2} = "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cases behind a label, and behind a semicolon
        (POWERS + "**Back-substitute:** $3^x = 1$ gives $x = 0$; $3^x = 3$ gives $x = 1$.", "ppp"),
        (POWERS + "**Back-substitute:** $3^x = 1$ gives $x = 0$; $3^x = 3$ gives $x = 2$.", "ppr"),
        # an equation of which nothing is known comes to that, in its item alone
        (IN_ITEMS + "$x > 5.5$, a contradiction.", "puupp"),
        ("Solve $2x + 1 = 7$. The equation becomes $2x = 8$.", "r"),
        # an equation and its solution behind a colon, where the one before has been solved
        (COMPLEX + "1 \\pm 2i$.", "pppp"),
        ("$2x + 1 = 7$: $x = 3$. $3x = 12$: $x = 4$. $5x = 10$: $x = 3$.", "ppr"),
        ("Solve $2x + 1 = 7$. $2x = 8$: $x = 4$.", "ru"),
        # numbers side by side are no values of what is no letter
        (r"Squares: $(\sqrt7 + \sqrt3)^2 = 10 + 2\sqrt{21}$ and $20$.", "p"),
        (r"Squares: $(\sqrt7 + \sqrt3)^2 = 10 + 2\sqrt{20}$ and $20$.", "r"),
    ],
)  # fmt: skip
def test_cases_that_begin_sentences(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $P(x) = x^2 - 4$. $P(1) = 1 - 4 = -3$. $P(x) = 0$ iff $x = 2$ or $x = -2$.", "ppp"),
        ("Let $P(x) = x^2 - 4$. $P(1) = 1 - 4 = -3$. $P(x) = 0$ iff $x = 2$ or $x = -3$.", "ppr"),
        ("Let $f(x) = x^2 - 4$. We have $f'(x) = 0$ iff $x = 0$. $f(x) = 0$ iff $x = 2$ or $x = -2$. So $f(3) = 5$.", "ppp"),
        ("Let $f(x) = x^2 - 4$. We have $f'(x) = 0$ iff $x = 0$. $f(x) = 0$ iff $x = 2$ or $x = -2$. So $f(3) = 6$.", "ppr"),
    ],
)  # fmt: skip
def test_where_a_given_function_is_zero(text: str, expected: str) -> None:
    tells(text, expected)
