"""`homecare pwa`: the app as static files that run in the patient's browser, with no server."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from homecare.wording import _

WANTED = ("start/browser.py", "ui/")
"""Where the app begins, and the screens, which are imported by name: what these import goes along."""

LEFT_OUT = ("assets/", "exchange/backup/backup.schema.json", "host/static_site/", "host/web/")
"""Files of our package that the browser does not need, or gets from the site itself."""

AT_START: dict[str, tuple[str, ...]] = {
    "flet": ("flet/__pyinstaller/", "flet/fastapi/"),
    "flet-audio": ("flutter/",),
    "msgpack": (),
    "repath": (),
    "six": (),
    "tinydb": (),
    "cattrs": ("cattrs/preconf/",),
    "attrs": (),
    "typing-extensions": (),
    "tzdata": ("tzdata/zoneinfo/tzdata.zi",),  # the sources of the zones, which nothing reads
}
"""The distributions that the app imports in a browser, and what of each is left out."""

WHEN_IMPORTED: dict[str, tuple[str, ...]] = {
    "fpdf2": (),
    "fonttools": tuple(
        f"fontTools/{name}"
        for name in (
            "cu2qu/",
            "diff/",
            "merge/",
            "mtiLib/",
            "qu2cu/",
            "t1Lib/",
            "tfmLib",
            "ttx",
            "ufoLib/",
            "voltLib/",
        )
    ),
    "defusedxml": (),
    "icalendar": (),
    "python-dateutil": (),
    "segno": (),
}
"""Those that only exports and codes need."""


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("--output", type=Path, required=True, metavar="DIR", help=_("folder to write"))
    command.add_argument(
        "--base-url", default="/", metavar="PATH", help=_("path of the site on its host (default /)")
    )
    command.add_argument("--serve", action="store_true", help=_("then serve it on 127.0.0.1 to try it"))
    command.add_argument("--port", type=int, help=_("port to serve on (default 8550, or the next free one)"))
    command.add_argument(
        "--no-compile", action="store_true", help=_("ship Python's sources, which start more slowly")
    )


def run(args: Namespace) -> int:
    """Build the site, and serve it if asked."""
    import homecare
    from homecare.host.static_site.packages import Shipped
    from homecare.host.static_site.python_files import Program, compiler
    from homecare.host.static_site.site import base_path, check_output, site_files, write_site

    base_url = base_path(args.base_url)
    check_output(args.output.absolute())  # now, not after the build
    program = Program(
        package=Path(homecare.__file__).parent,
        wanted=WANTED,
        left_out=LEFT_OUT,
        shipped=(
            *(Shipped(name=name, left_out=parts) for name, parts in AT_START.items()),
            *(Shipped(name=name, left_out=parts, later=True) for name, parts in WHEN_IMPORTED.items()),
        ),
        entry="homecare.start.browser",
        node=None if args.no_compile else compiler(),
    )
    write_site(site_files(program, base_url=base_url), args.output)
    print(
        _("The app is in {folder}: put what is in it at {path} of any web host.").format(
            folder=args.output, path=base_url
        ),
        flush=True,
    )
    if program.node is None:
        slower = _("It is not compiled: with Node.js on the PATH while building, it starts faster.")
        print(slower, flush=True)
    if args.serve:
        from homecare.host.static_site.preview import preview

        preview(args.output, base_url, args.port)
    return 0
