r"""What a document and its table declare of letters: under a heading, by a map `f : X -> Y`, by the words around a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from symproof.errors import SymproofError
from symproof.readers.document.asking import set_role, text_of
from symproof.readers.document.chains import Unit, spread
from symproof.readers.document.knowledge import Knowledge
from symproof.readers.document.letters import function_declared, is_letter, phrase_after, phrase_before, phrase_of_size
from symproof.readers.document.outline import Display
from symproof.readers.document.prose import JOINS
from symproof.readers.document.step import Heard
from symproof.readers.resolve import Context
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.stated import define, suppose
from symproof.statement import And, Prop, Relation
from symproof.term import Variable

ORDER = ("<", "<=", ">", ">=", "!=")


class Declaring:
    """Takes declarations in: `explicit` are the names that somebody declared, `under` the tables for parts, by their headings."""

    def __init__(
        self,
        context: Context,
        known: Knowledge,
        explicit: set[str],
        displays: Sequence[Display],
        under: Mapping[str, Any],
    ) -> None:
        self.context, self.known, self.explicit, self.displays = context, known, explicit, displays
        self.under = {str(key).lower(): table for key, table in under.items()}
        self.phrase = ""
        """What the letters of the sentence before this one in it are declared to be."""

    def declare_under(self, display: Display) -> None:
        """Take in what is declared for the part under a heading, from that heading on."""
        for each in display.crossed:
            found = [table for key, table in self.under.items() if each.kind == "heading" and key in each.name.lower()]
            for table in found:
                given = len(self.context.given)
                self.forget(list(self.context.inferred))
                for name, phrase in table.get("names", {}).items():
                    self.context.declare(name, phrase)
                for text in table.get("define", []):
                    define(text, self.context)
                for text in table.get("given", []):
                    suppose(text, self.context)
                self.explicit |= {*self.context.names, *self.context.families}
                self.known.declare(self.context.given[given:])
                self.known.tell(table.get("names", {}))

    def forget(self, names: list[str]) -> None:
        """Let what was inferred of names go."""
        for name in names:
            self.context.names.pop(name, None)
            self.context.families.pop(name, None)
            self.context.inferred.pop(name, None)

    def maps(self, display: Display, heard: Heard) -> bool:
        """Take `f : X -> Y` for the declaration of a function."""
        found = function_declared(display.text.text, f"{display.before} {display.after}")
        if found is None:
            return False
        name, phrase = found
        if canonical_name(name) not in self.explicit:
            given = len(self.context.given)
            self.declare(name, phrase)
            for prop in self.context.given[given:]:
                self.known.add(self.known.fact(prop, "hypothesis", heard.line))
        set_role(heard, "declaration")
        heard.reading = f"{name}: {phrase}"
        return True

    def scalars(self, unit: Unit, prop: Prop) -> None:
        """Take letters that are said to be above or below a number for numbers, also where capitals stand side by side."""
        parts = prop.args if isinstance(prop, And) else (prop,)
        found = {
            each.left for each in parts if isinstance(each, Relation) and each.kind in ORDER and not each.right.free
        }
        for clause in spread(unit.clause):
            name = text_of(clause.members[0], unit.display)
            if is_letter(clause.members[0]) and canonical_name(name) not in self.known.told and len(unit.signs) == 1:
                if any(isinstance(each, Variable) and each.domain == "real" for each in found):
                    with suppress(SymproofError):  # where it lies is said by the hypothesis, which may end before it
                        self.context.declare(name, "real")

    def phrase_of(self, display: Display) -> str:
        """What the words around a letter declare it to be, also over other letters: "let $x$ and $y$ be vectors"."""
        own = display.before.rsplit("·", 1)[-1]
        phrase = phrase_before(own)
        if not phrase and "·" in display.before and JOINS.fullmatch(own):
            phrase = self.phrase
        at = display
        while not phrase:
            phrase = phrase_after(at.after)
            following = self.displays[at.number + 1 : at.number + 2]
            if following and not phrase:
                phrase = phrase_of_size(following[0].text.text, at.after, following[0].after)
            if phrase or not following or not JOINS.fullmatch(at.after) or following[0].paragraph != display.paragraph:
                break
            at = following[0]
        self.phrase = phrase
        return phrase

    def declare(self, name: str, phrase: str) -> None:
        """Declare a letter by a phrase; what it cannot mean is passed over."""
        try:
            self.context.declare(name, phrase)
        except SymproofError:
            return
        self.known.tell([name])
        self.explicit |= {*self.context.names, *self.context.families}
