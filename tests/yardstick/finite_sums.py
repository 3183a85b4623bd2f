"""Closed forms of finite sums and products, and facts about integers, each with a false neighbour.

A line is `hypotheses |- left = right <> wrong`: the neighbour has the same hypotheses and left side. The text is read as
`claims` says. From textbooks of discrete mathematics and number theory, in this project's own notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.yardstick.claims import Claim

RELATION = re.compile(r" (=|<=|<|>=|>|!=) ")


def pairs(text: str) -> Iterator[tuple[Claim, Claim]]:
    """The right claims of a table, each with its false neighbour."""
    for paragraph in text.strip().split("\n\n"):
        head, *lines = paragraph.splitlines()
        kind, _, declared = head.lstrip("# ").partition(":")
        letters = tuple(
            (name, words[-1]) for part in declared.split(";") if (words := part.split()) for name in words[:-1]
        )
        for line in lines:
            *given, stated = line.split(" |- ")
            hypotheses = tuple(given[0].split("; ")) if given else ()
            right, wrong = stated.split(" <> ")
            left, relation, value = RELATION.split(right, maxsplit=1) if RELATION.search(right) else ("", "", right)
            yield (
                Claim(kind.strip(), letters, hypotheses, _claim(left, relation, value)),
                Claim(kind.strip(), letters, hypotheses, _claim(left, relation, wrong)),
            )


def _claim(left: str, relation: str, right: str) -> str:
    word = {"=": "eq", "!=": "ne"}.get(relation)
    return f"{word}({left}, {right})" if word else f"{left} {relation} {right}".strip()


SUMS = """
# polynomials: n m natural; i j k index; x d real
total(7, k, 0, n) = 7*(n + 1) <> 7*n
total(3*k - 2, k, 1, n) = n*(3*n - 1)/2 <> n*(3*n + 1)/2
total(x + k*d, k, 0, n) = (n + 1)*(2*x + n*d)/2 <> (n + 1)*(x + n*d)/2
total(k**5, k, 1, n) = n**2*(n + 1)**2*(2*n**2 + 2*n - 1)/12 <> n**2*(n + 1)**2*(2*n**2 + 2*n + 1)/12
total((2*k)**2, k, 1, n) = 2*n*(n + 1)*(2*n + 1)/3 <> n*(n + 1)*(2*n + 1)/3
total((2*k - 1)**2, k, 1, n) = n*(2*n - 1)*(2*n + 1)/3 <> n*(2*n - 1)*(2*n + 1)/6
total((2*k + 1)**2, k, 0, n) = (n + 1)*(2*n + 1)*(2*n + 3)/3 <> (n + 1)*(2*n + 1)*(2*n + 3)/6
total(k*(k - 1), k, 1, n) = (n - 1)*n*(n + 1)/3 <> n*(n + 1)*(n + 2)/3
total(k**2*(n - k), k, 0, n) = n**2*(n**2 - 1)/12 <> n**2*(n**2 + 1)/12
total(k*(n + 1 - k), k, 1, n) = n*(n + 1)*(n + 2)/6 <> n*(n + 1)*(n + 2)/3
total((k - x)**2, k, 1, n) = n*(n + 1)*(2*n + 1)/6 - x*n*(n + 1) + n*x**2 <> n*(n + 1)*(2*n + 1)/6 + n*x**2
m <= n |- total(1, k, m, n) = n - m + 1 <> n - m
total(k, k, n + 1, 2*n) = n*(3*n + 1)/2 <> n*(3*n - 1)/2
total(k**2, k, n + 1, 2*n) = n*(2*n + 1)*(7*n + 1)/6 <> n*(2*n + 1)*(7*n - 1)/6
total(k**3, k, 1, 2*n) = n**2*(2*n + 1)**2 <> n**2*(2*n - 1)**2
total(k*(k + 1)*(k + 2)*(k + 3), k, 1, n) = n*(n + 1)*(n + 2)*(n + 3)*(n + 4)/5 <> n*(n + 1)*(n + 2)*(n + 3)*(n + 4)/4
total(k**3 - (k - 1)**3, k, 1, n) = n**3 <> n**3 - 1
total(k**3, k, 0, n - 1) = n**2*(n - 1)**2/4 <> n**2*(n + 1)**2/4
total(x, k, 1, n) = n*x <> (n + 1)*x
total((7 - 6*k + k**3/7)/2, k, 0, n) = (n + 1)*(n**3 + n**2 - 84*n + 196)/56 <> (n + 1)*(n**3 + n**2 - 84*n + 195)/56

