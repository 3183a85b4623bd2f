r"""LaTeX into tokens: kinds, canonical texts and places, in four lists of equal length.

Spacing is dropped (`spaced` remembers before which tokens it stood), `\left(` and `\bigl(` are brackets that open,
texts and environments are one token each. What no table knows is a token of kind "unknown". One pass, linear time.
"""

from __future__ import annotations

import re

from symproof.readers.notation.arrays import EMPTY, EMPTY_ARRAY, kind_of_array
from symproof.readers.notation.bars import is_one_sign
from symproof.readers.notation.commands import (
    ACCENTS_ABOVE,
    CHANCE,
    COMMANDS,
    COMPOUND,
    LIMITS,
    NEGATED,
    OPTIMA,
    SIGNS,
    STYLES_AND_BRACES,
    fraction_of,
    unicode_token,
)
from symproof.readers.notation.commas import grouped, join_numbers, with_exponent
from symproof.readers.notation.measured import bare_unit, fraction, measures, unit
from symproof.readers.notation.typed import BRACKET, typed
from symproof.readers.notation.unit_words import SINGLE

TOKEN = re.compile(
    r"""(\s+|%[^\n]*\n?)                                    # nothing
    | (\\[A-Za-z]+|\\(?s:.))                                # a command
    | (\d{1,3}(?:\\,\d{3})+\{,\}\d+(?!\d)
        |\d+\{,\}\d+(?!\d|\{|\.\d)
        |\d+(?:(?:\{,\}|\\,|[ \u2009\u202f])\d{3}(?!\d))*(?:\.\d*\\overline\{\d+\}|\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z\d]))?
        |\.\d+(?:[eE][+-]?\d+)?)
    | ([A-Za-z])
    | (<=>|<=|>=|=>|->|:=|==|=:|\|\||\.\.\.|\+/-)
    | ((?s:.))""",
    re.VERBOSE,
)
WIDE = re.compile(r"(?:\\ \s*){3,}")
"""So many spaces that they stand between columns."""
GROUP = re.compile(r"\s*\{")
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
OPTION = re.compile(r"\s*\*?\s*(?:\[[^\]\n&]{0,20}(?:pt|em|ex|cm|mm|in|skip)\])?")
WORD = re.compile(r"[A-Za-z]{2,}")
RAISE = {"left": "open", "right": "close", "middle": "middle"}
CONNECTING = frozenset(
    ("if", "for", "and", "or", "when", "where", "with", "so", "then", "since", "as", "is", "in", "by", "on")
)
"""Words before a bracket that are no function."""
WORDS = re.compile(r"[A-Za-z]{2,}\s*(?:\\[ ,;]|~)\s*[A-Za-z]{2,}|^\s*s\.\s*t\.\s*$")
r"""Several words in upright letters, `\mathrm{by\ induction}`, or their initials, `\mathrm{s.t.}`: a remark."""
PLAIN_WORD = re.compile(r"(?:[A-Za-z0-9\-]|\s|\\[,;! ]|~)*")
MOST_NESTED = 2
"""How deep annotations may be annotated."""
MOST_ANNOTATED = 400
"""Characters of an annotation and of what it annotates."""


class Tokens:
    """The tokens of a formula. `kinds` ends with "end", so that looking one ahead is always possible."""

    __slots__ = ("_braces", "arrays", "ends", "kinds", "nested", "source", "spaced", "starts", "styles", "texts")

    def __init__(self, source: str) -> None:
        self.source = source
        self.kinds: list[str] = []
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.spaced: set[int] = set()
        self.styles: dict[int, str] = {}
        self.nested = 0
        self.arrays: list[str] = []
        """What the arrays that are open are taken for."""
        self._braces: dict[int, int] | None = None

    def leave_out(self, first: int, end: int) -> None:
        """Take away the tokens from the first up to the end."""
        for row in (self.kinds, self.texts, self.starts, self.ends):
            del row[first:end]
        self.spaced = {each if each < first else each - (end - first) for each in self.spaced}
        self.styles = {k if k < first else k - (end - first): style for k, style in self.styles.items()}

    def closing(self, brace: int) -> int | None:
        """Where the brace is closed that opens at an offset; all are matched in one pass, once."""
        if self._braces is None:
            self._braces, opened = {}, []
            for found in BRACE.finditer(self.source):
                if found.group() == "{":
                    opened.append(found.start())
                elif found.group() == "}" and opened:
                    self._braces[opened.pop()] = found.start()
        return self._braces.get(brace)

    def add(self, kind: str, text: str, start: int, end: int) -> int:
        """One more token, and where it ends."""
        self.kinds.append(kind)
        self.texts.append(text)
        self.starts.append(start)
        self.ends.append(end)
        return end

    def extend(self, inner: Tokens) -> None:
        """The tokens of a piece, without its end."""
        count = len(self.kinds)
        self.spaced |= {count + place for place in inner.spaced}
        self.styles |= {count + place: style for place, style in inner.styles.items()}
        self.kinds += inner.kinds[:-1]
        self.texts += inner.texts[:-1]
        self.starts += inner.starts[:-1]
        self.ends += inner.ends[:-1]


