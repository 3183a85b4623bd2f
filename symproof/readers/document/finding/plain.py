r"""Arithmetic in the words of a text, "48 / 2 = 24 clips", as formulas: numbers and signs alone, with at least one operation.

What is taken is a whole chain: it begins and ends at words or stops, and no letter takes part in it. Words that say what is
counted are left out. Where a measure is changed on the way, "3 hours = 180 minutes", numbers say nothing, and the chain ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from symproof.readers.document.finding.conversions import measure, measured
from symproof.readers.document.finding.located import Located, join
from symproof.readers.document.finding.quantities import (
    MEASURES,
    Token,
    in_another_measure,
    in_one_measure,
    turning,
)

DIGITS = r"\d+(?:\.\d+)?"
NUMBER = r"(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d+,\d{1,2}|\d+)(?:\.\d+)?|\.\d+)(?!(?![²³])[\w.]*\w|[.,:]\d)"
TOKEN = re.compile(
    rf"""(?P<note><<[^<>\n]*>>)
    |(?P<times>\\?\*(?!\*)|[×·⋅]|\\(?:times|cdot)(?![A-Za-z])|(?<=[\d)\s])[xX](?=\s*\\?[$€£]?\s?\d|\s\(|\s[−–-]\d))
    |(?P<power>(?<=[\d)])\*\*(?=[\d(])|\^(?=[-−]?\d+\b|\([-−]?\d+(?:/\d+)?\)))
    |(?P<strong>(?<![\d)\]])\*\*|\*\*(?![\w(])|__)
    |(?P<equal>=|≈|≠|\\approx)
    |(?P<over>/(?!\s?[A-Za-z])|÷|out\s+of(?=\s+\\?[$€£]?\d)|\\div(?![A-Za-z])|(?<=\s):(?=\s))
    |(?P<raised>(?<=\^)[-−]\d+\b)
    |(?P<square>(?<=[\d)])[²³](?![\w.,:]*\w))
    |(?P<plus>[+−–-])
    |(?P<root>(?:\b[Ss]qrt|√|\\sqrt)\s?(?=\()|√(?=\d))
    |(?P<open>\()|(?P<close>\))
    |(?P<mixed>(?<![\w.,:^])\d{{1,3}}[^\S\n]\d{{1,3}}/\d{{1,3}}(?![\w/.,]*\w))
    |(?P<number>(?<![\w.,:])(?:\\?[$€£]\s?)?(?:<<[^<>\n]*>>)?{NUMBER}(?:\s?(?:\\?%|€))?)
    |(?P<circle>(?<![\w.,:])(?:{DIGITS}\s?)?(?:π|pi)(?!\w))
    |(?P<of>of(?=\s+\\?[$€£]?\d))
    |(?P<unit>/\s?[A-Za-z]+|(?:per|an?|each)\b|[A-Za-z]+(?:-[A-Za-z]+)*)""",
    re.VERBOSE,
)
NOTE = re.compile(r"<<([^<>\n]*)>>")
NOTED = re.compile(r"\D*<<[^<>\n]*=\s*(\d[\d,]*(?:\.\d+)?|\.\d+)>>")
ROUNDED = 1.0
"""From how much on a number is no other one rounded."""
REMARK = re.compile(r"\s\((?:[^()\n]*[A-Za-z]{2,}[^()\n]*|[€$£%]|[a-z][²³]?)\)")
SAID_OF = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*\s*[:=]|\w{1,3}[.)]\s")
"""How a line begins that is about something, or is an item of a list: `b) 5 - 3 = 2`."""
OPERANDS, ENDS = ("number", "mixed", "open", "root"), ("number", "mixed", "close")
WORD = re.compile(r"[^\W\d_]+|.", re.DOTALL)
LEADS = re.compile(r"[\w€£%°²³.,:;!?()\]\"'“”’—|>→⇒]?")
"""What may stand before a chain."""
CALLED = re.compile(r"(?<=\w )[A-Z][a-z]+ $")
"""How a name ends before its number within a sentence, "twice the size of Level 4 = 2 * 16", which is no member."""
LISTED = re.compile(r"\d(?:,|,?\s+and)\s+$")
"""What stands before the last number of a list, "the mean of 4, 8, 9 and 11 = 32/4", which is no member."""
FACTOR = re.compile(r"\b[B-HJ-Zb-z](?:['′’]+|\s*)$")
"""A letter before a bracket, f' among them."""
OPENING = re.compile(r"\s*\(")
NEAR = 80
"""How many letters before a number may say what it is, so that a long line is read in a time that grows as it does."""
BRACKET = re.compile(r"[()]|[=≈≠]|\n")
SUBTRACTS = re.compile(r"(?:(?<=[\w)\]}])\s+|(?<![A-Za-z])[A-Za-z]\s*)$")
"""What stands before a minus sign that takes away: a word or a bracket and a space, or a letter, "x -3"."""
LETTER = re.compile(r"(?:^|(?<![\d)]\s)(?<![\w)]))[xX](?![\w'’])|\d[xX](?!\w)(?!\s*\\?[$€£]?\s?\d)")
"""An x that is no sign of a product: it stands behind no number, or right at one that no number follows."""
RAISED = re.compile(r"[\w)\]]\*\*$")
"""What stands before an exponent, "F[n]**2"."""
GOES_ON = re.compile(r"\s*(\*\*[\w(]|[\^_{\[°²³<>≤≥~\\]|\(\s*mod|mod\b)|!(?!\s)|\s*,?\s*[Rr](?:em)?\.?\s?\d")
"""What goes on from a number, a remainder among it, "3 R 1"."""
PARTS = re.compile(r"\s*([A-Za-z]+)\s+(?:and\s+)?\d+(?:\.\d+)?\s*([A-Za-z]+)")
"""A quantity in several measures, "3 weeks and 3 days"."""
SHARE = re.compile(rf"of\s+{NUMBER}\s*[=≈]\s*{NUMBER}\s?\\?%")
"""How many there are, and what share of these something is, "of 50 = 46%"."""
OF_A_PRODUCT = re.compile(rf"of\s+{NUMBER}[^=≈\n\d+]*(?:[×·*]|(?<=\s)x(?=\s))[^=≈\n]*[=≈]")
"""A product whose result may be said of it alone, or of all: "3 layers of 12 × 14 = 168"."""
SIGNS = {"times": r"\cdot ", "over": "/", "equal": "="}
STOPS = frozenset((
    "and", "or", "so", "is", "are", "was", "we", "i", "he", "she", "they", "it", "which", "that", "the", "then", "to", "for",
    "in", "on", "at", "by", "has", "have", "gets", "get", "if", "as", "with", "from", "than", "left", "plus", "minus",
    "times", "divided", "equals", "mod", "modulo",
))  # fmt: skip
"""Words that belong to a sentence, and name no thing that is counted."""
MOST_WORDS = 3
POINT = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")  # the comma before one or two decimals


def find_arithmetic(text: str) -> Iterator[tuple[int, int, list[tuple[str, int]]]]:
    """The chains of a text: start, end, and the pieces of their LaTeX, each with its place.

    >>> text = "He sold 48 / 2 = 24 clips, so x + 3 = 4 + 5."
    >>> [text[start:end] for start, end, _ in find_arithmetic(text)]
    ['48 / 2 = 24']
    """
    if not re.search(r"\d[^=≈≠\n]*\s*(=|≈|≠|\\approx)", text):
        return
    at = 0
    for run, before in _runs(text):
        for piece in turning(_trimmed(run, text, before)):
            tokens = in_one_measure(piece)
            if _is_chain(tokens) and not _is_span(tokens):
                tokens += in_another_measure(text, piece[len(tokens) - 1 :])
                yield from _in_notes(text, at, tokens[0].start)
                yield _found(tokens)
                at = tokens[-1].end
    yield from _in_notes(text, at, len(text))


Found = tuple[int, int, list[tuple[str, int]]]


def _found(tokens: Sequence[Token]) -> Found:
    pieces = [(_latex(each.kind, each.text), each.start) for each in tokens]
    for k, each in enumerate(tokens[1:], 1):
        if tokens[k - 1].kind == "equal" and [one.kind for one in tokens[k + 1 : k + 2]] in ([], ["equal"]):
            pieces[k] = _noted(each.text) + pieces[k][0], each.start
        if tokens[k - 1].kind == "power" and each.kind == "number":
            pieces[k] = f"{{{pieces[k][0]}}}", each.start
        elif tokens[k - 1].kind == "power" and each.kind == "open":
            end = next(j for j in range(k, len(tokens)) if tokens[j].kind == "close")
            pieces[k], pieces[end] = ("{", each.start), ("}", tokens[end].start)
    if any(each.text in ("÷", r"\div", ":") for each in tokens):  # 5/8 ÷ 15/16 divides fractions
        for k, (above, stroke, below) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
            tight = above.end == stroke.start and stroke.end == below.start
            if stroke.text == "/" and tight and above.kind == below.kind == "number":
                (top, at), (bottom, place) = pieces[k], pieces[k + 2]
                pieces[k : k + 3] = (rf"\frac{{{top}}}", at), ("", stroke.start), (f"{{{bottom}}}", place)
    return tokens[0].start, tokens[-1].end, pieces


def _noted(said: str) -> str:
    """What the note of a calculator before a number comes to, where that is another number, "<<60-8=54>>52"; not where the number
    is that one rounded, or a share in percent."""
    note = NOTED.match(said)
    if note is None or "%" in said:
        return ""
    told, number = (float(each.replace(",", "")) for each in (note[1], re.sub(r"[^\d.,]", "", said[note.end() :])))
    return "" if abs(told - number) < ROUNDED else f"{note[1]}="


def _in_notes(text: str, start: int, end: int) -> Iterator[Found]:
    """The chains in the notes of a calculator, "the first + 5 = <<1+5=6>>6th", where words take part in what stands around."""
    for note in NOTE.finditer(text, start, end):
        for run, _ in _runs(note[1]):
            if run and run[0].start == 0 and run[-1].end == len(note[1]) and _is_chain(run):
                yield _found(
                    [each._replace(start=each.start + note.start(1), end=each.end + note.start(1)) for each in run]
                )


def latex_of(text: Located, pieces: Sequence[tuple[str, int]]) -> Located:
    """The LaTeX of a chain, each piece where it stands in the text."""
    return join(Located.whole(f"{latex} ", text.origin(at)) for latex, at in pieces)


def _runs(text: str) -> Iterator[tuple[list[Token], int]]:
    """What may be chains: tokens beside each other, and where the text before them ends."""
    run: list[Token] = []
    at, words, before = 0, 0, 0
    letter = LETTER.search(text) is not None
    holding = _holding(text)
    note = ""
    part = False
    """Whether the run begins with a part of a measure in several, 2 h 35 min."""
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if at in holding:
            yield run, before
            run, words, before = [], 0, at + 1
            at = before
            continue
        found = TOKEN.match(text, at)
        kind = str(found.lastgroup).replace("raised", "number").replace("circle", "number") if found else ""
        if letter and kind == "times" and text[at] in "xX" and OPENING.match(text, found.end() if found else at):
            found, kind = None, ""
        if _parts(text, run, kind, at, words):  # "6 workers need 60 / 6": what stands before is another matter
            yield run, before
            part = bool(run[-1].measures & MEASURES)
            run, words, before = [], 0, at
        if part and kind == "equal" and len(run) == 1:  # "2 h 35 min = 155 min" says nothing of 35
            run, words = [], 0
        if kind == "of" and words and (product := OF_A_PRODUCT.match(text, at)) is not None:
            run, words, before, at = [], 0, product.end(), product.end()
            continue
        shared = kind == "of" and words > 0 and any(each.kind == "equal" for each in run)  # "= 10 sets of 2"
        counted = kind == "of" and bool(run) and run[-1].text.isdigit() and not words
        counted &= len(run) < 2 or run[-2].kind != "over"
        if counted and SHARE.match(text, at):  # "23 of 50 = 46%"
            counted, kind = False, "over"
        shared = shared or counted  # "3 of 5 are"
        shared = shared or (
            kind == "open" and bool(run) and run[-1].kind in ENDS and REMARK.match(text, at - 1) is not None
        )  # "= 4 (15 minutes)"
        if found is None or shared or (kind == "unit" and (not _counts(run, found[0], words) or _names(text, at, run))):
            word = WORD.match(text, at)
            assert word is not None
            yield run, before
            run, words, before = [], 0, word.end()
            at = before
            continue
        if kind == "power" and words:  # "63 cm^2"
            at = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip("0123456789"))
            continue
        if kind == "square" and not words:
            run += [Token("power", "^", at, at), Token("number", {"²": "2", "³": "3"}[found[0]], at, found.end())]
        elif kind == "unit":
            words += 1
            run[-1] = run[-1]._replace(measures=run[-1].measures | measured(found[0], text[max(at - NEAR, 0) : at]))
        elif kind == "note":
            note = found[0]
        elif kind != "strong":
            words = 0
            signs = frozenset(sign for sign in "$€£%" if kind == "number" and sign in found[0])
            run.append(Token(kind, (note if kind == "number" else "") + found[0], at, found.end(), signs))
            note = ""
        at = found.end()
    yield run, before