# geometric: n m natural; k index; q x y real
ne(q, 1) |- total(q**k, k, 1, n) = q*(1 - q**n)/(1 - q) <> (1 - q**n)/(1 - q)
ne(q, 1) |- total(q**k, k, 0, n - 1) = (1 - q**n)/(1 - q) <> (1 - q**(n + 1))/(1 - q)
ne(q, 1) |- total(x*q**k, k, 0, n) = x*(q**(n + 1) - 1)/(q - 1) <> x*(q**(n + 1) - 1)/(q + 1)
total(5**k, k, 0, n) = (5**(n + 1) - 1)/4 <> (5**(n + 1) - 1)/5
total(1/3**k, k, 0, n) = (3 - 1/3**n)/2 <> (3 - 1/3**(n + 1))/2
total(2**(n - k), k, 0, n) = 2**(n + 1) - 1 <> 2**n - 1
total((-1)**k, k, 0, 2*n) = 1 <> 0
total((-1)**k, k, 0, n) = (1 + (-1)**n)/2 <> (1 - (-1)**n)/2
total((-1)**k, k, 1, 2*n) = 0 <> 1
total(2**(2*k + 1), k, 0, n) = 2*(4**(n + 1) - 1)/3 <> 2*(4**n - 1)/3
total(2**k*3**(n - k), k, 0, n) = 3**(n + 1) - 2**(n + 1) <> 3**n - 2**n
ne(x, y) |- total(x**k*y**(n - 1 - k), k, 0, n - 1) = (x**n - y**n)/(x - y) <> (x**n + y**n)/(x + y)
ne(q**2, 1) |- total(q**(2*k), k, 0, n) = (q**(2*n + 2) - 1)/(q**2 - 1) <> (q**(2*n + 2) - 1)/(q - 1)
ne(q, -1) |- total((-q)**k, k, 0, n) = (1 - (-q)**(n + 1))/(1 + q) <> (1 + (-q)**(n + 1))/(1 + q)
total(2**k + 3**k, k, 0, n) = 2**(n + 1) + 3**(n + 1)/2 - rational("3/2") <> 2**(n + 1) + 3**(n + 1)/2 - 1
total(2**k, k, n, 2*n) = 2**n*(2**(n + 1) - 1) <> 2**n*(2**n - 1)
total(10**k*9, k, 0, n) = 10**(n + 1) - 1 <> 10**n - 1
total(q**k, k, 0, 2*n + 1) = (1 + q)*total(q**(2*k), k, 0, n) <> (1 - q)*total(q**(2*k), k, 0, n)