def tokenize(source: str, start: int = 0, end: int | None = None, nested: int = 0) -> Tokens:
    """The tokens of `source` (from `start` to `end`), whatever it is."""
    tokens = Tokens(source)
    tokens.nested = nested
    kinds, texts, starts, ends = tokens.kinds, tokens.texts, tokens.starts, tokens.ends
    match = TOKEN.match
    position, size = start, len(source) if end is None else end
    direction, negated, opened = "", -1, 0
    names = typed(source, start, size)
    while position < size:
        found = match(source, position)
        assert found is not None  # the last group takes any character
        group, start = found.lastindex, position
        position = found.end()
        if group == 1:
            continue
        text = found.group()
        if group == 4:
            kind, text, position = names.get(start, ("name", text, position))
        elif group == 3:
            kind = "number"
            if not text.isalnum():
                text, position = grouped(text, start, kinds, tokens.source)
        else:
            if group == 5 and direction and is_one_sign(text, source):
                group, text, position = 6, text[0], start + 1
            row = (COMMANDS if group == 2 else COMPOUND if group == 5 else SIGNS).get(text)
            if row is None:
                foreign = unicode_token(text) if group == 6 else None
                if foreign is None:
                    _unknown(tokens, text, start, position)
                    continue
                kind, text, style = foreign
                if style:
                    tokens.styles[len(kinds)] = style
            else:
                kind, text = row
            if kind == "space" and (wide := WIDE.match(tokens.source, start)):
                tokens.add("quad", "", start, wide.end())
                position = wide.end()
                continue
            if kind in ("skip", "space"):
                if kind == "space":
                    tokens.spaced.add(len(kinds))
                continue
            if kind == "not":
                negated = start
                continue
            if kind in RAISE:
                direction, opened = RAISE[kind], start
                continue
            if kind in SPECIAL:
                position = SPECIAL[kind](tokens, text, start, position)
                continue
        if direction:
            kind, text = _directed(direction, kind, text)
            start, direction = opened, ""
        if negated >= 0:
            kind, text = ("rel", NEGATED[text]) if kind == "rel" and text in NEGATED else ("unknown", "\\not")
            start, negated = negated, -1
        if kind == "close" and text == "}" and kinds[-1:] == ["open"] and texts[-1] == "{":  # \\{\\}
            kinds[-1], texts[-1], ends[-1] = "name", "\\emptyset", position
            continue
        if kind == "}" and kinds[-1:] == ["{"]:
            script = kinds[-2:-1] in (["^"], ["_"])  # x^{}
            if script or _is_space(kinds, source, position):
                tokens.leave_out(len(kinds) - 1 - script, len(kinds))
                continue
        kinds.append(kind)
        texts.append(text)
        starts.append(start)
        ends.append(position)
    if negated >= 0:
        tokens.add("unknown", "\\not", negated, size)
    if direction:
        tokens.add("unknown", "\\left" if direction == "open" else "\\right", opened, size)
    tokens.add("end", "", size, size)
    if "," in source:
        join_numbers(tokens)
    return tokens


WITH_ARGUMENT = frozenset(
    ("_", "^", "frac", "binom", "sqrt", "style", "accent", "word", "operator", "substack", "brace", "begin")
)
SCRIPT, SIGN = re.compile(r"\s*[_^]"), re.compile(r"\s*(?:[-+=<>&]|\\(?!(?:frac|sqrt)\b)[A-Za-z]+|$)")


def _is_space(kinds: list[str], source: str, end: int) -> bool:
    r"""Whether the empty group that ends here is there for the space around a sign, `{}= b`, and no argument, `\frac{a}{}`."""
    before = kinds[-2] if len(kinds) > 1 else ""
    if before in WITH_ARGUMENT or SCRIPT.match(source, end):
        return False
    return before != "}" or SIGN.match(source, end) is not None


def _unknown(tokens: Tokens, text: str, start: int, position: int) -> None:
    """A sign that no table knows, unless it is a fraction of Unicode."""
    fraction = fraction_of(text) if len(text) == 1 and not text.isascii() else None
    if fraction is None:
        tokens.add("unknown", text, start, position)
        return
    tokens.add("frac", "frac", start, position)
    for part in fraction:
        tokens.add("{", "{", start, position)
        tokens.add("number", part, start, position)
        tokens.add("}", "}", start, position)


