import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import zones.models.territory


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="CareZone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(help_text="The French slug, e.g. centre-ouest.", unique=True, verbose_name="code"),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="One per language; it stands in web addresses.", unique=True, verbose_name="slug"
                    ),
                ),
                (
                    "slug_nl",
                    models.SlugField(
                        help_text="One per language; it stands in web addresses.",
                        null=True,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        help_text="One per language; it stands in web addresses.",
                        null=True,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_nl", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="population")),
                (
                    "population_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of the population"),
                ),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator("^\\+\\d{8,15}$", "Write it as +3221234567.")
                        ],
                        verbose_name="phone of the contact point",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address of the contact point"),
                ),
                ("contact_website", models.URLField(blank=True, verbose_name="website of the contact point")),
            ],
            options={
                "verbose_name": "care zone",
                "verbose_name_plural": "care zones",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("population__isnull", True), ("population_year__isnull", True)),
                            models.Q(("population__isnull", False), ("population_year__isnull", False)),
                            _connector="OR",
                        ),
                        name="zones_population_has_its_year",
                        violation_error_message="A population needs the year that it was counted, and the reverse.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_carezoneevent" ("code", "contact_email", "contact_phone", "contact_website", "description", "description_fr", "description_nl", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "population_year", "slug", "slug_fr", "slug_nl") VALUES (NEW."code", NEW."contact_email", NEW."contact_phone", NEW."contact_website", NEW."description", NEW."description_fr", NEW."description_nl", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."population", NEW."population_year", NEW."slug", NEW."slug_fr", NEW."slug_nl"); RETURN NULL;',
                            hash="73f5c6a019f343397fc0cf531b84e4f8939ae403",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5f37e",
                            table="zones_carezone",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_carezoneevent" ("code", "contact_email", "contact_phone", "contact_website", "description", "description_fr", "description_nl", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "population_year", "slug", "slug_fr", "slug_nl") VALUES (NEW."code", NEW."contact_email", NEW."contact_phone", NEW."contact_website", NEW."description", NEW."description_fr", NEW."description_nl", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."population", NEW."population_year", NEW."slug", NEW."slug_fr", NEW."slug_nl"); RETURN NULL;',
                            hash="4b02441fe8cdb12592b29b6eaae2d605fbc91c90",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_91047",
                            table="zones_carezone",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_carezoneevent" ("code", "contact_email", "contact_phone", "contact_website", "description", "description_fr", "description_nl", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "population_year", "slug", "slug_fr", "slug_nl") VALUES (OLD."code", OLD."contact_email", OLD."contact_phone", OLD."contact_website", OLD."description", OLD."description_fr", OLD."description_nl", OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."population", OLD."population_year", OLD."slug", OLD."slug_fr", OLD."slug_nl"); RETURN NULL;',
                            hash="ee39977b081b82ff4eaaa7d3e51cb3aca2af219b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aa094",
                            table="zones_carezone",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="d10ddc53e970fcc11ca62faae0941064ff63bec3",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_892e6",
                            table="zones_carezone",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Boundary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("piece", "piece of a neighbourhood"),
                            ("neighbourhood", "neighbourhood"),
                            ("municipality", "municipality"),
                            ("zone", "care zone"),
                        ],
                        max_length=13,
                        verbose_name="level",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        help_text="Of the territory: neighbourhood code, NIS code, zone code.", verbose_name="code"
                    ),
                ),
                ("geometry", models.JSONField(help_text="A GeoJSON Polygon or MultiPolygon.", verbose_name="geometry")),
                ("attribution", models.CharField(max_length=300, verbose_name="attribution")),
                ("imported_at", models.DateTimeField(verbose_name="imported at")),
            ],
            options={
                "verbose_name": "boundary",
                "verbose_name_plural": "boundaries",
                "ordering": ["level", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("level", "code"), name="zones_boundary_once_per_territory"),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["piece", "neighbourhood", "municipality", "zone"])),
                        name="zones_boundary_level_is_known",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_boundaryevent" ("attribution", "code", "geometry", "id", "imported_at", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."attribution", NEW."code", NEW."geometry", NEW."id", NEW."imported_at", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="0da842c4632c212860f751a2926f219f5c3762a3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_78ba7",
                            table="zones_boundary",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_boundaryevent" ("attribution", "code", "geometry", "id", "imported_at", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."attribution", NEW."code", NEW."geometry", NEW."id", NEW."imported_at", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="b8d0036552e6f86ae939f15ff3a528d1381e9158",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_39558",
                            table="zones_boundary",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_boundaryevent" ("attribution", "code", "geometry", "id", "imported_at", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."attribution", OLD."code", OLD."geometry", OLD."id", OLD."imported_at", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="f63858a35a1044942b25a247266683e3c4e41d4c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8d5f0",
                            table="zones_boundary",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BoundaryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("piece", "piece of a neighbourhood"),
                            ("neighbourhood", "neighbourhood"),
                            ("municipality", "municipality"),
                            ("zone", "care zone"),
                        ],
                        max_length=13,
                        verbose_name="level",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        db_index=False,
                        help_text="Of the territory: neighbourhood code, NIS code, zone code.",
                        verbose_name="code",
                    ),
                ),
                ("geometry", models.JSONField(help_text="A GeoJSON Polygon or MultiPolygon.", verbose_name="geometry")),
                ("attribution", models.CharField(max_length=300, verbose_name="attribution")),
                ("imported_at", models.DateTimeField(verbose_name="imported at")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.boundary",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_bound_pgh_cre_b5d769_idx")],
            },
        ),
        migrations.CreateModel(
            name="CareZoneEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False, help_text="The French slug, e.g. centre-ouest.", verbose_name="code"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, help_text="One per language; it stands in web addresses.", verbose_name="slug"
                    ),
                ),
                (
                    "slug_nl",
                    models.SlugField(
                        db_index=False,
                        help_text="One per language; it stands in web addresses.",
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        db_index=False,
                        help_text="One per language; it stands in web addresses.",
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_nl", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="population")),
                (
                    "population_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of the population"),
                ),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator("^\\+\\d{8,15}$", "Write it as +3221234567.")
                        ],
                        verbose_name="phone of the contact point",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address of the contact point"),
                ),
                ("contact_website", models.URLField(blank=True, verbose_name="website of the contact point")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.carezone",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_carez_pgh_cre_3b389f_idx")],
            },
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "nis",
                    models.CharField(
                        max_length=5,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^21\\d{3}$", "Like 21004.")],
                        verbose_name="NIS code",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("lat", zones.models.territory.LatitudeField(verbose_name="latitude")),
                ("lon", zones.models.territory.LongitudeField(verbose_name="longitude")),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only when the whole municipality lies in one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="municipalities",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "municipality",
                "verbose_name_plural": "municipalities",
                "ordering": ["nis"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_municipalityevent" ("id", "lat", "lon", "name", "name_fr", "name_nl", "nis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "zone_id") VALUES (NEW."id", NEW."lat", NEW."lon", NEW."name", NEW."name_fr", NEW."name_nl", NEW."nis", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."zone_id"); RETURN NULL;',
                            hash="3488e0243e854efda2727204b2dfa289b7f25095",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_262ab",
                            table="zones_municipality",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_municipalityevent" ("id", "lat", "lon", "name", "name_fr", "name_nl", "nis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "zone_id") VALUES (NEW."id", NEW."lat", NEW."lon", NEW."name", NEW."name_fr", NEW."name_nl", NEW."nis", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."zone_id"); RETURN NULL;',
                            hash="40769b787c8944e3ba4554b395b406ecc6aa96e4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b45df",
                            table="zones_municipality",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_municipalityevent" ("id", "lat", "lon", "name", "name_fr", "name_nl", "nis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "zone_id") VALUES (OLD."id", OLD."lat", OLD."lon", OLD."name", OLD."name_fr", OLD."name_nl", OLD."nis", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."zone_id"); RETURN NULL;',
                            hash="d5fd525a578a6633bee0a9863a27051b79852ef6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c2792",
                            table="zones_municipality",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="0a19c2bd98a6f1287b65d0ecade1285b2c19df9c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_5a0e9",
                            table="zones_municipality",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialHealthNeighbourhood",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="slug")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                (
                    "has_local_contract",
                    models.BooleanField(default=False, verbose_name="local social-health contract (LWGC/CLSS)"),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="social_health_neighbourhoods",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "social-health neighbourhood",
                "verbose_name_plural": "social-health neighbourhoods",
                "ordering": ["slug"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_socialhealthneighbourhoodevent" ("has_local_contract", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "zone_id") VALUES (NEW."has_local_contract", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."zone_id"); RETURN NULL;',
                            hash="ab49bd9a3c34b25d9d2be4d70a887e3ea5789e39",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_19793",
                            table="zones_socialhealthneighbourhood",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_socialhealthneighbourhoodevent" ("has_local_contract", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "zone_id") VALUES (NEW."has_local_contract", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."zone_id"); RETURN NULL;',
                            hash="5147c4c104ad087671f08c12f2bcd70796cd4d41",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fcf1e",
                            table="zones_socialhealthneighbourhood",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_socialhealthneighbourhoodevent" ("has_local_contract", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "zone_id") VALUES (OLD."has_local_contract", OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."zone_id"); RETURN NULL;',
                            hash="b6be0e961f7f18336b3ec1f7233b38caf9634952",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5f19a",
                            table="zones_socialhealthneighbourhood",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ZoneMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="zone_memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of a zone team",
                "verbose_name_plural": "members of zone teams",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "zone"),
                        name="zones_member_once_per_zone",
                        violation_error_message="This person is a member of this zone team already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_zonememberevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "zone_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id", NEW."zone_id"); RETURN NULL;',
                            hash="b86fc3d122b51032daf81e32834b36d7afad2abe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0aaa5",
                            table="zones_zonemember",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_zonememberevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "zone_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id", NEW."zone_id"); RETURN NULL;',
                            hash="ea3a184c9b481f0350e3ed7f02f4e37ce2a36601",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ae140",
                            table="zones_zonemember",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_zonememberevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "zone_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id", OLD."zone_id"); RETURN NULL;',
                            hash="10c0916a17020354413fef62646cc30f42da3bad",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eaab7",
                            table="zones_zonemember",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MunicipalityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "nis",
                    models.CharField(
                        max_length=5,
                        validators=[django.core.validators.RegexValidator("^21\\d{3}$", "Like 21004.")],
                        verbose_name="NIS code",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("lat", zones.models.territory.LatitudeField(verbose_name="latitude")),
                ("lon", zones.models.territory.LongitudeField(verbose_name="longitude")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.municipality",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Only when the whole municipality lies in one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_munic_pgh_cre_0c452d_idx")],
            },
        ),
        migrations.CreateModel(
            name="Neighbourhood",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(help_text="NIS code and number, e.g. 21004-1.", unique=True, verbose_name="code"),
                ),
                (
                    "md",
                    models.CharField(db_index=True, max_length=4, verbose_name="number in the neighbourhood monitor"),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("residential", "residential"),
                            ("green", "green"),
                            ("industry", "industry"),
                            ("cemetery", "cemetery"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("lat", zones.models.territory.LatitudeField(verbose_name="latitude")),
                ("lon", zones.models.territory.LongitudeField(verbose_name="longitude")),
                (
                    "area_km2",
                    models.FloatField(
                        validators=[django.core.validators.MinValueValidator(0)], verbose_name="area (km²)"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neighbourhoods",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neighbourhoods",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
                (
                    "social_health_neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="neighbourhoods",
                        to="zones.socialhealthneighbourhood",
                        verbose_name="social-health neighbourhood",
                    ),
                ),
            ],
            options={
                "verbose_name": "neighbourhood",
                "verbose_name_plural": "neighbourhoods",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["residential", "green", "industry", "cemetery"])),
                        name="zones_neighbourhood_kind_is_known",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_neighbourhoodevent" ("area_km2", "code", "id", "kind", "lat", "lon", "md", "municipality_id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_health_neighbourhood_id", "zone_id") VALUES (NEW."area_km2", NEW."code", NEW."id", NEW."kind", NEW."lat", NEW."lon", NEW."md", NEW."municipality_id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."social_health_neighbourhood_id", NEW."zone_id"); RETURN NULL;',
                            hash="c4a2d78cace3006bde90f9c0c13eb8bc78e7146c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_25e4f",
                            table="zones_neighbourhood",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_neighbourhoodevent" ("area_km2", "code", "id", "kind", "lat", "lon", "md", "municipality_id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_health_neighbourhood_id", "zone_id") VALUES (NEW."area_km2", NEW."code", NEW."id", NEW."kind", NEW."lat", NEW."lon", NEW."md", NEW."municipality_id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."social_health_neighbourhood_id", NEW."zone_id"); RETURN NULL;',
                            hash="38a41115970f91da4277ea6101a9063b9ec63cfb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dbdca",
                            table="zones_neighbourhood",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_neighbourhoodevent" ("area_km2", "code", "id", "kind", "lat", "lon", "md", "municipality_id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_health_neighbourhood_id", "zone_id") VALUES (OLD."area_km2", OLD."code", OLD."id", OLD."kind", OLD."lat", OLD."lon", OLD."md", OLD."municipality_id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."social_health_neighbourhood_id", OLD."zone_id"); RETURN NULL;',
                            hash="beba5df04f315ddcedad508a466ca8a898194498",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ffecd",
                            table="zones_neighbourhood",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="46fc0c9f4d9630f60cca8de1acd705ab1e8e1d32",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_84beb",
                            table="zones_neighbourhood",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PostalCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^1[0-2]\\d\\d$", "Like 1000.")],
                        verbose_name="postal code",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postal_codes",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "postal code",
                "verbose_name_plural": "postal codes",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "municipality"),
                        name="zones_postal_code_once_per_municipality",
                        violation_error_message="This municipality has this postal code already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_postalcodeevent" ("code", "id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."municipality_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="06000ecfe5f01c054ce27e9037180ad7b24c8a29",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_80319",
                            table="zones_postalcode",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "zones_postalcodeevent" ("code", "id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."municipality_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="5a008b6990ac56cda47979f0d270d922a8cd599c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f6047",
                            table="zones_postalcode",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "zones_postalcodeevent" ("code", "id", "municipality_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."id", OLD."municipality_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="1576047ab178f33687f59f2eb4ed6d8c36cffc33",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21594",
                            table="zones_postalcode",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="0db81f41e5602f1b544ef500bd25107503cc7909",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_4a8ec",
                            table="zones_postalcode",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialHealthNeighbourhoodEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, verbose_name="slug")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                (
                    "has_local_contract",
                    models.BooleanField(default=False, verbose_name="local social-health contract (LWGC/CLSS)"),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.socialhealthneighbourhood",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_socia_pgh_cre_3a4786_idx")],
            },
        ),
        migrations.CreateModel(
            name="ZoneMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.zonemember",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_zonem_pgh_cre_783a7c_idx")],
            },
        ),
        migrations.CreateModel(
            name="NeighbourhoodEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False, help_text="NIS code and number, e.g. 21004-1.", verbose_name="code"
                    ),
                ),
                ("md", models.CharField(max_length=4, verbose_name="number in the neighbourhood monitor")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("residential", "residential"),
                            ("green", "green"),
                            ("industry", "industry"),
                            ("cemetery", "cemetery"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("lat", zones.models.territory.LatitudeField(verbose_name="latitude")),
                ("lon", zones.models.territory.LongitudeField(verbose_name="longitude")),
                (
                    "area_km2",
                    models.FloatField(
                        validators=[django.core.validators.MinValueValidator(0)], verbose_name="area (km²)"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.neighbourhood",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
                (
                    "social_health_neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.socialhealthneighbourhood",
                        verbose_name="social-health neighbourhood",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_neigh_pgh_cre_f3169d_idx")],
            },
        ),
        migrations.CreateModel(
            name="PostalCodeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^1[0-2]\\d\\d$", "Like 1000.")],
                        verbose_name="postal code",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="zones.postalcode",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="zones_posta_pgh_cre_ecd9ab_idx")],
            },
        ),
    ]
