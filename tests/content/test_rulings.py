"""What was ruled about the clinical content, each by its letter and number: texts, doses, limits."""

import pytest

from homecare.content.checks import faults
from homecare.content.library import CONTENT, Library
from homecare.domain.library.condition import RedFlag
from homecare.domain.library.dose import Dose
from homecare.domain.library.phase import RoutineItem
from tests.content.editing import copied_content, edited


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def comments(file: str) -> str:
    """What stands in the comments of a content file: the rules in a clinician's words."""
    lines = (CONTENT / file).read_text(encoding="utf-8").splitlines()
    return " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))


def item_of(library: Library, phase_id: str, exercise: str) -> RoutineItem:
    phases = (phase for condition in library.conditions() for phase in condition.phases)
    phase = next(phase for phase in phases if phase.id == phase_id)
    return next(item for item in phase.items if item.exercise == exercise)


def flag_of(library: Library, flag_id: str) -> RedFlag:
    flags = [*library.safety.screen.common_flags]
    flags += [flag for condition in library.conditions() for flag in condition.red_flags]
    return next(flag for flag in flags if flag.id == flag_id)


def test_a7_the_days_a_criterion_needs_stand_in_the_content(library):
    missing = library.diary.missing_days

    assert (missing.no_flare_min_days, missing.rise_min_mornings) == (3, 3)


def test_b1_a_csv_row_is_an_entry_and_a_note_holds_4000_characters(library):
    assert "CSV: one row per diary entry, columns in field order, empty cell = not answered" in comments(
        "diary.toml"
    )
    assert library.diary.field("notes").max_length == 4000


def test_b2_an_entry_written_three_days_late_is_kept_and_counts_for_nothing(library):
    assert library.diary.count_within_days == 2
    assert "counts for no light, flare, alert, baseline or phase" in comments("diary.toml")


def test_b4_only_a_reminder_that_was_moved_is_merged():
    rule = comments("aftercare.toml")

    assert "5. A reminder that rule 3 moved becomes one message" in rule
    assert "Reminders that keep their own time are sent alone." in rule
    assert "before minute 1440" in rule


def test_b5_a_phase_change_asks_the_exit_criteria_and_no_greens_in_a_row(library):
    light = library.diary.traffic_light

    assert (light.progress_greens, light.phase_change_greens) == (3, 0)
    eases = {profile.id: profile.amber_eases for profile in library.diary.pain_profiles}
    assert eases.pop("tendon") == "rise-only"
    assert set(eases.values()) == {"any"}


def test_b6_numbness_that_spreads_is_asked_after_a_session_with_a_nerve_problem(library):
    question = library.diary.session_question("numb_spread")

    assert (question.profile, question.wording) == ("nerve", "Has any numbness spread to a new place?")
    assert library.diary.profile("nerve").session_signs == ("numb_spread",)
    assert "then RED, never final" in comments("diary.toml")


def test_b7_swelling_is_asked_the_morning_after_a_sprain(library):
    field = library.diary.field("swelling_up")

    assert (field.type, field.required) == ("boolean", False)
    assert field.wording == "Is your ankle clearly more swollen than yesterday morning?"
    assert library.diary.profile("sprain").morning_signs == ("swelling_up",)


def test_b8_a_low_baseline_hides_improvement_and_never_worsening(library):
    assert library.diary.change.low_baseline_hides == ("clearly-better", "little-better", "same")


@pytest.mark.parametrize("variant_id", ["insertional", "unsure"])
def test_b9_c1_an_insertional_heel_has_something_else_for_all_it_forbids(library, variant_id):
    variants = library.condition("achilles-tendinopathy").variants
    variant = next(variant for variant in variants if variant.id == variant_id)

    assert variant.instead == {
        "calf-stretch-straight": "ankle-pumps",
        "calf-stretch-bent": "ankle-pumps",
        "heel-raise-towel": "heel-raise-double",
        "heel-drop-straight": "heel-drop-floor",
        "heel-drop-bent": "heel-drop-floor",
        "knee-to-wall": "ankle-circles",
    }
    assert set(variant.never) == set(variant.instead)
    assert variant.instead_note.format(exercise="Knee to wall") == (
        "Changed because of your Achilles: Knee to wall. On the flat floor only."
    )


@pytest.mark.parametrize("phase_id", ["hs-1", "as-2"])
def test_b9_the_towel_stretch_stays_at_a_right_angle(library, phase_id):
    note = item_of(library, phase_id, "towel-calf-stretch").note

    assert note == "Keep the foot at a right angle or less."


