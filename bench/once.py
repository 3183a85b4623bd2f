"""One task in one tool: `once.py TOOL FUNCTION REPEATS WRONG`. Prints the answer, then a time for each warm repeat."""

import sys
import time
from importlib import import_module

tool, name, repeats, wrong = sys.argv[1:]
task = getattr(import_module(f"tasks_{tool}"), name)


def answer(tag):
    """What the tool says; for a claim that cannot be proved, an error is an answer."""
    try:
        return task(tag, wrong == "wrong")
    except Exception as error:
        return f"left open ({type(error).__name__})"


said = answer("_first")
times = []
for repeat in range(int(repeats)):
    started = time.perf_counter()
    again = answer(f"_{repeat}")
    times.append(time.perf_counter() - started)
    if again != said:
        said = f"{said}, then {again}"
print("answer:", said)
print("times:", *times)
