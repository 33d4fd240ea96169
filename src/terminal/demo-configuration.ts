/**
 * What a user of the sample would have in the repository; only the journal is a folder, since there is no remote to
 * push to.
 */
export const demoConfiguration = `system: sample
product: sample
environments:
  production:
    url: "http://127.0.0.1:\${SAMPLE_PRODUCTION_PORT}"
    access: { admin-token: "\${SAMPLE_PRODUCTION_TOKEN}" }
    database: { sqlite: { file: "\${SAMPLE_PRODUCTION_STATE}/records.sqlite" } }
    deploy:
      command:
        run: [node, deploy.mjs, start, "{version}"]
        stop: [node, deploy.mjs, stop]
        env:
          SAMPLE_STATE: "\${SAMPLE_PRODUCTION_STATE}"
          SAMPLE_PORT: "\${SAMPLE_PRODUCTION_PORT}"
          SAMPLE_TOKEN: "\${SAMPLE_PRODUCTION_TOKEN}"
  staging:
    disposable: true
    url: "http://127.0.0.1:\${SAMPLE_STAGING_PORT}"
    access: { admin-token: "\${SAMPLE_STAGING_TOKEN}" }
    database: { sqlite: { file: "\${SAMPLE_STAGING_STATE}/records.sqlite" } }
    deploy:
      command:
        run: [node, deploy.mjs, start, "{version}"]
        stop: [node, deploy.mjs, stop]
        env:
          SAMPLE_STATE: "\${SAMPLE_STAGING_STATE}"
          SAMPLE_PORT: "\${SAMPLE_STAGING_PORT}"
          SAMPLE_TOKEN: "\${SAMPLE_STAGING_TOKEN}"
    hooks:
      scrub: { waive: The records of the sample are invented. }
backup: { store: { folder: { path: "\${SAMPLE_BACKUPS}" } } }
journal: { store: { folder: { path: "\${SAMPLE_JOURNAL}" } } }
start-timeout: 20s
`;
