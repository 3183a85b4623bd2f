"""One claim as a line of text: what is read, how letters are inferred, and what every wrong text is told."""

import pickle
import time
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

import symproof as sf
from symproof import term as tm
from symproof.errors import ClaimSyntaxError, NameClash
from symproof.readers.declarations import read_declarations
from symproof.readers.expression import read_claim, read_statement, read_term
from symproof.readers.magnitude import magnitude
from symproof.statement import describe
from symproof.text import plain
from tests.any_text import any_text

# What is read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("x**2 + y**2 >= 2*x*y", "x**2 + y**2 >= 2*x*y"),
        ("Eq(x, 2)", "x = 2"),
        ("x == 2", "x = 2"),
        ("x != 2", "x != 2"),
        ("Lt(x, 2)", "x < 2"),
        ("0 <= x <= 1", "0 <= x and x <= 1"),
        ("x == y == z", "x = y and y = z"),
        ("x > 0 and (y > 0 or not z > 0)", "x > 0 and (y > 0 or (not z > 0))"),
        ("(x > 0) & (y > 0) | ~(z > 0)", "(x > 0 and y > 0) or (not z > 0)"),
        ("Implies(x > 1, x**2 > 1)", "x > 1 implies x**2 > 1"),
        ("(x > 1) >> (x > 0)", "x > 1 implies x > 0"),
        ("Equivalent(x > 0, -x < 0)", "x > 0 iff -x < 0"),
        ("And(x > 0, Or(y > 0, Not(z > 0)))", "x > 0 and (y > 0 or (not z > 0))"),
        ("sqrt(x) + Abs(x) + exp(x) + ln(x) > abs(y)", "sqrt(x) + abs(x) + exp(x) + log(x) > abs(y)"),
        ("Max(x, y, z) >= min(x, y)", "max(x, max(y, z)) >= min(x, y)"),
        ("Sum(k, (k, 1, n)) == n*(n + 1)/2", "sum(k, k, 1, n) = n*(n + 1)/2"),
        ("Sum(i*j, (i, 1, j), (j, 1, n)) >= 0", "sum(sum(i*j, i, 1, j), j, 1, n) >= 0"),
        ("Product(k, (k, 1, n)) > 0", "product(k, k, 1, n) > 0"),
        ("Derivative(x**3, x, 2) == 6*x", "derivative(derivative(x**3, x), x) = 6*x"),
        ("KroneckerDelta(i, j) == delta(i - j)", "delta(i - j) = delta(i - j)"),
        ("Rational(1, 3)*x > -3", "1/3*x > -3"),
        ("lambda > 0", "lambda > 0"),
        ("x/x == 1", "x/x = 1"),
        ("0*(1/x) == 0", "0*(1/x) = 0"),
        ("x\n  > 0 ", "x > 0"),
        ("False", "0 < 0"),
        ("tan(x)*cot(x) == 1", "sin(x)/cos(x)*(cos(x)/sin(x)) = 1"),
        ("Integer(2) < x", "2 < x"),
    ],
)
def test_a_claim_is_kept_as_it_is_written(text: str, read: str) -> None:
    assert str(read_claim(text)) == read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.1", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("2.", Fraction(2)),
        ("1e-3", Fraction(1, 1000)),
        ("7.802e24", Fraction(7802 * 10**21)),
        ("1_000.5", Fraction(2001, 2)),
        ("0.1000000000000000055511151231257827", Fraction("0.1000000000000000055511151231257827")),
        ("0x10", Fraction(16)),
        ("-3", Fraction(-3)),
    ],
)
def test_numbers_are_exact_and_never_pass_through_a_float(text: str, number: Fraction) -> None:
    assert read_term(text) == tm.Number(number)


@pytest.mark.parametrize(
    "text", ["-x**2", "a - b - c", "a - (b - c)", "a/b*c", "a/(b*c)", "a*b/c", "2**-x", "-x*y", "(-x)**2"]
)
def test_operators_bind_as_in_python(text: str) -> None:
    letters = {name: sf.real(name) for name in "abcxy"}

    assert read_term(text) == eval(text, letters)


def test_a_long_sum_is_one_flat_node() -> None:
    read = read_term("+".join(f"x{k}" for k in range(800)))

    assert isinstance(read, tm.Add)
    assert len(read.args) == 800


# Letters --------------------------------------------------------------------------------------------


