from tests.domain.care import HEEL_RAISE, Care, day_of
from tests.domain.evidence.test_traffic_light import light


def test_the_highest_score_of_the_day_counts() -> None:
    care = Care()
    care.session(4, 1, HEEL_RAISE, hour=8, slot="morning")
    care.session(4, 6, HEEL_RAISE)

    assert light(care, 4, at=4, hour=21).light == "red"


def test_a_score_in_the_diary_counts_like_one_in_the_session() -> None:
    care = Care()
    session = care.session(4, None, HEEL_RAISE)
    care.entry(4, pain_exercise=4, session=session)

    assert light(care, 4, at=4, hour=21).light == "amber"


def test_a_score_given_after_four_in_the_morning_belongs_to_the_session_it_names() -> None:
    care = Care()
    session = care.session(4, 1, HEEL_RAISE, hour=27.75)
    care.entry(5, 4.25, pain_exercise=6, session=session)

    assert light(care, 4, at=5).light == "red"
    assert [judged.done.day for judged in care.evidence(5).lights[care.condition]] == [day_of(4)]
