import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { MongoClient } from 'mongodb';
import { behaviourOf } from './behaviour.ts';
import { type Routes, routed } from './call.ts';
import { deploymentRoutes } from './deployments.ts';
import { deviceRoutes } from './devices.ts';
import { forward } from './gateway.ts';
import { healthRoutes } from './health.ts';
import { migrate, refusal } from './migrations.ts';
import { type ImageName, imageOf, services } from './services.ts';

/**
 * A server that behaves as the releases of Mender do: `main.ts <release> migrate | server [--automigrate]`. MENDER_SERVICE is the image: the services of
 * deployments, those of devices and users, or the gateway before them; MENDER_ONLY is the one service that a process of such an image has. Each has
 * its database, its migrations and its way of failing.
 */
const [release = '', command = '', option = ''] = process.argv.slice(2);
const { MENDER_SERVICE = '', MENDER_MONGO = '', MENDER_PORT = '0', MENDER_HOST = '127.0.0.1' } = process.env;
const { AWS_URI = '', AWS_BUCKET = '', AWS_AUTH_KEY = '', AWS_AUTH_SECRET = '', MENDER_KEY = '' } = process.env;
const { DEPLOYMENTS_ADDR = '', DEVICEAUTH_ADDR = '', MENDER_ONLY } = process.env;
const image = imageOf(MENDER_SERVICE);
const own = services.filter(
  (service) => service.image === image && (MENDER_ONLY === undefined || service.name === MENDER_ONLY),
);
const routes: Readonly<Record<ImageName, Routes>> = {
  deployments: [...deploymentRoutes, ...healthRoutes],
  deviceauth: [...deviceRoutes, ...healthRoutes],
  'api-gateway': [],
};

if (image === 'api-gateway') {
  serve((request, response) => {
    if (request.url === '/ready') response.writeHead(200).end();
    else if (/^\/api\/(?:management|devices)\/v\d\/deployments\//.test(request.url ?? ''))
      forward(request, response, DEPLOYMENTS_ADDR);
    else forward(request, response, DEVICEAUTH_ADDR);
  });
} else {
  const client = new MongoClient(MENDER_MONGO);
  if (command === 'migrate') {
    process.exitCode = await migrate(client, { release, services: own, behaviour: await behaviourOf(client) });
    await client.close();
  } else {
    // As the vendor's Compose file starts it.
    if (option === '--automigrate') {
      const code = await migrate(client, { release, services: own, behaviour: await behaviourOf(client) });
      if (code !== 0) process.exit(code);
    }
    const refused = await refusal(client, { release, services: own });
    if (refused !== undefined) {
      console.error(refused);
      process.exit(3);
    }
    const storage = { uri: AWS_URI, bucket: AWS_BUCKET, accessKey: AWS_AUTH_KEY, secretKey: AWS_AUTH_SECRET };
    serve((request, response) => {
      if (request.url === '/ready') {
        // The vendor has a pod for each service, which is asked for its health: here one answers for all that are in it.
        const unhealthy = behaviourOf(client).then((now) => own.some(({ name }) => now.unhealthy.includes(name)));
        unhealthy.then(
          (is) => response.writeHead(is ? 503 : 200).end(),
          () => response.writeHead(503).end(),
        );
        return;
      }
      routed(routes[image], request, { client, key: MENDER_KEY, storage })
        .then((answer = { status: 404 }) => {
          const type = answer.json === undefined ? 'application/jwt' : 'application/json';
          response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
          response.end(answer.json === undefined ? answer.text : JSON.stringify(answer.json));
        })
        .catch((error: unknown) => {
          console.error(String(error));
          response.writeHead(500).end();
        });
    });
  }
}

function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): void {
  const server = createServer(handle);
  // A connection that is kept must not end just when the next request is sent.
  server.keepAliveTimeout = 0;
  server.listen(Number(MENDER_PORT), MENDER_HOST, () => console.log(`${image} ${release} is listening`));
  process.once('SIGTERM', () => process.exit(0));
}
