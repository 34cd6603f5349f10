"""Ties between actors: structure, brokers, disruption, routes."""
