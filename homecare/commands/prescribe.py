"""`homecare prescribe`: a plan checked and made into a link and a QR code."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from homecare.commands.files import STANDARD, can_print, read_input, write_output
from homecare.wording import _

if TYPE_CHECKING:  # read only when a plan is checked: `--help` needs none of it
    from homecare.domain.library.content import TodayContent
    from homecare.domain.records.prescription import Prescription

AS_FILE = ".json"
HERE = "http://127.0.0.1:8550/"
"""Where `homecare serve` answers on the patient's own computer."""


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("plan", metavar="PLAN.toml", help=_('the plan ("-" for standard input)'))
    command.add_argument(
        "--base-url",
        metavar="URL",
        default=HERE,
        help=_("where the patient's app is ({address} by default)").format(address=HERE),
    )
    command.add_argument(
        "--output",
        metavar="FILE",
        help=_(
            "a .svg or .png picture of the QR code, .txt for the link, or .json for a file with the whole "
            "plan, pictures included, which the patient opens in homecare"
        ),
    )


def run(args: Namespace) -> int:
    """Print the link, and the QR code unless a file takes it; raises ValueError for a plan with a fault.

    A plan for a .json file needs no link and prints none. On the error stream it warns of exercises that
    another condition of the patient would rule out, and asks about doses that hardly anyone means.
    """
    from homecare.content.library import Library
    from homecare.domain.records.diary import diary_day
    from homecare.exchange.link.plan import plan_link
    from homecare.exchange.link.plan_document import plan_document
    from homecare.exchange.link.plan_file import MOST_BYTES, read_plan_file
    from homecare.exchange.link.qr_code import qr_png, qr_svg, qr_text
    from homecare.host.local import LocalHost

    pictures: Mapping[str, Callable[[str], bytes]] = {
        ".svg": qr_svg,
        ".png": qr_png,
        ".txt": lambda link: f"{link}\n".encode(),
    }
    kind = None if args.output in (None, STANDARD) else PurePath(args.output).suffix.lower()
    if kind is not None and kind not in (*pictures, AS_FILE):
        raise ValueError(
            _("--output must end in .svg, .png, .txt or .json, not {output!r}.").format(output=args.output)
        )
    data = read_input(args.plan, most=MOST_BYTES)
    host, library = LocalHost(args.data), Library()
    now = host.now()
    wanted = read_plan_file(data, library, diary_day(now), partial(_picture, args.plan))
    link = "" if kind == AS_FILE else plan_link(wanted, args.base_url)
    _say(wanted, library, now, host.zone)
    if kind == AS_FILE:
        write_output(args.output, plan_document(wanted))
        return 0
    if kind is not None:
        write_output(args.output, pictures[kind](link))
    print(link)
    if kind is None and can_print(code := qr_text(link)):
        print(code)
    return 0


def _say(wanted: "Prescription", content: "TodayContent", at: datetime, zone: tzinfo) -> None:
    """Questions and warnings about the plan, and what a link or file with it holds, on the error stream."""
    from homecare.domain.plan.doubts import doubts
    from homecare.domain.plan.take_over import ruled_out_beside
    from homecare.wording.prescription import beside_text, doubt_text, holds_text

    for doubt in doubts(wanted, content):
        asked = f"{doubt_text(doubt, content)} {_('Is this what you mean?')}"
        print(_("warning: {said}").format(said=asked), file=sys.stderr)
    for ruled_out in ruled_out_beside(wanted, content, at, zone):
        print(_("warning: {said}").format(said=beside_text(ruled_out, content)), file=sys.stderr)
    print(holds_text(wanted), file=sys.stderr)


def _picture(plan: str, name: str) -> bytes:
    """The picture that a plan names, from beside the plan. Raises ValueError unless it can be read."""
    from homecare.domain.records.picture import MOST_PICTURE_BYTES

    folder = Path() if plan == STANDARD else Path(plan).parent
    return read_input(str(folder / name), most=MOST_PICTURE_BYTES)
