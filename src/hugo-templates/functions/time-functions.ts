import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { toFloat, toText } from '../../go-templates/values/convert.js';
import { formatLocalLayout } from '../../time/format-local-layout.js';
import type { Moment } from '../../time/go-time.js';
import type { Desk } from '../desk.js';
import { millisecondsOf, parseDuration, viewDuration } from '../views/view-duration.js';
import { moveToZone, readMoment, viewMoment } from '../views/view-time.js';

/** Dates. "Now" is when the build began. */
export function timeFunctions({ site: { settings } }: Desk): readonly FunctionEntry[] {
  const now = () => viewMoment({ ms: settings.now, offset: 0 });
  const format = (layout: string, moment: Moment) => formatLocalLayout(layout, moment, settings.locale);
  return [
    ['time.Now now', 0, 0, now],
    [
      'time.AsTime time',
      1,
      2,
      ([value, zone]) => viewMoment(readMoment(value, zone === undefined ? 'UTC' : toText(zone))),
    ],
    ['time.In', 2, 2, ([zone, value]) => viewMoment(moveToZone(readMoment(value), toText(zone)))],
    [
      'time.Duration duration',
      2,
      2,
      ([unit, count]) => viewDuration(millisecondsOf(toText(unit), toFloat(count).value)),
    ],
    ['time.ParseDuration', 1, 1, ([text]) => viewDuration(parseDuration(toText(text)))],
    [
      'time.Format dateFormat',
      2,
      2,
      ([layout, value]) => (toText(value) === '' ? '' : format(toText(layout), readMoment(value))),
    ],
  ];
}
