r"""Over what letters go, by what stands before a formula or in a list: "for all $x \ge 2$ we have ...", `n = 1, \dots, N`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from symproof import symbols
from symproof.readers.document.known.members import where_it_has_a_value
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.stated import props_of
from symproof.readers.document.lines.unit import Unit, is_between
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import JOINS, Announcement
from symproof.readers.document.words.restricted import LEAVES_NONE_OUT
from symproof.readers.document.words.sentences import MARKUP, sentences
from symproof.readers.document.words.supposing import FOR_ALL, RESTRICTS
from symproof.readers.notation import Node, parse
from symproof.readers.notation.tree import Sequence as Letters
from symproof.readers.notation.tree import items_of
from symproof.readers.resolve import Context, Reading, resolve
from symproof.statement import ORDERS, And, Each, Implies, Prop, Relation, parts_of
from symproof.substitution import substitute
from symproof.term import (
    MatrixVariable,
    Number,
    Scalar,
    ScalarAt,
    Variable,
    VectorAt,
    VectorVariable,
    is_integer,
    is_integer_letter,
)

Letter = Variable | VectorVariable | MatrixVariable

DOTS = re.compile(r"dots|\.\.\.|…")
LISTED = re.compile(
    r"(?P<numbers>\d+(?:\s*,\s*\d+)*)\s*,\s*(?:\\(?:l|c)?dots[a-z]?\b|\.\.\.|…)\s*"
    r"(?:,\s*(?P<last>[^,;.{}$]+?)\s*)?(?=[.,;$})]|\\\}|\\quad|$)"
)
"""The numbers of a list that goes on, "1, 2, \\dots, N"."""
FOR_ANY = re.compile(
    rf"\b{FOR_ALL}(?:\s+(?:real|natural|positive|number|integer|index|round|value|scalar|point)s?){{0,2}}\s*$",
    re.IGNORECASE,
)
"""Words before a letter for all of whose values something holds."""
FOR = re.compile(r"\bfor(?:\s+(?:all|any|every|each|indices|integers|numbers)){0,2}\s*$", re.IGNORECASE)
"""The same before a list of numbers."""
FOR_PLACES = re.compile(rf"[^\w.!?;]*(?:for|{FOR_ALL})(?: (?:integers?|indices|steps))?\W*", re.IGNORECASE)
"""The same between a hypothesis and where its index lies."""
TAKES = re.compile(r"(?:let|fix|take|choose|pick|suppose|assume|given)\b", re.IGNORECASE)
STOPS = re.compile(r"[.;!?](?=\s|$)")
LEADS_ON = re.compile(rf"{STOPS.pattern}|,?\s*(?:and\s+)?(?:so|hence|thus|therefore|then|which)\b", re.IGNORECASE)
"""What stands behind the last thing that is said of the values of a letter."""
LETS = re.compile(r"\W*(?:we\s+)?(?:let|define|set|put|suppose|assume)\b", re.IGNORECASE)
"""Words between which indices are meant and what is said of them, "for n > 1 let a_n = 1/n"."""


class Said(NamedTuple):
    """Which values of a letter are spoken of; `indices`, of the index of a sequence only."""

    letter: Variable
    props: list[Prop]
    indices: bool


class Ranged:
    """Finds over what letters go; `found_in` are the units of each of the `displays`."""

    def __init__(self, context: Context, displays: Sequence[Display], found_in: Sequence[Sequence[Unit]]) -> None:
        self.context, self.displays, self.found_in = context, displays, found_in
        self.joined = set[int]()  # the formulas that belong to a claim with an arrow before them
        self.taken = set[int]()  # the formulas that say for which values another one holds, and nothing beyond that

    def ahead(self, display: Display) -> list[Said] | None:
        """For which values of letters a formula holds, as the words and formulas before it in its sentence say, "for all x with
        |x| < 2 we have"; None where a list is not read."""
        segments = MARKUP.sub(" ", sentences(display.before)[-1]).split("·")
        shown = self.displays[display.number - len(segments) + 1 : display.number]
        if not shown or RESTRICTS.fullmatch(segments[-1]):
            return []
        if JOINS.fullmatch(segments[-1]) and not (segments[-1].strip() == "," and LEADS_ON.match(f"{display.after} ")):
            return []  # one more letter, or condition, unless what is said of them all would be wanting
        units = [[unit for unit in self.found_in[each.number] if unit.signs] for each in shown]
        lets = LETS.match(segments[-1]) is not None
        start = next(
            (
                k
                for k, words in enumerate(segments[:-1])
                if FOR_ANY.search(words)
                or (FOR.search(words) and (lets or any(self.is_list(one) or is_bounding(one) for one in units[k])))
            ),
            None,
        )
        if start is None or not all(
            JOINS.fullmatch(each) or RESTRICTS.fullmatch(each) for each in segments[start + 1 : -1]
        ):
            return []
        letters = [each for each in self.letters_of_display(shown[start]) if isinstance(each, Variable)]
        found: list[Said] = []
        plain = FOR_ANY.search(segments[start]) is None
        for letter in letters:
            said: list[Prop] = []
            for unit in (each for group in units[start:] for each in group):
                props = self.listed(unit) if self.is_list(unit) else props_of(unit.clause, self.context)
                if props is None:
                    return None
                said += [each for each in props if letter in each.free]
            if said or any(self.is_list(unit) for unit in units[start]):
                found.append(Said(letter, said, plain))
        return found

    def letters_of_display(self, display: Display) -> Iterator[Letter]:
        """The letters that a formula behind "for all" names: before a sign, between two bounds."""
        for unit in self.found_in[display.number]:
            inner = unit.members[1] if len(unit.members) == 3 else unit.members[0]
            yield from self.letters_of(inner.node)

    def is_list(self, unit: Unit) -> bool:
        r"""Whether an equation lists indices, `n = 1, 2, \dots`."""
        row = self._row(unit)
        return isinstance(unit.members[-1].node, Letters) or any(
            isinstance(each.members[0].node, Letters) for each in row
        )

    def goes_on(self, unit: Unit) -> bool:
        """Whether an equation lists indices and goes on with dots: it is no hypothesis by itself."""
        kinds = unit.kinds
        return kinds == ["="] and DOTS.search(unit.display.text.text) is not None and self.is_list(unit)

    def listed(self, unit: Unit, *, begun: bool = False) -> list[Prop] | None:
        r"""Over which whole numbers a list goes, `n = 1, 2, \dots, N`; None of one with gaps or without an ellipsis. Where it
        begins with 0 or 1 and has no end, so do sequences: that is said only of what has `begun` by itself."""
        first = unit.members[1]
        found = LISTED.match(first.display.text.text[first.node.start :])
        letters = [*self.letters_of(unit.members[0].node)]
        if found is None or not letters:
            return None
        numbers = [int(each) for each in re.findall(r"\d+", found["numbers"])]
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            return None
        parts = [clause.members[0] for clause in parse(found["last"]).clauses] if found["last"] else []
        last = self.number_of(parts[0]) if len(parts) == 1 else None
        if found["last"] and last is None:
            return None
        said: list[Prop] = []
        for letter in letters:
            if not is_integer_letter(letter):
                return None
            said += [letter >= numbers[0]] if begun or last is not None or numbers[0] > 1 else []
            said += [letter <= last] if last is not None else []
        return said

    def within(self, display: Display) -> list[Prop]:
        """Over which whole numbers letters go, as lists in the sentence of a formula say: in its rows, before it, behind it."""
        before = display.number - sentences(display.before)[-1].count("·")
        near = list(self.displays[max(before, 0) : display.number])
        for each in self.displays[display.number + 1 :]:
            if each.paragraph != display.paragraph or STOPS.search(each.before.rpartition("·")[2]):
                break
            near.insert(0, each)
        said: dict[Letter, list[Prop]] = {}
        for each in (*near, display):
            for unit in filter(self.goes_on, self.found_in[each.number]):
                props = self.listed(unit, begun=True) or []
                for letter in self.letters_of(unit.members[0].node):
                    said[letter] = [prop for prop in props if letter in prop.free]
        return [prop for props in said.values() for prop in props]

    def chosen(self, unit: Unit, said: Announcement) -> list[Prop]:
        r"""Where one whole number lies that words take from a list, "fix $i \in \{1, \dots, n\}$"; nothing of a running index."""
        one = TAKES.match(said.phrase) and "in" in unit.signs[0][0].text and self.goes_on(unit)
        return (self.listed(unit, begun=True) or []) if one else []

    def letters_of(self, node: Node) -> Iterator[Letter]:
        """The numbers, vectors and matrices that a list of letters names."""
        for each in items_of(node):
            outcome = ask(resolve, each, self.context)
            if isinstance(outcome, Reading) and isinstance(outcome.term, Letter):
                yield outcome.term

    def number_of(self, node: Node) -> Scalar | None:
        """The integer that a term is; None where it is none, or not read."""
        outcome = ask(resolve, node, self.context)
        term = outcome.term if isinstance(outcome, Reading) else None
        whole = isinstance(term, Scalar) and all(isinstance(each, Scalar) and is_integer(each) for each in term.free)
        return term if whole and isinstance(term, Scalar) else None

    def _row(self, unit: Unit) -> list[Unit]:
        return [each for each in self.found_in[unit.display.number] if each.row == unit.row]

    def ranges_led_to(self, unit: Unit) -> Iterator[Unit]:
        r"""The ranges of indices that words behind a hypothesis, or behind others after it, lead to, "for $1 \le i, j \le n$"."""
        at = unit.display
        if not self.found_in[at.number] or self.found_in[at.number][-1].members is not unit.members:
            return
        led = False
        for each in self.displays[at.number + 1 :]:
            words = at.after.partition("·")[0]
            led |= FOR_PLACES.fullmatch(words) is not None
            if each.paragraph != at.paragraph or not (JOINS.fullmatch(words) or FOR_PLACES.fullmatch(words)):
                return
            ranges = all(map(_is_ascending, self.found_in[each.number]))
            if led != ranges:
                return
            behind = each.after.partition("·")[0]
            if led and not (LEAVES_NONE_OUT.match(behind) or JOINS.fullmatch(behind)):
                return  # "for 1 <= k <= n except k = 2"
            yield from self.found_in[each.number] if led else ()
            at = each

    def range_of(self, unit: Unit) -> Iterator[tuple[Variable, Scalar, Scalar]]:
        r"""The whole number of `0 \\le t \\le T`, and where it lies."""
        if _is_ascending(unit):
            low, high = (self.number_of(unit.members[k].node) for k in (0, 2))
            for letter in self.letters_of(unit.members[1].node):
                if low is not None and high is not None and is_integer_letter(letter):
                    first, last = (int(kind == "<") for kind in unit.kinds)
                    yield letter, _moved(low, first), _moved(high, -last)


