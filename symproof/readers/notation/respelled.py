r"""Tokens as they were meant: `log(x)` without a backslash, `x_1,_2`, `\mid x \mid`, `f : x \mapsto x^2`, `n \choose k`."""

from __future__ import annotations

import re

from symproof.readers.notation.asides import OPENED
from symproof.readers.notation.tokens import Tokens

SPELLED = frozenset(("sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "lg", "exp", "gcd", "det", "arcsin", "arccos",
                     "arctan", "sinh", "cosh", "tanh"))  # fmt: skip
"""Functions that are written as they are called, before a bracket."""
LONGEST = max(map(len, SPELLED))
OPERAND = frozenset(
    ("name", "number", "close", "}", "percent", "degree", "unit", "raised", "lowered", "!", "'", "word")
)
"""What a term may end with."""
PARALLEL = "parallel"
ENDS = frozenset(
    ("rel", "op", "+", "-", "_", "^", "close", "}", "comma", "period", "quad", "newline", "end", "amp", "text")
)
BEFORE_A_SIGN = frozenset(("rel", "open", "{", "conn"))
"""What stands before a sign that has nothing on its left."""
COMPARED = frozenset(("=", "<", "<=", ">", ">=", "!="))
SEPARATORS = frozenset(("newline", "end", "begin", "finish", "conn", "logic", "text", "quad"))


def respell(tokens: Tokens) -> None:
    """Respell the tokens of a formula, in their place; a colon at its end, or at that of a row, belongs to the text."""
    if "colon" in tokens.texts:
        for k, text in enumerate(tokens.texts[1:-1], 1):
            if text == "colon" and tokens.kinds[k] == "rel" and tokens.kinds[k + 1] in ("end", "finish", "text"):
                tokens.kinds[k] = "aside"
            elif text == "colon" and tokens.kinds[k] == "rel" and "amp" in (tokens.kinds[k - 1], tokens.kinds[k + 1]):
                _label(tokens, k)
    for k, kind in enumerate(tokens.kinds):
        if kind == "text" and tokens.texts[k].strip() in (",", ";"):
            tokens.kinds[k], tokens.texts[k] = "comma", tokens.texts[k].strip()
    if "o" in tokens.texts and "comma" in tokens.kinds:
        _bare_or(tokens)
    if "quad" in tokens.kinds and "finish" in tokens.kinds:
        _numbers_of_rows(tokens)
    if "either" in tokens.texts:
        _either(tokens)
    if "+" in tokens.texts and "-" in tokens.texts:
        _both_signs(tokens)
    if "amp" in tokens.kinds and "text" in tokens.kinds:
        _remarks(tokens)
    if "{" in tokens.kinds:
        _scripts_in_braces(tokens)
    if "_" in tokens.kinds:
        _lists_below(tokens)
    if "^" in tokens.kinds and "-" in tokens.texts:
        _negative_exponents(tokens)
    if r"\perp" in tokens.texts:
        _perpendicular(tokens)
    if PARALLEL in tokens.texts:
        _bars_of_norms(tokens)
    if "mid" in tokens.texts:
        _absolute_values(tokens)
    if tokens.texts[1:4:2] == ["colon", "mapsto"]:
        _assigned(tokens)
    if "big" in tokens.kinds and "unknown" in tokens.kinds:
        _arrow_of_a_limit(tokens)
    if "choose" in tokens.kinds:
        _bare_choice(tokens)
    if "sim" in tokens.texts:
        _distributions(tokens)
    if "in" in tokens.texts and ("[" in tokens.texts or "]" in tokens.texts):
        _turned_brackets(tokens)
    if "open" in tokens.kinds:
        _spelled_functions(tokens)
    if "(" in tokens.texts and "||" in tokens.texts:
        _compared_by_words(tokens)


def _label(tokens: Tokens, colon: int) -> None:
    """`x^2 &: 0 = A + B`: what stands before an aligned colon and an equation is the name of its row, and no part of it."""
    start = colon - 1
    while start > 0 and tokens.kinds[start - 1] not in SEPARATORS:
        start -= 1
    end = colon + 1
    while end < len(tokens.kinds) - 1 and tokens.kinds[end] not in SEPARATORS:
        end += 1
    behind = {tokens.texts[k] for k in range(colon + 1, end) if tokens.kinds[k] == "rel"}
    if behind and behind <= COMPARED and "rel" not in tokens.kinds[start:colon]:
        for k in range(start, colon + 1):
            if tokens.kinds[k] != "amp":
                tokens.kinds[k] = "aside"


def _arrow_of_a_limit(tokens: Tokens) -> None:
    r"""`\lim_{n \tendsto \infty}`: a command that nobody knows between a letter and its end, below a limit, is an arrow."""
    kinds, texts = tokens.kinds, tokens.texts
    for k in range(len(kinds) - 4):
        if (
            texts[k] == "lim"
            and kinds[k + 1 : k + 5] == ["_", "{", "name", "unknown"]
            and texts[k + 4].startswith("\\")
        ):
            kinds[k + 4], texts[k + 4] = "rel", "to"


