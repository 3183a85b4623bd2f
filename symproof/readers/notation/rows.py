r"""The top level of a formula: rows, clauses, members. A member that cannot be read leaves the others alone.

Rows end at `\\`; clauses at commas, semicolons, `\quad`, words and `\implies`; members at relations. Where a member
fails, reading goes on at the next of these that stands outside of all brackets.
"""

from __future__ import annotations

import re

from symproof.readers.notation.asides import OPENED, arrows_that_lead_on, bracketed_remarks, open_statements, set_aside
from symproof.readers.notation.german import ENGLISH
from symproof.readers.notation.lists import joined, under_a_condition
from symproof.readers.notation.measured import NAMED
from symproof.readers.notation.moduli import with_modulus
from symproof.readers.notation.parser import Parser
from symproof.readers.notation.problem import Problem
from symproof.readers.notation.respelled import respell
from symproof.readers.notation.tokens import Tokens, tokenize
from symproof.readers.notation.tree import (
    Chain,
    Clause,
    Elided,
    Ellipsis,
    Formula,
    Missing,
    Name,
    Node,
    NotUnderstood,
    Row,
    Scripted,
    Sign,
)

BOUNDARIES = frozenset(
    (
        "rel",
        "conn",
        "comma",
        "period",
        "quad",
        "newline",
        "amp",
        "text",
        "tag",
        "label",
        "end",
        "finish",
        "aside",
        "quantifier",
        "logic",
    )
)
COMPARED = frozenset(("!=", "<", "<=", ">", ">="))
WORDS_OF = {"forall": "for all", "exists": "there is", "therefore": "therefore", "because": "because"}
JOINING = frozenset((
    "", "so", "thus", "hence", "therefore", "and", "or", "then", "but", "since", "because", "that is", "i.e.", "which gives",
))  # fmt: skip
"""Words before a relation that are not its left side."""
QUANTIFIED = ("for all", "there is")
LISTED = re.compile(r"\d,[-+]\d")
"""Commas of a list, `-4,-2,0,3`: so are the others of the formula."""
COMMA = "a comma between digits may separate or be part of a number; write a space or {,}"
DECIMALS = re.compile(r"\d,\d")


def parse(latex: str) -> Formula:
    r"""The formula that `latex` writes, without its dollar signs; `\begin{aligned}` and the like around it are opened.

    Text between rows, `&`, `\label`, `\tag` and spacing are taken in; macros must have been expanded before.

    >>> [type(member).__name__ for member in parse("a + b = c").clauses[0].members]
    ['Add', 'Name']
    """
    return _Rows(tokenize(latex)).read()


FARTHEST = 100
"""How many signs behind < the > may stand that closes it as a bracket."""


