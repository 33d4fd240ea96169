import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  noticeKinds,
  shortened
} from "./chunk-CAKOUAMR.js";
import {
  maintenanceWindows
} from "./chunk-KLIP4LGS.js";
import {
  ConfigurationError,
  pathText
} from "./chunk-KBLNIU6Z.js";
import {
  isRecipientForm,
  toFillIn
} from "./chunk-SB5BR6WD.js";
import {
  backupStore,
  dataStore,
  dataStores,
  journalStore
} from "./chunk-VSMHR5PU.js";
import {
  nearest
} from "./chunk-KJR6AY27.js";
import {
  gateScopes,
  gateSettings
} from "./chunk-OASWQL73.js";
import {
  writtenData
} from "./chunk-OBZJYD3D.js";
import {
  hasAt,
  isMapping,
  stagingWaiver,
  texts,
  valueAt
} from "./chunk-4X6B3AHX.js";
import {
  deployPlaceRules,
  deployVariableRules,
  deployer,
  hasStages,
  hasTopology,
  kind,
  kindTitle,
  measure,
  oneOf,
  reversibleStages,
  smokeTest,
  stagesProduct,
  tokenSource,
  topologyProbe,
  topologyProduct,
  versionsProduct
} from "./chunk-CF4GPMPN.js";
import {
  canonicalJson
} from "./chunk-VQ6AOQ3M.js";
import {
  withinCheckingTime
} from "./chunk-L3TT7463.js";
import {
  environmentNames
} from "./chunk-WNC3J4Y2.js";
import {
  duplicateKeys,
  loneReturn,
  mostLevels,
  tooDeepAt
} from "./chunk-U2324AUP.js";
import {
  partName,
  partVersion
} from "./chunk-BRELSNAC.js";
import {
  namesPlace
} from "./chunk-NPAGDH5U.js";
import {
  looksSecret,
  namesSecret,
  passwordsIn,
  quoted,
  shown
} from "./chunk-FVAJADZM.js";
import {
  placeholderNames,
  substituted
} from "./chunk-ZGX2ZA3I.js";
import {
  argv,
  duration,
  environmentName,
  jobLimit,
  slug,
  template
} from "./chunk-X67IRU5F.js";
import {
  parseDuration
} from "./chunk-JOC32U4G.js";
import {
  S,
  a,
  b,
  e,
  i,
  m as m2,
  n,
  p,
  s
} from "./chunk-FMH4LM5E.js";
import {
  array,
  boolean,
  core_exports,
  globalRegistry,
  int,
  literal,
  m,
  number,
  object,
  record,
  safeParse,
  strictObject,
  string,
  tuple,
  union,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/config/hop-traits.ts
function hopTraits(configuration2, product2) {
  const waiver = stagingWaiver(configuration2);
  const dataless = configuration2.environments.production.data.length === 0;
  return {
    deferrable: product2.migrations !== void 0,
    // It is restored on staging: without data, or without a staging, there is nothing that could be proved.
    proveRestorePoint: configuration2["restore-point"].prove && waiver === void 0 && !dataless,
    ...hasStages(product2) ? { stages: { reversible: reversibleStages(product2) } } : {},
    // A topology is changed back by the same deploy.
    ...hasTopology(product2) ? { stages: { reversible: "all" } } : {},
    ...dataless ? { dataless } : {},
    ...waiver === void 0 ? {} : { waiver }
  };
}

// src/config/answer-names.ts
function unknownAnswers(document, path = []) {
  if (Array.isArray(document)) return document.flatMap((item, index) => unknownAnswers(item, [...path, index]));
  if (!isMapping(document)) return [];
  if (typeof valueAt(document, ["path"]) === "string") return inRequest({ ...document }, path);
  return Object.entries(document).flatMap(([key, item]) => unknownAnswers(item, [...path, key]));
}
function inRequest(request, path) {
  const { before, jobs, ...own } = request;
  const earlier = Array.isArray(before) ? before : [];
  const names = earlier.map((each) => String(valueAt(each, ["name"]) ?? ""));
  const inBefore = earlier.flatMap(
    (each, index) => wrongNames(each, names.slice(0, index), [...path, "before", index])
  );
  return [...inBefore, ...wrongNames(own, names, path), ...unknownAnswers(jobs, [...path, "jobs"])];
}
function wrongNames(value, names, path) {
  return [...texts(value)].flatMap(
    ({ text, path: inner }) => [...text.matchAll(/\{answers\.([^{}.]*)[^{}]*\}|\$answers\.([A-Za-z]\w*)/g)].flatMap(
      ([place, inBraces, inExpression]) => {
        const name = inBraces ?? inExpression ?? "";
        if (names.includes(name)) return [];
        return [
          {
            path: [...path, ...inner],
            at: "value",
            problem: `${place} is the answer of a request that is not made before this one.`,
            accepted: names.length === 0 ? "the name of a request in `before` of this request, which has none." : `one of the requests made before: ${names.join(", ")}.`,
            fix: `add a request with \`name: ${name}\` to \`before\`, or correct the name.`
          }
        ];
      }
    )
  );
}

// src/config/data-checks.ts
import { isDeepStrictEqual } from "node:util";

// src/config/schema-shape.ts
function written(schema) {
  if (schema instanceof core_exports.$ZodOptional || schema instanceof core_exports.$ZodDefault || schema instanceof core_exports.$ZodPrefault || schema instanceof core_exports.$ZodNullable || schema instanceof core_exports.$ZodReadonly) {
    return written(schema._zod.def.innerType);
  }
  if (schema instanceof core_exports.$ZodPipe) return written(schema._zod.def.in);
  if (schema instanceof core_exports.$ZodLazy) return written(schema._zod.innerType);
  return schema;
}
function optionsOf(schema) {
  const inner = written(schema);
  return inner instanceof core_exports.$ZodUnion ? inner._zod.def.options.flatMap(optionsOf) : [inner];
}
function shapeOf(schema) {
  const inner = written(schema);
  return inner instanceof core_exports.$ZodObject ? inner._zod.def.shape : void 0;
}
function requiredKeys(shape) {
  return Object.keys(shape).filter((key) => shape[key]?._zod.optin === void 0);
}
function schemaAt(schema, path) {
  const [first, ...rest] = path;
  if (first === void 0) return schema;
  for (const option of optionsOf(schema)) {
    const child = childOf(option, first);
    const found = child && schemaAt(child, rest);
    if (found) return found;
  }
  return void 0;
}
function childOf(schema, key) {
  const shape = shapeOf(schema);
  if (shape) return Object.hasOwn(shape, key) ? shape[key] : void 0;
  if (schema instanceof core_exports.$ZodRecord) return schema._zod.def.valueType;
  if (schema instanceof core_exports.$ZodArray) return schema._zod.def.element;
  if (schema instanceof core_exports.$ZodTuple)
    return schema._zod.def.items[Number(key)] ?? schema._zod.def.rest ?? void 0;
  return void 0;
}
function tagsOf(options) {
  const required = options.map((option) => requiredKeys(shapeOf(option) ?? {}));
  const common = options.length > 1 ? (required[0] ?? []).filter((key) => required.every((keys) => keys.includes(key))) : [];
  const tags = /* @__PURE__ */ new Map();
  for (const [index, option] of options.entries()) {
    const [tag, ...others] = (required[index] ?? []).filter((key) => !common.includes(key));
    if (tag === void 0 || others.length > 0 || tags.has(tag)) return void 0;
    tags.set(tag, option);
  }
  return tags;
}
function isTagged(schema) {
  const inner = withoutDefault(schema);
  return inner instanceof core_exports.$ZodUnion ? tagsOf(optionsOf(inner)) !== void 0 : isOneKind(inner);
}
function isOneKind(schema) {
  if (withoutDefault(schema) instanceof core_exports.$ZodObject) return false;
  const [only, ...others] = optionsOf(schema);
  const [key] = Object.keys((only && shapeOf(only)) ?? {});
  return only !== void 0 && others.length === 0 && key !== void 0 && globalRegistry.get(only)?.title === kindTitle(key);
}
function withoutDefault(schema) {
  if (schema instanceof core_exports.$ZodOptional || schema instanceof core_exports.$ZodDefault || schema instanceof core_exports.$ZodPrefault) {
    return withoutDefault(schema._zod.def.innerType);
  }
  return schema;
}
function descriptionOf(schema) {
  const own = globalRegistry.get(schema)?.description;
  if (own !== void 0) return own;
  const inner = withoutDefault(schema);
  if (inner !== schema) return descriptionOf(inner);
  return schema instanceof core_exports.$ZodPipe ? descriptionOf(schema._zod.def.in) : void 0;
}

// src/config/data-checks.ts
var kinds = tagsOf(optionsOf(dataStore));
function dataChecks(document) {
  return [
    ...environmentNames.flatMap((environment2) => [
      ...namesApart(writtenData(document, environment2)),
      ...placesApart(writtenData(document, environment2))
    ]),
    ...environmentsAlike(document),
    ...stagingApart(document)
  ];
}
function namesApart(data) {
  return data.flatMap(({ name, kind: kind2, path }, index) => {
    if (data.findIndex((each) => each.name === name) === index) return [];
    const hasOwn = name !== kind2;
    return [
      {
        path: hasOwn ? [...path, "name"] : path,
        at: "value",
        problem: `Two stores of data have the name ${quoted(name)}${hasOwn ? "" : ", which is the name of their kind"}.`,
        accepted: "a different name for each: it identifies its part of a backup, its mark and its messages.",
        fix: `write one beside ${quoted(kind2)}, such as \`name: ${name}-${index + 1}\`, on production and on staging.`
      }
    ];
  });
}
function placesApart(data) {
  return data.flatMap(({ name, settings, path }, index) => {
    const same = data.slice(0, index).find((each) => isDeepStrictEqual(each.settings, settings));
    return same === void 0 ? [] : [
      {
        path,
        at: "value",
        problem: `${quoted(name)} has the same settings as ${quoted(same.name)}: one store would be backed up and restored twice.`,
        fix: "give it its own settings, or remove it."
      }
    ];
  });
}
function environmentsAlike(document) {
  const [production2, staging2] = environmentNames.map((environment2) => writtenData(document, environment2));
  const isReadable = ["production", "staging"].every((environment2) => {
    const written2 = valueAt(document, ["environments", environment2, "data"]);
    const read = writtenData(document, environment2);
    const isKnown = read.every(({ kind: kind2 }) => kinds?.has(kind2) === true);
    return written2 !== void 0 && isKnown && read.length === (Array.isArray(written2) ? written2.length : 1);
  });
  if (!isReadable || production2 === void 0 || staging2 === void 0) return [];
  const place = Array.from({ length: Math.max(production2.length, staging2.length) }, (_, index) => index).find(
    (index) => production2[index]?.name !== staging2[index]?.name || production2[index]?.kind !== staging2[index]?.kind
  );
  if (place === void 0) return [];
  const [there, here] = [production2[place], staging2[place]];
  return [
    {
      path: here?.path ?? ["environments", "staging", "data"],
      at: "value",
      problem: here === void 0 ? `Staging has nothing to restore production's ${described(there)} on.` : `Staging has ${described(here)} where production has ${there === void 0 ? "nothing" : described(there)}.`,
      accepted: `the stores of data of production, in the same order: ${production2.map(described).join(", ")}.`,
      fix: there === void 0 ? `remove it, or add one to ${pathText(["environments", "production", "data"])}.` : `give both environments the same names and kinds in the same order.`
    }
  ];
}
function described(data) {
  if (data === void 0) return "nothing";
  return data.name === data.kind ? data.kind : `${quoted(data.name)} (${data.kind})`;
}
function stagingApart(document) {
  const production2 = writtenData(document, "production");
  return writtenData(document, "staging").flatMap(({ settings, kind: kind2, path }) => {
    const same = production2.find((each) => each.kind === kind2 && isDeepStrictEqual(each.settings, settings));
    return same === void 0 ? [] : [
      {
        path,
        at: "value",
        problem: `Staging has the same \`data\` as production${production2.length > 1 ? `'s ${quoted(same.name)}` : ""}; what staging has is overwritten.`,
        accepted: "a different place from that of environments.production.",
        fix: "give staging its own; where it uses a variable, a different one from production."
      }
    ];
  });
}

// src/config/deploy-places.ts
function deployPlacesApart(document) {
  return [...deployPlaceRules].flatMap(([kind2, rule]) => {
    const path = ["environments", "staging", "deploy", kind2];
    const production2 = rule.written(valueAt(document, ["environments", "production", "deploy", kind2]));
    const staging2 = rule.written(valueAt(document, path));
    if (staging2 === void 0 || production2?.text !== staging2.text) return [];
    if (staging2.text.includes("{environment}")) return [];
    const key = staging2.key.split(".");
    const isWritten = valueAt(document, [...path, ...key]) !== void 0;
    return [
      {
        path: isWritten ? [...path, ...key] : path,
        at: isWritten ? "value" : "key",
        problem: "Staging is deployed where production is: a rehearsal would replace what runs on production.",
        accepted: "another place than that of environments.production.",
        fix: `${staging2.advice}; where it uses a variable, use a different one from production.`
      }
    ];
  });
}

// src/config/deploy-variables.ts
function productIsTold(document, products) {
  const variables = variablesOf(document, products);
  if (variables.length === 0) return [];
  return environmentNames.flatMap(
    (environment2) => [...deployVariableRules].flatMap(([kind2, untold]) => {
      const path = ["environments", environment2, "deploy", kind2];
      const settings = valueAt(document, path);
      const found = isMapping(settings) ? untold(settings, variables) : void 0;
      if (found === void 0) return [];
      return [
        {
          path,
          at: "key",
          problem: `The product is told by ${found.variables.join(", ")} to hold back its migrations, and ${found.missing}: they would run at once.`,
          fix: `add \`${found.add}\`.`
        }
      ];
    })
  );
}
function variablesOf(document, products) {
  const product2 = valueAt(document, ["product"]);
  const name = isMapping(product2) ? valueAt(product2, ["extends"]) : product2;
  const shipped = typeof name === "string" ? products.find(name)?.migrations : void 0;
  const migrations = (isMapping(product2) ? valueAt(product2, ["migrations"]) : void 0) ?? shipped;
  const variables = valueAt(migrations, ["defer", "env"]);
  return isMapping(variables) ? Object.keys(variables) : [];
}

// src/products/reference.ts
var { access, baseline, smoke, evidence, checklists, stores, "known-problems": known } = versionsProduct.shape;
var extension = strictObject({
  ...versionsProduct.shape,
  access: access.unwrap(),
  smoke: smoke.unwrap(),
  evidence: evidence.unwrap(),
  checklists: checklists.unwrap(),
  stores: stores.unwrap(),
  "known-problems": known.unwrap(),
  baseline: baseline.unwrap()
}).partial().extend({ extends: slug.describe("The name of a product that is shipped.") }).describe("A product that is shipped, with keys of its definition replaced as a whole by your own.");
var productReference = union([slug, versionsProduct, stagesProduct, topologyProduct, extension]);

// src/world/sealing/settings.ts
var recipient = template.refine(
  (text) => text.includes("${") || isRecipientForm(text.trim()),
  'a public key of age as "age-keygen" prints it, whole: age1\u2026'
);
var sealSettings = strictObject({
  age: strictObject({
    recipients: array(recipient).min(1).meta({
      description: "The public keys (`age1\u2026`) of those who can read the backups: each of them can by itself.",
      examples: [["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"]]
    }),
    identity: template.optional().meta({
      description: "The secret key (`AGE-SECRET-KEY-1\u2026`) of one of them, as a `${NAME}`. Only jobs that restore need it: those that back up cannot read what they have written.",
      examples: ["${BACKUP_IDENTITY}"]
    })
  }).describe("With age (https://age-encryption.org).")
}).meta({
  description: "Encrypts the files of backups before they leave the machine. Their manifests stay readable: they hold names of tables, numbers of rows and checksums, never a value.",
  examples: [{ age: { recipients: ["${BACKUP_RECIPIENT}"], identity: "${BACKUP_IDENTITY}" } }]
});

// src/drivers/notifiers/post.ts
var timeout = 1e4;
var attempts = 2;
var longestPause = 1e4;
async function postJson(url, body, { fetch, clock, signal }) {
  let reason = "";
  for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt++) {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        // A message is for the place that was named, and for none that it leads to.
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)])
      });
      await response.body?.cancel();
      if (response.ok) return { kind: "sent" };
      reason = `it answered ${response.status}`;
      if (response.status !== 429 && response.status < 500) break;
      if (attempt < attempts) await clock.sleep(pauseOf(response.headers.get("retry-after")));
    } catch (error) {
      reason = whyNot(error);
    }
  }
  return { kind: "not-sent", reason: reason === "" ? "the run is being stopped" : reason };
}
function pauseOf(retryAfter) {
  const seconds = Number(retryAfter ?? "1");
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1e3, longestPause) : 1e3;
}
function whyNot(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeout / 1e3} s`;
  const { cause } = error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error.name === "TypeError" ? "it could not be reached" : error.message;
}

// src/drivers/notifiers/notifier.ts
var address = template.regex(/^\$\{[A-Za-z_]\w*\}$/, "a `${NAME}`: whoever knows the address can write there").describe("The address, as a `${NAME}`: whoever knows it can write there.");
function webhookKind(name, description, bodyOf) {
  return {
    part: kind(
      name,
      strictObject({ url: address }).describe(description),
      ({ url }, { effects, where, placeholders }) => (notice) => postJson(effects.variables.fill(url, `${where}.url`, placeholders), bodyOf(notice), effects)
    )
  };
}

// src/drivers/notifiers/slack/message.ts
var longest = { header: 150, section: 3e3, text: 4e3 };
function plain(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escaped(text, limit) {
  let length = limit;
  let shown2 = plain(shortened(text, length));
  while (shown2.length > limit) {
    length -= shown2.length - limit;
    shown2 = plain(shortened(text, Math.max(1, length)));
  }
  return shown2;
}
function slackMessage({ title, text, url }) {
  const link = url === void 0 ? [] : [`<${plain(url)}|Open the run>`];
  return {
    // Shown in a notification, where blocks are not.
    text: escaped(title, longest.text),
    blocks: [
      { type: "header", text: { type: "plain_text", text: shortened(title, longest.header), emoji: false } },
      ...text === "" ? [] : [section(escaped(text, longest.section))],
      ...link.map(section)
    ]
  };
}
function section(text) {
  return { type: "section", text: { type: "mrkdwn", text } };
}

// src/drivers/notifiers/slack/kind.ts
var slack = webhookKind("slack", "A channel of Slack, by an incoming webhook.", slackMessage);

// src/drivers/notifiers/teams/message.ts
var longest2 = { title: 500, text: 5e3 };
function plain2(text) {
  return text.replaceAll(/[\\`*_[\]()#>~|]/g, (sign) => `\\${sign}`);
}
function teamsMessage({ title, text, url, kind: kind2 }) {
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          fallbackText: shortened(title, longest2.title),
          body: [
            {
              type: "TextBlock",
              text: plain2(shortened(title, longest2.title)),
              weight: "Bolder",
              size: "Medium",
              color: kind2 === "failed" ? "Attention" : "Default",
              wrap: true
            },
            ...text === "" ? [] : [{ type: "TextBlock", text: plain2(shortened(text, longest2.text)), wrap: true }]
          ],
          ...url === void 0 ? {} : { actions: [{ type: "Action.OpenUrl", title: "Open the run", url }] }
        }
      }
    ]
  };
}

