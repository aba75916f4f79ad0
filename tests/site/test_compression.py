"""Pages travel compressed, and say so."""

import gzip

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from repertorium.compression import QuickGZipMiddleware

PAGE = b"<p>hulp</p>" * 500


def answer(response, accepted="gzip, br"):
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    return QuickGZipMiddleware(lambda _request: response)(request)


def test_a_page_is_the_same_once_unpacked():
    answered = answer(HttpResponse(PAGE))
    assert answered["Content-Encoding"] == "gzip"
    assert answered["Vary"] == "Accept-Encoding"
    assert int(answered["Content-Length"]) == len(answered.content) < len(PAGE) / 5
    assert gzip.decompress(answered.content) == PAGE


def test_its_length_says_nothing_of_a_secret_in_it():
    assert len({len(answer(HttpResponse(PAGE)).content) for _ in range(50)}) > 10


def test_the_tag_of_a_page_becomes_weak():
    assert answer(HttpResponse(PAGE, headers={"ETag": '"1"'}))["ETag"] == 'W/"1"'


@pytest.mark.parametrize(
    ("response", "accepted"),
    [
        (HttpResponse(PAGE), "br"),
        (HttpResponse(PAGE), ""),
        (HttpResponse(b"short"), "gzip"),
    ],
)
def test_left_as_it_is(response, accepted):
    content = response.content
    answered = answer(response, accepted)
    assert "Content-Encoding" not in answered
    assert answered.content == content


def test_what_is_compressed_already_is_not_compressed_again():
    packed = gzip.compress(PAGE)
    answered = answer(HttpResponse(packed, headers={"Content-Encoding": "gzip"}))
    assert answered.content == packed


def test_what_is_streamed_too():
    answered = answer(StreamingHttpResponse(iter([PAGE, PAGE])))
    assert gzip.decompress(b"".join(answered.streaming_content)) == PAGE * 2
