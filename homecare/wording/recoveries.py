"""What was found damaged in the diary folder, told once and plainly."""

from homecare.wording import _, ngettext


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
