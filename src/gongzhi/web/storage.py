"""Where pages take their static files from."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class PageStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise is untyped
    """Names carry the digest of their content once the files were collected; before that (tests, a first run
    by hand) the plain names are served, so a page never fails for the want of a manifest."""

    def stored_name(self, name: str) -> str:
        """The name with its digest, or the plain one while nothing was collected."""
        if not self.hashed_files:
            return name
        return str(super().stored_name(name))