// src/drivers/notifiers/teams/kind.ts
var teams = webhookKind(
  "teams",
  "A channel of Microsoft Teams, by a workflow that posts what a webhook receives.",
  teamsMessage
);

// src/drivers/notifiers/webhook/kind.ts
var webhook = webhookKind(
  "webhook",
  "Anything that takes JSON: `kind`, `system`, `hop`, `title`, `text` and `url` of the run.",
  (notice) => ({ ...notice })
);

// src/drivers/notifiers.ts
var notifier = oneOf([slack, teams, webhook].map(({ part }) => part));

// src/config/notify-settings.ts
var notifications = array(
  strictObject({
    to: notifier.describe("Where."),
    on: tuple([m(noticeKinds)], m(noticeKinds)).default([...noticeKinds]).describe(
      "Of what: `approval`, a hop waits for a person; `failed`, a step did not succeed; `complete`, a hop is done; `rolled-back`."
    )
  })
).default([]).meta({
  description: "Whom the workflows tell of what goes on. What goes wrong with it is a warning: nothing stops for it.",
  examples: [[{ to: { slack: { url: "${SLACK_WEBHOOK}" } }, on: ["approval", "failed"] }]]
});

// src/config/schema.ts
var hook = strictObject({
  run: argv,
  env: record(environmentName, template).default({}).describe(
    "Variables for the command. Of the secrets in this file it gets only those that are used here or in `run`; it inherits everything else that the job has."
  )
}).describe("A command of your own. Exit code 0 means that it succeeded.");
var environmentKeys = {
  url: template.optional().meta({
    description: "The address of the server, without a slash at the end. Paths of probes and smoke tests are appended. Left out where nothing is asked by HTTP.",
    examples: ["https://api.example.com"]
  }),
  access: record(slug, union([template, tokenSource])).prefault({}).meta({
    description: "Credentials that the product's probes need, by the product's name for each. Each is a `${NAME}`, never written out; or a client or a login that a token is obtained with, which is renewed before it expires; or a name and its password.",
    examples: [
      { admin: "${PRODUCTION_ADMIN_TOKEN}" },
      {
        admin: {
          "client-credentials": {
            "token-url": "{url}/oauth2/token",
            "client-id": "${PRODUCTION_CLIENT_ID}",
            "client-secret": "${PRODUCTION_CLIENT_SECRET}"
          }
        }
      }
    ]
  }),
  data: dataStores.optional().transform((written2) => written2 ?? []).meta({
    description: "Only a product without releases may do without: then nothing is backed up, and nothing can be restored. What is backed up on production and restored on staging: a store of data, or a list of several, with the same names in the same order on both. Each may have a `name` beside its kind; without one, the kind is its name. Two of one kind need it.",
    examples: [
      { postgres: { url: "${PRODUCTION_DATABASE_URL}" } },
      [
        { postgres: { url: "${PRODUCTION_RECORDS_URL}" }, name: "records" },
        { postgres: { url: "${PRODUCTION_TASKS_URL}" }, name: "tasks" }
      ]
    ]
  }),
  "server-settings": array(string().min(1)).default([]).meta({
    description: "Files of the repository that its server is configured by. `preflight`, `plan` and `check` look through them, and through `deploy`, for settings that the product is known to misread.",
    examples: [["compose.yml", "medplum.config.json"]]
  }),
  topology: topologyProbe.optional().describe(
    "What shows what the system consists of, for a product whose states are topologies: the instances of a database cluster, say."
  ),
  deploy: deployer.optional().describe("How a release is deployed. Only a product whose stages have a `deploy` of their own may do without.")
};
var releaseHooks = {
  "before-deploy": hook.optional().describe("Runs directly before each deploy: for example to turn on maintenance mode or to notify users."),
  "after-deploy": hook.optional().describe("Runs after each deploy that succeeded.")
};
var hooksOfBoth = {
  ...releaseHooks,
  "after-migrations": hook.optional().describe(
    "Runs when the migrations that were deferred are complete, or the release brings none, before its last smoke test: for example to deploy it once more without what defers them. It must end only when the server serves again."
  ),
  logs: hook.optional().describe("Prints the server's log, which goes into the file that is written when there is no way back."),
  "on-failure": hook.optional().describe("Runs when a step in this environment fails.")
};
var production = strictObject({
  ...environmentKeys,
  hooks: strictObject({ "before-backup": hook.optional().describe("Runs directly before each backup."), ...hooksOfBoth }).prefault({}).describe("Your own commands around the steps on production.")
});
var scrub = union([
  hook,
  strictObject({ waive: string().min(1).describe("The reason, which goes into the journal.") }).describe("Says why a copy of live data may be started unchanged.")
]);
var staging = strictObject({
  ...environmentKeys,
  disposable: literal(true).describe("Says that everything in this environment may be replaced. Without it, nothing is written there."),
  hooks: strictObject({
    scrub: scrub.optional().describe(
      "Runs after a restore, before the server first starts: a copy of live data must not write mail to patients."
    ),
    ...hooksOfBoth
  }).prefault({}).describe("Your own commands around the steps on staging.")
});
var waivedStaging = strictObject({
  waive: string().min(1).describe(
    "Why there is no staging: a whole sentence for whoever approves. It is in the plan, in the summary and in the journal, and is a part of what is approved."
  )
}).describe("There is no staging: hops go to production without a rehearsal. Only for a product without releases.");
var gate = m(gateSettings);
var scope = m(gateScopes);
var defaultBudget = "5h";
var defaultJobLimit = "6h";
var configuration = strictObject({
  system: slug.meta({
    description: "Names the lock, the journal and the backups. Never change it on a live system.",
    examples: ["records"]
  }),
  product: productReference.describe(
    "The name of a shipped product; `extends:` with such a name, and your own keys; or your own definition."
  ),
  environments: strictObject({
    production: production.describe("The installation that people use."),
    staging: union([staging, waivedStaging]).describe("Where each hop is rehearsed on a restored copy of production. Its data is overwritten.")
  }).describe("The two installations of the system."),
  backup: strictObject({
    store: backupStore.describe("Where backups are kept. The jobs of both environments must be able to reach it."),
    encryption: sealSettings.optional(),
    keep: strictObject({
      newest: int().min(1).describe("This many of the newest are kept, regardless of their age."),
      for: duration.optional().describe("All that are younger are kept.")
    }).optional().meta({
      description: "Removes older backups after each new one. Never removed are the newest that was proved, the way back of the last hop, what an open hop needs, and what the store holds (object lock). Left out, none is removed.",
      examples: [{ newest: 5, for: "90d" }]
    })
  }).optional().describe("The backups of production. Only a product without `data` may do without."),
  rehearsal: strictObject({
    "max-age": duration.prefault("7d").describe("How old a rehearsal may be at promotion, measured from the data of the backup that it proved."),
    "max-downtime": duration.optional().describe(
      "How long staging may not serve while the newer release is deployed there. A longer downtime, or one that was not measured, fails the rehearsal, before production is touched. Left out: it is measured where it can be, and shown before production is approved."
    )
  }).prefault({}).describe("How long a rehearsal counts."),
  "restore-point": strictObject({
    prove: boolean().default(false).describe("Restore the restore point on staging before production is deployed.")
  }).prefault({}).describe("The second backup, taken after the approval, directly before production is deployed."),
  gates: strictObject({
    production: gate.default("environment").describe("Who approves that a hop goes to production."),
    finalize: gate.default("environment").describe("Who approves that the migrations start: the point of no return."),
    scope: scope.default("hop").describe(
      "What one approval is for. `hop`: each hop has its own. `path`: one approval, given after the plan, lets all hops of the run go to production and lets their migrations start, each only as planned and only when its rehearsal has passed; nobody is asked again. Needs `production: environment`, and an environment `production-approved`."
    )
  }).prefault({}).describe(
    "`environment`: the reviewers of the GitHub environment, whose protection is read before production is changed. `dispatch`, for plans without reviewers: the run ends as waiting, and a person starts the workflow again with the confirmation of the hop. `none`: nobody."
  ),
  journal: strictObject({ store: journalStore.prefault({ git: {} }).describe("Where the journal is kept.") }).prefault({}).describe("The record of what was observed, decided and done."),
  windows: maintenanceWindows.optional().describe(
    "When production may be changed. At other times promotion waits, and says for how long; a rollback never waits."
  ),
  lock: strictObject({
    lease: duration.prefault("15m").describe("How long a run that has died keeps others from acting. A live run renews its lease in time."),
    "clock-tolerance": duration.prefault("2m").describe("How much the clocks of two runners may differ.")
  }).prefault({}).describe("One run at a time acts on a system, under a lease in the journal."),
  "start-timeout": duration.prefault("15m").describe("How long a release may take to answer after a deploy before the step ends as failed."),
  budget: duration.prefault(defaultBudget).describe("How long one wait may take before the step ends as waiting; a later run continues."),
  "job-limit": jobLimit.prefault(defaultJobLimit).describe(
    "How long a job of the workflows may run; `init` writes it into them. A wait ends as waiting before that, and a later run continues. GitHub ends each job on its own runners after 6h."
  ),
  validate: strictObject({
    for: duration.describe('For how long they run. At most as long as "budget".'),
    every: duration.prefault("30s").describe("How long to pause between two rounds.")
  }).optional().meta({
    description: "Repeats the smoke tests of production for a time before they count as passed: after the deploy, while the rollback window is open, and again after the migrations. One that fails ends the step at once. Without it they run once, as they do on staging.",
    examples: [{ for: "30m", every: "30s" }]
  }),
  "rollback-window": strictObject({
    "warn-after": duration.prefault("24h").describe("How long it may be open before reports warn about it.")
  }).prefault({}).describe(
    "The time on production between a deploy with deferred migrations and their start, during which the previous release can be deployed again."
  ),
  "tracking-issue": strictObject({
    labels: tuple([string().min(1)], string().min(1)).default(["staged-upgrade"]).describe("Labels of the issue; it is found again by the first of them."),
    assignees: array(string().min(1)).default([]).describe("Who is assigned to it: names of users.")
  }).optional().meta({
    description: "One issue of this repository for each climb, which the workflows keep up to date: how far each hop is, who has to approve what, and the newest run. It is closed when the path is complete. `init` gives the jobs that report the permission `issues: write`.",
    examples: [{ labels: ["staged-upgrade", "maintenance"] }]
  }),
  notify: notifications,
  releases: strictObject({
    "minimum-age": duration.optional().describe(
      "How long ago a release must have been published before a path uses it. A release without a known date is then not used."
    ),
    prereleases: boolean().default(false).describe("Lets a path use prereleases. A prerelease that is named as the target is always used.")
  }).prefault({}).describe("Which of the published releases a path may use; the product defines where they are found."),
  acknowledge: array(string().min(1)).default([]).describe("Ids of manual steps that a person has done; `plan` lists them."),
  facts: record(slug, union([boolean(), number(), string()])).default({}).describe("Facts about this installation that conditional path rules need."),
  parts: record(partName, partVersion).default({}).meta({
    description: "The present versions of parts of production besides its release, such as a chart, where no probe of the product shows them. Path rules use them, and `{parts.chart}` passes them to your commands.",
    examples: [{ chart: "7.10.0" }]
  }),
  baseline: array(measure).prefault([]).meta({
    description: "What is measured of your own before a newer release is deployed and compared after, besides what the product measures: counts that must not fall, values that must stay the same, and how long it takes.",
    examples: [
      [
        {
          name: "patients",
          sql: { url: "{access.reports}", query: "select count(*) as n from patient", value: "0.n" },
          compare: "not-fewer"
        }
      ]
    ]
  }),
  smoke: array(smokeTest).prefault([]).describe("Your own tests, run after the product's.")
}).meta({ title: "Staged Upgrade", description: "The configuration of Staged Upgrade: .github/staged-upgrade.yml" });

