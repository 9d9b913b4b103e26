from __future__ import annotations
def read_unnamed(text,anchor,floor): return []
