"""A whole clinic as FHIR Bulk Data: counted in DuckDB against the exports it was made from."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from fhir.resources.R4B import get_fhir_model_class

from homecare.domain.records.questionnaire import QuestionnaireAnswered
from homecare.exchange.backup.backup import Backup, export
from homecare.exchange.fhir.bundle import fhir_bytes
from tests.commands.test_review import homecare
from tests.exchange.link.prescriptions import library
from tests.exchange.whole import BERLIN, MADE, every_event, history

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parents[2] / "docs" / "bulk-data.md"


def clinic() -> dict[str, Backup]:
    """Three patients; the second has something pressing."""
    flagged = history(40, 4)
    events = (*flagged.records.plan, every_event()[0])
    ben = {"name": "Ben", "clinic_id": "B 2"}
    return {
        "a": replace(history(60, 3), patient={"name": "Ada", "clinic_id": "A 1"}),
        "b": replace(flagged, records=replace(flagged.records, plan=events), patient=ben),
        "c": replace(history(20, 5), patient={"name": "Ada", "clinic_id": "C 3"}),
    }


@pytest.fixture(scope="module")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clinic's exports, one of them twice and once as a bundle, in the bulk layout."""
    exports = tmp_path_factory.mktemp("exports")
    for name, backup in clinic().items():
        (exports / f"{name}.json").write_bytes(export(backup))
    (exports / "a again.json").write_bytes(export(clinic()["a"]))
    (exports / "c as fhir.json").write_bytes(fhir_bytes(clinic()["c"].records, library(), MADE, BERLIN))
    out = exports.parent / "bulk"
    done = homecare(str(exports), "--format", "ndjson", "--output", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    return out


def resources(bulk: Path, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (bulk / f"{kind}.ndjson").read_text(encoding="utf-8").splitlines()]


def test_every_file_holds_one_type_of_valid_resources_and_every_reference_is_there(bulk: Path) -> None:
    known = set()
    named = set()
    for path in bulk.iterdir():
        for resource in resources(bulk, path.stem):
            assert resource["resourceType"] == path.stem
            get_fhir_model_class(path.stem).model_validate(resource)
            address = f"{path.stem}/{resource['id']}"
            assert address not in known
            known.add(address)
            named |= set(re.findall(r'"reference": "([^"]+)"', json.dumps(resource)))
    assert named <= known
    assert "urn:uuid:" not in (bulk / "CarePlan.ndjson").read_text(encoding="utf-8")


def test_each_patient_stands_once_and_nothing_is_lost_or_doubled(bulk: Path) -> None:
    records = [backup.records for backup in clinic().values()]

    assert len(resources(bulk, "Patient")) == 3
    answered = [
        event for record in records for event in record.plan if isinstance(event, QuestionnaireAnswered)
    ]
    assert len(resources(bulk, "QuestionnaireResponse")) == len(answered) + sum(
        len(record.entries) for record in records
    )
    assert len(resources(bulk, "Procedure")) == sum(len(record.needlings) for record in records)
    assert len(resources(bulk, "Questionnaire")) == 1 + len({event.questionnaire for event in answered})


def test_the_worked_query_of_the_documentation_counts_what_the_exports_hold(bulk: Path) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    for name in ("Observation", "Flag", "Patient"):
        query = query.replace(f"'{name}.ndjson'", f"'{bulk / name}.ndjson'")

    found = duckdb.execute(query).fetchall()

    worst = {
        str(backup.patient["clinic_id"]): [
            entry.pain_worst for entry in backup.records.entries if entry.pain_worst is not None
        ]
        for backup in clinic().values()
    }
    flags = Counter(flag["subject"]["reference"] for flag in resources(bulk, "Flag"))
    assert found[0][0] == "B 2"
    assert {row[0]: (row[2], row[3]) for row in found} == {
        name: (len(scores), pytest.approx(sum(scores) / len(scores), abs=0.051))
        for name, scores in worst.items()
    }
    assert sum(row[1] for row in found) == sum(flags.values()) > 0


def test_a_folder_that_is_not_empty_is_refused_and_a_bad_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_bytes(export(history(5)))
    full, out = tmp_path / "full", tmp_path / "out"
    full.mkdir()
    (full / "kept").touch()

    for words in (("--output", str(full)), ()):
        done = homecare(str(tmp_path / "in"), "--format", "ndjson", *words)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert [path.name for path in full.iterdir()] == ["kept"]

    (tmp_path / "in" / "bad.json").write_bytes(b"{")
    done = homecare(str(tmp_path / "in"), "--format", "ndjson", "--output", str(out))
    assert done.returncode == 2
    assert b"bad.json" in done.stderr
    assert len(resources(out, "Patient")) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full", "in", "out"]
