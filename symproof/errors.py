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
