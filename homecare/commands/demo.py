"""`homecare demo`: a believable history in an empty folder."""

from argparse import ArgumentParser, Namespace
from datetime import timedelta

from homecare.commands.folder import diary
from homecare.commands.moments import day
from homecare.domain.records.diary import diary_day
from homecare.host.local import LocalHost
from homecare.wording import _

MOST_DAYS = 3660


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument(
        "--days", type=int, required=True, help=_("length of the history in days (1 to 3660)")
    )
    command.add_argument("--seed", type=int, default=1, help=_("the same seed gives the same records"))
    command.add_argument("--until", help=_("last day, YYYY-MM-DD (today by default)"))


def run(args: Namespace) -> int:
    """Fill the folder and say with how much; ValueError when it holds records already."""
    from homecare.content.library import Library
    from homecare.demo.history import demo_history

    until = None if args.until is None else day(args.until, "--until")
    if not 1 <= args.days <= MOST_DAYS:
        raise ValueError(
            _("--days must be a whole number from 1 to {most}, not {days}.").format(
                most=MOST_DAYS, days=args.days
            )
        )
    host = LocalHost(args.data)
    today = diary_day(host.now())
    if until is not None and until > today + timedelta(days=1):
        raise ValueError(_("--until {until} is still to come; give a day up to today.").format(until=until))
    history = demo_history(
        days=args.days, seed=args.seed, until=until or today, zone=host.zone, library=Library()
    )
    with diary(host, make=True) as store:
        if not store.is_empty():
            raise ValueError(
                _("{folder} already holds records; choose an empty folder with --data.").format(
                    folder=host.data_dir
                )
            )
        store.apply(
            [*history.entries, *history.sessions, *history.needlings, *history.plan_events, history.settings]
        )
    print(
        _("{entries} entries, {sessions} sessions, {needlings} needling sessions in {folder}").format(
            entries=len(history.entries),
            sessions=len(history.sessions),
            needlings=len(history.needlings),
            folder=host.data_dir,
        )
    )
    return 0
