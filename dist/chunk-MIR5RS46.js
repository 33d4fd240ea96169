import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  changeText,
  templateIn
} from "./chunk-AONNMQMY.js";
import {
  changedLines,
  putStagedInPlace,
  stage,
  textOf
} from "./chunk-Q4ZBEIHS.js";
import {
  filledVariables,
  howItEnded
} from "./project.js";
import {
  childEnvironment
} from "./project.js";
import {
  variableNames
} from "./start.js";
import {
  a,
  b,
  e
} from "./project.js";
import {
  looseObject,
  record,
  string
} from "./start.js";
import {
  SystemFailure,
  UserError
} from "./start.js";

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
  const shown = relative(effects.directory, path).split(sep).join("/");
  const change = before === after ? void 0 : { path: shown, before, after };
  if (change !== void 0) {
    log.info(`Changes of ${shown}:`);
    for (const line of changedLines({ before, text: after })) log.output(line);
  }
  const write = async (text) => {
    if (change === void 0) return;
    await stage({ path, text });
    await putStagedInPlace(path);
  };
  return { change, putInPlace: () => write(after), restore: () => write(before) };
}

// src/drivers/deployers/cdk/program.ts
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as resolve2 } from "node:path";
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
      // A session that has ended meanwhile was followed by another one.
      environment: { ...environment, ...access.credentials?.renewed },
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

// src/drivers/deployers/cdk/refusal.ts
function refusalOf(changes, { settings, meant, title, where }) {
  const verdict = judgeChanges(changes, settings.changes, meant);
  if (verdict.kind !== "refused") return void 0;
  const { losesData, reasons } = verdict;
  const capital = `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
  return {
    happened: `${losesData ? "The deploy would lose data" : "The deploy would change more than intended"}: ${reasons.join(" ")}`,
    means: `${capital} and the configuration file are as they were.`,
    next: losesData ? "Find out what in the application causes this: its code, a version of its library, or a key of its configuration. Nothing here allows it." : `Find out where this comes from: the application, its library, or a change by hand. If it is intended, add it to ${where}.changes.`
  };
}

export {
  configurationFile,
  openProgram,
  synthesize,
  refusalOf
};
