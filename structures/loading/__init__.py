"""Between the files of the catalogue and the database: reading, checking, storing, writing.

A file becomes a *record*: plain dictionaries, lists, strings and numbers with every key of the layout. The
same record is made from the database, so that the two can be compared, and written as a file again.
"""
