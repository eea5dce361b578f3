"""Every screen has an address; the tree is the stack that the back gesture walks down."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import flet as ft

from homecare.ui.screens.today import Today


def _screen(module: str, name: str) -> Callable[[], Any]:
    """A screen that is imported when it is first opened, so that none but Today costs start-up time."""

    def opened() -> Any:
        return getattr(import_module(f"homecare.ui.screens.{module}"), name)()

    return opened


def routes() -> list[ft.Route]:
    """The route tree: Today at the root, the other destinations and their details above it."""
    return [ft.Route(path="/", component=Today, children=[*_destinations(), *_details()])]


def _destinations() -> list[ft.Route]:
    at = _route
    return [
        at(
            "exercises",
            "exercises",
            "Exercises",
            at("conditions", "conditions", "Conditions"),
            at("condition/:id", "condition", "ConditionPage"),
            at("exercise/:id", "exercise", "ExercisePage"),
            at("phases/:id", "phases", "Phases"),
        ),
        at(
            "diary",
            "diary",
            "Diary",
            at("new", "entry", "NewEntry"),
            at("day/:day", "diary_day", "DiaryDay"),
            at("entry/:day/:id", "entry", "EditEntry"),
        ),
        at(
            "aftercare",
            "aftercare",
            "Aftercare",
            at("new", "needling", "NewNeedling"),
            at("needling/:id", "needling", "EditNeedling"),
            at("checklist", "checklist", "Checklist"),
            at("warning-signs", "warning_signs", "WarningSigns"),
        ),
        at("settings", "settings", "SettingsScreen"),
        at("about", "about", "About"),
    ]


def _details() -> list[ft.Route]:
    """What is opened from Today, from the clinician's part, or by a link."""
    at = _route
    return [
        at("welcome", "welcome", "Welcome"),
        at("safety", "safety", "Safety"),
        at("session", "player", "Player"),
        at("share", "share", "Share", at("restore", "restore", "Restore"), at("week", "week", "ShowWeek")),
        at(
            "clinicians",
            "clinicians",
            "Clinicians",
            at("patient/:n", "patient", "PatientPage"),
            at("prescribe", "prescribe", "Prescribe"),
        ),
        at("plan/:code", "plan_offer", "PlanOffer"),
        at("week/:code", "week", "ReadWeek"),
    ]


def _route(path: str, module: str, name: str, *children: ft.Route) -> ft.Route:
    return ft.Route(path=path, component=_screen(module, name), children=list(children) or None)
