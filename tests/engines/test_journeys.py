"""A patient's days in Firefox and in WebKit, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_a_patients_days_with_the_served_app(engine: Engine, served: Server) -> None:
    journey.a_patients_days(Window(engine, served.address))


def test_a_patients_days_with_the_static_app(engine: Engine, hosted: WebHost) -> None:
    journey.a_patients_days(Window(engine, hosted.address))


def test_a_backup_comes_back_in_the_served_app(engine: Engine, served: Server) -> None:
    journey.a_backup_comes_back(Window(engine, served.address))


def test_a_backup_comes_back_in_the_static_app_which_then_starts_offline(
    engine: Engine, hosted: WebHost
) -> None:
    window = Window(engine, hosted.address)
    journey.a_backup_comes_back(window)
    journey.a_start_without_a_network(window, hosted)
