"""Arithmetic and geometric sequences: what these words say of the members, with the difference d or the ratio q of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from symproof.readers.document.words.outline import Display

CALLED = re.compile(r"\b(arithmetic|geometric) (sequence|progression|series)\b", re.IGNORECASE)
MEMBER = re.compile(r"\s*([a-z])_\{?([01])\}?\s*=")
BY = {"arithmetic": re.compile(r"\s*(d)\s*="), "geometric": re.compile(r"\s*([qr])\s*=")}
FORMULAS = {
    "arithmetic": r"{name}_n = {name}_{start} + (n - {start}) {by} \text{{ for all }} n",
    "geometric": r"{name}_n = {name}_{start} {by}^{{n - {start}}} \text{{ for all }} n \ge {start}",
}


def progression(display: Display, displays: Sequence[Display]) -> tuple[str, str] | None:
    r"""The name of the sequence that words before a formula call arithmetic or geometric, and the LaTeX of its formula; the first
    member and the difference must be given in the paragraph."""
    called = CALLED.search(display.prose)
    if called is None:
        return None
    kind = called[1].lower()
    texts = [each.text.text for each in takewhile(lambda each: each.part == display.part, displays[display.number :])][
        :8
    ]
    members = [found for text in texts if (found := MEMBER.match(text))]
    steps = [found for text in texts if (found := BY[kind].match(text))]
    if not members or not steps:
        return None
    name, start = members[0].groups()
    return name, FORMULAS[kind].format(name=name, start=start, by=steps[0][1])
