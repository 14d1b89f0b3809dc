import process from 'node:process';
import { arrange, makeChapter } from './make-book.js';

/** Prints a small arranged book, for `locale.test.ts`, which runs it under other locales and time zones. */
const titles = [
  'İstanbul',
  'ilk',
  'Ilk',
  'äpfel',
  'Zebra',
  'chata',
  'cukr',
  'ånd',
  'Chapter 10',
  'Chapter 2',
];
const chapters = titles.map((title, index) => makeChapter(`PART I/${title} ${index}.md`, { title }));
const dated = makeChapter('note.md', { title: 'note' }, { date: '2025-01-01T23:30:00-05:00' });

process.stdout.write(JSON.stringify(arrange([...chapters, dated])));
