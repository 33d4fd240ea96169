import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/drivers/data/postgres/omissions.ts
var omissions = ["publications", "event-triggers"];
var kindOf = {
  publications: "publication",
  "event-triggers": "event trigger"
};

// src/drivers/data/postgres/reach.ts
var outsideSettings = ["cut", "keep"];
function leadsOutside(entry) {
  return entry.text.startsWith("USER MAPPING ");
}
function cutText(entries, { jobTables }) {
  const servers = new Set(
    entries.filter(leadsOutside).map(({ text }) => / SERVER (?<server>.*) \S+$/.exec(text)?.groups?.server ?? text)
  );
  const parts = [
    ...servers.size === 0 ? [] : [`no user mapping was restored for the foreign servers ${[...servers].map((name) => `"${name}"`).join(", ")}`],
    ...jobTables.map(({ name }) => `the jobs in ${name} are switched off`)
  ];
  return parts.length === 0 ? void 0 : `This copy does not act on anything outside of it: ${parts.join(", and ")}. Where staging has servers of its own for these, let the scrub hook name them.`;
}

// src/drivers/data/postgres/roles.ts
async function listRoles(session) {
  const rows = await session.query(`
    WITH members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    ), schemas AS (
      SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), owners (classid, objid, role) AS (
      SELECT 'pg_class'::regclass::oid, c.oid, relowner FROM pg_class c JOIN schemas s ON s.oid = relnamespace
      UNION SELECT 'pg_proc'::regclass, p.oid, proowner FROM pg_proc p JOIN schemas s ON s.oid = pronamespace
      UNION SELECT 'pg_type'::regclass, t.oid, typowner FROM pg_type t JOIN schemas s ON s.oid = typnamespace
        WHERE typelem = 0 AND typrelid = 0
      UNION SELECT 'pg_namespace'::regclass, oid, nspowner FROM schemas WHERE nspname <> 'public'
      UNION SELECT classid, objid, refobjid FROM pg_shdepend
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND refclassid = 'pg_authid'::regclass AND deptype <> 'i' AND classid <> 'pg_extension'::regclass
    )
    SELECT DISTINCT rolname AS name FROM owners o JOIN pg_roles r ON r.oid = o.role
    WHERE rolname !~ '^pg_' AND NOT EXISTS (SELECT FROM members m WHERE m.classid = o.classid AND m.objid = o.objid)
    ORDER BY rolname`);
  return rows.map((row) => row.name);
}
async function roleRights(session, roles) {
  return session.query(
    `SELECT wanted.name, r.oid IS NOT NULL AS exists, coalesce(pg_has_role(current_user, r.oid, 'MEMBER'), false) AS "mayGive"
     FROM unnest($1::text[]) AS wanted (name) LEFT JOIN pg_roles r ON r.rolname = wanted.name`,
    [roles]
  );
}
var rolesSettings = ["auto", "keep", "create", "ignore"];
function chooseRoles(setting, standing) {
  if (setting === "ignore") return { kind: "ignore" };
  const absent = standing.filter((role) => !role.exists).map((role) => role.name);
  if (absent.length > 0 && setting !== "create") {
    const text = `the roles ${absent.map((name) => `"${name}"`).join(", ")} of the backup do not exist on this server`;
    if (setting === "keep") return { kind: "refuse", reason: text };
    return {
      kind: "ignore",
      warning: `Owners and privileges are not restored: ${text}. Everything belongs to the restoring user.`
    };
  }
  const closed = standing.filter((role) => role.exists && !role.mayGive).map((role) => `"${role.name}"`);
  if (closed.length > 0)
    return { kind: "refuse", reason: `the restoring user is not a member of the roles ${closed.join(", ")}` };
  return absent.length > 0 ? { kind: "create", absent } : { kind: "keep" };
}
async function createRoles(session, names) {
  const [user] = await session.query(
    "SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user"
  );
  for (const name of names) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await session.query(`CREATE ROLE ${quoted} NOLOGIN`);
    if (user?.superuser !== true) await session.query(`GRANT ${quoted} TO CURRENT_USER`);
  }
}

export {
  omissions,
  kindOf,
  outsideSettings,
  leadsOutside,
  cutText,
  listRoles,
  roleRights,
  rolesSettings,
  chooseRoles,
  createRoles
};
