"""A Course in one language → what stands on which slide and page, as data. Pure."""
