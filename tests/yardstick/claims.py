"""Right claims of every kind, as text: letters, hypotheses and a claim, each in the words that an author would type.

The text is read twice: with symproof's letters it is the statement to prove, and `truth.py`, which shares no code with
symproof, evaluates it at exact points. So the mutants of a claim are known to be false independently of what is tested.

Source: the standard facts of school algebra, real analysis, linear algebra and combinatorics.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Claim:
    """`letters` maps a name to its kind; `given` and `text` are Python expressions over them."""

    kind: str
    letters: tuple[tuple[str, str], ...]
    given: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        given = f"{', '.join(self.given)} |- " if self.given else ""
        return f"{self.kind}: {given}{self.text}"


def claims() -> list[Claim]:
    """The whole table."""
    found = []
    for block in (IDENTITIES, INEQUALITIES, LINEAR, LOGIC, FUNCTIONS, SUMS, INTEGERS, VECTORS):
        for paragraph in block.strip().split("\n\n"):
            head, *lines = paragraph.splitlines()
            kind, _, declared = head.lstrip("# ").partition(":")
            letters = tuple(
                (name, words[-1]) for part in declared.split(";") if (words := part.split()) for name in words[:-1]
            )
            for line in lines:
                *given, text = line.strip().split(" |- ")
                hypotheses = tuple(part.strip() for part in given[0].split("; ")) if given else ()
                found.append(Claim(kind.strip(), letters, hypotheses, text.strip()))
    return found


IDENTITIES = """
# polynomial identity: a b c d x y real
eq((a + b)**2, a**2 + 2*a*b + b**2)
eq((a - b)**3, a**3 - 3*a**2*b + 3*a*b**2 - b**3)
eq(a**2 - b**2, (a - b)*(a + b))
eq(a**3 + b**3, (a + b)*(a**2 - a*b + b**2))
eq(a**4 + 4*b**4, (a**2 + 2*b**2 + 2*a*b)*(a**2 + 2*b**2 - 2*a*b))
eq((a**2 + b**2)*(c**2 + d**2), (a*c - b*d)**2 + (a*d + b*c)**2)
eq(a**3 + b**3 + c**3 - 3*a*b*c, (a + b + c)*(a**2 + b**2 + c**2 - a*b - b*c - c*a))
eq((a + b)*(b + c)*(c + a), (a + b + c)*(a*b + b*c + c*a) - a*b*c)
eq((a + b + c)**2, a**2 + b**2 + c**2 + 2*(a*b + b*c + c*a))
eq(a*(b - c) + b*(c - a) + c*(a - b), 0)
eq(a**2*(b - c) + b**2*(c - a) + c**2*(a - b), (a - b)*(b - c)*(a - c))
eq(x**5 - 1, (x - 1)*(x**4 + x**3 + x**2 + x + 1))
eq((x + 1)**4, x**4 + 4*x**3 + 6*x**2 + 4*x + 1)
eq(4*x**2 + 12*x + 9, (2*x + 3)**2)
eq(6*x**2 - 5*x - 6, (2*x - 3)*(3*x + 2))
eq((x + y)**2 - (x - y)**2, 4*x*y)
eq(x**6 - y**6, (x - y)*(x + y)*(x**2 + x*y + y**2)*(x**2 - x*y + y**2))
eq((a*x + b*y)**2 + (a*y - b*x)**2, (a**2 + b**2)*(x**2 + y**2))
eq((a + b + c)**3 - a**3 - b**3 - c**3, 3*(a + b)*(b + c)*(c + a))
eq(x**4 + x**2 + 1, (x**2 + x + 1)*(x**2 - x + 1))

