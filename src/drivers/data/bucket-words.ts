/** What is the vendor's own in buckets of one kind: how they are called, and what to do about them. */
export interface BucketWords {
  /** Of the data store, and of what it is identified by. */
  readonly kind: string;
  readonly noun: 'bucket' | 'container';
  /** What a backup refers to where the vendor keeps its bytes. */
  readonly reference: string;
  /** How it is where not everything has a version: `is suspended …`, after "Versioning of the bucket". */
  readonly unversioned: { readonly suspended: string; readonly never: string };
  /** The rights by which versions are read, as a sentence continues: `s3:GetObject on "documents"`. */
  readonly versionRights: (name: string) => string;
  /** How old versions are kept for longer. */
  readonly keepLonger: string;
}
