const dropped = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[^>]*(?:$|>[\s\S]*?(?:<\/\1\s*>|$))/gi;
const tag = /<\/?([a-z][\w:-]*)(?![\w:-])(?:[^<>"']|"[^"]*"|'[^']*')*(?:>|$)/gi;

/** Stands for the edge of a block until the white space around it is known. */
const edge = '\ue000';

const blocks = new Set(
  (
    'address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** HTML without its tags, as Hugo's `plainify` leaves it: references stay, white space beside tags is folded. */
export function stripTags(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const bare = html
    .replaceAll('\n', ' ')
    .replace(/<\/p>|<br ?\/?>/g, '\n')
    .replace(dropped, '')
    .replace(tag, (_, name: string) => (blocks.has(name.toLowerCase()) ? edge : ''));
  return bare
    .replace(/^\ue000+|(?<!\ue000)\ue000+$/g, '')
    .replace(/[\s\ue000]{2,}/g, (spaces) => spaces.replaceAll(edge, '').charAt(0) || ' ')
    .replaceAll(edge, ' ');
}
