"""The screens of the gallery: where each is, what it says once it is shown, and what is done on it first."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from homecare.content.library import Library
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.records.prescription import LightLimits, PrescribedItem, Prescription
from homecare.domain.report.week import week_summary
from homecare.exchange.link.plan import plan_link
from homecare.exchange.link.week import week_link
from homecare.handover.records import records_for_today
from homecare.storage.store import Store
from tests.browser.files import choose
from tests.browser.screen import Screen
from tests.browser.typed import bring_into_view
from tests.exported import changed, exported, homecare, named
from tests.serving import Server

AT = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
UNTIL = f"{AT:%Y-%m-%d}"
HERE = "http://127.0.0.1:8550/"
PATIENTS = (("Anna Berg", 90, 2), ("Ben Okafor", 60, 5), ("Carla Núñez", 45, 3), ("Dev Patel", 5, 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Files to choose from the disk."""

    backup: Path
    patients: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: `at` is opened until it says `sees`, then `steps` are done."""

    at: str
    sees: str
    steps: Callable[[Screen, Files], None] | None = None


def files(folder: Path, server: Server) -> Files:
    """A backup of the served diary with a few differences, and what four patients exported."""
    homecare(
        "export", "--format", "json", "--output", str(folder / "mine.json"), "--data", str(server.folder)
    )
    patients = []
    for number, (name, days, seed) in enumerate(PATIENTS):
        file = exported(folder, f"patient-{number}", days=days, seed=seed, until=UNTIL)
        patients.append(changed(file, f"homecare-backup-{number}.json", named(name)))
    cut = folder / "homecare-backup-of-last-year.json"
    cut.write_bytes(patients[0].read_bytes()[:5000])
    backup = changed(folder / "mine.json", f"homecare-backup-{UNTIL}.json", _differing)
    return Files(backup=backup, patients=(*patients, cut))


def shots(server: Server) -> Mapping[str, Shot]:
    """Every screen by its name."""
    return {**{name: Shot(at=at, sees=sees) for name, (at, sees) in PLAIN.items()}, **_handed_over(server)}


PLAIN: Mapping[str, tuple[str, str]] = {
    "today": ("/", "How is your pain now?"),
    "session": ("/session", "I'm ready"),
    "exercises": ("/exercises", "Phases and goals"),
    "exercise": ("/exercises/exercise/plantar-fascia-stretch", "How much to do"),
    "exercises-all": ("/exercises/all", "Show only"),
    "activity": ("/exercises/activity", "What did you do?"),
    "phases": ("/exercises/phases/plantar-fasciitis", "You are here"),
    "conditions": ("/exercises/conditions", "Also called"),
    "condition": ("/exercises/condition/achilles-tendinopathy", "What it is"),
    "diary": ("/diary", "Add an entry"),
    "diary-new": ("/diary/new", "Save"),
    "diary-day": ("/diary/day/2026-03-01", "1 March"),
    "aftercare": ("/aftercare", "Aftercare"),
    "needling-new": ("/aftercare/new", "Save"),
    "checklist": ("/aftercare/checklist", "Do you understand"),
    "before-needling": ("/aftercare/before", "You can say stop"),
    "beside-needling": ("/aftercare/beside", "Manual therapy"),
    "warning-signs": ("/aftercare/warning-signs", "Warning signs"),
    "safety": ("/safety", "Is any of these"),
    "welcome": ("/welcome", "Where does it hurt?"),
    "welcome-what": ("/welcome/1", "What hurts?"),
    "welcome-unsure": ("/welcome/unsure", "Have it looked at first"),
    "welcome-ready": ("/welcome/ready", "Your plan is ready"),
    "settings": ("/settings", "Reminder times"),
    "about": ("/about", "What this app does"),
    "sources": ("/about/sources", "How sure is this?"),
    "share": ("/share", "What your report says"),
    "restore": ("/share/restore", "Choose a file"),
    "week": ("/share/week", "Code of your last 7 days"),
    "clinicians": ("/clinicians", "Read exported diaries"),
    "prescribe": ("/clinicians/prescribe", "What is the plan for?"),
    "plan-file": ("/exercises/plan-file", "Choose the file"),
}


def _handed_over(server: Server) -> dict[str, Shot]:
    """The screens that need a file or a link."""
    now = server.clock.now()
    records = records_for_today(Store.open(server.folder), now)
    week = week_summary("plantar-fasciitis", evidence_at(records, Library(), now, server.clock.zone))
    return {
        "needling-picture": Shot(at="/aftercare/new", sees="Where were the needles?", steps=_needled),
        "session-playing": Shot(at="/session", sees="I'm ready", steps=_playing),
        "session-ended": Shot(at="/session", sees="How does it go?", steps=_ended),
        "share-files": Shot(at="/share", sees="What your report says", steps=_down_to("Save the report")),
        "share-backup": Shot(at="/share", sees="What your report says", steps=_down_to("Save the backup")),
        "restore-preview": Shot(at="/share/restore", sees="Choose a file", steps=_preview),
        "clinicians-list": Shot(at="/clinicians", sees="Read exported", steps=_list),
        "patient": Shot(at="/clinicians", sees="Read exported", steps=_patient),
        "prescribe-filled": Shot(at="/clinicians/prescribe", sees="What is the plan for?", steps=_filled),
        "prescribe-code": Shot(at="/clinicians/prescribe", sees="What is the plan for?", steps=_code),
        "plan-offer": Shot(at=urlsplit(plan_link(_plan(), HERE)).fragment, sees="What changes"),
        "week-read": Shot(at=urlsplit(week_link(week, HERE)).fragment, sees="A patient's last 7 days"),
    }


def _needled(screen: Screen, _files: Files) -> None:
    screen.tap("button", "Calf, right")
    screen.tap("checkbox", "Right big calf muscle")


def _plan() -> Prescription:
    stretch = PrescribedItem(
        exercise="plantar-fascia-stretch",
        dose=Dose(sets=1, reps=8, hold_s=15, rest_s=10),
        schedule=Schedule(pattern="daily", times_per_day=2),
    )
    raises = PrescribedItem(
        exercise="heel-raise-towel",
        dose=Dose(sets=2, reps=7, rest_s=60),
        schedule=Schedule(pattern="every_n_days", n=2),
    )
    return Prescription(
        condition="plantar-fasciitis",
        side="right",
        phase="pf-3",
        items=(raises, stretch),
        issued=AT.date(),
        limits=LightLimits(green_max=1, amber_max=4),
        clinic="Foot clinic",
    )


def _differing(whole: dict[str, Any]) -> dict[str, Any]:
    """The backup with an entry less, one edited later, and two that are new."""
    _first, *others, last = whole["entries"]
    later = last | {"pain_now": 7, "edited_at": AT.isoformat()}
    new = [last | {"id": str(uuid4())} for _ in range(2)]
    return whole | {"entries": [*others, later, *new]}


def _playing(screen: Screen, _files: Files) -> None:
    screen.tap("button", "I'm ready")
    screen.tap("button", "Skip")
    screen.wait_for("set 1 of")
    screen.tap("button", "Pause")
    screen.wait_for("Paused.")


def _ended(screen: Screen, files: Files) -> None:
    if screen.has("button", "I'm ready"):  # else the session of the picture before is still there
        _playing(screen, files)
    screen.tap("button", "Skip")
    screen.tap("button", "Too tired")
    screen.tap("button", "End the session")
    screen.wait_for("End the session here?")
    screen.find("button", "End the session").last.dispatch_event("click")
    screen.tap("button", "Pain 2 of 10")
    screen.wait_for("Pain 2 of 10, chosen")
    screen.tap("button", "Save")
    screen.wait_for("Saved")


def _down_to(button: str) -> Callable[[Screen, Files], None]:
    def steps(screen: Screen, _files: Files) -> None:
        bring_into_view(screen, "button", button)

    return steps


def _preview(screen: Screen, found: Files) -> None:
    choose(screen, "Choose a file", found.backup)
    screen.wait_for("What would change")


def _list(screen: Screen, found: Files) -> None:
    choose(screen, "Open files", *found.patients)
    screen.wait_for(f"{len(PATIENTS)} patients")


def _patient(screen: Screen, found: Files) -> None:
    _list(screen, found)
    screen.tap("button", re.compile(f"^{PATIENTS[0][0]}"))
    screen.wait_for("Exercises, last 14 days")


def _filled(screen: Screen, _files: Files) -> None:
    screen.tap("radio", "Plantar fasciitis (plantar heel pain)")
    screen.tap("radio", "Left")
    screen.tap("radio", "Slow strength: start")
    screen.tap("button", re.compile("^Change the dose: Slow heel raise"))
    screen.find("textbox", "Sets")
    _down_to("Add another exercise")(screen, _files)


def _code(screen: Screen, found: Files) -> None:
    _filled(screen, found)
    screen.tap("button", "Make the link and the code")
    screen.find("img", "Code of the plan")
    _down_to("Copy the link")(screen, found)
