r"""Sets of solutions: `L = \{1, 2\}`, `x \in [1, 3)`, "solution set: $\{3\}$", `L = \emptyset` speak of the equation before."""

from __future__ import annotations

import re
from dataclasses import replace

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation import Node
from symproof.readers.notation.tree import Clause, Fence, Juxtaposed, Missing, Name, Product, Scripted, Sequence, Sign
from symproof.readers.resolve import Context, Reading, prop_of, resolve_statement
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.statement import ORDERS, Prop, Relation, is_equation, negated
from symproof.substitution import substitute
from symproof.term import Variable

WITHIN = re.compile(
    r"\b(?:solve|find|determine|calculate|compute|give|solutions?|l[öo]se)\b[^·.;:]*·\s*,\s*$", re.IGNORECASE
)
"""Words before an equation behind which a comma and a set say where its letter lies."""
SETS = frozenset(("L", "S"))
"""Letters for the set of solutions."""
EMPTY = frozenset((r"\emptyset", r"\varnothing"))
SAID = re.compile(r"\b(solution(s| set)?|interval notation)\b[^.]*$", re.IGNORECASE)
NAMES = re.compile(
    r"\b(the|all|only|real)\s+solutions?( set)?( of (the|this) (original |given )?(equation|inequality))?\s+(is|are)"
    r"( (thus|therefore|then|hence|only|exactly))*\W*$|"
    r"\b(the|this) (original |given )?(equation|inequality) (thus |therefore |then |hence )?has"
    r"( (the|only|exactly|precisely|one|two|three|four|a|single|unique|real|following))* solutions?\W*$|"
    r"^\W*(\w+ )?(final )?(answers?|solutions?)( (is|are))?\s*[:=]?\W*$",
    re.IGNORECASE,
)
"""Words before what is said to be all solutions."""
NAMES_OF = re.compile(
    r"\bthe (?:real |only )?(?:solutions?(?: set)?|roots|zeros) of\s+(?:the (?:equation|inequality)\s+)?·[\s,]*(?:is|are)"
    r"(?: exactly)?\W*$",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\s*(?:are|is)\s+(?:thus |therefore |then |hence )?(?:both |all )?(?:of )?the (?:real )?solutions?\b",
    re.IGNORECASE,
)
"""Words behind them."""
ONE = re.compile(
    r"\s*is\s+(?:(?:\w+ly|indeed|also)\s+)?(?:an?|one|another)\s+(?:(?:\w+\s+)?root|zero|solution)\b(?!\s+of\s+(?:\$|\\\(|the\s+(?!equation)))",
    re.IGNORECASE,
)
"""Words behind a value that is one of the solutions."""
TRIED = re.compile(
    r"\b(check|extraneous|only|reject|discard|exclud|verif|test|candidate|original|however|but|satisf|valid)",
    re.IGNORECASE,
)
"""Words after which solutions are still looked at, and some left out again."""
LETTER = re.compile(r"[A-Za-z]|\\[a-z]+")


def said_of_solutions(unit: Unit, role: str, said: Announcement, known: Knowledge, context: Context) -> Prop | None:
    """What a set, or a value that is said to be a root, says of the letter of the equation that is to be solved; None of a
    formula that is no such set."""
    if (of_one := _said_of_one(unit, role, known, context)) is not None:
        return of_one
    *names, last = [member.node for member in unit.members]
    if names and (unit.continued or isinstance(names[0], Missing)) and SAID.search(unit.display.prose):
        names, unit = [], replace(unit, signs=[])  # "solution set $= \\{1\\}$"
    kinds = unit.kinds
    if (
        kinds == ["="]
        and known.equation is None
        and isinstance(names[0], Name)
        and names[0].text == "L"
        and is_set(last)
    ):
        known.equation = _begun(known)
    equation = known.equation
    if not is_set(last) or equation is None or len(names) > 1 or role in ("hypothesis", "denied", "trial"):
        return None
    letter = next(iter(equation.prop.free)) if len(equation.prop.free) == 1 else None
    if not isinstance(letter, Variable) or not LETTER.fullmatch(letter.name):
        return None
    name = Name(last.start, last.start, letter.name)
    if kinds == ["in"]:
        if not isinstance(names[0], Name) or names[0].text != letter.name or names[0].style:
            return None
        if known.previous is equation and WITHIN.search(unit.display.before):
            return None
        follows = said.connects or unit.connector in IMPLICATIONS
        follows = follows or not (unit.display.prose.strip(" \n.,;:") or unit.display.after.lstrip().startswith(","))
        if not follows or _is_line(last):
            return None
    elif kinds == ["="]:
        if not isinstance(names[0], Name) or names[0].text not in SETS:
            return None
    elif names or kinds or not SAID.search(unit.display.prose):
        return None
    if isinstance(last, Name):
        whole = equation.prop
        if _is_line(last):
            return whole
        return negated(whole) if isinstance(whole, Relation) else None
    sign = Sign(last.start, last.start, "in", r"\in")
    found = ask(lambda: resolve_statement(Clause(last.start, last.end, (name, last), (sign,)), context))
    return prop_of(found)


