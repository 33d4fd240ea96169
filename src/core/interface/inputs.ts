import { environmentNames, releaseSides } from '../model/hop.ts';
import { backupPurposes } from '../model/manifest.ts';
import { operations } from '../model/operation.ts';
import { type Accepted, duration, flag, type Input, list, text, word } from './input.ts';

/** A comma inside a value separates nothing. */
const betweenFacts = /\n|,(?=\s*[^\s,=]+=)/;

/*
 * Every input of a command, once, in the order of action.yml. action.yml, the readers of both entries, the terminal's
 * options, the reference pages and the types are all made from this table. Each command lists the inputs that it takes.
 * Names are API.
 */
const declared = {
  config: text({
    action: {
      description: "The configuration's file, relative to the checkout.",
      default: '.github/staged-upgrade.yml',
    },
    option: ['--config <file>', 'the configuration (default: .github/staged-upgrade.yml)'],
  }),
  system: text({
    action: 'Which system the step is about, by its name, where the configuration has several (systems).',
    option: [
      '--system <name>',
      'one of several systems of the configuration; for init, a name for your installation, which names the lock, the journal and the backups',
    ],
  }),
  // No default here: a path that is checked (--path) may end anywhere, unless a target is named.
  target: text({
    action:
      'Where the path leads, for plan: newest, newest-patch, a line such as 5.1 (its newest patch), an exact version, or unfinished: the target of the climb that is waiting, if there is one.',
    option: [
      '--target <version>',
      'newest, newest-patch, a line such as 5.1, an exact version, or unfinished: the target of the climb that is waiting (default: newest)',
    ],
  }),
  operation: word(operations, {
    action:
      'What the plan is for: plan (only to look; the default), rehearse or climb. It is recorded in the journal; scheduled runs continue only a climb.',
  }),
  ring: text({
    action:
      'For plan in the workflows of several systems: the ring in which a run of the whole fleet starts this system. It is recorded in the journal; only a target set this way carries over to the next ring.',
  }),
  current: text({
    action: 'The version that you believe production runs; plan ends with an error when production reports another.',
    option: ['--current <version>', 'the version that you believe production runs; an error when it reports another'],
  }),
  offline: flag({
    option: ['--offline', 'plan from --current as given: production is not asked, and nothing is recorded'],
  }),
  product: text({
    option: [
      '--product <name>',
      'a shipped product, such as medplum: the one init writes for, or the one plan plans from --current, without a configuration',
    ],
  }),
  write: flag({ option: ['--write', 'write the change to the files; without this, it is only shown'] }),
  prereleases: flag({ option: ['--prereleases', 'let the path use prereleases'] }),
  minimumAge: duration({ option: ['--minimum-age <duration>', 'use no release that is younger: 12h, 7d'] }),
  environment: word(environmentNames, {
    action: 'The environment that the step acts on: production or staging.',
    option: ['--environment <name>', 'where to act'],
  }),
  hop: text({
    action:
      'The hop that the step belongs to: the JSON that plan wrote into the matrix, or the id, such as 1.0.2--1.1.4.',
    option: ['--hop <id>', 'the id of a planned hop, such as 1.0.2--1.1.4'],
  }),
  release: word(releaseSides, {
    action: 'The side of the hop that deploy and smoke act on: from or to.',
    option: ['--release <side>', 'which side of the hop'],
  }),
  purpose: word(backupPurposes, {
    action:
      'What the backup is for: rehearsal (to be restored on staging) or restore-point (the way back, taken directly before the deploy).',
    option: ['--purpose <purpose>', 'what the backup is for'],
  }),
  budget: duration({
    action:
      "How long a wait may take before the step ends as waiting, such as 90s, 15m or 5h; the default is the configuration's budget.",
    option: ['--budget <duration>', 'how long to wait at most: 90s, 15m, 5h'],
  }),
  retry: flag({
    action:
      'Whether migrate restarts a migration that has failed, true or false; give the other steps of the hop on production the same value.',
    option: ['--retry', 'restart a migration that has failed; recorded in the journal'],
  }),
  acknowledge: list({
    action:
      'Ids of manual steps that a person has done, separated by commas or line breaks, in addition to those in the configuration.',
    option: ['--acknowledge <id>', 'a manual step that is done; may be repeated'],
  }),
  facts: list(
    {
      action:
        "Facts about the installation that conditional rules ask for, as name=value, one per line or separated by commas; they override the configuration's.",
      option: ['--facts <name=value>', 'a fact about this installation; may be repeated'],
    },
    betweenFacts,
  ),
  parts: list({
    action:
      'The current versions of parts of production other than its release, as name=version, one per line or separated by commas, such as chart=7.10.0; needed where no probe of the product reads them.',
    option: [
      '--part <name=version>',
      'the current version of a part of production other than its release, such as chart=7.10.0; may be repeated',
    ],
  }),
  releases: text({
    action:
      'A file with a pinned release list to plan from, instead of asking where the product publishes its releases.',
    option: ['--releases <file>', 'plan from a pinned copy of the release list'],
  }),
  saveReleases: text({ option: ['--save-releases <file>', 'write the release list that was planned from'] }),
  path: text({
    action: 'A path to check against the rules instead of planning one, as versions separated by commas.',
    option: ['--path <versions>', 'check this path (1.1.4,1.2.1,1.3.1) against the rules instead of planning one'],
  }),
  confirm: text({
    action:
      "What a person typed as confirmation: for a dispatch gate, what the waiting run asked for; for a rollback that loses data, the hop's id, or the id of the backup that the refusal names; for mark-disposable, the name of staging's database.",
    option: [
      '--confirm <text>',
      "a typed confirmation: for a rollback that loses data, the hop's id or the id of the backup that the refusal names; for mark-disposable, the database's name",
    ],
  }),
  data: text({
    action:
      'For mark-disposable where staging has several data stores: the name, in the configuration, of the one to mark.',
    option: ['--data <name>', "one of staging's data stores, where there are several (default: each)"],
  }),
  reason: text({
    action: 'Why a person asked for this; recorded in the journal.',
    option: ['--reason <text>', 'why; recorded in the journal'],
  }),
  accept: text({
    action:
      'For a rollback whose smoke tests failed because a test is itself wrong: why it counts as finished anyway; recorded in the journal.',
    option: [
      '--accept <reason>',
      'finish a rollback although its smoke tests failed, and record in the journal why that is right',
    ],
  }),
  output: text({
    action:
      'For report, a file to write it to besides the summary: a self-contained page if the name ends in .html, otherwise Markdown. An existing file that is not a report is left alone.',
    option: [
      '--output <file>',
      'also write the report to a file: a self-contained page if the name ends in .html, otherwise Markdown',
    ],
  }),
  yes: flag({ option: ['--yes', 'approve every gate beforehand'] }),
  until: text({
    option: ['--until <hop>', 'stop after this hop (1.0.2--1.1.4), or at the version it leads to (1.1.4)'],
  }),
  keep: flag({ option: ['--keep', 'keep the folder with the servers, backups, journal and report'] }),
  title: text({ option: ['--title <text>', 'for --product own: what people call the product'] }),
  published: text({
    option: [
      '--published <where>',
      'for --product own: where its releases are published, such as npm:NAME or github:OWNER/NAME; an unknown place lists all',
    ],
  }),
  line: text({ option: ['--line <unit>', 'for --product own: which lines must not be skipped: major, minor or none'] }),
  healthPath: text({
    option: ['--health-path <path>', 'for --product own: the path that answers 200 when the server is healthy'],
  }),
  versionPath: text({
    option: ['--version-path <path>', 'for --product own: the path whose JSON response has the version'],
  }),
  versionValue: text({
    option: [
      '--version-value <place>',
      'for --product own: where the version is in that response, such as data.version',
    ],
  }),
  database: text({
    option: ['--database <kind>', 'what keeps the data, such as postgres; an unknown name lists all'],
  }),
  deployer: text({ option: ['--deployer <kind>', 'how a release is put in place, such as command'] }),
  store: text({ option: ['--store <kind>', 'where backups are kept, such as s3'] }),
  productionUrl: text({ option: ['--production-url <url>', 'where production answers'] }),
  stagingUrl: text({ option: ['--staging-url <url>', 'where staging answers'] }),
  deploy: text({
    option: ['--deploy <command>', 'puts {version} in place in {environment}; split at spaces, no shell'],
  }),
  stop: text({
    option: ['--stop <command>', 'stops the server of {environment}, so that its database can be replaced'],
  }),
  scrub: text({
    option: ['--scrub <command>', 'makes a copy of live data harmless before a server starts on it'],
  }),
  encryptFor: list({
    option: [
      '--encrypt-for <key...>',
      'age public keys (age1…) to encrypt backups for; the private key of any one can decrypt them',
    ],
  }),
  backupFolder: text({
    option: ['--backup-folder <path>', 'a folder that the runners of both environments can reach'],
  }),
  journal: text({
    option: [
      '--journal <git|folder>',
      'where the journal is kept: a branch of the repository, a folder, or the name of another kind',
    ],
  }),
  runner: text({
    option: ['--runner <labels>', 'labels of the runner that reaches production (and staging), separated by commas'],
  }),
  stagingRunner: text({ option: ['--staging-runner <labels>', 'labels of the runner that reaches staging'] }),
  action: text({ option: ['--action <pin>', 'the action to use, as OWNER/NAME@COMMIT, the full commit'] }),
  variable: list({
    option: ['--variable <name...>', 'names of ${NAME}s that are not secrets: GitHub variables are used'],
  }),
  oidc: flag({ option: ['--oidc', 'let the jobs ask for an OIDC token, to log in to a cloud'] }),
  schedule: text({
    option: [
      '--schedule <cron>',
      'at these times (UTC), start a run that continues what is waiting; "none" for no such runs',
    ],
  }),
  check: flag({
    option: ['--check', 'only check whether the workflows are what init would write; exit code 1 if not'],
  }),
  update: flag({ option: ['--update', 'rewrite the workflows, keeping what is between the marks'] }),
  force: flag({
    option: ['--force', 'replace files that were changed by hand; allow an action pinned to a branch or tag'],
  }),
};

