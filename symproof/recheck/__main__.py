"""`python -m symproof.recheck certs/`: follow every certificate under the paths again.

Exit status: 0 when all are accepted, 1 when one is not, 2 when there is nothing to read. `--show` prints each statement.
"""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import Any

if not __package__:  # the folder itself is run, copied to anywhere
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    runpy.run_module(Path(__file__).resolve().parent.name, run_name="__main__")  # as the package that it is; it exits

from .document import Library
from .terms import Reject

DEEPEST = 20_000


def main(args: list[str]) -> int:
    """Read the files, check each derivation, say what came of it."""
    paths = [Path(arg) for arg in args if not arg.startswith("-")]
    files = sorted({file for path in paths for file in (path.rglob("*.json") if path.is_dir() else [path])})
    if not files or not set(args) - set(map(str, paths)) <= {"--show"}:
        print(__doc__, file=sys.stderr)
        return 2
    documents: dict[str, Any] = {}
    rejected = 0
    for file in files:
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            id = data["id"]
            if not isinstance(id, str) or id in documents:
                raise ValueError(f"the id {id!r} is no text, or that of another file")
            documents[id] = data
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            rejected += 1
            print(f"rejected  {file}: it cannot be read: {error}")
    library = Library(documents)
    for id in documents:
        try:
            checked = library.check(id)
        except (Reject, RecursionError, ValueError) as why:
            rejected += 1
            print(f"rejected  {id}: {why}")
            continue
        rests = ", ".join(sorted(checked.lemma.trusts)) or "these rules alone"
        print(f"accepted  {id}  {len(checked.steps)} step{'s' * (len(checked.steps) != 1)}; rests on {rests}")
        if "--show" in args:
            print("".join(f"    {step}\n" for step in checked.steps), end="")
    print(f"{len(files) - rejected} of {len(files)} accepted")
    return 1 if rejected else 0


if __name__ == "__main__":
    sys.setrecursionlimit(DEEPEST)
    sys.exit(main(sys.argv[1:]))
