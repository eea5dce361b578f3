"""The words of Python's own reader of command lines, in the language in use."""

import argparse
from typing import Final

from homecare.sentences import N_
from homecare.wording import _, ngettext

SAID_BY_ARGPARSE: Final = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)
"""What argparse may say of our commands, for the catalogues; its own are looked up by these words."""


def translate_argparse() -> None:
    """Have argparse ask our catalogue: by itself it asks gettext's own, which knows nothing of ours."""
    vars(argparse).update({"_": _, "ngettext": ngettext})
