/** The vendor's own terms for buckets of one kind: what they are called, and what to do about problems. */
export interface BucketWords {
  /** Of the data store, and of its identity. */
  readonly kind: string;
  readonly noun: 'bucket' | 'container';
  /** What a backup refers to if the vendor keeps its bytes. */
  readonly reference: string;
  /** Its state if not everything has a version: `is suspended …`, after "Versioning of the bucket". */
  readonly unversioned: { readonly suspended: string; readonly never: string };
  /** The rights needed to read versions, as the continuation of a sentence: `s3:GetObject on "documents"`. */
  readonly versionRights: (name: string) => string;
  /** How to keep old versions longer. */
  readonly keepLonger: string;
}
