"""What the served app asks its page, over the line that carries Flet's messages.

Flet's messages are binary and begin with 0. A question goes out as text:
`{"ask": 7, "name": "say", "details": {...}}`. Its answer comes back as text, `{"answer": 7, "value": "said"}`
or `{"answer": 7, "problem": "..."}`, or as bytes: 1, the number in four bytes (big end first), the content.
The page answers and never asks.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from weakref import WeakKeyDictionary

from flet.controls.context import context
from flet.messaging.session import Session

from homecare.host.page.asking import Answer, Details

ANSWER_FRAME: Final = 1
"""First byte of an answer in bytes."""
_HEAD: Final = 5

_log = logging.getLogger("homecare.host")


@dataclass(eq=False, slots=True, kw_only=True)
class _Question:
    name: str
    details: Details
    lasting: bool
    answer: asyncio.Future[Answer] = field(default_factory=asyncio.Future)


class PageQuestions:
    """The questions of one session, whichever line its tab is connected by.

    A line that ends fails the open questions with ConnectionError. Lasting ones wait instead, and are asked
    again when the tab is back: its page has been loaded anew and knows nothing of them.
    """

    def __init__(self) -> None:
        self._send: Callable[[str], None] | None = None
        self._asked = 0
        self._open: dict[int, _Question] = {}
        self._waiting: list[_Question] = []

    async def ask(self, name: str, details: Details | None, patience_s: float | None) -> Answer:
        """The page's answer, "" if it has none in time; None for `patience_s` makes a lasting question."""
        question = _Question(name=name, details=details or {}, lasting=patience_s is None)
        if self._send is not None:
            self._put(question)
        elif question.lasting:
            self._waiting.append(question)
        else:
            raise ConnectionError("the window is closed")
        try:
            return await asyncio.wait_for(question.answer, patience_s)
        except TimeoutError:
            return ""
        finally:
            self._forget(question)

    def attach(self, send: Callable[[str], None]) -> None:
        """The tab is connected, by a line that takes texts by `send`. Numbers start anew with each line."""
        self._send = send
        self._asked = 0
        waiting, self._waiting = self._waiting, []
        for question in waiting:
            self._put(question)

    def detach(self) -> None:
        """The line has ended."""
        self._send = None
        left, self._open = self._open, {}
        for question in left.values():
            if question.lasting:
                self._waiting.append(question)
            elif not question.answer.done():
                question.answer.set_exception(ConnectionError("the window was closed"))

    def end(self) -> None:
        """The session is over: nothing will be answered any more."""
        self.detach()
        for question in self._waiting:
            if not question.answer.done():
                question.answer.set_exception(ConnectionError("the window was closed"))
        self._waiting.clear()

    def take_text(self, text: str) -> bool:
        """Take an answer; False if it is none, or answers what was never asked. One too late is dropped."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return False
        if not isinstance(said, dict) or said.keys() not in ({"answer", "value"}, {"answer", "problem"}):
            return False
        number, value = said["answer"], said.get("value", "")
        if type(number) is not int or not isinstance(value, str):
            return False
        if "problem" in said:
            _log.warning("the page could not answer: %.200s", said["problem"])
        return self._take(number, value)

    def take_bytes(self, frame: bytes) -> bool:
        """Take an answer in bytes, in the same way."""
        return len(frame) >= _HEAD and self._take(int.from_bytes(frame[1:_HEAD], "big"), frame[_HEAD:])

    def _take(self, number: int, value: Answer) -> bool:
        if not 0 < number <= self._asked:
            return False
        question = self._open.pop(number, None)
        if question is not None and not question.answer.done():
            question.answer.set_result(value)
        return True

    def _put(self, question: _Question) -> None:
        assert self._send is not None  # noqa: S101  both callers have looked
        self._asked += 1
        self._open[self._asked] = question
        self._send(json.dumps({"ask": self._asked, "name": question.name, "details": dict(question.details)}))

    def _forget(self, question: _Question) -> None:
        """Nobody waits for this answer any more."""
        self._open = {
            number: open_question
            for number, open_question in self._open.items()
            if open_question is not question
        }
        self._waiting = [waiting for waiting in self._waiting if waiting is not question]


_of_session: WeakKeyDictionary[Session, PageQuestions] = WeakKeyDictionary()


def questions_of(session: Session) -> PageQuestions:
    """The questions to the page of this session."""
    return _of_session.setdefault(session, PageQuestions())


async def ask_page(name: str, details: Details | None, patience_s: float | None) -> Answer:
    """Ask the page of the window that this handler or task runs for; "" if it runs for none."""
    try:
        session = context.page.session
    except RuntimeError:
        return ""
    return await questions_of(session).ask(name, details, patience_s)
