"""Which letters of a part have indices modulo n, by words or by an index with its modulus, and how far the part goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from symproof.readers.document.finding.items import Break
from symproof.readers.document.words.beginning import is_apart
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context
from symproof.readers.resolve.context import member_of
from symproof.readers.resolve.names import canonical, is_capital_letter, is_small_letter
from symproof.readers.resolve.shapes import every_part
from symproof.term import ResidueVariable

MODULUS = re.compile(
    r"\b(?:ind(?:ex|ices)|subscripts?|everything)\b(?![^.;]*\b(?:if|when|not|unless)\b)[^.;]*\b(?P<word>mod(?:ulo)?)\W*$",
    re.IGNORECASE,
)
"""Words of a sentence before the n modulo which indices are taken."""
OF_INDICES = re.compile(
    r"\b(?:indices|index sets?|subscripts)\b(?![^.;]*\b(?:if|when|not|unless)\b)[^.;]*\b(?:in|of|from|over|by|is|are)\W*$",
    re.IGNORECASE,
)
"""Words of a sentence before the set of residues in which indices lie."""
RESIDUES = re.compile(
    r"(?:(?P<letters>[a-z](?:\s*,\s*[a-z])*)\s*\\in\s*)?\\math(?:bb|bf)\s*\{?\s*Z\s*\}?\s*(?:/\s*|_\s*\{?\s*)"
    r"(?P<size>[A-Za-z])\s*\}?\s*(?:\\math(?:bb|bf)\s*\{?\s*Z\s*\}?)?"
)
r"""The residues modulo n, `\mathbb{Z}/n\mathbb{Z}` or `\mathbb{Z}_n`, and the letters that lie there."""
SPELLINGS = (
    (r"\\leq?(?![a-z])|\u2264", "<="),
    (r"\\[lc]?dots(?![a-z])|\u2026", ".."),
    (r"\\([{}]|in(?![a-z]))", r"\1"),
    (r"\s|\\[,;!:]", ""),
)
"""How one thing is spelled in the ranges of indices, in turn."""
ALL_PLACES = re.compile(
    "|".join(
        form.replace("L", f"(?P<letters{k}>[a-z](?:,[a-z])*)").replace("N", f"(?P<size{k}>[A-Za-z])")
        for k, form in enumerate(
            (
                "0<=L<=N-1",
                "0<=L<N",
                "1<=L<=N",
                r"L=0,(?:1,)?\.\.,N-1",
                r"L=1,(?:2,)?\.\.,N",
                r"Lin\{0,(?:1,)?\.\.,N-1\}",
                r"Lin\{1,(?:2,)?\.\.,N\}",
            )
        )
    )
)
"""That letters run over n numbers, one for each residue: from 0 to n - 1, or from 1 to n."""
ENDLESS = re.compile(
    r"\(\s*(?P<name>[a-z])_\{?\w\}?\s*\)(?:_\{?[^{}]*\}?)?|(?P<first>[a-z])_\{?\d\}?\s*,.*\\[lc]?dots(?:\s*,?\s*(?P=first)_.*)?"
)
r"""How the members of a sequence are listed, `(x_i)` or `x_1, x_2, \dots`."""
LETTERED = re.compile(r"\W*[a-z]\W*")
"""The name of a part of an exercise, also where the exercise has no heading."""
BASIS = frozenset(("e", r"\mathbf{e}", r"\vec{e}"))
"""The letters of the standard basis, by custom."""
SEQUENCE = (re.compile(r"\bsequences?\s*$", re.IGNORECASE), re.compile(r"[^.;:]{0,30}\bsequences?\b", re.IGNORECASE))


def cyclic_names(display: Display, displays: Sequence[Display]) -> dict[str, str]:
    """What words before a formula, "indices are taken modulo $n$", declare of the letters of its part; nothing where they do not
    say so. Where the part has sections, it is of the letters of this one, and of those that share an index with them."""
    size, words = display.text.text.strip(), sentence_before(display.before)
    residues = RESIDUES.fullmatch(size)
    section = section_of(display, displays)
    nodes: Sequence[t.Node] = ()
    if residues is not None:
        size, letters = residues["size"], re.findall("[a-z]", residues["letters"] or "")
        nodes = [node for node in places_of(section) if not letters or _indices_of(node) & {*letters}]
        nodes = nodes if letters or OF_INDICES.search(words) else ()
    elif re.fullmatch("[A-Za-z]", size) and MODULUS.search(words):
        nodes = places_of(section)
    firm = {key for node in nodes for key in _of_node(node, size)}
    return _tied(firm, part_of(display, displays), size, _sequences_behind(display, displays, size)) if firm else {}


def names_residues(display: Display, context: Context) -> bool:
    """Whether a formula is the set of residues modulo a number, alone or with letters that are known to lie there, or says of
    such letters that they are any numbers from 0 to n - 1, or from 1 to n."""
    text = display.text.text
    if (residues := RESIDUES.fullmatch(text.strip())) is not None:
        letters, size = residues["letters"] or "", None
    else:
        for spelling, one in SPELLINGS:
            text = re.sub(spelling, one, text)
        if (places := ALL_PLACES.fullmatch(text)) is None:
            return False
        letters, name = filter(None, places.groups())
        size = context.names.get(name)
    indices = [context.names.get(each) for each in re.findall("[a-z]", letters)]
    return all(isinstance(each, ResidueVariable) and size in (None, each.over.modulus) for each in indices)


def names_by_index(display: Display, displays: Sequence[Display]) -> dict[str, str]:
    r"""What indices with a modulus in a section, `x_{(i-1) \bmod n}`, declare of letters from a formula to the end of its part:
    where all have the same one, what stands below these letters is taken modulo n, and what shares an index with them."""
    nodes = [node for node in nodes_of(section_of(display, displays)) if _modulus_below(node) is not None]
    sizes = {canonical(below) for node in nodes if (below := _modulus_below(node)) is not None}
    (name,) = sizes if len(sizes) == 1 else ("",)
    size = name or ""
    if not re.fullmatch("[A-Za-z]", size):
        return {}
    firm = {key for node in nodes for key in _of_node(_without_modulus(node), size)}
    later = [each for each in part_of(display, displays) if each.number >= display.number]
    return _tied(firm, later, size)


def _indices_of(node: t.Node) -> set[str | None]:
    """The names in what stands below a letter."""
    return {canonical(part) for part in every_part(node.sub)} if isinstance(node, t.Scripted) and node.sub else set()


def nodes_of(displays: Sequence[Display]) -> list[t.Node]:
    """All nodes of some formulas."""
    return [node for each in displays if each.parsed is not None for node in every_part(each.parsed)]


def places_of(displays: Sequence[Display]) -> list[t.Node]:
    r"""The nodes of some formulas, without `C_{a + b}` where C_a has entries of its own: a is no index there."""
    nodes = nodes_of(displays)
    entries = [node.base for node in nodes if isinstance(node, t.Scripted) and isinstance(node.base, t.Fence)]
    named = {key.partition("_")[::2] for each in entries for part in every_part(each) if (key := canonical(part))}
    made = {base for base, label in named if is_capital_letter(base) and is_small_letter(label.strip("{}"))}
    return [node for node in nodes if not (isinstance(node, t.Scripted) and canonical(node.base) in made)]


def _tied(
    firm: Collection[str], displays: Sequence[Display], size: str, others: Collection[str] = ()
) -> dict[str, str]:
    """What indices modulo a size say of the letters of some formulas: of those that are `firm`, of those that stand with one of
    them as a letter and its index do, and of those that stand with these."""
    said = [_of_node(_without_modulus(node), size) for node in places_of(displays)]
    said = [each for each in said if each and not others & each.keys()]
    reached = set(firm)
    while more := [key for each in said if reached & each.keys() for key in each if key not in reached]:
        reached.update(more)
    matrices = {key for each in said for key, phrase in each.items() if phrase.startswith("matrix")}
    labels = {key.partition("_")[2].strip("{}") for key in matrices}  # a of C_a, whose entries they are
    members = dict(
        pair for node in nodes_of(displays) for pair in _members_behind(node, matrices) if pair[1] not in labels
    )
    reached -= set(members.values())
    firsts = [clause.members[0] for each in displays for clause in each.clauses if clause.relations]
    given = {canonical(each.base) for each in firsts if isinstance(each, t.Scripted)}
    basis = {key: base for key, base in members.items() if base in BASIS - given}
    found = {key: f"column Z/{size}" for key in members if key not in basis}
    found |= {member_of(base): f"standard basis Z/{size}" for base in basis.values()}
    for key, phrase in [pair for each in said for pair in each.items() if pair[0] in reached]:
        if key not in basis and not found.get(key, "").startswith("column"):
            found[key] = phrase
    for key, phrase in [pair for node in nodes_of(displays) for pair in _of_powers(node, matrices, size)]:
        found.setdefault(key, phrase)
    named = {key for node in nodes_of(displays) for key in (*_convolved(node, found), *_starred(node, found))}
    for key in sorted((named | _labels_beside(displays, found)) - BASIS):
        found.setdefault(key, f"sequence of reals over Z/{size}")
    for clause in (clause for each in displays for clause in each.clauses if clause.kinds[:1] == ["="]):
        first = clause.members[0]  # of y_i = \sum_k a_k x_{i-k}
        if isinstance(first, t.Scripted) and isinstance(first.sub, t.Name) and first.sup is None:
            key = canonical(first.base) or ""
            summed = (
                isinstance(clause.members[1], t.Big) and next(_convolved(clause.members[1], found), None) is not None
            )
            if summed and found.get(canonical(first.sub) or "", "").startswith("index") and is_small_letter(key):
                found.setdefault(key, f"sequence of reals over Z/{size}")
    return {size: "natural >= 1", **found} if found else {}


def _convolved(node: t.Node, found: Collection[str]) -> Iterator[str]:
    r"""The letters a of sums `\sum_k a_k x_{i-k}` with members of letters whose indices are `found` to be residues."""
    if not isinstance(node, t.Big) or node.operator != "sum" or node.body is None:
        return
    index = node.lower.members[0] if isinstance(node.lower, t.Chain) else node.lower
    k = canonical(index) if index is not None else None
    inside = [part for part in every_part(node.body) if isinstance(part, t.Scripted) and part.sub is not None]
    moved = [part for part in inside if isinstance(part.sub, t.Add) and k in map(canonical, every_part(part.sub))]
    if k is None or not any(canonical(part.base) in found for part in moved):
        return
    for part in inside:
        key = canonical(part.base) or ""
        if (
            part.sub is not None
            and canonical(part.sub) == k
            and is_small_letter(key)
            and len(key) == 1
            and part.sup is None
        ):
            yield key


def _starred(node: t.Node, found: Collection[str]) -> Iterator[str]:
    """The letters of convolutions `a * b` with letters whose indices are `found` to be residues."""
    if isinstance(node, t.Product) and set(node.operators) == {"*"}:
        keys = [canonical(part) or "" for each in node.items for part in every_part(each)]
        if any(key in found for key in keys):
            yield from (key for key in keys if is_small_letter(key) and len(key) == 1)


def _labels_beside(displays: Sequence[Display], found: Mapping[str, str]) -> set[str]:
    r"""The letters b of matrices C_b beside a matrix C_a whose letter a is `found` to be a sequence over residues."""
    keys = {
        key.partition("_")[::2] for node in nodes_of(displays) if (key := canonical(node)) and is_capital_letter(key[0])
    }
    labels = [(base, label.strip("{}")) for base, label in keys if f"{base}_{label}" in found or label]
    made = {base for base, label in labels if found.get(label, "").startswith("sequence")}
    return {label for base, label in labels if base in made and is_small_letter(label) and len(label) == 1}


def _of_powers(node: t.Node, matrices: Collection[str], size: str) -> Iterator[tuple[str, str]]:
    r"""What sums `C_a = \sum_k a_k S^k` of powers of matrices over residues say of k, of a and of C_a."""
    match node:
        case t.Clause(members=(whole, *_, t.Big(operator="sum", lower=t.Node() as lower, body=t.Node() as body))):
            index = lower.members[0] if isinstance(lower, t.Chain) else lower
        case _:
            return
    k, key = canonical(index), canonical(whole)
    inside = [part for part in every_part(body) if isinstance(part, t.Scripted)]
    powers = [part for part in inside if canonical(part.base) in matrices and part.sup is not None]
    if k is None or not any(k in map(canonical, every_part(part.sup)) for part in powers if part.sup is not None):
        return
    yield k, f"index over Z/{size}"
    if key and is_capital_letter(key.partition("_")[0]):
        yield key, f"matrix Z/{size}"
    for part in inside:
        name = canonical(part.base) or ""
        if part.sub is not None and canonical(part.sub) == k and part.sup is None and is_small_letter(name):
            yield name, f"sequence of reals over Z/{size}"


def _members_behind(node: t.Node, matrices: Collection[str]) -> Iterator[tuple[str, str]]:
    """The small letters with an index that stand behind a matrix, `S e_{j+1}`, and these without: columns, no numbers."""
    for left, right in pairwise(node.items) if isinstance(node, t.Juxtaposed) else ():
        if canonical(left) in matrices and isinstance(right, t.Scripted) and right.sub is not None:
            key, base = canonical(right), canonical(right.base)
            if key and base and is_small_letter(base):
                yield key, base


def _modulus_below(node: t.Node) -> t.Node | None:
    r"""The modulus of an index, n of `x_{(i-1) \bmod n}`, also without the brackets."""
    match node:
        case t.Scripted(sub=t.Product(items=(_, t.Name() as size), operators=("bmod",))):
            return size
        case t.Scripted(sub=t.Add(terms=(*_, (_, t.Product(items=(_, t.Name() as size), operators=("bmod",)))))):
            return size
    return None


def _without_modulus(node: t.Node) -> t.Node:
    """A letter with an index, without the modulus of that."""
    if isinstance(node, t.Scripted) and isinstance(node.sub, t.Add) and _modulus_below(node) is not None:
        *others, (sign, last) = node.sub.terms
        assert isinstance(last, t.Product)  # by its modulus
        return replace(node, sub=replace(node.sub, terms=(*others, (sign, last.items[0]))))
    if isinstance(node, t.Scripted) and isinstance(node.sub, t.Product) and _modulus_below(node) is not None:
        index = node.sub.items[0]
        index = index.body if isinstance(index, t.Fence) and index.body is not None else index
        return replace(node, sub=index)
    return node


def begins_part(display: Display) -> bool:
    """Whether a part begins with a formula."""
    return not display.number or is_apart(display) or any(each.kind == "heading" for each in display.crossed)


def _sequences_behind(display: Display, displays: Sequence[Display], size: str) -> set[str]:
    r"""The letters that sentences behind some words bring in as sequences without end, "let $x_1, x_2, \dots$ be any sequence":
    their indices are not what the words speak of. One with n members, `a_0, \dots, a_{n-1}`, ends."""
    found = set[str]()
    for each in part_of(display, displays):
        text = each.text.text.strip()
        named = ENDLESS.fullmatch(text) if each.number > display.number else None
        said = SEQUENCE[0].search(each.prose) or SEQUENCE[1].match(each.after)
        ends = re.search(rf"_\s*\{{?\s*{size}(?![A-Za-z])", text) is not None
        if named is not None and not ends and (said or text.endswith("dots")):
            found.add(named["name"] or named["first"])
    return found


def part_of(display: Display, displays: Sequence[Display]) -> Sequence[Display]:
    """The formulas of the part in which one stands, up to the next that stands apart, and is no part of this one."""
    level = level_at(display, displays)
    return _between(display, displays, lambda each: is_in_another_part(each, level))


def section_of(display: Display, displays: Sequence[Display]) -> Sequence[Display]:
    """The formulas of the section in which one stands: from the heading before it to the next one that is as high."""
    level = level_at(display, displays)
    return _between(display, displays, lambda each: any(is_head(crossed, level) for crossed in each.crossed))


def _between(display: Display, displays: Sequence[Display], begins: Callable[[Display], bool]) -> Sequence[Display]:
    """The formulas from the last one that begins something, up to one of them, to the next that does."""
    starts = [0, *(k for k, each in enumerate(displays) if begins(each))]
    start = max(k for k in starts if k <= display.number)
    return displays[start : min((k for k in starts if k > display.number), default=len(displays))]


def is_head(crossed: Break, level: int) -> bool:
    """Whether a heading is crossed, at least as high as a level."""
    return crossed.kind == "heading" and crossed.level <= level


def level_at(display: Display, displays: Sequence[Display]) -> int:
    """The level of the last heading before a formula; 0 where there is none."""
    headings = [each for one in displays[: display.number + 1] for each in one.crossed if each.kind == "heading"]
    return headings[-1].level if headings else 0


def is_in_another_part(display: Display, level: int) -> bool:
    """Whether a part that stands apart begins before a formula, and no lower one, "(b)" of an exercise."""
    headings = [each for each in display.crossed if each.kind == "heading"]
    lower = [each.level > level and bool(level or LETTERED.fullmatch(each.name)) for each in headings]
    return is_apart(display) and not (lower and all(lower))


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
    key = _name_of(whole) if whole is not None else None
    if isinstance(whole, t.Juxtaposed):
        factors = dict(_of_factors(whole, size))
        return factors | places if factors else {}
    if key is None:
        return {}
    if key == r"\delta":
        return places
    if two and is_capital_letter(key.partition("_")[0]):
        return {key: f"matrix Z/{size}"} | places
    if not two and isinstance(node.sub, t.Add) and is_small_letter(key) and len(key) == 1:
        return {key: f"sequence of reals over Z/{size}"} | places
    return {}


def _of_factors(product: t.Juxtaposed, size: str) -> Iterator[tuple[str, str]]:
    """The matrices of a product with an index, and the column that it may end in."""
    for item in product.items:
        key = _name_of(item) or ""
        if is_capital_letter(key.partition("_")[0]):
            yield key, f"matrix Z/{size}"
        elif item is product.items[-1] and is_small_letter(key):
            yield key, f"column Z/{size}"


def _name_of(node: t.Node) -> str | None:
    """The name of a letter, without the mark of its transpose."""
    if not isinstance(node, t.Scripted) or node.sup is None:
        return canonical(node)
    turned = isinstance(node.sup, t.Mark) or canonical(node.sup) == "T"
    below = t.Scripted(node.start, node.end, node.base, node.sub, None, node.primes) if node.sub else node.base
    return canonical(below) if turned else None
