"""The facilitator guide: what a trainer must know, beside pictures of the slides."""

from course.arrange.guide.module import module_guide
from course.arrange.guide.workshop import workshop_guide

__all__ = ["module_guide", "workshop_guide"]
