"""Unsaved answers of a form outlast a wrong tap on Back, and no tap is lost on a slow screen."""

import asyncio
from typing import Any

import flet as ft

from homecare.ui.state.unsaved import UnsavedForms, use_unsaved
from tests.ui.harness import Window

Words = tuple[str, ...]
NOTHING: Words = ()


def test_a_tap_builds_on_the_one_before_it_though_nothing_was_drawn_in_between() -> None:
    form = UnsavedForms().form("entry", NOTHING)

    form.change(lambda now: (*now, "aching"))
    form.change(lambda now: (*now, "pebble"))

    assert form.now == ("aching", "pebble")


def test_answers_are_taken_up_again_until_they_are_saved_or_thrown_away() -> None:
    forms = UnsavedForms()
    forms.form("entry", NOTHING).change(lambda _now: ("aching",))

    again = forms.form("entry", ("places of today",))
    assert (again.now, again.changed) == (("aching",), True)
    assert forms.form("entry/2", NOTHING).now == NOTHING, "another form has its own answers"

    again.discard()
    assert forms.form("entry", ("places of today",)).now == ("places of today",)


def test_a_form_that_was_only_looked_at_begins_afresh() -> None:
    forms = UnsavedForms()
    forms.form("entry", ("at 19:30",))

    form = forms.form("entry", ("at 20:15",))

    assert (form.now, form.changed) == (("at 20:15",), False)


def test_a_diary_that_was_replaced_leaves_no_answers_behind() -> None:
    forms = UnsavedForms()
    form = forms.form("needling", NOTHING)
    form.change(lambda _now: ("soleus",))

    forms.discard_all()

    assert not form.changed


def test_two_screens_of_one_form_show_the_same_answers_and_typing_draws_neither() -> None:
    forms = UnsavedForms()
    drawn: list[tuple[str, Words]] = []

    @ft.component
    def screen(name: str) -> Any:
        form = use_unsaved(forms, "needling", lambda: NOTHING)
        drawn.append((name, form.now))
        return ft.Text(" ".join(form.now))

    async def told() -> None:
        window = Window(lambda: ft.Column([screen("session"), screen("checklist")]))
        window.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
        drawn.clear()
        forms.form("needling", NOTHING).change(lambda now: (*now, "soleus"))
        await window.settle()
        assert sorted(drawn) == [("checklist", ("soleus",)), ("session", ("soleus",))]

        drawn.clear()
        forms.form("needling", NOTHING).note(lambda now: (*now, "typed"))
        await window.settle()
        assert drawn == []
        assert forms.form("needling", NOTHING).now == ("soleus", "typed")
        window.close()

    asyncio.run(told())


def test_answers_about_a_day_long_gone_give_way_to_a_new_start() -> None:
    forms = UnsavedForms()
    forms.form("entry", NOTHING).change(lambda _now: ("last week",))
    seen: list[Words] = []

    @ft.component
    def screen() -> Any:
        form = use_unsaved(forms, "entry", lambda: ("today",), still_good=lambda now: "last week" not in now)
        seen.append(form.now)
        return ft.Text("")

    async def told() -> None:
        window = Window(screen)
        await window.settle()
        window.close()

    asyncio.run(told())

    assert seen[-1] == ("today",)
