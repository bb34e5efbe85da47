"""Pages as a strict parser of HTML reads them, and what may be in one."""

import re

import html5lib

# The elements of a page, each with the attributes it may have.
ELEMENTS = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"},
    "title": {"id"}, "style": set(), "body": set(), "main": set(), "header": set(), "h1": set(),
    "h2": set(), "p": {"class"}, "b": set(), "nav": {"aria-label"}, "a": {"href"},
    "section": {"id"}, "div": {"class"}, "span": set(), "wbr": set(), "figure": set(),
    "figcaption": set(), "details": set(), "summary": set(), "table": {"class"}, "thead": set(),
    "tbody": set(), "tr": {"class"}, "th": {"scope", "class", "colspan"},
    "td": {"class", "data-title", "colspan"}, "dl": set(), "dt": set(), "dd": set(), "pre": set(),
    "code": set(), "h3": set(),
    "svg": {"class", "viewBox", "role", "aria-labelledby", "aria-hidden"}, "g": {"class"}, "desc": {"id"},
    "path": {"class", "d", "stroke-width", "fill"}, "text": {"class", "x", "y", "transform"},
    "defs": set(), "pattern": {"id", "width", "height", "patternUnits", "patternTransform"},
}
# What the attributes may say whose values are code or addresses.
VALUES = {
    "href": r"#[a-z0-9-]+", "id": r"[A-Za-z][A-Za-z0-9_-]*", "class": r"[a-z0-9 -]+",
    "fill": r"url\(#[A-Za-z0-9_-]+\)", "d": r"[MmLlHhVvZzAaCcQq0-9., -]+",
    "transform": r"rotate\(-90 [0-9. -]+\)", "role": "img",
}


def page(text):
    """The root element; raises `html5lib.html5parser.ParseError` where the text is no valid HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def elements(root):
    """All elements, each with its name without namespace and its attributes."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "(comment)", {}, element
        else:
            yield element.tag.rsplit("}", 1)[-1], element.attrib, element


def strangers(root):
    """What is no part of a page: elements, attributes and values that are not known."""
    found = []
    for name, attributes, _ in elements(root):
        if name not in ELEMENTS:
            found.append(f"<{name}>")
            continue
        for key, value in attributes.items():
            if name == "svg" and key.endswith("}xmlns"):
                continue
            if key not in ELEMENTS[name]:
                found.append(f"<{name} {key}>")
            elif key in VALUES and not re.fullmatch(VALUES[key], value):
                found.append(f"<{name} {key}={value[:60]!r}>")
    return found


def one_line(text):
    """The text with single spaces, which do not tell whether a line may end there."""
    return " ".join(text.replace("\u2011", "-").split())


def words(root):
    """All text of the page but its style, in one line."""
    return one_line(" ".join(
        "".join(element.itertext()) for name, _, element in elements(root)
        if name in ("title", "desc", "text", "h1", "p", "th", "td", "dt", "dd", "pre", "div",
                    "figcaption", "summary", "h2", "a")))
