"""homecare.content.checks and condition_checks: references across files, and rules no plan may break."""

import pytest

from homecare.content.checks import faults
from homecare.content.library import Library
from tests.content.editing import copied_content, edited

STRESS = "conditions/stress-fracture.toml"
ACHILLES = "conditions/achilles-tendinopathy.toml"
HEEL = "conditions/plantar-fasciitis.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            HEEL,
            'source = "digiovanni2003"',
            'source = "digiovanni1903"',
            f"{HEEL}, phases[pf-1].items[plantar-fascia-stretch]: there is no source called digiovanni1903.",
        ),
        (
            HEEL,
            'kind = "stretch"',
            'kind = "strength"',
            f"{HEEL}, phases[pf-1].items[plantar-fascia-stretch]: kind is strength here and stretch in"
            " exercises/plantar-fascia-stretch.toml.",
        ),
        (
            HEEL,
            'next_phase = "pf-3"',
            'next_phase = "pf-9"',
            f"{HEEL}, phases[pf-2].next_phase: there is no phase called pf-9.",
        ),
        (
            HEEL,
            '\nfield = "pain_first_step"',
            '\nfield = "pain_first_stair"',
            f"{HEEL}, phases[pf-4]: the diary has no field called pain_first_stair.",
        ),
        (
            HEEL,
            'pain_profile = "tendon"',
            'pain_profile = "tendons"',
            f"{HEEL}, pain_profile: there is no pain profile called tendons.",
        ),
        (
            HEEL,
            'id = "pf-pop"',
            'id = "at-pop"',
            f"{HEEL}, red_flags[at-pop]: this red flag's id is used before.",
        ),
        (
            STRESS,
            'exercise = "straight-leg-raise"\nkind = "strength"',
            'exercise = "heel-raise-double"\nkind = "strength"',
            "heel-raise-double puts weight on the foot, which this condition forbids.",
        ),
        (STRESS, 'gate = "clinician"', "", "phases[sf-0].gate: this must be clinician"),
        (
            ACHILLES,
            'exercise = "heel-drop-floor"',
            'exercise = "heel-drop-straight"',
            f"{ACHILLES}, phases[at-ins-2].items[heel-drop-straight]: heel-drop-straight must never be part"
            " of a plan for the variant insertional.",
        ),
        (
            "exercises/ankle-pumps.toml",
            'harder = "ankle-circles"',
            'harder = "ankle-loops"',
            "exercises/ankle-pumps.toml, harder: there is no exercise called ankle-loops.",
        ),
        (
            "aftercare.toml",
            'stretch = "calf-stretch-straight"',
            'stretch = "calf-pull"',
            "aftercare.toml, muscles[gastrocnemius].stretch: there is no exercise called calf-pull.",
        ),
        (
            "aftercare.toml",
            '"achilles-tendinopathy:insertional"',
            '"achilles-tendinopathy:upper"',
            "aftercare.toml, muscles[gastrocnemius].avoid_stretch_if: there is no condition called"
            " achilles-tendinopathy:upper.",
        ),
        (
            "aftercare.toml",
            "score_min = 5",
            "score_min = 6",
            "aftercare.toml: the 24h rules cover 0 to 10 once.",
        ),
        (
            "diary.toml",
            'qualities = ["numb"]',
            'qualities = ["dead"]',
            "diary.toml, alerts[al-numb].qualities: there is no word of pain called dead.",
        ),
        (
            "diary.toml",
            'id = "al-night"',
            'id = "al-nights"',
            "the id of an alert must be one of al-redflag, al-severe, al-night",
        ),
        (
            "diary.toml",
            "numbers = { days = 3, window_days = 7 }",
            "numbers = { days = 3, window_days = 7, nights = 2 }",
            "no rule reads the number nights of alert al-night.",
        ),
        (
            "diary.toml",
            "numbers = { days = 3, window_days = 7 }",
            "numbers = { days = 3 }",
            "alert al-night needs the number window_days.",
        ),
        ("aftercare.toml", 'id = "rm-heat"', 'id = "rm-warm"', "there is no reminder rm-heat."),
        (
            "diary.toml",
            "most = 60000",
            "most = 60001",
            "diary.toml, fields[steps]: answers are kept from 0 to 60000 in steps of 1.",
        ),
        (
            "diary.toml",
            "max_length = 4000",
            "max_length = 500",
            "diary.toml, fields[notes]: answers are kept up to 4000 characters.",
        ),
        (
            "aftercare.toml",
            "most = 40",
            "most = 50",
            "aftercare.toml, record_fields[needles_used_count]: 1 to 40 are kept.",
        ),
    ],
)
def test_a_fault_across_files_is_found(tmp_path, file, old, new, line):
    library = Library(edited(copied_content(tmp_path), file, old, new))

    assert any(line in str(fault) for fault in faults(library))


def test_phases_that_lead_round_in_a_circle_are_found(tmp_path):
    folder = edited(copied_content(tmp_path), HEEL, 'next_phase = "pf-5"', 'next_phase = "pf-2"')

    assert any("lead round in a circle" in str(fault) for fault in faults(Library(folder)))


def test_a_missing_picture_is_found_once_there_are_pictures(tmp_path):
    library = Library()
    pictures = tmp_path / "exercises"

    assert faults(library, pictures) == []
    pictures.mkdir()
    found = [str(fault) for fault in faults(library, pictures)]
    assert "exercises/ankle-pumps.toml, pictures: there is no picture ankle-pumps/start.svg." in found
    assert len(found) == 2 * len(library.exercises())  # each has a start and an end
