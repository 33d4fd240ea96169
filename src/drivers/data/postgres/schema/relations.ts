import { collation, grants, ofTheUser, options, type PartQuery, together } from './part.ts';

/** Tables, views, sequences and what belongs to them: columns, indexes, constraints, triggers, rules, policies. */
export function relationParts(major: number): PartQuery[] {
  return [...relations, ...columns(major), ...indexes, ...constraints, ...onTables, sequences];
}

/** Like `nameOf`: without quotes "a.b"."c" and "a"."b.c" would be one name. */
function quotedWhereNeeded(part: string): string {
  return `CASE WHEN ${part} ~ '[."]' THEN '"' || replace(${part}, '"', '""') || '"' ELSE ${part} END`;
}

const named = `format('%s "%s.%s"', CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
  WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'type' ELSE 'table' END,
  ${quotedWhereNeeded('n.nspname')}, ${quotedWhereNeeded('c.relname')})`;
const from = 'pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace';
const users = ofTheUser('pg_class', 'c.oid', 'c.relnamespace');
const some = `c.relpersistence <> 't' AND ${users} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')`;

const relations: PartQuery[] = [
  `SELECT ${named}, 'definition', ${together(
    'c.relkind',
    'c.relpersistence',
    `(SELECT nullif(amname, 'heap') FROM pg_am WHERE pg_am.oid = c.relam)`,
    options('c.reloptions'),
    `(SELECT ${options('t.reloptions')} FROM pg_class t WHERE t.oid = c.reltoastrelid)`,
    'c.relreplident',
    `CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype END`,
    `CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END`,
    'pg_get_expr(c.relpartbound, c.oid)',
    `(SELECT jsonb_agg(i.inhparent::regclass ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid)`,
    `CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END`,
    `CASE WHEN c.relkind = 'm' THEN c.relispopulated END`,
    `(SELECT jsonb_build_array(s.srvname, ${options('t.ftoptions')}) FROM pg_foreign_table t
      JOIN pg_foreign_server s ON s.oid = t.ftserver WHERE t.ftrelid = c.oid)`,
  )} FROM ${from} WHERE ${some}`,
  `SELECT ${named}, 'owner', pg_get_userbyid(c.relowner) FROM ${from} WHERE ${some} AND c.relkind <> 'c'`,
  `SELECT ${named}, 'grants', ${grants('c.relacl', 'r', 'c.relowner')} FROM ${from} WHERE ${some} AND c.relkind <> 'S' AND c.relacl IS NOT NULL`,
  `SELECT ${named}, 'grants', ${grants('c.relacl', 's', 'c.relowner')} FROM ${from} WHERE ${some} AND c.relkind = 'S' AND c.relacl IS NOT NULL`,
  `SELECT ${named}, 'tablespace', s.spcname::text FROM ${from} JOIN pg_tablespace s ON s.oid = c.reltablespace WHERE ${some}`,
  `SELECT ${named}, 'row security', concat(CASE WHEN c.relrowsecurity THEN 'enabled' END, CASE WHEN c.relforcerowsecurity THEN ' forced' END)
   FROM ${from} WHERE ${some} AND (c.relrowsecurity OR c.relforcerowsecurity)`,
];

function columns(major: number): PartQuery[] {
  const fromColumns = `${from} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum`;
  return [
    // Not its position: a restore may bring columns in another order.
    `SELECT ${named}, format('column "%s"', a.attname), ${together(
      'format_type(a.atttypid, a.atttypmod)',
      `CASE WHEN a.attcollation <> t.typcollation THEN ${collation('a.attcollation')} END`,
      'a.attnotnull',
      'a.attidentity',
      major >= 12 ? 'a.attgenerated' : "''",
      'pg_get_expr(d.adbin, d.adrelid)',
      'nullif(a.attstorage, t.typstorage)',
      major >= 14 ? 'a.attcompression' : "''",
      'nullif(a.attstattarget, -1)',
      // From 15.20 and its counterparts on, the server keeps a number of its own there, which differs in each database.
      options("array(SELECT own FROM unnest(a.attoptions) AS own WHERE own NOT LIKE 'pg\\_attver=%')"),
      options('a.attfdwoptions'),
    )} FROM ${fromColumns} WHERE ${some} AND (c.relkind IN ('r', 'p', 'f', 'c') OR d.oid IS NOT NULL)`,
    `SELECT ${named}, format('grants on column "%s"', a.attname), ${grants('a.attacl', 'c', 'c.relowner')}
     FROM ${fromColumns} WHERE ${some} AND a.attacl IS NOT NULL`,
  ];
}

const fromIndexes = `${from} JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid`;

const indexes: PartQuery[] = [
  // An invalid one is in no dump, except for a partitioned table, whose index is invalid while one of its partitions lacks it.
  `SELECT ${named}, format('%sindex "%s"', CASE WHEN NOT i.indisvalid AND c.relkind <> 'p' THEN 'invalid ' END, x.relname), ${together(
    'pg_get_indexdef(x.oid)',
    'i.indisvalid',
    'i.indisclustered',
    'i.indisreplident',
    `(SELECT h.inhparent::regclass FROM pg_inherits h WHERE h.inhrelid = x.oid)`,
    `(SELECT jsonb_object_agg(a.attnum, a.attstattarget) FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0)`,
  )} FROM ${fromIndexes} WHERE ${some}`,
  `SELECT ${named}, format('tablespace of index "%s"', x.relname), s.spcname::text
   FROM ${fromIndexes} JOIN pg_tablespace s ON s.oid = x.reltablespace WHERE ${some}`,
];

const fromConstraints = `${from} JOIN pg_constraint o ON o.conrelid = c.oid`;
// A partition gets those of its parent under names that the server chooses anew, and its creation decides whether they count as
// validated there; NOT NULL is listed with the column.
const inherited = '(o.conparentid <> 0 OR o.coninhcount > 0)';

const inheritedDefinition = `regexp_replace(pg_get_constraintdef(o.oid), ' NOT VALID$', '')`;
const inheritedDefinitions = `string_agg(${inheritedDefinition}, ' ' ORDER BY ${inheritedDefinition} COLLATE "C")`;

const constraints: PartQuery[] = [
  `SELECT ${named}, format('constraint "%s"', o.conname), ${together('pg_get_constraintdef(o.oid)', 'o.convalidated')}
   FROM ${fromConstraints} WHERE ${some} AND o.contype IN ('c', 'f', 'p', 'u', 'x') AND NOT ${inherited}`,
  `SELECT ${named}, 'inherited constraints', ${inheritedDefinitions}
   FROM ${fromConstraints} WHERE ${some} AND o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${inherited}
   GROUP BY c.relkind, n.nspname, c.relname`,
];

const onTables: PartQuery[] = [
  `SELECT ${named}, format('trigger "%s"', t.tgname), ${together('pg_get_triggerdef(t.oid)', 't.tgenabled')}
   FROM ${from} JOIN pg_trigger t ON t.tgrelid = c.oid WHERE ${some} AND NOT t.tgisinternal`,
  // What checks a foreign key, on both of its tables, or a deferrable constraint. No dump says that it is disabled.
  `SELECT ${named}, format('disabled triggers of constraint "%s"', o.conname), ${together(
    `string_agg(t.tgenabled::text, '' ORDER BY o.conrelid::regclass::text COLLATE "C", t.tgtype, t.tgenabled)`,
  )} FROM ${from} JOIN pg_trigger t ON t.tgrelid = c.oid JOIN pg_constraint o ON o.oid = t.tgconstraint
   WHERE ${some} AND t.tgisinternal GROUP BY c.relkind, n.nspname, c.relname, o.conname HAVING bool_or(t.tgenabled <> 'O')`,
  `SELECT ${named}, format('rule "%s"', r.rulename), ${together('pg_get_ruledef(r.oid)', 'r.ev_enabled')}
   FROM ${from} JOIN pg_rewrite r ON r.ev_class = c.oid WHERE ${some} AND r.rulename <> '_RETURN'`,
  `SELECT ${named}, format('policy "%s"', p.polname), ${together(
    'p.polcmd',
    'p.polpermissive',
    `(SELECT jsonb_agg(CASE role WHEN 0 THEN '(all)' ELSE pg_get_userbyid(role)::text END ORDER BY pg_get_userbyid(role)) FROM unnest(p.polroles) AS role)`,
    'pg_get_expr(p.polqual, p.polrelid)',
    'pg_get_expr(p.polwithcheck, p.polrelid)',
  )} FROM ${from} JOIN pg_policy p ON p.polrelid = c.oid WHERE ${some}`,
];

const sequences: PartQuery = `
  SELECT ${named}, 'counting', ${together(
    's.seqtypid::regtype',
    's.seqstart',
    's.seqincrement',
    's.seqmax',
    's.seqmin',
    's.seqcache',
    's.seqcycle',
    `(SELECT jsonb_agg(jsonb_build_array(d.deptype, d.refobjid::regclass, a.attname)) FROM pg_depend d
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))`,
  )} FROM ${from} JOIN pg_sequence s ON s.seqrelid = c.oid WHERE ${some}`;
