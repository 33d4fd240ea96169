import {
  collation,
  grants,
  identified,
  listed,
  ofTheUser,
  options,
  ownerAndGrants,
  type PartQuery,
  together,
} from './part.ts';

interface Catalog {
  readonly catalog: string;
  /** The alias is `o`. */
  readonly where: string;
  readonly definition: string;
  readonly owner?: string;
  readonly acl?: { readonly column: string; readonly type: string };
}

/** Everything but relations: types, functions, operators, and whatever else a dump brings. */
export function objectParts(major: number): PartQuery[] {
  return [
    ...catalogs(major).flatMap(partsOf),
    ...families,
    ...defaultPrivileges,
    ...comments,
    largeObjects,
    ...grantedBeyond,
    userMappings,
    ...surroundings,
  ];
}

function partsOf({ catalog, where, definition, owner, acl }: Catalog): PartQuery[] {
  const object = identified(catalog, 'o.oid');
  const from = `${catalog} o`;
  return [
    `SELECT ${object}, 'definition', ${definition} FROM ${from} WHERE ${where}`,
    ...(owner === undefined ? [] : ownerAndGrants(from, where, { object, owner, ...(acl && { acl }) })),
  ];
}

/** @param schema the column with the schema of an object; some are in none */
function users(catalog: string, schema?: string): Pick<Catalog, 'catalog' | 'where'> {
  return { catalog, where: ofTheUser(catalog, 'o.oid', schema && `o.${schema}`) };
}

