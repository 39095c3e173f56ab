"""Merging by slot: what a translator finds after the sources have changed."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from course.catalog.entry import Entries, Entry, digest
from course.catalog.merge import merge

SLOTS = ("a/title", "a/show", "b/title", "b/show", "c/read")
TEXTS = ("one", "two", "two three", "no right", "right")


def done(slot: str, source: str, target: str, **more: object) -> Entry:
    return Entry(slot, source, target, **more)  # type: ignore[arg-type]


def merged(old: list[Entry], new: list[tuple[str, str]]) -> Entries:
    fresh = tuple(Entry(slot, source) for slot, source in new)
    return merge({"m": tuple(old)}, {"m": fresh})["m"]


def test_the_same_slot_and_text_keep_their_translation() -> None:
    old = [done("a/title", "one", "eins", notes=("checked",))]
    assert merged(old, [("a/title", "one")]) == tuple(old)


def test_a_changed_text_becomes_fuzzy_and_shows_the_text_before() -> None:
    (entry,) = merged([done("a/title", "one", "eins")], [("a/title", "one more")])
    assert entry == done(
        "a/title",
        "one more",
        "eins",
        fuzzy=True,
        previous="one",
        digest=digest("eins"),
    )


def test_a_text_changed_twice_shows_what_its_translation_was_made_for() -> None:
    old = [done("a/title", "two", "eins", fuzzy=True, previous="one")]
    (entry,) = merged(old, [("a/title", "three")])
    assert (entry.previous, entry.fuzzy) == ("one", True)


def test_a_text_changed_back_is_no_longer_doubted() -> None:
    (doubted,) = merged([done("a/title", "one", "eins")], [("a/title", "two")])
    (twice,) = merged([doubted], [("a/title", "three")])
    assert merged([twice], [("a/title", "one")]) == (done("a/title", "one", "eins"),)


def test_a_translation_rewritten_for_a_new_text_is_doubted_for_the_old_one() -> None:
    (doubted,) = merged([done("a/title", "one", "eins")], [("a/title", "two")])
    rewritten = replace(doubted, target="zwei")
    (entry,) = merged([rewritten], [("a/title", "one")])
    assert (entry.source, entry.target, entry.previous) == ("one", "zwei", "two")
    assert entry.fuzzy
    (again,) = merged([entry], [("a/title", "two")])
    assert again == done("a/title", "two", "zwei", fuzzy=True)


def test_a_translator_s_own_doubt_stays_whatever_becomes_of_the_text() -> None:
    old = [done("a/title", "one", "eins?", fuzzy=True)]
    (entry,) = merged(old, [("a/title", "two")])
    assert (entry.source, entry.target, entry.previous) == ("two", "eins?", "one")
    assert entry.fuzzy
    assert merged([entry], [("a/title", "one")]) == tuple(old)


def test_where_nobody_can_tell_whether_it_was_rewritten_it_stays_doubted() -> None:
    old = [done("a/title", "two", "eins", fuzzy=True, previous="one")]
    (entry,) = merged(old, [("a/title", "one")])
    assert entry == done("a/title", "one", "eins", fuzzy=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("local government", "local  government "),
        ("a *free* press [¶4]", "a **free** press[¶4]"),
        ("联合国 人权", "联合国人权"),
    ],
)
def test_white_space_and_markup_leave_a_translation_done(
    before: str, after: str
) -> None:
    old = [done("a/title", before, "eins")]
    assert merged(old, [("a/title", after)]) == (done("a/title", after, "eins"),)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("within 4 years", "within 5 years", "4 → 5"),
        ("three letters", "four letters", "three → four"),
        ("States report [¶45]", "States report [¶46]", "45 → 46"),
        ("a right to speak", "no right to speak", "… → no"),
        ("States may report", "States must report", "may → must"),
        ("States don’t report", "States do report", "n't → …"),
        ("各国可以报告", "各国必须报告", "可以 → 必须"),
        ("各国不报告", "各国报告", "不 → …"),
        ("1,200 towns", "1200 cities", ""),
        ("the town", "the city", ""),
    ],
)
def test_a_number_a_negation_and_a_modal_word_change_the_meaning(
    before: str, after: str, said: str
) -> None:
    (entry,) = merged([done("a/title", before, "eins")], [("a/title", after)])
    assert (entry.fuzzy, entry.previous, entry.weighty) == (True, before, said)


def test_a_change_of_meaning_is_told_until_the_translation_is_done() -> None:
    (four,) = merged([done("a/title", "4 towns", "4")], [("a/title", "5 towns")])
    (comma,) = merged([four], [("a/title", "5 towns, then")])
    assert comma.weighty == "4 → 5"
    lost = replace(comma, previous="", digest="")
    (again,) = merged([lost], [("a/title", "5 towns then")])
    assert again.weighty == "4 → 5"
    finished = replace(comma, target="5", fuzzy=False)
    assert merged([finished], [("a/title", "5 towns, then")])[0].weighty == ""


def test_markup_alone_wins_over_a_text_that_looks_more_alike() -> None:
    old = [done("a/show", "one", "eins")]
    new = [("a/show", "ones"), ("a/show", "**one**")]
    assert [e.target for e in merged(old, new)] == ["", "eins"]


def test_a_new_point_leaves_its_neighbours_alone() -> None:
    old = [done("a/show", "one", "eins"), done("a/show", "two", "zwei")]
    new = [("a/show", "one"), ("a/show", "new"), ("a/show", "two")]
    assert [(e.source, e.target, e.fuzzy) for e in merged(old, new)] == [
        ("one", "eins", False),
        ("new", "", False),
        ("two", "zwei", False),
    ]


def test_what_is_left_in_a_slot_is_paired_most_alike_first() -> None:
    old = [done("a/show", "a red house", "rot"), done("a/show", "a blue car", "blau")]
    new = [("a/show", "the blue car"), ("a/show", "the red house")]
    assert [(e.target, e.fuzzy) for e in merged(old, new)] == [
        ("blau", True),
        ("rot", True),
    ]


def test_a_likeness_in_another_slot_is_never_used() -> None:
    (_, entry) = merged(
        [done("a/title", "no right", "kein Recht")],
        [("a/title", "no right"), ("b/title", "right")],
    )
    assert entry.target == ""


def test_a_renamed_topic_takes_its_translations_along() -> None:
    old = [done("a/title", "one", "eins"), done("a/show", "two", "zwei")]
    entries = merged(old, [("b/title", "one"), ("b/show", "two")])
    assert [(e.slot, e.target, e.fuzzy) for e in entries] == [
        ("b/title", "eins", False),
        ("b/show", "zwei", False),
    ]


def test_words_known_elsewhere_are_a_suggestion_only() -> None:
    (_, entry) = merged(
        [done("a/title", "one", "eins")], [("a/title", "one"), ("b/title", "one")]
    )
    assert entry.target == ""
    assert entry.comments == ("The same words elsewhere (a/title): eins",)


def test_what_is_gone_is_kept_and_revived_when_it_returns() -> None:
    old = [done("a/title", "one", "eins")]
    (gone,) = merged(old, [])
    assert gone.obsolete
    (back,) = merged([gone], [("a/title", "one")])
    assert back == old[0]


def test_a_doubted_translation_is_still_doubted_when_it_returns() -> None:
    old = [done("a/title", "two", "eins", fuzzy=True, previous="one")]
    (back,) = merged(list(merged(old, [])), [("a/title", "two")])
    assert back == old[0]


def test_a_module_moved_to_another_file_takes_its_translations_along() -> None:
    old = {"5-un": (done("un/title", "one", "eins"),)}
    new = {"6-un": (Entry("un/title", "one"),)}
    files = merge(old, new)
    assert files == {"6-un": (done("un/title", "one", "eins"),), "5-un": ()}


def test_of_two_entries_of_one_message_the_translated_one_is_used() -> None:
    """As where a file that was missing for a while has come back."""
    old = {
        "5-un": (done("un/title", "one", "eins"),),
        "6-un": (Entry("un/title", "one"),),
    }
    files = merge(old, {"6-un": (Entry("un/title", "one"),)})
    assert files == {"6-un": (done("un/title", "one", "eins"),), "5-un": ()}
    gone = {"6-un": (Entry("un/title", "one"), *merged(list(old["5-un"]), []))}
    assert merge(gone, {"6-un": (Entry("un/title", "one"),)})["6-un"] == old["5-un"]


PAIRS = st.tuples(st.sampled_from(SLOTS), st.sampled_from(TEXTS))


@st.composite
def histories(draw: st.DrawFn) -> list[list[tuple[str, str]]]:
    states = st.lists(PAIRS, max_size=7, unique=True)
    return draw(st.lists(states, min_size=1, max_size=5))


@given(histories())
def test_no_translation_is_ever_lost(states: list[list[tuple[str, str]]]) -> None:
    """Whatever is edited, moved, renamed or deleted, a translator's words stay."""
    entries: Entries = ()
    written: list[str] = []
    for round_number, state in enumerate(states):
        entries = merged(list(entries), state)
        entries, new = translated(entries, round_number)
        written += new
        assert sorted(written) == sorted(e.target for e in entries if e.target)


