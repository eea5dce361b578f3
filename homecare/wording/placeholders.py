"""The phone numbers in the content's texts: the patient's own, or plain words where none was given."""

from homecare.domain.records.settings import Settings
from homecare.wording import _


def fill(text: str, settings: Settings) -> str:
    """`text` with {clinic_phone}, {urgent_line} and {emergency_number} filled from the settings.

    A number that was never entered becomes words, so that the sentence still says whom to call.
    """
    clinic, urgent, emergency = (
        number.strip() for number in (settings.clinic_phone, settings.urgent_line, settings.emergency_number)
    )
    said = {
        "{clinic_phone}": _("your clinic on {number}").replace("{number}", clinic)
        if clinic
        else _("your clinic"),
        "{urgent_line}": urgent or _("your local urgent advice line"),
        "{emergency_number}": emergency or _("your local emergency number"),
    }
    for placeholder, words in said.items():
        text = text.replace(placeholder, words)
    return text
