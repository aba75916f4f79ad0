"""Files that nobody asked for are refused at the door."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 2_500_000  # of a form with everything in it, as Django limits plain ones


class NoFiles(FileUploadHandler):
    """For forms that take no file: Django would write whatever is sent to disk before a view sees it."""

    def handle_raw_input(self, input_data, META, content_length, *args, **kwargs):  # noqa: N803 - Django's name
        """Refuse a form that is too long before any of it is read."""
        if content_length > MOST_BYTES:
            raise RequestDataTooBig("A form of this size is not accepted.")

    def new_file(self, *args, **kwargs):
        """Refuse the first file that comes.

        Raises:
            RequestDataTooBig: always; Django answers 400.
        """
        raise RequestDataTooBig("This form takes no files.")

    def receive_data_chunk(self, raw_data, start):
        """Never reached."""
        return

    def file_complete(self, file_size):
        """Never reached."""
        return