@given(histories())
@example(
    [
        [("a/title", "no right"), ("b/show", "no right")],
        [("a/show", "no right"), ("b/title", "no right"), ("a/title", "no right")],
    ]
)
def test_merging_twice_changes_nothing(states: list[list[tuple[str, str]]]) -> None:
    entries: Entries = ()
    for round_number, state in enumerate(states):
        entries = merged(list(entries), state)
        assert merged(list(entries), state) == entries
        entries, _ = translated(entries, round_number)


@given(histories(), st.data())
def test_what_is_done_was_made_for_its_source(
    states: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    """Whatever translators do in between, no words are shown for others' sake."""
    entries: Entries = ()
    settled: set[tuple[str, str]] = set()
    for round_number, state in enumerate(states):
        entries = merged(list(entries), state)
        for entry in entries:
            assert not entry.is_done or (entry.source, entry.target) in settled
        hands = st.sampled_from(["leave", "rewrite", "doubt", "settle", "finish"])
        some = []
        for number, entry in enumerate(entries):
            hand = "leave" if entry.obsolete else data.draw(hands)
            words = f"{round_number}:{number}" if hand in WRITES else entry.target
            fuzzy = hand == "doubt" or (entry.fuzzy and hand not in SETTLES)
            some.append(replace(entry, target=words, fuzzy=fuzzy and bool(words)))
            if hand == "doubt":
                settled.discard((entry.source, words))
            elif some[-1].is_done:
                settled.add((entry.source, words))
        entries = tuple(some)


WRITES, SETTLES = ("rewrite", "finish"), ("settle", "finish")


ONCE = st.lists(PAIRS, max_size=7, unique_by=lambda pair: pair[1])


@given(ONCE, ONCE)
def test_what_is_changed_and_changed_back_is_as_it_was(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    entries, _ = translated(merged([], one), 0)
    back = merged(list(merged(list(entries), other)), one)
    assert [e for e in back if not e.obsolete] == list(entries)


def translated(entries: Entries, round_number: int) -> tuple[Entries, list[str]]:
    """Let a translator fill what is empty; words once written are never rewritten."""
    filled: list[Entry] = []
    new: list[str] = []
    for number, entry in enumerate(entries):
        if entry.target:
            filled.append(entry)
        else:
            words = f"{round_number}:{number}"
            new.append(words)
            filled.append(Entry(entry.slot, entry.source, words))
    return tuple(filled), new
