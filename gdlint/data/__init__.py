"""Finding, loading and bundling the data that come with gdlint: rules, forms, grammars, packs."""
