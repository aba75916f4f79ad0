"""Forms of accounts and roles."""

from allauth.account.adapter import get_adapter
from allauth.account.fields import PasswordField
from allauth.account.forms import LoginForm, SignupForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.enums import Role
from actors.models import Actor
from actors.people import domains, holdings
from actors.staff.finder import EDITED, TYPED, OwnFinder
from actors.staff.relation_forms import TypedField, called
from repertorium.accounts.models import User
from repertorium.door import plain_text
from zones.models import CareZone


class OurLoginForm(LoginForm):
    """Says how long "remember me" lasts."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["remember"].label = _("Stay logged in on this device for 14 days (staff: until the browser closes)")


class NewAppForm(ActivateTOTPForm):
    """The first code of an app. The library's own label has no Dutch."""

    code = forms.CharField(
        label=_("The six digits"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class NewPasskeyForm(AddWebAuthnForm):
    """A passkey that can replace the password, unless its owner does not want that."""

    name = forms.CharField(label=_("Name of this passkey"), required=False)
    passwordless = forms.BooleanField(
        label=_("Log in with this passkey alone, without a password"), required=False, initial=True
    )


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    name = forms.CharField(label=_("Name of this passkey"))


class RegistrationForm(SignupForm):
    """A professional registers with an address of their organisation."""

    def clean_email(self):
        if not domains.is_of_an_organisation(self.cleaned_data["email"]):
            raise ValidationError(
                _(
                    "This is not an address of an organisation in the repertorium. Use the address of your work, "
                    "or ask the team of your care zone for an invitation."
                ),
                code="domain",
            )
        return super().clean_email()


class WelcomeForm(forms.Form):
    """What somebody who was invited and has no account yet says: a name and a password."""

    name = forms.CharField(label=_("Your name"), max_length=150, widget=forms.TextInput({"autocomplete": "name"}))
    password = PasswordField(
        label=_("Password"), autocomplete="new-password", help_text=password_validators_help_text_html
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_name(self):
        return plain_text(self.cleaned_data["name"])

    def clean(self):
        data = super().clean()
        if password := data.get("password"):
            try:
                get_adapter().clean_password(password, user=User(email=self.email, name=data.get("name", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return data


class InvitationForm(forms.Form):
    """Whom to invite, as what. It offers only what the one who invites may give."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=_("Role"))
    actor = forms.ChoiceField(
        required=False, widget=forms.RadioSelect, label=_("Actor"), help_text=_("For an editor of an actor.")
    )
    actor_find = TypedField()
    zone = forms.ModelChoiceField(
        CareZone.objects.none(), required=False, label=_("Care zone"), help_text=_("For the team of a care zone.")
    )
    language = forms.ChoiceField(label=_("Language of the mail"), choices=[("nl", "Nederlands"), ("fr", "Français")])

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        roles = permissions.roles_to_give(by)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        self._offer_actors(OwnFinder(by))
        self.fields["zone"].queryset = permissions.zones_to_give(by)
        if Role.ZONE not in roles:
            del self.fields["zone"]

    def _offer_actors(self, finder: OwnFinder) -> None:
        """The actor that is chosen, and those whose names have what was typed; one that is called just so is taken."""
        chosen, typed = (str(self[name].value() or "") for name in (EDITED, EDITED + TYPED))
        finder.look_up([chosen])
        if chosen not in finder.known and len(same := finder.called(EDITED, typed)) == 1:
            finder.remember(same[0])
        found = finder.search(EDITED, typed)
        self.actors = finder.known | {str(actor.pk): actor for actor in found}
        self.only_one = next(iter(finder.known.values()), None)
        self.fields[EDITED].choices = [(key, called(actor)) for key, actor in self.actors.items()]

    def clean_actor(self):
        return self.actors.get(self.cleaned_data["actor"]) or self.only_one

    def clean(self):
        data = super().clean()
        data.pop(EDITED + TYPED, None)
        role = data.get("role")
        wanted = {Role.EDITOR: "actor", Role.ZONE: "zone"}.get(role)
        if wanted and wanted not in self.errors and not data.get(wanted):
            self.add_error(wanted, _("Choose one."))
        for name in {"actor", "zone"} - {wanted}:
            data[name] = None
        if wanted and self._is_held(data.get("email"), role, data.get(wanted)):
            self.add_error("email", _("This person has that role already."))
        return data

    def _is_held(self, email: str | None, role: str, of: Actor | CareZone | None) -> bool:
        """Whether this is one of the roles that the page shows to who invites; of others nothing is told."""
        shown = ((holding.user.email, holding.role, holding.of) for holding in holdings.manageable_by(self.by))
        return (email, role, of) in shown

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class HandOverForm(forms.Form):
    """To whom a role passes."""

    email = forms.EmailField(label=_("E-mail address of the new person"), max_length=254)
    clean_email = InvitationForm.clean_email
