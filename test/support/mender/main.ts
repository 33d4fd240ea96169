import { createServer } from 'node:http';
import { MongoClient } from 'mongodb';
import { behaviourIn } from './behaviour.ts';
import { answer } from './gateway.ts';
import { migrate, refusal } from './migrations.ts';

/**
 * A server that behaves as the releases of Mender do: `main.ts <release> migrate | server`. Its services share one process, and each has its
 * database, its migrations and its way of failing.
 */
const [release = '', command = ''] = process.argv.slice(2);
const { MENDER_MONGO = '', MENDER_PORT = '0', MENDER_STORAGE = '', MENDER_KEY = '', MENDER_BEHAVIOUR } = process.env;
const client = new MongoClient(MENDER_MONGO);

if (command === 'migrate') {
  process.exitCode = await migrate(client, release, behaviourIn(MENDER_BEHAVIOUR));
  await client.close();
} else {
  const refused = await refusal(client, release);
  if (refused !== undefined) {
    console.error(refused);
    process.exit(3);
  }
  const address = `http://127.0.0.1:${MENDER_PORT}`;
  const gateway = { client, storage: MENDER_STORAGE, key: MENDER_KEY, behaviour: MENDER_BEHAVIOUR, address };
  const server = createServer((request, response) => {
    answer(request, response, gateway).catch((error: unknown) => {
      console.error(String(error));
      response.writeHead(500).end();
    });
  });
  server.listen(Number(MENDER_PORT), '127.0.0.1', () => console.log(`mender ${release} is listening`));
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
    void client.close().finally(() => process.exit(0));
  });
}
