"""Functions that the text gives piece by piece, in braces or in words: each piece under its condition."""

from __future__ import annotations

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.by_cases import OTHERWISE
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.notation.tree import Table
from symproof.readers.resolve import Context, Reading, resolve_statement
from symproof.readers.resolve.domains import in_pieces, pieces_of
from symproof.statement import Each, Not, Or, Prop, Relation, all_of, any_of
from symproof.term import Apply, Function, Scalar, Variable

MOST_BETWEEN = 2
"""How many formulas behind a piece its conditions stand."""


class Piecewise:
    """Takes in the pieces of functions, as hypotheses on all values of their letters."""

    def __init__(self, context: Context, known: Knowledge) -> None:
        self.context, self.known = context, known
        self.places: dict[Prop, int] = {}  # the conditions of pieces, and behind which formulas

    def table(self, unit: Unit, line: int) -> bool:
        """Whether `f(x) = ...` gives a function in braces, of which no term was given."""
        if len(unit.members) != 2 or not isinstance(unit.members[1].node, Table):
            return False
        stated = ask(resolve_statement, unit.clause, self.context)
        letters = [each for each in getattr(stated, "term", Or(())).free if isinstance(each, Variable)]
        if not isinstance(stated, Reading) or not isinstance(stated.term, Prop) or len(letters) != 1:
            return False
        made = Each(letters[0], stated.term)
        if pieces_of(made) is None:
            return False
        self.known.add(self.known.fact(made, "definition", line))
        return True

    def piece(self, unit: Unit, conditions: tuple[Prop, ...], line: int) -> None:
        """Take in one piece, `f(x) = x^2`, under the conditions beside it, or where those of the others do not hold."""
        stated = ask(resolve_statement, unit.clause, self.context)
        match stated.term if isinstance(stated, Reading) else None:
            case Relation("=", Apply(function, arg), Scalar() as value):
                pass
            case _:
                return
        before = self._given(function)
        pieces = () if before is None else (pieces_of(before.prop) or (function, arg, ()))[2]
        letter = before.prop.symbol if before is not None and isinstance(before.prop, Each) else arg
        said = [each for each in conditions if each.free == {arg}]
        if not isinstance(letter, Variable) or not value.free <= {letter}:
            return
        if not arg.free and letter is not arg:
            where: Prop = Relation("=", letter, arg)
        elif arg != letter:
            return
        elif said:
            where = all_of(said)
        elif pieces and OTHERWISE.search(SENTENCE.split(unit.display.after)[0]):
            others = tuple(each for each, _ in pieces)
            where = Not(any_of(others))
        else:
            return
        if before is not None:
            self.known.drop([before])
        self.places |= dict.fromkeys(said, unit.display.number)
        made = in_pieces(function, letter, (*pieces, (where, value)))
        self.known.add(self.known.fact(made, "definition", line))

    def is_place(self, fact: Fact | None, unit: Unit) -> bool:
        """Whether a formula is the condition of the piece before it, which holds for nothing else."""
        at = None if fact is None else self.places.get(fact.prop)
        return at is not None and 0 < unit.display.number - at <= MOST_BETWEEN

    def gives(self, name: str) -> bool:
        """Whether the text has given a function of some name in pieces."""
        function = self.context.names.get(name)
        return isinstance(function, Function) and self._given(function) is not None

    def _given(self, function: Function) -> Fact | None:
        """The fact that gives a function in pieces."""
        for fact in reversed(self.known.facts):
            found = pieces_of(fact.prop) if function in fact.prop.free else None
            if found is not None:
                return fact
        return None
