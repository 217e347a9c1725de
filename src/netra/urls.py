"""Every address of the house; each door lists its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("netra.web.urls"))]

handler400 = "netra.web.errors.bad_request"
handler403 = "netra.web.errors.not_allowed"
handler404 = "netra.web.errors.not_found"
handler500 = "netra.web.errors.server_error"
