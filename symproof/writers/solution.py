"""What a solution sheet says, before it is LaTeX or HTML: reports arranged for a reader.

Claims are numbered by file, chains are laid out (the left side once, on a line of its own where it is long; long
lines broken), and every verdict is put in words. Plain data; the formulas in it are LaTeX, the texts prose with
mathematics between dollar signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from symproof.report import DerivationReport, FileReport, StepReport, rests_on
from symproof.writers.formula import broken, width
from symproof.writers.latex import latex_digits
from symproof.writers.prose import prose_width
from symproof.writers.trace_table import TraceTable, shown_once, subject, trace_table

LINE = 40.0
"""The room for a formula, in em: a line of text, less an indent."""
LONG = 20.0
"""From this width on a reason is set in lines of its own."""
LEFT = 12.0
"""The widest left side that still stands before its relations rather than above them."""
RELATIONS = {
    "=": "=", "!=": r"\ne", "<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "iff": r"\iff", "implies": r"\implies",
}  # fmt: skip
POWER_OF_TEN = re.compile(r"-?\b\d+(?:\.\d+)?e[+-]?\d+\b")
WORDS = {"proved": "proved", "refuted": "refuted", "unknown": "not settled"}


@dataclass(frozen=True, slots=True)
class Row:
    """One step of a chain: its relation, its right side in lines, the reason in words, and what came of it.

    `links` are the (anchor, label) of the claims that it cites. `long` marks a reason that needs lines of its own,
    `crowded` a row that leaves a reason no room beside it.
    """

    relation: str
    right: tuple[str, ...]
    reason: str
    links: tuple[tuple[str, str], ...]
    verdict: str
    long: bool
    crowded: bool

    @property
    def words(self) -> str:
        """The verdict in words."""
        return WORDS[self.verdict]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that continue one left side; `above` where that stands on lines of its own. `left` is empty for a
    statement that is no relation, which is the right side of its row."""

    left: tuple[str, ...]
    above: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a step is not proved: which (a number, words, or "" for the only one), the point as formulas, what is
    measured there and how much it is, and the reason in lines."""

    step: str
    verdict: str
    point: tuple[str, ...]
    measure: str
    difference: str
    reason: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A derivation on the sheet. `status` is "proved", "slip", "omitted", "refuted", "unknown" or "error"."""

    anchor: str
    label: str
    title: str
    name: str
    line: int
    status: str
    words: str
    good: bool
    declared: tuple[str, ...]
    defined: tuple[tuple[str, ...], ...]
    given: tuple[tuple[str, ...], ...]
    claim: tuple[str, ...]
    remarks: tuple[str, ...]
    groups: tuple[Group, ...]
    failures: tuple[Failure, ...]
    rests: str
    error: str
    trace: TraceTable | None = None

    @property
    def brief(self) -> Row | None:
        """The only row, where the claim is all that the chain says."""
        rows = [row for group in self.groups for row in group.rows]
        return rows[0] if len(rows) == 1 and self.claim else None


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims, known slips, and what came of them. `unsettled` counts what did not turn out as expected."""

    claims: int
    proved: int
    slips: int
    slips_refuted: int
    unsettled: int
    rests: str


@dataclass(frozen=True, slots=True)
class Section:
    """A derivation file on the sheet."""

    anchor: str
    title: str
    file: str
    remarks: tuple[str, ...]
    entries: tuple[Entry, ...]
    error: str
    tally: Tally

    @property
    def folder(self) -> str:
        """The folder of the file; the sheet lists its sections by folder."""
        return self.file.rpartition("/")[0] or "."


@dataclass(frozen=True, slots=True)
class Solution:
    """The sheet: its sections, and the counts over all of them for its head."""

    sections: tuple[Section, ...]
    tally: Tally


def solution(reports: Sequence[FileReport]) -> Solution:
    """Arrange the reports for a reader, in their order."""
    labels = {
        derivation.id: (f"claim-{k}-{m}", f"{'Known slip' if derivation.expect == 'refuted' else 'Claim'} {k}.{m}")
        for k, report in enumerate(reports, start=1)
        for m, derivation in enumerate(report.derivations, start=1)
    }
    sections = tuple(
        Section(
            anchor=f"file-{k}",
            title=_title(report.title) or report.file,
            file=report.file,
            remarks=paragraphs(report.remarks),
            entries=_entries(report.derivations, labels),
            error=report.error,
            tally=tally(report.derivations),
        )
        for k, report in enumerate(reports, start=1)
    )
    return Solution(sections, tally([derivation for report in reports for derivation in report.derivations]))


def tally(derivations: Sequence[DerivationReport]) -> Tally:
    """How many there are of each kind, and what the proved claims rest on."""
    slips = [derivation for derivation in derivations if derivation.expect == "refuted"]
    claims = [derivation for derivation in derivations if derivation.expect != "refuted"]
    proved = [derivation for derivation in claims if derivation.verdict == "proved"]
    return Tally(
        claims=len(claims),
        proved=len(proved),
        slips=len(slips),
        slips_refuted=sum(derivation.verdict == "refuted" for derivation in slips),
        unsettled=sum(not derivation.ok for derivation in derivations),
        rests=rests_on(trust for derivation in proved for trust in derivation.trusts) if proved else "",
    )


def _title(text: str) -> str:
    """A title without its full stop; an ellipsis stays."""
    text = text.strip()
    return text if text.endswith("...") else text.removesuffix(".")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each in one line."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _entries(reports: Sequence[DerivationReport], labels: dict[str, tuple[str, str]]) -> tuple[Entry, ...]:
    entries = [_entry(report, labels) for report in reports]
    tables = shown_once([(entry.trace, (entry.anchor, entry.label)) for entry in entries])
    return tuple(replace(entry, trace=table) for entry, table in zip(entries, tables, strict=True))


def _entry(report: DerivationReport, labels: dict[str, tuple[str, str]]) -> Entry:
    anchor, label = labels[report.id]
    status, words = _status(report)
    return Entry(
        anchor=anchor,
        label=label,
        title=_title(report.title),
        name=report.name,
        line=report.line,
        status=status,
        words=words,
        good=report.ok,
        declared=report.declared,
        defined=tuple(broken(each, LINE) for each in report.defined_latex),
        given=tuple(broken(each, LINE) for each in report.given_latex),
        claim=broken(report.claim_latex, LINE) if report.claim_latex else (),
        remarks=paragraphs(report.remarks),
        groups=_groups(report.steps, labels) if report.trace is None else (),
        failures=tuple(
            _failure(step, _subject(report, number))
            for number, step in enumerate(report.steps, start=1)
            if step.verdict != "proved"
        ),
        rests=rests_on(report.trusts) if report.verdict == "proved" else "",
        error=report.error,
        trace=None if report.trace is None else trace_table(report.trace, report.steps),
    )


def _subject(report: DerivationReport, number: int) -> str:
    """What a step that fails is about, in words; "" where there is no other step."""
    if report.trace is not None:
        return subject(report.trace, number - 1) or "The whole"
    return f"Step {number}" if len(report.steps) > 1 else ""


def _status(report: DerivationReport) -> tuple[str, str]:
    """What came of a derivation: a key for its mark, and words."""
    match (report.expect, report.verdict, report.ok):
        case _ if report.error:
            return "error", "could not be built"
        case ("refuted", "refuted", True):
            return "slip", "refuted, as expected"
        case ("refuted", "proved", _):
            return "refuted", "expected to be refuted, but proved"
        case ("refuted", _, _):
            return "unknown", "expected to be refuted, but not settled"
        case ("omitted", "proved", _):
            return "refuted", "marked as omitted, yet proved"
        case ("omitted", _, True):
            return "omitted", "the proof of a step is left out"
        case (_, verdict, _):
            return verdict, WORDS[verdict]


def _failure(step: StepReport, number: str) -> Failure:
    point = step.point_latex or tuple(f"`{name} = {value}`" for name, value in step.point.items())
    return Failure(
        step=number,
        verdict=step.verdict,
        point=tuple(text if text.startswith("`") else f"${text}$" for text in point),
        # The sides of a minimization are the values at the claimed point and at the one that beats it.
        measure="the value exceeds that of another point by"
        if "arg\\,min" in step.left_latex
        else "left minus right is",
        difference=step.difference,
        reason=tuple(_with_powers(line.strip()) for line in step.reason.splitlines() if line.strip()),
    )


def _with_powers(line: str) -> str:
    """Numbers as they are typed, 8.012e24, as they are printed."""
    return POWER_OF_TEN.sub(lambda found: f"${latex_digits(found[0])}$", line)


def _groups(steps: Sequence[StepReport], labels: dict[str, tuple[str, str]]) -> tuple[Group, ...]:
    """The steps as chains, each with its left side once."""
    chains: list[list[StepReport]] = []
    for step in steps:
        continues = chains and step.relation and step.left_latex == chains[-1][-1].right_latex
        if continues and chains[-1][-1].relation:
            chains[-1].append(step)
        else:
            chains.append([step])
    return tuple(_group(chain, labels) for chain in chains)


def _group(chain: Sequence[StepReport], labels: dict[str, tuple[str, str]]) -> Group:
    first = chain[0]
    if not first.relation:
        return Group((), False, (_row(first, broken(first.left_latex, LINE), 0, labels),))
    wide = width(first.left_latex)
    beside = wide <= LEFT
    room = LINE - 4 - (wide if beside else 0)
    if beside and not all(width(line) <= room for step in chain for line in broken(step.right_latex, room)):
        beside, room = False, LINE - 4
    used = wide if beside else 1.0
    rows = tuple(_row(step, broken(step.right_latex, room), used, labels) for step in chain)
    return Group((first.left_latex,) if beside else broken(first.left_latex, LINE), not beside, rows)


def _row(step: StepReport, right: tuple[str, ...], used: float, labels: dict[str, tuple[str, str]]) -> Row:
    links = tuple(labels[cited] for cited in step.cites if cited in labels)
    cited = ", ".join(each.rpartition("::")[2] for each in step.cites)
    by = step.by.removesuffix(f"by {cited}").rstrip(", ") if links else step.by  # the links say it
    reason = f"{step.note} ({by})" if step.note and by else step.note or by
    wide = prose_width(reason) + sum(2 + 0.43 * len(label) for _, label in links)
    crowded = used + 2 + max(map(width, right)) + wide > LINE + 4
    return Row(RELATIONS.get(step.relation, step.relation), right, reason, links, step.verdict, wide > LONG, crowded)
