"""What is stored is plain text, whatever a rule handed out."""

from homecare.documents import document_of
from homecare.domain.library.diary import AlertId
from homecare.domain.records.plan import AlertConfirmed, DoseDecided
from homecare.domain.safety.holds import HoldCode
from tests.domain.care_plan import stamp, when


def test_a_code_that_a_rule_handed_out_is_stored_as_the_plain_text_it_stands_for() -> None:
    confirmed = AlertConfirmed(**stamp(when(1), 1), alert=AlertId.NIGHT, answer="will-call")
    decided = DoseDecided(
        **stamp(when(1), 2),
        condition="plantar-fasciitis",
        item="short-foot-seated",
        advice="hold",
        accepted=True,
        reason=HoldCode.RED_REST,
        entries=(AlertId.NUMB,),
    )
    stored = [document_of(confirmed)["alert"], document_of(decided)["reason"], *decided.entries]

    assert stored == ["al-night", "red-rest", "al-numb"]
    assert {type(text) for text in stored} == {str}
