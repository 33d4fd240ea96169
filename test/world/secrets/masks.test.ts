import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { masks } from '../../../src/world/secrets/masks.ts';

const secret = 'a"b\\c/d+e&f%g $h\'_*#|ü<7>';

function redacted(text: string, ...secrets: readonly string[]): string {
  const known = masks(() => undefined);
  for (const each of secrets) known.add(each);
  return known.redact(text);
}

function base64(text: string, at = 0): string {
  return Buffer.from('x'.repeat(at) + text).toString('base64');
}

describe('a secret is removed in each form in which tools write it', () => {
  const forms: Readonly<Record<string, string>> = {
    'as it is': secret,
    'in upper case': secret.toUpperCase(),
    'as JSON': JSON.stringify({ secret }),
    'as JSON in JSON': JSON.stringify(JSON.stringify({ secret })),
    'as JSON in ASCII': JSON.stringify(secret).replace('ü', '\\u00FC'),
    'as JSON of a program in Go': JSON.stringify(secret)
      .replace('&', '\\u0026')
      .replace('<', '\\u003c')
      .replace('>', '\\u003e'),
    'in XML': secret
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;'),
    'in an address': encodeURIComponent(secret),
    'in an address, with small digits': encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    'in an address in an address': encodeURIComponent(encodeURIComponent(secret)),
    'in a form': new URLSearchParams({ secret }).toString(),
    'as the password of an address': Object.assign(new URL('https://host'), { username: 'me', password: secret }).href,
    'in HTML': secret
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;'),
    'for a shell': `'${secret.replaceAll("'", "'\\''")}'`,
    'in a table of Markdown': `| ${secret.replaceAll('|', '\\|')} |`,
    'in Markdown': secret.replace(/[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/g, '\\$&'),
    'in hexadecimal': Buffer.from(secret).toString('hex'),
    'in base64': base64(secret),
    'in base64, one behind': base64(`${secret} and more`, 1),
    'in base64, two behind': base64(`${secret} and more`, 2),
    'in base64 for addresses': Buffer.from(`x${secret}`).toString('base64url'),
    'in base64 of base64': base64(base64(secret)),
    'in base64 in an address': encodeURIComponent(base64(secret)),
    'in base64 of JSON': base64(JSON.stringify({ secret })),
    'in base64 of UTF-16, as a command of PowerShell': Buffer.from(`a ${secret} b`, 'utf16le').toString('base64'),
    'in base64 of UTF-16, one behind': Buffer.from(`a b ${secret} c`, 'utf16le').toString('base64'),
    'in UTF-16 that is read as another encoding': `"${secret.split('').join('\0')}"`,
    'in quoted-printable': secret.replace('ü', '=C3=BC'),
    'in quoted-printable in a header': secret.replace(/[^A-Za-z0-9!*+/-]/g, (character) =>
      character === ' '
        ? '_'
        : Buffer.from(character)
            .toString('hex')
            .replace(/../g, (byte) => `=${byte.toUpperCase()}`),
    ),
    'in quoted-printable that is folded': secret.replace('ü', '=C3=BC').replaceAll(/.{5}/g, '$&=\r\n'),
    folded: secret.replaceAll(/.{5}/g, '$&\r\n'),
  };
  for (const [title, text] of Object.entries(forms)) {
    it(title, () => {
      const left = redacted(`before ${text} behind`, secret);
      assert.ok(left.includes('***'), 'it was not found');
      assert.ok(left.length < 'before *** behind'.length + 24, left);
    });
  }
});

it('a secret is found where base64 breaks its lines', () => {
  for (const before of [200, 201, 202]) {
    const lines = base64(`${'x'.repeat(before)}${secret}`).replaceAll(/.{16}/g, '$&\n  ');
    for (const text of [lines, JSON.stringify(lines)]) {
      const left = redacted(text, secret).replaceAll(/\s|\\n|"/g, '');
      assert.match(left.replace(/^[eHh4]+/, ''), /^\w{0,2}\*\*\*\w?={0,2}$/);
    }
  }
});

it('the password of an address is secret by itself, and so is the header that is made from it', () => {
  const address = 'postgres://app:pass%2Fphrase-1@db.example/records';
  assert.equal(redacted('with pass/phrase-1 and pass%2fphrase-1', address), 'with *** and ***');
  assert.equal(redacted(`Authorization: Basic ${base64('app:pass/phrase-1')}`, address), 'Authorization: Basic ***');
});

describe('the password within a connection string is secret by itself, however short it is', () => {
  const strings: Readonly<Record<string, string>> = {
    'of .NET': 'Host=db.example;Username=app;Password=aB3$xyz9;Persist Security Info=True',
    'of .NET, in quotes': 'Host=db.example;Password="aB3$xyz9";Database=records',
    'of .NET, first': 'Pwd=aB3$xyz9;Server=db.example',
    'of ODBC, in braces': 'Driver={PostgreSQL Unicode};Server=db.example;PWD={aB3$xyz9};',
    'of libpq': 'host=db.example password=aB3$xyz9 dbname=records',
    'of libpq, in quotes': "host=db.example password = 'aB3$xyz9' dbname=records",
    'of JDBC': 'jdbc:postgresql://db.example/records?user=app&password=aB3$xyz9&ssl=true',
    'of an address, as a parameter': 'postgres://db.example/records?user=app&password=aB3%24xyz9',
    'of an address with several hosts':
      'mongodb://app:aB3$xyz9@db.example:27017,other.example:27017/records?replicaSet=a',
    'of an address without a host': 'postgres://app:aB3$xyz9@/records?host=/run',
    'of an address behind another scheme': 'jdbc:postgresql://app:aB3%24xyz9@db.example/records',
    'of an address that has another @': 'mongodb://app:aB3$xyz9@a.example:1,b.example:2/records?appName=a@b',
    'of a cache': 'db.example:6380,password=aB3$xyz9,ssl=True',
    'of a storage account': 'AccountName=records;AccountKey=aB3$xyz9;EndpointSuffix=core.example',
    'in lines of settings': 'HOST=db.example\nDB_PASSWORD=aB3$xyz9\nMODE=strict',
    'in lines of YAML': 'host: db.example\nuser:\n  password: aB3$xyz9\nmode: strict',
    'in lines of YAML, in quotes': '- name: app\n  "token" : "aB3$xyz9"',
    'in a file for kubectl': 'users:\n- user:\n    client-key-data: aB3$xyz9',
    'in a file for curl': 'machine db.example login app password aB3$xyz9',
    'in a file for libpq': 'db.example:5432:records:app:aB3$xyz9',
    'in a header': 'Bearer aB3$xyz9',
    'in the place of a user': 'https://aB3%24xyz9@git.example/records.git',
    'of Oracle': 'app/aB3$xyz9@db.example:1521/records',
    'of Oracle, with slashes': 'app/aB3$xyz9@//db.example/records',
    'of Oracle, in quotes': 'app/"aB3$xyz9"@tcps://db.example:2484/records',
    'of Oracle, with a description': 'app/aB3$xyz9@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db.example)(PORT=1521)))',
    'of Oracle, for JDBC': 'jdbc:oracle:thin:app/aB3$xyz9@RECORDS',
    'in JSON': '{"host":"db.example","port":5432,"username":"app","password":"aB3$xyz9"}',
    'in JSON in a list': '[{"tokens":[1],"apiKey":"aB3$xyz9"}]',
    'in JSON under a name that says nothing': '{"value":"aB3$xyz9"}',
    'in a connection string in JSON': '{"ConnectionStrings":{"Main":"Host=db.example;Password=aB3$xyz9"}}',
  };
  for (const [title, text] of Object.entries(strings)) {
    it(title, () => {
      const log = `login to db.example as app with aB3$xyz9, encoded ${base64('aB3$xyz9')}, in ${base64('{"p":"aB3$xyz9"}')}`;
      const left = redacted(log, text);
      assert.match(left, /^login to db\.example as app with \*\*\*, encoded \*\*\*, in \S*\*\*\*\S*$/);
      assert.doesNotMatch(left, new RegExp(base64('aB3$xyz9').slice(0, 8)));
    });
  }

  it('and in the path of a webhook, but not in that of a database', () => {
    const path = '/services/T01234567/B01234567/aB3xyz9aB3xyz9aB3xyz9';
    assert.equal(
      redacted(`POST ${path}: 404`, `https://hooks.example${path}`),
      'POST /services/T01234567/B01234567/***: 404',
    );
    const database = 'records-of-2026-in-production';
    assert.equal(redacted(database, `postgres://app:aB3$xyz9@db.example/${database}`), database);
    assert.equal(redacted('as git', 'https://git@git.example/records.git'), 'as git', 'a user with an ordinary name');
    assert.equal(redacted('app runs', 'tolerations:\n- key: app\n  effect: none'), 'app runs');
  });

  it('and a word, as a whole word, but not a setting', () => {
    for (const text of ['host=db password=hunter2 sslmode=on', '{"password":"hunter2","Key":"true"}']) {
      assert.equal(redacted('hunter2, not hunter22; on and true', text), '***, not hunter22; on and true');
    }
  });
});

it('each line of a key is secret, and the key within a file of JSON', () => {
  const lines = [
    '-----BEGIN KEY-----',
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
    'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
    '-----END KEY-----',
  ];
  const key = lines.join('\n');
  for (const text of [key, lines[2] ?? '', JSON.stringify(key)]) assert.doesNotMatch(redacted(text, key), /BKcw/);
  assert.doesNotMatch(redacted(key, JSON.stringify({ type: 'account', private_key: key })), /BKcw|MIIE/);
});

it('overlapping secrets leave no rest', () => {
  assert.equal(redacted('abcdefgh12345678ijklmnop', 'abcdefgh12345678', '12345678ijklmnop'), '***');
});

it('what only looks like a login of Oracle is not one', () => {
  for (const value of ['acme/records-api2@main', 'acme/records-api2@v4', `acme/records-api2@sha256:${'1a'.repeat(32)}`])
    assert.equal(redacted('records-api2 is up', value), 'records-api2 is up', value);
});

it('a password that is a word is masked itself, but no folder or address that contains it', () => {
  assert.equal(
    redacted('records: /srv/myrecords/records-old, https://records_api.example; "records"', 'records'),
    '***: /srv/myrecords/records-old, https://records_api.example; "***"',
  );
});

it('reports how well it masks', () => {
  const known = masks(() => undefined);
  const strengths = [
    'true',
    'abc',
    'records',
    'Staging-db',
    '12345678',
    'hunter2',
    'correct horse battery staple',
    'hx7-9sKq2',
  ];
  assert.deepEqual(
    strengths.map((value) => known.add(value)),
    ['open', 'open', 'weak', 'weak', 'weak', 'weak', 'strong', 'strong'],
  );
  assert.equal(known.redact('true abc'), 'true abc');
});

it('everything in a text that is not secret stays as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('K7#x"pQ-93!z', 'ab', '\n', '  ', 'K7#x', '"', 'é'), { maxLength: 20 }),
      (parts) => {
        const text = parts.join('');
        const expected = parts.map((part) => (part === 'K7#x"pQ-93!z' ? '***' : part)).join('');
        const joined = expected.replaceAll(/(\*\*\*)+/g, '***');
        assert.equal(redacted(text, 'K7#x"pQ-93!z').replaceAll(/(\*\*\*)+/g, '***'), joined);
      },
    ),
  );
});

