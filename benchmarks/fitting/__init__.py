"""What is fitted on development data: each script prints its figures out of fold and writes a file that a person can read."""
