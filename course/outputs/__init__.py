"""The tables of outputs: each file that is made, of what, and how."""

from course.outputs.course import COURSE, COURSE_OUTPUTS, CourseJob
from course.outputs.module import OUTPUTS, Job
from course.outputs.site import SITE, SITE_OUTPUTS, SiteJob
from course.outputs.templates import Templates
from course.outputs.work import Output, Work

__all__ = [
    "COURSE",
    "COURSE_OUTPUTS",
    "OUTPUTS",
    "SITE",
    "SITE_OUTPUTS",
    "CourseJob",
    "Job",
    "Output",
    "SiteJob",
    "Templates",
    "Work",
]
