"""The icon font, cut down to the icons in use: a tenth of the whole font."""

import io
import re
from collections.abc import Iterable

NAMED = re.compile(rb"\bIcons\.([A-Z0-9_]+)\b")
"""An icon's name in the source of a screen."""

ALIASES = {"copy": "content_copy", "cut": "content_cut", "paste": "content_paste"}
"""Icons that go by a second name."""

STYLES = ("baseline", "outlined", "rounded", "sharp")

FRAMEWORK = """
    access_time add arrow_back arrow_back_ios arrow_back_ios_new arrow_downward arrow_drop_down arrow_drop_up
    arrow_forward arrow_forward_ios arrow_left arrow_right arrow_upward calendar_today calendar_month cancel
    check check_box check_box_outline_blank check_circle chevron_left chevron_right circle clear close
    content_copy content_cut content_paste delete done drag_handle edit error error_outline expand_less
    expand_more first_page last_page help history image broken_image indeterminate_check_box info info_outline
    keyboard keyboard_arrow_down keyboard_arrow_left keyboard_arrow_right keyboard_arrow_up keyboard_hide menu
    mode_edit mode_edit_outline more_horiz more_vert navigate_before navigate_next public radio_button_checked
    radio_button_unchecked refresh remove report schedule search select_all share star star_border text_fields
    today translate unfold_less unfold_more visibility visibility_off warning warning_amber
"""
"""Icons that Flutter's own widgets draw: fields, menus, date and time pickers, app bars, chips, selection."""


def subset(font: bytes, sources: Iterable[bytes]) -> bytes:
    """The font with the icons that `sources` name and those of the framework, in every style."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # noqa: PLC0415  slow
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    names = {name.decode("ascii").lower() for source in sources for name in NAMED.findall(source)}
    names |= {name.removesuffix(f"_{style}") for name in names for style in STYLES} | set(FRAMEWORK.split())
    names |= {ALIASES[name] for name in names & ALIASES.keys()}
    whole = TTFont(io.BytesIO(font), recalcTimestamp=False)
    glyphs = {f"{name.lstrip('_')}_{style}" for name in names for style in STYLES}
    options = Options(glyph_names=False, notdef_outline=True, layout_features=["*"])
    kept = Subsetter(options)
    kept.populate(glyphs=[name for name in whole.getGlyphOrder() if name.lstrip("_") in glyphs])
    kept.subset(whole)
    written = io.BytesIO()
    whole.save(written)
    return written.getvalue()
