"""What keeps the diary folder from being read or changed, and what was damaged: one sentence each."""

from homecare.domain.records.recovery import Outcome, Recovery
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


def recovery_sentence(found: Recovery) -> str:
    """What happened to one file, what is missing, and where the damaged file is kept."""
    sentences = {
        Outcome.PREVIOUS_GENERATION: _(
            "The file {file} was damaged. Its last good copy is back in use, with {count}; "
            "only what was saved last in it may be missing."
        ),
        Outcome.SET_ASIDE: _(
            "The file {file} was damaged and no good copy was left. What was recorded in it is missing here."
        ),
        Outcome.GONE: _(
            "The file {file} is gone, with every copy of it. What was recorded in it is missing here; "
            "if a sync program moved it, put it back."
        ),
        Outcome.UNREADABLE_RECORD: _(
            "One record in {file} cannot be read. It stays in the file but is not shown."
        ),
        Outcome.COPY: _(
            "{file} looks like a copy that a sync program left. Nothing in it is read; "
            "move it out of the folder once you know that nothing is missing."
        ),
    }
    count = ngettext("{n} record", "{n} records", found.records).format(n=found.records)
    told = sentences[found.outcome].format(file=found.file, count=count)
    if not found.kept_as:
        return told
    return told + " " + _("The damaged file is kept as {kept_as}.").format(kept_as=found.kept_as)


def recovery_line(found: Recovery) -> str:
    """The same for a terminal: one line that begins with the file."""
    sentences = {
        Outcome.PREVIOUS_GENERATION: _("was damaged; its last good copy is used, with {count}"),
        Outcome.SET_ASIDE: _("was damaged and no good copy was left; its records are missing here"),
        Outcome.GONE: _("is gone, with every copy of it; its records are missing here"),
        Outcome.UNREADABLE_RECORD: _("holds a record that cannot be read and is left out ({record})"),
        Outcome.COPY: _("looks like a copy that a sync program left; nothing in it is read"),
    }
    count = ngettext("{n} record", "{n} records", found.records).format(n=found.records)
    told = f"{found.file} {sentences[found.outcome].format(count=count, record=found.record)}"
    kept = _("; the damaged file is kept as {kept_as}").format(kept_as=found.kept_as) if found.kept_as else ""
    return f"{told}{kept}."
