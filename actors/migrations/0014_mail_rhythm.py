from django.db import migrations, models

RHYTHM = {
    "choices": [("daily", "every day"), ("weekly", "every week")],
    "default": "daily",
    "max_length": 6,
    "verbose_name": "how often",
}
MAILED = {"blank": True, "null": True, "verbose_name": "last mail on"}
STOPPED = {"blank": True, "null": True, "verbose_name": "ended from a mail on"}


class Migration(migrations.Migration):
    """How often a saved search is mailed; what was ended from a mail, and can be taken back for a week."""

    dependencies = [("actors", "0013_indexes_of_services"), ("accounts", "0003_bounced_at")]

    operations = [
        migrations.RenameField("savedsearch", "looked_on", "mailed_on"),
        migrations.RenameField("staffdigest", "looked_on", "mailed_on"),
        migrations.AlterField("savedsearch", "mailed_on", models.DateField(**MAILED)),
        migrations.AlterField("staffdigest", "mailed_on", models.DateField(**MAILED)),
        migrations.AddField("savedsearch", "rhythm", models.CharField(**RHYTHM)),
        migrations.AlterField("staffdigest", "rhythm", models.CharField(**RHYTHM)),
        migrations.AddField("savedsearch", "stopped_on", models.DateField(**STOPPED)),
        migrations.AddField("staffdigest", "stopped_on", models.DateField(**STOPPED)),
        migrations.AddConstraint(
            "savedsearch",
            models.CheckConstraint(
                condition=models.Q(rhythm__in=["daily", "weekly"]), name="actors_saved_search_rhythm_is_known"
            ),
        ),
    ]
