"""Every address of the site. Pages stand under /nl/ and /fr/, with paths in the words of their language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from actors.admin.audit import changes
from actors.catalogue.sitemap import SITEMAPS
from actors.people.access import admin_login, admin_logout, admin_password
from actors.pictograms.offline import worker
from repertorium import views

handler400 = "repertorium.views.bad_request"
handler403 = "repertorium.views.forbidden"
handler404 = "repertorium.views.not_found"
handler429 = "repertorium.views.too_many"  # asked for by allauth
handler500 = "repertorium.views.server_error"

admin.site.site_header = admin.site.site_title = _("Repertorium: regional team")
admin.site.login, admin.site.logout = admin_login, admin_logout
admin.site.password_change = admin.site.password_change_done = admin_password
admin.site.index_title = _("All records")

urlpatterns = [
    path("", views.door, name="door"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("help-worker.js", worker, name="help-worker"),
    *i18n_patterns(
        path("", include("actors.catalogue.urls")),
        path("", include("actors.pictograms.urls")),
        path("", include("actors.zonepages.urls")),
        path("", include("actors.register.urls")),
        path("", include("actors.quality.urls")),
        path("", include("actors.people.account_urls")),
        path("", include("actors.people.urls")),
        path("", include("actors.feedback.urls")),
        path("", include("actors.queue.urls")),
        path("", include("actors.spreadsheets.urls")),
        path("", include("actors.campaigns.urls")),
        path("", include("actors.subscriptions.urls")),
        path("", include("actors.staff.urls")),
        path("", include("actors.frontdesk.urls")),
        path(_("about/"), views.text_page("about"), name="about"),
        path(_("data-and-licences/"), views.text_page("data"), name="data"),
        path(_("accessibility/"), views.text_page("accessibility"), name="accessibility"),
        path(_("privacy/"), views.text_page("privacy"), name="privacy"),
        path("admin/changes/", changes, name="admin-changes"),
        path("admin/", admin.site.urls),
    ),
]
