"""Reports arranged for a reader."""

from __future__ import annotations

from dataclasses import replace

import pytest

from symproof import eq, real
from symproof.report import FileReport, rests_on
from symproof.statement import relation
from symproof.writers.formula import width
from symproof.writers.solution import LINE, Entry, Tally, paragraphs, solution
from tests.writers.samples import broken_file, chain, derived, regret_file, samples, wide_file

x, y, z = real("x"), real("y"), real("z")


def entry(report: FileReport, name: str) -> Entry:
    return next(each for section in solution([report]).sections for each in section.entries if each.name == name)


def test_a_chain_has_its_left_side_once() -> None:
    (group,) = entry(regret_file(), "regret_bound").groups

    assert len(group.left) == 1
    assert [row.relation for row in group.rows] == ["=", "=", r"\le", "="]


def test_a_step_that_does_not_continue_the_one_before_starts_anew() -> None:
    steps = [*chain(x, ("=", y, {})), *chain(z, ("=", x, {}))]

    groups = entry(FileReport("f", "", "", (derived("two", "", [], eq(x, y), steps),)), "two").groups

    assert [group.left for group in groups] == [("x",), ("z",)]


def test_a_long_left_side_stands_above_its_relations_and_lines_are_broken_to_fit() -> None:
    (group,) = entry(wide_file(), "wide").groups

    assert group.above
    lines = [*group.left, *(line for row in group.rows for line in row.right)]
    assert len(lines) > 4
    assert all(width(line) <= LINE for line in lines)
    assert [row.long for row in group.rows] == [True, False]


def test_a_citation_is_a_link_with_the_number_of_the_claim() -> None:
    row = entry(regret_file(), "regret_bound").groups[0].rows[0]

    assert row.links == (("claim-1-1", "Claim 1.1"),)
    assert row.reason == ""


def test_what_else_settles_a_step_is_said_beside_the_link() -> None:
    file = regret_file()
    steps = file.derivations[1].steps
    first = replace(steps[0], by="expand, by one_step", note="the step before")
    file = replace(file, derivations=(file.derivations[0], replace(file.derivations[1], steps=(first, *steps[1:]))))

    assert entry(file, "regret_bound").groups[0].rows[0].reason == "the step before (expand)"


def test_the_authors_note_comes_before_the_engine() -> None:
    row = entry(regret_file(), "regret_bound").groups[0].rows[2]

    assert row.reason == "a square is not negative (positivity)"


def test_a_failing_step_says_where_and_by_how_much() -> None:
    (failure,) = entry(regret_file(), "telescope_too_short").failures

    assert (failure.step, failure.verdict, failure.difference) == ("Step 2", "refuted", "-1/2")
    assert failure.point[0] == "$T = 1$"
    assert failure.measure == "left minus right is"


@pytest.mark.parametrize(
    ("expect", "verdict", "ok", "status"),
    [
        ("proved", "proved", True, "proved"),
        ("proved", "refuted", False, "refuted"),
        ("proved", "unknown", False, "unknown"),
        ("refuted", "refuted", True, "slip"),
        ("refuted", "proved", False, "refuted"),
        ("refuted", "unknown", False, "unknown"),
        ("omitted", "unknown", True, "omitted"),
        ("omitted", "proved", False, "refuted"),
    ],
)
def test_what_came_of_a_claim_is_told_from_what_was_expected(expect: str, verdict: str, ok: bool, status: str) -> None:
    report = derived("one", "", [], relation(">", x, y), chain(x, (">", y, {"verdict": verdict})), expect=expect, ok=ok)

    assert entry(FileReport("f", "", "", (report,)), "one").status == status


def test_only_what_is_proved_rests_on_something() -> None:
    assert entry(regret_file(), "one_step").rests == "the kernel alone"
    assert entry(regret_file(), "telescope_too_short").rests == ""
    assert rests_on(["z3", "assumed: convexity", "z3"]) == "the kernel and assumed: convexity, z3"


def test_the_head_counts_claims_and_known_slips_apart() -> None:
    sheet = solution([*samples(), broken_file()])

    assert sheet.tally == Tally(claims=11, proved=9, slips=3, slips_refuted=2, unsettled=3, rests="the kernel and z3")
    assert sum(section.tally.claims for section in sheet.sections) == sheet.tally.claims


def test_paragraphs_are_kept_apart_and_lines_are_joined() -> None:
    assert paragraphs("a\n  b\n\n c\n") == ("a b", "c")
