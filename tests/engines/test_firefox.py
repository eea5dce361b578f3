"""A patient's days in Firefox, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_a_patients_days_with_the_served_app(firefox: Engine, served: Server) -> None:
    journey.a_patients_days(Window(firefox, served.address))


def test_a_patients_days_with_the_static_app_and_a_start_offline(firefox: Engine, hosted: WebHost) -> None:
    window = Window(firefox, hosted.address)
    journey.a_patients_days(window)
    journey.a_start_without_a_network(window, hosted)
