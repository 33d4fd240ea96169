/** How quantities are written, everywhere: for a person, with one digit of precision where it matters. */

export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days ${hours % 24} h`;
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
}

/** In words: `12 s`, `4 min`, `7 h 12 min`. */
export function roughText(milliseconds: number): string {
  if (milliseconds < 1000) return 'under 1 s';
  if (milliseconds < 119_500) return `${Math.round(milliseconds / 1000)} s`;
  if (milliseconds < 119.5 * 60_000) return `${Math.round(milliseconds / 60_000)} min`;
  return durationText(milliseconds);
}

/** How long a deploy was not serving: health is checked a few times a second, so less than a second is not given exactly. */
export function downtimeText(milliseconds: number): string {
  return milliseconds < 1000 ? 'under 1 s' : durationText(milliseconds);
}

/** `12 of 30 min`: both in the unit that suits the whole. */
export function elapsedText(milliseconds: number, total: number): string {
  const [unit, size] = total < 120_000 ? (['s', 1000] as const) : (['min', 60_000] as const);
  return `${Math.floor(milliseconds / size)} of ${Math.ceil(total / size)} ${unit}`;
}

export function bytesText(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return bytes === 1 ? '1 byte' : `${power === 0 ? amount : amount.toFixed(1)} ${units[power] ?? 'bytes'}`;
}

/** `1 row`, `1,204 rows`. */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
