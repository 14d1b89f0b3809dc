import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pluralize } from '../../src/english/pluralize.js';
import { titleCase } from '../../src/english/title-case.js';

/** The titles Hugo 0.169 gives to sections made up for folders of these names. */
const hugo: Readonly<Record<string, string>> = {
  chapter: 'Chapters',
  'Chapter 1': 'Chapter 1s',
  'Chapter-one': 'Chapter-Ones',
  '14f': '14fs',
  'of mice and men': 'Of Mice and Men',
  'notes on the state': 'Notes on the States',
  'a-to-b': 'A-to-Bs',
  'life-of-pi': 'Life-of-Pis',
  'bed-and-breakfast': 'Bed-and-Breakfasts',
  'on-off': 'On-Offs',
  'what is it': 'What Is Its',
  'hello-WORLD': 'Hello-WORLDs',
  'JSON api': 'JSON Apis',
  iPhone: 'IPhones',
  "o'neil": "O'neils",
  McDonald: 'McDonalds',
  'x_y z': 'X_y Zs',
  'e.g': 'E.gs',
  élan: 'Élans',
  'über-uns': 'Über-Uns',
  box: 'Boxes',
  'index-x': 'Index-Xes',
  bus: 'Buses',
  status: 'Statuses',
  quiz: 'Quizzes',
  city: 'Cities',
  day: 'Days',
  hero: 'Heroes',
  photo: 'Photos',
  wife: 'Wives',
  half: 'Halves',
  leaf: 'Leaves',
  roof: 'Roofs',
  analysis: 'Analyses',
  crisis: 'Crises',
  axis: 'Axes',
  matrix: 'Matrices',
  medium: 'Media',
  datum: 'Data',
  data: 'Data',
  news: 'News',
  sheep: 'Sheep',
  series: 'Series',
  man: 'Men',
  child: 'Children',
  person: 'People',
  people: 'People',
  ox: 'Oxen',
  s: 'S',
};

test('folder names become titles as in Hugo', () => {
  for (const [name, title] of Object.entries(hugo)) assert.equal(titleCase(pluralize(name)), title, name);
});

test('articles get a capital at both ends, after a colon and before a hyphen', () => {
  assert.equal(titleCase('the end of the'), 'The End of The');
  assert.equal(titleCase('war: the beginning'), 'War: The Beginning');
  assert.equal(titleCase('an in-between and by-law'), 'An In-Between and By-Law');
});

test('a capitalised word keeps its capital', () => {
  assert.equal(pluralize('Axis'), 'Axes');
  assert.equal(pluralize(''), '');
});
