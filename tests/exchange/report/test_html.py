"""The clinician's page as a file for a browser: complete in itself, and safe whatever was written."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from homecare.domain.records.records import Records
from homecare.exchange.report.html import report_html
from homecare.wording.report_tiles import tile_texts
from tests.exchange.report.pages import HOSTILE, demo, page_of

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Collects tags and visible text, and fails on a tag that is not closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def html_of(records: Records, **more: object) -> str:
    return report_html(page_of(records, **more)).decode()  # type: ignore[arg-type]


def test_it_says_what_the_paper_says() -> None:
    records = demo(90)
    text = " ".join(Page(html_of(records)).words)

    for tile in tile_texts(page_of(records)):
        assert tile.value in text
        assert tile.meaning in text


def test_it_needs_nothing_from_outside() -> None:
    html = html_of(demo(40))
    tags = Page(html).tags

    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _attributes in tags}
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", html)
    assert not any(name.startswith("on") or name in ("src", "href") for _tag, found in tags for name in found)


def test_what_the_patient_wrote_stays_text() -> None:
    records = demo(60)
    marked = replace(records, entries=(*records.entries[:-1], replace(records.entries[-1], notes=HOSTILE)))
    html = html_of(marked, share_notes=True, name="<b>Ann</b>")
    page = Page(html)

    assert "<b>Ann</b>" in "".join(page.words)
    assert "alert('x')" in "".join(page.words)
    assert "script" not in {tag for tag, _attributes in page.tags}
    assert "\u202e" not in html
    assert "\x07" not in html


def test_charts_and_tables_speak_to_whoever_does_not_see_them() -> None:
    page = Page(html_of(demo(60)))
    tags = [tag for tag, _attributes in page.tags]
    pictures = [found for tag, found in page.tags if tag == "svg"]

    assert tags.count("h1") == 1
    assert tags.count("table") == tags.count("caption") == 2
    assert len(pictures) == 5
    assert all(found["role"] == "img" and found["aria-label"] for found in pictures)
    assert all(found.get("scope") == "col" for tag, found in page.tags if tag == "th")


def test_the_same_report_gives_the_same_bytes() -> None:
    records = demo(40)

    assert html_of(records) == html_of(records)
