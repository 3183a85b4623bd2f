r"""Indices that are taken modulo n, as words of a part say: "all indices are modulo $n$". What has such indices there is
declared: `S_{ij}` makes S a matrix over Z/n, `a_{i-j}` a sequence over Z/n, `(C x)_i` makes x a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress

from symproof.errors import SymproofError
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.words.outline import Display, is_apart
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context
from symproof.readers.resolve.names import canonical, is_capital_letter, is_small_letter
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.stated import define_entries
from symproof.term import MatrixVariable, ResidueVariable

BEFORE = re.compile(
    r"\b(?:ind(?:ex|ices)|subscripts?)\b(?:\s+(?:is|are))?(?:\s+(?:all|always|taken|read|understood|meant|counted|computed|cyclic))*"
    r"\s*\(?(?P<word>mod(?:ulo)?)\W*$",
    re.IGNORECASE,
)
MODULO = re.compile(r"\b(?P<word>mod(?:ulo)?)\W*$", re.IGNORECASE)
CONDITION = re.compile(r"[\s,(]*(?:if|when|whenever|for|unless|where|provided)\b", re.IGNORECASE)
"""Words behind what is said of entries that hold for some of them."""

ENDLESS = re.compile(
    r"\(\s*(?P<name>[a-z])_\{?\w\}?\s*\)(?:_\{?[^{}]*\}?)?|(?P<first>[a-z])_\{?\d\}?\s*,.*\\[lc]?dots(?:\s*,?\s*(?P=first)_.*)?"
)
r"""How the members of a sequence are listed, `(x_i)` or `x_1, x_2, \dots`."""
SEQUENCE = (re.compile(r"\bsequences?\s*$", re.IGNORECASE), re.compile(r"[^.;:]{0,30}\bsequences?\b", re.IGNORECASE))


class Cyclic:
    """Declares the letters of a part with such indices, up to its end."""

    def __init__(
        self,
        context: Context,
        known: Knowledge,
        explicit: set[str],
        displays: Sequence[Display],
        firm: Collection[str],
    ) -> None:
        self.context, self.known, self.explicit, self.displays = context, known, explicit, displays
        self.firm, self.declared = firm, list[str]()

    def at(self, display: Display) -> None:
        """Take in what words before a formula say; let go what was declared for a part that ends there."""
        if self.declared and is_apart(display):
            for name in self.declared:
                self.context.names.pop(name, None)
                self.context.families.pop(name, None)
                self.explicit.discard(name)
            self.declared = []
        names = cyclic_names(display, self.displays)
        if (found := (BEFORE if names else MODULO).search(display.prose)) is not None and (
            names or self._counts(display)
        ):
            self.known.has_said(found["word"].lower(), ahead=False)
        for name, phrase in names.items():
            if name in self.firm:
                continue
            self.context.forget(name)
            with suppress(SymproofError):
                self.context.declare(name, phrase)
                self.declared.append(name)
                self.explicit.add(name)
                self.known.tell([name])
        laws = display.said.role in ("hypothesis", "definition") and not CONDITION.match(display.after)
        for clause in display.parsed.clauses if laws and display.parsed is not None else ():
            if self._is_law(clause):
                with suppress(SymproofError):
                    define_entries(clause, self.context)

    def _counts(self, display: Display) -> bool:
        """Whether a formula is the number modulo which declared indices count."""
        size = self.context.names.get(display.text.text.strip())
        return any(
            each.over.modulus == size for each in self.context.names.values() if isinstance(each, ResidueVariable)
        )

    def _is_law(self, clause: t.Clause) -> bool:
        r"""Whether a clause says what all entries of a matrix that was declared so are, by both of their indices."""
        first = clause.members[0] if [each.kind for each in clause.relations] == ["="] else None
        if not isinstance(first, t.Scripted) or first.sub is None:
            return False
        key = canonical(
            first.base.body if isinstance(first.base, t.Fence) and first.base.body is not None else first.base
        )
        indices = {canonical(part) for part in every_part(first.sub)} - {None}
        right = {canonical(part) for part in every_part(clause.members[1])}
        known = isinstance(self.context.names.get(key or ""), MatrixVariable) and key in self.declared
        return known and len(indices) == 2 and indices <= right and key not in right


def cyclic_names(display: Display, displays: Sequence[Display]) -> dict[str, str]:
    """What words before a formula, "indices are taken modulo $n$", declare of the letters of its part; nothing where they do not
    say so."""
    size = display.text.text.strip()
    if not re.fullmatch("[A-Za-z]", size) or not BEFORE.search(display.prose):
        return {}
    others = _sequences_behind(display, displays)
    part = [each.parsed for each in _part_of(display, displays) if each.parsed is not None]
    found: dict[str, str] = {}
    for node in [node for each in part for node in every_part(each)]:
        for key, phrase in _of_node(node, size).items():
            if key not in others and not found.get(key, "").startswith("column"):
                found[key] = phrase
    return {size: "natural >= 1", **found} if found else {}


def _sequences_behind(display: Display, displays: Sequence[Display]) -> set[str]:
    r"""The letters that sentences behind some words bring in as sequences without end, "let $x_1, x_2, \dots$ be any sequence":
    their indices are not what the words speak of."""
    found = set[str]()
    for each in _part_of(display, displays):
        text = each.text.text.strip()
        named = ENDLESS.fullmatch(text) if each.number > display.number else None
        said = SEQUENCE[0].search(each.prose) or SEQUENCE[1].match(each.after)
        if named is not None and (said or text.endswith("dots")):
            found.add(named["name"] or named["first"])
    return found


def _part_of(display: Display, displays: Sequence[Display]) -> Sequence[Display]:
    ends = [k for k, each in enumerate(displays) if not k or is_apart(each)]
    start = max((k for k in ends if k <= display.number), default=0)
    return displays[start : min((k for k in ends if k > display.number), default=len(displays))]


def _of_node(node: t.Node, size: str) -> dict[str, str]:
    """What an index below says of the letters of a node."""
    if not isinstance(node, t.Scripted) or node.sub is None:
        return {}
    indices = [key for part in every_part(node.sub) if (key := canonical(part)) and key != size]
    if not indices or not all(map(is_small_letter, indices)):
        return {}
    places = dict.fromkeys(indices, f"index over Z/{size}")
    whole = node.base.body if isinstance(node.base, t.Fence) else node.base
    two = isinstance(node.sub, (t.Juxtaposed, t.Sequence))
    key = canonical(whole) if whole is not None else None
    if isinstance(whole, t.Juxtaposed):
        factors = dict(_of_factors(whole, size))
        return factors | places if factors else {}
    if key is None:
        return {}
    if two and is_capital_letter(key.partition("_")[0]):
        return {key: f"matrix Z/{size}"} | places
    if not two and isinstance(node.sub, t.Add) and is_small_letter(key) and len(key) == 1:
        return {key: f"sequence of reals over Z/{size}"} | places
    return {}


def _of_factors(product: t.Juxtaposed, size: str) -> Iterator[tuple[str, str]]:
    """The matrices of a product with an index, and the column that it may end in."""
    for item in product.items:
        base = item.base if isinstance(item, t.Scripted) and isinstance(item.sup, t.Mark) else item
        key = canonical(base) or ""
        if is_capital_letter(key.partition("_")[0]):
            yield key, f"matrix Z/{size}"
        elif item is product.items[-1] and is_small_letter(key):
            yield key, f"column Z/{size}"
