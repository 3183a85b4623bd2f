"""From SymPy: the tree as it is, in the order in which SymPy prints it, nothing evaluated.

What SymPy's constructors have already erased (`x/x` is 1 to SymPy) cannot be read back; `evaluate=False` keeps it.
Letters without assumptions are real here, complex to SymPy. Letters must differ by name: two SymPy symbols of one
name in one expression are refused, and a `Dummy` gets a name of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

import sympy
from sympy.core.function import Application, AppliedUndef, UndefinedFunction
from sympy.core.relational import Relational

from symproof import statement as st
from symproof import term as tm
from symproof.counted import harmonic
from symproof.doors.sympy.matrices import SCALARS, is_matrix, read_matrix, read_number
from symproof.doors.sympy.writing import RELATIONALS, symbol_of
from symproof.errors import NameClash, SortError
from symproof.functions import BY_OTHERS, FUNCTIONS, pi
from symproof.substitution import fresh, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

Over = TypeVar("Over", tm.Sum, tm.Product)

KINDS = {relational: kind for kind, relational in RELATIONALS.items()}
ELEMENTARY = {row.sympy: row for row in FUNCTIONS.values() if row.arity}
INSTEAD = {
    "BooleanFalse": "SymPy has decided it already, so no statement is left to check; write Eq(a, b, evaluate=False) "
    "or symproof's eq(a, b)",
    "ComplexInfinity": "it is no real number",
    "Float": "a float is not the number that was meant; write Rational('0.1') or Rational(1, 10)",
    "ImaginaryUnit": "symproof's numbers are real",
    "Infinity": "it is no real number; a sum goes up to a letter, n",
    "Integral": "state the claim about a derivative instead",
    "NaN": "it is no real number",
    "Piecewise": "write one claim per case: Implies(condition, claim)",
    "conjugate": "letters are real here: declare them with real=True and SymPy drops it",
}
MOST_DERIVATIVES = 20
INSTEAD["BooleanTrue"] = INSTEAD["BooleanFalse"]


Read = tm.Scalar | tm.Matrix | st.Prop


def from_sympy(value: Any) -> Read:
    """SymPy's expression, relation or logic as ours, kept as SymPy shows it.

    A symbol's assumptions become its declaration: `integer`, with `nonnegative` or `positive` a natural number from
    0 or 1 on; `positive`, `nonnegative`, `negative`, `nonzero` a sign; none a real number. The index of a `Sum` is
    an integer, whatever it is declared.

    Raises:
        SortError: what the language cannot say, by SymPy's name for it, with what to write instead.
        NameClash: two symbols of one name.

    >>> from_sympy(sympy.sympify("x/x", evaluate=False)), from_sympy(sympy.sympify("(a - b)/2 + sqrt(a)"))
    (x/x, sqrt(a) + a/2 - b/2)
    """
    if not isinstance(value, sympy.Basic) and not is_matrix(value):
        hint = "; apply it to an argument" if isinstance(value, UndefinedFunction) else ""
        raise SortError(f"{value!r} is SymPy's {type(value).__name__}, no expression and no relation{hint}")
    return read_with(value, {})


def read_with(value: sympy.Basic, known: Mapping[sympy.Basic, tm.Term]) -> Read:
    """An expression, relation or table of SymPy's as ours; `known` gives what some of its letters stand for.

    Raises:
        SortError: it is nested too deeply, or has no counterpart.
    """
    if isinstance(value, sympy.MatrixBase):  # a table, which need not be hashable
        return read_matrix(value, Reader(dict(known)))
    try:
        return Reader(dict(known)).read(value)
    except RecursionError:
        raise SortError(f"a SymPy {type(value).__name__} is nested too deeply to read; cut it into steps") from None


@dataclass
class Reader:
    """Reads one expression. `known` maps bound indices, and letters whose declaration is known, to ours."""

    known: dict[Any, tm.Term]
    letters: dict[tm.Term, Any] = field(default_factory=dict)
    done: dict[Any, Read] = field(default_factory=dict)

    def read(self, expr: Any) -> Read:
        """`expr` as ours; what SymPy shares is read once."""
        if expr not in self.done:
            self.done[expr] = self._read(expr)
        return self.done[expr]

    def scalar(self, expr: Any) -> tm.Scalar:
        """`expr` as a number.

        Raises:
            SortError: it is a matrix or a statement.
        """
        read = self.read(expr)
        if isinstance(read, tm.Matrix):
            raise SortError(f"{read} is a matrix where a number is needed: Trace(...), Determinant(...), A[i, j]")
        if not isinstance(read, tm.Scalar):
            raise SortError(f"{read} is a statement where a number is needed; SymPy's word for `iff` is Equivalent")
        return read

    def prop(self, expr: Any) -> st.Prop:
        """`expr` as a statement.

        Raises:
            SortError: it is a term.
        """
        read = self.read(expr)
        if not isinstance(read, st.Prop):
            raise SortError(f"{read} is a term where a statement is needed; write a relation: Eq(a, b), a < b")
        return read

    def integer(self, expr: Any) -> tm.Scalar:
        """`expr` as a bound or an index."""
        read = self.scalar(expr)
        if not tm.is_integer(read):
            raise SortError(
                f"{read} is not known to be an integer, and a bound or an index must be; "
                "declare its letters with integer=True"
            )
        return read

    def _read(self, expr: Any) -> Read:
        match expr:
            case sympy.Symbol() | sympy.Idx():
                return self.letter(expr)
            case sympy.Rational(p=p, q=q):
                return tm.Number(Fraction(int(p), int(q)))
            case sympy.pi:
                return pi
            case sympy.E:
                return tm.Elementary("exp", (tm.ONE,))
            case _ if is_matrix(expr):  # a sum or product of matrices is SymPy's Add or Mul too
                return read_matrix(expr, self)
            case _ if isinstance(expr, SCALARS):
                return read_number(expr, self)
            case sympy.Add():
                first, *rest = map(self.scalar, _as_printed(expr))
                return tm.Add((first, *map(_subtracted, rest))) if rest else first
            case sympy.Mul():
                return self.quotient(_as_printed(expr))
            case sympy.Pow(base=base, exp=exponent):
                if exponent.is_Rational and exponent.is_negative:
                    return tm.Div(tm.ONE, self.power(base, -exponent, below=True))
                return self.power(base, exponent)
            case sympy.UnevaluatedExpr(args=(held,)):
                return self.read(held)
            case AppliedUndef():
                return self.application(expr)
            case sympy.KroneckerDelta(args=(left, right)):
                return self.delta(left, right)
            case sympy.Indexed():
                return self.member(expr)
            case sympy.floor(args=(number,)):
                return tm.Floor(self.scalar(number))
            case sympy.ceiling(args=(number,)):
                return -tm.Floor(-self.scalar(number))
            case sympy.Mod(args=(number, modulus)):
                top, bottom = self.scalar(number), self.scalar(modulus)
                return top - bottom * tm.Floor(top / bottom)
            case sympy.factorial(args=(number,)):
                return tm.Factorial(self.integer(number))
            case sympy.gamma(args=(number,)) if number.is_integer:
                return tm.Factorial(self.integer(number - 1))
            case sympy.binomial(args=(top, bottom)):
                return tm.Binomial(self.scalar(top), self.integer(bottom))
            case sympy.harmonic(args=(number, *power)):
                return harmonic(self.integer(number), *map(self.scalar, power))
            case sympy.RisingFactorial(args=(start, count)) | sympy.FallingFactorial(args=(start, count)):
                return self.run_of_factors(start, count, 1 if isinstance(expr, sympy.RisingFactorial) else -1)
            case sympy.Sum():
                return self.over_range(expr, tm.Sum)
            case sympy.Product():
                return self.over_range(expr, tm.Product)
            case sympy.Derivative():
                return self.derivative(expr)
            case Relational() if type(expr) in KINDS and (is_matrix(expr.lhs) or is_matrix(expr.rhs)):
                return st.Relation(KINDS[type(expr)], read_matrix(expr.lhs, self), read_matrix(expr.rhs, self))
            case sympy.Eq(args=(left, right)) if _is_endless(left) or _is_endless(right):
                return self.series(left, right) if _is_endless(left) else self.series(right, left)
            case Relational() if type(expr) in KINDS:
                return st.Relation(KINDS[type(expr)], self.scalar(expr.lhs), self.scalar(expr.rhs))
            case sympy.And(args=args):
                return st.And(tuple(map(self.prop, args)))
            case sympy.Or(args=args):
                return st.Or(tuple(map(self.prop, args)))
            case sympy.Not(args=(arg,)):
                return st.Not(self.prop(arg))
            case sympy.Implies(args=(left, right)):
                return st.Implies(self.prop(left), self.prop(right))
            case sympy.Equivalent(args=(head, *others)):
                pairs = tuple(st.Iff(self.prop(head), self.prop(other)) for other in others)
                return st.And(pairs) if len(pairs) != 1 else pairs[0]
            case _ if type(expr).__name__ in ELEMENTARY | BY_OTHERS and isinstance(expr, Application):
                return self.elementary(expr)
        kind = type(expr).__name__
        hint = INSTEAD.get(kind, "it is not in the language")
        raise SortError(f"{expr} is SymPy's {kind}, which symproof cannot read: {hint}")

    def letter(self, symbol: Any) -> tm.Scalar:
        """A SymPy symbol as the letter that its assumptions declare."""
        if symbol not in self.known:
            self.known[symbol] = self.claimed(_variable(symbol), symbol)
        read = self.known[symbol]
        assert isinstance(read, tm.Scalar)
        return read

    def claimed(self, letter: Any, source: Any) -> Any:
        """`letter`, known from now on to stand for `source` alone."""
        if self.letters.setdefault(letter, source) != source:
            raise NameClash(
                f"two SymPy letters are both named {letter} and declared differently; declare it once, or rename one"
            )
        return letter

    def quotient(self, factors: list[Any]) -> tm.Scalar:
        """A product, with what has a negative number as exponent below the line, and a leading sign in front."""
        negative = False
        top: list[tm.Scalar] = []
        bottom: list[tm.Scalar] = []
        for place, factor in enumerate(factors):
            if isinstance(factor, sympy.Rational):
                p, q = int(factor.p), int(factor.q)
                if p < 0 and not top and not bottom and not negative and place + 1 < len(factors):
                    negative, p = True, -p
                    if p == q == 1:
                        continue
                if p != 1 or q == 1:
                    top.append(tm.Number(Fraction(p)))
                if q != 1:
                    bottom.append(tm.Number(Fraction(q)))
            elif isinstance(factor, sympy.Pow) and factor.exp.is_Rational and factor.exp.is_negative:
                bottom.append(self.power(factor.base, -factor.exp, below=True))
            else:
                top.append(self.scalar(factor))
        whole = _times(top) if not bottom else tm.Div(_times(top), _times(bottom))
        return tm.Neg(whole) if negative else whole

    def power(self, base: Any, exponent: Any, *, below: bool = False) -> tm.Scalar:
        """`base**exponent`; with `below`, what stands below the line for it."""
        # Only numbers as exponents go below the line: 0**(-n) has a value at n = 0, and 1/0**n has none at n = -1.
        if base is sympy.E:
            return tm.Elementary("exp", (self.scalar(exponent),))
        if below and exponent == 1:
            return self.scalar(base)
        if exponent.is_Rational and exponent.q == 2:
            # Our x**(3/2) has no value at 0 and SymPy's is 0 there, as is sqrt(x)**3.
            root = tm.Elementary("sqrt", (self.scalar(base),))
            return root if exponent.p == 1 else tm.Pow(root, tm.Number(Fraction(int(exponent.p))))
        return tm.Pow(self.scalar(base), self.scalar(exponent))

    def elementary(self, expr: Any) -> tm.Scalar:
        """A function of our table, under SymPy's name for it, or one that is written by those."""
        name = type(expr).__name__
        if name in BY_OTHERS:
            return BY_OTHERS[name](self.scalar(expr.args[0]))
        row = ELEMENTARY[name]
        *first, last = map(self.scalar, expr.args)
        if row.arity == 1:
            return tm.Elementary(row.name, (*first, last))
        for arg in reversed(first):  # SymPy's Max takes any number of arguments
            last = tm.Elementary(row.name, (arg, last))
        return last

    def application(self, expr: Any) -> tm.Scalar:
        """f(x), for a function f of which nothing is known."""
        name = expr.func.__name__
        if len(expr.args) != 1:
            raise SortError(f"{expr}: a function has one real argument here, not {len(expr.args)}")
        _refuse_excess(sympy.Symbol(name, **expr.func._kwargs), sympy.Symbol(name, real=True))
        function = self.known.get(expr.func) or self.claimed(tm.Function(name, "real"), expr.func)
        assert isinstance(function, tm.Function)
        return function(self.scalar(expr.args[0]))

    def delta(self, left: Any, right: Any) -> tm.Scalar:
        """KroneckerDelta(i, j) as the delta of i - j."""
        sides = [self.integer(side) for side in (left, right) if side != 0]
        if len(sides) == 2:
            return tm.Delta(tm.Add((sides[0], tm.Neg(sides[1]))))
        return tm.Delta(sides[0] if sides else tm.ZERO)

    def member(self, expr: Any) -> tm.Scalar:
        """a[i], a member of a sequence."""
        base = expr.base
        if (
            len(expr.indices) != 1
            or not isinstance(base, sympy.IndexedBase)
            or not isinstance(base.label, sympy.Symbol)
        ):
            raise SortError(f"{expr} is no member of a sequence a[i]; a matrix is declared with symproof's matrix(...)")
        if base not in self.known:
            letter = _variable(base.label)
            self.known[base] = self.claimed(tm.Sequence(letter.name, letter), base)
        sequence = self.known[base]
        assert isinstance(sequence, tm.Sequence)
        read = sequence[self.integer(expr.indices[0])]
        assert isinstance(read, tm.Scalar)
        return read

    def over_range(self, expr: Any, make: type[Over]) -> tm.Scalar:
        """A sum or product; the last of SymPy's limits is the outermost."""
        reader = self
        ranges: list[tuple[tm.Variable, tm.Scalar, tm.Scalar]] = []
        for limit in reversed(expr.limits):
            if len(limit) != 3 or not isinstance(limit[0], (sympy.Symbol, sympy.Idx)):
                raise SortError(f"{expr}: every index needs its range, written (k, 1, n)")
            symbol, *bounds = limit
            low, high = map(reader.integer, bounds)
            declared = _variable(symbol)
            index = self.claimed(declared if tm.is_integer(declared) else tm.Variable(declared.name, "integer"), symbol)
            reader = Reader(reader.known | {symbol: index}, self.letters)
            ranges.append((index, low, high))
        body = reader.scalar(expr.function)
        for index, low, high in reversed(ranges):
            body = make(body, index, low, high)
        return body

    def series(self, expr: Any, value: Any) -> st.SumsTo:
        """That an infinite sum has a value."""
        (index, low, _) = expr.limits[0]
        start = self.over_range(sympy.Sum(expr.function, (index, low, low)), tm.Sum)
        assert isinstance(start, tm.Sum)  # as it is read from one
        return st.SumsTo(start.body, start.index, start.low, self.scalar(value))

    def run_of_factors(self, start: Any, count: Any, step: int) -> tm.Scalar:
        """start (start + step) (start + 2 step) ... , of a natural number of factors."""
        first, many = self.scalar(start), self.integer(count)
        if not count.is_nonnegative:
            raise SortError(f"{count} factors: declare it a natural number")
        letter = tm.Variable("k", "natural", least=0)
        taken = {name_of(symbol) for symbol in (*first.free, *many.free)}
        letter = fresh(letter, taken) if letter.name in taken else letter
        return tm.Product(first + letter if step > 0 else first - letter, letter, tm.ZERO, many - 1)

    def derivative(self, expr: Any) -> tm.Scalar:
        """An unevaluated derivative, in one letter after the other."""
        body = self.scalar(expr.expr)
        for symbol, order in expr.variable_count:
            variable = self.read(symbol)
            if not isinstance(variable, tm.Variable) or not order.is_Integer or order > MOST_DERIVATIVES:
                raise SortError(f"{expr}: a derivative is taken in a letter, 1 to {MOST_DERIVATIVES} times")
            for _ in range(int(order)):
                body = tm.Derivative(body, variable)
        return body


