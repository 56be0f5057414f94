from __future__ import annotations

from markdown import markdown  # type: ignore[import-untyped]

from generator.link.targets import Mention, Target, TargetKind
from generator.render.site.html import anchor, heading, linked

ROLE = Target(TargetKind.ROLE, "客服主任")


def test_names_in_a_text_become_links() -> None:
    text = ("报", Mention("客服主管", ROLE), "。")
    html = linked(text, lambda found: anchor(f"../roles/{found.target.key}.html", found.text))
    assert html == '报<a href="../roles/客服主任.html">客服主管</a>。'


def test_text_stays_text() -> None:
    html = linked(("a < b & 'c'", Mention("<b>", ROLE)), lambda found: anchor('x"y', found.text))
    assert html == 'a &lt; b &amp; &#39;c&#39;<a href="x&#34;y">&lt;b&gt;</a>'


def test_no_heading_reads_as_markdown() -> None:
    name = "a *b* [c](d) `e` # f\n\n<script> {: g} { #h } | &amp; \\i"
    made = markdown(f"# {heading(name)} {{ #own }}", extensions=["attr_list", "tables"])
    assert made.count("<") == 2
    assert made.startswith('<h1 id="own">')
