from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0003_topic_held")]

    operations = [
        migrations.AddField(
            model_name="proposedtopic",
            name="key",
            field=models.CharField(max_length=64, null=True, unique=True),
        ),
    ]
