/** One thing that is defined about an object, as the server prints it: the owner of a table, a column of it. */
export interface Part {
  /** `table "public.patients"`; null for what was dropped in the meantime. */
  readonly object: string | null;
  /** `column "name"`; `definition` for what the object itself is. */
  readonly part: string;
  /** Never kept: only its hash is, since a default or a function's body may be confidential. Null if there is none. */
  readonly definition: string | null;
}

/** SQL that reads parts: three columns, `object`, `part` and `definition`. */
export type PartQuery = string;

/** The user's own: what a dump brings, which leaves out what the server and its extensions bring themselves. */
export function ofTheUser(catalog: string, oid: string, schema?: string): string {
  const member =
    catalog === 'pg_class' ? `(${memberOf(catalog, oid)} OR ${compositeMember(oid)})` : memberOf(catalog, oid);
  return schema === undefined
    ? `${oid} >= 16384 AND NOT ${member}`
    : `${schema} IN (SELECT oid FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_') AND NOT ${member}`;
}

function memberOf(catalog: string, oid: string): string {
  return `EXISTS (
    SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;
}

/** For a composite type the member is the type, not the relation that holds its columns. */
function compositeMember(oid: string): string {
  return memberOf('pg_type', `(SELECT r.reltype FROM pg_class r WHERE r.oid = ${oid})`);
}

/** As the server names an object of any kind. */
export function identified(catalog: string, oid: string): string {
  return `(SELECT format('%s "%s"', i.type, i.identity) FROM pg_identify_object('${catalog}'::regclass, ${oid}, 0) AS i)`;
}

/**
 * Who may do what, without who granted it, in a fixed order. The owner is named as such: a grant to oneself is not a grant to
 * a role.
 */
export function listed(acl: string, owner: string): string {
  return `coalesce((
    SELECT string_agg(DISTINCT concat(
      CASE x.grantee WHEN ${owner} THEN '(owner)' WHEN 0 THEN '(all)' ELSE pg_get_userbyid(x.grantee) END,
      ' ', x.privilege_type, CASE WHEN x.is_grantable THEN ' with grant option' END), ', ')
    FROM aclexplode(${acl}) AS x), 'nobody')`;
}

/** Null if nothing was granted or revoked, however that is recorded. */
export function grants(acl: string, type: string, owner: string): string {
  return `CASE WHEN ${acl} IS NOT NULL THEN
    nullif(${listed(acl, owner)}, ${listed(`acldefault('${type}', ${owner})`, owner)}) END`;
}

/** A dump writes options by name, in whatever order they were set. */
export function options(list: string): string {
  return `(SELECT jsonb_agg(each ORDER BY each COLLATE "C") FROM unnest(${list}) AS each)`;
}

export function collation(oid: string): string {
  return `(SELECT format('%I.%I', s.nspname, k.collname) FROM pg_collation k JOIN pg_namespace s ON s.oid = k.collnamespace WHERE k.oid = ${oid})`;
}

/** A definition of several values. NULL is not the empty text. */
export function together(...values: string[]): string {
  return `jsonb_build_array(${values.join(', ')})::text`;
}

export function ownerAndGrants(
  from: string,
  where: string,
  { object, owner, acl }: { object: string; owner: string; acl?: { column: string; type: string } },
): PartQuery[] {
  const owned = `SELECT ${object} AS object, 'owner' AS part, pg_get_userbyid(${owner}) AS definition FROM ${from} WHERE ${where}`;
  if (acl === undefined) return [owned];
  return [
    owned,
    `SELECT ${object}, 'grants', ${grants(acl.column, acl.type, owner)} FROM ${from} WHERE ${where} AND ${acl.column} IS NOT NULL`,
  ];
}