// src/config/cross-checks.ts
function crossChecks(document, products) {
  return [
    ...product(document, products),
    ...addressesApart(document),
    ...deployPlacesApart(document),
    ...productIsTold(document, products),
    ...dataChecks(document),
    ...urls(document),
    ...validation(document),
    ...gateScope(document),
    ...neededWindow(document, products)
  ];
}
function product(document, products) {
  const chosen = valueAt(document, ["product"]);
  const extended = valueAt(chosen, ["extends"]);
  const name = isMapping(chosen) ? extended : chosen;
  const own = (key) => isMapping(chosen) ? valueAt(chosen, [key]) : void 0;
  if (isMapping(chosen) && extended === void 0)
    return access2(document, String(own("title") ?? "The product"), own("access"));
  if (typeof name !== "string" || name === "") return [];
  const definition = products.find(name);
  if (definition) {
    return access2(document, String(own("title") ?? definition.title), own("access") ?? definition.access);
  }
  const near = nearest(name, products.names);
  return [
    {
      path: isMapping(chosen) ? ["product", "extends"] : ["product"],
      at: "value",
      problem: `There is no product ${quoted(name)}.`,
      accepted: `${products.names.join(", ")}, or your own definition in place of the name.`,
      fix: near ? `did you mean "${near}"?` : "write one of these names, or write the product out."
    }
  ];
}
function access2(document, title, asked) {
  const names = keysOf(asked);
  return environmentNames.flatMap((environment2) => {
    const settings = valueAt(document, ["environments", environment2]);
    if (!isMapping(settings) || "waive" in settings) return [];
    const given = keysOf(valueAt(settings, ["access"]));
    return names.filter((name) => !given.includes(name)).map((name) => {
      const near = nearest(
        name,
        given.filter((each) => !names.includes(each))
      );
      const variable = `${environment2}_${name}`.toUpperCase().replace(/\W+/g, "_");
      const description = valueAt(asked, [name, "description"]);
      return {
        path: ["environments", environment2, "access", ...near ? [near] : []],
        at: "key",
        problem: `${title} needs the credential ${quoted(name)}${typeof description === "string" ? `: ${description}` : "."}`,
        fix: near ? `did you mean "${name}" where you wrote "${near}"?` : `add \`${name}: "\${${variable}}"\` to environments.${environment2}.access.`
      };
    });
  });
}
function keysOf(value) {
  return isMapping(value) ? Object.keys(value) : [];
}
function addressesApart(document) {
  const path = ["environments", "staging", "url"];
  const staging2 = valueAt(document, path);
  if (staging2 === void 0 || staging2 !== valueAt(document, ["environments", "production", "url"])) return [];
  return [
    {
      path,
      at: "value",
      problem: "Staging has the same `url` as production; what staging has is overwritten.",
      accepted: "a different address from that of environments.production.",
      fix: "give staging its own `url`; where it uses a variable, a different one from production."
    }
  ];
}
function urls(document) {
  return environmentNames.flatMap((environment2) => {
    const path = ["environments", environment2, "url"];
    const url = valueAt(document, path);
    if (typeof url !== "string" || url === "") return [];
    const base = { path, at: "value", accepted: "a URL such as https://example.com." };
    if (url.endsWith("/")) {
      return [{ ...base, problem: "This URL ends with a slash; paths are appended to it.", fix: "remove the slash." }];
    }
    if (url.includes("${") || /^https?:\/\/[^/\s]/i.test(url)) return [];
    const problem = `This is ${shown(url, path)}, which has no http:// or https://.`;
    return [{ ...base, problem, fix: "write the whole address." }];
  });
}
function gateScope(document) {
  if (valueAt(document, ["gates", "scope"]) !== "path") return [];
  const accepted2 = { production: ["environment"], finalize: ["environment", "none"] };
  return ["production", "finalize"].flatMap((gate2) => {
    const setting = valueAt(document, ["gates", gate2]) ?? "environment";
    if (typeof setting !== "string" || accepted2[gate2].some((each) => each === setting)) return [];
    return [
      {
        path: ["gates", gate2],
        at: "value",
        problem: `One approval for the whole path ("scope: path") is given by reviewers, but this gate is ${quoted(setting)}.`,
        accepted: accepted2[gate2].map(quoted).join(" or "),
        fix: 'write "environment", or leave out "scope", so that each hop is approved separately.'
      }
    ];
  });
}
function neededWindow(document, products) {
  const product2 = valueAt(document, ["product"]);
  const name = isMapping(product2) ? valueAt(product2, ["extends"]) : product2;
  const shipped = typeof name === "string" ? products.find(name) : void 0;
  const written2 = valueAt(product2, ["needs-window"]);
  const reason = isMapping(product2) && written2 !== void 0 ? valueAt(written2, ["reason"]) : shipped?.["needs-window"]?.reason;
  const windows2 = valueAt(document, ["windows"]);
  if (typeof reason !== "string" || isMapping(windows2) && ("open" in windows2 || "waive" in windows2)) return [];
  return [
    {
      path: windows2 === void 0 ? ["product"] : ["windows"],
      at: "key",
      problem: `This product is upgraded in a maintenance window only, and ${windows2 === void 0 ? "there are no `windows`" : "these `windows` never close"}. ${reason}`,
      accepted: "`windows` with `open`; or, in writing, that they are waived.",
      fix: 'add `windows: { time-zone: Europe/Zurich, open: [{ days: [sat], from: "22:00", to: "04:00" }] }` with your own times, or `windows: { waive: "the reason" }`.'
    }
  ];
}
function validation(document) {
  const total = durationAt(document, ["validate", "for"]);
  const every = durationAt(document, ["validate", "every"]);
  const budget = durationAt(document, ["budget"]) ?? durationOf(defaultBudget);
  if (total === void 0) return [];
  const findings = [];
  if (budget !== void 0 && total.milliseconds > budget.milliseconds) {
    findings.push({
      path: ["validate", "for"],
      at: "value",
      problem: `The smoke tests would run for ${total.text}, but one step may take only ${budget.text} ("budget").`,
      accepted: `a duration of at most ${budget.text}.`,
      fix: `write ${budget.text} or less, or make "budget" longer.`
    });
  }
  const job = durationAt(document, ["job-limit"]) ?? durationOf(defaultJobLimit);
  if (findings.length === 0 && job !== void 0 && total.milliseconds > job.milliseconds / 2) {
    findings.push({
      path: ["validate", "for"],
      at: "value",
      problem: `The smoke tests would run for ${total.text}, but a job, which also backs up and deploys, may run for only ${job.text} ("job-limit").`,
      accepted: `a duration of at most half of ${job.text}.`,
      fix: 'write a shorter one, or make "job-limit" longer if your own runners allow it.'
    });
  }
  if (every !== void 0 && every.milliseconds > total.milliseconds) {
    findings.push({
      path: ["validate", "every"],
      at: "value",
      problem: `This is ${every.text}, but the smoke tests run for only ${total.text}: they would hardly be repeated.`,
      accepted: `a duration of at most ${total.text}.`,
      fix: "write how long to pause between two rounds, such as 30s."
    });
  }
  return findings;
}
function durationAt(document, path) {
  const text = valueAt(document, path);
  return typeof text === "string" ? durationOf(text) : void 0;
}
function durationOf(text) {
  const milliseconds = parseDuration(text);
  return milliseconds === void 0 ? void 0 : { text, milliseconds };
}

