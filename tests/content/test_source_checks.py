"""No source is missing and none is unused: homecare.content.source_checks."""

import re

import pytest

from homecare.content.checks import faults
from homecare.content.library import CONTENT, Library
from homecare.content.source_checks import named_sources
from tests.content.editing import copied_content, edited

LIBRARY = Library()


def test_every_source_that_is_named_is_listed_and_every_one_listed_stands_behind_something() -> None:
    listed = LIBRARY.source_book.sources
    named = named_sources(LIBRARY)

    assert named <= set(listed)
    assert {key for key, source in listed.items() if source.background} >= set(listed) - named


def test_the_sources_named_in_the_files_are_those_that_the_check_sees() -> None:
    files = (path for path in CONTENT.rglob("*.toml") if path.name != "sources.toml")
    written = {
        key
        for path in files
        for key in re.findall(r'^source = "([^"]+)"', path.read_text("utf-8"), re.MULTILINE)
    }

    assert written <= named_sources(LIBRARY)


def test_every_sentence_around_needling_has_a_source_or_is_marked_as_usual_practice() -> None:
    sentences = [
        sentence
        for page in LIBRARY.around_needling.pages
        for section in page.sections
        for sentence in section.sentences
    ]

    assert len(sentences) > 50
    assert all(sentence.source in LIBRARY.source_book.sources for sentence in sentences)
    # A number of people or treatments is a finding: usual practice has none.
    counted = [
        sentence for sentence in sentences if re.search(r"\d of \d|\d in \d|survey|trial", sentence.text)
    ]
    assert counted
    assert all(sentence.source != "consensus" for sentence in counted)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('background = ["heel-raise-hold"]', "background = []", "sources[oneill2019]: nothing rests on this"),
        ('background = ["heel-raise-hold"]', 'background = ["heel-lift"]', "called heel-lift"),
    ],
)
def test_a_source_behind_nothing_is_found(tmp_path, old: str, new: str, words: str) -> None:
    library = Library(edited(copied_content(tmp_path), "sources.toml", old, new))

    assert any(words in str(fault) for fault in faults(library))
