from django.db import migrations, models

KINDS = [('paths', 'Paths'), ('dangers', 'Dangers'), ('kinds', 'Kinds')]


class Migration(migrations.Migration):

    dependencies = [
        ('routing', '0003_same_matter'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='rulelist',
            name='rule_list_kind_known',
        ),
        migrations.AlterField(
            model_name='listdraft',
            name='kind',
            field=models.CharField(choices=KINDS, max_length=12),
        ),
        migrations.AlterField(
            model_name='rulelist',
            name='kind',
            field=models.CharField(choices=KINDS, max_length=12),
        ),
        migrations.AddConstraint(
            model_name='rulelist',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['paths', 'dangers', 'kinds'])), name='rule_list_kind_known'),
        ),
    ]