function catalogs(major: number): Catalog[] {
  const inSchema = users('pg_type', 'typnamespace');
  return [
    {
      catalog: 'pg_namespace',
      where: `o.nspname !~ '^pg_' AND ${users('pg_namespace').where}`,
      definition: "'a schema'",
      owner: 'o.nspowner',
      acl: { column: 'o.nspacl', type: 'n' },
    },
    {
      // The public schema exists before a restore, and belongs to whoever created the database.
      catalog: 'pg_namespace',
      where: "o.nspname = 'public'",
      definition: grants('o.nspacl', 'n', 'o.nspowner'),
    },
    {
      // Those of tables and arrays are created with them; columns of a composite type are listed together with those of tables.
      ...inSchema,
      where: `${inSchema.where} AND o.typtype IN ('e', 'd', 'r', 'b') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = o.oid)`,
      definition: together(
        'o.typtype',
        `(SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = o.oid)`,
        "CASE WHEN o.typtype = 'd' THEN format_type(o.typbasetype, o.typtypmod) END",
        'o.typnotnull',
        'pg_get_expr(o.typdefaultbin, 0)',
        'o.typdefault',
        collation('o.typcollation'),
        `(SELECT jsonb_object_agg(k.conname, jsonb_build_array(pg_get_constraintdef(k.oid), k.convalidated))
          FROM pg_constraint k WHERE k.contypid = o.oid AND k.contype = 'c')`,
        `(SELECT jsonb_build_array(r.rngsubtype::regtype, ${collation('r.rngcollation')}, r.rngcanonical::regproc, r.rngsubdiff::regproc,
            (SELECT opcname FROM pg_opclass WHERE pg_opclass.oid = r.rngsubopc)) FROM pg_range r WHERE r.rngtypid = o.oid)`,
        "CASE WHEN o.typtype = 'b' THEN jsonb_build_array(o.typlen, o.typbyval, o.typinput, o.typoutput, o.typreceive, o.typsend, o.typcategory, o.typispreferred, o.typdelim, o.typalign, o.typstorage) END",
      ),
      owner: 'o.typowner',
      acl: { column: 'o.typacl', type: 'T' },
    },
    {
      catalog: 'pg_type',
      where: `o.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = o.typrelid AND c.relkind = 'c') AND ${ofTheUser('pg_class', 'o.typrelid', 'o.typnamespace')}`,
      definition: 'NULL',
      owner: 'o.typowner',
      acl: { column: 'o.typacl', type: 'T' },
    },
    {
      ...users('pg_proc', 'pronamespace'),
      definition: `CASE WHEN o.prokind <> 'a' THEN pg_get_functiondef(o.oid) ELSE (
        SELECT to_jsonb(a) - 'aggfnoid' - 'aggtranstype' - 'aggmtranstype' - 'aggsortop'
          || jsonb_build_object('types', jsonb_build_array(a.aggtranstype::regtype, a.aggmtranstype::regtype),
            'operator', a.aggsortop::regoperator, 'arguments', pg_get_function_arguments(o.oid), 'parallel', o.proparallel)
        FROM pg_aggregate a WHERE a.aggfnoid = o.oid)::text END`,
      owner: 'o.proowner',
      acl: { column: 'o.proacl', type: 'f' },
    },
    {
      ...users('pg_operator', 'oprnamespace'),
      definition: together(
        'o.oprcode::regprocedure',
        'o.oprcom::regoperator',
        'o.oprnegate::regoperator',
        'o.oprrest::regproc',
        'o.oprjoin::regproc',
        'o.oprcanmerge',
        'o.oprcanhash',
      ),
      owner: 'o.oprowner',
    },
    {
      ...users('pg_opclass', 'opcnamespace'),
      definition: together(
        identified('pg_opfamily', 'o.opcfamily'),
        'o.opcintype::regtype',
        'o.opckeytype::regtype',
        'o.opcdefault',
      ),
      owner: 'o.opcowner',
    },
    { ...users('pg_opfamily', 'opfnamespace'), definition: "'a family'", owner: 'o.opfowner' },
    {
      ...users('pg_cast'),
      definition: together('o.castfunc::regprocedure', 'o.castcontext', 'o.castmethod'),
    },
    {
      // Its version is that of the library on the machine, and its encoding may be "any" or that of this database: a restore
      // records both anew.
      ...users('pg_collation', 'collnamespace'),
      definition: `(to_jsonb(o) - 'oid' - 'collowner' - 'collnamespace' - 'collversion' - 'collencoding')::text`,
      owner: 'o.collowner',
    },
    {
      ...users('pg_conversion', 'connamespace'),
      definition: together('o.conforencoding', 'o.contoencoding', 'o.conproc::regproc', 'o.condefault'),
      owner: 'o.conowner',
    },
    {
      ...users('pg_language'),
      definition: together(
        'o.lanpltrusted',
        'o.lanplcallfoid::regproc',
        'o.laninline::regproc',
        'o.lanvalidator::regproc',
      ),
      owner: 'o.lanowner',
      acl: { column: 'o.lanacl', type: 'l' },
    },
    {
      ...users('pg_ts_config', 'cfgnamespace'),
      definition: together(
        identified('pg_ts_parser', 'o.cfgparser'),
        `(SELECT jsonb_agg(jsonb_build_array(m.maptokentype, m.mapdict::regdictionary) ORDER BY m.maptokentype, m.mapseqno)
          FROM pg_ts_config_map m WHERE m.mapcfg = o.oid)`,
      ),
      owner: 'o.cfgowner',
    },
    {
      ...users('pg_ts_dict', 'dictnamespace'),
      definition: together(identified('pg_ts_template', 'o.dicttemplate'), 'o.dictinitoption'),
      owner: 'o.dictowner',
    },
    {
      ...users('pg_ts_parser', 'prsnamespace'),
      definition: together(
        'o.prsstart::regproc',
        'o.prstoken::regproc',
        'o.prsend::regproc',
        'o.prsheadline::regproc',
        'o.prslextype::regproc',
      ),
    },
    {
      ...users('pg_ts_template', 'tmplnamespace'),
      definition: together('o.tmplinit::regproc', 'o.tmpllexize::regproc'),
    },
    {
      ...users('pg_foreign_data_wrapper'),
      definition: together('o.fdwhandler::regproc', 'o.fdwvalidator::regproc', options('o.fdwoptions')),
      owner: 'o.fdwowner',
      acl: { column: 'o.fdwacl', type: 'F' },
    },
    {
      ...users('pg_foreign_server'),
      definition: together(
        identified('pg_foreign_data_wrapper', 'o.srvfdw'),
        'o.srvtype',
        'o.srvversion',
        options('o.srvoptions'),
      ),
      owner: 'o.srvowner',
      acl: { column: 'o.srvacl', type: 'S' },
    },
    { ...users('pg_transform'), definition: together('o.trffromsql::regproc', 'o.trftosql::regproc') },
    { ...users('pg_am'), definition: together('o.amhandler::regproc', 'o.amtype') },
    {
      ...users('pg_event_trigger'),
      definition: together('o.evtevent', 'o.evtfoid::regproc', 'o.evtenabled', 'to_jsonb(o.evttags)'),
      owner: 'o.evtowner',
    },
    {
      ...users('pg_publication'),
      definition: together(
        `to_jsonb(o) - 'oid' - 'pubowner'`,
        `(SELECT jsonb_agg(jsonb_build_array(t.schemaname, t.tablename${major >= 15 ? ', t.attnames, t.rowfilter' : ''}) ORDER BY t.schemaname, t.tablename)
          FROM pg_publication_tables t WHERE t.pubname = o.pubname AND NOT o.puballtables)`,
      ),
      owner: 'o.pubowner',
    },
    {
      ...users('pg_statistic_ext', 'stxnamespace'),
      definition: together('pg_get_statisticsobjdef(o.oid)', major >= 13 ? 'nullif(o.stxstattarget, -1)' : 'NULL'),
      owner: 'o.stxowner',
    },
    {
      // Its owner is whoever restores it; its version is compared separately.
      catalog: 'pg_extension',
      where: "o.extname <> 'plpgsql'",
      definition: "'in ' || (SELECT nspname FROM pg_namespace WHERE pg_namespace.oid = o.extnamespace)",
    },
  ];
}

