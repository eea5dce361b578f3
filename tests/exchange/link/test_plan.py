"""A plan's link carries the whole plan in few characters."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from homecare.content.library import Library
from homecare.domain.records.prescription import LightLimits, Prescription
from homecare.exchange.link.packed import code_of
from homecare.exchange.link.plan import MARK, plan_link, plan_text, read_plan
from homecare.exchange.link.qr_code import qr_code, qr_png, qr_svg, qr_text
from homecare.exchange.link.text import ALPHABET
from tests.exchange.link.prescriptions import every_phase, library, of_phase, prescriptions, richest

BASE = "https://clinic.example/homecare/"


@given(prescriptions())
@settings(max_examples=150)
def test_every_plan_that_may_be_comes_back_as_it_was(wanted: Prescription) -> None:
    assert read_plan(plan_link(wanted, BASE), library()) == wanted


def test_a_phase_of_the_content_needs_a_code_no_finer_than_version_8() -> None:
    phases = every_phase()
    sizes = [int(qr_code(plan_link(phase, BASE)).version) for phase in phases]

    assert len(phases) == sum(len(library().condition(name).phases) for name in library().condition_ids)
    assert max(sizes) <= 8
    assert max(len(plan_link(phase, BASE)) for phase in phases) <= 200


def test_the_richest_plan_stays_far_under_a_kilobyte_and_in_a_code_that_phones_read() -> None:
    link = plan_link(richest(), BASE)
    code = qr_code(link)

    assert read_plan(link, library()) == richest()
    assert len(link) < 500
    assert int(code.version) <= 15
    assert code.error in ("M", "Q", "H")


def test_the_plan_stands_behind_the_sign_that_no_browser_sends_on() -> None:
    address, mark, text = plan_link(richest(), BASE).partition("#")

    assert (address, mark) == (BASE, "#")
    assert text.startswith("/plan/")
    assert set(text.removeprefix("/plan/")) <= set(ALPHABET)


def test_no_link_ends_where_a_messenger_would_cut_it() -> None:
    assert not [prescription.phase for prescription in every_phase() if plan_text(prescription)[-1] in ".:"]


def test_no_two_ids_of_the_content_share_a_code() -> None:
    for ids in (
        library().condition_ids,
        library().exercise_ids,
        *([phase.id for phase in library().condition(name).phases] for name in library().condition_ids),
        *([variant.id for variant in library().condition(name).variants] for name in library().condition_ids),
    ):
        assert len({code_of(name) for name in ids}) == len(ids)


OLD_LINK = "M7CNESMI24$85S8IIWWM1GT1W.G3SHW5FC2G12GXI0Q1XDMU7NK1TDNC0H2FYUPFWKSL1P7Q67BO+K2O48X4DXY"


def test_a_link_of_version_1_is_read_by_every_later_homecare() -> None:
    found = read_plan(f"{BASE}{MARK}{OLD_LINK}", library())

    assert (found.condition, found.phase, found.side) == ("plantar-fasciitis", "pf-2", "right")
    assert found.clinic == "Foot clinic"
    assert found.limits == LightLimits(green_max=1, amber_max=4)
    assert str(found.expires) == "2027-02-28"
    assert list(found.exercises()) == ["heel-raise-towel", "plantar-fascia-stretch", "single-leg-balance"]


def test_a_link_keeps_its_meaning_when_the_content_grows() -> None:
    class Grown(Library):
        """A library with more conditions and exercises, before and after those there are."""

        @property
        def condition_ids(self) -> tuple[str, ...]:
            return ("aaa", *library().condition_ids, "zzz")

        @property
        def exercise_ids(self) -> tuple[str, ...]:
            return ("aaa", *library().exercise_ids, "zzz")

    assert read_plan(OLD_LINK, Grown()) == read_plan(OLD_LINK, library())


def test_spaces_and_line_breaks_of_a_mail_do_no_harm() -> None:
    broken = f"{OLD_LINK[:20]}\r\n {OLD_LINK[20:50]}\n{OLD_LINK[50:]}"

    assert read_plan(broken, library()) == read_plan(OLD_LINK, library())
    assert read_plan(OLD_LINK.replace("$", "%24"), library()) == read_plan(OLD_LINK, library())


def test_the_code_is_drawn_the_same_each_time_and_names_no_host() -> None:
    link = plan_link(richest(), BASE)
    picture = qr_svg(link)

    assert picture == qr_svg(link)
    assert picture.startswith(b"<?xml")
    assert picture.count(b"http") == picture.count(b"http://www.w3.org/2000/svg") == 1
    assert qr_png(link).startswith(b"\x89PNG")
    assert "█" in qr_text(link)


@pytest.mark.parametrize(
    "wanted", [of_phase("heel-spur", library().condition("heel-spur").phases[0]), richest()]
)
def test_an_independent_reader_finds_the_link_in_the_code(wanted: Prescription, tmp_path: Path) -> None:
    reader = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    link = plan_link(wanted, BASE)
    (tmp_path / "plan.png").write_bytes(qr_png(link, scale=4))

    found = reader.read_barcodes(image.open(tmp_path / "plan.png"))

    assert [code.text for code in found] == [link]
    assert read_plan(found[0].text, library()) == wanted


def test_an_address_that_is_none_is_refused() -> None:
    for address in (
        "clinic.example",
        "ftp://clinic.example/",
        "https://clinic.example/#x",
        "https://a b/",
        "",
    ):
        with pytest.raises(ValueError, match="The address must be like"):
            plan_link(richest(), address)
    assert plan_link(richest(), "https://clinic.example").startswith("https://clinic.example/#/plan/")
