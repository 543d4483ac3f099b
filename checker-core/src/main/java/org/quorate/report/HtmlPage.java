package org.quorate.report;

import java.util.function.Consumer;

/** A page of its own: no scripts, nothing to load, light or dark as its reader prefers. */
public final class HtmlPage {

  private static final String STYLE =
      """

      :root {color-scheme: light dark; --text: #111; --paper: #fff; --line: #bbb}
      @media (prefers-color-scheme: dark) {:root {--text: #eee; --paper: #16181c; --line: #555}}
      body {margin: 16px; background: var(--paper); color: var(--text);
        font: 16px/1.4 Helvetica, Arial, sans-serif}
      h1 {font-size: 22px}
      h1, p {overflow-wrap: anywhere; max-width: 900px}
      .wide {overflow-x: auto}
      .wide svg {display: block; color: var(--text)}
      table {border-collapse: collapse; margin: 16px 0; font-variant-numeric: tabular-nums}
      th, td {padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: left;
        vertical-align: top}
      .number {text-align: right}
      """;

  private HtmlPage() {}

  /**
   * The page, ending in a line break.
   *
   * @param title of the page, and its first heading
   * @param style what it needs beside the style of all pages
   * @param body writes what follows the heading
   */
  public static String write(String title, String style, Consumer<Markup> body) {
    Markup out = new Markup();
    out.type("<!DOCTYPE html>").open("html").with("lang", "en").open("head");
    out.empty("meta").with("charset", "UTF-8");
    out.empty("meta").with("name", "viewport");
    out.with("content", "width=device-width, initial-scale=1");
    out.leaf("title", title).leaf("style", STYLE + style).close().line();
    out.open("body").line().leaf("h1", title).line();
    body.accept(out);
    return out.close().close().line().end();
  }

  /** Something that may be wider than the page; it scrolls on its own. */
  public static void wide(Markup out, Runnable content) {
    out.open("div").with("class", "wide").with("tabindex", 0).line();
    content.run();
    out.close().line();
  }
}
