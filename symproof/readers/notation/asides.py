r"""Tokens that are no part of what a row says: what leads to the next row, and brackets around a whole statement."""

from __future__ import annotations

from symproof.readers.notation.tokens import Tokens

OPENED = frozenset((
    "aligned", "align", "equation", "gather", "gathered", "split", "multline", "multlined", "alignat", "alignedat", "flalign",
    "eqnarray", "displaymath", "math", "IEEEeqnarray", "dmath",
))  # fmt: skip
RELATED = frozenset(("=", "<", "<=", ">", ">=", "!="))


def set_aside(tokens: Tokens) -> None:
    r"""Set aside what leads to the next row, `4x = 8 \quad | : 4`: a bar after a relation, no other one, and an operation."""
    kinds, texts = tokens.kinds, tokens.texts
    depth, related = 0, False
    bars: list[int] = []
    for i, kind in enumerate(kinds):
        if kind in ("open", "{") or (kind == "begin" and texts[i] not in OPENED):
            depth += 1
        elif kind in ("close", "}") or (kind == "finish" and texts[i] not in OPENED):
            depth -= 1
        elif depth > 0:
            continue
        elif kind in ("newline", "end", "finish"):
            if len(bars) == 1:
                kinds[bars[0] : i] = ["aside"] * (i - bars[0])
            related, bars = False, []
        elif kind == "bar" or (kind == "rel" and texts[i] == "mid"):
            if not related or not (bars or kinds[i + 1] in ("sign", "op", "slash", "sqrt") or texts[i + 1] == "colon"):
                related, bars = False, []
            else:
                bars.append(i)
        elif kind == "rel":
            related = related or texts[i] in RELATED


def bracketed_remarks(tokens: Tokens) -> None:
    r"""Take away the brackets around words alone in the column of remarks, `&& \left(\text{by induction}\right)`."""
    kinds = tokens.kinds
    for i, kind in enumerate(kinds[:-3]):
        ends = kinds[i + 1 : i + 3] == ["text", "close"] and kinds[i + 3] in ("newline", "end", "finish", "tag")
        if kind == "open" and ends and i and kinds[i - 1] in ("amp", "quad"):
            kinds[i] = kinds[i + 2] = "aside"


def arrows_that_lead_on(tokens: Tokens) -> None:
    r"""Take an arrow between two relations for an implication, `2x = 4 \to x = 2`, where a letter of the first stands on the left
    of the second, or the first ends in a number, `x = \pi \to 0 + 1 = 1`; and one before a row. `a_n = 1/n \to 0` tends to
    something."""
    kinds, texts = tokens.kinds, tokens.texts
    if "to" not in texts:
        return
    depth, begin, arrow = 0, 0, -1
    before: set[str] = set()
    """The letters of the relation before the arrow."""
    number = False
    """Whether that relation ends in a number, which tends to nothing."""
    for i, kind in enumerate(kinds):
        depth += (kind in ("open", "{")) - (kind in ("close", "}"))
        to = kind == "rel" and texts[i] == "to"
        if depth > 0 or not (to or kind in ("comma", "quad", "text", "conn", "logic", "amp", "newline", "end")):
            continue
        own = range(begin, i)
        relation = next((k for k in own if kinds[k] == "rel" and texts[k] in RELATED), None)
        left = {texts[k] for k in own if kinds[k] == "name" and relation is not None and k < relation}
        first = arrow == 0 or (arrow > 0 and kinds[arrow - 1] in ("newline", "amp"))
        if arrow >= 0 and ((left and (first or before & left)) or (number and relation is not None)):
            kinds[arrow], texts[arrow] = "conn", "implies"
        scripted = relation is None or any(kinds[k] == "_" for k in own)
        begin, arrow = i + 1, i if to else -1
        before = set() if scripted or not to else {texts[k] for k in own if kinds[k] == "name"}
        number = bool(before) and not any(kinds[k] == "name" and texts[k] != "\\pi" for k in own if k > (relation or i))


def open_statements(tokens: Tokens) -> None:
    r"""Take away the brackets around statements before an arrow, `(a \le b \text{ and } c \le d) \implies ...`."""
    kinds, texts = tokens.kinds, tokens.texts
    opened: list[int] = []
    joined: set[int] = set()
    for i, kind in enumerate(kinds):
        if kind in ("open", "{"):
            opened.append(i)
        elif kind in ("close", "}") and opened:
            start = opened.pop()
            begins = start == 0 or kinds[start - 1] in ("amp", "newline", "begin", "text", "quad")
            if start in joined and not opened and begins and kinds[i + 1] in ("conn", "amp"):
                kinds[start] = kinds[i] = "aside"
        elif opened and kind in ("text", "logic") and texts[i].strip() == "and":
            joined.add(opened[-1])
