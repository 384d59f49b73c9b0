"""What is noticed in an invitation: a table that a facilitator can read and check."""

import pytest

from sessions.domain.phrasing import Check, Code, checks, seconds, unquoted

FINE = [
    # Questions that open something
    "What do you do when you work on discharge? And why is that important to you?",
    "What challenge do you bring to this gathering, and what do you hope to give and get?",
    "How could we make sure that every patient goes home late, confused and alone?",
    "Given our purpose, what becomes possible now that was not possible last year?",
    "If you were ten times bolder, what would you recommend, and what first step would you take?",
    "What is your 15 percent?",
    "With whom have you worked on this in the past month?",
    "Since we last met, what has stayed with you?",
    "What haven't we tried yet?",
    "What can we not move forward alone?",
    "Why don't people come back to us?",
    "Which rules must we never break?",
    "How can we use what we already have to reach more people?",
    "How can we use this hour to help each other?",
    "Why is it important to you?",
    "What is useless to us, and what would we miss?",
    "Before we set any goals: why are we doing this at all?",
    # Questions that begin like a closed one, and are not
    "Is each of these more like boiling an egg or raising a child?",
    "Can you think of a time when this went well?",
    "Could you tell your partner how it began?",
    "Is there anyone who manages all the same? How do they do it?",
    "Are you stuck? Where, and with whom?",
    "Is there a loss that you carry? Write four sentences about it, for yourself.",
    "Have you ever been overlooked? Tell your partner about it.",
    "What happened? So what does it mean? Now what will we do?",
    # Requests
    "Think of a time when you were not heard, seen or respected.",
    "Tell your partner about a day when care here was as you would wish it for your own family.",
    "Partners, listen, then ask kindly: ‘Why does that matter to you?’",
    "First write down everything we must do.",
    "Let’s put everybody on the wall who is part of this work.",
    "In silence, draw how we got here.",
    "On your own, list the rules that nobody follows.",
    "What first drew me to this work was …",
    "If only they would finally...",
    "Say it like this: ‘How is it that we are … and we are … at the same time?’",
    "Please introduce the person on your left.",
    "You have seven minutes, and your partner will not try to fix it.",
    # Somebody else's words are nobody's question here
    "Ask your partner: ‘Do you agree?’ ‘Are you sure?’ ‘Is that all?’ Go on until they smile.",
    "‘We could stop half of our meetings tomorrow.’ Where do you stand?",
    # Capitals that everybody knows, that are spelled out, or that stress a word
    "What would the NHS lose without us?",
    "What does our multidisciplinary team (MDT) need from yours?",
    "What is the ONE thing that we must NEVER do?",
    "WHAT IS THE KPI OF LOVE?",
    # Other languages
    "Wozu sind wir hier?",
    "Erzählt euch gegenseitig, wozu ihr hier seid.",
    "¿Qué te trae por aquí?",
    "",
    "   ",
]


@pytest.mark.parametrize("text", FINE)
def test_good_invitations_are_left_alone(text):
    assert checks(text) == ()


