"""`manage.py invite EMAIL`: give somebody a role from the terminal; it is how the first regional account comes."""

from django.core.management.base import BaseCommand, CommandError

from actors.enums import Role
from actors.models import Actor
from actors.people.invitations import invite
from zones.models import CareZone


class Command(BaseCommand):
    help = "Invite an address to a role, mail the link and print it. Without --role: to the regional team."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--role", choices=Role.values, default=Role.REGIONAL)
        parser.add_argument("--actor", metavar="SLUG", help="of which an editor")
        parser.add_argument("--zone", metavar="CODE", help="of which the team")
        parser.add_argument("--lang", choices=["nl", "fr"], default="nl")

    def handle(self, *, email, role, actor, zone, lang, **options):
        if bool(actor) != (role == Role.EDITOR) or bool(zone) != (role == Role.ZONE):
            raise CommandError("Give --actor with --role editor, --zone with --role zone, and neither with the others.")
        try:
            of = {"actor": actor and Actor.objects.get(slug=actor), "zone": zone and CareZone.objects.get(code=zone)}
        except (Actor.DoesNotExist, CareZone.DoesNotExist) as error:
            raise CommandError(f"{error} ({actor or zone})") from error
        link = invite(by=None, email=email, role=role, language=lang, **of)
        self.stdout.write(f"Valid for fourteen days, once: {link}")
