import { UserError } from '../../core/messages/errors.ts';

/** An action that a workflow uses, at one commit. */
export interface Pin {
  /** `owner/name` */
  readonly repository: string;
  /** The full SHA of a commit; a tag or branch only if the user asked for one. */
  readonly ref: string;
  /** The version that people know the commit by, written after it as a comment. */
  readonly version?: string;
}

/** Where this action is published. */
export const ownRepository = 'staged-upgrade/staged-upgrade';

/** A build that is not a release has no commit to name: its workflows cannot run until they are given one. */
export const unreleased = '0000000000000000000000000000000000000000';

/** The action that the workflows use if no release is known and none was requested. */
export const unreleasedAction: Pin = { repository: ownRepository, ref: unreleased };

/** The same commits as in the workflows of this project, which Dependabot keeps up to date: test/init/pins.test.ts. */
export const checkout: Pin = {
  repository: 'actions/checkout',
  ref: '3d3c42e5aac5ba805825da76410c181273ba90b1',
  version: 'v7.0.1',
};

export const uploadArtifact: Pin = {
  repository: 'actions/upload-artifact',
  ref: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
  version: 'v7.0.0',
};

/** What follows `uses:`. */
export function usesText({ repository, ref, version }: Pin): string {
  return `${repository}@${ref}${version === undefined ? '' : ` # ${version}`}`;
}

/** Parses `owner/name@ref`, followed by ` # version` if the ref is a commit. */
export function parsePin(text: string): Pin {
  const match = /^([\w.-]+\/[\w.-]+)@([\w./-]+)(?: *# *([\w.-]+))?$/.exec(text.trim());
  const [, repository, ref, version] = match ?? [];
  if (repository === undefined || ref === undefined) {
    throw new UserError({
      happened: `--action is ${JSON.stringify(text)}.`,
      means: 'Nothing was written.',
      next: 'Write OWNER/NAME@COMMIT, followed by "# v1" if you like: the version that people know the commit by.',
    });
  }
  return { repository, ref, ...(version === undefined ? {} : { version }) };
}

/**
 * The tags of this action's releases, which are immutable: such a tag cannot be moved to other code.
 * https://docs.github.com/en/code-security/concepts/supply-chain-security/immutable-releases
 */
const releaseTag = /^v\d+\.\d+\.\d+$/;

/** Whether a ref names the same code for ever, so that nobody can change what runs with the credentials of production. */
export function isFixed(pin: Pin): boolean {
  return isCommit(pin) || isReleaseTag(pin);
}

/**
 * The action that workflows use after an update by this release: they are written for its inputs, so they follow it.
 * A fork, a branch or a tag that can be moved was chosen by the user, and stays.
 * @param release undefined if this build is not a release
 */
export function updatedPin(written: Pin, release: Pin | undefined): Pin {
  if (release === undefined || !isOwn(written)) return written;
  if (isCommit(written)) return release;
  return isReleaseTag(written) && release.version !== undefined ? { ...written, ref: release.version } : written;
}

function isCommit({ ref }: Pin): boolean {
  return /^[0-9a-f]{40}$/.test(ref);
}

function isReleaseTag(pin: Pin): boolean {
  return isOwn(pin) && releaseTag.test(pin.ref);
}

function isOwn({ repository }: Pin): boolean {
  return repository.toLowerCase() === ownRepository;
}

/** @throws UserError if what the user asks for may become other code tomorrow */
export function refuseMoving(pin: Pin): void {
  if (isFixed(pin)) return;
  const isShort = /^[0-9a-f]{7,39}$/.test(pin.ref);
  throw new UserError({
    happened: `--action names "${pin.ref}" of ${pin.repository}, which is ${isShort ? 'only a part of a commit' : 'a branch or a tag that can be moved'}.`,
    means:
      'Anyone who can push to that repository could change what runs with the credentials of production. Nothing was written.',
    next: `Write the full commit (40 digits): --action "${pin.repository}@COMMIT # ${pin.version ?? pin.ref}". To use it anyway, add --force.`,
  });
}
