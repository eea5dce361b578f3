"""The private names of Flet that homecare uses are there, and do what they are used for.

A new version of Flet may change them without a word. What to look at then stands in each message.
"""

import asyncio
import itertools

import flet as ft
import pytest
from flet.components.hooks.use_effect import EffectHook
from flet.controls import context as flet_context
from flet.controls import id_counter
from flet.messaging.session import Session

from tests.ui.harness import Window, Wire

CHANGED = "Flet has changed: {name} {does}. See {used}, and mend it before Flet's version is raised."


def told(name: str, does: str, used: str) -> str:
    return CHANGED.format(name=name, does=does, used=used)


def test_the_page_that_a_handler_runs_for_is_set_through_context_page() -> None:
    said = told(
        "flet.controls.context._context_page",
        "no longer says which page ft.context.page is",
        "FletLink._register in homecare/host/server/flet_link.py",
    )

    async def shown() -> tuple[object, object]:
        session = Session(Wire())
        page = session.page
        flet_context._context_page.set(page)
        return ft.context.page, page

    assert hasattr(flet_context, "_context_page"), said
    found, page = asyncio.run(shown())
    assert found is page, said


def test_a_new_address_reaches_the_page_through_trigger_event() -> None:
    said = told(
        "Page._trigger_event",
        "no longer calls on_route_change with the new route",
        "FletLink._register in homecare/host/server/flet_link.py",
    )

    async def routes() -> list[str]:
        session = Session(Wire())  # the page alone does not keep it
        page = session.page
        heard: list[str] = []
        page.on_route_change = lambda event: heard.append(event.route)
        await page._trigger_event("route_change", {"route": "/diary"})
        return heard

    assert hasattr(ft.Page, "_trigger_event"), said
    assert asyncio.run(routes()) == ["/diary"], said


def test_controls_are_numbered_from_the_counter_of_control_id(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(
        "flet.controls.id_counter.ControlId._counter",
        "no longer numbers the controls",
        "_number_controls_anew in homecare/host/server/screens.py",
    )
    first = 2**30

    assert hasattr(id_counter.ControlId, "_counter"), said
    monkeypatch.setattr(id_counter.ControlId, "_counter", itertools.count(first))
    assert [ft.Text("a")._i, ft.Text("b")._i] == [first, first + 1], said


def test_what_a_component_began_is_found_among_its_hooks() -> None:
    said = told(
        "Component._state.hooks",
        "no longer holds the effects of a component",
        "close in homecare/host/server/sessions.py",
    )

    @ft.component
    def ticking() -> ft.Control:
        ft.use_effect(lambda: None, [])
        return ft.Text("here")

    async def found() -> list[type]:
        window = Window(ticking)
        return [
            type(hook)
            for control in window.session.index.values()
            if isinstance(control, ft.Component)
            for hook in control._state.hooks
        ]

    assert EffectHook in asyncio.run(found()), said
