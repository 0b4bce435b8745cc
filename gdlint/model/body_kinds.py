"""The kinds of administrative bodies."""

BODY_KINDS = ("town", "street", "department", "county", "city", "province", "other")
