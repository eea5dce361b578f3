"""`homecare pwa`: the app as static files that run in the patient's browser, with no server."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

LEFT_OUT = (
    "__main__.py",
    "assets/",
    "commands/",
    "exchange/native_cipher.py",
    "host/background.py",
    "host/client_files.py",
    "host/flet_link.py",
    "host/guard.py",
    "host/local.py",
    "host/log.py",
    "host/native.py",
    "host/port.py",
    "host/screens.py",
    "host/server.py",
    "host/sessions.py",
    "host/site.py",
    "host/static_site/",
    "host/web/",
)
"""What of our package a browser does not need: the command line, and the other places to run in."""

SHIPPED: dict[str, tuple[str, ...]] = {
    "flet": ("flet/fastapi/", "flet/cli", "flet/__pyinstaller/"),
    "flet-audio": (),
    "flet-charts": ("flet_charts/matplotlib",),
    "msgpack": (),
    "repath": (),
    "six": (),
    "tinydb": (),
    "python-dateutil": (),
    "cattrs": (),
    "attrs": (),
    "typing-extensions": (),
    "fpdf2": (),
    "fonttools": (),
    "defusedxml": (),
    "icalendar": (),
    "segno": (),
    "tzdata": (),
}
"""The distributions that the app imports in a browser, and what of each is left out."""


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("--output", type=Path, required=True, metavar="DIR", help="folder to write")
    command.add_argument(
        "--base-url", default="/", metavar="PATH", help="path of the site on its host (default /)"
    )
    command.add_argument("--serve", action="store_true", help="then serve it on 127.0.0.1 to try it")
    command.add_argument("--port", type=int, help="port to serve on (default 8550, or the next free one)")


def run(args: Namespace) -> int:
    """Build the site, and serve it if asked."""
    import homecare
    from homecare.host.static_site.output import base_path, write_site
    from homecare.host.static_site.packages import Shipped
    from homecare.host.static_site.site import StaticApp, site_files

    base_url = base_path(args.base_url)
    app = StaticApp(
        package=Path(homecare.__file__).parent,
        left_out=LEFT_OUT,
        shipped=tuple(Shipped(name=name, left_out=parts) for name, parts in SHIPPED.items()),
        entry="homecare.browser_main",
        base_url=base_url,
    )
    write_site(site_files(app), args.output)
    print(f"The app is in {args.output}: put its content at {base_url} of any web host.", flush=True)
    if args.serve:
        from homecare.host.static_site.preview import preview

        preview(args.output, base_url, args.port)
    return 0