# rational identity: x y z real
ne(x, 1) |- eq((x**2 - 1)/(x - 1), x + 1)
ne(x, 0); ne(y, 0) |- eq(1/x + 1/y, (x + y)/(x*y))
ne(x, 1); ne(x, -1) |- eq(1/(x - 1) - 1/(x + 1), 2/(x**2 - 1))
ne(x, 0); ne(x, -1) |- eq(1/x - 1/(x + 1), 1/(x*(x + 1)))
ne(x, y) |- eq((x**3 - y**3)/(x - y), x**2 + x*y + y**2)
ne(y, 0); ne(z, 0) |- eq((x/y)/(z/y), x/z)
ne(x, 2); ne(x, 3) |- eq(1/((x - 2)*(x - 3)), 1/(x - 3) - 1/(x - 2))
ne(x, 0) |- eq((x + 1/x)**2, x**2 + 2 + 1/x**2)
ne(x, 0); ne(y, 0); ne(x + y, 0) |- eq(1/(1/x + 1/y), x*y/(x + y))
ne(x, 0) |- eq(x**3/x, x**2)
ne(x, y); ne(y, z); ne(z, x) |- eq(1/((x - y)*(x - z)) + 1/((y - x)*(y - z)) + 1/((z - x)*(z - y)), 0)
ne(x + 2, 0) |- eq((3*x + 7)/(x + 2), 3 + 1/(x + 2))

# equations as hypotheses: x y z real
eq(x + y, 3); eq(x - y, 1) |- eq(x, 2)
eq(2*x + 3*y, 12); eq(x - y, 1) |- eq(y, 2)
eq(x + y, 5); eq(x*y, 6) |- eq(x**2 + y**2, 13)
eq(x + y, 1); eq(x*y, -1) |- eq(x**3 + y**3, 4)
eq(x + y + z, 0) |- eq(x**3 + y**3 + z**3, 3*x*y*z)
eq(x + y + z, 6); eq(x*y + y*z + z*x, 11) |- eq(x**2 + y**2 + z**2, 14)
eq(x**2, 2) |- eq(x**4, 4)
eq(x**2, x + 1) |- eq(x**3, 2*x + 1)
eq(x**2, x + 1) |- eq(x**5, 5*x + 3)
eq(x, 3*y); eq(y, 2*z) |- eq(x, 6*z)
eq(x + y + z, 6); eq(x - y + z, 2); eq(x + y - z, 0) |- eq(z, 3)
eq(x*y, 1) |- eq(x**2*y**3, y)
eq(3*x - 7, 2*x + 5) |- eq(x, 12)
eq(x/2 + x/3, 5) |- eq(x, 6)
"""

INEQUALITIES = """
# quadratic inequality: x y z real
x**2 + y**2 >= 2*x*y
x**2 + 1 >= 2*x
x**2 + x + 1 > 0
x**2 + y**2 + z**2 >= x*y + y*z + z*x
(x + y)**2 <= 2*(x**2 + y**2)
3*(x**2 + y**2 + z**2) >= (x + y + z)**2
x*y <= (x**2 + y**2)/2
x**2 - 4*x + 5 >= 1
x**2 + y**2 + 1 >= x*y + x + y
5*x**2 + 2*x*y + y**2 >= 0
x**2 - x*y + y**2 >= 0
x**2 + 4*y**2 + 2 > 4*x*y
4*x*y <= (x + y)**2
2*x - x**2 <= 1
x*(1 - x) <= rational("1/4")
(x**2 - y**2)**2 >= 4*x*y*(x - y)**2
x**4 + y**4 >= x**3*y + x*y**3
x**4 + y**4 + z**4 >= x*y*z*(x + y + z)
x**4 + 1 >= x**3 + x
x**4 - 4*x + 3 >= 0
x**6 + y**6 >= x**4*y**2 + x**2*y**4
(x**2 + y**2)*(1 + z**2) >= (x + y*z)**2
(x**2 + 1)*(y**2 + 1) >= (x*y + 1)**2
x**4 + 2*x**2 + y**2 + 1 >= 2*x*y

# inequality of positive numbers: a b c positive
a + b >= 2*sqrt(a*b)
a/b + b/a >= 2
(a + b)*(1/a + 1/b) >= 4
a**3 + b**3 >= a**2*b + a*b**2
a**3 + b**3 + c**3 >= 3*a*b*c
(a + b + c)*(1/a + 1/b + 1/c) >= 9
a/(b + c) + b/(c + a) + c/(a + b) >= rational("3/2")
(a + b)*(b + c)*(c + a) >= 8*a*b*c
a**2/b + b**2/a >= a + b
a**2/b + b**2/c + c**2/a >= a + b + c
1/(a + b) <= (1/a + 1/b)/4
a + 1/a >= 2
2*a*b/(a + b) <= (a + b)/2
sqrt(a*b) <= (a + b)/2
(a + b)/2 <= sqrt((a**2 + b**2)/2)
a**2 + b**2 + c**2 >= a*b + b*c + c*a
a**3 + 2 >= 3*a
a*b + 1/(a*b) >= 2
(1 + a)*(1 + b) >= (1 + sqrt(a*b))**2
a/b + b/c + c/a >= 3
a**4 + b**4 >= a*b*(a**2 + b**2)
a**2*b + b**2*c + c**2*a >= 3*a*b*c
sqrt(a + b) <= sqrt(a) + sqrt(b)
1/a + 1/b + 1/c >= 9/(a + b + c)
a**5 + b**5 >= a**4*b + a*b**4
a**2/(a + b) + b**2/(a + b) >= (a + b)/2

