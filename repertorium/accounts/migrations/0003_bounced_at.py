from django.db import migrations, models


class Migration(migrations.Migration):
    """Mail to somebody's own address that came back."""

    dependencies = [("accounts", "0002_cache_table")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="bounced_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="mail came back on"),
        ),
    ]
