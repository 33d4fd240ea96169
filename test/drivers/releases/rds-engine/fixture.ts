import type { IncomingMessage } from 'node:http';
import type { MakeSourceFixture } from '../fixture.ts';

interface Version {
  readonly version: string;
  readonly status?: string;
  readonly to?: readonly (readonly [version: string, isMajor: boolean])[];
}

const versions: readonly Version[] = [
  { version: '15.10', status: 'deprecated', to: [['15.12', false]] },
  {
    version: '15.12',
    to: [
      ['16.6', true],
      ['16.8', true],
    ],
  },
  { version: '16.6', to: [['16.8', false]] },
  { version: '16.8' },
];

/** As the protocol has it: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html */
export function engineVersionsXml(all: readonly Version[], marker?: string): string {
  const each = all.map(({ version, status = 'available', to = [] }) => {
    const targets = to.map(
      ([target, isMajor]) =>
        `<UpgradeTarget><Engine>aurora-postgresql</Engine><EngineVersion>${target}</EngineVersion><AutoUpgrade>false</AutoUpgrade><IsMajorVersionUpgrade>${isMajor}</IsMajorVersionUpgrade></UpgradeTarget>`,
    );
    return `<DBEngineVersion><Engine>aurora-postgresql</Engine><EngineVersion>${version}</EngineVersion><Status>${status}</Status><ValidUpgradeTarget>${targets.join('')}</ValidUpgradeTarget></DBEngineVersion>`;
  });
  return `<DescribeDBEngineVersionsResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBEngineVersionsResult><DBEngineVersions>${each.join('')}</DBEngineVersions>${marker === undefined ? '' : `<Marker>${marker}</Marker>`}</DescribeDBEngineVersionsResult></DescribeDBEngineVersionsResponse>`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'rds-engine',
    settings: ({ url }) => ({ 'rds-engine': { engine: 'aurora-postgresql', region: 'eu-central-1', endpoint: url } }),
    environment: { AWS_ACCESS_KEY_ID: 'testing-key', AWS_SECRET_ACCESS_KEY: 'testing-secret' },
    tags: versions.map(({ version }) => version),
    answer: (request, response) => {
      void bodyOf(request).then((body) => {
        response.setHeader('content-type', 'text/xml');
        // A redirected request comes without the form.
        if (request.method === 'GET') return response.end(engineVersionsXml(versions));
        const isSecond = new URLSearchParams(body).get('Marker') === 'page-2';
        return response.end(
          isSecond ? engineVersionsXml(versions.slice(2)) : engineVersionsXml(versions.slice(0, 2), 'page-2'),
        );
      });
    },
  },
];