# constrained inequality: a b c nonnegative
eq(a + b, 1) |- a*b <= rational("1/4")
eq(a + b, 2) |- a**2 + b**2 >= 2
eq(a + b + c, 1) |- a*b + b*c + c*a <= rational("1/3")
eq(a + b + c, 3) |- a**2 + b**2 + c**2 >= 3
a <= 1; b <= 1 |- a*b <= a
a <= b; c >= 1 |- a <= b*c
a <= 1; b <= 1 |- a + b <= 1 + a*b
a >= 1; b >= 1 |- a*b >= a + b - 1
a <= b |- a**2 <= a*b
a <= b |- a**3 <= b**3
a < b |- a**2 < b**2
a <= b |- sqrt(a) <= sqrt(b)
a >= 2 |- a**2 >= 2*a
a <= b; b <= c |- a*c <= b*c
a >= b; b >= c |- a*b >= c**2
eq(a*b, 1) |- a + b >= 2
"""

LINEAR = """
# linear arithmetic: x y z w real
x < y; y < z |- x < z
x <= y; y <= z; z <= x |- eq(x, y)
x + y <= 3; x - y <= 1 |- x <= 2
2*x + y >= 4; x - y >= 2 |- x >= 2
x >= 1; y >= 2 |- x + 2*y >= 5
x < 3*y; y < 2 |- x < 6
x + y > 2; x < 1 |- y > 1
2*x < 5; 3*y < 7 |- 6*x + 6*y < 29
x <= y; z <= w |- x + z <= y + w
x <= y |- 2*x - 3 <= 2*y - 3
x <= y |- -y <= -x
x + y + z <= 3; x >= 1; y >= 1 |- z <= 1
x - y <= 1; y - z <= 1; z - w <= 1 |- x - w <= 3
x/2 + y/3 <= 1; x >= 0; y >= 0 |- x <= 2
3*x + 2*y <= 12; x + 4*y <= 14; x >= 0; y >= 0 |- x + y <= 6
x > 0; y > 0 |- x < x + y

