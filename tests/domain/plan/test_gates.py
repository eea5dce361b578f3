from homecare.domain.records.plan import ConditionStopped
from tests.domain.care import Care
from tests.domain.care_plan import stamp, when


def held(care: Care, day: int = 2) -> set[str | None]:
    return {item.held for item in care.today(day, 20).items}


def test_a_gated_phase_stays_locked_until_a_clinician_recorded_the_clearance() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    before = held(care)
    care.clear(2, "ne-checked")

    assert before == {"gate"}
    assert held(care) == {None}


def test_another_clearance_does_not_open_it() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.clear(2, "ne-seen")

    assert held(care) == {"gate"}


def test_a_clearance_for_another_condition_does_not_open_it() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.clear(2, "ne-checked", condition="plantar-fasciitis")

    assert held(care) == {"gate"}


def test_gated_items_of_a_stress_fracture_open_with_the_phase() -> None:
    care = Care("stress-fracture", "sf-2")
    before = held(care)
    care.clear(2, "sf-mobility")

    assert before == {"gate"}
    assert held(care) == {None}


def ended(care: Care, day: int) -> Care:
    care.plan.append(ConditionStopped(**stamp(when(day, 9), 800 + day), condition=care.condition))
    return care


def test_the_clearances_of_a_first_stress_fracture_open_nothing_for_a_second_one() -> None:
    care = Care("stress-fracture", "sf-1")
    for clearance in ("sf-diagnosed", "sf-mobility", "sf-loading"):
        care.clear(1, clearance)
    ended(care, 40).start("stress-fracture", "sf-2", day=200, side="right")
    care.screen(200)

    assert held(care, 200) == {"gate"}
    assert [state.met for state in care.phase(200).criteria] == [False]
    care.clear(200, "sf-mobility")
    assert held(care, 200) == {None}


def test_starting_afresh_after_a_silence_keeps_what_a_clinician_said() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.clear(2, "ne-checked")
    care.start("nerve-entrapment", "ne-1", day=35, variant="tibial")
    care.screen(35)

    assert "gate" not in held(care, 35)


def test_a_nerve_that_nobody_named_gets_only_what_suits_every_nerve() -> None:
    unsure = Care("nerve-entrapment", "ne-1", variant="unsure")
    silent = Care("nerve-entrapment", "ne-1")
    inner = Care("nerve-entrapment", "ne-1", variant="tibial")

    assert [item.item for item in unsure.today(1).items] == ["ankle-circles", "short-foot-seated"]
    assert [item.item for item in silent.today(1).items] == ["ankle-circles", "short-foot-seated"]
    assert "tibial-nerve-slider" in [item.item for item in inner.today(1).items]
    assert "outer-shin-nerve-slider" not in [item.item for item in inner.today(1).items]


def test_an_unsure_achilles_follows_the_insertional_plan() -> None:
    gentle = Care("achilles-tendinopathy", "at-ins-1", variant="unsure")
    steep = Care("achilles-tendinopathy", "at-mid-1", variant="unsure")

    assert held(gentle) == {None}
    assert held(steep) == {"variant"}