# arithmetic and geometric: n natural; k index; q real
ne(q, 1) |- total(k*q**k, k, 0, n) = q*(1 - (n + 1)*q**n + n*q**(n + 1))/(1 - q)**2 <> q*(1 - n*q**n + n*q**(n + 1))/(1 - q)**2
ne(q, 1) |- total((k + 1)*q**k, k, 0, n) = (1 - (n + 2)*q**(n + 1) + (n + 1)*q**(n + 2))/(1 - q)**2 <> (1 - (n + 2)*q**(n + 1))/(1 - q)**2
total(k*3**k, k, 1, n) = ((2*n - 1)*3**(n + 1) + 3)/4 <> ((2*n - 1)*3**(n + 1) - 3)/4
total((2*k + 1)*2**k, k, 0, n) = (2*n - 1)*2**(n + 1) + 3 <> (2*n + 1)*2**(n + 1) + 3
total(k**3*2**k, k, 0, n) = 2**(n + 1)*(n**3 - 3*n**2 + 9*n - 13) + 26 <> 2**(n + 1)*(n**3 - 3*n**2 + 9*n - 13)
total(k**2/2**k, k, 1, n) = 6 - (n**2 + 4*n + 6)/2**n <> 6 - (n**2 + 4*n + 5)/2**n
total((-1)**k*(2*k + 1), k, 0, n) = (-1)**n*(n + 1) <> (-1)**n*n
total((-1)**k*k, k, 1, n) = ((-1)**n*(2*n + 1) - 1)/4 <> ((-1)**n*(2*n + 1) + 1)/4
total((-1)**(k + 1)*k**2, k, 1, n) = (-1)**(n + 1)*n*(n + 1)/2 <> (-1)**n*n*(n + 1)/2
total((-1)**k*k**3, k, 0, 2*n) = n**2*(4*n + 3) <> n**2*(4*n + 1)
total(k*2**(n - k), k, 0, n) = 2**(n + 1) - n - 2 <> 2**(n + 1) - n - 1
ne(q, 1) |- total(k**2*q**k, k, 0, n) = (q**2 + q - (n + 1)**2*q**(n + 1) + (2*n**2 + 2*n - 1)*q**(n + 2) - n**2*q**(n + 3))/(1 - q)**3 <> (q**2 + q - (n + 1)**2*q**(n + 1))/(1 - q)**3

# fractions: n m natural; k index; x positive
total(1/((k + 1)*(k + 2)), k, 0, n) = (n + 1)/(n + 2) <> n/(n + 1)
total(1/(k*(k + 3)), k, 1, n) = rational("11/18") - 1/(3*(n + 1)) - 1/(3*(n + 2)) - 1/(3*(n + 3)) <> rational("11/18") - 1/(n + 1) - 1/(n + 2) - 1/(n + 3)
total(1/((3*k - 1)*(3*k + 2)), k, 1, n) = n/(2*(3*n + 2)) <> n/(3*n + 2)
total(1/((k + x)*(k + x + 1)), k, 0, n) = 1/x - 1/(n + x + 1) <> 1/x - 1/(n + x)
total(k/((k + 1)*(k + 2)*(k + 3)), k, 1, n) = n*(n + 1)/(4*(n + 2)*(n + 3)) <> n*(n + 1)/(2*(n + 2)*(n + 3))
total(1/(k*(k + 1)*(k + 2)*(k + 3)), k, 1, n) = rational("1/18") - 1/(3*(n + 1)*(n + 2)*(n + 3)) <> rational("1/6") - 1/(3*(n + 1)*(n + 2)*(n + 3))
total(k**2/((2*k - 1)*(2*k + 1)), k, 1, n) = n*(n + 1)/(2*(2*n + 1)) <> n*(n + 1)/(2*n + 1)
n >= 1 |- total(1/(k**2 - 1), k, 2, n) = rational("3/4") - 1/(2*n) - 1/(2*(n + 1)) <> rational("3/4") - 1/n - 1/(n + 1)
total((2*k + 3)/((k + 1)*(k + 2)) * (-1)**k, k, 0, n) = 1 + (-1)**n/(n + 2) <> 1 - (-1)**n/(n + 2)
total(2**k*(k - 1)/(k*(k + 1)), k, 1, n) = 2**(n + 1)/(n + 1) - 2 <> 2**(n + 1)/(n + 1) - 1
total(4**k*k**2/((k + 1)*(k + 2)), k, 1, n) = (n - 1)*4**(n + 1)/(3*(n + 2)) + rational("2/3") <> (n - 1)*4**(n + 1)/(3*(n + 2)) + rational("1/3")
total((k + 2)/(k*(k + 1)*2**k), k, 1, n) = 1 - 1/((n + 1)*2**n) <> 1 - 1/((n + 2)*2**n)
total((6*k + 3)/(4*k**4 + 8*k**3 + 8*k**2 + 4*k + 3), k, 1, n) = n*(n + 2)/(2*n**2 + 4*n + 3) <> n*(n + 2)/(2*n**2 + 4*n + 1)

