"""The records as a FHIR bundle, read back by another library and compared with the records."""

import json
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class
from fhirclient.models.fhirabstractbase import FHIRValidationError  # type: ignore[import-untyped]

from homecare.domain.records.diary import ALL_ANSWERS, BOUNDS, PAIN_FIELDS, Site
from homecare.domain.records.questionnaire import QuestionnaireAnswered
from homecare.domain.records.records import Records
from homecare.domain.report.report import Named
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.safety.pressing import pressing_now
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.fhir.codes import LEGS, LOINC, QUESTIONNAIRE, SNOMED
from homecare.wording.report_safety import pressing_text
from tests.domain.care import LONDON as ZONE
from tests.domain.care import Care, day_of, when
from tests.exchange.report.pages import LIBRARY, LONDON, MADE, demo
from tests.exchange.whole import accepted, every_event, full_entry, whole

Found = dict[str, Any]


@cache
def records() -> Records:
    """Forty days of the demo with a shared note and a scored place."""
    made = demo(40)
    first = replace(made.entries[0], notes="Zebra", location=(Site(region="arch", side="R", pain=4),))
    return replace(made, entries=(first, *made.entries[1:]))


def bundle(*asked: Any, **wanted: Any) -> Found:
    found: Found = json.loads(fhir_bytes(*asked, **wanted))
    return found


@cache
def made() -> Found:
    return bundle(records(), LIBRARY, MADE, LONDON)


def of_kind(kind: str, found: Found | None = None) -> list[Found]:
    return [
        entry["resource"] for entry in (found or made())["entry"] if entry["resource"]["resourceType"] == kind
    ]


def local(observation: Found) -> str:
    return str(observation["code"]["coding"][-1]["code"])


@pytest.mark.parametrize("source", [records(), whole().records], ids=["demo", "every-field"])
def test_every_resource_is_valid_for_r4_by_two_validators(source: Records) -> None:
    found = bundle(source, LIBRARY, MADE, LONDON, patient=Named(name="Ann", clinic_id="7"), share_notes=True)
    for entry in found["entry"]:
        kind = entry["resource"]["resourceType"]
        get_fhir_model_class(kind).model_validate(entry["resource"])
        getattr(import_module(f"fhirclient.models.{kind.lower()}"), kind)(entry["resource"], strict=True)
    get_fhir_model_class("Bundle").model_validate(found)


def test_the_second_validator_refuses_what_r4_does_not_have() -> None:
    needled = of_kind("Procedure")[0]
    validator = import_module("fhirclient.models.procedure").Procedure
    for spoilt in ({"performedPeriod": "today"}, {"subject": None}, {"painLevel": 3}):
        with pytest.raises(FHIRValidationError, match=next(iter(spoilt))):
            validator({**needled, **spoilt}, strict=True)


def test_there_is_one_answered_questionnaire_per_entry_and_one_procedure_per_needling() -> None:
    kinds = Counter(entry["resource"]["resourceType"] for entry in made()["entry"])

    answered = sum(isinstance(event, QuestionnaireAnswered) for event in records().plan)
    assert kinds["QuestionnaireResponse"] == len(records().entries) + answered
    assert kinds["Procedure"] == len(records().needlings)
    assert kinds["Patient"] == kinds["CarePlan"] == kinds["Condition"] == 1
    assert kinds["Questionnaire"] == 1 + len(LIBRARY.questionnaires)


def test_a_bundle_carries_every_answer_that_a_patient_can_give() -> None:
    full = Records(entries=(full_entry(),))
    found = bundle(full, LIBRARY, MADE, LONDON, share_notes=True)
    (answered,) = of_kind("QuestionnaireResponse", found)
    numbers = {local(observation) for observation in of_kind("Observation", found)}

    assert set(ALL_ANSWERS) <= {item["linkId"] for item in answered["item"]}
    assert {*PAIN_FIELDS, *BOUNDS} <= numbers


@pytest.mark.parametrize("field", [*PAIN_FIELDS, *BOUNDS])
def test_there_is_one_observation_per_number_that_was_given(field: str) -> None:
    given = [getattr(entry, field) for entry in records().entries if getattr(entry, field) is not None]
    if field == "pain_exercise":
        told = {entry.session for entry in records().entries if entry.pain_exercise is not None}
        given += [
            session.pain_exercise
            for session in records().sessions
            if session.pain_exercise is not None and session.id not in told
        ]
    sent = [
        observation["valueQuantity"]["value"]
        for observation in of_kind("Observation")
        if local(observation) == field
    ]

    assert Counter(sent) == Counter(given)


def test_a_scored_place_has_a_code_of_its_own_so_that_an_entry_has_one_pain_now() -> None:
    places = [site.pain for entry in records().entries for site in entry.location if site.pain is not None]
    sent = [observation for observation in of_kind("Observation") if local(observation) == "site_pain"]

    assert Counter(observation["valueQuantity"]["value"] for observation in sent) == Counter(places)
    assert all(len(observation["bodySite"]["coding"]) == 1 for observation in sent)


