"""Function in words: my activities, overall change, and where they and the pain say different things."""

from datetime import date

from homecare.domain.evidence.function import FunctionCourse, ItemCourse
from homecare.domain.library.questionnaire import Judgement, Questionnaire
from homecare.domain.report.function import Function
from homecare.wording import _, ngettext
from homecare.wording.dates import short_day
from homecare.wording.foreign_text import readable
from homecare.wording.pain import mean_text, signed_text
from homecare.wording.report import Line, near


def function_lines(found: Function, last: date) -> list[Line]:
    """What the clinician's page says of function; `last` is the period's last day."""
    lines = [Line(text=disagreement_text(found), strong=True)] if found.disagrees else []
    for course in found.courses:
        lines.append(Line(text=course_text(course, last), strong=course.judgement == "worse"))
        lines += [Line(text=item_text(item, number)) for number, item in enumerate(shown_items(course), 1)]
    if found.unanswered:
        titles = ", ".join(questionnaire.title for questionnaire in found.unanswered)
        lines.append(Line(text=_("Not answered yet: {titles}").format(titles=titles)))
    return lines


def course_text(course: FunctionCourse, last: date) -> str:
    """One questionnaire: "My activities (0 to 10): 3.3 at the start, 6.0 on 18 Nov. Better: +2.7 points"."""
    asked = course.questionnaire
    day = near(course.latest_day, last)
    if asked.judged_by == "answer":
        return _("{title}, {day}: {answer}").format(title=asked.title, day=day, answer=answer_text(course))
    most = 100 if asked.scoring == "percent" else asked.most
    head = _("{title} ({least} to {most})").format(title=asked.title, least=asked.least, most=most)
    if len(course.scores) == 1:
        return _("{title}: {now} on {day}, not asked again yet").format(
            title=head, now=mean_text(course.latest), day=day
        )
    return _("{title}: {then} at the start, {now} on {day}. {change}").format(
        title=head,
        then=mean_text(course.scores[0][1]),
        now=mean_text(course.latest),
        day=day,
        change=change_text(course),
    )


def change_text(course: FunctionCourse) -> str:
    """The change since the start in a few words, or why there is none."""
    if course.change is None or course.judgement is None:
        return _("No item was rated both times")
    said = _("{judgement}: {points} points").format(
        judgement=judgement_text(course.judgement), points=signed_text(course.change)
    )
    n = course.compared
    return ngettext("{said}, {n} item compared", "{said}, {n} items compared", n).format(said=said, n=n)


def answer_text(course: FunctionCourse) -> str:
    """The latest answer in the words of the scale, with its number."""
    asked, value = course.questionnaire, round(course.latest)
    return _("{answer} ({n} of {most})").format(answer=asked.meaning(value), n=value, most=asked.most)


def judgement_text(judgement: Judgement) -> str:
    """A judgement in one or two words."""
    return {"better": _("Better"), "same": _("About the same"), "worse": _("Worse")}[judgement]


def shown_items(course: FunctionCourse) -> tuple[ItemCourse, ...]:
    """The items that a page lists: those of the patient's own; fixed ones are told by their score."""
    return course.items if course.questionnaire.own_items is not None else ()


def item_text(item: ItemCourse, number: int) -> str:
    """One activity: "“climb stairs”: 3, now 6"; its number where the words are not shared."""
    name = f"“{readable(item.text)}”" if item.text else _("Activity {n}").format(n=number)
    if item.latest is None:
        return f"{name}: {item.first}"
    return _("{name}: {then}, now {now}").format(name=name, then=item.first, now=item.latest)


def disagreement_text(found: Function) -> str:
    """That the pain and the patient's own judgement say different things."""
    overall = next(course for course in found.courses if course.questionnaire.judged_by == "answer")
    return _("Pain and overall change disagree: pain {pain}; on {day} the patient said {answer}").format(
        pain=found.pain[:1].lower() + found.pain[1:],
        day=short_day(overall.latest_day),
        answer=overall.questionnaire.meaning(round(overall.latest)),
    )


def scale_text(asked: Questionnaire, value: int) -> str:
    """An answer as it is offered: its words, or its number with the words of the ends."""
    meaning = asked.meaning(value)
    return _("{n}, {meaning}").format(n=value, meaning=meaning) if meaning else str(value)
