"""What retrieval keeps of each article beside it in the documents' store: passages, word forms, who speaks."""
