r"""Indices that are taken modulo n, as words of a part say: "all indices are modulo $n$". What has such indices there is
declared: `S_{ij}` makes S a matrix over Z/n, `a_{i-j}` a sequence over Z/n, `(C x)_i` makes x a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from functools import partial

from symproof.errors import SymproofError
from symproof.readers.document.known.cyclic_names import (
    MODULUS,
    begins_part,
    cyclic_names,
    is_head,
    is_in_another_part,
    level_at,
    names_by_index,
    names_residues,
    nodes_of,
    part_of,
    section_of,
)
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.following import explains_a_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import FOR_ALL
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context, Reading, resolve_statement
from symproof.readers.resolve.actions import entries_of_action, is_by_law
from symproof.readers.resolve.circulants import is_convolution
from symproof.readers.resolve.context import MEMBER
from symproof.readers.resolve.declared import define_entries
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.terms import Terms
from symproof.statement import Prop, Relation, under_each
from symproof.substitution import substitute
from symproof.term import SINGLE, Delta, Entry, EntryLaw, Matrix, MatrixVariable, ResidueVariable, ScalarAt, Term
from symproof.term import Cyclic as CyclicRange

MODULO = re.compile(r"\b(?P<word>mod(?:ulo)?)\W*$", re.IGNORECASE)
CONDITION = re.compile(r"[\s,(]*(?:if|when|whenever|for|unless|where|provided)\b", re.IGNORECASE)
"""Words behind what is said of entries that hold for some of them."""
EVERY, LETTERS = re.compile(rf"[\s,(]*(?:{FOR_ALL}|for)\s*", re.IGNORECASE), re.compile(r"\s*[a-z](\s*,\s*[a-z])*\s*")
NARROWED = re.compile(r"[\s,(]*(?:with|such)\b", re.IGNORECASE)
"""Words behind letters by which not all are meant."""
ANOTHER = re.compile(
    r"\s*(?:now |instead )?(?:be|denote)\s+(?:any|an arbitrary|another|a general|a different)\b", re.IGNORECASE
)
"""Words behind a letter by which it is another thing than before, "let $S$ be any square matrix"."""

ACTS = re.compile(r"\bacts?\b[^.;:]*\b(?:by|as|via)\W*$", re.IGNORECASE)
"""Words before what a matrix does to any column, "the shift acts by"."""
OF_ALL = re.compile(rf"\b(?:{FOR_ALL}|any|every|arbitrary|for)\b[^.;:]*$", re.IGNORECASE)
OF_ONE = re.compile(
    r"\b(some|eigen\w*|exists?|there|particular|fixed|certain|if|when|whenever|suppose|assume)\b", re.IGNORECASE
)
"""Words before what a matrix does to a column that may be said of this column alone."""


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
        self.level = 0
        """The level of the last heading before what is declared."""
        self.by_custom: dict[str, str] = {}
        """What was inferred to be the standard basis."""

    def at(self, display: Display) -> None:
        """Take in what words before a formula say; let go what was declared for a part that ends there."""
        anew = canonical_name(display.text.text.strip()) if ANOTHER.match(display.after) else ""
        if self.declared and (is_in_another_part(display, self.level) or self._is_left_behind(display)):
            self._let_go(self.declared)
        elif anew in self.declared and anew in map(canonical, nodes_of(self.displays[: display.number])):
            self._let_go([anew])
        names = self._names_at(display)
        by_words = bool(names)
        if not names and not self.declared and begins_part(display):
            names = names_by_index(display, self.displays)
        words = sentence_before(display.before) if names else display.prose
        if (found := (MODULUS if names else MODULO).search(words)) is not None and (names or self._counts(display)):
            self.known.has_said(found["word"].lower(), ahead=False)
        if names and not self.declared:
            self.level = level_at(display, self.displays)
        for name, phrase in names.items():
            if name in self.firm or (name in self.declared and name not in self.context.inferred):
                continue
            self.context.forget(name)
            if name.endswith(MEMBER):
                self.context.take_matrix(name, phrase)
                self.by_custom[name] = self.context.inferred.pop(name, phrase)
                self.declared.append(name)
                continue
            with suppress(SymproofError):
                self.context.declare(name, phrase)
                self.context.structures = {key: what for key, what in self.context.structures.items() if key != name}
                self.declared.append(name)
                if by_words:
                    self.explicit.add(name)
                    self.known.tell([name])
        for name in names:  # x_i beside a bold x is an entry of that
            bold = self.context.names.get(rf"\mathbf{{{name}}}")
            if name in self.context.families and isinstance(bold, MatrixVariable) and bold.columns == SINGLE:
                self.context.families.pop(name)
                self.context.names[name] = bold
        given, role = display.said.role in ("hypothesis", "definition"), display.said.role
        given |= explains_a_letter(display, self.displays) or ACTS.search(sentence_before(display.before)) is not None
        laws = role in ("hypothesis", "definition", "conclusion", "")
        laws &= not CONDITION.match(display.after) or MODULUS.search(display.after) is not None or self._of_all(display)
        for clause in display.clauses if laws else ():
            self._take_star(clause)
            if self._is_law(clause) and (given or self._is_new(clause)):
                before = self.context.names.get(canonical(_matrix_of(clause.members[0])) or "")
                with suppress(SymproofError):
                    define_entries(clause, self.context)
                entries = self.context.names.get(canonical(_matrix_of(clause.members[0])) or "")
                self._put_in(before, entries)
                for word in _words_of(entries):
                    self.known.has_said(word, ahead=False)
                self._tell(clause)
                self._take_alike(canonical(_matrix_of(clause.members[0])) or "", display)
            elif (given or self._is_new(clause)) and self._takes_made(clause, display):
                continue
            elif given and self.declared and not OF_ONE.search(sentence_before(display.before)):
                self._take_action(clause, display)

    def _let_go(self, names: Collection[str]) -> None:
        for name in [each for each in names if each not in self.firm]:  # which a table declares since
            self.context.names.pop(name, None)
            self.context.families.pop(name, None)
            self.explicit.discard(name)
        self.declared = [each for each in self.declared if each not in names]

    def _is_left_behind(self, display: Display) -> bool:
        """Whether a section begins with a formula, as high as the one of what is declared, that names none of it but indices."""
        if not any(is_head(each, self.level) for each in display.crossed):
            return False
        named = {canonical(node) for node in nodes_of(section_of(display, self.displays))}
        declared = {each for each in self.declared if isinstance(self.context.names.get(each), Matrix)}
        return not named & (declared | self.context.families.keys() & set(self.declared))

    def _of_all(self, display: Display) -> bool:
        """Whether "for all i, j" stands behind a formula, and nothing else that says of which."""
        behind = self.displays[display.number + 1 :][:1] if EVERY.fullmatch(display.after) else ()
        return any(
            (LETTERS.fullmatch(each.text.text) or names_residues(each, self.context))
            and not CONDITION.match(each.after)
            and not NARROWED.match(each.after)
            for each in behind
        )

    def _tell(self, clause: t.Clause) -> None:
        told = {canonical(part) or "" for part in every_part(clause)}.intersection(self.declared)
        self.explicit.update(told)
        self.known.tell(sorted(told))

    def _take_alike(self, key: str, display: Display) -> None:
        r"""Know of a matrix that is named by another sequence, C_b after $(C_a)_{ij} = a_{i-j}$, the same law for that one, where
        no formula says another."""
        law, (base, _, label) = self.context.names.get(key), key.partition("_")
        of, told = self.context.families.get(label.strip("{}")), set[str]()
        if not isinstance(law, EntryLaw) or of is None or of not in law.free:
            return
        self.context.circulants[base] = law, of
        for each in self.displays[display.number :]:
            told |= {canonical(_matrix_of(clause.members[0])) or "" for clause in each.clauses if clause.relations}
        for name in sorted(set(self.declared) - told):
            other, letter = (
                self.context.families.get(name.removeprefix(f"{base}_").strip("{}")),
                self.context.names.get(name),
            )
            if (
                other is None
                or other.over != of.over
                or not isinstance(letter, MatrixVariable)
                or letter.shape != law.shape
            ):
                continue
            entries = EntryLaw(letter.name, *law.shape, law.row, law.column, substitute(law.body, {of: other}))
            self.context.names[name] = entries
            self._put_in(letter, entries)
            self.explicit.add(name)
            self.known.tell([name])

    def _takes_made(self, clause: t.Clause, display: Display) -> bool:
        r"""Take what a matrix is made of, `C_a = \sum_k a_k S^k`, for the law of its entries."""
        key = canonical(clause.members[0]) or ""
        letter = self.context.names.get(key)
        if clause.kinds != ["="] or key not in self.declared or not isinstance(letter, MatrixVariable):
            return False
        read = resolve_statement(clause, self.context)
        match read.term if isinstance(read, Reading) else None:
            case Relation("=", left, EntryLaw(row=row, column=column, body=body)) if left == letter:
                law = EntryLaw(letter.name, *letter.shape, row, column, body)
            case _:
                return False
        self.context.names[key] = law
        self._put_in(letter, law)
        self._tell(clause)
        self._take_alike(key, display)
        return True

    def _take_star(self, clause: t.Clause) -> None:
        r"""Know that * is no convolution where its entries are said to be others, `(a * b)_i = a_i b_i`."""
        match clause.members[0] if clause.kinds[:1] == ["="] else None:
            case t.Scripted(base=t.Fence(body=t.Product(items=(left, right), operators=("*",))), sub=t.Node() as sub):
                pass
            case _:
                return
        terms = Terms(self.context, {})
        parts = [caught(partial(terms.value, node)) for node in (clause.members[1], sub, left, right)]
        if self.context.convolving and all(isinstance(each, Term) for each in parts):
            self.context.convolving = is_convolution(*parts)

    def _take_action(self, clause: t.Clause, display: Display) -> None:
        """Take what a matrix does to any column, `(S x)_i = x_{i-1}`, for the law of its entries: delta(i - 1 - j)."""
        match clause.members[0]:
            case t.Scripted(base=t.Fence(body=t.Juxtaposed(items=(matrix, name))), sup=None, primes=0):
                key = canonical(matrix) or ""
            case _:
                return
        if key not in self.declared or self._names_before(canonical(name), display):
            return
        read = resolve_statement(clause, self.context)
        law = entries_of_action(read.term) if isinstance(read, Reading) and isinstance(read.term, Prop) else None
        before = self.context.names.get(key)
        if law is None or not isinstance(before, MatrixVariable) or law[0].name != before.name:
            return
        if any(law[1] in fact.prop.free and not is_by_law(fact.prop) for fact in self.known.facts):
            return  # of one column, of which more is said
        if any(isinstance(each.prop, Relation) and each.prop.left == law[0].row for each in self.known.facts):
            return  # of one row
        self.context.names[key] = law[0]
        for word in ("shift", "cyclic shift"):
            self.known.has_said(word, ahead=False)
        self._put_in(before, law[0])
        self._tell(clause)

    def _names_before(self, column: str | None, display: Display) -> bool:
        """Whether a formula before one in its part speaks of a column, and no words make that any one: "let $v$ satisfy ..."."""
        start = part_of(display, self.displays)[0].number
        for each in self.displays[start : display.number]:
            clauses = each.clauses
            spoken = any(canonical(part) == column for clause in clauses for part in every_part(clause))
            acts = any(
                isinstance(_matrix_of(clause.members[0]), t.Juxtaposed) for clause in clauses if clause.relations
            )
            if spoken and not acts and not OF_ALL.search(each.before):
                return True
        return False

    def _put_in(self, before: object, entries: object) -> None:
        """What was supposed of a matrix is said of its entries, told behind it: "let $A S = S A$, where $S_{ij} = ...$"."""
        if isinstance(before, MatrixVariable) and isinstance(entries, Matrix) and entries != before:
            self.known.put_in({before: entries})

    def _counts(self, display: Display) -> bool:
        """Whether a formula is the number modulo which declared indices count."""
        size = self.context.names.get(display.text.text.strip())
        return any(
            each.over.modulus == size for each in self.context.names.values() if isinstance(each, ResidueVariable)
        )

    def _names_at(self, display: Display) -> dict[str, str]:
        """What words before a formula declare, or, where nothing is declared, words before a later one of its paragraph."""
        following = [each for each in self.displays[display.number :] if each.paragraph == display.paragraph]
        for each in following if not self.declared else following[:1]:
            if names := cyclic_names(each, self.displays):
                return names
        return {}

    def _is_law(self, clause: t.Clause) -> bool:
        r"""Whether a clause says what all entries of a matrix that words or a table declared so are, by both of their indices."""
        first = clause.members[0] if clause.kinds == ["="] else None
        if not isinstance(first, t.Scripted) or first.sub is None:
            return False
        matrix = _matrix_of(first)
        key = None if isinstance(matrix, t.Scripted) and matrix.sup is not None else canonical(matrix)
        indices = {canonical(part) for part in every_part(first.sub)} - {None}
        right = {canonical(part) for part in every_part(clause.members[1])}
        letter = self.context.names.get(key or "")
        known = isinstance(letter, MatrixVariable) and (key in self.declared or isinstance(letter.rows, CyclicRange))
        return known and len(indices) == 2 and indices <= right and key not in right

    def _is_new(self, clause: t.Clause) -> bool:
        """Whether nothing is said yet of the matrix of a law but that some entries are numbers, S_ij = 1 "if i = j + 1"."""
        key = canonical(_matrix_of(clause.members[0])) if clause.members else None
        letter = self.context.names.get(key or "")
        about = [under_each(each.prop) for each in (*self.known.facts, *self.known.claims) if letter in each.prop.free]
        return all(
            isinstance(each, Relation) and isinstance(each.left, Entry) and not each.right.free for each in about
        )


def is_of_size(letter: object, phrase: str) -> bool:
    """Whether a matrix with indices modulo n is said to be an n x n matrix: so it is."""
    if not isinstance(letter, MatrixVariable) or not isinstance(letter.rows, CyclicRange):
        return False
    return phrase == f"matrix {letter.rows.modulus} x {letter.rows.modulus}"


def _words_of(entries: object) -> tuple[str, ...]:
    """The words for a matrix that its law says: each entry depends on the difference of its indices alone, or is 1 where this
    is one residue."""
    match entries:
        case EntryLaw(row=ResidueVariable() as row, column=ResidueVariable() as column, body=ScalarAt(index=index)):
            return ("circulant",) if index in (row - column, column - row) else ()
        case EntryLaw(body=Delta()):
            return ("permutation", "shift", "cyclic shift")
    return ()


def _matrix_of(node: t.Node) -> t.Node:
    """What stands before the indices of an entry, without brackets."""
    base = node.base if isinstance(node, t.Scripted) else node
    return base.body if isinstance(base, t.Fence) and base.body is not None else base
