"""What a plan may carry besides its exercises: goals, advice, lower limits of pain, a review, a last day."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from homecare.domain.library.scales import WEEK
from homecare.domain.records.prescription import LONGEST_CLINIC, LONGEST_NOTE
from homecare.ui.clinician.plan_draft import PlanDraft, whole
from homecare.ui.kit import theme
from homecare.ui.kit.fields import TypedField, pick_day
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import Unsaved
from homecare.wording import _, ngettext
from homecare.wording.report import day

FURTHEST = timedelta(days=2 * 366)
USUAL_DAYS = (14, 28, 42)
"""Days to a review or an end that one tap sets."""
HOURS = ("first_h", "more_h", "up_to_h")
Change = Callable[..., None]


@ft.component
def PlanExtras(draft: PlanDraft, change: Change, *, key: str = "") -> ft.Control:
    """Everything here may be left out; goals and advice open on a tap. Another `key` has fresh fields."""
    care = use_care()
    look = ft.use_context(LookCtx)
    is_open, set_open = ft.use_state(False)
    words = _("Close goals and advice") if is_open else _("Goals, activity, shoes, insole, taping")
    icon = ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE
    said = [text for text in _advice_so_far(draft) if text]
    head = look.card(
        ft.Row([look.link(words, lambda: set_open(not is_open), icon=icon)], wrap=True),
        *([look.note("; ".join(said))] if said and not is_open else []),
        gap=4,
    )
    opened = [_advice(look, draft, change), _insole(look, draft, change)] if is_open else []
    return ft.Column(
        [head, *opened, _terms(care, look, draft, change)],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def clinic_form(care: CareState) -> Unsaved[str]:
    """The clinic's name as it was typed last, kept for the next plan while the window is open."""
    return care.unsaved.form("plan-clinic", "")


def _advice_so_far(draft: PlanDraft) -> list[str]:
    texts = (draft.goals, draft.activity, draft.footwear, draft.orthotic, draft.taping)
    return [", ".join(text.split("\n")).strip() for text in texts]


def _advice(look: Look, draft: PlanDraft, change: Change) -> ft.Control:
    return look.card(
        look.heading(_("Goals and advice")),
        TypedField(
            _("Goals, one a line"),
            draft.goals,
            lambda text: change(goals=text),
            lines=2,
            helper=_("Up to 3. The patient reads everything here on Today."),
            key="goals",
        ),
        _text(_("Activity: what to do less of, or not at all"), draft.activity, "activity", change),
        _text(_("Shoes"), draft.footwear, "footwear", change),
        _text(_("Taping"), draft.taping, "taping", change),
    )


def _text(label: str, value: str, name: str, change: Change) -> ft.Control:
    return TypedField(
        label, value, lambda text: change(**{name: text}), limit=LONGEST_NOTE, lines=2, key=name
    )


def _insole(look: Look, draft: PlanDraft, change: Change) -> ft.Control:
    hours = (_("On the first day"), _("More each day"), _("Up to"))
    return look.card(
        look.heading(_("Insole or brace")),
        _text(_("Which, and where"), draft.orthotic, "orthotic", change),
        look.note(
            _("Getting used to it, in hours a day; leave all three empty if it is worn from the start.")
        ),
        ft.Row(
            [_number(look, draft, name, label, change) for name, label in zip(HOURS, hours, strict=True)],
            wrap=True,
            spacing=12,
            run_spacing=12,
        ),
    )


def _terms(care: CareState, look: Look, draft: PlanDraft, change: Change) -> ft.Control:
    profile = care.library.diary.profile(care.library.condition(draft.condition).pain_profile)

    def named(text: str) -> None:
        clinic_form(care).note(lambda _old: text.strip())
        change(clinic=text)

    said = _(
        "Pain during exercise: green up to {green}, amber up to {amber}, red above. You may set lower limits."
    ).format(green=profile.green_max, amber=profile.amber_max)
    return look.card(
        look.heading(_("Whose plan, and for how long")),
        TypedField(
            _("Your clinic's name"),
            draft.clinic,
            named,
            limit=LONGEST_CLINIC,
            helper=_("The patient sees whose plan it is."),
            key="clinic",
        ),
        _day(
            care,
            look,
            draft.review,
            lambda chosen: change(review=chosen),
            (_("Review"), _("No review set"), _("Choose the day of the review"), _("No review")),
        ),
        _day(
            care,
            look,
            draft.expires,
            lambda chosen: change(expires=chosen),
            (_("Last day"), _("No last day set"), _("Choose a last day"), _("No last day")),
        ),
        look.note(said),
        ft.Row(
            [
                _number(look, draft, "green_max", _("Green up to"), change),
                _number(look, draft, "amber_max", _("Amber up to"), change),
            ],
            wrap=True,
            spacing=12,
            run_spacing=12,
        ),
    )


def _number(look: Look, draft: PlanDraft, name: str, label: str, change: Change) -> ft.Control:
    def check(text: str) -> None:
        if text.strip():
            whole(text)

    field = TypedField(
        label,
        getattr(draft, name),
        lambda text: change(**{name: text}),
        check=check,
        unit=_("h") if name in HOURS else "",
        keyboard=ft.KeyboardType.NUMBER,
        key=name,
    )
    return ft.Container(field, width=160 * look.factor)


def _day(
    care: CareState,
    look: Look,
    chosen: date | None,
    put: Callable[[date | None], None],
    words: tuple[str, str, str, str],
) -> ft.Control:
    """A day with what it is called, set by one tap in weeks or from the calendar, and taken away."""
    about, none_yet, pick, take_away = words
    today = care.today.day
    said = none_yet if chosen is None else _("{about}: {day}").format(about=about, day=day(chosen))

    def from_calendar() -> None:
        start = chosen or today + timedelta(days=USUAL_DAYS[1])
        pick_day(start, first=today, last=today + FURTHEST, zone=care.host.zone, on_day=put)

    ways: list[ft.Control] = []
    if chosen is None:
        ways += [_in_weeks(look, about, days, today, put) for days in USUAL_DAYS]
    ways.append(look.link(pick, from_calendar, icon=ft.Icons.CALENDAR_MONTH_OUTLINED))
    if chosen is not None:
        ways.append(look.link(take_away, lambda: put(None), icon=ft.Icons.CLOSE))
    return ft.Column([look.text(said), ft.Row(ways, wrap=True, spacing=8)], spacing=0, tight=True)


def _in_weeks(
    look: Look, about: str, days: int, today: date, put: Callable[[date | None], None]
) -> ft.Control:
    weeks = days // WEEK
    words = ngettext("{about} in {n} week", "{about} in {n} weeks", weeks).format(about=about, n=weeks)
    return look.link(words, lambda: put(today + timedelta(days=days)))
