"""What a repair warns of: all that is grave, and of what is mild only what the change has brought."""

from sessions.domain.standing import Standing
from sessions.domain.suiting import Fault, Unsuited
from sessions.words_standing import cautions

TRIO = Unsuited(Fault.ODD, "whys", "9 Whys")
REPORTS = Unsuited(Fault.REPORTS, "fours", "1-2-4-All", 12)
FEW = Unsuited(Fault.FEW, "crowd", "25/10 Crowdsourcing", 12)


def test_what_was_so_before_is_no_news():
    after = Standing(90, 0, unsuited=(FEW, REPORTS, TRIO))

    assert cautions(after, [TRIO, FEW]) == [
        "Made for at least 12 people: 25/10 Crowdsourcing.",
        "More groups than can report: 1-2-4-All.",
    ]
    assert cautions(after)[-1] == "One trio in the pairs: 9 Whys."
