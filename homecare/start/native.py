"""Where a native build begins (`flet build apk`, `ipa`, `linux`, ...): the app in a window of its own."""

from typing import cast

import flet as ft

from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.host.native import NativeReminders, Notices, native_host
from homecare.start.window import app_for
from homecare.ui.state.device import Device


def start() -> None:
    """Show the app until its window closes."""
    device = Device(cipher=NativeCipher(), reminders=NativeReminders(_notices))
    ft.run(app_for(native_host(), device=device), assets_dir="assets")


def _notices() -> Notices:
    from flet_notifications import LocalNotifications  # noqa: PLC0415  only native builds have it

    return cast(Notices, LocalNotifications())
