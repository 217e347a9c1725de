"""What people do on pages, one function per act, in the words of the page and never by its code."""
