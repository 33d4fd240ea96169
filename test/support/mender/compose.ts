import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { TestEngine } from '../docker.ts';

/*
 * The vendor's Compose file and images, as far as a release of Mender has them: two of the images run the stand-in with Node.js of
 * this machine, the third is the gateway, and the others merely exist.
 */

const root = resolve(import.meta.dirname, '../../..');
const ownServices = ['deployments', 'deviceauth', 'traefik'] as const;
const others = [
  ...['deviceconfig', 'deviceconnect', 'inventory', 'iot-manager', 'useradm', 'workflows', 'workflows-worker'],
  ...['create-artifact-worker', 'gui'],
];
/** Both run the same image. */
const imageOf = (service: string): string => (service === 'workflows-worker' ? 'workflows' : service);

export async function makeMenderImages(engine: TestEngine, releases: readonly string[]): Promise<void> {
  const program = join(root, 'test/support/mender/main.ts');
  for (const release of releases) {
    for (const service of ['deployments', 'deviceauth', ...others]) {
      if (imageOf(service) !== service) continue;
      const started =
        service === 'deployments' || service === 'deviceauth'
          ? `exec node ${program} ${release} "$@"`
          : 'exec sleep 86400';
      const text = `#!/bin/sh\n[ "$1" = version ] && { echo '{"Version":"v${release}"}'; exit; }\n${started}\n`;
      const path = `usr/bin/${service}`;
      await engine.image(`mendersoftware/${service}:v${release}`, { files: { [path]: text }, command: [`/${path}`] });
    }
  }
  const gateway = `#!/bin/sh\nexec node ${program} ${releases[0]} server\n`;
  await engine.image('traefik:stand-in', { files: { 'usr/bin/traefik': gateway }, command: ['/usr/bin/traefik'] });
}

/** What a clone of the vendor's repository has. */
export function vendorsFile(): string {
  const machine = {
    network_mode: 'host',
    working_dir: '/',
    stop_grace_period: '5s',
    volumes: [dirname(process.execPath), '/lib', '/lib64', '/usr/lib', root].map((path) => `${path}:${path}:ro`),
  };
  const environment = {
    PATH: `${dirname(process.execPath)}:/bin`,
    MENDER_MONGO: '${MONGO_URL}',
    MENDER_KEY: '${MENDER_KEY}',
    AWS_URI: '${S3_URL}',
    AWS_BUCKET: '${S3_BUCKET}',
    AWS_AUTH_KEY: 'testing-key',
    AWS_AUTH_SECRET: 'testing-secret',
    DEPLOYMENTS_ADDR: 'http://127.0.0.1:${DEPLOYMENTS_PORT}',
    DEVICEAUTH_ADDR: 'http://127.0.0.1:${DEVICEAUTH_PORT}',
  };
  const own = ownServices.map((service) => {
    const name = service === 'traefik' ? 'api-gateway' : service;
    const image = service === 'traefik' ? 'traefik:stand-in' : `mendersoftware/${service}:\${MENDER_IMAGE_TAG:-main}`;
    const port = { traefik: '${GATEWAY_PORT}', deployments: '${DEPLOYMENTS_PORT}', deviceauth: '${DEVICEAUTH_PORT}' }[
      service
    ];
    const command = service === 'traefik' ? {} : { command: [`/usr/bin/${service}`, 'server', '--automigrate'] };
    return [
      service,
      { image, ...command, ...machine, environment: { ...environment, MENDER_SERVICE: name, MENDER_PORT: port } },
    ];
  });
  const idle = others.map((service) => [
    service,
    {
      image: `mendersoftware/${imageOf(service)}:\${MENDER_IMAGE_TAG:-main}`,
      network_mode: 'none',
      stop_grace_period: '1s',
    },
  ]);
  const beside = ['mongo', 's3'].map((service) => [service, { image: `of-the-vendor/${service}` }]);
  return stringify({ services: Object.fromEntries([...own, ...idle, ...beside]) });
}
