"""Who said each quote: cues, candidate speakers, and the names behind pronouns and roles."""
