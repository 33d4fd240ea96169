/** A file of the user's repository that a deploy has changed: the change has to be committed. */
export interface FileChange {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}