def kinds(text: str, declarations: object = None) -> dict[str, str]:
    """The inferred declarations of the free letters of a claim."""
    return {plain(symbol): describe(symbol) for symbol in read_claim(text, declarations).free}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("x > 0", {"x": "real"}),
        ("Sum(k, (k, m, n)) + x > 0", {"m": "natural >= 0", "n": "natural >= 0", "x": "real"}),
        ("Sum(k, (k, 1, n)) > k", {"n": "natural >= 0", "k": "real"}),
        ("a[t + 1] >= a[t]", {"a": "sequence of reals", "t": "natural >= 0"}),
        ("inner(u, v) <= norm(u)*norm(v)", {"u": "vector", "v": "vector"}),
        ("norm(x + y - z) >= 0", {"x": "vector", "y": "vector", "z": "vector"}),
        ("norm(2*x) == 2*norm(x)", {"x": "vector"}),
        ("norm(a*x) == Abs(a)*norm(x)", {"a": "real", "x": "vector"}),
        ("norm(w - eta*v) >= 0 and eta > 0", {"w": "vector", "v": "vector", "eta": "real"}),
        ("norm(x/c) > 0", {"x": "vector", "c": "real"}),
        ("x == 0 and norm(x) == 0", {"x": "vector"}),
        ("z == y and y == x and norm(x) > 0", {"x": "vector", "y": "vector", "z": "vector"}),
        ("y == c*x and norm(x) > 0", {"x": "vector", "y": "vector", "c": "real"}),
        ("norm(w[t]) <= 1", {"w": "sequence of vectors", "t": "natural >= 0"}),
        ("Sum(w[t], (t, 1, n)) == 0 and norm(w[1]) > 0", {"w": "sequence of vectors", "n": "natural >= 0"}),
        ("each(t, w[t + 1] == w[t] - eta*g[t]) and norm(g[1]) <= 1 and eta > 0",
         {"w": "sequence of vectors", "g": "sequence of vectors", "eta": "real"}),
        ("inner(grad(f)(w), w - u) >= f(w) - f(u)", {"f": "function on vectors", "w": "vector", "u": "vector"}),
        ("sigma > 0", {"sigma": "real"}),
    ],
)  # fmt: skip
def test_a_letter_is_what_its_use_says(text: str, inferred: dict[str, str]) -> None:
    assert kinds(text) == inferred


@pytest.mark.parametrize(
    ("declaration", "declared"),
    [
        ("x: real", "real"),
        ("x: positive", "positive real"),
        ("x: rational", "rational"),
        ("x: integer", "integer"),
        ("x: natural", "natural >= 0"),
        ("x: natural >= 3", "natural >= 3"),
        ("x: positive integer", "natural >= 1"),
        (" x , y : nonzero ", "nonzero real"),
        ("x: vector", "vector"),
        ("x: vector sequence", "sequence of vectors"),
        ("x: positive sequence", "sequence of positive reals"),
        ("x: function", "function on reals"),
        ("x: function on vectors", "function on vectors"),
    ],
)
def test_a_declaration_is_a_line_of_its_own(declaration: str, declared: str) -> None:
    assert describe(read_declarations(declaration).letters["x"]) == declared


def test_declarations_are_strings_or_a_dict_or_letters() -> None:
    n = sf.natural("n", at_least=2)
    expected = sf.eq(n, 2)

    assert read_claim("n == 2", "n: natural >= 2") == expected
    assert read_claim("n == 2", ["n: natural >= 2", "m: real"]) == expected
    assert read_claim("n == 2", {"n": "natural >= 2"}) == expected
    assert read_claim("n == 2", {"n": n}) == expected


def test_a_declared_function_is_applied() -> None:
    f, x = sf.function("f", on=sf.real), sf.real("x")

    assert read_claim("f(x + 1) > f(x)", "f: function") == (f(x + 1) > f(x))


