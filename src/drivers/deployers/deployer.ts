import type { Finding } from '../../core/messages/finding.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Artifact } from '../../core/model/artifacts.ts';
import type { DeployPlace } from '../../core/model/deploy-place.ts';
import type { FileChange } from '../../core/model/file-change.ts';
import type { HopParts, PartVersions } from '../../core/model/parts.ts';
import type { FileKind } from '../../core/model/user-file.ts';
import type { Kind, Part } from '../../world/effects/kind.ts';
import type { Log } from '../../world/log.ts';

/** How a release is deployed. One folder a kind, one line in the list of the family. */
export interface Deployer {
  /** The key of the configuration: `command`, `compose`, … */
  readonly kind: string;
  /**
   * Puts the release in place and resolves when the tool says so; whether the system then runs it is for the probes
   * to say. Rejects with a SystemFailure, whose message says whether the old release is still in place if that is known.
   */
  deploy(request: DeployRequest): Promise<Deployed>;
  /** Stops the server, so that its database can be replaced. Undefined when the configuration does not say how. */
  readonly stop: ((request: StopRequest) => Promise<void>) | undefined;
  /**
   * Hands over what the server has logged since a time, line by line, the oldest first, and resolves at its end. Undefined
   * where the tool cannot, or the configuration does not say how. Rejects with a SystemFailure where it cannot be read.
   */
  readonly logs: ((request: LogsRequest) => Promise<void>) | undefined;
  /**
   * Looks whether these hops could be deployed, without putting anything in place: values filled in, programs here, each
   * image or chart to be had. Rejects with a UserError for a value that cannot be filled in.
   */
  readonly preflight?: (request: DeployPreflight) => Promise<readonly Finding[]>;
  /**
   * Reads where this puts a release in place, and changes nothing. Two environments with an equal place are one
   * installation. Undefined where the tool does not know. Rejects with a SystemFailure where it cannot be read, and with a
   * UserError for a value that cannot be filled in.
   */
  readonly place?: (request: PlaceRequest) => Promise<DeployPlace>;
  /**
   * What a deploy would change, and why it would be refused; nothing is put in place. Undefined where the tool cannot say.
   * Rejects with a SystemFailure where it could not look, and with a UserError for a value that cannot be filled in.
   */
  readonly preview?: (request: PreviewRequest) => Promise<DeployPreview>;
}

/** What a deployer with a `place` knows of it from the configuration alone. */
export interface PlaceRule {
  /** The settings that the place is read with: no credential, so a job that only reads may have their variables. */
  readonly keys: readonly string[];
  /**
   * The place as it is written, `${NAME}` and `{name}` unresolved; undefined where it depends on the machine of the job.
   * @param settings plain data, which may have mistakes
   */
  written(settings: unknown): WrittenPlace | undefined;
}

export interface WrittenPlace {
  /** Equal texts are one place. */
  readonly text: string;
  /** The setting that is to be corrected. */
  readonly key: string;
  /** How, as a phrase. */
  readonly advice: string;
}

/** A file of the user's that a release is deployed with, as the configuration names it. */
export interface WrittenFile {
  readonly kind: FileKind;
  /** `${NAME}` and `{name}` unresolved; a relative path starts at the root of the repository. */
  readonly path: string;
  /** It is read where it is there. */
  readonly optional?: true;
  /** It is replaced by that of each release. */
  readonly ofRelease?: true;
}

export interface DeployerKind extends Kind<Part<Deployer>> {
  /**
   * The files of the user's that it deploys with, in the order in which later ones take precedence. Left out where it has none.
   * @param settings plain data, which may have mistakes
   */
  readonly files?: (settings: unknown) => readonly WrittenFile[];
  /** With `Deployer.place`, or without it. */
  readonly place?: PlaceRule;
  /**
   * Which of the variables that configure a product would not reach its server. Left out where all of them do.
   * @param settings plain data, which may have mistakes
   */
  readonly missingVariables?: VariableRule;
}

export type VariableRule = (settings: unknown, variables: readonly string[]) => MissingVariables | undefined;

export interface MissingVariables {
  readonly variables: readonly string[];
  /** What the settings do not say, as a clause. */
  readonly missing: string;
  /** What is to be added to the settings, as YAML on a line. */
  readonly add: string;
}

/** The deploy that it is asked for: where it goes may depend on the values that are filled in for it. */
export interface PlaceRequest {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly parts: PartVersions;
  readonly signal?: AbortSignal;
}

export interface PreviewRequest extends PlaceRequest {
  /** What it is meant to change, where only some of what the configuration allows is. */
  readonly intended?: readonly IntendedChange[] | undefined;
}

export interface DeployPreview {
  /** Each a sentence without its end; empty where nothing would change. */
  readonly changes: readonly string[];
  /** Undefined where all of it is meant. */
  readonly refused?: Message;
}

export interface Deployed {
  /** What was put in place, by its content; left out where the deployer does not know. */
  readonly artifacts?: readonly Artifact[];
  /** Files of the repository that it has changed in this job's checkout: the next job has another one. */
  readonly fileChanges?: readonly FileChange[];
}

export interface DeployPreflight {
  /** The hops of the path in order; empty when the path is not known. */
  readonly hops: readonly { readonly from: string; readonly to: string; readonly parts?: HopParts }[];
  /** For findings: `the deploy of staging`. */
  readonly subject: string;
  readonly signal?: AbortSignal;
}

/** What may become of a resource. */
export type IntendedChange = 'added' | 'changed' | 'removed';

export interface DeployRequest {
  /** The label of the state to deploy, e.g. `4.0.4`. */
  readonly version: string;
  readonly from: string;
  readonly to: string;
  /** The versions of the parts that belong to the release: what `{parts.chart}` stands for. */
  readonly parts: PartVersions;
  /** Those of the other side of the hop: what may be running while this is put in place. */
  readonly otherParts?: PartVersions;
  /**
   * Environment variables that the product asks for, e.g. to defer its migrations. A value of undefined means that
   * the variable must not be set: with some servers any text means yes.
   */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the rehearsal has put in place: nothing else may be promoted. Left out where nothing was recorded. */
  readonly rehearsed?: readonly Artifact[];
  /** Whether something that belongs to neither side of the hop may not be replaced: somebody else has put it there. */
  readonly refuseDrift?: boolean;
  /** What this hop means to do to resources at all, below what the configuration allows: a tool that sees more refuses. */
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
