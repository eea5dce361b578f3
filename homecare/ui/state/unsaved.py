"""Answers that are not saved yet: a Back gesture or a wrong tap loses none of them.

Every form keeps its answers here, by the form's name, while the window is open. A handler reads `now`, never
what was drawn: on a slow device the screen may be a tap behind.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

import flet as ft

Answers = TypeVar("Answers")


class Unsaved(ft.Observable, Generic[Answers]):
    """The answers of one form; a component that uses them is drawn again when they change.

    `Answers` is a frozen value: each change makes a new one.
    """

    def __init__(self, start: Answers) -> None:
        """Begin with `start`, what the form shows before anything is answered."""
        self._start = self._now = start

    @property
    def start(self) -> Answers:
        """What the form showed before anything was answered."""
        return self._start

    @property
    def now(self) -> Answers:
        """The answers with every tap so far."""
        return self._now

    @property
    def changed(self) -> bool:
        """Whether there is anything to lose."""
        return self._now != self._start

    def change(self, edit: Callable[[Answers], Answers]) -> None:
        """Replace the answers by what `edit` makes of them, and draw the form again."""
        self._now = edit(self._now)
        self.notify()  # type: ignore[no-untyped-call]

    def note(self, edit: Callable[[Answers], Answers]) -> None:
        """The same for text that its field shows already: nothing is drawn, so typing stays quick."""
        self._now = edit(self._now)

    def begin(self, start: Answers) -> None:
        """Forget the answers, which are saved or thrown away, and begin with `start`. Nothing is drawn."""
        self._start = self._now = start

    def discard(self) -> None:
        """Forget the answers, which are saved or thrown away. Nothing is drawn."""
        self.begin(self._start)


class UnsavedForms:
    """The unsaved answers of every form of a window."""

    def __init__(self) -> None:
        """Nothing is answered yet."""
        self._forms: dict[str, Unsaved[Any]] = {}

    def form(self, name: str, start: Answers) -> Unsaved[Answers]:
        """The form of this name with its unsaved answers; it begins with `start` where it has none."""
        form = cast("Unsaved[Answers]", self._forms.setdefault(name, Unsaved(start)))
        if not form.changed:
            form.begin(start)
        return form

    def discard_all(self) -> None:
        """Forget every answer: the diary they belong to has been replaced."""
        for form in self._forms.values():
            form.discard()


def use_unsaved(
    forms: UnsavedForms,
    name: str,
    start: Callable[[], Answers],
    *,
    still_good: Callable[[Answers], bool] = lambda _answers: True,
) -> Unsaved[Answers]:
    """The form of this name, taken up where it was left; the component is drawn again when it changes.

    `start` makes the answers of a form that has none. Answers that are no longer `still_good` when the form
    is opened, such as those about a day long gone, give way to it.
    """

    def opened() -> Unsaved[Answers]:
        form = forms.form(name, start())
        if not still_good(form.now):
            form.begin(start())
        return form

    form = ft.use_memo(opened, [name])
    watched, watch = ft.use_state(form)  # a component is redrawn when a state that can be observed changes
    if watched is not form:
        watch(form)
    return form
