r"""Nodes to terms. What the page leaves open is asked of the declarations; what they leave open is a choice.

A choice (`f(x + 1)` a product or a call, `a/bc`, `\sin x y`) is taken in one way for a whole formula; `resolve` reads the
formula once for each way. A way that the sorts refuse is none.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from symproof import matrix_symbols, symbols
from symproof import term as tm
from symproof.functions import BY_OTHERS, FUNCTIONS
from symproof.readers.notation import tree as t
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve import calculus, cardinalities, probabilities, slopes, unworked
from symproof.readers.resolve.approached import approached
from symproof.readers.resolve.arithmetic import joined
from symproof.readers.resolve.block_matrices import block_matrix
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.ellipses import diagonal_left_out
from symproof.readers.resolve.extrema import EXTREMA, extreme_of
from symproof.readers.resolve.grids import MOST_ROWS, Grid, column_in, diagonal_of, dot, length, of_blocks, of_columns
from symproof.readers.resolve.integrated import endless, integral
from symproof.readers.resolve.limits import limit
from symproof.readers.resolve.listed import listed, over_list
from symproof.readers.resolve.members import sifted
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import OF_WHOLE, divisor, may_be_symbol
from symproof.readers.resolve.operations import is_column, times
from symproof.readers.resolve.places import Places
from symproof.readers.resolve.ranges import (
    from_place,
    only_index,
    only_natural,
    range_of,
    several,
    up_to,
    without_one,
)
from symproof.readers.resolve.ratios import shortened
from symproof.readers.resolve.segments import SAID, segment
from symproof.readers.resolve.shapes import beside_in, every_part
from symproof.readers.resolve.sizes import known_signs
from symproof.readers.resolve.sums import Sums
from symproof.readers.resolve.values import Refused, Tuple, Unit, Value, guarded, words


class Terms(Sums):
    """Reads nodes in a context."""

    def value(self, node: t.Node) -> Value:
        """What a node stands for."""
        if (between := segment(node, self.context)) is not None:
            self.note(SAID)
            return between
        read = READ.get(type(node))
        if read is None:
            raise Refused(node, f"{type(node).__name__.lower()} is not read as a term")
        return read(self, node)

    # Brackets -----------------------------------------------------------------------------------------

    def fence(self, node: t.Fence) -> Value:
        """Brackets, bars, norms, inner products."""
        if node.body is None:
            raise Refused(node, "empty brackets")
        match node.left, node.right:
            case ("(", ")") | ("[", "]") | ("{", "}"):
                if isinstance(node.body, t.Sequence):
                    if node.left == "{":
                        raise Refused(node, "a set where a term is needed")
                    return Tuple(tuple(self.value(item) for item in node.body.items))
                if self.context.residues and may_be_symbol(node):
                    raise Refused(node, "a fraction in brackets may be a symbol of Legendre, which is not read")
                if node.left == "[" and (delta := unworked.of_equal_places(self, node.body)) is not None:
                    return delta  # Iverson's bracket
                beside = beside_in(node) if node.left == "[" else ()
                columns = of_columns(Tuple(tuple(map(self.value, beside)))) if beside else None
                return columns if isinstance(columns, Grid) else self.value(node.body)
            case "||", "||":
                return self.norm(node)
            case "|", "|":
                if isinstance(node.body, t.Fence) and node.body.left == "{":
                    return unworked.size(self, node)
                if (size := cardinalities.size(self, node)) is not None:
                    return size
                inside = self.value(node.body)
                if isinstance(inside, tm.Scalar):
                    return tm.Elementary("abs", (inside,))
                if isinstance(inside, Complex):
                    return inside.size
                if isinstance(inside, (tm.Vector, Places)) or is_column(inside):
                    self.note("bars around a vector are its norm")
                    return inside.length if isinstance(inside, Places) else symbols.norm(inside)
                if isinstance(inside, Grid) and inside.shape[0] == inside.shape[1]:
                    return self.determinant(inside, node)
                if isinstance(inside, Grid) and inside.shape[1] == 1:
                    self.note("bars around a vector are its norm")
                    return self.norm(node)
                if isinstance(inside, Tuple) and not isinstance(node.body, t.Fence):
                    self.note("bars around a list are its norm")
                    return self.norm(node)
                raise Refused(node, f"bars around {words(inside)}")
            case "<", ">":
                if not isinstance(node.body, t.Sequence) or len(node.body.items) != 2 or node.body.separator != ",":
                    raise Refused(node, "angle brackets that hold no two vectors")
                left, right = (column_in(self.value(item)) for item in node.body.items)
                if isinstance(left, Grid) and isinstance(right, Grid) and left.shape == right.shape:
                    return dot(left.entries, right.entries)
                if isinstance(left, Places) and isinstance(right, Places) and left.size == right.size:
                    return left.dot(right)
                left, right = (self._vector(item) for item in node.body.items)
                return guarded(node, lambda: symbols.inner(left, right))
            case ("lfloor", "rfloor") | ("lceil", "rceil"):
                inside = self.scalar(node.body)
                return tm.Floor(inside) if node.left == "lfloor" else tm.Neg(tm.Floor(tm.Neg(inside)))
            case _:
                raise Refused(node, f"the brackets {node.left} {node.right} are not read")

    def norm(self, node: t.Fence) -> Value:
        """The norm of a vector, of a point, of a column."""
        assert node.body is not None  # asked before
        inside = self.value(node.body)
        if isinstance(inside, Grid) and 1 not in inside.shape:
            raise Refused(node, "the norm of a matrix")
        if isinstance(inside, (Grid, Tuple)):
            entries = inside.entries if isinstance(inside, Grid) else inside.items
            if not all(isinstance(entry, tm.Scalar) for entry in entries):
                raise Refused(node, "the norm of a list")
            return length(entries)
        if isinstance(inside, tm.Vector) or inside == tm.ZERO or is_column(inside):
            return guarded(node, lambda: symbols.norm(inside))
        if isinstance(inside, Places):
            return inside.length
        if isinstance(inside, tm.Matrix):
            return unworked.norm(self, inside, "", node)
        raise Refused(node, f"{words(inside)} stands where a vector is needed")

    def _vector(self, node: t.Node | None) -> Value:
        assert node is not None  # asked before
        value = self.value(node)
        if isinstance(value, (tm.Vector, tm.Matrix)) or value == tm.ZERO:
            return value
        raise Refused(node, f"{words(value)} stands where a vector is needed")

    def table(self, node: t.Table) -> Value:
        """A matrix that is written out; cases are read where something equals them."""
        if node.kind in ("cases", "dcases", "rcases"):
            raise Refused(node, "cases are read only on the right of an equation")
        if len({len(row) for row in node.rows}) != 1:
            raise Refused(node, "the rows of the matrix are not of one length")
        columns = [
            each for each in zip(*node.rows, strict=True) if not all(isinstance(cell, t.Missing) for cell in each)
        ]
        if node.kind != "array":  # `1 && 2` leaves a column empty
            node = t.Table(node.start, node.end, node.kind, tuple(zip(*columns, strict=True)))
        for cell in (cell for row in node.rows for cell in row):
            if isinstance(cell, (t.Missing, t.Ellipsis)):
                raise Refused(node, "a matrix with entries that are left out")
        values = [[self.value(cell) for cell in row] for row in node.rows]
        if (made := block_matrix(values, node)) is not None:
            return self.determinant(made, node) if node.kind == "vmatrix" else made
        grid = of_blocks(values) or Grid(tuple(tuple(self.scalar(cell) for cell in row) for row in node.rows))
        return self.determinant(grid, node) if node.kind == "vmatrix" else grid

    def determinant(self, value: Value, node: t.Node) -> Value:
        """The determinant of a matrix."""
        value = of_columns(value)
        if isinstance(value, Grid) and value.shape[0] == value.shape[1] <= MOST_ROWS:
            return value.determinant
        if value == Unit():
            return tm.ONE
        if isinstance(value, tm.Matrix):
            return guarded(node, lambda: matrix_symbols.det(value))
        raise Refused(node, f"the determinant of {words(value)} that is not square, or too large")

    # Functions and big operators ----------------------------------------------------------------------

    def function(self, node: t.Function) -> Value:
        """A function with a name of its own."""
        if node.argument is None:
            raise Refused(node, f"{node.name} of nothing")
        if node.name == "bar" and isinstance(value := self.value(node.argument), Complex):
            return value.conjugate
        if (
            node.name == "Pr"
            and isinstance(node.argument, t.Fence)
            and node.argument.body is not None
            and node.sup is None
        ):
            return probabilities.probability(self, node.argument.body, node)
        if node.name in OF_WHOLE and isinstance(node.argument, t.Fence) and isinstance(node.argument.body, t.Sequence):
            return divisor(self, node, tuple(map(self.scalar, node.argument.body.items)))
        if isinstance(node.argument, t.Juxtaposed) and not node.bracketed and len(_letters(node.argument)) > 1:
            if self.choose(f"{node.name}{node.start}", "all", "first") == "first":
                items = node.argument.items
                count = 1 + isinstance(items[0], t.Number)
                head = t.Function(
                    node.start, node.end, node.name, joined(items[:count]), node.sub, node.sup, node.primes
                )
                return times(self.function(head), self.value(joined(items[count:])), node)
        if node.name.lower() in ("det", "tr", "trace") and node.sup is node.sub is None and not node.primes:
            return self._of_matrix(node, self.value(node.argument))
        if node.name == "diag" and (law := diagonal_left_out(self.value, node)) is not None:
            return law
        if node.name == "diag" and (grid := diagonal_of(self.value(node.argument))) is not None:
            return grid
        if node.name in unworked.NUMBERS:
            return unworked.of_what(self, node)
        arg = self.scalar(node.argument)
        value = self.elementary(node, arg)
        if node.sup is None:
            return value
        if isinstance(node.sup, t.Number):
            return tm.Pow(value, self.scalar(node.sup))
        raise Refused(node, f"a superscript on {node.name} that may be a power or an inverse")

    def _of_matrix(self, node: t.Function, value: Value) -> Value:
        """A determinant, a trace."""
        if node.name.lower() == "det":
            return self.determinant(value, node)
        if isinstance(value, Grid) and value.shape[0] == value.shape[1]:
            return value.trace
        if isinstance(value, Dyads) and value.trace is not None:
            return value.trace
        if isinstance(value, tm.Matrix):
            return guarded(node, lambda: matrix_symbols.tr(value))
        if isinstance(value, Unit) and (size := self._size_of_all()) is not None:
            self.note("the identity matrix has the size of all square matrices here")
            return size if value.factor == tm.ONE else value.factor * size
        raise Refused(node, f"the trace of {words(value)}")

    def _size_of_all(self) -> tm.Scalar | None:
        """How many rows the square matrices have of which the text speaks, where all have as many."""
        matrices = [each for each in self.context.names.values() if isinstance(each, tm.MatrixVariable)]
        sizes = {rows for rows, columns in (each.shape for each in matrices) if rows == columns}
        return next((each.high for each in sizes if isinstance(each, tm.Interval)), None) if len(sizes) == 1 else None

    def elementary(self, node: t.Function, arg: tm.Scalar) -> tm.Scalar:
        """A row of the table of functions at an argument."""
        name = {"ln": "log", "Log": "log", "sigmoid": "sigma", "Exp": "exp", "ReLU": "relu"}.get(node.name, node.name)
        base = 10 if name == "lg" else self.context.base if node.name == "log" and node.sub is None else None
        if base is not None and not node.primes:
            self.note(f"{name} is the logarithm to the base {base}")
            return tm.Elementary("log", (arg,)) / tm.Elementary("log", (tm.Number(Fraction(base)),))
        if name == "log" and node.sub is not None and not node.primes:
            return tm.Elementary("log", (arg,)) / tm.Elementary("log", (self.scalar(node.sub),))
        if name in BY_OTHERS and name not in FUNCTIONS and node.sub is None:
            self.note(f"{name} is read by what it is in other functions")
            return calculus.at_primes(self, name, BY_OTHERS[name], arg, node.primes, node)
        if node.sub is not None or name not in FUNCTIONS or FUNCTIONS[name].arity != 1:
            raise Refused(node, f"the language has no function {node.name}" + (" with a subscript" if node.sub else ""))
        if name == "log":
            self.note("log is the natural logarithm")
        return calculus.elementary(self, name, arg, node.primes, node)

    def big(self, node: t.Big) -> Value:
        """Sums, products, the larger and the smaller of numbers."""
        if node.operator in ("max", "min") and node.lower is None and isinstance(node.body, t.Fence):
            items = node.body.body.items if isinstance(node.body.body, t.Sequence) else ()
            values = [self.scalar(item) for item in items]
            if len(values) >= 2:
                total = values[0]
                for value in values[1:]:
                    total = tm.Elementary(node.operator, (total, value))
                return total
        if node.operator == "int":
            return integral(self, node)
        if node.operator == "lim":
            return self.limit(node)
        if not self.random and (extreme := extreme_of(self, node)) is not None:
            return extreme.letter(self, node)
        if node.operator in EXTREMA:
            return unworked.extremum(self, node)
        if node.operator in ("limsup", "liminf"):
            return unworked.extremum(self, node)
        if node.operator not in ("sum", "prod") or node.body is None:
            raise Refused(node, f"{node.operator} is not read")
        if (members := listed(node)) is not None:
            return over_list(self, node, *members)
        if unworked.is_over_a_set(self, node):
            return unworked.extremum(self, node)
        if (ends := up_to(node)) is not None:
            return self.up_to(node, *ends)
        if (begin := from_place(node)) is not None:
            return self.from_place(node, *begin)
        if (left_out := without_one(node)) is not None and node.operator == "sum":
            return self.without_one_place(*left_out)
        nested = several(node)
        if nested is not None:
            return self.big(nested)
        index, low, high = range_of(node)
        key = canonical(index)
        if key is None:
            raise Refused(node, "the index of a sum is a letter")
        known = self.symbol(key)
        if isinstance(known, tm.ResidueVariable):
            return self.cyclic(node, key, known, low, high)
        if low is None and high is None and not isinstance(node.lower, t.Chain):
            return self.over_all_places(node, key)
        if low is None or high is None:
            raise Refused(node, "a sum without its range")
        letter = (
            known if isinstance(known, tm.Variable) and known.domain in ("integer", "natural") else symbols.index(key)
        )
        if node.operator == "sum" and infinite(high) == "+":
            return endless(self, node, key, self.scalar(low))
        bounds = self.scalar(low), self.scalar(high)
        with self.within(key, letter, bounds):
            body = self.value(node.body)
        if isinstance(body, (Dyads, Complex)) and node.operator == "sum":
            return guarded(node, lambda: body.summed(letter, *bounds))
        if node.operator == "prod":
            return guarded(node, lambda: symbols.product(body, letter, *bounds))
        if isinstance(body, tm.Scalar) and body.mentions(tm.Delta):
            return guarded(node, lambda: sifted(body, letter, *bounds, self.indices(), self.spans))
        return guarded(node, lambda: symbols.total(body, letter, *bounds))

    def limit(self, node: t.Big) -> Value:
        r"""`\lim_{x \to a}`, worked out."""
        match node.lower or only_index(node.body) or only_natural(node.body):
            case t.Chain(members=(letter, place), relations=(t.Sign(kind="to" | "downto" | "upto" as way),)) if (
                node.body is not None
            ):
                key = canonical(letter)
            case t.Name() as letter if node.body is not None:  # \\lim a_n, \\lim_n a_n
                key, way, place = canonical(letter), "to", t.Name(letter.start, letter.end, r"\infty")
            case _:
                raise Refused(node, "a limit without the letter and its end, as in x \\to 0")
        known = self.symbol(key)
        variable = known if isinstance(known, tm.Variable) else tm.Variable(key or "x")
        side = {"downto": "+", "upto": "-"}.get(way, "")
        if isinstance(place, t.Scripted) and isinstance(place.sup, t.Mark) and place.sup.text in "+-" and not side:
            side, place = place.sup.text, place.base
        endless = infinite(place)
        if endless == "+" and any(isinstance(each, t.Postfix) for each in every_part(node.body)):
            variable = tm.Variable(variable.name, "natural")  # of a factorial
        with self.within(key or "", variable):
            body = self.scalar(node.body)
        self.note("the limit is worked out")
        point = endless or self.scalar(place)
        if variable not in body.free and any(unworked.depends_by_name(each, variable) for each in body.free):
            return unworked.limit(self, body, variable, point, side, node)  # \\lim f_n(x)
        body = shortened(body, variable, self.context.holding()) if endless == "+" else body
        moving, supposed = approached(self.context, variable, body) if endless == "+" else (body, {})
        side = side if isinstance(point, tm.Scalar) else ""
        try:
            plain = guarded(node, lambda: slopes.without_derivatives(moving))
            return limit(plain, variable, point, node, known_signs(self.context), side, supposed)
        except Refused:
            if supposed or not unworked.is_of_unknowns(body, variable):
                raise
            return unworked.limit(self, body, variable, point, side, node)


READ: dict[type, Callable[[Terms, Any], Value]] = {
    t.Number: Terms.number,
    t.Name: Terms.name,
    t.Text: Terms.name,
    t.Scripted: Terms.scripted,
    t.Add: Terms.add,
    t.Product: Terms.product,
    t.Quotient: Terms.quotient,
    t.Root: Terms.root,
    t.Binomial: Terms.binomial,
    t.Postfix: Terms.postfix,
    t.Juxtaposed: Terms.row,
    t.Fence: Terms.fence,
    t.Table: Terms.table,
    t.Function: Terms.function,
    t.Big: Terms.big,
}


def _letters(node: t.Juxtaposed) -> list[t.Node]:
    """The letters of a row, in which a function without brackets may end early; pi is none."""
    return [item for item in node.items if not isinstance(item, (t.Number, t.Quotient)) and canonical(item) != r"\pi"]
