"""Terms as Python in symproof's own vocabulary: what a derivation file would say.

    source = PythonSource()
    source.write(term)          # "x**2 + 2*x*y"
    source.declarations()       # ["x = real('x')", "y = real('y')"]

Reading the text back gives the same term, but for the form of numbers. What has no word raises `UnknownOperator`.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from fractions import Fraction

import symproof
from symproof import statement as st
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.printed import Approx
from symproof.properties import Property
from symproof.rates import BigO
from symproof.text import letter

SUM, PRODUCT, UNARY, POWER, ATOM = 1, 2, 3, 4, 5
SYMBOLS = (
    tm.Variable, tm.VectorVariable, tm.ResidueVariable, tm.MatrixVariable, tm.Sequence, tm.Function, tm.EntryLaw,
)  # fmt: skip
ELEMENTARY = {"max": "maximum", "min": "minimum", "abs": "abs"}
OF_MATRICES = {tm.Vec: "vec", tm.Adjugate: "adj", tm.MatrixTrace: "tr", tm.Determinant: "det"}
GREEK = {"lambda": "lam"}


class PythonSource:
    """Writes terms and keeps the names that they use."""

    def __init__(self) -> None:
        self.names: dict[tm.Term, str] = {}
        self.words: set[str] = set()
        """The words of symproof that are used."""

    def write(self, term: tm.Term) -> str:
        """A term or a statement as Python.

        Raises:
            UnknownOperator: a term that the vocabulary has no word for.
        """
        return self._write(term)[0]

    def term(self, term: tm.Term) -> str:
        """A term as an expression that is one: a bare number is wrapped."""
        text, _ = self._write(term)
        return self._call("rational", f'"{text}"') if re.fullmatch(r"-?\d+", text) else text

    def declarations(self) -> list[str]:
        """An assignment for each letter that was used, in an order that works."""
        return [line for _, line in sorted((self._rank(symbol), self._declare(symbol)) for symbol in list(self.names))]

    def name(self, symbol: tm.Term) -> str:
        """The Python name of a letter."""
        if symbol not in self.names:
            plain = re.sub(
                r"\W+", "_", letter(str(getattr(symbol, "name", symbol))).replace("*", "_star").replace("'", "_prime")
            )
            plain = GREEK.get(plain, plain).strip("_") or "letter"
            plain = f"x_{plain}" if plain[0].isdigit() else plain
            if keyword.iskeyword(plain) or plain in symproof.__all__ or plain in ("sum", "abs", "min", "max", "print"):
                plain += "_"
            taken = set(self.names.values())
            while plain in taken:
                plain += "_"
            self.names[symbol] = plain
            for other in self._inside(symbol):
                self.name(other)
        return self.names[symbol]

    # Terms --------------------------------------------------------------------------------------------

    def _call(self, word: str, *args: str) -> str:
        self.words.add(word)
        return f"{word}({', '.join(args)})"

    def _at(self, term: tm.Term, level: int) -> str:
        text, own = self._write(term)
        return text if own >= level else f"({text})"

    def _several(self, args: Iterable[tm.Term], level: int) -> list[str]:
        """Operands; where all are bare numbers, the first is wrapped, so that Python does not do the arithmetic."""
        texts = [self._at(arg, level) for arg in args]
        if all(re.fullmatch(r"\(?-?\d+\)?", text) for text in texts):
            texts[0] = self._call("rational", f'"{texts[0].strip("()")}"')
        return texts

    def _write(self, term: tm.Term) -> tuple[str, int]:
        match term:
            case tm.Number(value, shown) if shown:
                return self._call("rational", f'"{shown}"'), ATOM
            case tm.Number(value):
                if value.denominator != 1:
                    return self._call("rational", f'"{value}"'), ATOM
                return str(value), ATOM if value >= 0 else UNARY
            case tm.ResidueNumber(value):
                return str(value), ATOM if value >= 0 else UNARY
            case tm.EntryLaw(rows=rows, columns=columns) if term == tm.zero_matrix(rows, columns):
                return self._call("zeros", f"({self._indices(rows)}, {self._indices(columns)})"), ATOM
            case tm.EntryLaw(""):
                raise UnknownOperator(f"no word for {term}")
            case tm.Variable() | tm.VectorVariable() | tm.ResidueVariable() | tm.MatrixVariable() | tm.EntryLaw():
                return self.name(term), ATOM
            case tm.Sequence() | tm.Function():
                return self.name(term), ATOM
            case tm.Add(args) | tm.VectorAdd(args) | tm.ResidueAdd(args):
                return self._sum(args), SUM
            case tm.MatrixAdd(left, right):
                return self._sum((left, right)), SUM
            case tm.Mul(args):
                first, *rest = self._several(args, UNARY)
                return " * ".join([first, *(f"({text})" if text.startswith("-") else text for text in rest)]), PRODUCT
            case tm.Neg(tm.Floor(tm.Neg(arg))):
                return self._call("ceil", self.write(arg)), ATOM
            case tm.Neg(arg) | tm.VectorNeg(arg) | tm.ResidueNeg(arg):
                return f"-{self._at(arg, POWER)}", UNARY
            case tm.Div(top, bottom):
                over, under = self._several((top, bottom), POWER)
                return f"{over} / {under}", PRODUCT
            case tm.Pow(base, exponent):
                low, high = self._several((base, exponent), ATOM)
                return f"{low} ** {high}", POWER
            case tm.Elementary(name, args):
                word = ELEMENTARY.get(name, name)
                if word != "abs" and word not in symproof.__all__:
                    raise UnknownOperator(f"no word for {name}")
                if word == "abs":
                    return f"abs({self.term(args[0])})", ATOM
                return self._call(word, *map(self.write, args)), ATOM
            case tm.Inner(left, right):
                return self._call("inner", self.write(left), self.write(right)), ATOM
            case tm.Norm(vector):
                return self._call("norm", self.write(vector)), ATOM
            case tm.Delta(index):
                return self._call("delta", self.write(index)), ATOM
            case tm.ScalarAt(sequence, index) | tm.VectorAt(sequence, index):
                return f"{self.name(sequence)}[{self.write(index)}]", ATOM
            case tm.Entry(matrix, row, tm.Number(1)) if matrix.is_column:
                return f"{self._at(matrix, ATOM)}[{self.write(row)}]", ATOM
            case tm.Entry(matrix, row, column):
                return f"{self._at(matrix, ATOM)}[{self.write(row)}, {self.write(column)}]", ATOM
            case tm.Apply(function, arg):
                return f"{self.name(function)}({self.write(arg)})", ATOM
            case tm.GradientAt(function, arg):
                return f"{self._call('grad', self.name(function))}({self.write(arg)})", ATOM
            case tm.Floor(arg) | tm.Factorial(arg):
                return self._call("floor" if isinstance(term, tm.Floor) else "factorial", self.write(arg)), ATOM
            case tm.Binomial(top, bottom):
                return self._call("binomial", self.write(top), self.write(bottom)), ATOM
            case tm.ZeroVector():
                return "0", ATOM
            case tm.Derivative(body, variable):
                return self._call("derivative", self.write(body), self.write(variable)), ATOM
            case tm.Hadamard(left, right) | tm.Kronecker(left, right):
                name = "hadamard" if isinstance(term, tm.Hadamard) else "kron"
                return self._call(name, self.write(left), self.write(right)), ATOM
            case tm.MatrixPower(matrix, tm.Number(value, "")) if value == -1:
                return self._call("inverse", self.write(matrix)), ATOM
            case tm.MatrixPower(matrix, exponent):
                return f"{self._at(matrix, ATOM)} ** {self._at(exponent, ATOM)}", POWER
            case tm.Identity(over):
                return self._call("identity", self._indices(over)), ATOM
            case tm.MatrixScale(tm.Number(value), matrix) if value == -1:
                return f"-{self._at(matrix, POWER)}", UNARY
            case tm.Vec(arg) | tm.Adjugate(arg) | tm.MatrixTrace(arg) | tm.Determinant(arg):
                return self._call(OF_MATRICES[type(term)], self.write(arg)), ATOM
            case tm.Above() | tm.Beside():
                lines = term.parts if isinstance(term, tm.Above) else (term,)
                rowwise = [", ".join(map(self.write, x.parts if isinstance(x, tm.Beside) else (x,))) for x in lines]
                return self._call("block", f"[{', '.join(f'[{row}]' for row in rowwise)}]"), ATOM
            case tm.Gradient(body, variable) | tm.MatrixGradient(body, variable):
                return self._call("gradient", self.write(body), self.write(variable)), ATOM
            case tm.Sum(body, index, low, high) | tm.VectorSum(body, index, low, high):
                return self._call("total", *map(self.write, (body, index, low, high))), ATOM
            case tm.Product(body, index, low, high):
                return self._call("product", *map(self.write, (body, index, low, high))), ATOM
            case tm.CyclicSum(body, index):
                return self._call("total", self.write(body), self.write(index)), ATOM
            case tm.Scale(factor, vector) | tm.MatrixScale(factor, vector):
                return f"{self._at(factor, PRODUCT)} * {self._at(vector, POWER)}", PRODUCT
            case tm.VectorDiv(vector, bottom):
                return f"{self._at(vector, POWER)} / {self._at(bottom, POWER)}", PRODUCT
            case tm.MatrixMul(left, right):
                return f"{self._at(left, PRODUCT)} @ {self._at(right, POWER)}", PRODUCT
            case tm.Transpose(matrix):
                return f"{self._at(matrix, ATOM)}.T", ATOM
            case tm.Cyclic(modulus):
                return self._call("cyclic", self.write(modulus)), ATOM
            case tm.Interval(low, high):
                return self._call("interval", self.write(low), self.write(high)), ATOM
            case st.Prop():
                return self._prop(term), SUM
            case _:
                raise UnknownOperator(f"no word for {type(term).__name__}")

    def _indices(self, over: tm.Cyclic | tm.Interval) -> str:
        """An index set; 1..n as n."""
        return self.write(over.high if isinstance(over, tm.Interval) and over.low == tm.ONE else over)

    def _sum(self, args: tuple[tm.Term, ...]) -> str:
        out = self._several(args[:1], SUM)[0] if len(args) == 1 else self._at(args[0], SUM)
        if all(isinstance(arg, tm.Number) and not arg.shown and arg.value.denominator == 1 for arg in args):
            out = self._call("rational", f'"{out}"')
        for arg in args[1:]:
            if isinstance(arg, (tm.Neg, tm.VectorNeg, tm.ResidueNeg)) and not tm.is_ceiling(arg):
                out += f" - {self._at(arg.arg, PRODUCT)}"
            elif isinstance(arg, tm.MatrixScale) and arg.factor == tm.Number(Fraction(-1)):
                out += f" - {self._at(arg.matrix, PRODUCT)}"
            else:
                out += f" + {self._at(arg, PRODUCT)}"
        return out

    def _prop(self, term: st.Prop) -> str:
        match term:
            case st.Relation("=", left, right):
                return self._call("eq", self.write(left), self.write(right))
            case st.Relation("!=", left, right):
                return self._call("ne", self.write(left), self.write(right))
            case st.Relation(kind, left, right):
                return f"{self.term(left)} {kind} {self.write(right)}"
            case st.And(args):
                return self._call("and_", *map(self.write, args))
            case st.Or(args):
                return self._call("or_", *map(self.write, args))
            case st.Not(arg):
                return self._call("not_", self.write(arg))
            case st.Implies(left, right):
                return self._call("implies", self.write(left), self.write(right))
            case st.Iff(left, right):
                return self._call("iff", self.write(left), self.write(right))
            case st.Each(symbol, body, low, high) | st.Exists(symbol, body, low, high):
                bounds = [self.write(bound) if bound is not None else "None" for bound in (low, high)]
                word = "each" if isinstance(term, st.Each) else "exists"
                return self._call(
                    word, self.name(symbol), self.write(body), *(bounds if set(bounds) != {"None"} else [])
                )
            case Property(kind, function, constant):
                more = [] if constant is None else [self.write(constant)]
                return self._call(kind, self.name(function), *more)
            case Approx(inside, digits):
                return self._call("approx", self.term(inside), f'"{digits}"')
            case BigO(inside, bound, variable):
                return self._call("big_o", self.write(inside), self.write(bound), self.write(variable))
            case st.SumsTo(body, index, low, value):
                return self._call("sums_to", *map(self.write, (body, index, low, value)))
            case st.Minimizer(point, body, variable, unique):
                extra = ["unique=True"] if unique else []
                return self._call("minimizer", self.write(point), self.write(body), self.write(variable), *extra)
            case _:
                raise UnknownOperator(f"no word for {type(term).__name__}")

    # Letters ------------------------------------------------------------------------------------------

    def _inside(self, symbol: tm.Term) -> set[tm.Term]:
        """The letters in the declaration of a letter."""
        match symbol:
            case tm.Sequence(over=over) if over is not None:
                return set(over.free)
            case tm.ResidueVariable(over=over):
                return set(over.free)
            case tm.MatrixVariable(rows=rows, columns=columns):
                return set(rows.free | columns.free)
            case tm.EntryLaw(rows=rows, columns=columns, body=body, row=row, column=column):
                return set(rows.free | columns.free | body.free) - {row, column}
        return set()

    def _rank(self, symbol: tm.Term) -> int:
        return max((self._rank(other) + 1 for other in self._inside(symbol)), default=0)

    def _declare(self, symbol: tm.Term) -> str:
        name, text = self.names[symbol], _quoted(str(getattr(symbol, "name", symbol)))
        match symbol:
            case tm.Variable():
                return f"{name} = {self._variable(symbol, text)}"
            case tm.VectorVariable():
                return f"{name} = {self._call('vector', text)}"
            case tm.ResidueVariable(over=over):
                return f"{name} = {self._call('index', text, f'over={self.write(over)}')}"
            case tm.Sequence(item=item, over=over, start=start):
                extra = [f"over={self.write(over)}"] if over is not None else []
                extra += [f"start={start}"] if start else []
                return f"{name} = {self._call('sequence', text, *self._item(item), *extra)}"
            case tm.Function(on=on):
                word = "vector" if on == "vector" else "real"
                self.words.add(word)
                return f"{name} = {self._call('function', text, f'on={word}')}"
            case tm.MatrixVariable(rows=rows, columns=columns):
                if symbol.is_column:
                    return f"{name} = {self._call('column', text, self._indices(rows))}"
                return f"{name} = {self._call('matrix', text, f'({self._indices(rows)}, {self._indices(columns)})')}"
            case tm.EntryLaw(rows=rows, columns=columns, row=row, column=column, body=body):
                letters = f"{self.name(row)}, {self.name(column)}"
                sets = f"({self._indices(rows)}, {self._indices(columns)})"
                return f"{name} = {self._call('matrix', text, sets, f'lambda {letters}: {self.write(body)}')}"
        raise UnknownOperator(f"no declaration for {symbol}")

    def _variable(self, symbol: tm.Variable, text: str) -> str:
        if symbol.domain == "natural":
            least = symbol.least or 0
            return self._call("natural", text, *([f"at_least={least}"] if least else []))
        if symbol.domain == "integer" and not symbol.sign:
            return self._call("integer", text)
        if symbol.domain == "real":
            return self._call(symbol.sign or "real", text)
        raise UnknownOperator(f"no declaration for {symbol}: {st.describe(symbol)}")

    def _item(self, item: tm.Variable | tm.VectorVariable) -> list[str]:
        if isinstance(item, tm.VectorVariable):
            self.words.add("vector")
            return ["vector"]
        word = item.sign or item.domain
        if word == "real":
            return []
        if word not in symproof.__all__:
            raise UnknownOperator(f"no declaration for a sequence of {st.describe(item)}s")
        self.words.add(word)
        return [word]


def _quoted(text: str) -> str:
    return f'r"{text}"' if "\\" in text else f'"{text}"'
