"""Mail on one's own machine."""

import logging

from django.core.mail import EmailMultiAlternatives

from repertorium.mail import LocalMail


def test_is_a_file_and_its_links_are_on_the_terminal(tmp_path, caplog):
    message = EmailMultiAlternatives("Hallo", "Open https://localhost/nl/x/ nu.", "a@example.org", ["b@example.org"])
    message.attach_alternative("<p>Open</p>", "text/html")
    with caplog.at_level(logging.INFO, "repertorium.mail"):
        LocalMail(file_path=tmp_path).send_messages([message])
    (file,) = tmp_path.glob("*.eml")
    assert "Subject: Hallo" in file.read_text()
    assert "b@example.org" in caplog.text
    assert "https://localhost/nl/x/" in caplog.text
