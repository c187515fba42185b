"""Making ids: from a name, a CAS number or a code, the same in every edition."""

import re
import unicodedata

ID = re.compile(r"[A-Za-z0-9_-]{1,50}")


def id_from(text: str) -> str:
    """Give the id for a name or code: ASCII letters, digits, `-` and `_`, 50 at most."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9-]+", "_", plain).strip("_")[:50]


def squeezed(text: str) -> str:
    """Give letters and digits only, upper case: the key of a code however it is parted."""
    return "".join(sign for sign in text.upper() if sign.isalnum())
