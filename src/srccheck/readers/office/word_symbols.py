"""Characters that Word keeps as a number in a symbol font."""

from __future__ import annotations

# The Symbol font's letters by its code, from Unicode's mapping of Adobe's Symbol encoding
# (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt).
_GREEK = dict(
    zip(
        range(0x41, 0x5B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
) | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SIGNS = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0x2D: "−", 0xD2: "®", 0xD3: "©",
}  # fmt: skip
_SYMBOL = _GREEK | _SIGNS


def symbol(font: str, code: str) -> str:
    """Give the character of a ``w:sym``; "" where the code is none.

    Fonts other than Symbol show what a reader cannot be told; their code stands for itself.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return ""
    if font.lower() == "symbol":
        low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
        return _SYMBOL.get(low, chr(low) if 0x20 <= low < 0x7F else chr(number))
    if 0xF020 <= number <= 0xF07E and "ding" not in font.lower():
        return chr(number - 0xF000)
    return chr(number)
