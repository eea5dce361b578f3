"""What is taken in from outside is hostile until it has been read: one error, one sentence."""


class IntakeError(ValueError):
    """A file or code cannot be taken in; the text is one sentence: what is wrong, and what to do.

    Nothing has changed when it is raised.
    """
