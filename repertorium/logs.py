"""What our logs leave out."""

import logging
import re

QUERY_STRING = re.compile(r"\?[^\s\"']*")


class WithoutQueryString(logging.Filter):
    """Cut every query string: it holds what somebody looked for, and where."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if "?" in message:
            record.msg, record.args = QUERY_STRING.sub("", message), ()
        return True