def test_only_pain_now_has_the_loinc_code_of_pain_at_an_instant() -> None:
    for observation in of_kind("Observation"):
        codes = [(code["system"], code["code"]) for code in observation["code"]["coding"]]
        if local(observation) in PAIN_FIELDS:
            assert ((LOINC, "72514-3") in codes) == (local(observation) == "pain_now")
            assert observation["valueQuantity"]["code"] == "{score}"
            assert observation["valueQuantity"]["system"] == "http://unitsofmeasure.org"
    asked = next(form for form in of_kind("Questionnaire") if form["url"] == QUESTIONNAIRE)
    assert "LOINC is copyright" in asked["copyright"]


def test_a_condition_is_what_the_patient_chose_at_a_part_of_the_body() -> None:
    (heel,) = of_kind("Condition")
    patient = {"reference": f"urn:uuid:{of_kind('Patient')[0]['id']}"}

    assert heel["verificationStatus"]["coding"][0]["code"] == "provisional"
    assert heel["asserter"] == patient
    assert heel["bodySite"][0]["text"] in {words for _code, words in LEGS.values()}


def test_a_plan_has_author_and_period_and_each_request_the_numbers_of_its_dose() -> None:
    (chosen,) = of_kind("CarePlan")
    taken = Records(plan=(*every_event()[1:2], accepted()))
    found = bundle(taken, LIBRARY, accepted().at + timedelta(days=1), ZONE)
    (prescribed,) = of_kind("CarePlan", found)
    request = of_kind("ServiceRequest", found)[0]

    assert chosen["author"] == {"reference": f"urn:uuid:{of_kind('Patient')[0]['id']}"}
    assert prescribed["author"] == {"display": "Foot clinic, Dr Ruiz"}
    assert prescribed["period"]["end"] == "2027-01-31"
    assert [part["text"] for part in request["orderDetail"]] == [
        "sets: 3",
        "reps: 12",
        "rest_s: 60",
        "tempo_s: 3-2-3",
    ]


def test_the_change_in_pain_and_what_is_pressing_are_carried() -> None:
    care = Care()
    for day in range(1, 29):
        care.entry(day, 7.5, pain_first_step=3 if day < 8 else 8)
        care.entry(day, 20, pain_worst=9)
    found = bundle(care.records, LIBRARY, when(28, 22), ZONE)
    change = next(
        observation for observation in of_kind("Observation", found) if local(observation) == "pain_change"
    )
    told = pressing_now(care.evidence(28, 22), alerts_at(care.evidence(28, 22)))

    assert change["valueCodeableConcept"]["coding"][0]["code"] == "clearly-worse"
    assert [part["valueQuantity"]["value"] for part in change["component"]] == [3.0, 8.0, 5.0, 167]
    assert [flag["code"]["text"] for flag in of_kind("Flag", found)] == [
        pressing_text(pressing, day_of(28)) for pressing in told
    ]
    assert told


def test_questionnaires_are_answered_ones_with_a_score_and_words_only_when_shared() -> None:
    kept = Records(plan=every_event()[:-1])
    for share in (True, False):
        found = bundle(kept, LIBRARY, MADE, LONDON, share_notes=share)
        answered = of_kind("QuestionnaireResponse", found)
        assert [response["questionnaire"].rpartition("/")[2] for response in answered] == [
            "my-activities|1",
            "overall-change|1",
        ]
        assert ("standing at work" in json.dumps(found)) is share
        scores = {
            local(observation): observation["valueQuantity"]["value"]
            for observation in of_kind("Observation", found)
        }
        assert (scores["my-activities"], scores["overall-change"]) == (1.5, 2.0)
        for entry in found["entry"]:
            get_fhir_model_class(entry["resource"]["resourceType"]).model_validate(entry["resource"])


@pytest.mark.parametrize(
    ("field", "code", "unit"),
    [
        ("steps", "41950-7", "/d"),
        ("walk_min", "55411-3", "min"),
        ("run_min", "55411-3", "min"),
        ("sleep_h", "93832-4", "h"),
        ("stiffness_min", None, "min"),
    ],
)
def test_other_numbers_have_the_code_and_unit_of_the_content(field: str, code: str | None, unit: str) -> None:
    care = Care()
    answers: dict[str, Any] = {field: 30 if field.endswith("_min") else 8}
    care.entry(3, 8, **answers)
    sent = bundle(care.records, LIBRARY, when(4), ZONE)
    one = next(observation for observation in of_kind("Observation", sent) if local(observation) == field)

    assert one["valueQuantity"]["code"] == unit
    coded = [found["code"] for found in one["code"]["coding"] if found["system"] == LOINC]
    assert coded == ([code] if code else [])


def test_worst_pain_is_of_the_24_hours_before_and_first_steps_of_the_morning() -> None:
    care = Care()
    entry = care.entry(3, 20, pain_worst=6, pain_first_step=4)
    found = {
        local(observation): observation
        for observation in of_kind("Observation", bundle(care.records, LIBRARY, when(4), ZONE))
    }

    lasting = found["pain_worst"]["effectivePeriod"]
    ends = datetime.fromisoformat(lasting["end"])
    assert ends - datetime.fromisoformat(lasting["start"]) == timedelta(hours=24)
    assert found["pain_first_step"]["effectiveDateTime"].startswith("2026-03-04T08:00:00")
    assert found["pain_worst"]["derivedFrom"] == [{"reference": f"urn:uuid:{entry}"}]


