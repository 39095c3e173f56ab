"""The facilitator guide of a module on its own, its minutes counted from zero."""

from course.arrange.colophon import small_print
from course.arrange.deck import Deck
from course.arrange.guide.chapters import icebreaker, key, materials, plan, rest, sheet
from course.arrange.guide.front import checklists, myths, objectives, timing
from course.arrange.guide.running import running
from course.arrange.guide.steps import slots_of, steps
from course.arrange.guide.teller import USUAL, Teller, elapsed
from course.arrange.parts import letters, line
from course.arrange.sheet import Heading, Prose, Section, Sheet
from course.arrange.voices import Telling
from course.assemble import ONLINE
from course.model import Module
from course.text import Cite
from course.wording import dotted


def module_guide(told: Telling, deck: Deck) -> Sheet:
    """Give the guide of a module, with the slides of its deck."""
    course, module, voices = told
    teller = Teller(course, voices, USUAL, elapsed)
    alone = (module,)
    found, runs = steps(slots_of(module), deck, 0, alone)
    during = teller.module(module)
    begins = Heading(letters(teller.words.step_by_step), 1, is_on_new_page=True)
    title_of_key = letters(teller.words.key.format(version=ONLINE))
    over_key = Heading(title_of_key, 1, is_on_new_page=True)
    sections = (
        _head(module, teller),
        objectives(module, teller),
        *checklists(alone, teller),
        materials(alone, teller),
        plan(found, teller, is_on_new_page=True),
        *timing(module, teller),
        *myths(module, teller),
        *icebreaker(alone, teller),
        Section("steps", voices.lang, (begins,)),
        *(one for step in found for one in running(step, teller, during)),
        *rest(runs, teller),
        *key(module, teller, over_key),
        small_print(course, alone, voices),
    )
    title = voices.named(module.text.title)
    return sheet(teller, title, voices.named(course.text.publisher), sections)


def _head(module: Module, teller: Teller) -> Section:
    text = module.text
    piece = teller.voices.settle(text.title)
    wording, words = piece.wording, piece.wording.labels
    taught = Cite(teller.course.paragraphs(text.section))
    facts = dotted(
        words.guide,
        words.module.format(number=module.number),
        wording.minutes(text.minutes),
        wording.source(teller.course.symbol, taught),
    )
    title = Heading(line(piece.parts[0], wording), 1)
    body = (title, Prose(letters(facts), small=True))
    return Section("head", piece.lang, body, piece.mark)
