"""Tables with a column of calculations and, beside it, one of what they come to: `4 × 0.75 | 3.00` says `4 × 0.75 = 3.00`."""

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
    header: list[str] = []
    row: list[int] = []
    for k, token in enumerate(tokens):
        match token.type:
            case "thead_open":
                header, columns = [], set()
            case "th_open":
                header.append(tokens[k + 1].meta["text"].text)
            case "thead_close":
                pairs = enumerate(pairwise(header), 1)
                columns = {c for c, (one, two) in pairs if CALCULATION.fullmatch(one) and RESULT.fullmatch(two)}
            case "tr_open":
                row = []
            case "td_open":
                row.append(k + 1)
                column = len(row) - 1
                if column in columns and (formula := _equation(tokens[row[column - 1]], tokens[k + 1])) is not None:
                    found[k + 1] = formula
    return found


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
