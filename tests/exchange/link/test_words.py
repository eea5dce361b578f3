"""The words of a plan fit a code that a phone reads, and no packed bytes harm the reader."""

import random
import string
import zlib
from datetime import date
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.records.prescription import Orthotic, OwnExercise, PrescribedItem, Prescription
from homecare.exchange.link.plan import MARK, plan_link, plan_text, read_plan
from homecare.exchange.link.qr_code import LARGEST_VERSION, QUIET_SQUARES, qr_code, qr_png
from homecare.exchange.link.words import BARE, COMMON, PlanWords, words_bytes, words_in
from tests.domain.own_exercise import own_item, with_advice
from tests.exchange.link.prescriptions import library

BASE = "https://clinic.example/homecare/"
OLD_LINK = (
    "N7C0B7EJ7V:3SII+D1PF1GT1W.G3SHW5FC2G12GXI0Q1X$1BEJ0189ALYH-38.JWP1EPWCC1:I0:VMEWSUTT6$1:"
    "NEUEIMXBVX+NFKU8PN8Y4BCL23XEXXU7.RXFSU+J6MRFPD4KJ3+7ISZ-O7LR7-+MAPOXTXFYPC7RAN-PFY9RN7-5"
    "E5PKBSXYG-NAE:UUXTJUYMKUA$:4WM0H727QGWMM4L2-XA2SMOSC1FPVY670P9B058Y.NHVC2U66U4HCGVDGI87G"
    "1YBJ6EALTV3975G.:99F0B4OEJGWD+:IG9JY5PSL8Q1INEL2KRQG27+XG:5FL7EMQD+$C2BD.DJZX0JKV63L2NXQ"
    "I5ZONOCRPUUN+EG6H1CSDMNT0VWJGYR8$743MY72"
)
MOST_ON_SCREEN = 320
"""Pixels a code takes on the screen at most, as ui/kit/link_code.py draws it."""
CAMERA = 1.6
"""Pixels of the camera for one of the screen, when a phone is held so that the code fills half its view."""


def usual() -> Prescription:
    """What a podiatrist writes: two exercises of the library, one of their own, and advice of every kind."""
    own = OwnExercise(
        name="Marble pick-up",
        steps=(
            "Sit with ten marbles on the floor in front of you.",
            "Pick one up with your toes and put it in a cup.",
            "Change feet after ten.",
        ),
        kind="mobility",
        weight_bearing=False,
    )
    stretch = PrescribedItem(
        exercise="plantar-fascia-stretch",
        dose=Dose(sets=1, reps=10, hold_s=10),
        schedule=Schedule(pattern="daily", times_per_day=3),
    )
    return with_advice(
        items=(with_advice().items[0], stretch, own_item(own)),
        review=date(2026, 4, 12),
        expires=date(2026, 5, 10),
        orthotic=Orthotic(what="Heel lift 8 mm, both shoes", first_h=1, more_h=1, up_to_h=8),
        activity="No running. Walks of up to 20 minutes on flat ground.",
    )


def scrambled(count: int, seed: int = 7) -> tuple[str, ...]:
    """Steps that cannot be squeezed: letters by chance."""
    chance = random.Random(seed)
    return tuple("".join(chance.choices(string.ascii_letters, k=160)) for _step in range(count))


def seen_by_a_camera(link: str) -> list[str]:
    """What an independent reader makes of the code as a phone sees it: tilted, blurred, grey, noisy."""
    squares = qr_code(link).symbol_size(border=QUIET_SQUARES)[0]
    each = max(2, int(MOST_ON_SCREEN / squares))
    code = Image.open(BytesIO(qr_png(link, scale=each))).convert("L")
    side = round(code.width * CAMERA)
    seen = Image.new("L", (side + 200, side + 200), 90)
    seen.paste(code.resize((side, side), Image.Resampling.BILINEAR), (100, 100))
    seen = seen.rotate(4, Image.Resampling.BILINEAR, fillcolor=90).filter(ImageFilter.GaussianBlur(0.8))
    grains = random.Random(7).randbytes(seen.width * seen.height)  # the same noise in every run
    noise = Image.frombytes("L", seen.size, grains).point(lambda value: 128 + (value - 128) * 0.33)
    seen = Image.blend(seen.point(lambda value: 40 + value * 0.6), noise, 0.15)
    return [found.text for found in zxingcpp.read_barcodes(seen)]


def test_a_usual_plan_with_words_is_read_from_a_code_of_the_size_on_the_screen() -> None:
    link = plan_link(usual(), BASE)

    assert seen_by_a_camera(link) == [link]
    assert read_plan(link, library()) == usual()
    assert int(qr_code(link).version) <= 14


def test_the_finest_code_the_app_makes_is_read_as_well() -> None:
    item = with_advice().items[0]
    plans = [
        with_advice(items=(item, own_item(OwnExercise(name="Marbles", steps=scrambled(n)))))
        for n in (2, 4, 6)
    ]
    links = [plan_link(plan, BASE) for plan in plans]

    for link in links:
        assert int(qr_code(link).version) <= LARGEST_VERSION
        assert seen_by_a_camera(link) == [link]


def test_words_that_no_code_can_carry_are_refused_with_the_way_out() -> None:
    crowded = with_advice(
        items=tuple(own_item(OwnExercise(name=f"Marbles {n}", steps=scrambled(6, n))) for n in (1, 2))
    )

    with pytest.raises(ValueError, match="too long for a QR code"):
        qr_code(plan_link(crowded, BASE))


def test_a_plan_without_words_is_still_written_as_version_1_which_0_1_0_reads() -> None:
    plain = with_advice(items=(), goals=(), activity="", footwear="", orthotic=None, taping="")

    assert len(plan_text(plain)) < len(plan_text(usual())) / 4
    assert read_plan(plan_text(plain), library()) == plain


def test_packed_bytes_that_unpack_to_too_much_are_refused() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, BARE, 9, zlib.Z_DEFAULT_STRATEGY, COMMON)
    bomb = packer.compress(b'{"taping":"' + b"x" * 5_000_000 + b'"}') + packer.flush()

    with pytest.raises(ValueError, match="not all"):
        words_in(bomb)
    with pytest.raises(ValueError, match="no words"):
        words_in(_packed(b"[]"))
    with pytest.raises(ValueError, match="not"):
        words_in(words_bytes(PlanWords(taping="x")) + b"more")


def _packed(text: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, BARE, 9, zlib.Z_DEFAULT_STRATEGY, COMMON)
    return packer.compress(text) + packer.flush()


def test_a_link_of_version_2_is_read_by_every_later_homecare() -> None:
    assert read_plan(f"{BASE}{MARK}{OLD_LINK}", library()) == usual()
