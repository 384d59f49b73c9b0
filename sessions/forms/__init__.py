"""Every form of a journey, and the sentences people get when something cannot be so."""

from sessions.forms.activities import ActivityForm, TrackForm
from sessions.forms.adjusting import AdjustForm
from sessions.forms.framing import JourneyForm, QuestionAddForm, QuestionForm, SessionForm
from sessions.forms.packing import PackForm
from sessions.forms.placing import AddForm, MoveForm, ReturnForm, SeveralForm, SwapForm
from sessions.forms.steps import StepAddForm, StepForm

__all__ = [
    "ActivityForm",
    "AddForm",
    "AdjustForm",
    "JourneyForm",
    "MoveForm",
    "PackForm",
    "QuestionAddForm",
    "QuestionForm",
    "ReturnForm",
    "SessionForm",
    "SeveralForm",
    "StepAddForm",
    "StepForm",
    "SwapForm",
    "TrackForm",
]
