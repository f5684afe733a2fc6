"""The articles of some folders and files: listed, loaded, searched."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.config import cache_folder
from tuireader.library.catalogue import Catalogue
from tuireader.library.entry import Entry, Loaded
from tuireader.library.index import reader
from tuireader.library.index.index import Index
from tuireader.library.progress import Progress
from tuireader.library.recipe import Encodings, Recipe
from tuireader.library.scan import find_files

if TYPE_CHECKING:
    from tuireader.articles.article import Unreadable
    from tuireader.articles.cleaning.own_phrases import OwnPhrases
    from tuireader.articles.formats.format import ReadOptions
    from tuireader.library.executors import OpenExecutor
    from tuireader.library.overruling import Overruling


class Library(Catalogue):
    """The articles under some roots, with an index that makes all but the first start quick.

    Every method may be called from any thread.

    Args:
        roots: Folders and files, in the order given.
        cache: The folder the index is kept in; None for `config.cache_folder`.
        annotation: How articles are annotated.
        phrases: The reader's own phrases for cleaning; what was cleaned otherwise is read anew.

    Attributes:
        roots: The roots as absolute paths.
        encodings: Returns the encodings that the reader chose for files; it is called from any
            thread. None are, until it is set.
        overruling: Returns what the reader put right, so that the index says it too; likewise.
        annotation: How articles are annotated from now on; `update` reads those anew that were
            annotated otherwise.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        cache: Path | None = None,
        annotation: AnnotationSettings = DEFAULT,
        phrases: tuple[OwnPhrases, ...] = (),
    ) -> None:
        self.roots = tuple(Path(os.path.abspath(root)) for root in roots)
        super().__init__(Index(self.roots, cache or cache_folder()))
        self.annotation = annotation
        self._phrases = phrases
        self.encodings: Callable[[], Encodings] = tuple
        self.overruling: Callable[[], Overruling | None] = lambda: None
        self._overruled: frozenset[str] = frozenset()
        self._settled: dict[bytes, int] = {}

    @property
    def _recipe(self) -> Recipe:
        overruling = self.overruling()
        if overruling is not None:
            self._overruled |= frozenset(overruling.articles)
        return Recipe(self.annotation, self.encodings(), overruling, self._phrases)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader must be told about the index, as sentences."""
        return self._index.notices

    def entries(self) -> list[Entry]:
        """Return what is known at once, without reading any file: the list's first paint."""
        known = self._index.read(reader.all_entries)
        return known or [Entry(path, title=path.name) for path in find_files(self.roots)]

    def refresh(self) -> Iterator[list[Entry]]:
        """Read what is new or changed; yield, some files at a time, the full entries of each.

        Slow: call it in a worker. It may be abandoned at any point.
        """
        for progress in self.update():
            if progress.entries:
                yield list(progress.entries)

    def update(
        self,
        open_executor: OpenExecutor | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Progress]:
        """Bring the index up to date with the files; yield how far it is.

        Slow: call it in a worker. It may be abandoned at any point: what was yielded is kept,
        and the next call goes on from there.

        Args:
            open_executor: Where files are read, from `executors`; None to choose by the work.
            stop: Asked about ten times a second; once it says True nothing more is read.
        """
        from tuireader.library.update import update

        settled = self._settled
        yield from update(self._index, self.roots, open_executor, stop, self._recipe, settled)
        yield from self.read_corrected(stop=stop)  # what was put right meanwhile

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        """Follow what happens to the files; yield what is new, changed, moved or gone.

        The first step is empty and says that from now on nothing is missed. Where the index
        turns out to be damaged, everything is read anew. Call it in a thread of its own. Where
        the system refuses to watch, `notices` says so and it ends.

        Args:
            stop: Ends it within a fraction of a second.
        """
        from tuireader.library.update import update_some
        from tuireader.library.watch import changed_paths

        whole = self._index.rebuilt

        def emptied() -> bool:
            return self._index.rebuilt != whole

        try:
            for paths in changed_paths(self.roots, stop, emptied):
                if not paths:  # it has begun; what changed before is still to be seen
                    yield Progress(0, 0)
                steps = update_some(self._index, paths, stop.is_set, self._recipe, self._settled)
                for progress in self.update(stop=stop.is_set) if steps is None else steps:
                    if progress.done or progress.entries or progress.gone:
                        yield progress
                whole = self._index.rebuilt
        except OSError as error:
            self._index.notify(
                f"The folders cannot be watched ({error}): new files appear at the next start."
            )

    def read_in_new_encodings(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read the files anew for which the reader chose another encoding; as `update`.

        Args:
            stop: As for `update`.
        """
        from tuireader.library.update import update_encodings

        return update_encodings(self._index, stop, self._recipe)

    def read_corrected(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read the articles anew in which the reader put something right since; as `update`.

        Args:
            stop: As for `update`.
        """
        from tuireader.library.update import update_corrected

        recipe = self._recipe
        return update_corrected(self._index, stop, recipe, self._settled, self._overruled)

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
        checkpoint: Checkpoint = go_on,
    ) -> Loaded | Unreadable:
        """Open the article of an entry and annotate it; slow, so call it in a worker.

        Args:
            entry: Any entry of this library.
            options: What the reader overrules, such as the encoding.
            overruling: What the reader put right; None for what the program thinks.
            checkpoint: Asked between the steps.

        Raises:
            GivenUpError: By the checkpoint.
        """
        from tuireader.articles.formats.format import ReadOptions
        from tuireader.library.opening import open_entry

        encodings = overruling.encodings if overruling else self.encodings()
        wanted = options or ReadOptions(encodings=encodings, phrases=self._phrases)
        return open_entry(entry, wanted, overruling, self.annotation, checkpoint)

    def close(self) -> None:
        """Let go of the index; it need not be called, and may be called twice."""
        self._index.close()