def is_bounding(unit: Unit) -> bool:
    """Whether a formula is an order, or several in a row."""
    return bool(unit.kinds) and {*unit.kinds} <= {"<", "<=", ">", ">="}


def _moved(end: Scalar, by: int) -> Scalar:
    """An end of a range, some places on."""
    if isinstance(end, Number):
        return Number(end.value + by)
    return end + by if by else end


def _is_ascending(unit: Unit) -> bool:
    """Whether a formula says between which numbers another one lies, the least of them first."""
    return is_between(unit) and unit.kinds[0] in ("<", "<=")


def leaves_none_out(prop: Prop) -> bool:
    """Whether a condition on an index leaves none out: sequences begin at 0 or 1."""
    match prop:
        case Relation(">=", _, Number(low)):
            return low <= 1
        case Relation(">", _, Number(low)):
            return low <= 0
    return False


def for_each(letter: Letter, said: Sequence[Prop], prop: Prop) -> Prop:
    """What holds for each value of a letter of which something is said."""
    match said:
        case []:
            return Each(letter, where_it_has_a_value(prop, (letter,)))
        case [Relation(">=", left, Scalar() as low)] if (
            left == letter and is_integer_letter(letter) and is_integer(low)
        ):
            return Each(letter, prop, low)
        case [Relation(">=", Variable() as low_of, low), Relation("<=", Variable() as high_of, high)] if (
            low_of == high_of == letter and is_integer(low_of) and isinstance(low, Scalar) and isinstance(high, Scalar)
        ):
            return Each(low_of, prop, low, high)
        case [one]:
            return Each(letter, Implies(one, prop))
    return Each(letter, Implies(And(tuple(said)), prop))


