"""Which order each view was last given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tuireader.app.last_session import LastSession
from tuireader.app.ordering import Order
from tuireader.app.view import View
from tuireader.config import Settings


class ViewOrders:
    """The orders of the views, by their queries.

    Args:
        usual: The order of a view that was never given one.
        kept: Those of the last session, as `text_of` writes them.
    """

    def __init__(self, usual: Order, kept: Mapping[str, str]) -> None:
        self._usual = usual
        self.kept = dict(kept)

    def in_order(self, view: View, own: str = "") -> View:
        """Return a view in the order that it had last.

        Args:
            view: The view.
            own: The order it was kept with, as `text_of` writes it.
        """
        text = self.kept.get(view.within, own)
        name = text.removeprefix("-")
        if name not in tuple(Order):
            return replace(view, order=self._usual, reverse=False)
        return replace(view, order=Order(name), reverse=text.startswith("-"))

    def keep(self, view: View) -> None:
        """Remember the order of a view."""
        self.kept[view.within] = text_of(view)


def text_of(view: View) -> str:
    """Return the order of a view as a text, such as ``-title``."""
    return f"{'-' * view.reverse}{view.order}"


def view_orders(settings: Settings, last: LastSession) -> ViewOrders:
    """Return the orders of the views.

    That of all articles is forgotten where the setting has been changed since.
    """
    usual = settings.text("list", "order")
    changed = last.usual_order != usual
    kept = {query: text for query, text in last.orders.items() if query or not changed}
    return ViewOrders(Order(usual), kept)


def first_view(settings: Settings, last: LastSession) -> View:
    """Return what is listed at the start."""
    view = View(grouped=settings.flag("list", "group"))
    return view_orders(settings, last).in_order(view)
