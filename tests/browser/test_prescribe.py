"""Prescribe: a plan is written on one screen, opened by its link on another, and taken over or not."""

import io
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image

from homecare.content.library import Library
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.records.plan import ConditionStarted, PrescriptionAccepted, plans_at
from homecare.domain.records.prescription import LightLimits, PrescribedItem, Prescription
from homecare.domain.report.week import week_summary
from homecare.exchange.link.plan import plan_link, read_plan
from homecare.exchange.link.week import week_link
from homecare.handover.records import records_for_today
from homecare.storage.store import Store
from homecare.wording.week import day_title, pain_text
from tests.browser.files import choose, saved
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import filled
from tests.exported import homecare
from tests.serving import Server

CLIPBOARD = """() => Promise.race([
  navigator.clipboard.readText(),
  new Promise(done => setTimeout(done, 1000, "")),
])"""
HEEL = "Plantar fasciitis (plantar heel pain)"
TOWEL = "Slow heel raise with toes on a towel"


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=40)


def plan_of(served: Server) -> Prescription:
    """Fewer heel raises every second day, and nothing else of the phase."""
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


def copied(screen: Screen) -> str:
    """What the clipboard holds; "" as long as the browser does not hand it out, which may be for ever."""
    text: str = screen.page.evaluate(CLIPBOARD)
    return text


def scanned(picture: bytes) -> list[str]:
    """What a camera reads from the picture."""
    return [barcode.text for barcode in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def accepted(served: Server) -> list[Prescription]:
    events = Store.open(served.folder).plan_events()
    return [event.prescription for event in events if isinstance(event, PrescriptionAccepted)]


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
    name, picture = saved(desktop, "Save as a picture")
    (link,) = scanned(picture)
    assert name == "homecare-plan-2026-03-02.png"
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.tap("button", "Copy the link")
    desktop.wait_until(lambda: copied(desktop) == link, "the link to be in the clipboard")

    wanted = read_plan(link, Library())
    assert (wanted.side, wanted.phase, wanted.limits) == (
        "left",
        "pf-2",
        LightLimits(green_max=1, amber_max=4),
    )
    assert [item.exercise for item in wanted.items] == ["heel-raise-towel", "plantar-fascia-stretch"]
    assert wanted.items[0].dose.sets == 2


def test_from_a_patients_page_a_changed_plan_is_a_code_in_five_actions_and_reaches_the_patients_today(
    phone: Screen, served: Server, tmp_path: Path
) -> None:
    """The way that must take less than a minute: page, plan, one exercise, its number, the code."""
    export = tmp_path / "anna.json"
    homecare("export", "--format", "json", "--output", str(export), "--data", str(served.folder))
    phone.open("/clinicians", sees="Read exported diaries")
    choose(phone, "Open files", export)
    phone.tap("button", re.compile("^anna"))
    phone.wait_for("Exercises, last 14 days")

    phone.tap("button", "Write a plan")
    phone.wait_for("Plan for anna")
    phone.tap("button", f"Change the dose: {TOWEL}")
    filled(phone, "Times", "9")
    phone.wait_for("Until now:")
    phone.tap("button", "Make the link and the code")
    phone.find("img", "Code of the plan")

    phone.tap("button", f"Close: {TOWEL}")
    phone.tap("button", "Write your own exercise")
    filled(phone, "Name of the exercise", "Marble pick-up")
    filled(phone, "Steps, one a line", "Sit with ten marbles in front of you.")
    phone.tap("button", "Goals, activity, shoes, insole, taping")
    filled(phone, "Goals, one a line", "Walk the dog")
    phone.tap("button", "Make the link and the code")
    phone.find("img", "Code of the plan")
    phone.wait_for("1 of them your own")
    _name, picture = saved(phone, "Save as a picture")
    (link,) = scanned(picture)

    phone.open(urlsplit(link).fragment, sees="Plan from your clinician")
    phone.wait_for("Sit with ten marbles in front of you.")
    phone.tap("button", "Take this plan over")
    phone.wait_until(lambda: phone.route == "/", "Today")
    phone.wait_for("Walk the dog")
    phone.tap("tab", "Exercises")
    phone.tap("button", re.compile("^Marble pick-up"))
    phone.wait_for("Your clinician wrote this exercise for you.")


def test_a_link_shows_what_changes_and_the_plan_is_taken_over(phone: Screen, served: Server) -> None:
    before = accepted(served)
    wanted = plan_of(served)
    route = urlsplit(plan_link(wanted, served.address)).fragment
    phone.open(route, sees="Plan from your clinician")
    phone.wait_for("Foot clinic")
    said = phone.texts()
    assert any(f"{TOWEL}\n2 sets of 7" in row and "Until now:" in row for row in said), said
    assert any("Left out" in row for row in said)
    phone.tap("button", "Not now")
    phone.wait_for("Today")
    assert accepted(served) == before

    phone.open(route, sees="Plan from your clinician")
    phone.tap("button", "Take this plan over")
    phone.wait_until(lambda: phone.route == "/", "Today")
    assert accepted(served) == [*before, wanted]
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
    phone.wait_for("Ask a clinician first?")
    phone.tap("button", "None of these apply to me")
    phone.wait_for("Safety questions")
    events = Store.open(served.folder).plan_events()
    assert any(isinstance(event, ConditionStarted) and event.condition == "heel-spur" for event in events)
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
    days = [f"{day_title(week, place)}: {pain_text(day)}" for place, day in enumerate(week.days)]
    said = " ".join(phone.texts())
    assert all(day in said for day in days)
    assert sum(day.pain is not None for day in week.days) >= 4
    link = week_link(week, served.address)
    phone.wait_until(lambda: scanned(phone.page.screenshot()) == [link], "a camera to read the code")

    phone.open(urlsplit(link).fragment, sees="A patient's last 7 days")
    said = " ".join(phone.texts())
    assert all(day in said for day in days)
    phone.open("/week/NONSENSE", sees="This week cannot be opened")