def _turned_brackets(tokens: Tokens) -> None:
    r"""`x \in ]0, 1[` is `x \in (0, 1)`: behind a membership, or a union of sets, a bracket that turns away leaves it out."""
    kinds, texts = tokens.kinds, tokens.texts
    for k in range(1, len(kinds) - 1):
        begins = texts[k - 1] in ("in", "notin", "cup", "cap", "setminus") and kinds[k - 1] in ("rel", "op")
        if not begins or kinds[k] not in ("open", "close") or texts[k] not in ("[", "]"):
            continue
        end = _end_of_interval(tokens, k + 1)
        if end < 0 or (texts[k], texts[end]) == ("[", "]") or "in" not in texts[:k]:
            continue
        for place, kind, left, right in ((k, "open", "]", "("), (end, "close", "[", ")")):
            kinds[place], texts[place] = kind, right if texts[place] == left else texts[place]


def _end_of_interval(tokens: Tokens, start: int) -> int:
    """The bracket that ends an interval of two numbers, which no operand follows; -1 where there is none."""
    depth, commas = 0, 0
    for k in range(start, len(tokens.kinds) - 1):
        kind, text = tokens.kinds[k], tokens.texts[k]
        if depth == 0 and text in ("[", "]") and kind in ("open", "close"):
            ends = tokens.kinds[k + 1] in ENDS or tokens.kinds[k + 1] in ("conn", "logic", "amp", "aside")
            return k if commas == 1 and ends else -1
        depth += (kind in ("open", "{")) - (kind in ("close", "}"))
        commas += kind == "comma" and depth == 0
        if depth < 0 or kind in SEPARATORS or kind == "rel":
            return -1
    return -1


def _assigned(tokens: Tokens) -> None:
    r"""`f : x \mapsto x^2` gives a function, as `f(x) = x^2` does."""
    kinds, texts = tokens.kinds, tokens.texts
    if kinds[:4] == ["name", "rel", "name", "rel"] and kinds[4:5] != ["end"]:
        kinds[1], texts[1], texts[3] = "open", "(", "="
        _change(tokens, 3, ")", insert=True)
        kinds[3] = "close"


def _both_signs(tokens: Tokens) -> None:
    r"""`x = +-2` is typed for `x = \pm 2`, where nothing stands on the left of the signs; `3 = +-2` may be meant as it stands."""
    kinds, texts = tokens.kinds, tokens.texts
    for k in range(len(kinds) - 2, 0, -1):
        glued = texts[k : k + 2] == ["+", "-"] and tokens.ends[k] == tokens.starts[k + 1]
        if glued and kinds[k - 1] in BEFORE_A_SIGN and "name" in kinds[:k]:
            texts[k], tokens.ends[k] = r"\pm", tokens.ends[k + 1]
            tokens.leave_out(k + 1, k + 2)


def _bars_of_norms(tokens: Tokens) -> None:
    r"""`\parallel x \parallel` is a norm, where no term stands behind the last of an even number of such signs."""
    kinds, texts = tokens.kinds, tokens.texts
    places = [k for k, text in enumerate(texts) if text == PARALLEL]
    if len(places) % 2 == 0 and kinds[places[-1] + 1] in ENDS:
        for number, k in enumerate(places):
            kinds[k], texts[k] = "close" if number % 2 else "open", "||"


def _numbers_of_rows(tokens: Tokens) -> None:
    r"""Leave out the number of an equation at the end of its row in braces, `x + y = 3 \quad (1)`: it is no factor."""
    kinds, texts = tokens.kinds, tokens.texts
    place = 0
    while (place := _next(kinds, place, ["quad", "open", "number", "close"])) >= 0:
        ends = kinds[place + 4] in ("newline", "finish") and texts[place + 4] not in OPENED
        if ends and texts[place + 1] == "(" and "rel" in kinds[:place]:
            tokens.leave_out(place, place + 4)
        else:
            place += 1


def _bare_or(tokens: Tokens) -> None:
    """`x = 2, or x = 3` without \\text: the letters o and r, side by side behind a comma, before a letter and its relation."""
    kinds, texts = tokens.kinds, tokens.texts
    place = 0
    while (place := _next(kinds, place, ["comma", "name", "name", "name", "rel"])) >= 0:
        beside = tokens.ends[place + 1] == tokens.starts[place + 2]
        if texts[place + 1 : place + 3] == ["o", "r"] and beside:
            kinds[place + 1], texts[place + 1] = "logic", "or"
            tokens.leave_out(place + 2, place + 3)
            tokens.leave_out(place, place + 1)
        place += 1