def _is_endless(expr: Any) -> bool:
    return isinstance(expr, sympy.Sum) and len(expr.limits) == 1 and expr.limits[0][2:] == (sympy.oo,)


def _variable(symbol: Any) -> tm.Variable:
    """The letter that a SymPy symbol is: its name, and its assumptions as a declaration."""
    if isinstance(symbol, sympy.Idx):
        if symbol.lower is not None or not isinstance(symbol.label, sympy.Symbol):
            raise SortError(f"{symbol} has a range of its own; give the range to the sum, or as a hypothesis")
        symbol = symbol.label
    if isinstance(symbol, sympy.Wild):
        raise SortError(f"{symbol} is a pattern, not a letter; write Symbol({symbol.name!r})")
    name = f"{symbol.name}_{{{symbol.dummy_index}}}" if isinstance(symbol, sympy.Dummy) else symbol.name
    signs = {
        "positive": symbol.is_positive,
        "negative": symbol.is_negative,
        "nonnegative": symbol.is_nonnegative,
        "nonzero": symbol.is_zero is False,
    }
    sign = next((sign for sign, holds in signs.items() if holds), "")
    if symbol.is_integer and sign in ("positive", "nonnegative"):
        read = tm.Variable(name, "natural", least=int(sign == "positive"))
    else:
        read = tm.Variable(name, "integer" if symbol.is_integer else "rational" if symbol.is_rational else "real", sign)
    if symbol.is_real is None and (symbol.is_complex or symbol.is_extended_real):
        raise SortError(f"{name} is declared complex or extended real; letters are real here: declare real=True")
    _refuse_excess(symbol, symbol_of(read))
    return read


