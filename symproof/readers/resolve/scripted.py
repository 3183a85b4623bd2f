r"""What stands below and above names and brackets: members of sequences, entries, powers, transposes, bounds, primes."""

from __future__ import annotations

from fractions import Fraction

from symproof import matrix_symbols, symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.notation.scripts import BELOW
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve import powers
from symproof.readers.resolve.circulants import made_of_column, power_of_shift
from symproof.readers.resolve.complex_numbers import UNIT, Complex, whole
from symproof.readers.resolve.context import member_of
from symproof.readers.resolve.dependence import depends_on, meanings, rate_name
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.entries import number_of_indices
from symproof.readers.resolve.entrywise import listed, matrix_power
from symproof.readers.resolve.grids import MOST_ROWS, Grid
from symproof.readers.resolve.letters import Names
from symproof.readers.resolve.names import canonical, is_small_letter, script, with_scripts
from symproof.readers.resolve.numbers import constant, remainder_of_sum
from symproof.readers.resolve.opaque import PLACE, at_indices
from symproof.readers.resolve.operations import is_own_transpose, minus, plus
from symproof.readers.resolve.places import Places
from symproof.readers.resolve.residues import as_residue
from symproof.readers.resolve.shapes import every_part, inverted, is_mark, is_transpose, unfenced
from symproof.readers.resolve.sizes import known_signs
from symproof.readers.resolve.tables import is_member
from symproof.readers.resolve.unknown_hessians import inverse
from symproof.readers.resolve.unworked import event_below, indicator
from symproof.readers.resolve.values import Macro, Point, Refused, Row, Tuple, Unit, Value, guarded, words


