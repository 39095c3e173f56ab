"""What a course is: modules of topics, and each topic's five parts.

The fields of these classes are the keys of the source files: the reader, the JSON
Schema for editors and the walk for translators are all made from them. A field's
note (`About`) is what an author sees in the editor. Texts are `Text` (blocks) or
`Words` (one line); only these are translated.
"""

from course.model.activity import (
    Activity,
    Aims,
    Checklist,
    FormPart,
    Grid,
    Lines,
    Ratings,
)
from course.model.course import (
    Course,
    CourseText,
    Module,
    Picture,
)
from course.model.frame import Assessment, Form, Frame
from course.model.glossary import (
    Glossary,
    Term,
)
from course.model.keys import (
    About,
    Id,
    Level,
    Name,
)
from course.model.module import (
    Guide,
    ModuleText,
    Myth,
    Objective,
    Quiz,
    Topic,
    Wrap,
)
from course.model.questions import (
    Choice,
    Keep,
    Matching,
    Option,
    Pair,
    Question,
    Right,
    Twins,
    When,
    Wrong,
)
from course.model.report import (
    Doubt,
    Footnote,
    Passage,
    Prints,
    Recommendation,
    Report,
    Section,
)
from course.model.slides import (
    STANDING,
    Bar,
    Charted,
    ChartSlide,
    Layout,
    Period,
    PeriodsSlide,
    PictureSlide,
    QuizSlide,
    Series,
    SeriesSlide,
    Slide,
    TextSlide,
)

__all__ = [
    "STANDING",
    "About",
    "Activity",
    "Aims",
    "Assessment",
    "Bar",
    "ChartSlide",
    "Charted",
    "Checklist",
    "Choice",
    "Course",
    "CourseText",
    "Doubt",
    "Footnote",
    "Form",
    "FormPart",
    "Frame",
    "Glossary",
    "Grid",
    "Guide",
    "Id",
    "Keep",
    "Layout",
    "Level",
    "Lines",
    "Matching",
    "Module",
    "ModuleText",
    "Myth",
    "Name",
    "Objective",
    "Option",
    "Pair",
    "Passage",
    "Period",
    "PeriodsSlide",
    "Picture",
    "PictureSlide",
    "Prints",
    "Question",
    "Quiz",
    "QuizSlide",
    "Ratings",
    "Recommendation",
    "Report",
    "Right",
    "Section",
    "Series",
    "SeriesSlide",
    "Slide",
    "Term",
    "TextSlide",
    "Topic",
    "Twins",
    "When",
    "Wrap",
    "Wrong",
]
