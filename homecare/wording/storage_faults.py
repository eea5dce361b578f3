"""What keeps the diary folder from being read or changed, in one sentence each."""

from homecare.wording import _


def fault_sentence(code: str, path: str, otherwise: str) -> str:
    """The sentence for a storage fault by its code; `otherwise` for a code without one.

    Whatever the code, nothing that was stored before has changed.
    """
    sentences = {
        "disk-full": _(
            "There is no room left on this device, so nothing was saved. Free some space and try again."
        ),
        "unwritable": _(
            "The folder {path} cannot be written to, so nothing was saved. Choose another folder."
        ),
        "later-version": _(
            "The folder {path} was written by a later version of homecare and was left untouched. "
            "Update homecare to open it."
        ),
        "busy": _("Another window or command is busy with your diary, so nothing was saved. Try again."),
        "browser-full": _(
            "This browser has no room left for your diary, so nothing was saved. "
            "Free some space on this device and try again."
        ),
        "browser-refused": _(
            "This browser did not keep your diary, so nothing was saved. "
            "Allow this site to keep data (a private window may not), then open homecare again."
        ),
        "no-such-record": _("This record is no longer there. Another window may have removed it."),
        "already-stored": _("This record is stored already."),
    }
    return sentences.get(code, otherwise).replace("{path}", path)
