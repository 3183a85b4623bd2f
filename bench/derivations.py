"""How the time of checking all derivations splits, and what plain SymPy and raw z3 make of the same steps.

    python bench/derivations.py [--write] [--alone]

Times are processor time of one process, so that a busy machine gives the same figures. SymPy is asked for
`simplify(left - right) == 0`, as its users do, each step in a process that is killed after five seconds; z3 for a point
where the step fails, with the hypotheses, also five seconds. Neither is asked for definedness: a step counts for it
where it says yes. `--write` puts the table into bench/DERIVATIONS.md; with `--alone` the others are not asked, since the
clock that stops them is unfair to them on a busy machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SECONDS = 5.0


def started(code: str) -> float:
    """Processor time of a fresh Python that runs `code`, its modules compiled before; the best of three."""
    program = f"{code}\nimport resource; u = resource.getrusage(resource.RUSAGE_SELF); print(u.ru_utime + u.ru_stime)"
    kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    runs = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=kept)
        for _ in "123"
    )
    return min(float(run.stdout) for run in runs)


def steps() -> Iterator[tuple[Any, Any]]:
    """Each step of each derivation that is meant to be proved, with its statement."""
    from symproof.readers.module import find_files, load

    for file in find_files([ROOT / "derivations"]):
        for derivation in load(file):
            if derivation.expect == "proved" and derivation.build() is None:
                yield from zip(derivation.steps, derivation.statements, strict=True)


def split() -> dict[str, float]:
    """Seconds of one check of everything, by what they were spent on."""
    from symproof.engines import portfolio
    from symproof.lemmas import Lemmas
    from symproof.readers.module import find_files, load

    spent = dict.fromkeys(("loading the files", "kernel and evaluation", "engines"), 0.0)

    def timed(function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def wrapped(*args: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return function(*args, **named)
            finally:
                spent[name] += time.process_time() - began

        return wrapped

    portfolio.check = timed(portfolio.check, "kernel and evaluation")  # type: ignore[attr-defined]
    portfolio.confirm = timed(portfolio.confirm, "kernel and evaluation")  # type: ignore[attr-defined]
    whole = time.process_time()
    for file in find_files([ROOT / "derivations"]):
        began = time.process_time()
        derivations = load(file)
        spent["loading the files"] += time.process_time() - began
        lemmas = Lemmas(30.0)
        for derivation in derivations:
            if derivation.build() is None:
                for k in range(len(derivation.steps)):
                    lemmas.step(derivation, k)
    spent["engines"] = time.process_time() - whole - sum(spent.values())
    return spent


def by_sympy(statement: Any) -> bool | None:
    """SymPy's word on an equation between numbers; None where it has no way to say it."""
    from peers import simplified

    from symproof import term as tm
    from symproof.doors.sympy import to_sympy
    from symproof.doors.worker import shared_worker
    from symproof.errors import SymproofError
    from symproof.trusted import certificate as ct

    claim = statement.claim
    if getattr(claim, "kind", "") != "=" or not isinstance(claim.left, tm.Scalar):
        return None
    try:
        to_sympy(claim.left - claim.right)
    except SymproofError:
        return None
    outcome = shared_worker().run(simplified, (ct.dumps(claim.left - claim.right),), SECONDS)
    return outcome.status == "done" and outcome.value is True


def by_z3(statement: Any) -> bool | None:
    """z3's word; None where the claim has no SMT form."""
    from symproof.engines.oracles.smt import ask, lower
    from symproof.errors import UnknownOperator

    try:
        lower(statement, defined=True)
    except UnknownOperator:
        return None
    return ask(statement, SECONDS).status == "proved"


def main() -> None:
    """Print the table; with --write, keep it."""
    python, language, sympy, z3 = (started(code) for code in ("", "import symproof", "import sympy", "import z3"))
    spent = split()
    lines = [
        "# All derivations: where the time goes, and what others say",
        "",
        "Made by `python bench/derivations.py --write`; processor time of one process.",
        "",
        "| part | seconds |",
        "|---|---|",
        f"| starting Python | {python:.2f} |",
        f"| `import symproof` | {language - python:.2f} |",
        f"| `import sympy`, for files that use its objects | {sympy - python:.2f} |",
        f"| `import z3`, in the process of its own that is started when it is asked | {z3 - python:.2f} |",
        *(f"| {name} | {seconds:.2f} |" for name, seconds in spent.items()),
        "",
    ]
    lines += ["The others were not asked (`--alone`)."] if "--alone" in sys.argv else list(others())
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        (Path(__file__).parent / "DERIVATIONS.md").write_text(text)


def others() -> Iterator[str]:
    """The lines on what SymPy and z3 say of the same steps."""
    rows = list(steps())
    yield from (
        f"The same {len(rows)} steps that are meant to be proved, asked of others ({SECONDS:g} s for each):",
        "",
        "| tool | steps that it can state | says yes | seconds by the clock |",
        "|---|---|---|---|",
    )
    for name, asked in (("SymPy, `simplify(left - right) == 0`", by_sympy), ("z3, with the hypotheses", by_z3)):
        began = time.perf_counter()
        said = [asked(statement) for _, statement in rows]
        stated = [word for word in said if word is not None]
        yield f"| {name} | {len(stated)} | {sum(stated)} | {time.perf_counter() - began:.0f} |"


if __name__ == "__main__":
    main()
