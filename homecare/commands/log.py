"""`homecare log`: one pain score."""

from argparse import ArgumentParser, Namespace
from uuid import uuid4

from homecare.commands.folder import diary
from homecare.commands.moments import past_instant
from homecare.domain.library.scales import NPRS_MAX, NPRS_MIN
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.entry_time import is_late
from homecare.host.local import LocalHost
from homecare.wording import _


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument(
        "--pain", required=True, help=_("whole number from 0 (none) to 10 (worst you can imagine)")
    )
    command.add_argument(
        "--at",
        help=_(
            "when it was felt, like 2026-11-22T08:30, or 2026-11-22 for noon of that day (now by default)"
        ),
    )
    command.add_argument("--note", default="", help=_("anything your clinician should know"))


def run(args: Namespace) -> int:
    """Record one pain score and print the new entry's id once it is on disk.

    Raises ValueError, in one sentence, for a score off the scale, a time that cannot be read or is still
    to come, and an over-long note; nothing is stored then.
    """
    host = LocalHost(args.data)
    now = host.now()
    felt = now if args.at is None else past_instant(args.at, host.zone, "--at", now=now)
    pain = args.pain
    if not pain.isascii() or not pain.isdigit() or not NPRS_MIN <= int(pain) <= NPRS_MAX:
        raise ValueError(_("--pain must be a whole number from 0 to 10, not {pain!r}.").format(pain=pain))
    entry = DiaryEntry(
        id=str(uuid4()),
        at=felt,
        created_at=now,
        edited_at=now,
        pain_now=int(pain),
        notes=args.note,
        late=is_late(felt, now=now),
    )
    with diary(host, make=True) as store:
        store.add_entry(entry)
        print(entry.id)
    return 0
