/** One tag: `{{< name … >}}`, `{{% name … %}}`, or the closing one with a slash. None reaches over the next. */
const tags = /\{\{([<%])\s*(?!\s)(?:(\/)\s*(?!\s))?([\w/-]*)(?![\w/-])(?:(?!\{\{)[\s\S])*?[>%]\}\}/g;
/** What stands between two tags is text; between two of these it is code. */
const holdsCode = /^(?:highlight|code[\w-]*)$/;

/**
 * The text with every tag of a shortcode as one word of `U+FFFC`, as long as the tag and without its line ends: what a
 * call is given is no prose, and a tag over several lines would be taken apart (its last line, `>}}`, looks like a
 * quotation). With the tags of `highlight`, or of a shortcode whose name begins with "code", goes what they hold.
 */
export function maskShortcodes(body: string): string {
  if (!body.includes('{{')) return body;
  const found = [...body.matchAll(tags)];
  const lastEnd = new Map(
    found.flatMap(({ 2: slash, 3: name = '', index }) => (slash ? [[name, index]] : [])),
  );
  let masked = '';
  let done = 0;
  let code: string | null = null;
  for (const { 0: tag, 2: slash, 3: name = '', index } of found) {
    if (code !== null && (!slash || name !== code)) continue;
    masked += code === null ? body.slice(done, index) : '\ufffc'.repeat(index - done);
    masked += '\ufffc'.repeat(tag.length);
    done = index + tag.length;
    code = !slash && holdsCode.test(name) && (lastEnd.get(name) ?? -1) > index ? name : null;
  }
  return masked + body.slice(done);
}
