"""Places where editors work already: each module is for one of them."""
