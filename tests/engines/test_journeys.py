"""A patient's days in Firefox and in WebKit, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_a_patients_days_with_the_served_app(served: Server, engine: Engine) -> None:
    window = Window(engine, served.address)
    journey.a_patients_days(window)
    journey.a_clinicians_plan(window)


def test_a_patients_days_with_the_static_app_which_then_starts_offline(
    hosted: WebHost, engine: Engine
) -> None:
    window = Window(engine, hosted.address)
    journey.a_patients_days(window)
    journey.a_clinicians_plan(window)
    journey.a_start_without_a_network(window, hosted)
