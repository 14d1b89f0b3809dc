import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDecide } from '../../src/line-ends/decide-joint.js';
import { findJoints } from '../../src/line-ends/find-joints.js';
import { gatherEvidence } from '../../src/line-ends/gather-evidence.js';
import { noEvidence } from '../../src/line-ends/no-evidence.js';

/** A joint, what else the book has, and how it is set: `?` behind what is in doubt. `⏎` is the line end. */
type Case = readonly [joint: string, book: string, verdict: string];

function decideAll(joint: string, book: string, language: string, joints: readonly string[] = []): string {
  const text = joint.replaceAll('⏎', '\n');
  const texts = [text, book].map((source, index) => ({ key: String(index), read: () => source }));
  const evidence = gatherEvidence(texts, { language, joints }).get('0') ?? noEvidence(language);
  const decide = createDecide(evidence);
  const decisions = findJoints(text).map(decide);
  return decisions.map(({ verdict, isSure }) => verdict + (isSure ? '' : '?')).join(' ');
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  en: [
    // Joining words, digits, capitals, single letters.
    ['upper-⏎and lower-case', '', 'space'],
    ['an-⏎other ferry', 'another', 'drop'],
    ['1920-⏎1931', '', 'keep'],
    ['a 12-⏎metre mast', '', 'keep'],
    ['Skagen-⏎Frederikshavn', '', 'keep'],
    ['the quay-⏎The boat', 'quay', 'space?'],
    ['T-⏎junction', '', 'keep'],
    ['e-⏎ticket', '', 'keep'],
    ['e-⏎ven', 'even', 'drop'],
    // The book: what it has more often; in a tie the hyphen.
    ['wheel-⏎house', 'wheelhouse', 'drop'],
    ['wheel-⏎house', 'wheel-house', 'keep'],
    ['wheel-⏎house', 'wheelhouse wheel-house', 'keep'],
    ['wheel-⏎house', 'wheelhouse wheelhouse wheel-house', 'drop'],
    ['Wheel-⏎house’s', 'the wheelhouse', 'drop'],
    ['first-har-⏎bour-light', 'harbour', 'drop'],
    ['ship-⏎to-shore', '', 'keep?'],
    // The language.
    ['the boat-⏎which left', 'boat', 'space?'],
    ['the sai-⏎which left', '', 'cut?'],
    ['anchor-⏎age', '', 'drop'],
    ['self-⏎taught', '', 'keep'],
    ['twenty-⏎five', '', 'keep'],
    ['non-⏎ferry', 'ferry', 'keep'],
    ['naviga-⏎tors', 'navigator', 'drop'],
    // What is more likely.
    ['tide-⏎table', 'tide table', 'keep?'],
    ['tide- table', 'tide table', 'space?'],
    ['turn-of- tide', 'of tide', 'keep?'],
    ['quays- besides, he', 'besides', 'space?'],
    ['qua- yside', 'side', 'drop?'],
    ['ballast-⏎pump', 'ballast', 'keep?'],
    ['qua-⏎yside', '', 'drop?'],
    // Numbers of lines and heads of pages.
    ['6 all re-⏎7 ceipts⏎8 of', '', 'cut?'],
    ['the re-⏎12 ceipts', 'receipts', 'cut?'],
    ['the inter-⏎THE HARBOUR 41⏎nal', 'internal', 'cut?'],
    ['the class-⏎21 in port', '', 'keep'],
    // Other signs.
    ['the sea—⏎and', 'a—b', 'keep'],
    ['the sea—⏎and', 'a — b', 'space'],
    ['the sea –⏎and', 'a–b', ''],
    ['1920–⏎1931', '', 'keep'],
    ['either/⏎or', '', 'keep'],
    ['moun\u00ad⏎tain', '', 'drop'],
    ['moun¬⏎tain', 'mountain', 'drop'],
    ['- item⏎- item', '', ''],
    ['https://example.org/tide-⏎tables/may and', '', 'keep'],
    ['https://example.org/tide-⏎tables.', '', ''],
    ['https://example.org/tides.⏎The', '', ''],
    ['https://example.org/a/⏎b_1/⏎c=2', '', 'keep keep'],
  ],
  de: [
    ['Kür-⏎bis', 'Kürbis', 'drop'],
    ['Fähr-⏎und Schiffsverkehr', '', 'space'],
    ['Fähr-⏎verkehr', '', 'drop?'],
    ['Skagen-⏎Fähre', '', 'keep'],
    ['Häfen-⏎der', 'Hafen', 'drop?'],
    ['ruhig-⏎sachlicher Ton', '', 'keep?'],
    ['könig-⏎lich und einzig-⏎artig', '', 'drop? drop?'],
    ['freund-⏎schaftlich', '', 'drop?'],
  ],
  fr: [
    ['dit-⏎elle', 'dit', 'keep'],
    ['l’in-⏎dustrie', 'l’industrie', 'drop'],
    ['avant-⏎et après-guerre', '', 'space'],
    ['la mer—⏎et', '', 'space'],
  ],
  ru: [
    ['как-⏎то', 'как', 'keep'],
    ['кое-⏎кто', '', 'keep'],
    ['по-⏎русски', '', 'keep'],
    ['маяк-⏎и причал', '', 'space'],
    ['при-⏎чалы', 'причал', 'drop'],
    ['социально-⏎культурный', '', 'keep?'],
    ['железно-⏎дорожный', '', 'drop?'],
  ],
};

for (const [language, list] of Object.entries(cases)) {
  test(`joints of ${language}`, () => {
    const found = list.map(([joint, book]) => [joint, book, decideAll(joint, book, language)]);
    assert.deepEqual(found, list);
  });
}

test("the owner's answer counts more than all rules", () => {
  const joints = ['tide-table', 'withheld', 'short- und'];
  assert.equal(decideAll('tide-⏎table', 'tidetable tidetable', 'en', joints), 'keep');
  assert.equal(decideAll('with-⏎held', 'with held', 'en', joints), 'drop');
  assert.equal(decideAll('Short-⏎und', 'shortund', 'de', joints), 'space');
});
