"""The module that `flet build` starts."""

from homecare.start.native import start

start()
