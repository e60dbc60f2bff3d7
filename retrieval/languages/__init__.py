"""What the rules of terms and questions need to know of each language: data only, the same names in each."""