def test_b10_two_leg_heel_raises_start_at_ten(library):
    item = item_of(library, "at-mid-1", "heel-raise-double")

    assert item.dose == Dose(sets=3, reps=10, rest_s=60)
    assert (item.progression.dose, item.progression.exercise) == (
        {"sets": 3, "reps": 15},
        "heel-raise-single",
    )
    assert (item.regression.text, item.note) == (
        "Sitting heel raises.",
        "Start with 10 repeats and build to 15.",
    )


AUTHORS_WORDS = (
    "do not promise",
    "trial",
    "usual practice",
    "This app caps",
    "load_table",
    "variant ",
    "on purpose",
    "Clinician picks",
    "Published",
    "pilot",
)


def test_b11_no_phase_or_exercise_speaks_to_whoever_wrote_it(library):
    said = [
        text
        for condition in library.conditions()
        for phase in condition.phases
        for text in (
            *phase.advice,
            *(item.note for item in phase.items),
            *(item.load for item in phase.items),
            *(item.progression.text for item in phase.items),
            *(item.regression.text for item in phase.items),
            phase.activity_plan.note if phase.activity_plan else "",
        )
    ]
    # Shown as evidence for patients: the one home trial of shin splints.
    shin = "In the one main home trial, adding calf exercises"

    found = [text for text in said for words in AUTHORS_WORDS if words in text and not text.startswith(shin)]
    assert found == []
    assert "Your clinician adds each exercise. The app adds none by itself." in said


def test_c2_nobody_is_asked_the_same_twice_and_every_reason_to_ask_first_is_asked(library):
    every = library.conditions()
    questions = library.ask_first.questions_for(every)

    assert len({question.id for question in questions}) == len(questions) == len(library.ask_first.questions)
    assert [theme.id for theme in library.ask_first.themes] == list(
        dict.fromkeys(question.theme for question in questions)
    )
    silent = {condition.id for condition in every for told in condition.not_for if not told.asked}
    assert silent == {"stress-fracture"}  # its plan opens only with a clinician anyway
    everyone = {question.id for question in library.ask_first.questions_for(())}
    assert everyone == {"under-16", "pregnant", "blood-thinners", "diabetes", "operation-or-fracture"}
    assert library.ask_first.clearance == "ok-to-start"


def test_c4_a_skip_for_pain_is_red_or_amber(library):
    assert (
        "An exercise skipped or cut short because of pain is red for that exercise if the score is above the"
        " amber limit or missing, otherwise amber."
    ) in comments("safety.toml")


@pytest.mark.parametrize(
    ("flag_id", "urgency"),
    [
        ("common-rupture", "emergency"),
        ("common-hotjoint", "urgent"),
        ("common-crps", "soon"),
        ("common-antibiotic", "urgent"),
        ("common-spread", "emergency"),
        ("common-blood", "soon"),
    ],
)
def test_c5_the_missing_red_flags_are_asked_of_everyone(library, flag_id, urgency):
    assert flag_of(library, flag_id).urgency == urgency
    assert flag_id in [flag.id for flag in library.safety.screen.common_flags]


def test_c6_heel_pain_that_wakes_you_is_no_urgent_bone_pain(library):
    assert flag_of(library, "common-night").text == (
        "Night pain that keeps getting worse and nothing eases, weight loss you cannot explain, or past"
        " cancer with new bone pain"
    )


def test_c7_the_ankle_is_pressed_where_it_breaks(library):
    assert "back edge or tip of either ankle bone (up to 6 cm up)" in flag_of(library, "as-bone").text
    assert flag_of(library, "as-midfoot").urgency == "urgent"
    assert "or on the outer leg below the knee" in flag_of(library, "as-high").text


def test_c8_painkillers_after_a_sprain_are_the_pharmacists_choice(library):
    assert library.condition("ankle-sprain").phase("as-1").advice == (
        "Protect, raise, press, and learn about it. For pain ask a pharmacist which tablet suits you; an"
        " anti-inflammatory is not a must.",
    )


def test_c9_a_warm_pack_has_no_yes_that_nobody_gave(library):
    heat = next(field for field in library.aftercare.record_fields if field.id == "heat_allowed")

    assert heat.default is None


