import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { fromUnixSeconds, parseDate } from '../../src/time/dates.js';
import { openZone, utc, type Zone } from '../../src/time/zone.js';

function zone(name: string): Zone {
  const opened = openZone(name);
  assert.ok(opened !== null);
  return opened;
}

/** As Hugo 0.169 reads them with `timeZone: Asia/Kolkata`, except where a comment says why not. */
const dates: readonly (readonly [written: string, iso: string])[] = [
  ['2023-10-15T13:18:50-07:00', '2023-10-15T13:18:50-07:00'],
  ['2023-10-15T13:18:50-0700', '2023-10-15T13:18:50-07:00'],
  ['2023-10-15T13:18:50Z', '2023-10-15T13:18:50Z'],
  ['2023-10-15t13:18:50z', '2023-10-15T13:18:50Z'],
  ['2023-10-15T13:18:50+00:00', '2023-10-15T13:18:50Z'],
  ['2023-10-15T13:18:50', '2023-10-15T13:18:50+05:30'],
  ['2023-10-15T13:18', '2023-10-15T13:18:00+05:30'],
  ['2023-10-15', '2023-10-15T00:00:00+05:30'],
  [' 2023-10-15 ', '2023-10-15T00:00:00+05:30'],
  ['2024-02-29', '2024-02-29T00:00:00+05:30'],
  ['15 Oct 2023', '2023-10-15T00:00:00+05:30'],
  ['5 October 2023', '2023-10-05T00:00:00+05:30'],
  ['Oct 15, 2023', '2023-10-15T00:00:00+05:30'],
  ['October 15 2023', '2023-10-15T00:00:00+05:30'],
  ['2023-10-15 13:18:50', '2023-10-15T13:18:50+05:30'],
  ['2023-10-15 1:18:50', '2023-10-15T01:18:50+05:30'],
  ['2023-10-15 13:18:50 -0700', '2023-10-15T13:18:50-07:00'],
  ['2023-10-15 13:18:50 -07:00', '2023-10-15T13:18:50-07:00'],
  ['2023-10-15 13:18:50 -0700 PDT', '2023-10-15T13:18:50-07:00'],
  ['2023-10-15 13:18:50.5 +0200 CEST', '2023-10-15T13:18:50.500+02:00'],
  ['2023-10-15 13:18:50Z', '2023-10-15T13:18:50Z'],
  ['2023-10-15T13:18:50.123456Z', '2023-10-15T13:18:50.123Z'],
  ['2023-10-15T13:18:50,12Z', '2023-10-15T13:18:50.120Z'],
  ['Sun, 15 Oct 2023 13:18:50 +0200', '2023-10-15T13:18:50+02:00'],
  // Hugo takes GMT for the site's zone.
  ['Sun, 15 Oct 2023 13:18:50 GMT', '2023-10-15T13:18:50Z'],
  // A name alone says nothing in Hugo either.
  ['Sun, 15 Oct 2023 13:18:50 MST', '2023-10-15T13:18:50+05:30'],
  ['Sunday, 15-Oct-23 13:18:50 CEST', '2023-10-15T13:18:50+05:30'],
  ['Sun Oct 15 13:18:50 EST 2023', '2023-10-15T13:18:50+05:30'],
  ['15 Oct 23 13:18 +0200', '2023-10-15T13:18:00+02:00'],
  ['Sunday, 15-Oct-23 13:18:50 UTC', '2023-10-15T13:18:50Z'],
  ['Sun Oct 15 13:18:50 2023', '2023-10-15T13:18:50+05:30'],
  ['Sun Oct  5 13:18:50 2023', '2023-10-05T13:18:50+05:30'],
  ['Sun Oct 15 13:18:50 +0200 2023', '2023-10-15T13:18:50+02:00'],
  ['Sun Oct 15 13:18:50 UTC 2023', '2023-10-15T13:18:50Z'],
  ['15 Oct 69', '1969-10-15T00:00:00+05:30'],
  ['15 Oct 68', '2068-10-15T00:00:00+05:30'],
  ['1850-01-01', '1850-01-01T00:00:00+05:53'],
  ['0099-12-31T00:00:00Z', '0099-12-31T00:00:00Z'],
];

