"""Where one of several cases ends, "Case 2" after "Case 1": with it ends what was supposed and found in it; and where a proof
begins, in which holds what its statement supposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from symproof.readers.document.known.lasting import for_good, is_value
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge

NUMBERED = re.compile(
    r"(?:^|[.;!?:·\n])(?:\s|[*_({\[]|\\(?:text(?:bf|it)|emph)\b)*(?P<nested>sub-?)?case\W{1,3}"
    r"(?:(?P<digits>\d+)|(?P<roman>[ivx]+)(?=\W*[).:])|(?P<letters>[a-z])(?=\W*[).:]))(?![\w]|\.\d)",
    re.IGNORECASE,
)
"""How a case begins that has a number or a letter."""
PROOF = re.compile(r"(?:^|\n)(?:[\s*_{(]|\\(?:textbf|textit|emph|noindent)\b)*proof\b(?!\w)", re.IGNORECASE)
"""How a paragraph begins that is a proof."""


@dataclass(frozen=True)
class Begun:
    """A case: how it is numbered, in which part it stands, and what was known and claimed before it."""

    kind: str
    part: int
    before: frozenset[Fact]


@dataclass
class Cases:
    """The cases that are open, the outer ones first."""

    begun: list[Begun] = field(default_factory=list)

    def cross(self, display: Display, known: Knowledge) -> None:
        """End what was supposed and claimed in a case, where another one begins before a formula, and in a proof that is over."""
        if any(each.name == "end proof" for each in display.crossed):
            known.drop([each for each in known.facts if each.proving])
        if PROOF.search(display.prose) or any(each.name == "proof" for each in display.crossed):
            _hold(known)
        for kind in _kinds(display):
            same = next((k for k, each in enumerate(self.begun) if (each.kind, each.part) == (kind, known.part)), None)
            if same is not None:
                before = self.begun[same].before
                known.drop(for_good([each for each in known.facts if each not in before and _is_of_a_case(each)]))
                known.claims = [each for each in known.claims if each in before or each.kind == "equation"]
                del self.begun[same:]
            self.begun.append(Begun(kind, known.part, frozenset((*known.facts, *known.claims))))


def _hold(known: Knowledge) -> None:
    """Let what a statement supposes for a while hold in its proof."""
    for fact in known.facts:
        of_statement = fact.part == known.part and fact.kind == "hypothesis" and fact.local
        if of_statement and not (fact.aside or fact.chosen or is_value(fact.prop)):
            fact.proving, fact.brief, fact.verbal = True, False, False


def goes_on_in_case(known: Knowledge, equation: Fact) -> Fact:
    """What is to be solved in a case, in its block: with an equation those that make a system with it."""
    of_block = {each: replace(each, block=known.block) for each in known.claims if each.block == equation.block}
    system = {each: new for each, new in of_block.items() if each.kind == "equation"}
    known.claims = [system.get(each, each) for each in known.claims]
    return system.get(equation, equation)


def _kinds(display: Display) -> Iterator[str]:
    """How the cases are numbered that begin in the words before a formula."""
    names = "".join(f"\n{each.name} " for each in display.crossed if each.kind == "heading")
    for found in NUMBERED.finditer(names + display.prose if names not in display.prose else display.prose):
        yield f"{found['nested'] or ''}{found.lastgroup}".lower()


def _is_of_a_case(fact: Fact) -> bool:
    return fact.kind != "declared" and (fact.local or bool(fact.case) or bool(fact.brought))
