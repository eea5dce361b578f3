"""homecare.domain.library.source."""

from typing import Any

import pytest

from homecare.domain.library.source import Source


def cited(**changes: Any) -> Source:
    values: dict[str, Any] = {
        "key": "rathleff2015",
        "citation": "Rathleff MS and others. High-load strength training.",
        "locator": "10.1111/sms.12313",
        "used_for": "Every second day.",
        "confidence": "verified",
    }
    return Source(**(values | changes))


@pytest.mark.parametrize(
    ("locator", "url"),
    [
        ("10.1111/sms.12313", "https://doi.org/10.1111/sms.12313"),
        ("PMID 32089962", "https://pubmed.ncbi.nlm.nih.gov/32089962/"),
        ("PMC6706360", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6706360/"),
        ("https://www.nhs.uk/conditions/plantar-fasciitis/",) * 2,
        ("", ""),
    ],
)
def test_a_source_can_be_looked_up_where_its_place_is_known(locator, url):
    assert cited(locator=locator).url == url


def test_only_usual_practice_is_customary():
    assert cited(key="consensus", confidence="consensus").customary
    assert not cited().customary


def test_an_unknown_word_for_confidence_is_refused():
    with pytest.raises(ValueError, match=r"not-one-of .*confidence.*verified"):
        cited(confidence="sure")
