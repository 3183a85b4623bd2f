r"""Evaluation traces: a scalar term as its Wengert list, with tangents (forward mode) or adjoints (reverse mode).

    trace(exp(x * y) + x, x, y).forward(x)

A line of the list is one elementary operation on the letters before it, and a subterm that occurs twice has one
line. The tangent of a line is the derivative of its letter in one input; its adjoint is the derivative of the output in
its letter, the letters after it being worked out. Each line claims that this derivative is what the rule (the
chain rule, over the lines next to it) makes of its neighbours, and in closed form what the table shows; the last claim is
about the derivatives of the term itself. Nothing is checked here and nothing is trusted: the claims are
statements like any other.

Source: Griewank and Walther, "Evaluating derivatives", 2nd ed., 2008, chapters 2 and 3.
Limits: scalars; one output. Claims are written out in full, so a deep trace that shares much has long ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from symproof.chain_rule import combined, partial, tidy
from symproof.errors import DerivationError, SortError
from symproof.statement import Implies, Prop, Relation, all_of
from symproof.substitution import substitute
from symproof.symbols import derivative
from symproof.term import (
    ONE,
    ZERO,
    Add,
    Div,
    Elementary,
    Mul,
    Neg,
    Number,
    Pow,
    Scalar,
    ScalarLike,
    Term,
    Variable,
    scalar,
)
from symproof.text import letter as text_of

if TYPE_CHECKING:
    from fractions import Fraction

Terms = Mapping[Variable, Scalar]


class Line(NamedTuple):
    """A line of a Wengert list: its letter, and the term that it stands for, in the letters before it."""

    letter: Variable
    term: Scalar


class Rate(NamedTuple):
    """A tangent or an adjoint: `letter` is whose, `parts` are the rule's summands as (partial derivative, letter
    whose own tangent or adjoint it multiplies), and `closed` is what comes of it, in the letters of the list.

    `seed` marks the ones that the others start from: 1, or 0.
    """

    letter: Variable
    parts: tuple[tuple[Scalar, Variable], ...]
    closed: Scalar
    seed: bool = False


class TraceClaim(NamedTuple):
    """A claim of a trace: the letter that it is about ("" for the term as a whole), its name, and the statement."""

    letter: str
    name: str
    claim: Prop


class Trace:
    """A Wengert list for `body` in the letters `inputs`, and what is claimed along it.

    `mode` is "" (the list alone), "forward" (tangents in the input `direction`) or "reverse" (adjoints). `at` are the
    values at which a sheet shows each line, with `digits` digits. A trace never changes: `forward` and `reverse` make
    another.
    """

    __slots__ = ("at", "body", "digits", "direction", "inputs", "lines", "mode", "rates")

    def __init__(
        self, body: Scalar, inputs: tuple[Variable, ...], lines: tuple[Line, ...], at: Mapping[Variable, Fraction],
        digits: int, mode: str = "", direction: Variable | None = None, rates: tuple[Rate, ...] = (),
    ) -> None:  # fmt: skip
        self.body, self.inputs, self.lines, self.at, self.digits = body, inputs, lines, at, digits
        self.mode, self.direction, self.rates = mode, direction, rates

    @property
    def letters(self) -> tuple[Variable, ...]:
        """The inputs, and then the letters of the lines."""
        return (*self.inputs, *(line.letter for line in self.lines))

    @property
    def output(self) -> Variable:
        """The letter of the last line."""
        return self.letters[-1]

    def expanded(self, term: Scalar, above: int = 0) -> Scalar:
        """`term` with the letters of the lines from number `above` on (counted from 0) written out.

        >>> from symproof import exp, real
        >>> x = real("x")
        >>> made = trace(exp(x) ** 2, x)
        >>> made.expanded(made.output)
        exp(x)**2
        """
        for line in reversed(self.lines[above:]):
            term = substitute(term, {line.letter: line.term})
        return term

    def forward(self, x: ScalarLike, tangents: Mapping[Any, ScalarLike] | None = None) -> Trace:
        """The trace with the tangents in the input `x`. `tangents` states some of them as the author has them, in the
        letters of the list; these are checked like the others, and the lines after them build on them.

        Raises:
            DerivationError: `x` is no input, or a tangent is stated of something that is no line.
            UnknownOperator: an operation without a derivative.
        """
        inputs = dict(zip(self.inputs, self.inputs, strict=True))
        direction = inputs.get(_letter(x))
        if direction is None:
            raise DerivationError(f"{x} is no input of the trace; its inputs are {_listed(self.inputs)}")
        stated = self._stated(tangents, [line.letter for line in self.lines])
        rates = [Rate(each, (), ONE if each == direction else ZERO, seed=True) for each in self.inputs]
        known: dict[Variable, Scalar] = {rate.letter: rate.closed for rate in rates}
        for line in self.lines:
            parts = _summands((line.term, at, at) for at in known)
            known[line.letter] = stated.get(line.letter, tidy(combined(parts, known)))
            rates.append(Rate(line.letter, parts, known[line.letter]))
        return Trace(self.body, self.inputs, self.lines, self.at, self.digits, "forward", direction, tuple(rates))

    def reverse(self, adjoints: Mapping[Any, ScalarLike] | None = None) -> Trace:
        """The trace with the adjoints, from the last line up to the inputs. `adjoints` states some of them, as
        `tangents` does in `forward`.

        Raises:
            DerivationError: an adjoint is stated of something that is no line and no input.
            UnknownOperator: an operation without a derivative.
        """
        stated = self._stated(adjoints, self.letters[:-1])
        rates = [Rate(self.output, (), ONE, seed=True)]
        known: dict[Variable, Scalar] = {self.output: ONE}
        for letter in reversed(self.letters[:-1]):
            parts = _summands((line.term, letter, line.letter) for line in self.lines)
            known[letter] = stated.get(letter, tidy(combined(parts, known)))
            rates.append(Rate(letter, parts, known[letter]))
        rates.reverse()
        return Trace(self.body, self.inputs, self.lines, self.at, self.digits, "reverse", None, tuple(rates))

    def _stated(self, stated: Mapping[Any, ScalarLike] | None, allowed: Sequence[Variable]) -> Terms:
        found = {_letter(key): scalar(value) for key, value in (stated or {}).items()}
        for letter in found:
            if letter not in allowed:
                raise DerivationError(f"{letter} is no line of the trace whose rate is stated; {_listed(allowed)} are")
        return found

    # What is claimed ------------------------------------------------------------------------------

    @property
    def claim(self) -> Prop:
        """What the trace shows: the derivatives of the term; without a mode, that the list computes it."""
        inputs = [self.direction] if self.direction is not None else list(self.inputs)
        rates = {rate.letter: rate.closed for rate in self.rates}
        match self.mode:
            case "forward":
                closed = [rates[self.output]]
            case "reverse":
                closed = [rates[x] for x in inputs]
            case _:
                return Relation("=", self.body, self.expanded(self.output))
        shown = [
            Relation("=", derivative(self.body, x), self.expanded(term)) for x, term in zip(inputs, closed, strict=True)
        ]
        return all_of(shown)

    @property
    def claims(self) -> tuple[TraceClaim, ...]:
        """All that the trace claims, in order: of each line, and last `claim`."""
        found: list[TraceClaim] = []
        computed = Relation("=", self.body, self.expanded(self.output))
        if self.mode and computed.left != computed.right:
            found.append(TraceClaim("", "value", computed))
        rates = {rate.letter: rate.closed for rate in self.rates}
        for rate in self.rates if self.mode == "forward" else reversed(self.rates):
            if not rate.seed:
                name = f"{'tangent' if self.mode == 'forward' else 'adjoint'} of {text_of(rate.letter.name)}"
                found += [TraceClaim(rate.letter.name, name, claim) for claim in self._claims_of(rate, rates)]
        if not found or found[-1].claim != self.claim:
            found.append(TraceClaim("", "result" if self.mode else "value", self.claim))
        return tuple(found)

    def _claims_of(self, rate: Rate, rates: Terms) -> Iterator[Prop]:
        """Of a tangent, that the derivative of the line's term in the input is what the rule says, and that this is its
        closed form; of an adjoint, the same of the derivative of the output in the line's letter."""
        if self.direction is not None:
            place, left = 0, derivative(self.expanded(rate.letter), self.direction)
        else:
            place = max(self.letters.index(rate.letter) - len(self.inputs) + 1, 0)  # the lines after the letter's own
            left = derivative(self.expanded(self.output, place), rate.letter)
        ruled, closed = (self.expanded(each, place) for each in (combined(rate.parts, rates), rate.closed))
        yield self._where(Relation("=", left, ruled))
        if ruled != closed:
            yield self._where(Relation("=", ruled, closed))

    def _where(self, claim: Prop) -> Prop:
        """The claim, where the letters that its value depends on are what the list says they are.

        The letters before a line are free in its adjoint. Most adjoints hold whatever they are; one with a logarithm or a
        quotient has a value only where they are positive, or not zero, and so says what they are.
        """
        from symproof.trusted.defined import definedness  # the kernel is loaded when a trace is made

        needed = {symbol for condition in definedness(claim) for symbol in condition.free}
        known = [Relation("=", line.letter, self.expanded(line.term)) for line in self.lines if line.letter in needed]
        if not known:
            return claim
        return Implies(all_of(known), claim)

    def __repr__(self) -> str:
        return "; ".join(f"{line.letter} = {line.term}" for line in self.lines)


