"""My activities and overall change: when they are asked, how they are scored, what they mean."""

from pathlib import Path

import pytest

from homecare.content.checks import faults
from homecare.content.library import Library
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.evidence.function import FunctionCourse, disagree, due_questionnaires, function_courses
from homecare.domain.library.change import ChangeId
from homecare.domain.records.plan import ConditionStopped, QuestionnaireAnswered
from homecare.domain.records.questionnaire import ItemAnswer
from tests.content.editing import copied_content, edited
from tests.domain.care import LONDON, Care
from tests.domain.care_plan import stamp, when

ACTIVITIES, OVERALL = "my-activities", "overall-change"


def rate(care: Care, day: int, hour: float = 10, **values: int) -> None:
    """Rate some activities, by their names."""
    answers = tuple(ItemAnswer(item=item, value=value, text=item) for item, value in values.items())
    number = 700 + len(care.plan)
    care.plan.append(
        QuestionnaireAnswered(**stamp(when(day, hour), number), questionnaire=ACTIVITIES, answers=answers)
    )


def overall(care: Care, day: int, value: int) -> None:
    answers = (ItemAnswer(item="overall", value=value),)
    number = 700 + len(care.plan)
    care.plan.append(
        QuestionnaireAnswered(**stamp(when(day, 10), number), questionnaire=OVERALL, answers=answers)
    )


def due(care: Care, day: int) -> list[str]:
    return [asked.id for asked in due_questionnaires(care.evidence(day, 12))]


def course(care: Care, day: int, questionnaire: str = ACTIVITIES) -> FunctionCourse:
    found = function_courses(care.evidence(day, 12))
    return next(course for course in found if course.questionnaire.id == questionnaire)


def test_activities_are_asked_at_the_start_and_every_fourteen_days() -> None:
    care = Care()
    assert due(care, 1) == [ACTIVITIES]

    rate(care, 1, stairs=2, walking=3, standing=4)

    assert due(care, 1) == due(care, 14) == []
    assert due(care, 15) == [ACTIVITIES]


def test_a_new_phase_asks_for_the_activities_at_once() -> None:
    care = Care()
    rate(care, 1, stairs=2)
    care.enter(9, "pf-2")

    assert due(care, 8) == []
    assert due(care, 9) == [ACTIVITIES]
    rate(care, 9, hour=20, stairs=3)
    assert due(care, 10) == []


def test_overall_change_is_asked_every_twenty_eight_days() -> None:
    care = Care()
    rate(care, 25, stairs=2)

    assert due(care, 28) == []
    assert due(care, 29) == [OVERALL]
    overall(care, 30, 3)
    assert OVERALL not in due(care, 57)
    assert OVERALL in due(care, 58)


def test_without_a_plan_nothing_is_asked() -> None:
    care = Care()
    care.plan.append(ConditionStopped(**stamp(when(2), 800), condition="plantar-fasciitis"))

    assert due(care, 40) == []


@pytest.mark.parametrize(
    ("then", "now", "change", "judgement"),
    [
        (
            {"stairs": 2, "walking": 3, "standing": 5},
            {"stairs": 4, "walking": 5, "standing": 7},
            2.0,
            "better",
        ),
        (
            {"stairs": 2, "walking": 3, "standing": 5},
            {"stairs": 4, "walking": 5, "standing": 6},
            5 / 3,
            "same",
        ),
        ({"stairs": 6, "walking": 6}, {"stairs": 4, "walking": 4}, -2.0, "worse"),
        ({"stairs": 2}, {"stairs": 4}, 2.0, "same"),
        ({"stairs": 2}, {"stairs": 5}, 3.0, "better"),
        ({"stairs": 5}, {"stairs": 2}, -3.0, "worse"),
        ({"stairs": 2, "walking": 9}, {"stairs": 4, "standing": 0}, 2.0, "same"),
    ],
)
def test_the_change_is_over_the_activities_rated_both_times(
    then: dict[str, int], now: dict[str, int], change: float, judgement: str
) -> None:
    care = Care()
    rate(care, 1, **then)
    rate(care, 15, **now)

    found = course(care, 15)

    assert found.change == pytest.approx(change)
    assert found.judgement == judgement