type Declared = typeof declared;
export type InputName = keyof Declared;
type Values = { readonly [Name in InputName]: Declared[Name] extends Input<infer Value> ? Value : never };

/** The given inputs by name; those not given are absent. */
export type Given = { readonly [Name in InputName]?: Values[Name] };

/** The inputs that one command accepts. */
export type InputsOf<Name extends InputName> = { readonly [Each in Name]?: Values[Each] };

export const inputs: { readonly [Name in InputName]: Input<Values[Name]> } = declared;

/** Further inputs of a workflow step, which no command sees. */
export const stepInputs = {
  summary: flag({
    action: { description: 'Whether the step adds to the job summary, true or false.', default: 'true' },
  }),
  token: text({
    action: {
      description:
        "The token that reads approvals and pushes the journal's branch; the job needs contents: write for the latter.",
      default: '${{ github.token }}',
    },
  }),
};

export const inputNames = Object.keys(declared).filter(isInputName);

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(declared, name);
}

type Mutable = { -readonly [Name in InputName]?: Values[Name] };

/**
 * Reads the given inputs.
 * @param textsOf all texts given for an input; none if it was not given
 * @param onWrong throws an error worded for the caller: workflow or terminal
 */
export function readGiven(
  names: readonly InputName[],
  textsOf: (name: InputName) => readonly string[],
  onWrong: (name: InputName, wrong: Extract<Accepted<unknown>, { kind: 'wrong' }>) => never,
): Given {
  const given: Mutable = {};
  const read = <Name extends InputName>(name: Name): void => {
    const texts = textsOf(name);
    if (texts.length === 0) return;
    const accepted = inputs[name].read(texts);
    if (accepted.kind === 'wrong') onWrong(name, accepted);
    else given[name] = accepted.value;
  };
  for (const name of names) read(name);
  return Object.freeze(given);
}

/** The command's own part of the given inputs. */
export function taken<Name extends InputName>(given: Given, names: readonly Name[]): InputsOf<Name> {
  const own: { -readonly [Each in Name]?: Values[Each] } = {};
  for (const name of names) if (given[name] !== undefined) own[name] = given[name];
  return own;
}
