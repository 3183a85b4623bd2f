r"""Terms and statements as LaTeX, in the order in which their author wrote them.

Two terms that may differ in value never come out alike: brackets follow the precedence of the tree, an application
is told from a product by its space (`f(x)` and `f\,(x)`), and a bracket is stretched only around something tall.
Everything written here is read by `formula.read`, and so compiles with amsmath alone, `\mathbb` apart, for which
a sheet gives a fallback.

Letters that an author declares to look alike (`x1` and `x_1`) do; `alike` refuses them in one statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.functions import FUNCTIONS
from symproof.matrix_symbols import by_members
from symproof.writers.letters import latex_name, read_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

ADD, MINUS, QUOTIENT, PRODUCT, FACTOR, ATOM = 1, 2, 3, 4, 5, 6
RELATIONS = {"=": "=", "!=": r"\ne", "<": "<", "<=": r"\le", ">": ">", ">=": r"\ge"}
SIGNS = {"positive": "> 0", "nonnegative": r"\ge 0", "negative": "< 0", "nonzero": r"\ne 0"}
SETS = {"real": r"\mathbb{R}", "rational": r"\mathbb{Q}", "integer": r"\mathbb{Z}", "natural": r"\mathbb{N}"}


@dataclass(frozen=True, slots=True)
class Written:
    """A term's LaTeX; how tightly it holds together; whether it is tall; whether it ends in a big operator, whose
    reach a factor after it would change; whether it is a word, which needs a space beside a letter."""

    text: str
    level: int = ATOM
    tall: bool = False
    open: bool = False
    word: bool = False


def latex(term: tm.Term) -> str:
    r"""The LaTeX of a term or a statement, without dollar signs.

    Raises:
        UnknownOperator: a constructor without a rule.

    >>> from symproof import norm, positive, sequence, vector, index
    >>> eta, v, t = positive("eta"), sequence("v", of=vector), index("t")
    >>> latex(eta / 2 * norm(v[t]) ** 2)
    '\\frac{\\eta}{2} \\lVert v_{t} \\rVert^{2}'
    """
    if isinstance(term, st.Prop):
        from symproof.writers.statements import latex_statement  # statements are written with terms

        return latex_statement(term)
    return _write(term).text


def latex_inline(term: tm.Term) -> str:
    """The LaTeX of a term as it stands in a script: quotients with a slash."""
    return _write(term, inline=True).text


def _bracketed(written: Written, level: int) -> str:
    return written.text if written.level >= level else _brackets(written)


def _brackets(written: Written, left: str = "(", right: str = ")") -> str:
    if written.tall:
        return rf"\left{left} {written.text} \right{right}"
    return f"{left}{written.text}{right}" if left in "([" else f"{left} {written.text} {right}"


def _sum(args: Sequence[tm.Term], inline: bool) -> Written:
    """Terms joined by their signs: `a - b`, never `a + -b`."""
    first, *rest = (_write(arg, inline) for arg in args)
    text = _bracketed(first, MINUS)
    for arg in rest:
        if arg.level == MINUS:
            text += f" - {arg.text[1:]}"
        else:
            text += f" + {_bracketed(arg, QUOTIENT)}"
    return Written(text, ADD, first.tall or any(arg.tall for arg in rest))


def _opposite(arg: tm.Term, inline: bool) -> Written:
    inner = _write(arg, inline)
    text = _bracketed(inner, QUOTIENT)
    return Written(f"-{text}", MINUS, inner.tall, inner.open and text == inner.text)


def _product(args: Sequence[tm.Term], inline: bool) -> Written:
    """Factors side by side. A negative number leads with its sign; elsewhere it is bracketed."""
    sign = ""
    head = args[0]
    if isinstance(head, tm.Number) and head.value < 0 and len(args) > 1:
        sign, head = "-", tm.Number(-head.value, head.shown.removeprefix("-"))
        starts_with_digit = _write(args[1], inline).text[:1].isdigit()
        args = args[1:] if head.value == 1 and not starts_with_digit else [head, *args[1:]]
    parts = [_write(arg, inline) for arg in args]
    text, before = "", Written("")
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        bare = (part.level >= FACTOR and (last or not part.open)) or (len(parts) == 1 and part.level >= QUOTIENT)
        written = part.text if bare else _brackets(part)
        text = f"{text}{_between(before, part, written)}{written}" if place else written
        before = part if bare else Written(written)
    ends_open = parts[-1].open and text.endswith(parts[-1].text)
    level = min(PRODUCT, parts[0].level) if len(parts) == 1 else PRODUCT
    return Written(sign + text, MINUS if sign else level, any(part.tall for part in parts), ends_open)


def _between(left: Written, right: Written, text: str) -> str:
    r"""What stands between two factors: `\cdot` before a number, a thin space where letters would run together."""
    numbers = _ends_in_number(left.text) and text.startswith(r"\frac{") and text[6:7].isdigit()
    if text[:1].isdigit() or numbers:
        return r" \cdot "
    if text.startswith("(") or left.word or (right.word and text == right.text):
        return r"\,"
    return " "


def _ends_in_number(text: str) -> bool:
    return text[-1:].isdigit() or (text.startswith(r"\frac{") and text[6:-1].replace("}{", "").isdigit())


def _quotient(top: tm.Term, bottom: tm.Term, inline: bool) -> Written:
    if not inline:
        return Written(rf"\frac{{{_write(top).text}}}{{{_write(bottom).text}}}", FACTOR, tall=True)
    over, under = _write(top, inline), _write(bottom, inline)
    left = over.text if over.level >= PRODUCT and not over.open else _brackets(over)
    right = under.text if under.level >= FACTOR and not under.open else _brackets(under)
    return Written(f"{left}/{right}", QUOTIENT, over.tall or under.tall)


def _number(value: Fraction, inline: bool) -> Written:
    if value < 0:
        inner = _number(-value, inline)
        return Written(f"-{inner.text}", MINUS, inner.tall)
    if value.denominator == 1:
        return Written(str(value.numerator))
    if inline:
        return Written(f"{value.numerator}/{value.denominator}", QUOTIENT)
    return Written(rf"\frac{{{value.numerator}}}{{{value.denominator}}}", FACTOR, tall=True)


def _printed(digits: str) -> Written:
    """A number in digits, as its author wrote it."""
    text = latex_digits(digits)
    return Written(text, MINUS if digits.startswith("-") else PRODUCT if "times" in text else ATOM)


def latex_digits(digits: str) -> str:
    r"""A number as printed: `7.802 \\times 10^{24}`."""
    mantissa, _, power = digits.lower().partition("e")
    return rf"{mantissa} \times 10^{{{int(power)}}}" if power else mantissa


def _power(base: tm.Scalar, exponent: tm.Scalar, inline: bool) -> Written:
    raised = latex_inline(exponent)
    if tm.is_elementary(base, "sin", "cos") and raised.isdigit() and int(raised) > 1:
        call = _elementary(base.function, base.args, inline)
        name = FUNCTIONS[base.function].latex
        return Written(f"{name}^{{{raised}}}{call.text.removeprefix(name)}", FACTOR, call.tall)
    inner = _write(base, inline)
    return Written(f"{_bracketed(inner, ATOM)}^{{{raised}}}", FACTOR, inner.tall, word=inner.word)


def _elementary(name: str, args: Sequence[tm.Term], inline: bool) -> Written:
    written = [_write(arg, inline) for arg in args]
    inner = Written(", ".join(arg.text for arg in written), ADD, any(arg.tall for arg in written))
    if name == "sqrt":
        return Written(rf"\sqrt{{{inner.text}}}", ATOM, inner.tall)
    if name == "abs":
        return Written(_brackets(inner, r"\lvert", r"\rvert"), ATOM, inner.tall)
    return Written(_call(FUNCTIONS[name].latex, inner), FACTOR, inner.tall)


def _call(name: str, arg: Written) -> str:
    r"""A function at an argument. TeX spaces `\left` like a factor, so that a call draws it back."""
    return rf"{name}\!{_brackets(arg)}" if arg.tall else name + _brackets(arg)


def _blocks(matrix: tm.Above | tm.Beside) -> Written:
    lines = matrix.parts if isinstance(matrix, tm.Above) else (matrix,)
    rows = [" & ".join(map(latex_inline, line.parts if isinstance(line, tm.Beside) else (line,))) for line in lines]
    table = r" \\ ".join(rows)
    return Written(rf"\begin{{pmatrix}} {table} \end{{pmatrix}}", ATOM, tall=True)


def _operated(operator: str, body: tm.Term, inline: bool) -> Written:
    """A differential operator before its body, which stands in square brackets of its own."""
    return Written(rf"{operator}\left[ {_write(body, inline).text} \right]", FACTOR, tall=True)


def _letter(name: str) -> Written:
    letter = read_letter(name)
    return Written(letter.latex, ATOM if letter.whole else FACTOR, word=letter.runs_on)


def _member(name: str, *places: tm.Term) -> Written:
    letter = read_letter(name)
    index = ", ".join(map(latex_inline, places))
    atom = not letter.sup or bool(letter.sub)
    return Written(letter.at(index), ATOM if atom else FACTOR, word="mathrm" in letter.core or "text" in letter.core)


def _big(operator: str, under: str, over: str, body: tm.Term, inline: bool) -> Written:
    inner = _write(body, inline)
    limits = f"_{{{under}}}" + (f"^{{{over}}}" if over else "")
    held = _bracketed(inner, FACTOR if operator == r"\prod" else PRODUCT)
    space = r" \, " if held.startswith(("(", r"\lVert", r"\langle", r"\lvert")) else " "
    return Written(f"{operator}{limits}{space}{held}", FACTOR, tall=True, open=True)


def _ranged(operator: str, term: tm.Sum | tm.Product | tm.VectorSum, inline: bool) -> Written:
    under = f"{latex_name(term.index.name)} = {latex_inline(term.low)}"
    return _big(operator, under, latex_inline(term.high), term.body, inline)


def _write(term: tm.Term, inline: bool = False) -> Written:
    """The LaTeX of a term that is no statement."""
    match term:
        case tm.Number(value, shown):
            return _printed(shown) if shown else _number(value, inline)
        case tm.ResidueNumber(value):
            return _number(Fraction(value), inline)
        case tm.Variable(name) | tm.VectorVariable(name) | tm.ResidueVariable(name) | tm.MatrixVariable(name):
            return _letter(name)
        case tm.EntryLaw(""):
            if term.is_column:
                return _write(by_members(term), inline)
            places = ", ".join(map(latex_inline, (term.row, term.column)))
            table = _brackets(_write(term.body, inline))
            return Written(f"{table}_{{{places}}}", tall=r"\left" in table)
        case tm.Sequence(name) | tm.Function(name) | tm.EntryLaw(name):
            return _letter(name)
        case tm.ZeroVector():
            return Written(r"\mathbf{0}")
        case tm.Add(args) | tm.VectorAdd(args) | tm.ResidueAdd(args):
            return _sum(args, inline)
        case tm.MatrixAdd(left, right):
            return _sum((*_terms(left), right), inline)
        case tm.Neg(tm.Floor(tm.Neg(arg))):
            inner = _write(arg, inline)
            return Written(_brackets(inner, r"\lceil", r"\rceil"), ATOM, inner.tall)
        case tm.Floor(arg):
            inner = _write(arg, inline)
            return Written(_brackets(inner, r"\lfloor", r"\rfloor"), ATOM, inner.tall)
        case tm.Neg(arg) | tm.VectorNeg(arg) | tm.ResidueNeg(arg):
            return _opposite(arg, inline)
        case tm.Mul(args):
            return _product(args, inline)
        case tm.Scale(factor, arg) | tm.MatrixScale(factor, arg):
            return _product((*_factors(factor), arg), inline)
        case tm.MatrixMul(left, right):
            return _product((*_factors(left), right), inline)
        case tm.Div(top, bottom) | tm.VectorDiv(top, bottom):
            return _quotient(top, bottom, inline)
        case tm.Pow(base, exponent):
            return _power(base, exponent, inline)
        case tm.Elementary(name, ()):
            return Written(FUNCTIONS[name].latex, ATOM, word=True)
        case tm.Elementary(name, args):
            return _elementary(name, args, inline)
        case tm.Inner(left, right):
            sides = _write(left, inline), _write(right, inline)
            pair = Written(f"{sides[0].text}, {sides[1].text}", tall=sides[0].tall or sides[1].tall)
            return Written(_brackets(pair, r"\langle", r"\rangle"), ATOM, pair.tall)
        case tm.Norm(arg):
            inner = _write(arg, inline)
            return Written(_brackets(inner, r"\lVert", r"\rVert"), ATOM, inner.tall)
        case tm.Delta(index):
            return Written(rf"\delta_{{{latex_inline(index)}}}")
        case tm.ScalarAt(sequence, index) | tm.VectorAt(sequence, index):
            return _member(sequence.name, index)
        case tm.Entry(tm.MatrixVariable(name) | tm.EntryLaw(name) as matrix, row, column):
            return _member(name, *_entry_places(matrix, row, column))
        case tm.Entry(matrix, row, column):
            table = _brackets(_write(matrix, inline))
            places = ", ".join(map(latex_inline, _entry_places(matrix, row, column)))
            return Written(f"{table}_{{{places}}}", tall=r"\left" in table)
        case tm.Transpose(matrix):
            inner = _write(matrix, inline)
            return Written(rf"{_bracketed(inner, ATOM)}^{{\top}}", FACTOR, inner.tall, word=inner.word)
        case tm.Identity():
            return Written("I")
        case tm.MatrixPower(matrix, exponent):
            inner = _write(matrix, inline)
            raised = rf"{_bracketed(inner, ATOM)}^{{{latex_inline(exponent)}}}"
            return Written(raised, FACTOR, inner.tall, word=inner.word)
        case tm.MatrixTrace(matrix) | tm.Determinant(matrix):
            inner = _write(matrix, inline)
            name = r"\det" if isinstance(term, tm.Determinant) else r"\operatorname{tr}"
            return Written(_call(name, inner), FACTOR, inner.tall)
        case tm.Apply(function, arg):
            inner = _write(arg, inline)
            return Written(_call(latex_name(function.name), inner), ATOM, inner.tall, word=_letter(function.name).word)
        case tm.GradientAt(function, arg):
            inner = _write(arg, inline)
            return Written(rf"\nabla {_call(latex_name(function.name), inner)}", FACTOR, inner.tall)
        case tm.Hadamard(left, right) | tm.Kronecker(left, right):
            sides = _write(left, inline), _write(right, inline)
            sign = r"\odot" if isinstance(term, tm.Hadamard) else r"\otimes"
            text = f"{_bracketed(sides[0], FACTOR)} {sign} {_bracketed(sides[1], FACTOR)}"
            return Written(text, ADD, sides[0].tall or sides[1].tall)
        case tm.Vec(matrix) | tm.Adjugate(matrix):
            inner = _write(matrix, inline)
            name = "vec" if isinstance(term, tm.Vec) else "adj"
            return Written(_call(rf"\operatorname{{{name}}}", inner), FACTOR, inner.tall)
        case tm.Above() | tm.Beside():
            return _blocks(term)
        case tm.Gradient(body, variable) | tm.MatrixGradient(body, variable):
            return _operated(rf"\nabla_{{{latex_name(variable.name)}}}", body, inline)
        case tm.Derivative(body, variable):
            return _operated(rf"\frac{{\mathrm{{d}}}}{{\mathrm{{d}}{latex_name(variable.name)}}}", body, inline)
        case tm.Sum() | tm.VectorSum():
            return _ranged(r"\sum", term, inline)
        case tm.Product():
            return _ranged(r"\prod", term, inline)
        case tm.Factorial(arg):
            inner = _write(arg, inline)
            return Written(f"{_bracketed(inner, ATOM)}!", FACTOR, inner.tall)
        case tm.Binomial(top, bottom):
            return Written(rf"\binom{{{_write(top, inline).text}}}{{{_write(bottom, inline).text}}}", ATOM, tall=True)
        case tm.CyclicSum(body, index):
            return _big(r"\sum", rf"{latex_name(index.name)} \in {latex_inline(index.over)}", "", body, inline)
        case tm.Cyclic(modulus):
            return Written(rf"\mathbb{{Z}}/{_bracketed(_write(modulus, inline=True), ATOM)}", QUOTIENT)
        case tm.Interval(low, high):
            return Written(rf"\{{{latex_inline(low)}, \ldots, {latex_inline(high)}\}}")
        case _:
            raise UnknownOperator(f"no LaTeX for {type(term).__name__}; add its case to writers/latex.py")


def _entry_places(matrix: tm.Matrix, row: tm.Term, column: tm.Term) -> tuple[tm.Term, ...]:
    """The indices of an entry; of a column, the row alone."""
    return (row,) if matrix.is_column and column == tm.ONE else (row, column)


def _factors(term: tm.Term) -> tuple[tm.Term, ...]:
    """The factors of what stands left in a product: 2 eta v is (2 eta) v, and A B C is (A B) C."""
    match term:
        case tm.Mul(args):
            return args
        case tm.MatrixMul(left, right):
            return (*_factors(left), right)
        case tm.MatrixScale(factor, matrix):
            return (*_factors(factor), matrix)
        case _:
            return (term,)


def _terms(term: tm.Term) -> tuple[tm.Term, ...]:
    """The terms of what stands left in a sum of matrices."""
    return (*_terms(term.left), term.right) if isinstance(term, tm.MatrixAdd) else (term,)
