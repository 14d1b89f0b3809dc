const anchor = /<a\s+(?:id|name)\s*=\s*(?:"([^"<>]+)"|'([^'<>]+)'|([^\s"'<>/]+))\s*\/?>/gi;

/** The ids of the anchors in a piece of HTML that are nothing else: `<a id="old"></a>`. */
export function findAnchors(html: string): readonly string[] {
  return [...html.matchAll(anchor)].flatMap(([, double, single, bare]) => double ?? single ?? bare ?? []);
}