# absolute values and extrema: x y z real
abs(x + y) <= abs(x) + abs(y)
abs(x) - abs(y) <= abs(x - y)
abs(x*y) <= (x**2 + y**2)/2
eq(abs(-x), abs(x))
eq(abs(x)**2, x**2)
eq(abs(x*y), abs(x)*abs(y))
x <= abs(x)
abs(x) >= 0
eq(maximum(x, y) + minimum(x, y), x + y)
eq(maximum(x, y) - minimum(x, y), abs(x - y))
maximum(x, y) >= x
minimum(x, y) <= (x + y)/2
eq(maximum(x, y), (x + y + abs(x - y))/2)
abs(x) <= 1 |- x**2 <= 1
abs(x) <= 2; abs(y) <= 3 |- abs(x + y) <= 5
abs(x - y) <= 1; abs(y - z) <= 1 |- abs(x - z) <= 2
abs(x) < y |- x < y
x <= 0 |- eq(abs(x), -x)
x >= 3 |- eq(abs(x - 3), x - 3)
eq(abs(x - 1), 2); x > 0 |- eq(x, 3)
maximum(x, y) <= z |- x + y <= 2*z
minimum(x, maximum(y, z)) <= maximum(x, y)
eq(maximum(x, 0) - maximum(-x, 0), x)
eq(maximum(x, 0) + maximum(-x, 0), abs(x))
abs(abs(x) - abs(y)) <= abs(x - y)
abs(x) <= maximum(x, -x)
"""

LOGIC = """
# logic between equations and inequalities: x y z real
implies(eq(x, y), eq(x**2, y**2))
iff(eq(2*x + 3, 7), eq(x, 2))
iff(eq(x**2, 4), or_(eq(x, 2), eq(x, -2)))
iff(eq(x*y, 0), or_(eq(x, 0), eq(y, 0)))
iff(eq(x**2 - 5*x + 6, 0), or_(eq(x, 2), eq(x, 3)))
iff(x + 1 < y, x < y - 1)
implies(and_(x > 0, y > 0), x*y > 0)
implies(and_(x < 0, y < 0), x*y > 0)
implies(x > 1, x**2 > x)
implies(and_(0 < x, x < 1), x**2 < x)
iff(eq(x**2 + y**2, 0), and_(eq(x, 0), eq(y, 0)))
implies(eq(x + y, 0), eq(x**2, y**2))
implies(x**2 < 1, x < 1)
implies(and_(x**2 <= y**2, y >= 0), x <= y)
or_(x <= y, y <= x)
or_(x >= 0, -x > 0)
iff(3*x - 6 >= 0, x >= 2)
iff(-2*x < 4, x > -2)
implies(and_(x <= y, x >= y), eq(x, y))
implies(eq(x**3, 8), eq(x, 2))
iff(eq(x**2, y**2), or_(eq(x, y), eq(x, -y)))
implies(x*y > 0, ne(x, 0))
iff(x**2 < 4, and_(-2 < x, x < 2))
iff((x - 1)*(x - 3) < 0, and_(1 < x, x < 3))
iff(eq((x - 1)*(x + 2), 0), or_(eq(x, 1), eq(x, -2)))
implies(and_(x < y, z > 0), x*z < y*z)
implies(and_(x < y, z < 0), x*z > y*z)
implies(and_(eq(x + y, 4), eq(x - y, 2)), and_(eq(x, 3), eq(y, 1)))
not_(and_(x < y, y < x))
iff(eq(abs(x), 2), or_(eq(x, 2), eq(x, -2)))
iff(abs(x) <= 3, and_(-3 <= x, x <= 3))
implies(x >= 0, eq(sqrt(x**2), x))
"""

FUNCTIONS = """
# exponentials and logarithms: x y real; p q positive
eq(exp(x + y), exp(x)*exp(y))
eq(exp(x - y), exp(x)/exp(y))
eq(exp(2*x), exp(x)**2)
eq(log(p*q), log(p) + log(q))
eq(log(p/q), log(p) - log(q))
eq(log(p**3), 3*log(p))
eq(log(exp(x)), x)
eq(exp(log(p)), p)
eq(log(1/p), -log(p))
eq(sqrt(p)**2, p)
eq(sqrt(p*q), sqrt(p)*sqrt(q))
eq(log(sqrt(p)), log(p)/2)
eq(sqrt(x**2), abs(x))
exp(x) > 0
exp(x) >= 1 + x
log(p) <= p - 1
exp(x) + exp(-x) >= 2
eq(sigma(x) + sigma(-x), 1)
eq(sigma(x), 1/(1 + exp(-x)))
sigma(x) < 1
x <= y |- exp(x) <= exp(y)
p <= q |- log(p) <= log(q)
eq((exp(x) + exp(-x))**2 - (exp(x) - exp(-x))**2, 4)
eq(sqrt(4*p), 2*sqrt(p))
eq((sqrt(p) + sqrt(q))**2, p + q + 2*sqrt(p*q))
eq((sqrt(p) - sqrt(q))*(sqrt(p) + sqrt(q)), p - q)
eq(1/(sqrt(p) + sqrt(p + 1)), sqrt(p + 1) - sqrt(p))

