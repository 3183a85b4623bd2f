"""The mistakes that symproof reports to an author. Each carries the value, and its message the next move."""


class SymproofError(Exception):
    """A misuse of symproof; the base of all the errors below."""


class SortError(SymproofError, TypeError):
    """A term of one sort stands where another is needed: a vector for a scalar, a float for a number."""


class BoundIndexError(SymproofError, ValueError):
    """An index is captured by a binder, or stands outside of its range."""


class NameClash(SymproofError, ValueError):
    """One name is declared in two ways in one statement."""


class UnknownOperator(SymproofError, TypeError):
    """A constructor without a rule; the rule must be added, never skipped."""


class ChainError(SymproofError, ValueError):
    """The relations of a chain do not compose: `<=` followed by `>=`."""


class CitationCycle(SymproofError, ValueError):
    """Derivations that cite each other in a circle prove nothing."""


class DerivationError(SymproofError, ValueError):
    """A derivation that is none: nothing returned, no step, a `by` that names no reason, a citation of no lemma.

    `file` and `line` say where, when the error itself knows; else the traceback does.
    """

    def __init__(self, text: str, file: str = "", line: int = 0) -> None:
        super().__init__(f"{file}:{line}: {text}" if file else text)
        self.text, self.file, self.line = text, file, line


class FileError(DerivationError):
    """A derivation file that cannot be read: it does not parse, raises on import, never ends, or derives nothing."""


class ClaimSyntaxError(SymproofError, ValueError):
    """A claim given as text that cannot be read.

    `reason` says why and what to write instead; `line` and `column` count from 1 in `source`, where `fragment` stands.
    """

    def __init__(self, reason: str, source: str = "", line: int = 1, column: int = 1, fragment: str = "") -> None:
        self.reason, self.source, self.line, self.column, self.fragment = reason, source, line, column, fragment
        rows = source.split("\n")
        row = rows[line - 1] if line <= len(rows) else ""
        start = max(0, column - 41)  # a long line is shown around the place
        shown = "".join(sign if sign.isprintable() else " " for sign in row[start : start + 80])
        mark = " " * (column - 1 - start) + "^" * max(1, min(len(fragment), len(shown) - (column - 1 - start)))
        super().__init__(f"line {line}, column {column}: {reason}" + (f"\n    {shown}\n    {mark}" if shown else ""))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.reason, self.source, self.line, self.column, self.fragment)


class ContradictionWarning(UserWarning):
    """What was proved follows from hypotheses that contradict each other, as anything does."""
