"""`python -m tools.fonts FOLDER` fills the app's folder of fonts for other scripts, for the installed client.

FOLDER holds the unpacked npm packages `@fontsource/noto-sans`, `@fontsource/noto-color-emoji` and
`@fontsource/noto-sans-{arabic,devanagari,hebrew,thai,sc,jp,kr}`, each in a folder of its short name
(`noto-sans-sc`). All are under the SIL Open Font License 1.1. Run it again when Flet's version is raised. It
needs fontTools and brotli; nothing else needs brotli.
"""

import io
import re
import shutil
import sys
from collections import Counter
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from homecare.host.server.client_files import flet_web_dir
from tools.fonts.engine_list import FallbackFont, engine_list

TARGET = Path(__file__).parents[2] / "homecare" / "host" / "web" / "assets" / "fonts"
"""Where the served and the static app take the fonts from."""

WHOLE = {
    "notosansarabic": ("noto-sans-arabic", "arabic"),
    "notosansdevanagari": ("noto-sans-devanagari", "devanagari"),
    "notosanshebrew": ("noto-sans-hebrew", "hebrew"),
    "notosansthai": ("noto-sans-thai", "thai"),
}
"""Families in one file: the package and its part."""

SLICED = {"notosanssc": "noto-sans-sc", "notosansjp": "noto-sans-jp", "notosanskr": "noto-sans-kr"}
"""Families cut into many files; the package has the same cuts under the same numbers."""

EMOJI = "notocoloremoji"
COMMON = "notosans"
"""Asked for first where Hindi stands among other signs: without Devanagari in it, Hindi stays boxes."""


def main(packages: Path) -> None:
    """Writes every file of the families above, and says how many and how large they are."""
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    licences: dict[str, str] = {}
    for font in engine_list(flet_web_dir() / "main.dart.js"):
        made = _made(font, packages)
        if made is None:
            continue
        package, content = made
        target = TARGET / font.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        sizes[font.family] += len(content)
        counts[font.family] += 1
        licences[font.family] = (packages / package / "LICENSE").read_text(encoding="utf-8")
    for family, licence in licences.items():
        (TARGET / family / "LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{family}: {counts[family]} files, {sizes[family] / 1000:,.0f} kB\n")


def _made(font: FallbackFont, packages: Path) -> tuple[str, bytes] | None:
    """The package of a font and its bytes; None for a script the app does not ship."""
    if font.family in WHOLE:
        package, part = WHOLE[font.family]
        return package, _source(packages, package, part).read_bytes()
    if font.family in SLICED:
        package = SLICED[font.family]
        number = re.search(r"\.(\d+)\.woff2$", font.path)
        source = _source(packages, package, number[1] if number else "latin")
        return (package, source.read_bytes()) if source.is_file() else None
    if font.family == EMOJI:
        return "noto-color-emoji", _emoji(font, _source(packages, "noto-color-emoji", "emoji"))
    if font.family == COMMON:
        return "noto-sans", _source(packages, "noto-sans", "devanagari").read_bytes()
    return None


def _source(packages: Path, package: str, part: str) -> Path:
    return packages / package / "files" / f"{package}-{part}-400-normal.woff2"


def _emoji(font: FallbackFont, source: Path) -> bytes:
    """The emoji of one file in the form the engine draws (COLR): the package's other form is left out."""
    wanted = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    wanted.drop_tables += ["SVG "]
    emoji = TTFont(source)
    if "SVG " in emoji:
        del emoji["SVG "]
    cutter = subset.Subsetter(wanted)
    cutter.populate(unicodes=sorted(font.characters()))
    cutter.subset(emoji)
    emoji.flavor = "woff2"
    written = io.BytesIO()
    emoji.save(written)
    return written.getvalue()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    shutil.rmtree(TARGET, ignore_errors=True)
    main(Path(sys.argv[1]))
