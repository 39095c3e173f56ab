"""The product's own words: those that it adds to a course's.

Every field of `Labels` is a message: its name is the slot, its note tells the
translator where the words appear. Computed values are never part of a message;
where a label needs one, it is a named placeholder.
"""

from dataclasses import dataclass, fields

from course.labels.asking import AskingLabels
from course.labels.label import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels(AskingLabels):
    """Words that the product adds to a course's own."""

    # Citations
    paragraph: str = label("para. {numbers}", "citation of one paragraph: para. 45")
    paragraphs: str = label("paras. {numbers}", "citation of several: paras. 42, 44–46")
    footnote: str = label("footnote {numbers}", "citation of one footnote")
    footnotes: str = label("footnotes {numbers}", "citation of several footnotes")
    comma: str = label(", ", "stands between the numbers of a citation")
    source: str = label("Source: {symbol}, {citation}", "foot of a slide")
    counted: str = label(
        "Counted by the authors.", "below a chart whose numbers the authors counted"
    )
    parenthesis: str = label("({words})", "a citation inside running text")

    # The deck
    colon: str = label(": ", "stands after the name of something")
    module: str = label("Module {number}", "above a module’s title")
    agenda: str = label("What we will do", "headline of the agenda slide")
    agenda_again: str = label(
        "Where we are", "headline of the agenda, shown again in the middle"
    )
    agenda_again_aloud: str = label(
        "Say in one sentence what is done, and what comes next. Ask how much time "
        "people need.",
        "notes of the agenda, shown again in the middle",
    )
    case: str = label("A case", "headline of a slide with the case of a quiz item")
    answer: str = label("Answer: {stem}", "headline of a slide with a quiz answer")
    aims: str = label(
        "At the end you will be able to …", "headline of the slide of objectives"
    )
    part_of: str = label("{headline} ({part}/{parts})", "headline of a continued slide")
    aims_aloud: str = label(
        "Let somebody read the aims aloud. Ask which one matters most in this room.",
        "notes of the slide of objectives",
    )
    agenda_aloud: str = label(
        "Show the way in one minute. Say when the break is.", "notes of the agenda"
    )
    quiz: str = label("Quiz", "the quiz, in the agenda and on its slide")
    quiz_invitation: str = label(
        "Check for yourself what you take home", "headline of the quiz slide"
    )
    quiz_how: str = label(
        "Answer alone, on paper. Then compare your answers with your neighbour’s.",
        "on the quiz slide",
    )
    quiz_items: str = label("Questions: {number}", "on the quiz slide")
    quiz_aloud: str = label(
        "Hand out the papers. Give the time, and go through the key afterwards: the "
        "reasons matter more than the score.",
        "notes of the quiz slide",
    )
    closing: str = label("Lessons and action plan", "an entry of the agenda")
    lessons: str = label("Keep in mind", "headline of the slide of key lessons")
    action: str = label(
        "One line for your action plan", "headline of the action-plan slide"
    )
    action_aloud: str = label(
        "Two minutes of silence. Everybody writes one line, with a date.",
        "notes of the action-plan slide",
    )
    about: str = label("About this material", "headline of the imprint slide")
    source_version: str = label(
        "source version {commit}", "in the imprint: which commit of the sources it is"
    )
    draft: str = label("Draft", "in the imprint of a translation that may have gaps")
    final_version: str = label(
        "Final version", "in the imprint of a translation without gaps and mistakes"
    )
    coverage_full: str = label(
        "translation complete and reviewed", "in the imprint of a translation"
    )
    coverage: str = label(
        "{percent} translated and reviewed", "in the imprint of a translation with gaps"
    )
    to_review: str = label(
        "to be reviewed: {number} ({names})",
        "in the imprint: translations whose source has changed, and where they stand",
    )
    to_translate: str = label(
        "not translated: {number} ({names})",
        "in the imprint: texts without a translation, and where they stand",
    )
    and_more: str = label("{names} and {number} more", "end of a list cut short")
    continued: str = label("continued", "notes of a slide that continues another")

    # Activities
    activity: str = label("Activity: {title}", "headline of an activity's slide")
    time: str = label("Time", "of an activity")
    group: str = label("Groups", "of an activity")
    product: str = label("Result", "what groups have at the end of an activity")
    materials: str = label("Materials", "of an activity, in the notes")
    cards: str = label("Cards", "of an activity, in the notes")
    debrief: str = label("Debriefing", "of an activity, in the notes")
    answers: str = label("Expected answers", "of an activity, in the notes")
    steps: str = label("Steps", "of an activity, in the notes")

    # Notes
    minutes: str = label("Time: {minutes}", "first line of a slide’s notes")
    sources: str = label("Sources: {citation}", "last line of a slide’s notes")
    editor: str = label("Editor’s note", "where the report’s text may mislead")

    # Paper
    note_pages: str = label(
        "Slides with lines for notes", "kind of paper: three slides a page"
    )
    handout: str = label("Handout", "kind of paper")
    objectives: str = label("What you can do at the end", "heading of the handout")
    summary: str = label("In short", "heading of the handout’s summary")
    figure: str = label("Figure {number}", "caption of a chart or picture")
    table: str = label("Table {number}", "caption of a table")
    caption: str = label("{label}. {title}", "caption: Table 1. Headline")
    references: str = label("Sources", "heading of the list of sources")
    report_line: str = label(
        "Report {symbol}, {title}", "first entry of the list of sources"
    )
    references_more: str = label(
        "The handout lists all documents that this module cites.",
        "below the sources on a slide",
    )
    key_terms: str = label("Key terms", "heading of the handout’s table of terms")
    examples: str = label("Examples in the report", "heading of a table of places")
    examples_how: str = label(
        "As the report tells them, mostly from contributions; "
        "it does not evaluate them.",
        "below that heading",
    )
    place: str = label("Place", "head of a column: town, province, network")
    what: str = label("What was done", "head of a column")
    myths: str = label("Myths and facts", "heading in the handout")
    myth: str = label("People say", "head of a column: what many believe")
    fact: str = label("The report says", "head of a column: what is true")
    self_questions: str = label("Check yourself", "heading above questions without key")
    self_how: str = label(
        "The text above holds the answers. The quiz on paper or in the browser asks "
        "more, and gives the reasons.",
        "below that heading",
    )
    own_notes: str = label("My notes", "above empty lines")
    more: str = label("To read on", "heading of a list of addresses")
    page: str = label("Page {page} of {pages}", "foot of a page")
    years: str = label("Years", "head of the column of years in a table")
    contents: str = label("Theme", "head of the first column of a chart’s data")

    # Quiz
    paper: str = label("Quiz {version}", "kind of paper")
    key: str = label("Answer key {version}", "kind of paper")
    name: str = label("Name", "place to write on a quiz")
    unit: str = label("Department", "place to write on a quiz")
    date: str = label("Date", "place to write on a quiz")
    score: str = label("Score", "place to write on a quiz")
    one_right: str = label(
        "One answer is right, unless a question says otherwise. Tick its box.",
        "instruction",
    )
    several_right: str = label("Tick {number} answers.", "instruction of one question")
    match_how: str = label(
        "Write the letter of what belongs to each. Some letters stay unused.",
        "instruction of a matching question",
    )
    right: str = label("Right", "mark beside a right answer")
    wrong: str = label("Wrong", "mark beside a wrong answer")
    key_table: str = label("All answers at a glance", "heading in the key")
    points: str = label("{number} questions, {points} points", "head of the quiz")
    reasons: str = label("Answers and reasons", "heading in the key")

    # The answer sheet of a quiz, to be read by a machine
    answer_sheet: str = label("Answer sheet", "kind of paper: boxes to fill in")
    answer_table: str = label(
        "for programs that read scanned answer sheets", "beside a file of data"
    )
    stencil: str = label(
        "Marking stencil", "kind of paper: is laid over an answer sheet to mark it"
    )
    variant: str = label("Version {version}", "on an answer sheet: the quiz’s version")
    learner_number: str = label(
        "Learner number", "on an answer sheet, above boxes for digits"
    )
    fill_number: str = label(
        "Write your number, then fill in one box below each digit.",
        "instruction on an answer sheet",
    )
    fill_code: str = label(
        "Write your code, then fill in the box of each letter and digit below it.",
        "instruction on an answer sheet",
    )
    fill_pencil: str = label(
        "Use a 2B pencil. Fill in the whole box, dark and even.",
        "instruction on an answer sheet",
    )
    fill_one: str = label(
        "Fill in one box in a row, unless the question asks for more.",
        "instruction on an answer sheet",
    )
    fill_match: str = label(
        "Rows {first}, {second} … belong to one question: fill in the letter for each "
        "of its lines, from the top.",
        "instruction on an answer sheet, for questions where one matches",
    )
    fill_change: str = label(
        "To change an answer, rub it out cleanly.", "instruction on an answer sheet"
    )
    fill_keep: str = label(
        "Do not fold the sheet. Write nothing on or near the black squares and codes.",
        "instruction on an answer sheet",
    )
    filled_right: str = label("Right", "before a box that is filled in as it should be")
    filled_wrong: str = label("Wrong", "before boxes that are not filled in well")
    sheet_number: str = label(
        "Sheet no. {digits}", "foot of an answer sheet: digits that tell it apart"
    )
    stencil_how: str = label(
        "Print at 100 % on film, or on paper and punch out the rings. Lay it over the "
        "sheet so that the six squares meet, and count the rings that are filled in.",
        "instruction on a marking stencil",
    )
    qr_alt: str = label("QR code: {text}", "read aloud in place of a code")
    strip_alt: str = label("Strip of bits: {digits}", "read aloud in place of a code")
    field_alt: str = label(
        "{name}: boxes to fill in", "read aloud in place of a picture"
    )
    rows_alt: str = label(
        "Boxes to fill in, questions {first} to {last}",
        "read aloud in place of a picture",
    )
    examples_alt: str = label(
        "One box that is filled in well; four that are not: a tick, a cross, a dot, "
        "half a box",
        "read aloud in place of a picture",
    )
    stencil_alt: str = label(
        "Right answers: {answers}", "read aloud in place of a picture"
    )

    # The workbook
    workbook: str = label("Workbook", "kind of paper: all papers of a course, bound")
    contents_title: str = label("Contents", "heading of the list of chapters")
    index_title: str = label("Index", "heading of the list of terms with their pages")
    plan: str = label(
        "One line from each module", "heading of the page with lines for each module"
    )
    plan_how: str = label(
        "At the end of each module, write one line here, with a date. "
        "From these lines you make your action plan.",
        "below that heading",
    )
    see_plan: str = label(
        "Write it on page {page}.", "in a handout’s box on the action plan, in a book"
    )
    page_head: str = label("Page", "head of a narrow column of a programme")
    quiz_apart: str = label(
        "on a sheet of its own, which the trainers hand out",
        "of a quiz, in a programme",
    )
    wrap_how: str = label(
        "read “Keep in mind” and write one line for your plan", "of a module’s end"
    )
    exchange_how: str = label(
        "ask what is still open; “My notes” has room for it", "of time for questions"
    )
    farewell_how: str = label(
        "fill in the evaluation form", "of the last entry of a programme"
    )
    tear_out: str = label(
        "This leaf bears no name: tear it out and hand it in.", "on a form in a book"
    )
    book_title: str = label("How to use this book", "heading")
    book_pages: str = label(
        "The programme names the page for each part of the day. There is room for your "
        "notes at the end of each module.",
        "how to use a workbook",
    )
    book_activities: str = label(
        "Each activity has a page: with whom, how long, what you get, what you make. "
        "Cards and signs are handed out by the trainers.",
        "how to use a workbook",
    )
    book_quizzes: str = label(
        "Quizzes, and tests before and after where there are any, are on sheets of "
        "their own. “Check yourself” is for you alone; its answers are in the text.",
        "how to use a workbook",
    )
    book_forms: str = label(
        "Forms without a name stand at the end, each on a leaf that can be torn out.",
        "how to use a workbook",
    )
    book_plan: str = label(
        "At the end of each module you write one line on page {page}.",
        "how to use a workbook",
    )
    book_report: str = label(
        "“Para.” and “footnote” tell where in the report something stands:",
        "how to use a workbook; below it, the report’s title and address",
    )

    # Activities on paper
    activities: str = label("Activities", "kind of paper: sheets for learners")
    activity_answers: str = label(
        "Activities, with expected answers", "kind of paper, for trainers"
    )
    task: str = label("Task", "of an activity, above one sentence")
    provided: str = label("What you get", "of an activity, above a list of things")
    in_the_end: str = label(
        "{minutes} – all together: what have we found?", "the last step of an activity"
    )
    take_away: str = label(
        "What I take away from it", "above empty lines on an activity’s sheet"
    )
    cut: str = label("Cards to cut out", "heading above cards")

    # Forms
    in_place: str = label("in place", "narrow column of a checklist: it is done")
    partly: str = label("partly", "narrow column of a checklist: done in part")
    not_yet_done: str = label("not yet", "narrow column of a checklist: not done")
    not_for_us: str = label("not for us", "narrow column of a checklist: no task here")
    evidence: str = label("What shows it", "column of a checklist, to be filled in")
    next_step: str = label("Next step", "column of a checklist, to be filled in")
    forms: str = label("Forms", "kind of paper: evaluation and follow-up forms")

    # The test before and after a course
    before: str = label("Test before the course", "kind of paper")
    after: str = label("Test after the course", "kind of paper")
    key_to: str = label("Answer key: {title}", "kind of paper")
    own_code: str = label("My code", "place to write on the test")

    # Appendix
    appendix: str = label(
        "Appendix", "kind of paper: glossary, sources, what is taught"
    )
    glossary: str = label("Glossary", "heading: terms and what they mean")
    term: str = label("Term", "head of a column")
    meaning: str = label("What it means", "head of a column")
    where: str = label("Where", "head of a column: paragraphs of the report")
    taught: str = label(
        "Where the course teaches the report", "heading of a table in the appendix"
    )
    taught_how: str = label(
        "Each paragraph of the report, the topics that cite it, and how many "
        "questions ask for it.",
        "below that heading",
    )
    passage: str = label("Para.", "head of a narrow column: number of a paragraph")
    topics: str = label("Topics", "head of a column")
    questions: str = label("Questions", "head of a narrow column: how many")
    recommended: str = label(
        "What the report recommends", "heading of a table in the appendix"
    )
    recommended_how: str = label(
        "The recommendations of the report, one at a time, in the authors’ words. The "
        "numbers are the authors’ own.",
        "below that heading",
    )
    recommendation: str = label("Recommendation", "head of a column")

    # Quiz in a browser
    check: str = label("Check my answer", "button")
    again: str = label("Start again", "button")
    choose: str = label("Choose …", "first entry of a list to choose from")
    not_chosen: str = label("Choose an answer first.", "message")
    correct: str = label("Correct.", "message after a right answer")
    not_yet: str = label("Not yet.", "message after a wrong answer")
    so_far: str = label("Right so far: {right} of {total}", "message")
    self_check: str = label(
        "A self-check: nothing is stored, and nothing is sent.", "below the title"
    )

    # Pages for learners
    web_page: str = label(
        "for the browser and the phone, without a network", "beside a page of a paper"
    )
    plain_text: str = label("plain text", "beside a paper as letters only")
    site: str = label("Course for learners", "kind of output: pages for the browser")
    book: str = label("Handouts as an e-book", "kind of output, to read on a phone")
    book_access: str = label(
        "Headings, lists and tables are marked as such. Charts are tables. "
        "Pictures are described.",
        "of the e-book: how people can read it who do not see it",
    )
    to_text: str = label("Skip to the text", "first link of a page, for the keyboard")
    menu: str = label("Contents", "opens the list of all pages, or begins a book")
    on_page: str = label("On this page", "above the list of a page’s headings")
    start: str = label("Start", "link to the first page")
    modules: str = label("Modules", "heading of the list of modules")
    before_this: str = label("Back: {title}", "link to the page before")
    after_this: str = label("Next: {title}", "link to the page after")
    other_languages: str = label("This page in other languages", "name of links")
    search: str = label("Search", "button, and title of a page")
    search_for: str = label("Search the course for", "beside the field to type in")
    found: str = label("Found: {number}", "how many places a search has found")
    nothing_found: str = label(
        "Nothing found. Try a shorter or another word.", "message of the search"
    )
    search_script: str = label(
        "The search needs JavaScript. Everything else works without it.",
        "where JavaScript is turned off",
    )
    back_to_text: str = label(
        "back to the text, place {number}", "in the list of sources: link to a citation"
    )
    write_here: str = label("Write here", "name of an empty field, read aloud")

    # Signs of what is not translated yet
    untranslated: str = label(
        "Not yet translated: shown in {language}.",
        "marks a slide, section or question that has no translation yet",
    )

    # A workshop
    programme: str = label("Programme", "of a workshop: paper, and a slide’s headline")
    opening: str = label("Welcome", "an entry of the programme")
    farewell: str = label(
        "Feedback and certificates", "the last entry of the programme"
    )
    pause: str = label("Break", "an entry of the programme")
    lunch: str = label("Lunch", "an entry of the programme")
    exchange: str = label(
        "Questions and exchange", "time that is left, in the programme"
    )
    resumed: str = label(
        "{title} (continued)", "a module that goes on after a break, in the programme"
    )
    now: str = label("Now: {title}", "headline of the programme, before a module")
    back_at: str = label("We go on at {time}", "headline of the slide for a break")
    welcome_aloud: str = label(
        "Welcome everybody. Has everybody signed the list? Let people say who they are "
        "and what they hope for.",
        "notes of a workshop’s first slide",
    )
    programme_aloud: str = label(
        "Say in one sentence what lies behind us, and in one what comes next.",
        "notes of the programme",
    )
    pause_aloud: str = label(
        "Say aloud when we go on, and begin on time.", "notes of the slide for a break"
    )
    exchange_aloud: str = label(
        "Answer the questions that were put aside. If there are none, let pairs tell "
        "each other what they will use first.",
        "notes of the slide for questions",
    )
    farewell_aloud: str = label(
        "Two things that were good, one to change: on a card, without a name. Hand out "
        "the certificates and say thank you.",
        "notes of a workshop’s last slide",
    )
    any_questions: str = label(
        "Which question is still open for you?", "headline of the slide for questions"
    )
    thanks: str = label("Thank you for your work", "headline of the last slide")
    feedback: str = label(
        "On a card, without your name: two things that were good, one to change.",
        "on the last slide",
    )
    sign_in: str = label("Sign-in sheet", "kind of paper")
    number: str = label("No.", "head of a column: the number of a line")
    signature: str = label("Signature", "head of a column; and a place to sign")
    when: str = label("Date", "of a workshop, on the programme and the certificate")
    venue: str = label("Place", "of a workshop, on the programme and the certificate")
    trainers: str = label("Trainers", "of a workshop, on the programme")
    trainer: str = label("Trainer", "below the line where a trainer signs")
    institute: str = label("Organizer", "of a workshop: who invites to it")
    certificate: str = label("Certificate of attendance", "title of a certificate")
    certify: str = label("This is to certify that", "on a certificate, above a name")
    attended: str = label(
        "took part in the workshop", "on a certificate, between name and title"
    )
    training_time: str = label("Training time", "on a certificate: hours")
    fold: str = label("Fold here", "on a name plate, beside the line to fold at")

    # Index of a build
    index: str = label("What was made", "title of the page that lists all outputs")
    deck: str = label("Slides", "kind of output")
    deck_pdf: str = label("to show without PowerPoint", "beside the slides as PDF")
    deck_notes: str = label(
        "to print, with lines for notes", "beside a PDF of three slides a page"
    )
    whole_course: str = label(
        "The whole course", "title of what stands around the modules"
    )
    all_slides: str = label("All slides: {number}", "opens small pictures of them")
    quiz_online: str = label("Quiz in the browser", "kind of output")
    trainers_only: str = label("for trainers only", "beside the answer key")
    large_print: str = label("large print", "beside a paper in large letters")
    trainers_large: str = label(
        "for trainers only, large print", "beside the answer key in large letters"
    )


def messages() -> dict[str, tuple[str, str]]:
    """Give each label's name, its English words and its note for translators."""
    return {
        one.name: (str(one.default), str(one.metadata["about"]))
        for one in fields(Labels)
    }
