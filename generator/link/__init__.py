"""From typed files to one linked handbook, in which every name has been resolved once."""
