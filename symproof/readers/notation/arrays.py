r"""What an `array` outside of brackets stands for: rows of equations, two columns of alternatives, or a matrix."""

from __future__ import annotations

import re

COLUMN_OF_RELATIONS = re.compile(r"&\s*(?:=|<|>|\\leq?(?![a-z])|\\geq?(?![a-z])|\\approx)\s*&")
SPACE = re.compile(
    r"\\(?:phantom|hspace|rule|vphantom)\s*\{(?:[^{}]|\{[^{}]*\})*\}(?:\{[^{}]*\})?|\\(?:quad|qquad|hline)\b|[~\s]"
)
TEXT = re.compile(r"\\(?:text|mathrm|mbox|textrm)\s*\{([^{}]*)\}")
"""Words in a formula."""
WORDS = re.compile(r"\\(?:text|mbox|textrm)\s*\{[^{}]*\}")
RELATES = re.compile(r".(?:=|<|>|\\leq?(?![a-z])|\\geq?(?![a-z])|\\leqslant|\\geqslant|\\neq?(?![a-z])|\\approx).")
EMPTY = re.compile(r"\{[clr]*\}[&\s]*\\end\{array\}")
"""The rest of an array with nothing in its cells, which stands for a space."""
EMPTY_ARRAY = re.compile(rf"\\begin\{{array\}}{EMPTY.pattern}")
SIGN = re.compile(r"=|<|>|\\leq?(?![a-z])|\\geq?(?![a-z])|\\neq?(?![a-z])|\\approx(?![a-z])")
ARROW = re.compile(r"\\(?:iff|implies|impliedby|therefore|(?:Long|long)?(?:[Ll]eft)?[Rr]ightarrow)|[⇔⇒⟺⟹→∴]")
DONE = re.compile(r"\\?\||\\(?:[lr]?[vV]ert|mid|[bB]igg?[lr]?\|)(?![a-z])")
"""How a cell begins that says what is done to an equation, `| - 15`."""
PROGRAM = re.compile(
    r"\\(?:text|mathrm|mbox|textrm|textnormal|textbf)\s*\{\s*(?:subject\s+to|s\.\s?t\.?)", re.IGNORECASE
)
"""Words of a mathematical program, whose rows are what is optimized and its constraints."""
NESTED = re.compile(r"\\begin\b")
ROW = re.compile(r"\\\\(?:\[[^\]]*\])?")


def kind_of_array(before: str, body: str) -> str:
    r"""The environment that an array is taken for, by the text before it and its own.

    >>> [kind_of_array("", body) for body in (r"2x & < & 6", r"x = 1 & \text{or} & x = 2", "1 & 2")]
    ['eqnarray', 'either', 'array']
    >>> kind_of_array("", r"& x^2 = 4 & | -1 \\ \iff & x = 2 &"), kind_of_array("", r"1 & | 2")
    ('eqnarray', 'array')
    """
    if before.rstrip()[-1:] in tuple("{[(|.") or NESTED.search(body):
        return "array"
    if COLUMN_OF_RELATIONS.search(body):
        return "eqnarray"
    if PROGRAM.search(body):
        return "eqnarray"
    rows = [[SPACE.sub("", cell) for cell in row.split("&")] for row in ROW.split(body)]
    rows = [[cell for cell in row if cell] for row in rows if any(row)]
    for row in rows:
        if len(row) > 1 and ARROW.fullmatch(row[0]):  # `\iff & x = 2`
            row[:2] = [row[0] + row[1]]
        if len(row) > 1 and SIGN.match(row[1]):  # `x + 1 & = 3`
            row[:2] = [row[0] + row[1]]
    related = [[bool(RELATES.search(WORDS.sub("", cell))) for cell in row] for row in rows]
    if len(rows) < 1 or not any(map(any, related)):
        return "array"
    words = {found[1].strip(" ,;.").lower() for row in rows for cell in row if (found := TEXT.fullmatch(cell))}
    if any(sum(each) > 1 for each in related):
        alone = all(
            is_related or TEXT.fullmatch(cell)
            for row, each in zip(rows, related, strict=True)
            for cell, is_related in zip(row, each, strict=True)
        )
        return "either" if alone and words == {"or"} and all(sum(each) == 2 for each in related) else "array"
    remarked = all(TEXT.match(cell.lstrip("{")) or DONE.match(cell) for row in rows for cell in row[1:])
    led = (RELATES.search(WORDS.sub("", row[0])) or TEXT.match(row[0]) or len(row) == 1 for row in rows)
    return "eqnarray" if remarked and all(led) else "array"