MATRICES = ("A, B: matrix n x n", "C: matrix n x m", "b: column n", "u, v: vector", "k: integer")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A*B*C == A@(B@C)", "A @ B @ C = A @ (B @ C)"),
        ("2*A*k + A/2 == A", "k*(2*A) + 1/2*A = A"),
        ("(A + B)**2 - A**(-1) == 0", "(A + B)**2 - A**(-1) = 0"),
        ("Eq(tr(A.T*B), trace(B*A.transpose()))", "tr(A.T @ B) = tr(B @ A.T)"),
        ("det(A.inv()) == 1/A.det()", "det(A**(-1)) = 1/det(A)"),
        ("A.I*A == eye(n)", "A**(-1) @ A = I"),
        ("(A + A.T)[1, 2] == A[1, 2] + A[2, 1]", "(A + A.T)[1, 2] = A[1, 2] + A[2, 1]"),
        ("KroneckerProduct(A, C).T == kron(A.T, C.T)", "kron(A, C).T = kron(A.T, C.T)"),
        ("inner(u, v)*A*b == b", "inner(u, v)*A @ b = b"),
        ("adjugate(A)*A == det(A)*identity(n)", "adj(A) @ A = det(A)*I"),
    ],
)
def test_matrices_are_declared_with_their_sizes(text: str, read: str) -> None:
    assert str(read_claim(text, MATRICES)) == read


def test_a_size_is_the_letter_that_the_claim_speaks_of() -> None:
    n = sf.natural("n")

    assert n in read_claim("det(2*A) == 2**n*det(A)", "A: matrix n x n").free
    assert str(read_claim("det(A) == n", ["A: matrix n x n", "n: natural >= 2"])) == "det(A) = n"


@pytest.mark.parametrize(
    "text", ["A*C*A == A", "A + C == A", "A*u == u", "A + 1/A == 0", "A[1] == 0", "A > 0", "Eq(A, k)"]
)
def test_what_matrices_do_not_allow_is_pointed_at(text: str) -> None:
    with pytest.raises(ClaimSyntaxError, match="line 1, column"):
        read_claim(text, MATRICES)


def test_a_sum_without_an_end_stands_on_one_side() -> None:
    k = sf.integer("k")

    assert read_claim("Eq(Sum(1/2**k, (k, 1, oo)), 1)") == sf.eq(sf.total(1 / tm.scalar(2) ** k, k, 1, sf.oo), 1)
    assert read_claim("1 == Sum(1/2**k, (k, 1, oo))") == sf.eq(sf.total(1 / tm.scalar(2) ** k, k, 1, sf.oo), 1)


def test_a_remainder_is_that_of_a_quotient() -> None:
    assert str(read_claim("n**2 % 4 == 1", "n: integer")) == "n**2 = 4*q + 1 for some q"
    assert str(read_claim("n % 3 == m % 3", "n, m: integer")) == "n - 3*floor(n/3) = m - 3*floor(m/3)"
    assert str(read_claim("x // 2 + ceil(x) >= floor(y)")) == "floor(x/2) + ceil(x) >= floor(y)"
    with pytest.raises(ClaimSyntaxError, match="from 0 to the divisor"):
        read_claim("n % 4 == 5", "n: integer")


def test_the_words_of_a_declaration_are_hypotheses() -> None:
    statement = read_statement(
        "f(y) >= f(x) + inner(grad(f)(x), y - x)", ["f: convex differentiable function of a vector"]
    )
    f = sf.function("f")

    assert statement.given == (sf.convex(f), sf.differentiable(f))


def test_a_declared_constant_is_a_letter() -> None:
    assert read_claim("E >= 0", "E: real") == (sf.real("E") >= 0)


def test_a_declared_index_is_used_as_the_index_of_a_sum() -> None:
    k, n = sf.index("k"), sf.natural("n")

    assert read_term("Sum(k, (k, 1, n))", "k: index") == sf.total(k, k, 1, n)


@pytest.mark.parametrize(
    ("first", "second"), [("x: real", "x: positive"), ("x: vector", "x: real"), ("n: natural", "n: natural >= 1")]
)
def test_a_letter_declared_in_two_ways_is_refused(first: str, second: str) -> None:
    with pytest.raises(NameClash):
        read_claim("x > 0", [first, second])
    with pytest.raises(NameClash):
        read_statement("x == n", [first], second)


@pytest.mark.parametrize(
    ("text", "fragment", "said"),
    [
        ("norm(a*x) > 0", "a*x", "which factor is the vector"),
        ("norm(x) > 0 and x > 0", "x", "as a vector and as a number"),
        ("inner(x*y, y) > 0 and norm(x) > 0", "x*y", "as a vector and as a number"),
        ("u == inner(u, v)", "inner(u, v)", "as a vector and as a number"),
        ("a[1] > a", "a", "as a letter here and as a sequence"),
        ("norm(n) > 0 and Sum(k, (k, 1, n)) > 0", "n", "as a vector and as a number"),
    ],
)
def test_a_letter_used_in_two_ways_is_pointed_at(text: str, fragment: str, said: str) -> None:
    with pytest.raises(ClaimSyntaxError, match=said) as caught:
        read_claim(text)

    assert caught.value.fragment == fragment
    assert text[caught.value.column - 1 :].startswith(fragment)


