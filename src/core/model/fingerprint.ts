/** Describes what a data store holds without containing any of it: names, counts, positions, checksums. Never a row's value. */
export interface Fingerprint {
  /** When it was read. ISO 8601. What was written later is lost when the backup is restored. */
  readonly at: string;
  readonly tables: readonly TableFingerprint[];
  readonly sequences: readonly SequenceFingerprint[];
  /** Of a store of files. */
  readonly folders?: readonly FolderFingerprint[];
  /** How everything in a database is defined. */
  readonly objects?: ObjectFingerprints;
  /** What printed the definitions: another release of the server may word them differently and mean the same. */
  readonly definedBy?: string;
  /** The roles that own something or have a right to it: a server without them cannot hold their rights either. */
  readonly roles?: readonly string[];
  /** What may differ from what it is compared with; only if it was read for a comparison. */
  readonly exemptions?: readonly Exemption[];
}

/** By object (`table "public.patients"`) and by what is defined about it (`index "patients_name"`, `owner`), its hash. */
export type ObjectFingerprints = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A difference between definitions that a restore rightly makes or is not responsible for: reported, not a failure. */
export interface Exemption {
  /** How the name of the object starts: `publication "`; left out, any object matches. */
  readonly object?: string;
  /** How the name of the part starts: `owner`; left out, any part matches, and the object itself. */
  readonly part?: string;
  /** Only what is additional, what is defined differently, or what is missing; left out, each of them. */
  readonly only?: 'more' | 'changed' | 'missing';
  /** What it means: `they are not in a dump`. */
  readonly reason: string;
}

export interface TableFingerprint {
  /** Qualified, e.g. `public.patients`. */
  readonly name: string;
  readonly rows: number;
  /** Over all rows, and its algorithm if there are several; absent if the rows were only counted. */
  readonly checksum?: string;
}

export interface FolderFingerprint {
  /** The first component of the paths in it; `.` for what lies in the root itself. */
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the path, mode, size and SHA-256 of each file, and over folders and links, sorted by path. */
  readonly checksum: string;
}

export interface SequenceFingerprint {
  readonly name: string;
  /** The last value as decimal text: it may exceed 2^53. */
  readonly value: string;
  /** False if the next value is `value` itself, since none was ever drawn. Absent if there is no such state. */
  readonly called?: boolean;
}

export type TakenFingerprint =
  /** Read in the same snapshot that was dumped: after a restore it must be equal. */
  | { readonly kind: 'same-snapshot'; readonly value: Fingerprint }
  /**
   * Read while the system was running: after a restore, tables that were being written may differ. If it was read again when
   * the backup was complete (`until`), what was the same both times must be equal, and only the rest may differ.
   */
  | { readonly kind: 'beside'; readonly value: Fingerprint; readonly until?: Fingerprint }
  | { readonly kind: 'none'; readonly reason: string };
