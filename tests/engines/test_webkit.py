"""A patient's days in WebKit, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_served(webkit: Engine, served: Server) -> None:
    journey.a_patients_days(Window(webkit, served.address), backup_is_one=lambda file: True)


def test_static(webkit: Engine, hosted: WebHost) -> None:
    journey.a_patients_days(Window(webkit, hosted.address), backup_is_one=lambda file: True)
