"""A page that answers as the real one does, for the files that it is given."""

import json

from homecare.host.page.asking import PATIENCE_S, Answer, Details


class Page:
    """Holds `files` by number; `picks` is its answer to a wish for files, `asked` what it was asked."""

    def __init__(self, files: dict[int, bytes], picks: str | None = None) -> None:
        self.files = dict(files)
        self.asked: list[str] = []
        self._picks = picks

    @property
    def offered(self) -> str:
        """Its files as it names them to Python."""
        return json.dumps(
            [
                {"number": number, "name": f"{number}.json", "size": len(data)}
                for number, data in self.files.items()
            ]
        )

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        self.asked.append(name)
        if name == "piece" and details is not None:
            start, end = int(str(details["start"])), int(str(details["end"]))
            return self.files.get(int(str(details["number"])), b"")[start:end]
        if name == "let-go" and details is not None:
            self.files.pop(int(str(details["number"])), None)
        return (self._picks if self._picks is not None else self.offered) if name == "pick" else ""