def test_one_place_is_a_coded_body_site_and_several_are_words() -> None:
    care = Care()
    care.entry(3, 20, pain_worst=6, location=(Site(region="arch", side="L"),))
    care.entry(4, 20, pain_worst=5, location=(Site(region="arch", side="L"), Site(region="toes", side="R")))
    one, several = of_kind("Observation", bundle(care.records, LIBRARY, when(5), ZONE))

    assert one["bodySite"]["coding"][0]["code"] == "L-arch"
    assert "coding" not in several["bodySite"]
    assert several["bodySite"]["text"] == "Arch (inside of the sole), left; Toes, right"


def test_every_reference_points_into_the_bundle() -> None:
    known = {entry["fullUrl"] for entry in made()["entry"]}

    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["reference"]] if isinstance(value.get("reference"), str) else []
            return own + [found for member in value.values() for found in references(member)]
        return [found for member in value for found in references(member)] if isinstance(value, list) else []

    assert len(known) == len(made()["entry"])
    assert set(references(made()["entry"])) <= known


def test_notes_and_name_are_there_only_when_shared() -> None:
    shared = bundle(records(), LIBRARY, MADE, LONDON, share_notes=True, patient=Named(name="Ann"))

    assert "Zebra" not in json.dumps(made())
    assert "Zebra" in json.dumps(shared)
    assert "name" not in of_kind("Patient")[0]
    assert of_kind("Patient", shared)[0]["name"] == [{"text": "Ann"}]


def test_snomed_is_only_where_it_was_confirmed_and_can_be_left_out() -> None:
    heel = of_kind("Condition")[0]
    care = Care("shin-splints", "ss-1")
    shin = of_kind("Condition", bundle(care.records, LIBRARY, when(3), ZONE))[0]

    assert heel["code"]["coding"] == [
        {"system": SNOMED, "code": "202882003", "display": "Plantar fasciitis (disorder)"}
    ]
    assert shin["code"] == {"text": LIBRARY.condition("shin-splints").name}
    assert SNOMED not in json.dumps(bundle(records(), LIBRARY, MADE, LONDON, snomed=False))


def test_each_exercise_of_the_phase_is_a_request_of_the_plan() -> None:
    plan = of_kind("CarePlan")[0]
    requests = of_kind("ServiceRequest")

    assert [activity["reference"]["reference"] for activity in plan["activity"]] == [
        f"urn:uuid:{request['id']}" for request in requests
    ]
    assert all(request["occurrenceTiming"]["repeat"]["frequency"] >= 1 for request in requests)
    assert not {"NutritionOrder", "MedicationRequest"} & {
        entry["resource"]["resourceType"] for entry in made()["entry"]
    }


def test_ids_are_stable_and_the_same_records_give_the_same_bytes() -> None:
    assert fhir_bytes(records(), LIBRARY, MADE, LONDON) == fhir_bytes(records(), LIBRARY, MADE, LONDON)
    assert json.loads(fhir_bytes(records(), LIBRARY, MADE, LONDON)) == made()


def test_a_record_in_error_is_marked_so() -> None:
    care = Care()
    care.needle(3, 10, cancelled=True)

    assert (
        of_kind("Procedure", bundle(care.records, LIBRARY, when(4), ZONE))[0]["status"] == "entered-in-error"
    )


def statuses(care: Care, day: int = 2) -> dict[str, str]:
    found = bundle(care.records, LIBRARY, when(day, 10), ZONE)
    requests = {
        request["code"]["coding"][0]["code"]: request["status"]
        for request in of_kind("ServiceRequest", found)
    }
    plans = {
        plan_resource["category"][0]["coding"][0]["code"]: plan_resource["status"]
        for plan_resource in of_kind("CarePlan", found)
    }
    return requests | plans


def test_a_plan_that_a_stress_fracture_pauses_is_handed_over_as_on_hold() -> None:
    care = Care(phase="pf-2")
    before = statuses(care)
    care.start("stress-fracture", "sf-1", day=1)
    care.screen(1, hour=9)

    assert (before["heel-raise-towel"], before["plantar-fasciitis"]) == ("active", "active")
    assert statuses(care)["heel-raise-towel"] == statuses(care)["plantar-fasciitis"] == "on-hold"


def test_what_today_holds_is_on_hold_and_says_why() -> None:
    care = Care()
    care.needle(2, 8, "flexor-digitorum-brevis")
    found = statuses(care)

    assert (found["arch-roll"], found["calf-stretch-straight"]) == ("on-hold", "active")
    assert found["plantar-fasciitis"] == "active"
    notes = [
        request["note"][-1]["text"]
        for request in of_kind("ServiceRequest", bundle(care.records, LIBRARY, when(2, 10), ZONE))
        if request["status"] == "on-hold"
    ]
    assert set(notes) == {"A muscle it may use was needled, so it rests for now."}
