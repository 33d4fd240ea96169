/**
 * The server of Medplum, as a service of Amazon ECS: what both programs put into their templates.
 *
 * @param {{ name: string, region: string, serverImage?: string, desiredServerCount?: number, logGroup?: string }} config
 */
export function serverOf(config) {
  if (config.serverImage === undefined) return {};
  return {
    Cluster1: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: config.name } },
    TaskDefinition: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Family: `${config.name}-server`,
        ContainerDefinitions: [
          {
            Name: 'MedplumTaskDefinition',
            Image: config.serverImage,
            Memory: 512,
            Command: [`aws:${config.region}:/medplum/${config.name}/`],
            ...(config.logGroup && {
              LogConfiguration: {
                LogDriver: 'awslogs',
                Options: { 'awslogs-group': config.logGroup, 'awslogs-stream-prefix': 'Medplum' },
              },
            }),
          },
        ],
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        ServiceName: `${config.name}-server`,
        Cluster: { Ref: 'Cluster1' },
        TaskDefinition: { Ref: 'TaskDefinition' },
        DesiredCount: config.desiredServerCount ?? 1,
      },
    },
  };
}
