/** What a data store holds, without holding any of it: names, counts, positions, checksums. Never a row's value. */
export interface Fingerprint {
  /** When the read was made. ISO 8601. What was written later is lost when the backup is restored. */
  readonly at: string;
  readonly tables: readonly TableFingerprint[];
  readonly sequences: readonly SequenceFingerprint[];
  /** Of a store of files. */
  readonly folders?: readonly FolderFingerprint[];
  /** How everything in a database is defined. */
  readonly objects?: ObjectFingerprints;
  /** Whose words the definitions are in: those of another release of the server may differ and mean the same. */
  readonly definedBy?: string;
  /** The roles that own something or have a right on it: where a server lacks them, their rights cannot be there either. */
  readonly roles?: readonly string[];
  /** What may differ from what it is compared with; only where it was read in order to be compared. */
  readonly exemptions?: readonly Exemption[];
}

/** By object (`table "public.patients"`) and by what is defined about it (`index "patients_name"`, `owner`), its hash. */
export type ObjectFingerprints = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A difference between definitions that a restore rightly makes, or does not answer for: said, and no failure. */
export interface Exemption {
  /** How the name of the object begins: `publication "`; left out, it is of any object. */
  readonly object?: string;
  /** How the name of the part begins: `owner`; left out, it is any part, and the object itself. */
  readonly part?: string;
  /** Only what is there besides, what is defined otherwise, or what is missing; left out, each of them. */
  readonly only?: 'more' | 'changed' | 'missing';
  /** What it means: `they are not in a dump`. */
  readonly reason: string;
}

export interface TableFingerprint {
  /** Qualified, e.g. `public.patients`. */
  readonly name: string;
  readonly rows: number;
  /** Of all rows, and how it was made where there are several ways; absent where the rows were only counted. */
  readonly checksum?: string;
}

export interface FolderFingerprint {
  /** The first part of the paths in it; `.` for what lies in the root itself. */
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
  /** False when the next value is `value` itself, since none was ever drawn. Absent where there is no such state. */
  readonly called?: boolean;
}

export type TakenFingerprint =
  /** Read in the same snapshot that was dumped: after a restore it must be equal. */
  | { readonly kind: 'same-snapshot'; readonly value: Fingerprint }
  /**
   * Read beside a running system: after a restore, tables that were being written may differ. Where it was read again when the
   * backup was complete (`until`), what was the same both times must be equal, and only the rest may differ.
   */
  | { readonly kind: 'beside'; readonly value: Fingerprint; readonly until?: Fingerprint }
  | { readonly kind: 'none'; readonly reason: string };
