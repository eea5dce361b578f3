"""What the patient can do again, as the clinician's page tells it beside the pain."""

from dataclasses import dataclass, replace

from homecare.domain.evidence.function import FunctionCourse, disagree, function_courses
from homecare.domain.library.change import ChangeId
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.report.period import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """Every questionnaire with a score by the end of the period, and those that were never answered.

    The patient's own words for an activity are left out ("") unless notes are shared. `pain` is the content's
    label of the pain's change, "" without one; `disagrees`: an answer about the whole says something else.
    """

    courses: tuple[FunctionCourse, ...] = ()
    unanswered: tuple[Questionnaire, ...] = ()
    pain: str = ""
    disagrees: bool = False


def function_of(known: Basis, pain: ChangeId | None, *, shared: bool) -> Function:
    """Function at the end of the period, beside the label of the change in `pain`."""
    courses = function_courses(known.evidence)
    answered = {course.questionnaire.id for course in courses}
    waiting = () if not known.evidence.plans else known.content.questionnaires
    overall = [course for course in courses if course.questionnaire.judged_by == "answer"]
    return Function(
        courses=courses if shared else tuple(map(_without_words, courses)),
        unanswered=tuple(questionnaire for questionnaire in waiting if questionnaire.id not in answered),
        pain=known.content.diary.change.label(pain).text if pain else "",
        disagrees=any(disagree(pain, course) for course in overall),
    )


def _without_words(course: FunctionCourse) -> FunctionCourse:
    return replace(course, items=tuple(replace(item, text="") for item in course.items))
