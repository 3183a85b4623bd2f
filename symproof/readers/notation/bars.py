r"""Bars with a size: `\left|| x \right||` is a norm, `\bigl||x| - |y|\bigr|` a bar beside another one."""

from __future__ import annotations

import re
from functools import lru_cache

OPENS = re.compile(r"\\(?:left|[bB]igg?l)\s*\|\|")
CLOSES = re.compile(r"\\(?:right|[bB]igg?r)\s*\|\|")


def is_one_sign(text: str, source: str) -> bool:
    r"""Whether of two signs behind a size the first is the bracket: `\right>=`, and one bar beside another."""
    return text[0] in "<>" or (text == "||" and not _has_double_bars(source))


@lru_cache(maxsize=8)  # a formula is asked once for all of its bars
def _has_double_bars(source: str) -> bool:
    """Whether brackets with a size open and close with two bars each, as a norm."""
    return bool(OPENS.search(source)) and bool(CLOSES.search(source))
