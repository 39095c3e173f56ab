"""Messages out to Word, Excel and CAT tools, and what came back of them."""