def _begun(known: Knowledge) -> Fact | None:
    """The relation in one letter with which this part began, and from which lines went on: no word said that it is solved."""
    lines = [fact for fact in known.claims if fact.block == known.block and fact.kind == "step"]
    first = lines[0] if lines else None
    if first is None or not isinstance(first.prop, Relation) or len(first.prop.free) != 1:
        return None
    rows = [fact for fact in lines if fact.prop.free == first.prop.free]
    return replace(first, kind="equation") if len(rows) > 1 else None


def is_all_or_none(prop: Prop, equation: Prop) -> bool:
    """Whether a set says that everything satisfies an equation, or nothing."""
    if not isinstance(prop, Relation) or not isinstance(equation, Relation):
        return False
    return (prop.left, prop.right) == (equation.left, equation.right)


def names_values(unit: Unit, prop: Prop) -> bool:
    r"""Whether a set names values as a row does, `x \in \{1, 2\}` for `x = 1 or x = 2`: they may still be tried."""
    sign = unit.signs[0][0]
    return sign.kind == "in" and sign.text != "" and is_solution(prop)


def named_solutions(unit: Unit, prop: Prop, known: Knowledge, rest: str) -> bool:
    """Whether words say that a formula names the solutions of what is to be solved, all of
    them: "the solutions are"; the `rest` of the text tries none of them."""
    equation, display = known.equation, unit.display
    named = NAMES.search(display.prose) or NAMES_OF.search(sentence_before(display.before))
    if (
        equation is None
        or not (named or NAMED.match((unit, *unit.also)[-1].display.after))
        or (TRIED.search(rest) and is_equation(equation.prop))
        or prop.free != equation.prop.free
        or len(prop.free) != 1
    ):
        return False
    others = [fact for fact in known.claims if fact.kind == "equation" and fact.block == equation.block]
    if any(fact.prop.free & prop.free for fact in others if fact is not equation):
        return False  # a condition beside it
    solved = is_equation(equation.prop)
    bounded = isinstance(equation.prop, Relation) and equation.prop.kind in ORDERS
    return (solved and is_solution(prop)) or (bounded and not is_solution(prop))


def _said_of_one(unit: Unit, role: str, known: Knowledge, context: Context) -> Prop | None:
    """What the equation to be solved says of a value of which words say that it is a root, "since $x = 2$ is a root"."""
    equation = known.equation.prop if known.equation is not None else None
    if role not in ("", "conclusion", "trial") or unit.also or not ONE.match(unit.display.after):
        return None
    found = ask(resolve_statement, unit.clause, context)
    prop = found.term if isinstance(found, Reading) else None
    if not isinstance(prop, Relation) or not isinstance(equation, Relation) or equation.kind != "=":
        return None
    if not is_solution(prop) or prop.right.free or prop.free != equation.free:
        return None
    there = substitute(equation, {prop.left: prop.right})
    return there if isinstance(there, Prop) else None


def solves(display: Display, known: Knowledge) -> bool:
    """Whether a formula stands behind an equation to be solved and a colon, `Solve $2x = 4$: $x = 2$`: it solves it."""
    behind = ":" in display.prose and not display.prose.strip(" :\n")
    return behind and known.equation is not None and known.previous is known.equation


def is_set(node: Node) -> bool:
    """Whether a node is a set of numbers written out, an interval, a union of these, the empty set, the line, or the set of all
    subgradients."""
    match node:
        case Name(text=text, style=style):
            return text in EMPTY or (text == "R" and style == "mathbb")
        case Fence(left="{", right="}", body=Node()):
            return True
        case Fence(left="[" | "(", right="]" | ")", body=Sequence(items=(_, _))):
            return True
        case Product(items=items, operators=operators):
            return set(operators) <= {"cup", "setminus"} and all(map(is_set, items))
        case Juxtaposed(items=(Name(text=r"\partial"), Name(), Fence(left="("))):  # the subgradients of a function
            return True
    return False


def names_a_set(unit: Unit, context: Context) -> bool:
    """Whether a formula gives a set a name, `D = (0, 1) \\cup (1, 2)`; a pair in round brackets is none, nor are columns."""
    if unit.kinds != ["="] or unit.also:
        return False
    first, last = (member.node for member in unit.members)
    named = isinstance(first, Name) or (isinstance(first, Scripted) and isinstance(first.base, Name))
    pair = isinstance(last, Fence) and last.left == "(" and last.right == ")" and not _is_endless(last)
    columns = any(isinstance(context.names.get(canonical(each) or ""), Grid) for each in every_part(last))
    return named and is_set(last) and not pair and not isinstance(last, Name) and not columns


def _is_endless(node: Node) -> bool:
    return any(isinstance(each, Name) and each.text == r"\infty" for each in every_part(node))


def _is_line(node: Node) -> bool:
    return isinstance(node, Name) and node.text not in EMPTY


def rest_of_part(text: str, display: Display) -> str:
    """The words behind a formula, up to the next heading."""
    return re.split(r"\n#|\\(?:sub)*section", text[display.formula.end : display.formula.end + 400])[0]
