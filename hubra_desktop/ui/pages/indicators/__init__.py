"""The page Mått: the indicators, their values and what they tell."""
