"""Small reusable widgets; they know the theme and the domain, no tab and no window."""
