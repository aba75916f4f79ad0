import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import actors.models.admission
import actors.models.listing
import actors.opening
import zones.models.territory


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("actors", "0001_functions"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("zones", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Authority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="slug")),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("name_nl", models.CharField(max_length=150, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=150, null=True, verbose_name="name")),
                ("acronym", models.CharField(blank=True, max_length=20, verbose_name="acronym")),
                ("acronym_nl", models.CharField(blank=True, max_length=20, null=True, verbose_name="acronym")),
                ("acronym_fr", models.CharField(blank=True, max_length=20, null=True, verbose_name="acronym")),
            ],
            options={
                "verbose_name": "authority",
                "verbose_name_plural": "authorities",
                "ordering": ["slug"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_authorityevent" ("acronym", "acronym_fr", "acronym_nl", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."acronym", NEW."acronym_fr", NEW."acronym_nl", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;',
                            hash="92d57ca9adff78c7fc038370121057ed714691b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a9ee7",
                            table="actors_authority",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_authorityevent" ("acronym", "acronym_fr", "acronym_nl", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."acronym", NEW."acronym_fr", NEW."acronym_nl", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug"); RETURN NULL;',
                            hash="462d02548293f56287d6ec2598347c2907388b96",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3215",
                            table="actors_authority",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_authorityevent" ("acronym", "acronym_fr", "acronym_nl", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."acronym", OLD."acronym_fr", OLD."acronym_nl", OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;',
                            hash="8c5a5198a27cacaa9d92d1138365eb63909547f6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8d6ef",
                            table="actors_authority",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CareLevelWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "care_level",
                    models.CharField(
                        choices=[
                            ("0", "0 – community work"),
                            ("0.5", "0.5 – low threshold"),
                            ("1", "1 – first contact, general care"),
                            ("1.5", "1.5 – support to the first line"),
                            ("2", "2 – specialised, on referral"),
                            ("2-hospital", "2 – specialised, in a hospital or centre"),
                            ("3", "3 – highly specialised"),
                        ],
                        max_length=10,
                        verbose_name="level of care",
                    ),
                ),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("public", "the public"),
                            ("professionals", "professionals"),
                            ("both", "the public and professionals"),
                        ],
                        max_length=13,
                        verbose_name="serves",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("nl-health", "Dutch-speaking health sector"),
                            ("fr-health", "French-speaking health sector"),
                            ("fr-social", "French-speaking social sector"),
                        ],
                        max_length=9,
                        verbose_name="sector",
                    ),
                ),
                ("word", models.CharField(max_length=150, verbose_name="word")),
                ("word_nl", models.CharField(max_length=150, null=True, verbose_name="word")),
                ("word_fr", models.CharField(max_length=150, null=True, verbose_name="word")),
            ],
            options={
                "verbose_name": "word for a level of care",
                "verbose_name_plural": "words for levels of care",
                "ordering": ["care_level", "serves", "sector"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("care_level", "serves", "sector"),
                        name="actors_one_word_per_level_and_sector",
                        violation_error_message="This sector has a word for this level already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("care_level__in", ["0", "0.5", "1", "1.5", "2", "2-hospital", "3"]),
                            ("serves__in", ["public", "professionals"]),
                            ("sector__in", ["nl-health", "fr-health", "fr-social"]),
                        ),
                        name="actors_care_level_word_of_known_level_and_sector",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_carelevelwordevent" ("care_level", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "serves", "word", "word_fr", "word_nl") VALUES (NEW."care_level", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sector", NEW."serves", NEW."word", NEW."word_fr", NEW."word_nl"); RETURN NULL;',
                            hash="77e5a5868d3b223223ce8a9ac0f7f077f66b736d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7316b",
                            table="actors_carelevelword",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_carelevelwordevent" ("care_level", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "serves", "word", "word_fr", "word_nl") VALUES (NEW."care_level", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sector", NEW."serves", NEW."word", NEW."word_fr", NEW."word_nl"); RETURN NULL;',
                            hash="1e3e47207bc13a6ca97b66b3b5c9fb94de896964",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b6849",
                            table="actors_carelevelword",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_carelevelwordevent" ("care_level", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "serves", "word", "word_fr", "word_nl") VALUES (OLD."care_level", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sector", OLD."serves", OLD."word", OLD."word_fr", OLD."word_nl"); RETURN NULL;',
                            hash="4c6d4d0aaae964242ce30c735fd9764ac2ecd901",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0e9ac",
                            table="actors_carelevelword",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="987b098593517f6791bbb98cc5ed094ef875bf43",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_7882d",
                            table="actors_carelevelword",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Language",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        help_text="ISO 639-1, or 639-3 where that has none.",
                        max_length=3,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^[a-z]{2,3}$", "Two or three small letters.")
                        ],
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="name")),
                ("name_nl", models.CharField(max_length=50, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=50, null=True, verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="position")),
            ],
            options={
                "verbose_name": "language",
                "verbose_name_plural": "languages",
                "ordering": ["position", "code"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_languageevent" ("code", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="45baf57407d767999a548b4a9672d12c2cfee76a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_371b6",
                            table="actors_language",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_languageevent" ("code", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="d2851a523b197b239dd6901b40f1a81a656bf5a4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a591f",
                            table="actors_language",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_languageevent" ("code", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                            hash="93b36e5b4d966ed4acc44046b6e13c9c438e37cf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d463e",
                            table="actors_language",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="5cdf5d0dd5415a9b4ac3e43dae8de71e0ce5d542",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_1c219",
                            table="actors_language",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("plain", models.CharField(blank=True, max_length=100, verbose_name="in plain words")),
                ("plain_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                ("plain_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                (
                    "pictogram",
                    models.SlugField(help_text="Name of a Font Awesome Free solid icon.", verbose_name="pictogram"),
                ),
                ("synonyms", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="synonyms")),
                (
                    "synonyms_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "synonyms_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "foreign_words",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="words in other languages",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="Its pages have neutral addresses and a way to leave quickly.",
                        verbose_name="sensitive",
                    ),
                ),
                (
                    "is_urgent",
                    models.BooleanField(
                        default=False, help_text="Crisis numbers come first on its pages.", verbose_name="urgent"
                    ),
                ),
                ("for_residents", models.BooleanField(default=True, verbose_name="shown to residents")),
            ],
            options={
                "verbose_name": "need",
                "verbose_name_plural": "needs",
                "ordering": ["position", "code"],
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_needevent" ("code", "for_residents", "foreign_words", "id", "is_sensitive", "is_urgent", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."code", NEW."for_residents", NEW."foreign_words", NEW."id", NEW."is_sensitive", NEW."is_urgent", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                            hash="41490952a23ecda0914e05d7b9caaccb745509a6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9c2c1",
                            table="actors_need",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_needevent" ("code", "for_residents", "foreign_words", "id", "is_sensitive", "is_urgent", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."code", NEW."for_residents", NEW."foreign_words", NEW."id", NEW."is_sensitive", NEW."is_urgent", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                            hash="746f90c70d7be05382577bd6e372a3a3e7abfa74",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_68f48",
                            table="actors_need",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_needevent" ("code", "for_residents", "foreign_words", "id", "is_sensitive", "is_urgent", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (OLD."code", OLD."for_residents", OLD."foreign_words", OLD."id", OLD."is_sensitive", OLD."is_urgent", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pictogram", OLD."plain", OLD."plain_fr", OLD."plain_nl", OLD."position", OLD."synonyms", OLD."synonyms_fr", OLD."synonyms_nl"); RETURN NULL;',
                            hash="4c2d45cfbbd2a61829482fdf18262baf2d096b98",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7f618",
                            table="actors_need",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="e3c57acd6a34314cb7ebb994e2c259e22011ca06",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_dd1b4",
                            table="actors_need",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="slug")),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("title_nl", models.CharField(max_length=150, null=True, verbose_name="title")),
                ("title_fr", models.CharField(max_length=150, null=True, verbose_name="title")),
                ("text", models.TextField(verbose_name="text")),
                ("text_nl", models.TextField(null=True, verbose_name="text")),
                ("text_fr", models.TextField(null=True, verbose_name="text")),
                ("differences", models.TextField(blank=True, verbose_name="where OCMW/CPAS differ")),
                ("differences_nl", models.TextField(blank=True, null=True, verbose_name="where OCMW/CPAS differ")),
                ("differences_fr", models.TextField(blank=True, null=True, verbose_name="where OCMW/CPAS differ")),
                ("official_url", models.URLField(verbose_name="official source")),
                ("official_url_nl", models.URLField(null=True, verbose_name="official source")),
                ("official_url_fr", models.URLField(null=True, verbose_name="official source")),
                ("checked_on", models.DateField(verbose_name="checked on")),
            ],
            options={
                "verbose_name": "procedure sheet",
                "verbose_name_plural": "procedure sheets",
                "ordering": ["slug"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_procedureevent" ("checked_on", "differences", "differences_fr", "differences_nl", "id", "official_url", "official_url_fr", "official_url_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "text", "text_fr", "text_nl", "title", "title_fr", "title_nl") VALUES (NEW."checked_on", NEW."differences", NEW."differences_fr", NEW."differences_nl", NEW."id", NEW."official_url", NEW."official_url_fr", NEW."official_url_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."text", NEW."text_fr", NEW."text_nl", NEW."title", NEW."title_fr", NEW."title_nl"); RETURN NULL;',
                            hash="3b718896c5de13ae26dd76ccd609d91f72216096",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f529b",
                            table="actors_procedure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_procedureevent" ("checked_on", "differences", "differences_fr", "differences_nl", "id", "official_url", "official_url_fr", "official_url_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "text", "text_fr", "text_nl", "title", "title_fr", "title_nl") VALUES (NEW."checked_on", NEW."differences", NEW."differences_fr", NEW."differences_nl", NEW."id", NEW."official_url", NEW."official_url_fr", NEW."official_url_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."text", NEW."text_fr", NEW."text_nl", NEW."title", NEW."title_fr", NEW."title_nl"); RETURN NULL;',
                            hash="5a7311ba43140edba941797bff8901a9c58830ec",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c0c30",
                            table="actors_procedure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_procedureevent" ("checked_on", "differences", "differences_fr", "differences_nl", "id", "official_url", "official_url_fr", "official_url_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "text", "text_fr", "text_nl", "title", "title_fr", "title_nl") VALUES (OLD."checked_on", OLD."differences", OLD."differences_fr", OLD."differences_nl", OLD."id", OLD."official_url", OLD."official_url_fr", OLD."official_url_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."text", OLD."text_fr", OLD."text_nl", OLD."title", OLD."title_fr", OLD."title_nl"); RETURN NULL;',
                            hash="920427eecf969b44753b3ccdc41b485b8909f6c9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f2b73",
                            table="actors_procedure",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolHoliday",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "community",
                    models.CharField(
                        choices=[("vg", "Flemish Community"), ("cf", "French Community")],
                        max_length=2,
                        verbose_name="Community",
                    ),
                ),
                ("first", models.DateField(verbose_name="first day")),
                ("last", models.DateField(verbose_name="last day")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
            ],
            options={
                "verbose_name": "school holiday",
                "verbose_name_plural": "school holidays",
                "ordering": ["community", "first"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("community__in", ["vg", "cf"])),
                        name="actors_school_holiday_community_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="actors_school_holiday_days_in_order",
                        violation_error_message="The last day comes before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="actors_school_holiday_has_source",
                        violation_error_message="Say where these days are written down.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_schoolholidayevent" ("community", "first", "id", "last", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "source") VALUES (NEW."community", NEW."first", NEW."id", NEW."last", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remark", NEW."source"); RETURN NULL;',
                            hash="ffbc3737088437e453caa8708e0830be0431e7e6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_80741",
                            table="actors_schoolholiday",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_schoolholidayevent" ("community", "first", "id", "last", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "source") VALUES (NEW."community", NEW."first", NEW."id", NEW."last", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remark", NEW."source"); RETURN NULL;',
                            hash="484716ae66e3e4a769a3aa427ebb503368696344",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bb54a",
                            table="actors_schoolholiday",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_schoolholidayevent" ("community", "first", "id", "last", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "source") VALUES (OLD."community", OLD."first", OLD."id", OLD."last", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."remark", OLD."source"); RETURN NULL;',
                            hash="e050c596ec8f82ce1aacca65127ed1e38eb43b48",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_23dd3",
                            table="actors_schoolholiday",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT service_id FROM actors_serviceatlocation WHERE position('SH' IN opening_hours) > 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT service_id FROM actors_serviceatlocation WHERE position('SH' IN opening_hours) > 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="e3a46d0f7bc4ce18d1148e7d85322187d1503f1d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_24b57",
                            table="actors_schoolholiday",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="slug")),
                ("name", models.CharField(max_length=200, verbose_name="title")),
                ("name_nl", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("name_fr", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("publisher", models.CharField(blank=True, max_length=150, verbose_name="publisher")),
                ("url", models.URLField(blank=True, verbose_name="web address")),
                ("licence", models.CharField(blank=True, max_length=100, verbose_name="licence")),
                ("attribution", models.CharField(blank=True, max_length=200, verbose_name="attribution")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                (
                    "is_automatic",
                    models.BooleanField(
                        default=False,
                        help_text="Imported by a machine: nobody confirmed its records.",
                        verbose_name="automatic",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["slug"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_sourceevent" ("attribution", "id", "is_automatic", "licence", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "slug", "url") VALUES (NEW."attribution", NEW."id", NEW."is_automatic", NEW."licence", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."publisher", NEW."slug", NEW."url"); RETURN NULL;',
                            hash="ef7844aed7075e6fd8ca03df433c32d5029b0fc3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4de8a",
                            table="actors_source",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_sourceevent" ("attribution", "id", "is_automatic", "licence", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "slug", "url") VALUES (NEW."attribution", NEW."id", NEW."is_automatic", NEW."licence", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."publisher", NEW."slug", NEW."url"); RETURN NULL;',
                            hash="9bd3130aba1a1ff5164d1b111ebee0f32b4e9433",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5b877",
                            table="actors_source",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_sourceevent" ("attribution", "id", "is_automatic", "licence", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "slug", "url") VALUES (OLD."attribution", OLD."id", OLD."is_automatic", OLD."licence", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."publisher", OLD."slug", OLD."url"); RETURN NULL;',
                            hash="6b9117bd1cc2b3e0281f729f2bcac85dc738a5d3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6d66b",
                            table="actors_source",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("plain", models.CharField(blank=True, max_length=100, verbose_name="in plain words")),
                ("plain_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                ("plain_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                (
                    "pictogram",
                    models.SlugField(help_text="Name of a Font Awesome Free solid icon.", verbose_name="pictogram"),
                ),
                ("synonyms", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="synonyms")),
                (
                    "synonyms_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "synonyms_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "foreign_words",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="words in other languages",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "target group",
                "verbose_name_plural": "target groups",
                "ordering": ["position", "code"],
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_targetgroupevent" ("code", "foreign_words", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."code", NEW."foreign_words", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                            hash="14c46d4d7b3c35628339f1beb5dadbb7f3ae647c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_281aa",
                            table="actors_targetgroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_targetgroupevent" ("code", "foreign_words", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."code", NEW."foreign_words", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                            hash="d50815f804c7ba8f88c2550aa6c5bd5776a51434",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bb49e",
                            table="actors_targetgroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_targetgroupevent" ("code", "foreign_words", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (OLD."code", OLD."foreign_words", OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pictogram", OLD."plain", OLD."plain_fr", OLD."plain_nl", OLD."position", OLD."synonyms", OLD."synonyms_fr", OLD."synonyms_nl"); RETURN NULL;',
                            hash="2abb3243c569538ccebe59fb5d057fe7550fc7c6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3bc03",
                            table="actors_targetgroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="9aa85b08bf0976fbafb6ff76989972da2a700864",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_c9af8",
                            table="actors_targetgroup",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stable; the same in both languages.", max_length=80, unique=True, verbose_name="slug"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("archived", "archived"),
                            ("merged", "merged into another"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Last day of a temporary project.", null=True, verbose_name="ends on"
                    ),
                ),
                (
                    "is_automatic",
                    models.BooleanField(
                        default=False,
                        help_text="Only from an automatic source; residents see it once somebody has confirmed it.",
                        verbose_name="from an automatic source",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False, help_text="Invented, to show how the site works.", verbose_name="example"
                    ),
                ),
                (
                    "entered_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, editable=False, verbose_name="entered on"
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="last confirmed on")),
                (
                    "review_months",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="review rhythm (months)",
                    ),
                ),
                ("due_on", actors.models.listing.ReviewDay(rhythms=1, verbose_name="review due on")),
                (
                    "stale_on",
                    actors.models.listing.ReviewDay(db_index=True, rhythms=2, verbose_name="reviews missed on"),
                ),
                ("sort_nl", actors.models.listing.SortKeyNL(verbose_name="sort key (NL)")),
                ("sort_fr", actors.models.listing.SortKeyFR(verbose_name="sort key (FR)")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="official name")),
                ("name_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="official name")),
                ("name_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="official name")),
                (
                    "name_language",
                    models.CharField(
                        blank=True,
                        choices=[("nl", "Dutch"), ("fr", "French")],
                        help_text="Of a name that is the same on every page, so that it is read aloud rightly.",
                        max_length=2,
                        verbose_name="language of the name",
                    ),
                ),
                ("acronym", models.CharField(blank=True, max_length=200, verbose_name="acronyms and other names")),
                (
                    "acronym_nl",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="acronyms and other names"),
                ),
                (
                    "acronym_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="acronyms and other names"),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_nl", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("organisation", "organisation"),
                            ("public-body", "public body"),
                            ("practice", "group practice"),
                            ("practitioner", "independent practitioner"),
                            ("network", "network"),
                            ("informal", "informal or volunteer group"),
                            ("project", "project"),
                        ],
                        default="organisation",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language_group",
                    models.CharField(
                        choices=[
                            ("nl", "Dutch-speaking"),
                            ("fr", "French-speaking"),
                            ("bi", "bilingual (bicommunity)"),
                            ("unknown", "not known"),
                        ],
                        default="unknown",
                        max_length=7,
                        verbose_name="language group",
                    ),
                ),
                (
                    "consent_on",
                    models.DateField(
                        blank=True,
                        help_text="Independent practitioners, and informal groups that everyone may see, need it.",
                        null=True,
                        verbose_name="consent recorded on",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absorbed",
                        to="actors.actor",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="actors.actor",
                        verbose_name="part of",
                    ),
                ),
                (
                    "steward",
                    models.ForeignKey(
                        blank=True,
                        help_text="That of the actor's seat; empty: the regional team, for actors of the whole Region.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stewarded_actors",
                        to="zones.carezone",
                        verbose_name="zone team that keeps it",
                    ),
                ),
            ],
            options={
                "verbose_name": "actor",
                "verbose_name_plural": "actors",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.GreaterThan(
                                django.db.models.functions.comparison.Coalesce(models.F("name_nl"), models.Value("")),
                                models.Value(""),
                            ),
                            django.db.models.lookups.GreaterThan(
                                django.db.models.functions.comparison.Coalesce(models.F("name_fr"), models.Value("")),
                                models.Value(""),
                            ),
                            _connector="OR",
                        ),
                        name="actors_actor_has_a_name",
                        violation_error_message="Give a name in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "archived", "merged"])),
                        name="actors_actor_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["public", "professionals", "undisclosed"])),
                        name="actors_actor_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "organisation",
                                    "public-body",
                                    "practice",
                                    "practitioner",
                                    "network",
                                    "informal",
                                    "project",
                                ],
                            )
                        ),
                        name="actors_actor_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language_group__in", ["nl", "fr", "bi", "unknown"])),
                        name="actors_actor_language_group_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name_language__in", ["", "nl", "fr"])),
                        name="actors_actor_name_language_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "practitioner"), ("status", "published"), _negated=True),
                            ("consent_on__isnull", False),
                            _connector="OR",
                        ),
                        name="actors_practitioner_published_with_consent",
                        violation_error_message="An independent practitioner is published only with recorded consent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "informal"), ("level", "public"), _negated=True),
                            ("consent_on__isnull", False),
                            _connector="OR",
                        ),
                        name="actors_informal_public_with_consent",
                        violation_error_message="An informal group is for professionals only, until it consents to be seen by everyone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("status", "merged")),
                            models.Q(models.Q(("status", "merged"), _negated=True), ("merged_into__isnull", True)),
                            _connector="OR",
                        ),
                        name="actors_merged_names_its_heir",
                        violation_error_message="A merged actor says into which one, and only a merged one does.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into", models.F("pk")), _negated=True),
                            models.Q(("parent", models.F("pk")), _negated=True),
                        ),
                        name="actors_actor_not_its_own_relative",
                        violation_error_message="An actor cannot be part of itself.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="keep_former_slug",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                            func="\n            INSERT INTO actors_formerslug (slug, actor_id) VALUES (OLD.slug, NEW.id)\n            ON CONFLICT (slug) WHERE actor_id IS NOT NULL DO UPDATE SET actor_id = EXCLUDED.actor_id;\n            RETURN NULL;\n        ",
                            hash="200dc799b60895222fc6377c7474e1c4dbb4dd68",
                            operation='UPDATE OF "slug"',
                            pgid="pgtrigger_keep_former_slug_0d151",
                            table="actors_actor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_actorevent" ("acronym", "acronym_fr", "acronym_nl", "confirmed_on", "consent_on", "description", "description_fr", "description_nl", "ends_on", "entered_on", "id", "is_automatic", "is_example", "kind", "language_group", "level", "merged_into_id", "name", "name_fr", "name_language", "name_nl", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_months", "slug", "status", "steward_id") VALUES (NEW."acronym", NEW."acronym_fr", NEW."acronym_nl", NEW."confirmed_on", NEW."consent_on", NEW."description", NEW."description_fr", NEW."description_nl", NEW."ends_on", NEW."entered_on", NEW."id", NEW."is_automatic", NEW."is_example", NEW."kind", NEW."language_group", NEW."level", NEW."merged_into_id", NEW."name", NEW."name_fr", NEW."name_language", NEW."name_nl", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_months", NEW."slug", NEW."status", NEW."steward_id"); RETURN NULL;',
                            hash="ccf657d07ac1cc37b8da37dbc43eee17ea27ccd7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_64c15",
                            table="actors_actor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."acronym_fr" IS DISTINCT FROM (NEW."acronym_fr") OR OLD."acronym_nl" IS DISTINCT FROM (NEW."acronym_nl") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."consent_on" IS DISTINCT FROM (NEW."consent_on") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_fr" IS DISTINCT FROM (NEW."description_fr") OR OLD."description_nl" IS DISTINCT FROM (NEW."description_nl") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."entered_on" IS DISTINCT FROM (NEW."entered_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_automatic" IS DISTINCT FROM (NEW."is_automatic") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language_group" IS DISTINCT FROM (NEW."language_group") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_language" IS DISTINCT FROM (NEW."name_language") OR OLD."name_nl" IS DISTINCT FROM (NEW."name_nl") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."review_months" IS DISTINCT FROM (NEW."review_months") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."steward_id" IS DISTINCT FROM (NEW."steward_id"))',
                            func='INSERT INTO "actors_actorevent" ("acronym", "acronym_fr", "acronym_nl", "confirmed_on", "consent_on", "description", "description_fr", "description_nl", "ends_on", "entered_on", "id", "is_automatic", "is_example", "kind", "language_group", "level", "merged_into_id", "name", "name_fr", "name_language", "name_nl", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_months", "slug", "status", "steward_id") VALUES (NEW."acronym", NEW."acronym_fr", NEW."acronym_nl", NEW."confirmed_on", NEW."consent_on", NEW."description", NEW."description_fr", NEW."description_nl", NEW."ends_on", NEW."entered_on", NEW."id", NEW."is_automatic", NEW."is_example", NEW."kind", NEW."language_group", NEW."level", NEW."merged_into_id", NEW."name", NEW."name_fr", NEW."name_language", NEW."name_nl", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_months", NEW."slug", NEW."status", NEW."steward_id"); RETURN NULL;',
                            hash="6a39d5b7c0126a7435adf6de5ca694636b71e37d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eb0cc",
                            table="actors_actor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_actorevent" ("acronym", "acronym_fr", "acronym_nl", "confirmed_on", "consent_on", "description", "description_fr", "description_nl", "ends_on", "entered_on", "id", "is_automatic", "is_example", "kind", "language_group", "level", "merged_into_id", "name", "name_fr", "name_language", "name_nl", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_months", "slug", "status", "steward_id") VALUES (OLD."acronym", OLD."acronym_fr", OLD."acronym_nl", OLD."confirmed_on", OLD."consent_on", OLD."description", OLD."description_fr", OLD."description_nl", OLD."ends_on", OLD."entered_on", OLD."id", OLD."is_automatic", OLD."is_example", OLD."kind", OLD."language_group", OLD."level", OLD."merged_into_id", OLD."name", OLD."name_fr", OLD."name_language", OLD."name_nl", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_months", OLD."slug", OLD."status", OLD."steward_id"); RETURN NULL;',
                            hash="e64e4aee3f03473092ccee186a1670ac1e6b2d8e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b7108",
                            table="actors_actor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT id FROM actors_service WHERE actor_id = NEW.id UNION SELECT 0 WHERE NEW.kind = 'network') AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT id FROM actors_service WHERE actor_id = OLD.id UNION SELECT 0 WHERE OLD.kind = 'network') AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="3afa191680271a2146de4c34a9290e8f9d98a840",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_723ff",
                            table="actors_actor",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorAuthority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="authority_links", to="actors.actor"
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actor_links",
                        to="actors.authority",
                        verbose_name="authority",
                    ),
                ),
            ],
            options={
                "verbose_name": "authority of an actor",
                "verbose_name_plural": "authorities of an actor",
                "constraints": [
                    models.UniqueConstraint(fields=("actor", "authority"), name="actors_authority_once_per_actor")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_actorauthorityevent" ("actor_id", "authority_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actor_id", NEW."authority_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="f8753547ad13c205a9e9d20edec3ee084e4fa08f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_086d2",
                            table="actors_actorauthority",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_actorauthorityevent" ("actor_id", "authority_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actor_id", NEW."authority_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="7a7ba09bc5b7dd37a6087e32f0bb84d07d6d60be",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_77988",
                            table="actors_actorauthority",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_actorauthorityevent" ("actor_id", "authority_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."actor_id", OLD."authority_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="e700e8ecc843fedae44e7fc42254a658ee8e559e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c11ae",
                            table="actors_actorauthority",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorEditor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="editors",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actor_editorships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "editor of an actor",
                "verbose_name_plural": "editors of actors",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "actor"),
                        name="actors_editor_once_per_actor",
                        violation_error_message="This person is an editor of this actor already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_actoreditorevent" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."actor_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="4e432cd50d00f862271ebf44ca2e17828a8a2321",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9b2ee",
                            table="actors_actoreditor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_actoreditorevent" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."actor_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="2ddc172c6116cebebf6e6e5cc05e5bd08982b0dd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_75ec4",
                            table="actors_actoreditor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_actoreditorevent" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."actor_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                            hash="9600337e007d3c90894894e04b965813b8d6bc01",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f0a78",
                            table="actors_actoreditor",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        help_text="Stable; the same in both languages.",
                        max_length=80,
                        verbose_name="slug",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("archived", "archived"),
                            ("merged", "merged into another"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Last day of a temporary project.", null=True, verbose_name="ends on"
                    ),
                ),
                (
                    "is_automatic",
                    models.BooleanField(
                        default=False,
                        help_text="Only from an automatic source; residents see it once somebody has confirmed it.",
                        verbose_name="from an automatic source",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False, help_text="Invented, to show how the site works.", verbose_name="example"
                    ),
                ),
                (
                    "entered_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, editable=False, verbose_name="entered on"
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="last confirmed on")),
                (
                    "review_months",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="review rhythm (months)",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="official name")),
                ("name_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="official name")),
                ("name_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="official name")),
                (
                    "name_language",
                    models.CharField(
                        blank=True,
                        choices=[("nl", "Dutch"), ("fr", "French")],
                        help_text="Of a name that is the same on every page, so that it is read aloud rightly.",
                        max_length=2,
                        verbose_name="language of the name",
                    ),
                ),
                ("acronym", models.CharField(blank=True, max_length=200, verbose_name="acronyms and other names")),
                (
                    "acronym_nl",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="acronyms and other names"),
                ),
                (
                    "acronym_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="acronyms and other names"),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_nl", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("organisation", "organisation"),
                            ("public-body", "public body"),
                            ("practice", "group practice"),
                            ("practitioner", "independent practitioner"),
                            ("network", "network"),
                            ("informal", "informal or volunteer group"),
                            ("project", "project"),
                        ],
                        default="organisation",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language_group",
                    models.CharField(
                        choices=[
                            ("nl", "Dutch-speaking"),
                            ("fr", "French-speaking"),
                            ("bi", "bilingual (bicommunity)"),
                            ("unknown", "not known"),
                        ],
                        default="unknown",
                        max_length=7,
                        verbose_name="language group",
                    ),
                ),
                (
                    "consent_on",
                    models.DateField(
                        blank=True,
                        help_text="Independent practitioners, and informal groups that everyone may see, need it.",
                        null=True,
                        verbose_name="consent recorded on",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="part of",
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
                        to="actors.actor",
                    ),
                ),
                (
                    "steward",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="That of the actor's seat; empty: the regional team, for actors of the whole Region.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.carezone",
                        verbose_name="zone team that keeps it",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_acto_pgh_cre_26fd28_idx")],
            },
        ),
        migrations.CreateModel(
            name="AuthorityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, verbose_name="slug")),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("name_nl", models.CharField(max_length=150, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=150, null=True, verbose_name="name")),
                ("acronym", models.CharField(blank=True, max_length=20, verbose_name="acronym")),
                ("acronym_nl", models.CharField(blank=True, max_length=20, null=True, verbose_name="acronym")),
                ("acronym_fr", models.CharField(blank=True, max_length=20, null=True, verbose_name="acronym")),
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
                        to="actors.authority",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_auth_pgh_cre_9faf24_idx")],
            },
        ),
        migrations.CreateModel(
            name="CareLevelWordEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "care_level",
                    models.CharField(
                        choices=[
                            ("0", "0 – community work"),
                            ("0.5", "0.5 – low threshold"),
                            ("1", "1 – first contact, general care"),
                            ("1.5", "1.5 – support to the first line"),
                            ("2", "2 – specialised, on referral"),
                            ("2-hospital", "2 – specialised, in a hospital or centre"),
                            ("3", "3 – highly specialised"),
                        ],
                        max_length=10,
                        verbose_name="level of care",
                    ),
                ),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("public", "the public"),
                            ("professionals", "professionals"),
                            ("both", "the public and professionals"),
                        ],
                        max_length=13,
                        verbose_name="serves",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("nl-health", "Dutch-speaking health sector"),
                            ("fr-health", "French-speaking health sector"),
                            ("fr-social", "French-speaking social sector"),
                        ],
                        max_length=9,
                        verbose_name="sector",
                    ),
                ),
                ("word", models.CharField(max_length=150, verbose_name="word")),
                ("word_nl", models.CharField(max_length=150, null=True, verbose_name="word")),
                ("word_fr", models.CharField(max_length=150, null=True, verbose_name="word")),
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
                        to="actors.carelevelword",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_care_pgh_cre_48bf7f_idx")],
            },
        ),
        migrations.CreateModel(
            name="Competence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ocmw-cpas", "public centre for social welfare (OCMW/CPAS)"),
                            ("zone-contact", "contact point of the care zone"),
                            ("bar-raq", "neighbourhood action relay (BAR/RAQ)"),
                            ("chw", "community health workers (CHW)"),
                            ("local-contract", "local social-health contract (LWGC/CLSS)"),
                        ],
                        max_length=14,
                        verbose_name="kind",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competences",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="zones.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "social_health_neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="zones.socialhealthneighbourhood",
                        verbose_name="social-health neighbourhood",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "competence",
                "verbose_name_plural": "competences",
                "ordering": ["kind", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("municipality__isnull", True),
                                ("neighbourhood__isnull", True),
                                ("social_health_neighbourhood__isnull", True),
                                ("zone__isnull", False),
                            ),
                            models.Q(
                                ("municipality__isnull", False),
                                ("neighbourhood__isnull", True),
                                ("social_health_neighbourhood__isnull", True),
                                ("zone__isnull", True),
                            ),
                            models.Q(
                                ("municipality__isnull", True),
                                ("neighbourhood__isnull", True),
                                ("social_health_neighbourhood__isnull", False),
                                ("zone__isnull", True),
                            ),
                            models.Q(
                                ("municipality__isnull", True),
                                ("neighbourhood__isnull", False),
                                ("social_health_neighbourhood__isnull", True),
                                ("zone__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="actors_competence_for_one_territory",
                        violation_error_message="Choose one territory.",
                    ),
                    models.UniqueConstraint(
                        fields=(
                            "kind",
                            "actor",
                            "zone",
                            "municipality",
                            "social_health_neighbourhood",
                            "neighbourhood",
                        ),
                        name="actors_competence_once_per_territory",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["ocmw-cpas", "zone-contact", "bar-raq", "chw", "local-contract"])
                        ),
                        name="actors_competence_kind_is_known",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_competenceevent" ("actor_id", "id", "kind", "municipality_id", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_health_neighbourhood_id", "zone_id") VALUES (NEW."actor_id", NEW."id", NEW."kind", NEW."municipality_id", NEW."neighbourhood_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."social_health_neighbourhood_id", NEW."zone_id"); RETURN NULL;',
                            hash="55a05df6a952682babf498c9e5ba9dbb0031b597",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3947e",
                            table="actors_competence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_competenceevent" ("actor_id", "id", "kind", "municipality_id", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_health_neighbourhood_id", "zone_id") VALUES (NEW."actor_id", NEW."id", NEW."kind", NEW."municipality_id", NEW."neighbourhood_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."social_health_neighbourhood_id", NEW."zone_id"); RETURN NULL;',
                            hash="a7f2ea7c5bf7b343ec5089344f8e332927c25e8c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d1219",
                            table="actors_competence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_competenceevent" ("actor_id", "id", "kind", "municipality_id", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_health_neighbourhood_id", "zone_id") VALUES (OLD."actor_id", OLD."id", OLD."kind", OLD."municipality_id", OLD."neighbourhood_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."social_health_neighbourhood_id", OLD."zone_id"); RETURN NULL;',
                            hash="eb3c5de7de2d8fc3afd0750ba1ab62b955e89c2a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f3a4c",
                            table="actors_competence",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CrisisNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="slug")),
                (
                    "number",
                    models.CharField(
                        help_text="As dialled: 112, or +3280012345.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(\\d{3,6}|\\+\\d{7,15})$", "As dialled: 112, or +3280012345."
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("purpose", models.CharField(max_length=200, verbose_name="for what")),
                ("purpose_nl", models.CharField(max_length=200, null=True, verbose_name="for what")),
                ("purpose_fr", models.CharField(max_length=200, null=True, verbose_name="for what")),
                ("answered_by", models.CharField(blank=True, max_length=150, verbose_name="who answers")),
                ("answered_by_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="who answers")),
                ("answered_by_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="who answers")),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="OpenStreetMap syntax, e.g. 24/7. Empty: not known.",
                        max_length=300,
                        validators=[actors.opening.validate_opening_hours],
                        verbose_name="opening hours",
                    ),
                ),
                (
                    "cost",
                    models.CharField(
                        choices=[("free", "free call"), ("paid", "paid call"), ("unknown", "cost not known")],
                        default="unknown",
                        max_length=7,
                        verbose_name="cost",
                    ),
                ),
                ("is_emergency", models.BooleanField(default=False, verbose_name="emergency")),
                (
                    "also_by",
                    models.CharField(blank=True, help_text="App, SMS, chat …", max_length=150, verbose_name="also by"),
                ),
                (
                    "also_by_nl",
                    models.CharField(
                        blank=True, help_text="App, SMS, chat …", max_length=150, null=True, verbose_name="also by"
                    ),
                ),
                (
                    "also_by_fr",
                    models.CharField(
                        blank=True, help_text="App, SMS, chat …", max_length=150, null=True, verbose_name="also by"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "checked_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: to verify, and not shown to residents.",
                        null=True,
                        verbose_name="checked on",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "phrases",
                    models.TextField(
                        blank=True,
                        help_text="Who searches by one of these sees this number above the results. Split by | signs.",
                        verbose_name="words that ask for it",
                    ),
                ),
                (
                    "phrases_nl",
                    models.TextField(
                        blank=True,
                        help_text="Who searches by one of these sees this number above the results. Split by | signs.",
                        null=True,
                        verbose_name="words that ask for it",
                    ),
                ),
                (
                    "phrases_fr",
                    models.TextField(
                        blank=True,
                        help_text="Who searches by one of these sees this number above the results. Split by | signs.",
                        null=True,
                        verbose_name="words that ask for it",
                    ),
                ),
                (
                    "foreign_phrases",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="such words in other languages",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="actors.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "crisis number",
                "verbose_name_plural": "crisis numbers",
                "ordering": ["position", "slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_on__isnull", True), ("source__isnull", True)),
                            models.Q(("checked_on__isnull", False), ("source__isnull", False)),
                            _connector="OR",
                        ),
                        name="actors_crisis_number_checked_against_a_source",
                        violation_error_message="A checked number names its source and the day of the check.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost__in", ["free", "paid", "unknown"])),
                        name="actors_crisis_number_cost_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_emergency", False), ("number__in", ["112", "101"]), _connector="OR"),
                        name="actors_only_112_and_101_are_emergencies",
                        violation_error_message="Only 112 and 101 are emergency numbers.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_crisisnumberevent" ("also_by", "also_by_fr", "also_by_nl", "answered_by", "answered_by_fr", "answered_by_nl", "checked_on", "cost", "foreign_phrases", "id", "is_emergency", "name", "name_fr", "name_nl", "number", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrases", "phrases_fr", "phrases_nl", "position", "purpose", "purpose_fr", "purpose_nl", "slug", "source_id", "website") VALUES (NEW."also_by", NEW."also_by_fr", NEW."also_by_nl", NEW."answered_by", NEW."answered_by_fr", NEW."answered_by_nl", NEW."checked_on", NEW."cost", NEW."foreign_phrases", NEW."id", NEW."is_emergency", NEW."name", NEW."name_fr", NEW."name_nl", NEW."number", NEW."opening_hours", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phrases", NEW."phrases_fr", NEW."phrases_nl", NEW."position", NEW."purpose", NEW."purpose_fr", NEW."purpose_nl", NEW."slug", NEW."source_id", NEW."website"); RETURN NULL;',
                            hash="d329744410dccc6adf5effe67cd2828a511a9798",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a8420",
                            table="actors_crisisnumber",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_crisisnumberevent" ("also_by", "also_by_fr", "also_by_nl", "answered_by", "answered_by_fr", "answered_by_nl", "checked_on", "cost", "foreign_phrases", "id", "is_emergency", "name", "name_fr", "name_nl", "number", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrases", "phrases_fr", "phrases_nl", "position", "purpose", "purpose_fr", "purpose_nl", "slug", "source_id", "website") VALUES (NEW."also_by", NEW."also_by_fr", NEW."also_by_nl", NEW."answered_by", NEW."answered_by_fr", NEW."answered_by_nl", NEW."checked_on", NEW."cost", NEW."foreign_phrases", NEW."id", NEW."is_emergency", NEW."name", NEW."name_fr", NEW."name_nl", NEW."number", NEW."opening_hours", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phrases", NEW."phrases_fr", NEW."phrases_nl", NEW."position", NEW."purpose", NEW."purpose_fr", NEW."purpose_nl", NEW."slug", NEW."source_id", NEW."website"); RETURN NULL;',
                            hash="fee2ada409089f011fd8c1e6cd02461d5ca2eca0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d760f",
                            table="actors_crisisnumber",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_crisisnumberevent" ("also_by", "also_by_fr", "also_by_nl", "answered_by", "answered_by_fr", "answered_by_nl", "checked_on", "cost", "foreign_phrases", "id", "is_emergency", "name", "name_fr", "name_nl", "number", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrases", "phrases_fr", "phrases_nl", "position", "purpose", "purpose_fr", "purpose_nl", "slug", "source_id", "website") VALUES (OLD."also_by", OLD."also_by_fr", OLD."also_by_nl", OLD."answered_by", OLD."answered_by_fr", OLD."answered_by_nl", OLD."checked_on", OLD."cost", OLD."foreign_phrases", OLD."id", OLD."is_emergency", OLD."name", OLD."name_fr", OLD."name_nl", OLD."number", OLD."opening_hours", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phrases", OLD."phrases_fr", OLD."phrases_nl", OLD."position", OLD."purpose", OLD."purpose_fr", OLD."purpose_nl", OLD."slug", OLD."source_id", OLD."website"); RETURN NULL;',
                            hash="d00dffad43e2cfca594e416520a28d0ee0eae616",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f0acc",
                            table="actors_crisisnumber",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="55c2fe4189cca8d11acced334a1efe8064177319",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_514bd",
                            table="actors_crisisnumber",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "data",
                    models.JSONField(help_text="Names and values, in the order of the page.", verbose_name="form"),
                ),
                ("saved_at", models.DateTimeField(auto_now=True, verbose_name="saved at")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "unsaved form",
                "verbose_name_plural": "unsaved forms",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "actor"), name="actors_draft_once_per_user_and_actor", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("professional", "professional"),
                            ("editor", "editor of an actor"),
                            ("zone", "team of a care zone"),
                            ("regional", "regional team"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("fr", "French")],
                        default="nl",
                        max_length=2,
                        verbose_name="language of mail",
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField(verbose_name="valid until")),
                ("accepted_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", False), ("role", "editor"), ("zone", None)),
                            models.Q(("actor", None), ("role", "zone"), ("zone__isnull", False)),
                            models.Q(("actor", None), ("role__in", ["professional", "regional"]), ("zone", None)),
                            _connector="OR",
                        ),
                        name="actors_invitation_says_for_what",
                        violation_error_message="An editor is of one actor, a zone team of one zone, the others of neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="actors_invitation_email_is_lower_case",
                        violation_error_message="Write the e-mail address in small letters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepted_at", None), ("revoked_at", None), _connector="OR"),
                        name="actors_invitation_accepted_or_revoked",
                        violation_error_message="An invitation is accepted or revoked, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_at"))),
                        name="actors_invitation_expires_after_it_began",
                        violation_error_message="An invitation ends after it began.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_invitationevent" ("accepted_at", "accepted_by_id", "actor_id", "created_at", "email", "expires_at", "id", "invited_by_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "revoked_at", "role", "zone_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."actor_id", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."replaces_id", NEW."revoked_at", NEW."role", NEW."zone_id"); RETURN NULL;',
                            hash="b338e26a2519240b6368c2dd9ef0eaf1d6c45161",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_059c2",
                            table="actors_invitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."actor_id" IS DISTINCT FROM (NEW."actor_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."zone_id" IS DISTINCT FROM (NEW."zone_id"))',
                            func='INSERT INTO "actors_invitationevent" ("accepted_at", "accepted_by_id", "actor_id", "created_at", "email", "expires_at", "id", "invited_by_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "revoked_at", "role", "zone_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."actor_id", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."replaces_id", NEW."revoked_at", NEW."role", NEW."zone_id"); RETURN NULL;',
                            hash="45621f51f477a116df506be7db13e4ec2f7a5fab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4c1bc",
                            table="actors_invitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_invitationevent" ("accepted_at", "accepted_by_id", "actor_id", "created_at", "email", "expires_at", "id", "invited_by_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "revoked_at", "role", "zone_id") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."actor_id", OLD."created_at", OLD."email", OLD."expires_at", OLD."id", OLD."invited_by_id", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."replaces_id", OLD."revoked_at", OLD."role", OLD."zone_id"); RETURN NULL;',
                            hash="7204c01a3c2c84f9c44f227723b182ad6f319955",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2526f",
                            table="actors_invitation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LanguageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.CharField(
                        help_text="ISO 639-1, or 639-3 where that has none.",
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator("^[a-z]{2,3}$", "Two or three small letters.")
                        ],
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="name")),
                ("name_nl", models.CharField(max_length=50, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=50, null=True, verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="position")),
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
                        to="actors.language",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_lang_pgh_cre_1c1283_idx")],
            },
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fixed", "fixed address"),
                            ("mobile", "mobile stop"),
                            ("home", "at your home"),
                            ("phone", "by telephone"),
                            ("online", "online"),
                        ],
                        default="fixed",
                        max_length=6,
                        verbose_name="kind",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name of the place")),
                ("name_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="name of the place")),
                ("name_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="name of the place")),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="street and number")),
                (
                    "street_nl",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="street and number"),
                ),
                (
                    "street_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="street and number"),
                ),
                ("postal_code", models.CharField(blank=True, max_length=4, verbose_name="postal code")),
                ("directions", models.CharField(blank=True, max_length=300, verbose_name="how to get there")),
                (
                    "directions_nl",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="how to get there"),
                ),
                (
                    "directions_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="how to get there"),
                ),
                (
                    "territory_checked",
                    models.BooleanField(
                        default=False,
                        help_text="Found by border lines or by a person; otherwise it is that of the nearest point.",
                        verbose_name="neighbourhood is certain",
                    ),
                ),
                ("lat", zones.models.territory.LatitudeField(blank=True, null=True, verbose_name="latitude")),
                ("lon", zones.models.territory.LongitudeField(blank=True, null=True, verbose_name="longitude")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("exact", "the building"),
                            ("street", "the street"),
                            ("neighbourhood", "the neighbourhood, approximately"),
                        ],
                        default="exact",
                        max_length=13,
                        verbose_name="precision of the point",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="locations",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="locations",
                        to="zones.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
            ],
            options={
                "verbose_name": "location",
                "verbose_name_plural": "locations",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["fixed", "mobile", "home", "phone", "online"])),
                        name="actors_location_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["public", "professionals", "undisclosed"])),
                        name="actors_location_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("precision__in", ["exact", "street", "neighbourhood"])),
                        name="actors_location_precision_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat__isnull", True), ("lon__isnull", True)),
                            models.Q(("lat__isnull", False), ("lon__isnull", False)),
                            _connector="OR",
                        ),
                        name="actors_location_point_is_whole",
                        violation_error_message="A point needs a latitude and a longitude.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["fixed", "mobile"]), _negated=True),
                            models.Q(("lat__isnull", False), ("neighbourhood__isnull", False)),
                            _connector="OR",
                        ),
                        name="actors_location_in_the_street_has_neighbourhood_and_point",
                        violation_error_message="A fixed address and a mobile stop need a neighbourhood and a point.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["phone", "online"]), _negated=True),
                            models.Q(
                                ("lat__isnull", True),
                                ("neighbourhood__isnull", True),
                                models.Q(
                                    django.db.models.lookups.GreaterThan(
                                        django.db.models.functions.comparison.Coalesce(
                                            models.F("street_nl"), models.Value("")
                                        ),
                                        models.Value(""),
                                    ),
                                    _negated=True,
                                ),
                                models.Q(
                                    django.db.models.lookups.GreaterThan(
                                        django.db.models.functions.comparison.Coalesce(
                                            models.F("street_fr"), models.Value("")
                                        ),
                                        models.Value(""),
                                    ),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="actors_location_at_a_distance_has_no_address",
                        violation_error_message="Help by telephone or online has no address.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_locationevent" ("actor_id", "directions", "directions_fr", "directions_nl", "id", "kind", "lat", "level", "lon", "name", "name_fr", "name_nl", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "precision", "street", "street_fr", "street_nl", "territory_checked") VALUES (NEW."actor_id", NEW."directions", NEW."directions_fr", NEW."directions_nl", NEW."id", NEW."kind", NEW."lat", NEW."level", NEW."lon", NEW."name", NEW."name_fr", NEW."name_nl", NEW."neighbourhood_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postal_code", NEW."precision", NEW."street", NEW."street_fr", NEW."street_nl", NEW."territory_checked"); RETURN NULL;',
                            hash="d90c44695fbbc63165fce2d91bf847ce021f5d07",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2e95b",
                            table="actors_location",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_locationevent" ("actor_id", "directions", "directions_fr", "directions_nl", "id", "kind", "lat", "level", "lon", "name", "name_fr", "name_nl", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "precision", "street", "street_fr", "street_nl", "territory_checked") VALUES (NEW."actor_id", NEW."directions", NEW."directions_fr", NEW."directions_nl", NEW."id", NEW."kind", NEW."lat", NEW."level", NEW."lon", NEW."name", NEW."name_fr", NEW."name_nl", NEW."neighbourhood_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postal_code", NEW."precision", NEW."street", NEW."street_fr", NEW."street_nl", NEW."territory_checked"); RETURN NULL;',
                            hash="cc27428f1d9c4c8e6d9140cb160b6a7e2bedc8df",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_55502",
                            table="actors_location",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_locationevent" ("actor_id", "directions", "directions_fr", "directions_nl", "id", "kind", "lat", "level", "lon", "name", "name_fr", "name_nl", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "precision", "street", "street_fr", "street_nl", "territory_checked") VALUES (OLD."actor_id", OLD."directions", OLD."directions_fr", OLD."directions_nl", OLD."id", OLD."kind", OLD."lat", OLD."level", OLD."lon", OLD."name", OLD."name_fr", OLD."name_nl", OLD."neighbourhood_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postal_code", OLD."precision", OLD."street", OLD."street_fr", OLD."street_nl", OLD."territory_checked"); RETURN NULL;',
                            hash="4c0fcf948f5afbb9c3d616823493204c90b4692e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_50609",
                            table="actors_location",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT service_id FROM actors_serviceatlocation WHERE location_id = NEW.id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT service_id FROM actors_serviceatlocation WHERE location_id = OLD.id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="71a0302a4f16830bb9203294284f38549ed6e1cb",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_5e17a",
                            table="actors_location",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MailDomain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "domain",
                    models.CharField(
                        error_messages={"unique": "This domain is confirmed already."},
                        max_length=253,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
                                "Write a domain in small letters, like house.be.",
                            )
                        ],
                        verbose_name="domain",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="confirmed on")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mail_domains",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "e-mail domain",
                "verbose_name_plural": "e-mail domains",
                "ordering": ["domain"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("domain__regex", "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$")
                        ),
                        name="actors_mail_domain_is_plain",
                        violation_error_message="Write a domain in small letters, like house.be.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_maildomainevent" ("actor_id", "confirmed_at", "confirmed_by_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actor_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."domain", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="4e8ca89f2861afb70244b6bbad287dc5ac699c7c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c8d76",
                            table="actors_maildomain",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_maildomainevent" ("actor_id", "confirmed_at", "confirmed_by_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actor_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."domain", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="4936f6fc0c3fd05001e5f3b0c316595ef2c040ea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_25ab7",
                            table="actors_maildomain",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_maildomainevent" ("actor_id", "confirmed_at", "confirmed_by_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."actor_id", OLD."confirmed_at", OLD."confirmed_by_id", OLD."domain", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="05b2813540d55a3123a7982e43faf1a1c48b1175",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fb2f0",
                            table="actors_maildomain",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "coordinates"),
                            ("member", "member"),
                            ("partner", "partner"),
                            ("host", "hosting partner"),
                            ("funder", "funds"),
                        ],
                        default="member",
                        max_length=11,
                        verbose_name="role",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                ("remark_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                ("remark_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="network_links",
                        to="actors.actor",
                        verbose_name="member",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="member_links",
                        to="actors.actor",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "member", "role"),
                        name="actors_membership_role_once",
                        violation_error_message="This actor has this role in the network already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("network", models.F("member")), _negated=True),
                        name="actors_network_not_its_own_member",
                        violation_error_message="A network is not a member of itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["coordinator", "member", "partner", "host", "funder"])),
                        name="actors_membership_role_is_known",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_membershipevent" ("id", "member_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "remark_fr", "remark_nl", "role") VALUES (NEW."id", NEW."member_id", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remark", NEW."remark_fr", NEW."remark_nl", NEW."role"); RETURN NULL;',
                            hash="168f07ad72624d792a27bda3027459777b36a2f6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5b0a7",
                            table="actors_membership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_membershipevent" ("id", "member_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "remark_fr", "remark_nl", "role") VALUES (NEW."id", NEW."member_id", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remark", NEW."remark_fr", NEW."remark_nl", NEW."role"); RETURN NULL;',
                            hash="30381287d15bc562edc3c7963091f230c0487c05",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b798",
                            table="actors_membership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_membershipevent" ("id", "member_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "remark_fr", "remark_nl", "role") VALUES (OLD."id", OLD."member_id", OLD."network_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."remark", OLD."remark_fr", OLD."remark_nl", OLD."role"); RETURN NULL;',
                            hash="d71c325f4ac8dcd56f06e46dcb99e99fb2a0c81e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b2fd6",
                            table="actors_membership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT id FROM actors_service WHERE actor_id = NEW.member_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT id FROM actors_service WHERE actor_id = OLD.member_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="e3fbad981c407ddd1fee5f81862202fb50cac1ff",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_0c5ab",
                            table="actors_membership",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("plain", models.CharField(blank=True, max_length=100, verbose_name="in plain words")),
                ("plain_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                ("plain_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                (
                    "pictogram",
                    models.SlugField(
                        db_index=False, help_text="Name of a Font Awesome Free solid icon.", verbose_name="pictogram"
                    ),
                ),
                ("synonyms", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="synonyms")),
                (
                    "synonyms_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "synonyms_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "foreign_words",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="words in other languages",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="Its pages have neutral addresses and a way to leave quickly.",
                        verbose_name="sensitive",
                    ),
                ),
                (
                    "is_urgent",
                    models.BooleanField(
                        default=False, help_text="Crisis numbers come first on its pages.", verbose_name="urgent"
                    ),
                ),
                ("for_residents", models.BooleanField(default=True, verbose_name="shown to residents")),
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
                        to="actors.need",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_need_pgh_cre_0e96d1_idx")],
            },
        ),
        migrations.CreateModel(
            name="NotTheSame",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="said at")),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="said by",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="actors.actor",
                        verbose_name="other actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "pair that is not the same",
                "verbose_name_plural": "pairs that are not the same",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="actors_not_the_same_in_order",
                        violation_error_message="A pair is two actors, the one that was entered first in front.",
                    ),
                    models.UniqueConstraint(
                        fields=("first", "second"),
                        name="actors_not_the_same_said_once",
                        violation_error_message="This was said of these two already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_notthesameevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "second_id") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."second_id"); RETURN NULL;',
                            hash="99b9acc6dab1d4aeaefaa20429f51b35426353f1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7cda6",
                            table="actors_notthesame",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_notthesameevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "second_id") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."second_id"); RETURN NULL;',
                            hash="99e67806a413a2e0061e0f96cdfb8ad54f752582",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c3dde",
                            table="actors_notthesame",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_notthesameevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "second_id") VALUES (OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."said_at", OLD."said_by_id", OLD."second_id"); RETURN NULL;',
                            hash="d0ea3fbde37d45d159de6276e42e230038cc8c81",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c9359",
                            table="actors_notthesame",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcedureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, verbose_name="slug")),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("title_nl", models.CharField(max_length=150, null=True, verbose_name="title")),
                ("title_fr", models.CharField(max_length=150, null=True, verbose_name="title")),
                ("text", models.TextField(verbose_name="text")),
                ("text_nl", models.TextField(null=True, verbose_name="text")),
                ("text_fr", models.TextField(null=True, verbose_name="text")),
                ("differences", models.TextField(blank=True, verbose_name="where OCMW/CPAS differ")),
                ("differences_nl", models.TextField(blank=True, null=True, verbose_name="where OCMW/CPAS differ")),
                ("differences_fr", models.TextField(blank=True, null=True, verbose_name="where OCMW/CPAS differ")),
                ("official_url", models.URLField(verbose_name="official source")),
                ("official_url_nl", models.URLField(null=True, verbose_name="official source")),
                ("official_url_fr", models.URLField(null=True, verbose_name="official source")),
                ("checked_on", models.DateField(verbose_name="checked on")),
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
                        to="actors.procedure",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_proc_pgh_cre_bcf78d_idx")],
            },
        ),
        migrations.CreateModel(
            name="SavedForm",
            fields=[
                ("token", models.UUIDField(primary_key=True, serialize=False, verbose_name="token")),
                ("saved_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="saved at")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "saved form",
                "verbose_name_plural": "saved forms",
            },
        ),
        migrations.CreateModel(
            name="SchoolHolidayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "community",
                    models.CharField(
                        choices=[("vg", "Flemish Community"), ("cf", "French Community")],
                        max_length=2,
                        verbose_name="Community",
                    ),
                ),
                ("first", models.DateField(verbose_name="first day")),
                ("last", models.DateField(verbose_name="last day")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
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
                        to="actors.schoolholiday",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_scho_pgh_cre_95f305_idx")],
            },
        ),
        migrations.CreateModel(
            name="SearchDemand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("had_results", models.BooleanField(verbose_name="had results")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="count")),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="actors.need",
                        verbose_name="need",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "search demand",
                "verbose_name_plural": "search demand",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "need", "zone", "had_results"),
                        name="actors_demand_once_per_day_need_and_zone",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, verbose_name="slug")),
                ("name", models.CharField(max_length=200, verbose_name="title")),
                ("name_nl", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("name_fr", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("publisher", models.CharField(blank=True, max_length=150, verbose_name="publisher")),
                ("url", models.URLField(blank=True, verbose_name="web address")),
                ("licence", models.CharField(blank=True, max_length=100, verbose_name="licence")),
                ("attribution", models.CharField(blank=True, max_length=200, verbose_name="attribution")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                (
                    "is_automatic",
                    models.BooleanField(
                        default=False,
                        help_text="Imported by a machine: nobody confirmed its records.",
                        verbose_name="automatic",
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
                        to="actors.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_sour_pgh_cre_4bf16d_idx")],
            },
        ),
        migrations.CreateModel(
            name="TargetGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("plain", models.CharField(blank=True, max_length=100, verbose_name="in plain words")),
                ("plain_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                ("plain_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                (
                    "pictogram",
                    models.SlugField(
                        db_index=False, help_text="Name of a Font Awesome Free solid icon.", verbose_name="pictogram"
                    ),
                ),
                ("synonyms", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="synonyms")),
                (
                    "synonyms_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "synonyms_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "foreign_words",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="words in other languages",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
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
                        to="actors.targetgroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_targ_pgh_cre_5a2d4e_idx")],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("plain", models.CharField(blank=True, max_length=100, verbose_name="in plain words")),
                ("plain_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                ("plain_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                (
                    "pictogram",
                    models.SlugField(help_text="Name of a Font Awesome Free solid icon.", verbose_name="pictogram"),
                ),
                ("synonyms", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="synonyms")),
                (
                    "synonyms_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "synonyms_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "foreign_words",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="words in other languages",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("is_sensitive", models.BooleanField(default=False, verbose_name="sensitive")),
                (
                    "can_wait",
                    models.BooleanField(
                        default=False,
                        help_text="Leisure, meeting people, staying healthy: stands after what is urgent under the same need.",
                        verbose_name="can wait",
                    ),
                ),
                (
                    "asks_room",
                    models.BooleanField(
                        default=True,
                        help_text="No where everybody can always come in, as at a museum or a square: then nobody asks for it.",
                        verbose_name="room is a question",
                    ),
                ),
                (
                    "elsewhere",
                    models.TextField(
                        blank=True,
                        help_text="Where to go as long as no service here has this theme.",
                        verbose_name="where else",
                    ),
                ),
                (
                    "elsewhere_nl",
                    models.TextField(
                        blank=True,
                        help_text="Where to go as long as no service here has this theme.",
                        null=True,
                        verbose_name="where else",
                    ),
                ),
                (
                    "elsewhere_fr",
                    models.TextField(
                        blank=True,
                        help_text="Where to go as long as no service here has this theme.",
                        null=True,
                        verbose_name="where else",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themes",
                        to="actors.need",
                        verbose_name="need",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "ordering": ["position", "code"],
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_themeevent" ("asks_room", "can_wait", "code", "elsewhere", "elsewhere_fr", "elsewhere_nl", "foreign_words", "id", "is_sensitive", "name", "name_fr", "name_nl", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."asks_room", NEW."can_wait", NEW."code", NEW."elsewhere", NEW."elsewhere_fr", NEW."elsewhere_nl", NEW."foreign_words", NEW."id", NEW."is_sensitive", NEW."name", NEW."name_fr", NEW."name_nl", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                            hash="63acaa4fd3d5a75958fffc0858e01e8228ff8b32",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0c159",
                            table="actors_theme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_themeevent" ("asks_room", "can_wait", "code", "elsewhere", "elsewhere_fr", "elsewhere_nl", "foreign_words", "id", "is_sensitive", "name", "name_fr", "name_nl", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."asks_room", NEW."can_wait", NEW."code", NEW."elsewhere", NEW."elsewhere_fr", NEW."elsewhere_nl", NEW."foreign_words", NEW."id", NEW."is_sensitive", NEW."name", NEW."name_fr", NEW."name_nl", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                            hash="5a2a8cb9c9dd32608f8ba460ba87ad47b31c9735",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_23a32",
                            table="actors_theme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_themeevent" ("asks_room", "can_wait", "code", "elsewhere", "elsewhere_fr", "elsewhere_nl", "foreign_words", "id", "is_sensitive", "name", "name_fr", "name_nl", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (OLD."asks_room", OLD."can_wait", OLD."code", OLD."elsewhere", OLD."elsewhere_fr", OLD."elsewhere_nl", OLD."foreign_words", OLD."id", OLD."is_sensitive", OLD."name", OLD."name_fr", OLD."name_nl", OLD."need_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pictogram", OLD."plain", OLD."plain_fr", OLD."plain_nl", OLD."position", OLD."synonyms", OLD."synonyms_fr", OLD."synonyms_nl"); RETURN NULL;',
                            hash="3983d22deff089756cc7d076504fb43fdecfaaf8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d3232",
                            table="actors_theme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="03f374797c4b90b855e2e688e322c4026e8ae7ef",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_05ec5",
                            table="actors_theme",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorAuthorityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
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
                        to="actors.actorauthority",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.authority",
                        verbose_name="authority",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_acto_pgh_cre_12f9ed_idx")],
            },
        ),
        migrations.CreateModel(
            name="ActorEditorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
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
                        to="actors.actoreditor",
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
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_acto_pgh_cre_f7ac53_idx")],
            },
        ),
        migrations.CreateModel(
            name="CompetenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ocmw-cpas", "public centre for social welfare (OCMW/CPAS)"),
                            ("zone-contact", "contact point of the care zone"),
                            ("bar-raq", "neighbourhood action relay (BAR/RAQ)"),
                            ("chw", "community health workers (CHW)"),
                            ("local-contract", "local social-health contract (LWGC/CLSS)"),
                        ],
                        max_length=14,
                        verbose_name="kind",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.neighbourhood",
                        verbose_name="neighbourhood",
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
                        to="actors.competence",
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
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
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
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_comp_pgh_cre_b393c6_idx")],
            },
        ),
        migrations.CreateModel(
            name="CrisisNumberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, verbose_name="slug")),
                (
                    "number",
                    models.CharField(
                        help_text="As dialled: 112, or +3280012345.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(\\d{3,6}|\\+\\d{7,15})$", "As dialled: 112, or +3280012345."
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("purpose", models.CharField(max_length=200, verbose_name="for what")),
                ("purpose_nl", models.CharField(max_length=200, null=True, verbose_name="for what")),
                ("purpose_fr", models.CharField(max_length=200, null=True, verbose_name="for what")),
                ("answered_by", models.CharField(blank=True, max_length=150, verbose_name="who answers")),
                ("answered_by_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="who answers")),
                ("answered_by_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="who answers")),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="OpenStreetMap syntax, e.g. 24/7. Empty: not known.",
                        max_length=300,
                        validators=[actors.opening.validate_opening_hours],
                        verbose_name="opening hours",
                    ),
                ),
                (
                    "cost",
                    models.CharField(
                        choices=[("free", "free call"), ("paid", "paid call"), ("unknown", "cost not known")],
                        default="unknown",
                        max_length=7,
                        verbose_name="cost",
                    ),
                ),
                ("is_emergency", models.BooleanField(default=False, verbose_name="emergency")),
                (
                    "also_by",
                    models.CharField(blank=True, help_text="App, SMS, chat …", max_length=150, verbose_name="also by"),
                ),
                (
                    "also_by_nl",
                    models.CharField(
                        blank=True, help_text="App, SMS, chat …", max_length=150, null=True, verbose_name="also by"
                    ),
                ),
                (
                    "also_by_fr",
                    models.CharField(
                        blank=True, help_text="App, SMS, chat …", max_length=150, null=True, verbose_name="also by"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "checked_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: to verify, and not shown to residents.",
                        null=True,
                        verbose_name="checked on",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "phrases",
                    models.TextField(
                        blank=True,
                        help_text="Who searches by one of these sees this number above the results. Split by | signs.",
                        verbose_name="words that ask for it",
                    ),
                ),
                (
                    "phrases_nl",
                    models.TextField(
                        blank=True,
                        help_text="Who searches by one of these sees this number above the results. Split by | signs.",
                        null=True,
                        verbose_name="words that ask for it",
                    ),
                ),
                (
                    "phrases_fr",
                    models.TextField(
                        blank=True,
                        help_text="Who searches by one of these sees this number above the results. Split by | signs.",
                        null=True,
                        verbose_name="words that ask for it",
                    ),
                ),
                (
                    "foreign_phrases",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="such words in other languages",
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
                        to="actors.crisisnumber",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_cris_pgh_cre_542644_idx")],
            },
        ),
        migrations.CreateModel(
            name="CrisisNumberLanguage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "crisis_number",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="language_links",
                        to="actors.crisisnumber",
                    ),
                ),
                (
                    "language",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actors.language",
                        verbose_name="language",
                    ),
                ),
            ],
            options={
                "verbose_name": "language of a crisis number",
                "verbose_name_plural": "languages of a crisis number",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("crisis_number", "language"), name="actors_language_once_per_crisis_number"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_crisisnumberlanguageevent" ("crisis_number_id", "id", "language_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."crisis_number_id", NEW."id", NEW."language_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="2ddf19dd331bd877ddfc5702382bd319a4e6f151",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_18d99",
                            table="actors_crisisnumberlanguage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_crisisnumberlanguageevent" ("crisis_number_id", "id", "language_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."crisis_number_id", NEW."id", NEW."language_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="1a18d647ae19b4ef196f4dcf7251b223d963b97f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1efe5",
                            table="actors_crisisnumberlanguage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_crisisnumberlanguageevent" ("crisis_number_id", "id", "language_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."crisis_number_id", OLD."id", OLD."language_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="9be846d5edb77545199314cf09865662a006ce7b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4f9d6",
                            table="actors_crisisnumberlanguage",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CrisisNumberNeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "crisis_number",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="need_links", to="actors.crisisnumber"
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="crisis_links",
                        to="actors.need",
                        verbose_name="need",
                    ),
                ),
            ],
            options={
                "verbose_name": "need of a crisis number",
                "verbose_name_plural": "needs of a crisis number",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("crisis_number", "need"), name="actors_need_once_per_crisis_number")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_crisisnumberneedevent" ("crisis_number_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."crisis_number_id", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="a294a6a3be721c84e06ba58708d39588e571bb6c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_70e0c",
                            table="actors_crisisnumberneed",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_crisisnumberneedevent" ("crisis_number_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."crisis_number_id", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="032a46caee748d2737b5ab02e3c0d9373527b24d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7887f",
                            table="actors_crisisnumberneed",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_crisisnumberneedevent" ("crisis_number_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."crisis_number_id", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                            hash="b5a35f6f0835eaa4e41f9df114f5c3dedb72c055",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_95966",
                            table="actors_crisisnumberneed",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("professional", "professional"),
                            ("editor", "editor of an actor"),
                            ("zone", "team of a care zone"),
                            ("regional", "regional team"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("fr", "French")],
                        default="nl",
                        max_length=2,
                        verbose_name="language of mail",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField(verbose_name="valid until")),
                ("accepted_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
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
                        to="actors.invitation",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
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
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_invi_pgh_cre_c48f93_idx")],
            },
        ),
        migrations.CreateModel(
            name="LocationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fixed", "fixed address"),
                            ("mobile", "mobile stop"),
                            ("home", "at your home"),
                            ("phone", "by telephone"),
                            ("online", "online"),
                        ],
                        default="fixed",
                        max_length=6,
                        verbose_name="kind",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name of the place")),
                ("name_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="name of the place")),
                ("name_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="name of the place")),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="street and number")),
                (
                    "street_nl",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="street and number"),
                ),
                (
                    "street_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="street and number"),
                ),
                ("postal_code", models.CharField(blank=True, max_length=4, verbose_name="postal code")),
                ("directions", models.CharField(blank=True, max_length=300, verbose_name="how to get there")),
                (
                    "directions_nl",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="how to get there"),
                ),
                (
                    "directions_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="how to get there"),
                ),
                (
                    "territory_checked",
                    models.BooleanField(
                        default=False,
                        help_text="Found by border lines or by a person; otherwise it is that of the nearest point.",
                        verbose_name="neighbourhood is certain",
                    ),
                ),
                ("lat", zones.models.territory.LatitudeField(blank=True, null=True, verbose_name="latitude")),
                ("lon", zones.models.territory.LongitudeField(blank=True, null=True, verbose_name="longitude")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("exact", "the building"),
                            ("street", "the street"),
                            ("neighbourhood", "the neighbourhood, approximately"),
                        ],
                        default="exact",
                        max_length=13,
                        verbose_name="precision of the point",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.neighbourhood",
                        verbose_name="neighbourhood",
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
                        to="actors.location",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_loca_pgh_cre_4a8340_idx")],
            },
        ),
        migrations.CreateModel(
            name="MailDomainEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "domain",
                    models.CharField(
                        error_messages={"unique": "This domain is confirmed already."},
                        max_length=253,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
                                "Write a domain in small letters, like house.be.",
                            )
                        ],
                        verbose_name="domain",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="confirmed on")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
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
                        to="actors.maildomain",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_mail_pgh_cre_de512e_idx")],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "coordinates"),
                            ("member", "member"),
                            ("partner", "partner"),
                            ("host", "hosting partner"),
                            ("funder", "funds"),
                        ],
                        default="member",
                        max_length=11,
                        verbose_name="role",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                ("remark_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                ("remark_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="member",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="network",
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
                        to="actors.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_memb_pgh_cre_f93bfe_idx")],
            },
        ),
        migrations.CreateModel(
            name="NotTheSameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="said at")),
                (
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
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
                        to="actors.notthesame",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="said by",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="other actor",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_nott_pgh_cre_7a42ba_idx")],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stable; the same in both languages.", max_length=80, unique=True, verbose_name="slug"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("archived", "archived"),
                            ("merged", "merged into another"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Last day of a temporary project.", null=True, verbose_name="ends on"
                    ),
                ),
                (
                    "is_automatic",
                    models.BooleanField(
                        default=False,
                        help_text="Only from an automatic source; residents see it once somebody has confirmed it.",
                        verbose_name="from an automatic source",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False, help_text="Invented, to show how the site works.", verbose_name="example"
                    ),
                ),
                (
                    "entered_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, editable=False, verbose_name="entered on"
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="last confirmed on")),
                (
                    "review_months",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="review rhythm (months)",
                    ),
                ),
                ("due_on", actors.models.listing.ReviewDay(rhythms=1, verbose_name="review due on")),
                (
                    "stale_on",
                    actors.models.listing.ReviewDay(db_index=True, rhythms=2, verbose_name="reviews missed on"),
                ),
                ("sort_nl", actors.models.listing.SortKeyNL(verbose_name="sort key (NL)")),
                ("sort_fr", actors.models.listing.SortKeyFR(verbose_name="sort key (FR)")),
                ("no_papers", actors.models.admission.YesNoUnknown(verbose_name="no residence papers needed")),
                ("anonymous", actors.models.admission.YesNoUnknown(verbose_name="anonymous possible")),
                ("no_appointment", actors.models.admission.YesNoUnknown(verbose_name="no appointment needed")),
                ("referral_needed", actors.models.admission.YesNoUnknown(verbose_name="referral needed")),
                ("registration_needed", actors.models.admission.YesNoUnknown(verbose_name="registration needed")),
                ("free", actors.models.admission.YesNoUnknown(verbose_name="free of charge")),
                ("fixed_price", actors.models.admission.YesNoUnknown(verbose_name="fixed price")),
                ("by_income", actors.models.admission.YesNoUnknown(verbose_name="price by income")),
                ("insurance_needed", actors.models.admission.YesNoUnknown(verbose_name="health insurance needed")),
                (
                    "increased_reimbursement",
                    actors.models.admission.YesNoUnknown(verbose_name="increased reimbursement (VT/BIM) required"),
                ),
                ("women_only", actors.models.admission.YesNoUnknown(verbose_name="women only")),
                ("interpreter", actors.models.admission.YesNoUnknown(verbose_name="interpreter possible")),
                ("wheelchair", actors.models.admission.YesNoUnknown(verbose_name="wheelchair access")),
                ("dogs", actors.models.admission.YesNoUnknown(verbose_name="dogs allowed")),
                ("home_visits", actors.models.admission.YesNoUnknown(verbose_name="home visits")),
                ("outreach", actors.models.admission.YesNoUnknown(verbose_name="outreach")),
                ("by_phone", actors.models.admission.YesNoUnknown(verbose_name="help by telephone")),
                ("online", actors.models.admission.YesNoUnknown(verbose_name="help online")),
                (
                    "age_min",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="from age",
                    ),
                ),
                (
                    "age_max",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="to age",
                    ),
                ),
                (
                    "territory_limited",
                    actors.models.admission.YesNoUnknown(
                        help_text="Yes: for the territories listed below; no: for the whole Region.",
                        verbose_name="only for a territory",
                    ),
                ),
                (
                    "admission_confirmed_on",
                    models.DateField(blank=True, null=True, verbose_name="admission last confirmed on"),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("name_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("summary", models.CharField(blank=True, max_length=300, verbose_name="in one sentence")),
                ("summary_nl", models.CharField(blank=True, max_length=300, null=True, verbose_name="in one sentence")),
                ("summary_fr", models.CharField(blank=True, max_length=300, null=True, verbose_name="in one sentence")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_nl", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                (
                    "plain",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence in plain words.",
                        max_length=200,
                        verbose_name="for residents",
                    ),
                ),
                (
                    "plain_nl",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence in plain words.",
                        max_length=200,
                        null=True,
                        verbose_name="for residents",
                    ),
                ),
                (
                    "plain_fr",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence in plain words.",
                        max_length=200,
                        null=True,
                        verbose_name="for residents",
                    ),
                ),
                ("conditions", models.TextField(blank=True, verbose_name="conditions, in words")),
                ("conditions_nl", models.TextField(blank=True, null=True, verbose_name="conditions, in words")),
                ("conditions_fr", models.TextField(blank=True, null=True, verbose_name="conditions, in words")),
                ("cost", models.CharField(blank=True, max_length=300, verbose_name="cost, in words")),
                ("cost_nl", models.CharField(blank=True, max_length=300, null=True, verbose_name="cost, in words")),
                ("cost_fr", models.CharField(blank=True, max_length=300, null=True, verbose_name="cost, in words")),
                ("to_bring", models.CharField(blank=True, max_length=300, verbose_name="what to bring")),
                ("to_bring_nl", models.CharField(blank=True, max_length=300, null=True, verbose_name="what to bring")),
                ("to_bring_fr", models.CharField(blank=True, max_length=300, null=True, verbose_name="what to bring")),
                (
                    "is_statutory",
                    models.BooleanField(
                        default=False,
                        help_text="Everybody may always apply here (OCMW/CPAS, emergency): it is never full or paused.",
                        verbose_name="statutory",
                    ),
                ),
                (
                    "care_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – community work"),
                            ("0.5", "0.5 – low threshold"),
                            ("1", "1 – first contact, general care"),
                            ("1.5", "1.5 – support to the first line"),
                            ("2", "2 – specialised, on referral"),
                            ("2-hospital", "2 – specialised, in a hospital or centre"),
                            ("3", "3 – highly specialised"),
                        ],
                        max_length=10,
                        verbose_name="level of care",
                    ),
                ),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("public", "the public"),
                            ("professionals", "professionals"),
                            ("both", "the public and professionals"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="serves",
                    ),
                ),
                (
                    "asks_room",
                    actors.models.admission.YesNoUnknown(
                        help_text="Not said: as its themes have it. A museum is not asked for room.",
                        verbose_name="room is a question",
                    ),
                ),
                (
                    "availability_kind",
                    models.CharField(
                        choices=[
                            ("beds", "beds or places, counted per day"),
                            ("intake", "intake of new people"),
                            ("waiting-time", "usual waiting time"),
                        ],
                        default="intake",
                        max_length=12,
                        verbose_name="availability counts",
                    ),
                ),
                (
                    "availability_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: what is usual for this kind.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="a status holds for (days)",
                    ),
                ),
                (
                    "school_calendar",
                    models.CharField(
                        blank=True,
                        choices=[("vg", "Flemish Community"), ("cf", "French Community")],
                        help_text="Where its hours name school holidays. Empty: not known on those days.",
                        max_length=2,
                        verbose_name="school calendar that it follows",
                    ),
                ),
                (
                    "accepts_overflow",
                    actors.models.admission.YesNoUnknown(
                        help_text="Not said: yes, but no for informal and volunteer groups.",
                        verbose_name="may be proposed when another is full",
                    ),
                ),
                (
                    "overflow_cap",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="at most this many proposals a day"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="services",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "dispatched_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="The number to call, where places are given by dispatch and not at the door.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispatched_services",
                        to="actors.crisisnumber",
                        verbose_name="places are given by",
                    ),
                ),
            ],
            options={
                "verbose_name": "service",
                "verbose_name_plural": "services",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.GreaterThan(
                                django.db.models.functions.comparison.Coalesce(models.F("name_nl"), models.Value("")),
                                models.Value(""),
                            ),
                            django.db.models.lookups.GreaterThan(
                                django.db.models.functions.comparison.Coalesce(models.F("name_fr"), models.Value("")),
                                models.Value(""),
                            ),
                            _connector="OR",
                        ),
                        name="actors_service_has_a_name",
                        violation_error_message="Give a name in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "archived", "merged"])),
                        name="actors_service_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["public", "professionals", "undisclosed"])),
                        name="actors_service_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("age_min__isnull", True),
                            ("age_max__isnull", True),
                            ("age_min__lte", models.F("age_max")),
                            _connector="OR",
                        ),
                        name="actors_service_ages_in_order",
                        violation_error_message="The lowest age is above the highest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("free__isnull", True),
                            ("free", False),
                            models.Q(
                                models.Q(("fixed_price__isnull", True), ("fixed_price", False), _connector="OR"),
                                models.Q(("by_income__isnull", True), ("by_income", False), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="actors_service_free_has_no_price",
                        violation_error_message="What is free of charge has no price.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("care_level__in", ["", "0", "0.5", "1", "1.5", "2", "2-hospital", "3"])),
                        name="actors_service_care_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serves__in", ["public", "professionals", "both"])),
                        name="actors_service_serves_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("availability_kind__in", ["beds", "intake", "waiting-time"])),
                        name="actors_service_availability_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("school_calendar__in", ["", "vg", "cf"])),
                        name="actors_service_school_calendar_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("availability_days__isnull", True), ("availability_days__gt", 0), _connector="OR"
                        ),
                        name="actors_service_availability_days_positive",
                        violation_error_message="A status holds for at least one day.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="keep_former_slug",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                            func="\n            INSERT INTO actors_formerslug (slug, service_id) VALUES (OLD.slug, NEW.id)\n            ON CONFLICT (slug) WHERE service_id IS NOT NULL DO UPDATE SET service_id = EXCLUDED.service_id;\n            RETURN NULL;\n        ",
                            hash="8a0c46d772ec22547ccda5caad0b5065f230b6b2",
                            operation='UPDATE OF "slug"',
                            pgid="pgtrigger_keep_former_slug_60493",
                            table="actors_service",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="statutory_is_never_full",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."is_statutory")',
                            func="\n                    IF EXISTS (SELECT 1 FROM actors_availability\n                               WHERE service_id = NEW.id AND status IN ('full', 'paused')) THEN\n                        RAISE EXCEPTION 'a statutory service cannot be full or paused'\n                        USING ERRCODE = 'check_violation', CONSTRAINT = 'actors_statutory_is_never_full';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="17631332846e58a229b4bb87dceafbf31a51b538",
                            operation='UPDATE OF "is_statutory"',
                            pgid="pgtrigger_statutory_is_never_full_b43f5",
                            table="actors_service",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_serviceevent" ("accepts_overflow", "actor_id", "admission_confirmed_on", "age_max", "age_min", "anonymous", "asks_room", "availability_days", "availability_kind", "by_income", "by_phone", "care_level", "conditions", "conditions_fr", "conditions_nl", "confirmed_on", "cost", "cost_fr", "cost_nl", "description", "description_fr", "description_nl", "dispatched_by_id", "dogs", "ends_on", "entered_on", "fixed_price", "free", "home_visits", "id", "increased_reimbursement", "insurance_needed", "interpreter", "is_automatic", "is_example", "is_statutory", "level", "name", "name_fr", "name_nl", "no_appointment", "no_papers", "online", "outreach", "overflow_cap", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "plain_fr", "plain_nl", "referral_needed", "registration_needed", "review_months", "school_calendar", "serves", "slug", "status", "summary", "summary_fr", "summary_nl", "territory_limited", "to_bring", "to_bring_fr", "to_bring_nl", "wheelchair", "women_only") VALUES (NEW."accepts_overflow", NEW."actor_id", NEW."admission_confirmed_on", NEW."age_max", NEW."age_min", NEW."anonymous", NEW."asks_room", NEW."availability_days", NEW."availability_kind", NEW."by_income", NEW."by_phone", NEW."care_level", NEW."conditions", NEW."conditions_fr", NEW."conditions_nl", NEW."confirmed_on", NEW."cost", NEW."cost_fr", NEW."cost_nl", NEW."description", NEW."description_fr", NEW."description_nl", NEW."dispatched_by_id", NEW."dogs", NEW."ends_on", NEW."entered_on", NEW."fixed_price", NEW."free", NEW."home_visits", NEW."id", NEW."increased_reimbursement", NEW."insurance_needed", NEW."interpreter", NEW."is_automatic", NEW."is_example", NEW."is_statutory", NEW."level", NEW."name", NEW."name_fr", NEW."name_nl", NEW."no_appointment", NEW."no_papers", NEW."online", NEW."outreach", NEW."overflow_cap", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."referral_needed", NEW."registration_needed", NEW."review_months", NEW."school_calendar", NEW."serves", NEW."slug", NEW."status", NEW."summary", NEW."summary_fr", NEW."summary_nl", NEW."territory_limited", NEW."to_bring", NEW."to_bring_fr", NEW."to_bring_nl", NEW."wheelchair", NEW."women_only"); RETURN NULL;',
                            hash="7dcd6c4318d37e2644dc978e7660738123e05229",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8a572",
                            table="actors_service",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepts_overflow" IS DISTINCT FROM (NEW."accepts_overflow") OR OLD."actor_id" IS DISTINCT FROM (NEW."actor_id") OR OLD."admission_confirmed_on" IS DISTINCT FROM (NEW."admission_confirmed_on") OR OLD."age_max" IS DISTINCT FROM (NEW."age_max") OR OLD."age_min" IS DISTINCT FROM (NEW."age_min") OR OLD."anonymous" IS DISTINCT FROM (NEW."anonymous") OR OLD."asks_room" IS DISTINCT FROM (NEW."asks_room") OR OLD."availability_days" IS DISTINCT FROM (NEW."availability_days") OR OLD."availability_kind" IS DISTINCT FROM (NEW."availability_kind") OR OLD."by_income" IS DISTINCT FROM (NEW."by_income") OR OLD."by_phone" IS DISTINCT FROM (NEW."by_phone") OR OLD."care_level" IS DISTINCT FROM (NEW."care_level") OR OLD."conditions" IS DISTINCT FROM (NEW."conditions") OR OLD."conditions_fr" IS DISTINCT FROM (NEW."conditions_fr") OR OLD."conditions_nl" IS DISTINCT FROM (NEW."conditions_nl") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."cost" IS DISTINCT FROM (NEW."cost") OR OLD."cost_fr" IS DISTINCT FROM (NEW."cost_fr") OR OLD."cost_nl" IS DISTINCT FROM (NEW."cost_nl") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_fr" IS DISTINCT FROM (NEW."description_fr") OR OLD."description_nl" IS DISTINCT FROM (NEW."description_nl") OR OLD."dispatched_by_id" IS DISTINCT FROM (NEW."dispatched_by_id") OR OLD."dogs" IS DISTINCT FROM (NEW."dogs") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."entered_on" IS DISTINCT FROM (NEW."entered_on") OR OLD."fixed_price" IS DISTINCT FROM (NEW."fixed_price") OR OLD."free" IS DISTINCT FROM (NEW."free") OR OLD."home_visits" IS DISTINCT FROM (NEW."home_visits") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."increased_reimbursement" IS DISTINCT FROM (NEW."increased_reimbursement") OR OLD."insurance_needed" IS DISTINCT FROM (NEW."insurance_needed") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."is_automatic" IS DISTINCT FROM (NEW."is_automatic") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_statutory" IS DISTINCT FROM (NEW."is_statutory") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_nl" IS DISTINCT FROM (NEW."name_nl") OR OLD."no_appointment" IS DISTINCT FROM (NEW."no_appointment") OR OLD."no_papers" IS DISTINCT FROM (NEW."no_papers") OR OLD."online" IS DISTINCT FROM (NEW."online") OR OLD."outreach" IS DISTINCT FROM (NEW."outreach") OR OLD."overflow_cap" IS DISTINCT FROM (NEW."overflow_cap") OR OLD."plain" IS DISTINCT FROM (NEW."plain") OR OLD."plain_fr" IS DISTINCT FROM (NEW."plain_fr") OR OLD."plain_nl" IS DISTINCT FROM (NEW."plain_nl") OR OLD."referral_needed" IS DISTINCT FROM (NEW."referral_needed") OR OLD."registration_needed" IS DISTINCT FROM (NEW."registration_needed") OR OLD."review_months" IS DISTINCT FROM (NEW."review_months") OR OLD."school_calendar" IS DISTINCT FROM (NEW."school_calendar") OR OLD."serves" IS DISTINCT FROM (NEW."serves") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_fr" IS DISTINCT FROM (NEW."summary_fr") OR OLD."summary_nl" IS DISTINCT FROM (NEW."summary_nl") OR OLD."territory_limited" IS DISTINCT FROM (NEW."territory_limited") OR OLD."to_bring" IS DISTINCT FROM (NEW."to_bring") OR OLD."to_bring_fr" IS DISTINCT FROM (NEW."to_bring_fr") OR OLD."to_bring_nl" IS DISTINCT FROM (NEW."to_bring_nl") OR OLD."wheelchair" IS DISTINCT FROM (NEW."wheelchair") OR OLD."women_only" IS DISTINCT FROM (NEW."women_only"))',
                            func='INSERT INTO "actors_serviceevent" ("accepts_overflow", "actor_id", "admission_confirmed_on", "age_max", "age_min", "anonymous", "asks_room", "availability_days", "availability_kind", "by_income", "by_phone", "care_level", "conditions", "conditions_fr", "conditions_nl", "confirmed_on", "cost", "cost_fr", "cost_nl", "description", "description_fr", "description_nl", "dispatched_by_id", "dogs", "ends_on", "entered_on", "fixed_price", "free", "home_visits", "id", "increased_reimbursement", "insurance_needed", "interpreter", "is_automatic", "is_example", "is_statutory", "level", "name", "name_fr", "name_nl", "no_appointment", "no_papers", "online", "outreach", "overflow_cap", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "plain_fr", "plain_nl", "referral_needed", "registration_needed", "review_months", "school_calendar", "serves", "slug", "status", "summary", "summary_fr", "summary_nl", "territory_limited", "to_bring", "to_bring_fr", "to_bring_nl", "wheelchair", "women_only") VALUES (NEW."accepts_overflow", NEW."actor_id", NEW."admission_confirmed_on", NEW."age_max", NEW."age_min", NEW."anonymous", NEW."asks_room", NEW."availability_days", NEW."availability_kind", NEW."by_income", NEW."by_phone", NEW."care_level", NEW."conditions", NEW."conditions_fr", NEW."conditions_nl", NEW."confirmed_on", NEW."cost", NEW."cost_fr", NEW."cost_nl", NEW."description", NEW."description_fr", NEW."description_nl", NEW."dispatched_by_id", NEW."dogs", NEW."ends_on", NEW."entered_on", NEW."fixed_price", NEW."free", NEW."home_visits", NEW."id", NEW."increased_reimbursement", NEW."insurance_needed", NEW."interpreter", NEW."is_automatic", NEW."is_example", NEW."is_statutory", NEW."level", NEW."name", NEW."name_fr", NEW."name_nl", NEW."no_appointment", NEW."no_papers", NEW."online", NEW."outreach", NEW."overflow_cap", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."referral_needed", NEW."registration_needed", NEW."review_months", NEW."school_calendar", NEW."serves", NEW."slug", NEW."status", NEW."summary", NEW."summary_fr", NEW."summary_nl", NEW."territory_limited", NEW."to_bring", NEW."to_bring_fr", NEW."to_bring_nl", NEW."wheelchair", NEW."women_only"); RETURN NULL;',
                            hash="93b0a5788c8251890b3bbc41e3b471a687da74db",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_15aa3",
                            table="actors_service",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_serviceevent" ("accepts_overflow", "actor_id", "admission_confirmed_on", "age_max", "age_min", "anonymous", "asks_room", "availability_days", "availability_kind", "by_income", "by_phone", "care_level", "conditions", "conditions_fr", "conditions_nl", "confirmed_on", "cost", "cost_fr", "cost_nl", "description", "description_fr", "description_nl", "dispatched_by_id", "dogs", "ends_on", "entered_on", "fixed_price", "free", "home_visits", "id", "increased_reimbursement", "insurance_needed", "interpreter", "is_automatic", "is_example", "is_statutory", "level", "name", "name_fr", "name_nl", "no_appointment", "no_papers", "online", "outreach", "overflow_cap", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "plain_fr", "plain_nl", "referral_needed", "registration_needed", "review_months", "school_calendar", "serves", "slug", "status", "summary", "summary_fr", "summary_nl", "territory_limited", "to_bring", "to_bring_fr", "to_bring_nl", "wheelchair", "women_only") VALUES (OLD."accepts_overflow", OLD."actor_id", OLD."admission_confirmed_on", OLD."age_max", OLD."age_min", OLD."anonymous", OLD."asks_room", OLD."availability_days", OLD."availability_kind", OLD."by_income", OLD."by_phone", OLD."care_level", OLD."conditions", OLD."conditions_fr", OLD."conditions_nl", OLD."confirmed_on", OLD."cost", OLD."cost_fr", OLD."cost_nl", OLD."description", OLD."description_fr", OLD."description_nl", OLD."dispatched_by_id", OLD."dogs", OLD."ends_on", OLD."entered_on", OLD."fixed_price", OLD."free", OLD."home_visits", OLD."id", OLD."increased_reimbursement", OLD."insurance_needed", OLD."interpreter", OLD."is_automatic", OLD."is_example", OLD."is_statutory", OLD."level", OLD."name", OLD."name_fr", OLD."name_nl", OLD."no_appointment", OLD."no_papers", OLD."online", OLD."outreach", OLD."overflow_cap", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plain", OLD."plain_fr", OLD."plain_nl", OLD."referral_needed", OLD."registration_needed", OLD."review_months", OLD."school_calendar", OLD."serves", OLD."slug", OLD."status", OLD."summary", OLD."summary_fr", OLD."summary_nl", OLD."territory_limited", OLD."to_bring", OLD."to_bring_fr", OLD."to_bring_nl", OLD."wheelchair", OLD."women_only"); RETURN NULL;',
                            hash="0515951ada8c67a603a723e17ba9d29482721bd7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_309fb",
                            table="actors_service",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="045bf6fd52490bb3c62843d2704dff56ae1caef9",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_e8bcf",
                            table="actors_service",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ThemeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("plain", models.CharField(blank=True, max_length=100, verbose_name="in plain words")),
                ("plain_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                ("plain_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="in plain words")),
                (
                    "pictogram",
                    models.SlugField(
                        db_index=False, help_text="Name of a Font Awesome Free solid icon.", verbose_name="pictogram"
                    ),
                ),
                ("synonyms", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="synonyms")),
                (
                    "synonyms_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "synonyms_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="synonyms"),
                ),
                (
                    "foreign_words",
                    models.TextField(
                        blank=True,
                        help_text="One language a line, the words split by | signs, as “tr: ekmek | yemek”.",
                        verbose_name="words in other languages",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("is_sensitive", models.BooleanField(default=False, verbose_name="sensitive")),
                (
                    "can_wait",
                    models.BooleanField(
                        default=False,
                        help_text="Leisure, meeting people, staying healthy: stands after what is urgent under the same need.",
                        verbose_name="can wait",
                    ),
                ),
                (
                    "asks_room",
                    models.BooleanField(
                        default=True,
                        help_text="No where everybody can always come in, as at a museum or a square: then nobody asks for it.",
                        verbose_name="room is a question",
                    ),
                ),
                (
                    "elsewhere",
                    models.TextField(
                        blank=True,
                        help_text="Where to go as long as no service here has this theme.",
                        verbose_name="where else",
                    ),
                ),
                (
                    "elsewhere_nl",
                    models.TextField(
                        blank=True,
                        help_text="Where to go as long as no service here has this theme.",
                        null=True,
                        verbose_name="where else",
                    ),
                ),
                (
                    "elsewhere_fr",
                    models.TextField(
                        blank=True,
                        help_text="Where to go as long as no service here has this theme.",
                        null=True,
                        verbose_name="where else",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.need",
                        verbose_name="need",
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
                        to="actors.theme",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_them_pgh_cre_a7c083_idx")],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("phone", "telephone"),
                            ("email", "e-mail"),
                            ("website", "website"),
                            ("social", "social media"),
                        ],
                        default="phone",
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.CharField(max_length=300, verbose_name="number or address")),
                ("label", models.CharField(blank=True, max_length=100, verbose_name="for what")),
                ("label_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="for what")),
                ("label_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="for what")),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="Where they differ from those of the door, e.g. ma-vr 9-12u. Empty: not known.",
                        max_length=500,
                        validators=[actors.opening.validate_opening_hours],
                        verbose_name="answered at these hours",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                ("is_personal", models.BooleanField(default=False, verbose_name="belongs to a person")),
                ("consent_on", models.DateField(blank=True, null=True, verbose_name="consent recorded on")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="actors.actor",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="actors.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="actors.service",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact channel",
                "verbose_name_plural": "contact channels",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", False), ("location__isnull", True), ("service__isnull", True)),
                            models.Q(("actor__isnull", True), ("location__isnull", True), ("service__isnull", False)),
                            models.Q(("actor__isnull", True), ("location__isnull", False), ("service__isnull", True)),
                            _connector="OR",
                        ),
                        name="actors_contact_of_one_record",
                        violation_error_message="A contact channel belongs to one actor, service or location.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["phone", "email", "website", "social"])),
                        name="actors_contact_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["public", "professionals", "undisclosed"])),
                        name="actors_contact_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "phone"), _negated=True),
                            ("value__regex", "^(\\d{3,6}|\\+\\d{7,15})$"),
                            _connector="OR",
                        ),
                        name="actors_contact_phone_is_as_dialled",
                        violation_error_message="Write the number as +3221234567; a short one as 107.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_personal", False),
                            models.Q(("level", "public"), _negated=True),
                            ("consent_on__isnull", False),
                            _connector="OR",
                        ),
                        name="actors_contact_of_a_person_public_with_consent",
                        violation_error_message="What belongs to a person is public only with recorded consent.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_contactevent" ("actor_id", "consent_on", "id", "is_personal", "kind", "label", "label_fr", "label_nl", "level", "location_id", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "value") VALUES (NEW."actor_id", NEW."consent_on", NEW."id", NEW."is_personal", NEW."kind", NEW."label", NEW."label_fr", NEW."label_nl", NEW."level", NEW."location_id", NEW."opening_hours", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id", NEW."value"); RETURN NULL;',
                            hash="9cb57bb6ff85d636df9b5aef9bc1889509d5a4ed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fab10",
                            table="actors_contact",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_contactevent" ("actor_id", "consent_on", "id", "is_personal", "kind", "label", "label_fr", "label_nl", "level", "location_id", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "value") VALUES (NEW."actor_id", NEW."consent_on", NEW."id", NEW."is_personal", NEW."kind", NEW."label", NEW."label_fr", NEW."label_nl", NEW."level", NEW."location_id", NEW."opening_hours", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id", NEW."value"); RETURN NULL;',
                            hash="e20a364bfc0c4555f82a35b2b5ae09d86c201da5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a0caf",
                            table="actors_contact",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_contactevent" ("actor_id", "consent_on", "id", "is_personal", "kind", "label", "label_fr", "label_nl", "level", "location_id", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "value") VALUES (OLD."actor_id", OLD."consent_on", OLD."id", OLD."is_personal", OLD."kind", OLD."label", OLD."label_fr", OLD."label_nl", OLD."level", OLD."location_id", OLD."opening_hours", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id", OLD."value"); RETURN NULL;',
                            hash="b05ebc96a8f26627d1d4191f67f79f3109d53410",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d850a",
                            table="actors_contact",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT id FROM actors_service WHERE id = NEW.service_id OR actor_id = NEW.actor_id UNION SELECT service_id FROM actors_serviceatlocation WHERE location_id = NEW.location_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT id FROM actors_service WHERE id = OLD.service_id OR actor_id = OLD.actor_id UNION SELECT service_id FROM actors_serviceatlocation WHERE location_id = OLD.location_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="8b397b5d29a7bc4f209b2616ce3cd91e89c0e291",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_433c1",
                            table="actors_contact",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CrisisNumberLanguageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "crisis_number",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.crisisnumber",
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
                        to="actors.crisisnumberlanguage",
                    ),
                ),
                (
                    "language",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.language",
                        verbose_name="language",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_cris_pgh_cre_5d9537_idx")],
            },
        ),
        migrations.CreateModel(
            name="CrisisNumberNeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "crisis_number",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.crisisnumber",
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
                        to="actors.crisisnumberneed",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.need",
                        verbose_name="need",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_cris_pgh_cre_ee992a_idx")],
            },
        ),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, verbose_name="slug")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", False), ("service__isnull", True)),
                            models.Q(("actor__isnull", True), ("service__isnull", False)),
                            _connector="OR",
                        ),
                        name="actors_former_slug_of_one_record",
                        violation_error_message="A former address leads to one actor or one service.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("actor__isnull", False)),
                        fields=("slug",),
                        name="actors_former_slug_once_per_actor",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("service__isnull", False)),
                        fields=("slug",),
                        name="actors_former_slug_once_per_service",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_formerslugevent" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "slug") VALUES (NEW."actor_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id", NEW."slug"); RETURN NULL;',
                            hash="6265a882a750d3aecae1aaae6ed321cae8d68e51",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_488e4",
                            table="actors_formerslug",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_formerslugevent" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "slug") VALUES (NEW."actor_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id", NEW."slug"); RETURN NULL;',
                            hash="24b2cc079ccb92fc0e6e02bf35a17991ed8431e5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_29636",
                            table="actors_formerslug",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_formerslugevent" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "slug") VALUES (OLD."actor_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id", OLD."slug"); RETURN NULL;',
                            hash="ae015a9e33de98c267bbe5f54ebb5363d2b7ee86",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_05ef4",
                            table="actors_formerslug",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hosting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                ("remark_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                ("remark_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hosted",
                        to="actors.actor",
                        verbose_name="hosting partner",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hostings",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "verbose_name": "hosting partner",
                "verbose_name_plural": "hosting partners",
                "constraints": [
                    models.UniqueConstraint(fields=("service", "host"), name="actors_host_once_per_service")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_hostingevent" ("host_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "remark_fr", "remark_nl", "service_id") VALUES (NEW."host_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remark", NEW."remark_fr", NEW."remark_nl", NEW."service_id"); RETURN NULL;',
                            hash="f8a008e716c94f6334128899778b654840cb7657",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_15550",
                            table="actors_hosting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_hostingevent" ("host_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "remark_fr", "remark_nl", "service_id") VALUES (NEW."host_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remark", NEW."remark_fr", NEW."remark_nl", NEW."service_id"); RETURN NULL;',
                            hash="88815e99cd6032470c5f784d5d3bed3a6f355d38",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4acc8",
                            table="actors_hosting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_hostingevent" ("host_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "remark_fr", "remark_nl", "service_id") VALUES (OLD."host_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."remark", OLD."remark_fr", OLD."remark_nl", OLD."service_id"); RETURN NULL;',
                            hash="ac2084498e9b62565cdf75a16410e91f14c2dc1f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_14898",
                            table="actors_hosting",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="zones.neighbourhood",
                        verbose_name="neighbourhood",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="actors.service"
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="zones.carezone",
                        verbose_name="care zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "territory of a service",
                "verbose_name_plural": "territories of a service",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("municipality__isnull", True), ("neighbourhood__isnull", True), ("zone__isnull", False)
                            ),
                            models.Q(
                                ("municipality__isnull", False), ("neighbourhood__isnull", True), ("zone__isnull", True)
                            ),
                            models.Q(
                                ("municipality__isnull", True), ("neighbourhood__isnull", False), ("zone__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="actors_area_is_one_territory",
                        violation_error_message="Choose one: a zone, a municipality or a neighbourhood.",
                    ),
                    models.UniqueConstraint(
                        fields=("service", "zone", "municipality", "neighbourhood"),
                        name="actors_area_once_per_service",
                        nulls_distinct=False,
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_serviceareaevent" ("id", "municipality_id", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "zone_id") VALUES (NEW."id", NEW."municipality_id", NEW."neighbourhood_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id", NEW."zone_id"); RETURN NULL;',
                            hash="78933dd45d70a70fded298a1d37b27f54ddcb795",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e59e8",
                            table="actors_servicearea",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_serviceareaevent" ("id", "municipality_id", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "zone_id") VALUES (NEW."id", NEW."municipality_id", NEW."neighbourhood_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id", NEW."zone_id"); RETURN NULL;',
                            hash="4a22c77e7831f81a9841bfaad52c386da74d3515",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cfd1e",
                            table="actors_servicearea",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_serviceareaevent" ("id", "municipality_id", "neighbourhood_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "zone_id") VALUES (OLD."id", OLD."municipality_id", OLD."neighbourhood_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id", OLD."zone_id"); RETURN NULL;',
                            hash="a3290b66e81a6337d1aeb321dd552cc960ca5ca2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bf645",
                            table="actors_servicearea",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="196306d1afda23344f4194b22de981c8216a274b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_07729",
                            table="actors_servicearea",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceAtLocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="OpenStreetMap syntax, e.g. Mo-Fr 09:00-12:00,13:00-16:00; PH off. Empty: not known.",
                        max_length=500,
                        validators=[actors.opening.validate_opening_hours],
                        verbose_name="opening hours",
                    ),
                ),
                ("hours_remark", models.CharField(blank=True, max_length=200, verbose_name="remark on the hours")),
                (
                    "hours_remark_nl",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="remark on the hours"),
                ),
                (
                    "hours_remark_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="remark on the hours"),
                ),
                ("hours_confirmed_on", models.DateField(blank=True, null=True, verbose_name="hours last confirmed on")),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="service_places",
                        to="actors.location",
                        verbose_name="location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "verbose_name": "service at a location",
                "verbose_name_plural": "services at locations",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "location"),
                        name="actors_service_once_per_location",
                        violation_error_message="This service is given at this location already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_serviceatlocationevent" ("hours_confirmed_on", "hours_remark", "hours_remark_fr", "hours_remark_nl", "id", "location_id", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (NEW."hours_confirmed_on", NEW."hours_remark", NEW."hours_remark_fr", NEW."hours_remark_nl", NEW."id", NEW."location_id", NEW."opening_hours", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id"); RETURN NULL;',
                            hash="d5e4fe839c68dcf6b1e4e24202b966190d72f757",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fd075",
                            table="actors_serviceatlocation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_serviceatlocationevent" ("hours_confirmed_on", "hours_remark", "hours_remark_fr", "hours_remark_nl", "id", "location_id", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (NEW."hours_confirmed_on", NEW."hours_remark", NEW."hours_remark_fr", NEW."hours_remark_nl", NEW."id", NEW."location_id", NEW."opening_hours", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id"); RETURN NULL;',
                            hash="45aefebbb3d2b7503cf98a0689c8f25bb3f09760",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c49fa",
                            table="actors_serviceatlocation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_serviceatlocationevent" ("hours_confirmed_on", "hours_remark", "hours_remark_fr", "hours_remark_nl", "id", "location_id", "opening_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."hours_confirmed_on", OLD."hours_remark", OLD."hours_remark_fr", OLD."hours_remark_nl", OLD."id", OLD."location_id", OLD."opening_hours", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id"); RETURN NULL;',
                            hash="999c5235705123d74dc637e57227de81e8f8a93b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1556b",
                            table="actors_serviceatlocation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="1827f4b50b05845039fb7a3027c06a43f57a7978",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_64b97",
                            table="actors_serviceatlocation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        help_text="Stable; the same in both languages.",
                        max_length=80,
                        verbose_name="slug",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("archived", "archived"),
                            ("merged", "merged into another"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Last day of a temporary project.", null=True, verbose_name="ends on"
                    ),
                ),
                (
                    "is_automatic",
                    models.BooleanField(
                        default=False,
                        help_text="Only from an automatic source; residents see it once somebody has confirmed it.",
                        verbose_name="from an automatic source",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False, help_text="Invented, to show how the site works.", verbose_name="example"
                    ),
                ),
                (
                    "entered_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, editable=False, verbose_name="entered on"
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="last confirmed on")),
                (
                    "review_months",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="review rhythm (months)",
                    ),
                ),
                ("no_papers", actors.models.admission.YesNoUnknown(verbose_name="no residence papers needed")),
                ("anonymous", actors.models.admission.YesNoUnknown(verbose_name="anonymous possible")),
                ("no_appointment", actors.models.admission.YesNoUnknown(verbose_name="no appointment needed")),
                ("referral_needed", actors.models.admission.YesNoUnknown(verbose_name="referral needed")),
                ("registration_needed", actors.models.admission.YesNoUnknown(verbose_name="registration needed")),
                ("free", actors.models.admission.YesNoUnknown(verbose_name="free of charge")),
                ("fixed_price", actors.models.admission.YesNoUnknown(verbose_name="fixed price")),
                ("by_income", actors.models.admission.YesNoUnknown(verbose_name="price by income")),
                ("insurance_needed", actors.models.admission.YesNoUnknown(verbose_name="health insurance needed")),
                (
                    "increased_reimbursement",
                    actors.models.admission.YesNoUnknown(verbose_name="increased reimbursement (VT/BIM) required"),
                ),
                ("women_only", actors.models.admission.YesNoUnknown(verbose_name="women only")),
                ("interpreter", actors.models.admission.YesNoUnknown(verbose_name="interpreter possible")),
                ("wheelchair", actors.models.admission.YesNoUnknown(verbose_name="wheelchair access")),
                ("dogs", actors.models.admission.YesNoUnknown(verbose_name="dogs allowed")),
                ("home_visits", actors.models.admission.YesNoUnknown(verbose_name="home visits")),
                ("outreach", actors.models.admission.YesNoUnknown(verbose_name="outreach")),
                ("by_phone", actors.models.admission.YesNoUnknown(verbose_name="help by telephone")),
                ("online", actors.models.admission.YesNoUnknown(verbose_name="help online")),
                (
                    "age_min",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="from age",
                    ),
                ),
                (
                    "age_max",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(120)],
                        verbose_name="to age",
                    ),
                ),
                (
                    "territory_limited",
                    actors.models.admission.YesNoUnknown(
                        help_text="Yes: for the territories listed below; no: for the whole Region.",
                        verbose_name="only for a territory",
                    ),
                ),
                (
                    "admission_confirmed_on",
                    models.DateField(blank=True, null=True, verbose_name="admission last confirmed on"),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("name_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("summary", models.CharField(blank=True, max_length=300, verbose_name="in one sentence")),
                ("summary_nl", models.CharField(blank=True, max_length=300, null=True, verbose_name="in one sentence")),
                ("summary_fr", models.CharField(blank=True, max_length=300, null=True, verbose_name="in one sentence")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_nl", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                (
                    "plain",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence in plain words.",
                        max_length=200,
                        verbose_name="for residents",
                    ),
                ),
                (
                    "plain_nl",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence in plain words.",
                        max_length=200,
                        null=True,
                        verbose_name="for residents",
                    ),
                ),
                (
                    "plain_fr",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence in plain words.",
                        max_length=200,
                        null=True,
                        verbose_name="for residents",
                    ),
                ),
                ("conditions", models.TextField(blank=True, verbose_name="conditions, in words")),
                ("conditions_nl", models.TextField(blank=True, null=True, verbose_name="conditions, in words")),
                ("conditions_fr", models.TextField(blank=True, null=True, verbose_name="conditions, in words")),
                ("cost", models.CharField(blank=True, max_length=300, verbose_name="cost, in words")),
                ("cost_nl", models.CharField(blank=True, max_length=300, null=True, verbose_name="cost, in words")),
                ("cost_fr", models.CharField(blank=True, max_length=300, null=True, verbose_name="cost, in words")),
                ("to_bring", models.CharField(blank=True, max_length=300, verbose_name="what to bring")),
                ("to_bring_nl", models.CharField(blank=True, max_length=300, null=True, verbose_name="what to bring")),
                ("to_bring_fr", models.CharField(blank=True, max_length=300, null=True, verbose_name="what to bring")),
                (
                    "is_statutory",
                    models.BooleanField(
                        default=False,
                        help_text="Everybody may always apply here (OCMW/CPAS, emergency): it is never full or paused.",
                        verbose_name="statutory",
                    ),
                ),
                (
                    "care_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – community work"),
                            ("0.5", "0.5 – low threshold"),
                            ("1", "1 – first contact, general care"),
                            ("1.5", "1.5 – support to the first line"),
                            ("2", "2 – specialised, on referral"),
                            ("2-hospital", "2 – specialised, in a hospital or centre"),
                            ("3", "3 – highly specialised"),
                        ],
                        max_length=10,
                        verbose_name="level of care",
                    ),
                ),
                (
                    "serves",
                    models.CharField(
                        choices=[
                            ("public", "the public"),
                            ("professionals", "professionals"),
                            ("both", "the public and professionals"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="serves",
                    ),
                ),
                (
                    "asks_room",
                    actors.models.admission.YesNoUnknown(
                        help_text="Not said: as its themes have it. A museum is not asked for room.",
                        verbose_name="room is a question",
                    ),
                ),
                (
                    "availability_kind",
                    models.CharField(
                        choices=[
                            ("beds", "beds or places, counted per day"),
                            ("intake", "intake of new people"),
                            ("waiting-time", "usual waiting time"),
                        ],
                        default="intake",
                        max_length=12,
                        verbose_name="availability counts",
                    ),
                ),
                (
                    "availability_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: what is usual for this kind.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="a status holds for (days)",
                    ),
                ),
                (
                    "school_calendar",
                    models.CharField(
                        blank=True,
                        choices=[("vg", "Flemish Community"), ("cf", "French Community")],
                        help_text="Where its hours name school holidays. Empty: not known on those days.",
                        max_length=2,
                        verbose_name="school calendar that it follows",
                    ),
                ),
                (
                    "accepts_overflow",
                    actors.models.admission.YesNoUnknown(
                        help_text="Not said: yes, but no for informal and volunteer groups.",
                        verbose_name="may be proposed when another is full",
                    ),
                ),
                (
                    "overflow_cap",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="at most this many proposals a day"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "dispatched_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The number to call, where places are given by dispatch and not at the door.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.crisisnumber",
                        verbose_name="places are given by",
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
                        to="actors.service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_serv_pgh_cre_54cfb6_idx")],
            },
        ),
        migrations.CreateModel(
            name="ServiceLanguage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_links",
                        to="actors.language",
                        verbose_name="language",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="language_links", to="actors.service"
                    ),
                ),
            ],
            options={
                "verbose_name": "language of a service",
                "verbose_name_plural": "languages of a service",
                "constraints": [
                    models.UniqueConstraint(fields=("service", "language"), name="actors_language_once_per_service")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_servicelanguageevent" ("id", "language_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (NEW."id", NEW."language_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id"); RETURN NULL;',
                            hash="1422f8db27c947d9fc08a106b35e3c8edebd6cd4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c689a",
                            table="actors_servicelanguage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_servicelanguageevent" ("id", "language_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (NEW."id", NEW."language_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id"); RETURN NULL;',
                            hash="e1e97ae3a9ca59ee983e94e0e057773a8173bab1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_751a9",
                            table="actors_servicelanguage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_servicelanguageevent" ("id", "language_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."id", OLD."language_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id"); RETURN NULL;',
                            hash="5f05cfe835e4a2a9cf1edc80c2743b422fa5c6e8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_36d61",
                            table="actors_servicelanguage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="7f879a42bb469fbf64a803bb46704b929bdefbc4",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_e163a",
                            table="actors_servicelanguage",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceTarget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="target_links", to="actors.service"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_links",
                        to="actors.targetgroup",
                        verbose_name="target group",
                    ),
                ),
            ],
            options={
                "verbose_name": "target group of a service",
                "verbose_name_plural": "target groups of a service",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("service", "target"), name="actors_target_once_per_service")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_servicetargetevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "target_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id", NEW."target_id"); RETURN NULL;',
                            hash="170ad2a8f331ef7cf1e7000f2f24e2d1e1f4c23e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4a697",
                            table="actors_servicetarget",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_servicetargetevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "target_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id", NEW."target_id"); RETURN NULL;',
                            hash="38605e05c528afd15aead30231fa69d005c27fea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_43086",
                            table="actors_servicetarget",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_servicetargetevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "target_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id", OLD."target_id"); RETURN NULL;',
                            hash="902da5a0c832f58372c91b8bc15ecd122b255abf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8b1be",
                            table="actors_servicetarget",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="6521ec463a6331fa134281483b84c8afdd338bd8",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_ae788",
                            table="actors_servicetarget",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceTheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="theme_links", to="actors.service"
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_links",
                        to="actors.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme of a service",
                "verbose_name_plural": "themes of a service",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("service", "theme"), name="actors_theme_once_per_service")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_servicethemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "theme_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service_id", NEW."theme_id"); RETURN NULL;',
                            hash="1328c28489d04983e9d5d22eca684e8ebac10445",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_13c98",
                            table="actors_servicetheme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_servicethemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "theme_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service_id", NEW."theme_id"); RETURN NULL;',
                            hash="2daa56a9015a3018964831afb1bb4637fedea4b8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2ca24",
                            table="actors_servicetheme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_servicethemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "theme_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service_id", OLD."theme_id"); RETURN NULL;',
                            hash="437a07bf09af5a8084aba793b196fd45be0420e9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_67beb",
                            table="actors_servicetheme",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="432995530b0b343cc9ef7fa977c413c10e62d3f2",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_e8077",
                            table="actors_servicetheme",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="count")),
                ("proposed", models.PositiveIntegerField(default=0, verbose_name="times proposed")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "verbose_name": "use of a service",
                "verbose_name_plural": "use of services",
                "constraints": [
                    models.UniqueConstraint(fields=("service", "day"), name="actors_use_once_per_service_and_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceReference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.CharField(blank=True, max_length=100, verbose_name="identifier there")),
                ("locator", models.CharField(blank=True, max_length=150, verbose_name="place in the source")),
                (
                    "locator_nl",
                    models.CharField(blank=True, max_length=150, null=True, verbose_name="place in the source"),
                ),
                (
                    "locator_fr",
                    models.CharField(blank=True, max_length=150, null=True, verbose_name="place in the source"),
                ),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "about",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("name", "name"),
                            ("address", "address"),
                            ("phone", "telephone"),
                            ("email", "e-mail"),
                            ("website", "website"),
                            ("hours", "opening hours"),
                            ("admission", "conditions"),
                            ("cost", "cost"),
                        ],
                        max_length=9,
                        verbose_name="tells",
                    ),
                ),
                ("said_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                ("doubt", models.CharField(blank=True, max_length=1000, verbose_name="to find out, for staff")),
                (
                    "doubt_nl",
                    models.CharField(blank=True, max_length=1000, null=True, verbose_name="to find out, for staff"),
                ),
                (
                    "doubt_fr",
                    models.CharField(blank=True, max_length=1000, null=True, verbose_name="to find out, for staff"),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="actors.actor",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="actors.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="actors.service",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="references",
                        to="actors.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "source reference",
                "verbose_name_plural": "source references",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", False), ("location__isnull", True), ("service__isnull", True)),
                            models.Q(("actor__isnull", True), ("location__isnull", True), ("service__isnull", False)),
                            models.Q(("actor__isnull", True), ("location__isnull", False), ("service__isnull", True)),
                            _connector="OR",
                        ),
                        name="actors_reference_of_one_record",
                        violation_error_message="A reference belongs to one actor, service or location.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "about__in",
                                ["", "name", "address", "phone", "email", "website", "hours", "admission", "cost"],
                            )
                        ),
                        name="actors_reference_fact_is_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("identifier", ""), _negated=True), ("actor__isnull", False)),
                        fields=("source", "identifier"),
                        name="actors_identifier_names_one_actor",
                        violation_error_message="Another record has this identifier of this source.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("identifier", ""), _negated=True), ("service__isnull", False)),
                        fields=("source", "identifier"),
                        name="actors_identifier_names_one_service",
                        violation_error_message="Another record has this identifier of this source.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("identifier", ""), _negated=True), ("location__isnull", False)),
                        fields=("source", "identifier"),
                        name="actors_identifier_names_one_location",
                        violation_error_message="Another record has this identifier of this source.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_sourcereferenceevent" ("about", "actor_id", "checked_on", "doubt", "doubt_fr", "doubt_nl", "id", "identifier", "location_id", "locator", "locator_fr", "locator_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "service_id", "source_id") VALUES (NEW."about", NEW."actor_id", NEW."checked_on", NEW."doubt", NEW."doubt_fr", NEW."doubt_nl", NEW."id", NEW."identifier", NEW."location_id", NEW."locator", NEW."locator_fr", NEW."locator_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said_on", NEW."service_id", NEW."source_id"); RETURN NULL;',
                            hash="b8c3c4b4c15ae76cf1950b764e189f94348e827e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c9e4d",
                            table="actors_sourcereference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_sourcereferenceevent" ("about", "actor_id", "checked_on", "doubt", "doubt_fr", "doubt_nl", "id", "identifier", "location_id", "locator", "locator_fr", "locator_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "service_id", "source_id") VALUES (NEW."about", NEW."actor_id", NEW."checked_on", NEW."doubt", NEW."doubt_fr", NEW."doubt_nl", NEW."id", NEW."identifier", NEW."location_id", NEW."locator", NEW."locator_fr", NEW."locator_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said_on", NEW."service_id", NEW."source_id"); RETURN NULL;',
                            hash="dd147c07ed7ef8f639eeeca51a447f0b05340c2c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cb980",
                            table="actors_sourcereference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_sourcereferenceevent" ("about", "actor_id", "checked_on", "doubt", "doubt_fr", "doubt_nl", "id", "identifier", "location_id", "locator", "locator_fr", "locator_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "service_id", "source_id") VALUES (OLD."about", OLD."actor_id", OLD."checked_on", OLD."doubt", OLD."doubt_fr", OLD."doubt_nl", OLD."id", OLD."identifier", OLD."location_id", OLD."locator", OLD."locator_fr", OLD."locator_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."said_on", OLD."service_id", OLD."source_id"); RETURN NULL;',
                            hash="dd2768192c3fc8b986b35c0aab7009b132f4c02f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9a9ec",
                            table="actors_sourcereference",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "has room"),
                            ("limited", "little room"),
                            ("waiting_list", "waiting list"),
                            ("full", "full"),
                            ("paused", "paused"),
                            ("unknown", "not known"),
                        ],
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "waiting_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="waiting time (days)"),
                ),
                (
                    "places_total",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places in total"),
                ),
                ("places_free", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places free")),
                ("note", models.CharField(blank=True, max_length=150, verbose_name="short note")),
                ("note_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="short note")),
                ("note_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="short note")),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="confirmed at")),
                (
                    "confirmed_how",
                    models.CharField(
                        choices=[
                            ("staff", "by the zone or regional team"),
                            ("actor", "by the actor itself"),
                            ("import", "by an import"),
                            ("source", "stated by the source"),
                        ],
                        default="staff",
                        max_length=6,
                        verbose_name="confirmed how",
                    ),
                ),
                ("valid_until", models.DateTimeField(blank=True, verbose_name="counts until")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="availabilities",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: for the service as a whole.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="availabilities",
                        to="actors.serviceatlocation",
                        verbose_name="at one location",
                    ),
                ),
            ],
            options={
                "verbose_name": "availability",
                "verbose_name_plural": "availabilities",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "place"),
                        name="actors_availability_once_per_service_and_place",
                        nulls_distinct=False,
                        violation_error_message="This service has a status there already: change that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "limited", "waiting_list", "full", "paused", "unknown"])
                        ),
                        name="actors_availability_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confirmed_how__in", ["staff", "actor", "import", "source"])),
                        name="actors_availability_how_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__gt", models.F("confirmed_at"))),
                        name="actors_availability_counts_after_it_was_confirmed",
                        violation_error_message="A status counts until a moment after it was confirmed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("places_free__isnull", True),
                            ("places_total__isnull", True),
                            ("places_free__lte", models.F("places_total")),
                            _connector="OR",
                        ),
                        name="actors_availability_free_places_within_total",
                        violation_error_message="There are more places free than there are in total.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["open", "limited"]), _negated=True),
                            models.Q(
                                models.Q(
                                    models.Q(("places_free__isnull", False), _negated=True),
                                    ("places_free__gt", 0),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(("places_total__isnull", False), _negated=True),
                                    ("places_total__gt", 0),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="actors_availability_room_means_free_places",
                        violation_error_message="Where there is room, at least one place is free.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "limited"]),
                            models.Q(("places_free__isnull", False), _negated=True),
                            ("places_free", 0),
                            _connector="OR",
                        ),
                        name="actors_availability_free_places_mean_room",
                        violation_error_message="Where places are free, there is room.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "limited"]),
                            models.Q(("waiting_days__isnull", False), _negated=True),
                            ("waiting_days__gt", 0),
                            _connector="OR",
                        ),
                        name="actors_availability_waiting_takes_days",
                        violation_error_message="Where people wait, it takes at least one day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("places_free__isnull", False), _negated=True),
                            ("places_total__isnull", False),
                            _connector="OR",
                        ),
                        name="actors_availability_free_places_of_a_total",
                        violation_error_message="Free places are a part of all places: say how many there are in total.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="place_is_of_service",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF NEW.place_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM actors_serviceatlocation\n                        WHERE id = NEW.place_id AND service_id = NEW.service_id) THEN\n                        RAISE EXCEPTION 'the place is of another service'\n                        USING ERRCODE = 'check_violation', CONSTRAINT = 'actors_availability_place_is_of_service';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="e347a2496fd722132e87eb50073b5bb89234e07c",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_place_is_of_service_63ece",
                            table="actors_availability",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="statutory_is_never_full",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.\"status\" IN ('full', 'paused'))",
                            func="\n                    IF EXISTS (SELECT 1 FROM actors_service WHERE id = NEW.service_id AND is_statutory) THEN\n                        RAISE EXCEPTION 'a statutory service cannot be full or paused'\n                        USING ERRCODE = 'check_violation', CONSTRAINT = 'actors_statutory_is_never_full';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="a2dcd2d966a7949f083d89d6b4d23d209693bdce",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_statutory_is_never_full_6d542",
                            table="actors_availability",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_availabilityevent" ("confirmed_at", "confirmed_by_id", "confirmed_how", "id", "note", "note_fr", "note_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "places_free", "places_total", "service_id", "status", "valid_until", "waiting_days") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."confirmed_how", NEW."id", NEW."note", NEW."note_fr", NEW."note_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."places_free", NEW."places_total", NEW."service_id", NEW."status", NEW."valid_until", NEW."waiting_days"); RETURN NULL;',
                            hash="d2172f7a83a46c07a57c537c0f440a9ca741d7a8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9d30",
                            table="actors_availability",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_availabilityevent" ("confirmed_at", "confirmed_by_id", "confirmed_how", "id", "note", "note_fr", "note_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "places_free", "places_total", "service_id", "status", "valid_until", "waiting_days") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."confirmed_how", NEW."id", NEW."note", NEW."note_fr", NEW."note_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."places_free", NEW."places_total", NEW."service_id", NEW."status", NEW."valid_until", NEW."waiting_days"); RETURN NULL;',
                            hash="2187c0f4c7cbbf7c1e7e73edb97b04961b8bb9aa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_27dca",
                            table="actors_availability",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_availabilityevent" ("confirmed_at", "confirmed_by_id", "confirmed_how", "id", "note", "note_fr", "note_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "places_free", "places_total", "service_id", "status", "valid_until", "waiting_days") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."confirmed_how", OLD."id", OLD."note", OLD."note_fr", OLD."note_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."places_free", OLD."places_total", OLD."service_id", OLD."status", OLD."valid_until", OLD."waiting_days"); RETURN NULL;',
                            hash="0b1031aeee44cb69ebc9c2a2e9b23da6cb3f01e1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eeb88",
                            table="actors_availability",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT NEW.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT OLD.service_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="2e3d691ea871b8948c52a9246b53d075d0be9d75",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_d01dc",
                            table="actors_availability",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "days",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day, and the day on which it is open again.", verbose_name="days"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=150, verbose_name="reason")),
                ("reason_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="reason")),
                ("reason_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="reason")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closures",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closures",
                        to="actors.serviceatlocation",
                        verbose_name="service at a location",
                    ),
                ),
            ],
            options={
                "verbose_name": "closure",
                "verbose_name_plural": "closures",
                "ordering": ["days"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", False), ("place__isnull", True)),
                            models.Q(("actor__isnull", True), ("place__isnull", False)),
                            _connector="OR",
                        ),
                        name="actors_closure_of_actor_or_place",
                        violation_error_message="A closure is of the whole actor or of one service at a location.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("days__endswith__isnull", False),
                            ("days__isempty", False),
                            ("days__startswith__isnull", False),
                        ),
                        name="actors_closure_has_first_and_last_day",
                        violation_error_message="A closure has a first day and ends after it.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("actor__isnull", False)),
                        expressions=[("actor", "="), ("days", "&&")],
                        name="actors_closures_of_actor_do_not_overlap",
                        violation_error_message="There is a closure on some of these days already.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("place__isnull", False)),
                        expressions=[("place", "="), ("days", "&&")],
                        name="actors_closures_of_place_do_not_overlap",
                        violation_error_message="There is a closure on some of these days already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_closureevent" ("actor_id", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reason", "reason_fr", "reason_nl") VALUES (NEW."actor_id", NEW."days", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."reason", NEW."reason_fr", NEW."reason_nl"); RETURN NULL;',
                            hash="0ae3e1f7bbdeb224968d81d2321acdbf0d6064a1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3ad73",
                            table="actors_closure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "actors_closureevent" ("actor_id", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reason", "reason_fr", "reason_nl") VALUES (NEW."actor_id", NEW."days", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."reason", NEW."reason_fr", NEW."reason_nl"); RETURN NULL;',
                            hash="99f084629639fc552be5c5901c8f5711e9237576",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9dea",
                            table="actors_closure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "actors_closureevent" ("actor_id", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reason", "reason_fr", "reason_nl") VALUES (OLD."actor_id", OLD."days", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."reason", OLD."reason_fr", OLD."reason_nl"); RETURN NULL;',
                            hash="45c7c6ec32fb7321eaa042fab3a5b84b21d77601",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b7a35",
                            table="actors_closure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT service_id FROM actors_serviceatlocation WHERE id = NEW.place_id UNION SELECT id FROM actors_service WHERE actor_id = NEW.actor_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT service_id FROM actors_serviceatlocation WHERE id = OLD.place_id UNION SELECT id FROM actors_service WHERE actor_id = OLD.actor_id) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                            hash="c6fd7f7c64eedb58e2902769b7804b4ee1d4713c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_search_stamp_43136",
                            table="actors_closure",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("phone", "telephone"),
                            ("email", "e-mail"),
                            ("website", "website"),
                            ("social", "social media"),
                        ],
                        default="phone",
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.CharField(max_length=300, verbose_name="number or address")),
                ("label", models.CharField(blank=True, max_length=100, verbose_name="for what")),
                ("label_nl", models.CharField(blank=True, max_length=100, null=True, verbose_name="for what")),
                ("label_fr", models.CharField(blank=True, max_length=100, null=True, verbose_name="for what")),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="Where they differ from those of the door, e.g. ma-vr 9-12u. Empty: not known.",
                        max_length=500,
                        validators=[actors.opening.validate_opening_hours],
                        verbose_name="answered at these hours",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("public", "everyone"),
                            ("professionals", "professionals only"),
                            ("undisclosed", "address on request"),
                        ],
                        default="public",
                        max_length=13,
                        verbose_name="publication level",
                    ),
                ),
                ("is_personal", models.BooleanField(default=False, verbose_name="belongs to a person")),
                ("consent_on", models.DateField(blank=True, null=True, verbose_name="consent recorded on")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
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
                        to="actors.contact",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_cont_pgh_cre_e92a24_idx")],
            },
        ),
        migrations.CreateModel(
            name="FormerSlugEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="slug")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
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
                        to="actors.formerslug",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_form_pgh_cre_d6105d_idx")],
            },
        ),
        migrations.CreateModel(
            name="HostingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="remark")),
                ("remark_nl", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                ("remark_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="remark")),
                (
                    "host",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="hosting partner",
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
                        to="actors.hosting",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_host_pgh_cre_e8a647_idx")],
            },
        ),
        migrations.CreateModel(
            name="ServiceAreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="zones.neighbourhood",
                        verbose_name="neighbourhood",
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
                        to="actors.servicearea",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
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
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_serv_pgh_cre_6cb579_idx")],
            },
        ),
        migrations.CreateModel(
            name="ServiceAtLocationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="OpenStreetMap syntax, e.g. Mo-Fr 09:00-12:00,13:00-16:00; PH off. Empty: not known.",
                        max_length=500,
                        validators=[actors.opening.validate_opening_hours],
                        verbose_name="opening hours",
                    ),
                ),
                ("hours_remark", models.CharField(blank=True, max_length=200, verbose_name="remark on the hours")),
                (
                    "hours_remark_nl",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="remark on the hours"),
                ),
                (
                    "hours_remark_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="remark on the hours"),
                ),
                ("hours_confirmed_on", models.DateField(blank=True, null=True, verbose_name="hours last confirmed on")),
                (
                    "location",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.location",
                        verbose_name="location",
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
                        to="actors.serviceatlocation",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_serv_pgh_cre_2ba370_idx")],
            },
        ),
        migrations.CreateModel(
            name="ServiceLanguageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "language",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.language",
                        verbose_name="language",
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
                        to="actors.servicelanguage",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_serv_pgh_cre_96bc2d_idx")],
            },
        ),
        migrations.CreateModel(
            name="ServiceTargetEvent",
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
                        to="actors.servicetarget",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.targetgroup",
                        verbose_name="target group",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_serv_pgh_cre_53436c_idx")],
            },
        ),
        migrations.CreateModel(
            name="ServiceThemeEvent",
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
                        to="actors.servicetheme",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_serv_pgh_cre_a8728d_idx")],
            },
        ),
        migrations.CreateModel(
            name="SourceReferenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("identifier", models.CharField(blank=True, max_length=100, verbose_name="identifier there")),
                ("locator", models.CharField(blank=True, max_length=150, verbose_name="place in the source")),
                (
                    "locator_nl",
                    models.CharField(blank=True, max_length=150, null=True, verbose_name="place in the source"),
                ),
                (
                    "locator_fr",
                    models.CharField(blank=True, max_length=150, null=True, verbose_name="place in the source"),
                ),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "about",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("name", "name"),
                            ("address", "address"),
                            ("phone", "telephone"),
                            ("email", "e-mail"),
                            ("website", "website"),
                            ("hours", "opening hours"),
                            ("admission", "conditions"),
                            ("cost", "cost"),
                        ],
                        max_length=9,
                        verbose_name="tells",
                    ),
                ),
                ("said_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                ("doubt", models.CharField(blank=True, max_length=1000, verbose_name="to find out, for staff")),
                (
                    "doubt_nl",
                    models.CharField(blank=True, max_length=1000, null=True, verbose_name="to find out, for staff"),
                ),
                (
                    "doubt_fr",
                    models.CharField(blank=True, max_length=1000, null=True, verbose_name="to find out, for staff"),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.location",
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
                        to="actors.sourcereference",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_sour_pgh_cre_103761_idx")],
            },
        ),
        migrations.CreateModel(
            name="AvailabilityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "has room"),
                            ("limited", "little room"),
                            ("waiting_list", "waiting list"),
                            ("full", "full"),
                            ("paused", "paused"),
                            ("unknown", "not known"),
                        ],
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "waiting_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="waiting time (days)"),
                ),
                (
                    "places_total",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places in total"),
                ),
                ("places_free", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places free")),
                ("note", models.CharField(blank=True, max_length=150, verbose_name="short note")),
                ("note_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="short note")),
                ("note_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="short note")),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="confirmed at")),
                (
                    "confirmed_how",
                    models.CharField(
                        choices=[
                            ("staff", "by the zone or regional team"),
                            ("actor", "by the actor itself"),
                            ("import", "by an import"),
                            ("source", "stated by the source"),
                        ],
                        default="staff",
                        max_length=6,
                        verbose_name="confirmed how",
                    ),
                ),
                ("valid_until", models.DateTimeField(blank=True, verbose_name="counts until")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
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
                        to="actors.availability",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.service",
                        verbose_name="service",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: for the service as a whole.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.serviceatlocation",
                        verbose_name="at one location",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_avai_pgh_cre_bcc9d3_idx")],
            },
        ),
        migrations.CreateModel(
            name="ClosureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "days",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day, and the day on which it is open again.", verbose_name="days"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=150, verbose_name="reason")),
                ("reason_nl", models.CharField(blank=True, max_length=150, null=True, verbose_name="reason")),
                ("reason_fr", models.CharField(blank=True, max_length=150, null=True, verbose_name="reason")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
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
                        to="actors.closure",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.serviceatlocation",
                        verbose_name="service at a location",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_clos_pgh_cre_2db883_idx")],
            },
        ),
        migrations.AddField(
            model_name="service",
            name="themes",
            field=models.ManyToManyField(
                related_name="services", through="actors.ServiceTheme", to="actors.theme", verbose_name="themes"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="targets",
            field=models.ManyToManyField(
                related_name="services",
                through="actors.ServiceTarget",
                to="actors.targetgroup",
                verbose_name="target groups",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="languages",
            field=models.ManyToManyField(
                related_name="services",
                through="actors.ServiceLanguage",
                to="actors.language",
                verbose_name="languages spoken",
            ),
        ),
        migrations.AddField(
            model_name="crisisnumber",
            name="needs",
            field=models.ManyToManyField(
                related_name="crisis_numbers", through="actors.CrisisNumberNeed", to="actors.need", verbose_name="needs"
            ),
        ),
        migrations.AddField(
            model_name="crisisnumber",
            name="languages",
            field=models.ManyToManyField(
                related_name="crisis_numbers",
                through="actors.CrisisNumberLanguage",
                to="actors.language",
                verbose_name="languages",
            ),
        ),
        migrations.AddField(
            model_name="actor",
            name="authorities",
            field=models.ManyToManyField(
                related_name="actors",
                through="actors.ActorAuthority",
                to="actors.authority",
                verbose_name="authorities",
            ),
        ),
        # Who was logged in: without it, what somebody changed is looked for in every change that ever was.
        migrations.RunSQL(
            "CREATE INDEX actors_context_user ON pghistory_context ((metadata -> 'user'))",
            "DROP INDEX actors_context_user",
        ),
    ]
