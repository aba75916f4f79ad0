"""Mail on one's own machine: kept as files in `var/mail/`, with its links on the terminal."""

import logging
import os
import re
import stat

from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend

logger = logging.getLogger(__name__)


class LocalMail(EmailBackend):
    """Writes each batch of messages to a file that mail programs open, and says which links it holds.

    Without EMAIL_URL. On a public site that would show everybody's links to whoever reads the log: a check of
    `manage.py check --deploy` says so.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        os.chmod(self.file_path, stat.S_IRWXU)  # links that let people in are for the owner of the machine

    def _get_filename(self) -> str:
        return f"{super()._get_filename().removesuffix('.log')}.eml"

    def write_message(self, message: EmailMessage) -> None:
        self.stream.write(message.message().as_bytes() + b"\n")
        links = re.findall(r"https?://\S+", message.body)
        logger.info("Mail to %s: %s %s", ", ".join(message.to), message.subject, " ".join(links))