def _parts(text: str, run: list[Token], kind: str, at: int, words: int) -> bool:
    """Whether a chain begins at a number or a sign, as words or nothing stand between it and the number before, or a new line
    begins with a number below a chain."""
    if not run or run[-1].kind not in ENDS:
        return bool(words) and kind in OPERANDS
    below = "\n" in text[run[-1].end : at]
    if kind == "plus":
        return below and text[at + 1 : at + 2].isdigit() and any(each.kind == "equal" for each in run)
    return kind in OPERANDS and (bool(words) or below or kind in ("number", "mixed"))


def _names(text: str, at: int, run: list[Token]) -> bool:
    """Whether a word begins a line and says what it is about: below `3B = 75`, `B = 25`, `Second part: 5 + 2 = 7`, `b) 2`."""
    return "\n" in text[run[-1].end : at] and SAID_OF.match(text, at) is not None


def _counts(run: list[Token], word: str, words: int) -> bool:
    """Whether a word names what the number before it counts."""
    if words and len(word) == 1:
        return False  # "10 means x/2 = 5"
    return bool(run) and run[-1].kind in ENDS and words < MOST_WORDS and word.lower() not in STOPS


def _trimmed(run: list[Token], text: str, before: int) -> list[Token]:
    """The tokens without what belongs to the words around: an equals sign at an end, a dash, a bracket that opens a remark.
    None where what stands around them takes part in them."""
    led = text[:before].rstrip(" *_\n")[-1:]
    if [each.kind for each in run[:2]] == ["close", "equal"]:  # "2(l + w) = 2(3 + 4) = 14"
        run = run[1:]
    if run and run[0].kind == "equal":
        run = run[1:]
    elif len(run) > 2 and run[1].kind == "equal" and run[0].text.isdigit() and _is_told(text, run[0].start):
        run = run[2:]
    elif (
        not LEADS.fullmatch(led)
        or (run and run[0].kind == "open" and FACTOR.search(text, max(before - NEAR, 0), before))
        or (run and run[0].kind == "plus" and _takes_away(text, run[0], run[1:2]))
    ):
        return []
    if run and (
        RAISED.search(text, max(run[0].start - NEAR, 0), run[0].start)
        or (before == run[0].start and text[:before][-1:].isalnum())
    ):
        return []
    while run and run[-1].kind in ("equal", "open", "plus", "of"):
        last, run = run[-1], run[:-1]
        rest = text[last.end :].lstrip()
        word = re.match(r"[A-Za-z]{2,}", rest)
        if last.kind == "open" and (word is None or rest.startswith("mod")):
            return []
        if last.kind == "plus" and (
            last.text == "+" or word is None or f" {last.text} " != text[last.start - 1 : last.end + 1]
        ):
            return []
    if run and (parts := PARTS.match(text, run[-1].end)) and parts[1] != parts[2]:
        if all(measure(each.lower()) in MEASURES for each in parts.groups()):
            ends = [k for k, each in enumerate(run) if each.kind == "equal"]
            return run[: ends[-1]] if ends else []
    return [] if run and GOES_ON.match(text, run[-1].end) else run


