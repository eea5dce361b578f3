"""A week as the end of a link or a QR code that the patient shows and the clinician scans, and back.

Payload of version 1: condition, phase, side, the last day, then two bytes for each day: pain (15: none),
the light (0: none), whether it was needled, sessions done and planned.
"""

from typing import Final, get_args

from homecare.domain.evidence.traffic_light import Light
from homecare.domain.library.content import TodayContent
from homecare.domain.library.scales import WEEK
from homecare.domain.records.plan import Side
from homecare.domain.report.week import SummaryDay, WeekSummary
from homecare.exchange.link.packed import Packed, code_of, day_bytes
from homecare.exchange.link.plan import checked_address
from homecare.exchange.link.text import payload_of, text_of
from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _

KIND: Final = b"W"
VERSION: Final = 1
MARK: Final = "#/week/"
NO_PAIN: Final = 15
SIDES: Final[tuple[Side, ...]] = get_args(Side)
LIGHTS: Final[tuple[Light | None, ...]] = (None, *get_args(Light))


def week_text(week: WeekSummary) -> str:
    """The week as the text behind the mark of a link."""
    head = code_of(week.condition) + code_of(week.phase) + bytes([SIDES.index(week.side)])
    return text_of(KIND, VERSION, head + day_bytes(week.last) + b"".join(map(_day_bytes, week.days)))


def week_link(week: WeekSummary, base_url: str) -> str:
    """The link that opens the app at `base_url` with this week. Raises ValueError for no such address."""
    return checked_address(base_url) + MARK + week_text(week)


def read_week(link: str, content: TodayContent) -> WeekSummary:
    """The week of a link, or of the text behind its mark. Raises IntakeError, one sentence, for any other."""
    packed = Packed(payload_of(link.rpartition(MARK)[2], KIND, VERSION)[1])
    try:
        condition = content.condition(packed.name(content.condition_ids))
        week = WeekSummary(
            condition=condition.id,
            phase=packed.name(phase.id for phase in condition.phases),
            side=SIDES[packed.byte()],
            last=packed.day(),
            days=tuple(_day(int.from_bytes(packed.take(2), "big")) for _one in range(WEEK)),
        )
        packed.end()
    except KeyError:
        raise IntakeError(
            _("The week names something this homecare does not know; update homecare and try again.")
        ) from None
    except (ValueError, IndexError, OverflowError):
        raise IntakeError(_("The week cannot be read; ask the patient to show it again.")) from None
    return week


def _day_bytes(day: SummaryDay) -> bytes:
    """Bits from the lowest: pain 4, light 3, needled 1, done 3, planned 3."""
    bits = NO_PAIN if day.pain is None else day.pain
    bits |= LIGHTS.index(day.light) << 4 | day.needled << 7 | day.done << 8 | day.planned << 11
    return bits.to_bytes(2, "big")


def _day(bits: int) -> SummaryDay:
    if bits >> 14:
        raise ValueError("unknown flags")
    pain = bits & 15
    return SummaryDay(
        pain=None if pain == NO_PAIN else pain,
        light=LIGHTS[bits >> 4 & 7],
        needled=bool(bits >> 7 & 1),
        done=bits >> 8 & 7,
        planned=bits >> 11 & 7,
    )
