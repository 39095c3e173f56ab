"""Words on kinds of quiz items: statements, orders, blanks, answers, attitudes."""

from dataclasses import dataclass

from course.labels.guide import GuideLabels
from course.labels.label import label


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingLabels(GuideLabels):
    """What stands around questions that do not only have options."""

    # On paper
    true: str = label("True", "answer to a statement; in Chinese with √")
    false: str = label("False", "answer to a statement; in Chinese with ×")
    order_how: str = label(
        "Write the letters in the right order into the boxes.",
        "instruction of a question that asks what comes first",
    )
    fill_how: str = label("Fill in.", "instruction of a sentence with blanks")
    short_how: str = label(
        "Answer in your own words. Points: {points}", "instruction of a question"
    )
    case_of: str = label(
        "Questions {first} to {last} are about this case.", "above a case"
    )
    attitude_how: str = label(
        "Tick one box in each row. No answer is wrong, and none is scored.",
        "instruction above statements to agree with",
    )
    disagree_strongly: str = label(
        "strongly disagree", "narrow column: least of five steps"
    )
    disagree: str = label("disagree", "narrow column: second of five steps")
    undecided: str = label("neither", "narrow column: middle of five steps")
    agree: str = label("agree", "narrow column: fourth of five steps")
    agree_strongly: str = label("strongly agree", "narrow column: last of five steps")
    also: str = label("also: ", "before other answers that count")
    model_answer: str = label("Model answer", "in the key, above an answer")
    worth: str = label("Points: {points}", "in the key, of an answer or a part of it")

    # On an answer sheet
    fill_judge: str = label(
        "Where one says whether a statement is true: A is true, B is false.",
        "instruction on an answer sheet",
    )
    fill_order: str = label(
        "Rows {first}, {second} … belong to one question: fill in the letter of what "
        "comes first, then of what comes second, and so on.",
        "instruction on an answer sheet, for questions on an order",
    )
    fill_scale: str = label(
        "Rows with boxes from 1 to 5: 1 is “{least}”, 5 is “{most}”.",
        "instruction on an answer sheet, for statements to agree with",
    )
    fill_marker: str = label(
        "Write the answers to questions {numbers} on the question paper. Their boxes "
        "here are for the marker.",
        "instruction on an answer sheet",
    )

    # In a browser
    order_online: str = label(
        "Choose the place of each step.", "instruction of a question in the browser"
    )
    blank_alt: str = label("Blank {number}", "read aloud: a place to type in")
    your_answer: str = label("My answer", "read aloud: a place to type in")
    compared: str = label(
        "Compare your answer with the model answer.",
        "message after somebody has answered in their own words",
    )
    not_written: str = label("Write an answer first.", "message")
