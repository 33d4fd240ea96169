/** Files of the user's that a server is configured by. */
export const fileKinds = ['compose', 'env', 'values'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What the files say of a manual step that is about them. */
export type FilesShow =
  | { readonly kind: 'in-place' }
  | {
      readonly kind: 'missing';
      /** What is missing, each a sentence with the file's name. */
      readonly missing: readonly string[];
      /** The lines that would be changed, by file. */
      readonly lines: readonly { readonly path: string; readonly lines: readonly string[] }[];
      /** Whether `configure` can write all of it. */
      readonly writable: boolean;
    };
