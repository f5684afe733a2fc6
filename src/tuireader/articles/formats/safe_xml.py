"""XML that may be hostile: no entities of its own, nothing fetched, bounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuireader.articles.formats.archive import ArchiveError


def parse_xml(content: bytes) -> Any:
    """Return the root of an XML document, without entities of its own or anything from outside.

    Args:
        content: The document.

    Raises:
        ArchiveError: There is no element in it.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ArchiveError("The file is damaged or not complete.") from error
    if root is None:
        raise ArchiveError("The file is damaged or not complete.")
    return root


def elements(root: Any, name: str) -> Iterator[Any]:
    """Yield the elements of a name, whatever their namespace."""
    yield from root.iter(f"{{*}}{name}")
