r"""Sheets of answers without many words: where one matter ends and the next begins, what is put in, and numbers behind formulas.
Each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import BUDGET, tells

SPLIT = r"$5x - 1 = A(x + 1) + B(x - 1)$. $x = 1$: $4 = 2A$, $A = 2$. $x = -1$: $-6 = -2B$, $B = 3$." "\n\n"
BARS = (
    "Solve $|x + 1| + |x - 2| = 5$.\n\nCase 1, $x \\ge 2$: $x + 1 + x - 2 = 5 \\iff x = 3$.\n\n"
    "Case 2, $x < -1$: $-x - 1 - x + 2 = 5 \\iff x = %s$."
)
NODES = (
    "Let $u = e^{p}$, $v = e^{2q}$, $s = u + v$.\n\nValues at $p = 1$, $q = 2$: $u = 2.718$, $v = %s$, $s = 57.316$."
)
TABLE = "| Rechnung | Ergebnis |\n|---|---|\n| $7\\cdot8$ | $56$ |\n| $6\\cdot9$ | $%d$ |\n"
ZEROS = (
    r"$f(x) = x^3 - 3x^2 + 2$; $f'(x) = 0 \iff x = 0 \lor x = 2$"
    "\n\n"
    r"$k(x) = \ln(x^2 + 1)$; $k'(x) = \frac{%s}{x^2+1}$"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a paragraph that begins with another inequality than what was solved before it
        ("$-3x + 1 \\ge 10 \\iff -3x \\ge 9 \\iff x \\le -3$\n\n$x^2 > 9 \\iff x < -3$", "ppr"),
        ("$-3x + 1 \\ge 10 \\iff -3x \\ge 9 \\iff x \\le -3$\n\n$x^2 > 9 \\iff x < -3 \\lor x > 3$", "ppp"),
        ("$-3x + 1 \\ge 10 \\iff -3x \\ge 9 \\iff x \\ge -3$\n\n$x^2 > 9 \\iff x > 3$", "prr"),
        ("$-2x < 6 \\iff x > -3$\n\n$\\frac{1}{x} < 2$: Case 1: $x > 0$: $1 < 2x$, so $x > \\frac12$.", "pup"),
        ("$2x > 6$\n\n$x > 3$\n\n$2x - 1 > 5$", "pp"),
        ("$2x > 6$\n\n$x > 3$\n\nSo $2x > 7$", "pr"),
        # a value that is put in holds for its sentence
        (SPLIT + r"$\frac{2}{x - 1} - \frac{1}{x + 1} = \frac{x + 1}{x^2 - 1}$", "uppppu"),
        (SPLIT + r"$\frac{2}{x - 1} - \frac{1}{x + 1} = \frac{x + 3}{x^2 - 1}$", "uppppp"),
        ("$x^2 + y = 5$. $x = 1$: $y = 4$. $x = 2$: $y = 1$.", "pp"),
        ("$y = x^2 + 1$. $x = 1$: $y = 2$. $x = 2$: $y = 5$. $x = 3$: $y = 9$.", "ppr"),
        ("Solve $x^2 = x + 2$. Check. $x = 2$: $4 = 4$. $x = -1$: $1 = 1$.", "upp"),
        ("Solve $x^2 = x + 2$. Check. $x = 2$: $4 = 4$. $x = -1$: $1 = 2$.", "upr"),
        (NODES % "54.598", "ppp"),
        (NODES % "54.599", "prp"),
        # the number of a case with a comma
        (BARS % "-2", "pppp"),
        (BARS % "-3", "pppr"),
        # calculations in a table; a derivative behind what was solved
        (TABLE % 54, "pp"),
        (TABLE % 56, "pr"),
        (ZEROS % "2x", "pp"),
        (ZEROS % "1", "pr"),
        # digits of a value, and more of them than the rounding of what stands before leaves
        (r"$5^x = 10 \iff x = \frac{\ln 10}{\ln 5} \approx 1.431$", "p"),
        (r"$5^x = 10 \iff x = \frac{\ln 10}{\ln 5} \approx 1.531$", "r"),
        (r"$2000\cdot1.02^{10} \approx 2437.99$", "p"),
        (r"$2000\cdot1.02^{10} \approx 2438.99$", "r"),
        (r"$\frac{3.27}{4.18} = 0.7821$", "u"),
        (r"$\frac{3}{7} \approx 0{,}429$", "p"),
        (r"$\frac{3}{7} \approx 0{,}439$", "r"),
        # numbers that are put into a formula, and those of which the text says others
        (r"$F = m a = 1200\cdot2.5 = 3000$", "p"),
        (r"$v = \sqrt{2gh} = \sqrt{2\cdot9.81\cdot20} \approx 19.8$" "\n\n" r"$E = \frac12mv^2 = \frac12\cdot80\cdot10^2 = 4000$", "pp"),
        (r"$F = m a = 1200\cdot2.5 + 1 = 3001$", "up"),
        (r"$E = h f = 6.63\times10^{-34}\cdot5\times10^{14} \approx 3.32\times10^{-19}$", "p"),
        (r"$E = h f = 6.63\times10^{-34}\cdot5\times10^{14} \approx 3.42\times10^{-19}$", "r"),
        ("Let $u = e^{p}$, $v = e^{2q}$. $$u v = e^{p + 2q}$$ At $p = 1$, $q = 2$: $u = 2.718$, $v = 54.598$.", "ppp"),
        ("Let $u = e^{p}$, $v = e^{2q}$. $$u v = e^{p + 2q}$$ At $p = 1$, $q = 2$: $u = 2.718$, $v = 54.599$.", "ppr"),
        (r"$m = 3$, $a = 2$: $F = m a = 3 \cdot 2 = 6$. $G = m a = 3 \cdot 4 = 12$.", "pprp"),
        # a function on the reals is no number; a condition that is not read bears on the row
        (r"Let $f$ be convex on the reals. Then $f(\frac{x + y}{2}) \le \frac{f(x) + f(y)}{2}$.", "p"),
        (r"Let $f$ be differentiable on the reals. Then $f(x) \ge f(y) + f'(y) (x - y)$.", "u"),
        ("Solve $y' = 2y$ with $y(0) = 3$. $y = Ce^{2x}$, so $C = 3$.", "uu"),
        ("Solve $c^2 = 3c$. So $c = 3$.", "r"),
    ],
)  # fmt: skip
def test_what_sheets_write(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(("sign", "expected"), [("-", ["proved", "proved"]), ("+", ["refuted", "refuted"])])
def test_rows_of_a_display_are_no_conditions_on_the_index_before_it(sign: str, expected: list[str]) -> None:
    """A rule "for all t >= 1." was read as one under which the display behind it holds, so that nothing followed."""
    text = (
        "\\begin{document}\nLet $\\eta > 0$ and $x_{t+1} = x_t - \\eta g_t$ for all $t \\ge 1$.\n\\begin{align*}\n"
        f"\\|x_{{t+1}} - u\\|^2 &= \\|x_t {sign} \\eta g_t - u\\|^2 \\\\\n"
        f"&= \\|x_t - u\\|^2 - 2\\eta \\langle x_t - u, g_t\\rangle + \\eta^2 \\|g_t\\|^2\n\\end{{align*}}\n\\end{{document}}\n"
    )
    answer = answer_document(document_of(text.encode(), "latex"), {}, budget=BUDGET)

    assert [step.judged.verdict for step in answer.steps] == expected
