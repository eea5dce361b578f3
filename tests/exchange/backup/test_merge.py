"""What a restore adds, changes and leaves is known before anything is written."""

from dataclasses import replace
from datetime import timedelta

from homecare.domain.records.records import Records
from homecare.domain.records.settings import Settings
from homecare.exchange.backup.backup import Backup
from homecare.exchange.backup.merge import Counts, merge
from tests.exchange.whole import MADE, entry, history, whole


def backup_of(records: Records) -> Backup:
    return Backup(records=records, patient={"name": "Ada"}, exported_at=MADE, app_version="0.1.0")


def edited(number: int, pain: int, *, minutes: int) -> object:
    first = entry(number, pain_now=pain)
    return replace(first, edited_at=first.edited_at + timedelta(minutes=minutes))


def test_into_an_empty_folder_everything_is_added_and_choices_are_taken() -> None:
    preview = merge(Records(), whole(), patient={})

    assert preview.entries == Counts(added=3)
    assert preview.total.added == 3 + 1 + 1 + 14
    assert preview.settings_change
    assert whole().records.settings in preview.records
    assert preview.patient == {"name": "Ada", "clinic_id": "A 17"}


def test_restoring_what_is_there_writes_nothing() -> None:
    preview = merge(history(60).records, history(60), patient={})

    assert preview.total.left == sum(
        map(len, (history(60).records.entries, history(60).records.sessions))
    ) + len(history(60).records.needlings) + len(history(60).records.plan)
    assert (preview.records, preview.patient, preview.settings_change) == ((), None, False)


def test_the_newest_edit_wins_whichever_side_it_is_on() -> None:
    here = Records(entries=(edited(1, 3, minutes=5), edited(2, 3, minutes=0), edited(3, 3, minutes=0)))  # type: ignore[arg-type]
    there = Records(entries=(edited(1, 7, minutes=0), edited(2, 7, minutes=5), edited(4, 7, minutes=0)))  # type: ignore[arg-type]

    preview = merge(here, backup_of(there), patient={})

    assert preview.entries == Counts(added=1, changed=1, left=2)
    assert [record.id for record in preview.records] == [there.entries[1].id, there.entries[2].id]  # type: ignore[union-attr]


def test_of_two_edits_of_one_instant_the_one_on_this_device_stays() -> None:
    here = Records(entries=(entry(1, pain_now=3),))

    preview = merge(here, backup_of(Records(entries=(entry(1, pain_now=7),))), patient={})

    assert (preview.entries, preview.records) == (Counts(left=1), ())


def test_merging_into_a_filled_folder_leaves_its_settings_and_patient_alone() -> None:
    here = Records(entries=(entry(1, pain_now=3),), settings=Settings(theme="light"))

    preview = merge(here, whole(), patient={"name": "Grace"})

    assert not preview.settings_change
    assert preview.patient is None
    assert not any(isinstance(record, Settings) for record in preview.records)


def test_replacing_says_what_is_removed_and_writes_the_whole_backup() -> None:
    here = Records(entries=(entry(1, pain_now=3), entry(9, pain_now=3)))

    preview = merge(here, backup_of(Records(entries=(entry(1, pain_now=7),))), patient={}, replacing=True)

    assert preview.entries == Counts(changed=1, removed=1)
    assert preview.records == (entry(1, pain_now=7), Settings())
    assert preview.patient == {"name": "Ada"}