def trace(
    body: ScalarLike,
    *inputs: ScalarLike,
    lines: Mapping[Any, ScalarLike] | None = None,
    name: str = "v",
    at: Mapping[Any, ScalarLike] | None = None,
    digits: int = 5,
) -> Trace:
    """The evaluation trace of a scalar term in its inputs, which are real letters; other letters are constants.

    The lines are found, one for each elementary operation, and named `name` with a number; or they are given, as a letter
    for each line and the term it stands for. `at` gives the inputs values, at which a sheet shows the lines.

    Raises:
        DerivationError: a line uses a letter that is defined after it, or defines one twice; no input; a value for
            something that is no input.

    >>> from symproof import exp, real, sin
    >>> x, y = real("x"), real("y")
    >>> trace(sin(x * y) + exp(x * y), x, y)
    v_1 = x*y; v_2 = sin(v_1); v_3 = exp(v_1); v_4 = v_2 + v_3
    """
    term = scalar(body)
    letters = tuple(_letter(each) for each in inputs)
    if not letters:
        raise DerivationError(f"trace({term}) has no input; name the letters: trace(body, x, y)")
    listed = _split(term, letters, name) if lines is None else _given(lines, letters)
    if not listed:
        raise DerivationError(f"{term} is a letter or a constant; there is nothing to trace")
    return Trace(term, letters, listed, _values(at, letters, term), digits)


