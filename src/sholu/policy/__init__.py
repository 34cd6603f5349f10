"""Did a change of law work: measures, designs, disagreement, pilots."""
