"""The score as SVG. Strings and not templates: a long agenda draws hundreds of bars on every page.

Colours, strokes and letters come from the style sheet; here are only places and sizes. Numbers are written as
Python writes them, whatever the decimal sign of the reader's language.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from structures.domain import score
from structures.domain.shapes import Turn

TOP, BOTTOM = 20, 118
"""Where barlines and the areas to press begin and end."""

ASIDE = 14
"""How far the number of a question stands beside that of the track above, px."""

Steps = Sequence[str] | None
"""What a script tells of each bar of a part, nothing where the part says it all; None where there is no script."""

_GLYPHS = {"": (120, 34), "wide": (240, 44), "small": (24, 24)}


def glyph(turns: tuple[Turn, ...], hue: int, words: str, size: str = "") -> SafeString:
    """One structure's picture, in the ``size`` of a row (""), a card ("wide") or an icon ("small").

    ``words`` are its text alternative; without them it is decoration.
    """
    width, height = _GLYPHS[size]
    said = f'role="img" aria-label="{escape(words)}"' if words else 'aria-hidden="true"'
    css = f"glyph {size} q{hue}".replace("  ", " ")
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return mark_safe(f'<svg class="{css}" {box} {said}>{_inside_glyph(turns, size)}</svg>')


@lru_cache(maxsize=1024)
def _inside_glyph(turns: tuple[Turn, ...], size: str) -> str:
    width, height = _GLYPHS[size]
    picture = score.glyph(turns, width=width, height=height)
    staff = "".join(f"M0 {_tenth(y)}H{width}" for y in picture.staff)
    slurs = "".join(f"M{_tenth(at.x)} {_tenth(at.y1)}V{_tenth(at.y2)}" for at in picture.slurs)
    lines = "" if size == "small" else f'<path class="staff" d="{staff}"/><path class="slur" d="{slurs}"/>'
    return lines + _bars(picture.bars, exact=_tenth)


def _tenth(px: float) -> str:
    """A glyph is drawn at its own size: what is finer than a tenth of a pixel nobody sees, but it travels."""
    return f"{px:.1f}".removesuffix(".0")


def thread(strips: Sequence[score.Strip], total: int, words: str, width: int = 480) -> SafeString:
    """A session as small as a glyph. ``words`` are its text alternative; without them it is decoration.

    The narrower the picture, the taller it is where it fills its place.
    """
    picture = score.thread(strips, total, width=width)
    height = picture.height
    said = f'role="img" aria-label="{escape(words)}"' if words else 'aria-hidden="true"'
    staff = "".join(f"M0 {y}H{width}" for y in picture.staff)
    bars = "".join(f"M{x} 0V{height}" for x in picture.barlines)
    lines = f'<path class="staff" d="{staff}"/><path class="barline" d="{bars}"/>'
    parts = "".join(f'<g class="q{part.strip.hue}">{_thread_part(part)}</g>' for part in picture.parts)
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return mark_safe(f'<svg class="glyph thread" {box} {said}>{lines}{parts}</svg>')


def _thread_part(part: score.Part) -> str:
    slurs = "".join(f"M{slur.x} {slur.y1}V{slur.y2}" for slur in part.slurs)
    return f'<path class="slur" d="{slurs}"/>{_bars(part.bars)}'


def session(
    picture: score.Picture, words: Iterable[str], steps: Iterable[Steps], key: str, link: bool
) -> SafeString:
    """What stands inside a session's score, x in per cent.

    ``words`` say each part, ``steps`` each bar of it (see `Steps`); ``key`` tells the scores of one page apart; with
    ``link`` every part leads to its activity.
    """
    said = zip(picture.parts, words, steps, strict=True)
    parts = (_part(part, whole, bars, key, link) for part, whole, bars in said)
    ticks = (_tick(tick) for tick in picture.ticks)
    return mark_safe("".join([_hatch(key), _furniture(picture), *parts, *ticks, _finis(picture.finis)]))


def _hatch(key: str) -> str:
    size = 'width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    return f'<defs><pattern id="hatch-{key}" {size}><path class="hatch" d="M.5 0v7"/></pattern></defs>'


def _furniture(picture: score.Picture) -> str:
    staff = "".join(f'<line class="staff" x2="100%" y1="{y}" y2="{y}"/>' for y in picture.staff)
    bars = "".join(_upright("barline", x, TOP, BOTTOM) for x in picture.barlines)
    return staff + (_area("over", picture.finis, picture.over) if picture.over else "") + bars


def _part(part: score.Part, said: str, steps: Steps, key: str, link: bool) -> str:
    strip, words = part.strip, escape(said)
    tag = f'a href="#activity-{escape(strip.code)}" aria-label="{words}"' if link else "g"
    css = f"q{strip.hue} inside" if strip.is_inside else f"q{strip.hue}"
    rest = (
        _area("rest", part.x, part.width, f' fill="url(#hatch-{key})"')
        if strip.is_rest and not strip.is_inside
        else ""
    )
    aside = f' dx="{ASIDE * strip.track}"' if strip.track else ""
    mark = f'<text class="mark" x="{part.x}%"{aside} y="12">{escape(strip.mark)}</text>' if strip.mark else ""
    braces = _brace(part.x, 1) + _brace(part.x + part.width, -1) if strip.beside else ""
    slurs = "".join(_upright("slur", slur.x, slur.y1, slur.y2) for slur in part.slurs)
    title = f"<title>{words}</title>" if steps is None else ""
    drawn = (
        _area("hit", part.x, part.width) + rest + mark + slurs + _bars(part.bars, "%", steps=steps) + braces
    )
    return f'<{tag} class="{css}">{title}{drawn}</{tag[0]}>'


def _brace(x: float, side: int) -> str:
    """What binds tracks together, open to the right (1) or to the left (-1)."""
    hook = 6 * side
    path = f'<path class="brace" d="M{hook} {TOP}H0V{BOTTOM}H{hook}"/>'
    return f'<svg x="{round(x, 3)}%" overflow="visible">{path}</svg>'


def _bars(
    bars: Sequence[score.Bar], unit: str = "", exact: Callable[[float], str] = str, steps: Steps = None
) -> str:
    told = [f' data-step="{escape(words)}"' for words in steps or ()] or [""] * len(bars)
    return "".join(
        f'<rect class="bar" x="{exact(bar.x)}{unit}" y="{exact(bar.y)}" width="{exact(bar.width)}{unit}"'
        f' height="{exact(bar.height)}" rx="{exact(bar.radius)}"{words}/>'
        for bar, words in zip(bars, told, strict=True)
    )


def _area(css: str, x: float | None, width: float, more: str = "") -> str:
    return f'<rect class="{css}" x="{x}%" y="{TOP}" width="{width}%" height="{BOTTOM - TOP}"{more}/>'


def _upright(css: str, x: float, y1: float, y2: float, more: str = "") -> str:
    return f'<line class="{css}" x1="{x}%" x2="{x}%" y1="{y1}" y2="{y2}"{more}/>'


def _tick(tick: score.Tick) -> str:
    anchor = "start" if tick.x < 2 else "end" if tick.x > 97 else "middle"
    text = f'<text x="{tick.x}%" y="137" text-anchor="{anchor}">{escape(tick.label)}</text>'
    css = ' class="minor"' if tick.minor else ""
    return f"<g{css}>{_upright('tick', tick.x, BOTTOM, BOTTOM + 5)}{text}</g>"


def _finis(x: float | None) -> str:
    """The double line that closes a piece of music."""
    if x is None:
        return ""
    fine = _upright("finis", x, 30, 114, ' transform="translate(-5 0)"')
    return fine + _upright("finis heavy", x, 30, 114, ' transform="translate(-1.5 0)"')
