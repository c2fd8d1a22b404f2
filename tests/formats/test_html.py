import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.edits import apply, to_original, undo
from cleanup.errors import EditError
from cleanup.findings import Edit
from cleanup.formats import html
from cleanup.markup import tokens
from cleanup.text import Span

PAGE = """<!DOCTYPE html>
<html lang="fr" class="notranslate"><head><meta charset="utf-8"><title>Putin&#8217;s visit &amp; more</title>
<style>p > a { color: red }</style><script>if (a < b && "</p>") alert("is. not");</script></head>
<body><H1>Putin to visit
   North&nbsp;Korea</H1>
<p class="x">The man met Kim&#x2019;s father</a>. <a href="/k?a=1&b=2">Jung Un</a>,<br/> then <em>left</em>.</p>
<ul><li>One<li>Two <code>x = 1</code> here</ul>
<pre>  not. prose </pre><p>AT&T &copy2024 a < b <i lang="fr">le monde. entier</i></p>
<!-- cleanup: off --><p>Leave. this</p><!-- cleanup: on --><!-- cleanup: ignore any-en.* fr-en.x --><p>Mind <b>this</b>
</p>"""

WORDPRESS = """<!-- wp:paragraph {"dropCap":true} -->
<p>First. paragraph</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":1} --><figure><img src="a.jpg" alt="not. prose"/><figcaption>A caption</figcaption></figure><!-- /wp:image -->
"""  # noqa: E501 - as WordPress writes it

READINGS = [
    ("plain", "plain"),
    ("<p> a \n\t b </p>\n<p>c</p>", "a b\n\nc"),
    ("a<br>b <BR />\n c<br>", "a\nb\nc"),
    ("<p><br>a<br><br>b</p>", "a\n\nb"),
    ("a <b> b </b> c", "a b c"),
    ("<b>a</b>b", "ab"),
    ("&lt;p&gt; &amp;amp; &eacute;&copy;&copy2 &notit; &bogus; &", "<p> &amp; é©©2 ¬it; &bogus; &"),
    ("&#8217;&#x2019;&#146;&#39", "’’’'"),
    ("a&#32; &#10;b&nbsp; c", "a b\u00a0 c"),
    ("&#0;&#xD800;&#1114112;&#" + "9" * 5000 + ";", "�" * 4),
    ("a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg>f", "af"),
    ("a<!-- b --><!c><?d?><?php if (1 > 0) ?><![CDATA[ e > f ]]>g", "ag"),
    ("a <img alt='b'> <code>c <b>d</b></code>, <textarea><p>e</textarea><math>f</math>", "a ￼ ￼, ￼￼"),
    ("<p><img></p><p>a</p><p> <img> <br> </p><p><img> b</p>", "a\n\n￼ b"),
    ("a <code>b", "a b"),
    ("<p>a<pre>b\nc</pre>d", "a\n\nd"),
    ("a <span translate=no>b</span> <i contenteditable='FALSE'>c</i><p class='x notranslate'>d</p>e", "a ￼ ￼\n\ne"),
    ("One\n\nTwo <b>x</b>\r\n\r\n<blockquote>Three\n\nmore</blockquote>Four", "One\n\nTwo x\n\nThree more\n\nFour"),
    ("a < b <3 c > d <", "a < b <3 c > d <"),
    ("a </ b>c</>d", "a cd"),
    ("<p title='a > b' data=\">\" x=<y>c</p>", "c"),
    ('<a href="x>a</a> b', "a b"),
    ("a <b", "a"),
    ("<table><tr><td>a<td>b</table>c", "a\n\nb\n\nc"),
    ("<!-- a", ""),
    ("a\0b", "a\0b"),
    ("", ""),
    (WORDPRESS, "First. paragraph\n\nA caption"),
]

PARTS = [
    *("<p>", "</p>", "<a>", "</a>", "<b x='", "<br>", "<img>", "<code>", "</code>", "<pre>", "</pre>", "<li>", "<q"),
    *("<i lang=fr>", "<i lang=en>", "</i>", "<svg>", "</svg>", "<P translate=no>", "<script>", "</script>"),
    *("<!--", "-->", "<!-- cleanup: off -->", "<!-- cleanup: on -->", "<!-- cleanup: ignore x -->", "<![CDATA[", "]]>"),
    *("&amp;", "&ltx", "&#10;", "&#", "&", "<", ">", "</", "<!", "<?", "\0", " ", "  ", "\n", "\n\n", " \r\n "),
    *("word", "Jung.", "“no”", "0"),
]
broken = st.lists(st.sampled_from(PARTS) | st.text(max_size=5), max_size=30).map("".join)


