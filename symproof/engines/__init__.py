"""Engines: what searches for certificates and for points. Nothing here is trusted; the kernel checks what they find."""
