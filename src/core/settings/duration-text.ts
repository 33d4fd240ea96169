export const unitMilliseconds = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
export const durationPattern = /^(?<amount>[1-9]\d*)(?<unit>[smhd])$/;

/** A duration such as `90s`, `15m`, `2h` or `7d`, as milliseconds; undefined if the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  const groups = durationPattern.exec(text)?.groups;
  const unit = groups?.unit;
  if (unit !== 's' && unit !== 'm' && unit !== 'h' && unit !== 'd') return undefined;
  return Number(groups?.amount) * unitMilliseconds[unit];
}