def test_a_new_activity_starts_its_own_series_and_a_correction_of_the_day_counts() -> None:
    care = Care()
    rate(care, 1, stairs=9)
    rate(care, 1, hour=11, stairs=2)
    rate(care, 15, stairs=4, running=1)
    rate(care, 29, stairs=6, running=4)

    found = course(care, 29)

    assert (found.change, found.compared) == (4.0, 1)
    assert [(item.item, item.first, item.latest) for item in found.items] == [
        ("stairs", 2, 6),
        ("running", 1, 4),
    ]
    assert found.items[1].since > found.items[0].since
    assert [score for _day, score in found.scores] == [2.0, 2.5, 5.0]


def test_a_plan_begun_again_has_a_new_start() -> None:
    care = Care()
    rate(care, 1, stairs=2)
    care.start("plantar-fasciitis", "pf-1", day=20)

    assert function_courses(care.evidence(20, 12)) == ()
    assert ACTIVITIES in due(care, 20)


@pytest.mark.parametrize(
    ("answer", "judgement"),
    [(1, "better"), (2, "better"), (3, "same"), (4, "same"), (5, "same"), (6, "worse"), (7, "worse")],
)
def test_one_and_two_are_better_six_and_seven_worse(answer: int, judgement: str) -> None:
    care = Care()
    overall(care, 29, answer)

    assert course(care, 29, OVERALL).judgement == judgement


@pytest.mark.parametrize(
    ("pain", "answer", "disagrees"),
    [
        ("clearly-better", 2, False),
        ("clearly-better", 3, False),
        ("clearly-better", 4, True),
        ("clearly-better", 6, True),
        ("little-better", 4, False),
        ("little-better", 5, True),
        ("same", 4, False),
        ("same", 3, False),
        ("same", 2, True),
        ("same", 6, True),
        ("little-worse", 3, True),
        ("clearly-worse", 4, True),
        ("clearly-worse", 7, False),
        (None, 7, False),
    ],
)
def test_pain_and_overall_change_disagree_when_they_say_different_things(
    pain: ChangeId | None, answer: int, disagrees: bool
) -> None:
    care = Care()
    overall(care, 29, answer)

    assert disagree(pain, course(care, 29, OVERALL)) is disagrees


LICENSED = """
id = "two-things"
source = "stratford1995"
licence = "needed"
owner = "An invented owner, for a test."
first_day = 0
every_days = 42
at_phase_change = false
least = 0
most = 4
scoring = "percent"
min_answered = 2
judged_by = "change"
better = 8.0
worse = -8.0
text.en.title = "Two things"
text.en.question = "How hard is it?"
text.en.note = ""
[[words]]
value = 0
text.en.meaning = "unable"
[[words]]
value = 4
text.en.meaning = "no difficulty"
[[items]]
id = "sitting"
text.en.question = "Sitting"
[[items]]
id = "standing"
text.en.question = "Standing"
[[items]]
id = "lying"
text.en.question = "Lying"
"""


def test_a_licensed_questionnaire_is_one_file_and_off_until_its_owner_agrees(tmp_path: Path) -> None:
    folder = copied_content(tmp_path)
    (folder / "questionnaires" / "two-things.toml").write_text(LICENSED, encoding="utf-8")
    care = Care()
    for day, values in ((1, {"sitting": 1, "standing": 1}), (43, {"sitting": 2, "standing": 1, "lying": 4})):
        answers = tuple(ItemAnswer(item=item, value=value) for item, value in values.items())
        number = 700 + len(care.plan)
        care.plan.append(
            QuestionnaireAnswered(**stamp(when(day, 10), number), questionnaire="two-things", answers=answers)
        )
    at = when(44, 12)

    closed = Library(folder)
    assert faults(closed) == []
    assert "two-things" not in [asked.id for asked in closed.questionnaires]

    edited(folder, "questionnaires/two-things.toml", '"needed"', '"agreed"')
    found = function_courses(evidence_at(care.records, Library(folder), at, LONDON))[-1]
    assert found.questionnaire.id == "two-things"
    assert [score for _day, score in found.scores] == [25.0, pytest.approx(700 / 12)]
    assert (found.change, found.compared, found.judgement) == (12.5, 2, "better")