// src/config/accepted.ts
function accepted(schema) {
  if (isJson(schema)) return "a text, a finite number, true, false, null, or a list or mapping of these";
  const options = optionsOf(schema);
  const alone = ofOneOrSeveral(options);
  if (alone !== void 0) return `${accepted(alone)}; or a list of these`;
  const tags = isTagged(schema) ? tagsOf(options) : void 0;
  if (tags?.size === 1) return `{ ${[...tags.keys()].join()}: \u2026 }`;
  if (tags) return `one of the kinds ${[...tags.keys()].join(", ")}, such as { ${[...tags.keys()][0]}: \u2026 }`;
  return [...new Set(options.map((option) => options.length > 1 ? shortly(option) : acceptedByOne(option)))].join(
    ", or "
  );
}
function ofOneOrSeveral(options) {
  const [list, ...others] = options.filter((option) => option instanceof core_exports.$ZodArray);
  if (list === void 0 || others.length > 0 || options.length === 1) return void 0;
  const { element } = list._zod.def;
  const single = options.filter((option) => option !== list);
  return optionsOf(element).every((option) => single.includes(option)) ? element : void 0;
}
function isJson(schema) {
  return schema instanceof core_exports.$ZodLazy && optionsOf(schema).some((option) => containsItself(option, schema));
}
function containsItself(option, whole) {
  const inside = option instanceof core_exports.$ZodArray ? option._zod.def.element : option instanceof core_exports.$ZodRecord ? option._zod.def.valueType : void 0;
  return inside instanceof core_exports.$ZodLazy && inside._zod.innerType === whole._zod.innerType;
}
function shortly(schema) {
  const required = requiredKeys(shapeOf(schema) ?? {});
  return required.length === 0 ? acceptedByOne(schema) : `a mapping with at least ${required.join(", ")}`;
}
function acceptedByOne(schema) {
  const values = schema._zod.values;
  if (values && (schema instanceof core_exports.$ZodEnum || schema instanceof core_exports.$ZodLiteral)) {
    return values.size === 1 ? `${[...values].map(String).join()}` : `one of ${[...values].map(String).join(", ")}`;
  }
  const shape = shapeOf(schema);
  if (shape) return `a mapping with the keys ${Object.keys(shape).join(", ")}`;
  if (schema instanceof core_exports.$ZodString) return patternWords(schema) ?? "a text";
  if (schema instanceof core_exports.$ZodBoolean) return "true or false";
  if (schema instanceof core_exports.$ZodNumber) return schema._zod.def.checks?.length ? "a whole number" : "a finite number";
  if (schema instanceof core_exports.$ZodNull) return "nothing";
  if (schema instanceof core_exports.$ZodArray) return `a list; each item is ${accepted(schema._zod.def.element)}`;
  if (schema instanceof core_exports.$ZodTuple) return "a list of texts with at least one item, such as [program, argument]";
  if (schema instanceof core_exports.$ZodRecord)
    return `a mapping of names; each value is ${accepted(schema._zod.def.valueType)}`;
  return "another value";
}
function patternWords(schema) {
  const result = safeParse(schema, "\0");
  const issue = result.success ? void 0 : result.error.issues.find((each) => each.code === "invalid_format");
  if (issue?.code !== "invalid_format") return void 0;
  if (issue.format === "url") return "a URL such as https://example.com";
  return issue.message.startsWith("Invalid") ? void 0 : issue.message;
}

// src/config/fix.ts
var yes = ["true", "yes", "on"];
var no = ["false", "no", "off"];
function fixFor(subject) {
  const { value, path } = subject;
  const options = subject.schema ? optionsOf(subject.schema) : [];
  const types = options.map((option) => option._zod.def.type);
  if (value === null || value === void 0) return fixForNothing(subject);
  if ((typeof value === "number" || typeof value === "boolean") && types.includes("string")) {
    const text = subject.written(path) ?? String(value);
    if (options.some((option) => safeParse(option, text).success))
      return `put it in quotes: ${JSON.stringify(text)}.`;
    return "write a text in the accepted form, in quotes.";
  }
  if (typeof value === "string") return fixForText(value, options, types);
  if (typeof value === "object" && types.length === 1 && types[0] === "string") return "write one text here.";
  return "write it in the accepted form.";
}
function fixForNothing(subject) {
  const required = subject.schema?._zod.optin === void 0;
  return required ? "give it a value." : "give it a value, or remove the key.";
}
function fixForText(value, options, types) {
  const text = value.trim().toLowerCase();
  const wantsBoolean = types.includes("boolean") || options.some((option) => option._zod.values?.has(true));
  if (wantsBoolean && yes.includes(text)) return "write true, without quotes.";
  if (types.includes("boolean") && no.includes(text)) return "write false, without quotes.";
  if (types.includes("number") && text !== "" && Number.isFinite(Number(text))) return `write ${text}, without quotes.`;
  if (types.includes("tuple")) return "write it as a list: [program, argument, argument].";
  if (types.includes("array")) return 'write it as a list: one item to a line, each after "- ", or [in, brackets].';
  const near = nearest(
    text,
    options.flatMap((option) => [...option._zod.values ?? []].map(String))
  );
  if (near) return `did you mean "${near}"?`;
  const rewritten = rewritings(text).find(
    (each) => each !== value && options.some((option) => safeParse(option, each).success)
  );
  return rewritten === void 0 ? "write it in the accepted form." : `did you mean "${rewritten}"?`;
}
function rewritings(text) {
  const duration2 = /^(\d+)\s*(s|m|h|d)[a-z]*$/.exec(text);
  const name = text.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (/[<>=~^|]|^v?\d+\.\d/.test(text)) return [text, ...ranges(text)];
  return [text, ...duration2 ? [`${duration2[1]}${duration2[2]}`] : [name]];
}
function ranges(text) {
  const plain3 = text.replaceAll(/=>/g, ">=").replaceAll(/=</g, "<=").replaceAll(/==+/g, "=").replaceAll(/(?<!\w)v(?=\d)/g, "").replaceAll(/(\.[x*])+(?![\w.])/g, "").replaceAll(/\s*(,|&&?|\band\b)\s*/g, " ").replaceAll(/\s*(\|+|\bor\b)\s*/g, " || ").trim();
  const spelledOut = plain3.replaceAll(/\^(\d+)((?:\.\d+)*)/g, (_, major, rest) => `>=${major}${rest} <${Number(major) + 1}`).replaceAll(
    /~>?\s*(\d+)\.(\d+)((?:\.\d+)*)/g,
    (_, major, minor, rest) => `>=${major}.${minor}${rest} <${major}.${Number(minor) + 1}`
  );
  return /\^0/.test(plain3) ? [] : [plain3, spelledOut];
}

// src/config/explain-choice.ts
function explainChoice(subject, against2) {
  const { schema, value } = subject;
  if (schema === void 0) return [];
  const options = optionsOf(schema);
  const objects = options.filter((option) => shapeOf(option) !== void 0);
  if (!isMapping(value) || objects.length === 0) return notOfAnyForm(subject, options, against2);
  const tags = tagsOf(objects);
  if (tags === void 0) return closest(objects, value).flatMap((form2) => against2(form2, subject));
  const keys = Object.keys(value);
  const chosen = keys.filter((key) => tags.has(key));
  const [tag, ...others] = chosen;
  const meant = objects.find((form2) => keys.some((key) => isOnlyIn(form2, key, objects)));
  if (tag === void 0 && meant !== void 0) return against2(meant, subject);
  if (tag === void 0) return [noKind(subject, [...tags.keys()], keys, objects)];
  if (others.length > 0) return [severalKinds(subject, chosen)];
  const form = tags.get(tag);
  return form ? against2(form, subject) : [];
}
function notOfAnyForm(subject, options, against2) {
  const sameType = options.filter((option) => option._zod.def.type === typeOf(subject.value));
  const [only] = sameType;
  if (only && sameType.length === 1) return against2(only, subject);
  return [
    {
      path: subject.path,
      at: "value",
      problem: subject.given ? `This is ${shown(subject.value, subject.path)}.` : `The key ${quoted(String(subject.path.at(-1)))} is missing.`,
      accepted: `${subject.schema ? accepted(subject.schema) : ""}.`,
      fix: kindFix(subject, options)
    }
  ];
}
function kindFix(subject, options) {
  const tags = tagsOf(options.filter((option) => shapeOf(option) !== void 0));
  if (typeof subject.value === "string" && tags) {
    const near = nearest(subject.value, [...tags.keys()]);
    if (near) return `write { ${near}: \u2026 } with the settings of ${near}.`;
  }
  return subject.value === null ? fixForNothing(subject) : typeof subject.value === "string" ? "write it in the accepted form." : fixFor(subject);
}
function noKind(subject, kinds2, keys, objects) {
  const known2 = objects.flatMap((option) => Object.keys(shapeOf(option) ?? {}));
  const unknown2 = keys.filter((key2) => !known2.includes(key2));
  const [key] = unknown2;
  const place = key === void 0 ? { path: subject.path, at: "value" } : { path: [...subject.path, key], at: "key" };
  const near = unknown2.map((each) => nearest(each, kinds2)).find((each) => each !== void 0);
  return {
    ...place,
    problem: key === void 0 ? "The kind is missing." : `Unknown kind ${quoted(key)}.`,
    accepted: `${kinds2.join(", ")}.`,
    fix: near ? `did you mean "${near}"?` : `use one of them as the key: { ${kinds2[0]}: \u2026 }.`
  };
}
function severalKinds(subject, chosen) {
  const list = chosen.map((key) => quoted(key)).join(" and ");
  return {
    path: subject.path,
    at: "value",
    problem: `Only one of ${list} may be here.`,
    fix: `keep one of ${list}.`
  };
}
function isOnlyIn(form, key, objects) {
  const having = objects.filter((option) => Object.hasOwn(shapeOf(option) ?? {}, key));
  return having.length === 1 && having[0] === form;
}
function closest(objects, value) {
  const keys = Object.keys(value);
  const shared2 = (option) => keys.filter((key) => Object.hasOwn(shapeOf(option) ?? {}, key)).length;
  return [...objects].sort((a2, b2) => shared2(b2) - shared2(a2)).slice(0, 1);
}
function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

