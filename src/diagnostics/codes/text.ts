import { entry } from '../entry.js';

/** Codes of the area `text`: what extraction from a PDF leaves behind (content rule 20). */
export const textCodes = {
  'text/split-word': entry<{ count: number }>({
    severity: 'note',
    message: ({ count }) =>
      count === 1
        ? 'One word is split at a line end, and there is no doubt how to print it.'
        : `${count} words are split at line ends, and there is no doubt how to print them.`,
    hint: () => 'Pages print each in one piece; `octavo tidy --write` joins them in the files.',
  }),
  'text/doubtful-joint': entry<{ written: string; printed: string; other: string; reason: string }>({
    severity: 'advice',
    message: ({ written, printed, other, reason }) =>
      `"${written}" may be "${printed}" or "${other}": ${reason}.`,
    hint: ({ printed, other }) =>
      `Pages print "${printed}". Is it "${other}"? Then write that here, or put it into \`markdown.joints\`.`,
  }),
  'text/cut-word': entry<{ written: string }>({
    severity: 'advice',
    message: ({ written }) =>
      `Something is inside the word at "${written}": the number of a line, or a piece of another column.`,
    hint: () => 'Nothing is joined here; take out what does not belong to the text.',
  }),
  'text/split-address': entry<{ address: string; next: string }>({
    severity: 'advice',
    message: ({ address, next }) => `Does the address "${address}" go on with "${next}"?`,
    hint: () => 'Pages link what is in the first line; write the whole address in one line if it does.',
  }),
  'text/mixed-quotes': entry<{ quoted: string }>({
    severity: 'warning',
    message: ({ quoted }) => `One quote of ${quoted} is straight and the other is curly.`,
    hint: () => 'Write both the same way; `octavo check --fix` does.',
  }),
  'text/unbalanced-quotes': entry<{ mark: string; opens: boolean }>({
    severity: 'warning',
    message: ({ mark, opens }) =>
      opens
        ? `The quote ${mark} opens here and nothing closes it in its paragraph.`
        : `The quote ${mark} closes here and nothing opened it in its paragraph.`,
    hint: ({ opens }) =>
      opens
        ? 'Put the closing quote in; a quotation that goes on in the next paragraph opens there again.'
        : 'Put the opening quote in, or take this one out.',
  }),
  'text/lost-footnote': entry<{ digits: string; behind: string }>({
    severity: 'warning',
    message: ({ digits, behind }) =>
      `The ${digits} after ${behind} looks like the number of a lost footnote.`,
    hint: ({ digits }) =>
      `Write \`[^${digits}]\` and the note, \`[^${digits}]: …\`, or take the number out; \`octavo check --fix\` writes both where it is sure.`,
  }),
  'text/lone-list-item': entry<{ written: string }>({
    severity: 'warning',
    message: ({ written }) => `"${written}" makes a list of one entry: was it a heading?`,
    hint: () =>
      'Write `## ` before a heading, or a backslash before the dot: `2\\.`; --fix chooses by its form.',
  }),
  'text/accidental-block': entry<{ mark: string; made: string }>({
    severity: 'warning',
    message: ({ mark, made }) =>
      `The line begins with "${mark}", which makes ${made} in the middle of a sentence.`,
    hint: ({ mark }) =>
      `Write a backslash before it, "\\${mark}", or put an empty line before what is meant so.`,
  }),
  'text/accidental-code': entry<{ beginning: string }>({
    severity: 'warning',
    message: ({ beginning }) => `An indent of four spaces makes code of the paragraph "${beginning}…".`,
    hint: () => 'Take the indent away; `octavo check --fix` does.',
  }),
  'text/missing-blank-line': entry<{ word: string }>({
    severity: 'advice',
    message: ({ word }) => `"${word}" seems to begin a paragraph, and there is no empty line before it.`,
    hint: () => 'Put an empty line before it; `octavo check --fix` does.',
  }),
  'text/ligature': entry<{ ligature: string; letters: string }>({
    severity: 'warning',
    message: ({ ligature, letters }) =>
      `"${ligature}" is one character where "${letters}" is meant: nobody will find the word.`,
    hint: () => 'Write the letters; browsers join them by themselves. `octavo check --fix` does.',
  }),
  'text/soft-hyphen': entry<{ word: string }>({
    severity: 'warning',
    message: ({ word }) => `"${word}" holds a soft hyphen, which nobody can see and searches stumble over.`,
    hint: () => 'Take it out; `octavo check --fix` does.',
  }),
  'text/invisible-character': entry<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `There is an invisible character ${name} here.`,
    hint: () => 'Take it out; `octavo check --fix` does.',
  }),
  'text/doubled-word': entry<{ word: string }>({
    severity: 'warning',
    message: ({ word }) => `The word "${word}" is here twice.`,
    hint: () => 'Take one of them out.',
  }),
  'text/space-before-punctuation': entry<{ mark: string }>({
    severity: 'warning',
    message: ({ mark }) => `There is a space before "${mark}".`,
    hint: () => 'Take it out; `octavo check --fix` does.',
  }),
  'text/emphasis-as-heading': entry<{ written: string }>({
    severity: 'advice',
    message: ({ written }) => `"${written}" is a paragraph of emphasis alone: was it a heading?`,
    hint: () => 'Write `## ` before it and take the marks away, so that the outline has it.',
  }),
  'text/heading-level': entry<{ level: number; before: number }>({
    severity: 'advice',
    message: ({ level, before }) => `A heading of level ${level} comes below one of level ${before}.`,
    hint: ({ before }) =>
      `Write ${'#'.repeat(before + 1)}: readers who move by headings look for the level between.`,
  }),
  'text/broken-paragraph': entry<{ before: string; between: string }>({
    severity: 'warning',
    message: ({ before, between }) =>
      `The paragraph goes on from "${before}"${between === '' ? '' : `, over "${between}"`}: a page ended there.`,
    hint: ({ between }) =>
      `Join the two${between === '' ? '' : ', and take the page number or running head out'}.`,
  }),
  'text/lost-list': entry<{ mark: string }>({
    severity: 'warning',
    message: ({ mark }) => `Lines that begin with "${mark}" are no list: they run together on the page.`,
    hint: () => 'Begin them with "- "; `octavo check --fix` does.',
  }),
  'text/accidental-term': entry<object>({
    severity: 'warning',
    message: () =>
      'This line begins with ": ", which makes a term of the line above and an explanation of this one.',
    hint: () => 'Write a backslash before the colon; `octavo check --fix` does.',
  }),
  'text/struck-range': entry<{ struck: string }>({
    severity: 'warning',
    message: ({ struck }) => `Two tildes strike out what is between them: "${struck}".`,
    hint: () => 'Write a backslash before each, or en dashes; `octavo check --fix` writes the backslashes.',
  }),
  'text/stray-backtick': entry<{ marks: string }>({
    severity: 'warning',
    message: ({ marks }) =>
      marks.length === 2
        ? 'Two backticks stand here where an opening quote is meant.'
        : 'This backtick seems to stand for a quote or an apostrophe.',
    hint: () => 'Write the quote, or a backslash before the backtick.',
  }),
  'text/lost-verse': entry<{ beginning: string; count: number }>({
    severity: 'advice',
    message: ({ beginning, count }) =>
      `The ${count} short lines from "${beginning}" on may be verse or a list; pages run them together.`,
    hint: () =>
      'If they are, put two spaces or a backslash behind each line; if not, write them as one line.',
  }),
  'text/lost-number': entry<{ digits: string }>({
    severity: 'advice',
    message: ({ digits }) =>
      `"${digits}." begins a line and may go on with a numbered list; Markdown runs it together with the line above.`,
    hint: () => 'Put an empty line before it if it does; if not, join it with the line above.',
  }),
  'text/numbered-headings': entry<{ written: string; count: number }>({
    severity: 'advice',
    message: ({ written, count }) =>
      `${count} numbered lines such as "${written}" make lists of one entry each: are they headings, or paragraphs with numbers?`,
    hint: () =>
      'Write `## ` before headings. Before the paragraphs of a text that is numbered through, a backslash behind the number: `2\\.`.',
  }),
  'text/equals-for-colon': entry<{ word: string }>({
    severity: 'warning',
    message: ({ word }) => `The equals sign behind "${word}" seems to stand for a colon.`,
    hint: () => 'Write a colon; `octavo check --fix` does.',
  }),
  'text/page-remains': entry<{ written: string }>({
    severity: 'warning',
    message: ({ written }) => `"${written}" is inside a sentence, as if a page ended there.`,
    hint: () => 'Take the line out.',
  }),
  'text/missing-space': entry<{ behind: string }>({
    severity: 'advice',
    message: ({ behind }) => `A space is missing after "${behind}".`,
    hint: () => 'Put it in.',
  }),
  'text/letterspacing': entry<{ written: string }>({
    severity: 'advice',
    message: ({ written }) => `The letters of "${written}" stand apart: nobody will find the word.`,
    hint: () => 'Write the word, and leave its spacing to the theme.',
  }),
  'text/foreign-markup': entry<{ written: string; dialect: string; name: string; instead: string }>({
    severity: 'warning',
    message: ({ written, dialect, name }) =>
      `"${written}" is a ${name} of ${dialect}, and is printed here as it is.`,
    hint: ({ instead }) =>
      `Write ${instead}; \`octavo check --fix --dialects\` does for most. The chapter may hold more of the kind.`,
  }),
};
