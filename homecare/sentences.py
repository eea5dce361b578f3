"""Errors whose sentence is translated where it is shown: host and storage know no wording."""


def N_(sentence: str) -> str:  # noqa: N802 - the name by which gettext's tools find such a sentence
    """Mark a sentence for the catalogues and leave it as it is; it is translated where it is shown."""
    return sentence


class SentenceError(Exception):
    """An error that carries one sentence a person can act on.

    `sentence` is marked with `N_` and has a place in braces for each of the `facts`.
    """

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence.format(**self.facts)
