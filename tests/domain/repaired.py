"""Repairs as a test reads them: "swap: Crowd → Chat. 105, 15 spare"."""

from sessions.domain import adjustments as kinds
from sessions.domain.repairing import repairs
from tests.domain.mornings import CATALOGUE

DIFF = {
    kinds.Retime: lambda one: f"{one.code} {one.minutes}",
    kinds.Rerun: lambda one: f"{one.code} ×{one.count}",
    kinds.Park: lambda one: f"park {one.code}",
    kinds.Move: lambda one: f"{one.code} to place {one.at + 1}",
    kinds.Swap: lambda one: f"{one.code} → {one.to.title}",
    kinds.Insert: lambda one: f"{one.item.title} {one.item.minutes} at place {one.at + 1}",
    kinds.Lead: lambda one: f"{one.code} by {one.lead or 'nobody'}",
    kinds.Regroup: lambda one: (
        f"{one.code}.{one.index} {one.grouping}{f' of {one.size_max}' * bool(one.size_max)}"
    ),
    kinds.JoinTracks: lambda one: f"room {one.track + 1} into {one.onto + 1}",
    kinds.Unsplit: lambda one: f"{one.code} one by one",
    kinds.Hold: lambda one: f"{one.field} {one.value}",
    kinds.Delay: lambda one: f"{one.minutes} late",
}


def diff(adjustments):
    return ", ".join(DIFF[type(one)](one) for one in adjustments)


def told(repair):
    """Its key, its diff, when it ends, and what is still wrong."""
    after = repair.after
    apart = "" if after.spare is None else f", {abs(after.spare)} {'over' if after.over else 'spare'}"
    clock = f"{after.end}{apart}"
    titles = {
        one.fault: [two.title for two in after.unsuited if two.fault == one.fault] for one in after.unsuited
    }
    wrong = [f"{fault}: {', '.join(those)}" for fault, those in titles.items()]
    wrong += [f"cut {after.cut}"] if after.cut else []
    wrong += [f"unanswered {place + 1}" for place in after.unanswered]
    words = [f"{repair.key}: {diff(repair.adjustments)}" if repair.adjustments else repair.key, clock, *wrong]
    return ". ".join(words)


def tell(outline, change, catalogue=CATALOGUE):
    return [told(one) for one in repairs(outline, change, catalogue)]
