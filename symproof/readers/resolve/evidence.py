r"""What is a whole number and what is a vector, by where it stands: the letters of an index, of a norm, beside a vector."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.calculus import derivative_form
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.matrix_letters import ORDERED
from symproof.readers.resolve.names import MEANS, canonical, is_capital_letter, is_small_letter, script, with_scripts
from symproof.readers.resolve.powered import Powered
from symproof.readers.resolve.probabilities import MEASURES
from symproof.readers.resolve.shapes import (
    counting,
    every_part,
    has_capitals,
    is_index,
    letters_only,
    says_what_e_is,
    scaling,
    side_by_side,
    summed,
    transposes,
)
from symproof.readers.resolve.uses import CONSTANTS, FUNCTIONS, LETTER, OPERATORS, Uses
from symproof.readers.resolve.values import Macro, Point

VARIANCES = ("Var", r"\mathrm{Var}", r"\mathbb{V}", "V", "var")


class Evidence:
    """The uses of names so far, and what a node says of its letters."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.uses: dict[str, Uses] = {}
        self.conditioned: list[t.Such] = []
        self.ranging: set[str | None] = set()
        self.begun: list[t.Clause | t.Node] = []
        """The clauses that are looked at, perhaps several times."""
        self.applied: list[tuple[str, t.Node]] = []
        """The names of operators in them, each with what stands behind it."""
        self.summed: set[str | None] = set()
        """The letters with an index that a sum binds."""
        self.powered = Powered()
        self.scaling: set[tuple[str | None, str | None]] = set()
        """A Greek letter and the letter behind it, which it scales."""
        self.vectors = any(isinstance(symbol, tm.Vector) for symbol in context.names.values()) or any(
            isinstance(family.item, tm.VectorVariable) for family in context.families.values()
        )

    def of(self, key: str) -> Uses:
        """The uses of a name so far, to be added to."""
        return self.uses.setdefault(key, Uses())

    def own(self, node: t.Node | None) -> None:
        """A letter with a number that a function is given at, or a derivative is taken in, is no member of a sequence."""
        if isinstance(node, t.Scripted) and isinstance(node.sub, t.Number) and (key := canonical(node.base)):
            self.of(key).own |= key not in self.summed

    def number(self, node: t.Node) -> None:
        """The letters of a product that divides, stands under a root or is compared in size are numbers."""
        match node:
            case t.Name() | t.Scripted(base=t.Name(), sub=None):
                for each in (node, node.base) if isinstance(node, t.Scripted) else (node,):
                    self.of(canonical(each) or "").number = True
            case t.Juxtaposed(items=items) | t.Product(items=items):
                for item in items:
                    self.number(item)
            case t.Quotient(top=top):
                self.number(top)
            case t.Sequence(items=items):
                self.beside(items)
            case _:
                pass

    def ranges(self, clause: t.Clause) -> None:
        r"""The letters that go over a list of whole numbers, and where it ends: `i, j = 1, 2, \dots, n`."""
        match clause:
            case t.Clause(
                members=(t.Name() | t.Sequence() as letters, t.Sequence(items=(t.Number(), *_, last) as items)),
                relations=(t.Sign(kind="="),),
            ) if any(isinstance(each, t.Ellipsis) for each in items):
                if all(each.text.isdigit() for each in items if isinstance(each, t.Number)):
                    self.make_whole(letters)
                    self.make_whole(last)

    @property
    def known_vectors(self) -> set[str]:
        """The names that are known to be vectors."""
        return {key for key, uses in self.uses.items() if uses.vector}

    def read_arguments(self) -> None:
        """What stands in the brackets of a function of vectors is a vector."""
        for uses in list(self.uses.values()):
            if uses.vector_argument and not uses.many:
                for argument in uses.arguments:
                    self.make_vector(argument)

    def called_alike(self) -> None:
        """Take letters for functions that stand only before the same letter in brackets, `p(x) - q(x)`, as no product does."""
        alike: dict[str, list[Uses]] = {}
        for key, uses in self.uses.items():
            letters = {canonical(each) or "" for each in uses.arguments}
            factor = uses.bare or uses.lowered or uses.vector or key in self.context.names
            if uses.called and not factor and len(letters) == 1 and _is_plain(key):
                alike.setdefault(letters.pop(), []).append(uses)
        for letter, called in alike.items():
            for uses in called if len(called) > 1 and _is_plain(letter) and self.of(letter).bare else ():
                uses.function = True

    def counted(self, last: t.Node, first: t.Node | None = None) -> None:
        """The letter that counts in the last term of a sum with an ellipsis is a natural number from 1 on, or from 0 on where the
        `first` term has a 0 for its index, a_0 + ... + a_n."""
        from_zero = isinstance(first, t.Scripted) and isinstance(first.sub, t.Number) and first.sub.text == "0"
        for key in counting(last):
            self.of(key).whole = True
            self.of(key).from_one |= not from_zero

    def left_out(self, clause: t.Clause) -> None:
        """What counts in the index of the last member of a chain with an ellipsis does so from 1 on."""
        for sign, member in zip(clause.relations, clause.members[1:], strict=False):
            for part in every_part(member) if isinstance(sign, t.Elided) else ():
                if isinstance(part, t.Scripted) and part.sub is not None:
                    self.counted(part.sub)

    def names(self, clause: t.Clause) -> None:
        r"""What a formula says that e is; and what it names with letters in brackets, `\rho(A)` alone, is a function, as nobody
        names a product so."""
        self.of("e").stated |= says_what_e_is(clause)
        match clause:
            case t.Clause(
                members=(t.Juxtaposed(items=(t.Name() | t.Scripted() as name, t.Fence() as fence)),), relations=()
            ) if letters_only(fence) and not fence.apart and (key := canonical(name)):
                operator = key in {*OPERATORS, *MEASURES, *MEANS, *VARIANCES}
                if not operator:
                    self.of(key).function = True
                if not (operator and has_capitals(fence)):
                    self.context.applied.add(key)
            case _:
                pass

    def differentiated(self, *body: t.Node, by: t.Node | None = None) -> None:
        """A name behind a nabla is a function, and one that is differentiated with its letter in brackets, du(x)/dx."""
        key = canonical(body[0]) if body else None
        letter = body[1].body if len(body) == 2 and isinstance(body[1], t.Fence) and body[1].left == "(" else None
        if key and len(body) == 1 and by is None:
            self.of(key).function = True
        elif key and letter is not None and by is not None and canonical(letter) == canonical(by) is not None:
            self.of(key).function = self.of(key).stated = True

    def letters_of(self, key: str) -> tuple[str, ...]:
        """The letters of a function of several, f(x, y): one below it is a partial derivative."""
        known = self.context.names.get(key)
        letters = tuple(map(str, known.parameters)) if isinstance(known, Macro) else self.of(key).letters
        return letters if len(letters) > 1 else ()

    def is_partial(self, node: t.Node) -> bool:
        """Whether a name is that of a partial derivative, f_x or f_{xy}."""
        if not isinstance(node, t.Scripted) or node.sub is None:
            return False
        return self.are_letters_of(canonical(node.base) or "", node.sub)

    def are_letters_of(self, key: str, sub: t.Node) -> bool:
        """Whether a subscript names letters in which a function is differentiated."""
        return {script(each) for each in side_by_side(sub)} <= set(self.letters_of(key))

    def counts(self, sub: t.Node) -> bool:
        """Whether a subscript is an index; one that is mostly none is, where a sum goes over it."""
        return is_index(sub) or (isinstance(sub, t.Name) and self.of(sub.text).bound)

    def is_argument(self, node: t.Node | None) -> bool:
        """Whether brackets hold the letter of a sum or of an integral, a condition or letters: a function stands before them."""
        body = node.body if isinstance(node, t.Fence) and node.left == "(" else None
        listed = isinstance(body, t.Sequence) and all(map(canonical, body.items))
        under = any(isinstance(each, t.Such) for each in t.items_of(body)[:1])
        return listed or under or (body is not None and canonical(body) in self.ranging)

    def beside(self, items: tuple[t.Node, ...]) -> None:
        """A letter with a prime in a list that says where it lies beside the plain one, x', x > 1, is a letter of its own."""
        names = {canonical(each) for each in items}
        for each in items:
            if isinstance(each, t.Scripted) and each.primes and canonical(each.base) in names:
                self.of(canonical(each) or "").own = True

    def make_whole(self, node: t.Node) -> None:
        """All letters of an index are integers."""
        match node:
            case t.Name() | t.Scripted(sup=None, primes=0) | t.Scripted(sub=None, sup=t.Fence(left="("), primes=0):
                key = canonical(node)  # of x^{(i)}! too
                if key:
                    self.of(key).whole = True
            case t.Quotient() | t.Root() | t.Scripted() | t.Fence(left="|" | "||" | "<") | t.Function():
                pass
            case _:
                for child in node.children():
                    self.make_whole(child)

    def count_by_custom(self, node: t.Node) -> None:
        """The letters n and N in an exponent of a number, above in a binomial coefficient or in a distribution are integers."""
        if canonical(node) in ("n", "N"):
            self.make_whole(node)
        for child in node.children():
            self.count_by_custom(child)

    def begin(self, clauses: list[t.Clause | t.Node]) -> None:
        """Take in what all clauses say together, before each is looked at."""
        if self.begun is not clauses:
            parts = [part for clause in clauses for part in every_part(clause)]
            self.summed, self.powered, self.scaling = summed(parts), Powered.of(parts), scaling(parts)
            self.begun, self.applied = clauses, [pair for part in parts for pair in _applied(part)]
            ordered = (each for each in clauses if isinstance(each, t.Clause) and set(each.kinds) & set(ORDERED))
            if any(canonical(part) == "I" for each in ordered for part in every_part(each)):
                self.of("I").tabled = True  # the identity, in the order of matrices
        self.averaged()

    def averaged(self) -> None:
        """N is a random number where a mean or a variance has no other capital letter, or is one under N: it does not count by
        custom."""
        for pair in self.applied:
            match pair:
                case (operator, t.Fence(body=t.Node() as body)) if operator in MEANS or operator in VARIANCES:
                    names = [each for each in every_part(body) if isinstance(each, t.Name) and each.text.isupper()]
                    under = canonical(body.right) if isinstance(body, t.Such) else None  # E[X \mid N]
                    random = under == "N" or {each.text for each in names} == {"N"}
                    if random and self.of("N").domain == "" and "N" not in self.summed:
                        self.of("N").domain = "real"

    def make_integer(self, node: t.Node) -> None:
        """All letters of a congruence are integers, and those of an exponent in it natural numbers."""
        if isinstance(node, t.Scripted) and node.sup is not None and canonical(node) is None:
            self._make_natural(node.sup)
            self.make_integer(node.base)
            return
        key = canonical(node)
        if key:
            self.of(key).domain = self.of(key).domain or "integer"
        for child in node.children():
            self.make_integer(child)

    def _make_natural(self, node: t.Node) -> None:
        key = canonical(node)
        if key and self.of(key).domain in ("", "integer"):
            self.of(key).domain = "natural"
        for child in node.children():
            self._make_natural(child)

    def make_vector(self, node: t.Node) -> None:
        """The letters that carry a linear combination are vectors."""
        match node:
            case t.Add(terms=terms):
                for _, term in terms if not any(isinstance(each, t.Number) for _, each in terms) else ():
                    self.make_vector(term)
            case t.Name() | t.Scripted():
                self.vector_name(node)
            case t.Fence(left="(" | "[", body=t.Node() as body):
                self.make_vector(body)
            case t.Big(body=t.Node() as body, operator="sum"):
                self.make_vector(body)
            case t.Quotient(top=top):
                if derivative_form(node, self.context) is None:
                    self.make_vector(top)
            case t.Juxtaposed(items=items):
                rest = [item for item in items if not self.is_number(item)]
                if len(rest) == 1:
                    self.make_vector(rest[0])
                elif len(rest) > 1 and canonical(rest[-1]) and not any(map(self.is_vector, rest)):
                    if all(map(_scales, rest[:-1])):
                        self.make_vector(rest[-1])  # \alpha x, (1 - \beta_t) x
            case _:
                pass

    def vector_name(self, node: t.Node) -> None:
        """The letter of a node is a vector; of one with an index, its whole family is."""
        if not isinstance(node, t.Scripted):
            key = canonical(node)
        else:
            base = canonical(node.base)
            key = with_scripts(base, "", "", node.primes) if base and node.primes else base
            if self.context.table(base) is not None and node.sub is not None:
                return
            if base and node.sub is not None and not is_index(node.sub):
                key = with_scripts(base, script(node.sub) or "?", "", node.primes)
            if key and isinstance(node.sup, t.Mark) and node.sup.text != r"\top":
                key = with_scripts(key, "", node.sup.text, 0)
        if key:
            self.of(key).vector = self.vectors = True

    def bold(self, key: str) -> bool:
        """Whether a name is bold, as those of vectors are; but for a bold 1, which with something below it is an indicator."""
        self.vectors |= (found := key.startswith(r"\mathbf") and not key.startswith(r"\mathbf{1}_"))
        return found

    def is_number(self, node: t.Node) -> bool:
        """Whether a factor is known to be a number: then it says nothing of the sort of the factor beside it."""
        match node:
            case t.Number() | t.Quotient():
                return not self.is_vector(node)
            case t.Name() | t.Scripted():
                key = canonical(node)
                return isinstance(self.context.names.get(key or ""), tm.Scalar)
            case _:
                return False

    def is_vector(self, node: t.Node) -> bool:
        """Whether a node is a vector by what is known so far."""
        if not self.vectors:
            return False
        match node:
            case t.Name() | t.Scripted():
                key = canonical(node)
                base = canonical(node.base) if isinstance(node, t.Scripted) else None
                if (
                    isinstance(node, t.Scripted)
                    and node.sub is not None
                    and self.context.of_entries(base, node.sub) is not None
                ):
                    return False
                if isinstance(node, t.Scripted) and node.sub is not None and not is_index(node.sub):
                    below = base in self.context.families and base not in self.context.above
                    if not (below or (base in self.uses and self.uses[base].lowered)):
                        base = None  # w_1 beside w^t
                if any(isinstance(self.context.names.get(each or ""), Point) for each in (key, base)):
                    return False
                for each in (key, base):
                    if each and (
                        isinstance(self.context.names.get(each), tm.Vector)
                        or (
                            each in self.context.families
                            and isinstance(self.context.families[each].item, tm.VectorVariable)
                        )
                        or (each in self.uses and self.uses[each].vector)
                        or (each.startswith(r"\mathbf") and not is_capital_letter(each))
                    ):
                        return not (key and isinstance(self.context.names.get(key), tm.Scalar))
                return False
            case t.Add(terms=terms):
                return any(self.is_vector(term) for _, term in terms)
            case t.Juxtaposed(items=items):
                if len(items) >= 2 and isinstance(items[-1], t.Fence) and canonical(items[-2]):
                    key = canonical(items[-2])
                    known = self.context.names.get(key or "")
                    head = (key or "").partition("_")[0].rstrip("'")
                    used = self.uses.get(key or "")
                    if (
                        head in FUNCTIONS
                        or (used is not None and used.function)
                        or isinstance(known, (tm.Function, Undefined, Macro))
                    ):
                        return key not in self.powered.functions and any(isinstance(item, t.Nabla) for item in items)
                if any(transposes(each) and (not k or _is_a_row(each)) for k, each in enumerate(items[:-1])):
                    return False
                return sum(self.is_vector(item) for item in items) == 1
            case t.Fence(left="(" | "[", body=t.Node() as body):
                return self.is_vector(body)
            case t.Quotient(top=top):
                return self.is_vector(top) and derivative_form(node, self.context) is None
            case t.Big(operator="sum", body=t.Node() as body):
                return self.is_vector(body)
            case _:
                return False

    def is_function(self, key: str) -> bool:
        """Whether a name is known as a function, or one is given by it."""
        uses = self.uses.get(key)
        given = uses is not None and bool(uses.plainly_called and uses.stated)
        return given or isinstance(self.context.names.get(key), (tm.Function, Macro, Undefined))


