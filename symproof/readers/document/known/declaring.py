r"""What a document and its table declare of letters: under a heading, by a map `f : X -> Y`, by the words around a letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from symproof.errors import SymproofError
from symproof.properties import differentiable
from symproof.readers.document.known.cyclic import Cyclic, is_of_size
from symproof.readers.document.known.cyclic_names import MODULUS
from symproof.readers.document.known.domains import given_by_map
from symproof.readers.document.known.families import declare_families, perpendicular
from symproof.readers.document.known.introducing import (
    DIVIDED,
    introduce_function,
    introduce_integers,
    introduce_real,
    is_called,
)
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.ones import declare_ones
from symproof.readers.document.known.spoken import INFERS
from symproof.readers.document.known.ties import NAMES
from symproof.readers.document.known.untold import as_listed
from symproof.readers.document.lines.asking import ask, set_role, text_of
from symproof.readers.document.lines.chains import spread
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.adjectives import EQUATIONAL
from symproof.readers.document.words.denied import drops_all, withdrawn
from symproof.readers.document.words.letters import (
    CALLED_MATRICES,
    LIKE_MATRICES,
    are_letters,
    called_at_numbers,
    function_declared,
    is_letter,
    maps_of,
    phrase_after,
    phrase_before,
    phrase_of_size,
)
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.progressions import progression
from symproof.readers.document.words.properties import Said, said_of
from symproof.readers.document.words.prose import BRIEF, JOINS, SUPPOSING
from symproof.readers.document.words.qualities import brings_in, eigenvector_in, names_of, said_behind, supposed_of
from symproof.readers.document.words.signs import NO_MORE, listed_in, places_of, signs_of, words_behind
from symproof.readers.document.words.supposing import FIRM
from symproof.readers.notation import parse, tree
from symproof.readers.phrases import read_phrase
from symproof.readers.resolve import Context, Macro, prop_of, resolve_statement
from symproof.readers.resolve.context import listed_names
from symproof.readers.resolve.declared import define, suppose
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Exists, Prop, Relation, parts_of
from symproof.substitution import substitute
from symproof.term import SINGLE, Function, MatrixVariable, Term, Variable, is_integer_letter

AND = re.compile(r"(?:\s*·(?:\s*(?:,|,? ?and))?)+\s*$")
"""What stands between a letter and those before it of which the same words speak."""
ANY_MATRICES = re.compile(
    r"\b(?:for|let|if|given|suppose)\s+(?:(?:any|all|every|two|square|real|symmetric|an?|n\s*×\s*n)\s+)*matri(?:x|ces)\W*(?:·|and|,|\s)*$",
    re.IGNORECASE,
)
"""Words before letters that stand for matrices of any entries."""
LETTER = re.compile(r"(?:\\[A-Za-z]+|[A-Za-z])(?:_\{?\w\}?)?")
IS = re.compile(r"\s*(?:is|are)\b")


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
        self.witnesses: dict[int, frozenset[Term]] = {}  # of a formula: the letters for some value of which it is said
        self.phrase = ""
        """What the letters of the sentence before this one in it are declared to be."""
        self.said: set[str] = set()
        """The names that only words of the text declare."""
        self.firm = set(explicit)
        """The names that the author declares beside the text; words say no less of them."""
        self.cyclic = Cyclic(context, known, explicit, displays, self.firm)

    def declare_under(self, display: Display) -> None:
        """Take in what is declared for the part under a heading, from that heading on; let go what words take back."""
        for word, where in withdrawn(display.prose):
            named = {"before": display.number - 1, "after": display.number}.get(where, -1)
            of = {*NAMES.findall(self.displays[named].text.text)} if named >= 0 else set()
            for gone in [fact for fact in self.known.facts if fact.word == word or is_called(fact.prop, word)]:
                if not of or of & {*NAMES.findall(str(gone.prop))}:
                    self._end(gone)
        if drops_all(display.prose):
            for gone in [fact for fact in self.known.facts if fact.kind == "hypothesis"]:
                self._end(gone)
        self.cyclic.at(display)
        for each in display.crossed:
            found = [table for key, table in self.under.items() if each.kind == "heading" and key in each.name.lower()]
            for table in found:
                given = len(self.context.given)
                self.forget(list(self.context.inferred))
                for listed, phrase in table.get("names", {}).items():
                    self.context.declare(listed, phrase)
                    self.firm |= {*map(canonical_name, listed_names(listed))}
                for text in table.get("define", []):
                    define(text, self.context)
                for text in table.get("given", []):
                    suppose(text, self.context)
                self.explicit |= {*self.context.names, *self.context.families}
                self.known.declare(self.context.given[given:])
                self.known.tell(table.get("names", {}))

    def progressions(self, display: Display, line: int) -> None:
        """Take in what the members of an arithmetic or a geometric sequence are, from the words that call it so on."""
        found = progression(display, self.displays)
        if found is None or found[0] in self.explicit:
            return
        name, formula = found
        self.forget([key for key in self.context.inferred if key.startswith(f"{name}_")])
        self.context.declare(name, "sequence of reals")
        given = len(self.context.given)
        with suppress(SymproofError):
            suppose(formula, self.context)
            self.explicit.add(name)
        self.known.facts += [self.known.fact(prop, "hypothesis", line) for prop in self.context.given[given:]]
        del self.context.given[given:]

    def forget(self, names: list[str]) -> None:
        """Let what was inferred of names go."""
        for name in names:
            self.context.forget(name)

    def maps(self, display: Display, heard: Heard) -> bool:
        """Take `f : X -> Y` for the declaration of a function, or of several, `f, g : X -> Y`."""
        if declare_ones(display, self.displays, self.context, self.known, heard):
            return True
        found = maps_of(display.text.text)
        for each in found:
            name, phrase = function_declared(each) or ("", "")
            if phrase and canonical_name(name) not in self.explicit:
                self.declare(name, phrase)
            given_by_map(each, canonical_name(name), self.context)
            set_role(heard, "declaration")
            heard.reading = heard.reading or (f"{name}: {phrase or 'function'}" if name else each)
        return bool(found)

    def name_functions(self, section: Sequence[Display], part: Sequence[Display]) -> None:
        """Know as functions, before the letters of a section are surveyed, those of which its prose says that they are convex,
        smooth, ...; of vectors, unless the part calls them at numbers."""
        texts = [display.text.text for display in part]
        for display in section:
            mapped = dict(filter(None, map(function_declared, maps_of(display.text.text))))
            for name in dict.fromkeys([*(said.name for said in self._said(display)), *mapped]):
                key = canonical_name(name)
                if key not in self.explicit and not isinstance(self.context.names.get(key), (Function, Macro)):
                    on = "function of a real" if called_at_numbers(name, texts) else "function of a vector"
                    self.context.declare(name, mapped.get(name, "") or on)
                    self.said.add(key)

    def supposed(self, section: Sequence[Display]) -> set[str]:
        """The functions of which a section supposes something, "let f be convex", "if f is differentiable", and what it calls
        matrices anew, "for square matrices A and B"."""
        supposed = set()
        for display in section:
            own = next((each for each in reversed(display.before.split("·")) if not JOINS.fullmatch(each)), "")
            if SUPPOSING.search(own):
                supposed |= {canonical_name(said.name) for said in self._said(display)}
            if is_name(display) and ANY_MATRICES.search(display.before):
                supposed.add(canonical_name(display.text.text))
        return supposed

    def vouch(self, display: Display, names: Sequence[str]) -> None:
        """Take letters that words call matrices for declared, though their size is known by uses."""
        own = AND.sub("", display.before).rsplit("·", 1)[-1]
        if CALLED_MATRICES[0].search(own) or CALLED_MATRICES[1].match(display.after):
            for key in (canonical_name(each.strip()) for name in names for each in name.split(",")):
                if isinstance(self.context.names.get(key), MatrixVariable):
                    self.context.inferred.pop(key, None)
                    self.explicit.add(key)

    def symmetric(self, prop: Prop, *, lasting: bool) -> list[Prop]:
        """That the matrices of a hypothesis such as `A \\succeq 0` are symmetric, as the order is one of symmetric matrices.
        One that holds for a sentence, "when $H \\succ 0$", declares none: it ends, and they may be symmetric still."""
        letters = [each for each in prop.free if isinstance(each, MatrixVariable) and each.columns != SINGLE]
        for letter in letters if lasting else ():
            self.context.inferred.pop(letter.name, None)
            self.explicit.add(letter.name)
        return [Relation("=", letter.T, letter) for letter in sorted(letters, key=str) if letter.rows == letter.columns]

    def _said(self, display: Display) -> list[Said]:
        return said_of(display, self.displays, (function_declared(display.text.text) or ("",))[0])

    def properties(self, display: Display, heard: Heard) -> None:
        """Take what the words around the name of a function say of it for hypotheses."""
        for said in self._said(display):
            function = self.context.names.get(canonical_name(said.name))
            if not isinstance(function, Function):
                continue
            introduce_function(self.known, display, function)
            read = [
                prop
                for (kind, constant), word in zip(said.kinds, said.words, strict=True)
                for prop in self._property(function, kind, constant, word, ahead=said.behind)
            ]
            if function.on == "vector" and self._has_gradient(said.name, display):
                read.append(differentiable(function))  # where a gradient is written it is meant to be there
            for prop in dict.fromkeys(read):
                fact = self.known.fact(prop, "hypothesis", heard.line)
                fact.local = fact.brief = bool(BRIEF.search(display.said.phrase))
                self.known.add(fact)
            if read:
                self.known.tell([said.name])
                self.explicit.add(canonical_name(said.name))
                set_role(heard, "declaration")
                heard.reading = " and ".join(map(str, dict.fromkeys(read)))

    def signs(self, display: Display) -> list[Prop]:
        """What words suppose of the signs of letters, as hypotheses."""
        return self.read(signs_of(display, self.displays))

    def behind(self, display: Display, line: int) -> list[Prop]:
        """What words suppose of letters behind a formula that holds under that condition, as hypotheses."""
        words, said = said_behind(display, self.displays)
        props = [prop for _, texts, _ in said for prop in self.read(texts)]
        told = display.number and eigenvector_in(self.displays[display.number - 1], self.displays)
        if not props and not told and EQUATIONAL.search(words) and not MODULUS.search(words):
            self.known.leave_unread(line, display.text.text, display.paragraph)
        return [*self.signs(display), *props]

    def read(self, texts: Sequence[str]) -> list[Prop]:
        """What formulas state; those that are not read are left out."""
        clauses = [clause for text in texts for clause in parse(text).clauses]
        read = [ask(resolve_statement, clause, self.context) for clause in clauses]
        return [prop for each in read if (prop := prop_of(each)) is not None]

    def qualities(self, display: Display, heard: Heard) -> None:
        """Take what adjectives say of letters for hypotheses."""
        signs = () if self.phrase_of(display) and not listed_in(display) else self.signs(display)
        for prop in (*signs, *self.read(places_of(display, self.displays))):
            self.suppose(prop, display, heard)
        for word, texts, behind in supposed_of(display, self.displays):
            self._quality(display, heard, texts, word, behind=behind)
        declare_families(self, display, heard)

    def _quality(self, display: Display, heard: Heard, texts: Sequence[str], word: str, *, behind: bool) -> None:
        clauses = [clause for text in texts for clause in parse(text).clauses]
        introduce_integers(self, clauses if word.lower() in DIVIDED else ())
        read = [ask(resolve_statement, clause, self.context) for clause in clauses]
        props = [prop for each in read if (prop := prop_of(each)) is not None]
        if (pairs := perpendicular(word, props, texts)) is not None:
            return self._quality(display, heard, pairs, word, behind=behind) if pairs else None
        letters = {letter for prop in props for letter in prop.free if isinstance(letter, MatrixVariable)}
        of_columns = word.rstrip("s") in ("unit vector", "eigenvector") or any(r"\langle" in each for each in texts)
        if len(props) < len(clauses) or (not of_columns and any(letter.columns == SINGLE for letter in letters)):
            return  # orthogonal columns are something else
        divided = [letter for prop in props if isinstance(prop, Exists) for letter in prop.free]
        if not all(is_integer_letter(letter) for letter in divided):
            return  # an even function is something else
        remainders = {prop.free for prop in props if isinstance(prop, Exists)}  # "if n is odd" after "if n is even"
        ended = [each for each in self.known.facts if any(_is_remainder(each, of) for of in remainders)]
        self.known.drop(ended)  # with the letter of "if n is even, then n = 2k", which may be another number then
        held = {letter for each in (*self.known.facts, *self.known.claims) for letter in each.prop.free}
        self.known.seen -= {letter for each in ended for letter in each.prop.free} - held
        for prop in props:
            self.suppose(prop, display, heard, word)
        if (found := EQUATIONAL.search(word)) is not None:
            self.known.has_said(found[0].lower(), ahead=behind)

    def suppose(self, prop: Prop, display: Display, heard: Heard, word: str = "") -> None:
        """Take what words say for a hypothesis, for as long as they say it."""
        fact = replace(self.known.fact(prop, "hypothesis", heard.line), word=word)
        fact.local = fact.brief = not (
            FIRM.search(display.before.rpartition(".")[2]) or brings_in(display, self.displays)
        )
        self.known.add(fact)

    def _property(self, function: Function, kind: str, constant: str, word: str, *, ahead: bool) -> list[Prop]:
        """What a word says of a function; nothing where it is not read."""
        key = canonical_name(constant)
        told = key in self.explicit and key not in self.context.inferred
        if constant and not told and LETTER.fullmatch(constant):
            self.declare(constant, "positive")
        try:
            _, props = read_phrase(
                function.name, f"{f'{constant}-' * bool(constant)}{kind} function of a {function.on}", self.context.size
            )
        except SymproofError:
            return []
        self.known.has_read(word, ahead=ahead)
        return [*props, *([differentiable(function)] if kind == "smooth" else [])]

    def _has_gradient(self, name: str, display: Display) -> bool:
        part = [each.text.text for each in self.displays if each.part == display.part]
        letter = r"(?:_\s*(?:\{[^{}]*\}|\\[a-z]+|[A-Za-z])\s*)?"  # in which it is taken
        return any(re.search(rf"\\nabla\s*{letter}{re.escape(name)}(?![A-Za-z])", text) for text in part)

    def _end(self, gone: Fact) -> None:
        gone.local = True  # what was claimed under it goes too
        self.known.drop([gone])

    def numbers(self, unit: Unit) -> None:
        """Take the letter of "let $n > 0$ be a real number" for what the words say that it is."""
        introduce_real(self, unit)
        phrase = phrase_after(unit.display.after) if is_letter(unit.members[0].node) and unit.is_relation else ""
        if phrase.split(" ")[0] in ("real", "rational", "integer", "natural"):
            self.declare(text_of(unit.members[0].node, unit.display), phrase)

    def scalars(self, unit: Unit, prop: Prop) -> None:
        """Take letters that are said to be above or below a number for numbers, also where capitals stand side by side."""
        parts = parts_of(prop)
        found = {each.left for each in parts if isinstance(each, Relation) and each.kind != "=" and not each.right.free}
        for clause in spread(unit.clause):
            name = text_of(clause.members[0], unit.display)
            if is_letter(clause.members[0]) and canonical_name(name) not in self.known.told and len(unit.signs) == 1:
                if any(isinstance(each, Variable) and each.domain == "real" for each in found):
                    known = self.context.names.get(canonical_name(name))
                    whole = phrase_before(unit.display.before.rpartition("·")[2]).startswith(("integer", "natural"))
                    with suppress(SymproofError):  # where it lies is said by the hypothesis, which may end before it
                        self.context.declare(name, "integer" if whole else "real")
                        self.said |= {canonical_name(name)} - self.firm
                        self._narrow(known, self.context.names.get(canonical_name(name)))

    def phrase_of(self, display: Display) -> str:
        """What the words around a letter declare it to be, also over other letters: "let $x$ and $y$ be vectors"."""
        phrase = phrase_before(own := display.before.rsplit("·", 1)[-1])
        over = JOINS.fullmatch(own) and names_of(self.displays[display.number - 1])
        if not phrase and "·" in display.before and over:
            phrase = self.phrase
        at = display
        while not phrase:
            following = self.displays[at.number + 1 : at.number + 2]
            if following:  # "be invertible $2 \times 2$ matrices" says more than "be invertible"
                matrix = isinstance(self.context.names.get(canonical_name(display.text.text.strip())), MatrixVariable)
                phrase = phrase_of_size(following[0].text.text, at.after, following[0].after, known=matrix)
            if not phrase and not (IS.match(at.after) and INFERS.search(own)):  # "hence n is prime" is claimed
                phrase = phrase_after(words_behind(at, self.displays)) or self._square(display, at.after)
            if phrase or not following or not JOINS.fullmatch(at.after) or following[0].paragraph != display.paragraph:
                break
            if not all(are_letters(each.members) for each in following[0].clauses):
                break  # "for all $w$, $A(w)$ is a matrix"
            at = following[0]
        self.phrase = phrase
        return phrase

    def _square(self, display: Display, after: str) -> str:
        """What "let A and B be invertible" declares a capital letter to be, which is no function."""
        name = display.text.text.strip()
        of_maps = re.search(r"\b(functions?|maps?|mapping)\b", display.before)
        known = self.context.names.get(canonical_name(name)) if re.fullmatch("[A-Z]", name) else None
        taken = known is not None and canonical_name(name) not in self.context.inferred
        named = re.fullmatch("[A-W]", name) and LIKE_MATRICES.match(after)  # X, Y and Z may be random
        if not named or of_maps or taken or isinstance(known, (Function, Macro)):
            return ""
        square = isinstance(known, MatrixVariable) and known.rows == known.columns  # of the size that its uses say
        return self.context.inferred[canonical_name(name)] if square else "matrix n"

    def members(self, listed: tree.Node, phrase: str, display: Display) -> bool:
        r"""Whether `z_1, \dots, z_T` is listed, a sequence; its members are what a phrase says, if their uses say nothing."""
        endless = isinstance(listed, tree.Sequence) and any(isinstance(each, tree.Ellipsis) for each in listed.items)
        first = listed.items[0] if endless and isinstance(listed, tree.Sequence) else None
        if not isinstance(first, tree.Scripted) or not is_letter(first.base) or not isinstance(first.sub, tree.Number):
            return False
        name = text_of(first.base, display)
        if phrase == "vector" or (family := self.context.families.get(canonical_name(name))) is None:
            self.declare(name, f"sequence of {phrase} from {first.sub.text}")
        elif isinstance(family.item, Variable) and NO_MORE.match(display.after):
            self.explicit.add(as_listed(family.name))
            self.known.tell([name])
        return True

    def declare(self, name: str, phrase: str) -> None:
        """Declare a letter by a phrase; what it cannot mean is passed over, and a vector beside matrices stays a column."""
        known = self.context.names.get(canonical_name(name))
        said = canonical_name(name) in self.cyclic.declared
        said |= (phrase == "matrix n" and canonical_name(name) in self.firm) or is_of_size(known, phrase)
        said |= isinstance(known, Function) and phrase.startswith("function of")
        said |= isinstance(known, (Variable, Function, Macro)) and phrase == "constant"
        try:
            if phrase == "vector" and isinstance(known, MatrixVariable):
                self.context.inferred.pop(canonical_name(name), None)
            elif not said:
                inferred = canonical_name(name) in self.context.inferred
                self.context.declare(name, phrase)
                if inferred:
                    self._narrow(known, self.context.names.get(canonical_name(name)))
        except SymproofError:
            if phrase == "matrix n" and (sizes := [size for size in "mdN" if size not in self.context.names]):
                self.declare(name, f"matrix {sizes[0]}")  # where n is no size
            return
        self.known.tell([name])
        self.said |= {canonical_name(name)} - self.firm
        self.explicit |= {*self.context.names, *self.context.families}

    def _narrow(self, inferred: object, declared: object) -> None:
        """Say of a number of which it is said which it is, what was said of it before, also by definitions of functions."""
        self.known.narrow(inferred, declared)
        if isinstance(inferred, Variable) and isinstance(declared, Variable):
            for name, made in self.context.names.items():
                if isinstance(made, Macro) and inferred in {*made.parameters, *made.body.free}:
                    letters = tuple(declared if each == inferred else each for each in made.parameters)
                    table: dict[Term, Term] = {inferred: declared}
                    domain = None if made.domain is None else substitute(made.domain, table)
                    body = substitute(made.body, table)
                    self.context.names[name] = replace(made, parameters=letters, body=body, domain=domain)


def _is_remainder(fact: Fact, letters: frozenset[Term]) -> bool:
    """Whether a hypothesis says what letters leave when divided, or names the number of which it says that there is one: the
    n = 2k of "if n is even, then n = 2k" ends with it."""
    said = isinstance(fact.prop, Exists) and fact.prop.free == letters
    named = fact.word.lower() in DIVIDED and not isinstance(fact.prop, Exists) and letters <= fact.prop.free
    return fact.kind == "hypothesis" and (said or named)
