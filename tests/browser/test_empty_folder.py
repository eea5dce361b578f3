"""Before anything is set up, every screen says something useful and none is broken."""

from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.serving import Server

TABS = {
    "/exercises": "Exercises",
    "/diary": "Your diary starts here",
    "/aftercare": "No needling to look after now",
    "/share": "What your report says",
    "/": "Today",
}


def test_every_tab_and_share_say_something_in_an_empty_folder(phone: Screen, served: Server) -> None:
    for route, sees in TABS.items():
        phone.open(route, sees=sees)
        words = [said for said in phone.texts() if len(said) > 30]
        assert words, f"{route} does not say what is to come"
    assert Store.open(served.folder).all_entries() == []