def _refuse_excess(symbol: Any, read: Any) -> None:
    """Refuse assumptions that a declaration here cannot say: dropped in silence, a true claim could be refuted."""
    said = read.assumptions0
    excess = {fact: value for fact, value in symbol.assumptions0.items() if said.get(fact) != value}
    if excess:
        facts = [fact for fact, value in excess.items() if value and not fact.startswith("extended_")]
        shown = ", ".join(f"{fact}=True" for fact in sorted(facts)) or "commutative=False"
        raise SortError(
            f"{symbol} is declared to SymPy with {shown}, which a declaration here cannot say; "
            "drop the assumption and give it as a hypothesis"
        )


def _as_printed(expr: Any) -> list[Any]:
    """The terms or factors in the order in which SymPy prints them; with evaluate=False, as they were written."""
    if expr.func(*expr.args) != expr:
        return list(expr.args)
    try:
        ordered = expr.as_ordered_terms() if expr.is_Add else expr.as_ordered_factors()
    except (OverflowError, TypeError, ValueError):  # SymPy sorts by complex floats
        return list(expr.args)
    return list(ordered if expr.func(*ordered) == expr else expr.args)


def _subtracted(term: tm.Scalar) -> tm.Scalar:
    """A term of a sum after the first: -3 is written as the subtraction of 3."""
    return tm.Neg(tm.Number(-term.value)) if isinstance(term, tm.Number) and term.value < 0 else term


def _times(factors: list[tm.Scalar]) -> tm.Scalar:
    return tm.product_of(factors)