NOTHING = [
    "Introduction to the topic",
    "We need better communication.",
    "The purpose of the session is to improve discharge.",
    "A short round about the results of the survey",
    "There will be a talk about the new rota.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_asks_for_nothing_is_told(text):
    assert checks(text) == (Check(Code.NOTHING),)


SEVERAL = [
    (2, "What is going well? What is going badly?"),
    (2, "What brave conversation have we been avoiding? What would be its opening move?"),
    (2, "Who is here? How many of us know each other?"),
    (3, "What is our aim, how do we reach it, and who does what?"),
    (3, "Who needs this and why does it matter and how shall we begin?"),
    (3, "What do we want? What holds us back? And what do we do now?"),
    (4, "How different are we, how well do we listen, how often do we act together, how good is our reason?"),
    (4, "What do I miss? And why? And since when? And who knows?"),
    (2, "Stop for a moment. Where are we? Who is missing? Tell your partner."),
]


@pytest.mark.parametrize(("number", "text"), SEVERAL)
def test_several_questions_in_one_breath_are_counted(number, text):
    assert checks(text) == (Check(Code.SEVERAL, number),)


def test_what_is_asked_after_something_to_do_comes_at_its_own_time():
    assert checks("Which pattern do we claim? Mark it. Which one do we live? Mark that too.") == ()


CLOSED = [
    "Do you agree?",
    "Should we merge the two teams?",
    "Given our purpose, should we merge the two teams?",
    "Is it time for a change?",
    "Are patients safe here?",
    "So, did that help?",
    "Have you understood the plan?",
    "Can we do better?",
    "Will the new rota work?",
    "Does your team need this or not?",
    "Is there anything to add?",
    "We have talked about it for a year. Would it help to stop?",
]


@pytest.mark.parametrize("text", CLOSED)
def test_yes_or_no_is_told(text):
    assert checks(text) == (Check(Code.CLOSED),)


LEADING = [
    ("Don't you think", "Don't you think that we meet too often, and what follows from it?"),
    ("isn't it", "How good it feels, isn't it, and what makes it so?"),
    ("Wouldn’t it", "Wouldn’t it be better to share one office? What would change?"),
    ("shouldn't we", "When all is said, shouldn't we try, and how?"),
    ("Isn't this", "Isn't this what we wanted? How did we get here?"),
    ("Is it not", "Is it not time to act? What would you do?"),
    ("Why don't we just", "Why don't we just ask them?"),
    ("the best", "Why is the matrix the best way to organise us?"),
    ("the only way", "Why is stopping the only way out?"),
    ("better than", "Why is our service better than theirs?"),
    ("use the new app to", "How can we use the new app to reach young people?"),
    ("introduce Scrum to", "How might we introduce Scrum to become faster?"),
    ("leverage volunteers to", "How could we leverage volunteers to open on Sundays?"),
    ("how much better is", "Tell us, how much better is the new form?"),
    ("outdated rules", "What keeps our outdated rules alive?"),
    ("wonderful project", "How did this wonderful project begin?"),
    ("right", "What we need is a new leader, right?"),
    ("As we all know", "As we all know, meetings are too long. What would you change?"),
    ("Everybody knows that", "Everybody knows that it fails. Why does it?"),
    ("Surely", "Surely we can do better. How?"),
    ("do you agree that", "Tell me, do you agree that it fails, and why?"),
    ("of course", "You will agree, of course. What comes next?"),
]


@pytest.mark.parametrize(("words", "text"), LEADING)
def test_an_answer_hidden_in_the_question_is_told(words, text):
    found = [check for check in checks(text) if check.code is Code.LEADING]
    assert [check.words[0].startswith(words) or check.words[0] == words for check in found] == [True]


LONG = [
    (12, 30, False),
    (13, 31, True),
    (16, 40, True),
    (17, 41, True),
    (40, 100, True),
]


@pytest.mark.parametrize(("length", "words", "is_long"), LONG)
def test_twelve_seconds_are_thirty_words(length, words, is_long):
    text = " ".join(["What", *["really"] * (words - 2), "matters?"])

    assert (seconds(text), checks(text)) == (length, (Check(Code.LONG, length),) if is_long else ())


def test_of_a_whole_page_nothing_is_said_but_how_long_it_is():
    assert checks("Do you agree? " * 80) == (Check(Code.LONG, 96),)


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one_word():
    assert seconds("Don’t use well-known words …") == 2


JARGON = [
    (("synergies",), "Where do you see synergies between us?"),
    (("leverage",), "What could we leverage?"),
    (("stakeholder alignment",), "What does stakeholder alignment mean to you?"),
    (("paradigm",), "Which paradigm do we follow?"),
    (("KPIs",), "Which KPIs matter to you?"),
    (("OKR", "ROI"), "Which OKR has the best ROI, in your eyes?"),
    (("low-hanging fruit",), "Where is low-hanging fruit?"),
    (("best practices", "learnings"), "What best practices and learnings do you bring?"),
    (("Liberating Structure",), "Which Liberating Structure do you like?"),
    (("TRIZ",), "What will you stop after TRIZ?"),
    (("Ecocycle",), "Where on the Ecocycle is your work?"),
    (("1-2-4-All",), "What came up in the 1-2-4-All?"),
    (("WINFY",), "What do you want from this WINFY?"),
    (("ICS", "MDTs"), "What do the ICS and the MDTs expect of us?"),
    (("actionable",), "What is the most actionable, really actionable idea?"),
]


@pytest.mark.parametrize(("words", "text"), JARGON)
def test_words_that_only_insiders_know_are_named(words, text):
    assert checks(text) == (Check(Code.JARGON, words=words),)


def test_remarks_come_in_the_order_of_a_careful_reading():
    text = "Don't you think we should leverage KPIs? Isn't it obvious? " + "word " * 40

    assert [check.code for check in checks(text)] == [
        Code.SEVERAL,
        Code.CLOSED,
        Code.LEADING,
        Code.LONG,
        Code.JARGON,
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Do you agree?", []),
        ("Wollen wir das? Können wir das?", [Code.SEVERAL]),
        ("هل نريد ذلك؟ هل نستطيع ذلك؟", [Code.SEVERAL]),
        ("私たちは何をしますか？ なぜですか？", [Code.SEVERAL]),
        ("Wir brauchen bessere KPIs.", []),
        ("wort " * 31, [Code.LONG]),
    ],
)
def test_in_another_language_only_questions_are_counted_and_words_timed(text, codes):
    assert [check.code for check in checks(text, english=False)] == codes


def test_english_is_not_looked_for_in_a_text_that_plainly_is_not():
    assert checks("Erzähle von einem Tag im Juni.") == ()


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Ask: ‘Why?’ Go on.", "Ask: … Go on."),
        ("Say ‘It’s all because they’ and stop", "Say … and stop"),
        ("“What matters?”", "What matters?"),
        ("It’s ours, isn’t it", "It’s ours, isn’t it"),
        ("two\n  lines", "two lines"),
    ],
)
def test_a_quotation_is_somebody_elses(text, spoken):
    assert unquoted(text) == spoken
