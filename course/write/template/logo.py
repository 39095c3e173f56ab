"""A logo on the cover of a PowerPoint template."""

from io import BytesIO
from typing import Any

from course.model import Picture
from course.write.archive import repack

COVER = "Title"
# A white plate at the top right of the cover: where its right edge and its top are, the
# most it takes, and the air around the logo; in inches.
RIGHT, TOP = 12.55, 0.45
WIDEST, HIGHEST = 2.4, 0.95
AIR = 0.1


def with_logo(template: bytes, logo: Picture) -> bytes:
    """Give a template with a logo on its cover, on a plate of its own."""
    from pptx import Presentation
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.shapes.shapetree import SlideShapes
    from pptx.util import Inches

    deck: Any = Presentation(BytesIO(template))
    (cover,) = (one for one in deck.slide_layouts if one.name == COVER)
    shapes: Any = SlideShapes(cover.shapes._spTree, cover)
    widest, highest = WIDEST - 2 * AIR, HIGHEST - 2 * AIR
    scale = min(widest / logo.width, highest / logo.height)
    width, height = logo.width * scale, logo.height * scale
    left = RIGHT - width - 2 * AIR
    box = (left, TOP, width + 2 * AIR, height + 2 * AIR)
    plate = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    plate.name = "Plate"
    plate.fill.solid()
    plate.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    plate.line.fill.background()
    style = plate._element.find(f"{{{plate._element.nsmap['p']}}}style")
    plate._element.remove(style)
    inner = (left + AIR, TOP + AIR, width, height)
    picture = shapes.add_picture(BytesIO(logo.data), *map(Inches, inner))
    picture.name = "Logo"
    made = BytesIO()
    deck.save(made)
    return repack(made.getvalue())
