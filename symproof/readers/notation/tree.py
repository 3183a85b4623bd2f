r"""The tree of a formula as it is written: neutral (nothing says yet what a letter is), every node with its place.

`start` and `end` are offsets into the LaTeX that was parsed; they take no part in comparing nodes. What the page
leaves open stays open here: `f(x)` is a name beside a bracket, `w^t` a name with a superscript, `|x|` a bracket of
bars. `readers.resolve` decides, by what is declared.

    Formula = rows of clauses; Clause = members joined by relations; a member is a Node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields


@dataclass(slots=True)
class Node:
    """A piece of a formula, from `start` to `end` of its LaTeX."""

    start: int = field(compare=False, repr=False)
    end: int = field(compare=False, repr=False)

    def children(self) -> list[Node]:
        """The nodes directly below this one, in the order in which they are written."""
        found: list[Node] = []
        for name in PARTS[type(self)]:
            value = getattr(self, name)
            if isinstance(value, Node):
                found.append(value)
            elif value is not None:
                found += _nodes(value)
        return found


def _nodes(values: tuple[object, ...]) -> Iterator[Node]:
    for value in values:
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from _nodes(value)


# What went wrong, or is not there --------------------------------------------------------------------


@dataclass(slots=True)
class NotUnderstood(Node):
    """A place that cannot be read: the token there, and why. It stands where the member would stand."""

    token: str
    message: str

    def __str__(self) -> str:
        return f"{self.message} (at {self.token!r}, position {self.start})" if self.token else self.message


@dataclass(slots=True)
class Missing(Node):
    """The empty side of a relation: `&= b` continues the row before, `a =` is continued by the next."""


# Atoms ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Number(Node):
    """A number in digits, as written but for spaces and group marks: "2", "0.01", "7.802e24"."""

    text: str


@dataclass(slots=True)
class Name(Node):
    r"""A letter or a word: `x`, `\eta`, `\mathbf{w}` (style "mathbf"), `\hat{y}` (accents ("hat",)), `\mathrm{Var}`.

    `text` is the letter, a command with its backslash, or a word; Unicode letters come as commands.
    """

    text: str
    style: str = ""
    accents: tuple[str, ...] = ()


@dataclass(slots=True)
class Mark(Node):
    r"""A sign that stands in a superscript for itself: `*` (also \star, \ast), `\top`, `\dagger`, `+`, `-`, `\circ`, `\perp`."""

    text: str


@dataclass(slots=True)
class Text(Node):
    r"""Words inside of a formula: `\text{if }`."""

    text: str


@dataclass(slots=True)
class Ellipsis(Node):
    r"""`\dots`, `\ldots`, `\cdots`, `...`."""


# Composed ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Scripted(Node):
    """A base with a subscript, a superscript, primes. Which of power, index, label it is, is decided by what is declared."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None
    primes: int = 0


@dataclass(slots=True)
class Add(Node):
    r"""Terms with their signs: "+", "-", "\pm", "\mp". `-x` alone is a sum of one term."""

    terms: tuple[tuple[str, Node], ...]


@dataclass(slots=True)
class Juxtaposed(Node):
    """Two or more things side by side: factors, a function and its argument, an operator and what it acts on."""

    items: tuple[Node, ...]


@dataclass(slots=True)
class Product(Node):
    r"""Two or more factors with written operators between them: "cdot", "times", "*", "circ", "odot", "otimes", "bmod", ...

    `operators` is one shorter than `items`. Multiplication and division group from the left: `a \cdot b / c \cdot d` is
    the product of a quotient and d.
    """

    items: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(slots=True)
class Quotient(Node):
    r"""`\frac{top}{bottom}` (how "frac"), `top / bottom` ("slash") or `top \div bottom` ("div")."""

    top: Node
    bottom: Node
    how: str = "frac"


@dataclass(slots=True)
class Root(Node):
    r"""`\sqrt{radicand}`, `\sqrt[degree]{radicand}`."""

    radicand: Node
    degree: Node | None = None


@dataclass(slots=True)
class Binomial(Node):
    r"""`\binom{top}{bottom}`."""

    top: Node
    bottom: Node


@dataclass(slots=True)
class Fence(Node):
    r"""Brackets and what they hold: left and right are "(", "[", "{", "|", "||", "<", "lfloor", "lceil", "." (none) and so on.

    A group that is only braces of TeX leaves no fence. `body` is None for `()`. `apart` says that a space is written
    before it, as in `f\\,(x)`.
    """

    left: str
    right: str
    body: Node | None
    apart: bool = False


@dataclass(slots=True)
class Sequence(Node):
    """Things separated by commas or semicolons, in brackets or in a subscript."""

    items: tuple[Node, ...]
    separator: str = ","


@dataclass(slots=True)
class Such(Node):
    r"""`left \mid right`, `left : right`: a condition inside of brackets."""

    left: Node
    right: Node