class _Rows:
    """What is read so far of a formula."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.parser = Parser(tokens)
        self.kinds, self.texts = tokens.kinds, tokens.texts
        respell(tokens)
        set_aside(tokens)
        open_statements(tokens)
        bracketed_remarks(tokens)
        arrows_that_lead_on(tokens)
        self.rows: list[Row] = []
        self.start_row()

    def start_row(self) -> None:
        self.clauses: list[Clause] = []
        self.tag = self.label = ""
        self.row_start = self.tokens.starts[self.parser.i]
        self.parser.amps = 0
        self.start_clause("")

    def start_clause(self, connector: str, words: str = "") -> None:
        self.members: list[Node] = []
        self.relations: list[Sign] = []
        self.connector, self.words = connector, words

    def read(self) -> Formula:
        p = self.parser
        while True:
            kind = self.kinds[p.i]
            if kind == "end":
                self.end_row()
                return Formula(0, len(self.tokens.source), tuple(self.rows))
            step = getattr(self, f"read_{STEPS.get(kind, 'member')}")
            step(kind)

    # What stands between members ----------------------------------------------------------------------

    def read_newline(self, kind: str) -> None:
        self.end_row()
        self.parser.i += 1
        self.start_row()

    def read_nothing(self, kind: str) -> None:
        self.parser.amps += kind == "amp"
        self.parser.i += 1

    def read_quad(self, kind: str) -> None:
        p = self.parser
        while self.kinds[p.i] in ("quad", "amp"):
            self.read_nothing(self.kinds[p.i])
        if not self.complete:
            return
        tag = self.numbered()
        if tag:
            self.tag = tag
        elif self.kinds[p.i] not in BOUNDARIES:
            self.end_clause("quad")

    def numbered(self) -> str:
        """The equation number that ends the row here, "" for none; steps past it."""
        i, kinds, texts = self.parser.i, self.kinds, self.texts
        i += kinds[i] == "ellipsis"  # `\quad \dots (1)`
        if kinds[i] != "open" or kinds[i + 1] not in ("number", "name", "mark") or kinds[i + 2] != "close":
            return ""
        if kinds[i + 3] not in ("end", "newline", "finish"):
            return ""
        self.parser.i = i + 3
        return texts[i + 1]

    def read_comma(self, kind: str) -> None:
        sign = self.texts[self.parser.i]
        self.parser.i += 1
        if self.members or self.relations:
            self.end_clause(sign if sign in ",;" else ",")
        elif not self.connector:
            self.connector = sign

    def read_period(self, kind: str) -> None:
        p = self.parser
        if self.kinds[p.i + 1] in ("end", "newline", "quad", "finish", "text", "amp", "tag", "label", "comma"):
            p.i += 1
            return
        p.i += 1
        if self.members:
            self.end_clause(";")

    def read_text(self, kind: str) -> None:
        p = self.parser
        words = self.texts[p.i].strip()
        words = ENGLISH.get(words.lower(), words)
        named = self.kinds[p.i + 1] in ("rel", "^", "_") and not self.members and words.lower() not in JOINING
        named |= self.kinds[p.i + 1 : p.i + 3] == ["amp", "rel"] and not self.members and bool(NAMED.fullmatch(words))
        if named or (self.relations and not self.complete):
            self.read_member(kind)
            return
        p.i += 1
        if self.members:
            self.end_clause("text", words)
        elif words:
            self.words = f"{self.words} {words}".strip()
            self.connector = self.connector or ("text" if self.clauses else "")

    def read_joint(self, kind: str) -> None:
        """A connector of logic, or a quantifier, between clauses."""
        p = self.parser
        text = self.texts[p.i]
        if kind == "quantifier" and self.relations and not self.complete:
            self.read_member(kind)
            return
        p.i += 1
        words = WORDS_OF.get(text, "")
        if self.members or self.relations:
            self.end_clause("text" if words else text, words)
        elif words:
            self.words = f"{self.words} {words}".strip()
        else:
            self.connector = text

    def read_tag(self, kind: str) -> None:
        self.tag = self.texts[self.parser.i]
        self.parser.i += 1

    def read_label(self, kind: str) -> None:
        self.label = self.texts[self.parser.i]
        self.parser.i += 1

    def read_environment(self, kind: str) -> None:
        p = self.parser
        if self.texts[p.i] in OPENED:
            p.i += 1
        elif kind == "begin":
            self.read_member(kind)
        else:
            self.add(NotUnderstood(p.starts[p.i], p.ends[p.i], "\\end", f"{self.texts[p.i]} ends and never began"))
            p.i += 1

    # Members ------------------------------------------------------------------------------------------

    @property
    def is_condition(self) -> bool:
        r"""Whether the clause compares letters that the row has just bound, `\forall x, y \in A, x \ne y: ...`: it says which."""
        if self.connector != "," or self.words or [sign.kind in COMPARED for sign in self.relations] != [True]:
            return False
        for_all, there_is = (
            [k for k, each in enumerate(self.clauses) if each.words.endswith(word)] for word in QUANTIFIED
        )
        named = [each for clause in self.clauses[for_all[0] :] for each in clause.members] if for_all else []
        bound = {each.text for each in named if isinstance(each, Name) and not there_is}
        return len(self.members) == 2 and all(isinstance(each, Name) and each.text in bound for each in self.members)

    @property
    def complete(self) -> bool:
        """Whether the last relation of the clause has its right side."""
        return len(self.members) > len(self.relations)

    def read_relation(self, kind: str) -> None:
        p = self.parser
        i = p.i
        if self.texts[i] == "<" and not self.complete and ">" in self.texts[i : i + FARTHEST]:
            self.read_member(kind)
            return
        if self.texts[i] == "colon" and (self.words.endswith(QUANTIFIED) or self.is_condition):
            p.i += 1
            self.end_clause(",")
            return
        if self.texts[i] == "colon" and self.kinds[i + 1] == "newline" and self.complete:  # `x = 3: \\\\` begins a case
            p.i += 1
            told = [sign.kind for sign in self.relations] == ["="] and isinstance(self.members[0], (Name, Scripted))
            self.words = self.words or ("If" if told else "")
            self.end_clause("quad")
            return
        if not self.complete:
            self.members.append(Missing(p.starts[i], p.starts[i]))
        self.relations.append(Sign(p.starts[i], p.ends[i], self.texts[i], self.tokens.source[p.starts[i] : p.ends[i]]))
        p.i += 1

    def read_member(self, kind: str) -> None:
        p = self.parser
        if self.complete:
            self.end_clause("quad")  # two members side by side: a column, or words between them
        start = p.i
        p.reset()
        try:
            node = with_modulus(p, p.sum())
            if self.kinds[p.i] == "close" and self.words.count("(") > self.words.count(")"):
                p.i += 1  # \text{(by 1.2 with } v = 0)
                self.words += ")"
            if self.kinds[p.i] not in BOUNDARIES:
                raise Problem(p.i, "nothing opens what is closed here" if self.kinds[p.i] in CLOSING else _rest(p))
            self.check_decimals(p.i)
        except Problem as problem:
            node = self.refused(start, problem)
        if isinstance(node, Chain) and not self.members and not self.relations:
            self.members, self.relations = list(node.members), list(node.relations)
            return
        self.add(node)

    def add(self, node: Node) -> None:
        if self.complete:
            self.end_clause("quad")
        if len(self.members) > 1 and isinstance(self.members[-1], Ellipsis):
            before, after = self.relations[-2:]
            if before.kind == after.kind:
                self.members.pop()
                text = self.tokens.source[before.start : after.end]
                self.relations[-2:] = [Elided(before.start, after.end, before.kind, text)]
        self.members.append(node)

    def check_decimals(self, end: int) -> None:
        """Refuse `3,14` outside of brackets, which may be a list, a decimal comma or a group mark."""
        p = self.parser
        if self.kinds[end] == "comma" and self.kinds[end - 1] == "number" and self.kinds[end + 1] == "number":
            if self.kinds[end + 2 : end + 4] == ["comma", "ellipsis"]:
                return  # 0,1,\dots
            around = self.tokens.source[p.ends[end] - 2 : p.ends[end] + 1]
            if DECIMALS.fullmatch(around) and not LISTED.search(self.tokens.source):
                raise Problem(end, COMMA)

    def refused(self, start: int, problem: Problem) -> NotUnderstood:
        """The member that starts at token `start`, not read; goes to where the next one may start."""
        p = self.parser
        i, depth = start, 0
        while self.kinds[i] != "end":
            kind = self.kinds[i]
            if kind in OPENING:
                depth += 1
            elif kind in CLOSING:
                depth -= 1
            elif depth <= 0 and kind in BOUNDARIES and i >= problem.place:
                break
            i += 1
        p.i = i if i > start or self.kinds[i] == "end" else i + 1
        p.reset()
        place = problem.place
        token = self.tokens.source[p.starts[place] : p.ends[place]][:40]
        return NotUnderstood(p.starts[place], max(p.ends[place], p.starts[place]), token, problem.args[0])

    # Putting together ---------------------------------------------------------------------------------

    def end_clause(self, connector: str, words: str = "") -> None:
        """Keep the clause that ends here; the next one starts with `connector`."""
        if self.members or self.relations or self.words:
            if self.relations and not self.complete:
                place = self.tokens.ends[self.parser.i - 1] if self.parser.i else 0
                self.members.append(Missing(place, place))
            start = self.members[0].start if self.members else self.row_start
            end = self.members[-1].end if self.members else start
            told = WORDS_OF["forall"] if self.is_condition else self.words
            clause = under_a_condition(
                Clause(start, end, tuple(self.members), tuple(self.relations), self.connector, told)
            )
            self.clauses.append(clause)
        self.start_clause(connector, words)

    def end_row(self) -> None:
        self.end_clause("")
        if self.clauses or self.tag:
            clauses = joined(self.clauses)
            self.rows.append(Row(self.row_start, self.tokens.starts[self.parser.i], clauses, self.tag, self.label))


OPENING = frozenset(("open", "{", "begin"))
CLOSING = frozenset(("close", "}", "finish"))
STEPS = {
    "newline": "newline", "amp": "nothing", "quad": "quad", "comma": "comma", "period": "period", "text": "text",
    "conn": "joint", "logic": "joint", "quantifier": "joint", "tag": "tag", "label": "label", "begin": "environment",
    "finish": "environment", "rel": "relation", "aside": "nothing",
}  # fmt: skip


def _rest(p: Parser) -> str:
    if p.kinds[p.i] == "unknown":
        return "an unknown command" if p.texts[p.i].startswith("\\") else "an unknown sign"
    return "this cannot stand here"