// src/config/former-database.ts
var longestShown = 100;
function formerDatabase(environment2, path) {
  if (path.length !== 3 || path[0] !== "environments" || path[2] !== "database" || !isMapping(environment2))
    return void 0;
  const value = Object.entries(environment2).find(([key]) => key === "database")?.[1];
  const base = {
    path,
    at: "key",
    problem: "This key is now `data`: an environment may have several stores of data.",
    meant: "data"
  };
  if (hasAt(environment2, ["data"])) return { ...base, fix: "remove it: `data` is there too." };
  return { ...base, fix: isMapping(value) ? `write \`data: ${rendered(value)}\`.` : "write `data` in its place." };
}
function rendered(value) {
  const text = flow(value, false);
  return text === void 0 || text.length > longestShown ? flow(value, true) ?? "\u2026" : text;
}
function flow(value, isShort) {
  if (typeof value === "string")
    return looksSecret(value) || passwordsIn(value).length > 0 ? void 0 : JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isMapping(value)) return void 0;
  const members = Object.entries(value).map(([key, member2]) => {
    if (isShort) return `${key}: \u2026`;
    const text = namesSecret(key) ? void 0 : flow(member2, false);
    return text === void 0 ? void 0 : `${key}: ${text}`;
  });
  return members.includes(void 0) ? void 0 : `{ ${members.join(", ")} }`;
}

// src/config/explain.ts
function explain(schema, value, path, issues, written2) {
  const subjectAt = (inner) => ({
    schema: schemaAt(schema, inner),
    value: valueAt(value, inner),
    path: [...path, ...inner],
    given: hasAt(value, inner),
    written: written2
  });
  const findings = issues.filter((issue) => !followsUnknownKey(issue, issues)).flatMap((issue) => {
    const inner = issue.path.filter((part) => typeof part !== "symbol");
    const subject = subjectAt(inner);
    const parent = subjectAt(inner.slice(0, -1));
    if (!subject.given && inner.length > 0 && !(parent.schema && isOneKind(parent.schema))) return [missing(subject)];
    if (issue.code === "invalid_union") return explainChoice(subject, against);
    if (subject.given && subject.schema && isOneKind(subject.schema)) return explainChoice(subject, against);
    if (!subject.given && inner.length > 0 && parent.schema && isOneKind(parent.schema))
      return explainChoice(parent, against);
    return explainIssue(issue, subject);
  });
  return withoutFollowing(findings);
}
function followsUnknownKey(issue, issues) {
  const place = issue.path.join(".");
  return issue.code === "custom" && issues.some((other) => other.code === "unrecognized_keys" && other.path.join(".") === place);
}
function against(form, subject) {
  const result = safeParse(form, subject.value);
  return result.success ? [] : explain(form, subject.value, subject.path, result.error.issues, subject.written);
}
function explainIssue(issue, subject) {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, subject));
  switch (issue.code) {
    case "invalid_type":
    case "invalid_value":
      return [wrongValue(subject)];
    case "invalid_key": {
      const name = String(subject.path.at(-1) ?? "");
      const form = issue.issues.map((each) => each.message).join("; ");
      return [
        {
          path: subject.path,
          at: "key",
          problem: `${quoted(name)} is not allowed as a name here.`,
          accepted: `${form}.`,
          fix: "rename it."
        }
      ];
    }
    case "too_small":
    case "too_big":
      return [wrongSize(issue, subject)];
    default:
      return [{ ...wrongValue(subject), accepted: `${acceptedFor(subject, issue.message)}.` }];
  }
}
function unknownKey(key, subject) {
  const former = formerDatabase(subject.value, [...subject.path, key]);
  if (former !== void 0) return former;
  const objects = subject.schema ? optionsOf(subject.schema).filter((option) => shapeOf(option) !== void 0) : [];
  const [form] = isMapping(subject.value) ? closest(objects, subject.value) : objects;
  const known2 = Object.keys((form && shapeOf(form)) ?? {});
  const near = nearest(key, known2);
  const meant = near !== void 0 && !hasAt(subject.value, [near]) ? near : void 0;
  return {
    path: [...subject.path, key],
    at: "key",
    problem: key === "<<" ? "Merge keys (`<<`) are not supported." : `Unknown key ${quoted(key)}.`,
    ...known2.length === 0 ? {} : { accepted: `${known2.join(", ")}.` },
    fix: key === "<<" ? "write the keys out." : meant ? `did you mean "${meant}"?` : "correct or remove it.",
    ...meant === void 0 ? {} : { meant }
  };
}
function missing(subject) {
  const key = subject.path.at(-1);
  const description = subject.schema && descriptionOf(subject.schema);
  const what = typeof key === "number" ? `Item ${key + 1} is missing.` : `The key ${quoted(String(key))} is missing.`;
  const only = subject.schema && optionsOf(subject.schema).length === 1 ? [...subject.schema._zod.values ?? []] : [];
  const line = `${key}:${only.length === 1 ? ` ${String(only[0])}` : ""}`;
  const parent = pathText(subject.path.slice(0, -1));
  return {
    path: subject.path,
    at: "value",
    problem: description ? `${what} ${description}` : what,
    accepted: `${acceptedFor(subject)}.`,
    fix: typeof key === "number" ? `add it to ${parent}.` : `add \`${line}\`${parent === "" ? "" : ` to ${parent}`}.`
  };
}
function wrongValue(subject) {
  return {
    path: subject.path,
    at: "value",
    problem: `This is ${shown(subject.value, subject.path)}.`,
    accepted: `${acceptedFor(subject)}.`,
    fix: fixFor(subject)
  };
}
function wrongSize(issue, subject) {
  const isText = typeof subject.value === "string";
  const isEmpty = subject.value === "" || Array.isArray(subject.value) && subject.value.length === 0;
  const unit = isText ? " characters" : Array.isArray(subject.value) ? " items" : "";
  const limit = issue.code === "too_small" ? `at least ${issue.minimum}${unit}` : `at most ${issue.maximum}${unit}`;
  return {
    ...wrongValue(subject),
    problem: isEmpty ? "This is empty." : `This is ${shown(subject.value, subject.path)}.`,
    accepted: isEmpty ? `${acceptedFor(subject)}.` : `${acceptedFor(subject)}, ${limit}.`,
    fix: isEmpty ? "give it a value." : `write ${limit}.`
  };
}
function acceptedFor(subject, message) {
  const form = subject.schema && accepted(subject.schema);
  const own = message !== void 0 && !message.startsWith("Invalid");
  return own ? message : form ?? "something else";
}
function withoutFollowing(findings) {
  const place = (finding2) => JSON.stringify([finding2.path, finding2.problem]);
  const once = [...new Map(findings.toReversed().map((finding2) => [place(finding2), finding2])).values()].toReversed();
  const meant = new Set(
    once.flatMap(
      (finding2) => finding2.meant === void 0 ? [] : [JSON.stringify([...finding2.path.slice(0, -1), finding2.meant])]
    )
  );
  return once.filter((finding2) => finding2.at === "key" || !meant.has(JSON.stringify(finding2.path)));
}