@dataclass(slots=True)
class Table(Node):
    r"""Rows of cells: `pmatrix`, `bmatrix`, `cases`, `array`, ... An empty cell is `Missing`."""

    kind: str
    rows: tuple[tuple[Node, ...], ...]


@dataclass(slots=True)
class Function(Node):
    r"""A function that has a name of its own in LaTeX: `\sin x`, `\log_2(x)`, `\sin^2 x`, `\exp(x)`, `\operatorname{tr}(A)`.

    `argument` is None for the function alone (`\sin` before a relation); `bracketed` says that its brackets are written.
    """

    name: str
    argument: Node | None
    sub: Node | None = None
    sup: Node | None = None
    primes: int = 0
    bracketed: bool = False


@dataclass(slots=True)
class Big(Node):
    r"""A big operator with its bounds and what it reaches over: "sum", "prod", "int", "lim", "max", "min", "sup", "inf",
    "argmin", "argmax", "bigcup", ... `differential` is the letter of an integral's `dx`."""

    operator: str
    lower: Node | None
    upper: Node | None
    body: Node | None
    differential: Node | None = None


@dataclass(slots=True)
class Nabla(Node):
    r"""`\nabla`, `\nabla_w`, `\nabla^2`: stands in a `Juxtaposed` before what it acts on."""

    sub: Node | None = None
    sup: Node | None = None


@dataclass(slots=True)
class Postfix(Node):
    r"""`n!`, `n!!`, `5\%`, `90^\circ` come after their operand."""

    operator: str
    body: Node


@dataclass(slots=True)
class Quantifier(Node):
    r"""`\forall x`, `\exists x`; `body` is what follows, None where it stands at the end."""

    kind: str
    binding: Node
    body: Node | None


@dataclass(slots=True)
class Logic(Node):
    r"""`\land`, `\lor`, `\lnot` between or before statements in brackets."""

    operator: str
    args: tuple[Node, ...]


# Chains -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Sign(Node):
    r"""A relation as written (`text`) and its canonical name (`kind`): =, !=, <, <=, >, >=, :=, equiv, approx, sim,
    propto, in, notin, subset, to, mapsto, ll, gg, ..."""

    kind: str
    text: str


@dataclass(slots=True)
class Elided(Sign):
    r"""A relation that leaves out members: `\le \dots \le`."""


@dataclass(slots=True)
class Chain(Node):
    """Members and the relations between them, inside of brackets or bounds: `i = 1`, `0 <= x <= 1`."""

    members: tuple[Node, ...]
    relations: tuple[Sign, ...]


@dataclass(slots=True)
class Clause(Node):
    r"""One chain at the top level. `members` is one longer than `relations`; a member may be `Missing` (first or last) or
    `NotUnderstood`, the others are still read.

    `connector` says how it is joined to the clause before in its row: "" (the first), ",", ";", "quad", "implies", "iff",
    "impliedby", "and", "or", "text"; `words` are the words that stand before it ("if", "for all", "and").
    """

    members: tuple[Node, ...]
    relations: tuple[Sign, ...]
    connector: str = ""
    words: str = ""

    @property
    def kinds(self) -> list[str]:
        """What its relations are, in order."""
        return [sign.kind for sign in self.relations]


@dataclass(slots=True)
class Row(Node):
    r"""A row of a display (rows end at `\\`). `tag` is its equation number, "" without one: `\tag{3}`, or `\quad (3)`."""

    clauses: tuple[Clause, ...]
    tag: str = ""
    label: str = ""


@dataclass(slots=True)
class Formula(Node):
    """A whole formula or display."""

    rows: tuple[Row, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, row by row."""
        return tuple(clause for row in self.rows for clause in row.clauses)

    @property
    def problems(self) -> tuple[NotUnderstood, ...]:
        """The places that could not be read."""
        return tuple(
            member for clause in self.clauses for member in clause.members if isinstance(member, NotUnderstood)
        )


def items_of(node: Node | None) -> tuple[Node, ...]:
    """What commas separate in a sequence; any other node is its only item, and nothing has none."""
    return node.items if isinstance(node, Sequence) else () if node is None else (node,)


def infinite(node: Node) -> str:
    """The sign of a node that is infinity, "+" or "-"; "" of any other."""
    match node:
        case Name(text=r"\infty"):
            return "+"
        case Add(terms=((sign, Name(text=r"\infty")),)):
            return sign
    return ""


KINDS: list[type[Node]] = [Node, *Node.__subclasses__(), *Sign.__subclasses__()]
PLAIN = ("int", "bool", "str", "tuple[str, ...]")
PARTS = {kind: tuple(each.name for each in fields(kind) if each.type not in PLAIN) for kind in KINDS}
"""The fields of a node that may hold others."""
