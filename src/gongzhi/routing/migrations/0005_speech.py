import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = [('paths', 'Paths'), ('dangers', 'Dangers'), ('kinds', 'Kinds'), ('speech', 'Speech')]
STATES = [('waiting', 'Waiting'), ('passed', 'Passed'), ('hidden', 'Hidden'), ('appealed', 'Appealed')]


class Migration(migrations.Migration):

    dependencies = [
        ('routing', '0004_kinds_with_versions'),
        ('territory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='rulelist', name='rule_list_kind_known'),
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
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['paths', 'dangers', 'kinds', 'speech'])), name='rule_list_kind_known'),
        ),
        migrations.CreateModel(
            name='SpeechReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=80, unique=True)),
                ('words', models.TextField(blank=True, default='')),
                ('marks_text', models.TextField(default='[]')),
                ('state', models.CharField(choices=STATES, max_length=8)),
                ('reason', models.CharField(blank=True, default='', max_length=12)),
                ('why', models.CharField(blank=True, default='', max_length=300)),
                ('appeal', models.CharField(blank=True, default='', max_length=500)),
                ('final', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('hidden_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.place')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'passed', 'hidden', 'appealed'])), name='speech_review_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('hidden', 'appealed')), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='speech_hidden_says_why'),
                ],
                'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'appealed'))), fields=['created_at'], name='speech_review_open')],
            },
        ),
        migrations.CreateModel(
            name='SpeechDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=12)),
                ('reason', models.CharField(blank=True, default='', max_length=12)),
                ('why', models.CharField(blank=True, default='', max_length=300)),
                ('at', models.DateTimeField()),
                ('by_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='routing.speechreview')),
            ],
        ),
    ]
