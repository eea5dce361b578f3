"""Which soreness score answers which check."""

from dataclasses import replace

import pytest

from homecare.domain.aftercare.soreness import check_answered_at, soreness_scores
from tests.domain.aftercare.makers import EVENING, GUIDE, after, needled, sore


@pytest.mark.parametrize(
    ("hours", "check"),
    [(21.9, None), (22, "24h"), (45.9, "24h"), (46, "48h"), (69.9, "48h"), (70, "72h"), (200, "72h")],
)
def test_a_score_answers_the_last_check_reached_and_may_come_two_hours_early(
    hours: float, check: str | None
) -> None:
    assert check_answered_at(needled(), GUIDE, after(EVENING, hours)) == check


def test_of_two_scores_felt_at_one_instant_the_one_written_down_later_counts() -> None:
    early = sore(6, 24)
    late = replace(sore(2, 24), id="later", created_at=after(early.at, 1))
    at = after(EVENING, 30)

    orders = [(early, late), (late, early)]

    assert [soreness_scores(needled(), order, GUIDE, at)["24h"].id for order in orders] == ["later", "later"]
