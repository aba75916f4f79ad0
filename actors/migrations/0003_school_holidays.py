"""The school holidays with which the table begins: `actors/school_holidays.csv`, with the source of each."""

from django.db import migrations

from actors.holidays import shipped


def fill(apps, _schema_editor):
    """Take over the rows of the file, where the table is empty: staff add to it."""
    holiday = apps.get_model("actors", "SchoolHoliday")
    if not holiday.objects.exists():
        holiday.objects.bulk_create(holiday(**row) for row in shipped())


class Migration(migrations.Migration):
    dependencies = [("actors", "0002_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
