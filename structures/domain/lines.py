"""How a line of the catalogue is put: as a question, as something to do, or as anything else.

Curators write lines as they come to mind: "admit our own bad practices", "nobody reads the manual", "what are we
afraid of?". Words that lead to a line must read well before it. English, like the lines.
"""

from enum import StrEnum

_DEEDS = """
acknowledge act admit agree align apply arrive ask assess back balance be become begin break bring build celebrate
centre change check choose clarify clear close coach collect commit connect converge coordinate create dare debrief
decide describe design develop diagnose digest discover discuss draw empathise end envision exchange explain explore
express find free gather generate get give go grieve grow heal hear hedge help hold imagine improve interrupt
introduce invite involve keep know launch lay learn let lighten listen look loosen lower make map mark match meet move
name narrow notice observe open organise overcome pass picture plan play practise prepare prioritise prototype prune
put rate reach reconnect redesign reflect rehearse renew repair replace report resolve restore review say see separate
set settle shadow shake share show showcase sort spread start state stay stop strengthen stress-test support surface
take talk tap tell test tie tour train try turn understand use visit vote wake walk watch work write
"""
DEEDS = frozenset(_DEEDS.split())
"""What one does, as a line begins that says it."""


class Form(StrEnum):
    """How a line is put."""

    QUESTION = "question"
    DEED = "deed"
    OTHER = "other"


def form(line: str) -> Form:
    """Say how the line is put."""
    first = line.split(maxsplit=1)[0].rstrip(",:").casefold() if line.strip() else ""
    if first in DEEDS:
        return Form.DEED
    return Form.QUESTION if line.rstrip().endswith(("?", "…")) else Form.OTHER
