"""What pupils and teachers write, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.known.declaring import AND
from tests.document_says import tells

SYSTEMS = (
    r"Solve by substitution: $$\begin{cases} y = 2x - 1 \\ 3x + y = 9 \end{cases}$$ Substitute: $3x + 2x - 1 = 9$, so $x = 2$."
    "\n\nSecond system: $x + y = 5$ and $x - y = 1$. Adding gives $2x = 6$. So $x = 3$ and $y = %d$."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an equivalence follows from no other equation
        (r"Solve $x^2 < 6 + x$. So $-2 < x < 3$." "\n\n" r"Next, $|x - 2| \le 5 \iff -3 \le x \le 7$.", "ppp"),
        (r"Solve $x^2 < 6 + x$. So $-2 < x < 3$." "\n\n" r"Next, $|x - 2| \le 5 \iff -3 \le x \le 3$.", "ppr"),
        # what holds under what follows, in its own paragraph
        ("$u^2 > 4$ holds for $u > 2$.\n\n$u^2 > 4$ holds for $u > 1$.", "pr"),
        (r"$\frac{x - 1}{x + 2} > 0$ holds for $x < -2$ or $x > 1$.", "p"),
        ("**Inequality 1.** $x^2 < 4$, so $x < 2$.\n\n**Inequality 2.** $x^2 < 9$, so $x < 3$.", "pp"),
        # a letter that is put in, and rows that say the same
        (r"Solve $y^4 - 4y^2 + 3 = 0$. Put $v = y^2$. $v^2 - 4v + 3 = 0$. $v = 1$ or $v = 3$. So $y = \pm 1$ or $y = \pm\sqrt 3$.", "ppp"),
        (r"Solve $y^4 - 4y^2 + 3 = 0$. Put $v = y^2$. $v^2 - 4v + 3 = 0$. $v = 1$ or $v = 3$. So $y = \pm 1$ or $y = \pm\sqrt 2$.", "ppr"),
        (r"Solve $e^x = 2$. Put $u = e^x$. So $u = 2$ and $x = \ln 3$.", "pr"),
        # a point is put in; another area
        (r"The line is $y = 2x + b$; inserting $P$: $3 = 2 + b$, so $b = 1$.", "p"),
        (r"Legs $a = 5$, $b = 12$: $A = \frac12 ab = 30$." "\n\n" r"Circle of radius $r = 3$: $A = \pi r^2 = 9\pi$.", "pp"),
        (r"Here $a = 3$ and $b = 4$: $s = a + b = 7$." "\n\n" r"Now $s = ab = 12$.", "prp"),
        # congruences in a chain
        (r"$2^{20} \equiv 24^2 = 576 \equiv 76 \pmod{100}$", "ppp"),
        (r"$2^{20} \equiv 24^2 = 576 \equiv 56 \pmod{100}$", "ppr"),
        (r"$17^3 \equiv 1^3 = 1 \pmod 8$ and $10 \equiv 2 \bmod 3$, $17 \bmod 5 = 2$", "pprp"),
        # numbers with one unit, percent signs, thousands
        (r"$2{,}5 \cdot 4 = 10\,\text{m}$, $2 \cdot 4 = 9\,\text{m}$, $2 \cdot 4 = 800\,\text{cm}$", "pru"),
        (r"$60\,\text{km} / 1.5\,\text{h} = 40\,\text{km/h}$, $60\,\text{km} / 1.5\,\text{h} = 45\,\text{km/h}$", "pr"),
        (r"$\frac{5}{20} \cdot 100 = 25\%$, $\frac{5}{20} \cdot 100 = 20\%$", "ur"),
        (r"$\frac{15}{8} = 1{,}875$, $\frac{15}{8} = 1{,}785$, $2.500 + 500 = 3.000$, $2.500 + 500 = 3.100$", "prpr"),
        # a solution of an equation with decimals; several values
        ("$0.2x + 0.5(10 - x) = 3.2$. $-0.3x = -1.8$. $x = 6$.", "pp"),
        ("$0.2x + 0.5(10 - x) = 3.2$. $-0.3x = -1.8$. $x = 5$.", "pr"),
        (r"Solve $x^3 - 3x^2 + 2x = 0$. So $x = 0$, $x = 1$ or $x = 2$.", "p"),
        (r"Solve $x^3 - 3x^2 + 2x = 0$. So $x = 0$, $x = 1$ or $x = 3$.", "r"),
        # whole parts, powers of i, units in words
        (r"$\lfloor \sqrt{80} \rfloor = 8$, $\lfloor \sqrt{80} \rfloor = 9$, $\lceil \pi \rceil = 4$, $\lceil \pi \rceil = 3$", "prpr"),
        (r"$i^{2023} = i^{4 \cdot 505 + 3} = i^3 = -i$", "ppp"),
        (r"$i^{2023} = i^3 = i$", "pr"),
        (r"$60\text{ miles} \div 1.5\text{ hours} = 40\text{ miles per hour}$", "p"),
        (r"$60\text{ miles} \div 1.5\text{ hours} = 45\text{ miles per hour}$", "r"),
        # two terms that are worked out show no law
        (r"$1 \cdot 2 + 2 \cdot 3 + \dots + 9 \cdot 10 = 330$, $2 + 6 + \dots + 90 = 1058$", "np"),
        # "i.e." between inequalities leads both ways
        (r"Solve $|x - 1| \ge 4$. So $x - 1 \ge 4$ or $x - 1 \le -4$, i.e. $x \ge 5$ or $x \le -3$.", "pp"),
        (r"Solve $|x - 1| \ge 4$. So $x - 1 \ge 4$ or $x - 1 \le -4$, i.e. $x \ge 5$ or $x \le 3$.", "pr"),
        (r"Solve $2x = 8$. So $x = 4$, i.e. $x > 3$.", "pp"),
        # values of two letters that depend on each other; an operation of the text
        ("$F = 2C + 32$. For $C = 25$: $F = 2 \\cdot 25 + 32 = 82$. For $F = 50$: $C = (50 - 32)/2 = 9$.", "pppp"),
        ("$F = 2C + 32$. For $C = 25$: $F = 2 \\cdot 25 + 32 = 82$. For $F = 50$: $C = (50 - 30)/2 = 10$.", "pprp"),
        ("$F = 2C + 32$. For $C = 25$: $F = 3 \\cdot 25 + 32 = 107$.", "rp"),
        (r"Let $a \star b = 2a + b^2$. Then $3 \star 4 = 6 + 16 = 22$.", "np"),
        # German words
        (r"Löse $2x - 3 = 6$. Also ist $2x = 9$ und damit $x = \frac{9}{2}$.", "pp"),
        (r"Löse $2x - 3 = 6$. Also ist $2x = 9$ und damit $x = \frac{7}{2}$.", "pr"),
        (r"Löse $2x + 4 \ge 10$. Dann ist $2x \ge 6$, also $x \ge 3$.", "pp"),
        (r"Sei $x > 2$. Dann gilt $x^2 > 4$.", "p"),
        (r"Für $x > 1$ gilt $x^2 < 1$.", "r"),
        (r"Löse die Gleichung: $x^2 = 9 \Leftrightarrow x = 3 \text{ oder } x = -3$.", "p"),
        # a colon that divides
        (r"$12 + 3 \cdot 5 - 6 : 2 = 24$", "p"),
        (r"$12 + 3 \cdot 5 - 6 : 2 = 10{,}5$", "r"),
        (r"$6 : 2 \cdot 3 = 9$", "p"),
        (r"$(x^2 - 1) : (x - 1) = x + 1$", "p"),
        (r"$(x^2 - 1) : (x - 1) = x - 1$ for all $x \ne 1$", "r"),
        (r"$6 : 8 : 10 = 3 : 4 : 5$", "nnnnn"),
        (r"$12 : 2(3 + 1) = 1.5$", "nn"),
        (r"$2x = 4 : x = 2$", "nnn"),
        (r"$I : 7 = 3$", "nn"),
        # values that are looked at again
        (r"Solve $\sqrt{x + 6} = x$. So $x + 6 = x^2$, i.e. $x = 3$ or $x = -2$. Check $x = -2$: $\sqrt{4} = 2 \ne -2$. "
         r"So only $x = 3$ is a solution.", "ppppp"),
        # solutions with numbers
        ("Solve $x^2 - 5x + 6 = 0$. So $x_1 = 3$ and $x_2 = 2$. Then $x_1 + x_2 = 5$.", "ppp"),
        ("Solve $x^2 - 5x + 6 = 0$. So $x_1 = 3$ and $x_2 = -2$.", "pr"),
        (r"Solve $x^2 - 5x + 6 = 0$. So $(x - 2)(x - 3) = 0$ and $x_1 = 2 \lor x_2 = -3$.", "pr"),
        ("Solve $x^2 - 1 = 0$. So $x_1 = 1$.\n\nSolve $x^2 - 4 = 0$. So $x_1 = 2$ and $x_2 = -2$.", "ppp"),
        ("Solve $x^2 - 2 = 0$ by Newton's iteration. The start is $x_0 = 1$. Then $x_1 = 1$.", ""),
        # a second system is another matter
        (SYSTEMS % 2, "ppppp"),
        (SYSTEMS % 3, "ppppr"),
        # units in a fraction, a column in bars, signs
        (r"$72\,\frac{\text{km}}{\text{h}} = 20\,\frac{\text{m}}{\text{s}}$", "p"),
        (r"$72\,\frac{\text{km}}{\text{h}} = 20\,\frac{\mathrm{m}}{\mathrm{s}^2}$", "r"),
        (r"$72 \frac{km}{h} = 20\,\text{m/s}$", "p"),
        (r"$x \frac{km}{h} = \frac{k x m}{h}$", "p"),
        (r"$\left|\begin{pmatrix} 3 \\ 4 \end{pmatrix}\right| = 5$", "p"),
        (r"$|(3, 4)| = 5$", "n"),
        (r"For $x \ne \pm 3$ we have $x^2 \ne 9$.", "p"),
        (r"For $x \ne \pm 3$ we have $x^2 \ne 4$.", "u"),
        # values that are worked out, with "or" between them
        (r"Solve $x^2 - 3x - 4 = 0$. So $x = \frac{3 + 5}{2} = 4$ or $x = \frac{3 - 5}{2} = -1$.", "ppp"),
        (r"Solve $x^2 - 3x - 4 = 0$. So $x = \frac{3 + 5}{2} = 4$ or $x = \frac{-3 + 5}{2} = 1$.", "rpp"),
        # systems whose equations stand in rows
        (r"Solve by elimination: $$\begin{aligned} 3x + 2y &= 16 \quad (1) \\ 5x - 2y &= 8 \quad (2) \end{aligned}$$ Adding: $8x = 24$.", "p"),
        (r"Solve the system $$\begin{aligned} 3x + 2y &= 16 \\ 5x - 2y &= 8 \end{aligned}$$ Adding: $8x = 23$.", "r"),
        (r"Solve the equations $$\begin{aligned} 3x &= 12 \\ x &= 3 \end{aligned}$$", "r"),
        # an operation on both sides
        (r"Solve $4x + 8 = 3x - 1 \quad | -3x$ and get $x + 8 = -1 \mid - 8$ and $x = -9$.", "pp"),
        (r"Solve $4x = 8 \; | : 4$ and get $x = 4$.", "r"),
        (r"$x = 2 \quad |x| = 3$", "r"),
        # angles as parts of pi
        (r"Solve $2\cos x = 1$ for $0 \le x \le 2\pi$. So $x = \frac{\pi}{3}$ or $x = \frac{2\pi}{3}$.", "r"),
        # sequences
        (r"The sequence $a_n = \frac{n+1}{n}$ has $a_2 = \frac{3}{2}$ and $a_3 = \frac{4}{3}$.", "pp"),
        (r"The sequence $a_n = \frac{n+1}{n}$ has $a_2 = \frac{3}{2}$ and $a_3 = \frac{5}{3}$.", "pr"),
        (r"Arithmetic sequence: $a_1 = 3$, $d = 4$. So $a_{10} = 39$ and $a_{11} = 44$.", "pr"),
        # letters that are used again
        (r"A triangle has $A = \frac12 \cdot 6 \cdot 4 = 12$. A circle of radius $r = 3$ has $A = \pi \cdot 3^2 = 9\pi$.", "pp"),
        (r"A triangle has $A = \frac12 \cdot 6 \cdot 4 = 12$. So the area is $A = 13$.", "pr"),
        (r"$P(\text{both}) = \frac{4}{10} \cdot \frac{3}{9} = \frac{2}{15}$. Else $P(\text{both}) = \left(\frac{4}{10}\right)^2 = 0.16$.", "pp"),
        (r"Show $2^n > n$ for all $n \ge 1$. If $2^n > n$, then $2^{n+1} = 2 \cdot 2^n > 2n \ge n + 1$.", "pppp"),
        (r"Die Varianz ist $s^2 = 4$ und die Standardabweichung somit $s = 2$.", "p"),
        # what stands behind the first row
        (r"Solve $2x + 1 = 7$: $2x = 6$, $x = 4$.", "pr"),
        (r"Solve for $x$ and $y$: $x + y = 7$, $x - y = 1$. So $x = 4$.", "p"),
        (r"For $x^2 - 2x - 8 = 0$ we get $(x - 4)(x + 2) = 0$, hence $x = 3$ or $x = -2$.", "pr"),
        (r"Cancel: $\frac{ab + ac}{a} = b + c$; $\frac{x^2 + x}{x} = x^2 + 1$.", "pr"),
        (r"$\frac{a}{b} \cdot \frac{c}{d} = \frac{ac}{bd}$. Not in general true: $\frac{a}{b} + \frac{c}{d} = \frac{a + c}{b + d}$.", "p"),
        (r"$\overrightarrow{AB} = \begin{pmatrix}-1\\2\end{pmatrix}$. $|\overrightarrow{AB}| = \sqrt{5}$, $|\overrightarrow{AB}| = 5$.", "pr"),
        (r"Line 1 has the slope $m = \frac{4 - 3}{3 - 0} = \frac13$. Perpendicular to it: $m = -3$.", "p"),
        (r"Line 1 has the slope $m = \frac{4 - 3}{3 - 0} = \frac13$. So $m = -3$.", "pr"),
        (r"Solve $\sqrt{2x + 3} = x$. $2x + 3 = x^2$, so $x = 3$ or $x = -1$. For $x = -1$: $\sqrt{1} = 1 \neq -1$. Hence $x = 3$.", "ppppp"),
        # equations that no word calls so
        ("Solve $2x = 10$. So $x = 5$.\n\n$3^{x-2} = 81$, $x - 2 = 4$, $x = 6$.", "ppp"),
        ("Solve $2x = 10$. So $x = 5$.\n\n$3^{x-2} = 81$, $x - 2 = 4$, $x = 7$.", "ppr"),
        ("Vieta: $x^2 - 4x - 5 = 0$, $x_1 = 5$, $x_2 = -1$.\n\nNext: $x^2 + 3x + 2 = 0$, $x_1 = -2$, $x_2 = 1$.", "ppur"),
        # members by a rule from one to the next
        (r"$u_0 = 2$, $u_{n+1} = u_n + 2n$. Then $u_1 = 2$, $u_2 = 4$, $u_3 = 8$.", "ppp"),
        (r"$u_0 = 2$, $u_{n+1} = u_n + 2n$. Then $u_1 = 2$, $u_2 = 4$, $u_3 = 11$.", "ppr"),
        (r"$u_{n+1} = u_n + 2n$. Then $u_3 = 11$.", "u"),
        # conditions side by side
        (r"$f(x) = ax + b$ goes through $(1, 3)$ and $(2, 5)$, so $a + b = 3$, $2a + b = 5$. Hence $a = 2$.", "p"),
        (r"Solve $2x + 1 = 7$. So $2x = 6$, $x = 4$.", "pr"),
        # what is called wrong
        (r"Let $x > 0$. $\ln(x^3) = 3 \ln x$. Wrong: $\ln(x + 1) = \ln x + \ln 1$.", "p"),
        (r"Let $x > 0$. $\ln(x^3) = 3 \ln x$. Right: $\ln(x + 1) = \ln x + \ln 1$.", "pu"),
        # what a letter is in terms of others, of two functions
        (r"Let $f(x) = x^2$. At $2$, $y = 4(x - 2) + 4 = 4x - 4$. Let $g(x) = x^2 + 1$. For it we have $y = 4x - 3$.", "p"),
        (r"Let $f(x) = x^2$. At $2$, $y = 4(x - 2) + 4 = 4x - 4$, and so $y = 4x - 3$.", "pr"),
        # extrema
        (r"$x^3 - 3x = 0$, so $x = 0$ or $x^2 = 3$. Extrema: $3x^2 - 3 = 0$, so $x = 1$ or $x = -1$.", "pp"),
        # events in words, and the length of a list
        (r"$P(\text{3 heads}) = \left(\frac12\right)^3 = \frac18$ and $P(\text{sum}=7) = \frac{6}{36} = \frac13$.", "pr"),
        (r"Let $\vec a = (2, -1, 2)$. Then $|\vec a| = 3$ and $|\vec a| = 9$.", "pr"),
        (r"A ladder of length 5 m leans on a wall; $h$ is the height. $h^2 + 1.4^2 = 5^2$, so $h = 4.8$.", "p"),
        (r"$X \sim \mathrm{Bin}(4, \frac12)$. So $E(X) = 2$ and $\operatorname{Var}(X) = 2$.", "pr"),
        (r"A geometric sequence with $a_1 = 2$ and $q = 3$: $a_n = 2 \cdot 3^{n-1}$.", "p"),
        (r"A geometric sequence with $a_1 = 2$ and $q = 3$: $a_n = 2 \cdot 3^n$.", "r"),
        (r"Invest $K_0 = 1000$. Then $K_1 = 1000 \cdot 1.02 = 1020$ and $K_2 = 1020 \cdot 1.02 = 1050$.", "pr"),
        (r"$5! : 3! = 120 : 6 = 20$, $5! : 3! = 120 : 6 = 22$", "pppr"),
        (r"Beweis durch Induktion. Induktionsanfang $n = 1$: $\frac{n(n+1)}{2} = 1$.", "p"),
        (r"Let $X \sim B(10, 0.3)$. Then $\operatorname{Var}(X) = 10 \cdot 0.3 \cdot 0.7$ and $E(X) = 4$.", "pr"),
        (r"A geometric sequence with $a_1 = 2$ and $q = 3$: $a_2 = 6$, $a_4 = 54$, $a_5 = 160$.", "ppr"),
        (r"A sequence with $a_1 = 2$ and $q = 3$: $a_2 = 7$.", ""),
        # points
        (r"The midpoint of $A(1, 2)$ and $B(4|6)$ is $M = (\frac{1 + 4}{2}, \frac{2 + 6}{2}) = (2.5, 4)$.", "p"),
        # letters that stand for something else in the next sentence
        (r"Sphere: $r = 3$, $V = 36\pi$. Cylinder: $r = 2$, $h = 5$: $V = \pi r^2 h = 20\pi$.", "p"),
        (r"Sphere: $r = 3$, $V = 36\pi$. So $r = 2$.", "r"),
        (r"A square has side $a = 3$, so $A = 9$. A rectangle has sides $a = 4$ and $b = 2$, so $A = 8$. So $A = 9$.", "r"),
        (r"At $t = 2$: $s = 5 \cdot 2^2 = 20$. At $t = 3$: $s = 5 \cdot 3^2 = 45$.", "pp"),
        (r"Half-life: $N(t) = N_0 \cdot 2^{-t/8}$. Then $N(24) = \frac{N_0}{8}$ and $N(16) = \frac{N_0}{2}$.", "pu"),
        # solutions that name two letters
        ("Solve $y = x^2$ and $y = x + 2$. So $x = 2$, $y = 4$ or $x = -1$, $y = 1$.", "pppp"),
        ("Solve $y = x^2$ and $y = x + 2$. So $x = 2$, $y = 4$ or $x = -1$, $y = 2$.", "pprr"),
        # what is measured is not negative
        (r"The standard deviation: $s^2 = 2$ and $s = \sqrt{2}$.", "up"),
        (r"The number: $s^2 = 2$ and $s = \sqrt{2}$.", "uu"),
        # formulas that are solved for a letter
        (r"Rearrange $ac + b = d$ for $c$: $ac = d - b$, hence $c = \frac{d - b}{a}$.", "pp"),
        (r"Rearrange $ac + b = d$ for $c$: $ac = d + b$.", "r"),
        # where a function is given: elsewhere it has no value, and at letters these lie there
        (
            r"Let $f(u) = u^2$ for $u \ge 1$. Then $f(0) = 0$, $f(2) = 4$ and $f(u) \ge 1$. If $u \le v$ then $f(u) \le f(v)$." "\n\n"
            r"Let $h : [0, 2] \to \mathbb{R}$ be $h(u) = u + 1$. So $h(3) = 4$. Let $g(u) = u - b$ for $u > b$. So $g(b - 1) = -1$." "\n\n"
            r"The function $k(u) = u^2 - 3$ is negative for $0 < u < 1$. So $k(4) = 13$.",
            "nppp" "nu" "p",
        ),
        # a function in pieces, in braces or in words: at a number its piece there
        (
            r"Let $f(u) = \begin{cases} 1 - u, & u < 0, \\ u^2, & \text{if } 0 \le u < 3 \\ 4 & \text{otherwise} \end{cases}$." "\n\n"
            r"$f(-1) = 2$, $f(2) = 4$, $f(9) = 4$, $f(f(-2)) = 4$ and $f(-2) = -1$." "\n\n"
            r"Costs are $c(n) = 5n$ for $n \le 8$ and $c(n) = 4n + 8$ for $n > 8$. So $c(3) = 15$, $c(10) = 48$, $c(8) = 41$." "\n\n"
            r"Let $g(u) = \frac{\sin u}{u}$ for $u \ne 0$ and $g(0) = 1$. So $g(\pi) = 0$, $g(0) = 0$.",
            "ppppr" "ppr" "pr",
        ),
        # equations under a product that are its cases, each with its rows, on lines of their own
        (
            "**17.** Solve $x^2 + x - 20 = 0$.\n\n$$(x + 5)(x - 4) = 0$$\n\n$$x + 5 = 0$$\n\n$$x = -5$$\n\n$$x - 4 = 0$$\n\n$$x = 4$$\n\n"
            r"$$x = -5 \text{, } x = 4$$" "\n\n"
            "**118.** Solve $x^2 + x - 20 = 0$.\n\n$$(x + 5)(x - 4) = 0$$\n\n$$x + 5 = 0$$\n\n$$x = 5$$\n\n$$x = 4$$\n\n"
            r"$$x = -5 \text{, } x = 3$$",
            "pppppp" "pprpr",
        ),
        ("Solve $x^2 + x - 20 = 0$.\n\n$$(x + 5)(x - 4) = 0$$\n\n$$x + 5 = 0$$\n\n$$x = -5$$", "pru"),
        # three digits begin an exercise, too; a number behind a row in braces is its own
        ("**131.** We have $$m = 4$$\n\n**132.** The line is parallel to $y = x - 3$.\n\n$$m = 1$$\n\n$$m + 1 = 2$$", "p"),
        (r"Solve $$\begin{cases} u + v = 5 \quad (1) \\ u - v = 3 \quad (2) \end{cases}$$ So $u = 4$ and $v = 1$.", "pp"),
        # an equation that no words announce, and that is solved; angles without their sign
        (r"Here: $\frac{1}{x - 1} + \frac{1}{x + 1} = \frac{x + 3}{(x - 1)(x + 1)}$" "\n\n$$2x = x + 3$$\n\n$$x = 3$$", "pp"),
        (r"Here: $\frac{1}{x - 1} + \frac{1}{x + 1} = \frac{x + 3}{(x - 1)(x + 1)}$", "r"),
        (r"$\sin 30 = \frac12$, $\sin 30 = \frac13$ and $\sin 30^\circ = \frac12$", "urp"),
        ("**Solution**:\n\n1. **Set up the equation**: $0.3x + 2 = 0.5(x + 1)$\n2. **Simplify**: $0.3x + 2 = 0.5x + 0.5$", "p"),
        ("**Solution**:\n\n1. **Set up the equation**: $0.3x + 2 = 0.5(x + 1)$\n2. **Simplify**: $0.3x + 2 = 0.5x + 1.5$", "r"),
        # the two values of a root in turn, each with its rows; letters for "or"
        (
            "Solve $2x^2 - 7x + 3 = 0$.\n\n" r"$$x = \frac{7 \pm 5}{4}$$" "\n\n" r"$$x = \frac{7 + 5}{4}$$" "\n\n$$x = 3$$\n\n"
            r"$$x = \frac{7 - 5}{4}$$" "\n\n" r"$$x = \frac13$$",
            "ppppr",
        ),
        (r"Solve $x^2 - 5x + 6 = 0$. So $x=2, \space or \space x=3$. Solve $x^2 - 5x + 6 = 0$. So $x=2, or x=4$.", "pr"),
        # a check that fails as it should, and one that nothing takes back; a value of one part says nothing in the next
        (r"Is $1$ a solution? $$1 + 4 < 2 + 1$$ $$5 < 3$$ So $1$ is not a solution.", "uu"),
        (r"Is $1$ a solution? $$1 + 4 < 2 + 1$$ $$5 < 3$$ So $1$ is a solution.", "rr"),
        # one function of the other, or their product; the derivative of a product
        (r"Let $p(x) = x^2$ and $q(x) = x + 3$. Then $pq(x) = (x + 3)^2$, $pq(x) = x^2 (x + 3)$ and $pq(x) = x^2 + x$.", "ppn"),
        (r"Let $p(x) = x^2$ and $q(x) = x + 3$. Then $(pq)'(x) = 3x^2 + 6x$ and $(pq)'(x) = 3x^2 + 5x$.", "pr"),
        (r"Let $p(x) = x^2$ and $q(x) = x + 3$. Then $(p \circ q)(x) = (x + 3)^2$, $(q \circ p)(1) = 4$ and $(q \circ p)(2) = 8$.", "ppr"),
        (r"Let $p(x) = x^2$. Then $(p \circ k)(x) = 4$.", "n"),
        # a noun before a relation, and an arrow before one
        (r"The sum $= 7 \cdot 3.5 = 24.50$ and change $= 30 - 24.5 = 5.50$.", "pp"),
        (r"We find $2 + 5 = 7$ and then $= 9$. So $7 - 9 \implies$ Area $= 9 - 7$.", "pr"),
        # what was put in says nothing of an integral; a point at which something is so is to be solved
        (r"Here $3x + 1 = A(x + 1) + B(x - 1)$. For $x = 1$: $4 = 2A$. Hence $$\int \frac{dx}{x - 1} = \ln|x - 1| + C$$", "upp"),
        (r"The line is $3y = x + k$. At the point of contact: $\frac{1}{2y} = \frac13$. So $2y = 3$.", "p"),
        # the answers of several equations together; a value that the text denies
        ("a. For $7 - 2t = 9$:\n\n$-2t = 2$\n\n$t = -1$\n\nb. For $7 - 2t = -9$:\n\n$-2t = -16$\n\n$t = 8$\n\nSo $t = -1$ and $t = 8$", "ppppp"),
        ("a. For $7 - 2t = 9$:\n\n$-2t = 2$\n\n$t = -1$\n\nb. For $7 - 2t = -9$:\n\n$-2t = -16$\n\n$t = 8$\n\nSo $t = 1$ and $t = 8$", "ppppr"),
        # counting may begin with 1
        (r"For each $n \in \mathbb{N}$, it follows that $3^n \le 3^{n+1} - 3^{n-1} - 3$.", "p"),
        (r"For each $n \ge 0$, it follows that $3^n \le 3^{n+1} - 3^{n-1} - 3$.", "r"),
        # what is differentiated through an equation that ties its letters
        ("- From $x^2 h = 5$ follows $h = 5/x^2$.\n- The cost is $K(x) = x^2 + 2xh$.\n- So $K'(x) = 2x - \\frac{10}{x^2}$.", "pp"),
        ("- From $x^2 h = 5$ follows $h = 5/x^2$.\n- The cost is $K(x) = x^2 + 2xh$.\n- So $K'(x) = 2x + \\frac{10}{x^2}$.", "pr"),
        # words that name quantities; a rate beside another
        (r"Here $price = cost + tax$ with $cost = 40$ and $tax = 6$. So the price is $price = 40 + 6 = 46$.", "pp"),
        (
            r"$\text{Gain} = \text{Sales} - \text{Wages}$, $\text{Sales} = 50$ and $\text{Wages} = 20$, so $\text{Gain} = 30$ and "
            r"$\text{Gain} = 40$.",
            "pr",
        ),
        (r"$\frac{1}{0} = \text{undefined}$ and $mean = 2 n e m$.", "nu"),
        (r"Let $a = u^2$. Then $\frac{da}{dt} = 2u\frac{du}{dt}$. With $\frac{du}{dt} = 3$ and $u = 5$: $\frac{da}{dt} = 2 \cdot 5 \cdot 3 = 30$.", "ppp"),
        # what was differentiated is no row before a value; a quadrant that nothing names; decimals put in for logarithms
        (r"$u^2 + v^2 = 25$. Then $2u\frac{du}{dt} + 2v\frac{dv}{dt} = 0$. When $u = 3$, $v = 4$.", "uuu"),
        (r"From $\tan u = \sqrt 3$ follows $\sin u = \frac{\sqrt 3}{2}$.", "uu"),
        (r"From $\tan u = \sqrt 3$ follows $\sin u = \frac{\sqrt 2}{2}$.", "r"),
        (r"$4^x = 7$, so $x = \frac{\ln 7}{\ln 4}$. With $\ln 7 = 1.9459\ldots$ and $\ln 4 = 1.3863\ldots$: $x = \frac{1.9459}{1.3863} = 1.404$", "ppppp"),
        # all solutions, by a letter of which nothing is said; the value of a letter that is given by another; where it is zero
        (r"Solve $2\sin u = 2 \implies \sin u = 1 \implies u = \frac{\pi}{2} + 2k\pi$.", "pp"),
        (r"Let $y = 3u^2 + 1$. Then $y(2) = 13$. Next, $y(2) = 12$.", "pr"),
        (r"Differentiate $y = 3u^2 + 1$. We have $y(2) = 13$.", "p"),
        ("Let $h(t) = 6t - 2t^2$.\n\n(b) It lands when $h(t) = 0$: $2t(3 - t) = 0$.\n\n(c) Then $h(1) = 4$ and $h(2) = 5$.", "ppr"),
        # a link of a chain of terms is no equation to be solved, whatever values stand behind it
        (r"Let $p(u) = u^3 - 7u + 6$. Then $p(u) = (u - 1)(u^2 + u - 6) = (u - 1)(u - 2)(u - 3)$. The roots are $u = 1$ and $u = 2$.", "pru"),
        # the first terms of a series
        (r"The first three terms are asked for. Expand: $\sqrt{1 + 2x} = 1 + x - \frac12 x^2$", "u"),
        (r"Expand: $\sqrt{1 + 2x} = 1 + x - \frac12 x^2$", "r"),
        # a modulus in words, and residues side by side; what is said of some integer, and of a real number in a range
        (r"Let $m$ be an integer. Then $m^2 \equiv 0$ or $1$ (mod 3), $m^2 \not\equiv 2 \pmod 3$, $m^2 + m \equiv 0 \; (\text{mod } 2)$.", "ppp"),
        (r"Modulo $7$ we have $3^2 \equiv 2$ and $3^3 \equiv 5$, and $20 \equiv 2$ (mod $9$).", "prp"),
        ("Suppose $m$ is odd. Then $m = 2j + 1$ for some integer $j$. So $m^2 = (2j + 1)^2 = 4(j^2 + j) + 1$. Hence $j = 2$.", "pppu"),
        (r"Suppose $m$ is even. Then $m = 4j$ for some integer $j$. Also $12 = 3 c^2$ for some $c \in (0, 1)$.", "uu"),
        # the solutions of a system; what is asked of letters that are given; a formula that is only used
        ("Solve $x^2 + y^2 = 13$, $x + y = 5$.\n\nThe system has two solutions\n(a) $(x, y) = (2, 3)$\nand\n(b) $(x, y) = (3, 2)$.", "p"),
        ("$u^2 + v^2 = 10$ and $u + v = 4$. Find $uv$.\n\n$(u + v)^2 = u^2 + v^2 + 2uv = 16$, so $uv = 3$ and $u^3 + v^3 = 27$.", "pppr"),
        ("$$s = t + 1$$ Using $t = 3r$, we get $$= 3r + 1.$$", "p"),
        ("$$s = t + 1$$ Using $t = 3r$, we get $$= 3r + 2.$$", "r"),
        # on an interval; a number in a form; values side by side
        (r"Let $g(x) = x^3 - 3x$. So $g'(x) < 0$ on $(-1, 1)$ and $g'(x) > 0$ on $(1, \infty)$. Hence $g'(x) > 0$ on $(0, 2)$.", "ppr"),
        (r"Then $\sqrt 3 = \frac ab$, where $a \in \mathbb{Z}$ and $b \in \mathbb{N}$. For all $x$: $x^2 = 1$, where $x \in \mathbb{R}$.", "ur"),
        ("Solve $(x + 3)(x - 2)(x + 1) = 0$. So $x=-3,-1,2$.", "p"),
        ("Solve $(x + 3)(x - 2)(x + 1) = 0$. So $x=-3,-1,4$.", "r"),
        ("(A)\n\nThe graph crosses the axis at $x = 5$ and at $x = -2$.\n\n(B)\n\n$$2x^2 + 5x - 3 = 0$$\n\n$$(2x - 1)(x + 3) = 0$$", "p"),
    ],
)  # fmt: skip
def test_what_pupils_write(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_formula_whose_readings_arithmetic_tells_apart_is_no_complaint() -> None:
    read = answer_document(document_of(rb"$1\frac{1}{2} + 1 = \frac{5}{2}$", "markdown"), {})
    assert [each.judged.verdict for each in read.steps] == ["proved"]
    assert not read.heard[0].problem


def test_a_refuted_line_says_which_functions_it_is_about_and_where_they_are_given() -> None:
    text = "Let $f(x) = x^2$ and $g(x) = x^3$.\n\nThen $f'(x) = 3x^2$.\n"
    (step,) = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.3).as_data()["steps"]
    assert step["verdict"] == "refuted"
    assert step["reason"].endswith("here f(x) = x^2 (line 1)")
    declared = {"names": {"f": "function"}, "define": ["f(x) = x^2"]}
    (step,) = answer_document(document_of(b"$f'(x) = 3x^2$", "markdown"), declared, budget=0.3).as_data()["steps"]
    assert step["reason"].endswith("here f(x) = x**2 (declared)")


def test_many_formulas_with_nothing_between_them_are_read_in_time() -> None:
    """What stands before a letter was matched in more ways than can be tried."""
    assert AND.sub("", "·\n\n  " * 40 + "so") == "·\n\n  " * 40 + "so"
    assert AND.sub("", "matrices · , and · ") == "matrices"