def _directed(direction: str, kind: str, text: str) -> tuple[str, str]:
    r"""What a delimiter is after `\left` or `\right`."""
    if kind in ("open", "close", "bar") or text in ("<", ">"):
        return direction, text
    if kind == "period":
        return direction, "."
    if kind == "slash":
        return "unknown", "/"
    return "unknown", f"\\left{text}" if direction == "open" else f"\\right{text}"


# Commands that take raw text --------------------------------------------------------------------------


def _raw_group(tokens: Tokens, position: int) -> tuple[str, int] | None:
    """The text of the group in braces at `position`, and where it ends; None where there is none."""
    found = GROUP.match(tokens.source, position)
    if found is None:
        return None
    end = tokens.closing(found.end() - 1)
    return None if end is None else (tokens.source[found.end() : end], end + 1)


BELOW = re.compile(r"\s*(?:\\limits\s*)?_")
"""What makes an operator of the word before it."""


def _text(tokens: Tokens, text: str, start: int, position: int) -> int:
    if text == "$" and tokens.source[position : position + 1].isdigit():  # \$12: a price in dollars
        return position
    if text:  # a sign that is a text by itself
        return tokens.add("text", text, start, position)
    group = _raw_group(tokens, position)
    if group is None:
        return tokens.add("unknown", tokens.source[start:position], start, position)
    words, end = group
    command = tokens.source[start:position]
    kind = "tag" if command == "\\tag" else "label" if command == "\\label" else "text"
    if words.strip() in ("R", "r") and tokens.kinds[-1:] == ["number"] and kind == "text":  # 17 : 5 = 3 \text{ R } 2
        kind, words = "name", words.strip()
    if words.strip() in ("of", "von") and tokens.kinds[-1:] in (["percent"], ["}"]):  # 15\% of 80, \frac{2}{3} of 60
        kind, words = "op", "cdot"
    if kind == "text" and measures(tokens, words):
        return unit(tokens, words, start, end)
    if words.strip() in LIMITS and kind == "text" and BELOW.match(tokens.source, end):  # \\text{sup}_{x}
        kind, words = "big", words.strip()
    if words.strip() == "Id" and kind == "text":  # the identity
        kind, words = "word", "Id"
    called = kind == "text" and BRACKET.match(tokens.source, end) and (WORD.fullmatch(words) or words in ("E", "P"))
    if called and words.lower() not in CONNECTING:
        kind = "operator"
    tokens.add(kind, words, start, end)
    return end


STATED = re.compile(r"[=<>,;]|\\(text|[lg]eq?|neq?|in|approx|lor|vee|pm|\{)(?![A-Za-z])")


def _tag(tokens: Tokens, text: str, start: int, position: int) -> int:
    if tokens.source[position : position + 1] == "*":
        group = _raw_group(tokens, position + 1)
        if group is not None:
            tokens.add("tag", group[0], start, group[1])
            return group[1]
    return _text(tokens, "", start, position)


def _drop(tokens: Tokens, text: str, start: int, position: int) -> int:
    group = _raw_group(tokens, position + (tokens.source[position : position + 1] == "*"))
    if group is None:
        return tokens.add("unknown", tokens.source[start:position], start, position)
    return group[1]


def _boxed(tokens: Tokens, text: str, start: int, position: int) -> int:
    r"""A box around a statement or a list, `\boxed{x = 2, x = 3}`, is no part of it; one around a term is as good as braces."""
    group = _raw_group(tokens, position)
    if group is None or not STATED.search(group[0]):
        return position
    words, end = group
    tokens.extend(tokenize(tokens.source, end - 1 - len(words), end - 1, tokens.nested))
    return end


def _environment(tokens: Tokens, text: str, start: int, position: int) -> int:
    command = tokens.source[start:position]
    group = _raw_group(tokens, position)
    if group is None:
        return tokens.add("unknown", command, start, position)
    name, end = group
    name = name.strip().removesuffix("*")
    columns = name in ("array", "alignat", "alignedat", "tabular")
    if name == "array":
        if command == "\\begin" and (nothing := EMPTY.match(tokens.source, end)):
            return nothing.end()
        name = _aligned(tokens, command, start, end)
    if command == "\\begin":
        if columns:
            group = _raw_group(tokens, end)
            end = group[1] if group else end
        elif tokens.source[end : end + 1] == "[" and (
            name in ("aligned", "gathered", "split") or (name.endswith("matrix") and group[0].strip().endswith("*"))
        ):
            closing = tokens.source.find("]", end, end + 4)
            end = closing + 1 if closing > 0 else end
    tokens.add("begin" if command == "\\begin" else "finish", name, start, end)
    return end


