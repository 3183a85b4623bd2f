"""The solvers alone: a statement as SMT-LIB text, and one question, in a process that is killed when its time is over."""

from __future__ import annotations

import time
from importlib.util import find_spec

from symproof.doors.worker import Worker
from symproof.engines.oracles.smt import lower
from symproof.errors import UnknownOperator
from symproof.statement import Statement

GRACE = 0.3
WORKERS = {"z3": Worker(), "cvc5": Worker()}
"""One process for each; it is started when it is first asked."""


def by_z3(text: str, milliseconds: int) -> tuple[str, float]:
    """z3's word on a text, and the seconds it took; runs in the worker process."""
    from symproof.doors.z3 import decide

    began = time.thread_time()
    status, _ = decide(text, milliseconds)
    return status, time.thread_time() - began


def by_cvc5(text: str, milliseconds: int) -> tuple[str, float]:
    """cvc5's word on a text, and the seconds it took; runs in the worker process."""
    import cvc5

    began = time.thread_time()
    solver = cvc5.Solver()
    solver.setOption("tlimit-per", str(milliseconds))
    if "(set-logic" not in text:
        text = f"(set-logic ALL)\n{text}"
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, f"{text}(check-sat)\n", "statement")
    symbols = parser.getSymbolManager()
    said = ""
    while not (command := parser.nextCommand()).isNull():
        said += str(command.invoke(solver, symbols))
    return said.strip(), time.thread_time() - began


PEERS = {"z3": by_z3, "cvc5": by_cvc5}


def ask(peer: str, claim: Statement, budget: float) -> tuple[str, float]:
    """What a solver says: proved, refuted (it has a model), unknown or outside; and the seconds, writing included."""
    if find_spec(peer) is None:
        return "outside", 0.0
    began = time.thread_time()
    try:
        text = lower(claim, defined=True)
    except UnknownOperator:
        return "outside", 0.0
    written = time.thread_time() - began
    outcome = WORKERS[peer].run(PEERS[peer], (text, max(1, int(1000 * budget))), budget + GRACE)
    if outcome.status != "done":
        return "unknown", outcome.seconds
    status, spent = outcome.value
    return {"unsat": "proved", "sat": "refuted"}.get(status, "unknown"), written + spent


def simplified(text: str) -> bool:
    """Whether SymPy simplifies a term, in JSON, to 0; runs in a process that can be killed."""
    import sympy

    from symproof.doors.sympy import to_sympy
    from symproof.trusted import certificate as ct

    return bool(sympy.simplify(to_sympy(ct.loads(text))) == 0)
