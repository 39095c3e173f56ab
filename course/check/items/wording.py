"""Rules on the words of an item: what it asks, and how. In every language."""

import re
from collections.abc import Iterator

from course.check.items.item import Item
from course.languages import parts as tag_parts
from course.languages import places
from course.model import Choice, FillIn, Judge, ShortAnswer
from course.problems import Problem
from course.text import Words

CLOSING = "”’\"')）」』»*_ "
STOPS = ".。．"
ASKS = ("?", "？", "؟", ";")


def stem_is_no_question(item: Item) -> Iterator[Problem]:
    """C203: a stem does not end with a question mark.

    A half sentence that each option ends makes people read it four times. Ask a
    question. Where one says whether a statement is true, it must not be one; a
    sentence with blanks, and a task to write about, need none.
    """
    asks = item.stem.plain.rstrip(CLOSING).endswith(ASKS[:3])
    if isinstance(item.question, Judge) and asks:
        hint = "let it say what is so, or what is not"
        yield item.wrong(
            item.stem, "C203", "a question is neither true nor false", hint
        )
    elif not (asks or isinstance(item.question, Judge | FillIn | ShortAnswer)):
        yield item.wrong(item.stem, "C203", "the stem is no question", "end it with ?")


def catch_all_option(item: Item) -> Iterator[Problem]:
    """C204: an option is “all of the above”, “none of the above” or a combination.

    They test how people take tests. Ask a question of the kind `several`.
    """
    if item.tongue is None:
        return
    for words in item.options:
        if item.tongue.catch_all.fullmatch(words.plain.strip().rstrip(STOPS)):
            yield item.wrong(
                words,
                "C204",
                f"an option that points to others: “{words.plain}”",
                "give an answer of its own, or make it a question of `several`",
            )


def unfocused(item: Item) -> Iterator[Problem]:
    """C211: a stem asks only which statement is true.

    Then the options have no common question, and learners judge four sentences one by
    one. Ask what you want to know, so that one could answer without the options.
    """
    if item.tongue and (hit := item.tongue.unfocused.search(item.stem.plain)):
        yield item.doubt(
            item.stem,
            "C211",
            f"the stem asks nothing of its own: “{hit[0]}”",
            "ask one question that can be answered without the options",
        )


def negative_not_emphasised(item: Item) -> Iterator[Problem]:
    """C212: a stem asks for what is not so, and the “not” is easily overlooked.

    Ask for what is so, which is mostly better; or set the word in bold: `**not**`.
    """
    no = negative(item)
    if no and not no.isupper() and no not in _emphasised(item.stem):
        yield item.wrong(
            item.stem,
            "C212",
            f"the question is negative, and “{no}” is not emphasised",
            f"ask for what is so, or write **{no}**",
        )


def double_negative(item: Item) -> Iterator[Problem]:
    """C214: a negative stem has an option that is negative, too.

    Nobody reads two negations without a mistake. Ask for what is so.
    """
    if not negative(item):
        return
    for words in item.options:
        if no := _denies(words, item):
            yield item.wrong(
                words,
                "C214",
                f"negative, as is the question: “{no}”",
                "ask for what is so, or say the option without a negation",
            )


def absolutes(item: Item) -> Iterator[Problem]:
    """C219: words such as “always” stand in wrong options only, or in right ones only.

    Learners know that what is said without exception is mostly wrong. Take the word
    out, or let right and wrong options have such words. One “all” or “every” alone is
    let pass. A statement that is false has no such word either.
    """
    if isinstance(item.question, Judge):
        yield from _absolute_statement(item, item.question)
    if item.tongue is None or not item.is_choice:
        return
    known, found = item.tongue, {}
    for words in item.options:
        plain = known.besides.sub("", words.plain)
        found[words] = known.absolutes.search(plain) or known.sweeping.search(plain)
    right = [one for one in item.keys if found[one]]
    wrong = [one for one in item.distractors if found[one]]
    strong = [one for one in found.values() if one and one.re is known.absolutes]
    if bool(right) == bool(wrong) or not (strong or len(right) + len(wrong) > 1):
        return
    which = "right" if right else "wrong"
    for words in (*right, *wrong):
        yield item.doubt(
            words,
            "C219",
            f"“{_hit(found[words])}” stands in {which} options only",
            "take it out, or give such a word to right and wrong options",
        )


def _absolute_statement(item: Item, question: Judge) -> Iterator[Problem]:
    if item.tongue is None or question.answer:
        return
    said = item.tongue.besides.sub("", item.stem.plain)
    said = item.tongue.duties.sub("", said) if item.tongue.duties else said
    if hit := item.tongue.absolutes.search(said):
        yield item.doubt(
            item.stem,
            "C219",
            f"“{hit[0]}” tells that the statement is false",
            "take it out: what is said without exception is mostly false",
        )


