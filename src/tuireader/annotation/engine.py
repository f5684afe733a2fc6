"""The name and version of what annotates: by it the index knows what was made otherwise."""

from __future__ import annotations

from functools import lru_cache

from tuireader.annotation.entities.engine_names import engines_in, pipeline_of, pipeline_version
from tuireader.annotation.settings import AnnotationSettings

ENGINE = "builtin/39"
"""Name and version of the quotes, the speakers and the built-in engine for names.

To be raised by one with each change after which an article may be annotated differently: a rule,
a list of words, a cue, the model, the way names are joined or speakers are chosen. Indexes then
read their articles anew in the background. A change of speed, of code alone, or of what is done
with an annotation does not raise it.
"""


@lru_cache(maxsize=16)
def engine_of(settings: AnnotationSettings) -> str:
    """Return the name and version of what annotates under some settings.

    It is ``builtin/39``, or ``builtin/39 spacy:en_core_web_sm/3.8.0`` with a spaCy pipeline, and
    ends with a digest such as ``own:1f0c2d3e`` where the reader has names or cues of their own.
    """
    parts = [ENGINE]
    engines = engines_in(settings.engine)
    if any(map(pipeline_of, engines)):
        parts.append(",".join(map(_with_version, engines)))
    if settings.own_names or settings.own_cues:
        from hashlib import blake2b

        names = [(name.label.value, *name.forms) for name in settings.own_names]
        own = repr((names, [(cues.language, cues.lists) for cues in settings.own_cues]))
        parts.append(
            f"own:{blake2b(own.encode(errors='surrogatepass'), digest_size=8).hexdigest()}"
        )
    return " ".join(parts)


def _with_version(engine: str) -> str:
    pipeline = pipeline_of(engine)
    return f"{engine}/{pipeline_version(pipeline)}" if pipeline else engine
