r"""Which undeclared letters are matrices, from where they stand: transposed, traced, before a vector, beside a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.called_letters import given_at_a_letter, given_at_letters, parameters_of
from symproof.readers.resolve.context import Context, member_of
from symproof.readers.resolve.entries import Listed, used_as_numbers
from symproof.readers.resolve.equal_sizes import Shape, Sizes
from symproof.readers.resolve.expectations import OPERATORS
from symproof.readers.resolve.names import MEANS, canonical, is_capital_letter, is_latin, is_small_letter, script
from symproof.readers.resolve.shapes import (
    addends,
    every_part,
    has_t,
    has_two_indices,
    inverted,
    is_index,
    is_only_above,
    scaled_alike,
    set_phrase,
    side_by_side,
    summed,
    transposes,
)
from symproof.readers.resolve.tables import is_member, is_place, tables_of

GREEK = frozenset(
    (r"\ell", r"\alpha", r"\beta", r"\gamma", r"\theta", r"\pi", r"\phi", r"\psi", r"\omega", r"\xi", r"\eta")
)
r"""Letters that have two indices as entries do; not \delta, \epsilon, \sigma and \lambda, whose indices mean other things."""
OF_SQUARE = ("tr", "trace", "det")
IDENTITIES = ("I", r"\mathbf{I}", r"\mathrm{Id}")
ORDERED = ("succeq", "succ", "preceq", "prec")


class MatrixLetters(Sizes):
    """Takes letters for matrices and columns."""

    def __init__(self, context: Context, clauses: list[t.Clause | t.Node], vectors: set[str]) -> None:
        vectors = vectors - {r"\mathbf{0}"}  # which has the size of what it stands beside
        self.context, self.clauses = context, clauses
        self.tables = tables_of(clauses, context)
        """The letters that may stand for columns with an index, v of v_i, and how many there are."""
        bases = {member_of(key) for key in context.bases & self.tables.keys()}
        self.vectors = vectors = vectors | {member_of(key) for key in vectors & self.tables.keys()} | bases
        super().__init__()
        self.sized: dict[str, Shape] = {}
        self.beside: set[str] = bases
        """The vectors that stand beside a matrix."""
        self.outer: set[str] = set()
        """The vectors of products such as `u v^\\top`, which are matrices."""
        self.capitals = {
            key
            for key, symbol in context.names.items()
            if isinstance(symbol, tm.MatrixVariable) and symbol.columns != tm.SINGLE
        }
        self.loose = {key for key in self.capitals if " x " not in context.inferred.get(key, " x ")}
        """The square matrices of which words say no size."""
        self.known = self.capitals - self.loose
        self.capitals |= context.sizes.keys()
        parts = [part for clause in clauses for part in every_part(clause)]
        self.summed = summed(parts)
        self.upright: set[str] = set()
        """The capital letters that are columns: `Y = X \\beta + \\epsilon`."""
        self.operators = {key for each in parts for key in _operators(each)}
        self.operators |= given_at_a_letter(self.clauses) - {
            key for key in context.names if key not in context.inferred
        }
        self.leading = {key for each in parts for key in self.before(each)}
        """The letters that stand before other factors, as numbers do: `2\\mu x`."""
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
        self.parameters = parameters_of(self.clauses, context)
        self.given = given_at_letters(self.clauses)
        """The small letters that are functions, f of `f(x) = ...`."""
        self.entries = self.shown_entries() | context.listed
        self.capitals |= {listed.whole for listed in self.entries.values() if listed.indices == 2}
        columns = {listed.whole for listed in self.entries.values() if listed.indices == 1}
        numbers = used_as_numbers(self.clauses, self.vectors | columns | set(filter(self.is_column, context.names)))
        self.entries |= {(key, 1): Listed(key, key) for key in sorted(numbers) if (key, 1) not in self.entries}
        for capital, letter in scaled_alike(self.clauses):
            if capital not in context.names or capital in context.inferred:
                self.capitals.add(capital)
                self.vectors.add(letter)
        for key in [key for key in self.tables if (key, 1) in self.entries]:
            del self.tables[key]
            self.vectors.discard(member_of(key))
        self.vectors |= numbers | columns
        self.beside |= numbers | columns
        count = -1
        while count != len(self.capitals) + len(self.vectors):  # a letter beside a matrix is one
            count = len(self.capitals) + len(self.vectors)
            for clause in self.clauses:
                self.find(clause)
            self.vectors |= self.members()

    def shown_entries(self) -> dict[tuple[str, int], Listed]:
        r"""Entries that their indices show: of a small letter with two of them, and of a bold letter that stands without indices
        beside a plain one with some, `A_{ij}` beside `\mathbf{A}`."""
        found: dict[tuple[str, int], Listed] = {}
        names = {canonical(each) for clause in self.clauses for each in every_part(clause) if isinstance(each, t.Name)}
        scripted = [each for each in self.scripted() if each.sub is not None and not each.primes]
        own = {canonical(each.base) for each in scripted}
        for each in scripted:
            key, two = canonical(each.base) or "", has_two_indices(each.sub)
            if two and self.is_differentiated(each):
                continue
            whole = rf"\mathbf{{{key}}}"
            if two and key in GREEK:
                found[key, 2] = Listed(f"({key})", key, 2)
            if not is_latin(key) or key.startswith("\\") or not (two or is_index(each.sub or each)):
                continue
            if whole in names and whole not in own:
                found[key, 1 + two] = Listed(whole, key, 1 + two)
            elif two and is_small_letter(key):
                found[key, 2] = Listed(f"({key})", key, 2)
        return found

    def is_differentiated(self, node: t.Scripted) -> bool:
        """Whether a name is that of a derivative in letters of its function, `f_{xy}` after `f(x, y)`."""
        labels = {script(each) for each in side_by_side(node.sub)} if node.sub is not None else set()
        return bool(labels) and labels <= self.parameters.get(canonical(node.base) or "", frozenset())

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
                    if self.transposed(each) or (sup is not None and inverted(sup) == "T"):
                        self.take_all(base)
                    if sub is not None and has_two_indices(sub) and sup is None and not self.is_differentiated(each):
                        self.take_all(base)
                    if isinstance(base, t.Fence) and base.left == "||" and sub is not None and script(sub) == "F":
                        self.take_all(base)
                case t.Function(name=name, argument=t.Node() as argument) if name.lower() in OF_SQUARE:
                    self.take_all(argument)
                case t.Juxtaposed(items=items) if t.Nabla not in map(type, items):
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
                    if (
                        len(items) > 2 and self.is_row(items[0]) and any(map(self.is_capital, items[1:]))
                    ):  # v^T A^{-1} u
                        self.vectors |= {
                            self.key(each)
                            for each in (items[0], items[-1])
                            if self.is_row(each) or self.may_be_column(each)
                        }
                        for item in items[1:]:
                            self.take_term(item)
                    if len(items) > 1 and self.is_outer(*items[-2:]):
                        self.outer |= {self.key(items[-2]), self.key(items[-1])}
                        self.vectors |= self.outer
                case t.Add(terms=terms):
                    if any(self.is_matrix(term) or self.is_identity(term) or self.is_dyad(term) for _, term in terms):
                        for _, term in terms:
                            self.take_term(term)
                    self.take_columns([term for _, term in terms])
                case t.Table(kind=kind, rows=rows) if "matrix" in kind:
                    self.take_blocks([cell for row in rows for cell in row])
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
                        if any(map(self.is_image, members)):
                            self.vectors |= {self.key(each) for each in members if self.may_be_column(each)}
                            self.upright |= {
                                self.key(each)
                                for each in members
                                if isinstance(each, t.Name) and self.is_capital(each) and not self.is_matrix(each)
                            }
                            self.vectors |= self.upright
                        self.take_columns(list(members))
                        if any(
                            self.is_matrix(each) or self.is_sum_of_dyads(each) or self.is_spread(each)
                            for each in members
                        ):
                            for member in members:
                                self.take_term(member)

    def take_blocks(self, cells: list[t.Node]) -> None:
        """The cells of a table with a matrix in it are blocks: capital letters are matrices, small ones columns
        where they are transposed."""
        if any(self.is_matrix(cell) or self.is_identity(cell) for cell in cells):
            for cell in cells:
                self.take_term(cell)
            self.vectors |= {self.key(cell) for cell in cells if self.is_row(cell)}

    def take_columns(self, terms: list[t.Node]) -> None:
        """The small letters that are added to a column, or equal to one, are columns, `r_k = b - A x_k`."""
        if any(map(self.is_directed, terms)):
            lasts = [term.items[-1] if isinstance(term, t.Juxtaposed) else term for term in terms]
            self.vectors |= {self.key(each) for each in lasts if self.may_be_column(each)}

    def is_directed(self, node: t.Node) -> bool:
        """Whether a term is a column: a letter for one, an image, a number times one, a sum of such."""
        match node:
            case t.Name() | t.Scripted():
                return self.is_vector(node) and not self.transposed(node)
            case t.Juxtaposed(items=items) if t.Nabla not in map(type, items):
                last = self.is_vector(items[-1]) and not self.transposed(items[-1])
                return self.is_image(node) or (last and not any(map(self.is_vector, items[:-1])))
            case t.Add(terms=terms):
                return any(self.is_directed(term) for _, term in terms)
        return False

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
            if t.Nabla in map(type, node.items):  # of a number
                return
            node = node.items[-1]
        if self.is_capital(node):
            self.take(node)

    def take(self, node: t.Node) -> None:
        """The letter of a node is a matrix."""
        key = self.key(node)
        if key:
            self.capitals.add(key)

    def key(self, node: t.Node) -> str:
        """The letter of a node: of `A^\\top`, `A_{ij}` and `A^{-1}`, A."""
        if isinstance(node, t.Scripted):
            if node.primes:
                return ""
            if node.sub is not None and not has_two_indices(node.sub):
                base = canonical(node.base) or ""
                if (base in self.tables and is_place(node.sub)) or is_member(self.context.table(base), node.sub):
                    return member_of(base) if node.sup is None or transposes(node) or has_t(node) else ""
                if node.sup is not None:
                    return ""
                return canonical(t.Scripted(node.start, node.end, node.base, node.sub)) or ""
            key = canonical(node.base) or ""
            marked = isinstance(node.sup, t.Mark) and not transposes(node) and is_small_letter(key)
            return canonical(node) or "" if marked else key  # x^*
        key = canonical(node) or "" if isinstance(node, t.Name) else ""
        return "" if key == r"\mathbf{0}" else key

    def is_capital(self, node: t.Node) -> bool:
        """Whether a node is a capital letter that may be a matrix."""
        key = self.key(node)
        base = key.partition("_")[0]
        if (
            not key
            or key in self.tabled
            or key in self.upright
            or key in IDENTITIES
            or base in IDENTITIES
            or base in self.operators
        ):
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
            case t.Juxtaposed(items=items) if t.Nabla not in map(type, items):
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
        """Whether a node behind a matrix is a small letter that nobody declared, x, x^*, x_k or \\beta: numbers are written
        before matrices, and a Greek letter that somewhere stands before others may be one."""
        own = isinstance(node, t.Name) or (
            isinstance(node, t.Scripted)
            and (node.sup is None or isinstance(node.sup, t.Mark))
            and not transposes(node)
            and (canonical(node.base) not in self.summed or canonical(node.base) in self.tables)
        )
        key = self.key(node) if own else ""
        small = is_small_letter(key) and (is_latin(key) or key not in self.leading)
        return bool(key) and small and key not in self.context.names and key not in self.given

    def before(self, node: t.Node) -> Iterator[str]:
        """The letters that stand before others in a product."""
        for item in node.items[:-1] if isinstance(node, (t.Juxtaposed, t.Product)) else ():
            if not transposes(item) and (key := canonical(item)):
                yield key

    def is_image(self, node: t.Node) -> bool:
        """Whether a term is what a matrix makes of a vector, `A^{-1} b`."""
        match node:
            case t.Juxtaposed(items=items) if len(items) > 1 and t.Nabla not in map(type, items):
                rest = items[:-1]
                return (
                    self.is_vector(items[-1])
                    and not transposes(items[-1])
                    and any(map(self.is_matrix, rest))
                    and not any(map(self.is_vector, rest))
                )
            case t.Add(terms=terms):
                return any(self.is_image(term) for _, term in terms)
        return False

    def is_outer(self, left: t.Node, right: t.Node) -> bool:
        """Whether two small Latin letters, or known columns, make a matrix, `u v^\\top`."""
        letters = [self.key(left), self.key(right)]
        small = all((is_latin(key) and is_small_letter(key)) or self.is_column(key) for key in letters)
        return small and self.transposed(right) and not self.transposed(left)

    def is_dyad(self, node: t.Node) -> bool:
        r"""Whether a term is `u v^\\top`, perhaps behind numbers."""
        return isinstance(node, t.Juxtaposed) and len(node.items) > 1 and self.is_outer(*node.items[-2:])

    def is_sum_of_dyads(self, node: t.Node) -> bool:
        r"""Whether a term is a sum of outer products over an index, `\frac{1}{n} \sum_i x_i x_i^\top`."""
        if isinstance(node, t.Juxtaposed):
            node = node.items[-1]
        return isinstance(node, t.Big) and node.operator == "sum" and node.body is not None and self.is_dyad(node.body)

    def is_spread(self, node: t.Node) -> bool:
        r"""Whether a term is a covariance of columns, `\operatorname{Var}(x)`, `\operatorname{Cov}(Ax, y)`."""
        match node:
            case t.Juxtaposed(items=(head, t.Fence(body=t.Node() as body))) if (
                OPERATORS.get(canonical(head) or "", "E") != "E"
            ):
                return all(map(self.is_directed, t.items_of(body)))
        return False

    def is_row(self, node: t.Node) -> bool:
        """Whether a node is a small Latin letter with the sign of a transpose."""
        key = self.key(node)
        return is_latin(key) and is_small_letter(key) and self.transposed(node)

    def is_column(self, key: str) -> bool:
        """Whether a letter is known as a vector."""
        symbol = self.context.names.get(key)
        return isinstance(symbol, tm.VectorVariable) or (
            isinstance(symbol, tm.MatrixVariable) and symbol.columns == tm.SINGLE
        )


def _operators(node: t.Node) -> Iterator[str]:
    """The letters of a row that are read as expectations: E[X], and E with a distribution below it."""
    items = node.items if isinstance(node, t.Juxtaposed) else ()
    for item, following in pairwise(items):
        base = item.base if isinstance(item, t.Scripted) else item
        if (key := canonical(base)) in MEANS and (
            (isinstance(following, t.Fence) and following.left == "[") or base != item
        ):
            yield key or ""
