"""`python -m docs.pictures`: every screen of the program, on a small screen, in each look.

The sample of an invented department is shown on a fixed day, so that a picture changes only when
the program does. Writes PNG files beside this one, and the page that shows them.
"""

import sys
from pathlib import Path

from docs.pictures.stage import Stage, application

HERE = Path(__file__).parent
LOOKS = (("light", 100), ("dark", 100), ("light", 150), ("dark", 150), ("contrast", 100))
HEAD = """# Pictures

Made by `python -m docs.pictures`: the sample plan on a screen of 1366x768, text at 100 % and 150 %,
light, dark and in a contrast theme of Windows 11.
"""


def main() -> int:
    """All scenes in all looks; the status of the process."""
    made = application()
    from docs.pictures.scenes import SCENES

    for shade, scale in LOOKS:
        stage = Stage(made, shade, scale, HERE / f"{shade}-{scale}")
        for scene in SCENES:
            scene(stage)
        stage.close()
    (HERE / "README.md").write_text(_page(), encoding="utf-8")
    return 0


def _page() -> str:
    """The page with every picture at 100 % light, and links to the other looks."""
    first, *others = [f"{shade}-{scale}" for shade, scale in LOOKS]
    parts = [HEAD]
    for path in sorted((HERE / first).glob("*.png")):
        links = " · ".join(f"[{look}]({look}/{path.name})" for look in others)
        parts.append(f"\n## {path.stem}\n\n![{path.stem}]({first}/{path.name})\n\n{links}\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.exit(main())
