"""Links: takes the links of an apparatus, asks for each over the network, and gives a verdict with
its evidence. It runs only when it is asked to; ``links.hosts`` and ``links.address``, which rules
use, never leave the machine.
"""
