"""What keeps the diary folder from being read or changed, and what was damaged: one sentence each."""

from homecare.wording import _, ngettext


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


def recovery_sentence(outcome: str, file: str, kept_as: str, records: int) -> str:
    """One sentence on one recovery; `outcome`, `file`, `kept_as` and `records` as storage reports them."""
    if outcome == "previous-generation":
        count = ngettext("{n} record is", "{n} records are", records).format(n=records)
        return _(
            "The file {file} was damaged. Its last good copy is back in use, and {count} there; "
            "only what was saved last in it may be missing."
        ).format(file=file, count=count)
    if outcome == "set-aside":
        return _(
            "The file {file} was damaged and no good copy was left. It is kept as {kept_as}, so that someone "
            "with the right skills may still read it."
        ).format(file=file, kept_as=kept_as)
    return _("One record in {file} cannot be read. It stays in the file but is not shown.").format(file=file)
