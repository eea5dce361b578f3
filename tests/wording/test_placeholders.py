"""A text always says whom to call, with or without a number."""

import pytest

from homecare.domain.records.settings import Settings
from homecare.wording.placeholders import fill

NONE = Settings(emergency_number="", urgent_line="", clinic_phone="")
ALL = Settings(emergency_number="999", urgent_line="111", clinic_phone="020 7946 0000")


@pytest.mark.parametrize(
    ("text", "without", "with_numbers"),
    [
        ("Call {emergency_number} now.", "Call your local emergency number now.", "Call 999 now."),
        (
            "Call your clinic or {urgent_line} today.",
            "Call your clinic or your local urgent advice line today.",
            "Call your clinic or 111 today.",
        ),
        (
            "Stop your exercises and call {clinic_phone} today.",
            "Stop your exercises and call your clinic today.",
            "Stop your exercises and call your clinic on 020 7946 0000 today.",
        ),
    ],
)
def test_a_text_reads_well_with_and_without_numbers(text, without, with_numbers):
    assert fill(text, NONE) == without
    assert fill(text, ALL) == with_numbers


def test_other_braces_stay_as_they_are():
    assert fill("{muscle} {x", ALL) == "{muscle} {x"


def test_spaces_are_no_number():
    assert fill("{clinic_phone}", Settings(clinic_phone="  ")) == "your clinic"
