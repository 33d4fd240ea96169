import type { InitKind } from '../../../core/interface/init-kind.ts';

export const infrahubBackupInit: InitKind = {
  name: 'infrahub-backup',
  title: "Infrahub's graph and task manager, by infrahub-backup",
  settings: { project: { usual: '${{PREFIX}{SIDE}_PROJECT}', scriptVariable: 'PROJECT' } },
  scrubExamples: [
    `docker compose --project-name "$PROJECT" exec -T database sh -c 'cypher-shell -u "\${NEO4J_AUTH%%/*}" -p "\${NEO4J_AUTH#*/}"' < deploy/scrub.cypher`,
  ],
};
