r"""Which undeclared letters are matrices, and how many rows and columns they have, from all their uses together.

A capital letter is a matrix where it is transposed or traced, has entries with two indices, is added to the identity, or stands
before a vector; so is one that is multiplied with a matrix, added to one or equal to one. A vector beside a matrix is a
column. Sizes are what sums, products and declared sizes leave. Those that nothing names get a letter that the text does
not use. Where two sizes contradict each other they are left apart, and the formula says so when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.context import MEMBER, Context, member_of
from symproof.readers.resolve.entries import size_of
from symproof.readers.resolve.equal_sizes import ONE, Shape
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.matrix_letters import IDENTITIES, OF_SQUARE, ORDERED, MatrixLetters
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import (
    every_part,
    has_two_indices,
    set_phrase,
)

SIZES = "nmpdqrskNMDKlhjzyxw"
"""Letters for sizes that nothing names."""


def matrices(context: Context, clauses: Iterable[t.Clause | t.Node], vectors: set[str]) -> dict[str, str]:
    """What the matrices and the columns among the letters are declared as: "matrix m x n", "column n". `vectors` are the letters
    that are known to be vectors."""
    found = _Matrices(context, list(clauses), vectors)
    if not (found.capitals or found.outer or found.entries or found.beside):
        return {}
    found.measure()
    phrases = found.phrases()
    known = phrases.keys() | found.known
    context.unsized = (found.capitals & found.sized.keys()) - known
    context.entries |= {key: listed.whole for key, listed in found.entries.items() if listed.whole in known}
    return phrases


class _Matrices(MatrixLetters):
    # Their sizes --------------------------------------------------------------------------------------

    def measure(self) -> None:
        """Hold the sizes together."""
        called: dict[str, Shape | None] = {}  # the shapes at which functions are
        for listed in self.entries.values():
            shape = self.letter(listed.whole)
            for size, written in zip(shape or (), (listed.rows, listed.columns), strict=False):
                if written:
                    self.equal(size, written)
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
                    case t.Big(operator="sum" | "prod", lower=t.Chain(members=(index, t.Number(text="1")))):
                        self.counted(each, canonical(index) or "")
                    case t.Juxtaposed(items=items):
                        for name, at in pairwise(items):  # a function is called at letters of one shape
                            key = canonical(name) or ""
                            if key in self.given and isinstance(at, t.Fence) and at.left == "(" and at.body is not None:
                                called[key] = self.alike([called.get(key), self.shape(at.body)])

    def counted(self, total: t.Big, index: str) -> None:
        """A sum of entries from the first on goes to the last."""
        for each in every_part(total.body) if total.body is not None else ():
            if isinstance(each, t.Scripted) and each.sub is not None and canonical(each.sub) == index:
                listed = self.entries.get((canonical(each.base) or "", 1))
                shape = self.letter(listed.whole) if listed is not None else None
                if shape is not None and (size := size_of(total.upper)):
                    self.equal(shape[0], size)

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
        for letter in t.items_of(left):
            self.alike([self.shape(letter), sizes])

    def letter(self, key: str) -> Shape | None:
        """The shape of a letter."""
        if key not in self.sized:
            symbol = self.context.names.get(key)
            if key in self.loose:
                size = self.new()
                self.sized[key] = size, size
            elif isinstance(symbol, tm.MatrixVariable):
                self.sized[key] = _size_of(symbol.rows), _size_of(symbol.columns)
            elif key in self.context.sizes:
                rows, _, columns = self.context.sizes[key].removeprefix("matrix ").partition(" x ")
                self.sized[key] = rows, columns
            elif key in self.capitals:
                self.sized[key] = self.new(larger=True), self.new()
            elif key in self.vectors or self.is_column(key):
                self.sized[key] = self.new(larger=True), ONE
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
                if sub is not None and (canonical(base), 1) in self.entries:
                    return None
                if sub is not None and canonical(base) in IDENTITIES:
                    size = canonical(sub) or (sub.text if isinstance(sub, t.Number) else self.new())
                    return size, size
                own = sub is not None or self.key(node) in self.vectors  # x^*, also where no x stands alone
                inner = self.letter(self.key(node)) if own else self.shape(base)
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
            case t.Juxtaposed(items=items) if t.Nabla in map(
                type, items
            ):  # of the shape of a letter that may not be named
                for item in items:
                    self.shape(item)
                return None
            case t.Juxtaposed(items=(_, t.Fence() as fence)) if self.is_spread(node):
                sides = [self.shape(each) for each in t.items_of(fence.body)] if fence.body is not None else []
                self.beside |= {key for key in map(self.key, _letters(fence)) if key in self.vectors}
                first, last = sides[0], sides[-1]
                return (first[0], last[0]) if first is not None and last is not None else None
            case t.Product(items=(*before, last), operators=(*_, "cdot")) if self.are_dotted(before, last):
                return None
            case t.Juxtaposed(items=items) | t.Product(items=items):
                return self.row(items)
            case t.Quotient(top=top, bottom=bottom):
                self.shape(bottom)
                return self.shape(top)
            case t.Big(operator="sum", body=t.Node() as body):
                return self.shape(body)
            case t.Function(name="diag", argument=t.Fence(body=t.Sequence(items=(*_, t.Ellipsis(), last)))) if (
                size := next((size_of(each.sub) for each in every_part(last) if isinstance(each, t.Scripted)), "")
            ):
                return size, size
            case t.Function(name=name, argument=t.Node() as argument):
                inner = self.shape(argument)
                if inner is not None and name.lower() in OF_SQUARE:
                    self.equal(*inner)
                return None
            case _:
                for child in node.children():
                    self.shape(child)
                return None

    def are_dotted(self, before: list[t.Node], last: t.Node) -> bool:
        r"""Whether a dot stands between two columns, `v \cdot w`, which are of one size then."""
        left, right = self.row(tuple(before)), self.shape(last)
        columns = left is not None and right is not None and self.root(left[1]) == self.root(right[1]) == ONE
        if left is None or right is None or not columns or ONE in (self.root(left[0]), self.root(right[0])):
            return False
        self.equal(left[0], right[0])
        return True

    def row(self, items: tuple[t.Node, ...]) -> Shape | None:
        """The shape of a product."""
        total: Shape | None = None
        matrix = any(map(self.is_matrix, items))
        for item in items:
            shape = self.shape(item)
            if shape is None:
                continue
            if matrix:
                self.beside |= {
                    key for key in map(self.key, _letters(item)) if key and (key in self.vectors or self.is_column(key))
                }
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

    def is_tied(self, size: str) -> bool:
        """Whether a vector so long is a column: beside matrices all are, else those as long as one whose entries are numbers."""
        if self.capitals or self.outer:
            return bool(self.beside)
        return any(self.root(self.sized[key][0]) == self.root(size) for key in self.beside if key in self.sized)

    # What they are declared as ------------------------------------------------------------------------

    def phrases(self) -> dict[str, str]:
        """The declarations, of the letters that are not known as matrices."""
        self.beside |= self.outer
        if not self.beside and not self.capitals - self.known:
            return {}
        taken = {
            canonical(each) or "" for clause in self.clauses for each in every_part(clause) if isinstance(each, t.Name)
        }
        self.counts = {
            member_of(key): count or self.new() for key, count in self.tables.items() if member_of(key) in self.sized
        }
        for basis in self.context.bases & self.tables.keys():
            if (key := member_of(basis)) in self.counts:
                self.equal(self.sized[key][0], self.counts[key])
        roots = {self.root(size) for shape in self.sized.values() for size in shape}
        named: dict[str, str] = {}
        for key in sorted(self.loose & self.sized.keys()):  # of those the size that words give, where it is no other
            symbol = self.context.names[key]
            size = _size_of(symbol.rows) if isinstance(symbol, tm.MatrixVariable) else ""
            if size and size not in roots and size not in named.values():
                named.setdefault(self.root(self.sized[key][0]), size)
        free = iter([size for size in SIZES if size not in taken and size not in named.values()])

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
                or not (key in self.capitals or self.is_tied(rows))
            ):
                continue
            if not called(rows) or not called(columns) or called(rows) == ONE:
                continue  # of one row is what was taken for something else
            if called(columns) != ONE:
                found[key] = f"matrix {called(rows)} x {called(columns)}"
            elif key.removesuffix(MEMBER) in self.context.bases:
                found[key] = f"standard basis {called(rows)}"
            elif key.endswith(MEMBER):
                found[key] = f"columns {called(rows)} x {called(self.counts[key])}"
            else:
                found[key] = f"column {called(rows)}"
        return found


def _letters(item: t.Node) -> Iterable[t.Node]:
    """The letters of a factor: itself, or those of a sum in brackets, `(x - y)^\\top`."""
    base = item.base if isinstance(item, t.Scripted) else item
    return every_part(base) if isinstance(base, t.Fence) else (item,)


def _size_of(over: tm.Cyclic | tm.Interval) -> str:
    return f"Z/{over.modulus}" if isinstance(over, tm.Cyclic) else str(over.high)
