"""What is known of hosts: which record an address names, and what that record's page says.

A host is data in refs/hosts.toml; one whose pages can be read has a small module here, too.
Nothing here uses the network.
"""

from srccheck.links.hosts.data import Form, Host, all_hosts, host_of
from srccheck.links.hosts.recognise import Known, Record, recognise, recogniser_of

__all__ = [
    "Form",
    "Host",
    "Known",
    "Record",
    "all_hosts",
    "host_of",
    "recognise",
    "recogniser_of",
]
