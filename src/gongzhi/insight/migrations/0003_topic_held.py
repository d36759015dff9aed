from django.db import migrations, models
from django.db.models import Q

STATES = [("waiting", "Waiting"), ("hidden", "Hidden"), ("appealed", "Appealed")]


class Migration(migrations.Migration):
    dependencies = [("insight", "0002_sent_replies")]

    operations = [
        migrations.AddField(
            model_name="proposedtopic",
            name="held",
            field=models.CharField(blank=True, choices=STATES, default="", max_length=8),
        ),
        migrations.AddConstraint(
            model_name="proposedtopic",
            constraint=models.CheckConstraint(
                condition=Q(held__in=("", "waiting", "hidden", "appealed")), name="topic_held_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedtopic",
            constraint=models.CheckConstraint(
                condition=Q(held="") | Q(taken_up=""), name="topic_held_or_taken_up"
            ),
        ),
    ]
