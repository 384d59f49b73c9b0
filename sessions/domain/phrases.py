"""The English that ``phrasing`` listens for: lists of words, and the patterns made of them."""

import re


def any_of(words: str) -> str:
    """A pattern for one of these words."""
    return "|".join(words.split())


MARKS = ("?", "\uff1f", "\u061f")
"""Question marks: the Latin one, the wide one, the Arabic one."""

WORD = re.compile(r"\w[\w'’\-]*")
ENGLISH = re.compile(
    r"\b(?:the|of|to|and|you|your|we|us|our|is|are|do|does|did|what|how|why|who|which|when|where|should|"
    r"could|would|can|have|has|this|that|with|for|not|it|it's|isn't|don't|let's|think|tell)\b",
    re.IGNORECASE,
)

QUOTED = re.compile(r"‘[^‘]*?’(?!\w)|“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
ALL_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘]*’|'[^']*'")
SENTENCE_END = re.compile(r"(?<=[.!?…\uff1f\u061f])\s+")
CLAUSE_END = re.compile(r"\s*[,:;]\s+|\s+[\u2013\u2014-]\s+")

ASKED = re.compile("[?…\uff1f\u061f]|\\.\\.\\.")
TO_YOU = re.compile(r"\b(?:you|your|yours|yourself|yourselves|let's|let’s|let us|please)\b", re.IGNORECASE)

OPENER = re.compile(
    r"^(?:(?:and|so|but|or|now|then|next|first|last|second|third|finally|well|also|again|please|honestly|today|"
    r"quietly|silently|together|alone|in (?:silence|pairs|twos|threes|trios|fours|your \w+)|on your own)\b[,:]?\s*)+",
    re.IGNORECASE,
)
VERBS = any_of(
    "add agree aim answer argue ask begin breathe bring build call change choose close collect come compare "
    "complete consider cross decide describe design discuss draw enter examine exchange explain explore fill find "
    "finish follow form gather get give go hang have hear help hold identify imagine interview introduce invite "
    "join jot keep learn leave let let's let’s list listen look make map mark meet move name notice note offer "
    "open pair pause pick picture place play point post practise practice prepare put rank rate read recall "
    "record reflect remember return say search see select share show sit sketch sort speak spend stand start "
    "state step stop suppose swap take talk tell test think tour travel try turn type use visit vote wait walk "
    "watch welcome work write"
)
REQUEST = re.compile(rf"(?:{VERBS})(?![\w'’])", re.IGNORECASE)

OPEN = re.compile(
    r"(?:(?:in|with|for|by|from|to|at|on|of|about|under|through|since|until) )?"
    r"(?:who|whom|whose|what|which|where|when|why|how)\b",
    re.IGNORECASE,
)
FOLLOW_UP = re.compile(
    r"(?:and|so|now|then|only then|but|why (?:that|this|so|is that|does that)|what else|how so)\b",
    re.IGNORECASE,
)
CHAINED = re.compile(
    r"(?:^|: |[,;] (?:and |or |but |so |then )?(?=what|why|how)|\band )"
    r"(?:(?:in|with|for|by|from|to|at|on) )?(?:who|whom|what|which|where|when|why|how)\b",
    re.IGNORECASE,
)

_AUXILIARY = (
    r"(?:do|does|did|is|are|am|was|were|should|shall|can|could|will|would|may|might|must|have|has|had)"
    r"(?:n['’]t)?"
)
_WHOM = r"(?:i|you|we|they|he|she|it|this|that|these|those|there|the|our|your|their|my|any|anyone|everyone|all|people)"
YES_OR_NO = re.compile(rf"{_AUXILIARY} (?!i (?:ask|invite)\b)\w", re.IGNORECASE)
YES_OR_NO_LATER = re.compile(rf"{_AUXILIARY} {_WHOM}\b", re.IGNORECASE)
CHOICE = re.compile(r"\bor\b(?! not\b| no\b)", re.IGNORECASE)
POLITE = re.compile(rf"(?:can|could|would|will) you (?:please )?(?:{VERBS})\b", re.IGNORECASE)

