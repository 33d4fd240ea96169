import { readFileSync } from 'node:fs';
import { MongoClient } from 'mongodb';

/* Runs a script as mongosh does: its database calls are awaited implicitly. */
const [url = '', , file = ''] = process.argv.slice(2);
const client = new MongoClient(url);
const own = {
  adminCommand: (command: Record<string, unknown>) => client.db('admin').command(command),
  getSiblingDB: (name: string) =>
    new Proxy({}, { get: (_, collection) => client.db(name).collection(String(collection)) }),
};
const asks = /\b(?:db\.adminCommand|own\.\w+\.\w+)\((?:[^()]|\([^()]*\))*\)/g;
const script = readFileSync(file, 'utf8').replaceAll(asks, '(await $&)');
await new Function('db', `return (async () => { ${script} })()`)(own);
await client.close();
