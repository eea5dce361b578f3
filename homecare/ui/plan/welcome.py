"""First run: where it hurts, what it is, who should ask first, the safety questions, and the plan.

Each step has an address, so that Back leads one step back. The answers stay in the window until they are
saved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import flet as ft

from homecare.domain.library.condition import Condition
from homecare.domain.library.safety import AskFirstQuestion, AskFirstTheme
from homecare.domain.records.diary import Site
from homecare.domain.records.plan import ConditionStarted, Side
from homecare.domain.safety.holds import HoldCode
from homecare.ui.diary.foot_map import foot_pictures
from homecare.ui.kit.choices import choice_row
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.plan import acts
from homecare.ui.plan.condition_choice import NO_DETAILS, ConditionChoice, ConditionDetails, DetailAnswers
from homecare.ui.plan.condition_choice import Details as ConditionDetail
from homecare.ui.safety.ask_first import AskFirstPage, pages_of
from homecare.ui.safety.red_flag_questions import RedFlagQuestions, questions_for
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import Unsaved, use_unsaved
from homecare.wording import _, dates, diary, ngettext

FORM = "set-up"
WHERE, WHAT, DETAILS, ASKED_FROM = range(4)
"""The steps; from ASKED_FROM on there is one for each page on who should ask first, then the red flags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """The answers so far: `foot` is the foot on the picture ("L" or "R"), `places` what was tapped on it."""

    foot: str = "R"
    places: tuple[Site, ...] = ()
    chosen: tuple[str, ...] = ()
    details: DetailAnswers = NO_DETAILS
    asked: Mapping[str, bool] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()

    @property
    def regions(self) -> tuple[str, ...]:
        """The places that hurt, whichever foot."""
        return tuple(dict.fromkeys(site.region for site in self.places))

    @property
    def side(self) -> Side | None:
        """The side that the picture tells, None while nothing is tapped."""
        feet = {site.side for site in self.places}
        if not feet:
            return None
        return "both" if len(feet) > 1 else "left" if feet == {"L"} else "right"

    def with_place(self, region: str, foot: str) -> "SetUp":
        """The answers with this place tapped, or without it where it was tapped before."""
        kept = tuple(site for site in self.places if (site.region, site.side) != (region, foot))
        if len(kept) < len(self.places):
            return replace(self, places=kept)
        return replace(self, places=(*kept, Site(region=region, side=foot)))

    def with_conditions(self, chosen: tuple[str, ...]) -> "SetUp":
        """The answers with these conditions; the side tapped on the picture is that of each without one."""
        sides = {condition: self.side for condition in chosen if self.side is not None}
        known = {**sides, **self.details.sides}
        return replace(self, chosen=chosen, details=replace(self.details, sides=known))


