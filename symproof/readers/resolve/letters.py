r"""Names in formulas: letters and words without scripts, numbers; and the choices of a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.functions import FUNCTIONS
from symproof.printed import DIGITS
from symproof.readers.notation import tree as t
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.circulants import column_of_members
from symproof.readers.resolve.complex_numbers import UNIT, Complex
from symproof.readers.resolve.conditional import Made
from symproof.readers.resolve.context import Context, Symbol, member_of
from symproof.readers.resolve.domains import within
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import repeating
from symproof.readers.resolve.units import units
from symproof.readers.resolve.uses import CONJUGATED
from symproof.readers.resolve.values import (
    Macro,
    Point,
    Refused,
    Tuple,
    Unit,
    Value,
    guarded,
    words,
)
from symproof.statement import Prop

if TYPE_CHECKING:
    from symproof.readers.resolve.extrema import Extreme

UNITS = ("I", r"\mathbf{I}", r"\mathrm{Id}", r"\mathbb{I}", "I_n", r"\mathbf{I}_n", "I_d", "I_m")
"""The identity matrix, where nothing else is declared."""
FIELDS = ("f", "g", "u", "v", r"\phi", r"\varphi", r"\psi")
"""How functions of several letters are named that a text writes without them, u_t = -u."""
CALLED = (tm.Function, Macro, Undefined)


class Names:
    """Reads nodes in a context; `decisions` are the choices that are made, `open` those that came up beside them."""

    def __init__(self, context: Context, decisions: dict[str, str]) -> None:
        self.context, self.decisions = context, decisions
        self.open: dict[str, tuple[str, ...]] = {}
        self.notes: list[str] = []
        self.bound: list[dict[str, tm.Term]] = []
        self.spans: dict[tm.Term, tuple[tm.Scalar, tm.Scalar]] = {}
        """Over what the indices of the sums go that something stands under, where it is said."""
        self.used: set[str] = set()
        self.random = False
        self.conditionals: Made = {}
        self.modulus: t.Node | None = None
        self.integrated: frozenset[str] = frozenset()
        self.primitives: dict[tm.Variable, tuple[tm.Scalar, tm.Variable]] | None = None
        self.whole: tuple[t.Node, ...] = ()
        """What is read together: the members of a chain."""
        self.asked: list[Prop] = []
        """What arguments must fulfil so that functions are given there."""
        self.extremes: dict[str, Extreme] = {}
        """The letters that stand for the largest and the smallest of numbers with an index."""
        self.sayings: list[tuple[tuple[str, ...], frozenset[str], tuple[Prop, ...]]] = []

    @contextmanager
    def within(self, key: str, letter: tm.Term, span: tuple[tm.Scalar, tm.Scalar] | None = None) -> Iterator[None]:
        """Read what stands under a sum, a limit or an integral: its letter is bound there, and goes over a span."""
        self.bound.append({key: letter})
        if span is not None:
            self.spans[letter] = span
        before, self.asked = self.asked, []
        try:
            yield
        finally:
            self.bound.pop()
            self.spans.pop(letter, None)
            self.asked = before + [_throughout(letter, span, prop) for prop in self.asked]

    def indices(self) -> set[tm.Term]:
        """The letters that are bound here."""
        return {letter for scope in self.bound for letter in scope.values()}

    def said(self, read: Callable[[], Value]) -> Value:
        """What is read, or the refusal; its notes, the names that it uses and what it asks of arguments are kept in `sayings`."""
        self.notes, self.used, self.asked = [], set(), []
        value = caught(read)
        self.sayings.append((tuple(self.notes), frozenset(self.used), tuple(self.asked)))
        return value

    def choose(self, key: str, *options: str) -> str:
        """One of several ways to read something, the same way wherever it occurs."""
        if key in self.decisions:
            return self.decisions[key]
        self.open[key] = options
        return options[0]

    def standing(self, inner: t.Node) -> set[str | None]:
        """The letters of what is read together, but for those inside one of its nodes, and for those that other sums bind."""
        found: set[str | None] = set()
        waiting: list[tuple[t.Node, frozenset[str | None]]] = [(node, frozenset()) for node in self.whole]
        while waiting:
            node, bound = waiting.pop()
            if (node.start, type(node)) != (inner.start, type(inner)):
                found |= {canonical(node)} - bound if isinstance(node, t.Name) else set()
                bound |= _counted(node)
                waiting += [(child, bound) for child in node.children()]
        return found

    def note(self, text: str) -> None:
        """Remember to say how something was read."""
        if text not in self.notes:
            self.notes.append(text)

    def called(self, function: Macro, args: Sequence[Value], node: t.Node) -> Value:
        """A defined function at its arguments, which must lie where the text gives it."""
        value = guarded(node, lambda: function.at(tuple(args), node))
        if (asked := within(function, args, node)) is not None:
            self.asked.append(asked)
        return value

    # Names --------------------------------------------------------------------------------------------

    def symbol(self, key: str | None) -> Symbol | None:
        """What a name stands for, without an index."""
        if key is None:
            return None
        for scope in reversed(self.bound):
            if key in scope:
                return scope[key]
        found = self.context.names.get(key)
        if key in self.context.placed and isinstance(found, (tm.VectorVariable, tm.MatrixVariable)):
            return self.context.placed[key]
        if (found is None or key in self.context.inferred) and (letter := CONJUGATED.sub(r"\1", key)) != key:
            whole = self.symbol(letter)
            if isinstance(whole, Complex):
                return whole.conjugate
            if (
                isinstance(whole, tm.Variable)
                and letter in self.context.complexes
                and letter not in self.context.inferred
            ):
                return whole  # of a real number
        if found is not None:
            self.used.add(key)
        return found

    def undeclared(self, node: t.Node) -> str:
        """The name of a node that nobody declared; "" for any other."""
        key = canonical(node) if isinstance(node, (t.Name, t.Text, t.Scripted)) else None
        return key if key is not None and (key not in self.context.names or key in self.context.inferred) else ""

    def family(self, key: str | None) -> tm.Sequence | None:
        """The sequence of a name."""
        if key in self.context.placed:
            return self.context.placed[key].sequence
        found = self.context.families.get(key) if key is not None else None
        if found is not None and key is not None:
            self.used.add(member_of(key))
        return found

    def value(self, node: t.Node) -> Value:
        """What a node stands for."""
        raise NotImplementedError(type(self).__name__)  # of `terms.Terms`

    def scalar(self, node: t.Node) -> tm.Scalar:
        """A node that must be a number."""
        value = self.value(node)
        if not isinstance(value, tm.Scalar):
            raise Refused(node, f"{words(value)} stands where a number is needed")
        return value

    def number(self, node: t.Number) -> Value:
        """Digits."""
        if DIGITS.fullmatch(node.text) and len(node.text) < 5000:
            if node.text.isdigit():
                return tm.Number(Fraction(int(node.text)))
            return guarded(node, lambda: symbols.rational(node.text))
        if "," in node.text:
            told = node.text.count(",") > 1 or self.context.thousands
            if told or self.choose("comma", "thousands", "decimal") == "thousands":
                return guarded(node, lambda: symbols.rational(node.text.replace(",", "")))
            return guarded(node, lambda: symbols.rational(node.text.replace(",", ".")))
        if node.text.startswith("."):
            return guarded(node, lambda: symbols.rational(f"0{node.text}"))
        periodic = repeating(node.text)
        if periodic is not None:
            return periodic
        raise Refused(node, "digits that are no number")

    def name(self, node: t.Node) -> Value:
        """A letter or a word."""
        key = canonical(node)
        found = self.symbol(key)
        if isinstance(found, Point):
            return Tuple(tuple(self._named(part, node) for part in found.names))
        self.check_real(key, found, node)
        if (found is None or key in self.context.inferred) and key is not None:
            family = self.context.families.get(key)
            if family is not None and (column := column_of_members(family)) is not None:
                self.used.add(member_of(key))
                return column
        if found is not None:
            return found
        if key == "i" and self.context.imaginary:
            self.note("i is the imaginary unit; letters that are not given as complex are real")
            return UNIT
        if key == "e":
            return tm.Elementary("exp", (tm.ONE,))
        if isinstance(node, t.Name) and node.style == "unit" and (measure := units(node.text)) is not None:
            self.note("units are positive letters")
            return measure
        if key == r"\pi":
            if "pi" in FUNCTIONS:
                return tm.Elementary("pi", ())
            raise Refused(node, "the language has no pi; declare it if it is a letter")
        if key == r"\mathbf{0}":
            return tm.ZeroVector()
        if key in UNITS:
            self.note(f"{key} is the identity matrix")
            return Unit()
        if self.family(key) is not None:
            raise Refused(node, f"{key} is a sequence and has no index here")
        if key == r"\infty":
            raise Refused(node, "infinity where a number is needed")
        if key == r"\partial":
            raise Refused(node, "a partial derivative that is not written as one")
        if key is None:
            raise Refused(node, "words where a term is needed")
        raise Refused(node, f"{key} is not declared, and its uses do not say what it is")

    def check_real(self, key: str | None, found: Value, node: t.Node) -> None:
        """Refuse a letter that the text calls complex, of which it does not say which number it is, and its conjugate."""
        letter = None if key is None else CONJUGATED.sub(r"\1", key)
        if letter is not None and letter in self.context.structures:
            raise Refused(node, f"{letter} is {self.context.structures[letter]}, which is not read")
        told = isinstance(found, tm.Variable) and letter not in self.context.inferred  # to be real
        if letter in self.context.complexes and not isinstance(found, Complex) and not told:
            raise Refused(node, f"{letter} is a complex number, and nothing says which")

    def _named(self, key: str, node: t.Node) -> Value:
        found = guarded(node, lambda: symbols.rational(key)) if DIGITS.fullmatch(key) else self.symbol(key)
        if not isinstance(found, (tm.Scalar, tm.Vector)):
            raise Refused(node, f"{key} is not declared as a number")
        return found


def _throughout(letter: tm.Term, span: tuple[tm.Scalar, tm.Scalar] | None, prop: Prop) -> Prop:
    """What is asked of a letter that is bound, for all of its values; between the ends of an integral, of a real one."""
    if span is None or not isinstance(letter, tm.Variable) or letter not in prop.free:
        return prop
    low, high = span
    if tm.is_integer(letter):
        return st.Each(letter, prop, low, high)
    return st.Each(letter, st.Implies(st.And((low < letter, letter < high)), prop))


def caught(read: Callable[[], Value]) -> Value:
    """What is read, or the refusal; None where it is nested too deep."""
    try:
        return read()
    except Refused as refusal:
        return refusal
    except RecursionError:
        return None


def _counted(node: t.Node) -> frozenset[str | None]:
    r"""The letters that a sum binds: its own, and both of `i \neq j` and of `i < j`."""
    if not isinstance(node, t.Big) or node.lower is None:
        return frozenset()
    match node.lower:
        case t.Chain(members=members, relations=(t.Sign(kind="!=" | "<" | "<="),)):
            letters: tuple[t.Node, ...] = members
        case t.Chain(members=(letter, *_)):
            letters = (letter,)
        case lower:
            letters = t.items_of(lower)
    return frozenset(canonical(each) for each in letters if isinstance(each, t.Name))