def _is_told(text: str, start: int) -> bool:
    """Whether a number belongs to a name or a list before it."""
    near = max(start - NEAR, 0)
    return CALLED.search(text, near, start) is not None or LISTED.search(text, near, start) is not None


def _takes_away(text: str, sign: Token, number: Sequence[Token]) -> bool:
    """Whether a sign before a number stands behind what it is taken away from, "x - 3", and is not the number's own."""
    line = text[max(text.rfind("\n", 0, sign.start) + 1, sign.start - NEAR) : sign.start]
    before = SUBTRACTS.search(line)
    tight = bool(number) and number[0].start == sign.end
    return before is not None and (not tight or before[0].strip() not in ("", "a", "I") or line.rstrip().endswith(")"))


def _holding(text: str) -> frozenset[int]:
    """The places of the brackets behind a space that hold a chain of their own: "26 pens (2 * 13 = 26)"."""
    opened: list[list[int]] = []
    found: set[int] = set()
    for sign in BRACKET.finditer(text):
        match sign[0]:
            case "\n":
                opened.clear()
            case "(":
                opened.append([sign.start(), 0])
            case ")":
                start, equals = opened.pop() if opened else (0, 0)
                if equals and (not start or text[start - 1] in " \t\n*_"):
                    found |= {start, sign.start()}
            case _ if opened:
                opened[-1][1] += 1
    return frozenset(found)


