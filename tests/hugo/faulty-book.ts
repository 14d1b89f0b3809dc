import fc from 'fast-check';
import type { Archive } from './archive.js';
import { randomBook } from './random-book.js';

/** What is wrong with a chapter: made of its text. */
type Fault = (text: string) => string;

const behind =
  (text: string): Fault =>
  (chapter) =>
    `${chapter}\n${text}\n`;
const instead =
  (head: string): Fault =>
  () =>
    `${head}\n\nText.\n`;
const many = (count: number, write: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => write(number)).join('\n');

const faults: readonly Fault[] = [
  instead('---\ntitle: [one\n---'),
  instead('---\ntitle: One\ntitle: Two\n---'),
  instead('---\ntitle: One'),
  instead('---\ntitle: One\ndate: teatime\nweight: heavy\ndraft: perhaps\n---'),
  instead('---\ntitle: One\nurl: https://example.org/one/\naliases: [../../one]\n---'),
  instead('---\ntitle: One\nmenu: {main: {parent: nobody}}\ncascade: 7\nslug: ""\n---'),
  instead('---js\n{title: "One"}\n---'),
  instead(`---\n${many(2000, (number) => `key${number}: &a${number} [x, *a${number - 1}]`)}\n---`),
  behind(many(200, (number) => `[a](nowhere-${number}.md) ![b](nothing-${number}.png) [c](#no-${number})`)),
  behind(many(100, (number) => `{{< nothing${number} >}} {{< relref "nobody-${number}" >}}`)),
  behind('{{< highlight go >}}\nopen'),
  behind('{{< figure src="a'),
  behind('<<<<<<< ours\none\n=======\ntwo\n>>>>>>> theirs'),
  behind('>'.repeat(3000)),
  behind(many(100, (number) => `[^${number}] and [one][two-${number}] ${'*a _b '.repeat(20)}`)),
  behind(`~~~\n${'`'.repeat(999)}`),
  behind(`<!-- open ${'<a href="'.repeat(500)}`),
  behind(`# ${'{'.repeat(2000)}\n\n${'\t'.repeat(3000)}{#id`),
  behind(`${'&#x0;'.repeat(500)}\0`),
];

/** A random Hugo site as it was and with faults in about a third of its chapters. */
export const faultyBook: fc.Arbitrary<{ readonly sound: Archive; readonly faulty: Archive }> =
  randomBook.chain((sound) => {
    const chapters = Object.keys(sound).filter((path) => path.endsWith('.md'));
    const drawn = fc.array(fc.oneof(fc.constantFrom(...faults), fc.constant(null), fc.constant(null)), {
      minLength: chapters.length,
      maxLength: chapters.length,
    });
    return drawn.map((planted) => {
      const faulty: Record<string, string> = { ...sound };
      chapters.forEach((path, at) => {
        faulty[path] = planted[at]?.(sound[path] ?? '') ?? sound[path] ?? '';
      });
      return { sound, faulty };
    });
  });
