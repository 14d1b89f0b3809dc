/**
 * Prints a number with a point as Go's `strconv.FormatFloat` does.
 *
 * @param verb `e`, `f` or `g`; capitals print a capital exponent.
 * @param precision Digits after the point, for `g` digits at all; -1 for the fewest that read back the same.
 */
export function formatFloat(value: number, verb: string, precision: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : '+Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const made = formatPositive(Math.abs(value), verb.toLowerCase(), precision);
  return sign + (verb === verb.toLowerCase() ? made : made.toUpperCase());
}

function formatPositive(value: number, verb: string, precision: number): string {
  if (verb === 'f') return precision < 0 ? plain(value) : toFixed(value, precision);
  if (verb === 'e')
    return padExponent(precision < 0 ? value.toExponential() : toExponential(value, precision));
  return formatGeneral(value, precision);
}

/** With an exponent below 0.0001 and from the precision on (for the fewest digits: from 1,000,000); no zeros at the end. */
function formatGeneral(value: number, precision: number): string {
  const isShortest = precision < 0;
  const digits = precision === 0 ? 1 : precision;
  const written = isShortest ? value.toExponential() : toExponential(value, digits - 1);
  const [mantissa = '', power = '0'] = written.split('e');
  const exponent = Number(power);
  const significant = trimZeros(mantissa).replace('.', '').length;
  const limit = digits > significant && significant > exponent ? significant : digits;
  if (exponent < -4 || exponent >= (isShortest ? 6 : limit)) {
    return padExponent(`${trimZeros(mantissa)}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
  }
  return isShortest ? plain(value) : trimZeros(toFixed(value, Math.max(0, digits - 1 - exponent)));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/(?:\.|(?<![.0]))0+$/, '') : text;
}

/** At least two digits of exponent, with a sign. */
function padExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** All digits, none of them in an exponent. */
function plain(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value >= 1 ? BigInt(value).toString() : trimZeros(value.toFixed(100));
}

/** Half-way numbers go to the even digit, as in Go; JavaScript rounds them up. */
function toFixed(value: number, digits: number): string {
  const places = Math.min(digits, 100);
  const exact = value < 1e21 ? value.toFixed(100) : `${BigInt(value)}.${'0'.repeat(100)}`;
  const end = exact.indexOf('.') + 1 + places;
  const kept = exact.slice(0, places === 0 ? end - 1 : end);
  const isHalf = /^50*$/.test(exact.slice(end));
  if (isHalf && /[02468]$/.test(kept)) return kept;
  return value < 1e21 ? value.toFixed(places) : kept;
}

function toExponential(value: number, digits: number): string {
  return value.toExponential(Math.min(digits, 100));
}
