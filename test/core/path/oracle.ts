import type { z } from 'zod';
import type { ruleKinds } from '../../../src/core/path/rules.ts';

/** A rule as it is written, with everything optional. */
export type WrittenRule = {
  readonly [Each in (typeof ruleKinds)[number] as Each['name']]?: z.output<ReturnType<Each['settings']>>;
};

/**
 * The meaning of the rules, implemented a second time and as plainly as possible: every pair of releases is checked one
 * by one, and every path is tried. Versions are three numbers, ranges are conjunctions.
 */
export interface Known {
  readonly label: string;
  readonly isWithdrawn: boolean;
}

type LineKind = 'major' | 'minor';

const numbersOf = (label: string) => label.split('.').map(Number);
const order = (a: string, b: string) => {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return [0, 1, 2].map((place) => (left[place] ?? 0) - (right[place] ?? 0)).find((one) => one !== 0) ?? 0;
};
const lineOf = (label: string, kind: LineKind) =>
  label
    .split('.')
    .slice(0, kind === 'major' ? 1 : 2)
    .join('.');

export function matches(label: string, range: string): boolean {
  if (range === '*') return true;
  return range.split(' || ').some((all) => all.split(' ').every((part) => holds(label, part)));
}

function holds(label: string, part: string): boolean {
  const operator = /^[<>=]*/.exec(part)?.[0] ?? '';
  const bound = part.slice(operator.length);
  const cut = label.split('.').slice(0, bound.split('.').length).join('.');
  const difference = order(cut, bound);
  if (operator === '>=') return difference >= 0;
  if (operator === '>') return difference > 0;
  if (operator === '<=') return difference <= 0;
  if (operator === '<') return difference < 0;
  return difference === 0;
}

export class Oracle {
  readonly #labels: readonly string[];
  readonly #usable: ReadonlySet<string>;
  readonly #rules: readonly WrittenRule[];

