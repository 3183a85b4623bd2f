"""The door to cvc5, a second SMT solver (extra `symproof[cvc5]`): the one module that imports it, in a worker process.

Only its "unsat" is used, as a word of its own or as a second opinion beside z3's; nothing of it is trusted unlabelled.
"""

from __future__ import annotations

import cvc5


def version() -> str:
    """cvc5's name and version, as it is printed where cvc5 is trusted."""
    return f"cvc5 {cvc5.__version__}"


def decide(smtlib: str, milliseconds: int) -> str:
    """Whether the assertions of an SMT-LIB text can hold together: "unsat", "sat" or "unknown".

    Raises:
        ValueError: cvc5 cannot read the text.
    """
    solver = cvc5.Solver()
    solver.setOption("tlimit-per", str(max(1, milliseconds)))
    text = smtlib if "(set-logic" in smtlib else f"(set-logic ALL)\n{smtlib}"
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, f"{text}(check-sat)\n", "statement")
    symbols = parser.getSymbolManager()
    said = ""
    try:
        while not (command := parser.nextCommand()).isNull():
            said += str(command.invoke(solver, symbols))
    except Exception as error:  # cvc5 has one class of its own for every complaint
        raise ValueError(f"cvc5 cannot read the text: {error}") from error
    status = said.strip()
    return status if status in ("unsat", "sat") else "unknown"
