/** Files of the user's that a server is configured by. */
export const fileKinds = ['compose', 'env', 'values'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What the files say about a manual step that concerns them. */
export type FilesShow =
  | { readonly kind: 'in-place' }
  | {
      readonly kind: 'missing';
      /** What is missing, each a sentence with the name of the file. */
      readonly missing: readonly string[];
      /** The lines that would change, by file. */
      readonly lines: readonly { readonly path: string; readonly lines: readonly string[] }[];
      /** Whether `configure` can write all of it. */
      readonly writable: boolean;
    };
