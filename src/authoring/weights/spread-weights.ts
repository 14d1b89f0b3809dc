/**
 * Whole numbers in rising order between two others, evenly spread and never 0, which is no weight (content rule 5).
 * Null where there is no room.
 *
 * @param low `-Infinity` where nothing is below.
 * @param high `Infinity` where nothing is above.
 * @param step From one to the next where a side is open.
 */
export function spreadWeights(
  low: number,
  high: number,
  count: number,
  step: number,
): readonly number[] | null {
  const positions = Array.from({ length: count }, (_, index) => index + 1);
  if (high === Infinity) return positions.map((position) => Math.max(low, 0) + step * position);
  if (low === -Infinity)
    return positions.map((position) => Math.min(high, 0) - step * (count + 1 - position));
  const crossesZero = low < 0 && high > 0;
  const room = high - low - (crossesZero ? 2 : 1);
  if (room < count) return null;
  return positions.map((position) => {
    const weight = low + Math.floor(((room + 1) * position) / (count + 1));
    return crossesZero && weight >= 0 ? weight + 1 : weight;
  });
}
