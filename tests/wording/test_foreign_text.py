"""Names and notes from other people's files."""

from homecare.wording.foreign_text import LONGEST_NAME, one_line_name, readable


def test_a_name_cannot_be_made_to_read_backwards_or_over_several_lines() -> None:
    assert one_line_name("Zoë\u202e evil\u202c\n  O\u2066kafor\u2069\x07") == "Zoë evil Okafor"


def test_a_name_of_hundreds_of_letters_is_cut_and_says_so() -> None:
    cut = one_line_name("Featherstonehaugh-" * 20)

    assert len(cut) == LONGEST_NAME + 1
    assert cut.endswith("…")


def test_letters_of_every_script_emoji_and_line_breaks_of_a_note_stay() -> None:
    note = "李小龙 مريم 👩🏽‍⚕️\nsecond line"

    assert readable(note) == note