# circular functions: x y real
eq(sin(x)**2 + cos(x)**2, 1)
eq(sin(-x), -sin(x))
eq(cos(-x), cos(x))
eq(sin(x + y), sin(x)*cos(y) + cos(x)*sin(y))
eq(cos(2*x), 1 - 2*sin(x)**2)
eq(sin(2*x), 2*sin(x)*cos(x))
sin(x) <= 1
abs(cos(x)) <= 1
(sin(x) + cos(x))**2 <= 2
eq((1 - cos(x))*(1 + cos(x)), sin(x)**2)
eq(cos(x)**4 - sin(x)**4, cos(x)**2 - sin(x)**2)
"""

SUMS = """
# closed forms of sums: n natural; k j index; x real
eq(total(k, k, 1, n), n*(n + 1)/2)
eq(total(k**2, k, 1, n), n*(n + 1)*(2*n + 1)/6)
eq(total(k**3, k, 1, n), n**2*(n + 1)**2/4)
eq(total(2*k - 1, k, 1, n), n**2)
eq(total(2*k, k, 1, n), n*(n + 1))
eq(total(1, k, 1, n), n)
eq(total(k*(k + 1), k, 1, n), n*(n + 1)*(n + 2)/3)
eq(total(1/(k*(k + 1)), k, 1, n), n/(n + 1))
eq(total(2**k, k, 0, n), 2**(n + 1) - 1)
eq(total(3**k, k, 0, n), (3**(n + 1) - 1)/2)
eq(total(k*2**k, k, 1, n), (n - 1)*2**(n + 1) + 2)
eq(total(4*k + 3, k, 0, n), (n + 1)*(2*n + 3))
eq((x - 1)*total(x**k, k, 0, n), x**(n + 1) - 1)
eq(total(k, k, 0, n)**2, total(k**3, k, 0, n))
eq(total(1/((2*k - 1)*(2*k + 1)), k, 1, n), n/(2*n + 1))
eq(total(k**4, k, 1, n), n*(n + 1)*(2*n + 1)*(3*n**2 + 3*n - 1)/30)
eq(total((k + 1)**2 - k**2, k, 0, n), (n + 1)**2)
eq(total(n - k, k, 0, n), n*(n + 1)/2)
eq(total(total(j, j, 1, k), k, 1, n), n*(n + 1)*(n + 2)/6)
eq(total(total(1, j, 1, k), k, 1, n), n*(n + 1)/2)
eq(total(3*k**2 + k, k, 1, n), n*(n + 1)**2)
eq(total(1/2**k, k, 1, n), 1 - 1/2**n)
eq(total(k/2**k, k, 1, n), 2 - (n + 2)/2**n)
total(1/k**2, k, 1, n) <= 2
total(k, k, 0, n) >= n
total(k**2, k, 0, n) >= total(k, k, 0, n)
eq(product(2, k, 1, n), 2**n)
eq(product(1 + 1/k, k, 1, n), n + 1)
eq(product(k/(k + 1), k, 1, n), 1/(n + 1))

# laws of sums: a b sequence; n m natural; k index; c real
eq(total(a[k] + b[k], k, 1, n), total(a[k], k, 1, n) + total(b[k], k, 1, n))
eq(total(c*a[k], k, 1, n), c*total(a[k], k, 1, n))
eq(total(a[k + 1] - a[k], k, 0, n), a[n + 1] - a[0])
eq(total(a[k], k, 0, n + 1), total(a[k], k, 0, n) + a[n + 1])
eq(total(a[k + 1], k, 0, n), total(a[k], k, 1, n + 1))
eq(total(a[n - k], k, 0, n), total(a[k], k, 0, n))
eq(total(a[k], k, 0, n) + total(a[k], k, n + 1, n + m), total(a[k], k, 0, n + m))
total(a[k]**2, k, 0, n) >= 0
eq(total(a[k]*b[n - k], k, 0, n), total(a[n - k]*b[k], k, 0, n))
total(a[k]*b[k], k, 1, n)**2 <= total(a[k]**2, k, 1, n)*total(b[k]**2, k, 1, n)
total(a[k], k, 1, n)**2 <= n*total(a[k]**2, k, 1, n)
total(2*a[k]*b[k], k, 1, n) <= total(a[k]**2, k, 1, n) + total(b[k]**2, k, 1, n)
abs(total(a[k], k, 1, n)) <= total(abs(a[k]), k, 1, n)
eq(total((a[k] - c)**2, k, 1, n), total(a[k]**2, k, 1, n) - 2*c*total(a[k], k, 1, n) + n*c**2)
"""

INTEGERS = """
# powers and induction: n m natural; x real
2**n >= n + 1
2**n > n
3**n >= 2*n + 1
3**n >= 2**n
x >= 0 |- (1 + x)**n >= 1 + n*x
n >= 4 |- 2**n >= n**2
n >= 1 |- n**2 >= n
eq(x**(n + m), x**n*x**m)
eq((x**n)**2, x**(2*n))
eq(x**(n + 2), x**2*x**n)
eq(2**(n + 1), 2*2**n)
eq(4**n, 2**(2*n))
x >= 1 |- x**n >= 1
x >= 0; x <= 1 |- x**n <= 1
eq((-1)**(2*n), 1)
eq((2*n + 1)**2, 4*n*(n + 1) + 1)

