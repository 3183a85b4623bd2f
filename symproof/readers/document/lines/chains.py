r"""Chains across rows and displays: the clauses of a document put together as their author meant them to be read.

A row that begins with a relation goes on from the row before (`&= b`); one that ends with a relation is gone on with by
the next (`a =`). A display that begins with a relation goes on from the display before it. Clauses that are joined by
"or" are one statement. What comes out is a list of `Unit`s: a chain of members, or one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Series
from dataclasses import dataclass, field, replace
from itertools import pairwise

from symproof.readers.document.lines.division import divided
from symproof.readers.document.lines.measured import in_its_measure, in_the_measure_behind, is_of_one, said_again
from symproof.readers.document.lines.objective import objective
from symproof.readers.document.lines.unit import (
    IMPLICATIONS,
    Member,
    Unit,
    more_values,
    without_ellipses,
    without_names_of_sides,
)
from symproof.readers.document.words.conditions import poses_a_problem
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import announced
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.notation import Clause, NotUnderstood
from symproof.readers.notation.rows import COMMA, JOINING
from symproof.readers.notation.tree import (
    Chain,
    Ellipsis,
    Fence,
    Missing,
    Node,
    Number,
    Quotient,
    Sequence,
    Sign,
    Table,
)

REST = re.compile(
    r"(?![^\w]*\n?(?-i:The)\b)[^\w.]*((with |and )?(a |the |its )?(remainder|rem\.|rest)\b|r\.?\s?\d)", re.IGNORECASE
)
"""Words after the quotient of a division that is not exact."""
REMARK = re.compile(r"\b(where|since|because|as|for|with|when|if|at|by|using|from)\b", re.IGNORECASE)
LEADS_ON = re.compile(
    r"\b(is|are|was|equals?|becomes?|gives?|get|have|so|then|thus|hence|therefore|and|to)\W*$|^\W*$", re.IGNORECASE
)
"""How the words end after which a relation goes on from the sentence before."""
NUMBERS = re.compile(
    r"\b(numbers?|reals|integers|naturals|constants?|values?)\W*$|"
    r"[,;]\s*(in |the )?(total|sum|product|difference|quotient|average|mean|determinant|trace|slope|area|volume)\W*$",
    re.IGNORECASE,
)
"""Words for what a relation behind them speaks of, and not the formula before: "numbers $> 0$", "total $= 7$"."""
AMOUNTS = re.compile(r"\b(?:in (?:total|all)|altogether|overall|per [a-z]+|on average)\W*$", re.IGNORECASE)
"""Words for how much of something there is, which is another amount than the one before: "twice as much in total, $= 8$"."""
USED = re.compile(r"\b(?:using|by|with|from|since|because|as)\b[^.;:]*$", re.IGNORECASE)
GETS = re.compile(
    r"\s*,?\s*(?:we|one|this|it)\s+(?:then\s+)?(?:gets?|have|has|obtains?|gives?|finds?|becomes?|sees?)\b[\s,:]*$",
    re.IGNORECASE,
)
"""The words around a formula that is only used: "using $a = b$ we get"."""
TAKEN = re.compile(
    r"\b(?:(?:factor|pull|tak|mov|divid)(?:e|ing|ed)?\s+out|(?:divid|multipl)\w+\s+(?:[a-z]+\s+){0,3}by|(?:add|subtract|cancel)\w*)"
    r"(?:\s+(?:the|a))?(?:\s+common)?(?:\s+(?:factor|term)s?)?(?:\s+of)?[\s:]*$",
    re.IGNORECASE,
)
"""How the words end before a term with which something is done to the one before: "factor out $x$"."""
ASIDE = re.compile(r"\([^()]*\)")
BE = re.compile(r"\b(be|is|are)\b", re.IGNORECASE)
LISTED = re.compile(r"\b(and|or|by|from|with|to|than|times|plus|minus)\W*$", re.IGNORECASE)
"""How the words before a term end that is the last of several: "the sum of $a$ and $b$"."""


def units(displays: list[Display]) -> Iterator[list[Unit]]:
    """The units of each display, in order; a display that goes on from the one before takes its last member along."""
    before = _Before()
    trailing: Unit | None = None
    """A unit that ends with a relation: its last member is the first of the next display."""
    for display in displays:
        found = _forwards([without_ellipses(unit) for unit in _of_display(display, before.member(display))])
        before.say_again(display, found)
        if trailing and found and display.formula.display and not display.prose.strip():
            if found[0].continued:  # `a =` and then `= b`
                trailing.members.pop()
                trailing.signs.pop()
            else:
                trailing.members[-1] = found[0].members[0]
        ends = bool(found) and bool(found[-1].signs) and isinstance(found[-1].members[-1].node, Missing)
        trailing = found[-1] if ends else None
        yield found
        before.add(display, found[-1] if found else None, -2 if ends else -1)


@dataclass
class _Before:
    """What stands before a formula: the last member that a formula which begins with a relation may go on from."""

    last: Member | None = None
    main: Member | None = None
    """That of the last formula which is no remark on the one before it, such as "where $x = 2$"."""
    brackets: int = 0
    """How many brackets of the words are open: what stands in them is a remark."""
    columns: dict[int, Member] = field(default_factory=dict)
    """In a table: the last member of each column."""

    def member(self, display: Display) -> Member | None:
        """What a formula goes on from: the one before it, in its row or column of a table; but across words or to a display,
        no remark."""
        column = _column(display)
        if column and any(each.kind == "item" for each in display.crossed):
            return None if re.search(r"\w", display.prose.rpartition("\n")[2]) else self.columns.get(column)
        led = self.main is not None and ARROW.search(self.main.display.text.text)
        if (display.formula.display or display.prose.strip()) and (led or not is_of_one(display)):
            whole = self.main is not None and self.main.ends_chain
            named = whole and SUBJECT.search(display.prose)
            named = named or ((whole or led) and not display.formula.display and NOUN.search(display.prose))
            return None if named or _is_apart(display) else self.main
        return self.last

    def say_again(self, display: Display, found: list[Unit]) -> None:
        """Make a number that says the last amount in another measure a relation to that."""
        last = self.last if len(found) == 1 and not found[0].signs and not display.formula.display else None
        if last is None or not last.ends_chain or not isinstance(own := found[0].members[0].node, Number):
            return
        again = said_again(display, last.node, last.display.before)
        if again is not None:
            found[0].members.insert(0, replace(last, node=again, counted=True))
            found[0].signs.append((Sign(own.start, own.start, "=", "="), display, found[0].row))

    def add(self, display: Display, unit: Unit | None, at: int) -> None:
        """Go on behind a formula, of whose last unit the member `at` is what others go on from."""
        listed = LISTED.search(display.prose) and not (self.last is not None and self.last.ends_chain)
        self.last = None
        if unit is not None and (unit.is_relation or not listed):
            self.last = replace(unit.members[at], ends_chain=unit.is_relation)
        column = _column(display)
        if not column:
            self.columns = {}
        elif self.last is not None:
            self.columns[column] = self.last
        if any(each.kind in ("heading", "item") for each in display.crossed):
            self.brackets = 0
        for sign in BRACKETS.findall(display.prose):
            self.brackets = max(0, self.brackets + (1 if sign in "[(" else -1))
        inside = self.brackets > 0 and not display.formula.display
        taken = unit is not None and not unit.is_relation and TAKEN.search(display.prose)
        aside = not display.formula.display and (inside or taken or _is_remark(display))
        if self.main is None or not (aside or _is_cited(display)):
            self.main = self.last


def _column(display: Display) -> int:
    """The column of a table that a formula stands in, from 1 on; 0 where there is no table."""
    return next((each.level for each in reversed(display.crossed) if each.kind == "cell"), 0)


BRACKETS = re.compile(r"[\[\]()]")
SUBJECT = re.compile(
    r"\b(the|its|their|our|whose|these|those|this|that|an?|each|both)\s+([a-z]+\s+){1,3}(is|are|be|being|becomes?|equals?)\W*$|"
    r"\b(the|its)\s+([a-z]+\s+)?[a-z]+\s*$",
    re.IGNORECASE,
)
"""Words that name what a relation says something of: "or the denominator will be $= 0$"."""
NOUN = re.compile(
    r"(?:^|[,;:]|\b(?:and|so|then|hence|thus)\b)\s*(?:(?:an?|new|total|final|whole) )?"
    r"(?!(?:is|are|was|were|be|get|have|has|had|find|obtain|equal|become|give|yield|so|then|thus|hence|therefore|and|to|or|that|this|"
    r"which|it|again|now|also|both|not|from|simplify|in|at|by|of|for|with|as|we|i|e|only|just|further|later|moreover|once)\b)"
    r"(?![a-z]*(?:ly|ing|ed|fore)\b|(?:gives|yields|equals|becomes|simplifies|reduces|makes|leaves|means|comes|evaluates|follows|implies|"
    r"cancels|results|produces|amounts|always|sums|adds|works|turns|goes|says|hands?|sides?)\b)[a-z]{2,}\s*$",
    re.IGNORECASE,
)
"""A noun alone between two formulas, of which the second one speaks: "$= 54$ and change $= 6$"."""
ARROW = re.compile(r"\\(?:implies|Rightarrow|Longrightarrow|rightarrow|to|therefore|iff|Leftrightarrow)\s*$")
"""How a formula ends that leads to what its words name: "$3 - a \\implies$ Area $= a - 3$"."""


def _is_apart(display: Display) -> bool:
    """Whether a formula in a line stands in another sentence than the one before, and no verb leads on: "numbers $> 0$"."""
    if display.formula.display or LEADS_ON.search(ASIDE.sub("", display.prose)):
        return False
    if any(each.kind != "cell" for each in display.crossed) or SENTENCE.search(display.prose):
        return True
    if AMOUNTS.search(display.prose):
        return True
    return bool(NUMBERS.search(display.prose)) and not BE.search(display.prose)


def _is_remark(display: Display) -> bool:
    """Whether a formula in a line only says something of the one before it in its sentence."""
    apart = any(each.kind in ("heading", "item") for each in display.crossed)
    return not apart and bool(REMARK.search(display.prose)) and not SENTENCE.search(display.prose)


def _is_cited(display: Display) -> bool:
    """Whether a formula is what a sentence uses to go on with the one before: "using $a = b$ we get"."""
    return USED.search(SENTENCE.split(display.prose)[-1]) is not None and GETS.match(display.after) is not None


def _forwards(found: list[Unit]) -> list[Unit]:
    """Units in the order in which they follow: what stands before an arrow that points back comes after it."""
    order: list[Unit] = []
    run = 0
    for unit in found:
        run = run + 1 if unit.connector == "impliedby" and order else 0
        if run:
            unit.connector, order[-run].connector = order[-run].connector, "implies"
        order.insert(len(order) - run, unit)
    for before, after in pairwise(order):
        before.premise = after.connector in IMPLICATIONS and before.connector not in IMPLICATIONS and before.is_relation
    for after, before in pairwise(reversed(order)):
        if after.premise and before.is_relation and before.row == after.row and after.connector not in IMPLICATIONS:
            before.premise = before.connector not in IMPLICATIONS
    return order


def _unbracketed(clauses: Series[Clause], k: int) -> Clause:
    r"""A clause; of `a \le b \qquad (x > 0)`, the condition without its brackets."""
    clause = clauses[k]
    node = clause.members[0] if len(clause.members) == 1 and not clause.relations else None
    if (
        not k
        or not clauses[0].relations
        or not isinstance(node, Fence)
        or not isinstance(node.body, Chain)
        or node.left != "("
    ):
        return clause
    inner = node.body
    return Clause(inner.start, inner.end, inner.members, inner.relations, "text", clause.words or "for")


def _of_display(display: Display, last: Member | None) -> Iterator[Unit]:
    if display.parsed is None or poses_a_problem(display):
        return
    open_unit: Unit | None = None
    """The last unit of the row before, which this row may go on from."""
    main: Unit | None = None
    """The last chain that no words stand before: a row goes on from it, and not from a remark behind it."""
    for number, row in enumerate(display.parsed.rows):
        labels = (row.label,) if row.label else ()
        whole = [objective(_unbracketed(row.clauses, number_of)) for number_of in range(len(row.clauses))]
        numbered = [(each, at) for at, clause in enumerate(whole, 1) for each in _cases(clause)]
        clauses = [each for each, _ in numbered]
        for k, (clause, at) in enumerate(numbered):
            if not clause.members:
                continue
            unit = without_names_of_sides(_unit(display, divided(clause), number))
            unit.system = 0 if clause is whole[at - 1] else at
            unit.torn = "" if unit.system else torn(whole, at - 1)
            if clause is clauses[-1] and REST.match(display.after):
                unit.torn = unit.torn or "the remainder that words name behind it is not read"
            if clause is clauses[-1] and unit.signs and isinstance(unit.members[-1].node, Number):
                node = in_its_measure(display, [member.node for member in unit.members])
                unit.members[-1] = replace(unit.members[-1], node=node, counted=node is not unit.members[-1].node)
            unit.tag, unit.labels = row.tag, labels
            first = unit.members[0].node
            if k == 0 and isinstance(first, Missing) and unit.signs:
                if open_unit is not None:
                    remark = open_unit.words and open_unit.words.lower() not in JOINING
                    _extend(main if main is not None and remark and open_unit.row == main.row else open_unit, unit)
                    continue
                if last is not None:
                    here = in_the_measure_behind(display, last.node) if clause is clauses[-1] else last.node
                    unit.members[0] = replace(last, node=here, counted=last.counted or here is not last.node)
                    unit.continued = True
            elif (
                k == 0 and open_unit is not None and isinstance(open_unit.members[-1].node, Missing) and open_unit.signs
            ):
                open_unit.members.pop()
                open_unit.members += unit.members
                open_unit.signs += unit.signs
                open_unit.tag, open_unit.labels = unit.tag or open_unit.tag, (*open_unit.labels, *labels)
                continue
            if open_unit is not None and (values := more_values(open_unit, unit)):
                if len(open_unit.signs) > 1:  # `x = 1 \\pm 2 = 3, -1`
                    listed = replace(
                        open_unit,
                        members=[open_unit.members[0], open_unit.members.pop()],
                        signs=[open_unit.signs.pop()],
                    )
                    yield open_unit
                    open_unit = replace(listed, connector="", also=[])
                open_unit.also += values
                continue
            if (unit.connector == "or" or unit.words.strip() == "or") and open_unit is not None and unit.signs:
                open_unit.also.append(unit)
                continue
            if open_unit is not None:
                yield open_unit
            open_unit = unit
            main = unit if unit.signs and not unit.words else main
    if open_unit is not None:
        yield open_unit


def _cases(clause: Clause) -> list[Clause]:
    r"""The equations of a system between braces, `\begin{cases} x + y = 3 \\\\ x - y = 1 \end{cases}`; else the clause."""
    node = clause.members[0] if len(clause.members) == 1 and not clause.relations else None
    if isinstance(node, Fence) and node.left == "{":
        node = node.body
    if not isinstance(node, Table):
        return [clause]
    cells = [[cell for cell in row if not isinstance(cell, Missing)] for row in node.rows]
    chains = [row[0] for row in cells if len(row) == 1 and isinstance(row[0], Chain)]
    if len(chains) < len(cells):
        return [clause]
    return [
        Clause(each.start, each.end, each.members, each.relations, clause.connector, clause.words) for each in chains
    ]


def _extend(unit: Unit, more: Unit) -> None:
    """Go on with a chain."""
    if isinstance(unit.members[-1].node, Missing) and unit.signs:  # `a =` and then `= b`
        unit.members.pop()
        unit.signs.pop()
    unit.members += more.members[1:]
    unit.signs += more.signs
    unit.tag, unit.labels = more.tag or unit.tag, (*unit.labels, *more.labels)


def torn(clauses: Series[Clause], k: int) -> str:
    r"""Why a clause is no whole chain: `17 \text{ mod } 5 = 2` says nothing of 5, nor `7 : 2 = 3.5` of 2.

    >>> from symproof.readers.notation import parse
    >>> torn(parse(r"17 \text{ mod } 5 = 2").rows[0].clauses, 1), torn(parse(r"x = 2 \text{ or } x = 3").rows[0].clauses, 1)
    ('the words “mod” between terms are not read', '')
    """
    if any(clause.words.startswith("there is") for clause in clauses) and len(clauses) > 1:
        return "a statement that something exists is not read line by line"
    before = clauses[k - 1].members if k and clauses[k].connector == "," else ()
    if before and isinstance(before[-1], NotUnderstood) and COMMA in before[-1].message:
        return COMMA
    if before and k + 1 < len(clauses) and clauses[k + 1].connector == "," and len(clauses[k].relations) == 1:
        sides = (clauses[k - 1], clauses[k + 1])
        if all(len(each.members) == 1 and not each.words and _is_number(each.members[0]) for each in sides):
            return "two lists of numbers are compared"  # 1/3, 2/8 = 1/3, 1/4
    whole = divided(clauses[k]) if clauses[k].members else clauses[k]
    if any(sign.kind == "colon" for sign in whole.relations) and len(whole.relations) > 1:
        return "a colon between terms may be a division"
    for left, right in pairwise(clauses[max(k - 1, 0) : k + 2]):
        apart = left.members and right.members and not (left.relations and right.relations)
        if (
            apart
            and right.connector == "text"
            and right.words.lower() not in JOINING
            and not announced(right.words).role
        ):
            return f"the words “{right.words}” between terms are not read"
    return ""


def _is_number(node: Node) -> bool:
    """Whether a term is made of numbers."""
    return isinstance(node, (Number, Quotient)) and all(map(_is_number, node.children()))


def _unit(display: Display, clause: Clause, row: int) -> Unit:
    return Unit(
        display,
        [Member(node, display, row) for node in clause.members],
        [(sign, display, row) for sign in clause.relations],
        clause.connector,
        clause.words,
        row=row,
    )


def spread(clause: Clause) -> list[Clause]:
    """`a, b > 0` as one clause for each letter; any other clause, also of `a_1, \\dots, a_n`, as it is."""
    first = clause.members[0] if clause.members else None
    if not isinstance(first, Sequence) or first.separator != "," or not clause.relations:
        return [clause]
    if any(isinstance(item, Ellipsis) for item in first.items):
        return [clause]
    rest = clause.members[1:]
    return [
        Clause(item.start, clause.end, (item, *rest), clause.relations, clause.connector, clause.words)
        for item in first.items
    ]