it('masks each form once in the runner, line by line as the runner sees it', () => {
  const runnerMasks: string[] = [];
  const known = masks((form) => runnerMasks.push(form));
  const value = randomBytes(120).toString('hex');
  known.add(value);
  known.add(value);
  assert.equal(new Set(runnerMasks).size, runnerMasks.length);
  for (const line of base64(`${value}\n`).match(/.{1,76}/g) ?? []) assert.ok(runnerMasks.includes(line), line);
});

it('a key of 40 kB and 200 secrets take no time to speak of', () => {
  const known = masks(() => undefined);
  const values = Array.from({ length: 200 }, () => `${randomBytes(24).toString('base64')}"&/`);
  const key = randomBytes(30_000).toString('base64').replaceAll(/.{64}/g, '$&\n');
  // Processor time: other work on the machine does not count.
  const since = (start: NodeJS.CpuUsage): number => process.cpuUsage(start).user / 1000;
  const learning = process.cpuUsage();
  for (const value of [...values, key]) known.add(value);
  const learned = since(learning);
  const text = Array.from({ length: 200 }, (_, index) => `${'word '.repeat(1000)}${values[index]}\n`).join('');
  const started = process.cpuUsage();
  const left = known.redact(text);
  const took = since(started);
  assert.equal(left.match(/\*\*\*/g)?.length, 200);
  assert.ok(learned < 6000, `${learned} ms to learn them`);
  assert.ok(took < 2000, `${took} ms for ${text.length} characters`);
});

it('each line of a secret is secret, a short one as a whole word', () => {
  assert.equal(
    redacted('the second is hunter2, not hunter22', 'abc1234\nhunter2\ntrue'),
    'the second is ***, not hunter22',
  );
});
