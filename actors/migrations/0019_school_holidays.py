"""The school holidays with which the table begins: `actors/school_holidays.csv`, with the source of each."""

from django.db import migrations

from actors.holidays import shipped


def fill(apps, _schema_editor):
    """Take over the rows of the file."""
    holiday = apps.get_model("actors", "SchoolHoliday")
    holiday.objects.bulk_create(holiday(**row) for row in shipped())


class Migration(migrations.Migration):
    dependencies = [("actors", "0018_school_calendars")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
