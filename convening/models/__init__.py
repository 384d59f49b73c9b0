"""People, and the tokens with which their scripts come in."""

from convening.models.token import Token
from convening.models.user import TAKEN, User

__all__ = ["TAKEN", "Token", "User"]
