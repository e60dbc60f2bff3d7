"""What is fitted on development data: scripts that tell figures out of fold and write files that a person can read."""
