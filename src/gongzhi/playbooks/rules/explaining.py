"""Every fault of a playbook as a sentence for the clerk who wrote it."""

from gongzhi.kernel.errors import gettext_noop as _

SENTENCES = {
    # the text
    "not-yaml": _("this is not YAML: %(problem)s"),
    "not-utf8": _("the file cannot be read as text in UTF-8"),
    "empty-file": _("the file is empty"),
    "too-long": _("the text is longer than %(most)s characters"),
    "too-deep": _("the text is nested too deeply or refers to itself"),
    "key-not-a-word": _("a word is expected before the colon"),
    "said-twice": _("“%(key)s” is said twice"),
    # the form
    "missing-key": _("“%(key)s” is missing"),
    "unknown-key": _("“%(key)s” is not known here"),
    "not-a-mapping": _("a list of “word: value” is expected"),
    "not-a-list": _("“%(key)s” must be a list of words"),
    "not-a-text": _("“%(key)s” must be a text"),
    "not-a-word": _("“%(word)s” must be small letters, digits and hyphens"),
    "not-yes-or-no": _("“%(key)s” must be yes or no"),
    "language-missing": _("“%(key)s” needs both zh and en"),
    "no-steps": _("there are no steps"),
    "after-unclear": _("“after: %(count)s” needs a count and a target"),
    # names
    "unknown-choice": _("“%(said)s” is not possible for “%(key)s”"),
    "unknown-post": _("there is no post “%(name)s”"),
    "unknown-person": _("“%(name)s” is neither a post nor a relation"),
    "unknown-kind": _("there is no kind of step “%(name)s”"),
    "unknown-set": _("there is no set “%(name)s”"),
    "unknown-evidence": _("there is no evidence called “%(name)s”"),
    "unknown-playbook": _("there is no playbook “%(name)s”"),
    "unknown-ladder": _("there is no ladder “%(name)s”"),
    "unknown-parameter": _("a step of kind “%(kind)s” does not know “%(name)s”"),
    "parameter-missing": _("a step of kind “%(kind)s” needs “%(name)s” under “with”"),
    "kind-cannot-give": _("a step of kind “%(kind)s” cannot give “%(name)s”"),
    "name-taken": _("a step cannot be called “%(name)s”: the word has another meaning"),
    "limit-not-a-rule": _(
        "“%(limit)s” must name a rule, like rule:solve; the figure stands in the rule pack"
    ),
    "rung-twice": _("a post stands twice on the same ladder"),
    "not-a-rung": _("“%(name)s” stands on no ladder"),
    "result-unnamed": _("the end “%(name)s” needs a name under “results”"),
    "not-publishable": _("“%(name)s” is never published"),
    "publish-without-review": _("nothing is published before a review: write “after: review”"),
    # targets
    "unknown-target": _("“%(name)s” is neither a step, an end nor a post"),
    "nothing-before": _("there is nothing before the first step to go back to"),
    "nobody-routed": _("no step is given to “routed”, so nothing can be routed again"),
    "no-ladder": _("there is no ladder to go up"),
    "supervise-not-a-target": _("supervision comes with “after”, it is no place to go to"),
    "anywhere-into-a-step": _("what is open anywhere cannot lead into a step"),
    # steps
    "silence-without-limit": _("silence needs a limit under “within”"),
    "question-without-silence": _("a question must say under “silence” what happens when nobody answers"),
    "waits-for-nothing": _("waiting needs “starts” and “wait: yes”"),
    "step-without-outcome": _("nothing leads out of this step"),
    "joined-leads-nowhere": _("the first outcome of a shared step, “%(name)s”, must lead somewhere"),
    "mark-not-an-outcome": _("the mark “%(name)s” must be an outcome of a shared step that leads nowhere"),
    # ways and gates
    "no-end": _("no end can be reached"),
    "step-unreachable": _("nothing leads to the step “%(name)s”"),
    "no-way-out": _("no end can be reached from the step “%(name)s”"),
    "end-unreachable": _("the end “%(name)s” cannot be reached"),
    "counts-for-nothing": _("“%(name)s” can be taken only once, so counting it is in vain"),
    "gate-unmeetable": _("nobody can meet the gate of “%(outcome)s”: no step before it makes “%(name)s”"),
    # the example
    "example-missing": _("an example is missing"),
    "example-unknown-key": _("“%(key)s” is not known in an example"),
    "example-no-act": _("this row of the example does nothing"),
    "example-impossible": _("the example does not play: this is not possible here (%(why)s)"),
    "example-elsewhere": _("the example says “%(said)s” but comes to “%(came)s”"),
    "example-unfinished": _("the example stops in the step “%(step)s” before an end"),
}
