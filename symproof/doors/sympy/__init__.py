"""SymPy, both ways, and two questions that SymPy is asked: the only package that imports sympy.

`from_sympy` reads what SymPy shows, `to_sympy` writes what SymPy can say; `simplifies_to_zero` is an oracle, to be
labelled as such; `closed_antidifference`, `recurrence` and `growth` propose what the kernel checks. Others import this
package inside of functions, so that `import symproof` does not wait for SymPy.

Limits: real scalars, matrices of any size, relations and the logic over them. No integrals, limits, cases, vectors.
"""

from symproof.doors.sympy.creative import Recurrence, growth, recurrence
from symproof.doors.sympy.questions import closed_antidifference, simplifies_to_zero
from symproof.doors.sympy.reading import from_sympy
from symproof.doors.sympy.writing import NoCounterpart, to_sympy

__all__ = [
    "NoCounterpart",
    "Recurrence",
    "closed_antidifference",
    "from_sympy",
    "growth",
    "recurrence",
    "simplifies_to_zero",
    "to_sympy",
]
