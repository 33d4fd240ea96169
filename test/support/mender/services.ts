/** What a service of Mender has: its database, how it is asked within the cluster, and how it ends when its migration fails. */
export interface Service {
  readonly name: string;
  readonly database: string;
  /** The image whose process has it here; the vendor has one for each service. */
  readonly image: ImageName;
  /** Of its health: `/api/internal/v1/<path>/health`; workflows has `/status`. */
  readonly path: string;
  readonly exitCode: number;
  /** By minor: the newest migration that it knows. Those of 4.0 and 4.1 are the vendor's; earlier ones are made up. */
  readonly versions: Readonly<Record<Minor, string>>;
}

export const minors = ['3.4', '3.6', '3.7', '4.0', '4.1'] as const;
export type Minor = (typeof minors)[number];

export function minorOf(release: string): Minor {
  const minor = minors.find((each) => release.startsWith(`${each}.`));
  if (minor === undefined) throw new Error(`the stand-in knows no release ${release}`);
  return minor;
}

const imageNames = ['deployments', 'deviceauth', 'api-gateway'] as const;
export type ImageName = (typeof imageNames)[number];

export function imageOf(text: string): ImageName {
  const image = imageNames.find((each) => each === text);
  if (image === undefined) throw new Error(`the stand-in has no image ${text}`);
  return image;
}

const service = (
  name: string,
  database: string,
  path: string,
  exitCode: number,
  versions: readonly string[],
): Service => {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = versions;
  return {
    ...{ name, database, path, exitCode },
    image: ['deployments', 'workflows'].includes(name) ? 'deployments' : 'deviceauth',
    versions: { '3.4': first, '3.6': second, '3.7': third, '4.0': fourth, '4.1': fifth },
  };
};

/** https://docs.mender.io: the order in which the chart's jobs run does not matter. */
export const services: readonly Service[] = [
  service('deployments', 'deployment_service', 'deployments', 3, ['1.2.9', '1.2.13', '1.2.16', '1.2.17', '1.2.17']),
  service('deviceauth', 'deviceauth', 'devauth', 5, ['1.9.0', '1.10.0', '1.11.0', '2.0.0', '2.0.0']),
  service('inventory', 'inventory', 'inventory', 3, ['1.0.1', '1.0.2', '1.0.2', '1.1.0', '1.1.0']),
  service('iot-manager', 'iot_manager', 'iot-manager', 1, ['1.0.0', '1.0.0', '1.1.0', '1.1.1', '1.2.0']),
  service('useradm', 'useradm', 'useradm', 6, ['1.4.0', '2.0.1', '2.0.2', '2.0.3', '2.0.3']),
  service('deviceconnect', 'deviceconnect', 'deviceconnect', 1, ['1.9.0', '2.0.0', '2.0.0', '2.0.1', '2.0.1']),
  service('deviceconfig', 'deviceconfig', 'deviceconfig', 1, ['1.0.0', '1.0.0', '1.0.1', '1.0.1', '1.0.1']),
  service('workflows', 'workflows', 'workflows', 1, ['1.0.0', '1.0.0', '1.0.0', '1.0.0', '1.0.0']),
];
