"""The rules on offer (built-in ones, those of packs and of plugins), and which of them are in force."""