def _is_plain(key: str) -> bool:
    """Whether a name is one letter that is no operator and no constant."""
    return LETTER.fullmatch(key) is not None and key not in (*OPERATORS, *CONSTANTS)


def _scales(node: t.Node) -> bool:
    r"""Whether a factor is a number by its looks: a Greek letter, also with an index, or a sum with a number, `1 - \beta_t`."""
    match node:
        case t.Name(text=text) | t.Scripted(base=t.Name(text=text), sup=None, primes=0):
            return text.startswith("\\")
        case t.Fence(left="(", body=t.Add(terms=terms)):
            return any(isinstance(each, t.Number) for _, each in terms)
    return False


def _is_a_row(node: t.Node) -> bool:
    """Whether brackets or a small letter are transposed, `2c (x - y)^T z`: with what follows they are a number."""
    base = node.base if isinstance(node, t.Scripted) else None
    return isinstance(base, t.Fence) or (base is not None and is_small_letter(canonical(base) or ""))


def combined(node: t.Node) -> set[str]:
    """The names that stand alone in a sum of multiples, `-f`, `f + 2g`: if one is a function, the sum is one."""
    match node:
        case t.Add(terms=terms):
            parts = [term for _, term in terms]
        case t.Juxtaposed(items=items) | t.Product(items=items):
            parts = [items[-1]]
        case _:
            return set()
    names = {canonical(each) or "" for each in parts if isinstance(each, t.Name)}
    return names.union(*(combined(each) for each in parts if not isinstance(each, t.Name)))


def is_comparison(name: t.Node, fence: t.Fence) -> bool:
    r"""Whether a word or a capital letter that is no operator stands before brackets with a bar, `D(p \,\|\, q)`."""
    key = canonical(name)
    if not isinstance(fence.body, t.Such) or key is None or key in OPERATORS or key in MEASURES:
        return False
    return key.startswith(r"\mathrm{") or not is_small_letter(key)


def _applied(node: t.Node) -> Iterator[tuple[str, t.Node]]:
    """The names of operators in a row, each with what stands behind it."""
    match node:
        case t.Juxtaposed(items=items):
            yield from ((canonical(left) or "", right) for left, right in pairwise(items))
        case t.Function(name=str() as name, argument=t.Node() as argument):
            yield name, argument
