"""Questions about formatting."""
OPERATIONS = []
