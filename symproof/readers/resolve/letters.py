r"""Names in formulas: letters, members of sequences, entries, powers and transposes; and the choices of a reading."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from symproof import symbols
from symproof import term as tm
from symproof.functions import FUNCTIONS
from symproof.printed import DIGITS
from symproof.readers.notation import tree as t
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.conditional import Made
from symproof.readers.resolve.context import Context, Symbol, member_of
from symproof.readers.resolve.dependence import depends_on, meanings
from symproof.readers.resolve.entrywise import listed, matrix_power
from symproof.readers.resolve.grids import MOST_ROWS, Grid
from symproof.readers.resolve.names import canonical, script, with_scripts
from symproof.readers.resolve.numbers import repeating
from symproof.readers.resolve.residues import as_residue
from symproof.readers.resolve.shapes import infinite, inverted, is_mark, unfenced
from symproof.readers.resolve.sizes import known_signs
from symproof.readers.resolve.units import units
from symproof.readers.resolve.values import (
    Macro,
    Point,
    Refused,
    Row,
    Tuple,
    Unit,
    Value,
    guarded,
    minus,
    plus,
    words,
)

UNITS = ("I", r"\mathbf{I}", r"\mathrm{Id}", r"\mathbb{I}", "I_n", r"\mathbf{I}_n", "I_d", "I_m")
"""The identity matrix, where nothing else is declared."""
CALLED = (tm.Function, Macro, Undefined)


class Names:
    """Reads nodes in a context; `decisions` are the choices that are made, `open` those that came up beside them."""

    def __init__(self, context: Context, decisions: dict[str, str]) -> None:
        self.context, self.decisions = context, decisions
        self.open: dict[str, tuple[str, ...]] = {}
        self.notes: list[str] = []
        self.bound: list[dict[str, tm.Term]] = []
        self.used: set[str] = set()
        self.random = False
        self.conditionals: Made = {}
        self.modulus: t.Node | None = None
        self.primitives: dict[tm.Variable, tuple[tm.Scalar, tm.Variable]] | None = None
        self.sayings: list[tuple[tuple[str, ...], frozenset[str]]] = []

    def said(self, read: Callable[[], Value]) -> Value:
        """What is read, or the refusal; its notes and the names that it uses are kept in `sayings`."""
        self.notes, self.used = [], set()
        value = caught(read)
        self.sayings.append((tuple(self.notes), frozenset(self.used)))
        return value

    def choose(self, key: str, *options: str) -> str:
        """One of several ways to read something, the same way wherever it occurs."""
        if key in self.decisions:
            return self.decisions[key]
        self.open[key] = options
        return options[0]

    def note(self, text: str) -> None:
        """Remember to say how something was read."""
        if text not in self.notes:
            self.notes.append(text)

    # Names --------------------------------------------------------------------------------------------

    def symbol(self, key: str | None) -> Symbol | None:
        """What a name stands for, without an index."""
        if key is None:
            return None
        for scope in reversed(self.bound):
            if key in scope:
                return scope[key]
        found = self.context.names.get(key)
        if found is not None:
            self.used.add(key)
        return found

    def family(self, key: str | None) -> tm.Sequence | None:
        """The sequence of a name."""
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
            if node.text.count(",") > 1 or self.choose("comma", "thousands", "decimal") == "thousands":
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
        if found is not None:
            return found
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

    def _named(self, key: str, node: t.Node) -> Value:
        found = guarded(node, lambda: symbols.rational(key)) if DIGITS.fullmatch(key) else self.symbol(key)
        if not isinstance(found, (tm.Scalar, tm.Vector)):
            raise Refused(node, f"{key} is not declared as a number")
        return found

    def scripted(self, node: t.Scripted) -> Value:
        """A name with its index, a power, a transpose."""
        if self.symbol(canonical(node)) is not None:
            return self.name(node)
        base, sub, sup = node.base, node.sub, node.sup
        if isinstance(base, t.Fence) and (base.left, base.right) == (".", "|") and sub is not None and not node.primes:
            if sup is None or isinstance(sub, (t.Chain, t.Sequence)):
                value = self.at_places(base, sub, node)
                return value if sup is None else self.raised(value, sup, node)
        if isinstance(base, t.Fence) and base.left in "[." and sub is not None and sup is not None and not node.primes:
            return self.between_bounds(base, sub, sup, node)
        if isinstance(base, t.Fence) and base.left in "([" and node.primes and sub is sup is None:
            return self.primed_brackets(base, node)
        key = canonical(base)
        if node.primes:
            key = with_scripts(key, "", "", node.primes) if key else None
            if key is None or not (self.context.knows(key)):
                rate = self.primed_letter(base, sub, node) if sup is None else None
                if rate is not None:
                    return rate
                raise Refused(node, "a letter with primes may be a derivative or a letter of its own; declare it")
        if key == "e" and sub is None and sup is not None and not node.primes and self.exponential(sup):
            return tm.Elementary("exp", (self.scalar(unfenced(sup)),))
        found, family = self.symbol(key), self.family(key)
        if sub is not None:
            label = script(sub)
            whole = with_scripts(key, label, "") if key and label else None
            if whole and self.symbol(whole) is not None:
                value = self._by_key(whole, node)
                return value if sup is None else self.raised(value, sup, node)
            if family is not None:
                member = self.member(family, sub)
                return member if sup is None else self.raised(member, sup, node)
            if key == r"\delta" and found is None:
                value = self.kronecker(sub, node)
                return value if sup is None else self.raised(value, sup, node)
            if (value := listed(self, base, sub)) is not None:
                return value if sup is None else self.raised(value, sup, node)
            value = self.value(base)
            if isinstance(value, Unit) and sup is None:
                return guarded(node, lambda: tm.Identity(tm.Interval(tm.ONE, self.scalar(sub))))
            if isinstance(value, Grid):
                return self._table_entry(value, sub, node)
            if isinstance(value, tm.Matrix):
                entry = self.entry(value, sub, node)
                return entry if sup is None else self.raised(entry, sup, node)
            if isinstance(base, t.Fence) and base.left == "||" and script(sub) == "2":
                self.note("the norm with a 2 below is the norm of the inner product")
                return value if sup is None else self.raised(value, sup, node)
            raise Refused(node, f"a subscript on {words(value)}")
        assert sup is not None or node.primes  # a scripted node has a script
        if sup is None:
            return self._by_key(key or "", node)
        if family is not None and not is_mark(sup):
            inferred = self.context.inferred
            declared = key in inferred and member_of(key or "") not in inferred
            if found is None or declared or isinstance(family.item, tm.VectorVariable):
                if isinstance(sup, t.Name) and sup.text == "T":
                    if self.choose(f"{key}^T", "index", "transposed") == "transposed" and found is not None:
                        return self.raised(self._by_key(key or "", node), sup, node)
                if found is not None and isinstance(sup, t.Number) and isinstance(family.item, tm.Variable):
                    return self.raised(self._by_key(key or "", node), sup, node)
                return self.member(family, sup)
        if key is not None and (found is not None or node.primes):
            return self.raised(self._by_key(key, node), sup, node)
        return self.raised(self.value(base), sup, node)

    def exponential(self, sup: t.Node) -> bool:
        """Whether e with a superscript is the exponential function, also where e alone is a letter that the text defines."""
        if self.symbol("e") is None:
            return True
        if "e" not in self.context.inferred or isinstance(sup, (t.Number, t.Mark, t.Fence)):
            return False
        if isinstance(sup, t.Name):
            return self.choose("e^", "power", "exp") == "exp"
        self.note("e with an exponent is the exponential function; e alone is a letter here")
        return True

    def at_places(self, fence: t.Fence, sub: t.Node, node: t.Node) -> Value:
        r"""`\left. value \right|_{x = 2}`."""
        from symproof.readers.resolve.calculus import evaluated  # which reads with names

        places = []
        for part in sub.items if isinstance(sub, t.Sequence) else (sub,):
            match part:
                case t.Chain(members=(letter, place), relations=(t.Sign(kind="="),)):
                    variable = self.symbol(canonical(letter))
                    if not isinstance(variable, tm.Variable):
                        raise Refused(letter, "the value at a point of what is no letter for a number")
                    places.append((variable, self.scalar(place)))
                case _:
                    raise Refused(part, "the place of a value is written x = 2")
        if fence.body is None:
            raise Refused(node, "the value of nothing at a point")
        return evaluated(self.value(fence.body), places, node)

    def between_bounds(self, fence: t.Fence, low: t.Node, high: t.Node, node: t.Node) -> Value:
        """`[x^3]_0^1`: of what has one letter, at the upper bound less at the lower one."""
        from symproof.readers.resolve.integrals import between

        body = self.value(fence.body) if fence.body is not None else None
        letter = _one_letter(body)
        if letter is None:
            raise Refused(node, "brackets with bounds around what has not exactly one letter")
        start, end = (infinite(bound) or self.scalar(bound) for bound in (low, high))
        return between(body, letter, start, end, node, known_signs(self.context))

    def primed_brackets(self, fence: t.Fence, node: t.Scripted) -> Value:
        """`(x^2)'`: the derivative of what has one letter."""
        from symproof.readers.resolve.calculus import derivative  # which reads with names

        body = self.value(fence.body) if fence.body is not None else None
        letter = _one_letter(body)
        if letter is None:
            raise Refused(node, "a prime on brackets around what has not exactly one letter")
        return derivative(self, body, letter, node, node.primes)

    def primed_letter(self, base: t.Node, sub: t.Node | None, node: t.Scripted) -> Value | None:
        """`y'` after `y = x^2`, and `f'` after `f(x) = x^2`: the derivative in the one letter; None where nothing says which."""
        from symproof.readers.resolve.calculus import derivative  # which reads with names

        found = self.symbol(canonical(base if sub is None else t.Scripted(base.start, node.end, base, sub)))
        if isinstance(found, Macro) and len(found.parameters) == 1:
            return derivative(self, found, found.parameters[0], node, node.primes)
        letter = depends_on(found, self.context)
        if letter is None or letter in meanings(self.context):
            return None
        self.note(f"the prime is the derivative in {letter}")
        return derivative(self, found, letter, node, node.primes)

    def _by_key(self, key: str, node: t.Node) -> Value:
        found = self.symbol(key)
        if isinstance(found, Point):
            return Tuple(tuple(self._named(part, node) for part in found.names))
        if found is None:
            raise Refused(node, f"{key} is not declared, and its uses do not say what it is")
        return found

    def member(self, family: tm.Sequence, place: t.Node) -> Value:
        """The member of a sequence at an index."""
        place = unfenced(place)
        if isinstance(place, t.Product) and place.operators == ("bmod",) and family.over is not None:
            if self.value(place.items[1]) == family.over.modulus:
                place = unfenced(place.items[0])  # the sequence is periodic
        if isinstance(place, t.Sequence) or (
            isinstance(place, t.Juxtaposed) and not isinstance(place.items[0], t.Number)
        ):
            raise Refused(place, f"two indices on {family.name}, which is a sequence")
        index = self.value(place)
        if family.over is not None:
            index = as_residue(index, family.over)
        if not isinstance(index, (tm.Scalar, tm.Residue)):
            raise Refused(place, f"{words(index)} as an index")
        return guarded(place, lambda: family[index])

    def kronecker(self, sub: t.Node, node: t.Node) -> Value:
        r"""Kronecker's delta: `\delta_{i - j}`, `\delta_{ij}`."""
        self.note("delta with an index is Kronecker's")
        if isinstance(sub, (t.Juxtaposed, t.Sequence)) and len(sub.items) == 2:
            left, right = (self.value(item) for item in sub.items)
            return guarded(node, lambda: symbols.delta(plus(left, minus(right, node), node)))
        place = self.value(sub)
        return guarded(node, lambda: symbols.delta(place))

    def entry(self, matrix: tm.Matrix, sub: t.Node, node: t.Node) -> Value:
        """An entry of a matrix."""
        parts = sub.items if isinstance(sub, (t.Juxtaposed, t.Sequence)) else (sub,)
        sets = matrix.shape
        places = [
            as_residue(self.value(part), over) if isinstance(over, tm.Cyclic) else self.value(part)
            for part, over in zip(parts, sets, strict=False)
        ]
        if len(places) == 1:
            return guarded(node, lambda: matrix[places[0]])
        if len(parts) != 2:
            raise Refused(sub, "an entry has a row and a column")
        return guarded(node, lambda: matrix[places[0], places[1]])

    def _table_entry(self, grid: Grid, sub: t.Node, node: t.Node) -> Value:
        """An entry of a matrix that is written out: `A_{12}`."""
        parts = sub.items if isinstance(sub, (t.Juxtaposed, t.Sequence)) else (sub,)
        if len(parts) == 1 and isinstance(parts[0], t.Number) and len(parts[0].text) == 2:
            places = [int(digit) for digit in parts[0].text]
        else:
            places = [int(part.text) for part in parts if isinstance(part, t.Number) and part.text.isdigit()]
        if len(places) != 2 or not (0 < places[0] <= grid.shape[0] and 0 < places[1] <= grid.shape[1]):
            raise Refused(node, "an entry of a matrix that is written out has a row and a column in it, in digits")
        return grid.rows[places[0] - 1][places[1] - 1]

    def raised(self, value: Value, sup: t.Node, node: t.Node) -> Value:
        """A value with a superscript: a power, or a transpose."""
        if isinstance(value, (Grid, Tuple)):
            return self._table_raised(value, sup, node)
        if (isinstance(sup, t.Mark) and sup.text in ("circ", r"\circ")) and isinstance(value, tm.Scalar):
            self.note("a degree is a part of pi")
            return value * tm.Elementary("pi", ()) / 180
        if isinstance(sup, t.Mark):
            if sup.text == r"\top" and isinstance(value, tm.Vector):
                return Row(value)
            if sup.text == r"\top" and isinstance(value, tm.Matrix):
                return value.T
            raise Refused(node, f"what {sup.text} above {words(value)} means is not declared")
        if isinstance(sup, t.Name) and sup.text == "T" and isinstance(value, (tm.Vector, tm.Matrix)):
            return Row(value) if isinstance(value, tm.Vector) else value.T
        if isinstance(value, tm.Matrix):
            inverse = inverted(sup)
            if inverse:
                turned = value.T if inverse == "T" else value
                return guarded(node, lambda: symbols.inverse(turned))
            return matrix_power(value, self.scalar(sup), node)
        if not isinstance(value, tm.Scalar):
            raise Refused(node, f"a power of {words(value)}")
        if isinstance(sup, t.Fence):
            raise Refused(
                node, "a superscript in brackets on a number is an index or a derivative, and neither is declared"
            )
        capital = isinstance(value, tm.Variable) and value.name.isupper() and value.name in self.context.inferred
        if isinstance(sup, t.Name) and sup.text == "T" and (self.context.inferred.get("T") == "real" or capital):
            raise Refused(node, "T above a letter may be a power or a transpose; declare the letter, or T")
        return tm.Pow(value, self.scalar(sup))

    def _table_raised(self, value: Grid | Tuple, sup: t.Node, node: t.Node) -> Value:
        """A matrix that is written out with a superscript: its transpose, its inverse, a power."""
        if isinstance(value, Tuple):
            if not all(isinstance(item, tm.Scalar) for item in value.items):
                raise Refused(node, "a superscript on a list")
            value = Grid((value.items,))
        transposes = (isinstance(sup, t.Mark) and sup.text == r"\top") or (isinstance(sup, t.Name) and sup.text == "T")
        if transposes:
            return value.transposed
        if value.shape[0] != value.shape[1]:
            raise Refused(node, "a power of a matrix that is not square")
        if sup == t.Add(0, 0, (("-", t.Number(0, 0, "1")),)) and len(value.rows) <= MOST_ROWS:
            return value.inverse
        if isinstance(sup, t.Number) and sup.text in ("2", "3", "4"):
            power = value
            for _ in range(int(sup.text) - 1):
                power = power @ value
            return power
        raise Refused(node, "only small whole powers of a matrix that is written out are read")


def _one_letter(body: Value) -> tm.Variable | None:
    """The letter of a number that has one only."""
    if not isinstance(body, tm.Scalar) or len(body.free) != 1:
        return None
    (letter,) = body.free
    return letter if isinstance(letter, tm.Variable) and letter.domain == "real" else None


def caught(read: Callable[[], Value]) -> Value:
    """What is read, or the refusal; None where it is nested too deep."""
    try:
        return read()
    except Refused as refusal:
        return refusal
    except RecursionError:
        return None