# roots: n natural; k index
total(sqrt(k + 1) - sqrt(k), k, 0, n) = sqrt(n + 1) <> sqrt(n)
total(1/(sqrt(k + 2) + sqrt(k)), k, 1, n) = (sqrt(n + 1) + sqrt(n + 2) - 1 - sqrt(2))/2 <> (sqrt(n + 1) + sqrt(n + 2) - 1)/2
total(1/((k + 1)*sqrt(k) + k*sqrt(k + 1)), k, 1, n) = 1 - 1/sqrt(n + 1) <> 1 - 1/sqrt(n + 2)
total(1/(sqrt(2*k - 1) + sqrt(2*k + 1)), k, 1, n) = (sqrt(2*n + 1) - 1)/2 <> (sqrt(2*n + 1) - 1)/3
total((sqrt(k + 1) - sqrt(k))/sqrt(k*(k + 1)), k, 1, n) = 1 - 1/sqrt(n + 1) <> 1 - 1/sqrt(n + 2)

# harmonic numbers: n m natural; j k index
total(harmonic(k)/(k + 1), k, 1, n) = (harmonic(n + 1)**2 - harmonic(n + 1, 2))/2 <> (harmonic(n)**2 - harmonic(n, 2))/2
total(harmonic(k)/k, k, 1, n) = (harmonic(n)**2 + harmonic(n, 2))/2 <> (harmonic(n)**2 - harmonic(n, 2))/2
total(k**2*harmonic(k), k, 1, n) = n*(n + 1)*(2*n + 1)/6*harmonic(n) - n*(n - 1)*(4*n + 1)/36 <> n*(n + 1)*(2*n + 1)/6*harmonic(n) - n*(n - 1)*(4*n - 1)/36
total(harmonic(k)**2, k, 1, n) = (n + 1)*harmonic(n)**2 - (2*n + 1)*harmonic(n) + 2*n <> (n + 1)*harmonic(n)**2 - (2*n + 1)*harmonic(n) + n
total((2*k + 1)*harmonic(k), k, 0, n) = (n + 1)**2*harmonic(n) - n*(n + 1)/2 <> (n + 1)**2*harmonic(n) - n*(n - 1)/2
total(1/(2*k - 1), k, 1, n) = harmonic(2*n) - harmonic(n)/2 <> harmonic(2*n) - harmonic(n)
total(1/k, k, n + 1, 2*n) = harmonic(2*n) - harmonic(n) <> harmonic(2*n) - harmonic(n)/2
total((n - k)/k, k, 1, n) = n*harmonic(n) - n <> n*harmonic(n) - n + 1
total(total(1/j, j, 1, k), k, 1, n) = (n + 1)*harmonic(n) - n <> n*harmonic(n) - n
harmonic(n + 1) - harmonic(n) = 1/(n + 1) <> 1/(n + 2)
total(1/(k*(k + 1)**2), k, 1, n) = 2 - 1/(n + 1) - harmonic(n + 1, 2) <> 1 - 1/(n + 1) - harmonic(n + 1, 2)
total((k + 1)/k, k, 1, n) = n + harmonic(n) <> n + 1 + harmonic(n)

