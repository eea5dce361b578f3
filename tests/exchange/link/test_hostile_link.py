"""Only a whole plan gets in by a link; anything else is refused in one sentence."""

import random
import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.records.prescription import LightLimits, Prescription
from homecare.exchange.link.plan import KIND, VERSION, plan_text, read_plan
from homecare.exchange.link.text import ALPHABET, LONGEST, text_of
from homecare.exchange.reading.intake import IntakeError
from tests.exchange.link.prescriptions import library, of_phase, prescriptions, richest


def refusal(link: str) -> str:
    with pytest.raises(IntakeError) as caught:
        read_plan(link, library())
    return str(caught.value)


def test_each_kind_of_wrong_link_gets_its_own_sentence() -> None:
    text = plan_text(richest())
    sentences = {
        "cut": refusal(text[:-3]),
        "foreign": refusal("https://example.org/other"),
        "empty": refusal(""),
        "later": refusal(text_of(KIND, VERSION + 1, b"whatever comes")),
        "another kind": refusal(text_of(b"W", 1, b"")),
        "unknown": refusal(text_of(KIND, 1, b"\x01\x02\x03" * 5)),
        "too long": refusal("A" * 100_000),
    }

    assert "damaged or cut short" in sentences["cut"]
    assert "not from homecare" in sentences["foreign"]
    assert "not from homecare" in sentences["empty"]
    assert "later version" in sentences["later"]
    assert "something else" in sentences["another kind"]
    assert "does not know" in sentences["unknown"]
    assert "damaged" in sentences["too long"]
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in sentences.values())


@given(prescriptions(), st.data())
@settings(max_examples=150)
def test_a_changed_character_never_gives_another_plan(wanted: Prescription, data: st.DataObject) -> None:
    text = plan_text(wanted)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from([other for other in ALPHABET if other != text[place]]))

    refusal(text[:place] + letter + text[place + 1 :])


def test_a_thousand_spoilt_links_are_refused_quickly_or_mean_the_same() -> None:
    chance = random.Random(7)
    wanted = richest()
    text = plan_text(wanted)
    spoilt = []
    for _number in range(1000):
        letters = list(text)
        for _change in range(chance.randint(1, 5)):
            place = chance.randrange(len(letters))
            way = chance.randrange(5)
            if way == 0:
                letters[place] = chance.choice(ALPHABET)
            elif way == 1:
                del letters[place:]
                letters.append("X")
            elif way == 2:
                letters.insert(place, chance.choice(string.printable + "é\u202e\x00😀"))
            elif way == 3:
                letters[place:place] = chance.choice(ALPHABET) * chance.choice([1, 500, 50_000])
            else:
                letters = letters[::-1]
        spoilt.append("".join(letters))

    for link in spoilt:
        try:
            assert read_plan(link, library()) == wanted
        except IntakeError as refused:
            assert len(str(refused)) < 200


@given(st.binary(max_size=LONGEST // 2), st.integers(1, VERSION))
@settings(max_examples=300)
def test_any_bytes_with_a_right_checksum_are_a_plan_or_refused(payload: bytes, version: int) -> None:
    try:
        found = read_plan(text_of(KIND, version, payload), library())
    except IntakeError:
        return
    assert read_plan(plan_text(found), library()) == found


def test_a_link_cannot_raise_the_limits_or_load_a_broken_bone() -> None:
    pf = library().condition("plantar-fasciitis").phase("pf-2")
    raised = replace(of_phase("plantar-fasciitis", pf), limits=LightLimits(green_max=2, amber_max=9))
    sf = library().condition("stress-fracture").phase("sf-1")
    loaded = replace(of_phase("stress-fracture", sf), items=of_phase("plantar-fasciitis", pf).items)

    assert "may be lowered but not raised" in refusal(plan_text(raised))
    assert "puts weight through the foot" in refusal(plan_text(loaded))
