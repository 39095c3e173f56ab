"""The look of all outputs: what is read of the templates, once."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.kinds import DEFAULT_PAPER, SIZES, Paper
from course.languages import is_right_to_left

# The theme that papers in large print take their colours from.
LARGE_THEME = "contrast"

if TYPE_CHECKING:
    from course.arrange.look import Look
    from course.theme import Theme
    from course.write import docx, painter


class Templates:
    """The look of all outputs: a folder, a theme in it, and what is read once.

    `deck` is the PowerPoint template, where it is not the theme's own; `paper` is what
    all papers are printed on; `own` is a theme that changes the one of ours.
    """

    def __init__(
        self,
        folder: Path,
        theme: str,
        deck: bytes = b"",
        paper: Paper = DEFAULT_PAPER,
        own: "Theme | None" = None,
    ) -> None:
        self.folder = folder
        self.theme = theme
        self.own_deck = deck
        self.paper = paper
        self.own = own

    def running(self, lang: str) -> "Templates":
        """Give the look as a language needs it: mirrored, if it runs from the right."""
        return self._mirrored if is_right_to_left(lang) else self

    @cached_property
    def _mirrored(self) -> "Templates":
        from course.write.pptx.mirror import mirrored, mirrored_look

        given = (self.folder, self.theme, mirrored(self.deck), self.paper, self.own)
        turned = Templates(*given)
        turned.look = mirrored_look(self.look, self.deck)
        return turned

    @cached_property
    def style(self) -> dict[str, Any]:
        """The theme's colours, fonts and sizes, for paper and web pages."""
        import yaml

        text = (self.folder / f"{self.theme}.yaml").read_text("utf-8")
        style: dict[str, Any] = yaml.safe_load(text)
        width, height = SIZES[self.paper]
        style["paper"]["page"] |= {"width": width, "height": height}
        return self.own.onto(style) if self.own else style

    @cached_property
    def large_style(self) -> dict[str, Any]:
        """The look of papers in large print: high contrast, and sizes of its own."""
        import yaml

        contrast = Templates(self.folder, LARGE_THEME, paper=self.paper).style
        text = (self.folder / "paper" / "large.yaml").read_text("utf-8")
        page = contrast["paper"]["page"]
        sizes = yaml.safe_load(text)
        large = contrast | {"paper": {**sizes, "page": page | sizes["page"]}}
        return large | ({"brand": self.own.brand} if self.own else {})

    @cached_property
    def deck(self) -> bytes:
        """The PowerPoint template."""
        if self.own_deck:
            return self.own_deck
        if self.own:
            from course.write import template

            made = template.deck(self.folder, self.style)
            logo = self.own.logo
            return template.with_logo(made, logo) if logo else made
        return (self.folder / "deck" / f"{self.theme}.pptx").read_bytes()

    @cached_property
    def charts(self) -> dict[str, str]:
        """The XML of charts, by kind."""
        files = (self.folder / "deck" / "charts").glob("*.xml")
        return {path.stem: path.read_text("utf-8") for path in files}

    @cached_property
    def document(self) -> bytes:
        """The Word template."""
        if self.own:
            from course.write import template

            return template.document(self.folder, self.style)
        data = (self.folder / "paper" / f"{self.theme}.docx").read_bytes()
        if self.paper == DEFAULT_PAPER:
            return data
        from course.write.docx import on_paper

        return on_paper(data, *SIZES[self.paper])

    @cached_property
    def word(self) -> "docx.Template":
        """What Word documents are made of."""
        from course.problems import Place
        from course.write import docx

        place = Place(f"templates/paper/{self.theme}.docx")
        return docx.Template(self.document, self._paper_chart, self.style, place)

    @property
    def _paper_chart(self) -> str:
        if self.own:
            from course.write import template

            return template.paper_chart(self.folder, self.style).decode()
        path = self.folder / "paper" / f"{self.theme}-chart.xml"
        return path.read_text("utf-8")

    @cached_property
    def look(self) -> "Look":
        """What arranging must know of the PowerPoint template."""
        from course.read.look import from_json, read_look

        if self.own_deck or self.own:
            return read_look(self.deck)
        return from_json(
            (self.folder / "deck" / f"{self.theme}.json").read_text("utf-8")
        )

    @cached_property
    def painter(self) -> "painter.Template":
        """What painting slides must know of the PowerPoint template."""
        from course.read.decor import read_decor
        from course.write import painter

        return painter.Template(
            self.look, read_decor(self.deck), self.style, self.folder
        )
