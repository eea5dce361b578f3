"""A questionnaire to fill in: the patient's own activities, or questions with fixed words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import flet as ft

from homecare.domain.evidence.function import answers_since, course_start
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.records.questionnaire import LONGEST_ITEM, ItemAnswer
from homecare.ui.diary.acts import save_answers
from homecare.ui.diary.function_card import evidence_now
from homecare.ui.kit.choices import options, radio
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import NotFound, screen
from homecare.ui.state.care import CareState, new_id, use_care
from homecare.ui.state.unsaved import Unsaved, use_unsaved
from homecare.wording import _
from homecare.wording.function import scale_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """The answers so far: the items in order, their words, the answers given; `known` were asked before."""

    items: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    @property
    def nameless(self) -> bool:
        """Whether something was rated and not said in words."""
        return any(item in self.values and not text.strip() for item, text in self.words.items())

    def answers(self) -> tuple[ItemAnswer, ...]:
        """What can be saved: every item with an answer and, where the patient writes it, with words."""
        return tuple(
            ItemAnswer(item=item, value=self.values[item], text=self.words.get(item, "").strip())
            for item in self.items
            if item in self.values and (item not in self.words or self.words[item].strip())
        )


def begun(care: CareState, asked: Questionnaire) -> Answering:
    """An empty form; the patient's own items are those of every time, without their scores.

    One that was left out last time is asked again, so that its series goes on.
    """
    if asked.own_items is None:
        return Answering(items=tuple(item.id for item in asked.items))
    evidence = evidence_now(care)
    start = course_start(evidence)
    earlier = () if start is None else answers_since(evidence.records.plan, asked.id, start)
    words = {answer.item: answer.text for answered in earlier for answer in answered.answers}
    kept = list(words)[: asked.own_items.most]
    fresh = [new_id() for _number in range(asked.own_items.usual - len(kept))]
    return Answering(
        items=(*kept, *fresh),
        words={item: words.get(item, "") for item in (*kept, *fresh)},
        known=frozenset(kept),
    )


@ft.component
def QuestionnaireScreen() -> ft.Control:
    """The questionnaire that the address names."""
    care = use_care()
    wanted = str(ft.use_route_params().get("id", ""))
    asked = next(
        (questionnaire for questionnaire in care.library.questionnaires if questionnaire.id == wanted), None
    )
    return NotFound() if asked is None else QuestionnaireForm(asked)


@ft.component
def QuestionnaireForm(asked: Questionnaire) -> ft.View:
    """Its items below each other, each with its scale, then Save."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    form = use_unsaved(care.unsaved, f"questionnaire-{asked.id}", lambda: begun(care, asked))

    saving, busy = use_latest(False)

    async def save() -> None:
        answers = form.now.answers()
        if busy.now:
            return
        if form.now.nameless:
            care.tell(_("Write down what each activity you rated is."))
        elif len(answers) < asked.min_answered:
            care.tell(_("Answer at least one question first."))
        else:
            busy.put(True)
            if await save_answers(care, asked.id, answers):
                form.discard()
                page.navigate("/diary")
            else:
                busy.put(False)

    body: list[ft.Control] = [look.card(look.body(asked.note), tone="info")]
    if form.now.known and asked.own_items is not None:
        body.append(look.note(asked.own_items.again))
    body += [_item(look, asked, form, item, number) for number, item in enumerate(form.now.items, 1)]
    if asked.own_items is not None and len(form.now.items) < asked.own_items.most:
        body.append(look.link(_("Add another"), lambda: form.change(_one_more), icon=ft.Icons.ADD))
    bottom = look.primary(_("Save"), save, disabled=saving)
    return screen(look, title=asked.title, body=body, bottom=bottom, back="/diary")


def _one_more(now: Answering) -> Answering:
    item = new_id()
    return replace(now, items=(*now.items, item), words={**now.words, item: ""})


def _item(look: Look, asked: Questionnaire, form: Unsaved[Answering], item: str, number: int) -> ft.Control:
    def answer(value: int) -> None:
        form.change(lambda now: replace(now, values={**now.values, item: value}))

    parts: list[ft.Control] = []
    if asked.own_items is None:
        question = next(question.question for question in asked.items if question.id == item)
        parts.append(look.heading(question))
    else:
        question = _("{question} ({n})").format(question=asked.question, n=number)
        parts.append(_own_words(look, asked.own_items.label, form, item, number))
        parts.append(look.body(asked.question))
    parts.append(_scale(look, asked, question, form.now.values.get(item), answer))
    return look.card(*parts, key=f"item-{item}")


def _own_words(look: Look, label: str, form: Unsaved[Answering], item: str, number: int) -> ft.Control:
    """The activity: as it was written before, else a field for it."""
    if item in form.now.known:
        return look.heading(form.now.words[item])

    def typed(text: str) -> None:
        form.note(lambda now: replace(now, words={**now.words, item: text}))

    return TypedField(
        f"{label} ({number})", form.now.words[item], typed, limit=LONGEST_ITEM, key=f"words-{item}"
    )


def answer_options(asked: Questionnaire) -> list[tuple[str, str]]:
    """Each answer as it is stored and as it is shown."""
    values = range(asked.least, asked.most + 1)
    named = asked.every_answer_named
    return [(str(value), asked.meaning(value) if named else scale_text(asked, value)) for value in values]


def _scale(
    look: Look, asked: Questionnaire, question: str, chosen: int | None, on_pick: Callable[[int], None]
) -> ft.Control:
    """Radio buttons: below each other where each answer has words, else in rows of numbers."""
    choices = answer_options(asked)
    group: ft.Control
    if asked.every_answer_named:
        group = ft.Column([radio(look, words, value) for value, words in choices], spacing=0, tight=True)
    else:
        group = options(look, choices, lambda said: on_pick(int(said)))
    return ft.Semantics(
        label=question,
        container=True,
        content=ft.RadioGroup(
            value=None if chosen is None else str(chosen),
            on_change=lambda e: on_pick(int(e.control.value)),
            content=group,
        ),
    )
