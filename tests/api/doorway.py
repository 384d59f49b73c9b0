"""An API that does nothing: what stands before every real one can be tried at its addresses."""

from django.urls import path
from ninja import NinjaAPI

from convening.throttling import COSTLY, DRAFTS, READS, WRITES
from convening.tokens import ANYBODY, TOKEN

api = NinjaAPI(urls_namespace="doorway", docs_url=None, openapi_url=None, throttle=READS)


def who(request):
    return {"who": str(request.user), "auth": str(request.auth)}


api.get("read", auth=ANYBODY)(who)
api.get("costly", auth=ANYBODY, throttle=COSTLY)(who)
api.get("drafts", auth=TOKEN, throttle=DRAFTS)(who)
api.get("own", auth=TOKEN)(who)
api.post("own", auth=TOKEN, throttle=WRITES)(who)

urlpatterns = [path("", api.urls)]
