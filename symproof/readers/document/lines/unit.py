r"""A chain of members, or one member alone, as it is put together of the formulas of a document, and what its spelling says."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.supposing import FOR_ALL
from symproof.readers.notation import Clause, Node, NotUnderstood
from symproof.readers.notation.tree import (
    Add,
    Ellipsis,
    Fence,
    Function,
    Missing,
    Name,
    Number,
    Product,
    Quotient,
    Scripted,
    Sign,
    items_of,
)
from symproof.readers.resolve.numbers import modulus_of, without_modulus

VALUES = (Number, Add, Quotient)
IMPLICATIONS = ("implies", "iff")
PLUS_MINUS = re.compile(r"\\pm|±|\+/?-")
LETTER = re.compile(r"(?<![\\A-Za-z])[A-Za-z]")
SIDE = re.compile(
    r"(\\(text|mathrm|textbf|textit|mbox)\s*\{)?\s*[LR]\.?\s?H\.?\s?S\.?\s*\}?|\\(text|mathrm)\s*\{\s*[LR]\.?S\.?\s*\}"
)
"""The name of a side of an equation, of which a chain only says what it is: `LHS = 3 + 4 = 7`."""
SIDE_BEFORE = re.compile(r"\b([LR]\.?H\.?S\.?|[LR]\.?S\.?|(left|right)([- ]hand)?[- ]side)( is)?\W*$", re.IGNORECASE)
SIDE_BEHIND = re.compile(r"\W*(the )?([LR]\.?H\.?S\b|[LR]\.?S\b|(left|right)([- ]hand)?[- ]side\b)", re.IGNORECASE)


@dataclass
class Member:
    """A member of a chain, in the display it is written in."""

    node: Node
    display: Display
    row: int = 0
    ends_chain: bool = False
    """Whether it is the last of a chain that a later display goes on from."""
    counted: bool = False
    """Whether words give it another measure, or another size, than what is written."""


EVERY = re.compile(rf"\W*{FOR_ALL}\b", re.IGNORECASE)


@dataclass
class Unit:
    """One chain, or one member alone; `also` are alternatives that "or" joins to it.

    `connector` joins it to the unit before in its row, `words` stand before it there. `tag` and `labels` are what the
    equation is called by.
    """

    display: Display
    members: list[Member]
    signs: list[tuple[Sign, Display, int]]
    connector: str = ""
    words: str = ""
    tag: str = ""
    labels: tuple[str, ...] = ()
    row: int = 0
    also: list[Unit] = field(default_factory=list)
    goes_on: bool = False
    """Whether the formula behind goes on with it, "$a = b$" and then "$= c$"."""
    halved: bool = False
    """Whether it is one half of what double signs say twice, and no row below the other half or above another row."""
    turned: Sequence[Member] = ()
    r"""Of such a half of a chain that says what a letter is, `x = \pm\sqrt{4a^2} = \pm 2a`, the members of the other half."""
    continued: bool = False
    """Whether it goes on from the display before."""
    system: int = 0
    """In which system of its formula it stands, between braces, counted from 1; 0 is none."""
    premise: bool = False
    """Whether an implication begins with it."""
    case: bool = False
    """Whether it is one of two cases of which words go on, "either $x = 2y$, so ..., or ..."."""
    beside: Unit | None = None
    """The other case, at the first of the two."""
    solution: int | None = None
    """Of one of several solutions that name several letters: the number of the display that it begins with."""
    torn: str = ""
    """Why it is no whole chain: what stands beside it belongs to it and is not read."""

    @property
    def clause(self) -> Clause:
        """The chain as one clause."""
        nodes = tuple(member.node for member in self.members)
        return Clause(
            nodes[0].start, nodes[-1].end, nodes, tuple(sign for sign, _, _ in self.signs), self.connector, self.words
        )

    @property
    def kinds(self) -> list[str]:
        """What the relations of the chain are, in order."""
        return [sign.kind for sign, _, _ in self.signs]

    @property
    def is_relation(self) -> bool:
        """Whether anything is claimed."""
        return bool(self.signs)

    @property
    def first(self) -> Unit:
        """Its first relation."""
        return replace(self, members=self.members[:2], signs=self.signs[:1])

    @property
    def rest(self) -> Unit:
        """What goes on from its first relation."""
        return replace(self, members=self.members[1:], signs=self.signs[1:])


def is_condition(unit: Unit) -> bool:
    """Whether a formula may be what is to be solved: one relation, or bounds on both sides of a term."""
    return len(unit.signs) == 1 or is_between(unit)


def is_between(unit: Unit) -> bool:
    """Whether a chain says between which bounds a term lies, `-2 < x < 3`: both of its relations follow from the row before."""
    kinds = {*unit.kinds}
    return len(unit.signs) == 2 and (kinds <= {"<", "<="} or kinds <= {">", ">="})


def is_said_of_all(unit: Unit) -> bool:
    r"""Whether the row of a formula says that it holds for all of something, `\forall x: x^2 \ge 0`."""
    rows = unit.display.parsed.rows if unit.display.parsed is not None else ()
    start = unit.members[0].node.start
    return any(
        row.start <= start < row.end and any(EVERY.match(clause.words) for clause in row.clauses) for row in rows
    )


def refers_to_lines(unit: Unit, labels: Container[str]) -> bool:
    """Whether a formula compares lines by what they are called, `(1) = (2)`, and no numbers; or asks for a number, `x = ?`."""
    nodes = [member.node for member in unit.members]
    if len(nodes) == 2 and isinstance(nodes[1], NotUnderstood) and text_of_member(unit.members[1]).strip() == "?":
        return True
    return len(nodes) > 1 and all(
        isinstance(each, Fence) and each.left == "(" and isinstance(each.body, Number) and each.body.text in labels
        for each in nodes
    )


def is_closed(member: Member) -> bool:
    """Whether a member is a number, by its spelling."""
    return not isinstance(member.node, (Missing, NotUnderstood, Ellipsis)) and not LETTER.search(text_of_member(member))


def spelled(member: Member) -> str:
    """A letter as it is written; "" for any other term."""
    return text_of_member(member) if isinstance(member.node, (Name, Scripted)) else ""


def text_of_member(member: Member) -> str:
    """The LaTeX of a member."""
    return member.display.text.text[member.node.start : member.node.end].strip()


def without_ellipses(unit: Unit) -> Unit:
    r"""A chain whose middle is left out, `a = b = \dots = c`, without the dots: what is left out leads from b to c. Between
    members of one sequence, `x_1 = \dots = x_n`, dots stand for the others, and stay."""
    k = 1
    while k < len(unit.members) - 1:
        before, here, behind = (each.node for each in unit.members[k - 1 : k + 2])
        kinds = {sign.kind for sign, _, _ in unit.signs[k - 1 : k + 1]}
        of_one = all(isinstance(each, Scripted) and each.sub is not None for each in (before, behind))
        dots = all(isinstance(each, Ellipsis) for each in items_of(here))
        if dots and not of_one and kinds <= COMPOSED and len(kinds - {"="}) < 2:
            unit.members = [*unit.members[:k], *unit.members[k + 1 :]]
            kept = k - 1 if unit.signs[k - 1][0].kind != "=" else k
            unit.signs = [*unit.signs[: k - 1], unit.signs[kept], *unit.signs[k + 1 :]]
        else:
            k += 1
    return unit


COMPOSED = frozenset(("=", "<", "<=", ">", ">="))
"""Relations of which two in a row make one."""


def _are_of_one_function(first: Unit, unit: Unit) -> bool:
    r"""Whether both say what number a function has for its value, `\sin x = 1/2, \sin x = -1`: it has one."""
    units = (first, unit)
    if not all(len(each.signs) == 1 and isinstance(each.members[0].node, Function) for each in units):
        return False
    if is_closed(first.members[0]) or not all(is_closed(each.members[1]) for each in units):
        return False
    of, value = ([text_of_member(each.members[k]) for each in units] for k in (0, 1))
    return first.signs[0][0].kind == unit.signs[0][0].kind == "=" and of[0] == of[1] and value[0] != value[1]


def more_values(first: Unit, unit: Unit) -> list[Unit]:
    r"""The further values of a letter that a list goes on with, `x = 2, 3`, `x = 2, x = 3`, `x = 1 \pm 2 = 3, -1`; none of
    another formula. A letter has one value, so that they are alternatives."""
    joined = unit.connector in (",", ";", "quad", "or") or unit.words.strip().lower() in ("or", "and")
    if joined and (are_apart(first, unit) or _are_of_one_function(first, unit)):
        return [replace(unit, connector="or", words="")]
    if joined and not unit.signs and first.signs and first.signs[-1][0].kind == "equiv":  # `n^2 \equiv 0, 1 \pmod 4`
        return _residues(first, unit)
    if not joined or unit.system or {sign.kind for sign, _, _ in (*first.signs, *unit.signs)} != {"="}:
        return []
    if unit.connector == "quad" and _are_columns(first, unit):
        return [replace(unit, connector="or", words="")]
    letter = spelled(first.members[0])
    plus_minus = (
        len(first.signs) > 1
        and PLUS_MINUS.search(text_of_member(first.members[-2]))
        and not PLUS_MINUS.search(text_of_member(first.members[-1]))
    )
    if not letter or not is_closed(first.members[-1]) or not (len(first.signs) == 1 or plus_minus):
        return []
    if len(unit.signs) == 1 and spelled(unit.members[0]) == letter and is_closed(unit.members[1]) and not plus_minus:
        return [replace(unit, connector="or", words="")]
    if unit.signs or (unit.connector == "quad" and not unit.words):
        return []
    member = unit.members[0]
    nodes = items_of(member.node)
    values = [replace(member, node=node) for node in nodes]
    if not all(map(is_closed, values)):
        return []
    return [
        replace(unit, members=[first.members[0], value], signs=first.signs[-1:], connector="or", words="")
        for value in values
    ]


def _residues(first: Unit, unit: Unit) -> list[Unit]:
    """The further numbers to which a term is congruent, the last of them with the modulus."""
    member = unit.members[0]
    modulus = modulus_of(member.node)
    body = without_modulus(member.node)
    nodes = items_of(body)
    values = [replace(member, node=node) for node in (first.members[-1].node, *nodes)]
    if not all(map(is_closed, values)):
        return []
    if modulus is not None:
        nodes = tuple(Product(node.start, modulus.end, (node, modulus), ("pmod",)) for node in nodes)
    return [
        replace(
            unit,
            members=[first.members[-2], replace(member, node=node)],
            signs=first.signs[-1:],
            connector="or",
            words="",
        )
        for node in nodes
    ]


def _are_columns(first: Unit, unit: Unit) -> bool:
    """Whether two columns give one term with letters two numbers, `x - 4 = 5 \\qquad x - 4 = -5`."""
    if len(first.signs) != 1 or len(unit.signs) != 1 or not all(is_closed(each.members[1]) for each in (first, unit)):
        return False
    (left, right), (same, other) = ([text_of_member(member) for member in each.members] for each in (first, unit))
    return left == same and right != other and LETTER.search(left) is not None


NUMBER = re.compile(r"-?\d+(\.\d+)?")
BELOW, ABOVE = ("<", "<="), (">", ">=")


def are_apart(first: Unit, unit: Unit) -> bool:
    """Whether two bounds on one letter exclude each other, `x < -5, x > 5`: alternatives, by whatever word they are joined."""
    if len(first.signs) != 1 or len(unit.signs) != 1 or not spelled(first.members[0]):
        return False
    kinds = [each.signs[0][0].kind for each in (first, unit)]
    ends = [text_of_member(each.members[1]) for each in (first, unit)]
    if spelled(first.members[0]) != spelled(unit.members[0]) or not all(map(NUMBER.fullmatch, ends)):
        return False
    low, high = (float(end) for end in (ends if kinds[0] in BELOW else reversed(ends)))
    return (
        low < high
        and {kind in BELOW for kind in kinds} == {True, False}
        and all(kind in BELOW + ABOVE for kind in kinds)
    )


def without_names_of_sides(unit: Unit) -> Unit:
    r"""A chain without the names of sides at its ends, `\text{LHS} = 7 = \text{RHS}`, also where they stand
    beside the formula."""
    display, ends = unit.display, []
    for member, words in (
        (unit.members[0], SIDE_BEFORE.search(display.prose)),
        (unit.members[-1], SIDE_BEHIND.match(display.after)),
    ):
        missing = isinstance(member.node, Missing) and words is not None
        ends.append(missing or SIDE.fullmatch(text_of_member(member)) is not None)
    first, last = ends[0] and bool(unit.signs), ends[1] and len(unit.signs) > ends[0]
    stop = len(unit.signs) - last
    head, *rest = unit.members[first : stop + 1]
    head = replace(head, ends_chain=head.ends_chain or first)  # what goes on from a name is a chain
    return replace(unit, members=[head, *rest], signs=unit.signs[first:stop])
