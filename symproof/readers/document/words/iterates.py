r"""Letters whose superscripts count: where a text says that `x^k` is the k-th iterate, or the iterate at step k, `x^2` is no
square of x but the second of these, as `x^{(2)}` is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.words.outline import Display
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.readers.resolve.shapes import every_part

STEPS = r"(?:iterates?|iterations?|estimates?|approximations?|steps?|rounds?|epochs?|updates?)"
SAID = re.compile(
    r"(?:\$|\\\()\s?([^$^;=,]{1,24}?)\s?\^\s?\{?\s?([a-z])\s?\}?\s?(?:\$|\\\))\s+(?:is|are|be|denotes?|stands?\sfor|means?)\s+"
    r"[^.;$\\]{0,50}?(?:"
    rf"(?:\$|\\\()\s?\2\s?(?:\$|\\\))\s?-?\s?(?:th\s|st\s|nd\s)?\s?{STEPS}|"
    rf"(?:at|after|in|of)\s(?:the\s)?(?:{STEPS}|time)\s(?:\$|\\\()\s?\2\s?(?:\$|\\\)))",
    re.IGNORECASE,
)
"""Where a text says so, "$x^k$ is the $k$-th iterate", "the parameters after $k$ steps"."""


def respell_iterates(displays: Sequence[Display], text: str) -> None:
    """Put brackets around the superscripts of these letters."""
    counted = {canonical_name(found[1]) for found in SAID.finditer(text)}
    formulas = [each.parsed for each in displays if each.parsed is not None] if counted else []
    for node in [part for formula in formulas for part in every_part(formula)]:
        if isinstance(node, t.Scripted) and node.sub is None and canonical(node.base) in counted:
            if node.sup is not None and not isinstance(node.sup, (t.Mark, t.Fence, t.Text)):
                node.sup = t.Fence(node.sup.start, node.sup.end, "(", ")", node.sup)
