"""The product's own words in the facilitator guide."""

from dataclasses import dataclass

from course.labels.label import label


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideLabels:
    """Words of the facilitator guide, which only trainers read."""

    guide: str = label("Facilitator guide", "kind of paper, for trainers")
    guide_contents: str = label("Contents", "heading of the list of contents")
    people: str = label("{number} people", "how many take part")
    objective_kind_know: str = label(
        "knowledge", "behind an objective: to remember or to understand"
    )
    objective_kind_do: str = label("skill", "behind an objective: to apply, to draft …")
    slide: str = label("Slide {number}", "below the picture of a slide")
    key_question: str = label("Key question", "above a question to the whole room")
    end_slides: str = label(
        "Slides that nobody speaks to", "heading: sources and imprint"
    )

    # Checklists
    checklists: str = label("Before, during and after", "heading above checklists")
    to_do_before: str = label("Before", "head of a checklist: before people come")
    to_do_during: str = label("During", "head of a checklist: while people are there")
    to_do_after: str = label("After", "head of a checklist: when people have left")
    done: str = label("Done", "narrow column of a checklist: to be ticked")
    check_prints: str = label(
        "Print what the table “To print” lists; cut out the cards.", "in a checklist"
    )
    check_room: str = label(
        "Put tables together for groups. Leave a way to the wall and to the door that "
        "a wheelchair can use.",
        "in a checklist",
    )
    check_slides: str = label(
        "Show the slides once on the screen in the room, the last row in mind. Have "
        "the PDF file at hand.",
        "in a checklist",
    )
    check_needs: str = label(
        "Ask who needs large print, an interpreter, a break or a quiet place.",
        "in a checklist",
    )
    check_agree: str = label(
        "Agree at the start: nobody has to tell a story of their own, and no names "
        "leave the room.",
        "in a checklist",
    )
    check_clock: str = label(
        "Keep to the clock in the margin. Put questions that lead away on a sheet, and "
        "come back to them.",
        "in a checklist",
    )
    check_task: str = label(
        "Before each activity, let somebody say the task in their own words, and say "
        "when it ends.",
        "in a checklist",
    )
    check_keys: str = label(
        "Hand out the answer key, and talk about the reasons.", "in a checklist"
    )
    check_tidy: str = label(
        "Take posters and notes down. Keep pictures of them only if all agree, and "
        "without names.",
        "in a checklist",
    )
    check_learnt: str = label(
        "Write down what took longer, what was unclear, and which question nobody "
        "could answer.",
        "in a checklist",
    )

    # Room and materials
    groups: str = label("How many groups", "heading of a table: by number of people")
    groups_how: str = label(
        "Groups × people in each. 2 × 5 + 2 × 4 means: two groups of five and two of "
        "four.",
        "below that table",
    )
    activity_head: str = label("Activity", "head of a column")
    group_text: str = label("As planned", "head of a column: “groups of 4”")
    prints: str = label("To print", "heading of a table")
    thing: str = label("What", "head of a column: what is to be printed or put out")
    name_plates: str = label("Name plates", "kind of paper, in a list")
    card_set: str = label(
        "{title}: cards to cut out, {number} in a set", "in a list of what to print"
    )
    activity_sheet: str = label("{title}: activity sheet", "in a list of what to print")
    things: str = label("On the tables", "heading of a table of materials")
    things_how: str = label(
        "A number says how many groups, pairs or people something is for.",
        "below that table",
    )

    # Session plan
    session_plan: str = label("Session plan", "heading of a table by the clock")
    clock: str = label("Time", "narrow column of the session plan: from when to when")
    plan_minutes: str = label("Min", "narrow column of the session plan")
    part: str = label("Part", "column of the session plan: what is taught")
    method: str = label("Trainer and participants", "column of the session plan")
    slides: str = label("Slides", "narrow column of the session plan: their numbers")
    outcome: str = label(
        "Product, check for learning", "column of the session plan: what comes of it"
    )
    total: str = label("Total: {minutes}", "last line of a table of minutes")
    of_objectives: str = label("objectives {numbers}", "which ones a part serves")
    experience: str = label("Concrete experience", "phase of Kolb’s learning cycle")
    reflection: str = label("Reflective observation", "phase of Kolb’s learning cycle")
    concepts: str = label("Abstract conceptualization", "phase of Kolb’s cycle")
    experiment: str = label("Active experimentation", "phase of Kolb’s learning cycle")
    trainer_does: str = label("Trainer", "before what the trainer does")
    people_do: str = label("Participants", "before what they do")
    stop: str = label(". ", "stands between short sentences")
    semicolon: str = label("; ", "stands between materials, in the session plan")
    way_hook: str = label("Opening case", "method, in the session plan")
    way_input: str = label("Input", "method, in the session plan")
    way_questions: str = label("Input with questions", "method, in the session plan")
    way_activity: str = label("Activity", "method, in the session plan")
    way_quiz: str = label("Quiz on paper", "method, in the session plan")
    way_wrap: str = label("Closing round", "method, in the session plan")
    leads_hook: str = label("tells the case, asks, listens", "what the trainer does")
    leads_input: str = label("shows, explains", "what the trainer does")
    leads_questions: str = label(
        "shows, explains, asks the room", "what the trainer does"
    )
    leads_activity: str = label(
        "gives the task, keeps the time, leads the debriefing", "what the trainer does"
    )
    leads_quiz: str = label(
        "hands out the papers, goes through the reasons", "what the trainer does"
    )
    leads_wrap: str = label("comes back to what matters", "what the trainer does")
    join_hook: str = label("talk in pairs, answer", "what the participants do")
    join_input: str = label("listen, ask", "what the participants do")
    join_questions: str = label("listen, think, answer", "what the participants do")
    join_quiz: str = label(
        "answer alone, compare with a neighbour", "what the participants do"
    )
    join_wrap: str = label(
        "write one line of their action plan", "what the participants do"
    )
    check_quiz: str = label("quiz: {numbers}", "which quiz questions check a part")
    check_answers: str = label("answers in the room", "how learning is checked")

    # Time
    time_short: str = label("If time is short", "heading")
    time_long: str = label("If there is more time", "heading")
    may_drop: str = label(
        "may be dropped", "of a part that a shorter course leaves out"
    )
    drops: str = label("These parts may be dropped as a whole:", "before a list")
    saves: str = label("{title}: saves {minutes}", "an entry of that list")
    uncounted: str = label(
        "{minutes}, not counted in the plan", "below an activity before the first part"
    )

    step_by_step: str = label("Step by step", "heading above all slides and notes")

    # Care
    care: str = label("Do no harm", "heading: how to keep people safe")