def vague(item: Item) -> Iterator[Problem]:
    """C220: an option has a word that everybody measures differently: “often”, “may”.

    Whether it is right is then a matter of taste. Say how often, or leave it out. In
    a stem, where the report itself speaks so, or in all options it does no harm.
    """
    if item.tongue is None or not item.is_choice:
        return
    found = [item.tongue.vague.search(words.plain) for words in item.options]
    if all(found):
        return
    for words, hit in zip(item.options, found, strict=True):
        if hit:
            yield item.doubt(
                words,
                "C220",
                f"“{hit[0]}” means something else to everybody",
                "say how often or how many, or leave it out",
            )


def grammar_cue(item: Item) -> Iterator[Problem]:
    """C222: the stem's grammar tells the answer: a last “an”, or a wrong number.

    “Which two …?” has two right answers, and a question does not end with “a” or “an”;
    before a blank they tell how the answer begins.
    """
    if item.tongue is None:
        return
    blank = item.tongue.before_blank
    if blank and (hit := blank.search(item.stem.plain)):
        yield item.doubt(
            item.stem,
            "C222",
            f"“{hit['a']}” before a blank tells how the answer begins",
            "say “the”, or put the article into the answer",
        )
        return
    if item.tongue.article and (hit := item.tongue.article.search(item.stem.plain)):
        yield item.doubt(
            item.stem,
            "C222",
            f"the stem ends with “{hit['a']}”, which not all options can follow",
            "ask a whole question",
        )
    hit = item.tongue.count.search(item.stem.plain)
    if hit and isinstance(item.question, Choice) and item.question.kind == "several":
        count = item.tongue.counts[hit["count"].lower()]
        if count != len(item.keys):
            yield item.doubt(
                item.stem,
                "C222",
                f"the stem asks for {count}, and {len(item.keys)} are right",
                "let the stem and the right options agree",
            )


def opinion(item: Item) -> Iterator[Problem]:
    """C237: a stem asks what one should do, and not according to whom.

    The key would be an opinion. Say whose advice it is: “according to paragraph 61”,
    “what does the report recommend”.
    """
    if item.tongue is None:
        return
    asked = " ".join(one.plain for one in (*item.case, item.stem))
    hit = item.tongue.opinion.search(item.stem.plain)
    if hit and not item.tongue.according.search(asked):
        yield item.doubt(
            item.stem,
            "C237",
            f"“{hit[0]}” asks for an opinion",
            "say on whose word: according to which paragraph, or to the report",
        )


def true_or_false(item: Item) -> Iterator[Problem]:
    """C238: the options of an item are only “true” and “false”, or “yes” and “no”.

    Half of them are guessed. Let the options say what is so, and why.
    """
    if item.tongue is None:
        return
    bare = [one for one in item.options if _is_verdict(one, item)]
    if len(bare) > 1:
        yield item.doubt(
            bare[0],
            "C238",
            f"“{bare[0].plain}” or “{bare[1].plain}” is soon guessed",
            "let the options say what is so",
        )


def worst(item: Item) -> Iterator[Problem]:
    """C239: an item calls a country or a city the worst.

    The report gives examples and ranks nobody. Ask for what was done, not who failed.
    """
    known = item.tongue
    if known is None:
        return
    for words in (*item.case, item.stem, *item.options):
        hit = known.worst.search(words.plain)
        if hit and any(_names_place(one, item) for one in item.words):
            yield item.doubt(
                words,
                "C239",
                f"“{hit[0]}”, in an item that names a place",
                "ask for what was done; the report ranks no country and no city",
            )


def negative(item: Item) -> str:
    """Give the word that makes a question negative; nothing, if it is not."""
    if item.tongue is None:
        return ""
    hit = item.tongue.negative.search(item.tongue.besides.sub("", item.stem.plain))
    found = hit.groupdict() if hit else {}
    return next((no.strip() for no in found.values() if no), "")


def _hit(match: re.Match[str] | None) -> str:
    return match[0] if match else ""


def _denies(words: Words, item: Item) -> str:
    """Give the word by which an option denies something; nothing, if none does."""
    from course.check.translation.pair import language

    grammar = language(item.lang)
    if grammar is None or item.tongue is None:
        return ""
    text = grammar.affirmed.sub("", item.tongue.besides.sub("", words.plain))
    hit = grammar.negation.search(text)
    return hit[0] if hit else ""


def _emphasised(words: Words) -> str:
    return " ".join(one.text for one in words.spans if one.strong or one.emphasis)


def _is_verdict(words: Words, item: Item) -> bool:
    plain = words.plain.strip().rstrip(STOPS)
    return bool(item.tongue and item.tongue.verdict.fullmatch(plain))


def _names_place(words: Words, item: Item) -> bool:
    """Tell whether words name a country or a large city."""
    names = places(tag_parts(item.lang)[0]).values()
    return any(
        re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", words.plain)
        for name in names
        if len(name) > 1
    )