_NEGATIVE = r"(?:is|are|was|were|do|does|did|would|should|could|ca|have|has|wo)n['’]t"
_LOADED = any_of(
    "amazing awful brilliant disastrous dreadful excellent fantastic flawed foolish hopeless incompetent "
    "inefficient lazy obsolete obvious outdated pointless proven ridiculous senseless silly stubborn stupid "
    "superb terrible unfair unreasonable unnecessary useless wonderful world-class"
)
_BEST = r"(?:the (?:best|right|only|most \w+|obvious|perfect|ideal) |better than |superior to )"
_SOLVING = r"(?:use|apply|adopt|introduce|implement|leverage|roll out|deploy)"
_AT_HAND = (
    r"(?:what|this|that|these|today|our (?:time|day|differences|experience|energy)|your|each other|one another|"
    r"it\b|them\b|both\b)"
)
LEADING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[,:;] |\b(?:and|so|but) )(?P<words>{_NEGATIVE} {_WHOM}(?: (?:think|agree|feel|want))?)\b",
        r"(?:^|[,:;] )(?P<words>(?:is|are|should|would|could|can|do|does) (?:it|we|you|this|that|they) not)\b",
        r"(?P<words>\bwhy (?:do|should|would)n['’]t (?:we|you) (?:just|simply))\b",
        r"(?P<words>\b(?:would|do) you (?:not )?agree that)\b",
        rf"\bwhy\b[^?]{{0,120}}?(?P<words>\b{_BEST}[\w-]*)",
        rf"\bhow (?:can|could|might|should|do|will|would) \w+ (?:best |better )?"
        rf"(?P<words>{_SOLVING} (?!{_AT_HAND})[^,?]{{2,40}}? to) \w",
        r"(?P<words>\bhow (?:much (?:better|worse|easier|faster)|great|wonderful|amazing|terrible|awful) "
        r"(?:is|are|was|were|would|will|do|does|did))\b",
        rf"(?P<words>\b(?:{_LOADED}) (?!to\b|for\b|or\b|and\b|is\b|are\b)[a-z]\w*)",
        r"(?P<words>, (?:right|correct|yes|okay|ok|no|true))\W*$",
    )
)
LEADING_ANYWHERE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<words>\b(?:of course|needless to say|it is (?:clear|obvious) that|it['’]s (?:clear|obvious) that))\b",
        r"(?P<words>\bas (?:we all know|every(?:body|one) knows)|\b(?:we all know|every(?:body|one) knows) that)\b",
        r"(?:^|[.,:;?!] )(?P<words>(?:surely|obviously|clearly|undoubtedly),? (?=we|you|it|this|that|the|our|is|are))",
    )
)

_TERMS = (
    # Management
    r"synerg(?:y|ies|istic|ize|ise)|leverag(?:e|es|ed|ing)|stakeholder (?:alignment|engagement|management|buy-in)|"
    r"strategic alignment|buy-in|paradigms?|paradigm shift|value[- ]add|value propositions?|value streams?|"
    r"low[- ]hanging fruits?|move the needle|moving the needle|deep[- ]dives?|circle back|touch base|"
    r"boil the ocean|best[- ]in[- ]class|best practices?|core competenc(?:y|ies)|mission[- ]critical|"
    r"actionable|deliverables?|operationali[sz]e|incentivi[sz]e|monetiz(?:e|ation)|monetis(?:e|ation)|"
    r"ideat(?:e|ion)|granular(?:ity)?|scalab(?:le|ility)|holistic(?:ally)?|pain points?|learnings|silo(?:ed|ised)|"
    r"digital transformation|agile transformation|change management|human capital|capacity building|"
    r"going forward|thought leader(?:s|ship)?|game[- ]chang(?:er|ers|ing)|disruptive|north star metrics?|"
    r"think(?:ing)? outside the box|blue[- ]sky thinking|burning platform|right-?siz(?:e|ing)|upskill(?:ing)?|"
    r"bandwidth|key takeaways?|action items?|double down|net-net|logframes?|theory of change|"
    # Scholarship
    r"heuristics?|epistem(?:ic|ology|ological)|ontolog(?:y|ical)|praxis|complex adaptive systems?|autopoie(?:sis|tic)|"
    # Liberating Structures, for people who do not know them
    r"liberating structures?|micro-?structures?|troika(?: consulting)?|ecocycle|panarchy|min specs|"
    r"1-2-4-all|25/10|(?:nine|9) whys|wicked questions?|helping heuristics|appreciative interviews?|wise crowds|"
    r"purpose[- ]to[- ]practice|critical uncertainties|generative relationships|integrated[~ ]autonomy|"
    r"strategy knotworking|tiny demons|mad tea|shift (?:and|&) share|discovery (?:and|&) action dialogue"
)
JARGON = re.compile(rf"(?<![\w-])(?:{_TERMS})(?![\w-])", re.IGNORECASE)

CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,}s?(?![\w-])")
KNOWN = """
AIDS ATM BBC CEO CNN COVID DIY DNA DVD EUR FAQ FBI GPS GMT HIV IBM IKEA JPG LED LGBT LGBTQ MRI NASA NATO NGO NHS PDF
PIN PLC SIM SMS SOS SUV TED UFO UNESCO UNICEF URL USA USB UTC VAT VIP WHO WWW
"""
STRESSED = """
ALL ALWAYS AND ANY ARE ASK BEST BIG BUT CAN DAY DID DOES DONE EACH EVERY EVERYBODY FEW FIRST FOR HAVE HOW LAST LEAST
MAY MORE MOST MUST NEED NEVER NEW NEXT NOBODY NOT NOTHING NOW OFF ONE ONLY OUR OUT OWN REALLY SAY SEE SHOULD STOP THE
THIS THREE TODAY TOO TWO WANT WAS WHAT WHEN WHERE WHICH WHO WHY WILL WITH YES YOU YOUR
"""
COMMON = frozenset(f"{KNOWN} {STRESSED}".split())
"""Abbreviations that nearly everybody knows, and words that somebody stresses by their capitals."""
