"""Settings: everything comes from the environment, with defaults that suit one's own machine.

Production needs SITE_URL (https), SECRET_KEY and DATABASE_URL; see docs/operations.md.
"""

import os
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from repertorium import embedded_postgres

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # everything that the machine makes and nobody commits


def flag(name: str, *, default: bool = False) -> bool:
    """An on/off variable of the environment: 1, true, yes or on, in any case."""
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def package_folder(name: str) -> Path:
    """Where an installed package lies, without importing it."""
    return Path(find_spec(name).submodule_search_locations[0])


# --- The site -----------------------------------------------------------------------------------------

SITE_URL = os.environ.get("SITE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}").rstrip("/")
SECURE = SITE_URL.startswith("https://")
DEBUG = flag("DEBUG")


def secret_key() -> str:
    """SECRET_KEY of the environment; on one's own machine (no https) a random one kept in var/.

    Raises:
        ImproperlyConfigured: on a public site without SECRET_KEY; the message says how to make one.
    """
    if key := os.environ.get("SECRET_KEY"):
        return key
    if SECURE:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Make one and keep it out of the repository:\n"
            "  export SECRET_KEY=\"$(python3 -c 'import secrets; print(secrets.token_urlsafe(50))')\""
        )
    from repertorium.local_secret import local_secret  # noqa: PLC0415 - not needed on a public site

    return local_secret(VAR_DIR / "secret_key")


SECRET_KEY = secret_key()
SECRET_KEY_FALLBACKS = os.environ.get("SECRET_KEY_FALLBACKS", "").split()
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname, *os.environ.get("ALLOWED_HOSTS", "").split()]
if not SECURE:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"]  # noqa: S104 - a name to be called by

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, which it extends
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "repertorium.storage.StaticFiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_filters",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "repertorium",
    "repertorium.accounts",
    "zones",
    "actors",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "repertorium.middleware.limit_browser_features",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "repertorium.compression.QuickGZipMiddleware",  # pads against BREACH
    "repertorium.middleware.refuse_broken_urls",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "repertorium.middleware.cache_public_pages",
    "repertorium.middleware.say_when_the_database_is_away",
    "repertorium.middleware.explain_refused_methods",
    "actors.people.middleware.guard_accounts",
    "actors.search.middleware.one_state_per_request",
]

ROOT_URLCONF = "repertorium.urls"
WSGI_APPLICATION = "repertorium.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "repertorium.context.site",
            ],
            "builtins": ["repertorium.templatetags.site"],
        },
    },
]

# --- Database -----------------------------------------------------------------------------------------

# CONN_HEALTH_CHECKS: without it requests fail after a restart of the database.
EMBEDDED_DATABASE = "DATABASE_URL" not in os.environ
DATABASES = {"default": embedded_postgres.connection_settings() if EMBEDDED_DATABASE else dj_database_url.config()}
DATABASES["default"] |= {"CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 600}
# Of the web server only (wsgi.py): a page that waits longer says so (503), and holds nobody else up. Milliseconds.
WEB_TIMEOUTS = {"lock_timeout": 3_000, "statement_timeout": 20_000, "idle_in_transaction_session_timeout": 60_000}

SEARCH_INDEX_DIR = VAR_DIR / "search"  # where the search index is kept between starts; None: nowhere

# --- Accounts (docs/decisions/0013-accounts.md) ----------------------------------------------------------

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {"user_attributes": ("email", "name")},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
LOGIN_URL, LOGIN_REDIRECT_URL, ACCOUNT_LOGOUT_REDIRECT_URL = "account_login", "account", "home"

ACCOUNT_ADAPTER = "actors.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "actors.people.forms.OurLoginForm", "signup": "actors.people.forms.RegistrationForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = urlsplit(SITE_URL).scheme
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # here; other sessions of this person do end
ACCOUNT_SESSION_COOKIE_AGE = 14 * 24 * 3600  # for whoever asks to stay logged in; never for staff

MFA_ADAPTER = "actors.people.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "actors.people.forms.NewAppForm",
    "add_webauthn": "actors.people.forms.NewPasskeyForm",
    "edit_webauthn": "actors.people.forms.PasskeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Repertorium Brussels"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones differ by half a minute
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # http://localhost

SESSION_COOKIE_AGE = 12 * 3600  # seconds without a sign of life
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# One OpenID Connect provider, such as the Region's own. It says who somebody is; what they may do is decided here.
OIDC_ISSUER = os.environ.get("OIDC_ISSUER", "")
SOCIALACCOUNT_ADAPTER = "actors.people.adapters.OpenIDAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": os.environ.get("OIDC_NAME", urlsplit(OIDC_ISSUER).hostname),
                    "client_id": os.environ.get("OIDC_CLIENT_ID", ""),
                    "secret": os.environ.get("OIDC_CLIENT_SECRET", ""),
                    "settings": {"server_url": OIDC_ISSUER},
                }
            ],
        }
    }
    if OIDC_ISSUER
    else {}
)

