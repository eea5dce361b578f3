"""Every screen has an address; the tree is the stack that the back gesture walks down."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import flet as ft

from homecare.ui.today.today import Today


def _screen(module: str, name: str) -> Callable[[], Any]:
    """A screen that is imported when it is first opened, so that none but Today costs start-up time."""

    def opened() -> Any:
        return getattr(import_module(f"homecare.ui.{module}"), name)()

    return opened


def routes() -> list[ft.Route]:
    """The route tree: Today at the root, the other destinations and their details above it."""
    return [ft.Route(path="/", component=Today, children=[*_destinations(), *_details()])]


def _destinations() -> list[ft.Route]:
    at = _route
    return [
        at(
            "exercises",
            "plan.exercises",
            "Exercises",
            at("all", "plan.exercise_search", "ExerciseSearch"),
            at("activity", "plan.activity", "ActivityScreen"),
            at("conditions", "plan.condition", "Conditions"),
            at("condition/:id", "plan.condition", "ConditionPage"),
            at("exercise/:id", "plan.exercise", "ExercisePage"),
            at("phases/:id", "plan.phases", "Phases"),
            at("plan-file", "plan.plan_offer", "PlanFile"),
        ),
        at(
            "diary",
            "diary.diary",
            "Diary",
            at("new", "diary.entry_screen", "NewEntry"),
            at("day/:day", "diary.day", "DiaryDay"),
            at("entry/:day/:id", "diary.entry_screen", "EditEntry"),
            at("questions/:id", "diary.questionnaire", "QuestionnaireScreen"),
            at("session/new", "session.record", "NewSession"),
            at("session/:day/:id", "session.record", "SessionRecord"),
        ),
        at(
            "aftercare",
            "aftercare.aftercare",
            "Aftercare",
            at("new", "aftercare.needling", "NewNeedling"),
            at("needling/:id", "aftercare.needling", "EditNeedling"),
            at("checklist", "aftercare.checklist", "Checklist"),
            at("warning-signs", "aftercare.warning_signs", "WarningSigns"),
            at("before", "aftercare.around_needling", "BeforeNeedling"),
            at("beside", "aftercare.around_needling", "BesideNeedling"),
        ),
        at("settings", "settings.settings", "SettingsScreen"),
        at("about", "settings.about", "About", at("sources", "settings.sources", "Sources")),
    ]


def _details() -> list[ft.Route]:
    """What is opened from Today, from the clinician's part, or by a link."""
    at = _route
    return [
        at("welcome", "plan.welcome", "Welcome"),
        at("welcome/unsure", "plan.unsure", "Unsure"),
        at("welcome/ready", "plan.welcome", "Ready"),
        at("welcome/:step", "plan.welcome", "Welcome"),
        at(
            "safety",
            "safety.safety",
            "Safety",
            at("ask-first", "safety.ask_first", "AskFirstScreen"),
        ),
        at("session", "session.player", "Player"),
        at("session/try/:side/:exercise", "session.player", "PracticePlayer"),
        at(
            "share",
            "share.share",
            "Share",
            at("restore", "share.restore", "Restore"),
            at("week", "share.week", "ShowWeek"),
        ),
        at(
            "clinicians",
            "clinician.clinicians",
            "Clinicians",
            at(
                "patient/:n",
                "clinician.patient",
                "PatientPage",
                at("plan", "clinician.prescribe", "PrescribeForPatient"),
            ),
            at("prescribe", "clinician.prescribe", "Prescribe"),
        ),
        at("plan/:code", "plan.plan_offer", "PlanOffer"),
        at("week/:code", "share.week", "ReadWeek"),
    ]


def _route(path: str, module: str, name: str, *children: ft.Route) -> ft.Route:
    return ft.Route(path=path, component=_screen(module, name), children=list(children) or None)
