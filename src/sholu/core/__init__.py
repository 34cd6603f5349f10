"""Values that every room shares: quantities, dates, markings, findings, errors.

No disk, no network.
"""