# Hypotheses -----------------------------------------------------------------------------------------


def test_hypotheses_are_read_together_with_the_claim() -> None:
    statement = read_statement("Sum(k, (k, 1, n)) >= n", ["n >= 2", "m: natural", "m > n"])
    n, m = sf.natural("n"), sf.natural("m")

    assert statement.given == (n >= 2, m > n)
    assert n in statement.claim.free


def test_a_hypothesis_makes_a_letter_of_the_claim_a_vector() -> None:
    statement = read_statement("x == y", ["norm(x - y) <= 0"])

    assert statement.claim == sf.eq(*sf.vectors("x y"))


def test_a_hypothesis_may_be_a_statement_of_symproofs() -> None:
    eta = sf.positive("eta")
    statement = read_statement("eta**2 > 0", [eta < 1])

    assert statement.given == (eta < 1,)
    assert statement.claim == (eta**2 > 0)


def test_a_wrong_hypothesis_is_pointed_at_in_its_own_text() -> None:
    with pytest.raises(ClaimSyntaxError) as caught:
        read_statement("x > 0", ["y > 0", "x ^ 2 > 0"])

    assert caught.value.source == "x ^ 2 > 0"
    assert caught.value.column == 3


# What is refused ------------------------------------------------------------------------------------

WRONG = [
    ("x^2 >= 0", 2, r"write \*\*"),
    ("x = 2", 3, "write =="),
    ("sin(x = 2) > 0", 1, "write =="),
    ("2x > 0", 1, r"write \*"),
    ("x y > 0", 3, r"write \*"),
    ("2(x + 1) > 0", 1, r"write \*"),
    ("x + 1", 1, "a claim compares"),
    ("x > 0 & y > 0", 5, r"\(x > 0\) & \(y > 0\)"),
    ("x == (y > 0)", 7, "Equivalent"),
    ("Eq(x > 0, y > 0)", 4, "Equivalent"),
    ("And(x, y)", 5, "a statement is needed"),
    ("x > 0, y > 0", 1, "one claim at a time"),
    ("x if y > 0 else z", 1, "one claim per case"),
    ("x > 0 # and y > 0", 7, "hide the rest"),
    ("sqr(x) > 0", 1, "did you mean sqrt"),
    ("f(x) > 0", 1, "declare `f: function`"),
    ("x(y + 1) > 0 and x > 0", 1, r"x\*\("),
    ("sqrt(x, y) > 0", 1, "1 argument, not 2"),
    ("sin + 1 > 0", 1, "sin is a function"),
    ("E > 2", 1, r"exp\(1\)"),
    ("I*I == -1", 1, "real"),
    ("1j > 0", 1, "imaginary"),
    ("True + 1 > 0", 1, "a term is needed"),
    ("None > 1", 1, "None is not part"),
    ("x > 'a'", 5, "not part of a claim"),
    ("f'{x}' > 0", 2, "not part of a claim"),
    ("x.y > 0", 1, "no attributes"),
    ("().__class__", 1, "no attributes"),
    ("__import__(x) > 0", 1, "no function that is known"),
    ("eval(x) > 0", 1, "no function that is known"),
    ("[x for x in y] > 0", 1, "ListComp"),
    ("(lambda: x)() > 0", 8, "declaration"),
    ("(x := 3) > 0", 4, "declaration"),
    ("x is y", 1, "compares with"),
    ("x in y", 1, "compares with"),
    ("x % 2 == 0", 1, "not known to be an integer"),
    ("x << 2 == 0", 1, "operator <<"),
    ("x @ y == 0", 5, "`A: matrix n x n`"),
    ("det(2*A*B) == 4", 5, "which factor is the matrix"),
    ("Eq(x.T, x)", 4, "x is used as a matrix"),
    ("w[1][2] > 0", 1, "a sequence"),
    ("a[x, y] > 0", 1, "a is used as a matrix; declare its size"),
    ("Eq(1 + Sum(1/2**k, (k, 1, oo)), 2)", 8, "alone on one side"),
    ("Sum(1/2**k, (k, 1, oo)) <= 1", 1, "alone on one side"),
    ("Product(1/2**k, (k, 1, oo)) == 0", 1, "no product"),
    ("oo > 1", 1, "the end of a sum"),
    ("a[1:2] > 0", 4, "declaration"),
    ("a[-1] > 0", 1, "out of range"),
    ("Sum(k, (k, 1, x/2)) > 0", 15, "not known to be an integer"),
    ("Sum(k, (k, 1, k)) > 0", 15, "its own range"),
    ("Sum(k, k, 1) > 0", 8, r"\(k, 1, n\)"),
    ("Sum(k) > 0", 1, r"Sum\("),
    ("|x| > 0", 1, "Abs"),
    ("\\lambda > 0", 1, "plain words"),
    ("x \u2265 0", 3, "write >="),
    ("x\u00b2 > 0", 2, r"write \*\*2"),
    ("n: natural", 2, "beside the claim"),
    ("x > \n y + )", 2, "unmatched"),
    ("", 1, "no claim"),
    ("x\0 > 0", 2, "not part of a claim"),
    ("\ud800 > 0", 1, "not part of a claim"),
    ("x > 0 or", 1, "Python's syntax"),
    ("(x > 0", 1, "never closed"),
    ("*x > 0", 1, "Python's syntax"),
    ("1or x > 0", 1, "product"),
]


