"""What is noticed in an invitation, for wherever one is shown: ``{{ text|remarks }}``."""

from django import template

from sessions import words_phrasing

register = template.Library()

register.filter("remarks", words_phrasing.remarks)
register.filter("well", words_phrasing.well_in_words)
register.filter("seconds", words_phrasing.seconds_in_words)
