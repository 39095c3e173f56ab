"""The pages of a course for learners, in a folder of their own."""

from collections.abc import Mapping, Sequence

from course.languages import own_name
from course.model import CourseText
from course.outputs.templates import Templates
from course.outputs.work import Output, Work
from course.spoken import Spoken, Tongue

# The folder of the pages; no module may have this name.
SITE = "site"


class SiteJob(Work):
    """A course in one language as a site; others are linked, page by page."""

    name = SITE

    def __init__(
        self, spoken: Spoken, templates: Templates, others: Sequence[Tongue] = ()
    ) -> None:
        super().__init__(spoken, templates)
        self.others = tuple(others)

    @property
    def title(self) -> str:
        """What it is called on the index."""
        return self.labels.site

    @property
    def outputs(self) -> "tuple[Output[SiteJob], ...]":
        """All files that can be made of it."""
        return SITE_OUTPUTS

    @property
    def source(self) -> CourseText:
        """The course's own words."""
        return self.spoken.course.text

    def site(self) -> Mapping[str, bytes]:
        """Give all pages, and what they need."""
        from course.arrange.site import site
        from course.write.site import Twin, write

        told = self.spoken
        pages = site(told.course, told.voices)
        twins = [Twin(one.lang, own_name(one.lang), one.name) for one in self.others]
        return write(pages, twins, self.templates.folder, self.templates.style)


SITE_OUTPUTS: tuple[Output[SiteJob], ...] = (
    Output("web", "index.html", SiteJob.site, "site", "web_page"),
)
