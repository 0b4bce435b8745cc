"""Word documents as bytes: where their elements stand, and how parts of them are replaced while all others stay."""
