r"""Letters that stand for no numbers: elements of a group, a ring or a finite field, quaternions, permutations, differential
operators, vectors and matrices of complex numbers. Nothing is read of them: xy = yx holds of numbers, and not in a group."""

from __future__ import annotations

import re
from collections.abc import Iterable

from symproof.readers.resolve.complex_numbers import LIST, LISTS, complex_entries, listed_letters

KIND = r"(?:group|ring|field|monoid|semigroup|algebra|module|lattice)"
BE = r"(?:be|are|is|denote)\s(?:an?\s|any\s|two\s|some\s)?(?:[a-z-]+\s){0,2}?"
FINITE = (
    r"\\math(?:bb|bf)\s?\{?\s?(?:F\s?\}?|GF\s?\}?|Z\s?\}?\s?(?:/|_(?!\s?\{?\s?(?:\\[gln]e|[<>+*])))|Q\s?\}?\s?_|H\b)"
)
"""Finite fields, residues modulo a number, p-adic numbers, quaternions."""
NAMED = (
    re.compile(rf"(?:\$|\\\()\s?((?:\\math\w+\s?\{{)?[A-Za-z]\}}?)\s?(?:\$|\\\))\s?{BE}{KIND}\b", re.IGNORECASE),
    re.compile(rf"\b{KIND}\s(?:\$|\\\()\s?((?:\\math\w+\s?\{{)?[A-Za-z]\}}?)\s?(?:\$|\\\))", re.IGNORECASE),
)
"""Where a text names a group, a ring or a field."""
NUMBERS = re.compile(r"\\math(?:bb|bf)\s?\{[RQZN]\}")
"""What has numbers as elements, also where a text says that Q is a field."""
OF = r"elements?\s(?:of|in|from)\s"
ELEMENTS = re.compile(rf"{LISTS}{BE}{OF}(?:(?:an?|the|some|any)\s(?:[a-z-]+\s){{0,2}}?)?{KIND}\b", re.IGNORECASE)
QUATERNIONS = r"(?:quaternions?|octonions?)"
OTHERS = (
    (re.compile(rf"{LISTS}{BE}{QUATERNIONS}\b|{QUATERNIONS}\s{LISTS}", re.IGNORECASE), "a quaternion"),
    (re.compile(rf"{LISTS}{BE}permutations?\b(?!\smatri)|permutations?\s{LISTS}", re.IGNORECASE), "a permutation"),
    (ELEMENTS, "an element of a structure"),
    (re.compile(r"\(\s?(D)(?:\s?\^\s?\{?\d\}?)?\s?[-+][^()$=]{0,40}\)\s?[yuz]\s?="), "a differential operator"),
)


def of_structures(text: str) -> dict[str, str]:
    r"""The letters of a text that stand for no numbers, and what it calls them.

    >>> of_structures(r"Let $G$ be a finite group and $a, b \in G$. Let $\sigma$ be a permutation.")
    {'\\sigma': 'a permutation', 'a': 'an element of a structure', 'b': 'an element of a structure'}
    >>> of_structures(r"Let $F$ be a vector field and $a, b \in \mathbb{R}$."), of_structures(r"Let $a \in \mathbb{F}_p$.")
    ({}, {'a': 'an element of a structure'})
    >>> of_structures(r"Since $\mathbb{Q}$ is a field, $q \in \mathbb{Q}$.")
    {}
    >>> of_structures(r"Let $k \in \mathbb{Z}_{\ge 0}$ and $a \in \mathbb{Z}_n$.")
    {'a': 'an element of a structure'}
    """
    found = dict.fromkeys(complex_entries(text), "made of complex numbers")
    names = "|".join(re.escape(each) for each in sorted(_names(text)))
    inside = rf"(?:{names}|{FINITE})" if names else FINITE
    members = (rf"({LIST})\s?\\in\s?{inside}", rf"{LISTS}{BE}{OF}(?:\$|\\\()\s?{inside}")
    for pattern, kind in (*OTHERS, *((re.compile(each), "an element of a structure") for each in members)):
        found |= dict.fromkeys(listed_letters(_lists(pattern, text)), kind)
    return dict(sorted(found.items()))


MAPS = re.compile(r"\b(?:homo|iso|auto|endo)morphism|\b(?:sub|semi)groups?\b|\babelian\b", re.IGNORECASE)
"""Words of a text on groups or rings, whether it names them or not."""


def are_spoken_of(text: str) -> bool:
    r"""Whether a text speaks of groups, rings or fields, of whose elements its letters may be.

    >>> are_spoken_of("Let $G$ be a group."), are_spoken_of("If $f$ is a homomorphism,"), are_spoken_of("a group of people")
    (True, True, False)
    """
    return bool(_names(text)) or MAPS.search(text) is not None


def _names(text: str) -> set[str]:
    return {each[1] for pattern in NAMED for each in pattern.finditer(text) if not NUMBERS.match(each[1])}


def _lists(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    return (next(filter(None, each.groups()), "") for each in pattern.finditer(text))