def _either(tokens: Tokens) -> None:
    r"""The rows of two columns of alternatives, `x - 1 = 2 & \text{or} & x - 1 = -2`: each is one statement."""
    kinds, texts = tokens.kinds, tokens.texts
    inside, began, joined = False, False, -1
    for k, kind in enumerate(kinds):
        if kind in ("begin", "finish") and texts[k] == "either":
            inside, texts[k] = kind == "begin", "aligned"
        if not inside or kind in ("newline", "begin"):
            began, joined = False, -1
        elif kind in ("amp", "text", "quad", "comma") and not (kind == "text" and texts[k].strip().lower() != "or"):
            joined = k if began and joined < 0 else joined
            kinds[k], texts[k] = ("logic", "or") if joined == k else ("aside", "")
        else:
            began = True


CONDITION = re.compile(
    r"(If|For|When|Where|Whenever|Let|Or|And|Assum\w+|Suppos\w+|Given|Since|Because|As|With|Provided|So|Thus|Hence|Then|Therefore|By|From)\b"
)


def _remarks(tokens: Tokens) -> None:
    r"""Set aside the remark in the last cells of a row, `& \text{Multiply by } -2.`: a sentence that is no condition."""
    kinds, texts = tokens.kinds, tokens.texts
    aside, depth = False, 0
    for k, kind in enumerate(kinds):
        depth += (kind in ("open", "{")) - (kind in ("close", "}"))
        if kind in ("newline", "end", "finish", "begin") or depth < 0:
            aside = False
        elif kind == "text" and _begins_cell(kinds, k):
            words = texts[k].strip()
            aside = aside or (words[:1].isupper() and " " in words and CONDITION.match(words) is None)
        if aside:
            kinds[k - (kinds[k - 1] == "{") : k + 1] = ["aside"] * (1 + (kinds[k - 1] == "{"))


def _begins_cell(kinds: list[str], k: int) -> bool:
    """Whether words stand at the beginning of a cell, or go on from some that do; braces may stand around them."""
    at = k - 1 if k and kinds[k - 1] == "{" and kinds[k + 1] == "}" else k
    return at > 0 and kinds[at - 1] in ("amp", "aside")


def _spelled_functions(tokens: Tokens) -> None:
    """`log(17)`: letters without a space between them, the whole of their run, that spell a function before a bracket."""
    kinds, texts, starts, ends = tokens.kinds, tokens.texts, tokens.starts, tokens.ends
    place = 0
    while place < len(kinds):
        end = place
        while kinds[end] == "name" and texts[end].isalpha() and (end == place or ends[end - 1] == starts[end]):
            end += 1
        word = "".join(texts[place:end]) if 1 < end - place <= LONGEST else ""
        if (
            (word in SPELLED or word == "Pr")
            and kinds[end] == "open"
            and texts[end] in ("(", "[", "{")
            and not set(range(place, end)) & tokens.styles.keys()
        ):
            kinds[place], texts[place], ends[place] = "function", word, ends[end - 1]
            tokens.leave_out(place + 1, end)
            end = place + 1
        place = max(end, place + 1)


def _distributions(tokens: Tokens) -> None:
    r"""`X \\sim Bin(n, p)`: letters without a space between them, behind that sign and before a bracket, are one word."""
    kinds, texts, starts, ends = tokens.kinds, tokens.texts, tokens.starts, tokens.ends
    for place in range(len(kinds) - 1, 0, -1):
        end = place
        while kinds[end] == "name" and texts[end].isalpha() and (end == place or ends[end - 1] == starts[end]):
            end += 1
        begins = kinds[place - 1] == "rel" and texts[place - 1] == "sim" and texts[place].isupper()
        if begins and end - place > 1 and kinds[end] == "open" and not set(range(place, end)) & tokens.styles.keys():
            kinds[place], texts[place], ends[place] = "word", "".join(texts[place:end]), ends[end - 1]
            tokens.styles[place] = "mathrm"
            tokens.leave_out(place + 1, end)


def _scripts_in_braces(tokens: Tokens) -> None:
    r"""`x{_k}` is set as `x_k`: braces around one script alone, behind a term."""
    kinds = tokens.kinds
    place = 0
    while (place := next((k for k in range(place + 1, len(kinds)) if kinds[k] == "{"), -1)) > 0:
        if kinds[place - 1] not in ("name", "close", "word") or kinds[place + 1] not in ("_", "^"):
            continue
        if kinds[place + 2] in ("name", "number") and kinds[place + 3] == "}":
            tokens.leave_out(place + 3, place + 4)
            tokens.leave_out(place, place + 1)