# integers: i j k integer
i < j |- i + 1 <= j
i > 0 |- i >= 1
2*i < 5 |- i <= 2
i**2 >= i
i < j; j < k |- i + 2 <= k
2*i > 2*j - 1 |- i >= j
i*(i + 1) >= 0
ne(2*i, 2*j + 1)
i >= 0; i <= 2 |- or_(eq(i, 0), or_(eq(i, 1), eq(i, 2)))
3*i >= 4 |- i >= 2
ne(i, 0) |- i**2 >= 1
i > j; j > 2 |- i >= 4
"""

VECTORS = """
# vectors: u v w vector; a b real
eq(norm(u + v)**2, norm(u)**2 + 2*inner(u, v) + norm(v)**2)
eq(norm(u + v)**2 + norm(u - v)**2, 2*norm(u)**2 + 2*norm(v)**2)
eq(norm(u + v)**2 - norm(u - v)**2, 4*inner(u, v))
eq(inner(u + v, u - v), norm(u)**2 - norm(v)**2)
eq(inner(a*u + b*v, w), a*inner(u, w) + b*inner(v, w))
eq(norm(a*u), abs(a)*norm(u))
eq(norm(u - v), norm(v - u))
eq(inner(u, v), inner(v, u))
eq(a*(u + v), a*u + a*v)
eq((a + b)*u, a*u + b*u)
eq(u - (v - w), u - v + w)
norm(u + v) <= norm(u) + norm(v)
inner(u, v) <= norm(u)*norm(v)
inner(u, v)**2 <= norm(u)**2*norm(v)**2
norm(u) - norm(v) <= norm(u - v)
norm(u - w) <= norm(u - v) + norm(v - w)
2*inner(u, v) <= norm(u)**2 + norm(v)**2
norm(u + v)**2 <= 2*norm(u)**2 + 2*norm(v)**2
norm(u) >= 0
abs(norm(u) - norm(v)) <= norm(u + v)
norm(u + v + w) <= norm(u) + norm(v) + norm(w)
eq(inner(u, v), 0) |- eq(norm(u + v)**2, norm(u)**2 + norm(v)**2)
eq(norm(u), norm(v)) |- eq(inner(u + v, u - v), 0)
norm(u) <= 1; norm(v) <= 1 |- inner(u, v) <= 1
norm(u) <= a; norm(v) <= b |- norm(u - v) <= a + b
norm(u - v) <= a; norm(v - w) <= a |- norm(u - w) <= 2*a
eq(u + v, 2*w) |- eq(u - w, w - v)
eq(norm(u - v)**2, norm(u - w)**2 + 2*inner(u - w, w - v) + norm(w - v)**2)
eq(norm(u + v + w)**2, norm(u)**2 + norm(v)**2 + norm(w)**2 + 2*inner(u, v) + 2*inner(v, w) + 2*inner(u, w))
inner(u - v, u - v) >= 0
eq(inner(u, u), norm(u)**2)
norm(u - v)**2 >= 0
a > 0 |- inner(u, v) <= norm(u)**2/(2*a) + a*norm(v)**2/2
a >= 0; a <= 1 |- norm(a*u + (1 - a)*v) <= a*norm(u) + (1 - a)*norm(v)
a >= 0; a <= 1 |- norm(a*u + (1 - a)*v)**2 <= a*norm(u)**2 + (1 - a)*norm(v)**2
eq(norm(a*u + (1 - a)*v)**2, a*norm(u)**2 + (1 - a)*norm(v)**2 - a*(1 - a)*norm(u - v)**2)
norm(2*u - v) <= 2*norm(u) + norm(v)
norm(u)*norm(v) <= (norm(u)**2 + norm(v)**2)/2
"""
