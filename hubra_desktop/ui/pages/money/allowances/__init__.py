"""The part Arvoden: rates, lists and forms."""
