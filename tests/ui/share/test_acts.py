"""A file is handed over once, however often the button is tapped before it turns grey."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

from homecare.host.page.asking import PATIENCE_S, Answer, Details
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.share.acts import Wish, last_visit, save_last_visit
from homecare.ui.share.backup_cards import BackupRow
from homecare.ui.share.share import Share
from homecare.ui.share.share_preview import preview_of
from homecare.ui.state.care import CareCtx
from tests.fixed_host import FixedHost
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan


class Phone(FixedHost):
    """A host whose page has a share sheet; `shared` holds the names of the files it was given."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        self.shared: list[str] = []

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        if name == "share" and details is not None:
            self.shared.append(str(details["name"]))
            return "shared"
        return "yes" if name == "can-share" else ""


def test_two_quick_taps_send_a_backup_once(tmp_path: Path) -> None:
    host = Phone(tmp_path)
    care = care_with_plan(tmp_path, host=host)

    async def told() -> list[str]:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), BackupRow)))
        await window.settle()
        send = [control for control in window.controls() if getattr(control, "on_click", None)][-1]
        await asyncio.gather(*(window.session.dispatch_event(send._i, "click", None) for _tap in range(2)))
        while not any(text.startswith("Sent: ") for text in window.texts()):
            await window.settle()
        return window.texts()

    texts = asyncio.run(asyncio.wait_for(told(), 30))

    assert host.shared == ["homecare-backup-2026-03-02.json"]
    assert "Sent: homecare-backup-2026-03-02.json" in texts


def test_the_day_of_the_last_visit_is_kept_and_the_report_of_the_days_since_is_one_tap(
    tmp_path: Path,
) -> None:
    care = care_with_plan(tmp_path)
    care.store.save_patient({"name": "Ada"})
    visit = care.today.day - timedelta(days=5)
    asyncio.run(save_last_visit(care, visit))

    assert care.store.patient() == {"name": "Ada", "last_visit": visit.isoformat()}
    since = preview_of(care, Wish(days=28, own=(visit, care.today.day))).report
    assert since.header.period.days == 6

    async def told() -> list[str]:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), Share)))
        await window.settle()
        await window.tap(f"Since my last visit, {visit.day} {visit:%b} {visit.year}")
        return window.texts()

    texts = asyncio.run(asyncio.wait_for(told(), 30))
    assert f"From {visit.day} {visit:%b} {visit.year} – change" in texts


def test_a_day_of_a_visit_that_is_no_date_is_no_visit(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    for said in ("soon", "2026-13-40", 7, None):
        care.store.save_patient({"last_visit": said})
        assert last_visit(care) is None
    care.store.save_patient({"last_visit": "2026-02-27"})
    assert last_visit(care) == date(2026, 2, 27)
