"""Addresses that are nobody's business: those of the machine and of the network it stands in.

A manuscript comes from elsewhere. An address in it must not make the editor's machine ask its own
services or its neighbours' (server-side request forgery).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NAT64 = ip_network("64:ff9b::/96")
_LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "localdomain")


def is_private_address(text: str) -> bool:
    """Tell whether an IP address is one that no public host has.

    >>> is_private_address("127.0.0.1"), is_private_address("8.8.8.8")
    (True, False)
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return True  # what cannot be read is not connected to
    return any(not each.is_global or each.is_multicast for each in _meant(address))


def is_private_name(host: str) -> bool:
    """Tell whether a host is named as one of the machine or its network, before it is looked up."""
    if any(host == name or host.endswith(f".{name}") for name in _LOCAL_NAMES):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return is_private_address(host)


def _meant(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Give the addresses that packets to this one end at: an IPv6 one may wrap an IPv4 one."""
    if isinstance(address, IPv4Address):
        return [address]
    wrapped: list[IPv4Address | IPv6Address] = []
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        wrapped.append(address.sixtofour)
    if address.teredo is not None:
        wrapped.extend(address.teredo)
    if address in _NAT64:
        wrapped.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [address, *wrapped]
