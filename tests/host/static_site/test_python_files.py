"""The Python that `homecare pwa` ships: all that the app imports, and little else."""

import gzip
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from homecare.host.server.client_files import flet_web_dir
from homecare.host.static_site.icon_font import ALIASES
from homecare.host.static_site.packages import reachable

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]

IMPORT_ALL = """
import sys
from importlib import import_module
from pathlib import Path
sys.path = [sys.argv[1] + "/app", *sys.path, sys.argv[1] + "/later"]
for path in sorted(Path(sys.argv[1], "app", "homecare").rglob("*.py")):
    parts = path.relative_to(Path(sys.argv[1], "app")).with_suffix("").parts
    import_module(".".join(parts).removesuffix(".__init__"))
for name in ("fpdf", "fontTools.subset", "icalendar", "segno"):
    import_module(name)
standard = (name for name in sys.modules if name.split(".")[0] in sys.stdlib_module_names)
print(*(name.replace(".", "/") for name in standard))
"""
"""Imports the shipped app on its own, without this environment's packages."""


def unpacked(site: Path, folder: Path) -> Path:
    """The app's Python as it lies in the browser: `app`, with what is fetched later beside it."""
    with tarfile.open(fileobj=io.BytesIO((site / "app.bin").read_bytes())) as app:
        app.extractall(folder / "app", filter="data")
    with zipfile.ZipFile(site / "later.zip") as later:
        later.extractall(folder / "later")
    return folder


def library(site: Path) -> set[str]:
    """The files of Python's standard library that the site has."""
    with zipfile.ZipFile(io.BytesIO(gzip.decompress((site / "pyodide/library.bin").read_bytes()))) as there:
        return set(there.namelist())


@pytest.fixture(scope="module")
def shipped(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(site, tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def loaded(shipped: Path) -> set[str]:
    """The modules of the standard library that importing all of the app loads."""
    words = [sys.executable, "-I", "-S", "-c", IMPORT_ALL, str(shipped)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_every_module_of_the_app_finds_what_it_imports(loaded: set[str]) -> None:
    assert "dataclasses" in loaded


def test_the_standard_library_has_all_that_the_app_loads(site: Path, shipped: Path, loaded: set[str]) -> None:
    with zipfile.ZipFile(flet_web_dir() / "pyodide" / "python_stdlib.zip") as whole:
        in_the_whole = set(whole.namelist())
    ours = library(site) | {
        path.relative_to(shipped / "later").as_posix() for path in (shipped / "later").rglob("*.py")
    }
    wanted = {name for module in loaded for name in (f"{module}.py", f"{module}/__init__.py")} & in_the_whole

    assert wanted - ours <= {"plistlib.py", "webbrowser.py"}


def test_the_command_line_and_the_server_stay_at_home(shipped: Path) -> None:
    there = {path.relative_to(shipped / "app").as_posix() for path in (shipped / "app").rglob("*.py")}

    assert {
        "homecare/start/window.py",
        "homecare/ui/today/today.py",
        "homecare/host/browser/later.py",
    } <= there
    assert not [
        name for name in there if re.match(r"homecare/(__main__|commands|host/(server|static_site))", name)
    ]
    assert not [
        name for name in there if name.split("/")[0] in ("cryptography", "uvicorn", "flet_web", "PIL")
    ]


def test_every_icon_of_the_screens_has_its_picture(site: Path) -> None:
    whole = flet_web_dir() / "assets/fonts/MaterialIcons-Regular.otf"
    kept = set(
        TTFont(io.BytesIO((site / "assets/fonts/MaterialIcons-Regular.otf").read_bytes())).getBestCmap()
    )
    names = TTFont(whole).getBestCmap()
    source = "".join(path.read_text() for path in (ROOT / "homecare" / "ui").rglob("*.py"))
    for icon in set(re.findall(r"\bIcons\.([A-Z0-9_]+)\b", source)):
        plain = ALIASES.get(icon.lower(), icon.lower())
        styled = plain if re.search(r"_(outlined|rounded|sharp)$", plain) else f"{plain}_baseline"
        codes = {code for code, name in names.items() if name.lstrip("_") == styled}

        assert codes, icon
        assert codes <= kept, icon


def test_an_import_is_followed_wherever_it_stands() -> None:
    library = {
        "alone.py": b"",
        "inside/__init__.py": b"from . import one\n",
        "inside/one.py": b"def later():\n    from .two import (\n        a,  # a remark\n        b)\n",
        "inside/two.py": b"import alone",
        "never.py": b"",
    }

    assert set(reachable(library, [b"from inside import anything"], None)) == set(library) - {"never.py"}
