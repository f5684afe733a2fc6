"""Write the parts of the docs that follow from the program: its commands and its settings.

Usage: python -m tools.reference
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tuireader.app.commands.command import ArgumentCommand, Command, Context, Group
from tuireader.app.commands.registry import COMMANDS
from tuireader.app.presets import PRESETS
from tuireader.config import default_config

DOCS = Path(__file__).parents[1] / "docs"

_COMMANDS = """\
# Commands and keys

Every command has a name, which `:` and `ctrl+p` take, and most have keys. `?` shows them in the
program. A number typed before a key is how often, or how many: `5j`, `3r`. Two keys with a space
between are pressed one after the other.

"""
_PRESETS = """\
## Sets of keys

`preset` under `[keymap]` in `config.toml` takes another set to start from. Each differs from the
default in these:

"""
_SETTINGS = """\
# Settings

`,` shows the settings in the program and changes them; all of them stand in `config.toml`, whose
place `tuireader config --path` prints. What is wrong in it is said at the start with its line,
and the default holds in its place.

- **Library**: `folders` are opened where no folder is named on the command line.
- **Keys**: under `[keys]` a command gets keys of your own in place of its default. Where two
  commands claim the same key, your own choice goes before the default, both are named at the
  start, and the first of two choices holds.
- **Macros**: under `[macros]` one key runs several command lines, such as `"Z" =
  ["toggle-bookmark", "next-unread"]`.

## Your own names, cues and phrases

Three lists may lie beside `config.toml`. They are read at the start; articles already in the index
are read anew in the background. A list with a mistake is named with its line and left out.

- **Names** that are found wherever they stand, whatever the engine thinks, in `names.txt`: a line
  with the name, its kind and other ways to write it, such as `Amina Traoré | person | Traoré`.
  The kinds are called as `.` calls them: person; organisation; country, state or town (or place);
  region, sea or mountain; facility, building or site; nationality or group; event; law or treaty;
  work; product. One of the words, such as `town` or `group`, does as well, and so do the words of
  the language that the program speaks; without a kind it is a person.
  Or in `names.toml`, with `name`, `kind`, `aliases`, a
  `colour` (red, orange, yellow, green, blue, purple, pink, grey or such as `#c05020`) and a `note`,
  which is shown with the name, under a `[[name]]` for each.
  `^` in the reader puts the words selected or the name under the cursor on the list and asks for
  the rest, `:forget-name` takes one off, and `tuireader names` does both in the shell. They change
  that name alone; in the reader the open article follows at once, and `U` undoes it.
- **Cues**, the words that tie a quote to who said it, in `cues/en.toml` for English and so on:
  `finite = "blethered blethers"` adds two verbs of saying. The lists have the names of those in
  `annotation/attribution/data`; an underscore stands for a space.
- **Phrases** that give away what is no part of an article, in `phrases/en.toml` for English and so
  on. Under the kind of noise stand `whole`, what a whole line says, `starts`, what it begins with,
  and `contains`, what it holds anywhere:

  ```toml
  [subscription]
  starts = ["Join our circle of readers"]

  [related]
  whole = ["From our notebook"]
  without = ["find out more"]
  ```

  `without` takes out a phrase that comes with the program and does harm. The kinds are related,
  subscription, cookies, legal, advertisement, player, comments and navigation, share and credit
  (of pictures), and more that the files in `articles/cleaning/phrases` have; a file of your own may
  have everything that they have, and so add a language. Letter case, and punctuation at the ends
  of a line, do not matter. Your phrases are no more certain than ours: what would take a third of
  the text, a spoken quote or a long sentence is only proposed, and the raw text (`v`) and
  `tuireader clean --explain` name the file that a removal goes back to.

This is the file where nothing is changed:

```toml
"""


def commands_page() -> str:
    """Return the page about the commands."""
    parts = [_COMMANDS]
    for group in Group:
        commands = [command for command in COMMANDS if command.group is group]
        parts.append(f"## {group.value}\n\n| Keys | Command | What it does |\n|---|---|---|\n")
        parts += [_row(command) for command in commands]
        parts.append("\n")
    parts.append(_PRESETS)
    for name, preset in PRESETS.items():
        if preset:
            parts.append(f"### {name}\n\n| Command | Keys |\n|---|---|\n")
            parts += [
                f"| `{command}` | {_keys(keys) or 'none'} |\n" for command, keys in preset.items()
            ]
            parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def settings_page() -> str:
    """Return the page about the settings."""
    return f"{_SETTINGS}{default_config()}```\n"


def _row(command: Command) -> str:
    name = command.id + (f" {command.argument}" if isinstance(command, ArgumentCommand) else "")
    where = {Context.LIST: "(in the list)", Context.READING: "(in the text)"}
    note = command.mode_note or where.get(command.context, "")
    told = f"{command.help} {note}".strip()
    return f"| {_keys(command.keys)} | `{name}` | {told} |\n"


def _keys(keys: Sequence[str]) -> str:
    return ", ".join("`" + key.replace("|", "\\|") + "`" for key in keys)


def main() -> None:
    """Write the pages."""
    (DOCS / "commands.md").write_text(commands_page(), "utf-8")
    (DOCS / "settings.md").write_text(settings_page(), "utf-8")


if __name__ == "__main__":
    main()
