"""What may reach standard error: failures by kind and place, never the patient's values."""

import logging
import traceback
from pathlib import Path

WATCHED = ("homecare", "flet", "flet_transport", "uvicorn", "uvicorn.error", "asyncio")


class _PlacesOnly(logging.Formatter):
    """Names what failed and where. A message or an exception's text could hold what a patient wrote."""

    def format(self, record: logging.LogRecord) -> str:
        text = f"homecare: {record.name}: {record.msg}"
        if record.exc_info and record.exc_info[1] is not None:
            failure = record.exc_info[1]
            frames = traceback.extract_tb(failure.__traceback__)
            places = " < ".join(
                f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
            )
            text += f" [{type(failure).__name__} at {places}]"
        return text


def quiet_log() -> None:
    """Send errors of the app, Flet and the server to standard error, without personal data; drop the rest."""
    handler = logging.StreamHandler()
    handler.setFormatter(_PlacesOnly())
    for name in WATCHED:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.ERROR)
        logger.propagate = False
