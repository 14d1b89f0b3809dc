import { entry } from '../entry.js';

/** Codes of the area `markdown`: what is wrong with the text of a chapter. */
export const markdownCodes = {
  'markdown/math-off': entry<object>({
    severity: 'warning',
    message: () => 'This is a formula, and math is off: the book prints it as it is written.',
    hint: () =>
      'Write `markdown: {math: true}` into octavo.yaml, or `passthrough.enable` into Hugo’s configuration.',
  }),
  'markdown/too-deep': entry<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The text nests more than ${limit} levels deep.`,
    hint: () => 'Take some of the nested quotes, lists or emphasis apart.',
  }),
  'markdown/too-complex': entry<{ readonly count: number; readonly what: string }>({
    severity: 'error',
    message: ({ count, what }) => `A block of text without a blank line holds ${count} ${what}.`,
    hint: () => 'Break it up with blank lines, or write the characters themselves.',
  }),
  'markdown/too-slow': entry<{ readonly seconds: number }>({
    severity: 'error',
    message: ({ seconds }) => `The text took more than ${seconds} s to render, and was given up.`,
    hint: () => 'Simplify the paragraph or the shortcode in it, or allow chapters more with `build.timeout`.',
  }),
  'markdown/failed': entry<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The text could not be rendered: ${reason}.`,
    hint: () => 'Please report this with the chapter; halving the chapter finds the passage.',
  }),
  'markdown/raw-html': entry<{ readonly count: number; readonly words: number; readonly first: string }>({
    severity: 'warning',
    message: ({ count, words, first }) => {
      const lost =
        words === 0
          ? ''
          : `, with ${words === 1 ? 'a word' : `${words} words`} in ${count === 1 ? 'it' : 'them'}`;
      return count === 1
        ? `The HTML "${first}" was left out${lost}.`
        : `${count} pieces of HTML were left out${lost}; the first is "${first}".`;
    },
    hint: () => 'Write it as Markdown, or set `markup.goldmark.renderer.unsafe: true` for a book you trust.',
  }),
  'markdown/unclosed-html': entry<{ readonly tag: string }>({
    severity: 'warning',
    message: ({ tag }) => `"${tag}" has no end tag, and the search finds nothing of what follows it.`,
    hint: () => 'Close the element after what is to be kept out.',
  }),
  'markdown/duplicate-id': entry<{ readonly id: string }>({
    severity: 'warning',
    message: ({ id }) => `The id "${id}" is used twice in this chapter.`,
    hint: () => 'Links lead to the first one; give this heading another `{#id}`.',
  }),
  'markdown/unknown-language': entry<{ readonly language: string; readonly nearest: string | null }>({
    severity: 'advice',
    message: ({ language }) => `"${language}" is not a language that is known here; the listing stays plain.`,
    hint: ({ nearest }) =>
      nearest === null
        ? 'Name another language that colours it as well, or `text` for none.'
        : `Did you mean \`${nearest}\`? \`text\` is for listings without colours.`,
  }),
  'markdown/long-listing': entry<{ readonly length: number }>({
    severity: 'advice',
    message: ({ length }) =>
      `This listing of ${length} characters stays plain: with those before it, it is too long to be coloured.`,
    hint: () => 'Cut it up into pieces that can be read, or into several chapters.',
  }),
  'markdown/invalid-formula': entry<{ readonly tex: string; readonly reason: string }>({
    severity: 'error',
    lenient: true,
    message: ({ tex, reason }) => `The formula "${tex}" cannot be read: ${reason}.`,
    hint: () => 'Formulas are written in TeX. `\\$` is a dollar sign that begins none.',
  }),
  'markdown/unused-footnote': entry<{ readonly label: string }>({
    severity: 'warning',
    message: ({ label }) => `The footnote "${label}" is left out: nothing refers to it.`,
    hint: ({ label }) => `Put [^${label}] where it belongs, or remove the note.`,
  }),
  'markdown/duplicate-footnote': entry<{ readonly label: string }>({
    severity: 'warning',
    message: ({ label }) => `The footnote "${label}" is defined twice, and this one is left out.`,
    hint: () => 'Give it another name, or join the two.',
  }),
  'markdown/missing-footnote': entry<{ readonly label: string }>({
    severity: 'warning',
    message: ({ label }) => `The footnote "${label}" is called here and not defined in this chapter.`,
    hint: ({ label }) => `Write the note, \`[^${label}]: …\`, on a line of its own, or take the call out.`,
  }),
  'markdown/empty-footnote': entry<{ readonly label: string }>({
    severity: 'advice',
    message: ({ label }) => `The footnote "${label}" says nothing.`,
    hint: ({ label }) => `Write its text behind \`[^${label}]:\`, or take it and its call out.`,
  }),
  'markdown/open-fence': entry<{ readonly fence: string; readonly count: number }>({
    severity: 'warning',
    message: ({ fence, count }) =>
      `The fence \`${fence}\` that opens here is never closed: ${count === 1 ? '1 line becomes' : `${count} lines become`} code.`,
    hint: ({ fence }) => `Put a line with \`${fence}\` and nothing else after the code.`,
  }),
  'markdown/open-comment': entry<{ readonly words: number }>({
    severity: 'warning',
    message: ({ words }) =>
      `The comment that opens here is never closed, and ${words === 1 ? '1 word is' : `${words} words are`} left out with it.`,
    hint: () => 'Write `-->` where it ends.',
  }),
  'markdown/stray-comment': entry<{ readonly written: string }>({
    severity: 'error',
    lenient: true,
    message: ({ written }) => `"${written}" is printed as text: no comment begins or ends here.`,
    hint: () => 'A comment ends at the first `-->`, and none nests in another; two hyphens are no dash.',
  }),
  'markdown/lost-words': entry<{ readonly written: string; readonly words: number; readonly cause: string }>({
    severity: 'warning',
    message: ({ written, words, cause }) =>
      `${words === 1 ? 'A word is' : `${words} words are`} on no page, since ${cause}: "${written}".`,
    hint: () => 'Write them as text of a paragraph, or take them out.',
  }),
};
