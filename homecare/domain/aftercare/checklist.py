"""The checklist before needling: what stops it, what the clinician must read first."""

from collections.abc import Iterable
from dataclasses import dataclass

from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.records.needling import ChecklistAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistResult:
    """What the answers mean: the ids that stop needling, those to read first, and those not answered yet.

    `decided` tells that a clinician recorded a decision on the answers that stop it.
    """

    stops: tuple[str, ...]
    cautions: tuple[str, ...]
    unanswered: tuple[str, ...]
    decided: bool

    @property
    def blocked(self) -> bool:
        """Whether needling must wait for a clinician's decision."""
        return bool(self.stops) and not self.decided


def checklist_result(
    guide: AftercareGuide, answers: Iterable[ChecklistAnswer], decision: str = ""
) -> ChecklistResult:
    """What these answers mean, in the order of the checklist; of two answers to a question the last counts.

    An answer marked stop blocks needling until a clinician's decision is recorded; one marked caution must be
    read by the clinician first (content/aftercare.toml, checklist_rule). No answer is not a "no".
    """
    given = {answer.item: answer.yes for answer in answers}
    raised = [
        item for item in guide.checklist if item.id in given and given[item.id] == (item.if_answer == "yes")
    ]
    return ChecklistResult(
        stops=tuple(item.id for item in raised if item.flag == "stop"),
        cautions=tuple(item.id for item in raised if item.flag == "caution"),
        unanswered=tuple(item.id for item in guide.checklist if item.id not in given),
        decided=bool(decision.strip()),
    )
