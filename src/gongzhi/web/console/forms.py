"""What staff fill in at the door. What a room refuses is put beside the field it names."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """Name, password, and the code of the second factor once it is asked for."""

    name = forms.CharField(label=_("Sign-in name"), max_length=40)
    password = forms.CharField(label=_("Password"), max_length=200, widget=forms.PasswordInput)
    code = forms.CharField(
        label=_("Code of your authenticator"),
        max_length=20,
        required=False,
        help_text=_("Six digits, or one of your recovery codes."),
    )


class PasswordForm(forms.Form):
    """The old one, and the new one twice."""

    former = forms.CharField(label=_("Password until now"), max_length=200, widget=forms.PasswordInput)
    password = forms.CharField(
        label=_("New password"),
        max_length=200,
        widget=forms.PasswordInput,
        help_text=_("Sixteen characters or more, or ten with letters in both sizes, digits or signs."),
    )
    again = forms.CharField(label=_("New password once more"), max_length=200, widget=forms.PasswordInput)

    def clean_again(self) -> str:
        """Typed twice the same."""
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError(_("The two new passwords differ."))
        return again


class FactorForm(forms.Form):
    """The first code of the app."""

    code = forms.CharField(label=_("The six digits your app shows"), max_length=10)
