/**
 * Whether two sets of databases overlap, as far as their names show. A set is written as names separated by commas, in which
 * a `*` at the end stands for any ending: `deviceauth, deviceauth-*`.
 */
export function shareADatabase(one: string, other: string): boolean {
  const names = other.split(', ');
  return one.split(', ').some((name) => names.some((each) => couldBeOne(name, each)));
}

function couldBeOne(one: string, other: string): boolean {
  const [stem, otherStem] = [one, other].map((name) => name.replace(/\*$/, ''));
  if (stem === undefined || otherStem === undefined) return false;
  if (one !== stem && other !== otherStem) return stem.startsWith(otherStem) || otherStem.startsWith(stem);
  if (one !== stem) return other.startsWith(stem);
  return other === otherStem ? one === other : one.startsWith(otherStem);
}
