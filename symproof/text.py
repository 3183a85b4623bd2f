"""Terms in one line of plain text, as they would be typed: for terminals, messages and doctests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from math import log10

from symproof import statement as st
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.matrix_symbols import by_members
from symproof.printed import Approx
from symproof.properties import Property
from symproof.rates import BigO

SUM, PRODUCT, UNARY, POWER, ATOM = 1, 2, 3, 4, 5
LONGEST = 14_000
"""Bits of a number that is written in digits: Python 3.11 refuses more than 4,300 of them."""
ACCENTS = re.compile(r"\\(?:mathbf|mathrm|boldsymbol|mathcal|mathbb|vec|operatorname)\s*\{([^{}]*)\}")


def letter(name: str) -> str:
    r"""A LaTeX name as plain text: `\mathbf{w}^\star` is `w*`.

    >>> letter(r"\mathbf{w}^\star"), letter(r"\lambda")
    ('w*', 'lambda')
    """
    name = ACCENTS.sub(r"\1", name)
    return name.replace(r"^\star", "*").replace("^*", "*").replace("\\", "").replace("{", "").replace("}", "")


def number(value: Fraction) -> str:
    """A number in digits; of a whole number of more than some thousand digits, which Python does not write, how many they are.

    >>> number(Fraction(-7, 2)), number(Fraction(7**9999))
    ('-7/2', '<about 8450 digits>')
    """
    if value.denominator != 1:
        return f"{number(Fraction(value.numerator))}/{number(Fraction(value.denominator))}"
    bits = value.numerator.bit_length()
    if bits <= LONGEST:
        return str(value.numerator)
    return f"{'-' if value < 0 else ''}<about {int(bits * log10(2))} digits>"


def plain(term: tm.Term) -> str:
    """`term` in one line of plain text."""
    return _write(term)[0]


def _at(term: tm.Term, level: int) -> str:
    text, own = _write(term)
    return text if own >= level else f"({text})"


def _signed(args: tuple[tm.Term, ...]) -> str:
    out = _at(args[0], SUM)
    for arg in args[1:]:
        if isinstance(arg, (tm.Neg, tm.VectorNeg, tm.ResidueNeg)) and not tm.is_ceiling(arg):
            out += f" - {_at(arg.arg, PRODUCT)}"
        else:
            out += f" + {_at(arg, PRODUCT)}"
    return out


def _write(term: tm.Term) -> tuple[str, int]:
    """The text of `term` and how tightly it holds together."""
    match term:
        case tm.Number(value, shown) if shown:
            return shown, ATOM if value >= 0 else UNARY
        case tm.Number(value):
            if value.denominator != 1:
                return number(value), PRODUCT if value > 0 else UNARY
            return number(value), ATOM if value >= 0 else UNARY
        case tm.ResidueNumber(value):
            return str(value), ATOM if value >= 0 else UNARY
        case tm.Variable(name) | tm.VectorVariable(name) | tm.ResidueVariable(name) | tm.MatrixVariable(name):
            return letter(name), ATOM
        case tm.EntryLaw(""):
            if term.is_column:
                return _write(by_members(term))
            return f"matrix({plain(term.body)}, {plain(term.row)}, {plain(term.column)})", ATOM
        case tm.Sequence(name) | tm.Function(name) | tm.EntryLaw(name):
            return letter(name), ATOM
        case tm.ZeroVector():
            return "0", ATOM
        case tm.Add(args) | tm.VectorAdd(args) | tm.ResidueAdd(args):
            return _signed(args), SUM
        case tm.Mul(args):
            return "*".join([_at(args[0], PRODUCT), *(_at(arg, UNARY + 1) for arg in args[1:])]), PRODUCT
        case tm.Neg(tm.Floor(tm.Neg(arg))):
            return f"ceil({plain(arg)})", ATOM
        case tm.Neg(arg) | tm.VectorNeg(arg) | tm.ResidueNeg(arg):
            return f"-{_at(arg, UNARY)}", UNARY
        case tm.Div(top, bottom):
            return f"{_at(top, PRODUCT)}/{_at(bottom, POWER)}", PRODUCT
        case tm.Pow(base, exponent):
            return f"{_at(base, ATOM)}**{_at(exponent, ATOM)}", POWER
        case tm.Elementary(name, ()):
            return name, ATOM
        case tm.Elementary(name, args):
            return f"{name}({', '.join(map(plain, args))})", ATOM
        case tm.Inner(left, right):
            return f"inner({plain(left)}, {plain(right)})", ATOM
        case tm.Norm(vector):
            return f"norm({plain(vector)})", ATOM
        case tm.Delta(index):
            return f"delta({plain(index)})", ATOM
        case tm.ScalarAt(sequence, index) | tm.VectorAt(sequence, index):
            return f"{plain(sequence)}[{plain(index)}]", ATOM
        case tm.Entry(matrix, row, tm.Number(1)) if matrix.is_column:
            return f"{_at(matrix, ATOM)}[{plain(row)}]", ATOM
        case tm.Entry(matrix, row, column):
            return f"{_at(matrix, ATOM)}[{plain(row)}, {plain(column)}]", ATOM
        case tm.Apply(function, arg):
            return f"{plain(function)}({plain(arg)})", ATOM
        case tm.GradientAt(function, arg):
            return f"grad({plain(function)})({plain(arg)})", ATOM
        case tm.Derivative(body, variable):
            return f"derivative({plain(body)}, {plain(variable)})", ATOM
        case tm.Gradient(body, variable) | tm.MatrixGradient(body, variable):
            return f"gradient({plain(body)}, {plain(variable)})", ATOM
        case tm.Sum(body, index, low, high) | tm.VectorSum(body, index, low, high):
            return f"sum({plain(body)}, {plain(index)}, {plain(low)}, {plain(high)})", ATOM
        case tm.Product(body, index, low, high):
            return f"product({plain(body)}, {plain(index)}, {plain(low)}, {plain(high)})", ATOM
        case tm.Floor(arg):
            return f"floor({plain(arg)})", ATOM
        case tm.Factorial(arg):
            return f"factorial({plain(arg)})", ATOM
        case tm.Binomial(top, bottom):
            return f"binomial({plain(top)}, {plain(bottom)})", ATOM
        case tm.CyclicSum(body, index):
            return f"sum({plain(body)}, {plain(index)} mod {plain(index.over.modulus)})", ATOM
        case tm.MatrixScale(tm.Number(value, ""), matrix) if value == -1:
            return f"-{_at(matrix, UNARY)}", UNARY
        case tm.Scale(factor, vector) | tm.MatrixScale(factor, vector):
            return f"{_at(factor, PRODUCT)}*{_at(vector, UNARY + 1)}", PRODUCT
        case tm.VectorDiv(vector, bottom):
            return f"{_at(vector, PRODUCT)}/{_at(bottom, POWER)}", PRODUCT
        case tm.Cyclic(modulus):
            return f"Z/{_at(modulus, ATOM)}", ATOM
        case tm.Interval(low, high):
            return f"{plain(low)}..{plain(high)}", ATOM
        case tm.MatrixMul(left, right):
            return f"{_at(left, PRODUCT)} @ {_at(right, UNARY + 1)}", PRODUCT
        case tm.MatrixAdd(left, tm.MatrixScale(tm.Number(value, ""), right)) if value == -1:
            return f"{_at(left, SUM)} - {_at(right, PRODUCT)}", SUM
        case tm.MatrixAdd(left, right):
            return f"{_at(left, SUM)} + {_at(right, PRODUCT)}", SUM
        case tm.Transpose(matrix):
            return f"{_at(matrix, ATOM)}.T", ATOM
        case tm.Identity():
            return "I", ATOM
        case tm.MatrixPower(matrix, exponent):
            return f"{_at(matrix, ATOM)}**{_at(exponent, ATOM)}", POWER
        case tm.Hadamard(left, right) | tm.Kronecker(left, right):
            name = "hadamard" if isinstance(term, tm.Hadamard) else "kron"
            return f"{name}({plain(left)}, {plain(right)})", ATOM
        case tm.Vec(matrix) | tm.Adjugate(matrix):
            return f"{'vec' if isinstance(term, tm.Vec) else 'adj'}({plain(matrix)})", ATOM
        case tm.Above(parts):
            lines = (part.parts if isinstance(part, tm.Beside) else (part,) for part in parts)
            return f"block([{', '.join(f'[{_listed(line)}]' for line in lines)}])", ATOM
        case tm.Beside(parts):
            return f"block([[{_listed(parts)}]])", ATOM
        case tm.MatrixTrace(matrix):
            return f"tr({plain(matrix)})", ATOM
        case tm.Determinant(matrix):
            return f"det({plain(matrix)})", ATOM
        case st.Prop():
            return _prop(term), SUM
        case _:
            raise UnknownOperator(f"no text for {type(term).__name__}; add its line to text.py")


def _listed(terms: Iterable[tm.Term]) -> str:
    return ", ".join(map(plain, terms))


def _prop(term: st.Prop) -> str:
    match term:
        case st.Relation(kind, left, right):
            return f"{plain(left)} {kind} {plain(right)}"
        case st.And(args):
            return " and ".join(_grouped(arg) for arg in args)
        case st.Or(args):
            return " or ".join(_grouped(arg) for arg in args)
        case st.Not(arg):
            return f"not {_grouped(arg)}"
        case st.Implies(left, right):
            return f"{_grouped(left)} implies {_grouped(right)}"
        case st.Iff(left, right):
            return f"{_grouped(left)} iff {_grouped(right)}"
        case st.Each(symbol, body, low, high) | st.Exists(symbol, body, low, high):
            word = "each" if isinstance(term, st.Each) else "some"
            where = ""
            if low is not None or high is not None:
                where = f" in {plain(low) if low is not None else ''}..{plain(high) if high is not None else ''}"
            return f"{_grouped(body)} for {word} {plain(symbol)}{where}"
        case Property(kind, function, constant):
            return f"{kind}({plain(function)})" if constant is None else f"{kind}({plain(function)}, {plain(constant)})"
        case Approx(inside, digits):
            return f"{plain(inside)} ~ {digits}"
        case BigO(inside, bound, variable):
            return f"{plain(inside)} = O({plain(bound)}) for large {plain(variable)}"
        case st.SumsTo(body, index, low, value):
            return f"sum({plain(body)}, {plain(index)}, {plain(low)}, oo) = {plain(value)}"
        case st.Minimizer(point, body, variable, unique):
            return f"{plain(point)} is {'the only' if unique else 'a'} minimizer of {plain(body)} in {plain(variable)}"
        case _:
            raise UnknownOperator(f"no text for {type(term).__name__}; add its line to text.py")


def _grouped(term: st.Prop) -> str:
    return plain(term) if isinstance(term, (st.Relation, Property, Approx)) else f"({plain(term)})"
