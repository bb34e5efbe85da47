"""Texts that would be code in HTML, Markdown, a shell or a spreadsheet, if they were taken so."""

# As they may stand in a scenario: on one line, without control or invisible characters.
LINES = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><script>alert(1)",
    "' onmouseover='alert(1)", "]]>", "<!--", "--><b>", "&lt;script&gt;", "&#60;b&#62;", "&amp",
    "{{{x}}}", "{{pageTitle}}", "{{#sections}}", "<\u0301script>alert(1)", "\"\u0301>\u0301<b>",
    "&\u0301lt;", "<![CDATA[", "<?php", "</svg><script>alert(1)</script>", "</title><b>x",
    "javascript:alert(1)", "[x](javascript:alert(1))", "![x](http://x.test/y)", "<http://x.test>",
    "[x]: http://x.test", "**x** _y_ `z` ~~w~~", "| a | b |", "a | b", "\\| a", "# x", "1. x",
    "2) x", "- x", "+ x", "* x", "> x", "---", "===", "```", "~~~", "\\", "$x$", "=HYPERLINK(\"http://x.test\")",
    "@SUM(1)", "+1", "-1", "=1+1", "%0A", "$(touch x)", "`touch x`", "'; touch x; '",
    "\U0001F469\u200D\U0001F52C", "\U0001F1E9\U0001F1EA", "z\u0301\u0302\u0303\u0304",
    "\u0645\u0631\u062d\u0628\u0627", "\u5927\u6a21\u578b", "x" * 490, "<" * 490, "\uFFFD\uFDD0",
]

# What only an edited file may hold.
TEXTS = LINES + [
    "\u202E<script>", "\u2066x\u2069", "a\u0000b", "a\tb", "a\nb", "a\r\nb", "\n# x", "\n\n<b>x",
    "\x1b[31mred", "\x7f\x9b31m", "\u2028x\u2029", "\u00ADx\u200B", "\t=1+1", "\r=1+1", "   =1",
    "    <b>code</b>", "x" * 5000, "<b>" * 2000, "", " ", "\uE000", "\U000E0001",
]
