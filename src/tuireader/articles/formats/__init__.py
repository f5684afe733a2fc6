"""One module a file format; third-party parsers stay inside, loaded on first use.

Each module has the same shape, which `Format` states: ``NAME``, ``SUFFIXES``, ``accepts`` and
``read``. `registry.FORMATS` lists them in the order in which they are asked.
"""
