import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  readYaml
} from "./chunk-U2324AUP.js";
import {
  changedLines,
  putStagedInPlace,
  stage,
  textOf
} from "./chunk-KHDOC3WC.js";
import {
  requireAccount
} from "./chunk-G6ELUBJS.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import {
  filledVariables,
  howItEnded
} from "./chunk-S5KHKUAU.js";
import {
  childEnvironment,
  variableNames
} from "./chunk-RXKSJZAV.js";
import {
  a,
  b,
  e
} from "./chunk-FMH4LM5E.js";
import {
  AwsError,
  askAws,
  awsAccess,
  awsFailure
} from "./chunk-QWH5Y4IL.js";
import {
  looseObject,
  record,
  string,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/drivers/deployers/cdk/configuration-file.ts
import { relative, resolve, sep } from "node:path";

// src/drivers/deployers/cdk/value-edit.ts
function withValue(text, { key, value }) {
  const document = a(text, { keepSourceTokens: true, logLevel: "error", uniqueKeys: true });
  if (document.errors.length > 0) return impossible("is in a file that is neither JSON nor YAML");
  const path = key.split(".");
  const last = path.at(-1) ?? key;
  const above = path.slice(0, -1);
  const map = above.length === 0 ? document.contents : document.getIn(above, true);
  if (!b(map)) return impossible(`needs ${above.length === 0 ? "a file" : `"${above.join(".")}"`} with keys`);
  const pairs = map.items;
  const index = pairs.findIndex((pair) => e(pair.key) && pair.key.value === last);
  if (index < 0) return value === void 0 ? { kind: "edited", text } : added(text, map, last, value);
  return value === void 0 ? removed(text, map, index) : replaced(text, pairs[index], value);
}
function impossible(reason) {
  return { kind: "impossible", reason };
}
function replaced(text, pair, value) {
  const node = pair?.value;
  if (!e(node) || node.range == null) return impossible("has no single value");
  const [start, end] = node.range;
  const source = text.slice(start, end);
  const typed = typedAs(node.value, value);
  if (typed === void 0) return impossible(`holds ${source}, and ${JSON.stringify(value)} is of another type`);
  const isQuoted = source.startsWith('"') || source.startsWith("'");
  const written = typeof typed === "string" && !isQuoted && plainText.test(typed) ? typed : source.startsWith("'") && typeof typed === "string" && !typed.includes("'") ? `'${typed}'` : JSON.stringify(typed);
  return { kind: "edited", text: `${text.slice(0, start)}${written}${text.slice(end)}` };
}
var plainText = /^[A-Za-z][A-Za-z0-9_./-]*$(?<!^(?:true|false|null|yes|no|on|off))/i;
var wholeNumber = /^-?(?:0|[1-9]\d{0,14})$/;
function typedAs(current, value) {
  if (typeof current === "string") return value;
  if (typeof current === "number") return wholeNumber.test(value) ? Number(value) : void 0;
  if (typeof current === "boolean") return value === "true" ? true : value === "false" ? false : void 0;
  return likely(value);
}
function likely(value) {
  if (wholeNumber.test(value)) return Number(value);
  return value === "true" || value === "false" ? value === "true" : value;
}
function added(text, map, key, value) {
  const written = JSON.stringify(likely(value));
  const ends = map.items.map((pair) => placeOf(pair));
  const last = ends.at(-1);
  if (map.flow !== true) {
    if (last === void 0) return impossible("has no place in the file");
    const indent = text.slice(text.lastIndexOf("\n", last.start - 1) + 1, last.start);
    if (indent.trim() !== "") return impossible("has no place in the file");
    return { kind: "edited", text: `${text.slice(0, last.end)}
${indent}${key}: ${written}${text.slice(last.end)}` };
  }
  const own = `${JSON.stringify(key)}: ${written}`;
  const open = (map.range?.[0] ?? 0) + 1;
  if (last === void 0) return { kind: "edited", text: `${text.slice(0, open)}${own}${text.slice(open)}` };
  const before = ends.at(-2);
  const gap = before === void 0 ? `,${text.slice(open, last.start)}` : text.slice(before.end, last.start);
  const separator = /^\s*,\s*$/.test(gap) ? gap : ", ";
  return { kind: "edited", text: `${text.slice(0, last.end)}${separator}${own}${text.slice(last.end)}` };
}
function removed(text, map, index) {
  const places = map.items.map((pair) => placeOf(pair));
  const [before, own, after] = [places[index - 1], places[index], places[index + 1]];
  if (own === void 0) return impossible("was not found");
  if (map.flow !== true) {
    const start2 = text.lastIndexOf("\n", own.start - 1) + 1;
    const line = text.indexOf("\n", own.end);
    return { kind: "edited", text: `${text.slice(0, start2)}${line < 0 ? "" : text.slice(line + 1)}` };
  }
  const [start, end] = before !== void 0 ? [before.end, own.end] : after !== void 0 ? [own.start, after.start] : [own.start, own.end];
  return { kind: "edited", text: `${text.slice(0, start)}${text.slice(end)}` };
}
function placeOf({ key, value }) {
  const start = rangeOf(key)?.[0] ?? 0;
  return { start, end: rangeOf(value)?.[1] ?? rangeOf(key)?.[1] ?? start };
}
function rangeOf(node) {
  if (typeof node !== "object" || node === null || !("range" in node)) return void 0;
  return Array.isArray(node.range) ? [Number(node.range[0]), Number(node.range[1]), Number(node.range[2])] : void 0;
}

// src/drivers/deployers/cdk/configuration-file.ts
var gone = "none";
async function configurationFile({ file, set }, { effects, where, placeholders }, log) {
  const path = resolve(effects.directory, effects.variables.fill(file, `${where}.file`, placeholders));
  const values = Object.entries(set).map(
    ([key, text]) => [key, effects.variables.fill(text, `${where}.set.${key}`, placeholders)]
  );
  const before = await textOf(path, `${where}.file`);
  let after = before;
  for (const [key, value] of values) {
    const edit = withValue(after, { key, value: value === gone ? void 0 : value });
    if (edit.kind === "impossible") {
      throw new UserError({
        happened: `The key "${key}" of ${path}, which ${where}.set names, ${edit.reason}.`,
        means: "It cannot be set. Nothing was changed.",
        next: `Correct the file, or ${where}.set.`
      });
    }
    after = edit.text;
  }
  const shown2 = relative(effects.directory, path).split(sep).join("/");
  const change = before === after ? void 0 : { path: shown2, before, after };
  if (change !== void 0) {
    log.info(`Changes of ${shown2}:`);
    for (const line of changedLines({ before, text: after })) log.output(line);
  }
  const write = async (text) => {
    if (change === void 0) return;
    await stage({ path, text });
    await putStagedInPlace(path);
  };
  return { change, putInPlace: () => write(after), putBack: () => write(before) };
}

// src/drivers/deployers/cdk/template-changes.ts
import { isDeepStrictEqual } from "node:util";
var resource = looseObject({
  Type: string(),
  Properties: record(string(), unknown()).default({})
});
var stackTemplate = looseObject({ Resources: record(string(), resource) });
var ownType = "AWS::CDK::Metadata";
var unseen = /* @__PURE__ */ new Set(["Type", "Properties", "Metadata", "DependsOn"]);
function stackChanges(before, after) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(after.Resources), ...Object.keys(before.Resources)])];
  return names.flatMap((logicalId) => {
    const old = before.Resources[logicalId];
    const now = after.Resources[logicalId];
    if ((now ?? old)?.Type === ownType) return [];
    if (old !== void 0 && now !== void 0 && old.Type === now.Type) {
      const properties = propertyChanges(old, now);
      return properties.length === 0 ? [] : [{ kind: "changed", logicalId, type: now.Type, properties }];
    }
    return [
      ...old === void 0 ? [] : [apart("removed", logicalId, old)],
      ...now === void 0 ? [] : [apart("added", logicalId, now)]
    ];
  });
}
function apart(kind, logicalId, { Type: type, Properties: given }) {
  return {
    kind,
    logicalId,
    type,
    isMember: type === "AWS::RDS::DBInstance" && given.DBClusterIdentifier !== void 0
  };
}
function propertyChanges(old, now) {
  const attributes = (one) => Object.entries(one).filter(([name]) => !unseen.has(name));
  return [
    ...differences(old.Properties, now.Properties),
    ...differences(Object.fromEntries(attributes(old)), Object.fromEntries(attributes(now)))
  ];
}
function differences(before, after) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name])).map((name) => ({ name, before: before[name], after: after[name] }));
}
function changeText(change) {
  const subject = `${change.logicalId} (${change.type})`;
  if (change.kind !== "changed") return `${subject} is ${change.kind}`;
  const each = change.properties.map(({ name, before, after }) => `${name} from ${shown(before)} to ${shown(after)}`);
  return `${subject} changes ${each.join(", ")}`;
}
var longest = 160;
function shown(value) {
  if (value === void 0) return "nothing";
  const text = JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}\u2026`;
}

// src/drivers/deployers/cdk/judge-changes.ts
var stateful = {
  "AWS::Backup::BackupVault": ["BackupVaultName", "EncryptionKeyArn"],
  "AWS::Cognito::UserPool": [],
  "AWS::DocDB::DBCluster": [
    "AvailabilityZones",
    "DBClusterIdentifier",
    "DBSubnetGroupName",
    "KmsKeyId",
    "MasterUsername",
    "SnapshotIdentifier",
    "StorageEncrypted"
  ],
  "AWS::DynamoDB::GlobalTable": ["KeySchema", "LocalSecondaryIndexes", "TableName"],
  "AWS::DynamoDB::Table": ["KeySchema", "LocalSecondaryIndexes", "TableName", "ImportSourceSpecification"],
  "AWS::EC2::Volume": ["AvailabilityZone", "Encrypted", "KmsKeyId", "OutpostArn", "SnapshotId"],
  "AWS::EFS::FileSystem": ["AvailabilityZoneName", "Encrypted", "KmsKeyId", "PerformanceMode"],
  "AWS::ElastiCache::CacheCluster": ["ClusterName", "Engine", "SnapshotArns", "SnapshotName"],
  "AWS::ElastiCache::ReplicationGroup": [
    "AtRestEncryptionEnabled",
    "KmsKeyId",
    "ReplicationGroupId",
    "SnapshotArns",
    "SnapshotName"
  ],
  "AWS::FSx::FileSystem": ["FileSystemType", "KmsKeyId", "StorageType", "SubnetIds"],
  "AWS::KMS::Key": ["KeySpec", "KeyUsage", "MultiRegion", "Origin"],
  "AWS::Neptune::DBCluster": [
    "AvailabilityZones",
    "DBClusterIdentifier",
    "DBSubnetGroupName",
    "KmsKeyId",
    "SnapshotIdentifier",
    "StorageEncrypted"
  ],
  "AWS::OpenSearchService::Domain": ["DomainName"],
  "AWS::RDS::DBCluster": [
    "AvailabilityZones",
    "DatabaseName",
    "DBClusterIdentifier",
    "DBSubnetGroupName",
    "DBSystemId",
    "Engine",
    "EngineMode",
    "KmsKeyId",
    "MasterUsername",
    "PubliclyAccessible",
    "RestoreToTime",
    "RestoreType",
    "SnapshotIdentifier",
    "SourceDBClusterIdentifier",
    "SourceRegion",
    "StorageEncrypted",
    "UseLatestRestorableTime"
  ],
  "AWS::RDS::DBInstance": [
    "AvailabilityZone",
    "BackupTarget",
    "CharacterSetName",
    "CustomIAMInstanceProfile",
    "DBClusterIdentifier",
    "DBInstanceIdentifier",
    "DBName",
    "DBSnapshotIdentifier",
    "DBSubnetGroupName",
    "DBSystemId",
    "Engine",
    "KmsKeyId",
    "MasterUsername",
    "NcharCharacterSetName",
    "Port",
    "SourceDBClusterIdentifier",
    "SourceDbiResourceId",
    "SourceDBInstanceAutomatedBackupsArn",
    "SourceDBInstanceIdentifier",
    "StorageEncrypted",
    "Timezone"
  ],
  "AWS::RDS::GlobalCluster": ["GlobalClusterIdentifier", "SourceDBClusterIdentifier", "StorageEncrypted"],
  "AWS::Redshift::Cluster": ["ClusterIdentifier", "DBName", "MasterUsername", "SnapshotIdentifier"],
  "AWS::S3::Bucket": ["BucketName"],
  "AWS::SecretsManager::Secret": ["Name"]
};
var protections = /* @__PURE__ */ new Set([
  "DeletionPolicy",
  "UpdateReplacePolicy",
  "DeletionProtection",
  "DeletionProtectionEnabled"
]);
function judgeChanges(changes, allowed, kinds) {
  const losses = changes.flatMap(lossOf);
  if (losses.length > 0) return { kind: "refused", losesData: true, reasons: losses };
  const reasons = changes.flatMap(
    (change) => kinds?.includes(change.kind) === false ? [`${changeText(change)}, and this hop means no such change.`] : unmeant(change, allowed)
  );
  return reasons.length === 0 ? { kind: "allowed" } : { kind: "refused", losesData: false, reasons };
}
function lossOf(change) {
  const { logicalId, type } = change;
  const replacing = Object.hasOwn(stateful, type) ? stateful[type] : void 0;
  if (replacing === void 0 || change.kind === "added") return [];
  if (change.kind === "removed") {
    return change.isMember ? [] : [`${logicalId} (${type}) would be removed, with its data.`];
  }
  return change.properties.flatMap(({ name, after }) => {
    if (replacing.includes(name))
      return [`${logicalId} (${type}) would be replaced by an empty one, since ${name} changes.`];
    const isWeaker = protections.has(name) && after !== true && after !== "Retain" && after !== "Snapshot";
    return isWeaker ? [`${logicalId} (${type}) would lose its protection: ${name} changes.`] : [];
  });
}
function unmeant(change, allowed) {
  const own = allowed.filter(({ type }) => type === change.type);
  if (change.kind === "added") return own.some(({ added: added2 }) => added2) ? [] : [`${changeText(change)}.`];
  if (change.kind === "removed") return own.some(({ removed: removed2 }) => removed2) ? [] : [`${changeText(change)}.`];
  const meant = new Set(own.flatMap(({ properties: properties2 }) => properties2));
  const properties = change.properties.filter(({ name }) => !meant.has(name));
  return properties.length === 0 ? [] : [`${changeText({ ...change, properties })}.`];
}

// src/drivers/deployers/cdk/program.ts
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as resolve2 } from "node:path";

// src/drivers/deployers/cdk/stack.ts
var follows = /cancell?ed|The following resource\(s\) failed/i;
function openStack(access, name) {
  const title = `the stack "${name}" in ${access.region}`;
  const connected = async () => {
    const sdk = await import("./clients/cloudformation.js");
    return { sdk, client: new sdk.CloudFormationClient(access.clientSettings) };
  };
  const reading = async (read) => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw awsFailure(
        `${title.replace("the", "The")} could not be read`,
        error,
        "What is deployed there is not known."
      );
    }
  };
  return {
    name,
    title,
    status: async () => {
      const { sdk, client } = await connected();
      return await reading(async () => {
        try {
          const { Stacks } = await askAws(
            access,
            (options) => client.send(new sdk.DescribeStacksCommand({ StackName: name }), options)
          );
          const found = Stacks?.[0];
          if (found === void 0) return void 0;
          const { StackId: id = "", StackStatus: status = "", StackStatusReason: reason = "" } = found;
          return { id, status, reason, changed: found.LastUpdatedTime ?? found.CreationTime };
        } catch (error) {
          if (error instanceof AwsError && /does not exist/.test(error.message)) return void 0;
          throw error;
        }
      });
    },
    template: async () => {
      const { sdk, client } = await connected();
      const { TemplateBody } = await reading(
        () => askAws(
          access,
          (options) => client.send(new sdk.GetTemplateCommand({ StackName: name, TemplateStage: "Original" }), options)
        )
      );
      return templateIn(TemplateBody ?? "", title);
    },
    failures: async (since) => {
      const { sdk, client } = await connected();
      const { StackEvents } = await reading(
        () => askAws(access, (options) => client.send(new sdk.DescribeStackEventsCommand({ StackName: name }), options))
      );
      return (StackEvents ?? []).filter(({ Timestamp, ResourceStatus }) => {
        const isSince = Timestamp === void 0 || Timestamp.getTime() >= since.getTime() - 6e4;
        return isSince && ResourceStatus?.endsWith("_FAILED") === true;
      }).toReversed().filter(({ ResourceStatusReason: reason = "" }) => reason !== "" && !follows.test(reason)).map(
        ({ LogicalResourceId, ResourceType, ResourceStatus, ResourceStatusReason = "" }) => `${LogicalResourceId} (${ResourceType}) is ${ResourceStatus}: ${ResourceStatusReason.replace(/\.$/, "")}`
      );
    }
  };
}
function templateIn(text, title) {
  const reading = readYaml(text);
  const read = reading.kind === "value" ? stackTemplate.safeParse(reading.value) : void 0;
  if (read?.success === true) return read.data;
  throw new SystemFailure({
    happened: `The template of ${title} could not be read${reading.kind === "unreadable" ? `: ${reading.reason}` : ""}.`,
    means: "What a deploy would change is not known. Nothing was changed.",
    next: 'Look at it with "aws cloudformation get-template", and deploy once by hand from the application.'
  });
}
var pauses = { early: 1e3, earlyUntil: 6e4, later: 5e3 };
async function settledStatus(stack, { clock, signal }, { within, log }) {
  const started = clock.now().getTime();
  for (; ; ) {
    const seen = await stack.status();
    if (seen === void 0 || !seen.status.endsWith("_IN_PROGRESS") || seen.status === "REVIEW_IN_PROGRESS")
      return seen;
    const elapsed = clock.now().getTime() - started;
    if (elapsed >= within) {
      throw new SystemFailure({
        happened: `After ${durationText(within)}, ${stack.title} is still ${seen.status}.`,
        means: "An update is under way, and what it leads to is not known.",
        next: "Look at its events in the console of CloudFormation. Run the step again when it has ended: it looks before it acts."
      });
    }
    log.progress({
      text: `Waiting: ${stack.title} is ${seen.status}`,
      done: Math.round(elapsed / 1e3),
      total: within / 1e3
    });
    await clock.sleep(elapsed < pauses.earlyUntil ? pauses.early : pauses.later, signal);
  }
}

// src/drivers/deployers/cdk/program.ts
function openProgram(settings, context, request) {
  const { effects, where, placeholders } = context;
  const { access } = request;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const [program, ...rest] = settings.program;
  const { endpoint } = access.clientSettings;
  const merged = {
    ...childEnvironment(effects, Object.values(settings.env).flatMap(variableNames)),
    AWS_REGION: access.region,
    AWS_DEFAULT_REGION: access.region,
    ...endpoint && { AWS_ENDPOINT_URL: endpoint },
    NO_COLOR: "1",
    CDK_DISABLE_VERSION_CHECK: "1",
    ...filledVariables(settings.env, context),
    ...request.environment
  };
  const environment = Object.fromEntries(
    Object.entries(merged).filter((entry) => entry[1] !== void 0)
  );
  const contexts = Object.entries(settings.context).flatMap(([name, value]) => [
    "--context",
    `${name}=${fill(value, `context.${name}`)}`
  ]);
  return {
    name: settings.program.join(" "),
    run: async (args, log) => await effects.processes.run({
      argv: [fill(program, "program"), ...rest.map((text) => fill(text, "program")), ...args, ...contexts],
      directory: appFolder(settings, context),
      environment,
      signal: access.signal,
      onLine: (line) => log?.output(line)
    }),
    lastWords: (result) => {
      const lines = effects.pen.text(`${result.stdout}
