"""`homecare prescribe`: a short file becomes a link and a code, or one line says what is wrong with it."""

import re
import subprocess
from base64 import b64decode
from dataclasses import fields as fields_of
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.library.exercise import Kind
from homecare.domain.library.phase import PrescribedSide
from homecare.domain.records.prescription import Band, LightLimits, Orthotic
from homecare.exchange.link.plan import plan_link, read_plan
from homecare.exchange.link.plan_document import read_plan_document
from homecare.exchange.link.plan_file import ITEM, MOST_BYTES, OWN_ITEM, PLAN, read_plan_file
from homecare.exchange.reading.intake import IntakeError
from tests.commands.in_process import homecare_text
from tests.exchange.link.prescriptions import library
from tests.exchange.whole import PICTURE

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "samples" / "plan.toml"
TODAY = date(2026, 11, 22)
SHORT = 'condition = "heel-spur"\nphase = "hs-1"\nside = "both"\n'


def prescribe(*words: str) -> subprocess.CompletedProcess[str]:
    return homecare_text("prescribe", *words)


def test_the_sample_becomes_a_link_that_reads_back_as_the_same_plan() -> None:
    done = prescribe(str(SAMPLE), "--base-url", "https://clinic.example/app/")

    link, picture = done.stdout.split("\n", 1)
    assert done.returncode == 0
    assert link.startswith("https://clinic.example/app/#/plan/")
    assert read_plan(link, library()) == read_plan_file(SAMPLE.read_bytes(), library(), TODAY)
    assert "█" in picture


def test_a_clinician_is_warned_of_what_another_condition_would_rule_out() -> None:
    done = prescribe(str(SAMPLE))

    assert done.returncode == 0
    assert done.stderr.splitlines()[0] + "\n" == (
        "warning: Slow heel raise with toes on a towel: "
        "not for a patient who also has this on the same side: "
        "Achilles tendinopathy: Insertional (where the cord meets the heel bone).\n"
    )


def test_without_an_address_the_link_opens_the_app_on_the_patients_own_computer() -> None:
    assert prescribe(str(SAMPLE)).stdout.startswith("http://127.0.0.1:8550/#/plan/")