# Limits must hold over all workers and machines; a migration of `accounts` makes the table.
CACHES = {"default": {"BACKEND": "repertorium.json_cache.JsonDatabaseCache", "LOCATION": "accounts_cache"}}
ALLAUTH_TRUSTED_PROXY_COUNT = int(flag("BEHIND_PROXY"))

# --- Mail: EMAIL_URL is smtp://, smtp+tls:// or smtps://user:password@host:port --------------------------

EMAIL_URL = urlsplit(os.environ.get("EMAIL_URL", ""))
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if EMAIL_URL.hostname else "repertorium.mail.LocalMail"
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_URL.scheme == "smtp+tls", EMAIL_URL.scheme == "smtps"
EMAIL_HOST = EMAIL_URL.hostname or "localhost"
EMAIL_PORT = EMAIL_URL.port or {"smtp+tls": 587, "smtps": 465}.get(EMAIL_URL.scheme, 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(EMAIL_URL.username or ""), unquote(EMAIL_URL.password or "")
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_FROM = os.environ.get("EMAIL_FROM", f"Repertorium <no-reply@{urlsplit(SITE_URL).hostname}>")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = EMAIL_FROM

# --- Whose site this is ---------------------------------------------------------------------------------

PUBLISHER = os.environ.get("PUBLISHER", "")  # who answers for the site, as it is to be read
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "")
FEEDBACK_URL = os.environ.get("FEEDBACK_URL", f"mailto:{CONTACT_EMAIL}" if CONTACT_EMAIL else "")

# --- History ------------------------------------------------------------------------------------------

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")  # GET pages touch no session

# --- Languages and time -------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("fr", _("French"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_LANGUAGES = ("nl", "fr")
MODELTRANSLATION_FALLBACK_LANGUAGES = ("nl", "fr")  # both ways; Dutch does not fall back by itself
DRAFT_LANGUAGES = os.environ.get("DRAFT_LANGUAGES", "").split()  # of residents' screens, to be read over before use
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# --- Static files -------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR_DIR / "static"))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    VAR_DIR / "generated",  # the pictogram sprite
    ("leaflet", package_folder("leaflet") / "static" / "leaflet"),  # the app itself would load GDAL
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "repertorium.storage.StaticStorage"},
}
WHITENOISE_MAX_AGE = 3600  # files without a hash in their name

# --- Security -----------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "repertorium.views.form_expired"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SECURE else []
SECURE_REFERRER_POLICY = "no-referrer"  # what somebody looks for is nobody else's business
X_FRAME_OPTIONS = "DENY"
LEAVE_URL = "https://www.meteo.be"  # where "leave this page" leads: the weather gives nobody away
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Django's admin carries its icons as data
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF, *([OIDC_ISSUER] if OIDC_ISSUER else [])],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # the admin's inlines of one large actor
FILE_UPLOAD_HANDLERS = ["repertorium.uploads.NoFiles"]  # no form takes one; a view that does sets its own

# --- The editor: how each face draws a service that is not saved yet. The faces do not know of each other -----

PREVIEWS = {"professionals": "actors.catalogue.preview.preview", "residents": "actors.pictograms.preview.preview"}

# --- Logging: to the console, without what somebody looked for and without links that let people in ----

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "repertorium.logs.ScrubbingFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        },
        "mail": {"format": "%(asctime)s %(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "local_mail": {"class": "logging.StreamHandler", "formatter": "mail"},  # its links are what it is for
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "repertorium": {"level": "INFO"},
        "repertorium.mail": {"handlers": ["local_mail"], "propagate": False},
        "actors": {"level": "INFO"},
        "zones": {"level": "INFO"},
    },
}
