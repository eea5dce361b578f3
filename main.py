"""The module that `flet build` starts."""

from homecare.native_main import start

start()
