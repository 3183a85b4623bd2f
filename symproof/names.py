"""The names that an author gives to letters: one name is one word, in Python's sense or in LaTeX's."""

from __future__ import annotations

import re

from symproof.errors import SortError

BETWEEN = re.compile(r",\s*|\s+")
INSIDE = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
IN_BRACKETS = re.compile(r"\([^(),]*\)")


def name_of_letter(name: object) -> str:
    r"""`name`, where it can be the name of one letter: `x`, `x_1`, `\bar x`, `\mathbf{w}^\star`, `(X - E[X])`.

    Raises:
        SortError: no text, an empty one, or several names in one.
    """
    if not isinstance(name, str) or not name.strip():
        raise SortError(f'{name!r} is no name; a letter has one, in quotes: real("x")')
    outside = INSIDE.sub("", name)
    if "\\" not in name and not IN_BRACKETS.fullmatch(name.strip()) and BETWEEN.search(outside.strip()):
        raise SortError(
            f"{name!r} are several names, for one letter; reals({name!r}) and vectors(...) make several letters"
        )
    return name


def names_of_letters(names: object) -> list[str]:
    """Names separated by spaces or commas.

    >>> names_of_letters("x, y z")
    ['x', 'y', 'z']
    """
    if not isinstance(names, str) or not names.strip():
        raise SortError(f'{names!r} are no names; write them in one text: "x y z"')
    return [name for name in BETWEEN.split(names.strip()) if name]