def tags(page: str) -> list[str]:
    return [page[token.start : token.stop] for token in tokens(page)]


def edited(page: str, before: str, after: str) -> str:
    document = html.read(page)
    start = document.text.index(before)
    return apply(page, to_original(document, [Edit(Span(start, start + len(before)), after)]))


@pytest.mark.parametrize(("page", "prose"), READINGS)
def test_prose_reads_as_a_browser_shows_it(page: str, prose: str) -> None:
    document = html.read(page)
    assert document.text == prose
    assert document.original == page


def test_a_page() -> None:
    document = html.read(PAGE)
    assert document.text.split("\n\n") == [
        "Putin’s visit & more",
        "Putin to visit North\u00a0Korea",
        "The man met Kim’s father. Jung Un,\nthen left.",
        "One",
        "Two ￼ here",
        "AT&T ©2024 a < b le monde. entier",
        "Leave. this",
        "Mind this",
    ]
    assert [span.of(document.text) for span in document.protected] == ["Leave. this"]
    assert [(span.of(document.text), code) for span, code in document.declared] == [("le monde. entier", "fr")]
    assert [(span.of(document.text), glob) for span, glob in document.ignored] == [
        ("Mind this", "any-en.*"),
        ("Mind this", "fr-en.x"),
    ]
    stood = "".join(f"{document.text[max(at - 1, 0) : at]}|{document.text[at : at + 1]} " for at in document.boundaries)
    assert stood.split() == ["r|.", "|J", "n|,", "|l", "t|.", "|l", "r|", "|t", "s|"]


@pytest.mark.parametrize(
    ("page", "before", "after", "result"),
    [
        ("<p>Kim's father</a>. <a>Jung Un</a></p>", ".", "", "<p>Kim's father</a> <a>Jung Un</a></p>"),
        ("<p>Kim's father</a>. <a>Jung</a></p>", "father. Jung", "father Jung", "<p>Kim's father</a> <a>Jung</a></p>"),
        ("the <a>gift</a>. odd in", "gift. odd", "odd gift", "the odd <a>gift</a> in"),
        ("<b>ONU</b> and", "ONU", "UN", "<b>UN</b> and"),
        ("<i>T</i>he man", "The", "Those", "<i>T</i>hose man"),
        ("<b>a b</b> <i>c d</i>", "b c", "x", "<b>a x</b><i> d</i>"),
        ("AT&amp;T and", "and", "& <more>", "AT&amp;T &amp; &lt;more&gt;"),
        ("a&nbsp;b", "\u00a0", " ", "a b"),
        ("a b", " ", "\u00a0", "a&nbsp;b"),
        ("Kim&#8217;s", "Kim’s", "Un’s", "Un&#8217;s"),
        ("a \n b", "a b", "x y", "x \n y"),
        ("a<br>b", "a\nb", "x\ny", "x<br>y"),
        ("a <code>x</code> b", "a ￼ b", "c ￼ d", "c <code>x</code> d"),
        ("<p>a.</p><p>b</p>", "a.\n\nb", "a\n\nb", "<p>a</p><p>b</p>"),
        ("f&ThickSpace;g", "f\u205f", "h\u205f", "h&ThickSpace;g"),
        ("f&ThickSpace;g", "f\u205f", "h", "h\u200ag"),
    ],
)
def test_a_repair_leaves_the_tags(page: str, before: str, after: str, result: str) -> None:
    assert edited(page, before, after) == result


