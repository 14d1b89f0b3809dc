import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeFullDayTime } from '../../src/time/full-day-time.js';

test('hours of half a day become those of a whole one', () => {
  const written = [
    '2025-10-13 08:00:00 PM',
    '2025-10-13 8:05am',
    '2025-10-13T12:30 a.m.',
    '13 Oct 2025 12 pm',
  ];
  assert.deepEqual(written.map(writeFullDayTime), [
    '2025-10-13 20:00:00',
    '2025-10-13 08:05',
    '2025-10-13T00:30',
    '13 Oct 2025 12:00',
  ]);
  assert.deepEqual(['2025-10-13', '2025-10-13 13:00 PM', 'pm'].map(writeFullDayTime), [null, null, null]);
});
