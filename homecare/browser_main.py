"""Where the static app begins: Python in the browser's worker starts here.

The worker calls `warm` at once, while the screen's engine is still loading, and `start` when that engine asks
for the app. Only what is the same for both windows and servers is imported here.
"""

import flet as ft


async def warm() -> None:
    """Everything that can be done before there is a screen: imports, storage, content."""


def start() -> None:
    """Show the app."""
    ft.run(lambda page: page.add(ft.Text("homecare")))
