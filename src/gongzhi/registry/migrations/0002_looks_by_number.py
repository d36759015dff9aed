"""A number typed in is a look as well, also where nobody is known under it.

Looks are an audit trail: undoing this loses none of them. The table before has no room for a look at nobody and
cannot tell a number typed in from a contact opened, so such looks are copied into `registry_look_set_aside`; those
at nobody leave the table (the version before does not list them), those at somebody stay in it as a contact opened.
Going forward again puts the first back and marks the second as what they were, and drops the copy.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ASIDE = 'registry_look_set_aside'
COLUMNS = 'actor_id, seat_id, person_id, purpose, case_ref, at'


def set_aside(apps, schema_editor):
    """Keep what the table before has no room for."""
    schema_editor.execute(
        f"CREATE TABLE {ASIDE} AS SELECT id, {COLUMNS} FROM registry_look WHERE way = 'number'"
    )
    schema_editor.execute('DELETE FROM registry_look WHERE person_id IS NULL')


def bring_back(apps, schema_editor):
    """Put back what was set aside. Looks at nobody get numbers of their own: theirs may have been given to
    others meanwhile."""
    if ASIDE not in schema_editor.connection.introspection.table_names():
        return
    schema_editor.execute(
        f"UPDATE registry_look SET way = 'number' WHERE id IN (SELECT id FROM {ASIDE} WHERE person_id IS NOT NULL)"
    )
    schema_editor.execute(
        f"INSERT INTO registry_look ({COLUMNS}, way) SELECT {COLUMNS}, 'number' FROM {ASIDE} WHERE person_id IS NULL"
    )
    schema_editor.execute(f'DROP TABLE {ASIDE}')


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0001_initial'),
        ('registry', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='look',
            name='way',
            field=models.CharField(choices=[('contact', 'Contact'), ('number', 'Number')], default='contact', max_length=10),
        ),
        migrations.AlterField(
            model_name='look',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('person__isnull', False), ('way', 'number'), _connector='OR'), name='look_at_somebody_or_a_number'),
        ),
        # Last: rows put in keep a foreign key waiting, and PostgreSQL alters no table while one waits.
        migrations.RunPython(bring_back, set_aside),
    ]
