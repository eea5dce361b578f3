"""A patient's days in Firefox, with the app served and static."""

from tests.browser.static.hosting import WebHost
from tests.engines import journey
from tests.engines.drivers import Engine
from tests.engines.window import Window
from tests.serving import Server


def test_served(firefox: Engine, served: Server) -> None:
    journey.a_patients_days(Window(firefox, served.address), backup_is_one=lambda file: True)


def test_static(firefox: Engine, hosted: WebHost) -> None:
    journey.a_patients_days(Window(firefox, hosted.address), backup_is_one=lambda file: True)
