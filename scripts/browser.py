"""The browser and the Chinese font that the browser tests need: found, installed by root, or said."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")


def find_browser() -> str | None:
    """Path of the system's Chromium: $GONGZHI_BROWSER or the first found on the path."""
    chosen = os.environ.get("GONGZHI_BROWSER")
    return chosen or next((found for name in NAMES if (found := shutil.which(name))), None)


def has_chinese_font() -> bool:
    """Without one, screenshots show boxes, and widths measured in them mean nothing."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def ensure() -> None:
    """Leave with one clear line when something is missing and we may not install it."""
    if find_browser() and has_chinese_font():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium and Chinese fonts ...", flush=True)
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
        words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "fontconfig", *PACKAGES]
        subprocess.run(words, env=quiet, check=True, stdout=subprocess.DEVNULL)
    if not (find_browser() and has_chinese_font()):
        sys.exit(
            "The browser tests need Chromium and a Chinese font. Please run:\n"
            f"    sudo apt-get install fontconfig {' '.join(PACKAGES)}\n"
            "or set GONGZHI_BROWSER to a Chromium you have."
        )


if __name__ == "__main__":
    ensure()
