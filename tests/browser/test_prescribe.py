"""Prescribe: a plan is written on one screen, opened by its link on another, and taken over or not."""

import io
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from homecare.content.library import Library
from homecare.domain.dose import Dose, Schedule
from homecare.domain.evidence import evidence_at
from homecare.domain.plan import ConditionStarted, PrescriptionAccepted, plans_at
from homecare.domain.prescription import LightLimits, PrescribedItem, Prescription
from homecare.domain.week_summary import week_summary
from homecare.exchange.plan_link import MARK, plan_link, read_plan
from homecare.exchange.week_summary import week_link
from homecare.records_now import records_for_today
from homecare.storage.store import Store
from homecare.wording.week import day_title, pain_text
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import typed
from tests.serving import Server

HEEL = "Plantar fasciitis (plantar heel pain)"
TOWEL = "Slow heel raise with toes on a towel"


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=40)


def plan_of(served: Server) -> Prescription:
    """Fewer heel raises every second day, and nothing else."""
    return Prescription(
        condition="plantar-fasciitis",
        side="right",
        phase="pf-3",
        items=(
            PrescribedItem(
                exercise="heel-raise-towel",
                dose=Dose(sets=2, reps=7, rest_s=60),
                schedule=Schedule(pattern="every_n_days", n=2),
            ),
        ),
        issued=served.clock.now().date(),
        limits=LightLimits(green_max=1, amber_max=4),
        clinic="Foot clinic",
    )


def filled(screen: Screen, label: str, text: str) -> None:
    """Type into a field of a long screen: it is scrolled to, and has come to rest, before it is tapped."""
    field = screen.find("textbox", label)
    before: list[float] = []

    def at_rest() -> bool:
        box = field.bounding_box()
        top = box["y"] if box else 0.0
        if not 80 < top < 680:
            screen.scroll(200 if top >= 680 else -200)
        before.append(top)
        return 80 < top < 680 and before[-4:] == [top] * 4

    screen.wait_until(at_rest, f"{label!r} to lie within the window")
    typed(screen, label, text)


def accepted(served: Server) -> list[Prescription]:
    events = Store.open(served.folder).plan_events()
    return [one.prescription for one in events if isinstance(one, PrescriptionAccepted)]


def test_a_plan_written_on_the_screen_is_in_the_link_and_the_code(desktop: Screen, served: Server) -> None:
    desktop.open("/clinicians", sees="Read exported diaries")
    desktop.tap("button", "Write a plan")
    desktop.tap("radio", HEEL)
    desktop.tap("radio", "Left")
    desktop.tap("radio", "Slow strength: start")
    desktop.tap("button", f"Change the dose: {TOWEL}")
    filled(desktop, "Sets", "2")
    desktop.tap("checkbox", re.compile("^Short foot"))
    desktop.wait_gone("Change the dose: Short foot (arch lift), standing")
    filled(desktop, "Green up to", "3")
    filled(desktop, "Amber up to", "4")
    desktop.tap("button", "Make the link and the code")
    desktop.wait_for("Green may be lowered but not raised: at most 2, not 3.")
    filled(desktop, "Green up to", "1")
    desktop.tap("button", "Make the link and the code")
    desktop.find("img", "Code of the plan")
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.tap("button", "Copy the link")
    desktop.wait_for("Copied")
    link = desktop.page.evaluate("navigator.clipboard.readText()")
    assert MARK in link

    wanted = read_plan(link, Library())
    assert (wanted.side, wanted.phase, wanted.limits) == (
        "left",
        "pf-2",
        LightLimits(green_max=1, amber_max=4),
    )
    assert [one.exercise for one in wanted.items] == ["heel-raise-towel", "plantar-fascia-stretch"]
    assert wanted.items[0].dose.sets == 2

    with desktop.page.expect_download() as found:
        desktop.tap("button", "Save as a picture")
    picture = Path(found.value.path()).read_bytes()
    assert found.value.suggested_filename == "homecare-plan-2026-03-02.png"
    assert io.BytesIO(picture).read(8) == b"\x89PNG\r\n\x1a\n"


def test_a_link_shows_what_changes_and_the_plan_is_taken_over(phone: Screen, served: Server) -> None:
    wanted = plan_of(served)
    route = urlsplit(plan_link(wanted, served.address)).fragment
    phone.open(route, sees="Plan from your clinician")
    phone.wait_for("Foot clinic")
    said = phone.texts()
    assert any(f"{TOWEL}\n2 sets of 7" in one and "Until now:" in one for one in said), said
    assert any("Left out" in one for one in said)
    phone.tap("button", "Not now")
    phone.wait_for("Today")
    assert accepted(served) == []

    phone.open(route, sees="Plan from your clinician")
    phone.tap("button", "Take this plan over")
    phone.wait_until(lambda: phone.route == "/", "Today")
    assert accepted(served) == [wanted]
    store = Store.open(served.folder)
    plan = plans_at(store.plan_events(), served.clock.now())["plantar-fasciitis"]
    assert (plan.prescription, plan.phase) == (wanted, "pf-3")


def test_a_plan_for_something_new_starts_it_after_the_safety_questions(phone: Screen, served: Server) -> None:
    library = Library()
    phase = library.condition("heel-spur").phases[0]
    wanted = replace(
        plan_of(served), condition="heel-spur", phase=phase.id, items=(), limits=None, clinic="Foot clinic"
    )
    phone.open(urlsplit(plan_link(wanted, served.address)).fragment, sees="Plan from your clinician")
    phone.wait_for("You have no plan for this yet")
    phone.tap("button", "Take this plan over")
    phone.wait_for("Safety questions")
    events = Store.open(served.folder).plan_events()
    assert any(isinstance(one, ConditionStarted) and one.condition == "heel-spur" for one in events)
    assert accepted(served)[-1] == wanted


def test_a_damaged_link_gets_one_sentence_and_changes_nothing(phone: Screen, served: Server) -> None:
    before = Store.open(served.folder).plan_events()
    route = urlsplit(plan_link(plan_of(served), served.address)).fragment
    phone.open(route[:-6], sees="This plan cannot be opened")
    phone.wait_for("damaged or cut short; ask your clinic for it again.")
    assert Store.open(served.folder).plan_events() == before


def test_the_last_seven_days_are_a_code_on_the_screen_and_a_link_that_opens(
    phone: Screen, served: Server
) -> None:
    phone.open("/share", sees="What your report says")
    phone.tap("button", "Show my last 7 days")
    phone.find("img", "Code of your last 7 days")
    store, at = Store.open(served.folder), served.clock.now()
    evidence = evidence_at(records_for_today(store, at), Library(), at, served.clock.zone)
    week = week_summary("plantar-fasciitis", evidence)
    days = [f"{day_title(week, place)}: {pain_text(one)}" for place, one in enumerate(week.days)]
    said = " ".join(phone.texts())
    assert all(one in said for one in days)
    assert sum(one.pain is not None for one in week.days) >= 4

    phone.open(urlsplit(week_link(week, served.address)).fragment, sees="A patient's last 7 days")
    said = " ".join(phone.texts())
    assert all(one in said for one in days)
    phone.open("/week/NONSENSE", sees="This week cannot be opened")