def _aligned(tokens: Tokens, command: str, start: int, end: int) -> str:
    r"""What an array is taken for, to its end."""
    if command == "\\begin":
        columns = _raw_group(tokens, end)
        body = tokens.source[columns[1] if columns else end : end + 4000]
        body = EMPTY_ARRAY.sub("", body).partition(r"\end{array}")[0]
        tokens.arrays.append(kind_of_array(tokens.source[:start], body))
        return tokens.arrays[-1]
    return tokens.arrays.pop() if tokens.arrays else "array"


def _annotated(tokens: Tokens, text: str, start: int, position: int) -> int:
    r"""`\overset{(a)}{\le}` is the relation; `\underset{w}{\operatorname{argmin}}` is the operator with a bound below."""
    command = tokens.source[start:position]
    above = GROUP.match(tokens.source, position) if tokens.nested < MOST_NESTED else None
    close = tokens.closing(above.end() - 1) if above else None
    below = GROUP.match(tokens.source, close + 1) if close is not None else None
    last = tokens.closing(below.end() - 1) if below else None
    if above is None or close is None or below is None or last is None or last - start > MOST_ANNOTATED:
        return tokens.add("unknown", command, start, position)
    end = last + 1
    if accent := ACCENTS_ABOVE.get(tokens.source[above.end() : close].strip()) if command != "\\underset" else None:
        tokens.add("accent", accent, start, above.end() - 1)
        return close + 1
    inner = tokenize(tokens.source, below.end(), last, tokens.nested + 1)
    if len(inner.kinds) == 2 and inner.kinds[0] in ("rel", "conn"):
        tokens.add(inner.kinds[0], inner.texts[0], start, end)
        return end
    for k, word in enumerate(map(str.strip, inner.texts)):
        if word in OPTIMA:  # `\underset{x}{\text{minimize}}`
            inner.kinds[k], inner.texts[k] = "big", OPTIMA[word]
    chance = "".join(each for each in inner.texts if each not in STYLES_AND_BRACES) in CHANCE
    if command == "\\underset" and (chance or any(word in LIMITS for word in inner.texts)):
        bound = tokenize(tokens.source, above.end(), close, tokens.nested + 1)
        inner.starts[0] = start
        tokens.extend(inner)
        tokens.add("_", "_", start, above.end() - 1)
        tokens.add("{", "{", above.end() - 1, above.end())
        tokens.extend(bound)
        tokens.add("}", "}", close, close + 1)
        return end
    tokens.add("unknown", command, start, position)
    return position


def _newline(tokens: Tokens, text: str, start: int, position: int) -> int:
    end = found.end() if (found := OPTION.match(tokens.source, position)) else position
    tokens.add("newline", "\\\\", start, end)
    return end


def _operator(tokens: Tokens, text: str, start: int, position: int) -> int:
    group = _raw_group(tokens, position + (tokens.source[position : position + 1] == "*"))
    if group is None or not PLAIN_WORD.fullmatch(group[0]):
        tokens.add("unknown", "\\operatorname", start, position)
        return position
    word = re.sub(r"\s|\\[,;! ]|~", "", group[0])
    tokens.add(*(("big", OPTIMA[word]) if word in OPTIMA else ("operator", word)), start, group[1])
    return group[1]


def _style(tokens: Tokens, text: str, start: int, position: int) -> int:
    r"""`\mathrm{Var}` is one word; any other style waits for what it styles."""
    if text in ("mathrm", "mathsf", "mathit", "mathtt"):
        group = _raw_group(tokens, position) or bare_unit(tokens, text, position)
        if group is not None:
            word = re.sub(r"\\[,;! ]|~", "", group[0]).strip()
            if word == "e" and (number := with_exponent(tokens, group[1])):
                return number
            if word in ("argmin", "argmax"):
                return tokens.add("big", word, start, group[1])
            if WORDS.search(group[0]):
                return _text(tokens, "", start, position)
            spaced = len(tokens.kinds) in tokens.spaced
            if text == "mathrm" and measures(tokens, group[0]) and (spaced or word not in SINGLE):
                return unit(tokens, group[0], start, group[1])
            if WORD.fullmatch(word):
                tokens.styles[len(tokens.kinds)] = text
                tokens.add("word", word, start, group[1])
                return group[1]
    tokens.add("style", text, start, position)
    return position


SPECIAL = {
    "text": _text, "label": _text, "frac": fraction, "tag": _tag, "drop": _drop, "boxed": _boxed, "begin": _environment,
    "end": _environment, "newline": _newline, "operatorname": _operator, "style": _style, "over": _annotated,
}  # fmt: skip
