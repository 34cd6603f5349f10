"""Find what is known in a text: places, substances, quantities, dates, agencies, law, people."""