const families: PartQuery[] = [
  `SELECT ${identified('pg_opfamily', 'o.oid')}, 'operators', jsonb_agg(jsonb_build_array(a.amopstrategy, a.amoppurpose, a.amopopr::regoperator) ORDER BY a.amopstrategy, a.amoplefttype::regtype::text, a.amoprighttype::regtype::text)::text
   FROM pg_opfamily o JOIN pg_amop a ON a.amopfamily = o.oid WHERE ${users('pg_opfamily', 'opfnamespace').where} GROUP BY o.oid`,
  `SELECT ${identified('pg_opfamily', 'o.oid')}, 'functions', jsonb_agg(jsonb_build_array(a.amprocnum, a.amproc::regprocedure) ORDER BY a.amprocnum, a.amproclefttype::regtype::text, a.amprocrighttype::regtype::text)::text
   FROM pg_opfamily o JOIN pg_amproc a ON a.amprocfamily = o.oid WHERE ${users('pg_opfamily', 'opfnamespace').where} GROUP BY o.oid`,
];

const defaultPrivileges: PartQuery[] = [
  `SELECT format('default privileges of role "%s"%s on %s', pg_get_userbyid(o.defaclrole), ' in schema "' || n.nspname || '"',
     CASE o.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' ELSE 'schemas' END),
     'grants', ${listed('o.defaclacl', 'o.defaclrole')}
   FROM pg_default_acl o LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace`,
];

/** Comments on objects, by the server's own name for each. Those on the administrator's objects are not restored. */
const comments: PartQuery[] = (
  [
    ['comment', 'pg_description', 'description', "''"],
    ['security label', 'pg_seclabel', 'label', 'd.provider'],
  ] as const
).map(
  ([what, catalog, text, provider]) => `
  SELECT format('${what} on %s "%s"', i.type, i.identity), concat('text', ${provider}), d.${text}
  FROM ${catalog} d, LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i
  WHERE d.objoid >= 16384 AND d.classoid NOT IN ('pg_extension'::regclass, 'pg_subscription'::regclass) AND i.identity IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')`,
);

/** There may be millions, none of which has a name: so all together. */
const largeObjects: PartQuery = `
  SELECT 'large objects', part.name, part.definition FROM (
    SELECT sum(hashtextextended(concat(oid, pg_get_userbyid(lomowner)), 1))::text AS owners,
      sum(hashtextextended(concat(oid, ${grants('lomacl', 'L', 'lomowner')}), 1))::text AS grants
    FROM pg_largeobject_metadata HAVING count(*) > 0
  ) AS o, LATERAL (VALUES ('owner', o.owners), ('grants', o.grants)) AS part (name, definition)`;

/** Rights to what the server or an extension brought, if they differ from the initial ones. */
const grantedBeyond: PartQuery[] = (
  [
    ['pg_proc', 'proacl', "'f'", 'proowner'],
    ['pg_class', 'relacl', `(CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char"`, 'relowner'],
    ['pg_namespace', 'nspacl', "'n'", 'nspowner'],
    ['pg_language', 'lanacl', "'l'", 'lanowner'],
    ['pg_type', 'typacl', "'T'", 'typowner'],
  ] as const
).map(([catalog, acl, type, owner]) => {
  const now = listed(`o.${acl}`, `o.${owner}`);
  const first = listed(`coalesce(p.initprivs, acldefault(${type}, o.${owner}))`, `o.${owner}`);
  return `
    SELECT 'rights on ' || ${identified(catalog, 'o.oid')}, 'grants', nullif(${now}, ${first})
    FROM ${catalog} o LEFT JOIN pg_init_privs p ON p.classoid = '${catalog}'::regclass AND p.objoid = o.oid AND p.objsubid = 0
    WHERE o.${acl} IS NOT NULL ${catalog === 'pg_namespace' ? "AND o.nspname <> 'public'" : ''}
      AND (SELECT coalesce(i.schema, i.name, '') FROM pg_identify_object('${catalog}'::regclass, o.oid, 0) AS i) <> 'information_schema' AND (
      o.oid < 16384 OR EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = o.oid AND e.deptype = 'e'))`;
});

/** Only the names of the options: the hash of a password could be guessed. The server hides them from whoever may not see them. */
const userMappings: PartQuery = `
  SELECT format('user mapping for %I on server %I', o.usename, o.srvname), 'options', ${together(
    `(SELECT jsonb_agg(split_part(each, '=', 1) ORDER BY each COLLATE "C") FROM unnest(o.umoptions) AS each)`,
  )} FROM pg_user_mappings o`;

/** What belongs to the database or the server, and is in no dump. */
const surroundings: PartQuery[] = [
  `SELECT ${identified('pg_extension', 'o.oid')}, 'version', o.extversion FROM pg_extension o`,
  `SELECT 'settings of the database', concat(split_part(line, '=', 1), ' of role "' || r.rolname || '"'), line
   FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) AS line LEFT JOIN pg_roles r ON r.oid = s.setrole
   WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
     OR s.setdatabase = 0 AND EXISTS (
       SELECT FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = s.setrole
         AND d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
  `SELECT 'locale of the database', part.name, part.value FROM pg_database d,
     LATERAL (VALUES ('encoding', pg_encoding_to_char(d.encoding)::text), ('collation', d.datcollate::text), ('character type', d.datctype::text)) AS part (name, value)
   WHERE d.datname = current_database()`,
];
