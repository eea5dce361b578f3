"""`homecare prescribe`: a plan checked and made into a link and a QR code."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import PurePath

from homecare.commands.files import STANDARD, can_print, read_input, write_output

HERE = "http://127.0.0.1:8550/"
"""Where `homecare serve` answers on the patient's own computer."""


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("plan", metavar="PLAN.toml", help='the plan ("-" for standard input)')
    command.add_argument(
        "--base-url", metavar="URL", default=HERE, help=f"where the patient's app is ({HERE} by default)"
    )
    command.add_argument(
        "--output", metavar="FILE", help="a .svg or .png picture of the QR code, or .txt for the link"
    )


def run(args: Namespace) -> int:
    """Print the link, and the QR code unless a file takes it; raises ValueError for a plan with a fault.

    On the error stream it warns of exercises that another condition of the patient would rule out.
    """
    from homecare.content.library import Library
    from homecare.domain.plan.take_over import ruled_out_beside
    from homecare.domain.records.diary import diary_day
    from homecare.exchange.link.plan import plan_link
    from homecare.exchange.link.plan_file import MOST_BYTES, read_plan_file
    from homecare.exchange.link.qr_code import qr_png, qr_svg, qr_text
    from homecare.host.local import LocalHost
    from homecare.wording.prescription import beside_text

    pictures: Mapping[str, Callable[[str], bytes]] = {
        ".svg": qr_svg,
        ".png": qr_png,
        ".txt": lambda link: f"{link}\n".encode(),
    }
    kind = None if args.output in (None, STANDARD) else PurePath(args.output).suffix.lower()
    if kind is not None and kind not in pictures:
        raise ValueError(f"--output must end in .svg, .png or .txt, not {args.output!r}.")
    data = read_input(args.plan, most=MOST_BYTES)
    host, library = LocalHost(args.data), Library()
    now = host.now()
    wanted = read_plan_file(data, library, diary_day(now))
    link = plan_link(wanted, args.base_url)
    for ruled_out in ruled_out_beside(wanted, library, now, host.zone):
        print(f"warning: {beside_text(ruled_out, library)}", file=sys.stderr)
    if kind is not None:
        write_output(args.output, pictures[kind](link))
    print(link)
    if kind is None and can_print(code := qr_text(link)):
        print(code)
    return 0
