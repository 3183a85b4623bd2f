"""Tables with a column of calculations and, beside it, one of what they come to: `4 × 0.75 | 3.00` says `4 × 0.75 = 3.00`; of
functions beside their derivatives, `f(x) | f'(x)`; and of the values of a term, `x^2 | 4 | 9` below `x | 2 | 3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

from symproof.readers.document.finding.items import Formula
from symproof.readers.document.finding.located import Located, join
from symproof.readers.document.finding.plain import NUMBER, find_arithmetic, latex_of

CALCULATION = re.compile(
    r"\W*(calculations?|calc|computations?|workings?|arithmetic|expressions?|rechnung(en)?|aufgaben?)\W*", re.IGNORECASE
)
RESULT = re.compile(
    r"\W*(results?|answers?|(sub)?totals?|values?|amounts?|costs?|sums?|outcomes?|ergebnis(se)?|lösung(en)?)\b(?!.*\b(round|remainder))[^|]*",
    re.IGNORECASE,
)
RELATION = re.compile(r"[=<>≈≠≤≥]|\\(approx|sim|neq?|[lg]eq?|[lg]t)(?![A-Za-z])")
WORD = re.compile(r"\\(text|mathrm|mbox)\s*\{[^{}]*\}|\\[A-Za-z]+")
PLAIN = re.compile(rf"[\s*_]*(?P<sign>[=≈]?)\s*(?P<number>[−–-]?\s*(\\?[$€£]\s?)?{NUMBER}(\s?\\?%)?)[\s\w*.²³^/]*")
"""A cell with a number, and words for what is counted."""


FUNCTION = re.compile(r"[a-zA-Z]\((?P<letter>[a-z])\)|y|functions?", re.IGNORECASE)
RATE = re.compile(
    r"[a-zA-Z]'\([a-z]\)|y'|\\d?frac\{d\w?(\(?[a-z]\)?)?\}\{d(?P<letter>[a-z])\}.*|derivatives?", re.IGNORECASE
)
PRIMITIVE = re.compile(r"F\([a-z]\)|\\int.*|antiderivatives?|primitives?", re.IGNORECASE)
"""The heads of columns of functions, of their derivatives, and of functions of which they are the derivatives."""
TERM = r"(?<![A-Za-z\\]){}(?![A-Za-z])"
OTHER = re.compile(r"(?<![A-Za-z\\])[A-Za-z]")


PLAIN_NUMBER = re.compile(rf"\s*(?P<number>[−–-]?\s*(?:{NUMBER}|\\d?frac\s*\{{\d+\}}\s*\{{\d+\}}))\s*")


SIGN = re.compile(
    r"[\s$*_(]*(?:\\\()?\s*(?:(?P<plus>\+|positive|\+ve)|(?P<minus>[-−–]|negative|-ve))\s*(?:\\\))?[\s$*_)]*",
    re.IGNORECASE,
)
"""A cell with the sign of a term."""


def places_of_signs(tokens: Sequence[Token]) -> dict[int, bool]:
    """The rows and cells of tables of signs, by the places of their tokens, and whether one is passed over, or heads a row or a
    column: that only says where the signs are found, "| $x < 1$ | $-$ | $+$ |" claims nothing of x, and is no item of a list."""
    found: dict[int, bool] = {}
    cells: dict[int, re.Match[str] | None] = {}
    heads: set[int] = set()
    rows: list[int] = []
    first = False
    for k, token in enumerate(tokens):
        match token.type:
            case "table_open":
                cells, heads, rows = {}, set(), []
            case "tr_open":
                first = True
                rows.append(k)
            case "th_open" | "td_open":
                cells[k + 1] = None if first else SIGN.fullmatch(tokens[k + 1].meta["text"].text)
                heads |= {k + 1} if first or token.type == "th_open" else set()
                first = False
            case "table_close":
                signs = {at: each for at, each in cells.items() if each is not None}
                if {each.lastgroup for each in signs.values()} == {"plus", "minus"}:
                    found |= dict.fromkeys(heads, False) | dict.fromkeys((*rows, *signs), True)
    return found


def results(tokens: Sequence[Token]) -> dict[int, Formula]:
    """What tables say of calculations: equations, by the places of the tokens that hold their right sides."""
    found: dict[int, Formula] = {}
    columns: set[int] = set()
    header: list[Token] = []
    row: list[int] = []
    for k, token in enumerate(tokens):
        match token.type:
            case "thead_open":
                header, columns = [], set()
            case "th_open":
                header.append(tokens[k + 1])
            case "thead_close":
                pairs = enumerate(pairwise(each.meta["text"].text for each in header), 1)
                columns = {c for c, (one, two) in pairs if CALCULATION.fullmatch(one) and RESULT.fullmatch(two)}
            case "tr_open":
                row = []
            case "td_open":
                row.append(k + 1)
                column = len(row) - 1
                if column in columns and (formula := _equation(tokens[row[column - 1]], tokens[k + 1])) is not None:
                    found[k + 1] = formula
                cells = [tokens[each] for each in row]
                if column and (said := _rate(header, cells) or _value(header, cells)) is not None:
                    found[k + 1] = said
    return found


def _rate(header: Sequence[Token], cells: Sequence[Token]) -> Formula | None:
    r"""What a cell says beside that of a function, `x^2 | 2x` below `f(x) | f'(x)`: `\frac{d}{dx}(x^2) = 2x`."""
    if len(cells) > len(header):
        return None
    heads = [re.sub(r"[\s$*_]|\\[,;!]", "", each.meta["text"].text) for each in header[len(cells) - 2 : len(cells)]]
    of, rate, whole = FUNCTION.fullmatch(heads[0]), RATE.fullmatch(heads[1]), PRIMITIVE.fullmatch(heads[1])
    one, other = (_formula(each) for each in cells[-2:])
    if of is None or not (rate or whole) or one is None or other is None:
        return None
    function, slope = (one, other) if rate else (other, one)
    named = of["letter"] or (rate["letter"] if rate else None)
    letter = next((x for x in (named or "xt") if re.search(TERM.format(x), function.latex.text)), None)
    if letter is None or RELATION.search(one.latex.text + other.latex.text):
        return None
    at = other.latex.origin(0)
    start, sign = Located.whole(rf"\frac{{d}}{{d{letter}}}\left(", at), Located.whole(r"\right) = ", at)
    return Formula(join([start, function.latex, sign, slope.latex]), other.start, other.end)


def _value(header: Sequence[Token], cells: Sequence[Token]) -> Formula | None:
    r"""What a cell says of the value of a term, `x^2 | 4` below `x | 2`, or `2 | 4` below `x | x^2`: `x^2 |_{x = 2} = 4`."""
    if len(cells) > len(header):
        return None
    head, first = _formula(header[0]), cells[0]
    letter = head.latex.text.strip() if head is not None else ""
    column = header[len(cells) - 1]
    term, place = next(
        (
            (_formula(one), _plain(two))
            for one, two in ((first, column), (column, first))
            if _plain(two) and _formula(one)
        ),
        (None, None),
    )
    value = _plain(cells[-1])
    if not re.fullmatch(r"[a-z]", letter) or term is None or place is None or value is None:
        return None
    latex = term.latex.text
    if RELATION.search(latex) or set(OTHER.findall(latex)) - {"e"} != {letter}:
        return None
    at = value.origin(0)
    pieces = [Located.whole(r"\left. ", at), term.latex, Located.whole(rf" \right|_{{{letter} = ", at), place]
    latex_of_all = join([*pieces, Located.whole("} = ", at), value])
    return Formula(latex_of_all, at, value.origin(len(value) - 1) + 1)


def _plain(cell: Token) -> Located | None:
    """The number of a cell, in a formula or not."""
    formula = _formula(cell)
    text = cell.meta["text"] if formula is None else formula.latex
    found = PLAIN_NUMBER.fullmatch(text.text)
    return None if found is None else text[found.start("number") : found.end("number")]


def _equation(calculation: Token, result: Token) -> Formula | None:
    """A calculation that is no relation, set equal to what stands beside it."""
    left, right = (cell.meta["text"] for cell in (calculation, result))
    if not left.text.strip() or not right.text.strip() or RELATION.search(left.text):
        return None
    one, other = _formula(calculation), _formula(result)
    sign = Located.whole(" = ", right.origin(0))
    if one is not None:
        value = other.latex if other is not None else _number(right)
        if value is None or not _is_of_numbers(one.latex) or not _is_of_numbers(value):
            return None
        latex = join([one.latex, value if RELATION.search(value.text) else join([sign, value])])
    else:
        if other is not None:
            right = other.latex
        whole = join([left, right if RELATION.search(right.text) else join([sign, right])])
        chains = list(find_arithmetic(whole.text))
        if len(chains) != 1 or _holds_more(whole.text[: chains[0][0]]) or _holds_more(whole.text[chains[0][1] :]):
            return None
        latex = latex_of(whole, chains[0][2])
    start = other.start if other is not None else right.origin(0)
    return Formula(latex, start, other.end if other is not None else right.origin(len(right) - 1) + 1)


def _formula(cell: Token) -> Formula | None:
    """The one formula of a cell, beside which no number stands."""
    formulas = [each.meta for each in cell.children or [] if each.type == "formula"]
    if len(formulas) != 1:
        return None
    text, span = cell.meta["text"].text, formulas[0]["span"]
    formula: Formula = formulas[0]["formula"]
    return None if _holds_more(text[: span.start] + text[span.end :]) else formula


def _number(text: Located) -> Located | None:
    found = PLAIN.fullmatch(text.text)
    if found is None:
        return None
    return text[found.start("sign") : found.end("number")]


def _is_of_numbers(latex: Located) -> bool:
    rest = WORD.sub("", latex.text)
    return re.search(r"\d", rest) is not None and re.search(r"[A-Za-z]", rest) is None


def _holds_more(text: str) -> bool:
    return re.search(r"[\d+×÷/=]", text) is not None
