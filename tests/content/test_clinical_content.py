"""The content that comes with the app: complete, verbatim where it matters, and safe."""

import pytest

from homecare.content.checks import faults
from homecare.content.library import Library
from homecare.domain.library.dose import Dose, Schedule, Tempo

WEIGHTED_ACHILLES = {
    "heel-drop-straight",
    "heel-drop-bent",
    "heel-raise-towel",
    "calf-stretch-straight",
    "calf-stretch-bent",
    "knee-to-wall",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_every_file_loads_and_every_reference_leads_somewhere(library):
    assert faults(library) == []


def test_nothing_of_the_content_is_missing(library):
    conditions = library.conditions()
    phases = [phase for condition in conditions for phase in condition.phases]
    counts = {
        "conditions": len(conditions),
        "phases": len(phases),
        "items": sum(len(phase.items) for phase in phases),
        "exercises": len(library.exercises()),
        "muscles": len(library.aftercare.muscles),
        "reminders": len(library.aftercare.reminders),
        "warning signs": len(library.aftercare.warning_signs),
        "checklist": len(library.aftercare.checklist),
        "fields": len(library.diary.fields),
        "regions": len(library.diary.foot_map.regions),
        "alerts": len(library.diary.alerts),
        "sources": len(library.source_book.sources),
        "red flags": sum(len(condition.red_flags) for condition in conditions)
        + len(library.safety.screen.common_flags),
    }

    assert counts == {
        "conditions": 10,
        "phases": 43,
        "items": 114,
        "exercises": 37,
        "muscles": 18,
        "reminders": 10,
        "warning signs": 14,
        "checklist": 20,
        "fields": 22,
        "regions": 14,
        "alerts": 11,
        "sources": 37,
        "red flags": 72,
    }


def test_the_slow_heel_raise_is_dosed_as_its_trial_published_it(library):
    phase = library.condition("plantar-fasciitis").phase("pf-2")
    item = next(item for item in phase.items if item.exercise == "heel-raise-towel")

    assert item.dose == Dose(sets=3, reps=12, tempo=Tempo(up_s=3, hold_s=2, down_s=3), rest_s=120)
    assert item.schedule == Schedule(pattern="every_n_days", n=2)
    assert (item.dose_basis, item.source) == ("as-published", "rathleff2015")


def test_a_step_changes_only_the_numbers_its_text_states(library):
    first, later = (library.condition("plantar-fasciitis").phase(phase) for phase in ("pf-1", "pf-3"))
    arch = next(item for item in first.items if item.exercise == "short-foot-seated")
    raises = next(item for item in later.items if item.exercise == "heel-raise-towel")

    assert (arch.regression.text, arch.regression.dose) == ("Hold 3 seconds.", {"hold_s": 3})
    assert raises.progression.dose is None  # the next phase has the numbers
    assert raises.dose.changed(**raises.regression.dose).reps == 12


def test_texts_read_as_one_paragraph_however_the_file_wraps_them(library):
    assert library.safety.screen.rule.endswith(
        "The plan unlocks again only when a clinician clears it (urgent or emergency) or the patient confirms"
        " it has been checked (soon)."
    )
    assert library.diary.monitoring_notice.endswith(
        "Nobody is watching it live. If you are worried call {clinic_phone}."
        " In an emergency call {emergency_number}."
    )


def test_soreness_of_five_after_two_days_asks_to_call_the_clinic(library):
    rule = library.aftercare.soreness_rule("48h", 5)

    assert (rule.say, rule.action) == (
        "It should be easing by now. Please call your clinic today.",
        "call_clinic",
    )


def test_advice_without_a_study_is_marked_as_customary(library):
    marked = {reminder.id: reminder.customary for reminder in library.aftercare.reminders}

    assert marked["rm-hydrate"]
    assert marked["rm-stretch"]
    assert not marked["rm-24h"]
    assert all(window.customary for window in library.aftercare.timeline)


def test_only_the_achilles_limits_are_the_ones_that_were_studied(library):
    tendon = library.diary.profile("tendon")

    assert (tendon.green_max, tendon.amber_max, tendon.rise_red_min) == (2, 5, 2)
    assert tendon.direct_for == ("achilles-tendinopathy",)
    assert all(profile.direct_for == () for profile in library.diary.pain_profiles if profile.id != "tendon")


def test_a_stress_fracture_plan_never_puts_weight_on_the_foot(library):
    condition = library.condition("stress-fracture")
    prescribed = {
        exercise
        for phase in condition.phases
        for item in phase.items
        for exercise in (item.exercise, item.progression.exercise, item.regression.exercise)
        if exercise
    }

    assert prescribed
    assert not any(library.exercise(exercise).weight_bearing for exercise in prescribed)
    assert all(phase.gate == "clinician" for phase in condition.phases)


def test_an_insertional_achilles_plan_never_drops_or_stretches_the_heel(library):
    condition = library.condition("achilles-tendinopathy")
    phases = condition.phases_for("insertional")

    assert (
        set(next(variant for variant in condition.variants if variant.id == "insertional").never)
        == WEIGHTED_ACHILLES
    )
    assert [phase.id for phase in phases] == ["at-ins-1", "at-ins-2", "at-ins-3"]
    assert not {item.exercise for phase in phases for item in phase.items} & WEIGHTED_ACHILLES


def test_a_patient_who_is_not_sure_follows_the_gentler_plan(library):
    achilles, nerve = (library.condition(name) for name in ("achilles-tendinopathy", "nerve-entrapment"))
    sliders = {"tibial-nerve-slider", "outer-shin-nerve-slider"}

    assert achilles.resolved_variant("unsure") == achilles.resolved_variant(None) == "insertional"
    unsure = nerve.phase("ne-1").items_for(nerve.resolved_variant("unsure"))
    assert not {item.exercise for item in unsure} & sliders


def test_heel_and_achilles_pain_are_followed_by_the_first_step(library):
    primary = {condition.id: condition.primary_field for condition in library.conditions()}

    first_step = {condition for condition, field in primary.items() if field == "pain_first_step"}
    assert first_step == {"plantar-fasciitis", "heel-spur", "achilles-tendinopathy"}
    assert primary["flat-foot"] == "pain_worst"


def test_each_region_of_the_foot_map_has_its_touch_area_on_the_view_the_diary_names(library):
    drawn = library.foot_map
    regions = library.diary.foot_map.regions

    assert {area.region: area.view for area in drawn.areas} == {region.id: region.view for region in regions}
    assert all(drawn.drawing(region.view).width > 0 for region in regions)


def test_b3_the_big_toe_of_the_right_sole_is_drawn_where_the_text_says(library):
    areas = library.foot_map
    sole = next(view.text for view in library.diary.foot_map.views if view.id == "sole")

    assert sole.endswith("big toe on the right")
    assert areas.area("ball-big-toe").box_pct[0] > areas.area("ball-outer").box_pct[0]


def test_what_weakens_the_advice_is_told_as_well(library):
    found = [evidence.finding for evidence in library.source_book.counter_evidence]

    assert len(found) == 3
    assert found[0].startswith("Two weeks of calf stretching was no better than sham.")