# factorials: n m natural; k index; x real
total(k**2*factorial(k), k, 1, n) = total(k*factorial(k + 1), k, 1, n) - total(k*factorial(k), k, 1, n) <> total(k*factorial(k + 1), k, 1, n)
total((k**2 + 1)*factorial(k), k, 1, n) = n*factorial(n + 1) <> n*factorial(n)
total(k/factorial(k + 1), k, 0, n) = 1 - 1/factorial(n + 1) <> 1 - 1/factorial(n)
total((k + 1)/factorial(k + 2), k, 0, n) = 1 - 1/factorial(n + 2) <> 1 - 1/factorial(n + 1)
total((k**2 + k - 1)/factorial(k + 2), k, 1, n) = rational("1/2") - 1/((n + 2)*factorial(n)) <> rational("1/2") - 1/((n + 1)*factorial(n))
total(k*2**k/factorial(k + 2), k, 1, n) = 1 - 2**(n + 1)/factorial(n + 2) <> 1 - 2**n/factorial(n + 2)
total(factorial(k + 2)/factorial(k), k, 0, n) = (n + 1)*(n + 2)*(n + 3)/3 <> (n + 1)*(n + 2)*(n + 3)/6
total((k - 1)*factorial(k), k, 0, n) + total(factorial(k), k, 0, n) = factorial(n + 1) - 1 <> factorial(n + 1)
factorial(n + 2) = (n + 2)*(n + 1)*factorial(n) <> (n + 2)*factorial(n)
factorial(2*n + 2)/factorial(2*n) = 2*(n + 1)*(2*n + 1) <> (n + 1)*(2*n + 1)
total(factorial(m + k)/factorial(k), k, 0, n) = factorial(m + n + 1)/((m + 1)*factorial(n)) <> factorial(m + n + 1)/(m*factorial(n) + 1)
total(factorial(3*k)/(27**k*factorial(k)*factorial(k + 1)*factorial(k + 2)), k, 0, n) = (81*n**2 + 261*n + 200)*factorial(3*n + 2)/(40*27**n*factorial(n)*factorial(n + 1)*factorial(n + 2)) - rational("9/2") <> (81*n**2 + 261*n + 200)*factorial(3*n + 2)/(40*27**n*factorial(n)*factorial(n + 1)*factorial(n + 2)) - 4

