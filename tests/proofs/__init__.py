"""What is proven by trying it often: power cuts, faults, kills, damage, hostile files."""