def _compared_by_words(tokens: Tokens) -> None:
    r"""`KL(p \\| q)`: capital letters side by side before brackets that two bars divide are one word."""
    kinds, texts, starts, ends = tokens.kinds, tokens.texts, tokens.starts, tokens.ends
    place = 0
    while place < len(kinds):
        end = place
        while kinds[end] == "name" and texts[end].isupper() and (end == place or ends[end - 1] == starts[end]):
            end += 1
        if end - place > 1 and kinds[end] == "open" and _bars_inside(kinds, texts, end) == 1:
            texts[place], ends[place] = "".join(texts[place:end]), ends[end - 1]
            tokens.styles[place] = "mathrm"
            tokens.leave_out(place + 1, end)
            end = place + 1
        place = max(end, place + 1)


def _bars_inside(kinds: list[str], texts: list[str], start: int) -> int:
    """How many double bars stand in brackets that open at a place, but for those in brackets inside."""
    depth = found = 0
    for kind, text in zip(kinds[start:], texts[start:], strict=True):
        depth += (kind == "open") - (kind == "close")
        found += depth == 1 and text == "||"
        if depth == 0:
            break
    return found


def _lists_below(tokens: Tokens) -> None:
    """`x_1,_2` is `x_{1,2}`."""
    kinds = tokens.kinds
    place = 0
    while (place := _next(kinds, place, ["_", "number", "comma", "_", "number"])) >= 0:
        _change(tokens, place + 5, "}", insert=True)
        _change(tokens, place + 3, "", insert=False)
        _change(tokens, place + 1, "{", insert=True)
        place += 1


def _negative_exponents(tokens: Tokens) -> None:
    """`10^-2` is typed for `10^{-2}`, and `e^-x` for `e^{-x}`; `x^-` alone is approached from below."""
    kinds, texts, ends = tokens.kinds, tokens.texts, tokens.ends
    for k in range(len(kinds) - 3, 0, -1):
        glued = ends[k] == tokens.starts[k + 1] and ends[k + 1] == tokens.starts[k + 2]
        number = kinds[k + 2] == "number" or (
            kinds[k + 2] == "name" and (kinds[k - 1] == "number" or texts[k - 1] == "e")
        )
        if texts[k : k + 2] == ["^", "-"] and glued and number:
            _change(tokens, k + 3, "}", insert=True)
            _change(tokens, k + 1, "{", insert=True)


def _next(kinds: list[str], start: int, pattern: list[str]) -> int:
    return next((k for k in range(start, len(kinds) - len(pattern) + 1) if kinds[k : k + len(pattern)] == pattern), -1)


def _change(tokens: Tokens, place: int, sign: str, *, insert: bool) -> None:
    """Put a sign in before a token, or leave that out."""
    if not insert:
        tokens.leave_out(place, place + 1)
        return
    at = tokens.starts[place] if sign == "{" else tokens.ends[place - 1]
    tokens.spaced = {each if each < place else each + 1 for each in tokens.spaced}
    tokens.styles = {k if k < place else k + 1: style for k, style in tokens.styles.items()}
    tokens.kinds.insert(place, sign)
    tokens.texts.insert(place, sign)
    tokens.starts.insert(place, at)
    tokens.ends.insert(place, at)


def _absolute_values(tokens: Tokens) -> None:
    r"""`\mid x - 1 \mid` where a term is missing before the first sign: bars; and `x^2 \mid_0^1`, that of values at ends."""
    kinds, texts = tokens.kinds, tokens.texts
    opened = -1
    for k, kind in enumerate(kinds):
        if kind in SEPARATORS:
            opened = -1
        if kind != "rel" or texts[k] != "mid":
            continue
        ends_term = k > 0 and kinds[k - 1] in OPERAND
        if opened < 0 and ends_term and kinds[k + 1] in ("_", "^"):
            kinds[k], texts[k] = "bar", "|"
        elif opened >= 0 and ends_term:
            for bar in (opened, k):
                kinds[bar], texts[bar] = "bar", "|"
            opened = -1
        else:
            opened = -1 if ends_term else k


def _perpendicular(tokens: Tokens) -> None:
    r"""`x \\perp y`, but for the mark of `U^\\perp`: a relation."""
    kinds, texts = tokens.kinds, tokens.texts
    for k in range(1, len(kinds) - 1):
        if (
            kinds[k] == "mark"
            and texts[k] == r"\perp"
            and kinds[k - 1] in OPERAND
            and kinds[k + 1] not in ("mark", "}", "end")
        ):
            kinds[k], texts[k] = "rel", "perp"


def _bare_choice(tokens: Tokens) -> None:
    r"""`n \choose 2` as the whole of a formula: what it covers are braces' contents."""
    if tokens.kinds.count("choose") != 1 or {"{", "rel", "comma", "open", "newline", "text"} & set(tokens.kinds):
        return
    _change(tokens, len(tokens.kinds) - 1, "}", insert=True)
    _change(tokens, 0, "{", insert=True)
