/**
 * Two tests of this installation's own, as Staged Upgrade runs them in both environments:
 *
 * - an attachment can be read where there is one: its content is not in the database
 * - on staging a throw-away resource can be written, read and removed; on production nothing is written
 *
 *   node smoke.mjs URL
 *
 * From the environment: TOKEN (of a client that may do this), STAGED_UPGRADE_ENVIRONMENT.
 */
const [url = ''] = process.argv.slice(2);
const { TOKEN = '', STAGED_UPGRADE_ENVIRONMENT: environment = '' } = process.env;

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function ask(method, path, body) {
  const response = await fetch(`${url}/fhir/R4/${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/fhir+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // A resource may be a patient's: of an answer only its status is shown.
  if (!response.ok) throw new Error(`${method} ${path.replace(/[?/].*/, '')} answered ${response.status}`);
  return await response.json();
}

try {
  const { entry = [] } = await ask('GET', 'Binary?_count=1&_sort=-_lastUpdated');
  for (const { resource } of entry) await ask('GET', `Binary/${resource.id}`);
  if (environment === 'staging') {
    const { id } = await ask('POST', 'Practitioner', {
      resourceType: 'Practitioner',
      name: [{ text: 'Staged Upgrade' }],
    });
    const { name } = await ask('GET', `Practitioner/${id}`);
    if (name?.[0]?.text !== 'Staged Upgrade') throw new Error('what was written is not what is read');
    await ask('DELETE', `Practitioner/${id}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
