"""Values of terms without letters: fractions where they can be, else pairs of fractions that enclose them.

Source of the series: any calculus text. Every cut is bounded: the rest of exp's series by twice its first term left out,
that of sin and cos by it, that of artanh's by it over 1 - z**2. Ends are rounded outward to the bits in use.
"""

from __future__ import annotations

from fractions import Fraction
from math import factorial, floor, isqrt
from typing import Any, NamedTuple

from .calculus import differentiate
from .circle import arctan, pi
from .terms import Node, Reject, is_integer, over, shape, show, sort

PRECISIONS = (64, 192, 640, 2048)
TERMS = 10_000
LARGEST_BITS = 14_000


class Open(Exception):
    """The enclosures overlap; more bits may decide."""


class Ball(NamedTuple):
    """An enclosure: a number from `low` to `high`."""

    low: Fraction
    high: Fraction


Value = Fraction | Ball
Env = dict[Node, Any]
F0, F1, HALF = Fraction(0), Fraction(1), Fraction(1, 2)
RATIONAL_AT = {("exp", F0): F1, ("log", F1): F0, ("cos", F0): F1, ("sigma", F0): HALF}
RATIONAL_AT |= {(name, F0): F0 for name in ("sin", "arctan")}
NAN = Reject("a term has no value, or one that is too large")


def holds(goal: Node, env: Env) -> bool:
    """Whether a relation whose letters are given is true."""
    for bits in PRECISIONS:
        try:
            return Evaluation(bits).holds(goal, env)
        except Open:
            continue
    raise Reject(f"{show(goal)} is not decided by {PRECISIONS[-1]} bits")


def exact(term: Node) -> Fraction | None:
    """The value of a term without letters, where it is a fraction."""
    try:
        value = Evaluation(PRECISIONS[0]).scalar(term, {})
    except (Open, Reject):
        return None
    return value if isinstance(value, Fraction) else None


