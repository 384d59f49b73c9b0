from structures.models.question import Fit, Question
from structures.models.recipe import AbstractStep, Material, Repeat, Role, Step
from structures.models.structure import Pairing, Structure
from structures.models.wanting import Wanting

__all__ = [
    "AbstractStep",
    "Fit",
    "Material",
    "Pairing",
    "Question",
    "Repeat",
    "Role",
    "Step",
    "Structure",
    "Wanting",
]
