"""The last seven days as a code: the patient shows it, the clinician's phone opens it."""

import flet as ft

from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.report.week import week_summary
from homecare.exchange.link.week import read_week, week_link
from homecare.exchange.reading.intake import IntakeError
from homecare.ui.kit.choices import choice_of
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.link_code import link_code, own_address
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.report.week_table import week_table
from homecare.ui.state.care import use_care
from homecare.wording import _
from homecare.wording.faults import what_is_wrong


@ft.component
def ShowWeek() -> ft.View:
    """The code of the week, and the same week in words."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    here = own_address(page)
    address, set_address = ft.use_state(here)
    plans = tuple(care.plans)
    chosen, set_chosen = ft.use_state(plans[0] if plans else "")
    if chosen not in plans:
        none = empty_state(
            look,
            title=_("No plan yet"),
            text=_("The code is about your plan. Set up a plan first."),
            action=look.primary(_("Go to Today"), lambda: page.navigate("/")),
        )
        return screen(look, title=_("My last 7 days"), body=[none], back="/share")
    evidence = evidence_at(care.records, care.library, care.now(), care.host.zone)
    week = week_summary(chosen, evidence)
    parts: list[ft.Control] = [
        look.body(_("Let your clinician scan this code. It holds only what is written below it, no name."))
    ]
    try:
        parts.append(link_code(look, week_link(week, address), _("Code of your last 7 days")))
    except ValueError as fault:
        parts.append(look.body(what_is_wrong(fault), color=ft.Colors.ERROR))
    parts.append(
        TypedField(
            _("Address"),
            here,
            lambda text: set_address(text.strip()),
            helper=_("Where your clinician opens homecare."),
            key="address",
        )
    )
    body: list[ft.Control] = [look.card(*parts), week_table(look, week, care.library)]
    if len(plans) > 1:
        names = tuple((plan, care.library.condition(plan).name) for plan in plans)
        body.insert(0, look.card(choice_of(look, _("Which plan?"), names, chosen, set_chosen)))
    return screen(look, title=_("My last 7 days"), body=body, back="/share")


@ft.component
def ReadWeek() -> ft.View:
    """The week that the address carries, or why it carries none; nothing is stored."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    code = str(ft.use_route_params().get("code", ""))
    try:
        body: list[ft.Control] = [
            week_table(look, read_week(code, care.library), care.library),
            look.note(_("Patient-reported, not checked. Nothing of it is stored here.")),
        ]
    except IntakeError as fault:
        action = look.primary(_("Go to Today"), lambda: page.navigate("/"))
        body = [empty_state(look, title=_("This week cannot be opened"), text=str(fault), action=action)]
    return screen(look, title=_("A patient's last 7 days"), body=body, back="/clinicians")
