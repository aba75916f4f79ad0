"""What all lists of Django's admin have in common."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.forms.models import BaseInlineFormSet


class QuickList:
    """A list that stays quick with ten thousand records: they are counted once, and never all of them for a search."""

    show_full_result_count = False
    list_per_page = 50

    def get_ordering(self, request):
        """Some order at least, or pages of what one may choose from overlap: else the newest first."""
        return super().get_ordering(request) or self.model._meta.ordering or ["-pk"]

    def get_search_results(self, request, queryset, search_term):
        """What one may choose from is read with all that its names are made of, like the list."""
        if self.list_select_related:
            queryset = queryset.select_related(*self.list_select_related)
        return super().get_search_results(request, queryset, search_term)


class NamedFields(BaseInlineFormSet):
    """Rows whose fields say what they are: in a table they have no label of their own."""

    def add_fields(self, form, index):
        """Name every field, also the box that deletes a row."""
        super().add_fields(form, index)
        for field in form.fields.values():
            inner = getattr(field.widget, "widget", field.widget)  # links to add and change stand around it
            if not inner.is_hidden:
                inner.attrs.setdefault("aria-label", field.label)


class QuickRows:
    """Rows on the page of another record: what they are called after is read with them, not row by row."""

    autocomplete_fields = ()
    formset = NamedFields

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related(*self.autocomplete_fields) if self.autocomplete_fields else rows


def count_of(records: QuerySet, link: str) -> Coalesce:
    """How many of these records point at a row: asked for the rows that are shown, not for the whole table."""
    own = records.order_by().filter(**{link: OuterRef("pk")}).values(link).annotate(own=Count("pk")).values("own")
    return Coalesce(Subquery(own, output_field=IntegerField()), 0)
