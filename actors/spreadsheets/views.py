"""Spreadsheets of listings: out, in, what would change, import and undo. For zone teams and the regional team."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actors.models import Spreadsheet
from actors.models.spreadsheet import SpreadsheetAct, SpreadsheetState
from actors.people.access import only_for
from actors.permissions import is_zone_staff
from actors.spreadsheets import jobs, writing
from actors.spreadsheets.arrivals import Arrivals
from actors.spreadsheets.files import MOST_BYTES, in_both
from actors.spreadsheets.page import SpreadsheetPage, StartPage, own
from actors.spreadsheets.selection import NAMES
from actors.spreadsheets.sheets import Sheet
from actors.spreadsheets.tables import TABLES
from actors.spreadsheets.uploads import OneFile, is_too_large
from repertorium.door import plain_text

TOO_LARGE, CONFLICT, UNPROCESSABLE = 413, 409, 422
ONE_AT_A_TIME = _("An earlier spreadsheet of yours is still being worked on. Wait until it is done.")
NO_FILE = _("Choose a file first.")
LARGE = _("This file is larger than %(most)s megabytes, so it was not taken. Send fewer listings at once.")


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(is_zone_staff)
def spreadsheets(request: HttpRequest) -> HttpResponse:
    """Choose what goes out, send what comes back; what one did lately."""
    if request.method != "POST":
        return render(request, "spreadsheets/start.html", {"page": StartPage(request)})
    table, kind = request.POST.get("table"), request.POST.get("format")
    if table not in TABLES or kind not in writing.CONTENT_TYPES:
        return _refused(request, in_both(_("Choose what is to stand in a row, and the kind of file.")), UNPROCESSABLE)
    selection = {name: plain_text(request.POST.get(name, ""))[:100] for name in NAMES}
    return _kept(request, act=SpreadsheetAct.EXPORT, table=table, format=kind, selection=selection)


@csrf_exempt  # Django reads the form to find its token, so the file is allowed in first: `_upload` asks for it
@require_POST
@only_for(is_zone_staff)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file that was edited, and begin to read it."""
    if is_too_large(request):
        return _refused(request, in_both(LARGE, most=MOST_BYTES // 1_000_000), TOO_LARGE)
    request.upload_handlers = [OneFile(request)]
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        return _refused(request, in_both(NO_FILE), UNPROCESSABLE)
    if file.size > MOST_BYTES:
        return _refused(request, in_both(LARGE, most=MOST_BYTES // 1_000_000), TOO_LARGE)
    return _kept(request, act=SpreadsheetAct.CHECK, name=plain_text(file.name)[:200], content=file.read())


def _kept(request: HttpRequest, **values) -> HttpResponse:
    """Keep a spreadsheet, begin with it, and go to its page."""
    try:
        with transaction.atomic():
            made = Spreadsheet.objects.create(user=request.user, language=get_language(), **values)
    except IntegrityError:
        return _busy(request)
    jobs.start(made)
    return redirect("staff-spreadsheet", made.pk)


def _refused(request: HttpRequest, error: dict[str, str], status: int) -> HttpResponse:
    return render(request, "spreadsheets/start.html", {"page": StartPage(request, error)}, status=status)


def _busy(request: HttpRequest) -> HttpResponse:
    """An earlier one is in the way: say so, with the way to it."""
    earlier = own(request.user).filter(state=SpreadsheetState.WAITING).first()
    page = StartPage(request, in_both(ONE_AT_A_TIME), earlier=earlier)
    return render(request, "spreadsheets/start.html", {"page": page}, status=CONFLICT)


@require_safe
@only_for(is_zone_staff)
def template(request: HttpRequest) -> HttpResponse:
    """An empty file for new organisations, with the choices as drop-downs."""
    sheet = Sheet(Arrivals.code, request.user)
    return _file(writing.template(sheet), writing.XLSX, slugify(str(sheet.table.title)))


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(is_zone_staff)
def spreadsheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One spreadsheet: how far it is, what would change, what is wrong; import it, undo it, try again."""
    found = get_object_or_404(own(request.user), pk=pk)
    if request.method == "POST":
        return _next(request, found)
    page = SpreadsheetPage(request, found)
    if request.htmx:
        response = render(request, "spreadsheets/progress.html", {"page": page})
        if not page.is_waiting:
            response["HX-Refresh"] = "true"
        return response
    return render(request, "spreadsheets/spreadsheet.html", {"page": page})


def _next(request: HttpRequest, found: Spreadsheet) -> HttpResponse:
    page = SpreadsheetPage(request, found)
    allowed: dict[str, Callable[[], SpreadsheetAct | None]] = {
        "import": lambda: SpreadsheetAct.SAVE if page.can_import else None,
        "undo": lambda: SpreadsheetAct.UNDO if page.is_saved and found.change else None,
        "again": lambda: _again(page),
    }
    act = allowed.get(request.POST.get("act", ""), lambda: None)()
    if act is not None:
        try:
            with transaction.atomic():
                jobs.begin(
                    Spreadsheet.objects.select_for_update().get(pk=found.pk, act=found.act, state=found.state), act
                )
        except (IntegrityError, Spreadsheet.DoesNotExist):  # another of theirs is being worked on; or this one, twice
            return _busy(request)
    return redirect("staff-spreadsheet", found.pk)


def _again(page: SpreadsheetPage) -> SpreadsheetAct | None:
    """What is tried again: what stopped, or an import that others were quicker than, from reading the file on."""
    if not page.can_try_again:
        return None
    act = SpreadsheetAct(page.spreadsheet.act)
    return SpreadsheetAct.CHECK if act == SpreadsheetAct.SAVE else act


@require_safe
@only_for(is_zone_staff)
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of an export."""
    found = get_object_or_404(Spreadsheet.objects.filter(user=request.user, act=SpreadsheetAct.EXPORT), pk=pk)
    if not found.content:
        raise Http404
    title = slugify(str(TABLES[found.table].title))
    return _file(bytes(found.content), found.format, f"{title}-{found.made_at:%Y-%m-%d}")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=writing.CONTENT_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
