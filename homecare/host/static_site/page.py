"""The page of the static app: the served app's page with Python in the browser."""

import re
from collections.abc import Sequence
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.server.client_files import page_policy
from homecare.sentences import N_

SERVED_PAGE = Path(__file__).parent.parent / "web" / "index.html"
FOLDER = Path(__file__).parent / "web"


def page(*, base_url: str, engine: str, scripts: Sequence[str]) -> str:
    """The page for a site below `base_url`, with `scripts` in it and its own Content-Security-Policy.

    `engine` is the JavaScript that names the drawing engine. Raises HostError if the served app's page has
    changed so that this no longer fits.
    """
    text = SERVED_PAGE.read_text(encoding="utf-8")
    inline = "".join(f"<script>\n{script}</script>\n" for script in scripts)
    for old, new in (
        ('<base href="/">', f'<base href="{base_url}">'),
        ("pyodide: false", "pyodide: true"),
        ('entrypointBaseUrl: "/"', f'entrypointBaseUrl: "{base_url}"'),
        ('assetBase: "/"', f'assetBase: "{base_url}"'),
        ('canvasKitBaseUrl: "/canvaskit/"', f'canvasKitBaseUrl: "{base_url}canvaskit/"'),
        ('webRenderer: "auto"', f"webRenderer: {engine}"),
        ('const blink = navigator.vendor === "Google Inc.";', 'const blink = flet.webRenderer === "skwasm";'),
        ("<script>\n", f"{inline}<script>\n"),
    ):
        if old not in text:
            raise HostError(N_("the page of the served app no longer holds {text!r}."), text=old.strip())
        text = text.replace(old, new, 1)
    policy = page_policy(text, workers="'self' blob:")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    return text.replace("<head>\n", f"<head>\n{meta}", 1)


def template(name: str) -> str:
    """A script with its places still unfilled."""
    return (FOLDER / name).read_text(encoding="utf-8")


def filled(name: str, **values: str) -> bytes:
    """A script with each `{{NAME}}` replaced; raises HostError if one is left without a value."""
    text = re.sub(r"\{\{([A-Z]+)\}\}", lambda found: values.get(found[1], found[0]), template(name))
    if re.search(r"\{\{[A-Z]+\}\}", text):
        raise HostError(N_("{name} has a place that nothing fills."), name=name)
    return text.encode("utf-8")
