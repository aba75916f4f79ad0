"""Addresses as QR codes, drawn as SVG."""

import segno
from django.utils.safestring import SafeString, mark_safe


def svg(address: str) -> SafeString:
    """An SVG picture of an address, one unit a module, to be sized by CSS. It has no text: say beside it what it is."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(svgclass="qr", lineclass=None, omitsize=True))  # noqa: S308 - made of squares
