"""What leaves the folder and what comes back into it: screen and command line ask the same functions.

Each format's module is imported when it is first asked for, so that none costs start-up time.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING
from uuid import uuid4

from homecare import __version__
from homecare.content.library import Library
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.questionnaire import QuestionnaireAnswered
from homecare.domain.records.records import Records
from homecare.domain.report.header import Named
from homecare.domain.report.period import Period, report_days, usual_period
from homecare.domain.today.today import window_days
from homecare.handover.records import all_records, gaps_within, records_for_report, records_for_today, within
from homecare.storage.store import Store
from homecare.wording import _

if TYPE_CHECKING:
    from homecare.domain.report.handout import Handout
    from homecare.domain.report.report import Report
    from homecare.exchange.backup.backup import Backup
    from homecare.exchange.backup.merge import MergePreview
    from homecare.exchange.backup.sealed import Cipher


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an export is made from: the folder, the period (None: open), and when and where it is made.

    `notes` shares notes and medicines in the formats that leave them out otherwise; the spreadsheet holds
    them unless `bare`. `nameless` leaves name, clinic number and date of birth out of every format.
    `snomed` False leaves SNOMED CT out of a FHIR bundle, for a clinic without a licence.
    `neutral` calls every event of a calendar "Reminder"; None does as the last calendar file did. Once the
    file has been handed over, call `handed_over`.
    """

    store: Store
    library: Library
    first: date | None = None
    last: date | None = None
    at: datetime
    zone: tzinfo
    notes: bool = False
    bare: bool = False
    nameless: bool = False
    neutral: bool | None = None
    snomed: bool = True
    _afterwards: list[Callable[[], None]] = field(default_factory=list, repr=False, compare=False)

    def afterwards(self, act: Callable[[], None]) -> None:
        """Do this once the file has been handed over."""
        self._afterwards.append(act)

    def handed_over(self) -> None:
        """The file is where it was wanted: remember what later files must know of it. Raises StorageError."""
        for act in self._afterwards:
            act()
        self._afterwards.clear()

    @property
    def named(self) -> Named:
        """What the patient said of themselves; nothing when it is left out."""
        return Named.of(self.about_patient)

    @property
    def visits(self) -> tuple[date, ...]:
        """The day of the last clinic visit, where the patient set one; it names nobody."""
        visit = Named.of(self.store.patient()).last_visit
        return () if visit is None else (visit,)

    @property
    def about_patient(self) -> Mapping[str, object]:
        """The same as it is stored, by name."""
        return {} if self.nameless else self.store.patient()

    @property
    def records(self) -> Records:
        """The records of the period; the plan is always whole."""
        return within(all_records(self.store), self.first, self.last)

    def period(self, records: Records) -> Period | None:
        """The days the export is of, None for a whole one; an open end is the first or last day there is."""
        if self.first is None and self.last is None:
            return None
        days = [entry.day for entry in records.entries] + [session.day for session in records.sessions]
        days += [diary_day(needling.at) for needling in records.needlings]
        today = diary_day(self.at)
        last = self.last or max([*days, self.first or today, today])
        return Period(first=self.first or min([*days, last]), last=last)


def report_of(asked: Asked) -> "Report":
    """The page for a clinician: the 28 days up to the last one (today by default) unless a first is given.

    Raises ValueError for a period that is still to come.
    """
    from homecare.domain.report.report import report

    last = asked.last or diary_day(asked.at)
    first = asked.first or usual_period(last).first
    if last < first:
        raise ValueError(_("--from {first} is still to come; give a day up to today.").format(first=first))
    period = Period(first=first, last=last)
    records = records_for_report(asked.store, period, asked.at)
    rests_on_since = report_days(records.plan, period, asked.at)[0][0]
    return report(
        records,
        asked.library,
        period,
        asked.at,
        asked.zone,
        share_notes=asked.notes,
        patient=asked.named,
        visits=asked.visits,
        app_version=__version__,
        gaps=gaps_within(asked.store.gaps, rests_on_since, period.last),
    )