@pytest.mark.parametrize(("name", "starts"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.txt", b"http")])
def test_the_ending_of_the_file_chooses_what_is_written(name: str, starts: bytes, tmp_path: Path) -> None:
    done = prescribe(str(SAMPLE), "--output", str(tmp_path / name))

    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_three_lines_hand_over_a_phase_as_the_content_has_it() -> None:
    found = read_plan_file(SHORT.encode(), library(), TODAY)

    phase = library().condition("heel-spur").phase("hs-1")
    assert found.issued == TODAY
    assert [(item.exercise, item.dose) for item in found.items] == [
        (item.exercise, item.dose) for item in phase.items
    ]
    assert (found.limits, found.expires, found.clinic) == (None, None, "")


def test_an_exercise_named_alone_has_the_dose_of_the_phase() -> None:
    found = read_plan_file(SAMPLE.read_bytes(), library(), TODAY)

    own = library().condition("plantar-fasciitis").phase("pf-2").items
    wanted = next(item for item in own if item.exercise == "plantar-fascia-stretch")
    assert (found.items[1].dose, found.items[1].schedule) == (wanted.dose, wanted.schedule)


def with_item(line: str) -> str:
    return f'{SHORT}\n[[exercises]]\nid = "towel-curls"\n{line}'


PAGE = (ROOT / "docs" / "plan-file.md").read_text(encoding="utf-8")


def test_the_reference_page_names_every_field_and_its_examples_are_plans() -> None:
    fields = {*PLAN, *ITEM, *OWN_ITEM, *get_args(Band), *get_args(Kind), *get_args(PrescribedSide)}
    fields |= {
        field.name for kind in (Dose, Schedule, Tempo, LightLimits, Orthotic) for field in fields_of(kind)
    }
    short, whole = re.findall(r"^```toml\n(.*?)^```", PAGE, re.M | re.S)

    assert [name for name in sorted(fields) if f"`{name}`" not in PAGE] == []
    assert read_plan_file(short.encode(), library(), TODAY).phase == "hs-1"
    plan = read_plan_file(whole.encode(), library(), TODAY)
    assert read_plan(plan_link(plan, "https://clinic.example/"), library()) == plan
    assert (plan.items[0].load_kg, plan.items[2].band, plan.orthotic and plan.orthotic.up_to_h) == (
        5,
        "red",
        8,
    )


def test_a_picture_beside_the_plan_goes_into_the_file_for_the_patient(tmp_path: Path) -> None:
    (tmp_path / "marbles.png").write_bytes(PICTURE)
    own = '[[exercises]]\nname = "Marble pick-up"\npicture = "marbles.png"\n'
    amounts = 'dose = { sets = 10, reps = 100 }\nschedule = { pattern = "daily", times_per_day = 12 }\n'
    (tmp_path / "plan.toml").write_text(SHORT + own + amounts)

    link = prescribe(str(tmp_path / "plan.toml"))
    done = prescribe(str(tmp_path / "plan.toml"), "--output", str(tmp_path / "plan.json"))

    assert (link.returncode, link.stderr) == (
        2,
        "homecare: A link cannot carry pictures. Hand this plan over as a file.\n",
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("warning: Marble pick-up: 12,000 repeats a day;")
    assert "Is this what you mean?" in done.stderr
    assert "It holds: 1 exercise, 1 of them your own; 1 picture." in done.stderr
    (item,) = read_plan_document((tmp_path / "plan.json").read_bytes(), library()).items
    assert item.own is not None
    assert b64decode(item.own.picture) == PICTURE
    (tmp_path / "marbles.png").write_bytes(b"<svg/>")
    assert "must be a PNG or JPEG" in prescribe(str(tmp_path / "plan.toml")).stderr


FAULTS = {
    "a condition spelt wrong": (SHORT.replace("heel-spur", "heelspur"), "did you mean heel-spur?"),
    "a phase spelt wrong": (SHORT.replace("hs-1", "hs1"), "phase: 'hs1' is not one of hs-1"),
    "a side spelt wrong": (SHORT.replace("both", "rigth"), "not 'rigth'; did you mean right?"),
    "an exercise spelt wrong": (
        SHORT + '[[exercises]]\nid = "towel-curl"',
        "exercises[towel-curl].id: There is no exercise called towel-curl; did you mean towel-curls?",
    ),
    "a colour spelt wrong": (with_item('band = "rd"'), "band must be one of tan, yellow, red"),
    "a load in words": (with_item('load_kg = "5"'), "load_kg: this must be a number of kilograms, like 2.5"),
    "two loads": (with_item('load_kg = 5\nband = "red"'), "not both"),
    "a heavy load": (with_item("load_kg = 500"), "from 0.5 to 300"),
    "a long note": (with_item(f'note = "{"x" * 201}"'), "up to 200 characters; this has 201"),
    "goals in one text": (SHORT + 'goals = "walk"', "goals: this must be a list"),
    "half a wearing-in": (SHORT + '[orthotic]\nwhat = "Heel lift"\nfirst_h = 1', "needs all three"),
    "an exercise of one's own without a dose": (
        SHORT + '[[exercises]]\nname = "Marbles"',
        "exercises[Marbles].dose: this is missing",
    ),
    "a truth in words": (
        SHORT + '[[exercises]]\nname = "Marbles"\nweight_bearing = "no"',
        "weight_bearing: this must be true or false",
    ),
    "a picture from nowhere": (
        SHORT + '[[exercises]]\nname = "Marbles"\npicture = "a.png"',
        "picture: a.png: the picture cannot be looked up here",
    ),
    "no such condition": (SHORT.replace("heel-spur", "heel"), "condition: 'heel' is not one of"),
    "no such phase": (SHORT.replace("hs-1", "hs-9"), "phase: 'hs-9' is not one of hs-1"),
    "no such side": (SHORT.replace("both", "up"), "side must be one of left, right, both"),
    "no side": (SHORT.replace('side = "both"', ""), "side: this is missing"),
    "a field that is none": (SHORT + 'clinik = "x"', "clinik: there is no such field; did you mean clinic?"),
    "a text for a day": (SHORT + 'expires = "2027"', "expires: this must be a day like 2026-11-22"),
    "an end before the start": (SHORT + "expires = 2020-01-02", "before the day it was issued"),
    "a long name": (SHORT + f'clinic = "{"x" * 41}"', "The name of the clinic has up to 40 characters"),
    "limits raised": (
        SHORT + "[light]\ngreen_max = 3\namber_max = 9",
        "may be lowered but not raised",
    ),
    "limits upside down": (SHORT + "[light]\ngreen_max = 3\namber_max = 2", "light: amber_max must be"),
    "half the limits": (SHORT + "[light]\ngreen_max = 1", "light.amber_max: this is missing"),
    "no such exercise": (
        SHORT + '[[exercises]]\nid = "jump"\ndose = {sets=1,reps=1}\nschedule = {pattern="daily"}',
        "There is no exercise called jump",
    ),
    "too many sets": (
        with_item("dose = { sets = 99, reps = 3 }"),
        "exercises[towel-curls].dose: sets must be",
    ),
    "sets in words": (
        with_item('dose = { sets = "3", reps = 3 }'),
        "exercises[towel-curls].dose: sets must be",
    ),
    "no sets": (with_item("dose = { reps = 3 }"), "exercises[towel-curls].dose.sets: this is missing"),
    "a dose that is none": (
        with_item("dose = { set = 3 }"),
        "dose.set: there is no such field; did you mean sets",
    ),
    "a schedule that is none": (
        with_item('schedule = { pattern = "often" }'),
        "exercises[towel-curls].schedule: pattern must be one of",
    ),
    "a tempo that is none": (
        with_item("dose = { sets = 1, reps = 1, tempo = { up_s = 1 } }"),
        "dose.tempo.hold_s: this is missing",
    ),
    "an exercise of another phase without a dose": (
        SHORT + '[[exercises]]\nid = "arch-roll"',
        "exercises[arch-roll].dose: this is missing",
    ),
    "an exercise twice": (with_item('[[exercises]]\nid = "towel-curls"'), "the same id twice"),
    "exercises that are no tables": (
        SHORT + 'exercises = ["towel-curls"]',
        "exercises[1]: this must be a table",
    ),
    "a broken bone loaded": (
        'condition = "stress-fracture"\nphase = "sf-1"\nside = "left"\nclinic = "x"\n[[exercises]]\n'
        'id = "heel-raise-single"\ndose = { sets = 1, reps = 1 }\nschedule = { pattern = "daily" }',
        "puts weight through the foot",
    ),
    "a gate without a clinic": (
        'condition = "nerve-entrapment"\nphase = "ne-1"\nside = "left"\nvariant = "tibial"',
        "the plan must name the clinic",
    ),
    "a phase of another variant": (
        'condition = "achilles-tendinopathy"\nphase = "at-mid-1"\nside = "left"',
        "at-mid-1 is meant for mid-portion",
    ),
    "not TOML": ("condition = ", "it is not TOML"),
    "nothing": ("", "condition: this is missing"),
}


@pytest.mark.parametrize(("text", "why"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_the_plan_is_told_with_its_field(text: str, why: str) -> None:
    with pytest.raises(IntakeError) as caught:
        read_plan_file(text.encode(), library(), TODAY)

    assert why in str(caught.value)
    assert str(caught.value).startswith("The plan cannot be used: ")
    assert "\n" not in str(caught.value)


def test_no_plan_file_is_too_large_or_too_odd_to_be_refused() -> None:
    for data in (b"x" * (MOST_BYTES + 1), b"\xff\xfe\x00", b"[" * 5000, b"a = " + b"[" * 3000, b"\x00"):
        with pytest.raises(IntakeError):
            read_plan_file(data, library(), TODAY)


def test_a_wrong_plan_is_one_line_on_standard_error_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(FAULTS["too many sets"][0])

    done = prescribe(str(tmp_path / "plan.toml"), "--output", str(tmp_path / "a.svg"))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("homecare: The plan cannot be used: exercises[towel-curls].dose: sets ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "a.svg").exists()


def test_a_wrong_address_or_ending_is_refused(tmp_path: Path) -> None:
    for words in (("--base-url", "clinic.example"), ("--output", str(tmp_path / "a.pdf"))):
        done = prescribe(str(SAMPLE), *words)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_every_phase_of_the_content_can_be_handed_over_in_a_few_lines() -> None:
    for name in library().condition_ids:
        for phase in library().condition(name).phases:
            variant = "" if phase.variant == "all" else f'variant = "{phase.variant}"\n'
            text = f'condition = "{name}"\nphase = "{phase.id}"\nside = "left"\nclinic = "Clinic"\n{variant}'
            wanted = read_plan_file(text.encode(), library(), TODAY)
            assert read_plan(plan_link(wanted, "https://clinic.example/"), library()) == wanted