// src/config/fleet.ts
function isOfFleet(document) {
  return Object.hasOwn(document, "systems");
}
function systemNames(document) {
  const { systems } = document;
  return isMapping(systems) ? Object.keys(systems) : [];
}
var together = ["access", "facts", "parts"];
function documentOf(document, system2) {
  const { systems, rings: _rings, ...shared2 } = document;
  const own = mappingAt(systems, [system2]);
  const merged2 = { system: system2, ...shared2 };
  return mappingOf(substituted(withOwn(merged2, own), variablesOf2(own)));
}
function withOwn(shared2, own) {
  const { ring: _ring, variables: _variables, environments: environments2, acknowledge: acknowledge2, ...rest } = own;
  const replaced = merged(shared2, rest);
  const acknowledged = [shared2.acknowledge, acknowledge2].flatMap(
    (list) => Array.isArray(list) ? list : []
  );
  return {
    ...replaced,
    ...acknowledge2 === void 0 ? {} : { acknowledge: acknowledged },
    ...isMapping(environments2) ? { environments: withEnvironments(shared2.environments, environments2) } : {}
  };
}
function withEnvironments(shared2, own) {
  const changed = Object.entries(own).map(([name, keys]) => [
    name,
    merged(mappingAt(shared2, [name]), isMapping(keys) ? mappingOf(keys) : {})
  ]);
  return { ...mappingAt(shared2, []), ...Object.fromEntries(changed) };
}
function merged(shared2, own) {
  const entries = Object.entries(own).map(([key, value]) => {
    const before = shared2[key];
    const both = together.includes(key) && isMapping(before) && isMapping(value);
    return [key, both ? { ...before, ...value } : value];
  });
  return { ...shared2, ...Object.fromEntries(entries) };
}
function variablesOf2({ variables }) {
  const named = isMapping(variables) ? Object.entries(variables) : [];
  return Object.fromEntries(named.flatMap(([name, text]) => typeof text === "string" ? [[name, text]] : []));
}
function mappingAt(value, path) {
  const found = valueAt(value, path);
  return isMapping(found) ? mappingOf(found) : {};
}
function mappingOf(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function writtenPlace(document, system2, path) {
  const ofSystem2 = ["systems", system2];
  if (path[0] === "system") return ofSystem2;
  const own = [...ofSystem2, ...path];
  return reached(document, own) - ofSystem2.length > reached(document, path) || hasAt(document, own) ? own : path;
}
function reached(document, path) {
  const missing2 = path.findIndex((_, index) => !hasAt(document, path.slice(0, index + 1)));
  return missing2 === -1 ? path.length : missing2;
}
function fleetChecks(document, rings, systems) {
  return [
    ...Object.hasOwn(document, "system") ? [bothKinds] : [],
    ...ringChecks(rings, systems),
    ...dataApart(document),
    ...alike(document)
  ];
}
var bothKinds = {
  path: ["system"],
  at: "key",
  problem: "There is a `system` beside `systems`.",
  fix: "leave out `system`: each of `systems` has its name."
};
function ringChecks(rings, systems) {
  const names = (rings ?? []).map(({ name }) => name);
  const twice = names.flatMap(
    (name, index) => names.indexOf(name) === index ? [] : [
      {
        path: ["rings", index, "name"],
        at: "value",
        problem: `There are two rings ${quoted(name)}.`,
        fix: "give each a name of its own."
      }
    ]
  );
  const of = Object.entries(systems).flatMap(([system2, { ring: ring2 }]) => {
    if (ring2 === void 0 && names.length === 0) return [];
    if (ring2 !== void 0 && names.includes(ring2)) return [];
    const path = ring2 === void 0 ? ["systems", system2] : ["systems", system2, "ring"];
    return [
      {
        path,
        at: "value",
        problem: ring2 === void 0 ? `The system ${quoted(system2)} is in no ring.` : `There is no ring ${quoted(ring2)}.`,
        ...names.length === 0 ? {} : { accepted: names.join(", ") },
        fix: names.length === 0 ? "write `rings:` with its name, or leave out `ring`." : "name one of `rings`."
      }
    ];
  });
  const empty = names.flatMap(
    (name, index) => Object.values(systems).some(({ ring: ring2 }) => ring2 === name) ? [] : [
      {
        path: ["rings", index],
        at: "value",
        problem: `No system is in the ring ${quoted(name)}.`,
        fix: "leave it out, or put a system into it."
      }
    ]
  );
  return [...twice, ...of, ...empty];
}
function dataApart(document) {
  const seen = /* @__PURE__ */ new Map();
  return systemNames(document).flatMap((system2) => {
    const own = documentOf(document, system2);
    return ["production", "staging"].flatMap((environment2) => {
      const data = valueAt(own, ["environments", environment2, "data"]);
      const key = canonicalJson(data ?? null);
      if (data === void 0 || key.includes("${")) return [];
      const before = seen.get(key);
      seen.set(key, `${environment2} of ${system2}`);
      if (before === void 0 || before.endsWith(` of ${system2}`)) return [];
      return [
        {
          path: ["systems", system2],
          at: "key",
          problem: `The data of ${environment2} of ${system2} is that of ${before}.`,
          fix: "give each system data of its own, with a `${NAME}` in the shared part and `variables` here."
        }
      ];
    });
  });
}
function alike(document) {
  const [first, ...others] = systemNames(document);
  if (first === void 0) return [];
  const wanted = kindsOf(documentOf(document, first));
  return others.flatMap(
    (system2) => kindsOf(documentOf(document, system2)).flatMap(({ environment: environment2, key, kinds: kinds2 }, index) => {
      const usual = wanted[index]?.kinds ?? "";
      if (kinds2 === usual) return [];
      return [
        {
          path: ["systems", system2, "environments", environment2, key],
          at: "key",
          problem: `${key} of ${environment2} is ${quoted(kinds2)} in ${system2} and ${quoted(usual)} in ${first}.`,
          fix: "use the same kinds in all systems, or write a configuration of its own for this one."
        }
      ];
    })
  );
}
function kindsOf(document) {
  return ["production", "staging"].flatMap(
    (environment2) => ["data", "deploy"].map((key) => {
      const value = valueAt(document, ["environments", environment2, key]);
      const each = [value].flat().map((part) => isMapping(part) ? Object.keys(part)[0] ?? "" : "");
      return { environment: environment2, key, kinds: each.join(", ") };
    })
  );
}

// src/config/fleet-settings.ts
var { environments, facts, acknowledge, windows } = configuration.shape;
var { hooks: _hooks, ...ofProduction } = environments.shape.production.shape;
var otherwise = (value) => unknown().meta({ description: value.description ?? "" }).optional();
var environment = strictObject(
  Object.fromEntries(Object.entries(ofProduction).map(([key, value]) => [key, otherwise(value)]))
);
var member = strictObject({
  ring: slug.optional().describe("The ring that it is in, by its name in `rings`. Needed where there are rings."),
  variables: record(string().regex(/^[A-Za-z_]\w*$/, "the name of a variable, such as SITE_URL"), string().min(1)).optional().meta({
    description: "What `${NAME}` stands for in this system, where it is not secret: the text is put in its place, and may itself name a `${SECRET}`. A name that is not here is a variable of the job, whose value is in the environment of this system on GitHub.",
    examples: [{ SITE_URL: "https://north.example.org" }]
  }),
  environments: strictObject({ production: environment.optional(), staging: environment.optional() }).optional().describe(
    "Keys of its environments that are otherwise than in the shared part: each takes the place of the shared one as a whole, `access` name by name. Everything but `hooks` may differ."
  ),
  facts: facts.unwrap().optional().describe("Facts about this system, besides the shared ones."),
  parts: record(partName, partVersion).optional().describe("The present versions of parts of this system, besides the shared ones."),
  acknowledge: acknowledge.unwrap().optional().describe("Manual steps that are done for this system, besides the shared ones."),
  windows: otherwise(windows.describe("When this system may be changed, in place of the shared windows."))
});
var ring = strictObject({
  name: slug.describe("Its name."),
  hold: duration.optional().describe(
    "How long each of its systems must have run the target before the next ring starts. After that time each is looked at again: one that is gone, is not healthy or runs something else keeps the next ring closed."
  )
});
var fleetSettings = object({
  rings: array(ring).min(1).optional().meta({
    description: "The order in which the systems are upgraded: a ring starts when every system of the one before runs the target and has held it for its time. Without rings all systems go together.",
    examples: [[{ name: "pilot", hold: "3d" }, { name: "wards", hold: "7d" }, { name: "all" }]]
  }),
  systems: record(slug, member).meta({
    description: "Several installations of the same product under one configuration, in place of `system`, each by its name: it names the lock, the journal, the backups and the environments on GitHub of that system. What is written here is what differs.",
    examples: [{ north: { ring: "pilot", variables: { SITE_URL: "https://north.example.org" } } }]
  })
});
var { system, ...shared } = configuration.shape;
var configurationFile = strictObject({
  system: system.optional(),
  rings: fleetSettings.shape.rings,
  systems: fleetSettings.shape.systems.optional(),
  ...shared
}).meta({ title: "Staged Upgrade", description: "The configuration of Staged Upgrade: .github/staged-upgrade.yml" });

// src/config/literal-secrets.ts
function literalSecrets(document) {
  return [...texts(document)].flatMap(({ text, path }) => {
    const what = secretIn(text, path);
    return what === void 0 ? [] : [finding(what, path)];
  });
}
function secretIn(text, path) {
  if (passwordsIn(text).some(isLiteral)) return "This contains a password that is written out.";
  if (looksSecret(text)) return "This looks like a key or a token.";
  if (!isLiteral(text)) return void 0;
  const isAccess = path[0] === "environments" && path[2] === "access" && path.length === 4;
  if (isAccess && !namesPlace(path[3])) return "This credential is written out.";
  const key = path.at(-1);
  return typeof key === "string" && namesSecret(key) ? `Judging by its name, "${key}" is a secret, and it is written out.` : void 0;
}
function isLiteral(text) {
  return text !== "" && !/(?<!\$)\$\{|(?<!\{)\{[\w.-]+\}/.test(text);
}
function finding(problem, path) {
  const name = variableFor(path);
  return {
    path,
    at: "value",
    problem,
    accepted: "a value with ${NAME}, an environment variable that the job gets from a secret.",
    fix: `write "\${${name}}", set ${name} from a secret of the job's environment, and change the secret: it may have been read.`
  };
}
function variableFor(path) {
  const last = path.at(-1);
  const kind2 = path[2] === "data" ? path.slice(3, -1).find((part) => typeof part === "string") : void 0;
  const environment2 = path[0] === "environments" ? [path[1], ...kind2 === void 0 ? [] : [kind2]] : [];
  return [...environment2, typeof last === "string" ? last : "secret"].join("_").toUpperCase().replace(/\W+/g, "_");
}

// src/config/null-characters.ts
function nullCharacters(value, path = []) {
  if (typeof value === "string") return value.includes("\0") ? [mistake(path, "value")] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => nullCharacters(item, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...key.includes("\0") ? [mistake([...path, key], "key")] : [],
    ...nullCharacters(item, [...path, key])
  ]);
}
function mistake(path, at) {
  return {
    path,
    at,
    problem: "This contains a null character.",
    accepted: "a text without null characters, which no program, file or server can be given.",
    fix: "take the character out."
  };
}

// src/config/placeholder-checks.ts
var anywhere = ["system", "environment"];
var ofHop = [...anywhere, "from", "to", "parts.*"];
var ofRelease = [...ofHop, "version"];
var ofServer = [...anywhere, "url", "access.*", "answers.*"];
var ofTests = [.../* @__PURE__ */ new Set([...ofServer, ...ofRelease])];
var places = [
  { at: ["environments", "*", "url"], names: [] },
  { at: ["environments", "*", "access", "*", "*"], names: [...anywhere, "url"] },
  { at: ["environments", "*", "access"], names: [] },
  { at: ["environments", "*", "deploy", "command", "stop"], names: anywhere },
  // Those of `stop` and `logs` as well, where no release is meant.
  { at: ["environments", "*", "deploy", "command", "env"], names: anywhere },
  { at: ["environments", "*", "deploy", "command", "logs"], names: [...anywhere, "since"] },
  { at: ["environments", "*", "deploy"], names: ofRelease },
  ...Object.keys(releaseHooks).map((hook2) => ({ at: ["environments", "*", "hooks", hook2], names: ofRelease })),
  { at: ["environments", "*", "hooks"], names: ofHop },
  { at: ["environments"], names: anywhere },
  { at: ["backup"], names: ["system"] },
  { at: ["journal"], names: ["system"] },
  { at: ["notify"], names: [] },
  { at: ["product", "releases"], names: [] },
  { at: ["product", "probes"], names: ofServer },
  { at: ["product", "stages", "*", "reached"], names: ofServer },
  { at: ["product"], names: ofTests },
  { at: ["smoke"], names: ofTests },
  { at: ["baseline"], names: ofTests }
];
function unknownPlaceholders(document) {
  return [...texts(document)].flatMap(({ text, path }) => {
    if (!text.includes("{")) return [];
    if (isBody(path)) return missingCredentials(credentialsIn(text), document, path);
    if (isForReaders(path)) return misspeltSides(text, path);
    if (!isTemplate(path)) return [];
    const names = placeholderNames(text);
    const known2 = places.find(({ at }) => at.every((key, index) => key === "*" || key === path[index]))?.names ?? [];
    const unknown2 = names.filter((name) => !known2.some((each) => fits(name, each)));
    return [
      ...unknown2.map((name) => unknownName(name, known2, path)),
      ...missingCredentials(
        names.filter((name) => !unknown2.includes(name)),
        document,
        path
      )
    ];
  });
}
function isTemplate(path) {
  const schema = schemaAt(configuration, path);
  if (schema === void 0) return false;
  const { title } = globalRegistry.get(template) ?? {};
  return optionsOf(schema).some((option) => globalRegistry.get(option)?.title === title);
}
function isBody(path) {
  return ["smoke", "baseline", "product"].includes(String(path[0])) && path.some((key) => bodies.includes(String(key)));
}
var bodies = ["body", "variables"];
function isForReaders([first, second, ...rest]) {
  const key = String(rest.at(-1));
  return first === "product" && ["path", "checklists"].includes(String(second)) && ["text", "acknowledged"].includes(key);
}
function misspeltSides(text, path) {
  return placeholderNames(text).filter((name) => !sides.includes(name) && (nearest(name, sides) !== void 0 || ofTests.includes(name))).map((name) => ({ ...unknownName(name, sides, path), accepted: "{from} and {to}." }));
}
var sides = ["from", "to"];
function credentialsIn(text) {
  return [...text.matchAll(/(?<!\{)\{(access\.[^{}]+)\}/g)].map(([, name = ""]) => name);
}
function fits(name, known2) {
  return known2.endsWith("*") ? name.startsWith(known2.slice(0, -1)) && name.length >= known2.length : name === known2;
}
function unknownName(name, known2, path) {
  const near = nearest(
    name,
    known2.filter((each) => !each.endsWith("*"))
  );
  const shown2 = known2.map((each) => `{${each.replace("*", "NAME")}}`);
  return {
    path,
    at: "value",
    problem: `{${name}} is not filled in here.`,
    accepted: shown2.length === 0 ? "a text without placeholders; {{ and }} for literal braces." : `${shown2.join(", ")}; {{ and }} for literal braces.`,
    fix: near !== void 0 ? `did you mean {${near}}?` : ofTests.some((each) => fits(name, each)) ? "take it out: it has no value here." : `for literal braces write {{${name}}}; otherwise correct it.`
  };
}
function missingCredentials(names, document, path) {
  const credentials = names.flatMap((name) => /^access\.(.+?)(?:\.header)?$/.exec(name)?.[1] ?? []);
  return [...new Set(credentials)].flatMap((name) => {
    if (isIn(name, valueAt(document, ["product", "access"]))) return [];
    const given = environmentNames.flatMap((environment2) => {
      const settings = valueAt(document, ["environments", environment2]);
      return isMapping(settings) && !("waive" in settings) ? [{ environment: environment2, access: valueAt(settings, ["access"]) }] : [];
    });
    const lacking = given.filter(({ access: access3 }) => !isIn(name, access3));
    if (lacking.length === 0) return [];
    const all = [...new Set(given.flatMap(({ access: access3 }) => isMapping(access3) ? Object.keys(access3) : []))];
    const near = nearest(name, all);
    const where = lacking.map(({ environment: environment2 }) => pathText(["environments", environment2, "access"])).join(" and ");
    return [
      {
        path,
        at: "value",
        problem: `{access.${name}} is a credential that ${where} ${lacking.length === 1 ? "does" : "do"} not have.`,
        accepted: all.length === 0 ? "a credential of both environments." : `${all.map((each) => `{access.${each}}`).join(", ")}.`,
        fix: near !== void 0 && near !== name ? `did you mean {access.${near}}?` : `add "${name}" to ${where}.`
      }
    ];
  });
}
function isIn(name, access3) {
  return isMapping(access3) && Object.hasOwn(access3, name);
}

// src/config/product-needs.ts
function chosenIn(document, products) {
  const product2 = valueAt(document, ["product"]);
  if (isMapping(product2) && !("extends" in product2))
    return { kind: kindOf(product2), definition: product2, written: product2 };
  const name = isMapping(product2) ? valueAt(product2, ["extends"]) : product2;
  const shipped = typeof name === "string" ? products.find(name) : void 0;
  return shipped === void 0 ? void 0 : { kind: kindOf(shipped), definition: [shipped, product2], written: void 0 };
}
function kindOf(product2) {
  return "stages" in product2 ? "stages" : "topology" in product2 ? "topology" : "versions";
}
function missingForProduct(document, products) {
  const chosen = chosenIn(document, products);
  const needs = environmentNames.flatMap((environment2) => {
    const settings = valueAt(document, ["environments", environment2]);
    if (!isMapping(settings) || environment2 === "staging" && "waive" in settings) return [];
    const keys = keysNeeded(document, chosen);
    return keys.map((key) => ["environments", environment2, key]);
  });
  const hasData = valueAt(document, ["environments", "production", "data"]) !== void 0;
  const mayLackData = chosen !== void 0 && chosen.kind !== "versions";
  const all = [...needs, ...mayLackData && !hasData ? [] : [["backup"]]];
  return all.filter((path) => valueAt(document, path) === void 0).map((path) => ({ code: "invalid_type", expected: "object", path: [...path], input: void 0, message: "" }));
}
function keysNeeded(document, chosen) {
  switch (chosen?.kind) {
    case "stages":
      return neededByStages(document, chosen.written);
    case "topology":
      return ["topology", "deploy"];
    case "versions":
      return [...asksByHttp([chosen.definition, valueAt(document, ["smoke"])]) ? ["url"] : [], "data", "deploy"];
    default:
      return ["url", "data", "deploy"];
  }
}
function neededByStages(document, written2) {
  const asked = { product: written2, smoke: valueAt(document, ["smoke"]) };
  const stages = valueAt(written2, ["stages"]);
  const later = Array.isArray(stages) ? stages.slice(1) : [];
  return [
    ...asksByHttp(asked) ? ["url"] : [],
    ...later.some((stage) => isMapping(stage) && !("deploy" in stage)) ? ["deploy"] : []
  ];
}
function asksByHttp(value) {
  if (Array.isArray(value)) return value.some(asksByHttp);
  if (isMapping(value)) {
    const isOpened = "kind" in value && value.kind === "http";
    return isOpened || "http" in value || Object.values(value).some(asksByHttp);
  }
  return [...texts(value)].some(({ text }) => /(?<!\{)\{url\}/.test(text));
}
function stagesChecks(document, products) {
  const chosen = chosenIn(document, products);
  if (chosen === void 0) return [];
  const isOfReleases = chosen.kind === "versions";
  const staging2 = ["environments", "staging"];
  const waiver = valueAt(document, [...staging2, "waive"]);
  const data = environmentNames.map((name) => valueAt(document, ["environments", name, "data"]) !== void 0);
  return [
    ...waiver !== void 0 && isOfReleases ? [
      {
        path: [...staging2, "waive"],
        at: "key",
        problem: "Staging can be waived only for a product without releases; this one has them.",
        accepted: "a staging on which each hop is rehearsed on a copy of production.",
        fix: 'describe a staging in place of "waive".'
      }
    ] : [],
    ...!isOfReleases && waiver === void 0 && data[0] !== data[1] && isMapping(valueAt(document, staging2)) ? [
      {
        path: [...staging2],
        at: "key",
        problem: `Only ${data[0] ? "production" : "staging"} has a \`data\`: what is backed up on production is restored on staging.`,
        accepted: "data on both, or on neither.",
        fix: `add it to environments.${data[0] ? "staging" : "production"}, or leave it out of both.`
      }
    ] : []
  ];
}

// src/config/source.ts
var limits = {
  fileKilobytes: 256,
  lines: 6e3,
  /** Of one text, or one key. */
  textCharacters: 1e4,
  /** In one mapping, or one list. */
  items: 1e3,
  /** In the whole file, with what aliases repeat. */
  values: 1e4,
  levels: mostLevels
};
function parseSource(text) {
  if (text.length > limits.fileKilobytes * 1024) {
    const problem = `The file is larger than ${limits.fileKilobytes} KiB.`;
    return oneMistake(problem, "name the configuration file, not another one.");
  }
  const lines = text.split("\n").length;
  if (lines > limits.lines) {
    const problem = `The file has ${lines} lines; ${limits.lines} is the most that is read.`;
    return oneMistake(problem, "leave out what is not configuration.", limits.lines + 1);
  }
  const alone = loneReturn(text);
  if (alone !== void 0)
    return oneMistake(
      "A line ends with a carriage return alone, as on old Macintoshes.",
      "save the file with Unix or Windows line breaks.",
      alone
    );
  const deep = tooDeepAt(text);
  if (deep !== void 0)
    return oneMistake(
      "The file is nested too deeply to be read.",
      "write it flatter.",
      text.slice(0, deep).split("\n").length
    );
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof RangeError)
      return oneMistake("The file is nested too deeply to be read.", "write it flatter.");
    if (error instanceof ReferenceError) {
      return oneMistake("Aliases (`*name`) multiply too often.", "write the values out.");
    }
    throw error;
  }
}
function parsed(text) {
  const lines = new s();
  const document = a(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: "1.2",
    stringKeys: true,
    uniqueKeys: false
  });
  const mistakes = [
    ...withoutFollowing2([...document.errors, ...document.warnings]).map((error) => ({
      ...syntaxFinding(error),
      ...position(lines, error.pos[0])
    })),
    ...keysWrittenTwice(document, text).map(({ offset, finding: finding2 }) => ({ ...finding2, ...position(lines, offset) })),
    ...wrongAliases(document).map(({ offset, finding: finding2 }) => ({ ...finding2, ...position(lines, offset) }))
  ];
  if (mistakes.length > 0) return { kind: "mistakes", mistakes };
  const tooMuch = beyondLimits(document);
  if (tooMuch.length > 0) {
    return {
      kind: "mistakes",
      mistakes: tooMuch.map(({ offset, finding: finding2 }) => ({ ...finding2, ...position(lines, offset) }))
    };
  }
  const data = document.toJS({ maxAliasCount: 100 });
  if (isTooDeep(data)) return tooDeep;
  if (valuesIn(data) > limits.values) return tooMany;
  const locate = (finding2) => ({ ...finding2, ...position(lines, offsetOf(document, finding2)) });
  const written2 = (path) => {
    const node = nodeAt(document, path);
    return e(node) ? node.source : void 0;
  };
  return { kind: "source", source: { data, locate, written: written2 } };
}
function position(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
var independent = ["NON_STRING_KEY", "TAG_RESOLVE_FAILED"];
function withoutFollowing2(errors) {
  const stumbled = errors.filter((error) => !independent.includes(error.code)).sort((a2, b2) => a2.pos[0] - b2.pos[0])[0];
  return errors.filter(
    (error) => error === stumbled || independent.includes(error.code) && !(stumbled && error.pos[0] > stumbled.pos[0])
  );
}
function keysWrittenTwice(document, text) {
  const stumbled = Math.min(
    ...document.errors.filter(({ code }) => !independent.includes(code)).map(({ pos }) => pos[0])
  );
  return duplicateKeys(document).filter((offset) => offset < stumbled).map((offset) => {
    const key = /^[\w.-]+/.exec(text.slice(offset, offset + limits.textCharacters))?.[0];
    const problem = `The key ${key ? `"${key}" ` : ""}is written twice in the same place.`;
    return { offset, finding: { path: [], at: "value", problem, fix: "keep one of the two." } };
  });
}
var noAnchor = {
  path: [],
  at: "value",
  problem: "This alias (`*name`) has no anchor (`&name`) before it.",
  fix: "if a text starts with *, put it in quotes; otherwise write the value out."
};
var containsItself2 = {
  path: [],
  at: "value",
  problem: "This alias (`*name`) is inside what it refers to.",
  fix: "write the value out."
};
function wrongAliases(document) {
  const wrong = [];
  m2(document, {
    Alias: (_key, alias, ancestors) => {
      const offset = alias.range?.[0] ?? 0;
      const target = alias.resolve(document);
      if (target === void 0) wrong.push({ offset, finding: noAnchor });
      else if (ancestors.includes(target)) wrong.push({ offset, finding: containsItself2 });
    }
  });
  return wrong;
}
function beyondLimits(document) {
  const found = [];
  const add = (node, problem, fix) => {
    found.push({ offset: node.range?.[0] ?? 0, finding: { path: [], at: "value", problem, fix } });
  };
  m2(document, {
    Scalar: (_key, scalar) => {
      const length = scalar.source?.length ?? 0;
      if (length <= limits.textCharacters) return;
      const problem = `This text has ${length} characters; ${limits.textCharacters} is the most that is read.`;
      add(scalar, problem, "put a long script or document into its own file, and name the file.");
    },
    Collection: (_key, { items, range }) => {
      if (items.length <= limits.items) return;
      const problem = `There are ${items.length} values here; ${limits.items} is the most that is read in one place.`;
      found.push({
        offset: range?.[0] ?? 0,
        finding: { path: [], at: "value", problem, fix: "leave out what is not configuration." }
      });
    }
  });
  return found;
}
function isTooDeep(data, levels = limits.levels) {
  if (typeof data !== "object" || data === null) return false;
  return levels === 0 || Object.values(data).some((child) => isTooDeep(child, levels - 1));
}
function syntaxFinding(error) {
  const base = { path: [], at: "value" };
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { ...base, problem: "A tab is used to indent.", fix: "indent with spaces." };
    case "TAG_RESOLVE_FAILED":
      return {
        ...base,
        problem: "This tag (`!name`) means nothing here.",
        fix: "if a text starts with !, put it in quotes; otherwise leave out the tag."
      };
    case "MULTIPLE_DOCS":
      return {
        ...base,
        problem: "The file contains a second document, after `---`.",
        fix: "keep one configuration in a file."
      };
    case "RESOURCE_EXHAUSTION":
      return { ...base, problem: "The file is nested too deeply to be read.", fix: "write it flatter." };
    case "NON_STRING_KEY":
      return { ...base, problem: "A key must be a text.", fix: "put the key in quotes." };
    case "BAD_INDENT":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return {
        ...base,
        problem: "This line does not fit the lines around it (YAML).",
        fix: 'indent it like its neighbours; put a text that contains ": " or " #" in quotes.'
      };
    default:
      return {
        ...base,
        problem: `This cannot be read as YAML (${error.code.toLowerCase().replaceAll("_", " ")}).`,
        fix: "look for a missing quote, bracket or colon here or on the line before; put a text that starts with { or [ or @ or % in quotes."
      };
  }
}
function oneMistake(problem, fix, line = 1) {
  return { kind: "mistakes", mistakes: [{ path: [], at: "value", problem, fix, line, column: 1 }] };
}
function valuesIn(data, from = 0) {
  if (from > limits.values || typeof data !== "object" || data === null) return from + 1;
  return Object.values(data).reduce(
    (count, child) => count > limits.values ? count : valuesIn(child, count),
    from + 1
  );
}
var tooMany = oneMistake(
  `The file contains more than ${limits.values} values, including those that aliases (\`*name\`) repeat.`,
  "leave out what is not configuration."
);
var tooDeep = oneMistake("The file is nested too deeply to be read.", "write it flatter.");
function offsetOf(document, finding2) {
  if (finding2.at === "value") {
    const node = nodeAt(document, finding2.path);
    if (node?.range) return node.range[0];
  }
  for (let length = finding2.path.length; length > 0; length--) {
    const offset = keyOffset(document, finding2.path.slice(0, length));
    if (offset !== void 0) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}
function keyOffset(document, path) {
  const parent = nodeAt(document, path.slice(0, -1));
  if (!b(parent)) return void 0;
  const key = parent.items.find((item) => keyText(item.key) === String(path.at(-1)))?.key;
  return n(key) ? key.range?.[0] : void 0;
}
function nodeAt(document, path) {
  let node = followed(document, document.contents);
  for (const part of path) {
    if (b(node)) node = followed(document, node.items.find((item) => keyText(item.key) === String(part))?.value);
    else if (S(node)) node = followed(document, node.items[Number(part)]);
    else return void 0;
  }
  return node;
}
function followed(document, node) {
  if (i(node)) return node.resolve(document);
  if (p(node)) return void 0;
  return n(node) ? node : void 0;
}
function keyText(key) {
  return String(e(key) ? key.value : key);
}

// src/config/template-checks.ts
function variableSyntax(document) {
  return [...texts(document)].flatMap(
    ({ text, path }) => [...text.matchAll(/\$\$\{|\$\{(?<github>\{[^}]*\}\})?(?<inside>[^}]*)(?<end>\}?)/g)].flatMap(
      (match) => {
        const problem = match[0] === "$${" ? void 0 : wrongVariable(match.groups ?? {});
        return problem === void 0 ? [] : [
          {
            path,
            at: "value",
            accepted: "${NAME}, the name of an environment variable; $${ for a literal ${.",
            ...problem
          }
        ];
      }
    )
  );
}
function wrongVariable(groups) {
  const inside = groups.inside ?? "";
  if (groups.github !== void 0) {
    return {
      problem: "GitHub does not fill in ${{ \u2026 }} in this file.",
      fix: "write ${NAME} here, and NAME: ${{ \u2026 }} in the env: of the job that needs it."
    };
  }
  if (groups.end === "")
    return { problem: "A ${ is not closed.", fix: "close it with }, or write $${ for a literal ${." };
  if (/^[A-Za-z_]\w*$/.test(inside)) return void 0;
  if (/^[A-Za-z_]\w*:?[-+?=]/.test(inside)) {
    return {
      problem: "A variable cannot have a default or a condition here.",
      fix: "write ${NAME} alone; a variable that is not set is an error."
    };
  }
  if (/^[A-Za-z_]\w*$/.test(inside.trim()))
    return { problem: "There is a space in ${\u2026}.", fix: `write \${${inside.trim()}}.` };
  return {
    problem: "This ${\u2026} does not contain the name of a variable.",
    fix: "a name has letters, digits and _, and does not start with a digit."
  };
}
var dashed = /^[-+]/;
var interpreters = [
  { programs: /^(ba|da|z|k|mk|a|fi)?sh$/, script: /^-[a-z]*c$/, option: dashed },
  { programs: /^(pwsh|powershell)(\.exe)?$/i, script: /^-c(ommand)?$/i, option: dashed },
  { programs: /^cmd(\.exe)?$/i, script: /^\/[ck]$/i, option: /^\// },
  { programs: /^python[\d.]*$/, script: /^-[a-zA-Z]*c$/, option: dashed },
  { programs: /^(node|deno|bun|perl|ruby)$/, script: /^(-[a-zA-Z]*[eEp]|--eval|--print|eval)$/, option: dashed }
];
var withValue = /^[-+][a-zA-Z]*[oO]$/;
function scriptsWithValues(document, path = []) {
  if (Array.isArray(document)) {
    const script = scriptPosition(document);
    const text = script === void 0 ? void 0 : document[script];
    const value = typeof text === "string" ? /(?<!\$)\$\{[^}]*\}|(?<![{$])\{[^{}]*\}/.exec(text)?.[0] : void 0;
    if (script !== void 0 && value !== void 0) return [pasted(value, [...path, script])];
    return document.flatMap((item, index) => scriptsWithValues(item, [...path, index]));
  }
  if (!isMapping(document)) return [];
  return Object.entries(document).flatMap(([key, item]) => scriptsWithValues(item, [...path, key]));
}
function scriptPosition(argv2) {
  const words = argv2.map((word) => typeof word === "string" ? word : "");
  for (const [index, word] of words.entries()) {
    const program = word.split("/").at(-1) ?? "";
    const interpreter = interpreters.find((each) => each.programs.test(program));
    const position2 = interpreter && scriptAfter(words, index, interpreter);
    if (position2 !== void 0) return position2;
  }
  return void 0;
}
function scriptAfter(words, program, interpreter) {
  for (let index = program + 1; index < words.length; index++) {
    const word = words[index] ?? "";
    if (interpreter.script.test(word)) return index + 1;
    if (!interpreter.option.test(word)) return void 0;
    if (withValue.test(word)) index++;
  }
  return void 0;
}
function pasted(value, path) {
  const variable = value.startsWith("$");
  const known2 = /^\{(version|from|to|parts\.[a-z0-9-]+)\}$/.exec(value)?.[1];
  return {
    path,
    at: "value",
    problem: `${value} would be pasted into the text of a script, where its value can run as a command.`,
    accepted: "a script that takes values as arguments or from its environment.",
    fix: variable ? `write $${value}: the shell then reads the variable itself, which it inherits.` : known2 ? `write "$1" in the script and add two items after it: script, "${value}".` : 'write "$1" in the script and pass the value after it; for a brace of the script itself write {{ and }}.'
  };
}

// src/config/load.ts
function loadConfiguration(text, file, products, options = {}) {
  const read = readDocument(text, file);
  const reader = { file, source: read.source, products, unfinished: options.unfinished === true };
  if (!isOfFleet(read.document)) {
    refuseOther(file, valueAt(read.document, ["system"]), options.system);
    return checked(read.document, (path) => path, reader);
  }
  const { rings, systems } = checkedFleet(read.document, reader);
  const system2 = chosenSystem(file, Object.keys(systems), options.system);
  return ofSystem(read.document, system2, systems[system2]?.ring ?? rings[0]?.name ?? wholeFleet, reader);
}
function loadFleet(text, file, products, { unfinished = false } = {}) {
  const { source, document } = readDocument(text, file);
  if (!isOfFleet(document)) return void 0;
  const reader = { file, source, products: readOnce(products), unfinished };
  const { rings, systems } = checkedFleet(document, reader);
  const mistakes = /* @__PURE__ */ new Map();
  let faulty = 0;
  const loaded = Object.entries(systems).flatMap(([system2, { ring: ring2 }]) => {
    if (faulty === mostFaulty) return [];
    try {
      return [ofSystem(document, system2, ring2 ?? rings[0]?.name ?? wholeFleet, reader)];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faulty++;
      for (const mistake2 of error.mistakes)
        mistakes.set(`${mistake2.line}:${mistake2.column}:${mistake2.problem}`, mistake2);
      return [];
    }
  });
  if (mistakes.size > 0) throw new ConfigurationError(file, [...mistakes.values()]);
  return { file, rings, systems: loaded };
}
var mostFaulty = 20;
function readOnce({ names, find }) {
  const found = /* @__PURE__ */ new Map();
  return {
    names,
    find: (name) => {
      if (!found.has(name)) found.set(name, find(name));
      return found.get(name);
    }
  };
}
var wholeFleet = "all";
function readDocument(text, file) {
  const parsed2 = parseSource(text);
  if (parsed2.kind === "mistakes") throw new ConfigurationError(file, parsed2.mistakes);
  const { source } = parsed2;
  const { data } = source;
  if (isMapping(data)) return { source, document: { ...data } };
  const empty = data === null || data === void 0;
  const finding2 = {
    path: [],
    at: "value",
    problem: empty ? "The file is empty." : "The file is not a mapping of keys to values.",
    fix: "run `staged-upgrade init` to write it, or start with `system:`."
  };
  throw new ConfigurationError(file, [source.locate(finding2)]);
}
function checkedFleet(document, { file, source }) {
  const own = { systems: document.systems, ..."rings" in document ? { rings: document.rings } : {} };
  const result = fleetSettings.safeParse(own);
  const findings = result.success ? fleetChecks(document, result.data.rings, result.data.systems) : explain(fleetSettings, own, [], result.error.issues, source.written);
  if (!result.success || findings.length > 0) throw new ConfigurationError(file, findings.map(source.locate));
  const { rings = [{ name: wholeFleet }], systems } = result.data;
  return { rings: rings.map(({ name, hold = 0 }) => ({ name, hold })), systems };
}
function ofSystem(document, system2, ring2, reader) {
  const loaded = checked(documentOf(document, system2), (path) => writtenPlace(document, system2, path), reader);
  return { ...loaded, fleet: { ring: ring2 } };
}
function checked(document, placeOf, { file, source, products, unfinished }) {
  const fail = (findings2) => {
    throw new ConfigurationError(
      file,
      findings2.map((finding2) => source.locate({ ...finding2, path: placeOf(finding2.path) }))
    );
  };
  const written2 = (path) => source.written(placeOf(path));
  const looked = withinCheckingTime(() => checkedDocument(document, written2, products, unfinished));
  if (looked.kind === "too-slow") return fail([tooSlowTogether(document, looked.at)]);
  const { result, findings } = looked.value;
  if (findings.length > 0 || !result.success) return fail(findings);
  return { kind: "configuration", file, value: result.data, document: { ...document } };
}
function checkedDocument(document, written2, products, unfinished) {
  const result = configuration.safeParse(document, { jitless: true });
  const issues = [...result.success ? [] : result.error.issues, ...missingForProduct(document, products)];
  const findings = [
    ...explain(configuration, document, [], issues, written2),
    ...crossChecks(document, products),
    ...stagesChecks(document, products),
    ...literalSecrets(document),
    ...nullCharacters(document),
    ...variableSyntax(document),
    ...unknownAnswers(document),
    ...placeholdersIn(document),
    ...unfinished ? [] : toFillIn(document)
  ];
  return { result, findings };
}
function placeholdersIn(document) {
  const pasted2 = scriptsWithValues(document);
  const scripts = new Set(pasted2.map(({ path }) => JSON.stringify(path)));
  const unknown2 = unknownPlaceholders(document);
  return [...pasted2, ...unknown2.filter(({ path }) => !scripts.has(JSON.stringify(path)))];
}
function tooSlowTogether(document, expression) {
  return {
    path: placeOfText(document, expression) ?? [],
    at: "value",
    problem: "The regular expressions and JSONata up to here take too long to check already.",
    fix: "write fewer or simpler ones: look first at groups that repeat, as in (a+b?)*, at several .* in one, and at long JSONata."
  };
}
function placeOfText(value, wanted) {
  if (typeof value === "string") return value.includes(wanted) ? [] : void 0;
  const inner = Array.isArray(value) ? [...value.entries()] : isMapping(value) ? Object.entries(value) : [];
  for (const [key, each] of inner) {
    const place = placeOfText(each, wanted);
    if (place !== void 0) return [key, ...place];
  }
  return void 0;
}
function chosenSystem(file, names, given) {
  if (given !== void 0 && names.includes(given)) return given;
  const listed = names.length <= mostListed ? names.join(", ") : `${names.slice(0, mostListed).join(", ")} and ${names.length - mostListed} more`;
  if (given === void 0) {
    throw new UserError({
      happened: `${file} is the configuration of ${names.length === 1 ? "a fleet of one system" : `${names.length} systems`}, and none of them is named.`,
      means: "It is not known which one is meant. Nothing was done.",
      next: `Name one with --system (in a workflow, the input system): ${listed}. For all of them: staged-upgrade fleet.`
    });
  }
  const meant = nearest(given, names);
  throw new UserError({
    happened: `There is no system "${given}" in ${file}.`,
    means: "Nothing was done.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}There are: ${listed}.`
  });
}
var mostListed = 20;
function refuseOther(file, system2, given) {
  if (given === void 0 || given === "" || given === system2 || typeof system2 !== "string") return;
  throw new UserError({
    happened: `The system "${given}" is named, and ${file} is the configuration of "${system2}" alone.`,
    means: "One of the two is not meant. Nothing was done.",
    next: "Leave the name out, or name the configuration that has it with --config."
  });
}
function unfinishedPlaces(text) {
  const parsed2 = parseSource(text);
  return parsed2.kind === "mistakes" ? [] : toFillIn(parsed2.source.data).map(parsed2.source.locate);
}

export {
  hopTraits,
  loadConfiguration,
  loadFleet,
  unfinishedPlaces
};