@pytest.mark.parametrize(("text", "column", "said"), WRONG)
def test_a_wrong_text_gets_its_place_and_the_next_move(text: str, column: int, said: str) -> None:
    with pytest.raises(ClaimSyntaxError, match=said) as caught:
        read_claim(text)

    assert caught.value.source == text
    assert caught.value.column == column or "\n" in text


def test_the_line_of_a_text_of_several_lines_is_told() -> None:
    with pytest.raises(ClaimSyntaxError) as caught:
        read_claim("x > 0 and\n  y ^ 2 > 0")

    assert (caught.value.line, caught.value.column, caught.value.fragment) == (2, 5, "^")


def test_the_message_shows_the_place() -> None:
    with pytest.raises(ClaimSyntaxError) as caught:
        read_claim("  1 + sqr(\u03bb) > 0")

    assert str(caught.value).split("\n")[1:] == ["      1 + sqr(\u03bb) > 0", "          ^^^"]


def test_a_place_far_along_a_line_is_shown_with_what_is_around_it() -> None:
    with pytest.raises(ClaimSyntaxError) as caught:
        read_claim("x + " * 100 + "x ^ 2 > 0")

    _, shown, mark = str(caught.value).split("\n")
    assert shown[mark.index("^")] == "^"
    assert len(shown) < 100


def test_the_error_crosses_processes() -> None:
    error = ClaimSyntaxError("why", "x ^ 2", 1, 3, "^")

    assert str(pickle.loads(pickle.dumps(error))) == str(error)


# Size -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10**10**10 > 0", "exponent is larger"),
        ("10**10**10**10 > 0", "exponent is larger"),
        ("x**(10**9) > 0", "exponent is larger"),
        ("2**9999*2**9999*(2**9999)**9 > 0", "binary digits"),
        ("((9**9999)**9999)**9999 > 0", "binary digits"),
        ("1e999999999 > 0", "digits"),
        ("1e99999999999999999999 > 0", "digits"),
        ("9" * 5000 + " > 0", "digits"),
        ("x" * 100_001, "100001 characters"),
        ("x + " * 20_000 + "x > 0", "too many terms"),
        ("(" * 5000 + "x" + ")" * 5000 + " > 0", "nested"),
        ("sqrt(" * 61 + "x" + ")" * 61 + " > 0", "nested"),
        ("-" * 300 + "x > 0", "nested"),
        ("x**" * 20_000 + "x > 0", "nested"),
        ("not " * 20_000 + "x > 0", "nested"),
        ("x/" * 100 + "x > 0", "nested"),
        ("x" + ".a" * 20_000, "nested"),
    ],
)
def test_a_claim_of_unknown_size_ends_soon_with_one_message(text: str, said: str) -> None:
    start = time.monotonic()

    with pytest.raises(ClaimSyntaxError, match=said) as caught:
        read_claim(text)

    assert time.monotonic() - start < 2
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "text",
    [
        "<".join(f"x{k}" for k in range(5000)),
        " and ".join(f"x{k} == a*x{k + 1}" for k in range(2000)) + " and a > 0 and norm(x2000) > 0",
        "norm(" + "*".join(f"a{k}" for k in range(500)) + "*w) > 0 and norm(w) > 0",
        "sqrt(" * 50 + "x" + ")" * 50 + " > 0",
        "2**9999 > 9999**999",
        "1**" * 50 + "2 > 0",
        "x**10000 > 0",
    ],
)
def test_a_large_claim_is_read_all_the_same(text: str) -> None:
    start = time.monotonic()

    read_claim(text)

    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("2**10", 31),
        ("1/3", 5),
        ("2**(1/2)", 2),
        ("10**10**10", 50 * 10**9 + 1),
        ("x**2", None),
        ("0**-1", 2),
        ("1/0", 3),
    ],
)
def test_the_magnitude_of_a_number_is_told_without_computing_it(text: str, bits: int | None) -> None:
    numbers = {"10**10**10": tm.Number(Fraction(10)) ** (tm.Number(Fraction(10)) ** 10)}
    found = magnitude(numbers[text] if text in numbers else tm.scalar(read_term(text)))

    assert (found and found.bits) == bits


