"""What `homecare pwa` writes: a whole site, nothing but the site, and the same site each time."""

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from homecare.__main__ import main
from homecare.host.host import HostError
from homecare.host.static_site.preview import HEADERS
from homecare.host.static_site.site import write_site
from tests.host.static_site.conftest import built, files

pytestmark = pytest.mark.slow

FIRST = {"sw.js": b"// first", "index.html": b"<p>first", "assets/icon.svg": b"<svg/>"}
NEXT = {"sw.js": b"// next", "index.html": b"<p>next"}
OWN = ("index.html", "manifest.json", "python-worker.js", "sw.js")


def listed(site: Path) -> dict[str, str]:
    """Path to hash of every file that the service worker knows."""
    tables = re.findall(
        r"^const (FILES|DRAWING|LATER) = (\{.*?^\});", (site / "sw.js").read_text(), re.M | re.S
    )
    known = {name: json.loads(table) for name, table in tables}
    return {**known["FILES"], **known["LATER"], **known["DRAWING"]["skwasm"], **known["DRAWING"]["canvaskit"]}


def sha256(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def test_the_service_worker_knows_every_file_by_its_hash_and_no_other(site: Path) -> None:
    there = {path: sha256(content) for path, content in files(site).items() if path != "sw.js"}
    there[""] = there.pop("index.html")
    scripts = {path for path in there if path.startswith("assets/fonts/noto")}

    assert listed(site) == {path: found for path, found in there.items() if path not in scripts}
    assert "assets/fonts/notocoloremoji/LICENSE.txt" in scripts


def test_what_the_page_and_the_manifest_name_is_there(site: Path) -> None:
    page = (site / "index.html").read_text()
    manifest = json.loads((site / "manifest.json").read_text())
    fonts = json.loads((site / "assets/FontManifest.json").read_text())
    named = set(re.findall(r'(?:href|src)="([^"#/][^"]*)"', page))
    named |= {icon["src"] for icon in manifest["icons"]}
    named |= {f"assets/{font_file['asset']}" for font in fonts for font_file in font["fonts"]}

    assert {"manifest.json", "icon.svg", "flutter_bootstrap.js", "assets/fonts/roboto.woff2"} <= named
    assert named <= set(files(site))


def test_our_own_files_name_no_other_host(site: Path) -> None:
    for name in OWN:
        assert re.findall(r"https?://|//[a-z0-9-]+\.[a-z]{2,}/", (site / name).read_text()) == [], name


def test_the_page_runs_only_the_scripts_it_was_built_with(site: Path) -> None:
    page = (site / "index.html").read_text()
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)

    assert page.index(policy[0]) < page.index("<script")
    assert rules["default-src"] == "'none'"
    assert set(rules["script-src"].split()) == {
        "'self'",
        "'wasm-unsafe-eval'",
        *(f"'{sha256(script.encode())}'" for script in scripts),
    }
    assert (rules["connect-src"], rules["worker-src"]) == ("'self'", "'self' blob:")


def test_a_new_build_takes_the_place_of_the_old_one_and_has_the_same_bytes(
    site: Path, tmp_path: Path
) -> None:
    again = shutil.copytree(site, tmp_path / "site")
    (again / "old.js").write_text("// of the version before")

    assert files(built(again)) == files(site)


@pytest.mark.parametrize("path", ["https://clinic.example/", "/a b/", "/../"])
def test_a_base_url_is_a_path(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pwa", "--output", str(tmp_path / "site"), "--base-url", path]) == 2
    assert not (tmp_path / "site").exists()
    assert capsys.readouterr().err.startswith(f"homecare: {path!r} is not a path")


def test_clinics_are_told_the_headers_that_the_preview_sends() -> None:
    page = (Path(__file__).parents[3] / "docs" / "hosting.md").read_text()
    told = re.search(r"<!-- headers -->\n```\n(.*?)```", page, re.S)
    assert told is not None
    lines = dict(line.split(": ", 1) for line in told[1].splitlines())

    assert lines.pop("Strict-Transport-Security")  # which 127.0.0.1 has no use for
    assert lines == HEADERS
    assert all(f'add_header {name} "{value}" always;' in page for name, value in HEADERS.items())


def test_the_licence_of_every_package_goes_along(site: Path) -> None:
    text = (site / "licences.txt").read_text()

    assert {"flet", "fpdf2", "fonttools", "icalendar", "tinydb"} <= set(
        re.findall(r"^(\w+) [\d.]+$", text, re.M)
    )


def test_a_new_site_takes_the_place_of_the_old_one_with_none_of_its_files(tmp_path: Path) -> None:
    write_site(FIRST, tmp_path / "site")
    assert files(tmp_path / "site") == FIRST

    write_site(NEXT, tmp_path / "site")
    assert files(tmp_path) == {f"site/{name}": content for name, content in NEXT.items()}


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(HostError, match="holds other things; choose a new or empty folder"):
        write_site(FIRST, tmp_path)
    assert files(tmp_path) == {"letter.txt": b"mine"}


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    write_site(FIRST, tmp_path / "site")
    (tmp_path / ".site.new").write_text("in the way")

    with pytest.raises(OSError, match=r"site\.new"):
        write_site(NEXT, tmp_path / "site")
    assert files(tmp_path / "site") == FIRST
