/**
 * Two tests of this installation's own, as Staged Upgrade runs them in both environments:
 *
 * - attachments can be read where there are any: their content is not in the database
 * - on staging a throw-away resource can be written, read and removed; on production nothing is written
 *
 *   node smoke.mjs URL
 *
 * From the environment: TOKEN (of a client that may do this), STAGED_UPGRADE_ENVIRONMENT.
 */
const [url = ''] = process.argv.slice(2);
const { TOKEN = '', STAGED_UPGRADE_ENVIRONMENT: environment = '' } = process.env;

/** A Binary cannot be searched for: these are the types that mostly point to one. */
const types = ['DocumentReference', 'Media', 'Communication'];
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** As it was written, and as the server signs it for whoever reads: `…/BINARY/VERSION?Expires=…`. */
const attachment = new RegExp(`"url":"(?:[^"?]*/)?(?:Binary/(${uuid})|(${uuid})/${uuid}\\?)`, 'g');

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function send(method, path, body) {
  return await fetch(`${url}/fhir/R4/${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/fhir+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** @param {Parameters<typeof send>} request */
async function ask(...request) {
  const [method, path] = request;
  const response = await send(...request);
  // A resource may be a patient's: of an answer only its status is shown.
  if (!response.ok) throw new Error(`${method} ${path.replace(/[?/].*/, '')} answered ${response.status}`);
  return await response.json();
}

/** @returns {Promise<string[]>} the newest Binaries that something points to */
async function attachments() {
  const found = new Set();
  for (const type of types) {
    const { entry = [] } = await ask('GET', `${type}?_count=20&_sort=-_lastUpdated`);
    for (const [, written, signed] of JSON.stringify(entry).matchAll(attachment)) found.add(written ?? signed);
  }
  return [...found].slice(0, 5);
}

try {
  for (const id of await attachments()) {
    const response = await send('GET', `Binary/${id}`);
    await response.arrayBuffer();
    // One that was removed is not found, on production too.
    if (!response.ok && response.status !== 404 && response.status !== 410)
      throw new Error(`GET Binary answered ${response.status}: is the binary storage there?`);
  }
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