def test_c10_a_runner_moves_up_only_without_shin_pain_the_next_morning(library):
    plan = library.condition("shin-splints").phase("ss-3").activity_plan

    assert plan.move_up_if == (
        "3 sessions at this step with pain 2 or less during and no shin pain next morning"
    )


def test_c11_the_stretch_after_needling_is_usual_practice(library):
    assert library.aftercare.reminder("rm-stretch").customary
    assert library.source("martinpintado2014").used_for == (
        "Soreness followed to 72 h; spray and stretch helped only straight after needling."
    )


def test_c12_a_sprain_is_looked_at_on_day_7_and_reviewed_when_a_comparison_exists(library):
    sprain = library.condition("ankle-sprain")
    check = sprain.day_checks[0]

    assert sprain.time_course.review_if_no_change_weeks == 2
    assert (check.day, check.question, check.raises_if) == (7, "Is walking easier than on day 2?", "no")
    assert flag_of(library, check.red_flag).urgency == "soon"
    assert flag_of(library, "as-locking").text == "Ankle locks or catches"


def test_c13_the_checklist_asks_about_injections_deep_muscles_and_joint_replacements(library):
    asked = {item.id: item for item in library.aftercare.checklist}

    assert (asked["ck-injection"].flag, asked["ck-injection"].if_answer) == ("caution", "yes")
    assert "Avoid deep muscles that cannot be pressed" in asked["ck-anticoag"].note
    assert asked["ck-implant"].note.startswith("Never into or near a joint replacement.")


def test_c14_flat_feet_under_16_need_a_clinician(library):
    told = [told.text for told in library.condition("flat-foot").not_for]

    assert "Under 16: only with a clinician's plan. Flat feet are normal in young children." in told


def test_c15_a_steroid_injection_near_the_outer_tendons_is_asked_for(library):
    told = {told.text: told for told in library.condition("peroneal-tendonitis").not_for}

    assert told["Steroid injection near the tendon in the last 6 weeks"].source == "consensus"


def test_c16_nobody_is_told_to_close_their_eyes_without_a_hand_near(library):
    assert library.exercise("single-leg-balance").cues[-1] == (
        "When 30 seconds is easy, and only with a hand over the worktop, close your eyes or stand on a"
        " cushion."
    )


@pytest.mark.parametrize("condition", ["achilles-tendinopathy", "plantar-fasciitis"])
def test_c17_return_to_running_is_said_to_need_a_clinicians_plan(library, condition):
    assert library.condition(condition).time_course.text.endswith(
        "Jumping and running drills need a plan from your clinician."
    )


def test_the_two_sources_that_lacked_their_authors_name_them(library):
    assert library.source("jcm2021-ex").citation.startswith("Diciolla NS, Pérez-Clemente C")
    assert library.source("antithrombotic2022").citation.startswith("Muñoz M, Dommerholt J")


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "conditions/achilles-tendinopathy.toml",
            'covered_by = "common-rupture"',
            'covered_by = "common-blood"',
            "red_flags[at-pop].covered_by: no flag of everyone is common-blood and as urgent.",
        ),
        (
            "conditions/ankle-sprain.toml",
            'asked = ["under-16"]',
            'asked = ["under-17"]',
            "not_for[1].asked: there is no question called under-17 in ask_first.toml.",
        ),
        (
            "conditions/achilles-tendinopathy.toml",
            'instead.knee-to-wall = "ankle-circles"',
            'instead.knee-to-wall = "ankle-loops"',
            "variants[insertional]: there is no exercise called ankle-loops.",
        ),
        (
            "conditions/ankle-sprain.toml",
            'red_flag = "as-no-better"',
            'red_flag = "as-better"',
            "red_flag of as-day7 must be one of",
        ),
        (
            "ask_first.toml",
            'id = "high-arch"\ntheme = "leg"',
            'id = "high-arches"\ntheme = "leg"',
            "questions[high-arches]: no condition asks this.",
        ),
        (
            "diary.toml",
            'morning_signs = ["swelling_up"]',
            'morning_signs = ["swollen"]',
            "pain_profiles[sprain].morning_signs: there is no yes-or-no field called swollen.",
        ),
        (
            "diary.toml",
            'session_signs = ["numb_spread"]',
            'session_signs = ["numb"]',
            "pain_profiles[nerve].session_signs: there is no question called numb.",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_found(tmp_path, file, old, new, words):
    library = Library(edited(copied_content(tmp_path), file, old, new))

    assert any(words in str(fault) for fault in faults(library))
