/** `r6g.large`: what the name of an instance class says. The provider writes it with the prefix `db.`. */
export interface InstanceClass {
  readonly family: string;
  readonly size: string;
  readonly architecture: 'arm64' | 'x86_64';
  /** It has disks of its own, on which temporary data lies. */
  readonly hasLocalDisks: boolean;
  /** Gibibytes; undefined if the family is not known here. */
  readonly memory: number | undefined;
}

const classPattern = /^(?:db\.)?(?<family>[a-z]+\d+[a-z0-9]*)\.(?<size>[a-z0-9]+)$/;

/** How a class is named everywhere here: without the prefix `db.`. */
export function className(text: string): string {
  return text.replace(/^db\./, '');
}

/** Undefined if the text is not an instance class. */
export function readInstanceClass(text: string): InstanceClass | undefined {
  const groups = classPattern.exec(text)?.groups;
  const { family, size } = groups ?? {};
  if (family === undefined || size === undefined) return undefined;
  // After the generation's number: g for Graviton, d for disks, and others that mean neither.
  const [, kind = '', traits = ''] = /^([a-z]+)\d+([a-z0-9]*)$/.exec(family) ?? [];
  const cores = coresOf(size);
  return {
    family,
    size,
    architecture: traits.includes('g') ? 'arm64' : 'x86_64',
    hasLocalDisks: traits.includes('d'),
    memory: kind === 't' ? burstableMemory[size] : cores === undefined ? undefined : memoryOf(kind, traits, cores),
  };
}

const burstableMemory: Readonly<Record<string, number>> = {
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  '2xlarge': 32,
};

function coresOf(size: string): number | undefined {
  if (size === 'medium') return 1;
  if (size === 'large') return 2;
  const groups = /^(?<times>\d*)xlarge$/.exec(size)?.groups;
  return groups === undefined ? undefined : 4 * Number(groups.times === '' ? 1 : groups.times);
}

/** Gibibytes per core. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html */
function memoryOf(kind: string, traits: string, cores: number): number | undefined {
  switch (kind) {
    case 'c':
      return cores * 2;
    case 'm':
      return cores * 4;
    case 'r':
      return cores * 8;
    case 'x':
      return traits.includes('e') || traits.includes('g') ? cores * 16 : cores * 15.25;
    default:
      return undefined;
  }
}
