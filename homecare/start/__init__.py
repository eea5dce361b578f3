"""The three ways to start the app: in a served window, in the browser alone, as a native build."""
