"""`homecare today`: what Today shows, for a terminal or a script; the same answers as on the screen."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from typing import Any

from homecare.commands.files import print_json
from homecare.commands.folder import diary
from homecare.commands.moments import instant
from homecare.content.library import Library
from homecare.domain.records.prescription import own_exercises
from homecare.domain.records.settings import Settings
from homecare.domain.today.answer import ItemGuidance, Today
from homecare.domain.today.today import today
from homecare.handover.records import records_for_today
from homecare.host.local import LocalHost
from homecare.wording import _, dates, ngettext
from homecare.wording.pain import change_words, means_text
from homecare.wording.placeholders import fill
from homecare.wording.prescription import advice_lines, standing_text
from homecare.wording.reasons import held_sentence, reason_sentence


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument(
        "--at",
        help=_(
            "at this time, like 2026-11-22T08:30, or 2026-11-22 for noon of that day (now by default); "
            "records dated earlier count even when they were written later, but a diary entry written more "
            "than 2 days after its day never counts"
        ),
    )
    command.add_argument("--format", choices=("text", "json"), default="text")


def run(args: Namespace) -> int:
    """Print what Today shows."""
    host = LocalHost(args.data)
    now = host.now()
    when = now if args.at is None else instant(args.at, host.zone, "--at", now=now)
    library = Library()
    with diary(host) as store:
        records = records_for_today(store, when)
        library = library.with_exercises(own_exercises(records.plan))
        shown = today(records, library, when, host.zone)
        if args.format == "json":
            print_json(json_text(shown, library))
        else:
            print(as_text(shown, library, store.settings()))
    return 0


def json_text(shown: Today, library: Library) -> str:
    """Today as one JSON object; every instant with its offset, every item with its reason in words."""
    plain = _plain(shown)
    for item, guidance in zip(plain["items"], shown.items, strict=True):
        item["name"] = library.exercise(guidance.exercise).name
        item["reason_code"] = guidance.reason
        item["reason"] = reason_sentence(guidance)
        item["reason_facts"] = {key: _plain(value) for key, value in guidance.reason_facts}
    if shown.routine is not None:
        plain["routine"]["items"] = [_key(item) for item in shown.routine.items]
    return json.dumps(plain, ensure_ascii=False, indent=2)


def as_text(shown: Today, library: Library, settings: Settings) -> str:
    """Today in a few lines for a person at a terminal."""
    lines = [_("Today, {day}").format(day=dates.day_name(shown.day))]
    lines += [f"! {fill(say, settings)}" for say in _pressing(shown)]
    for prescription in shown.prescriptions:
        lines.append(standing_text(prescription, library.condition(prescription.condition).name))
        told = () if prescription.lapsed else advice_lines(prescription.besides, prescription.day_number)
        lines += [f"  {about}: {said}" for about, said in told]
    if shown.aftercare is not None:
        lines.append(_("Aftercare: {hours} hours since needling").format(hours=shown.aftercare.hours_since))
        lines += [
            f"  {dates.when(reminder.at, shown.at)}: {reminder.title} ({reminder.status})"
            for reminder in shown.aftercare.reminders
            if reminder.status in ("waiting", "due", "snoozed")
        ]
    for item in shown.items:
        light = item.light if item.final or item.light == "grey" else f"{item.light}?"
        why = held_sentence(item) or reason_sentence(item)
        lines.append(f"{light:7} {library.exercise(item.exercise).name}: {why}")
    lines += _unanswered(shown)
    lines += _routine(shown)
    lines += [
        f"{means_text(course)}. {change_words(course)}" for course in shown.pain if course.change.latest
    ]
    if shown.adherence is not None and shown.adherence.planned:
        lines.append(
            _("Last 7 days: {done} of {planned} sessions done").format(
                done=shown.adherence.done, planned=shown.adherence.planned
            )
        )
    if shown.nudge is not None:
        lines.append(fill(shown.nudge, settings))
    if len(lines) == 1:
        lines.append(_("No plan yet. Start homecare and choose what hurts."))
    return "\n".join(lines)


def _pressing(shown: Today) -> list[str]:
    """What must be read first, each sentence once; placeholders are not filled yet."""
    said = [
        _("{told} (since {day})").format(told=sign.told, day=dates.near_day(sign.since, shown.day))
        for sign in shown.pressing
    ]
    said += [alert.say for alert in shown.alerts if alert.answered == "have-called"]
    if shown.ask_first.waiting:
        said.append(_("Ask a clinician before you start; write down in homecare who said you may."))
    return list(dict.fromkeys(said))


def _unanswered(shown: Today) -> list[str]:
    """The questions that wait for an answer in the app."""
    lines = []
    if shown.ask_first.unanswered:
        lines.append(
            _("Before your next exercises, answer in homecare whether you should ask a clinician first.")
        )
    lines += [
        _("Answer in homecare: {question}").format(question=check.check.question)
        for check in shown.day_checks
        if check.yes is None
    ]
    return lines


def _routine(shown: Today) -> list[str]:
    """The exercises due now, else when the next ones are."""
    if shown.routine is not None:
        due = ngettext(
            "Due now: {n} exercise, {minutes} min",
            "Due now: {n} exercises, {minutes} min",
            len(shown.routine.items),
        )
        return [due.format(n=len(shown.routine.items), minutes=shown.routine.minutes)]
    if shown.next_routine_at is not None:
        return [_("Next exercises: {when}").format(when=dates.when(shown.next_routine_at, shown.at))]
    return []


def _key(item: ItemGuidance) -> dict[str, str]:
    return {"condition": item.condition, "item": item.item, "exercise": item.exercise, "side": item.side}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(inner) for inner in value]
    return value
