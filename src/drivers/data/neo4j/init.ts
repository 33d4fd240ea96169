import type { InitKind } from '../../../core/interface/init-kind.ts';

export const neo4jInit: InitKind = {
  name: 'neo4j',
  title: 'Neo4j',
  settings: {
    url: { usual: '${{PREFIX}{SIDE}_NEO4J_URL}', scriptVariable: 'NEO4J_URL' },
    password: { usual: '${{PREFIX}{SIDE}_NEO4J_PASSWORD}', scriptVariable: 'NEO4J_PASSWORD' },
    stop: {
      usual: ['sudo', 'systemctl', 'stop', 'neo4j'],
      comment: 'The community edition is dumped while it is stopped.',
    },
    start: { usual: ['sudo', 'systemctl', 'start', 'neo4j'] },
  },
  scrubExamples: [`cypher-shell -a "$NEO4J_URL" "MATCH (n:Webhook) DETACH DELETE n"`],
  onOwnRunners: true,
};
