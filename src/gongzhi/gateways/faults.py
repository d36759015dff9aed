"""What can go wrong outside."""


class GatewayFault(Exception):
    """The other side did not take it. `lasting` says that trying again is of no use (a wrong number)."""

    def __init__(self, reason: str, *, lasting: bool = False) -> None:
        super().__init__(reason)
        self.lasting = lasting
