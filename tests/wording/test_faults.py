"""homecare.wording.faults."""

from collections.abc import Callable
from datetime import date
from string import Formatter

import pytest

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.scales import Bounds, check_nprs
from homecare.domain.records.settings import Settings
from homecare.domain.session.script import script_of
from homecare.wording.faults import _sentences, what_is_wrong


def test_every_fault_has_a_sentence_of_its_own() -> None:
    sentences = _sentences()

    assert set(sentences) == set(FaultCode)
    assert len(set(sentences.values())) == len(FaultCode)


@pytest.mark.parametrize("code", FaultCode)
def test_a_sentence_is_whole_and_on_one_line(code: FaultCode) -> None:
    sentence = _sentences()[code]
    facts = {name: name for _text, name, _spec, _kind in Formatter().parse(sentence) if name}

    said = what_is_wrong(FaultError(code, **facts))

    assert said.endswith(".")
    assert "\n" not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (lambda: check_nprs(11), "Pain must be a whole number from 0 to 10."),
        (lambda: check_nprs(-1, "needling_soreness"), "Soreness must be a whole number from 0 to 10."),
        (
            lambda: Bounds(least=0, most=16, step=0.5, unit="hours").check(17, "sleep_h"),
            "Sleep must be in steps of 0.5 from 0 to 16 hours.",
        ),
        (lambda: Dose(sets=0, reps=3), "sets must be a whole number from 1 to 10, not 0."),
        (
            lambda: Schedule(pattern="per_week", n=5, min_rest_days_between=1),
            "The rest days do not fit into a week.",
        ),
        (lambda: Settings(clinic_phone="1" * 41), "A phone number holds up to 40 characters."),
        (lambda: script_of([]), "There is no exercise to do."),
    ],
)
def test_a_value_that_is_refused_says_why(refused: Callable[[], object], said: str) -> None:
    with pytest.raises(FaultError) as fault:
        refused()

    assert what_is_wrong(fault.value) == said


def test_what_the_fault_names_is_called_as_people_call_it() -> None:
    fault = FaultError(FaultCode.NOT_OF_PHASE, phase="sf-1", exercise="heel-raise-hold")

    said = what_is_wrong(fault, {"sf-1": "“Rest”", "heel-raise-hold": "“Heel raise, held”"})

    assert said == "With a stress fracture “Rest” allows only its own exercises, not “Heel raise, held”."


def test_a_fault_from_elsewhere_keeps_its_own_sentence() -> None:
    assert what_is_wrong(ValueError("The address must be like this.")) == "The address must be like this."


def test_a_fault_lists_its_facts_for_the_log() -> None:
    fault = FaultError(FaultCode.DAY_OUT_OF_RANGE, name="issued", value=date(2300, 1, 1))

    assert str(fault) == "day-out-of-range (name=issued, value=2300-01-01)"
