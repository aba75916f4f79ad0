"""The pages of campaigns, for the teams of the zones and the regional team."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from actors import permissions
from actors.campaigns import answering, calls, publishing
from actors.campaigns.audience import audience, close, open_again, save, start, take_start_back
from actors.campaigns.forms import CampaignForm
from actors.campaigns.progress import Progress, row_of, table
from actors.campaigns.said import Said
from actors.enums import ConfirmedHow
from actors.models import Actor, Campaign
from actors.people.access import only_for
from repertorium.spreadsheets import BELGIAN, Writer

CONFLICT, UNPROCESSABLE = 409, 422
SHOWN = 200  # actors of a preview that are named


@require_safe
@only_for(permissions.is_zone_staff)
def campaigns(request: HttpRequest) -> HttpResponse:
    """The campaigns of one's zones and of the Region, with how far each is."""
    mine = permissions.answerable_requests(request.user)
    number = Count("requests", filter=Q(requests__in=mine.values("pk")))
    answered = Count("requests", filter=Q(requests__in=mine.values("pk")) & ~Q(requests__answer=""))
    found = (
        permissions.readable_campaigns(request.user).select_related("zone").annotate(number=number, answered=answered)
    )
    drafts_first = found.order_by("-started_at", "-pk")  # those without a moment come first
    return render(request, "campaigns/campaigns.html", {"campaigns": drafts_first})


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.is_zone_staff)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write a campaign; nobody is asked before it is started. Of one that runs the last day can be changed."""
    record = get_object_or_404(permissions.manageable_campaigns(request.user), pk=pk) if pk else Campaign()
    posted = request.POST if request.method == "POST" else None
    form = CampaignForm(posted, instance=record, user=request.user, initial={"version": record.version})
    if form.is_valid():
        try:
            return redirect("campaign", save(form.instance, seen=form.cleaned_data["version"] or 0).pk)
        except ValidationError as refused:
            form.add_error(None, refused)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "campaigns/edit.html", {"form": form, "campaign": record}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.is_zone_staff)
def campaign(request: HttpRequest, pk: int) -> HttpResponse:
    """One campaign: of a draft whom it would ask, of one that was started how far it is."""
    record = get_object_or_404(permissions.readable_campaigns(request.user).select_related("zone", "theme"), pk=pk)
    manages = permissions.manageable_campaigns(request.user).filter(pk=pk).exists()
    if request.method == "POST":
        if not manages:
            raise Http404
        return _done(request, record)
    return _page(request, record, manages=manages)


def _page(request: HttpRequest, record: Campaign, *, manages: bool, error: str = "") -> HttpResponse:
    context = {"campaign": record, "manages": manages, "error": error}
    status = CONFLICT if error else 200
    if record.is_draft:
        actors = list(audience(record).in_name_order(request.LANGUAGE_CODE))
        context |= {"number": len(actors), "actors": actors[:SHOWN], **_reached(record, actors)}
        return render(request, "campaigns/draft.html", context, status=status)
    page = Progress(request.user, record, request.GET)
    return render(request, "campaigns/progress.html", {**context, "page": page}, status=status)


def _reached(record: Campaign, actors: list[Actor]) -> dict[str, int]:
    """How a campaign would reach these actors: how many by mail, how many by telephone, how many of these at once."""
    unreached = [actor for actor in actors if not actor.has_mail]
    now = timezone.now()
    at_once = sum(moment <= now for moment in calls.planned(unreached, record, now).values())
    return {
        "by_mail": len(actors) - len(unreached),
        "to_call": len(unreached),
        "at_once": at_once,
        "without_number": sum(not actor.has_phone for actor in unreached),
    }


def _done(request: HttpRequest, record: Campaign) -> HttpResponse:
    """Do what a button asks, or say why not."""
    act = request.POST.get("act", "")
    try:
        if act == "start":
            number = request.POST.get("number", "")
            start(record, number=int(number) if number.isascii() and number.isdigit() else -1)
            messages.success(request, _begun(record))
        elif act == "delete" and record.is_draft:
            record.delete()
            messages.success(request, _("The draft is gone."))
            return redirect("campaigns")
        elif act in PLAIN:
            PLAIN[act](record)
        else:
            raise ValidationError(_("This cannot be done here."))
    except ValidationError as refused:
        record.refresh_from_db()
        return _page(request, record, manages=True, error=refused.messages[0])
    return redirect("campaign", record.pk)


def _begun(record: Campaign) -> str:
    """What happens now, said of what really does."""
    if audience(record).filter(has_mail=True).exists():
        return _("The campaign began. The mails go out within the hour.")
    return _("The campaign began. No mail goes out: those to call stand in the queue.")


PLAIN = {"take-back": take_start_back, "close": close, "open": open_again}


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.is_zone_staff)
def answer(request: HttpRequest, pk: int, asked: int) -> HttpResponse:
    """One actor of a campaign: write down what was heard by telephone, let the public read it, take it back."""
    record = get_object_or_404(permissions.readable_campaigns(request.user), pk=pk)
    row = row_of(request.user, record, asked)
    if row is None:
        raise Http404
    if request.method == "POST":
        row = row_of(request.user, record, asked, _said(request, row.asked), request.POST)
    context = {"campaign": record, "row": row, "opened": bool(row.said and row.said.error)}
    if request.htmx:
        response = render(request, "campaigns/row.html", context)
        response["HX-Trigger"] = "campaign-answered"  # the numbers above the list are read again
        return response
    status = CONFLICT if row.said and row.said.error else 200
    return render(request, "campaigns/answer.html", {**context, "opened": True}, status=status)


def _said(request: HttpRequest, asked) -> Said:
    data = request.POST
    try:
        if data.get("act") == "publish":
            return Said(undo=publishing.publish(asked), published=True, done=_("The public reads it now."))
        if note := data.get("undo"):
            back = publishing.take_back if data.get("act") == "unpublish" else answering.take_back
            back(asked=asked, note=note)
            return Said(done=_("Undone: it is as it was before."))
        how = ConfirmedHow.PHONE
        note = answering.answer(asked=asked, data=data, how=how, user=request.user, seen=data.get("seen", ""))
        return Said(undo=note, done=_("Saved."))
    except ValidationError as refused:
        return Said(error=refused.messages[0], asks_name=getattr(refused, "code", None) == answering.NAME)


@require_safe
@only_for(permissions.is_zone_staff)
def table_file(request: HttpRequest, pk: int) -> HttpResponse:
    """All answers of a campaign as a file for a spreadsheet."""
    record = get_object_or_404(permissions.readable_campaigns(request.user), pk=pk, started_at__isnull=False)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="campaign-{record.pk}.csv"'
    Writer(response, delimiter=BELGIAN).writerows(table(Progress(request.user, record, {})))
    return response
