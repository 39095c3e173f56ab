"""How much our checks of translations find, and how often they cry wolf; and pofilter.

    pip install -e '.[bench]' && python tests/bench/translation.py

Both judge the pairs in `tests/cases/pairs.tsv`, written by people who did not write the
rules. A wrong pair counts as found if anything is told of it, a right one as a false
alarm. pofilter (translate-toolkit) runs all its checks, with zh_CN or en as the target.
"""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.verdicts import (
    CODES,
    Score,
    Verdict,
    judge,
    score,
    verdicts,
)

Judge = Callable[[Verdict], bool]


def main() -> None:
    """Print a table by kind, in Markdown."""
    judges: dict[str, Judge] = {
        "ours": lambda one: bool(judge(one)),
        "pofilter": _pofilter(),
    }
    told = {
        name: [(one, say(one)) for one in verdicts()] for name, say in judges.items()
    }
    _say("| kind | wrong | right | ours: recall | false | pofilter: recall | false |")
    _say("|---|--:|--:|--:|--:|--:|--:|")
    for kind in dict.fromkeys(one.kind for one in verdicts()):
        scores = [
            score((one, was) for one, was in rows if one.kind == kind)
            for rows in told.values()
        ]
        _say(_row(kind, scores))
    _say(_row("**all**", [score(rows) for rows in told.values()]))
    wrong = [one for one in verdicts() if one.is_wrong]
    own = sum(_is_own(one) for one in wrong)
    _say(f"\nOurs, told by the code of the pair's own kind: {own / len(wrong):.1%}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _row(kind: str, scores: list[Score]) -> str:
    cells = [kind, str(scores[0].wrong), str(scores[0].right)]
    for one in scores:
        cells.append(f"{one.recall:.1%}" if one.wrong else "–")
        cells.append(f"{one.false_alarms:.1%}" if one.right else "–")
    return "| " + " | ".join(cells) + " |"


def _is_own(one: Verdict) -> bool:
    return any(problem.code in CODES[one.kind] for problem in judge(one))


def _pofilter() -> Judge:
    """Give translate-toolkit's judgement, by all its checks."""
    from translate.filters import checks
    from translate.storage.pypo import pounit

    made: dict[str, checks.TeeChecker] = {}

    def say(one: Verdict) -> bool:
        lang = "zh_CN" if one.target_lang == "zh_Hans" else one.target_lang
        if lang not in made:
            config = checks.CheckerConfig(targetlanguage=lang)
            made[lang] = checks.TeeChecker(checkerconfig=config)
        unit = pounit(one.source)
        unit.target = one.target
        return bool(made[lang].run_filters(unit))

    return say


if __name__ == "__main__":
    main()