@ft.component
def Welcome() -> ft.View:
    """One step of the set-up."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    form = use_unsaved(care.unsaved, FORM, SetUp)
    conditions = [care.library.condition(name) for name in form.now.chosen]
    questions = list(care.library.ask_first.questions_for(conditions))
    themes = pages_of(care, questions)
    last = ASKED_FROM + len(themes)
    farthest = _farthest(form.now, conditions, themes, questions)
    step = min(_step(ft.use_route_params().get("step", "")), farthest)
    _saving, busy = use_latest(False)

    def go_on() -> None:
        page.navigate(f"/welcome/{step + 1}")

    async def finish(flags: tuple[str, ...]) -> None:
        if busy.now:
            return
        busy.put(True)
        said = form.now
        plans: list[ConditionStarted] = [
            acts.started(care, condition, *_details_of(said, condition.id)) for condition in conditions
        ]
        answers = {question.id: said.asked[question.id] for question in questions}
        if await acts.set_up(care, plans, answers, flags):
            form.begin(SetUp())
            page.navigate("/welcome/ready" if _may_start(care) else "/")
        else:
            busy.put(False)

    body: list[ft.Control] = [look.note(_("Step {n} of {all}").format(n=step + 1, all=last + 1))]
    bottom: ft.Control | None = None
    if step == WHERE:
        title = _("Where does it hurt?")
        body += _where(care, look, form)
        words = _("Next") if form.now.places else _("Go on without the picture")
        bottom = look.primary(words, go_on)
    elif step == WHAT:
        title = _("What hurts?")
        body.append(_what(form, go_on, lambda: page.navigate("/welcome/unsure")))
    elif step == DETAILS:
        title = _("Where exactly?")
        body.append(_details(form, go_on))
    elif step < last:
        title = _("Ask a clinician first?")
        body.append(_ask_first(form, themes[step - ASKED_FROM], questions, go_on))
    else:
        title = _("Is it safe to start?")
        body.append(
            RedFlagQuestions(
                questions_for(care, conditions),
                lambda yes: page.run_task(finish, yes),
                start=form.now.flags,
                on_change=lambda ticked: form.note(lambda now: replace(now, flags=ticked)),
            )
        )
    return screen(look, title=title, body=body, bottom=bottom, back=_before(step))


def _what(form: Unsaved[SetUp], go_on: Callable[[], None], on_unsure: Callable[[], None]) -> ft.Control:
    def choose(ids: tuple[str, ...]) -> None:
        form.note(lambda now: now.with_conditions(ids))
        go_on()

    return ConditionChoice(
        form.now.chosen,
        choose,
        regions=form.now.regions,
        on_change=lambda ids: form.note(lambda now: replace(now, chosen=ids)),
        on_unsure=on_unsure,
    )


def _details(form: Unsaved[SetUp], go_on: Callable[[], None]) -> ft.Control:
    return ConditionDetails(
        form.now.chosen,
        lambda _details: go_on(),
        start=form.now.details,
        on_change=lambda details: form.note(lambda now: replace(now, details=details)),
    )


def _ask_first(
    form: Unsaved[SetUp],
    theme: AskFirstTheme,
    questions: Sequence[AskFirstQuestion],
    go_on: Callable[[], None],
) -> ft.Control:
    def keep(answers: Mapping[str, bool]) -> None:
        form.note(lambda now: replace(now, asked={**now.asked, **answers}))

    def answer(answers: Mapping[str, bool]) -> None:
        keep(answers)
        go_on()

    shown = [question for question in questions if question.theme == theme.id]
    return AskFirstPage(theme, shown, dict(form.now.asked), answer, on_change=keep, key=theme.id)


def _before(step: int) -> str:
    """Where Back leads."""
    return "/" if step == WHERE else "/welcome" if step == WHAT else f"/welcome/{step - 1}"


def _step(wanted: str) -> int:
    """The step of an address."""
    return int(wanted) if wanted.isdecimal() and len(wanted) < 3 else WHERE


def _farthest(
    answers: SetUp,
    conditions: Sequence[Condition],
    themes: Sequence[AskFirstTheme],
    questions: Sequence[AskFirstQuestion],
) -> int:
    """The last step that the answers allow: a reload, or Forward after another choice, leads no further."""
    if not conditions:
        return WHAT
    said = answers.details
    if any(
        condition.id not in said.sides or (condition.variants and condition.id not in said.variants)
        for condition in conditions
    ):
        return DETAILS
    unanswered = {question.theme for question in questions if question.id not in answers.asked}
    pages = enumerate(themes, ASKED_FROM)
    return next((step for step, theme in pages if theme.id in unanswered), ASKED_FROM + len(themes))


def _details_of(answers: SetUp, condition: str) -> ConditionDetail:
    said = answers.details
    return said.sides[condition], said.variants.get(condition), said.first_step


def _where(care: CareState, look: Look, form: Unsaved[SetUp]) -> list[ft.Control]:
    """The picture to tap where it hurts, and the places in words."""
    guide, drawings = care.library.diary.foot_map, care.library.foot_map
    if drawings is None:
        return []

    async def turn(foot: str) -> None:
        form.change(lambda now: replace(now, foot=foot))

    def tap(region: str, foot: str) -> None:
        form.change(lambda now: now.with_place(region, foot))

    named = ", ".join(diary.place(guide, site.region, site.side) for site in form.now.places)
    said = _("You tapped: {places}.").format(places=named) if named else _("Tap the places on the picture.")
    feet = [("L", _("Left foot")), ("R", _("Right foot"))]
    return [
        look.card(
            choice_row(look, feet, form.now.foot, turn),
            ft.Semantics(live_region=True, content=look.body(said)),
            foot_pictures(look, guide, drawings, shown=form.now.foot, sites=form.now.places, tap=tap),
        )
    ]


def _may_start(care: CareState) -> bool:
    """Whether nothing the patient answered holds the plan back."""
    today = care.today
    return today.day_plan is not None and today.locked is None and not today.ask_first.waiting


DOABLE = (None, HoldCode.REST_DAY)


@ft.component
def Ready() -> ft.View:
    """What the plan asks for in a day, and on to Today."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    plan = care.today.day_plan
    body: list[ft.Control] = []
    if plan is not None and _may_start(care):
        times = [
            ngettext("{n} exercise", "{n} exercises", plan.exercises).format(n=plan.exercises),
            ngettext("once a day", "{n} times a day", plan.times).format(n=plan.times),
            _("up to {minutes} each time").format(minutes=dates.minutes(plan.minutes)),
        ]
        parts: list[ft.Control] = [look.text(", ".join(times), size=19, weight=ft.FontWeight.W_600)]
        names = dict.fromkeys(
            care.library.exercise(item.exercise).name for item in care.today.items if item.held in DOABLE
        )
        parts += [look.body(name) for name in names]
        parts.append(look.note(_("You can change everything later. Nothing leaves this device.")))
        body.append(look.card(*parts))
    body.append(look.primary(_("Go to Today"), lambda: page.navigate("/"), icon=ft.Icons.ARROW_FORWARD))
    return screen(look, title=_("Your plan is ready"), body=body, back="/")
