import type { Message } from '../../../core/messages/message.ts';
import { askProgram } from '../../../world/processes/asked-program.ts';
import type { Processes } from '../../../world/processes/process.ts';

/** The best first. */
export const compressions = ['zstd', 'lz4', 'gzip', 'none'] as const;
export type Compression = (typeof compressions)[number];

export const compressionSettings = ['auto', ...compressions] as const;
export type CompressionSetting = (typeof compressionSettings)[number];

/** Of pg_dump and pg_restore together. */
interface Build {
  readonly major: number;
  /** `18.6`. */
  readonly version: string;
}

interface Form {
  /** The value of `--compress`. */
  readonly argument: string;
  /** Of the files with rows. */
  readonly suffix: string;
}

/** The fastest level of each: a better one costs far more time than it saves. */
const forms: Readonly<Record<Compression, Form>> = {
  zstd: { argument: 'zstd:1', suffix: '.dat.zst' },
  lz4: { argument: 'lz4', suffix: '.dat.lz4' },
  // As versions before 16 write it.
  gzip: { argument: '1', suffix: '.dat.gz' },
  none: { argument: '0', suffix: '.dat' },
};

export const compressArgument = (compression: Compression): string => `--compress=${forms[compression].argument}`;
export const suffixOf = (compression: Compression): string => forms[compression].suffix;
export const suffixes: readonly string[] = compressions.map(suffixOf);

/** From here on pg_dump supports more than gzip, if it was built with it. */
const firstMajorWithMore = 16;

/**
 * The compressions that this build supports, the best first. Asked of pg_dump, which checks its arguments before it connects or
 * writes anything: another wrong argument ends it in any case, and its message distinguishes the two.
 * pg_restore is from the same build, and reports by itself if it cannot read an archive.
 */
export async function offeredCompressions(
  { pgDump, major }: Build & { readonly pgDump: string },
  processes: Processes,
  environment: Readonly<Record<string, string>>,
): Promise<readonly Compression[]> {
  if (major < firstMajorWithMore) return ['gzip', 'none'];
  const isOffered = async (compression: Compression): Promise<boolean> => {
    const answer = await askProgram(processes, {
      argv: [pgDump, compressArgument(compression), '--format=custom', '--jobs=2'],
      environment: { ...environment, LC_ALL: 'C' },
    });
    return answer?.stderr.includes('parallel backup only supported by the directory format') ?? false;
  };
  const [zstd, lz4] = await Promise.all([isOffered('zstd'), isOffered('lz4')]);
  return compressions.filter((each) => (each === 'zstd' ? zstd : each !== 'lz4' || lz4));
}

export type CompressionChoice =
  | {
      readonly kind: 'use';
      readonly compression: Compression;
      /** Follows the version of the tools in a sentence. */
      readonly said: string;
    }
  | { readonly kind: 'refuse'; readonly message: Message };

export function chooseCompression(
  setting: CompressionSetting,
  { compressions: offered, major, version }: Build & { readonly compressions: readonly Compression[] },
  where: string,
): CompressionChoice {
  if (setting !== 'auto' && !offered.includes(setting)) {
    return {
      kind: 'refuse',
      message: {
        happened: `The configuration asks for dumps that are compressed with ${setting}, and pg_dump ${version} cannot do that here.`,
        means: major < firstMajorWithMore ? 'It came with version 16.' : 'It is built without it.',
        next: `Leave "compression:" under ${where} out, which takes the best that there is, or name one of these: ${offered.join(', ')}. ${builtWithAll(major)}`,
      },
    };
  }
  const compression = setting === 'auto' ? (offered[0] ?? 'gzip') : setting;
  const lacksBetter = setting === 'auto' && compression === 'gzip' && major >= firstMajorWithMore;
  const named = compression === 'none' ? 'dump without compression' : `compress with ${compression}`;
  return {
    kind: 'use',
    compression,
    said: lacksBetter ? `${named}: this build has neither zstd nor lz4, which are faster` : named,
  };
}

/** Why pg_restore of this machine cannot read this compression. */
export function cannotDecompress(compression: string, { major, version }: Build): Message {
  return {
    happened: `The backup is compressed with ${compression}, and pg_restore ${version} is built without it here.`,
    means: 'It cannot read the rows.',
    next: `${builtWithAll(major)} Or let production's runner write what this one reads: "compression: gzip" in the configuration of production's database, and take a new backup.`,
  };
}

function builtWithAll(major: number): string {
  return `The package postgresql-client-${Math.max(major, firstMajorWithMore)} of Debian, Ubuntu and the PostgreSQL repository is built with zstd and lz4: install it, or name its folder under "tools:".`;
}

/** What pg_restore warns about when it reads the list of an archive. */
export function missingDecompression(stderr: string): string | undefined {
  return /this build does not support compression with (?<name>\w+)/.exec(stderr)?.groups?.name?.toLowerCase();
}