class Scripts(Names):
    """Reads names and brackets with scripts."""

    def scripted(self, node: t.Scripted) -> Value:
        """A name with its index, a power, a transpose."""
        if (made := made_of_column(self, node)) is not None:
            return made  # C_{a + b}
        if self.symbol(canonical(node)) is not None:
            self._refuse_many(node.sub, node)
            return self.name(node)
        base, sub, sup = node.base, node.sub, node.sup
        if isinstance(base, t.Fence) and (value := self._scripted_fence(base, node)) is not None:
            return value
        key = canonical(base)
        if node.primes:
            key = with_scripts(key, "", "", node.primes) if key else None
            if key is None or not (self.context.knows(key)):
                rate = self.primed_letter(base, sub, node) if sup is None else None
                if rate is not None:
                    return rate
                raise Refused(node, "a letter with primes may be a derivative or a letter of its own; declare it")
        if sub is not None and sup is not None and (found := self._entry_of_turned(key, node)) is not None:
            return found
        if sub is not None and (marked := self._marked(key, node)) is not None:
            return self.member(marked, sub)
        if sub is not None and (found := at_indices(self, key, node)) is not None:
            return found
        if sub is not None:
            return self.raised(self._lowered(key, node), sup, node)
        if sup is None:
            return self._by_key(key or "", node)
        return self._lifted(key, sup, node)

    def _marked(self, key: str | None, node: t.Scripted) -> tm.Sequence | None:
        r"""The sequence of `\lambda_i^*`, whose members are no powers and no conjugates of those of lambda."""
        if not key or not isinstance(node.sup, t.Mark) or node.sup.text == r"\top" or key in self.context.complexes:
            return None
        return self.family(with_scripts(key, "", node.sup.text))

    def _refuse_many(self, sub: t.Node | None, node: t.Scripted) -> None:
        """Refuse a letter of its own, w_lambda, where the one below it takes many values, under a limit or an integral."""
        if sub is not None and any(canonical(sub) in scope for scope in self.bound):
            raise Refused(node, "a letter that depends on the one below it, which takes many values here")

    def _scripted_fence(self, base: t.Fence, node: t.Scripted) -> Value | None:
        """Brackets with bounds, with places behind a bar, or with primes; None where they are brackets with a script."""
        sub, sup = node.sub, node.sup
        if node.primes:
            return self.primed_brackets(base, node) if base.left in "([" and sub is sup is None else None
        if base.body is not None and (value := self._positive_part(base, node)) is not None:
            return value
        if (base.left, base.right) == (".", "|") and sub is not None:
            if sup is None or isinstance(sub, (t.Chain, t.Sequence)):
                value = self.at_places(base, sub, node)
                return self.raised(value, sup, node)
        if base.left == "||" and isinstance(sup, t.Mark) and sup.text == BELOW and sub is None:  # the dual norm
            return self._lowered(None, t.Scripted(node.start, node.end, base, t.Mark(sup.start, sup.end, "*"), None))
        if base.left in "[." and sub is not None and sup is not None:
            return self.between_bounds(base, sub, sup, node)
        return None

    def _positive_part(self, base: t.Fence, node: t.Scripted) -> Value | None:
        """`(x)_+`, the larger of a number and 0, also with a power; None of brackets with other scripts."""
        above = isinstance(node.sup, t.Mark) and node.sup.text == "+" and node.sub is None
        below = isinstance(node.sub, t.Mark) and node.sub.text == "+"
        if not (above or below) or base.left + base.right not in ("()", "[]", "{}"):
            return None
        value = self.value(base)
        if not isinstance(value, tm.Scalar):
            return None
        self.note("brackets with a plus are the positive part")
        return self.raised(tm.Elementary("max", (value, tm.ZERO)), node.sup if below else None, node)

    def _entry_of_turned(self, key: str | None, node: t.Scripted) -> Value | None:
        r"""`A^\top_{ij}`: the entry of the transpose of a matrix, or of its inverse, where that is written before the indices."""
        sub, sup = node.sub, node.sup
        if sub is None or sup is None or number_of_indices(sub) != 2:
            return None
        if not is_transpose(sup) and not (inverted(sup) and sup.start < sub.start):
            return None
        whole = self.value(node.base) if isinstance(node.base, t.Fence) else self.symbol(key)
        matrix = self.context.of_entries(key, sub) or whole
        if not isinstance(matrix, (tm.Matrix, Grid)):
            return None
        turned = self.raised(matrix, sup, node)
        if isinstance(turned, Grid):
            return self._table_entry(turned, sub, node)
        return self.entry(turned, sub, node) if isinstance(turned, tm.Matrix) else None

    def _lowered(self, key: str | None, node: t.Scripted) -> Value:
        """A name or a value with what stands below it: a letter of its own, a member, an entry, a partial derivative."""
        from symproof.readers.resolve.calculus import derivative, partial_of  # which reads with names

        base, sub = node.base, node.sub
        assert sub is not None
        label = script(sub)
        whole = with_scripts(key, label, "") if key and label else None
        if whole and self.symbol(whole) is not None:
            self._refuse_many(sub, node)
            return self._by_key(whole, node)
        if (matrix := self.context.of_entries(key, sub)) is not None:
            return self.entry(matrix, sub, node)
        table = self.context.table(key)
        if table is not None and is_member(table, sub):
            self.used.add(member_of(key or ""))
            if isinstance(table, tm.EntryLaw):
                self.note(f"{key} with an index is a vector of the standard basis")
            over = table.shape[1]
            place = as_residue(self.value(sub), over) if isinstance(over, tm.Cyclic) else self.scalar(sub)
            return guarded(node, lambda: matrix_symbols.column_of(table, place))
        family = self.family(key)
        if family is not None:
            return self.member(family, sub)
        if key == r"\delta" and self.symbol(key) is None:
            return self.kronecker(sub, node)
        if (value := listed(self, base, sub)) is not None:
            return value
        if (node.sup is None or isinstance(node.sup, t.Number)) and (parted := partial_of(self, node)) is not None:
            return derivative(self, *parted, node, partial=True)
        if self.symbol(key) is None and (event := event_below(node)) is not None:
            return indicator(self, event, node)
        value = self.value(base)
        if isinstance(value, Unit) and node.sup is None:
            return guarded(node, lambda: tm.Identity(tm.Interval(tm.ONE, self.scalar(sub))))
        if isinstance(value, Grid):
            return self._table_entry(value, sub, node)
        if isinstance(value, tm.Matrix):
            return self.entry(value, sub, node)
        if isinstance(value, Places) and not isinstance(base, t.Name):  # (x + y)_i
            return value.at(self.scalar(sub))
        if isinstance(base, t.Fence) and base.left == "||" and script(sub) == "2":
            self.note("the norm with a 2 below is the norm of the inner product")
            return value
        raise Refused(node, f"a subscript on {words(value)}")

    def _lifted(self, key: str | None, sup: t.Node, node: t.Scripted) -> Value:
        """A name or a value with what stands above it alone: a power, a transpose, the index of a member."""
        if key == "e" and not node.primes and self.exponential(sup):
            place = unfenced(sup)
            if self.context.imaginary and isinstance(exponent := self.value(place), Complex):
                return exponent.exponential
            return tm.Elementary("exp", (self.scalar(place),))
        found, family = self.symbol(key), self.family(key)
        if family is not None and not is_mark(sup):
            inferred = self.context.inferred
            declared = key in inferred and member_of(key or "") not in inferred
            declared |= isinstance(sup, t.Fence) and key not in self.context.varying  # w^{(t)}, and no y^{(n)}
            if found is None or declared or isinstance(family.item, tm.VectorVariable):
                if isinstance(sup, t.Name) and sup.text == "T":
                    if self.choose(f"{key}^T", "index", "transposed") == "transposed" and found is not None:
                        return self.raised(self._by_key(key or "", node), sup, node)
                if found is not None and isinstance(sup, t.Number) and isinstance(family.item, tm.Variable):
                    return self.raised(self._by_key(key or "", node), sup, node)
                return self.member(family, sup)
        if key is not None and (found is not None or node.primes):
            return self.raised(self._by_key(key, node), sup, node)
        return self.raised(self.value(node.base), sup, node)

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
        r"""`\left. value \right|_{x = 2}`, and `\left. f_x \right|_{(1, 2)}` for a function f(x, y)."""
        from symproof.readers.resolve.slopes import evaluated  # which reads with names

        places = []
        body = fence.body
        for part in t.items_of(sub):
            match part:
                case t.Fence(left="(", body=t.Sequence(items=point)) if letters := self._coordinates(body, len(point)):
                    places += [(letter, self.scalar(place)) for letter, place in zip(letters, point, strict=True)]
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

    def _coordinates(self, body: t.Node | None, number: int) -> tuple[tm.Variable, ...]:
        """The letters of the functions of several that a term names, where these are the same for all of them."""
        named = [self.symbol(canonical(each)) for each in every_part(body)] if body is not None else []
        found = {each.parameters for each in named if isinstance(each, Macro) and len(each.parameters) == number}
        letters = found.pop() if len(found) == 1 else ()
        return tuple(each for each in letters if isinstance(each, tm.Variable))

    def between_bounds(self, fence: t.Fence, low: t.Node, high: t.Node, node: t.Node) -> Value:
        """`[x^3]_0^1`: of what has one letter, or is beside an integral in one, at the upper bound less at the lower one."""
        from symproof.readers.resolve.integrals import between

        body = self.value(fence.body) if fence.body is not None else None
        letter = _one_letter(body)
        if letter is None and isinstance(body, tm.Scalar):
            over = [each for each in body.free if isinstance(each, tm.Variable) and each.name in self.integrated]
            letter = over[0] if len(over) == 1 else None
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
        """`y'` after `y = x^2`, and `f'` after `f(x) = x^2`: the derivative in the one letter. Where nothing says which that is,
        a letter of which nothing is known, whether y' is a derivative or another y; None of what is no number."""
        from symproof.readers.resolve.calculus import derivative  # which reads with names

        found = self.symbol(canonical(base if sub is None else t.Scripted(base.start, node.end, base, sub)))
        if isinstance(found, Macro) and len(found.parameters) == 1:
            return derivative(self, found, found.parameters[0], node, node.primes)
        letter = depends_on(found, self.context)
        if letter is None or letter in meanings(self.context):
            small = isinstance(found, tm.Variable) and found.domain == "real" and is_small_letter(found.name)
            if not small or not isinstance(found, tm.Variable) or node.primes > 2:
                return None
            self.note("nothing says in which letter the prime is the derivative")
            way = self.context.varying.get(found.name, PLACE)  # y' beside dy/dx
            return tm.Variable(rate_name(found.name + "'" * (node.primes - 1), way, partial=False))
        self.note(f"the prime is the derivative in {letter}")
        return derivative(self, found, letter, node, node.primes)

    def _by_key(self, key: str, node: t.Node) -> Value:
        found = self.symbol(key)
        if isinstance(found, Point):
            return Tuple(tuple(self._named(part, node) for part in found.names))
        self.check_real(key, found, node)
        if found is None:
            raise Refused(node, f"{key} is not declared, and its uses do not say what it is")
        return found

    def member(self, family: tm.Sequence, place: t.Node) -> Value:
        """The member of a sequence at an index."""
        place = (remainder_of_sum(place) if isinstance(place, t.Add) and family.over else None) or unfenced(place)
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
        if isinstance(sub, t.Number) and number_of_indices(sub) == 2 and matrix.shape[1] != tm.SINGLE:  # a_{12}
            parts = tuple(t.Number(sub.start, sub.end, digit) for digit in sub.text)
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

    def raised(self, value: Value, sup: t.Node | None, node: t.Node) -> Value:
        """A value with a superscript, if there is one: a power, or a transpose."""
        if sup is None or is_own_transpose(value, sup, node):
            return value
        if isinstance(value, Complex):
            return self._complex_raised(value, sup, node)
        if isinstance(value, (Grid, Tuple)):
            return self._table_raised(value, sup, node)
        if (isinstance(sup, t.Mark) and sup.text in ("circ", r"\circ")) and isinstance(value, tm.Scalar):
            self.note("a degree is a part of pi")
            return value * tm.Elementary("pi", ()) / 180
        if isinstance(value, Dyads):
            return self._map_raised(value, sup, node)
        if isinstance(sup, t.Mark):
            if sup.text == r"\top" and isinstance(value, (tm.Vector, Places)):
                return Row(value)
            if sup.text == r"\top" and isinstance(value, tm.Matrix):
                return value.T
            raise Refused(node, f"what {sup.text} above {words(value)} means is not declared")
        if isinstance(sup, t.Name) and sup.text == "T" and isinstance(value, (tm.Vector, tm.Matrix, Places)):
            return value.T if isinstance(value, tm.Matrix) else Row(value)
        if isinstance(value, tm.Matrix):
            inverse = inverted(sup)
            if inverse:
                turned = value.T if inverse == "T" else value
                return guarded(node, lambda: matrix_symbols.inverse(turned))
            moved = power_of_shift(self, value, sup)
            return matrix_power(value, self.scalar(sup), node) if moved is None else moved
        if not isinstance(value, tm.Scalar):
            raise Refused(node, f"a power of {words(value)}")
        if isinstance(sup, t.Fence):
            raise Refused(node, "a superscript in brackets on a number is an index or a derivative: declare it")
        capital = isinstance(value, tm.Variable) and value.name.isupper() and value.name in self.context.inferred
        body = node.base.body if isinstance(node, t.Scripted) and isinstance(node.base, t.Fence) else None
        number = isinstance(body, t.Add) and any(isinstance(each, t.Number) for _, each in body.terms)  # (1 - q)^T
        unsaid = isinstance(sup, t.Name) and sup.text == "T" and (self.context.inferred.get("T") == "real" or capital)
        if unsaid and not number:
            raise Refused(node, "T above a letter may be a power or a transpose; declare the letter, or T")
        return tm.Pow(value, self.scalar(sup))

    def _complex_raised(self, value: Complex, sup: t.Node, node: t.Node) -> Value:
        """A small whole power of a complex number, or its conjugate."""
        if isinstance(sup, t.Mark) and sup.text == "*":
            return value.conjugate
        power = self.scalar(sup)
        if tm.is_integer(power) and constant(power) is None and (turned := value.raised(power)) is not None:
            self.note("a power of r (cos t + i sin t) is read by de Moivre's formula")
            return turned
        number = constant(power)
        if number is not None and value in (UNIT, UNIT.conjugate):
            number = number % 4 or Fraction(4)
        exponent = None if number is None else whole(tm.Number(number))
        if exponent is None:
            raise Refused(node, "a power of a complex number that is not small and whole")
        return value**exponent

    def _map_raised(self, value: Dyads, sup: t.Node, node: t.Node) -> Value:
        """A map made of outer products with a superscript: its transpose, a small power."""
        if is_transpose(sup):
            return value.transposed
        if isinstance(sup, t.Number) and sup.text in ("2", "3"):
            return value @ value if sup.text == "2" else value @ value @ value
        return inverse(value, sup, node)

    def _table_raised(self, value: Grid | Tuple, sup: t.Node, node: t.Node) -> Value:
        """A matrix that is written out with a superscript: its transpose, its inverse, a power."""
        if isinstance(value, Tuple):
            if not all(isinstance(item, tm.Scalar) for item in value.items):
                raise Refused(node, "a superscript on a list")
            value = Grid((value.items,))
        if is_transpose(sup):
            return value.transposed
        if value.shape[0] != value.shape[1]:
            raise Refused(node, "a power of a matrix that is not square")
        if sup == t.Add(0, 0, (("-", t.Number(0, 0, "1")),)) and len(value.rows) <= MOST_ROWS:
            return value.inverse
        raised = powers.raised(value, self.scalar(sup))
        if raised is None:
            raise Refused(node, "only small whole powers of a matrix that is written out are read")
        return raised


def _one_letter(body: Value) -> tm.Variable | None:
    """The letter of a number that has one only."""
    if not isinstance(body, tm.Scalar) or len(body.free) != 1:
        return None
    (letter,) = body.free
    return letter if isinstance(letter, tm.Variable) and letter.domain == "real" else None
