"""What our logs leave out: what somebody looked for, links that let people in, and what the database was given."""

import logging
import re

from gunicorn.glogging import Logger

LEFT_OUT = "…"
QUERY_STRING = re.compile(r"\?[^\s\"']*")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# A link that lets somebody in: a long part of an address with capitals, colons or many hexadecimal digits.
SECRET_PART = re.compile(r"/(?:(?=[\w:=-]*[A-Z:=])[\w:=-]{16,}|[\w-]*[0-9a-f]{20,}[\w-]*)(?=[/\s\"']|$)")
# What PostgreSQL says besides what went wrong: the statement, and the values in it.
OF_A_STATEMENT = re.compile(
    r"^(?:DETAIL|CONTEXT|STATEMENT|QUERY|LINE \d+|PARAMETERS):? .*(?:\n\s*\^)?\n?", re.MULTILINE
)
# "psycopg.errors.DataError: invalid input syntax for type integer: "0470 12 34 56"": a value stands in quotes.
VALUE_IN_AN_ERROR = re.compile(
    r"^(?P<error>[\w.]+(?:Error|Exception|Violation|Exist\w*|Overflow\w*): )(?P<words>.*)$", re.MULTILINE
)
IN_QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'")


def scrubbed(text: str) -> str:
    """A line of a log, or an error with its way through the code, without what is nobody else's business."""
    text = OF_A_STATEMENT.sub("", text)
    text = VALUE_IN_AN_ERROR.sub(lambda line: line["error"] + IN_QUOTES.sub(LEFT_OUT, line["words"]), text)
    return EMAIL.sub(LEFT_OUT, SECRET_PART.sub(f"/{LEFT_OUT}", QUERY_STRING.sub("", text)))


class ScrubbingFormatter(logging.Formatter):
    """Writes records without what is nobody else's business, errors included."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


class GunicornLogger(Logger):
    """gunicorn's own lines, which hold the address of a request that failed, in the same way."""

    def setup(self, cfg) -> None:
        super().setup(cfg)
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            handler.setFormatter(ScrubbingFormatter(self.error_fmt, self.datefmt))
