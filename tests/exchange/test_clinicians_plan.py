"""What a clinician's plan says besides its exercises is on the page, in FHIR and in the backup."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from homecare.documents import document_of
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.records.plan import PlanEvent, PrescriptionAccepted
from homecare.domain.records.prescription import own_exercises
from homecare.domain.report.report import report, usual_period
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.fhir.care import plan_resources
from homecare.exchange.patient.file import read_patient, report_on
from homecare.exchange.reading.record_checks import read_record
from homecare.exchange.report.html import report_html
from homecare.exchange.report.pdf import report_pdf
from homecare.wording.report_tables import practice_line
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when
from tests.domain.own_exercise import MARBLES, with_advice
from tests.domain.prescribing import accept

SAID = (
    "Goal: Walk the dog for half an hour",
    "Activity: No running.",
    "Shoes: Firm trainers, also indoors.",
    "Heel lift, both shoes. Getting used to it: 1 h on the first day, 2 h more each day, up to 8 h.",
    "Taping: Low-Dye, for 3 days.",
    "Review: 21 Mar 2026",
)


def followed() -> Care:
    care = Care(phase="pf-2")
    accept(care, with_advice(review=day_of(20), expires=day_of(40)), 2)
    care.mornings(*[2] * 9)
    return care


def test_the_page_names_the_exercise_its_load_and_the_advice_in_html_and_on_paper() -> None:
    page = report(followed().records, LIBRARY, usual_period(day_of(9)), when(9), LONDON)

    html = report_html(page).decode()
    sheets = PdfReader(BytesIO(report_pdf(page))).pages
    paper = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    for said in (MARBLES.name, "7.5 kg", "red band", *SAID, "Last day: 10 Apr 2026"):
        assert said in html, said
        assert said in paper, said


def test_fhir_carries_the_advice_the_steps_the_note_and_the_load() -> None:
    evidence = evidence_at(followed().records, LIBRARY, when(9), LONDON)
    plan, raises, marbles = plan_resources(evidence.plans["plantar-fasciitis"], evidence, "patient")

    notes = [note["text"] for note in plan["note"]]
    assert all(any(said in note for note in notes) for said in SAID)
    assert plan["period"]["end"] == "2026-04-10"
    assert raises["patientInstruction"] == "Hold on to the worktop."
    assert "load: 7.5 kg" in raises["note"][0]["text"]
    assert marbles["patientInstruction"].splitlines() == list(MARBLES.steps)
    assert marbles["code"]["text"] == MARBLES.name


def test_an_own_exercise_that_was_done_has_its_name_in_fhir_and_no_bare_id_when_read_back() -> None:
    care = followed()
    care.session(8, 2, MARBLES.id, practice=True)
    session = replace(care.sessions[-1], id="00000000-0000-4000-8000-000000000002")
    records = replace(care.records, entries=(), sessions=(session,))
    sent = fhir_bytes(records, LIBRARY, when(9), LONDON)
    back = report_on(read_patient(sent), LIBRARY, days=28)

    assert f'"code":"{MARBLES.id}","display":"{MARBLES.name}"' in sent.decode()
    assert practice_line(back) == (
        "Tried freely, not in the plan's numbers: an exercise of the clinic's own once (worst pain 2)."
    )


def test_a_plan_that_0_1_0_stored_is_the_same_plan() -> None:
    stored = {
        "kind": "prescription-accepted",
        "id": "00000000-0000-4000-8000-000000000001",
        "at": "2026-11-22T09:00:00+00:00",
        "created_at": "2026-11-22T09:00:00.000001+00:00",
        "edited_at": "2026-11-22T09:00:00.000001+00:00",
        "prescription": {
            "condition": "plantar-fasciitis",
            "side": "right",
            "phase": "pf-2",
            "items": [
                {
                    "exercise": "heel-raise-towel",
                    "dose": {"sets": 3, "reps": 10, "rest_s": 90},
                    "schedule": {
                        "pattern": "every_n_days",
                        "n": 2,
                        "min_rest_days_between": 0,
                        "times_per_day": 1,
                    },
                    "side": "affected",
                }
            ],
            "issued": "2026-11-22",
            "limits": {"green_max": 1, "amber_max": 4},
            "expires": "2027-02-28",
            "clinic": "Foot clinic",
        },
    }
    event = read_record(PlanEvent, stored)

    assert isinstance(event, PrescriptionAccepted)
    assert document_of(event) == stored
    assert event.prescription.items[0].own is None
    assert own_exercises([event]) == {}
