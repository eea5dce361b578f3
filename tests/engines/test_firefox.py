"""A patient's days in Firefox, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_served(firefox: Engine, served: Server) -> None:
    journey.pain_is_saved_and_outlasts_a_reload(Window(firefox, served.address))


def test_static(firefox: Engine, hosted: WebHost) -> None:
    journey.pain_is_saved_and_outlasts_a_reload(Window(firefox, hosted.address))
