"""Several files of one patient, whatever their formats, as one."""

from dataclasses import replace

from homecare.domain.records.plan import QuestionnaireAnswered
from homecare.domain.report.header import Named
from homecare.exchange.backup.backup import export
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.patient.file import merged, read_patient
from tests.exchange.report.pages import LIBRARY, LONDON, MADE, demo
from tests.exchange.whole import every_event, whole


def test_a_backup_and_a_later_bundle_give_the_backups_plan_and_the_bundles_answers() -> None:
    answered = next(event for event in every_event() if isinstance(event, QuestionnaireAnswered))
    earlier = tuple(event for event in demo(30).plan if not isinstance(event, QuestionnaireAnswered))
    backup = replace(whole(), records=replace(demo(30), plan=earlier))
    bundle = fhir_bytes(
        replace(demo(30), plan=(*earlier, answered)),
        LIBRARY,
        MADE,
        LONDON,
        patient=Named(),
        share_notes=False,
    )

    found = merged([read_patient(export(backup)), read_patient(bundle)])

    assert {event.id for event in found.records.plan} == {event.id for event in (*earlier, answered)}
