"""Builds the static web app: files that any web host can serve, with Python running in the browser."""
