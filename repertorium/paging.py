"""Lists in pages: the addresses of the next and the previous one."""

from urllib.parse import urlencode


class Paged:
    """A list with `page` (of Django's paginator), whose pages keep what else its address asks for."""

    def kept(self) -> dict[str, str]:
        """What the address of every page of this list has besides its number; what is empty is left out."""
        return {}

    def query(self, **other) -> str:
        """The query string of this list with something else."""
        return urlencode({name: value for name, value in {**self.kept(), **other}.items() if value})

    @property
    def next_query(self) -> str:
        return self.query(page=self.page.next_page_number())

    @property
    def previous_query(self) -> str:
        return self.query(page=self.page.previous_page_number())
