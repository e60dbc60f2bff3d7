"""What is particular to a language: modules of data only, with the same names in each."""