# Any text -------------------------------------------------------------------------------------------

SCRAPS = some.sampled_from(
    ["x", "y", "n", "k", "0", "1", "0.5", "+", "-", "*", "/", "**", "(", ")", "[", "]", ",", "==", "<", "<=", " and ",
     " or ", "not ", "Sum", "sqrt", "norm", "inner", "Implies", "grad", "each", "a", "lambda", ".", " ", "\n", "=", "^"]
)  # fmt: skip


@given(some.one_of(any_text(30), some.lists(SCRAPS, max_size=15).map("".join)))
@example("x[")
@example("grad(grad)(x) > 0")
@example("each(1, x > 0)")
def test_any_text_is_a_claim_or_gets_one_message(text: str) -> None:
    try:
        read_claim(text)
    except ClaimSyntaxError as error:
        assert error.source == text or error.source in text or not text.strip()
        assert 1 <= error.column <= max(map(len, error.source.split("\n"))) + 1


X, Y, A, K, N = sf.real("x"), sf.real("y"), sf.sequence("a"), sf.index("k"), sf.natural("n")
U, V = sf.vectors("u v")
LEAVES = some.sampled_from([X, Y, N, A[N + 1], sf.inner(U, X * V), sf.norm(U - V), sf.rational(3), sf.rational(7)])


def _larger(parts: some.SearchStrategy[tm.Scalar]) -> some.SearchStrategy[tm.Scalar]:
    pairs = some.tuples(parts, parts)
    return some.one_of(
        pairs.map(lambda p: p[0] + p[1]),
        pairs.map(lambda p: p[0] - p[1]),
        pairs.map(lambda p: p[0] * p[1]),
        pairs.map(lambda p: p[0] / p[1]),
        pairs.map(lambda p: sf.maximum(*p)),
        parts.map(lambda p: p**2),
        parts.map(abs),
        parts.map(lambda p: -(p + 1)),
        parts.map(sf.sqrt),
        parts.map(lambda p: sf.total(p * K, K, 1, N)),
    )


@given(some.recursive(LEAVES, _larger, max_leaves=8))
def test_what_is_printed_is_read_again(term: tm.Scalar) -> None:
    """A message shows a term in one line of text; an author pastes it into a claim."""
    declarations = {"x": X, "y": Y, "n": N, "k": K, "a": A, "u": U, "v": V}

    assert plain(read_term(plain(term), declarations)) == plain(term)


# The door ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "given", "where", "status"),
    [
        ("a*b <= (a + b)**2/4", (), None, "proved"),
        ("sqrt(a*b) <= (a + b)/2", (), {"a, b": "positive"}, "proved"),
        ("tr(A*B) == tr(B*A)", ("A: matrix n x m", "B: matrix m x n"), None, "proved"),
        ("A*B == B*A", (), {"A, B": "matrix 2 x 2"}, "refuted"),
        (r"$\sqrt{ab} \le \frac{a + b}{2}$", ("a, b: positive",), None, "proved"),
        ("x^2 >= 0", ("x: real",), None, "proved"),
        ("False", ("x > 1", "x < 0"), None, "proved"),
        (sf.real("x") > 0, ("x > 1",), None, "proved"),
    ],
)
def test_texts_declare_their_letters(
    claim: object, given: tuple[str, ...], where: dict[str, str] | None, status: str
) -> None:
    assert sf.prove(claim, given, where=where, budget=2).status == status
