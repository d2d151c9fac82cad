"""The page Sammanträden: the meetings of a year and the agenda of one."""
