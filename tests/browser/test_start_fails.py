"""A browser in which the app cannot start says so in words; none stays at a blank page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route, expect

from tests.browser.screen import START_S, Screen
from tests.browser.setup import Setup

BARE_LINUX = """
Object.defineProperty(Navigator.prototype, "language", { get: () => "C" });
Object.defineProperty(Navigator.prototype, "languages", { get: () => ["C"] });
"""


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(app="tests.host.server.small_app")


@pytest.fixture
def broken(phone: Screen) -> Iterator[Screen]:
    """A window in which the app cannot start: the console tells of it, whenever the browser comes to it."""
    yield phone
    phone.page.goto("about:blank")
    phone.errors.clear()


def says(screen: Screen, sentence: str) -> None:
    """The page says it where "Starting…" stood."""
    expect(screen.page.locator("#starting span")).to_contain_text(sentence, timeout=START_S * 1000)


def test_a_language_that_is_no_valid_tag_keeps_no_one_from_the_app(phone: Screen) -> None:
    phone.page.add_init_script(BARE_LINUX)
    phone.open()

    phone.find("button", "Press")


def test_without_webassembly_the_page_says_that_the_browser_cannot_run_the_app(broken: Screen) -> None:
    broken.page.add_init_script("delete window.WebAssembly;")
    broken.page.goto(broken.address, wait_until="commit")

    says(broken, "This browser cannot run homecare: it is too old")


def test_a_browser_too_old_for_the_pages_script_says_so(broken: Screen) -> None:
    def as_it_reads_it(route: Route) -> None:
        page = route.fetch().text()
        assert "var flet = {" in page
        route.fulfill(body=page.replace("var flet = {", "var flet = ??= {"), content_type="text/html")

    broken.page.route(broken.address, as_it_reads_it)
    broken.page.goto(broken.address, wait_until="commit")

    says(broken, "This browser cannot run homecare: it is too old")


def test_when_the_program_does_not_load_the_page_says_what_failed(broken: Screen) -> None:
    broken.page.route("**/main.dart.*", lambda route: route.abort())
    broken.page.goto(broken.address, wait_until="commit")

    says(broken, "homecare could not start. What was saved is safe.")
    says(broken, "What failed: ")
