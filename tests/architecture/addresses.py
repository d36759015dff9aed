"""Every address the site answers, pages and API alike, as the permission table names them."""

import importlib
import re
from collections.abc import Iterator
from functools import lru_cache

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from ninja import NinjaAPI

from tests.architecture.tree import PACKAGE

API_ROOT = "api/v1/"
PART = re.compile(r"<(?:\w+:)?(\w+)>")
VERBS = frozenset({"get", "post", "put", "patch", "delete"})


def walk(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name with namespace, route) of every pattern; routes without a name are named by themselves."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from walk(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            yield (f"{space}{pattern.name}" if pattern.name else f"/{route}"), route


@lru_cache
def operations() -> dict[str, frozenset[str]]:
    """API path (`/api/v1/cases/{ref}`) → its methods, from the API's own description."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((PACKAGE / "api").glob("*.py")):
        module = importlib.import_module(f"gongzhi.api.{path.stem}".removesuffix(".__init__"))
        for held in vars(module).values():
            if isinstance(held, NinjaAPI):
                for route, verbs in held.get_openapi_schema()["paths"].items():
                    found[route] = frozenset(v.upper() for v in verbs if v in VERBS)
    return found


def list_addresses() -> set[str]:
    """Names of all pages, and `METHOD /api/v1/…` of all operations."""
    found: set[str] = set()
    for name, route in walk(get_resolver()):
        if not route.startswith(API_ROOT):
            found.add(name)
            continue
        path = "/" + PART.sub(r"{\1}", route)
        found |= {f"{verb} {path}" for verb in operations().get(path, {"GET"})}
    return found


def parts_of(address: str) -> list[str]:
    """Names of the variable parts of an address."""
    if address.startswith("/"):
        return re.findall(r"{(\w+)}", address)
    routes = [route for name, route in walk(get_resolver()) if name == address]
    return PART.findall(routes[0]) if routes else []


def path_of(address: str, parts: dict[str, str]) -> str:
    """The address filled in."""
    if address.startswith("/"):
        return re.sub(r"{(\w+)}", lambda m: parts[m.group(1)], address)
    try:
        return reverse(address, kwargs=parts)
    except NoReverseMatch as wrong:
        raise AssertionError(f"{address} cannot be filled with {parts}") from wrong
