/** What `init` was asked for. All texts are as typed; undefined means that the flag was not given. */
export interface InitOptions {
  readonly product?: string;
  readonly system?: string;
  readonly database?: string;
  readonly productionUrl?: string;
  readonly stagingUrl?: string;
  /** Commands, split at spaces. */
  readonly deploy?: string;
  readonly stop?: string;
  readonly scrub?: string;
  readonly backupFolder?: string;
  /** `git`, or a folder. */
  readonly journal?: string;
  /** Labels of runners, separated by commas. */
  readonly runner?: string;
  readonly stagingRunner?: string;
  readonly action?: string;
  readonly variable?: readonly string[];
  readonly oidc?: boolean;
  /** Five fields of cron; `none` takes the schedule out again. */
  readonly schedule?: string;
  readonly check?: boolean;
  readonly update?: boolean;
  readonly force?: boolean;
}

/** The flags of `init`, in the order of its help. The name in camel case is the option above. */
export const initFlags: readonly { readonly flags: string; readonly description: string }[] = [
  {
    flags: '--product <name>',
    description: 'the product, such as medplum; "sample" for the one that comes with this tool',
  },
  {
    flags: '--system <name>',
    description: 'a name for your installation; it names the lock, the journal and the backups',
  },
  { flags: '--database <kind>', description: 'postgres or sqlite' },
  { flags: '--production-url <url>', description: 'where production answers' },
  { flags: '--staging-url <url>', description: 'where staging answers' },
  { flags: '--deploy <command>', description: 'puts {version} in place in {environment}; split at spaces, no shell' },
  { flags: '--stop <command>', description: 'stops the server of {environment}, so that its database can be replaced' },
  { flags: '--scrub <command>', description: 'makes a copy of live data harmless before a server starts on it' },
  { flags: '--backup-folder <path>', description: 'a folder that the runners of both environments reach' },
  { flags: '--journal <git|folder>', description: 'where the record is kept: a branch of the repository, or a folder' },
  {
    flags: '--runner <labels>',
    description: 'labels of the runner that reaches production (and staging), separated by commas',
  },
  { flags: '--staging-runner <labels>', description: 'labels of the runner that reaches staging' },
  { flags: '--action <pin>', description: 'the action to use, as OWNER/NAME@COMMIT, the full commit' },
  { flags: '--variable <name...>', description: 'names of ${NAME}s that are no secrets: they come from variables' },
  { flags: '--oidc', description: 'let the jobs ask for an OIDC token, to log in to a cloud' },
  {
    flags: '--schedule <cron>',
    description: 'start a run by itself at these times (UTC) that goes on with what waits; "none" for no such runs',
  },
  { flags: '--check', description: 'only say whether the workflows are what init would write; exit code 1 when not' },
  { flags: '--update', description: 'write the workflows anew, keeping what stands between marks' },
  { flags: '--force', description: 'replace files that were changed by hand; use an action by a branch or tag' },
];
