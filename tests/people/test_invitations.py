"""Inviting, accepting, handing over: once, in time, by the right person, and never more than one has."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from actors.models import ActorEditor, Invitation, Viewer
from actors.people import invitations, roles
from actors.people.holdings import held_by
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db
WELCOME = {"name": "An Peeters", "password": "a long enough password"}


@pytest.fixture
def actor():
    return factories.actor(steward=factories.zone("sud"))


@pytest.fixture
def zone_staff(actor):
    user = factories.user("zone@example.org")
    ZoneMember.objects.create(user=user, zone=actor.steward)
    return user


@pytest.fixture
def regional():
    return factories.user("regional@example.org", is_staff=True, is_superuser=True)


def link_to(by, **fields):
    return invitations.invite(by=by, **{"email": "new@example.org", "role": "professional", **fields})


def path(link):
    return "/" + link.split("/", 3)[3]


class TestWhoMayInvite:
    def test_a_zone_team_makes_professionals_and_editors_of_its_actors(self, zone_staff, actor):
        link_to(zone_staff)
        link_to(zone_staff, role="editor", actor=actor)
        assert Invitation.objects.open().count() == 2

    @pytest.mark.parametrize("role", ["zone", "regional"])
    def test_nobody_gives_more_than_they_have(self, zone_staff, actor, role):
        with pytest.raises(PermissionDenied):
            link_to(zone_staff, role=role, zone=actor.steward if role == "zone" else None)

    def test_not_of_actors_of_another_zone(self, zone_staff):
        with pytest.raises(PermissionDenied):
            link_to(zone_staff, role="editor", actor=factories.actor(steward=factories.zone("nord")))

    def test_editors_and_professionals_invite_nobody(self, actor):
        editor = factories.user()
        ActorEditor.objects.create(user=editor, actor=actor)
        for user in (editor, factories.user()):
            with pytest.raises(PermissionDenied):
                link_to(user, role="editor", actor=actor)

    def test_the_form_offers_only_what_one_may_give(self, client, zone_staff, regional):
        client.force_login(zone_staff)
        form = client.get(reverse("people")).context["form"]
        assert [value for value, _label in form.fields["role"].choices] == ["professional", "editor"]
        client.force_login(regional)
        form = client.get(reverse("people")).context["form"]
        assert [value for value, _label in form.fields["role"].choices] == [
            "professional",
            "editor",
            "zone",
            "regional",
        ]

    def test_what_the_form_does_not_offer_is_refused(self, client, zone_staff):
        client.force_login(zone_staff)
        data = {"email": "new@example.org", "role": "regional", "language": "nl"}
        assert "role" in client.post(reverse("people"), data).context["form"].errors
        assert not Invitation.objects.exists()

    def test_who_has_the_role_is_not_invited_to_it(self, client, zone_staff, actor):
        ActorEditor.objects.create(user=factories.user("editor@example.org"), actor=actor)
        client.force_login(zone_staff)
        data = {"email": "Editor@example.org", "role": "editor", "language": "nl", "actor": actor.pk}
        assert "email" in client.post(reverse("people"), data).context["form"].errors
        assert not Invitation.objects.exists()

    @pytest.mark.parametrize("typed", ["", "  ", "Douche"])
    def test_an_editor_of_nothing_is_asked_of_what(self, client, zone_staff, actor, typed):
        """What was broken: who chose no actor invited an editor of the only one that has an empty acronym."""
        type(actor).objects.filter(pk=actor.pk).update(acronym_nl="", name_nl="De Douche")
        factories.actor(steward=actor.steward, acronym_nl=None, acronym_fr=None, name_nl="Douche en meer")
        client.force_login(zone_staff)
        data = {"email": "new@example.org", "role": "editor", "language": "nl", "actor_find": typed}
        assert "actor" in client.post(reverse("people"), data).context["form"].errors
        assert not Invitation.objects.exists()


class TestAccepting:
    def test_a_new_person_chooses_a_password_and_has_the_role(self, client, zone_staff, actor):
        link = link_to(zone_staff, role="editor", actor=actor)
        response = client.post(path(link), WELCOME)
        assert response.url == reverse("account")
        user = User.objects.get(email="new@example.org")
        assert [holding.of for holding in held_by(user)] == [actor]
        assert Viewer.of(user) is Viewer.PROFESSIONAL
        assert client.get(reverse("account")).context["user"] == user

    def test_opening_the_link_changes_nothing(self, client, zone_staff):
        client.get(path(link_to(zone_staff)))
        assert Invitation.objects.open().count() == 1

    def test_who_has_an_account_logs_in_first(self, client, zone_staff, actor):
        user = factories.user("new@example.org")
        link = link_to(zone_staff, role="editor", actor=actor)
        assert "form" not in client.get(path(link)).context
        client.post(path(link), WELCOME)
        assert not held_by(user)
        client.force_login(user)
        client.post(path(link))
        assert [holding.of for holding in held_by(user)] == [actor]

    def test_an_account_that_somebody_else_began_is_taken_over(self, client, zone_staff):
        squatter = factories.user("new@example.org", confirmed=False, password="known to the squatter")
        before = squatter.get_session_auth_hash()
        client.post(path(link_to(zone_staff)), WELCOME)
        squatter.refresh_from_db()
        assert not squatter.check_password("known to the squatter")
        assert squatter.get_session_auth_hash() != before

    def test_the_token_is_not_kept(self, zone_staff):
        token = path(link_to(zone_staff)).rstrip("/").rpartition("/")[2]
        kept = " ".join(map(str, Invitation.objects.values_list().get()))
        assert token not in kept
        assert token.partition(":")[0] not in kept


class TestLinksThatDoNotWork:
    WORDS = {
        "nl": {"accepted": "al gebruikt", "expired": "veertien dagen", "revoked": "ingetrokken"},
        "fr": {"accepted": "déjà été utilisée", "expired": "quatorze jours", "revoked": "retirée"},
    }

    def spoil(self, state):
        now = timezone.now()
        invitation = Invitation.objects.get()
        if state == "accepted":
            invitations.accept(invitation=invitation, user=factories.user("new@example.org"))
        elif state == "revoked":
            invitations.revoke(invitation=invitation)
        else:
            Invitation.objects.update(created_at=now - timedelta(15), expires_at=now - timedelta(1))

    @pytest.mark.parametrize("language", ["nl", "fr"])
    @pytest.mark.parametrize("state", ["accepted", "expired", "revoked"])
    def test_page_says_why(self, client, zone_staff, state, language):
        link = link_to(zone_staff, language=language)
        self.spoil(state)
        response = client.post(path(link), WELCOME)
        assert response.status_code == 410
        assert self.WORDS[language][state] in response.content.decode()

    def test_accepting_twice_at_once_gives_the_role_once(self, zone_staff):
        link_to(zone_staff)
        stale = Invitation.objects.get()
        user = factories.user("new@example.org")
        invitations.accept(invitation=Invitation.objects.get(), user=user)
        with pytest.raises(ValidationError):
            invitations.accept(invitation=stale, user=user)

    def test_by_another_address(self, client, zone_staff, actor):
        link = link_to(zone_staff, role="editor", actor=actor)
        other = factories.user("other@example.org")
        client.force_login(other)
        response = client.post(path(link))
        assert response.status_code == 403
        assert "new@example.org" not in response.content.decode()
        assert not held_by(other)

    def test_made_up_or_changed(self, client, zone_staff):
        assert client.get(reverse("account_invitation", args=["made:up"])).status_code == 404
        token = path(link_to(zone_staff))
        assert client.get(token.replace(":", "x:", 1)).status_code == 404

    def test_of_who_lost_the_role_that_they_give(self, client, zone_staff, actor):
        link = link_to(zone_staff, role="editor", actor=actor)
        roles.take(user=zone_staff, role="zone", zone=actor.steward)
        assert client.get(path(link)).status_code == 410

    def test_an_older_link_ends_when_a_new_one_is_sent(
        self, client, zone_staff, django_capture_on_commit_callbacks, mailoutbox
    ):
        old = link_to(zone_staff)
        Invitation.objects.update(expires_at=F("expires_at") - timedelta(hours=1))  # sent an hour ago
        client.force_login(zone_staff)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse("people-resend", args=[Invitation.objects.get().pk]))
        client.logout()
        assert client.get(path(old)).status_code == 404
        new = next(word for word in mailoutbox[0].body.split() if "uitnodiging" in word)
        assert client.get(path(new)).status_code == 200


class TestEndsAndHandsOver:
    def test_who_loses_a_role_is_logged_out_everywhere(self, client, zone_staff, actor):
        client.force_login(zone_staff)
        assert client.get(reverse("people")).status_code == 200
        roles.take(user=zone_staff, role="zone", zone=actor.steward)
        assert client.get(reverse("people")).url.startswith(reverse("account_login"))

    def test_a_closed_account_is_out_at_once(self, client, zone_staff):
        client.force_login(zone_staff)
        User.objects.filter(pk=zone_staff.pk).update(is_active=False)
        assert client.get(reverse("people")).status_code == 302

    def test_the_last_regional_person_stays(self, client, regional):
        client.force_login(regional)
        client.post(reverse("people-role", args=["regional", regional.pk]))
        regional.refresh_from_db()
        assert regional.is_staff
        assert "laatste persoon" in client.get(reverse("people")).content.decode()

    @pytest.mark.parametrize("change", [{"is_staff": False}, {"is_active": False}])
    def test_the_database_keeps_the_last_regional_person_too(self, regional, change):
        from django.db import IntegrityError, transaction

        with pytest.raises(IntegrityError, match="last person"), transaction.atomic():
            User.objects.filter(is_staff=True).update(**change)
        factories.user(is_staff=True)
        User.objects.filter(pk=regional.pk).update(**change)

    def test_an_editor_hands_over_the_own_role(self, client, actor):
        editor = factories.user("editor@example.org")
        link = ActorEditor.objects.create(user=editor, actor=actor)
        client.force_login(editor)
        client.post(reverse("people-role", args=["editor", link.pk]), {"email": "new@example.org"})
        assert held_by(editor)
        successor = factories.user("new@example.org")
        invitations.accept(invitation=Invitation.objects.get(), user=successor)
        assert [holding.of for holding in held_by(successor)] == [actor]
        assert not held_by(editor)

    def test_a_role_that_was_lost_meanwhile_is_not_handed_over(self, actor):
        editor = factories.user("editor@example.org")
        ActorEditor.objects.create(user=editor, actor=actor)
        link_to(editor, role="editor", actor=actor, replaces=editor)
        roles.take(user=editor, role="editor", actor=actor)
        with pytest.raises(ValidationError):
            invitations.accept(invitation=Invitation.objects.get(), user=factories.user("new@example.org"))

    def test_roles_of_others_are_found_by_nobody(self, client, actor, regional):
        link = ActorEditor.objects.create(user=factories.user(), actor=actor)
        client.force_login(factories.user())
        for role, pk in (("editor", link.pk), ("regional", regional.pk)):
            response = client.post(reverse("people-role", args=[role, pk]))
            assert response.status_code == 404
        assert ActorEditor.objects.filter(pk=link.pk).exists()


def test_mail_is_in_the_language_of_the_receiver(regional, django_capture_on_commit_callbacks, mailoutbox):
    factories.user("known@example.org", language="fr")
    with django_capture_on_commit_callbacks(execute=True):
        link_to(regional, email="known@example.org", language="nl")
        link_to(regional, email="new@example.org", language="nl")
    french, dutch = mailoutbox
    assert "Ouvrez ce lien" in french.body
    assert "/fr/compte/invitation/" in french.body
    assert "Open deze link" in dutch.body
    assert [kind for _content, kind in dutch.alternatives] == ["text/html"]


class TestLimits:
    def test_one_person_invites_fifty_people_a_day(self, regional, client, monkeypatch):
        monkeypatch.setattr(invitations, "A_DAY", 2)
        client.force_login(regional)
        answers = [
            client.post(reverse("people"), {"email": f"p{n}@example.org", "role": "professional", "language": "nl"})
            for n in range(3)
        ]
        assert [answer.status_code for answer in answers] == [302, 302, 200]
        assert "Ga morgen verder" in answers[2].content.decode()
        assert Invitation.objects.count() == 2
        Invitation.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))
        link_to(regional, email="p9@example.org")

    def test_an_invitation_is_not_sent_again_at_once(self, regional, client):
        link_to(regional)
        client.force_login(regional)
        sent = Invitation.objects.get()
        client.post(reverse("people-resend", args=[sent.pk]))
        assert Invitation.objects.get().token_hash == sent.token_hash
        Invitation.objects.update(expires_at=sent.expires_at - timedelta(minutes=11))
        client.post(reverse("people-resend", args=[sent.pk]))
        assert Invitation.objects.get().token_hash != sent.token_hash
