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
from course.model.choices import Choice, Judge, Keep, Option, Right, Wrong
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
from course.model.ordered import Matching, Ordering, Pair, Stage
from course.model.questions import Asked, Attitude, ItemSet, Question, Twins, When
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
from course.model.written import (
    BLANK,
    Blank,
    FillIn,
    MarkingPoint,
    ShortAnswer,
    blanks_in,
)

__all__ = [
    "BLANK",
    "STANDING",
    "About",
    "Activity",
    "Aims",
    "Asked",
    "Assessment",
    "Attitude",
    "Bar",
    "Blank",
    "ChartSlide",
    "Charted",
    "Checklist",
    "Choice",
    "Course",
    "CourseText",
    "Doubt",
    "FillIn",
    "Footnote",
    "Form",
    "FormPart",
    "Frame",
    "Glossary",
    "Grid",
    "Guide",
    "Id",
    "ItemSet",
    "Judge",
    "Keep",
    "Layout",
    "Level",
    "Lines",
    "MarkingPoint",
    "Matching",
    "Module",
    "ModuleText",
    "Myth",
    "Name",
    "Objective",
    "Option",
    "Ordering",
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
    "ShortAnswer",
    "Slide",
    "Stage",
    "Term",
    "TextSlide",
    "Topic",
    "Twins",
    "When",
    "Wrap",
    "Wrong",
    "blanks_in",
]
