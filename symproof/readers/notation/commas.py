"""Numbers with commas: the groups of `1,250,000`, and `8,5` in an equation that can be read in no other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symproof.readers.notation.tokens import Tokens


def join_numbers(tokens: Tokens) -> None:
    """Put the digits of a number together, at the commas between them."""
    if THOUSANDS.search(tokens.source):
        _join_thousands(tokens)
    if DECIMAL_COMMA.search(tokens.source) and _has_decimal_commas(tokens):
        _join_decimals(tokens)


DECIMAL_COMMA = re.compile(r"(?<![\d,.])(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)(?![\d,.])")


def _has_decimal_commas(tokens: Tokens) -> bool:
    """Whether an equation has no letters, and all its commas stand between two numbers and in no brackets: `8,5 + 1 = 9,5`."""
    kinds = tokens.kinds
    if "name" in kinds or "rel" not in kinds or not {"sign", "op", "frac", "sqrt"} & set(kinds):
        return False
    depth = 0
    for k, kind in enumerate(kinds):
        depth += (kind in ("open", "begin")) - (kind in ("close", "finish"))
        if kind == "comma" and (depth > 0 or not _is_decimal_comma(tokens, k)):
            return False
    return True


def _is_decimal_comma(tokens: Tokens, k: int) -> bool:
    kinds, texts = tokens.kinds, tokens.texts
    return (
        kinds[k - 1 : k + 2] == ["number", "comma", "number"]
        and tokens.ends[k - 1] == tokens.starts[k]
        and tokens.ends[k] == tokens.starts[k + 1]
        and texts[k - 1].isdigit()
        and texts[k + 1].isdigit()
        and kinds[k - 2] != "comma"
        and kinds[k + 2] != "comma"
    )


def _join_decimals(tokens: Tokens) -> None:
    """Put `8,5` together as 8.5."""
    place = 0
    while place < len(tokens.kinds) - 1:
        if tokens.kinds[place + 1] == "comma" and tokens.kinds[place] == "number":
            tokens.texts[place], tokens.ends[place] = (
                f"{tokens.texts[place]}.{tokens.texts[place + 2]}",
                tokens.ends[place + 2],
            )
            tokens.leave_out(place + 1, place + 3)
        place += 1


NUMBERS = frozenset((
    "number", "comma", "op", "sign", "rel", "open", "close", "{", "}", "frac", "sqrt", "text", "unit", "measure", "percent",
    "end",
))  # fmt: skip
"""The kinds of tokens of an equation between numbers."""
THOUSANDS = re.compile(r"(?<![\d,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")


def _join_thousands(tokens: Tokens) -> None:
    """Put `1,250` together where it stands in no brackets, or in brackets around a calculation with numbers alone: which number
    it is, `readers.resolve` says."""
    depth, place = 0, 0
    calculated = _calculated(tokens)
    while place < len(tokens.kinds):
        kind = tokens.kinds[place]
        depth += (kind == "open") - (kind == "close")
        free = depth <= 0 or tokens.starts[place] in calculated
        found = THOUSANDS.match(tokens.source, tokens.starts[place]) if kind == "number" and free else None
        if found and (last := _last_within(tokens, place, found.end())) > place:
            tokens.texts[place], tokens.ends[place] = (
                tokens.source[found.start() : tokens.ends[last]],
                tokens.ends[last],
            )
            tokens.leave_out(place + 1, last + 1)
        place += 1


def _calculated(tokens: Tokens) -> frozenset[int]:
    """Where tokens start that stand in brackets which calculate, `(2,565.2 + 3) = 2,568.2`, in an equation without letters."""
    if "rel" not in tokens.kinds or not NUMBERS.issuperset(tokens.kinds):
        return frozenset()
    opened: list[int] = []
    found: set[int] = set()
    for place, kind in enumerate(tokens.kinds):
        if kind == "open":
            opened.append(place)
        elif kind == "close" and opened:
            inside = range(opened.pop() + 1, place)
            if {"op", "sign"} & {tokens.kinds[k] for k in inside}:
                found |= {tokens.starts[k] for k in inside}
    return frozenset(found)


def _last_within(tokens: Tokens, place: int, end: int) -> int:
    """The last token that starts before `end`."""
    while place + 1 < len(tokens.kinds) and tokens.starts[place + 1] < end:
        place += 1
    return place


GROUPED = re.compile(r"(\d+)((?:(?:\{,\}|\\,|[ \u2009\u202f])\d{3})+)(.*)", re.DOTALL)


IN_WORDS = re.compile(
    r"(?<![\d,._(\[])(?<!_\{)(?<!\\\{)\d+(,)\d+(?![\d,.]|\s*(?:\\right)?\s*(?:[)\]]|\\\}))|(?<![\d,._])(?<!_\{)0(,)\d{2,}(?![\d,.])"
)


def with_commas(latex: str) -> Iterator[tuple[str, int]]:
    """The pieces of a formula in a text in German, each with its place: a comma alone where it stands in a number, `6,5`, and
    in no pair or set, `(1,2)`."""
    at = 0
    for found in IN_WORDS.finditer(latex):
        place = found.start(1) if found[1] else found.start(2)
        yield latex[at:place], at
        yield ",", place
        at = place + 1
    yield latex[at:], at


DECIMAL = re.compile(r"(?<!\d)(?:0\{,\}\d+|\d+\{,\}(?:\d{1,2}|\d{4,}))(?![\d{])")
"""A number with a decimal comma: no thousands end so."""


def grouped(text: str, start: int, kinds: list[str], source: str) -> tuple[str, int]:
    r"""The digits of `1{,}000`, `1\,000` and `1 000`, and where they end: only the first group where no others can follow. Where
    a formula has one decimal comma, `0{,}5`, all its commas in braces are such."""
    if (signed := SIGNED.match(text)) and (len(signed[2]) < 2 or EULER.search(source)):
        return signed[1], start + len(signed[1])
    if text.count("{,}") == 1:
        before, after = text.split("{,}")
        if kinds[-1:] in (["_"], ["^"]) or kinds[-2:] == ["_", "{"]:
            return before, start + len(before)
        if before.isdigit() and after.isdigit() and (len(after) != 3 or DECIMAL.search(source)):
            return f"{before}.{after}", start + len(text)
    if text.count("{,}") == 1 and "\\," in text:  # `1\,273{,}08`
        return text.replace("\\,", "").replace("{,}", "."), start + len(text)
    found = GROUPED.fullmatch(text)
    if found is None:
        return text, start + len(text)
    head, groups, rest = found.groups()
    if len(head) > 3 or (kinds and kinds[-1] in ("_", "^", "frac", "binom", "sqrt")):
        return head, start + len(head)
    return head + re.sub(r"\D", "", groups) + rest, start + len(text)


SIGNED, EULER = re.compile(r"(\d+)e[+](\d+)$"), re.compile(r"(?<![A-Za-z\\\d.])e(?![A-Za-z])")
"""A number as code prints one, `5e+20`, or a multiple of e with a number added: always in `10e+2`, and beside another e."""
POINTED, EXPONENT = re.compile(r"\d+\.\d+"), re.compile(r"[+-]?\d+(?![\d.])")


def with_exponent(tokens: Tokens, position: int) -> int:
    r"""Where the number `1.5\mathrm{e}3` ends, whose exponent stands at a position; 0 where there is none."""
    found = EXPONENT.match(tokens.source, position)
    if found is None or tokens.kinds[-1:] != ["number"] or not POINTED.fullmatch(tokens.texts[-1]):
        return 0
    tokens.texts[-1] += f"e{found.group()}"
    tokens.ends[-1] = found.end()
    return found.end()
