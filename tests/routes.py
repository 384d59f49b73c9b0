"""Every route, and who may take it. A route that is missing here fails ``tests/test_access.py``."""

from dataclasses import dataclass

EVERYBODY = {"owner", "editor", "host", "stranger", "guest", "nobody"}
SIGNED_IN = {"owner", "editor", "host", "stranger"}
EDITORS = {"owner", "editor"}
OWNER = {"owner"}
MEMBERS = {"editor", "host"}


@dataclass(frozen=True)
class Rule:
    """``who`` may, by which ``methods``. Others get 404, or the way to sign in where ``asks`` says so."""

    who: frozenset[str] | set[str]
    methods: tuple[str, ...] = ("POST",)
    asks: bool = False


PUBLIC = Rule(EVERYBODY, ("GET",))
PLANS = Rule(EDITORS)
ACCOUNT = Rule(EVERYBODY, ("GET", "POST"))
OWN_ACCOUNT = Rule(SIGNED_IN, ("GET", "POST"), asks=True)

ROUTES = {
    "home": PUBLIC,
    "structures": PUBLIC,
    "structure": PUBLIC,
    "questions": PUBLIC,
    "question": PUBLIC,
    "wanting": Rule(EVERYBODY),
    "health": PUBLIC,
    "api": PUBLIC,
    "journey_schema": PUBLIC,
    "journeys": PUBLIC,
    "journey_new": Rule(EVERYBODY, ("GET", "POST")),
    "strings": Rule(EVERYBODY, ("GET", "POST")),
    "structure_to_journey": Rule(EVERYBODY, ("GET",)),
    "agenda": PUBLIC,
    "invite": Rule(EVERYBODY, ("GET", "POST")),
    "journey": Rule(EDITORS, ("GET",)),
    "journey_share": Rule(EDITORS, ("GET",)),
    "journey_history": Rule(EDITORS, ("GET",)),
    "revision": Rule(EDITORS, ("GET",)),
    "revision_restore": PLANS,
    "journey_bin": Rule(OWNER),
    "journey_restore": Rule(OWNER),
    "journey_duplicate": PLANS,
    "journey_reword": PLANS,
    "journey_words": Rule(EDITORS, ("GET", "POST")),
    "journey_edit": PLANS,
    "journey_undo": PLANS,
    "journey_adjust": PLANS,
    "notice_fix": PLANS,
    "notice_dismiss": PLANS,
    "notices_show": PLANS,
    "journey_redo": PLANS,
    "question_add": PLANS,
    "question_edit": PLANS,
    "question_move": PLANS,
    "question_remove": PLANS,
    "session_add": PLANS,
    "session_edit": PLANS,
    "session_move": PLANS,
    "session_duplicate": PLANS,
    "session_remove": PLANS,
    "session_pack": PLANS,
    "logistics": Rule(EDITORS, ("GET",)),
    "activity_add": PLANS,
    "activity_edit": PLANS,
    "activity_move": PLANS,
    "activity_park": PLANS,
    "activity_return": PLANS,
    "activity_remove": PLANS,
    "activity_below": PLANS,
    "activity_duplicate": PLANS,
    "activity_swap": PLANS,
    "activity_invitation": Rule(EDITORS, ("GET", "POST")),
    "activity_several": PLANS,
    "track_add": PLANS,
    "track_edit": PLANS,
    "track_remove": PLANS,
    "step_add": PLANS,
    "step_edit": PLANS,
    "step_move": PLANS,
    "step_remove": PLANS,
    "steps_reset": PLANS,
    "steps_keep": PLANS,
    "share_add": PLANS,
    "share_revoke": PLANS,
    "journey_people": Rule(EDITORS, ("GET",)),
    "invite_add": PLANS,
    "invite_link": PLANS,
    "invite_revoke": PLANS,
    "member_remove": Rule(OWNER),
    "journey_leave": Rule(MEMBERS),
    "journey_here": PLANS,
    "account_login": ACCOUNT,
    "account_signup": ACCOUNT,
    "account_logout": ACCOUNT,
    "account_inactive": Rule(EVERYBODY, ("GET",)),
    "account_request_login_code": ACCOUNT,
    "account_confirm_login_code": ACCOUNT,
    "account_reset_password": ACCOUNT,
    "account_reset_password_done": Rule(EVERYBODY, ("GET",)),
    "account_reset_password_from_key": ACCOUNT,
    "account_reset_password_from_key_done": Rule(EVERYBODY, ("GET",)),
    "account_confirm_email": Rule(EVERYBODY, ("GET",)),
    "account_email_verification_sent": Rule(EVERYBODY, ("GET",)),
    "account_email": OWN_ACCOUNT,
    "account_change_password": OWN_ACCOUNT,
    "account_set_password": OWN_ACCOUNT,
    "account_reauthenticate": OWN_ACCOUNT,
    "tokens": OWN_ACCOUNT,
    "token_revoke": Rule(SIGNED_IN, asks=True),
}

NOBODYS = Rule(set(), ("GET", "POST"))
"""There is nothing at the address."""

API = {
    "api_nothing": NOBODYS,
    "api:openapi-json": PUBLIC,
    "api:structures": PUBLIC,
    "api:structure": PUBLIC,
    "api:match": PUBLIC,
    "api:questions": PUBLIC,
    "api:drafts": Rule(SIGNED_IN, ("POST",), asks=True),
    "api:journeys": Rule(SIGNED_IN, ("GET",), asks=True),
    "api:journey_add": Rule(SIGNED_IN, ("POST",), asks=True),
    "api:journey": Rule(EDITORS, ("GET",), asks=True),
    "api:journey_write": Rule(EDITORS, ("PUT",), asks=True),
}
"""The API's routes. Who comes there shows a token, not a cookie: ``tests/api/test_reach.py`` walks them."""
