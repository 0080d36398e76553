"""The page: templates and plain ES modules."""