  constructor(known: readonly Known[], rules: readonly WrittenRule[]) {
    this.#labels = known.map(({ label }) => label).toSorted(order);
    this.#rules = rules;
    const avoided = rules.flatMap(({ avoid }) => (avoid === undefined ? [] : [avoid.versions]));
    this.#usable = new Set(
      known
        .filter(({ label, isWithdrawn }) => !isWithdrawn && !avoided.some((range) => matches(label, range)))
        .map(({ label }) => label),
    );
  }

  /** The best path by trying all of them; undefined if there is none. */
  best(current: string, target: string): string[] | undefined {
    if (!this.#usable.has(target)) return undefined;
    const found: string[][] = [];
    const walk = (path: string[]) => {
      const last = path.at(-1) ?? current;
      for (const next of this.#labels) {
        if (order(next, last) <= 0 || order(next, target) > 0 || !this.mayGo(last, next)) continue;
        if (next === target) found.push([...path, next]);
        else if (this.isStop(next)) walk([...path, next]);
      }
    };
    walk([]);
    return found.toSorted((a, b) => a.length - b.length || highestFirst(a, b))[0];
  }

  /** The highest release below the target at which a path can end. */
  nearest(current: string, target: string): string | undefined {
    const below = this.#labels.filter((label) => order(label, current) > 0 && order(label, target) < 0);
    return below.toReversed().find((label) => this.best(current, label) !== undefined);
  }

  isStop(label: string): boolean {
    if (!this.#usable.has(label)) return false;
    return this.#isNamed(label) || !this.#rules.some((rule) => this.#refusesLanding(rule, label));
  }

  mayGo(from: string, to: string): boolean {
    return this.#rules.every((rule) => {
      const [name = ''] = Object.keys(rule);
      return !this.#forbids(rule, from, to) || this.#isLifted(name, from, to);
    });
  }

  #isLifted(name: string, from: string, to: string): boolean {
    return this.#rules.some(
      ({ allowed }) =>
        allowed?.overrules.some((one) => one === name) && matches(from, allowed.from) && matches(to, allowed.to),
    );
  }

  #newest(range: string): string | undefined {
    return this.#labels.findLast((label) => this.#usable.has(label) && matches(label, range));
  }

  #isNamed(label: string): boolean {
    return this.#rules.some((rule) => {
      const stops = rule['required-stops'];
      if (stops?.land === 'newest') return [stops.at].flat().some((at) => this.#newest(at) === label);
      const exactly = rule['land-on']?.exactly;
      return exactly !== undefined && matches(label, exactly);
    });
  }

  #counts(line: string, since: string | undefined, until: string | undefined): boolean {
    return this.#labels.some(
      (label) =>
        matches(label, line) &&
        matches(label, since ? `>=${since}` : '*') &&
        matches(label, until ? `<=${until}` : '*'),
    );
  }

  #limit(rule: WrittenRule) {
    const skipped = rule['no-line-skipped'];
    return skipped === undefined ? rule['lines-per-hop'] : { ...skipped, 'at-most': 1 };
  }

  #refusesLanding(rule: WrittenRule, label: string): boolean {
    const limit = this.#limit(rule);
    if (limit === undefined || limit.land === 'any') return false;
    const line = lineOf(label, limit.line);
    return this.#counts(line, limit.since, limit.until) && this.#newest(line) !== label;
  }

  #between(from: string, to: string): string[] {
    return this.#labels.filter((label) => order(label, from) > 0 && order(label, to) < 0);
  }

  #forbids(rule: WrittenRule, from: string, to: string): boolean {
    const limit = this.#limit(rule);
    if (limit !== undefined) {
      const ends = [lineOf(from, limit.line), lineOf(to, limit.line)];
      const lines = new Set(this.#between(from, to).map((label) => lineOf(label, limit.line)));
      const counted = [...lines].filter((line) => !ends.includes(line) && this.#counts(line, limit.since, limit.until));
      return counted.length >= limit['at-most'] || (limit.missing === 'refuse' && this.#passesHole(limit, from, to));
    }
    const finish = rule['finish-line-first'];
    if (finish !== undefined) {
      const line = lineOf(from, finish.line);
      const newest = this.#newest(line);
      return (
        line !== lineOf(to, finish.line) &&
        this.#counts(line, finish.since, undefined) &&
        newest !== undefined &&
        order(from, newest) < 0
      );
    }
    if (rule['between-majors']) return this.#forbidsMajor(rule['between-majors'], from, to);
    const enter = rule['enter-only-from'];
    if (enter) return matches(to, enter.entering) && !matches(from, enter.entering) && !matches(from, enter.from);
    if (rule['land-on']) return this.#forbidsLanding(rule['land-on'], from, to);
    if (rule['required-stops']) return this.#passesStop(rule['required-stops'], from, to);
    if (rule.forbidden) return matches(from, rule.forbidden.from) && matches(to, rule.forbidden.to);
    if (rule.only) {
      const isMeant = matches(from, rule.only.within ?? '*');
      return isMeant && !rule.only.hops.some((hop) => matches(from, hop.from) && matches(to, hop.to));
    }
    return (rule.migrations?.list ?? []).some((one) => {
      const before = one['required-before'];
      return before !== undefined && order(from, one['runs-from']) < 0 && order(to, before) >= 0;
    });
  }

  /** Whether a number is missing between two consecutive lines on the way, of which the rule counts the higher. */
  #passesHole(limit: NonNullable<WrittenRule['no-line-skipped']>, from: string, to: string): boolean {
    const all = [...new Set(this.#labels.map((label) => lineOf(label, limit.line)))];
    const way = all.slice(all.indexOf(lineOf(from, limit.line)), all.indexOf(lineOf(to, limit.line)) + 1);
    return way.slice(1).some((line, index) => {
      const [low, high] = [numbersOf(way[index] ?? ''), numbersOf(line)];
      const isSameMajor = limit.line === 'major' || low[0] === high[0];
      const isHole = isSameMajor && (high.at(-1) ?? 0) - (low.at(-1) ?? 0) > 1;
      return isHole && this.#counts(line, limit.since, limit.until);
    });
  }

  #forbidsMajor(rule: NonNullable<WrittenRule['between-majors']>, from: string, to: string): boolean {
    const [old, next] = [lineOf(from, 'major'), lineOf(to, 'major')];
    if (old === next || (rule.since !== undefined && !matches(to, `>=${rule.since}`))) return false;
    const inMajor = (major: string) => this.#labels.filter((label) => lineOf(label, 'major') === major);
    const last = inMajor(old).at(-1) ?? from;
    if (rule['leave-from'] === 'last-minor' && lineOf(from, 'minor') !== lineOf(last, 'minor')) return true;
    if (this.#between(from, to).some((label) => ![old, next].includes(lineOf(label, 'major')))) return true;
    const first = inMajor(next)[0] ?? to;
    return rule['enter-at'] === 'first-minor' && lineOf(to, 'minor') !== lineOf(first, 'minor');
  }

  #forbidsLanding(rule: NonNullable<WrittenRule['land-on']>, from: string, to: string): boolean {
    const isInside = (label: string) => matches(label, rule.line);
    const isGood = (label: string) => {
      if (rule.exactly !== undefined) return matches(label, rule.exactly);
      if (rule['at-least'] !== undefined) return matches(label, `>=${rule['at-least']}`);
      return this.#newest(rule.line) === label;
    };
    if (isInside(to) && !isInside(from)) return !isGood(to);
    return rule['at-least'] !== undefined && isInside(from) && !isInside(to) && !isGood(from);
  }

  #passesStop(rule: NonNullable<WrittenRule['required-stops']>, from: string, to: string): boolean {
    return [rule.at].flat().some((at) => {
      const newest = this.#newest(at);
      const isBelow = matches(from, `<${at}`);
      if (newest === undefined) return isBelow && matches(to, `>=${at}`);
      if (rule.land === 'any') return isBelow && matches(to, `>${at}`);
      return order(from, newest) < 0 && order(to, newest) > 0;
    });
  }
}

/** Compares paths of one length: the one whose first difference is higher comes first. */
function highestFirst(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((label, index) => label !== b[index]);
  return place < 0 ? 0 : order(b[place] ?? '', a[place] ?? '');
}
