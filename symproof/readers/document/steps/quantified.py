r"""Hypotheses that hold for all values of letters: "suppose that for all $x$ and $y$ we have ...", or, behind a formula in its
row, `f(x) \le f(y) \quad \text{for all } x, y` and `b \le a_t \quad \text{for all } 0 \le t \le T`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from symproof.readers.document.known.recurrences import running
from symproof.readers.document.known.ties import NAMES
from symproof.readers.document.lines.stated import props_of
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import Unit, spelled, text_of_member
from symproof.readers.document.steps.ranged import STOPS, Letter, Ranged, Said, for_each, in_order, leaves_none_out
from symproof.readers.document.words.existing import chosen_before, quantified_behind
from symproof.readers.document.words.letters import is_listed
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import JOINS, QUANTIFIED
from symproof.readers.document.words.restricted import LEAVES_NONE_OUT, WHOLE_SPACE, picks_out
from symproof.readers.document.words.sentences import MARKUP, sentences
from symproof.readers.document.words.supposing import FOR_ALL, RESTRICTS
from symproof.readers.notation.arrays import TEXT
from symproof.readers.notation.tree import Fence
from symproof.readers.notation.tree import Sequence as Letters
from symproof.readers.resolve.actions import is_by_law
from symproof.readers.resolve.dependence import hides
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.statement import Each, Prop, Relation, parts_of
from symproof.substitution import substitute
from symproof.term import Term, Variable, is_integer_letter

WORDS = re.compile(rf"[^\w.!?;]*{FOR_ALL}\W*", re.IGNORECASE)
"""Words between a formula and the letters for all of which it holds, in its sentence."""
WORDS_OF_KIND = re.compile(
    rf"[^\w.!?;]*{FOR_ALL}(?: real)?(?: (?:numbers?|reals|vectors?|points?)|"
    r" (?P<whole>integers?|natural numbers?))?(?: values? of)?\W*",
    re.IGNORECASE,
)
"""The same, where the words say what kind of letters follow."""
PLAIN = re.compile(r"[^\w.!?;]*(?:for|when|whenever|if|provided(?: that)?|as long as)\W*", re.IGNORECASE)
"""Words before what an index satisfies, "for $n \\ge 5$"."""

EVERY = re.compile(r"\b(?:for|when|whenever|if)\b[^·]*$", re.IGNORECASE)
FIXED = re.compile(r"\b(?:fix|fixed(?! points?\b))\b", re.IGNORECASE)
TAKEN = re.compile(r"\b(?:let|choose|pick|select|take|consider)\b[^.;:·]*$", re.IGNORECASE)
SUCH = re.compile(
    r"\W*(?:(?:be|is)\b[^.;:·]*)?\b(?:such\b[^.;:·]*\bthat|so that|for which|with|satisfying|that satisfies)\W*",
    re.IGNORECASE,
)
"""Words before a letter and behind it, by which it is one of those of which the next formula holds: "let $n$ be such that"."""
UNDER = re.compile(r"\s*,?\s*(?:only\s+)?(?:for|if|when|whenever|where|(?P<but>except|unless|apart))\b", re.IGNORECASE)
SELDOM = re.compile(
    r"\b(?:infinitely|finitely|eventually|ultimately|almost|often|frequently|mostly|sometimes|only|usually)\b",
    re.IGNORECASE,
)
ANY_WHOLE = re.compile(
    r"\W*(?:is|denotes)(?: an?| any)?(?: arbitrary| positive| non-?negative| natural)* (?:integer|number|index)\b(?! \w)",
    re.IGNORECASE,
)
"""Words behind a letter that say no more of it than an index has to be."""


class Quantifiers(Ranged):
    """Finds what a hypothesis is said for all values of; `found_in` are the units of each of the `displays`."""

    def for_all(self, prop: Prop, unit: Unit, facts: Sequence[Fact]) -> Prop:
        r"""A hypothesis for all values of the letters that its sentence or its row names so, but for those in `facts`;
        what speaks of these letters alone says which they are, "for every $n \in \mathbb{N}$, $n \ge 1$"."""
        fixed = {letter for each in facts if not is_by_law(each.prop) for letter in each.prop.free}
        spoken = prop.free
        for each in (*(self.ahead(unit.display) or ()), *self._ordered_behind(unit)):
            if each.letter in (running(prop) if each.indices else prop.free):
                if not any(hides(letter, each.letter) for letter in prop.free):
                    prop = for_each(each.letter, each.props, prop)
        conditions = self.conditions(unit)
        letters = (*self._behind(unit), *self._in_words_behind(unit), *self._in_words(unit.display))
        letters = () if conditions is None or self._is_of_some(unit, letters) else letters
        for letter in letters if not prop.free <= {*letters} else ():
            if letter in prop.free - fixed and not any(hides(each, letter) for each in prop.free):
                said = [each for each in conditions or () if letter in each.free]
                conditions = [each for each in conditions or () if each not in said]
                values = _values_by_number(letter, said, spoken | fixed)
                prop = values(prop) if values is not None else for_each(letter, said, prop)
        return in_order(self._in_bounds(prop, unit.display, spoken))

    def _in_bounds(self, prop: Prop, display: Display, spoken: Collection[Term]) -> Prop:
        """A hypothesis on something that is said to exist, for all values of those `spoken` letters that bounds in its sentence
        are about: not for all values of what exists."""
        chosen = chosen_before(display.before)
        named = {*self.letters_of_display(self.displays[display.number - chosen])} if chosen else set()
        said: dict[Letter, list[Prop]] = {}
        for bound in self.bounds(display):
            of = [each for each in (bound.left, bound.right, *bound.subterms()) if each in spoken and each not in named]
            letter = next((each for each in of if isinstance(each, Letter)), None)
            if letter is not None and letter in prop.free and not any(hides(each, letter) for each in prop.free):
                said.setdefault(letter, []).append(bound)
        for letter, bounds in said.items():
            prop = for_each(letter, bounds, prop)
        return prop

    def conditions(self, unit: Unit) -> list[Prop] | None:
        r"""What is said behind a formula of the letters for all of which it holds, "for all $x$ with $x > 0$" and "for all
        $n \ge N$"; None where it is not read."""
        said: list[Prop] = []
        display = unit.display
        if not self._leads_on(unit):
            row = [each for each in self._behind_in_row(unit) if each.kinds == ["in"]]
            found = [self.condition(each) for each in row]
            return None if None in found else [prop for each in found for prop in each or ()]
        led = display.after.partition("·")[0]
        for each in self.displays[display.number + 1 :]:
            if each.paragraph != display.paragraph:
                break
            for behind in self.found_in[each.number]:
                found_here = self.condition(behind)
                if found_here is None:
                    return None
                if led.strip() == "," and found_here and all(map(running, found_here)):
                    return said  # of members: "since |a_n| <= M for all $n$, |a_n + a_{n+1}| <= 2M"
                said += found_here
            led = words = each.after.partition("·")[0]
            named = {name for one in self.found_in[each.number] for name in NAMES.findall(spelled(one.members[0]))}
            if JOINS.fullmatch(words) and self._goes_on_of_others(each, words, named):
                break  # "for all $t$ and $u = 2v$"
            restricts = RESTRICTS.fullmatch(words) and not STOPS.search(words)  # ". With" begins another sentence
            if not LEAVES_NONE_OUT.match(words) and not restricts:
                return None
            if STOPS.search(words) or not (JOINS.fullmatch(words) or restricts):
                break
            if not restricts and any(
                self._is_equation(one) for near in self.found_in[each.number + 1 : each.number + 2] for one in near
            ):
                break  # "for $k = 1, \dots, T$ and $D_k = ...$"
        return said

    def _is_equation(self, unit: Unit) -> bool:
        """Whether a formula is an equation, and no list of indices."""
        return unit.kinds == ["="] and not self.is_list(unit)

    def _leads_on(self, unit: Unit) -> bool:
        """Whether words behind a formula lead to the letters for which it holds, or to what an index satisfies."""
        words = unit.display.after.partition("·")[0]
        following = self.displays[unit.display.number + 1 :][:1]
        last = self.found_in[unit.display.number][-1:]
        if not following or not last or last[0].members is not unit.members:
            return False
        behind = self.found_in[following[0].number]
        if WORDS_OF_KIND.fullmatch(words):
            return True
        if not behind or not all(each.signs or isinstance(each.members[0].node, Letters) for each in behind):
            return False
        names = {name for each in unit.members for name in NAMES.findall(text_of_member(each))}
        listed = words.strip() == "," and len(behind) == 1 and spelled(behind[0].members[0]) in names
        return listed or PLAIN.fullmatch(words) is not None

    def leaves_out(self, unit: Unit, letters: Collection[Term]) -> bool:
        """Whether a hypothesis is said for some of the indices alone, those from the second on or from a letter on, or for one
        that is fixed."""
        if self._is_fixed(unit.display, letters):
            return True
        conditions, before = self.conditions(unit), self.ahead(unit.display)
        if before is None or any(each.letter in letters for each in before):
            return True
        about = [each for each in conditions or () if each.free.intersection(letters)]
        return conditions is None or not all(map(leaves_none_out, about)) or self._is_of_some(unit, letters)

    def names_some(self, unit: Unit, letters: Collection[Term]) -> bool:
        """Whether words behind a formula that is claimed say for which of some indices it holds, and not for all of them; what
        a relation says of them is read."""
        under = UNDER.match(unit.display.after)
        behind = self.displays[unit.display.number + 1 : unit.display.number + 2]
        read = any(one.signs for each in behind for one in self.found_in[each.number])
        return under is not None and (under["but"] or not read) and self._is_of_some(unit, letters)

    def _is_fixed(self, display: Display, letters: Collection[Term]) -> bool:
        r"""Whether a sentence of the paragraph fixes one of some letters: "fix $t$", "for a fixed $n \ge 2$", "let $n$ be such
        that $a_n = a_{n-1}$", but not "fix $\eta > 0$ and $w_{t+1} = ...$"."""
        names = {canonical_name(str(getattr(each, "name", each))) for each in letters}
        first = display.number - display.before.count("·")
        for sentence in sentences(f"{display.before}·{display.after}"):
            number = sentence.count("·")
            near = self.displays[max(first, 0) : first + number] if FIXED.search(sentence) else ()
            words = sentence.split("·")
            for k, (before, behind) in enumerate(pairwise(words[:-1])):
                taken = TAKEN.search(before) is not None and SUCH.fullmatch(behind) is not None
                near = (*near, *self.displays[first + k : first + k + 1]) if taken and first + k >= 0 else near
            if any(_is_about(one, names) for each in near for one in self.found_in[each.number]):
                return True
            first += number
        return False

    def _is_of_some(self, unit: Unit, letters: Collection[Term]) -> bool:
        """Whether the row of a formula, or its sentence, goes on with what is not read of one of its letters, "for large $n$"
        or "where $n$ is even"."""
        names = {canonical_name(str(getattr(each, "name", each))) for each in letters}
        if not names:
            return False
        row = self._row(unit)
        behind = row[row.index(unit) + 1 :] if unit in row else []
        if any(_is_about(each, names) and self._leaves_out(each) for each in behind):
            return True
        fenced = [each.members[0] for each in behind if isinstance(each.members[0].node, Fence)]
        if any(names & {*NAMES.findall(text_of_member(each))} for each in fenced):
            return True  # `(n = 2, 4, 6)`
        if not LEAVES_NONE_OUT.match(_words_at_the_end((row or [unit])[-1])):
            return True
        words = sentences(unit.display.before)[-1].rpartition("·")[2] + unit.display.after.partition("·")[0]
        if SELDOM.search(words) or self._picks_out(unit.display, names):
            return True
        for each in () if self._leads_on(unit) else self.displays[unit.display.number + 1 :]:
            if each.sentence > unit.display.number or each.paragraph != unit.display.paragraph:
                break
            led, words = words, each.after.partition("·")[0]
            about = [one for one in self.found_in[each.number] if _is_about(one, names)]
            whole = LEAVES_NONE_OUT.match(words) or self._goes_on_of_others(each, words, names)
            if WORDS.fullmatch(led) and whole and not any(one.signs for one in about):
                continue  # "for all t", of all before it
            if any(map(self._leaves_out, about)) and not ANY_WHOLE.match(words):
                return True
        return False

    def _goes_on_of_others(self, display: Display, words: str, names: Collection[str]) -> bool:
        """Whether the words behind an index, "for all $k$, where $B > 0$", lead to what is said of other letters."""
        behind = [unit for each in self.displays[display.number + 1 :][:1] for unit in self.found_in[each.number]]
        spoken = {
            canonical_name(name)
            for unit in behind
            for one in unit.members
            for name in NAMES.findall(text_of_member(one))
        }
        leads = RESTRICTS.fullmatch(words) or (JOINS.fullmatch(words) and all(unit.signs for unit in behind))
        return bool(behind) and bool(leads) and spoken.isdisjoint(names)

    def _picks_out(self, display: Display, names: Collection[str]) -> bool:
        """Whether a sentence, before a formula or behind it, says "for all" of some kind of values of a letter."""
        behind = self.displays[display.number + 1 : display.number + 2]
        for each in (
            *self.displays[display.number - sentences(display.before)[-1].count("·") : display.number],
            *behind,
        ):
            said = EVERY.search(sentences(each.before)[-1].rpartition("·")[2])
            if (
                said is not None
                and picks_out(said[0])
                and any(_is_about(one, names) for one in self.found_in[each.number])
            ):
                return True
        return False

    def _leaves_out(self, unit: Unit) -> bool:
        """Whether a formula that names an index behind what is said of it does not name all of them."""
        if not unit.is_relation:
            return not WORDS.fullmatch(unit.words)
        said = self.condition(unit)
        return said is None or not all(map(leaves_none_out, said))

    def condition(self, unit: Unit) -> list[Prop] | None:
        """What a formula says of the letters in it; nothing where it only names them, a whole space, or a list of indices."""
        kinds = unit.kinds
        last = unit.members[-1]
        if not kinds:
            return []
        if kinds == ["="] and self.is_list(unit):
            return self.listed(unit)
        if kinds == ["in"] and WHOLE_SPACE.fullmatch(last.display.text.text[last.node.start :]):
            return []
        return props_of(unit.clause, self.context)

    def bounds(self, display: Display) -> Iterator[Relation]:
        """The bounds on letters for which something holds that is said to exist, "there is N such that for n >= N: ..."."""
        before = self.displays[display.number - quantified_behind(display.before) : display.number]
        for each in (*before, *self._bounds_behind(display)):
            for unit in self.found_in[each.number]:
                said = (props_of(unit.clause, self.context) or ()) if unit.is_relation else ()
                for part in (part for prop in said for part in parts_of(prop)):
                    if isinstance(part, Relation) and part.kind != "=":
                        yield part

    def _bounds_behind(self, display: Display) -> Iterator[Display]:
        """The formulas behind one on something that exists, which say for which values it holds: "there is δ such that f(x) > 1
        for |x| < δ". They are no hypotheses beyond it."""
        words, names, led = display.after.partition("·")[0], False, False
        for each in self.displays[display.number + 1 :] if chosen_before(display.before) else ():
            leads = PLAIN.fullmatch(words) or WORDS_OF_KIND.fullmatch(words) or (names and RESTRICTS.fullmatch(words))
            led = bool(leads or (led and JOINS.fullmatch(words)))
            if not led or each.paragraph != display.paragraph:
                return
            units = self.found_in[each.number]
            names = not any(unit.signs for unit in units)
            if not names and any(unit.kinds == ["="] for unit in units):
                return
            self.taken |= set() if names else {each.number}
            yield each
            words = each.after.partition("·")[0]

    def bound(self, display: Display, facts: Sequence[Fact]) -> list[Fact]:
        """The facts on letters that are bound in what a formula supposes."""
        bounds = list(self.bounds(display))
        return [each for each in facts if all(part in bounds for part in parts_of(each.prop))]

    def over_ranges(self, prop: Prop, unit: Unit) -> Prop:
        r"""A hypothesis for all whole numbers that its row names, `\\text{for all } 0 \\le t \\le T`."""
        for part in self._lists_behind(unit):
            said = self.listed(part)
            for letter in self.letters_of(part.members[0].node) if said else ():
                if letter in prop.free and not any(hides(each, letter) for each in prop.free):
                    prop = for_each(letter, [each for each in said or () if letter in each.free], prop)
        for part in self._behind_in_row(unit):
            for letter, low, high in self.range_of(part):
                if letter in prop.free and not any(hides(each, letter) for each in prop.free):
                    prop = Each(letter, prop, low, high)
        for part in self.ranges_led_to(unit):
            for letter, low, high in self.range_of(part):
                if letter in running(prop):
                    prop = Each(letter, prop, low, high)
                    self.taken.add(part.display.number)
        return prop

    def is_range(self, unit: Unit) -> bool:
        """Whether a part of a row says over which whole numbers the hypothesis before it holds: it is none by itself."""
        row = self._row(unit)
        return self.goes_on(unit) or (any(each is unit for each in _quantified(row)) and any(self.range_of(unit)))

    def _behind_in_row(self, unit: Unit) -> list[Unit]:
        """What stands behind a formula after "for all", the last first."""
        row = self._row(unit)
        return _quantified(row)[::-1] if row and row[0].members[0] == unit.members[0] else []

    def _ordered_behind(self, unit: Unit) -> Iterator[Said]:
        r"""For which values of a letter a hypothesis holds, as its row says behind it, `f(x) > 1 \quad \forall x \ge 2`."""
        for part in self._behind_in_row(unit):
            kinds = {*part.kinds}
            props = props_of(part.clause, self.context) if kinds and kinds <= {"<", "<=", ">", ">="} else None
            inner = part.members[1] if len(part.members) == 3 else part.members[0]
            for letter in self.letters_of(inner.node) if props else ():
                if isinstance(letter, Variable):
                    yield Said(letter, list(props or ()), indices=False)

    def _lists_behind(self, unit: Unit) -> list[Unit]:
        """What stands behind a formula in its row and lists whole numbers."""
        row = self._row(unit)
        behind = row[1:] if row and row[0].members[0] == unit.members[0] else []
        return [each for each in behind if each.kinds == ["="] and self.is_list(each)]

    def _behind(self, unit: Unit) -> Iterator[Letter]:
        for each in self._behind_in_row(unit):
            if each.kinds in ([], ["in"]):
                yield from self.letters_of(each.members[0].node)

    def _in_words(self, display: Display) -> Iterator[Letter]:
        segments = MARKUP.sub(" ", sentences(display.before)[-1]).split("·")
        start = next((k for k, words in enumerate(segments[:-1]) if QUANTIFIED.search(words)), None)
        if (
            start is None
            or not all(map(JOINS.fullmatch, segments[start + 1 : -1]))
            or RESTRICTS.fullmatch(segments[-1])
        ):
            return
        for each in reversed(self.displays[display.number - (len(segments) - 1 - start) : display.number]):
            for unit in self.found_in[each.number]:
                yield from self.letters_of(unit.members[0].node)

    def _in_words_behind(self, unit: Unit) -> Iterator[Letter]:
        r"""The letters of `$f(x) \\le c$ for all $x$`, "for all real $x$ and $y$"."""
        display = unit.display
        words = display.after.partition("·")[0]
        if not self._leads_on(unit):
            return
        said = WORDS_OF_KIND.fullmatch(words)
        for each in self.displays[display.number + 1 :]:
            if each.paragraph != display.paragraph:
                return
            for behind in self.found_in[each.number]:
                for letter in self.letters_of(behind.members[0].node):
                    if (said is not None and not said["whole"]) or (is_integer_letter(letter)):
                        yield letter
            if not JOINS.fullmatch(each.after.partition("·")[0]):
                return


