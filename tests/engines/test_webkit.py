"""A patient's days in WebKit, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_served(webkit: Engine, served: Server) -> None:
    journey.pain_is_saved_and_outlasts_a_reload(Window(webkit, served.address))


def test_static(webkit: Engine, hosted: WebHost) -> None:
    journey.pain_is_saved_and_outlasts_a_reload(Window(webkit, hosted.address))
