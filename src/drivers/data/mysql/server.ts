/** Which server it is: both speak one protocol, and print their definitions differently. */
export interface Server {
  readonly flavour: Flavour;
  /** `10.11.19`. */
  readonly version: string;
  /** 10.11 as 1011, so that later releases are larger. */
  readonly number: number;
}

export type Flavour = 'MySQL' | 'MariaDB';

/** @param text of VERSION(): `10.11.19-MariaDB-0+deb12u1`, `8.4.3`; through some proxies `5.5.5-10.11.19-MariaDB` */
export function serverOf(text: string): Server {
  const flavour = /mariadb/i.test(text) ? 'MariaDB' : 'MySQL';
  const version = /\d+(?:\.\d+)*/.exec(text.replace(/^5\.5\.5-(?=\d)/, ''))?.[0] ?? '0';
  const [major = '0', minor = '0'] = version.split('.');
  return { flavour, version, number: Number(major) * 100 + Number(minor) };
}

export function nameOf({ flavour, version }: Pick<Server, 'flavour' | 'version'>): string {
  return `${flavour} ${version}`;
}

/** All releases of one line print definitions in the same way. */
export function lineOf({ flavour, version }: Server): string {
  return `${flavour} ${version.split('.').slice(0, 2).join('.')}`;
}

export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** For statements that take no values, such as DDL. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
