"""What holds at a place of a document: hypotheses, definitions and claims so far, and which of them end where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from symproof.readers.document.known import exercises
from symproof.readers.document.known.asked import asks_for_forms, forget_wanted, is_wanted, past_their_sentence
from symproof.readers.document.known.carried import begins_part, end_parts, forget_since, turns
from symproof.readers.document.known.cases import Cases, goes_on_in_case
from symproof.readers.document.known.directions import Directions
from symproof.readers.document.known.lasting import (
    begun_with,
    brought_as,
    defines,
    ended_by,
    is_of_another_item,
    is_of_some_before,
    is_other_value,
    is_parameter,
    is_retold,
    is_row,
    is_value,
    is_worked_out_anew,
    rests_on,
    was_for_a_sentence,
)
from symproof.readers.document.known.likeness import holds
from symproof.readers.document.known.members import inside, is_of_other_members, over_all, where_it_has_a_value
from symproof.readers.document.known.recurrences import brings_members, is_implicit, members_of, recurrence, running
from symproof.readers.document.known.returning import at_level, comes_back, hidden_by, remaining
from symproof.readers.document.known.scopes import bounded_anew
from symproof.readers.document.known.spoken import names_anything
from symproof.readers.document.lines.kinds import LETTERS, is_numbered, is_other_number, is_value_of
from symproof.readers.document.lines.step import Fact, Step, Unread, UnreadWord
from symproof.readers.document.words import beginning, prose, sentences
from symproof.readers.document.words.adjectives import FUNCTIONAL, TOPICS, unread_qualities, unread_words
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import CASE, LETTERED, SOLUTION, STEP
from symproof.readers.document.words.supposing import INFEASIBLE
from symproof.readers.resolve.dyads import of_every_vector
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Each, Minimizer, Prop, Relation
from symproof.substitution import substitute
from symproof.term import ScalarAt, Term, Variable, VectorAt

EXERCISE_LEVEL, THEOREM_LEVEL = 8, 9
"""The levels of parts without a heading, below those of headings."""
COMMAND = re.compile(r"\\[A-Za-z]+")  # of LaTeX: no word of the text
NUMBER, WORD = re.compile(r"\d{1,3}"), re.compile(r"[A-Za-z]{3}")


class Knowledge:
    """The facts at the place that the walk has reached.

    `facts` are the hypotheses and definitions that hold, `dormant` those that held in other parts, `claims` what was claimed, and
    `previous` the last statement that a row may go on from. `seen` are the letters of which something was said.
    """

    def __init__(self, declared: list[Prop]) -> None:
        self.facts: list[Fact] = [Fact(prop, "declared") for prop in declared]
        self.dormant: list[Fact] = []
        self.claims: list[Fact] = []
        self.previous: Fact | None = None
        self.equation: Fact | None = None  # the last equation to be solved of the block
        self.system: Fact | None = None  # the last system between braces of the block
        self.seen: set[Term] = set()
        self.told: dict[str, int] = {}
        """The letters of which words or a table say what they are, and the part; -1: everywhere."""
        self.unread: list[Unread] = []
        self.adjectives: list[UnreadWord] = []
        self.place = (0, 0, 0)  # the part and the offset of the formula before, which is `before`
        self.before: Display | None = None
        self.qualities: list[tuple[str, int]] = []  # words on functions that are not read, and the level of their part
        self.read_ahead: list[str] = []  # of those, what was read before the walk has come to it
        self.identities: set[Prop] = set()  # equations that only say what their coefficients are
        self.level = self.part = self.block = 0
        self.item = self.outside = 0  # the item of a list, 0 for none, and the last one before the part began
        self.closed = (-1, 0)  # the part in which a list ended last, and how many claims stood before that
        self.numbered = (0, 99)  # the number in the heading of the last part that stands apart, and its level
        self.lettered = (0, "")  # how many lettered parts of exercises have begun, and the letter of the last
        self.tasked = False  # whether the item before begins as an exercise does
        self.claimed: set[int] = set()  # the items in which something is claimed
        self.scopes: list[Fact] = []  # where what an exercise asks for is to hold, n >= 3
        self.solving = False  # whether the items of lists are steps of a solution, and not exercises
        self.asked = False  # whether another form of a term was asked for, so that equations are meant for all values
        self.marker = ""  # the number of the last item
        self.began = ""  # what began the block: "heading", "item" or ""
        self.cases, self.directions, self.depth = Cases(), Directions(), 0  # of open lists
        self.begun, self.turns = 0, [0]  # where the part begins, and before which formulas words turn away
        self.told_in = 0  # the table whose rows begin with words, 0 for none

    def cross(self, display: Display) -> None:
        """What ends between the formula before and this one."""
        part = self.part
        forget_wanted(self, display.prose)
        for each in display.crossed:
            later = exercises.begins_later(each, self.depth, self.marker)
            if each.kind in ("heading", "item", "close"):
                self.depth, self.marker = (each.level, each.name) if each.kind == "item" else (0, self.marker)
            if each.kind == "heading" and not exercises.goes_on(each.name, solved=self.equation is not None):
                self.end_block("heading", keeps=(answers := exercises.ANSWER.fullmatch(each.name) is not None))
                self.scopes = self.scopes if answers else []
                self.part += 1
                self.solving = bool(SOLUTION.search(exercises.SEVERAL.sub("", each.name)))
                if beginning.heads_apart(each.name, display):
                    self.level = self._level_of(each.name, each.level)
                    self.leave(self.level)
            elif each.kind == "environment" and each.name.rstrip("*") in beginning.APART:
                self.state_another()
            elif each.kind == "item" and not display.said.connects and (later or not self.is_solved_in_items(display)):
                self.end_block("item")
                if not self.solving and not STEP.search(display.prose):
                    self._end_item()
        here = (-1, display.paragraph, display.paragraph - 1)  # a display ends a paragraph, and its sentence goes on
        self.unread = [each for each in self.unread if each.paragraph in here]
        for mark in LETTERED.finditer(display.prose):
            self._letter(mark[1])
        sign = display.text.text.strip()
        if display.crossed and sign == chr(ord(self.lettered[1] or "@") + 1):  # `\\(C\\)` after (B)
            self._letter(sign)
        if self.lettered[0] > 1 and begins_part(display):
            end_parts(self)
        if exercises.begins_solution(display):
            self.solving = True
        self.directions.cross(display, self)
        if beginning.begins_exercise(display):
            first = display.anew or any(each.part == self.part and each.kind == "step" for each in self.claims)
            if first and self.level < EXERCISE_LEVEL and beginning.is_later_exercise(display):
                self.leave(self.level)  # what stands before exercise 2 is exercise 1
            self.state_another(EXERCISE_LEVEL, "heading")
        kinds = {each.kind for each in display.crossed}
        self.tasked = bool(exercises.TASKED.search(display.prose)) if "item" in kinds else self.tasked
        if (self.part != part or "close" in kinds) and beginning.is_outside(display):
            self.outside = display.item
            self.closed = (self.part, len(self.claims)) if "close" in kinds else self.closed
        self.item = display.item if display.item != self.outside else 0
        opens = (display.said.opens and not display.said.connects) or sentences.CASE_BEGINS.search(display.prose)
        if opens and not (self.is_solved_in_items(display) or exercises.is_solved_for(display, self.equation)):
            same = self.equation is not None and self.equation.part == self.part
            self.end_block(keeps=same and CASE.search(display.prose) is not None)
        self.begun = display.formula.start if self.part != part else self.begun
        self.asked = asks_for_forms(display, self.asked)
        self.cases.cross(display, self)
        if beginning.begins_sentence(display):
            self.drop(past_their_sentence(self.facts, self.before), dormant=True)
        stopped = self.before is not None and self.before.text.text.rstrip().endswith(".")
        said = f". {display.prose}" if stopped else display.prose
        self.drop([each for each in self.facts if was_for_a_sentence(each, display, said, self.claims)], dormant=True)
        self.drop(ended_by(self.facts, display, kinds, self.depth))
        self.previous = None if INFEASIBLE.match(display.prose) else self.previous
        self.turns += [display.number] if turns(display) else []
        words = COMMAND.sub(" ", display.prose)
        adjectives = unread_words(display, words, self.before)
        for each in display.crossed:
            words = words.replace(COMMAND.sub(" ", each.name), "", 1) if each.kind == "heading" else words
        at, self.before = (self.part, display.formula.start, self.level), display
        for word, of_before in adjectives:
            if word in self.read_ahead:
                self.read_ahead.remove(word)
            elif word not in TOPICS or word in words.lower():
                self.adjectives.append(UnreadWord(word, *(self.place if of_before else at)))
        self.place = at
        for word in unread_qualities(words, display):
            if word in self.read_ahead:
                self.read_ahead.remove(word)
            else:
                self.qualities.append((word, self.level))

    def is_solved_in_items(self, display: Display) -> bool:
        """Whether the items of a list, or the rows of a table that begin with words, are steps of a solution: what is to be
        solved stands before it, or before it in the item of another list."""
        told = display.table > 0 and (display.table == self.told_in or WORD.search(display.prose.rpartition("\n")[2]))
        self.told_in = display.table if told else 0
        told = told or (self.solving and prose.LABELLED.search(display.prose))
        whole = self.equation  # behind a list that has ended, "2) ...", an item is no step: "3) ..." stands beside it
        if whole is not None and whole.depth == self.depth > 0 and not self.tasked:
            told = told or exercises.is_stepwise(display, whole, self.previous)
        beside = whole is not None and whole.part == self.closed[0] and whole.after >= self.closed[1]
        return whole is not None and ((whole.depth < self.depth and not beside) or bool(told))

    def has_said(self, word: str, *, ahead: bool) -> None:
        """An adjective is read as a formula: it stood before, or stands ahead."""
        if ahead:
            self.read_ahead.append(word)
        elif found := [each for each in self.adjectives if each.word == word]:
            self.adjectives.remove(found[0])

    def has_read(self, word: str, *, ahead: bool) -> None:
        """Note that what a word says of a function is known as a fact; `ahead`, that it stands behind this place."""
        found = FUNCTIONAL.search(word)
        if found is not None and ahead:
            self.read_ahead.append(found[0].lower())
        elif found is not None:
            last = next((each for each in reversed(self.qualities) if each[0] == found[0].lower()), None)
            self.qualities = [each for each in self.qualities if each is not last]

    def fact(self, prop: Prop, kind: str, line: int, step: Step | None = None) -> Fact:
        """A fact of this place."""
        return Fact(
            of_every_vector(prop), kind, line, self.level, self.part, step=step, block=self.block, item=self.item,
            depth=self.depth, lettered=self.lettered[0], after=len(self.claims),
            display=self.before.number if self.before is not None else -1, wanted=is_wanted(self.before),
        )  # fmt: skip

    def state_another(self, level: int = THEOREM_LEVEL, began: str = "") -> None:
        """Begin a statement of its own: what is given in the one before says nothing of it."""
        self.leave(level)
        self.level, self.part = level, self.part + 1
        self.end_block(began)

    def _end_item(self) -> None:
        """End an item of a list: what is supposed in it, if something is claimed there, says nothing of the next."""
        if self.item and self.item in self.claimed:
            self.drop(exercises.past_their_item(self.facts, self.claims, self.item))
            self.scopes = [fact for fact in self.scopes if fact.item != self.item]

    def _level_of(self, name: str, level: int) -> int:
        """The level of a part; "3." after "2." stands beside it, however their headings are set."""
        found = NUMBER.search(name)
        number = int(found[0]) if found else 0
        level = min(level, self.numbered[1]) if number == self.numbered[0] + 1 else level
        self.numbered = (number, level)
        return level

    def _letter(self, letter: str) -> None:
        """Begin part (b) of an exercise; an i, v or x that does not come next counts the parts of a part."""
        if letter not in "ivx" or self.lettered[1] == chr(ord(letter) - 1):
            self.lettered = (self.lettered[0] + 1, letter)
            self.previous = None
            self.drop([fact for fact in self.facts if fact.local and fact.kind == "hypothesis" and is_value(fact.prop)])

    def anew(self, equation: Relation) -> bool:
        """Whether an equation defines anew a letter that was defined in another lettered part; what it was there is forgotten.
        Where the old definition says the same, it is a claim."""
        letter = equation.left
        said = [each for each in self.facts if each.kind in ("definition", "hypothesis") and defines(each.prop)]
        old = [each for each in said if isinstance(each.prop, Relation) and each.prop.left == letter]
        if len(old) != 1 or old[0].lettered == self.lettered[0] or not equation.right.free:
            return False
        if holds(equation, [fact.prop for fact in self.facts]):
            return False
        meant = {letter: old[0].prop.right} if isinstance(old[0].prop, Relation) else {}
        self.facts = [each for each in self.facts if each is not old[0]]
        self.put_in(meant)
        self.claims = [each for each in self.claims if letter not in each.prop.free]
        return True

    def begin_again(self, equation: Relation, *, worded: bool) -> None:
        """Where a letter that was brought in is said to be something else: it is that of another matter, where both are numbers
        that are given, where it is worked out anew, where words stand before it, but for what it is by letters of which something
        is said, and where it is given by letters that are new. A number that was found, told again, is a claim."""
        values = {each.prop.left for each in self.facts if isinstance(each.prop, Relation) and defines(each.prop)}
        worded &= not equation.right.free or not equation.right.free <= values
        said = {each.prop.left for each in self.facts if each.brought == "found" and isinstance(each.prop, Relation)}
        for old in self.facts:
            said |= old.prop.free
            meant = brought_as(old, equation.left, self.part, self.item)
            tried = any(each.brief and each.prop.free & old.prop.free for each in self.facts)
            if meant is None or meant == equation.right or tried or holds(equation, [fact.prop for fact in self.facts]):
                continue
            anew = worded or is_worked_out_anew(equation.right) or is_of_another_item(old, self.item)
            if anew or not equation.right.free <= said or (old.brought != "found" and not equation.right.free):
                forget_since(self, old)

    def end_trial(self, letter: Term, value: Term) -> None:
        """End "for x = -1: ..." in its paragraph, where a sentence says that x is something else."""
        tried = [each for each in self.facts if each.brief and is_value(each.prop)]
        self.drop([each for each in tried if is_other_value(each.prop, letter, value)])

    def has_no_value_yet(self, letter: Term) -> bool:
        """Whether all that was said of a letter is what others are in terms of it, y = x + 1."""
        said = [each for each in (*self.facts, *self.claims, self.equation) if each and letter in each.prop.free]
        return bool(said) and all(
            each.kind == "definition" and isinstance(each.prop, Relation) and each.prop.left != letter for each in said
        )

    def end_block(self, began: str = "", *, keeps: bool = False) -> None:
        """Begin another matter: rows do not go on, or from what is to be solved, and what is not proved is no lemma any more."""
        self.block, equation = self.block + 1, self.equation if keeps else None
        self.previous = self.equation = None if equation is None else goes_on_in_case(self, equation)
        self.system, self.began = None, began or self.began

    def here(self) -> tuple[int, int, str]:
        """The block and the part of this place, and what began the block, or "item" within one."""
        return self.block, self.part, "item" if self.item else self.began

    def began_anew(self, made: tuple[int, int, str] | None) -> bool:
        """Whether what was defined in a block, a part and under what began that block may be defined anew here."""
        if made is None or made[0] == self.block:
            return False
        return self.part != made[1] or made[2] == "item"

    def leave(self, level: int) -> None:
        """End the parts at a level and below."""
        self.drop(at_level(self.facts, level))
        self.claims = [fact for fact in self.claims if fact.level < level]
        self.unread = [each for each in self.unread if each.level < level]
        self.scopes = [fact for fact in self.scopes if fact.level < level]
        self.adjectives = [each for each in self.adjectives if each.level < level]
        self.qualities = [each for each in self.qualities if each[1] < level]
        self.seen = {letter for fact in (*self.facts, *self.claims) for letter in fact.prop.free}

    def declare(self, props: list[Prop]) -> None:
        """Take in hypotheses that are declared for the part that begins; those for a part before it end."""
        self.facts = [fact for fact in self.facts if fact.kind != "declared" or not fact.local]
        self.facts += [Fact(prop, "declared", local=True) for prop in props]

    def tell(self, names: Iterable[str], *, everywhere: bool = False) -> None:
        """Note that words or a table say what letters are."""
        for name in names:
            self.told |= {canonical_name(each): -1 if everywhere else self.part for each in name.split(",")}

    def narrow(self, inferred: object, declared: object) -> None:
        """What was said of a number before it is said to be an integer, "a = 2k + 1 with an integer k", is said of that."""
        if isinstance(inferred, Variable) and isinstance(declared, Variable):
            self.put_in({inferred: declared})

    def put_in(self, meant: Mapping[Term, Term]) -> None:
        """Put terms in the place of letters in what holds from here on: the lines before keep what they were given."""
        for k, fact in enumerate(self.facts):
            if fact.step is None and fact.prop.free & meant.keys():
                self.facts[k] = replace(fact, prop=substitute(fact.prop, meant))

    def speaks_of(self, letter: Term, facts: Iterable[Fact], *, here: bool = False) -> bool:
        """Whether something is said of a letter: what it is, or by a fact where it lies; `here`, whether in this part."""
        part = self.told.get(canonical_name(str(getattr(letter, "name", letter))))
        told = part is not None and (part == self.part or not here)
        said = (fact.prop for fact in facts if letter in fact.prop.free and (fact.part == self.part or not here))
        return told or not all(is_parameter(letter, prop) for prop in said)

    def said_of(self, letters: Collection[object]) -> list[Fact]:
        """What relations say of letters that stand on their left, and no declaration."""
        said = [each for each in self.facts if each.kind != "declared" and isinstance(each.prop, Relation)]
        return [each for each in said if isinstance(each.prop, Relation) and each.prop.left in letters]

    def drop(self, gone: list[Fact], *, dormant: bool = False) -> None:
        """Let facts go; what is not local, what functions are like, and what is said to be `dormant` may come back to mind. What
        was claimed of their letters under what held for a while is no lemma any more: x = 3 in the first case is none later."""
        for ended in [fact.prop for fact in gone if fact.local]:
            self.claims = [each for each in self.claims if not rests_on(each, ended)]
            if self.previous is not None and rests_on(self.previous, ended):
                self.previous = None
        self.dormant += [fact for fact in gone if dormant or not fact.local or fact.at_point or comes_back(fact)]
        self.facts = remaining(self.facts, gone)

    def deny(self, fact: Fact | None) -> None:
        """Let go what a text no longer supposes."""
        self.drop([each for each in self.facts if fact is not None and each.prop == fact.prop])

    def lose(self, letter: object, line: int, latex: str) -> None:
        """Let go what a letter was set equal to, where it is set equal to what is not read."""
        gone = [each for each in self.said_of({letter}) if defines(each.prop)]
        self.drop(gone)
        if gone or (names_anything(letter) and letter not in self.seen):
            self.leave_unread(line, latex)

    def leave_unread(self, line: int, latex: str, paragraph: int = -1, *, of_one: bool = False) -> None:
        """Keep in mind that a hypothesis was not read, or that it was read of one member of a sequence."""
        self.unread.append(Unread(line, latex, paragraph, self.part, of_one, self.level))

    def add(self, fact: Fact) -> None:
        """Take a fact in; a letter that is set anew is no longer what it was."""
        prop = fact.prop
        if prop in self.identities:
            return
        fact.sought = self.equation is not None and prop in self.equation.under
        self.drop(begun_with(self.facts, fact))
        if isinstance(prop, Relation) and isinstance(prop.left, (*LETTERS, ScalarAt, VectorAt)):
            letter = prop.left
            retold = [each for each in self.facts if each.kind != "declared" and is_retold(each, fact, letter)]
            claimed = [each for each in self.claims if fact.kind == "hypothesis" and is_other_number(prop, each.prop)]
            fact.hides = hidden_by(fact, retold)
            for old in () if prop.right.free else (*retold, *claimed[-1:]):
                forget_since(self, old)
            chosen = defines(prop) and not fact.of_some  # it need not be the one that is said to exist
            self.drop([x for x in self.facts if x in retold or (chosen and is_of_some_before(x, fact, letter))])
        for told in (recurrence, members_of):  # what the members of a sequence are, said anew
            again = [each for each in self.facts if told(prop) == told(each.prop) is not None]
            self.drop([each for each in again if each.kind != "declared"])
        others = [each for each in self.facts if each.kind == fact.kind and is_of_other_members(each, fact)]
        self.drop(others, dormant=True)
        self.drop(bounded_anew(self.facts, fact))
        self.facts.append(fact)
        self.seen |= prop.free

    def for_all_indices(self, prop: Prop, start: int = 0) -> Prop:
        """A hypothesis on members of sequences holds from a `start` on: w_{t+1} = w_t - eta v_t for each t. What a letter
        without an index is, a = w_t - u, it is for the t that is spoken of."""
        if defines(prop) or is_implicit(prop) or (isinstance(prop, Minimizer) and isinstance(prop.point, LETTERS)):
            return prop
        places = running(prop)
        fixed = {letter for fact in self.facts for letter in fact.prop.free} if places else set()
        for letter, ends in sorted(places.items(), key=str):
            if letter not in fixed or recurrence(prop) is not None or brings_members(prop, letter, self.seen):
                if (ends or len(places) > 1) and not isinstance(prop, Each):
                    prop = where_it_has_a_value(prop, places, inside(places))
                prop = over_all(prop, letter, ends, start, self.facts)
        return prop

    def open_equation(self, fact: Fact) -> None:
        """Take a fact in as an equation to be solved: what was found of its letters before is another matter, but for
        equations just before it, which make a system with it; a lone letter has no value from another block."""
        for old in [each for each in self.facts if each.prop.free == fact.prop.free and is_value(each.prop)]:
            if old.brought and old.block != self.block and old in self.facts:
                forget_since(self, old)
        last = len(self.claims)
        while last and self.claims[last - 1].kind == "equation" and self.claims[last - 1].block == self.block:
            last -= 1
        others = [each for each in self.claims[:last] if not (each.prop.free & fact.prop.free and is_row(each))]
        self.claims = [*others, *self.claims[last:], fact]
        self._forget_numbered(fact.prop.free)
        self.previous = self.equation = fact
        self.seen |= fact.prop.free

    def _forget_numbered(self, letters: Collection[Term]) -> None:
        """Forget what x_1 and x_2 were, the solutions of another equation for x."""
        (letter,) = letters if len(letters) == 1 else (None,)
        if isinstance(letter, Variable):
            kept = [each for each in self.facts if each.kind != "definition" or not is_value_of(each.prop, letter)]
            self.facts = kept
            held = {other for each in self.facts for other in each.prop.free}
            self.seen = {each for each in self.seen if each in held or not is_numbered(each, letter)}
