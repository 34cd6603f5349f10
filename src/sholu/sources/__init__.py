"""Who publishes what, and bringing its bytes in. The only door to the network."""
