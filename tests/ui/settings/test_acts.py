"""What a patient types in the settings is what it says: a telephone number, a date of birth, a name."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from homecare.ui.settings.acts import read_birth_date, read_phone, save_about
from tests.ui.session.guided_care import care_with_plan

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("number", ["112", "+44 20 7946 0000", "(030) 123-45", "116117"])
def test_a_telephone_number_is_kept_as_it_is_typed(number: str) -> None:
    assert read_phone(f" {number} ", wanted=True) == number


@pytest.mark.parametrize("number", ["", "call mum", "1", "javascript:1", "+", "1234567890123456", "١١٢"])
def test_an_emergency_number_that_no_telephone_dials_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="telephone number"):
        read_phone(number, wanted=True)


def test_a_number_that_is_not_needed_may_be_left_empty() -> None:
    assert read_phone("  ") == ""


@pytest.mark.parametrize("text", ["4.3.1961", "2027-01-01", "0961-03-04", "1961-02-30"])
def test_a_date_nobody_is_born_on_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        read_birth_date(text, TODAY)


def test_who_the_patient_is_can_be_said_and_taken_back(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    care.store.save_patient({"name": "A", "since_0_1": "kept"})

    asyncio.run(save_about(care, {"name": "Ada", "birth_date": "1961-03-04", "clinic_id": ""}))
    assert care.store.patient() == {"name": "Ada", "birth_date": "1961-03-04", "since_0_1": "kept"}

    asyncio.run(save_about(care, {"name": "", "birth_date": "", "clinic_id": ""}))
    assert care.store.patient() == {"since_0_1": "kept"}