# binomial coefficients: n natural; k index; x y real
total(binomial(n, k)*(-1)**k*2**k, k, 0, n) = (-1)**n <> 1
total(binomial(2*n, k), k, 0, 2*n) = 4**n <> 2**n
total(binomial(2*n + 1, k), k, 0, n) = 4**n <> 2**n
total(binomial(n, 2*k), k, 0, n) + total(binomial(n, 2*k + 1), k, 0, n) = 2**n <> 2**(n + 1)
total(binomial(n + 1, 2*k), k, 0, n + 1) = 2**n <> 2**(n + 1)
total(binomial(n + 1, 2*k + 1), k, 0, n) = 2**n <> 2**(n + 1)
total(binomial(2*n + 1, 2*k), k, 0, n) = 4**n <> 4**n/2
total(k*(k - 1)*binomial(n, k), k, 0, n) = n*(n - 1)*2**n/4 <> n*(n - 1)*2**n/2
total(k**3*binomial(n, k), k, 0, n) = n**2*(n + 3)*2**n/8 <> n**2*(n + 1)*2**n/8
total((2*k + 1)*binomial(n, k), k, 0, n) = (n + 1)*2**n <> n*2**n
total((n - 2*k)*binomial(n, k), k, 0, n) = 0 <> n
total((n - 2*k)**2*binomial(n, k), k, 0, n) = n*2**n <> n**2*2**n
total(k*binomial(n, k)*x**k, k, 0, n)*(1 + x) = n*x*(1 + x)**n <> n*(1 + x)**n
total(binomial(n, k)*x**k*(1 - x)**(n - k), k, 0, n) = 1 <> x
total(k*binomial(n, k)*x**k*(1 - x)**(n - k), k, 0, n) = n*x <> n
total(k**2*binomial(n, k)*x**k*(1 - x)**(n - k), k, 0, n) = n*x*(1 - x) + n**2*x**2 <> n*x*(1 - x) + n*x**2
total((k - n*x)**2*binomial(n, k)*x**k*(1 - x)**(n - k), k, 0, n) = n*x*(1 - x) <> n*x*(1 + x)
total(binomial(n, k)*(x - 1)**k, k, 0, n) = x**n <> (x - 1)**n
total((-1)**k*binomial(n, k)/(k + 1), k, 0, n) = 1/(n + 1) <> 1/(n + 2)
total(binomial(n, k)/((k + 1)*(k + 2)), k, 0, n) = (2**(n + 2) - n - 3)/((n + 1)*(n + 2)) <> (2**(n + 2) - n - 2)/((n + 1)*(n + 2))
total((-1)**k*binomial(n, k)/(k + 2), k, 0, n) = 1/((n + 1)*(n + 2)) <> 1/(n + 2)
n >= 2 |- total((-1)**k*k*binomial(n, k), k, 0, n) = 0 <> 1
n >= 1 |- total((-1)**(k + 1)*binomial(n, k)/k, k, 1, n) = harmonic(n) <> harmonic(n - 1)
total((-1)**k*binomial(n, k)*4**k/binomial(2*k, k), k, 0, n) = 1/(1 - 2*n) <> 1/(1 + 2*n)
total(binomial(n, k)*2**(n - k), k, 0, n) = 3**n <> 4**n
total(binomial(n, k)*3**k*2**(n - k), k, 0, n) = 5**n <> 6**n
total(binomial(n, k)*binomial(n, n - k), k, 0, n) = binomial(2*n, n) <> binomial(2*n, n + 1)
total(binomial(n, k)*binomial(n, k + 1), k, 0, n) = binomial(2*n, n + 1) <> binomial(2*n, n)
total(k*binomial(n, k)**2, k, 0, n) = n*binomial(2*n, n)/2 <> n*binomial(2*n, n)
total((-1)**k*binomial(2*n, k)**2, k, 0, 2*n) = (-1)**n*binomial(2*n, n) <> binomial(2*n, n)
total(binomial(2*k, k)*binomial(2*n - 2*k, n - k), k, 0, n) = 4**n <> 4**n*n
total(binomial(n + k, k)/2**k, k, 0, n) = 2**n <> 2**(n + 1)
total(binomial(n, k)/binomial(2*n, k), k, 0, n) = (2*n + 1)/(n + 1) <> 2*n/(n + 1)
total((-1)**k*binomial(2*n, n + k), k, 0, n) = binomial(2*n, n)/2 + delta(n)/2 <> binomial(2*n, n)/2
total((-1)**k*binomial(n, k)*binomial(2*n - k, n), k, 0, n) = 1 <> (-1)**n
total((-1)**k*binomial(n, k)*binomial(n + k, k), k, 0, n) = (-1)**n <> 1
total((-1)**k*binomial(n + k, 2*k)*binomial(2*k, k)/(k + 1), k, 0, n) = delta(n) <> 1 - delta(n)

