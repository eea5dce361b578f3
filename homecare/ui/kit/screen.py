"""The frame of every screen: title, actions, navigation, one column of cards; and what an empty one shows."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import Handler, Look, LookCtx
from homecare.wording import _

TABS: tuple[tuple[str, ft.IconData], ...] = (
    ("/", ft.Icons.TODAY_OUTLINED),
    ("/exercises", ft.Icons.SELF_IMPROVEMENT),
    ("/diary", ft.Icons.CALENDAR_MONTH_OUTLINED),
    ("/aftercare", ft.Icons.HEALING_OUTLINED),
)


def opens(route: str) -> Callable[[], None]:
    """A handler that goes to `route`; for a loop, where a lambda would remember the last round only."""
    page = ft.context.page

    def go() -> None:
        page.navigate(route)

    return go


def tab_names() -> tuple[str, ...]:
    """The names of the four destinations, in order."""
    return (_("Today"), _("Exercises"), _("Diary"), _("Aftercare"))


def screen(
    look: Look,
    *,
    title: str,
    body: list[ft.Control],
    subtitle: str = "",
    tab: str | None = None,
    back: str | None = None,
    actions: list[ft.Control] | None = None,
    bottom: ft.Control | None = None,
    scroll: bool = True,
    on_back: Handler | None = None,
    widest: float = theme.COLUMN,
) -> ft.View:
    """A screen as a view of the navigation stack.

    `tab` names the destination it belongs to and shows the navigation bar (a rail on a wide window);
    `back` is the route its back arrow leads to; `on_back` is called instead where leaving needs a word.
    `bottom` stays in place below the scrolling column, which grows no wider than `widest` pixels.
    """
    page = ft.context.page
    column = ft.Column(
        body,
        spacing=theme.GAP,
        expand=True,
        scroll=ft.ScrollMode.AUTO if scroll else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    parts: list[ft.Control] = [
        _header(look, title, subtitle, _leave(page, back, on_back), actions or []),
        column,
    ]
    if bottom is not None:
        parts.append(bottom)
    content = _in_one_column(look, parts, widest)
    if look.wide and tab is not None:
        content = _beside_rail(_rail(look, page, tab), content)
    return ft.View(
        route=ft.use_view_path(),
        controls=[ft.SafeArea(content=content, expand=True)],
        padding=0,
        bgcolor=theme.background(look.dark),
        navigation_bar=_bar(look, page, tab) if tab is not None and not look.wide else None,
    )


def _beside_rail(rail: ft.Control, content: ft.Control) -> ft.Control:
    return ft.Row([rail, content], expand=True, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH)


def _in_one_column(look: Look, parts: list[ft.Control], widest: float) -> ft.Control:
    """The parts beneath each other: as wide as a phone, in the middle of a wider window."""
    column = ft.Container(
        content=ft.Column(
            parts, spacing=theme.GAP, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        width=min(look.width, widest) if look.wide else None,
        padding=ft.Padding.only(left=theme.EDGE, right=theme.EDGE, top=theme.GAP, bottom=theme.GAP),
        expand=not look.wide,
    )
    if not look.wide:
        return column
    return ft.Row(
        [column],
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        expand=True,
    )


async def scroll_into_sight(control: ft.Control | None) -> None:
    """Scroll the screen to a control that has a `ft.ScrollKey`; nothing where nothing scrolls."""
    key = control.key if control is not None else None
    above = control.parent if control is not None and isinstance(key, ft.ScrollKey) else None
    while above is not None:
        if isinstance(above, ft.Column) and above.scroll is not None and isinstance(key, ft.ScrollKey):
            await above.scroll_to(scroll_key=key, duration=200)
            return
        above = above.parent


def _leave(page: ft.Page, back: str | None, on_back: Handler | None) -> Handler | None:
    if on_back is not None or back is None:
        return on_back
    return lambda: page.navigate(back)


def _header(
    look: Look, title: str, subtitle: str, leave: Handler | None, actions: list[ft.Control]
) -> ft.Control:
    words: list[ft.Control] = [look.title(title)]
    if subtitle:
        words.append(look.note(subtitle))
    row: list[ft.Control] = [ft.Column(words, spacing=2, expand=True, tight=True), *actions]
    if leave is not None:
        row.insert(0, look.icon_button(ft.Icons.ARROW_BACK, _("Back"), leave))
    return ft.Row(row, spacing=4, vertical_alignment=ft.CrossAxisAlignment.START)


def _selected(tab: str) -> int:
    return next((index for index, (route, _icon) in enumerate(TABS) if route == tab), 0)


def _bar(look: Look, page: ft.Page, tab: str) -> ft.NavigationBar:
    return ft.NavigationBar(
        selected_index=_selected(tab),
        bgcolor=theme.container("grey", look.dark) if look.dark else "#E6EDEB",
        destinations=[
            ft.NavigationBarDestination(label=name, icon=icon)
            for name, (_route, icon) in zip(tab_names(), TABS, strict=True)
        ],
        on_change=lambda e: page.navigate(TABS[e.control.selected_index][0]),
    )


def _rail(look: Look, page: ft.Page, tab: str) -> ft.NavigationRail:
    return ft.NavigationRail(
        selected_index=_selected(tab),
        label_type=ft.NavigationRailLabelType.ALL,
        bgcolor=theme.container("grey", look.dark) if look.dark else "#E6EDEB",
        min_width=104,
        group_alignment=-0.9,
        destinations=[
            ft.NavigationRailDestination(label=look.text(name, size=14), icon=icon)
            for name, (_route, icon) in zip(tab_names(), TABS, strict=True)
        ],
        on_change=lambda e: page.navigate(TABS[e.control.selected_index][0]),
    )


def empty_state(
    look: Look, *, title: str, text: str, action: ft.Control | None = None, picture: str | None = None
) -> ft.Control:
    """A card for a place where there is nothing yet; `picture` is a path below the assets folder."""
    parts: list[ft.Control] = []
    if picture is not None:
        parts.append(
            ft.Container(
                ft.Image(src=picture, height=140, fit=ft.BoxFit.CONTAIN, exclude_from_semantics=True),
                alignment=ft.Alignment.CENTER,
            )
        )
    parts += [look.heading(title), look.body(text)]
    if action is not None:
        parts.append(action)
    return look.card(*parts)


@ft.component
def NotFound() -> ft.Control:
    """A way back for an address that leads nowhere."""
    look = ft.use_context(LookCtx)
    page = ft.context.page
    return empty_state(
        look,
        title=_("There is nothing at this address"),
        text=_("The link may be old or mistyped. Your records are safe."),
        action=look.primary(_("Go to Today"), lambda: page.navigate("/")),
    )
