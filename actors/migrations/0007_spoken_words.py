# The words of languages and of admission, well-known names that are not listed, and whom to ask for what nobody has.

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_suggestions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdmissionWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "fact",
                    models.CharField(
                        choices=[
                            ("no-papers", "No residence papers needed"),
                            ("anonymous", "Anonymous possible"),
                            ("no-appointment", "No appointment needed"),
                            ("no-referral", "No referral needed"),
                            ("no-registration", "No registration needed"),
                            ("free", "Free of charge"),
                            ("fixed-price", "Fixed price"),
                            ("by-income", "Price by income"),
                            ("no-insurance", "No health insurance needed"),
                            ("increased-reimbursement", "Only with increased reimbursement (VT/BIM)"),
                            ("women-only", "Women only"),
                            ("interpreter", "Interpreter possible"),
                            ("wheelchair", "Wheelchair access"),
                            ("dogs", "Dogs allowed"),
                            ("home-visits", "Home visits"),
                            ("outreach", "Goes to people (outreach)"),
                            ("by-phone", "Help by telephone"),
                            ("online", "Help online"),
                        ],
                        max_length=30,
                        unique=True,
                        verbose_name="admission",
                    ),
                ),
                ("words", models.TextField(help_text="Split by | signs.", verbose_name="words that ask for it")),
                (
                    "words_nl",
                    models.TextField(help_text="Split by | signs.", null=True, verbose_name="words that ask for it"),
                ),
                (
                    "words_fr",
                    models.TextField(help_text="Split by | signs.", null=True, verbose_name="words that ask for it"),
                ),
            ],
            options={
                "verbose_name": "words for admission",
                "verbose_name_plural": "words for admission",
                "ordering": ["fact"],
            },
        ),
        migrations.CreateModel(
            name="AdmissionWordsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "fact",
                    models.CharField(
                        choices=[
                            ("no-papers", "No residence papers needed"),
                            ("anonymous", "Anonymous possible"),
                            ("no-appointment", "No appointment needed"),
                            ("no-referral", "No referral needed"),
                            ("no-registration", "No registration needed"),
                            ("free", "Free of charge"),
                            ("fixed-price", "Fixed price"),
                            ("by-income", "Price by income"),
                            ("no-insurance", "No health insurance needed"),
                            ("increased-reimbursement", "Only with increased reimbursement (VT/BIM)"),
                            ("women-only", "Women only"),
                            ("interpreter", "Interpreter possible"),
                            ("wheelchair", "Wheelchair access"),
                            ("dogs", "Dogs allowed"),
                            ("home-visits", "Home visits"),
                            ("outreach", "Goes to people (outreach)"),
                            ("by-phone", "Help by telephone"),
                            ("online", "Help online"),
                        ],
                        max_length=30,
                        verbose_name="admission",
                    ),
                ),
                ("words", models.TextField(help_text="Split by | signs.", verbose_name="words that ask for it")),
                (
                    "words_nl",
                    models.TextField(help_text="Split by | signs.", null=True, verbose_name="words that ask for it"),
                ),
                (
                    "words_fr",
                    models.TextField(help_text="Split by | signs.", null=True, verbose_name="words that ask for it"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UnlistedName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="slug")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("words", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="other names")),
                (
                    "words_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="other names"),
                ),
                (
                    "words_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="other names"),
                ),
            ],
            options={
                "verbose_name": "name that is not listed",
                "verbose_name_plural": "names that are not listed",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="UnlistedNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, verbose_name="slug")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_nl", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("words", models.TextField(blank=True, help_text="Split by | signs.", verbose_name="other names")),
                (
                    "words_nl",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="other names"),
                ),
                (
                    "words_fr",
                    models.TextField(blank=True, help_text="Split by | signs.", null=True, verbose_name="other names"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="language",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="language",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="language",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="theme",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="theme",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="theme",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="language",
            name="synonyms",
            field=models.TextField(
                blank=True,
                help_text="Who types one of these beside a need sees first who speaks this language. Split by | signs.",
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AddField(
            model_name="language",
            name="synonyms_fr",
            field=models.TextField(
                blank=True,
                help_text="Who types one of these beside a need sees first who speaks this language. Split by | signs.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AddField(
            model_name="language",
            name="synonyms_nl",
            field=models.TextField(
                blank=True,
                help_text="Who types one of these beside a need sees first who speaks this language. Split by | signs.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AddField(
            model_name="languageevent",
            name="synonyms",
            field=models.TextField(
                blank=True,
                help_text="Who types one of these beside a need sees first who speaks this language. Split by | signs.",
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AddField(
            model_name="languageevent",
            name="synonyms_fr",
            field=models.TextField(
                blank=True,
                help_text="Who types one of these beside a need sees first who speaks this language. Split by | signs.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AddField(
            model_name="languageevent",
            name="synonyms_nl",
            field=models.TextField(
                blank=True,
                help_text="Who types one of these beside a need sees first who speaks this language. Split by | signs.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AddField(
            model_name="theme",
            name="ask_at",
            field=models.ForeignKey(
                blank=True,
                help_text="The theme whose services can say where to go, as long as no service here has this one.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="actors.theme",
                verbose_name="ask at",
            ),
        ),
        migrations.AddField(
            model_name="themeevent",
            name="ask_at",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The theme whose services can say where to go, as long as no service here has this one.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actors.theme",
                verbose_name="ask at",
            ),
        ),
        migrations.AlterField(
            model_name="crisisnumber",
            name="phrases",
            field=models.TextField(
                blank=True,
                help_text="Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps + bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). “@1712” stands for all that asks for the number with this slug.",
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AlterField(
            model_name="crisisnumber",
            name="phrases_fr",
            field=models.TextField(
                blank=True,
                help_text="Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps + bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). “@1712” stands for all that asks for the number with this slug.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AlterField(
            model_name="crisisnumber",
            name="phrases_nl",
            field=models.TextField(
                blank=True,
                help_text="Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps + bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). “@1712” stands for all that asks for the number with this slug.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AlterField(
            model_name="crisisnumberevent",
            name="phrases",
            field=models.TextField(
                blank=True,
                help_text="Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps + bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). “@1712” stands for all that asks for the number with this slug.",
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AlterField(
            model_name="crisisnumberevent",
            name="phrases_fr",
            field=models.TextField(
                blank=True,
                help_text="Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps + bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). “@1712” stands for all that asks for the number with this slug.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        migrations.AlterField(
            model_name="crisisnumberevent",
            name="phrases_nl",
            field=models.TextField(
                blank=True,
                help_text="Who searches by one of these sees this number above the results. Split by | signs. With plus signs, a phrase is found in any order: of each part one of the words between slashes, near each other (“jump/jumps + bridge/roof”). What stands after “ - ” says that something else is meant (“die + want - at home”). “@1712” stands for all that asks for the number with this slug.",
                null=True,
                verbose_name="words that ask for it",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="language",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_languageevent" ("code", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                    hash="7239ce02e9fe75cb73489660ad6ff9f06ed6f34f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_371b6",
                    table="actors_language",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="language",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_languageevent" ("code", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."code", NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                    hash="1abdce034212971d83e6b4eaf488f1fc01fa8061",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a591f",
                    table="actors_language",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="language",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_languageevent" ("code", "id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (OLD."code", OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."synonyms", OLD."synonyms_fr", OLD."synonyms_nl"); RETURN NULL;',
                    hash="7e3e5bfc678bd131d405250423262ff9262d3aaa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d463e",
                    table="actors_language",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_themeevent" ("ask_at_id", "asks_room", "can_wait", "code", "elsewhere", "elsewhere_fr", "elsewhere_nl", "foreign_words", "id", "is_sensitive", "name", "name_fr", "name_nl", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."ask_at_id", NEW."asks_room", NEW."can_wait", NEW."code", NEW."elsewhere", NEW."elsewhere_fr", NEW."elsewhere_nl", NEW."foreign_words", NEW."id", NEW."is_sensitive", NEW."name", NEW."name_fr", NEW."name_nl", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                    hash="390574af6e9e3df3a640ef6dcb8c425268a878ca",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c159",
                    table="actors_theme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_themeevent" ("ask_at_id", "asks_room", "can_wait", "code", "elsewhere", "elsewhere_fr", "elsewhere_nl", "foreign_words", "id", "is_sensitive", "name", "name_fr", "name_nl", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (NEW."ask_at_id", NEW."asks_room", NEW."can_wait", NEW."code", NEW."elsewhere", NEW."elsewhere_fr", NEW."elsewhere_nl", NEW."foreign_words", NEW."id", NEW."is_sensitive", NEW."name", NEW."name_fr", NEW."name_nl", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pictogram", NEW."plain", NEW."plain_fr", NEW."plain_nl", NEW."position", NEW."synonyms", NEW."synonyms_fr", NEW."synonyms_nl"); RETURN NULL;',
                    hash="ad74c3c7d2804c26a79f4d490b541c669068356b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23a32",
                    table="actors_theme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_themeevent" ("ask_at_id", "asks_room", "can_wait", "code", "elsewhere", "elsewhere_fr", "elsewhere_nl", "foreign_words", "id", "is_sensitive", "name", "name_fr", "name_nl", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictogram", "plain", "plain_fr", "plain_nl", "position", "synonyms", "synonyms_fr", "synonyms_nl") VALUES (OLD."ask_at_id", OLD."asks_room", OLD."can_wait", OLD."code", OLD."elsewhere", OLD."elsewhere_fr", OLD."elsewhere_nl", OLD."foreign_words", OLD."id", OLD."is_sensitive", OLD."name", OLD."name_fr", OLD."name_nl", OLD."need_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pictogram", OLD."plain", OLD."plain_fr", OLD."plain_nl", OLD."position", OLD."synonyms", OLD."synonyms_fr", OLD."synonyms_nl"); RETURN NULL;',
                    hash="5e2bf75aceb42eb2eb9b7e3664845d26438d827e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d3232",
                    table="actors_theme",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="admissionwords",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "fact__in",
                        [
                            "no-papers",
                            "anonymous",
                            "no-appointment",
                            "no-referral",
                            "no-registration",
                            "free",
                            "fixed-price",
                            "by-income",
                            "no-insurance",
                            "increased-reimbursement",
                            "women-only",
                            "interpreter",
                            "wheelchair",
                            "dogs",
                            "home-visits",
                            "outreach",
                            "by-phone",
                            "online",
                        ],
                    )
                ),
                name="actors_admission_words_fact_is_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admissionwords",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_admissionwordsevent" ("fact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words", "words_fr", "words_nl") VALUES (NEW."fact", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words", NEW."words_fr", NEW."words_nl"); RETURN NULL;',
                    hash="311cdca9c1e73dd27115ff69cb9c3d2230af0f82",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_01643",
                    table="actors_admissionwords",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admissionwords",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_admissionwordsevent" ("fact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words", "words_fr", "words_nl") VALUES (NEW."fact", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words", NEW."words_fr", NEW."words_nl"); RETURN NULL;',
                    hash="2ffeb60c0d8ccab2cb9c8664e543577fec0c9c84",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_63eac",
                    table="actors_admissionwords",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admissionwords",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_admissionwordsevent" ("fact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words", "words_fr", "words_nl") VALUES (OLD."fact", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."words", OLD."words_fr", OLD."words_nl"); RETURN NULL;',
                    hash="a838448b9e11a61de83d90adb74ad479f2004c2d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e32be",
                    table="actors_admissionwords",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admissionwords",
            trigger=pgtrigger.compiler.Trigger(
                name="search_stamp",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                    hash="ddfd144945b404505c77d66a8811579a8f195e87",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_search_stamp_87167",
                    table="actors_admissionwords",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="admissionwordsevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="admissionwordsevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="actors.admissionwords",
            ),
        ),
        migrations.AddField(
            model_name="unlistedname",
            name="theme",
            field=models.ForeignKey(
                help_text="What comes nearest: its services are shown instead.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="unlisted_names",
                to="actors.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddField(
            model_name="unlistednameevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="unlistednameevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="actors.unlistedname",
            ),
        ),
        migrations.AddField(
            model_name="unlistednameevent",
            name="theme",
            field=models.ForeignKey(
                db_constraint=False,
                help_text="What comes nearest: its services are shown instead.",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actors.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddIndex(
            model_name="admissionwordsevent",
            index=models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_admi_pgh_cre_94c520_idx"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unlistedname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_unlistednameevent" ("id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "theme_id", "words", "words_fr", "words_nl") VALUES (NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."theme_id", NEW."words", NEW."words_fr", NEW."words_nl"); RETURN NULL;',
                    hash="a4258ee0130dea846f59b0aa64d0320751474752",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_acf6c",
                    table="actors_unlistedname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unlistedname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_unlistednameevent" ("id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "theme_id", "words", "words_fr", "words_nl") VALUES (NEW."id", NEW."name", NEW."name_fr", NEW."name_nl", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."theme_id", NEW."words", NEW."words_fr", NEW."words_nl"); RETURN NULL;',
                    hash="267a38bc135b740b4b9be831b623cb8e60df2c26",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ce0c",
                    table="actors_unlistedname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unlistedname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_unlistednameevent" ("id", "name", "name_fr", "name_nl", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "theme_id", "words", "words_fr", "words_nl") VALUES (OLD."id", OLD."name", OLD."name_fr", OLD."name_nl", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."theme_id", OLD."words", OLD."words_fr", OLD."words_nl"); RETURN NULL;',
                    hash="d7b4c7f2da8d53c7a2e6acc29d25d8b81370e7a5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_39f8d",
                    table="actors_unlistedname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unlistedname",
            trigger=pgtrigger.compiler.Trigger(
                name="search_stamp",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP <> 'DELETE' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    IF TG_OP <> 'INSERT' THEN \n    INSERT INTO search_stamp (service_id, stamp)\n    SELECT touched.id, pg_current_xact_id() FROM (SELECT 0) AS touched (id)\n    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;\n END IF;\n                    RETURN NULL;\n                ",
                    hash="8fa33dc174afbfcf41b938351a950a9b6247a77b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_search_stamp_1c782",
                    table="actors_unlistedname",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="unlistednameevent",
            index=models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_unli_pgh_cre_1eb222_idx"),
        ),
    ]
