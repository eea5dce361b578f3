"""Today in a terminal, as a person reads it."""

from homecare.commands.today import as_text
from homecare.domain.plan.take_over import acceptance
from homecare.domain.records.plan import plans_at
from homecare.domain.records.prescription import Prescription, own_exercises
from tests.domain.care import HEEL_RAISE, LIBRARY, SHORT_FOOT, Care, day_of, when
from tests.domain.own_exercise import with_advice
from tests.domain.prescribing import accept


def lines(care: Care, day: int, hour: float = 9) -> list[str]:
    library = LIBRARY.with_exercises(own_exercises(care.plan))
    return as_text(care.today(day, hour), library, care.settings).splitlines()


def test_what_to_do_about_a_warning_sign_is_said_once() -> None:
    care = Care()
    care.screen(2, "common-dvt")

    assert len([line for line in lines(care, 2) if line.startswith("!")]) == 1


def test_a_rest_day_is_called_a_rest_day() -> None:
    care = Care(phase="pf-2")
    care.session(1, 1, HEEL_RAISE)

    assert lines(care, 2)[1].endswith("Rest day: nothing to do for this one today.")


def test_only_a_light_that_may_still_change_has_a_question_mark() -> None:
    care = Care()
    care.session(1, 1, SHORT_FOOT)

    marks = [line.split()[0] for line in lines(care, 1, 21) if line.startswith(("grey", "green"))]

    assert marks == ["grey", "grey", "grey", "green?"]


def test_one_exercise_is_not_one_exercises() -> None:
    care = Care(phase="pf-2")
    care.needle(1, 10, "soleus")

    assert lines(care, 1, 12)[-1] == "Due now: 1 exercise, 2 min"


def test_after_missed_days_the_last_word_is_a_kind_one() -> None:
    care = Care()
    care.entry(1, pain_now=2)

    assert lines(care, 5)[-1] == "We have no diary for 3 days, so your plan stays where it is."


def test_a_clinicians_plan_that_ran_out_is_told_for_two_weeks() -> None:
    care = Care(phase="pf-2")
    wanted = Prescription(
        condition="plantar-fasciitis",
        side="left",
        phase="pf-2",
        items=(),
        issued=day_of(1),
        expires=day_of(10),
        review=day_of(13),
        clinic="Foot clinic",
    )
    plan = plans_at(care.plan, when(2))["plantar-fasciitis"]
    care.plan += acceptance(plan, wanted, when(2), ("a", "b"))

    def told(day: int) -> str:
        return as_text(care.today(day), LIBRARY, care.settings)

    assert "the plan of Foot clinic holds up to and including 11 Mar 2026" in told(3)
    assert "the plan of Foot clinic ended on 11 Mar 2026" in told(11)
    assert "Your review is on 14 Mar 2026." in told(11)
    assert "Foot clinic" not in told(25)


def test_what_a_clinicians_plan_says_besides_its_exercises_stands_beneath_it() -> None:
    care = Care(phase="pf-2")
    accept(care, with_advice(), 1)

    said = "\n".join(lines(care, 2, 12))

    assert "the plan of Foot clinic holds.\n  Goal: Walk the dog for half an hour\n" in said
    assert "  Insole or brace: Heel lift, both shoes. Today for up to 3 hours.\n" in said
    assert "Marble pick-up: " in said