def _letter(value: object) -> Variable:
    read = scalar(value)
    if isinstance(read, Variable) and read.domain == "real":
        return read
    raise SortError(f"{value} is no real letter; declare it with real(name)")


def _listed(letters: Iterable[Scalar]) -> str:
    return ", ".join(map(str, letters))


def _summands(pairs: Iterable[tuple[Scalar, Variable, Variable]]) -> tuple[tuple[Scalar, Variable], ...]:
    """The rule's summands, from a line's term, the letter it is differentiated in, and the letter whose rate comes in."""
    found = ((partial(term, letter), other) for term, letter, other in pairs if letter in term.free)
    return tuple((slope, other) for slope, other in found if slope != ZERO)


def _values(at: Mapping[Any, ScalarLike] | None, inputs: Sequence[Variable], body: Scalar) -> dict[Variable, Fraction]:
    found: dict[Variable, Fraction] = {}
    if at is not None and not isinstance(at, Mapping):
        raise DerivationError(f"at={at!r} gives no values; write at={{x: 1, y: 2}}")
    for key, value in (at or {}).items():
        letter, number = _letter(key), scalar(value)
        if letter not in inputs and letter not in body.free:
            raise DerivationError(f"at={{{letter}: {value}}} gives a value to no letter of {body}")
        if not isinstance(number, Number):
            raise DerivationError(f"at={{{letter}: {value}}}: {value} is no number")
        found[letter] = number.value
    return found


def _given(lines: Mapping[Any, ScalarLike], inputs: Sequence[Variable]) -> tuple[Line, ...]:
    """The author's own lines, if each is about letters that are known by then."""
    listed = [Line(_letter(key), scalar(value)) for key, value in lines.items()]
    owners = {line.letter.name: place for place, line in enumerate(listed)}
    for place, line in enumerate(listed):
        if line.letter in inputs:
            raise DerivationError(f"{line.letter} is an input of the trace, and a line of it")
        if line.letter.sign:
            raise DerivationError(f"{line.letter} stands for {line.term}; declare it with real(name), without a sign")
        for symbol in line.term.free:
            if owners.get(getattr(symbol, "name", ""), -1) >= place:
                raise DerivationError(f"{line.letter} = {line.term} uses {symbol}, which no line before it defines")
    return tuple(listed)


# Taking a term apart ------------------------------------------------------------------------------


def _split(body: Scalar, inputs: Sequence[Variable], name: str) -> tuple[Line, ...]:
    """The lines of a term, one elementary operation each, in the order in which it is evaluated."""
    taken = {str(getattr(symbol, "name", "")).replace("{", "").replace("}", "") for symbol in (*body.free, *inputs)}
    names = (f"{name}_{k}" for k in count(1) if f"{name}_{k}" not in taken)
    letters: set[Term] = set(inputs)
    known: dict[Scalar, Variable] = {}

    def named(term: Scalar) -> Scalar:
        if not letters & term.free:  # a constant, written where it stands
            return term
        if term not in known:
            known[term] = Variable(next(names))
            letters.add(known[term])
        return known[term]

    def visit(term: Scalar) -> Scalar:
        if term in letters or not letters & term.free:
            return term
        match term:
            case Add(args) | Mul(args):
                whole = visit(args[0])
                for arg in args[1:]:
                    # A difference is one operation.
                    right = Neg(visit(arg.arg)) if isinstance(term, Add) and isinstance(arg, Neg) else visit(arg)
                    whole = named(type(term)((whole, right)))
                return whole
            case Neg(arg):
                return named(Neg(visit(arg)))
            case Div(top, bottom):
                return named(Div(visit(top), visit(bottom)))
            case Pow(base, exponent):
                return named(Pow(visit(base), visit(exponent)))
            case Elementary(function, args):
                return named(Elementary(function, tuple(map(visit, args))))
            case _:
                return named(term)  # a sum of symbolic length, say: one line, in the inputs themselves

    visit(body)
    return tuple(Line(letter, term) for term, letter in known.items())
