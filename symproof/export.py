"""Proved derivations as files that anyone can check again: one JSON file each, read by `symproof.recheck`.

A file holds what the sheet shows (hypotheses, the chain's members and relations, each as a term and as its line of LaTeX),
and for each step its certificate, what it rests on and the ids of the derivations that it cites. The claims of the steps
are not in it: whoever checks it makes them from the chain. The format is written down in docs/certificates.md.

Limits: what is not proved has no certificate and no file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symproof.trusted.certificate import to_data
from symproof.verdict import Proved

if TYPE_CHECKING:
    from symproof.derivation import Derivation, Step
    from symproof.lemmas import Lemmas
    from symproof.report import FileReport

FORMAT = "symproof certificates 1"


def exported(derivation: Derivation, lemmas: Lemmas) -> dict[str, Any] | None:
    """A derivation as data for its file; None where it is not proved."""
    from symproof.writers.statements import latex_statement

    verdicts = [lemmas.step(derivation, k) for k in range(len(derivation.steps))]
    whole = lemmas.whole(derivation)
    if not isinstance(whole, Proved) or any(verdict.certificate is None for verdict in verdicts):
        return None
    steps = derivation.steps
    chained = derivation.is_chain and derivation.trace is None
    data: dict[str, Any] = {
        "format": FORMAT,
        "id": derivation.id,
        "title": derivation.title,
        "given": [to_data(prop) for prop in derivation.given],
        "given_latex": [latex_statement(prop) for prop in derivation.given],
        "start": to_data(steps[0].left) if chained else None,
        "steps": [_step(step, verdict, chained) for step, verdict in zip(steps, verdicts, strict=True)],
        "claim": to_data(derivation.claim),
        "claim_latex": latex_statement(derivation.claim),
        "trusts": sorted(whole.trusts),
    }
    return data | {"digest": digest(data)}


def _step(step: Step, verdict: Any, chained: bool) -> dict[str, Any]:
    from symproof.writers.statements import latex_member, latex_statement

    if chained and step.right is not None:
        sides = latex_member(step.left), SIGNS.get(step.kind, step.kind), latex_member(step.right)
        relation, right, latex = step.kind, step.right, " ".join(sides)
    else:
        relation, right, latex = "", step.claim, latex_statement(step.claim)
    return {
        "relation": relation,
        "right": to_data(right),
        "latex": latex,
        "by": verdict.by,
        "cites": [cited.id for cited in step.cites],
        "certificate": to_data(verdict.certificate),
        "trusts": sorted(verdict.trusts),
    }


SIGNS = {"!=": r"\ne", "<=": r"\le", ">=": r"\ge", "iff": r"\iff", "implies": r"\implies"}


def digest(data: dict[str, Any]) -> str:
    """The SHA-256 of the data, its keys in order: it shows that a file was damaged, not that nobody forged it."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def write_certificates(reports: Sequence[FileReport], folder: Path) -> list[Path]:
    """Write the file of each proved derivation into a folder, and say which."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for data in _proved(reports):
        path = folder / f"{re.sub(r'[^A-Za-z0-9_.-]+', '-', data['id'].replace('.py::', '--')).strip('-')}.json"
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _proved(reports: Sequence[FileReport]) -> Iterable[dict[str, Any]]:
    for report in reports:
        for derivation in report.derivations:
            if derivation.exported is not None:
                yield derivation.exported
