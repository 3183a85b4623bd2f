r"""Equations and inequalities in letters that are typed without dollars, `2x + 3 = 7`, `x^2 - 5x + 6 = 0 => (x - 2)(x - 3) = 0`.

What is taken stands between words or stops, is made of numbers, single letters and signs alone, and nothing in it stands side by
side with a space between. A line such as `x = 4` or `p < 0.05` is taken only where an equation that calculates with its letters
is typed before it. Letters behind numbers may be units: but for x, y and z, each must stand without a number somewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

TOKEN = re.compile(
    r"""(?P<space>[^\S\n]+)
    |(?P<iff><=>|<->|<==>|⇔|⟺)
    |(?P<implies>={1,2}>|-{1,2}>|[⇒⟹→])
    |(?P<relation><=|>=|!=|[≤≥≠=<>])
    |(?P<both>\+/-|\+-(?!\d)|±)
    |(?P<power>(?<=[\w)])\*\*(?=[\d(a-z])|\^)
    |(?P<strong>\*\*|__)
    |(?P<sign>[+−–-])
    |(?P<times>[*·⋅×÷/])
    |(?P<open>\()|(?P<close>\))|(?P<bar>\|)
    |(?P<root>sqrt(?=\s?\()|√)
    |(?P<function>(?<![A-Za-z])(?:(?:sin|cos|tan|log|ln)(?=\s?\(|\s?[a-z](?![A-Za-z])|\s\d+°)|(?:abs|exp)(?=\()))
    |(?P<prime>(?<=[A-Za-z])['′’]{1,3}(?=\s?=|\([\w]+\)\s?=)|°)
    |(?P<number>(?<![\w.,])(?:\d+(?:\.\d+)?|\.\d+)(?![\d,.]*\d))
    |(?P<constant>π|(?<![A-Za-z])pi(?![A-Za-z]))
    |(?P<percent>%)
    |(?P<raised>⁻?[⁰¹²³⁴-⁹]+)
    |(?P<name>(?<![A-Za-z_'’])(?:[xyz]{2,3}|ab|bc|ac|lw|bh|mn|pq|uv|(?!by|my|ex|ox|oz|oy|xi)(?:[xyz][a-z]|[a-z][xyz])|[A-Za-z])(?![A-Za-z]|['’](?!['’]*(?:\s?=|\(\w+\)\s?=)))(?!\.[A-Za-z])(?:_\d|[₁-₄](?:[,/]\s?[₁-₄])?|(?<=[xy])(?<![\d)][xy])[1-4](?:[,/]\s?[1-4])?(?=\s*=))?)
    """,
    re.VERBOSE,
)
LABEL = re.compile(r"[^\S\n]*(?:[*_]{0,2}\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4}|(?<=\()[IVX]{1,4})[.)][*_]{0,2}[^\S\n]+)?")
"""What numbers a line."""
ASKED = re.compile(
    rf"(?:[-*•]\s+)?{LABEL.pattern}(?:(?:[A-Z][a-z]+ ){{0,2}}?(?:simplify|expand|factor(?:i[sz]e)?|evaluate|compute|calculate|"
    r"rewrite|work out)(?:(?: and)? (?:simplify|factor(?:i[sz]e)?|the expression|expression))*:?|[A-Z][\w ]*:)?\s*",
    re.IGNORECASE,
)
"""What numbers a line, or asks for what a term is."""
GOES_ON = re.compile(r"\s*=\s*[^\s=<>]")
BULLET = re.compile(r"^[^\S\n]*[-*•+][^\S\n]+", re.MULTILINE)
"""How an item of a list begins."""
NUMBERED = re.compile(r"[^\S\n]*[*_#(]{0,3}(?:(?:exercise|problem|question|task|no\.?)\s*)?\d{1,2}[.):]", re.IGNORECASE)
"""How a line begins another exercise: what was not read before is no part of it, but for what stands above them all."""
BEFORE = re.compile(r"(?:^|[\s(,;:\"“—])$")
AFTER = re.compile(r"[^\S\n]*(?:$|[,;:!?)\"”](?!\w)|\.[\"”’)]?(?:\s|$))|\s+(?=[A-Za-z(])")
DONE_TO_BOTH = re.compile(r"[^\S\n]*\|[^\S\n]*[:+*·/÷−–-][^\S\n]*[\w().^+−-]*[^\S\n]*$")
"""What is done to both sides of an equation, `4x = 8 | :4`, at the end of its line."""
REACHES_ON = re.compile(
    r"[^\S\n]*(?:times|plus|minus|divided|over|squared|cubed|percent|to|of|per|halves|thirds|half|dozen|hundred|thousand|million|billion|"
    r"more|less|mod|modulo|feet|degrees)\b",
    re.IGNORECASE,
)
"""Words behind a number that change it."""
REACHES_BACK = re.compile(
    r"\b(?:twice|half|double|triple|of|times|plus|minus|by|over|than|per|squared?|cubed?|root|less|more|power|mod|sum|product)\s+$",
    re.IGNORECASE,
)
"""Words before a term that change it."""
LATEX_OR_CODE = re.compile(r"[\\$`]")
"""What stands in lines that are not plainly typed: they are no evidence that others are."""
CODE = re.compile(
    r"\bfor\s*\(|\+\+|--|==(?!>)|:=|[{}]|;\s*$|\b(?:return|print|import|def|while|elif|else)\b|^\s*(?:if|for)\b.*:\s*$"
)
"""What a line of a program has."""
RELATES = re.compile(r"[=<>≤≥≠]")
LONGEST = 2000
"""A line longer than this is nobody's equation."""
WORD = re.compile(r"[A-Za-z]{2,}$")
SHORT = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,3}$")
"""Letters side by side before a relation, `abc = 1`."""
LISTED = re.compile(
    r"(?:(?<![A-Za-z'’])(?:(?<![\d)=+*/·−-])(?<![=+*/·−-]\s)|(?=.\s*,?\s*and))[A-Za-z]\s*(?:,|,?\s*and)\s*)+$"
)
"""Letters before the last one of which a relation says the same, `a, b > 0`; not the end of a member, `3 = 2x, x > 0`."""
LEADS = re.compile(r"(?:[A-Za-z]{2,}|[.,;:(\"“—])$")
"""What may stand before a minus sign that takes nothing away."""
UNKNOWNS = frozenset("xyz")
UNITS = frozenset("cdghklmstAJKLNVW")
"""Letters that are units behind numbers."""
PASSED = re.compile(r"[^\W\d_]+|.", re.DOTALL)
ENDS = ("number", "name", "constant", "close", "raised", "percent", "prime")
NEAR = 12
"""How many lines above a line the equation of a value may stand, and what is not read of its letters."""
LATEX = {
    "<=": r"\le ", "≤": r"\le ", ">=": r"\ge ", "≥": r"\ge ", "!=": r"\ne ", "≠": r"\ne ", "*": r"\cdot ", "·": r"\cdot ",
    "⋅": r"\cdot ", "×": r"\times ", "÷": r"\div ", "−": "-", "–": "-", "%": r"\%",
}  # fmt: skip
LOWERED = str.maketrans("₁₂₃₄", "1234")
KINDS = {"iff": r"\iff ", "implies": r"\implies ", "both": r"\pm ", "power": "^", "root": "√", "constant": r"\pi "}


class Token(NamedTuple):
    """A number, a letter or a sign, and its place; `apart`, whether a space stands before it."""

    kind: str
    text: str
    start: int
    end: int
    apart: bool


class Typed(NamedTuple):
    """A formula, its letters, those of them that stand without a number before them, and whether it calculates with letters."""

    tokens: tuple[Token, ...]
    letters: frozenset[str]
    alone: frozenset[str]
    strong: bool


Found = tuple[int, int, list[tuple[str, int]]]


class Above:
    """What is typed in a document, by its lines: equations that calculate with letters, and what is not read of letters."""

    def __init__(self, source: str) -> None:
        self.strong: list[tuple[int, frozenset[str]]] = []
        self.unread: list[tuple[int, frozenset[str]]] = []
        self.begun: list[int] = []
        self.led: set[int] = set()
        """Terms that a line below goes on with, "2(x + 3) - x" above "= 2x + 6 - x"."""
        self.going: set[int] = set()
        """The lines that go on with such a term."""
        alone: set[str] = set()
        before = -1
        for line, text in enumerate(BULLET.sub(" ", source).split("\n")):
            if before >= 0 and GOES_ON.match(text) and _gone_on(text, 0):
                self.led |= set() if before in self.going else {before}
                self.going.add(line)
                before = line
            elif text.strip():
                before = line if LATEX_OR_CODE.search(text) is None and (term := _term(text, 0)) else -1
                alone |= _alone(term) if before == line else set()
            if NUMBERED.match(text):
                self.begun.append(line)
            for each in _in_line(text, 0) if LATEX_OR_CODE.search(text) is None else ():
                alone |= each.alone
                if each.strong:
                    self.strong.append((line, each.letters))
                elif not each.tokens:
                    self.unread.append((line, each.letters))
        self.alone = frozenset(alone) | UNKNOWNS

    def find(self, text: str, line: int) -> Iterator[Found]:
        """The formulas in words that begin at a line of the document: start, end, and the pieces of their LaTeX, each with
        its place.

        >>> said = "So 2x + 3 = 11 and x = 4, as p < 0.05."
        >>> [said[start:end] for start, end, _ in Above(said).find(said, 0)]
        ['2x + 3 = 11', 'x = 4']
        """
        offset, ended = 0, False
        for k, part in enumerate(text.split("\n")):
            here = line + k
            known = frozenset[str]().union(*(letters for _, letters in _near(self.strong, here)))
            begun = bisect_right(self.begun, here)
            began, first = self.begun[begun - 1] if begun else 0, self.begun[0] if self.begun else 0
            unread = (letters for at, letters in _near(self.unread, here) if at >= began or at < first)
            doubted = frozenset[str]().union(*unread)
            on = _gone_on(part, offset) if ended or here in self.going else []
            ended = bool(on)
            if (
                here in self.led
                and (term := _term(part, offset))
                and {t.text for t in term if t.kind == "name"} <= self.alone
            ):
                yield term[0].start, term[-1].end, _latex(term)
                ended = True
                offset += len(part) + 1
                continue
            if on:
                yield on[0].start, on[-1].end, _latex(on)
            for each in () if on else _in_line(part, offset):
                behind = each.letters - each.alone
                told = each.strong or each.letters <= known
                if each.tokens and told and behind <= self.alone and not each.letters & doubted:
                    last = each.tokens[-1].end - offset
                    done = DONE_TO_BOTH.match(part, last)
                    ended = not part[last:].strip() and _ends_with_letters(each.tokens)
                    yield each.tokens[0].start, offset + (done.end() if done else last), _latex(each.tokens)
            offset += len(part) + 1


def _near(said: Sequence[tuple[int, frozenset[str]]], line: int) -> Sequence[tuple[int, frozenset[str]]]:
    """What is said, in the order of its lines, on a line or not far above it."""
    return said[bisect_left(said, (line - NEAR,)) : bisect_left(said, (line + 1,))]


def _ends_with_letters(run: Sequence[Token]) -> bool:
    """Whether the last member of a formula calculates with letters: `2x = 6` and `= 3` below it is no chain."""
    last = max(k for k, each in enumerate(run) if each.kind in ("relation", "implies", "iff"))
    return any(each.kind == "name" for each in run[last:]) and len(run) > last + 2


def _gone_on(line: str, offset: int) -> list[Token]:
    """The tokens of a line that goes on with the formula above, `= x^2 - 12`; none of another line."""
    run, at, apart = [Token("number", "0", 0, 0, False)], 0, False
    while len(line) < LONGEST and (found := TOKEN.match(line, at)):
        kind = str(found.lastgroup)
        if kind not in ("space", "strong"):
            run.append(Token(kind, found[0], at + offset, found.end() + offset, apart))
        apart, at = kind == "space", found.end()
    goes_on = len(run) > 1 and run[1].text == "=" and not line[at:].strip(" .")
    return run[1:] if goes_on and _depth(run) == 0 and _is_chain(run) else []


def _term(line: str, offset: int) -> list[Token]:
    """The tokens of a line that is a term with letters and no more, but for what numbers it, or asks for its value."""
    asked = ASKED.match(line)
    run, at, apart = [], asked.end() if asked else 0, False
    while len(line) < LONGEST and (found := TOKEN.match(line, at)):
        kind = str(found.lastgroup)
        if kind not in ("space", "strong"):
            run.append(Token(kind, found[0], at + offset, found.end() + offset, apart))
        apart, at = kind == "space", found.end()
    whole = bool(run) and not line[at:].strip() and all(each.kind not in ("relation", "iff", "implies") for each in run)
    closed = [*run, Token("relation", "=", 0, 0, False), Token("number", "0", 0, 0, False)]
    return run if whole and _depth(run) == 0 and _is_chain(closed) and _calculates(run) else []


def _alone(run: Sequence[Token]) -> set[str]:
    """The letters that stand without a number before them, or beside others in a member and mean no unit, "5a - 2b"."""
    found: set[str] = set()
    member: list[tuple[str, bool]] = []
    for k, each in enumerate((*run, Token("relation", "=", 0, 0, False))):
        if each.kind == "name":
            member.append((each.text, not (k and run[k - 1].kind == "number" and not each.apart)))
        elif each.kind in ("relation", "implies", "iff"):
            alone, others = {name for name, by_itself in member if by_itself}, {name for name, _ in member} - UNITS
            found |= alone | (others if alone or len(others) > 1 else set())
            member = []
    return found


def _in_line(line: str, offset: int) -> Iterator[Typed]:
    if len(line) > LONGEST or RELATES.search(line) is None or CODE.search(line):
        return
    label = LABEL.match(line)
    at = label.end() if label else 0
    line = " " * at + line[at:]
    while at < len(line):
        run: list[Token] = []
        apart, begin = False, at
        while found := TOKEN.match(line, at):
            kind = str(found.lastgroup)
            if kind not in ("space", "strong"):
                run.append(Token(kind, found[0], at, found.end(), apart))
            apart = kind == "space"
            at = found.end()
        if run and (typed := _typed(line, run)) is not None:
            yield typed._replace(
                tokens=tuple(t._replace(start=t.start + offset, end=t.end + offset) for t in typed.tokens)
            )
        if at == begin:
            word = PASSED.match(line, at)
            at = word.end() if word else at + 1


def _typed(line: str, run: list[Token]) -> Typed | None:
    """A run of tokens as a formula; without tokens where it says something of its letters that is not read, as words or letters
    around it take part in it; None where it says nothing."""
    letters = frozenset(sign for each in run if each.kind == "name" for sign in each.text if sign.isalpha())
    said_of, before = run[0].kind == "relation", line[: run[0].start].rstrip(" *_")
    if said_of and (short := SHORT.search(before)):
        letters |= frozenset(short[0])
    if listed := LISTED.search(line[: run[0].start]):
        letters |= frozenset(re.findall(r"\b[A-Za-z]\b", listed[0]))
    unread = Typed((), letters, frozenset(), strong=False)
    says = letters and run[-1].kind != "relation" and any(each.kind == "relation" for each in run)
    run, noted = _trimmed(run[1:] if said_of else run)
    if len(run) < 3 or _depth(run) or not _is_chain(run):
        return unread if says else None
    led, after = line[: run[0].start].rstrip("*_"), line[run[-1].end :].lstrip("*_")
    taken = run[0].text == "+" or (run[0].kind == "sign" and (run[1].apart or not LEADS.search(before)))
    around = (said_of and not WORD.search(before)) or (before and taken) or listed is not None
    around = around or not BEFORE.search(led) or REACHES_BACK.search(led) is not None
    around = around or (not noted and (not AFTER.match(after) or REACHES_ON.match(after) is not None))
    ordered = any(each.kind == "relation" and each.text not in "=≠!=" for each in run)
    names = [k for k, each in enumerate(run) if each.kind == "name"]
    valued = any(each.kind == "function" for each in run)  # sin(30°) = 1/2
    if around or not (names or valued) or _is_step_on(run) or (ordered and len({run[k].text for k in names}) > 1):
        return unread if says else None
    strong = not names or (_calculates(run) and any(each.islower() for each in letters))
    return Typed(tuple(run), letters, frozenset(_alone(run)), strong)


def _trimmed(run: list[Token]) -> tuple[list[Token], bool]:
    """The tokens without an arrow at their end, the bracket of a remark, a number of the equation, or what is done to both sides
    behind a bar, `4x = 8 | :4`; and whether one of these stood there."""
    bars = [k for k, each in enumerate(run) if each.kind == "bar"]
    if len(bars) % 2 and run[bars[-1]].apart:
        return run[: bars[-1]], True
    if [each.kind for each in run[-3:]] == ["open", "number", "close"] and run[-3].apart and len(run) > 3:
        return run[:-3], run[-4].kind in ENDS
    while run and (run[-1].kind in ("implies", "iff") or (run[-1].kind == "open" and run[-1].apart)):
        run = run[:-1]
    if run and run[-1].kind == "close" and _depth(run) == -1:  # "(so x = 4)"
        run = run[:-1]
    return run, False


def _depth(run: Sequence[Token]) -> int:
    """How many brackets stay open; -1 where one is closed that was not opened."""
    depth = 0
    for each in run:
        depth += {"open": 1, "close": -1}.get(each.kind, 0)
        if depth < 0:
            return -1
    return depth


def _is_chain(run: Sequence[Token]) -> bool:
    """Whether tokens are relations, with arrows between them or none; nothing stands side by side but without a space."""
    operand, relations, depth, bars = False, 0, 0, 0
    for k, each in enumerate(run):
        match each.kind:
            case "number" | "name" | "constant" | "root" | "function" | "open":
                if operand and (
                    each.apart or run[k - 1].kind == "raised" or (each.kind == "number" and run[k - 1].kind != "bar")
                ):
                    return False
                operand = each.kind in ("number", "name", "constant")
                depth += each.kind == "open"
            case "close" | "raised" | "percent" | "prime":
                if not operand:
                    return False
                depth -= each.kind == "close"
            case "bar":
                bars += 1
                if bool(bars % 2) == operand:
                    return False
                operand = not bars % 2
            case "sign" | "both":
                behind = run[k + 1 : k + 2]
                tight = each.kind == "sign" and each.text != "+" and bool(behind) and not behind[0].apart  # 2 + -3
                if not operand and k and run[k - 1].kind in ("sign", "both", "times", "power") and not tight:
                    return False
                operand = False
            case "times" | "power":
                if not operand:
                    return False
                operand = False
            case "relation":
                if not operand or depth or bars % 2:
                    return False
                operand, relations = False, relations + 1
            case _:  # an arrow
                if k and (not operand or not relations or depth or bars % 2):
                    return False
                operand, relations = False, 0
    return operand and relations > 0 and not bars % 2


def _calculates(run: Sequence[Token]) -> bool:
    """Whether a member with a letter has an operation."""
    member: list[Token] = []
    for each in (*run, Token("relation", "=", 0, 0, False)):
        if each.kind in ("relation", "implies", "iff"):
            if any(one.kind == "name" for one in member) and len(member) > 1 and not _is_called(member):
                return True
            member = []
        elif not (each.kind == "sign" and not member):
            member.append(each)
    return False


def _is_called(member: Sequence[Token]) -> bool:
    """Whether a member is a function at a number or a letter, f(3)."""
    return [each.kind for each in member[:2]] == ["name", "open"] and len(member) == 4


def _is_step_on(run: Sequence[Token]) -> bool:
    """Whether a letter gets a new value from its old one, `i = i + 1`, as in a program."""
    kinds = [each.kind for each in run]
    return kinds == ["name", "relation", "name", "sign", "number"] and run[0].text == run[2].text and run[1].text == "="


def _latex(run: Sequence[Token]) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    closing: list[str] = []
    """How the brackets that are open will be closed: those around exponents by braces, those of abs( by bars."""
    for k, each in enumerate(run):
        said = KINDS.get(each.kind) or LATEX.get(each.text, each.text)
        before = run[k - 1] if k else None
        exponent = before is not None and before.kind == "power"
        if each.kind == "function":
            said = "" if each.text == "abs" else rf"\{each.text} "
        elif each.kind == "prime":
            said = r"^\circ " if each.text == "°" else "'" * len(each.text)
        elif each.kind == "name" and len(each.text) > 1 and each.text[-1].isdigit():
            below = ",".join(filter(str.isdigit, each.text.translate(LOWERED)))
            said = f"{each.text[0]}_{{{below}}}"
        elif each.kind == "open":
            bars = before is not None and before.text == "abs"
            said = "{" if exponent else r"\left|" if bars else said
            closing.append("}" if exponent else r"\right|" if bars else each.text)
        elif each.kind == "close":
            ended = closing.pop() if closing else "("
            said = said if ended == "(" else ended
        elif each.kind == "number" and (exponent or [one.kind for one in run[max(k - 2, 0) : k]] == ["power", "sign"]):
            said = f"{{{said}}}" if exponent else f"{said}}}"
        elif exponent and each.kind == "sign" and run[k + 1 : k + 2] and run[k + 1].kind == "number":
            said = f"{{{said}"
        pieces.append((said, each.start))
    return pieces
