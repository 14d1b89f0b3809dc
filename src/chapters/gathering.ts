import type { PlainMap, PlainValue } from '../formats/plain.js';
import type { DateValue, FrontMatter } from '../model/chapter.js';
import { castDate, castText } from './casts.js';
import type { Field } from './field.js';
import type { DateKey } from './resolve-dates.js';

type Mutable<Data> = { -readonly [Key in keyof Data]: Data[Key] };

/** What the keys of a head write to. */
export interface Gathering {
  readonly typed: Mutable<FrontMatter>;
  readonly dates: { [key in DateKey]?: DateValue };
  readonly params: Record<string, PlainValue>;
  own?: PlainMap;
  draft?: boolean;
  headless?: boolean;
  oldBuild?: NonNullable<FrontMatter['build']>;
  published?: Field & { readonly says: boolean };
}

/** Casts the value of a field and puts it where it belongs. */
export type TakeField = (field: Field, into: Gathering) => void;

type TextKey =
  | 'title'
  | 'linkTitle'
  | 'heading'
  | 'description'
  | 'summary'
  | 'type'
  | 'layout'
  | 'translationKey';

/** A text. The first of several names for one thing wins. */
export function takeText(place: TextKey): TakeField {
  return (field, { typed }) => assignField(typed, place, typed[place] ?? castText(field));
}

/** A date. */
export function takeDate(place: DateKey): TakeField {
  return (field, { dates }) => assignField(dates, place, castDate(field));
}

/** The same, and the value as it is written among the params, where templates of old look for it. */
export function alsoParam(take: TakeField): TakeField {
  return (field, into) => {
    into.params[field.key] = field.value;
    take(field, into);
  };
}

/** Absent values stay absent keys. */
export function assignField<Data, Key extends keyof Data>(
  data: Data,
  key: Key,
  value: Data[Key] | undefined,
): void {
  if (value !== undefined) data[key] = value;
}
