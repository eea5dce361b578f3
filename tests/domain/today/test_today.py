from datetime import timedelta
from zoneinfo import ZoneInfo

from homecare.domain.records.plan import ConditionStopped
from homecare.domain.records.records import Records
from homecare.domain.today.today import today, window_days
from tests.domain.care import HEEL_RAISE, LIBRARY, SHORT_FOOT, Care, routine_items, when


def test_without_a_plan_there_is_nothing_to_do_and_nothing_to_screen() -> None:
    shown = today(Records(), LIBRARY, when(1), when(1).tzinfo)  # type: ignore[arg-type]

    assert (shown.items, shown.routine, shown.screening_due, shown.adherence, shown.reminders) == (
        (),
        None,
        False,
        None,
        (),
    )


def test_the_first_reason_that_says_something_decides() -> None:
    care = Care(phase="pf-2", first_step=2)
    care.session(2, 7, HEEL_RAISE)
    red = care.item(HEEL_RAISE, 3).held
    care.needle(3, 8, "soleus")
    needled = care.item(HEEL_RAISE, 3).held
    care.start("stress-fracture", "sf-1", day=3)
    care.screen(3)
    shown = [item.item for item in care.today(3).items if item.condition == "plantar-fasciitis"]
    paused = care.item("plantar-fascia-stretch", 3).held
    care.screen(3, "pf-pop", hour=8.5)
    locked = care.item("plantar-fascia-stretch", 3).held

    assert [red, needled, paused, locked] == ["red-rest", "needled", "stress-fracture", "red-flag"]
    assert shown == ["plantar-fascia-stretch"]


def test_a_gate_is_stronger_than_needling() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.needle(1, 8.5, "abductor-hallucis")

    assert care.item(SHORT_FOOT, 1).held == "gate"


def test_a_needled_muscle_is_stronger_than_a_red_light_and_that_than_a_flare() -> None:
    care = Care(phase="pf-2", first_step=2)
    care.worst(3, 3, 3, 6, 6)
    flare = care.item(HEEL_RAISE, 5, 21).reason
    care.session(5, 7, HEEL_RAISE)
    red = care.item(HEEL_RAISE, 5, 21).reason

    assert [flare, red] == ["flare-easier", "red-rest"]


def test_pain_now_is_the_latest_of_the_diary_day() -> None:
    care = Care()
    care.entry(1, 20, pain_now=2)
    care.entry(2, 7, pain_now=5)
    care.entry(2, 12, pain_now=3)

    shown = [care.today(2, hour).pain_now_today for hour in (6, 8, 13)]

    assert shown == [None, 5, 3]
    assert care.today(3, 3).pain_now_today == 3


def test_missed_days_bring_a_kind_word_and_the_plan_stays_where_it_is() -> None:
    care = Care()
    care.worst(3)

    said = [care.today(day).nudge for day in (2, 3, 5)]

    assert said[0] is None
    assert said[1] == "No worries. Fill in today when you can."
    assert said[2] == "We have no diary for 3 days, so your plan stays where it is."


def test_after_28_silent_days_it_asks_whether_to_start_afresh() -> None:
    care = Care()
    care.worst(3)

    assert [care.today(day).restart_due for day in (28, 29)] == [False, True]


def test_a_score_on_the_day_of_the_return_does_not_take_the_question_back() -> None:
    care = Care()
    care.worst(3)
    care.entry(40, 8, pain_now=3)

    assert care.today(40).restart_due


def test_who_did_the_exercises_was_not_silent() -> None:
    care = Care()
    care.worst(3)
    for day in range(2, 40):
        care.session(day, 1, SHORT_FOOT)

    assert not care.today(40).restart_due


def test_two_plans_are_done_in_one_routine() -> None:
    care = Care()
    care.start("flat-foot", "ff-1", day=1)

    shown = care.today(1, 20)

    assert len(routine_items(shown)) == 7
    assert {phase.condition for phase in shown.phases} == {"plantar-fasciitis", "flat-foot"}


def test_a_stopped_plan_is_gone() -> None:
    care = Care()
    at = when(3)
    care.plan.append(
        ConditionStopped(id="stop", at=at, created_at=at, edited_at=at, condition="plantar-fasciitis")
    )

    assert care.today(2).items
    assert care.today(4).items == ()


def test_a_plan_the_content_does_not_know_is_left_out() -> None:
    care = Care("condition-of-a-later-version", "x-1")
    care.start("flat-foot", "phase-of-a-later-version", day=1)

    assert care.today(2).items == ()


def test_the_exercise_reminders_are_for_the_parts_of_the_day_with_something_to_do() -> None:
    reminders = Care().today(1, 9).reminders

    assert [reminder.id for reminder in reminders] == [
        "exercise-morning",
        "exercise-midday",
        "exercise-evening",
        "diary",
    ]


def test_after_needling_aftercare_is_on_today() -> None:
    care = Care()
    care.needle(1, 10, "soleus")

    aftercare = care.today(1, 12).aftercare

    assert aftercare is not None
    assert aftercare.hours_since == 2
    assert care.today(1, 9).aftercare is None


def test_today_rests_on_the_last_60_days_and_the_start_of_each_plan() -> None:
    care = Care()
    day = timedelta(days=1)

    early, late = window_days(care.plan, when(30)), window_days(care.plan, when(300))

    assert len(early) == 1
    assert len(late) == 2
    assert (late[1][1] - late[1][0]) / day == 60
    assert late[0][1] - care.plan[0].day == 14 * day


def test_an_entry_from_before_those_days_changes_nothing() -> None:
    care = Care()
    care.worst(3, 3, 3, day=180)
    before = care.today(200)
    care.worst(9, 9, 9, day=100)

    assert care.today(200) == before


def test_a_flight_to_yesterday_does_not_hide_the_red_light_of_its_tomorrow() -> None:
    auckland, honolulu = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")
    care = Care(first_step=2)
    care.session(5, 8, SHORT_FOOT, hour=8, zone=auckland)

    shown = care.today(4, 12, honolulu)

    assert next(item for item in shown.items if item.item == SHORT_FOOT).held == "red-rest"
