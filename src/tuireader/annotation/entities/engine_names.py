"""The names of engines, and whether what they name is there; nothing heavy is loaded for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tuireader.annotation.settings import BUILTIN

_SPACY = "spacy:"


def pipeline_of(engine: str) -> str:
    """Return the spaCy pipeline that an engine's name names; empty for the built-in engine.

    Raises:
        ValueError: There is no such engine.
    """
    if engine in ("", BUILTIN):
        return ""
    if engine.startswith(_SPACY) and engine != _SPACY:
        return engine.removeprefix(_SPACY)
    raise ValueError(
        f'There is no entity engine "{engine}". Use "builtin", or "spacy:" and the name of an '
        'installed pipeline, such as "spacy:en_core_web_sm".'
    )


def engines_in(setting: str) -> tuple[str, ...]:
    """Return the engines that a setting names, which stand with commas between them."""
    return tuple(filter(None, map(str.strip, setting.split(",")))) or (BUILTIN,)


def engine_for(setting: str, language: Callable[[], str]) -> str:
    """Return which of the engines of a setting reads articles of a language.

    That is the first pipeline made for it, or else the first engine of all.

    Args:
        setting: As `engines_in`.
        language: Tells the IETF tag of the language, empty where it is not known; it is asked
            only where there is a choice.
    """
    engines = engines_in(setting)
    if len(engines) == 1:
        return engines[0]
    wanted = language().partition("-")[0].casefold()
    for engine in engines:
        if wanted and language_of_pipeline(pipeline_of(engine)) == wanted:
            return engine
    return engines[0]


def language_of_pipeline(pipeline: str) -> str:
    """Return the language a pipeline says it is for, such as ``de``; empty for none.

    It is told by the data of a folder, and by the name of a package, as spaCy names them.
    """
    meta = _meta(pipeline)
    return str(meta.get("lang", "")) if meta else Path(pipeline).name.partition("_")[0]


def complaint_about(setting: str) -> str:
    """Return why one of some engines cannot be used and what to do; empty where all can.

    Args:
        setting: As `engines_in`; each engine is ``builtin``, or ``spacy:`` and the name or path
            of a pipeline.
    """
    return next(filter(None, map(_complaint_about, engines_in(setting))), "")


def _complaint_about(engine: str) -> str:
    try:
        pipeline = pipeline_of(engine)
    except ValueError as error:
        return str(error)
    if not pipeline:
        return ""
    if not _is_installed("spacy"):
        return spacy_missing(pipeline)
    if not _is_installed(pipeline) and not Path(pipeline).is_dir():
        return pipeline_missing(pipeline)
    if not _is_pipeline(pipeline):
        return (
            f"{pipeline} is installed, but is no spaCy pipeline. Name one that is, such as "
            'spacy:en_core_web_sm, or set entities.engine = "builtin".'
        )
    return ""


def spacy_missing(pipeline: str) -> str:
    """Return what to do where spaCy is not installed."""
    return (
        f"The entity engine spacy:{pipeline} needs spaCy, which is not installed. "
        "Install it with: pip install 'tuireader[spacy]' "
        f"and then: python -m spacy download {pipeline} "
        'or set entities.engine = "builtin".'
    )


def pipeline_missing(pipeline: str) -> str:
    """Return what to do where a pipeline is not installed."""
    return (
        f"The spaCy pipeline {pipeline} is not installed. "
        f"Install it with: python -m spacy download {pipeline} "
        'or set entities.engine = "builtin".'
    )


def pipeline_version(pipeline: str) -> str:
    """Return the version of a pipeline, which is a package or a folder; empty where unknown."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(pipeline)
    except (PackageNotFoundError, ValueError):
        pass
    return str(_meta(pipeline).get("version", ""))


def _meta(pipeline: str) -> dict[str, object]:
    """Return what a folder says of the pipeline in it; nothing where it does not."""
    try:
        meta = json.loads((Path(pipeline) / "meta.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def _is_pipeline(pipeline: str) -> bool:
    """Whether a folder, or else a package, holds what spaCy writes of a pipeline."""
    if Path(pipeline).is_dir():
        return (Path(pipeline) / "config.cfg").is_file()
    spec = find_spec(pipeline)
    folders = (spec.submodule_search_locations if spec else None) or ()
    return any((Path(folder) / "meta.json").is_file() for folder in folders)


def _is_installed(module: str) -> bool:
    try:
        return module.isidentifier() and find_spec(module) is not None
    except (ImportError, ValueError):
        return False
