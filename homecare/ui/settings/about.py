"""About and safety: what the app is, what it is not, and the way to its sources."""

import flet as ft

from homecare import __version__
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.state.care import use_care
from homecare.wording import _
from homecare.wording.placeholders import fill


@ft.component
def About() -> ft.View:
    """Purpose, limits, privacy, and the way to the sources."""
    care = use_care()
    look = ft.use_context(LookCtx)
    library = care.library
    body: list[ft.Control] = [
        look.card(
            look.heading(_("What this app does")),
            look.body(
                _(
                    "It guides you through the exercises for your foot or ankle, looks after you following "
                    "dry needling, and keeps your pain diary."
                )
            ),
            look.body(
                _(
                    "It gives information. It does not find out what is wrong with you, "
                    "and it does not replace a clinician."
                )
            ),
            look.body(fill(library.diary.monitoring_notice, care.settings)),
        ),
        look.card(
            look.heading(_("Draft content")),
            look.body(_("No registered clinician has signed off this advice yet.")),
            tone="amber",
        ),
        look.card(
            look.heading(_("Your records")),
            look.body(
                _(
                    "Everything you enter stays on this device. There is no account, "
                    "and nothing is sent anywhere."
                )
            ),
        ),
        look.card(
            look.heading(_("Where the advice comes from")),
            look.body(_("Studies, guidelines and usual practice. Each is listed with what it supports.")),
            _way(look, _("All sources"), "/about/sources", ft.Icons.MENU_BOOK),
        ),
        look.card(
            look.heading(_("For clinicians")),
            look.body(_("Read the diaries your patients exported, and write a plan for them.")),
            _way(look, _("Open the clinician's part"), "/clinicians", ft.Icons.MEDICAL_INFORMATION_OUTLINED),
        ),
        look.note(_("Version {version}").format(version=__version__)),
    ]
    return screen(look, title=_("About and safety"), body=body, back="/settings")


def _way(look: Look, words: str, to: str, icon: ft.IconData) -> ft.Control:
    page = ft.context.page
    return ft.Row([look.link(words, lambda: page.navigate(to), icon=icon)], wrap=True)
