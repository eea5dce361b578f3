"""A session in a real browser: played, paused, skipped, reloaded, ended, rated, and read back from disk."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from homecare.content.library import Library
from homecare.domain.records.plan import AskedFirst, ConditionStarted, Screened
from homecare.domain.records.session import Session
from homecare.storage.store import Store
from homecare.ui.state.care import new_id, stamped
from tests.browser.screen import Screen
from tests.browser.setup import Setup, start
from tests.serving import Server

VOICE = """
  window.saidAloud = [];
  const voice = { name: "Anna", lang: "en-GB", localService: true, default: true };
  const speech = { getVoices: () => [voice], cancel() {}, addEventListener() {} };
  speech.speak = (words) => { window.saidAloud.push(words.text); setTimeout(() => words.onstart?.(), 0); };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
"""A device's own voice that writes down what it is asked to say."""


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(runs=True)


@pytest.fixture(scope="module")
def served(setup: Setup, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app for a patient whose plan started this morning."""
    folder = tmp_path_factory.mktemp("session")
    server = start(setup, folder)
    begin_plan(server)
    yield server
    server.stop()
    assert server.errors() == ""


def begin_plan(server: Server) -> None:
    at = server.clock.now() - timedelta(hours=1)
    Store.open(server.folder).add_plan_events(
        asked_first(at),
        Screened(id=new_id(), at=at, **stamped(at)),
        ConditionStarted(
            id=new_id(), at=at, condition="plantar-fasciitis", side="left", phase="pf-1",
            pain_first_step=4, **stamped(at),
        ),
    )  # fmt: skip


def asked_first(at: datetime) -> AskedFirst:
    """Every question on who should ask a clinician first, answered no."""
    library = Library()
    questions = library.ask_first.questions_for([library.condition("plantar-fasciitis")])
    return AskedFirst(id=new_id(), at=at, no=tuple(question.id for question in questions), **stamped(at))


def stored(server: Server) -> list[Session]:
    return list(Store.open(server.folder).all_sessions())


def test_a_session_survives_a_pause_and_a_reload_and_is_stored_as_it_was_done(
    phone: Screen, served: Server
) -> None:
    phone.page.add_init_script(VOICE)
    phone.open("/session", sees="Sit down and rest your sore foot across your other knee.")
    assert phone.says("You need: chair or edge of bed.")
    phone.wait_for("Would you like a voice to guide you?")
    phone.tap("button", "Yes")
    phone.wait_gone("Would you like a voice to guide you?")
    phone.tap("button", "I'm ready")
    phone.wait_for("Get ready.")
    phone.tap("button", "Skip")
    phone.wait_for("Hold.")
    phone.wait_for("repeat 1 of 10")
    heard = " ".join(phone.page.evaluate("window.saidAloud"))
    served.clock.advance(timedelta(seconds=14))
    phone.tap("button", "Pause")
    phone.wait_for("Paused.")
    phone.wait_for("repeat 2 of 10")
    served.clock.advance(timedelta(hours=1))
    phone.reload(sees="Paused.")
    phone.wait_for("repeat 2 of 10")
    phone.tap("button", "Go on")
    phone.wait_for("Hold.")
    phone.tap("button", "Skip")
    phone.tap("button", "Too tired")
    phone.wait_for("Calf stretch, back knee straight")
    phone.press("Escape")
    phone.wait_for("End the session here?")
    phone.find("button", "End the session").last.dispatch_event("click")
    phone.tap("button", "Pain 4 of 10")
    phone.wait_for("Pain 4 of 10, chosen")
    phone.tap("button", "Save")
    phone.wait_for("You did a part of it. That counts.")
    (session,) = stored(served)

    assert "Left leg · 10 repeats. You need: chair or edge of bed." in heard
    assert heard.index("You need") < heard.index("Get ready.") < heard.index("Hold.")
    assert (session.pain_exercise, session.ended_early) == (4, True)
    assert [
        (exercise.exercise, exercise.side, exercise.outcome, exercise.reason)
        for exercise in session.exercises
    ] == [
        ("plantar-fascia-stretch", "left", "cut-short", "tired"),
        ("calf-stretch-straight", "left", "skipped", None),
    ]
    assert session.exercises[0].reps_done == 1
    assert 13 <= session.exercises[0].seconds < 60
