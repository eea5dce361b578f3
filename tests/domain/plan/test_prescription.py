"""What a clinician's plan may not ask for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.prescription import LightLimits
from tests.domain.care import LIBRARY, day_of
from tests.domain.prescribing import RAISE, prescribed

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an exercise nobody knows": ({"items": (replace(RAISE, exercise="jump"),)}, "unknown-exercise .*jump"),
    "a phase nobody knows": ({"phase": "pf-9"}, "unknown-phase .*pf-9"),
    "a condition nobody knows": ({"condition": "gout"}, "unknown-condition .*gout"),
    "a variant nobody knows": ({"variant": "left"}, "unknown-variant .*left"),
    "raised limits": ({"limits": LightLimits(green_max=2, amber_max=6)}, "limit-raised .*most=5"),
}


@pytest.mark.parametrize(("change", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_plan_beyond_the_content_or_its_limits_is_refused(change: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        check_prescription(prescribed(**change), LIBRARY)


def test_a_heel_drop_below_the_step_is_refused_for_an_insertional_tendon() -> None:
    drop = replace(RAISE, exercise="heel-drop-straight")
    wanted = prescribed(
        condition="achilles-tendinopathy", phase="at-ins-1", variant="insertional", items=(drop,)
    )

    with pytest.raises(ValueError, match=r"never-with-variant .*insertional"):
        check_prescription(wanted, LIBRARY)


def test_what_cannot_be_is_refused_when_it_is_made() -> None:
    for change, why in (
        ({"expires": day_of(1) - timedelta(days=1)}, "expires-too-soon"),
        ({"items": (RAISE, RAISE)}, "twice"),
        ({"clinic": "x" * 41}, "clinic-name"),
        ({"clinic": "two\nlines"}, "clinic-name"),
        ({"side": "up"}, "not-one-of .*side"),
    ):
        with pytest.raises(ValueError, match=why):
            prescribed(**change)