def _is_span(run: Sequence[Token]) -> bool:
    """Whether a chain begins with a span, "10-12 = 2 hours", from which nothing is taken away, as in "10-12 = -2"."""
    if [each.kind for each in run[:4]] != ["number", "plus", "number", "equal"] or run[1].text not in "-–":
        return False
    if [each.kind for each in run[4:]] == ["plus", "number"]:
        return False
    first, dash, second = run[:3]
    tight = first.end == dash.start and dash.end == second.start
    return tight and first.text.isdigit() and second.text.isdigit() and int(first.text) < int(second.text)


def _is_chain(run: Sequence[Token]) -> bool:
    """Whether tokens are members with equals signs between them, and an operation in one of them at least, or one differs."""
    depth, operand, operations, equals = 0, False, 0, 0
    for kind, said, *_ in run:
        match kind:
            case "number" | "mixed":
                if operand:
                    return False
                operand = True
            case "root":
                depth, operand, operations = depth, False, operations + 1
            case "open":
                operations += operand
                depth, operand = depth + 1, False
            case "close":
                if not operand or not depth:
                    return False
                depth -= 1
            case _ if not operand:
                if kind != "plus" or said == "+":
                    return False
            case _:
                if kind == "equal" and depth:
                    return False
                operations += kind != "equal" or said == "≠"
                equals += kind == "equal"
                operand = False
    return operand and not depth and operations > 0 and equals > 0


def _latex(kind: str, said: str) -> str:
    said = re.sub(r"<<[^<>]*>>", "", said)
    if kind == "number":
        said = re.sub(r"\s?[£€]", "", POINT.sub("{,}", said)).replace("−", "-").strip()
        return re.sub(r"\\?([$%])", r"\\\1", said).replace("pi", r"\pi")
    if kind == "mixed":
        whole, over, under = re.split(r"[\s/]+", said)
        return rf"{whole}\frac{{{over}}}{{{under}}}"
    if kind == "root":
        return "√"
    if kind == "equal":
        return {"=": "=", "≠": r"\ne "}.get(said, r"\approx")
    if kind == "power":
        return "^"
    return SIGNS.get(kind, r"\cdot" if kind == "of" else said.replace("−", "-").replace("–", "-"))
