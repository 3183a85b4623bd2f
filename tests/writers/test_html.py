"""The page of a solution sheet: self-contained, well formed, the same for the same reports."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from symproof.report import FileReport
from symproof.writers.html import html_page
from tests.writers.samples import argmin_file, broken_file, regret_file, samples, wide_file

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """The elements of a page, with a complaint for each that is not closed where it must be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.ids += [value for value in [values.get("id")] if value]
        self.links += [value for value in [values.get("href")] if value]
        if tag in VOID:
            self.words.append(" ")
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def page(*reports: FileReport) -> Page:
    return Page(html_page(reports))


def test_every_element_is_closed() -> None:
    found = page(*samples(), broken_file(), wide_file())

    assert found.open == []
    assert {"math", "table", "article", "nav", "svg", "style"} <= set(found.tags)


def test_the_page_needs_no_script_and_no_network() -> None:
    text = html_page([*samples(), broken_file()])

    assert "<script" not in text
    assert not re.search(r"https?:|//[a-z]|@import|url\(|src=", text)


def test_every_link_leads_to_a_place_on_the_page() -> None:
    found = page(*samples())

    assert found.links
    assert all(link.removeprefix("#") in found.ids for link in found.links)
    assert len(found.ids) == len(set(found.ids))


def test_the_same_reports_give_the_same_page_and_timings_do_not_show() -> None:
    report = regret_file()
    slower = replace(
        report,
        derivations=tuple(
            replace(each, seconds=9.75, steps=tuple(replace(step, seconds=8.25) for step in each.steps))
            for each in report.derivations
        ),
    )

    assert html_page([report]) == html_page([regret_file()]) == html_page([slower])


def test_a_known_slip_is_marked_with_the_value_that_exposes_it() -> None:
    text = page(regret_file()).text

    assert "Known slip 1.3" in text
    assert "refuted, as expected" in text
    assert "is not true that" in text
    assert "Step 2 fails at T=1" in text
    assert "left minus right is \u22121/2" in text


def test_an_unsettled_step_says_what_is_missing() -> None:
    text = page(argmin_file()).text

    assert "It is not settled: not known to be defined. needs \u03bb\u22600" in text


def test_a_minimizer_that_is_beaten_says_by_how_much() -> None:
    assert "the value exceeds that of another point by 1/2" in page(argmin_file()).text


def test_a_claim_that_cites_another_links_to_it() -> None:
    assert '<a href="#claim-1-1">Claim 1.1</a>' in html_page([regret_file()])


def test_marks_say_their_word_and_differ_in_form() -> None:
    text = html_page([argmin_file()])
    shapes = dict(re.findall(r"<title>([^<]*)</title><path d=\"([^\"]*)\"", text))

    assert len({shapes["proved"], shapes["refuted"], shapes["not settled"]}) == 3


def test_what_an_author_writes_cannot_break_the_page() -> None:
    report = broken_file()
    hostile = replace(report, title="<script>alert(1)</script> & </article>", file="<b>.py", error='"<&>"')

    text = html_page([hostile])

    assert "<script" not in text
    assert Page(text).open == []


def test_a_file_that_could_not_be_read_is_on_the_page() -> None:
    report = FileReport("derivations/odd.py", "", "", error="SyntaxError: invalid syntax", error_line=3)

    assert "This file could not be read: SyntaxError: invalid syntax" in page(report).text


def test_no_reports_give_an_empty_sheet() -> None:
    assert "0 of 0" in page().text