def handout_of(asked: Asked) -> "Handout":
    """The exercises of the plan as they are now, to print for the patient."""
    from homecare.domain.report.handout import handout

    return handout(records_for_today(asked.store, asked.at), asked.library, asked.at, asked.zone, asked.named)


async def sealed_backup(plain: bytes, password: str, cipher: "Cipher") -> bytes:
    """The backup under a password. Raises ValueError for a password that is too short."""
    from homecare.exchange.backup import sealed

    chance = sealed.Chance(
        salt=secrets.token_bytes(sealed.SALT_BYTES), nonce=secrets.token_bytes(sealed.NONCE_BYTES)
    )
    return await sealed.seal(plain, password, chance=chance, cipher=cipher)


async def unsealed_backup(data: bytes, password: str, cipher: "Cipher") -> bytes:
    """The backup inside a file under a password. Raises IntakeError."""
    from homecare.exchange.backup import sealed

    return await sealed.unseal(data, password, cipher=cipher)


def restore_preview(store: Store, found: "Backup", *, replacing: bool) -> "MergePreview":
    """What bringing this backup back would do to the folder; nothing is written."""
    from homecare.exchange.backup.merge import merge

    return merge(all_records(store), found, patient=store.patient(), replacing=replacing)


def bring_back(store: Store, preview: "MergePreview") -> None:
    """Do what the preview says, all of it or nothing. Raises StorageError."""
    store.apply(preview.records, patient=preview.patient, gaps=preview.gaps, replacing=preview.replacing)


def _json(asked: Asked) -> bytes:
    from homecare.exchange.backup.backup import Backup, export

    records = asked.records
    return export(
        Backup(
            records=records,
            patient=asked.about_patient,
            exported_at=asked.at,
            app_version=__version__,
            period=asked.period(records),
            gaps=tuple(gaps_within(asked.store.gaps, asked.first, asked.last)),
        )
    )


def _csv(asked: Asked) -> bytes:
    from homecare.exchange.report.csv_table import table

    records = asked.records
    entries: Iterable[DiaryEntry] = records.entries
    if asked.bare:
        entries = (replace(entry, notes="", medication="") for entry in entries)
    period = asked.period(records)
    answered = [
        event
        for event in records.plan
        if isinstance(event, QuestionnaireAnswered) and (period is None or event.day in period)
    ]
    gaps = gaps_within(asked.store.gaps, asked.first, asked.last)
    return table(entries, gaps, answered, asked.library.questionnaires)


def _fhir(asked: Asked) -> bytes:
    from homecare.exchange.fhir.bundle import fhir_bytes

    records = asked.records
    return fhir_bytes(
        records,
        asked.library,
        asked.at,
        asked.zone,
        patient=asked.named,
        share_notes=asked.notes,
        snomed=asked.snomed,
        period=asked.period(records),
        gaps=gaps_within(asked.store.gaps, asked.first, asked.last),
    )


def _ics(asked: Asked) -> bytes:
    from homecare.exchange.calendar import calendar
    from homecare.exchange.handed_out import handed_out

    before = handed_out(asked.store.calendar())
    records = records_for_today(asked.store, asked.at)
    spans = window_days(records.plan, asked.at)
    return calendar(
        records,
        asked.library,
        at=asked.at,
        zone=asked.zone,
        neutral=asked.neutral,
        before=before if before.owner else replace(before, owner=str(uuid4())),
        remember=lambda held: asked.afterwards(lambda: asked.store.save_calendar(held.as_document())),
        gaps=gaps_within(
            asked.store.gaps, min(first for first, _last in spans), max(last for _first, last in spans)
        ),
    )


def _pdf(asked: Asked) -> bytes:
    from homecare.exchange.report.pdf import report_pdf

    return report_pdf(report_of(asked))


def _html(asked: Asked) -> bytes:
    from homecare.exchange.report.html import report_html

    return report_html(report_of(asked))


FORMATS: Mapping[str, Callable[[Asked], bytes]] = {
    "csv": _csv,
    "fhir": _fhir,
    "html": _html,
    "ics": _ics,
    "json": _json,
    "pdf": _pdf,
}
"""The formats by name, each a function from what was asked to the bytes of the file."""
