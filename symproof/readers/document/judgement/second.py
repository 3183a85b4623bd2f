"""A second reader: latex2sympy2, where it is installed, reads the members that are plain formulas in real letters too.

Where both read and the two readings differ in value at a point, the step is ambiguous. It decides nothing else, and it is asked
in a process of its own while the engines work. What it is known to misread is not shown to it: functions by name, subscripts,
the letters e, i and d, logarithms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from threading import Thread

from symproof import term as tm
from symproof.doors.latex2sympy import Point, is_installed, read_all
from symproof.doors.worker import Worker
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.step import Step
from symproof.substitution import substitute

PLAIN = re.compile(
    r"(?:[0-9.+\-*/^(){}\[\]|!\s]|[abchj-zABFGHJ-MPR-Z]"
    r"|\\(?:frac|sqrt|cdot|times|left|right|sin|cos|tan|alpha|beta|gamma|delta|lambda|mu|nu|rho|eta|theta|omega)(?![A-Za-z])|\\[,;!])*"
)
LONGEST, MOST = 200, 200
"""The longest member that is shown to it, in characters, and the most of a document."""
AT_ONCE = 20
SECONDS = 20.0
"""For so many at once; a process that takes longer is killed, and they have no second reading."""
PATIENCE = 5.0
"""How long its last answers are waited for when the engines are done."""
ALIKE = Fraction(1, 10**9)
VALUES = ("7/3", "5/2", "11/4", "13/5", "17/6", "19/7")


class SecondReader:
    """Asks about the members of steps, in a thread that waits for the process; `differing` is what differs."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.members = {
            latex: term
            for step in steps
            for latex, term in step.members
            if isinstance(term, tm.Scalar) and _is_plain(latex, term)
        }
        self.differing: dict[str, str] = {}
        """By its LaTeX, how it reads a member that it reads differently."""
        self._thread = Thread(target=self._ask, daemon=True)
        self._late = False

    def start(self) -> None:
        """Begin; nothing happens where it is not installed."""
        if self.members and is_installed():
            self._thread.start()

    def doubt(self, step: Step) -> tuple[str, str] | None:
        """The two readings of the first member of a step that is read differently."""
        if self._thread.is_alive() and not self._late:
            self._thread.join(PATIENCE)
            self._late = self._thread.is_alive()
        for latex, term in step.members:
            if latex in self.differing:
                return str(term), self.differing[latex]
        return None

    def _ask(self) -> None:
        waiting = list(self.members.items())[:MOST]
        with Worker() as worker:
            while waiting:
                some, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
                asked = [(latex, _points(term)) for latex, term in some]
                outcome = worker.run(read_all, (asked,), SECONDS)
                found = outcome.value if outcome.status == "done" else [None] * len(some)
                for (latex, term), (_, points), second in zip(some, asked, found, strict=True):
                    if second is not None and _differ(term, points, second[1]):
                        self.differing[latex] = second[0]


def _is_plain(latex: str, term: tm.Scalar) -> bool:
    """Whether both readers should read a member, and alike."""
    letters = all(isinstance(letter, tm.Variable) and letter.sign != "negative" for letter in term.free)
    return letters and len(latex) <= LONGEST and len(term.free) <= len(VALUES) and bool(PLAIN.fullmatch(latex))


def _points(term: tm.Scalar) -> list[Point]:
    """Two points with a value for each letter, whole where it is an integer."""
    letters = sorted(term.free, key=str)
    found = []
    for shift in range(2):
        values = [Fraction(VALUES[(k + shift) % len(VALUES)]) for k in range(len(letters))]
        point = {}
        for letter, value in zip(letters, values, strict=True):
            assert isinstance(letter, tm.Variable)
            whole = letter.domain in ("integer", "natural")
            point[letter.name.lstrip("\\")] = str(value.numerator if whole else value)
        found.append(point)
    return found


def _differ(term: tm.Scalar, points: Sequence[Point], values: Sequence[str]) -> bool:
    """Whether the values of a term are others than those that are told, at a point where both have one."""
    for point, value in zip(points, values, strict=True):
        letters: dict[tm.Term, tm.Term] = {}
        for letter in term.free:
            assert isinstance(letter, tm.Variable)
            letters[letter] = tm.Number(Fraction(point[letter.name.lstrip("\\")]))
        closed = substitute(term, letters)
        own = value_of(closed) if isinstance(closed, tm.Scalar) else None
        if own is None or not value:
            continue
        other = Fraction(value)
        if abs(own - other) > ALIKE * max(abs(own), abs(other), Fraction(1)):
            return True
    return False