def in_order(prop: Prop) -> Prop:
    """What holds of any two members of a sequence, with what is said of each and the next: `a[k] <= a[k + 1]` for each k.

    >>> from symproof import each, index, sequence
    >>> a, k = sequence("a"), index("k")
    >>> print(in_order(each(k, a[k] <= a[k + 1], 1)))
    (a[k] <= a[k + 1] for each k in 1..) and ((a[k] <= a[l] for each l in k..) for each k in 1..)
    """
    match prop:
        case And(parts):
            return And(tuple(part for each in parts for part in parts_of(in_order(each))))
        case Each(Variable() as place, Relation(kind, left, right) as said, low, high) if kind in ("=", *ORDERS):
            following = {place: place + 1}
            up, down = substitute(left, following) == right, substitute(right, following) == left
            free = [name for name in ("l", "m", "j") if name not in {str(each) for each in prop.free} | {place.name}]
            if (up or down) and is_integer_letter(place) and free and said.mentions(ScalarAt, VectorAt):
                later = symbols.index(free[0])
                one, other = (
                    (left, substitute(left, {place: later})) if up else (substitute(right, {place: later}), right)
                )
                least = place + 1 if kind in ("<", ">") else place
                last = None if high is None else high + 1
                return And((prop, Each(place, Each(later, Relation(kind, one, other), least, last), low, last)))
    return prop