for (const [written, iso] of dates) {
  test(`\`${written}\` is ${iso} in Kolkata`, () => {
    const date = parseDate(written, zone('Asia/Kolkata'));
    assert.equal(date?.iso, iso);
    assert.equal(date?.ms, Date.parse(iso));
  });
}

const noDates = [
  '',
  'soon',
  '2023-02-30',
  '2023-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-10-00',
  '2023-10-15T24:00:00Z',
  '2023-10-15T13:60:00Z',
  '2023-10-15T13:18:60Z',
  '2023-10-15T13:18:50+25:00',
  '2023-10-15+02:00',
  '2023-10-5',
  '2023/10/15',
  '20231015',
  '2023',
  '2023-10',
  '13:18:50',
  '3:04PM',
  '31 Apr 2023',
  '15 Okt 2023',
  'Sun, 15 Oct 2023 13:18:50 P',
  '2023-10-15 and more',
];

for (const written of noDates) {
  test(`\`${written}\` is no date`, () => assert.equal(parseDate(written, utc), null));
}

test('the zone decides where the text has no offset, winter and summer', () => {
  const paris = zone('Europe/Paris');
  assert.equal(parseDate('2025-01-15', paris)?.iso, '2025-01-15T00:00:00+01:00');
  assert.equal(parseDate('2025-07-15', paris)?.iso, '2025-07-15T00:00:00+02:00');
  assert.equal(parseDate('2025-03-30 04:00:00', paris)?.iso, '2025-03-30T04:00:00+02:00');
  assert.equal(
    parseDate('2025-11-02 03:00:00', zone('America/Los_Angeles'))?.iso,
    '2025-11-02T03:00:00-08:00',
  );
  assert.equal(parseDate('2025-07-15', zone('America/St_Johns'))?.iso, '2025-07-15T00:00:00-02:30');
});

test('a zone that does not exist is not opened', () => {
  for (const name of ['Mars/Olympus', 'Local', '']) assert.equal(openZone(name), null);
});

test('seconds since 1970', () => {
  assert.deepEqual(fromUnixSeconds(1697328000.5), { ms: 1697328000000, iso: '2023-10-15T00:00:00Z' });
  assert.equal(fromUnixSeconds(1e300), null);
});

test('a date that was parsed is parsed to itself', () => {
  const moments = fc.date({ min: new Date('0001-01-02'), max: new Date('9998-12-31'), noInvalidDate: true });
  const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Chatham');
  fc.assert(
    fc.property(moments, zones, (moment, name) => {
      const date = parseDate(moment.toISOString().slice(0, 19), zone(name));
      assert.ok(date !== null);
      assert.equal(date.iso.slice(0, 19), moment.toISOString().slice(0, 19));
      assert.deepEqual(parseDate(date.iso, utc), date);
    }),
  );
});

test('the zone of the machine changes nothing', () => {
  const module = fileURLToPath(new URL('../../src/time/', import.meta.url));
  const script = `
    const { parseDate } = await import(${JSON.stringify(`${module}dates.js`)});
    const { openZone } = await import(${JSON.stringify(`${module}zone.js`)});
    const written = ${JSON.stringify(dates.map(([text]) => text))};
    const zones = ['UTC', 'Europe/Paris'].map(openZone);
    process.stdout.write(JSON.stringify(zones.map((zone) => written.map((text) => parseDate(text, zone)))));`;
  const [first, ...others] = ['America/Los_Angeles', 'Asia/Kolkata', 'UTC'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ },
    }),
  );
  assert.match(first ?? '', /2023-10-15T00:00:00\+02:00/);
  for (const other of others) assert.equal(other, first);
});
