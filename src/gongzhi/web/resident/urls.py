"""The residents' addresses, at the root: short, since people read them aloud."""

from django.urls import path

from gongzhi.web.resident.views import phone, signing

app_name = "resident"

urlpatterns = [
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-in/code/", signing.confirm_code, name="confirm_code"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("offline/", phone.offline, name="offline"),
    path("here/", phone.here, name="here"),
    path("sw.js", phone.service_worker, name="service_worker"),
    path("app.webmanifest", phone.manifest, name="manifest"),
]
