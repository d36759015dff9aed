from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['seat', 'placed_at', 'ref'], name='case_by_seat_placed'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(condition=models.Q(('role', 'supervisor')), fields=['seat', 'case'], name='party_supervises'),
        ),
    ]
