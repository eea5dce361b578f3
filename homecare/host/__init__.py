"""The only code that differs between the local server, the browser and a native build."""