${result.stderr}`).split("\n");
      const said = lines.map((line) => line.trim()).filter((line) => line !== "");
      const last = said.findLast((line) => /error|fail|cannot|could not|exceed|❌/i.test(line)) ?? said.at(-1);
      return last === void 0 ? "" : `: ${last.replace(/\.$/, "").slice(0, 400)}`;
    }
  };
}
function appFolder({ app }, { effects, where, placeholders }) {
  return resolve2(effects.directory, effects.variables.fill(app, `${where}.app`, placeholders));
}
var artifact = looseObject({
  type: string(),
  properties: looseObject({ templateFile: string().optional(), stackName: string().optional() }).optional()
});
var manifest = looseObject({ artifacts: record(string(), artifact) });
async function synthesize(program, stack, where) {
  const folder = await mkdtemp(join(tmpdir(), "staged-upgrade-cdk-"));
  const remove = async () => await rm(folder, { recursive: true, force: true });
  try {
    const result = await program.run(["synth", "--quiet", "--output", folder]);
    if (result.exitCode !== 0) {
      throw new SystemFailure({
        happened: `"${program.name} synth" (${where}) ${howItEnded(result)}${program.lastWords(result)}.`,
        means: "What the application would deploy is not known. Nothing was deployed.",
        next: `Run it by hand in the folder of ${where}.app, correct the cause, and run the step again.`
      });
    }
    return { folder, remove, template: await templateOf(folder, stack, where) };
  } catch (error) {
    await remove();
    throw error;
  }
}
async function templateOf(folder, stack, where) {
  const { artifacts } = manifest.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === "aws:cloudformation:stack");
  const found = stacks.find(([id, { properties }]) => (properties?.stackName ?? id) === stack)?.[1];
  const file = found?.properties?.templateFile;
  if (file !== void 0) return templateIn(await readFile(join(folder, file), "utf8"), `the application of ${where}`);
  const names = stacks.map(([id, { properties }]) => `"${properties?.stackName ?? id}"`);
  throw new UserError({
    happened: `The application of ${where} has no stack "${stack}"; it has ${names.join(", ") || "none"}.`,
    means: "Nothing was deployed.",
    next: `Correct ${where}.stack: it is the name that CloudFormation shows.`
  });
}

// src/drivers/deployers/cdk/deploy.ts
async function deployCdk(settings, context, request) {
  const { effects, where, placeholders } = context;
  const { log } = request;
  const access = awsAccess(settings, context, request.signal);
  access.signal.throwIfAborted();
  const name = effects.variables.fill(settings.stack, `${where}.stack`, placeholders);
  const program = openProgram(settings, context, { environment: request.environment, access });
  const stack = openStack(access, name);
  const deploy = { settings, context, request, access, program, stack };
  const file = await configurationFile(settings, context, log);
  await requireAccount(settings, access, where);
  const means = `${request.version} was not deployed.`;
  requireUpdatable(stack, { where, means }, await settledStatus(stack, access, { within: settings.within, log }));
  await file.putInPlace();
  let isDeployed = false;
  try {
    const assembly = await synthesize(program, name, where);
    try {
      await refuseUnmeant(deploy, assembly);
      isDeployed = true;
      await update(deploy, assembly);
    } catch (error) {
      isDeployed = isDeployed && !(error instanceof RolledBack);
      throw error;
    } finally {
      await assembly.remove();
    }
  } finally {
    if (!isDeployed) await file.putBack();
  }
  return file.change === void 0 ? {} : { fileChanges: [file.change] };
}
var RolledBack = class extends SystemFailure {
};
function requireUpdatable(stack, { where, means }, seen) {
  if (seen === void 0) {
    throw new SystemFailure({
      happened: `There is no stack "${stack.name}" (${where}.stack) in this account and region.`,
      means: `${means} A stack is updated here, and never created.`,
      next: `Check the account and the region that the job has logged in to, and ${where}.stack. A new stack is deployed once by hand.`
    });
  }
  if (/^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(seen.status)) return;
  throw new SystemFailure({
    happened: `${capital(stack.title)} is ${seen.status}${seen.reason === "" ? "" : `: ${seen.reason.replace(/\.$/, "")}`}.`,
    means: `An update ended half way, and CloudFormation accepts no other before a person has looked. ${means}`,
    next: "See its events in the console of CloudFormation, correct the cause, and have it continue the rollback (aws cloudformation continue-update-rollback). Then run the step again."
  });
}
async function refuseUnmeant(deploy, { template, folder }) {
  const { settings, request, stack, program, context } = deploy;
  const changes = stackChanges(await stack.template(), template);
  for (const change of changes) request.log.info(`${changeText(change)}.`);
  if (changes.length === 0) request.log.info(`${capital(stack.title)} has what the application says already.`);
  const verdict = judgeChanges(changes, settings.changes, request.meant);
  if (verdict.kind === "refused") {
    const { losesData, reasons } = verdict;
    throw new SystemFailure({
      happened: `${losesData ? "The deploy would lose data" : "The deploy would change more than it is meant to"}: ${reasons.join(" ")}`,
      means: `${request.version} was not deployed. ${capital(stack.title)} and the configuration file are as they were.`,
      next: losesData ? "Find out what in the application causes this: its code, a version of its library, or a key of its configuration. Nothing here allows it." : `Find out whether it is meant: the application, its library, or something that was changed by hand. What is meant belongs into ${context.where}.changes.`
    });
  }
  await program.run(["diff", stack.name, "--app", folder, "--method=template"], request.log);
}
async function update(deploy, assembly) {
  const { settings, context, request, access, program, stack } = deploy;
  const { log, version } = request;
  const started = access.clock.now();
  const result = await program.run(
    [
      "deploy",
      stack.name,
      "--app",
      assembly.folder,
      "--require-approval=never",
      `--method=${settings.method}`,
      "--progress=events"
    ],
    log
  );
  const seen = await settledStatus(stack, access, { within: settings.within, log });
  const left = stackChanges(await stack.template(), assembly.template);
  const isWhole = seen !== void 0 && /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(seen.status);
  if (result.exitCode === 0 && isWhole && left.length === 0) {
    log.info(`${capital(stack.title)} is ${seen.status}, with all that the application says.`);
    return;
  }
  const [cause] = await stack.failures(started);
  const status = seen === void 0 ? "gone" : seen.status;
  const isBack = /^UPDATE_ROLLBACK_COMPLETE$/.test(status) || isWhole && left.length > 0;
  const words = cause === void 0 ? program.lastWords(result) : `. ${cause}`;
  const detail = {
    happened: `"${program.name} deploy" (${context.where}) ${howItEnded(result)}, and ${stack.title} is ${status}${words}.`,
    means: isBack ? `${version} is not in place: CloudFormation has what was deployed before, and the configuration file is as it was.` : left.length === 0 && isWhole ? `CloudFormation has what the application says for ${version}, but the program reported a failure.` : `Whether ${version} is in place in all resources is not known.`,
    next: isBack ? "Correct the cause, and run the step again." : "See the events of the stack in the console of CloudFormation, and run the step again: it looks before it acts."
  };
  throw isBack ? new RolledBack(detail) : new SystemFailure(detail);
}
function capital(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

export {
  configurationFile,
  stackChanges,
  changeText,
  openStack,
  openProgram,
  synthesize,
  deployCdk,
  requireUpdatable
};
