"""What stands between commas or brackets after a noun phrase."""

from __future__ import annotations

from tuireader.annotation.attribution.verbs import COORDINATORS, Verbs

LONGEST_INSERTION = 32
"""How many tokens an apposition between a subject and its verb may have."""


class Insertions(Verbs):
    """Steps over the appositions of one article."""

    def before_insertion(self, at: int, start: int) -> int:
        """Return the token before ``, his lawyer,`` or ``(R-Tex.)`` that ends at a token."""
        words = self.words
        mark = words.tokens[at].text
        opening = "(" if mark == ")" else mark
        position = at - 1
        while position >= start and at - position <= LONGEST_INSERTION:
            if words.tokens[position].text == opening and words.quoted[position] < 0:
                before = position - 1
                if before < start:
                    return before
                if mark != ")" and words.lower[position + 1] in COORDINATORS:
                    return self.before_insertion(position, start)
                if words.tokens[before].text in ",)" and mark != ")":
                    return self.before_insertion(before, start)
                if self._in_list(before, position, at):
                    position -= 1
                    continue
                return self._before_tag(before, start)
            position -= 1
        return start - 1

    def _before_tag(self, at: int, start: int) -> int:
        """Return the token before an age or a party: "Ann Lee, 54, of Ames"."""
        words = self.words
        first = at - 1 if words.tokens[at].text == "." and at > start else at
        text = words.tokens[first].text
        tag = text.isdigit() or (text[0].isupper() and text[1:2] == "-")
        if tag and first - 2 >= start and words.tokens[first - 1].text == ",":
            return first - 2
        return at

    def _in_list(self, before: int, comma: int, at: int) -> bool:
        """Whether a comma only separates a place from its state, or members of a list."""
        state = comma + 2 == at or (comma + 3 == at and self.words.tokens[comma + 2].text == ".")
        return state and self.is_proper(comma + 1) and self._part_of_place(before, comma)

    def _part_of_place(self, before: int, comma: int) -> bool:
        words = self.words
        position = before
        while position >= 0 and self.is_proper(position):
            position -= 1
        return position >= 0 and words.lower[position] in ("in", "of", "from", "at", "near")
