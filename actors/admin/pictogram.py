"""Choosing a pictogram: a text field with the names of all icons, which a script makes into a palette."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from repertorium.pictograms import every_name


class PictogramWidget(forms.TextInput):
    """Without a script a text field whose browser proposes names; with it, a palette that one searches by typing."""

    template_name = "admin/pictogram.html"

    class Media:
        css = {"all": ["css/pictogram-chooser.css"]}
        js = [forms.Script("js/admin/pictogram.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {"list": f"{name}-icons", "autocomplete": "off", "spellcheck": "false"}
        return {**context, "icons": every_name(), "sprite": static("all-pictograms.svg")}

    def _render(self, template_name, context, renderer=None):
        """From the templates of the project, which those of forms do not see."""
        return render_to_string(template_name, context)


class PictogramField(forms.SlugField):
    """The name of an icon that exists."""

    widget = PictogramWidget

    def __init__(self, **kwargs):
        super().__init__(label=_("Pictogram"), help_text=_("Type to search, in English: house, child, bed."), **kwargs)

    def clean(self, value):
        name = super().clean(value)
        if name and name not in every_name():
            raise ValidationError(_("There is no pictogram “%(name)s” in Font Awesome."), params={"name": name})
        return name
