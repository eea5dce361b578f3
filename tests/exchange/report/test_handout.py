"""The exercises on paper: those of the plan with its doses, three to a page, and none while it must stop."""

import io
from pathlib import Path

import pypdf
import pytest

from homecare.domain.records.prescription import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_STEP,
    MOST_STEPS,
    OwnExercise,
)
from homecare.domain.records.settings import Settings
from homecare.domain.report.handout import Handout, handout
from homecare.domain.report.header import Named
from homecare.exchange.report.handout import TO_A_PAGE, handout_pdf
from homecare.host.server.client_files import assets_dir
from homecare.wording.doses import dose_text, schedule_text
from tests.domain.care import LIBRARY, LONDON, Care, when
from tests.domain.own_exercise import MARBLES, own_item, with_advice
from tests.domain.prescribing import accept, prescribed

PHASES = [(condition.id, phase.id) for condition in LIBRARY.conditions() for phase in condition.phases]


def picture(exercise: str, file: str) -> bytes:
    return Path(assets_dir() / "exercises" / exercise / file).read_bytes()


def of(care: Care, day: int = 3) -> Handout:
    return handout(care.records, LIBRARY, when(day), LONDON, Named(name="Ada"))


def pages_of(found: Handout) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(handout_pdf(found, picture, Settings(clinic_phone="0123 456")))).pages
    return [" ".join(page.extract_text().split()) for page in pages]


@pytest.mark.parametrize(("condition", "phase"), PHASES[::3])
def test_every_exercise_of_the_plan_is_whole_on_its_page(condition: str, phase: str) -> None:
    found = of(Care(condition, phase, side="left"))
    pages = pages_of(found)

    assert len(pages) == max(1, -(-len(found.items) // TO_A_PAGE))
    for number, item in enumerate(found.items):
        page = pages[number // TO_A_PAGE]
        assert item.exercise.name in page
        for said in (dose_text(item.dose), schedule_text(item.schedule), *item.exercise.steps):
            assert said in page
    assert all("0123 456" in page for page in pages)


def test_both_pictures_are_described_and_mirrored_for_the_left_foot() -> None:
    right, left = (of(Care(side=side)) for side in ("right", "left"))
    reader = pypdf.PdfReader(io.BytesIO(handout_pdf(left, picture, Settings())))
    tags = reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()["/K"]  # type: ignore[index]
    described = [str(tag.get_object()["/Alt"]) for tag in tags if "/Alt" in tag.get_object()]

    alts = [text for item in left.items for text in (item.exercise.alt_start, item.exercise.alt_end)]
    assert described == alts
    assert handout_pdf(right, picture, Settings()) != handout_pdf(left, picture, Settings())


def test_a_clinicians_load_band_note_and_own_exercise_are_printed() -> None:
    care = Care(phase="pf-2")
    accept(care, with_advice(), 2)
    (page,) = pages_of(of(care))

    note = "Your clinic says: Hold on to the worktop."
    said = ("Load: 7.5 kg", note, MARBLES.name, *MARBLES.steps, "Load: red band")
    assert [words for words in said if words not in page] == []


def test_the_longest_exercises_of_a_clinicians_own_do_not_run_into_each_other() -> None:
    care = Care(phase="pf-2")
    words = "and put them down slowly " * 9
    steps = tuple(f"{number} {words}"[:LONGEST_STEP].strip() for number in range(MOST_STEPS))
    names = [f"{letter} {words}"[:LONGEST_NAME].strip() for letter in "QXZ"]
    note = words[:LONGEST_NOTE].strip()
    own = [OwnExercise(name=name, steps=steps) for name in names]
    accept(care, prescribed(items=tuple(own_item(exercise, note=note, band="red") for exercise in own)), 2)
    (page,) = pypdf.PdfReader(io.BytesIO(handout_pdf(of(care), picture, Settings()))).pages
    rows: list[tuple[str, float]] = []

    def seen(text: str, _cm: object, place: list[float], *_font: object) -> None:
        if text.strip():
            rows.append((text.strip()[:1], place[5]))

    page.extract_text(visitor_text=seen)

    assert [start for start, _y in rows if start in "QXZ"] == ["Q", "X", "Z"]
    assert [y for _start, y in rows] == sorted((y for _start, y in rows), reverse=True)


def test_a_red_flag_prints_what_to_do_and_no_exercise() -> None:
    care = Care()
    care.screen(2, LIBRARY.safety.screen.common_flags[0].id)
    found = of(care)

    assert (found.items, found.waits) == ((), True)
    (page,) = pages_of(found)
    assert found.first[0].told.split("{")[0].strip() in page
    assert "No exercises are printed" in page


def test_what_an_answer_rules_out_is_not_printed_and_the_page_says_so() -> None:
    care = Care()
    care.ask_first(1, "diabetes")
    care.clear(1, "ok-to-start")
    found = of(care)
    said = " ".join(pages_of(found))

    assert "arch-roll" not in [item.exercise.id for item in found.items]
    assert found.left_out == (LIBRARY.exercise("arch-roll").name,)
    assert f"Left out, because you should not do it for now: {found.left_out[0]}." in said


@pytest.mark.parametrize(("condition", "phase"), [("stress-fracture", "sf-1"), ("nerve-entrapment", "ne-1")])
def test_what_waits_for_a_clinicians_clearance_is_not_printed(condition: str, phase: str) -> None:
    found = of(Care(condition, phase))

    assert (found.items, found.waits) == ((), True)
    assert "No exercises are printed" in pages_of(found)[0]


def test_a_muscle_needled_today_is_printed_all_the_same() -> None:
    care = Care(phase="pf-2")
    before = of(care)
    care.needle(3, 8, "soleus", "gastrocnemius")

    assert of(care).items == before.items != ()


def test_very_severe_pain_stands_above_the_exercises() -> None:
    care = Care()
    care.worst(9, 9)
    page = pages_of(of(care, day=3))[0]

    assert page.index("Your pain has been very high for 2 days") < page.index("1. ")


def test_a_picture_that_cannot_be_had_leaves_the_words() -> None:
    found = of(Care())
    page = pypdf.PdfReader(io.BytesIO(handout_pdf(found, lambda _exercise, _file: b"", Settings()))).pages[0]

    assert found.items[0].exercise.name in page.extract_text()
