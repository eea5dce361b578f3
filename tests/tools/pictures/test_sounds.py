from pathlib import Path

from tools.pictures.sounds import RATE_HZ, TONES, draw, samples

SOUNDS = Path(__file__).parents[3] / "assets" / "sounds"


def test_the_sounds_in_the_app_are_the_ones_this_script_draws(tmp_path: Path) -> None:
    draw(tmp_path)

    for name in TONES:
        assert (tmp_path / f"{name}.wav").read_bytes() == (SOUNDS / f"{name}.wav").read_bytes()


def test_every_tone_is_short_and_starts_and_ends_in_silence() -> None:
    for notes in TONES.values():
        drawn = samples(notes)

        assert len(drawn) / RATE_HZ < 0.8
        assert abs(drawn[0]) < 300
        assert abs(drawn[-1]) < 300
