"""The app in the patient's own browser, without a server (Pyodide)."""
