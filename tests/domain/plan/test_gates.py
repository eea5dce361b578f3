from tests.domain.care import Care


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
