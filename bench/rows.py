"""A row of a file of statements as a `Statement` of symproof.

A row is a JSON object: `variables` (name: domain), `hypotheses` and a `goal` in prefix relations (`Eq Ne Lt Le Gt Ge And Or
Not Implies Equivalent ForAll Exists`) over Python arithmetic. What the language cannot say raises `Outside` with the word for it,
so that it is counted and not guessed: unknown functions of more than one number, infinite sums, orders of complex numbers.
A complex number is the pair of its parts, and an equation of such numbers one of both.

The operators of a row are total (x/0 has a value in Lean); symproof's are not. The row is said as it is written, and
whether that is the same fact is for the reader of the flags to judge.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import symproof
from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.resolve.complex_numbers import UNIT, Complex

REALS = frozenset("abcdeghrstuvwxy")
"""Names of bound letters that run through the real numbers where a row does not say what they do, and no function tells."""
RELATIONS = {"Eq": "=", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
LOGIC: dict[str, Callable[..., st.Prop]] = {
    "And": symproof.and_,
    "Or": symproof.or_,
    "Not": symproof.not_,
    "Implies": symproof.implies,
    "Equivalent": symproof.iff,
}
SCALARS: dict[str, tm.Variable | Callable[[str], tm.Variable]] = {
    "real": symproof.real,
    "rational": lambda name: tm.Variable(name, "rational"),
    "integer": symproof.integer,
    "natural": symproof.natural,
    "positive integer": lambda name: symproof.natural(name, at_least=1),
    "positive real": symproof.positive,
    "positive": symproof.positive,
    "nonnegative real": symproof.nonnegative,
    "nonnegative": symproof.nonnegative,
    "nonzero real": symproof.nonzero,
}


def _half(sign: int) -> Callable[[Any], Any]:
    return lambda x: (symproof.exp(x) + sign * symproof.exp(-x)) / 2


WORDS = {
    "tan": lambda x: symproof.sin(x) / symproof.cos(x),
    "cosh": _half(1),
    "sinh": _half(-1),
    "tanh": lambda x: _half(-1)(x) / _half(1)(x),
    "Abs": abs,
    "Max": symproof.maximum,
    "Min": symproof.minimum,
}
"""Functions whose name is another one in symproof; any other is looked up by its own name, in lower case."""
NAMES = {"Tr": "tr", "inv": "inverse", "had": "hadamard", "ceiling": "ceil", "adjugate": "adj", "re": None, "im": None}
PARTS: dict[str, Callable[[Complex], Any]] = {
    "re": lambda z: z.real,
    "im": lambda z: z.imaginary,
    "Abs": lambda z: z.size,
    "norm": lambda z: z.size,
    "normSq": lambda z: z.square,
    "conj": lambda z: z.conjugate,
    "conjugate": lambda z: z.conjugate,
    "exp": lambda z: z.exponential,
}
"""What is asked of a complex number."""
LARGEST_POWER = 12
ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a @ b if isinstance(a, tm.Matrix) and isinstance(b, tm.Matrix) else a * b,
    ast.Div: lambda a, b: a / b,
    ast.Pow: lambda a, b: a**b if isinstance(a, tm.Matrix) else tm.scalar(a) ** b,
    ast.Mod: lambda a, b: tm.scalar(a) % b,
    ast.FloorDiv: lambda a, b: tm.scalar(a) // b,
}


class Outside(Exception):
    """What a row says is outside of the language; the message is the word for it."""


def statement(row: dict[str, Any]) -> st.Statement:
    """What a row says.

    Raises:
        Outside: the language has no word for it.
    """
    names = row["variables"]
    letters = {
        name: _letter(re.sub(r"\W+", "_", name).strip("_"), domain, names)
        for name, domain in names.items()
        if not any(name.startswith(f"{other}[") for other in names)
    }
    for name in {name.partition("[")[0] for name in names if name.endswith("]")} & names.keys():
        letters[name] = symproof.sequence(name, SCALARS[names[name]])  # its members are letters of the row
    known: tuple[st.Prop, ...] = ()
    if any("fibonacci(" in text for text in (*row["hypotheses"], row["goal"])):
        letters["fibonacci"] = fibonacci = symproof.sequence("F", symproof.natural)
        k = symproof.natural("k")
        known = (symproof.eq(fibonacci[0], 0), symproof.eq(fibonacci[1], 1))
        known += (symproof.each(k, symproof.eq(fibonacci[k + 2], fibonacci[k + 1] + fibonacci[k])),)
    reader = _Reader(letters)
    try:
        given = (*known, *(reader.prop(text) for text in row["hypotheses"]))
        return st.Statement(given, reader.prop(row["goal"]))
    except SymproofError as error:
        raise Outside(f"{type(error).__name__}: {error}") from error
    except (TypeError, AttributeError, ValueError) as error:  # sorts that do not go together
        raise Outside(str(error)) from error


def _letter(name: str, domain: str, names: dict[str, str]) -> Any:
    if domain in SCALARS:
        return SCALARS[domain](name)
    if domain == "complex":
        return Complex.letter(name)

    def size_of(text: str) -> Any:  # a size that is a letter of the row is that letter
        declared = names.get(text, "")
        return SCALARS[declared](text) if declared in ("natural", "positive integer") else _size(text)

    kind, _, rest = domain.partition("(")
    sizes = [part.strip() for part in rest.rstrip(")").split(",")]
    match kind, sizes:
        case "vector", ["E"]:
            return symproof.vector(name)
        case "vector", [size]:
            return symproof.column(name, size_of(size))
        case "matrix", [rows, columns]:
            return symproof.matrix(name, (size_of(rows), size_of(columns)))
        case "dim", _:  # the size of the index set of that name
            return _size(name.removeprefix("dim_"))
    match domain.split(" -> "):
        case ["function natural", item] if item in SCALARS:
            return symproof.sequence(name, SCALARS[item])
        case ["function positive integer", item] if item in SCALARS:
            return symproof.sequence(name, SCALARS[item], start=1)
        case ["function real", "real"]:
            return symproof.function(name, symproof.real)
    raise Outside(f"domain: {domain}")


def _size(text: str) -> Any:
    return int(text) if text.isdigit() else symproof.natural(text.replace("'", "_prime"), at_least=1)


class _Reader:
    def __init__(self, letters: dict[str, Any]) -> None:
        self.letters = letters

    def prop(self, text: str) -> st.Prop:
        """A relation or a statement of logic."""
        if text == "false":
            return st.Relation("<", tm.ZERO, tm.ZERO)
        if text == "true":
            return st.Relation("=", tm.ZERO, tm.ZERO)
        return self._prop(ast.parse(text, mode="eval").body)

    def _prop(self, node: ast.expr) -> st.Prop:
        match node:
            case ast.Call(
                ast.Name("Eq" | "Ne" as name), [ast.BinOp(value, ast.Mod(), ast.Constant(int()) as by), right]
            ):
                there_is = self._congruent(value, right, by)
                return there_is if name == "Eq" else symproof.not_(there_is)
            case ast.Call(ast.Name("Eq"), [ast.Call(ast.Name("gcd"), [first, second]), ast.Constant(int(value))]) if (
                value > 0
            ):
                return self._common(value, first, second)
            case ast.Call(ast.Name(name), [left, right]) if name in RELATIONS:
                sides = self._sides(left, right)
                if any(isinstance(side, Complex) for side in sides):
                    return self._of_parts(name, *map(_complex, sides))
                return symproof.eq(*sides) if name == "Eq" else st.relation(RELATIONS[name], *sides)
            case ast.Call(ast.Name(name), args) if name in LOGIC:
                return LOGIC[name](*map(self._prop, args))
            case ast.Call(ast.Name("ForAll"), [ast.Tuple(names), body]):
                return self._each([name.id for name in names if isinstance(name, ast.Name)], body)
            case ast.Call(ast.Name("Exists"), [ast.Tuple([ast.Name(name)]), body]):  # an integer, as in "a divides b"
                letter = symproof.integer(name)
                return symproof.exists(letter, _Reader({**self.letters, name: letter})._prop(body))
            case ast.Name("true" | "false" as value):
                return self.prop(value)
        raise Outside(f"statement: {ast.unparse(node)[:40]}")

    def _common(self, value: int, first: ast.expr, second: ast.expr) -> st.Prop:
        """gcd(a, b) = d, for a number d > 0: d divides both and is a combination of both."""
        k, m, (a, b) = symproof.integer("first"), symproof.integer("second"), self._sides(first, second)
        combined = symproof.exists(k, symproof.exists(m, symproof.eq(k * a + m * b, value)))
        if value == 1:
            return combined
        parts = [symproof.exists(letter, symproof.eq(side, value * letter)) for letter, side in ((k, a), (m, b))]
        return symproof.and_(*parts, combined)

    def _congruent(self, value: ast.expr, right: ast.expr, by: ast.expr) -> st.Prop:
        """a % m = r, for a number r in 0..m-1, and a % m = b % m: there is k with a = m*k + r."""
        match by, right:
            case ast.Constant(int(m)), ast.Constant(int(r)) if 0 <= r < m:
                pass
            case ast.Constant(int(m)), ast.BinOp(other, ast.Mod(), ast.Constant(int(n))) if 0 < m == n:
                right = other
            case _:
                raise Outside(f"remainder: {ast.unparse(value)} % {ast.unparse(by)}")
        letter = symproof.integer("quotient")
        left, rest = self._sides(value, right)
        return symproof.exists(letter, symproof.eq(left, by.value * letter + rest))

    def _sides(self, left: ast.expr, right: ast.expr) -> tuple[Any, Any]:
        return self._term(left), self._term(right)

    def _each(self, names: list[str], body: ast.expr) -> st.Prop:
        """A hypothesis for all values of letters, which are no letters of the statement then."""
        inner = _Reader({**self.letters, **{name: self._bound(name, body) for name in names}})
        claim = inner._prop(body)
        for name in reversed(names):
            letter = inner.letters[name]
            for part in letter.parts[::-1] if isinstance(letter, Complex) else (letter,):
                claim = symproof.each(part, claim)
        return claim

    @staticmethod
    def _of_parts(name: str, left: Complex, right: Complex) -> st.Prop:
        """A relation of complex numbers."""
        if name not in ("Eq", "Ne"):
            raise Outside("order of complex numbers")
        same = symproof.and_(*map(symproof.eq, left.parts, right.parts))
        return same if name == "Eq" else symproof.not_(same)

    def _bound(self, name: str, body: ast.expr) -> Any:
        """A bound letter of its own name: free letters are told apart from it by their names alone. Where the row does not say
        what it runs through, that is what the functions run through in whose arguments it stands, if it is one thing."""
        if name in self.letters:
            return self.letters[name]
        calls = [node for node in ast.walk(body) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
        if any(node.func.id in ("re", "im") and name in _names(node.args) for node in calls):  # type: ignore[attr-defined]
            return Complex.letter(name)
        applied = {
            self.letters[node.func.id]  # type: ignore[attr-defined]  # a name, as was asked above
            for node in calls
            if node.func.id in self.letters and name in _names(node.args)  # type: ignore[attr-defined]
        }
        domains = {letter.start if isinstance(letter, tm.Sequence) else "real" for letter in applied}
        if not applied and name in REALS and not any(isinstance(node, ast.Subscript) for node in ast.walk(body)):
            return symproof.real(name)
        if len(domains) != 1:
            raise Outside(f"domain of {name}")
        domain = domains.pop()
        return symproof.real(name) if domain == "real" else symproof.natural(name, at_least=domain)

    def _term(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(int(value)):
                return value
            case ast.Constant(float() | str()):
                return tm.Number(Fraction(ast.unparse(node).strip("'")))
            case ast.Name(name):
                if name in self.letters:
                    return self.letters[name]
                if name in ("pi", "oo"):
                    return getattr(symproof, name)
                if name == "I":
                    return UNIT
                raise Outside(f"name: {name}")
            case ast.Subscript(ast.Name(name), place) if name in self.letters:
                return self.letters[name][self._term(place)]
            case ast.UnaryOp(ast.USub(), arg):
                return -self._term(arg)
            case ast.UnaryOp(ast.UAdd(), arg):
                return self._term(arg)
            case ast.BinOp(left, operator, right) if type(operator) in ARITHMETIC:
                a, b = self._sides(left, right)
                if isinstance(a, Complex) or isinstance(b, Complex):
                    return _of_complex(operator, a, b)
                return ARITHMETIC[type(operator)](tm.scalar(a) if isinstance(a, int) else a, b)
            case ast.Call(ast.Name(name), args):
                return self._call(name, args)
        raise Outside(f"term: {ast.unparse(node)[:40]}")

    def _call(self, name: str, args: list[ast.expr]) -> Any:
        if name in self.letters:
            return self._applied(self.letters[name], args)
        if name in ("Sum", "Product") and len(args) >= 2:
            return self._big(name, args[0], args[1:])
        sized = name in ("ZeroVec", "Zero", "Id")
        values = [self._size(arg) if sized else self._term(arg) for arg in args]
        match name, values:
            case _, [Complex() as value] if name in PARTS:
                return PARTS[name](value)
            case "Integer", [value]:
                return value
            case "Rational", [value]:
                return tm.scalar(value)
            case "Rational", [top, bottom]:
                return tm.Number(Fraction(top, bottom))
            case "ZeroVec", [size]:
                return tm.ZeroVector() if ast.unparse(args[0]) == "E" else symproof.zeros((size, 1))
            case "Zero", [rows, columns]:
                return symproof.zeros((rows, columns))
            case "Id", [size]:
                return symproof.identity(size)
            case "dot", [left, right] if isinstance(left, tm.Matrix) or isinstance(right, tm.Matrix):
                like = left if isinstance(left, tm.Matrix) else right
                return symproof.inner(*(tm.matrix_term(side, like) for side in (left, right)))
            case "blk", [a, b, c, d]:
                return symproof.block([[a, b], [c, d]])
            case "mv", [left, int(number)] if number == 0:
                return left @ symproof.zeros((left.shape[1], 1))
            case "mv", [left, right]:
                return left @ right
            case "T" | "H", [value]:  # of real matrices
                return value.T
            case "RisingFactorial" | "rf" | "FallingFactorial" | "ff", [start, count]:
                k = symproof.index("k")
                factor = start + k if name.startswith(("R", "r")) else start - k
                if not tm.is_natural(tm.scalar(count)) or k in tm.scalar(start).free | tm.scalar(count).free:
                    raise Outside(f"{name} of {count} factors")
                return symproof.product(factor, k, 0, count - 1)
            case "gamma", [value]:
                return symproof.factorial(value - 1)
            case "outer", [left, right]:
                return left @ right.T
        known = WORDS.get(name) or getattr(symproof, NAMES.get(name, name) or "", None)
        if not callable(known) or isinstance(known, type):
            raise Outside(f"function: {name}")
        return known(*(tm.scalar(value) if isinstance(value, int) else value for value in values))

    def _size(self, node: ast.expr) -> Any:
        """A size, which is a letter of the row where it is one, and a number of rows where it is not."""
        known = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)} <= self.letters.keys()
        return _size(ast.unparse(node)) if isinstance(node, ast.Name) and not known else self._term(node)

    def _applied(self, letter: Any, args: list[ast.expr]) -> Any:
        values = [self._term(arg) for arg in args]
        match letter, values:
            case tm.Sequence(), [place]:
                return letter[place]
            case tm.Function(), [place]:
                return letter(place)
        raise Outside(f"application of {letter}")

    def _big(self, name: str, body: ast.expr, limits: list[ast.expr]) -> tm.Scalar | st.InfiniteSum:
        """A sum or a product; of several ranges the last is the outermost."""
        reader = self
        ranges: list[tuple[tm.Variable, Any, Any]] = []
        for limit in reversed(limits):
            if not isinstance(limit, ast.Tuple) or len(limit.elts) != 3 or not isinstance(limit.elts[0], ast.Name):
                raise Outside(f"range: {ast.unparse(limit)}")
            index, low, high = limit.elts
            assert isinstance(index, ast.Name)  # as was asked above
            letter = symproof.index(index.id)
            ranges.append((letter, *reader._sides(low, high)))
            reader = _Reader({**reader.letters, index.id: letter})
        join = symproof.total if name == "Sum" else symproof.product
        made = reader._term(body)
        for letter, first, last in reversed(ranges):
            made = join(made, letter, first, last)
        return made if isinstance(made, st.InfiniteSum) else tm.scalar(made)


def _complex(value: Any) -> Complex:
    return value if isinstance(value, Complex) else Complex(tm.scalar(value), tm.ZERO)


def _of_complex(operator: ast.operator, left: Any, right: Any) -> Complex:
    """Arithmetic of which one side at least is complex."""
    match operator, right:
        case ast.Pow(), int() if abs(right) <= LARGEST_POWER:
            return _complex(left) ** right
        case ast.Add(), _:
            return _complex(left) + _complex(right)
        case ast.Sub(), _:
            return _complex(left) + -_complex(right)
        case ast.Mult(), _:
            return _complex(left) * _complex(right)
        case ast.Div(), _:
            return _complex(left) / _complex(right)
    raise Outside("power of a complex number")


def _names(nodes: list[ast.expr]) -> set[str]:
    return {part.id for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name)}
