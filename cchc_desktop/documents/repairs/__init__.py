"""What of the findings is mended safely, and how: looks, sheets and blanks, never words."""