def _words_at_the_end(unit: Unit) -> str:
    r"""The words that the row of a formula ends with, `a_n < 3 \text{ for all } n \text{ that are odd}`."""
    last = unit.members[-1]
    return " ".join(TEXT.findall(last.display.text.text[last.node.end :].partition(r"\\")[0]))


def _is_about(unit: Unit, names: Collection[str]) -> bool:
    """Whether a formula is a letter of some names, or a relation with one on a side."""
    return any(canonical(each.node) in names for each in unit.members)


def _values_by_number(letter: Letter, said: Sequence[Prop], known: Collection[Term]) -> Callable[[Prop], Prop] | None:
    """What makes of a statement that it holds for all values of a letter that a new whole number gives, "for $n = 2^m$"; None of
    other conditions."""
    match said:
        case [Relation("=", left, right)] if left == letter:
            new = [
                each
                for each in right.free
                if isinstance(each, Variable) and is_integer_letter(each) and each not in known
            ]
            if len(new) == 1 and letter not in right.free:
                return lambda prop: for_each(new[0], [], substitute(prop, {letter: right}))
    return None


def _quantified(row: Sequence[Unit]) -> list[Unit]:
    """What stands behind "for all" at the end of a row."""
    start = next((k for k, each in enumerate(row) if k and WORDS.fullmatch(each.words)), len(row))
    behind = list(row[start:])
    return behind if all(is_listed(each.members[0].node) or each.is_relation for each in behind) else []
