"""The types that the rooms share: frozen, without behaviour beyond looking up their own fields."""
