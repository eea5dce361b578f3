"""The scripts that are shipped with a few places to fill in."""

import re
from pathlib import Path

from homecare.host.host import HostError

FOLDER = Path(__file__).parent / "web"


def template(name: str) -> str:
    """A script as it is written."""
    return (FOLDER / name).read_text(encoding="utf-8")


def filled(name: str, **values: str) -> bytes:
    """A script with each `{{NAME}}` replaced; raises HostError if one has no value."""
    text = re.sub(r"\{\{([A-Z]+)\}\}", lambda found: values.get(found[1], found[0]), template(name))
    if re.search(r"\{\{[A-Z]+\}\}", text):
        raise HostError(f"{name} has a place that nothing fills.")
    return text.encode("utf-8")
