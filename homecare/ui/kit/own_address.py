"""Where this app is open: the best guess at where its links are to be opened."""

from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

import flet as ft

LOCAL = "http://127.0.0.1:8550/"
"""Where the app answers on one's own computer, unless told otherwise."""


def own_address(page: ft.Page) -> str:
    """The address of this window without its route: the clinic's site, or one's own computer."""
    parts = urlsplit(page.url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return LOCAL
    folder = parts.path[: parts.path.rfind("/") + 1] or "/"
    return urlunsplit((parts.scheme, parts.netloc, folder, "", ""))


def is_of_this_computer(address: str) -> bool:
    """Whether only the computer that the app runs on can open `address`, and no phone."""
    try:
        host = urlsplit(address).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
