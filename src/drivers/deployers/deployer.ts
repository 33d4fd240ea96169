import type { Finding } from '../../core/messages/finding.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Artifact } from '../../core/model/artifacts.ts';
import type { DeployPlace } from '../../core/model/deploy-place.ts';
import type { FileChange } from '../../core/model/file-change.ts';
import type { HopParts, PartVersions } from '../../core/model/parts.ts';
import type { FileKind } from '../../core/model/user-file.ts';
import type { Kind, Part } from '../../world/effects/kind.ts';
import type { Log } from '../../world/log.ts';

/** How a release is deployed. One folder for each kind, and one line in the list of the family. */
export interface Deployer {
  /** The key of the configuration: `command`, `compose`, … */
  readonly kind: string;
  /**
   * Deploys the release and resolves when the tool reports success; whether the system then runs it is for the probes
   * to say. Rejects with a SystemFailure, whose message says whether the old release still runs if that is known.
   */
  deploy(request: DeployRequest): Promise<Deployed>;
  /** Stops the server, so that its database can be replaced. Undefined if the configuration does not say how. */
  readonly stop: ((request: StopRequest) => Promise<void>) | undefined;
  /**
   * Passes on what the server has logged since a given time, line by line, the oldest first, and resolves at its end. Undefined
   * if the tool cannot, or the configuration does not say how. Rejects with a SystemFailure if it cannot be read.
   */
  readonly logs: ((request: LogsRequest) => Promise<void>) | undefined;
  /**
   * Checks whether these hops could be deployed, without deploying anything: values can be filled in, programs exist, each
   * image or chart is available. Rejects with a UserError for a value that cannot be filled in.
   */
  readonly preflight?: (request: DeployPreflight) => Promise<readonly Finding[]>;
  /**
   * Reads where this deploys a release, and changes nothing. Two environments with an equal place are one installation.
   * Undefined if the tool does not know. Rejects with a SystemFailure if it cannot be read, and with a UserError for a value
   * that cannot be filled in.
   */
  readonly place?: (request: PlaceRequest) => Promise<DeployPlace>;
  /**
   * What a deploy would change, and why it would be refused; nothing is deployed. Undefined if the tool cannot say.
   * Rejects with a SystemFailure if it could not look, and with a UserError for a value that cannot be filled in.
   */
  readonly preview?: (request: PreviewRequest) => Promise<DeployPreview>;
}

/** What a deployer with a `place` knows about it from the configuration alone. */
export interface PlaceRule {
  /** The settings needed to read the place: no credential, so a job that only reads may have their variables. */
  readonly keys: readonly string[];
  /**
   * The place as written, `${NAME}` and `{name}` unresolved; undefined if it depends on the machine of the job.
   * @param settings plain data, which may have mistakes
   */
  written(settings: unknown): WrittenPlace | undefined;
}

export interface WrittenPlace {
  /** Equal texts are one place. */
  readonly text: string;
  /** The setting to be corrected. */
  readonly key: string;
  /** How, as a phrase. */
  readonly advice: string;
}

/** A user's file that a release is deployed with, as the configuration names it. */
export interface WrittenFile {
  readonly kind: FileKind;
  /** `${NAME}` and `{name}` unresolved; a relative path starts at the root of the repository. */
  readonly path: string;
  /** It is read if it exists. */
  readonly optional?: true;
  /** It is replaced by that of each release. */
  readonly ofRelease?: true;
}

export interface DeployerKind extends Kind<Part<Deployer>> {
  /**
   * The user's files that it deploys with, in the order in which later ones take precedence. Left out if it has none.
   * @param settings plain data, which may have mistakes
   */
  readonly files?: (settings: unknown) => readonly WrittenFile[];
  /** With or without `Deployer.place`. */
  readonly place?: PlaceRule;
  /**
   * Which of a product's variables would not reach its server. Left out if all of them do.
   * @param settings plain data, which may have mistakes
   */
  readonly missingVariables?: VariableRule;
}

export type VariableRule = (settings: unknown, variables: readonly string[]) => MissingVariables | undefined;

export interface MissingVariables {
  readonly variables: readonly string[];
  /** What the settings lack, as a clause. */
  readonly missing: string;
  /** What to add to the settings, as YAML on one line. */
  readonly add: string;
}

/** The deploy in question: its target may depend on the values that are filled in for it. */
export interface PlaceRequest {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly parts: PartVersions;
  readonly signal?: AbortSignal;
}

export interface PreviewRequest extends PlaceRequest {
  /** What it should change, if that is less than the configuration allows. */
  readonly intended?: readonly IntendedChange[] | undefined;
}

export interface DeployPreview {
  /** Each a sentence without its end; empty if nothing would change. */
  readonly changes: readonly string[];
  /** Undefined if all of it is intended. */
  readonly refused?: Message;
}

export interface Deployed {
  /** What was deployed, by its content; left out if the deployer does not know. */
  readonly artifacts?: readonly Artifact[];
  /** Files of the repository that it has changed in this job's checkout: the next job has another one. */
  readonly fileChanges?: readonly FileChange[];
}

export interface DeployPreflight {
  /** The hops of the path in order; empty if the path is unknown. */
  readonly hops: readonly { readonly from: string; readonly to: string; readonly parts?: HopParts }[];
  /** For findings: `the deploy of staging`. */
  readonly subject: string;
  readonly signal?: AbortSignal;
}

/** What may happen to a resource. */
export type IntendedChange = 'added' | 'changed' | 'removed';

export interface DeployRequest {
  /** The label of the state to deploy, e.g. `4.0.4`. */
  readonly version: string;
  readonly from: string;
  readonly to: string;
  /** The versions of the parts that belong to the release: what `{parts.chart}` stands for. */
  readonly parts: PartVersions;
  /** Those of the other side of the hop: what may be running while this is deployed. */
  readonly otherParts?: PartVersions;
  /**
   * Environment variables that the product needs, e.g. to defer its migrations. A value of undefined means that
   * the variable must not be set: with some servers any text means yes.
   */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the rehearsal has deployed: nothing else may be promoted. Left out if nothing was recorded. */
  readonly rehearsed?: readonly Artifact[];
  /** Whether something that belongs to neither side of the hop must not be replaced: somebody else has deployed it. */
  readonly refuseDrift?: boolean;
  /** What this hop intends to do to resources, within what the configuration allows: a tool that sees more refuses. */
  readonly intended?: readonly IntendedChange[];
  readonly log: Log;
  readonly signal?: AbortSignal;
}

export interface LogsRequest {
  readonly since: Date;
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface StopRequest {
  readonly log: Log;
  readonly signal?: AbortSignal;
}
