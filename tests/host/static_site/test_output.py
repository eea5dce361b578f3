"""homecare.host.static_site.output: a site is written in full or not at all."""

from pathlib import Path

import pytest

from homecare.host.host import HostError
from homecare.host.static_site.output import write_site
from tests.host.static_site.conftest import files

FIRST = {"sw.js": b"// first", "index.html": b"<p>first", "assets/icon.svg": b"<svg/>"}
NEXT = {"sw.js": b"// next", "index.html": b"<p>next"}


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
