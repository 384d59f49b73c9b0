"""What tests are about, in one call each. Everything is keyword-only; what a test does not say is plain."""

from itertools import count
from typing import Any

from convening.models import User
from structures.models import Fit, Material, Pairing, Question, Repeat, Role, Step, Structure, Wanting

_numbers = count(1)


def create_user(*, password: str | None = "correct horse battery", **fields: Any) -> User:
    """A person with an account; without a password, one who signs in by mailed code."""
    fields.setdefault("email", f"person{next(_numbers)}@example.org")
    return User.objects.create_user(password=password, **fields)


def create_structure(*, steps: int = 0, **fields: Any) -> Structure:
    """A published structure, with ``steps`` plain steps of five minutes where a test needs some."""
    number = next(_numbers)
    defaults = {
        "slug": f"structure-{number}",
        "name": f"Structure {number}",
        "status": "published",
        "makes_possible": "Everyone is heard.",
        "invitation": "What do you see?",
    }
    structure = Structure.objects.create(**(defaults | fields))
    for _ in range(steps):
        create_step(structure=structure)
    return structure


def create_step(*, structure: Structure, minutes: int = 5, **fields: Any) -> Step:
    """The next step of a structure; ``minutes`` are also the shortest and longest unless said."""
    position = structure.steps.count() + 1
    defaults = {
        "position": position,
        "title": f"Step {position}",
        "minutes_min": minutes,
        "minutes_max": minutes,
    }
    return Step.objects.create(structure=structure, minutes=minutes, **(defaults | fields))


def create_repeat(*, structure: Structure, key: str = "A", count: int = 3, **fields: Any) -> Repeat:
    """A block that always runs ``count`` times unless said."""
    defaults = {"count_min": count, "count_max": count}
    return Repeat.objects.create(structure=structure, key=key, count=count, **(defaults | fields))


def create_role(*, structure: Structure, name: str = "Host", **fields: Any) -> Role:
    return Role.objects.create(structure=structure, name=name, **fields)


def create_material(*, structure: Structure, item: str = "pen", **fields: Any) -> Material:
    return Material.objects.create(structure=structure, item=item, **fields)


def create_pairing(*, before: Structure, after: Structure, because: str = "It deepens.") -> Pairing:
    return Pairing.objects.create(before=before, after=after, because=because)


def create_question(**fields: Any) -> Question:
    """A published question, last on the arc unless said."""
    position = Question.objects.count() + 1
    defaults = {
        "slug": f"question-{position}",
        "position": position,
        "short": f"Question {position}",
        "text": f"What is question {position}?",
    }
    return Question.objects.create(**(defaults | fields))


def create_fit(*, question: Question, structure: Structure, **fields: Any) -> Fit:
    """A fit that comes after the question's others unless said."""
    defaults = {
        "position": question.fits.count() + 1,
        "because": "It suits.",
        "invitation": "What do you say?",
    }
    return Fit.objects.create(question=question, structure=structure, **(defaults | fields))


def create_wanting(**fields: Any) -> Wanting:
    """Something that nobody found."""
    defaults = {"question": "How do we bake bread?", "digest": f"digest-{next(_numbers)}"}
    return Wanting.objects.create(**(defaults | fields))
