from __future__ import annotations
def read_american(text,anchor,floor,registry,names,last): return []
