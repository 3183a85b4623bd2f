r"""Which undeclared letters are matrices, and how many rows and columns they have, from all their uses together.

A capital letter is a matrix where it is transposed or traced, has entries with two indices, is added to the identity, or stands
before a vector; so is one that is multiplied with a matrix, added to one or equal to one. A vector beside a matrix is a
column. Sizes are what sums, products and declared sizes leave. Those that nothing names get a letter that the text does
not use. Where two sizes contradict each other they are left apart, and the formula says so when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.equal_sizes import ONE, Shape, Sizes
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical, is_capital_letter, is_latin, is_small_letter, script
from symproof.readers.resolve.shapes import (
    addends,
    every_part,
    has_t,
    has_two_indices,
    is_index,
    is_only_above,
    set_phrase,
    summed,
    transposes,
)

OF_SQUARE = ("tr", "trace", "det")
IDENTITIES = ("I", r"\mathbf{I}", r"\mathrm{Id}")
ORDERED = ("succeq", "succ", "preceq", "prec")
SIZES = "nmpdqrskNMDKlhjzyxw"
"""Letters for sizes that nothing names."""


def matrices(context: Context, clauses: Iterable[t.Clause | t.Node], vectors: set[str]) -> dict[str, str]:
    """What the matrices and the columns among the letters are declared as: "matrix m x n", "column n". `vectors` are the letters
    that are known to be vectors."""
    found = _Matrices(context, list(clauses), vectors)
    if not found.capitals and not found.outer:
        return {}
    found.measure()
    return found.phrases()


class _Matrices(Sizes):
    def __init__(self, context: Context, clauses: list[t.Clause | t.Node], vectors: set[str]) -> None:
        self.context, self.clauses, self.vectors = context, clauses, set(vectors)
        super().__init__()
        self.sized: dict[str, Shape] = {}
        self.beside: set[str] = set()
        """The vectors that stand beside a matrix."""
        self.outer: set[str] = set()
        """The vectors of products such as `u v^\\top`, which are matrices."""
        self.capitals = {
            key
            for key, symbol in context.names.items()
            if isinstance(symbol, tm.MatrixVariable) and symbol.columns != tm.SINGLE
        }
        self.known = set(self.capitals)
        self.capitals |= context.sizes.keys()
        self.summed = summed(self.clauses)
        self.tabled = {
            self.key(clause.members[0])
            for clause in self.clauses
            if isinstance(clause, t.Clause)
            and any(isinstance(member, t.Table) for member in clause.members)
            and isinstance(clause.members[0], t.Scripted)
        }
        self.turned = is_only_above(self.clauses)
        if self.turned:
            self.vectors = vectors | {
                key for each in self.scripted() if has_t(each) and (key := self.key(each)) and is_small_letter(key)
            }
        count = -1
        while count != len(self.capitals) + len(self.vectors):  # a letter beside a matrix is one
            count = len(self.capitals) + len(self.vectors)
            for clause in self.clauses:
                self.find(clause)
            self.vectors |= self.members()

    def members(self) -> set[str]:
        """The members of a sequence, x_k and x_{k+1}, of which one stands beside a matrix: each is a column of its own."""
        every = [each for each in self.scripted() if each.sub is not None and is_index(each.sub) and each.sup is None]
        bases = {canonical(each.base) for each in every if self.key(each) in self.vectors}
        return {key for each in every if canonical(each.base) in bases and (key := self.key(each))}

    def scripted(self) -> Iterator[t.Scripted]:
        """All letters with scripts."""
        for clause in self.clauses:
            for each in every_part(clause):
                if isinstance(each, t.Scripted):
                    yield each

    def transposed(self, node: t.Node) -> bool:
        """Whether a node is a transpose."""
        return transposes(node) or (self.turned and has_t(node))

    # Which letters ------------------------------------------------------------------------------------

    def find(self, node: t.Node) -> None:
        """Take letters for matrices by where they stand."""
        for each in every_part(node):
            match each:
                case t.Scripted(base=base, sub=sub, sup=sup):
                    if self.transposed(each):
                        self.take_all(base)
                    if sub is not None and has_two_indices(sub) and sup is None:
                        self.take_all(base)
                    if isinstance(base, t.Fence) and base.left == "||" and sub is not None and script(sub) == "F":
                        self.take_all(base)
                case t.Function(name=name, argument=t.Node() as argument) if name.lower() in OF_SQUARE:
                    self.take_all(argument)
                case t.Juxtaposed(items=items):
                    letters = [item for item in items if self.key(item)]
                    if any(self.is_matrix(item) for item in items) or (
                        self.is_capital(letters[0]) and self.is_vector(letters[-1]) if len(letters) > 1 else False
                    ):
                        for item in items:
                            if self.is_capital(item):
                                self.take(item)
                    for left, right in pairwise(items):
                        for each in addends(right) if self.is_matrix(left) else ():
                            if self.may_be_column(each):
                                self.vectors.add(self.key(each))
                    if len(items) > 1 and self.is_outer(*items[-2:]):
                        self.outer |= {self.key(items[-2]), self.key(items[-1])}
                        self.vectors |= self.outer
                case t.Add(terms=terms):
                    if any(self.is_matrix(term) or self.is_identity(term) for _, term in terms):
                        for _, term in terms:
                            self.take_term(term)
                case t.Clause(members=members, relations=relations):
                    if (
                        len(relations) == 1
                        and relations[0].kind == "in"
                        and set_phrase(members[1]).startswith("matrix")
                    ):
                        self.take_all(members[0])
                    elif any(sign.kind in ORDERED for sign in relations):
                        for member in members:
                            self.take_term(member)
                    elif relations and all(sign.kind in ("=", ":=", "!=") for sign in relations):
                        if any(map(self.is_matrix, members)):
                            for member in members:
                                self.take_term(member)

    def take_all(self, node: t.Node) -> None:
        """The capital letters of a product or a sum are matrices."""
        for each in every_part(node):
            if isinstance(each, (t.Name, t.Scripted)) and self.is_capital(each):
                self.take(each)

    def take_term(self, node: t.Node) -> None:
        """A term that is a capital letter, perhaps behind numbers, is a matrix."""
        if isinstance(node, t.Sequence):
            for item in node.items:
                self.take_term(item)
        if isinstance(node, t.Juxtaposed):
            node = node.items[-1]
        if self.is_capital(node):
            self.take(node)

    def take(self, node: t.Node) -> None:
        key = self.key(node)
        if key:
            self.capitals.add(key)

    def key(self, node: t.Node) -> str:
        """The letter of a node: of `A^\\top`, `A_{ij}` and `A^{-1}`, A."""
        if isinstance(node, t.Scripted):
            if node.primes:
                return ""
            if node.sub is not None and not has_two_indices(node.sub):
                if node.sup is not None:
                    return ""
                return canonical(t.Scripted(node.start, node.end, node.base, node.sub)) or ""
            key = canonical(node.base) or ""
            marked = isinstance(node.sup, t.Mark) and not transposes(node) and is_small_letter(key)
            return canonical(node) or "" if marked else key  # x^*
        return canonical(node) or "" if isinstance(node, t.Name) else ""

    def is_capital(self, node: t.Node) -> bool:
        """Whether a node is a capital letter that may be a matrix."""
        key = self.key(node)
        if not key or key in self.tabled or key in IDENTITIES or key.partition("_")[0] in IDENTITIES:
            return False
        known = self.context.names.get(key)
        if key in self.context.names and not (isinstance(known, tm.MatrixVariable) or key in self.context.inferred):
            return False
        return is_capital_letter(key)

    def is_matrix(self, node: t.Node) -> bool:
        """Whether a node is a matrix by what is known so far."""
        match node:
            case t.Name() | t.Scripted():
                if isinstance(node, t.Scripted) and isinstance(node.base, t.Fence):
                    return node.sub is None and self.is_matrix(node.base)
                return self.key(node) in self.capitals and not (
                    isinstance(node, t.Scripted) and has_two_indices(node.sub)
                )
            case t.Fence(left="(" | "[", body=t.Node() as body):
                return self.is_matrix(body)
            case t.Add(terms=terms):
                return any(self.is_matrix(term) for _, term in terms)
            case t.Juxtaposed(items=items):
                return any(map(self.is_matrix, items)) and not any(map(self.is_vector, items))
        return False

    def is_identity(self, node: t.Node) -> bool:
        """Whether a term is the identity, perhaps behind a number."""
        if isinstance(node, t.Juxtaposed):
            node = node.items[-1]
        key = canonical(node.base if isinstance(node, t.Scripted) else node) or ""
        return key in IDENTITIES

    def is_vector(self, node: t.Node) -> bool:
        """Whether a node is a vector letter."""
        key = self.key(node)
        return key in self.vectors or (key in self.context.names and self.is_column(key))

    def may_be_column(self, node: t.Node) -> bool:
        """Whether a node behind a matrix is a small Latin letter that nobody declared, x, x^* or x_k: numbers are written before
        matrices."""
        own = isinstance(node, t.Name) or (
            isinstance(node, t.Scripted)
            and (node.sup is None or isinstance(node.sup, t.Mark))
            and not (transposes(node) or canonical(node.base) in self.summed)
        )
        key = self.key(node) if own else ""
        return is_latin(key) and is_small_letter(key) and key not in self.context.names

    def is_outer(self, left: t.Node, right: t.Node) -> bool:
        """Whether two small Latin letters make a matrix, `u v^\\top`."""
        letters = [self.key(left), self.key(right)]
        small = all(is_latin(key) and is_small_letter(key) for key in letters)
        return small and self.transposed(right) and not self.transposed(left)

    def is_column(self, key: str) -> bool:
        """Whether a letter is known as a vector."""
        symbol = self.context.names.get(key)
        return isinstance(symbol, tm.VectorVariable) or (
            isinstance(symbol, tm.MatrixVariable) and symbol.columns == tm.SINGLE
        )

    # Their sizes --------------------------------------------------------------------------------------

    def measure(self) -> None:
        """Hold the sizes together."""
        for clause in self.clauses:
            for each in every_part(clause):
                match each:
                    case t.Clause(members=members, relations=relations) | t.Chain(members=members, relations=relations):
                        if len(relations) == 1 and relations[0].kind == "in":
                            self.placed(members[0], members[1])
                            continue
                        shapes = [self.shape(member) for member in members]
                        if all(sign.kind in ("=", ":=", "!=", "equiv") for sign in relations):
                            self.alike(shapes)
                        elif any(sign.kind in ORDERED for sign in relations):
                            several = (
                                [self.shape(item) for item in members[0].items]
                                if isinstance(members[0], t.Sequence)
                                else []
                            )
                            for shape in several or filter(None, [self.alike(shapes)]):
                                self.equal(*(shape or (ONE, ONE)))
                    case t.Node() if each is clause:
                        self.shape(each)

    def placed(self, left: t.Node, space: t.Node) -> None:
        """`A \\in \\mathbb{R}^{m \\times n}`, `b \\in \\mathbb{R}^m`."""
        phrase = set_phrase(space)
        sizes: Shape | None = None
        if phrase.startswith("matrix"):
            rows, _, columns = phrase.removeprefix("matrix ").partition(" x ")
            sizes = rows, columns
        elif phrase == "vector" and isinstance(space, t.Scripted) and space.sup is not None:
            size = canonical(space.sup) or (space.sup.text if isinstance(space.sup, t.Number) else "")
            sizes = (size, ONE) if size else None
        if sizes is None:
            return
        for letter in left.items if isinstance(left, t.Sequence) else (left,):
            self.alike([self.shape(letter), sizes])

    def letter(self, key: str) -> Shape | None:
        """The shape of a letter."""
        if key not in self.sized:
            symbol = self.context.names.get(key)
            if isinstance(symbol, tm.MatrixVariable):
                self.sized[key] = _size_of(symbol.rows), _size_of(symbol.columns)
            elif key in self.context.sizes:
                rows, _, columns = self.context.sizes[key].removeprefix("matrix ").partition(" x ")
                self.sized[key] = rows, columns
            elif key in self.capitals:
                self.sized[key] = self.new(), self.new()
            elif key in self.vectors or self.is_column(key):
                self.sized[key] = self.new(), ONE
        return self.sized.get(key)

    def shape(self, node: t.Node) -> Shape | None:
        """The shape of a term; None of a number, and of what is not known."""
        match node:
            case t.Name():
                key = canonical(node) or ""
                if key in IDENTITIES and key not in self.context.names:
                    size = self.new()
                    return size, size
                return self.letter(key)
            case t.Scripted(base=base, sub=sub, sup=sup):
                if sub is not None and (has_two_indices(sub) or isinstance(base, t.Fence)):
                    self.shape(base)
                    return None
                if sub is not None and canonical(base) in IDENTITIES:
                    size = canonical(sub) or (sub.text if isinstance(sub, t.Number) else self.new())
                    return size, size
                inner = self.letter(self.key(node)) if sub is not None else self.shape(base)
                if inner is None or sup is None:
                    return inner
                if self.transposed(node):
                    return inner[1], inner[0]
                if isinstance(sup, t.Mark) or self.key(node) in self.vectors:  # x^*
                    return self.letter(canonical(node) or "")
                self.equal(*inner)
                return inner
            case t.Fence(left="(" | "[" | "{", body=t.Node() as body):
                return self.shape(body)
            case t.Fence(left="<", body=t.Sequence(items=items)):
                self.alike(map(self.shape, items))
                return None
            case t.Add(terms=terms):
                return self.alike([self.shape(term) for _, term in terms])
            case t.Juxtaposed(items=items) | t.Product(items=items):
                return self.row(items)
            case t.Quotient(top=top, bottom=bottom):
                self.shape(bottom)
                return self.shape(top)
            case t.Big(operator="sum", body=t.Node() as body):
                return self.shape(body)
            case t.Function(name=name, argument=t.Node() as argument):
                inner = self.shape(argument)
                if inner is not None and name.lower() in OF_SQUARE:
                    self.equal(*inner)
                return None
            case _:
                for child in node.children():
                    self.shape(child)
                return None

    def row(self, items: tuple[t.Node, ...]) -> Shape | None:
        """The shape of a product."""
        total: Shape | None = None
        matrix = any(map(self.is_matrix, items))
        for item in items:
            shape = self.shape(item)
            if shape is None:
                continue
            if matrix and self.key(item) and (self.key(item) in self.vectors or self.is_column(self.key(item))):
                self.beside.add(self.key(item))
            if total is None:
                total = shape
                continue
            if (
                self.root(total[1]) != ONE
                or self.root(shape[0]) != ONE
                or ONE not in (self.root(total[0]), self.root(shape[1]))
            ):
                self.equal(total[1], shape[0])
            total = total[0], shape[1]
            if self.root(total[0]) == self.root(total[1]) == ONE:
                total = None
        return total

    # What they are declared as ------------------------------------------------------------------------

    def phrases(self) -> dict[str, str]:
        """The declarations, of the letters that are not known as matrices."""
        self.beside |= self.outer
        if not self.beside and not self.capitals - self.known:
            return {}
        taken = {
            canonical(each) or "" for clause in self.clauses for each in every_part(clause) if isinstance(each, t.Name)
        }
        free = iter([size for size in SIZES if size not in taken])
        named: dict[str, str] = {}

        def called(size: str) -> str:
            root = self.root(size)
            if root.startswith("?"):
                if root not in named:
                    named[root] = next(free, "")
                return named[root]
            return root

        found: dict[str, str] = {}
        for key, (rows, columns) in self.sized.items():
            if (
                isinstance(self.context.names.get(key), Grid)
                or key in self.known
                or (key not in self.capitals and not self.beside)
            ):
                continue
            if (
                not called(rows)
                or not called(columns)
                or ONE in (called(rows), called(columns) * (key in self.capitals))
            ):
                continue  # of one row, or one column, is what was taken for something else
            if key in self.capitals:
                found[key] = f"matrix {called(rows)} x {called(columns)}"
            else:
                found[key] = f"column {called(rows)}"
        return found


def _size_of(over: tm.Cyclic | tm.Interval) -> str:
    size = over.modulus if isinstance(over, tm.Cyclic) else over.high
    return str(size)