class Evaluation:
    """Evaluation with so many bits."""

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def holds(self, goal: Node, env: Env) -> bool:
        """Whether a relation is true."""
        _, kind, left, right = goal
        match sort(left):
            case "scalar":
                order = _sign(self.add(self.scalar(left, env), self.negative(self.scalar(right, env))))
            case "residue":
                order = (self.place(left, env) - self.place(right, env)) % self.modulus(over(left), env)
            case "vector":
                order = 0  # without letters there is no vector but 0
            case _:
                pairs = zip(self.entries(left, env), self.entries(right, env), strict=True)
                order = max((abs(_sign(self.add(x, self.negative(y)))) for x, y in pairs), default=0)
        return {"=": order == 0, "!=": order != 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}[
            kind
        ]

    # Arithmetic -----------------------------------------------------------------------------------

    def rounded(self, low: Fraction, high: Fraction) -> Ball:
        """An enclosure with ends of few bits."""
        return Ball(_rounded(low, self.bits, down=True), _rounded(high, self.bits, down=False))

    def add(self, x: Value, y: Value) -> Value:
        """x + y."""
        if isinstance(x, Fraction) and isinstance(y, Fraction):
            return _small(x + y)
        (a, b), (c, d) = _ends(x), _ends(y)
        return self.rounded(a + c, b + d)

    def negative(self, x: Value) -> Value:
        """-x."""
        return -x if isinstance(x, Fraction) else Ball(-x.high, -x.low)

    def multiply(self, x: Value, y: Value) -> Value:
        """x y."""
        if isinstance(x, Fraction) and isinstance(y, Fraction):
            return _small(x * y)
        if x == 0 or y == 0:
            return Fraction(0)
        corners = [p * q for p in _ends(x) for q in _ends(y)]
        return self.rounded(min(corners), max(corners))

    def inverse(self, x: Value) -> Value:
        """1 / x."""
        if _sign(x) == 0:
            raise NAN
        return 1 / x if isinstance(x, Fraction) else self.rounded(1 / x.high, 1 / x.low)

    def power(self, x: Value, k: int) -> Value:
        """x ** k."""
        if k < 0:
            return self.inverse(self.power(x, -k))
        if isinstance(x, Fraction):
            if k * max(x.numerator.bit_length(), x.denominator.bit_length()) > 2 * LARGEST_BITS:
                raise NAN
            return _small(x**k)
        if k % 2 == 0 and x.low < 0:
            x = Ball(-x.high, -x.low) if x.high <= 0 else Ball(Fraction(0), max(-x.low, x.high))
        return self._monotone_power(x, k)

    def _monotone_power(self, x: Ball, k: int) -> Ball:
        result = Ball(Fraction(1), Fraction(1))
        for digit in bin(k)[2:]:
            corners = [p * q for p in result for q in result] if result.low < 0 else [result.low**2, result.high**2]
            result = self.rounded(min(corners), max(corners))
            if digit == "1":
                corners = [p * q for p in result for q in x]
                result = self.rounded(min(corners), max(corners))
        return result

    # Terms ----------------------------------------------------------------------------------------

    def scalar(self, term: Node, env: Env) -> Value:
        """The value of a scalar."""
        match term:
            case ("Number", value):
                return value  # type: ignore[no-any-return]
            case ("Variable", *_):
                return env[term]  # type: ignore[no-any-return]
            case ("Add", args):
                result: Value = Fraction(0)
                for arg in args:
                    result = self.add(result, self.scalar(arg, env))
                return result
            case ("Mul", args):
                result = Fraction(1)
                for arg in args:
                    result = self.multiply(result, self.scalar(arg, env))
                return result
            case ("Neg", arg):
                return self.negative(self.scalar(arg, env))
            case ("Div", top, bottom):
                return self.multiply(self.scalar(top, env), self.inverse(self.scalar(bottom, env)))
            case ("Pow", base, exponent):
                return self._raised(base, exponent, env)
            case ("Elementary", name, args):
                return self.elementary(name, [self.scalar(arg, env) for arg in args])
            case ("Floor", arg):
                low, high = map(floor, _ends(self.scalar(arg, env)))
                if low != high:
                    raise Open
                return Fraction(low)
            case ("Factorial", arg):
                return _small(_factorial(self.integer(arg, env)))
            case ("Binomial", top, bottom):
                count = self.integer(bottom, env)
                above: Value = Fraction(int(count >= 0))
                for k in range(min(count, TERMS)):
                    factor = self.add(self.scalar(top, env), Fraction(-k))
                    above = self.multiply(above, self.multiply(factor, Fraction(1, k + 1)))
                if count > TERMS:
                    raise NAN
                return above
            case ("Inner" | "Norm", *_):
                return Fraction(0)  # of zero vectors
            case ("Delta", index) if sort(index) == "residue":
                return Fraction(self.place(index, env) % self.modulus(over(index), env) == 0)
            case ("Delta", index):
                return Fraction(self.integer(index, env) == 0)
            case ("Sum" | "Product", body, index, low, high):
                first, last = self.integer(low, env), self.integer(high, env)
                if last - first >= TERMS:
                    raise NAN
                result = Fraction(int(term[0] == "Product"))
                for k in range(first, last + 1):
                    member = self.scalar(body, {**env, index: Fraction(k)})
                    result = self.add(result, member) if term[0] == "Sum" else self.multiply(result, member)
                return result
            case ("CyclicSum", body, index):
                result = Fraction(0)
                for k in self.indices(index[2], env):
                    result = self.add(result, self.scalar(body, {**env, index: k}))
                return result
            case ("Entry", matrix, row, column):
                i, j = (
                    self.place(k, env) % self.modulus(over(k), env) if sort(k) == "residue" else self.integer(k, env)
                    for k in (row, column)
                )
                return self.entry(matrix, i, j, env)
            case ("Derivative", body, x):
                return self.scalar(differentiate(body, x), env)
        raise Reject(f"not covered: the value of {term[0]}")

    def _raised(self, base: Node, exponent: Node, env: Env) -> Value:
        raised = self.scalar(exponent, env)
        if isinstance(raised, Fraction) and raised.denominator == 1 and is_integer(exponent):
            if raised % 2 == 0 and base[:2] == ("Elementary", "sqrt"):
                return self.power(self.scalar(base[2][0], env), int(raised) // 2)
            return self.power(self.scalar(base, env), int(raised))
        x = self.scalar(base, env)
        if _sign(x) <= 0:
            raise NAN
        if isinstance(x, Fraction) and isinstance(raised, Fraction):
            roots = _root(x.numerator, raised.denominator), _root(x.denominator, raised.denominator)
            if None not in roots:
                return self.power(Fraction(roots[0] or 0, roots[1] or 1), raised.numerator)
        return self.elementary("exp", [self.multiply(raised, self.elementary("log", [x]))])

    def integer(self, term: Node, env: Env) -> int:
        """The value of a scalar that must be an integer."""
        value = self.scalar(term, env)
        if not isinstance(value, Fraction) or value.denominator != 1:
            raise NAN
        return value.numerator

    def place(self, term: Node, env: Env) -> int:
        """An integer that represents a residue."""
        match term:
            case ("ResidueNumber", value, _):
                return value  # type: ignore[no-any-return]
            case ("ResidueVariable", *_) if term in env:
                return env[term]  # type: ignore[no-any-return]
            case ("ResidueAdd", args):
                return sum(self.place(arg, env) for arg in args)
            case ("ResidueNeg", arg):
                return -self.place(arg, env)
        raise NAN

    def modulus(self, where: Node, env: Env) -> int:
        """The n of Z/n."""
        n = self.integer(where[1], env)
        if n < 1:
            raise NAN
        return n

    def indices(self, where: Node, env: Env) -> range:
        """The integers of an index set."""
        if where[0] == "Cyclic":
            found = range(self.modulus(where, env))
        else:
            found = range(self.integer(where[1], env), self.integer(where[2], env) + 1)
        if len(found) > TERMS:
            raise NAN
        return found

    def entry(self, matrix: Node, i: int, j: int, env: Env) -> Value:
        """An entry of a matrix."""
        if any(k not in self.indices(where, env) for k, where in zip((i, j), shape(matrix), strict=True)):
            raise NAN
        match matrix:
            case ("EntryLaw", _, rows, columns, row, column, body):
                places = ((row, i, rows), (column, j, columns))
                letters = {letter: k if where[0] == "Cyclic" else Fraction(k) for letter, k, where in places}
                return self.scalar(body, {**env, **letters})
            case ("Transpose", inside):
                return self.entry(inside, j, i, env)
            case ("MatrixAdd", left, right):
                return self.add(self.entry(left, i, j, env), self.entry(right, i, j, env))
            case ("MatrixScale", factor, inside):
                return self.multiply(self.scalar(factor, env), self.entry(inside, i, j, env))
            case ("MatrixMul", left, right):
                result: Value = Fraction(0)
                for k in self.indices(shape(left)[1], env):
                    result = self.add(result, self.multiply(self.entry(left, i, k, env), self.entry(right, k, j, env)))
                return result
        raise Reject(f"not covered: the value of {matrix[0]}")

    def entries(self, matrix: Node, env: Env) -> list[Value]:
        """All entries of a matrix."""
        rows, columns = (self.indices(where, env) for where in shape(matrix))
        return [self.entry(matrix, i, j, env) for i in rows for j in columns]

    # Functions ------------------------------------------------------------------------------------

    def elementary(self, name: str, args: list[Value]) -> Value:
        """An elementary function."""
        if name == "pi":
            return self.rounded(*pi(self.bits))
        x = args[0]
        if name in ("max", "min"):
            pick = max if name == "max" else min
            if all(isinstance(arg, Fraction) for arg in args):
                return pick(args)
            ends = [_ends(arg) for arg in args]
            return Ball(pick(end[0] for end in ends), pick(end[1] for end in ends))
        if (name == "log" and _sign(x) <= 0) or (name == "sqrt" and _sign(x) < 0):
            raise NAN
        if name == "abs":
            a, b = _ends(x)
            return self.negative(x) if b <= 0 else x if a >= 0 else Ball(F0, max(-a, b))
        if isinstance(x, Fraction):
            if (name, x) in RATIONAL_AT:
                return RATIONAL_AT[name, x]
            if name == "sqrt" and None not in (roots := (_root(x.numerator, 2), _root(x.denominator, 2))):
                return Fraction(roots[0] or 0, roots[1] or 1)
        low, high = _ends(x)
        if name in ("sin", "cos"):  # of slope at most 1
            middle = _rounded((low + high) / 2, self.bits, down=True)
            reach, (a, b) = max(high - middle, middle - low), self._circular(name, middle)
            return self.rounded(a - reach, b + reach)
        if name == "arctan":
            return self.rounded(arctan(low, self.bits)[0], arctan(high, self.bits)[1])
        one = {"exp": self._exp, "log": self._log, "sqrt": self._sqrt, "sigma": self._sigma}[name]
        return self.rounded(one(low)[0], one(high)[1])  # all of these increase

    def _sigma(self, x: Fraction) -> tuple[Fraction, Fraction]:
        low, high = self._exp(-x)
        return 1 / (1 + high), 1 / (1 + low)

    def _sqrt(self, x: Fraction) -> tuple[Fraction, Fraction]:
        shift = 1 << self.bits
        root = isqrt(x.numerator * shift * shift // x.denominator)
        return Fraction(root, shift), Fraction(root + 1, shift)

    def _exp(self, x: Fraction) -> tuple[Fraction, Fraction]:
        if abs(x) > 10_000:
            raise NAN
        halvings = max(0, int(abs(x)).bit_length() + 1)
        bits = self.bits + 2 * halvings + 8
        z = x / 2**halvings  # of size at most 1/2
        term, total, k = F1, F1, 0
        while abs(term) > Fraction(1, 1 << bits):
            k += 1
            term = _rounded(term * z / k, 2 * bits, down=True)
            total += term
        slack = 2 * abs(term) + Fraction(k + 1, 1 << (2 * bits - 2))
        ball = Ball(total - slack, total + slack)
        deep = Evaluation(bits)
        for _ in range(halvings):
            ball = deep.rounded(ball.low**2, ball.high**2)
        return ball

    def _log(self, x: Fraction) -> tuple[Fraction, Fraction]:
        shift = x.numerator.bit_length() - x.denominator.bit_length()
        (a, b), (c, d) = self._artanh_series(x / Fraction(2) ** shift), self._artanh_series(Fraction(2))
        return a + min(shift * c, shift * d), b + max(shift * c, shift * d)

    def _artanh_series(self, y: Fraction) -> tuple[Fraction, Fraction]:
        """log(y) = 2 artanh((y - 1)/(y + 1)), for y between 1/2 and 2."""
        bits = self.bits + 16
        z = (y - 1) / (y + 1)
        power_low = power_high = z
        low, high, k = F0, F0, 1
        while max(abs(power_low), abs(power_high)) > Fraction(1, 1 << bits):
            low, high = low + power_low / k, high + power_high / k
            corners = [power_low * z * z, power_high * z * z]
            power_low, power_high = _rounded(min(corners), bits, down=True), _rounded(max(corners), bits, down=False)
            low, high = _rounded(low, bits, down=True), _rounded(high, bits, down=False)
            k += 2
        slack = 2 * max(abs(power_low), abs(power_high))  # z**2 is at most 1/9
        return 2 * (low - slack), 2 * (high + slack)

    def _circular(self, name: str, x: Fraction) -> tuple[Fraction, Fraction]:
        if abs(x) > 1000:
            raise NAN
        bits = self.bits + 2 * int(abs(x)) + 16
        term = Fraction(1) if name == "cos" else x
        total, k, roundings = term, 0 if name == "cos" else 1, 0
        while abs(term) > Fraction(1, 1 << bits) or k < abs(x):
            term = _rounded(-term * x * x / ((k + 1) * (k + 2)), 3 * bits, down=True)
            total, k, roundings = total + term, k + 2, roundings + 1
        slack = abs(term) + Fraction(roundings + 1, 1 << (2 * bits))
        return total - slack, total + slack


def _rounded(x: Fraction, bits: int, *, down: bool) -> Fraction:
    """x rounded to so many bits after the first, or to that many after the point where it is small."""
    size = x.numerator.bit_length() - x.denominator.bit_length()
    scale = bits - min(size, 0) if abs(x) >= Fraction(1, 1 << bits) else 2 * bits
    scale = max(bits - max(size, 0), scale if size < 0 else 0, 8)
    product = x.numerator << scale
    whole = product // x.denominator if down else -(-product // x.denominator)
    return Fraction(whole, 1 << scale)


def _small(x: Fraction) -> Fraction:
    if max(x.numerator.bit_length(), x.denominator.bit_length()) > LARGEST_BITS:
        raise NAN
    return x


def _factorial(n: int) -> Fraction:
    if not 0 <= n <= TERMS:
        raise NAN
    return Fraction(factorial(n))


def _ends(x: Value) -> tuple[Fraction, Fraction]:
    return (x, x) if isinstance(x, Fraction) else x


def _sign(x: Value) -> int:
    low, high = _ends(x)
    if low > 0 or high < 0 or low == high == 0:
        return (low > 0) - (high < 0)
    raise Open


def _root(number: int, degree: int) -> int | None:
    """The exact root of a natural number, or None."""
    if number < 2:
        return number
    if degree >= number.bit_length():
        return None
    low, high = 1, 1 << (number.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle)
    return low if low**degree == number else None
