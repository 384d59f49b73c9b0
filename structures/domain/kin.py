"""Words that mean much the same to somebody who convenes, in groups: who asks what to quit is told of stopping.

The words of a group count as kin of each other, in any form of each. A group goes by its first word. Several
words in one entry count only together and in this order; a line that is indented goes on.
English, like the little words and the endings.
"""

import re
from collections import defaultdict
from functools import lru_cache

from structures.domain.terms import stem, telling_words, words

_GROUPS = """
stop, quit, cease, end, drop, abandon, unlearn, get rid of, let go, prune, eliminate, remove, discard,
  retire, cut out, clear out, clutter, declutter
worst, terrible, awful, horrible, bad, dreadful, disaster, fail, failure, ruin, sabotage, destroy, wreck,
  nightmare, guarantee, make sure, make certain, ensure, reliably, prevent
waste, wasteful, useless, nonsense, pointless, unnecessary, counterproductive, bureaucracy, red tape, sacred
  cow
habit, routine, autopilot, old ways, the way we always did
start, begin, launch, kick off, kickoff, open, set up, found, initiate, set the stage, inaugurate, get going
finish, close, wrap up, conclude, end of the day, check-out, checkout, farewell, goodbye
first step, next step, small step, small change, act now, immediately, at once, right away, right now,
  action, action item
each of us, each of you, everybody can, each person, individually, personal, myself, on my own
freedom, discretion, autonomy, autonomous, independent, latitude, self-organise, self-managing, empower, in
  our own hands, within our control, influence
resource, money, budget, means, funding, permission, authority, approval
purpose, mission, reason, why, meaning, meaningful, vision, goal, aim, exist, justify, matter, compelling,
  north star
motivate, motivation, drive, inspire, passion, passionate, care about, engage, engagement, energise
success, successful, succeed, achieve, achievement, accomplish, thrive, flourish, at its best, at their
  best, excellent, excellence, works well, high-performing, great
proud, pride, strength, asset, celebrate, highlight, best moment
story, tell, anecdote, narrative, experience
appreciate, appreciation, thank, praise, recognise, recognition, kudos, gratitude, grateful, positive,
  compliment
connect, connection, get to know, meet each other, acquaint, introduce, introduction, icebreaker, break the
  ice, warm up, check in, network, mingle, bond
newcomer, new people, stranger, new member, newly, merge, onboarding, welcome, join
expect, hope to get, hope, wish, looking for
help, support, assist, advice, advise, consult, counsel, coach, mentor, supervision, intervision, feedback,
  guidance
peer, colleague, classmate, each other, one another, mutual, among equals, fellow
challenge, problem, difficulty, issue, obstacle, barrier, impediment, struggle, hurdle, trouble, stumbling
  block
stuck, blocked, deadlock, bogged down, stagnant, cannot move, no progress
idea, suggestion, proposal, brainstorm, ideate, generate, invent, creative, creativity, think up, solution
innovation, innovate, innovative, novel, prototype, experiment, pilot, try out, try, test
bold, daring, brave, courage, courageous, ambitious, crazy, radical, ten times
prioritise, rank, vote, choose, select, sort, rate, score, shortlist, top ten, narrow down, decide between,
  priority, most important, most valuable
decide, decision, agree, agreement, consensus, consent, converge, common ground, settle
rule, guideline, norm, ground rules, working agreement, agreements, constraint, requirement, specification,
  manifesto, charter, code of conduct, must, must not, boundaries, essential, minimum, must-have, definition
  of done
trust, safe, safety, psychological safety, psychologically, respect, vulnerable, vulnerability
conflict, quarrel, argue, fight, dispute, tension, friction, clash, blame, grudge, hostile
listen, hear, heard, empathy, empathise, compassion, understand each other, put in the shoes
feel, emotion, emotional, mood, heart, pain, hurt
fear, afraid, anxious, anxiety, worry, scared, nervous, doubt, dread, concern
loss, grief, grieve, mourn, lost, dying, death, sad, sorrow, bereaved, say goodbye, redundancy, layoffs, job
  cuts
silo, department, function, unit, cross-functional, interface, handover, handoff, interdependent, depend,
  dependency
need, request, ask for, require, what we need from
clarify, clear, clarity, misunderstanding, unclear, vague
paradox, paradoxical, contradiction, contradictory, opposing, opposite, simultaneously, at the same time,
  dilemma, both and, either or, polarity, trade-off, competing, complementary, pull apart
rehearse, practise, act out, re-enact, enact, role-play, roleplay, simulate, simulation, scene, improvise,
  theatre, behave, behaviour
debrief, review, retrospective, reflect, reflection, look back, evaluate, evaluation, lessons learned,
  learned, learnt, what happened, stood out, stand out, noticed, takeaway, takeaways, take away,
  post-mortem, after-action
observation, watch, shadow, see for ourselves, go and see, ethnography, field research, fieldwork
user, customer, client, consumer, patient
leader, leadership, boss, chief executive, ceo, director, executive, head, chair, founder, minister,
  manager, management, mayor, bishop, principal, headteacher, president
expert, specialist, guest, speaker, keynote, celebrity, interview, sponsor
future, scenario, forecast, predict, unpredictable, uncertain, uncertainty, volatile, turbulence, turbulent,
  ten years, long term
resilient, resilience, robust, hedge, viable, shock, crisis, survive, adapt, adaptive, adaptability
dream, imagine, envision, vision of, ideal, utopia, picture the future
strategy, strategic, direction, roadmap, plan for the coming years
plan, design, prepare, agenda, storyboard, format, sequence, flow, choreograph, organise
meeting, workshop, session, event, conference, gathering, retreat, away day, offsite, summit, training
portfolio, backlog, workload, overview, programme, projects, initiatives, activities, services
renew, renewal, rejuvenate, transform, life cycle, lifecycle, mature, maturity, birth
complex, complexity, complicated, chaotic, chaos, simple, wicked problem, unpredictable
system, systemic, level, scale, scale up, spread, leverage, leverage points, across levels, ecosystem,
  structural
governance, organised, organise ourselves, structure, who decides, how it will work, ways of working,
  operating model, roles
endure, sustainable, sustain, last, long-lived, outlive
community, neighbourhood, neighbour, village, residents, citizens, movement, association
showcase, show and tell, demo, demonstrate, present, exhibit, marketplace, fair, gallery, good practice,
  best practice, good examples
first-hand, firsthand, insider, field, veteran, practitioner, early adopters, real life, actual experience,
  know-how
discuss, discussion, dialogue, conversation, talk, deliberate, explore together, debate
perspective, viewpoint, opinion, point of view, view, standpoint, differ, disagree, disagreement
divisive, controversial, contested, polarised, taboo, sensitive, difficult topic
confused, make sense, sense-making, sensemaking, understand, puzzle, digest
assumption, belief, myth, mindset, inner voice, inner critic, prejudice
quiet, silent, silence, introvert, shy, slow down, calm, focus, focused, settle, centre, mindful, arrive
write, journal
draw, sketch, picture, visual, visualise, image, paint, nonverbal, without words, shapes, metaphor
stakeholder, ally, supporter, contacts, who we know, who knows whom, relationship map, stay in touch, stay
  connected, keep in touch
relationship, collaborate, collaboration, cooperate, cooperation, teamwork, work together, partnership,
  partner, alliance
team, group, squad, crew, staff
central, centralise, headquarters, head office, standardise, standard, integrate, integration, aligned,
  local, site, branch, decentralise
bottom up, all employees, whole organisation, everyone in the company, large-scale, hundreds
topic, theme, self-organised agenda, unconference, barcamp, open agenda
participate, participation, involve, inclusion, include, everyone, everybody, all voices, quiet ones, whole
  audience
learn, lesson, teach, share, exchange, pass on, inspire each other
positive deviance, positive deviants, despite, in spite of, already succeed, already solve, bright spot,
  local solution, people closest, tacit, hidden solution
infection, hygiene, falls, accident, safety incident, chronic
values, principles, ethics, live up to, practise what we preach
vent, complain, complaint, moan, let off steam, frustration, resentment
confidence, confident, ready, readiness, scale from, where do you stand, temperature check, take a stand,
  spectrum
voices, torn, hesitate, waver, ambivalent, crossroads, should i
grow, growth
burnout, exhausted, tired, overload, overwhelmed, stress, stressed, worn out, short-staffed, too much work
bored, dull, lively, energy, energetic, fun, playful, laugh, humour, stiff
remote, online, distributed, virtual, hybrid, from home
agile, scrum, sprint, product owner, iteration, kanban
unsaid, unspoken, nobody says, nobody dares, dare to say, avoid, avoiding, elephant, undiscussable, speak up,
  speak out, open secret
slides, slide deck, powerpoint, lecture, speech, sermon, presentation, keynote, panel discussion, podium
threes, trio, triad, groups of three
pairs, twos, two by two, one to one
crowd, hall, audience, assembly, plenary, whole conference, whole room, on stage
quickly, fast, quick, rapid, short, brief, in no time
alike, similar, same background, diverse, diversity, difference
roll out, rollout, replicate, mainstream, go national
merger, fusion, restructuring, reorganisation, takeover
map, mapping, chart, lay out, on one wall
board, trustee, committee, steering group, governors
volunteer, activist, campaigner, helper
campaign, protest, activism, coalition
church, parish, congregation, diocese, faith, chapel
council, municipality, city, town, county, local authority
improve, improvement, better, enhance, upgrade
school, student, pupil, teacher, class, classroom, university, course, lesson
nurse, doctor, ward, hospital, clinic, health, care, medical, clinical
"""
GROUPS = tuple(
    tuple(entry.strip() for entry in group.split(",")) for group in re.split(r"\n(?! )", _GROUPS.strip())
)
RELATED = frozenset(word for group in GROUPS for entry in group for word in telling_words(entry))
"""Every telling word of a group: somebody who types it is understood, even if no text of the catalogue has it."""


def _by_stems() -> dict[tuple[str, ...], set[str]]:
    known: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, *others in GROUPS:
        for entry in (name, *others):
            known[_stems(entry)].add(name)
    return known


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text))


_KNOWN = _by_stems()
_LONGEST = max(map(len, _KNOWN))


@lru_cache(maxsize=20_000)
def kin(text: str) -> frozenset[str]:
    """Return the names of the groups that the text has a word of."""
    stems = _stems(text)
    runs = (stems[at : at + n] for at in range(len(stems)) for n in range(1, _LONGEST + 1))
    return frozenset(name for run in runs for name in _KNOWN.get(run, ()))