@pytest.mark.parametrize(
    ("page", "behind", "new", "result"),
    [
        ("<a>Bolaños</a>has", "Bolaños", " ", "<a>Bolaños</a> has"),
        ("said<a>Bolaños</a>", "said", " ", "said <a>Bolaños</a>"),
        ("<a>one</a><b>two</b>", "one", " ", "<a>one</a> <b>two</b>"),
        ("“<a>Le Monde</a> said", "Monde", "”", "“<a>Le Monde</a>” said"),
        ("the <a>leader</a>", "the ", "UN ", "the UN <a>leader</a>"),
        ("the <a>leader</a> of", "leader", "s", "the <a>leaders</a> of"),
        ("to <a>open</a> it", "to ", "re", "to <a>reopen</a> it"),
        ("say <a>this</a>.", "say ", "“", "say “<a>this</a>."),
        ("<p><b>All of it</b></p>", "it", ".", "<p><b>All of it.</b></p>"),
        ("<p>By <a>Kim</a></p>", "Kim", ".", "<p>By <a>Kim</a>.</p>"),
        ("<p><b>Paris</b> is</p>", "", "In ", "<p><b>In Paris</b> is</p>"),
        ("<p>a</p><p>b</p>", "a\n\n", "x", "<p>a</p><p>xb</p>"),
        ("a<br>b", "a\n", "x", "a<br>xb"),
    ],
)
def test_what_is_put_in_goes_where_an_editor_would_put_it(page: str, behind: str, new: str, result: str) -> None:
    document = html.read(page)
    at = document.text.index(behind) + len(behind)
    assert apply(page, to_original(document, [Edit(Span(at, at), new)])) == result


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("a<br>b", "a\nb", "a b"),
        ("a<br>b", "\n", ""),
        ("<p>a</p><p>b</p>", "a\n\nb", "a b"),
        ("<p>a</p><p>b</p>", "\n\n", ""),
        ("<p>a</p><p>b</p>", "a\n", "a"),
        ("a <img> b", "￼ ", ""),
        ("a < b", "< b", "<b"),
    ],
)
def test_what_is_fixed_never_changes(page: str, before: str, after: str) -> None:
    with pytest.raises(EditError):
        edited(page, before, after)


def test_nothing_is_put_between_blocks() -> None:
    document = html.read("<p>a</p><p>b</p>")
    with pytest.raises(EditError):
        to_original(document, [Edit(Span(2, 2), "x")])
    assert document.in_original(Span(1, 3)).of(document.original) == "</p><p>"


@pytest.mark.parametrize(
    ("page", "looks"),
    [
        (PAGE, True),
        (WORDPRESS, True),
        ("Some <b>bold</b> word", True),
        ("Line<br />\nline", True),
        ("a < b and b > c", False),
        ("John <john@example.com> said", False),
        ("<?xml version='1.0'?><rss><title>a</title></rss>", False),
        ("<?xml version='1.0'?><!DOCTYPE html><html><p>a</p></html>", True),
        ("", False),
    ],
)
def test_recognises(page: str, looks: bool) -> None:
    assert html.recognises(page) is looks


@given(broken)
def test_reading_never_fails_and_keeps_every_character(page: str) -> None:
    document = html.read(page)
    assert document.original == page
    assert apply(page, to_original(document, [])) == page


@given(broken)
def test_pieces_are_in_order_and_say_what_stands_there(page: str) -> None:
    document = html.read(page)
    at = original = 0
    for piece in document.pieces:
        assert piece.prose.start in {at, at + 2}
        assert document.text[at : piece.prose.start] in {"", "\n\n"}
        assert piece.original.start >= original
        at, original = piece.prose.stop, piece.original.stop
        shown, raw = piece.prose.of(document.text), piece.original.of(page)
        assert shown == raw or piece.fixed or (shown == " " and not unescape(raw).strip()) or raw.startswith("&")
    assert at == len(document.text)
    assert list(document.boundaries) == sorted(set(document.boundaries))
    for span in (*document.protected, *(span for span, _ in (*document.ignored, *document.declared))):
        assert 0 <= span.start < span.stop <= len(document.text)
    assert not re.search(r"^[ \t]|[ \t]$|  ", document.text.replace("\u2028", ""), re.MULTILINE)


@given(broken, st.data())
def test_replacing_a_word_replaces_that_word(page: str, data: st.DataObject) -> None:
    document = html.read(page)
    words = [m for m in re.finditer(r"(?<!<)(?<!< )[A-Za-z.“”]+", document.text) if m.group() != "zebra"]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    edits = to_original(document, [Edit(Span(*word.span()), "zebra")])
    result = apply(page, edits)
    assert tags(result) == tags(page)
    assert html.read(result).text == document.text[: word.start()] + "zebra" + document.text[word.end() :]
    assert apply(result, undo(edits, page)) == page


@pytest.mark.parametrize(
    "part",
    ["<a ", "<!--", '<a "', "<a ='", "&#x", "&", "<code>", "<p lang=fr>", "<pre>", "<script>", "  &", "<", "< ", "</"],
)
def test_hostile_pages_take_no_longer_than_their_length(part: str) -> None:
    page = part * (60_000 // len(part))
    start = time.process_time()
    html.read(page)
    assert time.process_time() - start < 2


def test_a_page_of_100_kilobytes_reads_at_once() -> None:
    page = (PAGE.partition("<body>")[2] * 200)[:100_000]
    start = time.process_time()
    html.read(page)
    assert time.process_time() - start < 0.5  # 0.05 s on an idle machine