# two numbers over each other: n m r natural; k index; x y real
total(binomial(k, m), k, m, n + m) = binomial(n + m + 1, m + 1) <> binomial(n + m + 1, m)
total(k*binomial(k, m), k, 0, n) = n*binomial(n + 1, m + 1) - binomial(n + 1, m + 2) <> n*binomial(n + 1, m + 1) + binomial(n + 1, m + 2)
total((-1)**k*binomial(m + 1, k), k, 0, n) = (-1)**n*binomial(m, n) <> (-1)**n*binomial(m + 1, n)
total((-1)**k*binomial(x, k), k, 0, n) = (-1)**n*binomial(x - 1, n) <> (-1)**n*binomial(x, n)
total(binomial(x + k, k), k, 0, n) = binomial(x + n + 1, n) <> binomial(x + n, n)
total((k - x/2)*binomial(x, k), k, 0, n) = -(n + 1)/2*binomial(x, n + 1) <> (n + 1)/2*binomial(x, n + 1)
total(binomial(m, k)*binomial(r, n - k), k, 0, n) = binomial(m + r, n) <> binomial(m + r, n + 1)
total(binomial(n, k)*binomial(m, k), k, 0, n) = binomial(m + n, n) <> binomial(m + n, n + 1)
total(binomial(x, k)*binomial(y, n - k), k, 0, n) = binomial(x + y, n) <> binomial(x - y, n)
total(binomial(n, k)*binomial(k, m), k, 0, n) = 2**(n - m)*binomial(n, m) <> 2**n*binomial(n, m)
total(binomial(m + k, m)*binomial(n - k + r, r), k, 0, n) = binomial(m + n + r + 1, n) <> binomial(m + n + r, n)
total(k*binomial(m + k, k), k, 0, n) = (m + 1)*binomial(m + n + 1, n - 1) <> m*binomial(m + n + 1, n - 1)
total((-1)**k*binomial(n, k)*binomial(x + k, m), k, 0, n) = (-1)**n*binomial(x, m - n) <> binomial(x, m - n)
total((-1)**k*binomial(n, k)/(x**2 + 1 + k), k, 0, n) = factorial(n)/product(x**2 + 1 + k, k, 0, n) <> 1/product(x**2 + 1 + k, k, 0, n)
total((-1)**k*binomial(m, k)*binomial(m + n - k, n), k, 0, m) = binomial(n, m) <> binomial(n, m + 1)
binomial(n, m)*binomial(m, r) = binomial(n, r)*binomial(n - r, m - r) <> binomial(n, m)*binomial(n - r, m - r)
binomial(n + 2, 2) - binomial(n + 1, 2) = n + 1 <> n
binomial(n, 1) + 2*binomial(n, 2) = n**2 <> n**2 + n
binomial(n, 1) + 6*binomial(n, 2) + 6*binomial(n, 3) = n**3 <> n**3 + n
binomial(2*n, 2) = 2*binomial(n, 2) + n**2 <> 2*binomial(n, 2) + n
m <= n |- (m + 1)*binomial(n, m + 1) = (n - m)*binomial(n, m) <> (n + m)*binomial(n, m)

# Catalan numbers: n natural; k index
binomial(2*n, n)/(n + 1) = binomial(2*n, n) - binomial(2*n, n + 1) <> binomial(2*n, n) + binomial(2*n, n + 1)
(n + 2)*binomial(2*n + 2, n + 1)/(n + 2) = 2*(2*n + 1)*(binomial(2*n, n)/(n + 1)) <> (2*n + 1)*(binomial(2*n, n)/(n + 1))
total(binomial(2*k, k)/(k + 1)*binomial(2*n - 2*k, n - k)/(n - k + 1), k, 0, n) = binomial(2*n + 2, n + 1)/(n + 2) <> binomial(2*n, n)/(n + 1)
total(binomial(2*k, k)/((k + 1)*4**k), k, 0, n) = 2 - 2*binomial(2*n + 2, n + 1)/4**(n + 1) <> 2 - binomial(2*n + 2, n + 1)/4**(n + 1)
total(k*binomial(2*k, k)/4**k, k, 0, n) = n*(2*n + 1)/3*binomial(2*n, n)/4**n <> n*(2*n + 1)*binomial(2*n, n)/4**n
total(binomial(2*k, k)**2/((k + 1)*16**k), k, 0, n) = 4*(n + 1)*binomial(2*n + 2, n + 1)**2/16**(n + 1) <> 4*n*binomial(2*n + 2, n + 1)**2/16**(n + 1)
total((4*k - 1)*binomial(2*k, k)**2/((2*k - 1)**2*16**k), k, 0, n) = -binomial(2*n, n)**2/16**n <> binomial(2*n, n)**2/16**n
total(binomial(2*k, k)/((1 - 2*k)*4**k), k, 0, n) = (2*n + 1)*binomial(2*n, n)/4**n - total(2*k/(2*k - 1)*binomial(2*k, k)/4**k, k, 0, n) <> (2*n + 1)*binomial(2*n, n)/4**n
total(4**k/binomial(2*k, k), k, 0, n) = ((2*n + 1)*4**(n + 1)/binomial(2*n + 2, n + 1) + 1)/3 <> ((n + 1)*4**(n + 1)/binomial(2*n + 2, n + 1) + 1)/3
"""
