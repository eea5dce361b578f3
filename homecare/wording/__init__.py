"""Every sentence of the interface, ready for translation."""

import gettext as _gettext
from pathlib import Path

_LOCALE = Path(__file__).parent / "locale"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str, *, folder: Path = _LOCALE) -> None:
    """Speak `language` ("en", "de", ...) from now on; English where a sentence has no translation.

    `folder` holds the compiled catalogues, as gettext lays them out.
    """
    global _catalogue  # noqa: PLW0603 - one language per process, chosen once at start
    _catalogue = _gettext.translation("homecare", folder, [language], fallback=True)


def _(sentence: str) -> str:
    """The sentence in the language in use."""
    return _catalogue.gettext(sentence)


def of_marked(sentence: str) -> str:
    """The same for a sentence that was marked elsewhere with `N_`."""
    return _catalogue.gettext(sentence)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The sentence for `n` things in the language in use."""
    return _catalogue.ngettext(singular, plural, n)
