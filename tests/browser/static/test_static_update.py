"""A new version of the static app installs itself beside the old one and takes over whole, the diary kept."""

import shutil
from pathlib import Path

import pytest

from tests.browser.screen import Screen
from tests.browser.static.hosting import WebHost, build
from tests.serving import ROOT

pytestmark = pytest.mark.slow

NEXT = "98.7.6"
_WAITS = """() => {
  navigator.serviceWorker.getRegistration().then((one) => { window.newOneWaits = !!one.waiting; });
}"""


@pytest.fixture(scope="module")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the clinic puts it up after an update."""
    source = tmp_path_factory.mktemp("source")
    shutil.copytree(ROOT / "homecare", source / "homecare", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "assets", source / "assets")
    (source / "homecare" / "__init__.py").write_text(f'"""Next."""\n\n__version__ = "{NEXT}"\n')
    return build(tmp_path_factory.mktemp("next") / "site", source=source)


def test_a_new_version_takes_over_at_a_start_with_the_diary_kept(
    app: Screen, web: WebHost, next_site: Path
) -> None:
    app.tap("button", "Pain 7 of 10")
    app.wait_for("Saved: pain 7 of 10")
    app.wait_until(lambda: app.page.evaluate("!!navigator.serviceWorker.controller"), "a copy to be kept")
    web.folder = next_site
    app.open("/about", sees="Version")
    app.reload(sees="Version")
    assert not app.says(NEXT), "the version that was kept starts while the new one is fetched"

    def new_one_waits() -> bool:
        app.page.evaluate(_WAITS)
        return bool(app.page.evaluate("window.newOneWaits"))

    app.wait_until(new_one_waits, "the new version to be kept", patience_s=40)
    app.reload(sees=NEXT)
    app.open("/", sees="Last: 7 of 10")
