self.RELEASE = "{{ release }}";
self.OFFLINE = "{% url 'resident:offline' %}";
self.KEPT = [self.OFFLINE{% for file in files %}, "{{ file }}"{% endfor %}];
importScripts({% for script in scripts %}"{{ script }}"{% if not forloop.last %}, {% endif %}{% endfor %});
