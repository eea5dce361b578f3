"""The platform edge: the only code that differs between server, browser and native build."""
